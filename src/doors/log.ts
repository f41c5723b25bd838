/**
 * What the server writes for who keeps it. Text of people and models may stand in an error: it cannot move the cursor, colour the
 * screen or begin a line that looks like another entry.
 */
export function printable(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const [first = '', ...rest] = text
    .slice(0, 10_000)
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => line.replace(/[\p{Cc}\p{Cf}]/gu, (c) => `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`))
  return [first, ...rest.map((line) => `    ${line.trimStart()}`)].join('\n')
}
