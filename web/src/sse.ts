/** The `data:` of each message of an event stream, as it arrives. */
export async function* messagesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const messages = (rest + value).replaceAll('\r\n', '\n').split('\n\n')
      rest = messages.pop() ?? ''
      for (const message of messages) {
        const data = message.split('\n').flatMap((line) => (line.startsWith('data:') ? [line.slice(5).trimStart()] : []))
        if (data.length) yield data.join('\n')
      }
    }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}
