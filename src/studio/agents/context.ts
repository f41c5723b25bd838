/** Keeps a conversation inside a model's window: what tools answered long ago is left out, newest kept, oldest first. Pure. */
import type { ContentBlock, InputMessage } from '../../models/wire.ts'

/** Tokens of a text, roughly and rather too many: three letters of Latin script, or one of the others. */
export function roughTokens(text: string): number {
  let wide = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x2e7f) wide++
  return Math.ceil((text.length - wide) / 3) + wide
}

export const tokensOf = (messages: readonly InputMessage[]): number =>
  messages.reduce((sum, one) => sum + roughTokens(JSON.stringify(one.content)), 0)

/** Messages at the end that are never touched, and characters that are worth leaving out. */
const RECENT = 6
const WORTH = 400

/** The same conversation within `most` tokens, or null where that cannot be. */
export function within(messages: readonly InputMessage[], most: number): InputMessage[] | null {
  const kept = [...messages]
  let size = tokensOf(kept)
  // The first message is the brief.
  for (let at = 1; at < kept.length - RECENT && size > most; at++) {
    const shorter = shortened(kept[at]!)
    size += tokensOf([shorter]) - tokensOf([kept[at]!])
    kept[at] = shorter
  }
  return size <= most ? kept : null
}

function shortened(message: InputMessage): InputMessage {
  if (typeof message.content === 'string') return message
  return { ...message, content: message.content.map(shorter) }
}

function shorter(block: ContentBlock): ContentBlock {
  if (block.type === 'tool_result' && JSON.stringify(block.content ?? '').length > WORTH)
    return { ...block, content: '[left out: an older answer. Call the tool again if you need it.]' }
  if (block.type !== 'tool_use') return block
  const input = Object.fromEntries(
    Object.entries(block.input).map(([key, value]) => [
      key,
      typeof value === 'string' && value.length > WORTH ? '[left out: it was carried out]' : value,
    ]),
  )
  return { ...block, input }
}
