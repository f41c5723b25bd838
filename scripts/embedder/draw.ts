import type { Rng } from '../../src/base/rng.ts'

export const pick = <T>(list: readonly T[], rng: Rng): T => list[Math.floor(rng.next() * list.length)]!

/** One of a list, each as often as its share says. */
export function weighted<T>(list: readonly T[], share: (item: T) => number, rng: Rng): T {
  let at = rng.next() * list.reduce((sum, item) => sum + share(item), 0)
  for (const item of list) {
    at -= share(item)
    if (at < 0) return item
  }
  return list[0]!
}

/** The same number for the same key, from 0 in order of asking. */
export function numbering(): (key: string) => number {
  const numbers = new Map<string, number>()
  return (key) => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
}
