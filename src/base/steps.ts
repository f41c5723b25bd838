/**
 * Work in steps: a generator that yields wherever it may be interrupted. Whoever runs it decides whether anything else may go on
 * between them.
 */

/** All at once. */
export function drained<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Milliseconds after which others have their turn: a few such pieces are not felt by who waits for an answer. */
const PIECE = 10

/** With the rest of the program going on in between. */
export async function paced<T>(steps: Generator<void, T>): Promise<T> {
  for (let since = performance.now(); ; ) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since < PIECE) continue
    await new Promise((next) => setImmediate(next))
    since = performance.now()
  }
}

/** Does something for each, with a place to stop after every so many. */
export function* each<T>(items: Iterable<T>, work: (item: T, i: number) => void, many = 200): Generator<void, void> {
  let i = 0
  for (const item of items) {
    work(item, i++)
    if (i % many === 0) yield
  }
}
