/** What an answer has used so far, also where the provider never came to say it. */
import { laterUsage } from './stream.ts'
import { tokensAbout, tokensInText } from './tokens.ts'
import type { MessagesRequest, StreamEvent, Usage } from './wire.ts'

export type Meter = {
  add(event: StreamEvent): void
  /** `ended`: the provider has said all it will; else what arrived counts, if that is more than it said. */
  usage(ended: boolean): Usage
}

export function meter(request: MessagesRequest): Meter {
  let said: Usage | null = null
  let heard = ''
  return {
    add(event) {
      if (event.type === 'message_start') said = event.message.usage
      if (event.type === 'message_delta' && said) said = laterUsage(said, event.usage)
      if (event.type === 'content_block_delta') heard += textOf(event.delta)
      if (event.type === 'content_block_start' && event.content_block.type === 'tool_use') heard += event.content_block.name
    },
    usage(ended) {
      const usage = said ?? { input_tokens: 0, output_tokens: 0 }
      const { input_tokens, cache_creation_input_tokens: written, cache_read_input_tokens: read } = usage
      const counted = input_tokens + (written ?? 0) + (read ?? 0) > 0
      const output = ended && usage.output_tokens > 0 ? usage.output_tokens : Math.max(usage.output_tokens, tokensInText(heard))
      return { ...usage, input_tokens: counted ? input_tokens : tokensAbout(request), output_tokens: output }
    },
  }
}

type Deltas = Extract<StreamEvent, { type: 'content_block_delta' }>['delta']
function textOf(delta: Deltas): string {
  switch (delta.type) {
    case 'text_delta':
      return delta.text
    case 'input_json_delta':
      return delta.partial_json
    case 'thinking_delta':
      return delta.thinking
    case 'signature_delta':
      return ''
  }
}
