/** On which line of a JSON text the value at a path stands, so that an error can point at it. */

/** Counts from 1; the line of the innermost part of the path that is there. The text must be valid JSON. */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)]
  let at = 0
  let found = 0
  const token = () => tokens[at]?.[0] ?? ''
  /** Reads one value; `left` is what remains of the path if this value is on it, else null. */
  const value = (left: readonly PropertyKey[] | null): void => {
    const open = token()
    at++
    if (open !== '{' && open !== '[') return
    for (let i = 0; at < tokens.length && token() !== '}' && token() !== ']'; i++) {
      const start = tokens[at]!.index
      const key = open === '{' ? (JSON.parse(token()) as string) : i
      if (open === '{') at += 2
      const on = left?.length && String(left[0]) === String(key) ? left.slice(1) : null
      if (on) found = start
      value(on)
      if (token() === ',') at++
    }
    at++
  }
  value(path)
  return text.slice(0, found).split('\n').length
}
