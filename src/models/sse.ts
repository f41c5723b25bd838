/**
 * Server-sent events out of bytes that arrive in pieces of any size. Source: the HTML standard, "Parsing an event
 * stream"; `id` and `retry` are left out, for a stream of a model is never taken up again.
 */

export type SseMessage = { event: string; data: string }
export type SseParser = {
  /** The events that this piece completes. What comes after the last empty line waits; at the end it is dropped. */
  push(piece: Uint8Array): SseMessage[]
  /** True once a line or an event grew beyond what is kept; nothing is read after that. */
  readonly tooLarge: boolean
}

/** Characters of one event: a tool's whole arguments may come in one. */
const MOST = 16 * 1024 * 1024

export function sseParser(most = MOST): SseParser {
  const decoder = new TextDecoder('utf-8')
  let line = ''
  let event = ''
  let data: string[] = []
  let size = 0
  let afterReturn = false
  let tooLarge = false

  const endLine = (out: SseMessage[]) => {
    if (line === '') {
      if (data.length) out.push({ event: event || 'message', data: data.join('\n') })
      event = ''
      data = []
      size = 0
      return
    }
    const colon = line.indexOf(':')
    const name = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)
    line = ''
    if (name === 'event') event = value
    if (name !== 'data') return
    data.push(value)
    size += value.length
  }

  return {
    push(piece) {
      const out: SseMessage[] = []
      const text = decoder.decode(piece, { stream: true })
      let from = 0
      // The line feed of a pair that two pieces share.
      if (afterReturn && text[0] === '\n') from = 1
      if (text) afterReturn = false
      for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) {
        if (index < from || tooLarge) continue
        line += text.slice(from, index)
        from = index + end.length
        endLine(out)
        if (end === '\r' && from === text.length) afterReturn = true
      }
      line += text.slice(from)
      tooLarge ||= line.length + size > most
      return tooLarge ? [] : out
    },
    get tooLarge() {
      return tooLarge
    },
  }
}
