/**
 * One gateway in front of every model. A request comes in by a session (in this process, or over HTTP by the session's
 * token), and goes the same way either way:
 *
 *   parse -> which model, may this session use it, may it go there -> key -> normalise for its provider -> book the worst it can cost
 *   -> send; wait and send again while nothing was passed on -> pass on the events -> settle what it did cost
 *
 * Nothing throws. A failure before the first event is a Problem; after it, an `error` event that ends the stream, as
 * the API does it. Covers: the key never leaves this room, a session spends only what it may, whoever leaves ends the
 * request upstream. Does not cover: what a provider does with what it is sent.
 */
import { randomBytes } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import type { NewId } from '../base/ids.ts'
import { ok, type Result } from '../base/result.ts'
import type { Rng } from '../base/rng.ts'
import { type Config, modelNamed } from './config.ts'
import type { Consents } from './consent.ts'
import type { Keys } from './keys.ts'
import type { Booking, Ledger, Spender } from './ledger.ts'
import { meter } from './meter.ts'
import { tagger } from './normalise.ts'
import { worstCost } from './prices.ts'
import { asApiError, type Problem, problem, problemOf } from './problem.ts'
import { cancelled } from './providers/http.ts'
import type { Call, Provider } from './providers/provider.ts'
import { waitBefore } from './retry.ts'
import { collector } from './stream.ts'
import { sleep, type Timers } from './timers.ts'
import { tokensAbout, tokensAtMost } from './tokens.ts'
import { CountRequest, MessagesRequest, type MessagesResponse, type StreamEvent } from './wire.ts'

export type SessionOptions = Spender & {
  /** Models it may use; any, if it is not given. */
  models?: readonly string[]
  /** Ends the session and every request of it. */
  signal?: AbortSignal
}
export type Asked = { signal?: AbortSignal; betas?: string; step?: string }
export type Streamed = Result<AsyncGenerator<StreamEvent, void>, Problem>

export interface Session {
  /** Opens this session over HTTP; worthless once it is closed. No key of a provider. */
  readonly token: string
  /** Resolves with the first event, or with why there is none. `request` is unparsed. */
  stream(request: unknown, asked?: Asked): Promise<Streamed>
  /** The whole message. Whether it was cut or refused: `shortfall` in problem.ts. */
  complete(request: unknown, asked?: Asked): Promise<Result<MessagesResponse, Problem>>
  count(request: unknown, asked?: Asked): Promise<Result<number, Problem>>
  close(): void
}

export interface Gateway {
  open(options: SessionOptions): Session
  /** The session of a token; null where there is none. */
  session(token: string): Session | null
  close(): void
}

export type GatewayTools = {
  config(): Result<Config>
  keys: Keys
  /** Nothing is sent to where the person did not say that it may go. */
  consents: Consents
  ledger: Ledger
  provider(name: string): Provider | null
  rng: Rng
  newId: NewId
  timers: Timers
}

export function openGateway(tools: GatewayTools): Gateway {
  const sessions = new Map<string, Session>()
  return {
    open(options) {
      const token = randomBytes(24).toString('base64url')
      const ended = new AbortController()
      // Many requests of one session at once are no leak.
      setMaxListeners(0, ended.signal)
      const close = () => {
        sessions.delete(token)
        ended.abort()
      }
      if (options.signal?.aborted) ended.abort()
      options.signal?.addEventListener('abort', close, { once: true })
      const session = openSession(tools, options, token, ended.signal, close)
      sessions.set(token, session)
      return session
    },
    session: (token) => sessions.get(token) ?? null,
    close() {
      for (const session of sessions.values()) session.close()
    },
  }
}

function openSession(tools: GatewayTools, options: SessionOptions, token: string, ended: AbortSignal, close: () => void): Session {
  const callOf = ({ signal, betas, step }: Asked): Calling => ({
    spender: step ? { ...options, step } : options,
    models: options.models,
    signal: signal ? AbortSignal.any([signal, ended]) : ended,
    betas,
  })
  const session: Session = {
    token,
    close,
    async stream(request, asked = {}) {
      const relay = relayed(tools, request, callOf(asked))
      const first = await relay.next()
      // A stream without an event is a problem; a provider has said one, or the relay has.
      if (first.done) return { ok: false, error: first.value ?? cancelled('gateway') }
      return ok(passedOn(first.value, relay))
    },
    async complete(request, asked = {}) {
      const streamed = await session.stream(request, asked)
      return streamed.ok ? collected(streamed.value) : streamed
    },
    count: (request, asked = {}) => counted(tools, request, callOf(asked)),
  }
  return session
}

async function* passedOn(first: StreamEvent, relay: AsyncGenerator<StreamEvent, Problem | null>): AsyncGenerator<StreamEvent, void> {
  try {
    yield first
    for (;;) {
      const { done, value } = await relay.next()
      if (!done) yield value
      else if (value) return yield asApiError(value)
      else return
    }
  } finally {
    // Whoever stops reading ends the request; what it used until then is settled.
    await relay.return(null)
  }
}

async function collected(events: AsyncGenerator<StreamEvent, void>): Promise<Result<MessagesResponse, Problem>> {
  const made = collector()
  for await (const event of events) {
    if (event.type === 'error') return { ok: false, error: problemOf(event) }
    made.add(event)
  }
  const { message, unreadable } = made
  if (!message || unreadable.length)
    return {
      ok: false,
      error: problem('answer-garbled', 'api_error', `What the model sent cannot be read: the arguments of ${unreadable.join(', ')}.`, {
        values: { provider: message?.model ?? '', problem: unreadable.join(', ') },
      }),
    }
  return ok(message)
}

type Calling = { spender: Spender; models: readonly string[] | undefined; signal: AbortSignal; betas: string | undefined }

/** A request that may be sent: parsed, allowed, with its provider and its key. */
type Ready<R> = { request: R; provider: Provider; call: Call; config: Config }

function readied<R extends { model: string }>(tools: GatewayTools, parsed: R, calling: Calling): Result<Ready<R>, Problem> {
  const { model } = parsed
  const config = tools.config()
  if (!config.ok)
    return { ok: false, error: problem(config.error.code, 'api_error', config.error.message, { values: config.error.values }) }
  const found = modelNamed(config.value, model)
  const provider = found && tools.provider(found.provider)
  if (!found || !provider)
    return refused('model-unknown', 'not_found_error', `There is no model ${model}. Add it to models.json, or choose another.`, {
      model,
      provider: 'gateway',
    })
  if (calling.models && !calling.models.includes(model))
    return refused('model-forbidden', 'permission_error', `This session may not use ${model}.`, { model, provider: 'gateway' })
  const there = config.value.providers[found.provider]!
  const { kind, keyFrom } = there
  const key = kind === 'offline' ? ok(null) : tools.keys.keyOf(found.provider, keyFrom)
  if (!key.ok) return { ok: false, error: problem(key.error.code, 'authentication_error', key.error.message, { values: key.error.values }) }
  if (!key.value && kind !== 'offline' && kind !== 'local') return { ok: false, error: keyless(found.provider, keyFrom) }
  const may = tools.consents.may(found.provider, there, calling.spender.asks ? calling.spender.app : null)
  if (!may.ok) return { ok: false, error: problem(may.error.code, 'permission_error', may.error.message, { values: may.error.values }) }
  const call = { key: key.value, signal: calling.signal, ...(calling.betas && { betas: calling.betas }) }
  return ok({ request: parsed, provider, call, config: config.value })
}

const refused = (code: string, type: Problem['type'], message: string, values: Problem['values']): Result<never, Problem> => ({
  ok: false,
  error: problem(code, type, message, { values }),
})

/** Where no key is, what to do about it. */
export const keyless = (provider: string, variable = ''): Problem =>
  problem(
    'model-keyless',
    'authentication_error',
    `There is no key for ${provider}. Set ${variable}, or run: macaron models key ${provider}`,
    {
      values: { provider, name: variable },
    },
  )

function parsedAs<R>(
  schema: { safeParse(raw: unknown): { success: true; data: R } | { success: false; error: { issues: Issue[] } } },
  raw: unknown,
): Result<R, Problem> {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  const detail = `${issue!.path.map(String).join('.') || 'request'}: ${issue!.message}`.slice(0, 300)
  return refused('model-request-refused', 'invalid_request_error', detail, { provider: 'gateway', problem: detail })
}
type Issue = { path: PropertyKey[]; message: string }

/** The way of one request; see the head of this file. */
async function* relayed(tools: GatewayTools, raw: unknown, calling: Calling): AsyncGenerator<StreamEvent, Problem | null> {
  const parsed = parsedAs(MessagesRequest, raw)
  const ready = parsed.ok ? readied(tools, parsed.value, calling) : parsed
  if (!ready.ok) return ready.error
  const prepared = await ready.value.provider.prepare(within(ready.value))
  const booking = await booked(tools, { ...ready.value, request: prepared }, parsed.ok ? parsed.value.model : '', calling.spender)
  if (!booking.ok) return booking.error
  return yield* sent(tools, { ...ready.value, request: prepared }, booking.value)
}

/** No more is asked for than the model is configured to say. */
function within({ request, config }: Ready<MessagesRequest>): MessagesRequest {
  const most = modelNamed(config, request.model)?.maxOutput
  return most && request.max_tokens > most ? { ...request, max_tokens: most } : request
}

/**
 * Booked at a count that is surely enough. Where a budget would not bear that, the provider is asked to count: nearer
 * to what it will be, and sure as well.
 */
async function booked(
  tools: GatewayTools,
  { request, provider, call, config }: Ready<MessagesRequest>,
  model: string,
  spender: Spender,
): Promise<Result<Booking, Problem>> {
  const prices = modelNamed(config, model)!
  const at = (input: number) =>
    tools.ledger.book(spender, {
      provider: provider.name,
      model,
      prices,
      worst: worstCost(input, request.max_tokens, prices),
      signal: call.signal,
    })
  const sure = await at(tokensAtMost(request))
  if (sure.ok || !sure.error.code.startsWith('budget-')) return sure
  const exact = await provider.count(request, call)
  return exact === null ? sure : at(exact)
}

async function* sent(tools: GatewayTools, ready: Ready<MessagesRequest>, booking: Booking): AsyncGenerator<StreamEvent, Problem | null> {
  const { request, provider, call } = ready
  const used = meter(request)
  const tag = tagger(provider.name)
  let heard = false
  let settled = false
  const settle = (ended: boolean) => {
    if (!settled) booking.settle(heard ? used.usage(ended) : NOTHING)
    settled = true
  }
  try {
    for (let attempt = 1; ; attempt++) {
      const upstream = provider.send(request, call)
      let next = await upstream.next()
      try {
        for (; !next.done; next = await upstream.next()) {
          heard = true
          used.add(next.value)
          if (next.value.type === 'message_stop') settle(true)
          yield* tag(next.value)
        }
      } finally {
        await upstream.return(null)
      }
      const wait = next.value && !heard && !call.signal.aborted ? waitBefore(attempt, next.value, tools.rng) : null
      if (wait === null) return next.value
      await sleep(tools.timers, wait, call.signal)
      if (call.signal.aborted) return cancelled(provider.name)
    }
  } finally {
    settle(false)
  }
}

/** A request that was never answered with an event is not billed. */
const NOTHING = { input_tokens: 0, output_tokens: 0 }

async function counted(tools: GatewayTools, raw: unknown, calling: Calling): Promise<Result<number, Problem>> {
  const parsed = parsedAs(CountRequest, raw)
  const ready = parsed.ok ? readied(tools, parsed.value, calling) : parsed
  if (!ready.ok) return ready
  const { provider, call, request } = ready.value
  const prepared = await provider.prepare({ ...request, max_tokens: 1 })
  return ok((await provider.count(prepared, call)) ?? tokensAbout(prepared))
}
