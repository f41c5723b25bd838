/**
 * The Messages API as far as we speak it: what a request, a message, a stream and an error look like on the wire.
 * Source: the public reference of the Messages API. Objects are loose, so that a field we do not read passes through;
 * kinds of blocks are closed, so that inside the types can be trusted.
 */
import { z } from 'zod'

/** Marks the end of a prefix that the provider may keep; `ttl` is '5m' or '1h'. */
export const CacheControl = z.looseObject({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() })
const cache_control = CacheControl.nullish()

export const TextBlock = z.looseObject({ type: z.literal('text'), text: z.string(), cache_control })
export const ImageBlock = z.looseObject({
  type: z.literal('image'),
  source: z.union([
    z.looseObject({ type: z.literal('base64'), media_type: z.string(), data: z.string() }),
    z.looseObject({ type: z.literal('url'), url: z.string() }),
  ]),
  cache_control,
})
export const DocumentBlock = z.looseObject({
  type: z.literal('document'),
  source: z.looseObject({ type: z.string() }),
  title: z.string().nullish(),
  cache_control,
})
export const ToolUseBlock = z.looseObject({
  type: z.literal('tool_use'),
  id: z.string(),
  name: z.string(),
  input: z.record(z.string(), z.unknown()),
  cache_control,
})
export const ToolResultBlock = z.looseObject({
  type: z.literal('tool_result'),
  tool_use_id: z.string(),
  content: z.union([z.string(), z.array(z.discriminatedUnion('type', [TextBlock, ImageBlock, DocumentBlock]))]).optional(),
  is_error: z.boolean().optional(),
  cache_control,
})
/** The signature holds only with the provider that gave it. */
export const ThinkingBlock = z.looseObject({ type: z.literal('thinking'), thinking: z.string(), signature: z.string().optional() })
export const RedactedThinkingBlock = z.looseObject({ type: z.literal('redacted_thinking'), data: z.string() })

export const ContentBlock = z.discriminatedUnion('type', [
  TextBlock,
  ImageBlock,
  DocumentBlock,
  ToolUseBlock,
  ToolResultBlock,
  ThinkingBlock,
  RedactedThinkingBlock,
])
/** What a model says. */
export const AnswerBlock = z.discriminatedUnion('type', [TextBlock, ToolUseBlock, ThinkingBlock, RedactedThinkingBlock])

/** `system` in the middle of a conversation is an extension; providers without it get it as the user's words. */
export const InputMessage = z.looseObject({
  role: z.enum(['user', 'assistant', 'system']),
  content: z.union([z.string(), z.array(ContentBlock)]),
})

/** Tools of the provider itself have a dated `type` and no schema. */
export const Tool = z.looseObject({
  name: z.string().min(1),
  type: z.string().nullish(),
  description: z.string().optional(),
  input_schema: z.looseObject({ type: z.literal('object') }).optional(),
  cache_control,
})
export const ToolChoice = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('auto'), disable_parallel_tool_use: z.boolean().optional() }),
  z.looseObject({ type: z.literal('any'), disable_parallel_tool_use: z.boolean().optional() }),
  z.looseObject({ type: z.literal('tool'), name: z.string(), disable_parallel_tool_use: z.boolean().optional() }),
  z.looseObject({ type: z.literal('none') }),
])
export const Thinking = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('enabled'), budget_tokens: z.number().int().min(1) }),
  z.looseObject({ type: z.literal('adaptive') }),
  z.looseObject({ type: z.literal('disabled') }),
])

const asked = {
  model: z.string().min(1).max(200),
  system: z.union([z.string(), z.array(TextBlock)]).optional(),
  messages: z.array(InputMessage).min(1),
  tools: z.array(Tool).optional(),
  tool_choice: ToolChoice.optional(),
  thinking: Thinking.optional(),
}
export const MessagesRequest = z.looseObject({
  ...asked,
  max_tokens: z.number().int().min(1),
  stream: z.boolean().optional(),
  temperature: z.number().min(0).max(2).optional(),
  top_p: z.number().min(0).max(1).optional(),
  top_k: z.number().int().min(0).optional(),
  stop_sequences: z.array(z.string()).optional(),
  metadata: z.looseObject({}).optional(),
})
export const CountRequest = z.looseObject(asked)
export const Counted = z.looseObject({ input_tokens: z.number().int().min(0) })

const tokens = z.number().int().min(0)
/** Tokens. `input_tokens` are those that were neither written to nor read from the provider's cache. */
export const Usage = z.looseObject({
  input_tokens: tokens,
  output_tokens: tokens,
  cache_creation_input_tokens: tokens.nullish(),
  cache_read_input_tokens: tokens.nullish(),
})

/** `refusal`: the model would not; `max_tokens`: cut; `model_context_window_exceeded`: cut by the window. */
export const StopReason = z.enum([
  'end_turn',
  'max_tokens',
  'stop_sequence',
  'tool_use',
  'pause_turn',
  'refusal',
  'model_context_window_exceeded',
])
export const MessagesResponse = z.looseObject({
  id: z.string(),
  type: z.literal('message'),
  role: z.literal('assistant'),
  model: z.string(),
  content: z.array(AnswerBlock),
  stop_reason: StopReason.nullable(),
  stop_sequence: z.string().nullish(),
  usage: Usage,
})

/** The API's kinds of error, with the status that each travels under. */
export const ERROR_STATUS = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
} as const
export type ErrorType = keyof typeof ERROR_STATUS
export const ApiError = z.looseObject({
  type: z.literal('error'),
  error: z.looseObject({ type: z.string(), message: z.string() }),
  request_id: z.string().nullish(),
})

export const Delta = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('text_delta'), text: z.string() }),
  z.looseObject({ type: z.literal('input_json_delta'), partial_json: z.string() }),
  z.looseObject({ type: z.literal('thinking_delta'), thinking: z.string() }),
  z.looseObject({ type: z.literal('signature_delta'), signature: z.string() }),
])
const index = z.number().int().min(0)
export const StreamEvent = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('message_start'), message: MessagesResponse }),
  z.looseObject({ type: z.literal('content_block_start'), index, content_block: AnswerBlock }),
  z.looseObject({ type: z.literal('content_block_delta'), index, delta: Delta }),
  z.looseObject({ type: z.literal('content_block_stop'), index }),
  z.looseObject({
    type: z.literal('message_delta'),
    delta: z.looseObject({ stop_reason: StopReason.nullable(), stop_sequence: z.string().nullish() }),
    /** Cumulative; fields left out are as they were at the start. */
    usage: Usage.partial(),
  }),
  z.looseObject({ type: z.literal('message_stop') }),
  z.looseObject({ type: z.literal('ping') }),
  ApiError,
])

export type CacheControl = z.infer<typeof CacheControl>
export type TextBlock = z.infer<typeof TextBlock>
export type ImageBlock = z.infer<typeof ImageBlock>
export type DocumentBlock = z.infer<typeof DocumentBlock>
export type ToolUseBlock = z.infer<typeof ToolUseBlock>
export type ToolResultBlock = z.infer<typeof ToolResultBlock>
export type ThinkingBlock = z.infer<typeof ThinkingBlock>
export type RedactedThinkingBlock = z.infer<typeof RedactedThinkingBlock>
export type ContentBlock = z.infer<typeof ContentBlock>
export type AnswerBlock = z.infer<typeof AnswerBlock>
export type InputMessage = z.infer<typeof InputMessage>
export type Tool = z.infer<typeof Tool>
export type ToolChoice = z.infer<typeof ToolChoice>
export type Thinking = z.infer<typeof Thinking>
export type MessagesRequest = z.infer<typeof MessagesRequest>
export type CountRequest = z.infer<typeof CountRequest>
export type Usage = z.infer<typeof Usage>
export type StopReason = z.infer<typeof StopReason>
export type MessagesResponse = z.infer<typeof MessagesResponse>
export type ApiError = z.infer<typeof ApiError>
export type Delta = z.infer<typeof Delta>
export type StreamEvent = z.infer<typeof StreamEvent>

/** An error as the API writes it. */
export const apiError = (type: ErrorType, message: string): ApiError => ({ type: 'error', error: { type, message } })
