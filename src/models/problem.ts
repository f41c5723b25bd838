/** What can go wrong between us and a model, as data: a code and a sentence for the person, a kind and a status for the wire. */
import type { Failure } from '../base/result.ts'
import { type ApiError, ERROR_STATUS, type ErrorType, type MessagesResponse } from './wire.ts'

export type Problem = Failure & {
  type: ErrorType
  /** The same request may well succeed later. */
  retryable: boolean
  /** Milliseconds that the provider asked to wait. */
  retryAfter?: number
}

type More = { values?: Failure['values']; retryable?: boolean; retryAfter?: number | null }

export const problem = (code: string, type: ErrorType, message: string, { values, retryable = false, retryAfter }: More = {}): Problem => ({
  code,
  type,
  message,
  retryable,
  ...(values && { values }),
  ...(typeof retryAfter === 'number' && { retryAfter }),
})

/** As the API writes it; `code` and `values` are ours, so that our own harness can say it in the person's language. */
export const asApiError = ({ type, message, code, values, retryAfter }: Problem): ApiError => ({
  type: 'error',
  error: { type, message, code, ...(values && { values }), ...(retryAfter !== undefined && { retry_after_ms: retryAfter }) },
})

/** The problem that an error event or body of our own gateway stands for. */
export function problemOf({ error }: ApiError, provider = 'gateway'): Problem {
  const type = Object.hasOwn(ERROR_STATUS, error.type) ? (error.type as ErrorType) : 'api_error'
  const values = typeof error.values === 'object' && error.values ? (error.values as Failure['values']) : undefined
  const code = typeof error.code === 'string' ? error.code : CODES[type]
  return problem(code, type, error.message, {
    values: values ?? { provider, problem: error.message.slice(0, 300) },
    retryable: RETRYABLE.has(type),
  })
}

const RETRYABLE = new Set<ErrorType>(['rate_limit_error', 'api_error', 'timeout_error', 'overloaded_error'])

const CODES: Record<ErrorType, string> = {
  invalid_request_error: 'model-request-refused',
  authentication_error: 'model-key-refused',
  billing_error: 'model-unpaid',
  permission_error: 'model-forbidden',
  not_found_error: 'model-unknown',
  request_too_large: 'model-request-large',
  rate_limit_error: 'model-limited',
  api_error: 'model-failed',
  timeout_error: 'model-slow',
  overloaded_error: 'model-overloaded',
}

export type Refusal = {
  provider: string
  model: string
  status: number
  body: unknown
  retryAfter?: number | null
  shouldRetry?: boolean | null
}

/** What a provider's answer with another status than 200 means. Its own kind of error counts before the status. */
export function refusalOf({ provider, model, status, body, retryAfter, shouldRetry }: Refusal): Problem {
  const said = errorIn(body)
  const type = said.type ?? typeOf(status)
  const detail = said.message.slice(0, 300)
  const values = { provider, model, problem: detail || `status ${status}` }
  const retryable = shouldRetry ?? (status === 408 || RETRYABLE.has(type))
  return problem(CODES[type], type, SENTENCES[type](values), { values, retryable, retryAfter })
}

function errorIn(body: unknown): { type: ErrorType | null; message: string } {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : body
  if (typeof error === 'string') return { type: null, message: error }
  const { type, message } = (typeof error === 'object' && error !== null ? error : {}) as { type?: unknown; message?: unknown }
  const known = typeof type === 'string' && Object.hasOwn(ERROR_STATUS, type) ? (type as ErrorType) : null
  return { type: known, message: typeof message === 'string' ? message : '' }
}

function typeOf(status: number): ErrorType {
  const exact = Object.entries(ERROR_STATUS).find(([, one]) => one === status)
  if (exact) return exact[0] as ErrorType
  if (status === 503) return 'overloaded_error'
  if (status === 408) return 'timeout_error'
  return status >= 500 || status < 400 ? 'api_error' : 'invalid_request_error'
}

type Values = { provider: string; model: string; problem: string }
const SENTENCES: Record<ErrorType, (values: Values) => string> = {
  invalid_request_error: (v) => `${v.provider} refused the request: ${v.problem}`,
  authentication_error: (v) => `${v.provider} does not take this key. Set another with: macaron models key ${v.provider}`,
  billing_error: (v) => `The account at ${v.provider} has no credit left. Add some there, or choose another model.`,
  permission_error: (v) => `${v.provider} does not let this key use ${v.model}: ${v.problem}`,
  not_found_error: (v) => `${v.provider} knows no model ${v.model}. Choose another in models.json.`,
  request_too_large: (v) => `The request is larger than ${v.provider} takes.`,
  rate_limit_error: (v) => `${v.provider} takes no more requests for now. Wait a little, or choose another model.`,
  api_error: (v) => `${v.provider} failed: ${v.problem}`,
  timeout_error: (v) => `${v.provider} did not answer in time.`,
  overloaded_error: (v) => `${v.provider} is overloaded for now. Wait a little, or choose another model.`,
}

/** The answer was cut or refused: null where it is whole. */
export function shortfall({ stop_reason, model }: Pick<MessagesResponse, 'stop_reason' | 'model'>): Problem | null {
  if (stop_reason === 'max_tokens' || stop_reason === 'model_context_window_exceeded')
    return problem('answer-cut', 'api_error', `The answer of ${model} was cut: it was longer than is allowed. Ask for less at a time.`, {
      values: { model },
    })
  if (stop_reason === 'refusal')
    return problem('answer-refused', 'api_error', `${model} declined to answer this. Say it differently, or choose another model.`, {
      values: { model },
    })
  return null
}

/** Takes keys out of what a provider says: some echo what they were sent. */
export function redacted(said: Problem, secret: string | null): Problem {
  if (!secret) return said
  const clean = (text: string) => [secret, encodeURIComponent(secret)].reduce((all, one) => all.replaceAll(one, '[key]'), text)
  const values = said.values && Object.fromEntries(Object.entries(said.values).map(([k, v]) => [k, typeof v === 'string' ? clean(v) : v]))
  return { ...said, message: clean(said.message), ...(values && { values }) }
}
