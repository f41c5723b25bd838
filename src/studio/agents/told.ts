/** What a piece of work tells on its way, as a generator that ends with what it comes to. */
export async function* told<E, R>(work: (tell: (event: E) => void) => Promise<R>): AsyncGenerator<E, R> {
  const waiting: E[] = []
  let wake = () => {}
  let settled = false
  const done = work((event) => {
    waiting.push(event)
    wake()
  }).finally(() => {
    settled = true
    wake()
  })
  // Awaited below, after what was told has been passed on.
  done.catch(() => {})
  for (;;) {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) yield next
    if (settled && waiting.length === 0) return await done
    await new Promise<void>((resolve) => {
      wake = resolve
      if (settled || waiting.length > 0) resolve()
    })
  }
}
