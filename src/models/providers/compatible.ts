/** What the servers that speak the Messages API share: where they are, who one is there, and how long they may take. */
import type { Clock } from '../../base/clock.ts'
import { normalise, type Traits } from '../normalise.ts'
import type { Timers } from '../timers.ts'
import { Counted, type CountRequest } from '../wire.ts'
import { ask, askJson, type Limits } from './http.ts'
import type { Call, Provider } from './provider.ts'

export type Wiring = { name: string; url: string; limits: Limits; timers: Timers; clock: Clock }
export type Manner = {
  traits: Traits
  /** It has count_tokens. */
  counts: boolean
  headers(call: Call): Record<string, string>
}

export function compatible({ name, url, ...around }: Wiring, { traits, counts, headers }: Manner): Provider {
  const at = (path: string) => new URL(`${url.replace(/\/+$/, '')}${path}`)
  const asking = (path: string, model: string, body: unknown, call: Call) => ({
    ...{ provider: name, model, url: at(path), body, key: call.key, signal: call.signal },
    headers: headers(call),
    ...around,
  })
  return {
    name,
    prepare: async (request) => normalise(request, name, traits),
    send: (request, call) => ask(asking('/v1/messages', request.model, request, call)),
    async count(request, call) {
      if (!counts) return null
      const { model, system, messages, tools, tool_choice, thinking } = request
      const body: CountRequest = { model, system, messages, tools, tool_choice, thinking }
      const counted = Counted.safeParse(await askJson(asking('/v1/messages/count_tokens', model, body, call)))
      return counted.success ? counted.data.input_tokens : null
    },
  }
}
