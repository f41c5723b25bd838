/**
 * The Claude Agent SDK as harness, where a person has installed it (install.ts): its loop, tools, subagents and
 * compaction, under our policy. Covers: every call is judged by policy.ts before it runs, each change is told, the
 * run ends only when the check passes or the budget is spent, and the child process knows the endpoint and nothing of
 * the person's environment. Does not cover: what the child's own program does; it is not ours, and reads what its
 * user may. What it can be asked to do is bounded by the hooks.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Failure, fail } from '../../base/result.ts'
import type { EventBody } from '../../events.ts'
import { problemOf, shortfall } from '../../models/problem.ts'
import { ApiError } from '../../models/wire.ts'
import { outcomeOf } from './outcome.ts'
import { type Decision, judge, plainName, type Rules } from './policy.ts'
import { notDone, openingWords } from './prompt.ts'
import { buildOptions, fixedOptions, type Handlers, OWN } from './sdk-options.ts'
import { openSpares, type Spare } from './spares.ts'
import { told } from './told.ts'
import { reportOf } from './tools/check.ts'
import { toolsOver } from './tools/index.ts'
import type { Tool } from './tools/tool.ts'
import { type Harness, type Job, type Outcome, PARTS } from './types.ts'

export type Query = AsyncIterable<unknown> & { close(): void }
/** What we use of the SDK. It is no dependency: its types are not there to be imported. */
export type Sdk = {
  query(params: { prompt: AsyncIterable<unknown>; options: Record<string, unknown> }): Query
  tool(name: string, description: string, shape: unknown, run: (input: unknown) => Promise<unknown>): unknown
  createSdkMcpServer(options: { name: string; version?: string; tools: unknown[] }): unknown
}

const SAME_CALL = 3
const DENIED = 12
const STOPS = 3

export function sdkHarness(sdk: Sdk, { scratch, hosts = [] }: { scratch: string; hosts?: readonly string[] }): Harness {
  const spares = openSpares(sdk, { scratch, hosts })
  return {
    name: 'sdk',
    warm: () => spares.warm(),
    place: () => spares.place(),
    run: (job) => told<EventBody, Outcome>((tell) => new Run(sdk, job, scratch, hosts, tell, spares.take(job)).whole()),
    close: () => spares.close(),
  }
}

/** What we read of the messages that the SDK yields; everything else passes by. */
const Yielded = z.union([
  z.looseObject({
    type: z.literal('assistant'),
    parent_tool_use_id: z.string().nullish(),
    message: z.looseObject({
      id: z.string().optional(),
      model: z.string(),
      stop_reason: z.string().nullish(),
      content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
      usage: z.looseObject({ input_tokens: z.number().optional(), output_tokens: z.number().optional() }).nullish(),
    }),
  }),
  z.looseObject({ type: z.literal('result'), subtype: z.string(), is_error: z.boolean().optional(), result: z.string().optional() }),
  z.looseObject({ type: z.literal('user'), uuid: z.string().optional() }),
])

class Run {
  private readonly job: Job
  private readonly sdk: Sdk
  private readonly scratch: string
  private readonly hosts: readonly string[]
  private readonly tell: (event: EventBody) => void
  private readonly abort: AbortController
  private readonly spare: Promise<Spare | null>
  private tools = new Map<string, Tool>()
  private rules!: Rules
  private failure: Failure | null = null
  private said = ''
  private turns = 0
  private tokens = 0
  private stops = 0
  private denied = 0
  private version = 0
  private done = false
  private readonly calls = new Map<string, number>()
  private readonly seen = new Map<string, string>()
  private readonly counted = new Set<string>()
  private finish: () => void = () => {}

  constructor(
    sdk: Sdk,
    job: Job,
    scratch: string,
    hosts: readonly string[],
    tell: (event: EventBody) => void,
    spare: { abort: AbortController; ready: Promise<Spare | null> } | null,
  ) {
    this.abort = spare?.abort ?? new AbortController()
    this.spare = spare?.ready ?? Promise.resolve(null)
    this.sdk = sdk
    this.job = job
    this.scratch = scratch
    this.hosts = hosts
    this.tell = tell
  }

  async whole(): Promise<Outcome> {
    const { workspace, budget, brief, endpoint, signal } = this.job
    workspace.listen(this.tell)
    await mkdir(join(this.scratch, 'config'), { recursive: true, mode: 0o700 })
    const memory = this.job.recall && { recall: this.job.recall, about: brief.requests.at(-1) ?? '', tell: this.tell }
    this.tools = await toolsOver(workspace, { checks: budget.checks, hosts: this.hosts, bash: false, memory })
    this.rules = { folder: workspace.folder, tools: new Set([...OWN, ...this.tools.keys()]), hosts: this.hosts, secrets: [endpoint.token] }
    const timer = setTimeout(() => this.end('model-late', 'The time for one build is over.'), budget.ms)
    const cancel = () => this.end('turn-cancelled', 'Stopped, as you asked.')
    if (signal.aborted) cancel()
    signal.addEventListener('abort', cancel, { once: true })
    try {
      const files = await workspace.folder.files()
      const opening = openingWords(brief, files.ok ? Object.keys(files.value) : [])
      if (!this.failure) await this.converse(opening)
    } catch (error) {
      // An error result is yielded first and thrown then; the first says more.
      const problem = error instanceof Error ? error.message : String(error)
      this.failure ??= failureIn(problem, endpoint.model)
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      this.finish()
    }
    const { failure, said, turns, tokens } = this
    return outcomeOf(this.job, { failure, said, turns, tokens })
  }

  private async converse(opening: string): Promise<void> {
    const spare = await this.spare
    if (spare && (await this.inSpare(spare, opening))) return
    // A process that ended while it waited has done nothing of the build yet.
    if (!this.failure) await this.heardOut(opening, (prompt) => this.started(prompt))
  }

  private async inSpare(spare: Spare, opening: string): Promise<boolean> {
    try {
      return await this.heardOut(opening, (prompt) => spare.claim(prompt, this.job, this.handlers))
    } catch (error) {
      if (this.turns > 0 || this.failure) throw error
      return false
    }
  }

  private started(prompt: AsyncIterable<unknown>): Query {
    const { sdk, scratch, abort } = this
    const tools = [...this.tools.values()]
    const { endpoint, budget } = this.job
    const fixed = fixedOptions({ sdk, scratch, abort, tools, endpoint, turns: budget.turns, handlers: () => this.handlers })
    return sdk.query({ prompt, options: { ...fixed, ...buildOptions(this.job, tools) } })
  }

  /** False where the process was not to be had. */
  private async heardOut(opening: string, begin: (prompt: AsyncIterable<unknown>) => Query): Promise<boolean> {
    const { finished, input } = this.input(opening)
    this.finish = finished
    const query = begin(input)
    try {
      for await (const raw of query) {
        const message = Yielded.safeParse(raw)
        if (!message.success) continue
        const told = message.data
        if (told.type === 'assistant') this.heard(told)
        if (told.type === 'result') this.ended(told)
        if (told.type === 'result' || this.failure) return true
      }
      return false
    } finally {
      finished()
      query.close()
    }
  }

  /** Words as a stream that stays open, so that hooks and tools can answer until the end. */
  private input(opening: string): { input: AsyncIterable<unknown>; finished: () => void } {
    let finished = () => {}
    const over = new Promise<void>((resolve) => {
      finished = resolve
    })
    async function* words() {
      yield { type: 'user', parent_tool_use_id: null, session_id: '', message: { role: 'user', content: opening } }
      await over
    }
    return { input: words(), finished }
  }

  private heard({ message, parent_tool_use_id }: Extract<z.infer<typeof Yielded>, { type: 'assistant' }>): void {
    const text = message.content.flatMap((block) => (block.type === 'text' && block.text ? [block.text] : [])).join('\n')
    if (text && !parent_tool_use_id) this.said = text
    if (message.stop_reason === 'refusal') this.failure ??= shortfall({ stop_reason: 'refusal', model: message.model })
    // One answer is yielded block by block, each time with the same usage.
    if (message.id && this.counted.has(message.id)) return
    if (message.id) this.counted.add(message.id)
    this.turns++
    this.tokens += (message.usage?.input_tokens ?? 0) + (message.usage?.output_tokens ?? 0)
    if (this.tokens >= this.job.budget.tokens) this.end('model-tokens', 'The tokens for one build are spent.')
    else if (this.turns > this.job.budget.turns) this.end('model-turns', 'The steps for one build are spent.')
  }

  private ended({ subtype, is_error, result }: Extract<z.infer<typeof Yielded>, { type: 'result' }>): void {
    if (subtype === 'error_max_turns') this.failure ??= fail('model-turns', 'The steps for one build are spent.').error
    else if (is_error) this.failure ??= failureIn(result ?? subtype, this.job.endpoint.model)
    else if (!this.done) this.failure ??= fail('model-gave-up', 'The model stopped before the app worked.').error
  }

  private end(code: string, message: string): void {
    this.failure ??= fail(code, message).error
    this.abort.abort()
    this.finish()
  }

  /** What the process asks of us: the same functions whether it was started for this build or before. */
  private readonly handlers: Handlers = {
    before: (raw) => this.before(raw),
    after: (raw) => this.after(raw),
    stop: () => this.stop(),
    call: async (name, input) => {
      const answered = (await this.tools.get(name)?.run(input, this.abort.signal)) ?? fail('tool-unknown', `There is no tool ${name}.`)
      return {
        content: [{ type: 'text', text: answered.ok ? answered.value : answered.error.message }],
        ...(!answered.ok && { isError: true }),
      }
    },
  }

  private async before(raw: unknown): Promise<unknown> {
    const { tool_name, tool_input, agent_type } = ToolHook.parse(raw)
    const part = PARTS.find((one) => one === agent_type)
    const judged = await judge({ tool: tool_name, input: tool_input }, { ...this.rules, part })
    const decided = judged.decision === 'allow' ? await this.unseen(tool_name, tool_input) : judged
    if (decided.decision !== 'allow' && ++this.denied >= DENIED) this.end('model-stuck', 'The model went round in circles.')
    return {
      hookSpecificOutput: {
        hookEventName: 'PreToolUse',
        permissionDecision: decided.decision === 'allow' ? 'allow' : 'deny',
        ...(decided.decision !== 'allow' && { permissionDecisionReason: decided.why }),
      },
    }
  }

  /** Nobody overwrites what they have not seen as it is; not every version of the SDK keeps to that by itself. */
  private async unseen(tool: string, input: unknown): Promise<Decision> {
    const found = FileHook.safeParse(input)
    const name = found.success && (tool === 'Write' || tool === 'Edit') ? this.rules.folder.nameOf(found.data.file_path) : null
    const text = name?.ok ? await this.rules.folder.read(name.value) : null
    if (!name?.ok || !text?.ok || this.seen.get(name.value) === text.value) return { decision: 'allow' }
    return { decision: 'deny', why: `Read ${name.value} first: it is there, and what stands in it has not been seen.` }
  }

  private async sees(tool: string, input: unknown): Promise<void> {
    const found = FileHook.safeParse(input)
    const name = found.success && ['Read', 'Write', 'Edit'].includes(tool) ? this.rules.folder.nameOf(found.data.file_path) : null
    const text = name?.ok ? await this.rules.folder.read(name.value) : null
    if (name?.ok && text?.ok) this.seen.set(name.value, text.value)
  }

  private async after(raw: unknown): Promise<unknown> {
    const { tool_name, tool_input, tool_response } = ToolHook.parse(raw)
    await this.sees(tool_name, tool_input)
    const key = JSON.stringify([plainName(tool_name), tool_input, tool_response, this.version])
    const times = (this.calls.get(key) ?? 0) + 1
    this.calls.set(key, times)
    if (times >= SAME_CALL) this.end('model-stuck', 'The model went round in circles.')
    const looked = await this.job.workspace.look()
    if (looked.ok && looked.value.changed.length > 0) this.version++
    return {}
  }

  /** The model says that it is done. Whether it is, the check says. */
  private async stop(): Promise<unknown> {
    if (this.failure) return {}
    const checked = await this.job.workspace.check(this.job.budget.checks)
    if (!checked.ok) this.failure = checked.error
    else if (checked.value.passed) this.done = true
    else if (++this.stops >= STOPS) this.failure = fail('model-gave-up', 'The model stopped before the app worked.').error
    else return { decision: 'block', reason: notDone(reportOf(checked.value)) }
    return {}
  }
}

const FileHook = z.looseObject({ file_path: z.string() })
const ToolHook = z.looseObject({
  agent_type: z.string().optional(),
  tool_name: z.string(),
  tool_input: z.unknown(),
  tool_response: z.unknown().optional(),
})

/** An API failure arrives as words around what the gateway said. */
function failureIn(words: string, model: string): Failure {
  const json = /\{"type":\s?"error".*\}/s.exec(words)?.[0]
  try {
    const known = ApiError.safeParse(JSON.parse(json ?? ''))
    if (known.success) return problemOf(known.data)
  } catch {}
  const problem = words.slice(0, 200)
  const status = Number(/API Error:? (\d{3})/.exec(words)?.[1])
  if (status === 401 || /authenticat|api key|\/login/i.test(words))
    return problemOf({ type: 'error', error: { type: 'authentication_error', message: problem } })
  if (/connection|ECONN|socket|terminated|stream/i.test(words)) return fail('answer-broken', problem, { provider: model }).error
  return problemOf({ type: 'error', error: { type: 'api_error', message: problem } })
}
