/** What an app's logic.test.ts is written with. Each test runs where it stands; what it threw is its result. */
export type Result = { what: string; ok: boolean; detail?: string }

const done: Result[] = []

export function test(what: string, run: () => void): void {
  try {
    run()
    done.push({ what, ok: true })
  } catch (error) {
    done.push({ what, ok: false, detail: error instanceof Error ? error.message : String(error) })
  }
}

/** Equal as values; numbers up to the dust of binary fractions. Throws if not. */
export function equal(actual: unknown, expected: unknown): void {
  if (typeof actual === 'number' && typeof expected === 'number' && Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)))
    return
  const [a, b] = [JSON.stringify(actual ?? null), JSON.stringify(expected ?? null)]
  if (a !== b) throw new Error(`${a} is not ${b}`)
}

export const results = (): Result[] => done
