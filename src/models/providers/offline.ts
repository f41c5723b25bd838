/**
 * The models that are functions of ours: no key, no network, no price. What they say comes from outside, so that this
 * room knows nothing of how an app is made; here it only becomes a message as any model sends one.
 */
import type { NewId } from '../../base/ids.ts'
import { normalise, type Traits } from '../normalise.ts'
import { type Problem, problem } from '../problem.ts'
import { eventsOf } from '../stream.ts'
import { tokensAbout, tokensInText } from '../tokens.ts'
import type { AnswerBlock, MessagesRequest, MessagesResponse, StopReason } from '../wire.ts'
import { cancelled } from './http.ts'
import type { Provider } from './provider.ts'

const TRAITS: Traits = { fields: null, images: true, documents: true, cacheMarks: false, ownTools: true, thinking: 'none' }

export type SyntheticAnswer = { content: AnswerBlock[]; stop_reason?: StopReason }
/** From a request to what is said. A throw is a mistake of the function's: the asker is told that it failed. */
export type SyntheticModel = (request: MessagesRequest, signal: AbortSignal) => SyntheticAnswer | Promise<SyntheticAnswer>

export function offline(name: string, synthetic: () => SyntheticModel | undefined, newId: NewId): Provider {
  return {
    name,
    prepare: async (request) => normalise(request, name, TRAITS),
    async *send(request, { signal }) {
      const model = synthetic()
      if (!model)
        return problem('model-unknown', 'not_found_error', `There is no model ${request.model} here.`, {
          values: unknownHere(name, request),
        })
      const said = await answered(model, request, signal, name)
      if ('code' in said) return said
      for (const event of eventsOf(messageOf(said, request, newId))) {
        if (signal.aborted) return cancelled(name)
        yield event
      }
      return null
    },
    count: async (request) => tokensAbout(request),
  }
}

const unknownHere = (provider: string, { model }: MessagesRequest) => ({ provider, model })

async function answered(
  model: SyntheticModel,
  request: MessagesRequest,
  signal: AbortSignal,
  provider: string,
): Promise<SyntheticAnswer | Problem> {
  if (signal.aborted) return cancelled(provider)
  try {
    return await model(request, signal)
  } catch (error) {
    if (signal.aborted) return cancelled(provider)
    const detail = (error as Error).message.slice(0, 300)
    return problem('model-failed', 'api_error', `${request.model} failed: ${detail}`, {
      values: { provider, model: request.model, problem: detail },
    })
  }
}

function messageOf({ content, stop_reason }: SyntheticAnswer, request: MessagesRequest, newId: NewId): MessagesResponse {
  return {
    id: `msg_${newId()}`,
    type: 'message',
    role: 'assistant',
    model: request.model,
    content,
    stop_reason: stop_reason ?? (content.some(({ type }) => type === 'tool_use') ? 'tool_use' : 'end_turn'),
    stop_sequence: null,
    usage: { input_tokens: tokensAbout(request), output_tokens: tokensInText(JSON.stringify(content)) },
  }
}
