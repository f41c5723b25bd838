/**
 * The seam of the providers. None of them throws: a stream ends with null where it is whole and with the problem where
 * it is not, at any place. One contract suite runs over all of them (test/models/provider.contract.ts).
 */
import type { Problem } from '../problem.ts'
import type { CountRequest, MessagesRequest, StreamEvent } from '../wire.ts'

export type Call = {
  /** null where the provider wants none. */
  key: string | null
  /** Given up by whoever asked: the request upstream is ended at once. */
  signal: AbortSignal
  /** What the client said in `anthropic-beta`; only the provider that knows those gets them. */
  betas?: string
}

export interface Provider {
  readonly name: string
  /** The model's id as the provider knows it, and the request as it takes it. */
  prepare(request: MessagesRequest): Promise<MessagesRequest>
  /** Sends what `prepare` made. */
  send(request: MessagesRequest, call: Call): AsyncGenerator<StreamEvent, Problem | null>
  /** Tokens of a request; null where the provider cannot count. */
  count(request: CountRequest, call: Call): Promise<number | null>
}
