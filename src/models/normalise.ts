/**
 * A request as a provider takes it: what it lacks is left out or said otherwise, nothing is added but cache marks.
 * Pure: the request that comes in is not changed.
 *
 * Thinking. Its signature holds only with the provider that gave it, so the gateway writes the provider's name before
 * each signature on the way out (`tagged`) and reads it on the way in: the conversation itself says where a thought
 * is from, through restarts and over many processes. Thoughts of another provider are left out.
 */
import type { AnswerBlock, ContentBlock, InputMessage, MessagesRequest, StreamEvent, TextBlock, Tool } from './wire.ts'

/** What a provider has, of what the API has. */
export type Traits = {
  /** Fields of a request besides the model, messages and system; null: all. */
  fields: readonly string[] | null
  images: boolean
  documents: boolean
  /** Marks that say which prefix to keep. */
  cacheMarks: boolean
  /** Tools that the provider runs itself (a dated `type`, no schema). */
  ownTools: boolean
  /** `signed`: thoughts are given back as they came; `echo`: each use of a tool wants one, an empty one too; `none`. */
  thinking: 'signed' | 'echo' | 'none'
}

export function normalise(request: MessagesRequest, provider: string, traits: Traits): MessagesRequest {
  const { model, max_tokens, stream, ...others } = request
  const fields = Object.fromEntries(
    Object.entries(others).filter(([name]) => !traits.fields || KEPT.has(name) || traits.fields.includes(name)),
  )
  const asked = { ...fields, model, max_tokens, stream: true, messages: alternating(folded(request.messages)) } as MessagesRequest
  const steps = [thoughtsOf(provider, traits), contentFor(traits), toolsFor(traits), settingsFor(traits), cacheFor(traits)]
  return steps.reduce((made, step) => step(made), asked)
}

type Step = (request: MessagesRequest) => MessagesRequest
/** Settled by the steps themselves. */
const KEPT = new Set(['system', 'messages', 'tools', 'tool_choice'])

const blocksOf = (content: InputMessage['content']): ContentBlock[] =>
  typeof content === 'string' ? [{ type: 'text', text: content }] : content

/** Words of the system in the middle of a conversation become words before the user's next ones. */
const folded = (messages: readonly InputMessage[]): InputMessage[] =>
  messages.map((message) =>
    message.role === 'system' ? { ...message, role: 'user', content: blocksOf(message.content).map(asNote) } : message,
  )

const asNote = (block: ContentBlock): ContentBlock =>
  block.type === 'text' && block.text !== '' ? { ...block, text: `<system-note>\n${block.text}\n</system-note>` } : block

/** One message a turn; results of tools come before anything else, as the API wants them. */
function alternating(messages: readonly InputMessage[]): InputMessage[] {
  const turns: InputMessage[] = []
  for (const message of messages) {
    const last = turns.at(-1)
    const content = blocksOf(message.content).filter((block) => block.type !== 'text' || block.text !== '')
    if (last?.role === message.role) last.content = [...blocksOf(last.content), ...content]
    else turns.push({ ...message, content })
  }
  return turns.map((turn) => (turn.role === 'user' ? { ...turn, content: resultsFirst(blocksOf(turn.content)) } : turn))
}

const resultsFirst = (blocks: ContentBlock[]): ContentBlock[] => [
  ...blocks.filter(({ type }) => type === 'tool_result'),
  ...blocks.filter(({ type }) => type !== 'tool_result'),
]

const mapContent = (request: MessagesRequest, map: (blocks: ContentBlock[], message: InputMessage) => ContentBlock[]): MessagesRequest => {
  const messages = request.messages.map((message) => ({ ...message, content: map(blocksOf(message.content), message) }))
  const said = messages.filter(({ content }) => content.length > 0)
  return { ...request, messages: alternating(said) }
}

/* Thinking. */

const TAG = /^macaron\.([a-z0-9-]{1,40})\./

/** The thought of a provider with its own signature back; null for thoughts of others, or of nobody known. */
function ownThought(block: ContentBlock, provider: string): ContentBlock | null {
  const sealed = block.type === 'thinking' ? (block.signature ?? '') : block.type === 'redacted_thinking' ? block.data : null
  if (sealed === null) return block
  if (TAG.exec(sealed)?.[1] !== provider) return null
  const own = sealed.replace(TAG, '')
  return block.type === 'thinking' ? { ...block, signature: own } : ({ ...block, data: own } as ContentBlock)
}

const thoughtsOf =
  (provider: string, { thinking }: Traits): Step =>
  (request) => {
    const kept = mapContent(request, (blocks) =>
      blocks.flatMap((block) => {
        const own = ownThought(block, provider)
        return own && (thinking !== 'none' || !isThought(own)) ? [own] : []
      }),
    )
    if (thinking === 'echo' && request.thinking?.type !== 'disabled') return mapContent(kept, withThought)
    // A provider that signs refuses to think on from tools that were used without a thought of its own.
    if (thinking === 'signed' && isThinking(request) && usedWithoutThought(kept)) return { ...kept, thinking: { type: 'disabled' } }
    return kept
  }

const isThought = ({ type }: ContentBlock) => type === 'thinking' || type === 'redacted_thinking'
const isThinking = ({ thinking }: MessagesRequest) => thinking !== undefined && thinking.type !== 'disabled'

const withThought = (blocks: ContentBlock[], { role }: InputMessage): ContentBlock[] =>
  role === 'assistant' && blocks.some(({ type }) => type === 'tool_use') && !blocks.some(isThought)
    ? [{ type: 'thinking', thinking: '', signature: '' }, ...blocks]
    : blocks

function usedWithoutThought({ messages }: MessagesRequest): boolean {
  const last = messages.findLast(({ role }) => role === 'assistant')
  const blocks = last ? blocksOf(last.content) : []
  const goesOn = messages.at(-1) === last || blocksOf(messages.at(-1)!.content).some(({ type }) => type === 'tool_result')
  return goesOn && blocks.some(({ type }) => type === 'tool_use') && !isThought(blocks[0]!)
}

/** Events on their way out: every thought says whose it is. */
export function tagger(provider: string): (event: StreamEvent) => StreamEvent[] {
  const tag = `macaron.${provider}.`
  /** Thoughts whose signature has not begun. */
  const unsigned = new Set<number>()
  return (event) => {
    if (event.type === 'content_block_start') {
      const block = taggedBlock(event.content_block, tag)
      if (block.type === 'thinking' && !block.signature) unsigned.add(event.index)
      return [{ ...event, content_block: block }]
    }
    if (event.type === 'content_block_delta' && event.delta.type === 'signature_delta' && unsigned.delete(event.index))
      return [{ ...event, delta: { ...event.delta, signature: tag + event.delta.signature } }]
    if (event.type === 'content_block_stop' && unsigned.delete(event.index))
      return [{ type: 'content_block_delta', index: event.index, delta: { type: 'signature_delta', signature: tag } }, event]
    return [event]
  }
}

function taggedBlock(block: AnswerBlock, tag: string): AnswerBlock {
  if (block.type === 'thinking' && block.signature) return { ...block, signature: tag + block.signature }
  return block.type === 'redacted_thinking' ? { ...block, data: tag + block.data } : block
}

/* Content, tools, settings. */

const note = (text: string): TextBlock => ({ type: 'text', text })

function shown(block: ContentBlock, traits: Traits): ContentBlock {
  if (block.type === 'image' && !traits.images) return note('[A picture was here; this model sees none.]')
  if (block.type === 'document' && !traits.documents) return note('[A document was here; this model reads none.]')
  if (block.type !== 'tool_result' || typeof block.content === 'string' || !block.content) return block
  return { ...block, content: block.content.map((one) => shown(one, traits)) as typeof block.content }
}

const contentFor =
  (traits: Traits): Step =>
  (request) =>
    mapContent(request, (blocks) => blocks.map((block) => shown(block, traits)))

/** Fields of a tool that every compatible server knows. */
const TOOL_FIELDS = ['name', 'description', 'input_schema', 'cache_control'] as const

const toolsFor =
  (traits: Traits): Step =>
  (request) => {
    const { tools: offered, tool_choice: choice, ...others } = request
    const own = (tool: Tool) => tool.type && tool.type !== 'custom'
    // A tool with neither a schema nor a type is a placeholder of the harness for one that it will load later.
    const usable = (offered ?? []).filter((tool) => (own(tool) ? traits.ownTools : tool.input_schema !== undefined))
    const tools = traits.ownTools
      ? usable
      : usable.map(
          (tool) => Object.fromEntries(TOOL_FIELDS.flatMap((name) => (tool[name] === undefined ? [] : [[name, tool[name]]]))) as Tool,
        )
    const chosen = traits.fields && !traits.fields.includes('tool_choice') ? undefined : choice
    const there = chosen?.type !== 'tool' || tools.some(({ name }) => name === chosen.name)
    // Where nothing can be chosen, "none" is said by offering none.
    if (!tools.length || (choice?.type === 'none' && !chosen)) return others as MessagesRequest
    return { ...others, tools, ...(chosen && there && { tool_choice: chosen }) } as MessagesRequest
  }

const settingsFor =
  ({ thinking: kind, fields }: Traits): Step =>
  (request) => {
    const made = { ...request }
    if (kind === 'none') delete made.thinking
    if (made.thinking?.type === 'enabled' && made.thinking.budget_tokens >= made.max_tokens) made.thinking = { type: 'disabled' }
    // Thinking wants the temperature that it was trained with.
    if (fields === null && isThinking(made)) delete made.temperature
    if (fields === null && made.temperature !== undefined) made.temperature = Math.min(1, made.temperature)
    return made
  }

/* Cache marks. */

type Marked = { [field: string]: unknown; cache_control?: unknown }
/** Kept for five minutes: that is what prices are for, so a longer time that was asked for is not passed on. */
const MARK = { cache_control: { type: 'ephemeral' as const } }
/** The API takes four marks at most. */
const MOST_MARKS = 4

const cacheFor =
  ({ cacheMarks }: Traits): Step =>
  (request) => {
    const marks = cacheMarks ? countMarks(request) : 0
    if (marks > 0 && marks <= MOST_MARKS) return mapMarks(request, (one) => (one.cache_control ? { ...one, ...MARK } : one))
    const bare = mapMarks(request, ({ cache_control: _, ...others }) => others)
    return cacheMarks ? withMarks(bare) : bare
  }

const systemOf = ({ system }: MessagesRequest): TextBlock[] =>
  typeof system === 'string' ? (system ? [{ type: 'text', text: system }] : []) : (system ?? [])

function mapMarks(request: MessagesRequest, map: (one: Marked) => Marked): MessagesRequest {
  const all = <T extends Marked>(ones: readonly T[]): T[] => ones.map((one) => map(one) as T)
  const made = { ...request, messages: request.messages.map((turn) => ({ ...turn, content: all(blocksOf(turn.content)) })) }
  if (request.tools) made.tools = all(request.tools)
  if (Array.isArray(request.system)) made.system = all(request.system)
  return made
}

const countMarks = (request: MessagesRequest): number =>
  [...systemOf(request), ...(request.tools ?? []), ...request.messages.flatMap(({ content }) => blocksOf(content))].filter(
    ({ cache_control }) => cache_control,
  ).length

/** After the tools, after the system's words, and after what the user said last. */
function withMarks(request: MessagesRequest): MessagesRequest {
  const markLast = <T extends object>(all: readonly T[]): T[] => all.map((one, i) => (i === all.length - 1 ? { ...one, ...MARK } : one))
  const system = systemOf(request)
  const last = request.messages.findLastIndex(({ role }) => role === 'user')
  const messages = request.messages.map((turn, i) => (i === last ? { ...turn, content: markLast(blocksOf(turn.content)) } : turn))
  return {
    ...request,
    messages,
    ...(request.tools && { tools: markLast(request.tools) }),
    ...(system.length && { system: markLast(system) }),
  }
}
