/**
 * The own harness: a model is asked, the tools it calls are judged and run, and it is told what came of them, until the
 * app passes its check or the budget is spent. Everything a model says is hostile text: it can call nothing but the
 * tools there are, with arguments that fit, in the app's folder.
 *
 *   asked -> tools called -> judged, run, answered -> asked ...      ends: done, declined, stuck, spent, cut, cancelled
 *         -> nothing called -> checked: passed = done; failed = told so, and asked again
 */
import { type Failure, fail, ok, type Result } from '../../base/result.ts'
import type { EventBody } from '../../events.ts'
import { shortfall } from '../../models/problem.ts'
import type { AnswerBlock, ContentBlock, InputMessage, MessagesResponse, ToolUseBlock } from '../../models/wire.ts'
import { type Heard, speak } from './client.ts'
import { roughTokens, within } from './context.ts'
import { outcomeOf } from './outcome.ts'
import { ABOUT, AGENT, AgentInput } from './parts.ts'
import { judge, type Rules } from './policy.ts'
import { CUT_SHORT, notDone, openingWords, systemPrompt } from './prompt.ts'
import { told } from './told.ts'
import { reportOf } from './tools/check.ts'
import { toolsOver } from './tools/index.ts'
import { type Tool, tool, wireTool } from './tools/tool.ts'
import type { Harness, Job, Outcome, Part } from './types.ts'

export type LoopOptions = {
  /** Hosts that Fetch may read; none if not given. */
  hosts?: readonly string[]
  /** Whether commands may run, where there is a sandbox for them. */
  bash?: boolean
  /** Says whether a call that the policy leaves open may run; no if not given. */
  approve?: (what: string) => Promise<boolean>
}

export const ownLoop = (options: LoopOptions = {}): Harness => ({
  name: 'loop',
  run: (job) => told<EventBody, Outcome>((tell) => new Run(job, options, tell).whole()),
  close: async () => {},
})

/** Tokens where an endpoint does not say. */
const WINDOW = 128_000
const ANSWER = 16_000
/** The same call with the same answer over the same files; the same findings after so many repairs; refusals of the policy. */
const SAME_CALL = 3
const SAME_FINDINGS = 4
const DENIED = 12
/** Answers in a row that were cut, and times a model may stop before the app is right. */
const CUTS = 3
const STOPS = 3
/** Answers that ended in the middle are asked for again, so often in one run. */
const BROKEN = new Set(['answer-broken', 'answer-garbled'])
const RETRIES = 2
/** Answers of one part at most; its last words, as who handed it out hears them. */
const PART_TURNS = 12
const PART_SAID = 2_000

class Run {
  private readonly job: Job
  private readonly options: LoopOptions
  private readonly tell: (event: EventBody) => void
  private readonly signal: AbortSignal
  private readonly late: AbortSignal
  private tools = new Map<string, Tool>()
  private rules!: Rules
  private messages: InputMessage[] = []
  private said = ''
  /** One purse for the whole and its parts. */
  private readonly spent: { turns: number; tokens: number; cuts: number; stops: number; denied: number; retried: number }
  private readonly part: { name: Part; prompt: string } | null
  private own = 0
  private version = 0
  private readonly calls = new Map<string, number>()
  private readonly findings = new Map<string, number>()

  constructor(job: Job, options: LoopOptions, tell: (event: EventBody) => void, of: { run: Run; part: Run['part'] } | null = null) {
    this.part = of?.part ?? null
    this.spent = of?.run.spent ?? { turns: 0, tokens: 0, cuts: 0, stops: 0, denied: 0, retried: 0 }
    this.job = job
    this.options = options
    this.tell = tell
    this.late = of?.run.late ?? AbortSignal.timeout(job.budget.ms)
    this.signal = AbortSignal.any([job.signal, this.late])
  }

  async whole(): Promise<Outcome> {
    this.job.workspace.listen(this.tell)
    await this.begin()
    for (;;) {
      const ended = this.overspent() ?? (await this.turn())
      if (ended) return outcomeOf(this.job, { failure: ended.failure, said: this.said, ...this.spent })
    }
  }

  private async begin(): Promise<void> {
    const { workspace, budget, brief, endpoint, recall } = this.job
    const hosts = this.options.hosts ?? []
    const memory = recall && { recall, about: brief.requests.at(-1) ?? '', tell: this.tell }
    this.tools = await toolsOver(workspace, { checks: budget.checks, hosts, bash: this.options.bash ?? false, memory })
    if (this.part) for (const name of ['Check', 'Rewind']) this.tools.delete(name)
    else this.tools.set('Agent', this.agent())
    const secrets = [endpoint.token]
    this.rules = { folder: workspace.folder, tools: new Set(this.tools.keys()), hosts, secrets, part: this.part?.name }
    const files = await workspace.folder.files()
    const opening = openingWords(brief, files.ok ? Object.keys(files.value) : [])
    const mine = this.part && `\nYou write one part of it: ${ABOUT[this.part.name].only}. Others write the rest.\n${this.part.prompt}`
    this.messages.push({ role: 'user', content: `${opening}${mine ?? ''}` })
  }

  /** A part of the work, in a conversation of its own that ends with a sentence. */
  private agent(): Tool {
    return tool({
      name: 'Agent',
      description: AGENT,
      input: AgentInput,
      run: async ({ subagent_type: name, prompt }) => {
        const model = this.job.parts?.[name] ?? this.job.endpoint.model
        const job = { ...this.job, endpoint: { ...this.job.endpoint, model } }
        return new Run(job, this.options, this.tell, { run: this, part: { name, prompt } }).asPart()
      },
    })
  }

  private async asPart(): Promise<Result<string>> {
    await this.begin()
    while (this.own++ < PART_TURNS) {
      const ended = this.overspent() ?? (await this.turn())
      if (!ended) continue
      return ended.failure ? { ok: false, error: ended.failure } : ok(this.said.slice(0, PART_SAID) || 'Done.')
    }
    return fail('part-turns', 'The steps for one part are spent. What it wrote stands.')
  }

  /** One question and what was made of the answer; why it is the last one, or null. */
  private async turn(): Promise<{ failure: Failure | null } | null> {
    const heard = await this.ask()
    if (!heard.ok) return { failure: heard.error }
    const { message, unreadable } = heard.value
    this.said = textOf(message) || this.said
    this.messages.push({ role: 'assistant', content: spoken(message.content) })
    if (message.stop_reason === 'refusal') return { failure: shortfall(message) }
    const uses = message.content.filter((block): block is ToolUseBlock => block.type === 'tool_use')
    const cut = message.stop_reason === 'max_tokens' || message.stop_reason === 'model_context_window_exceeded'
    this.spent.cuts = cut ? this.spent.cuts + 1 : 0
    if (this.spent.cuts >= CUTS) return { failure: shortfall(message) }
    if (uses.length === 0) return cut ? this.add([{ type: 'text', text: CUT_SHORT }]) : this.finished()
    const brokenAt = (use: ToolUseBlock, at: number) =>
      cut && at === uses.length - 1 ? CUT_SHORT : isUnreadable(use, unreadable) ? 'The arguments were no JSON object.' : null
    const answers: Promise<ContentBlock>[] = []
    for (const [at, use] of uses.entries()) {
      const answered = this.answer(use, brokenAt(use, at))
      // Parts go on side by side; everything else in the order that it was called in.
      if (use.name !== 'Agent') await answered
      answers.push(answered)
    }
    this.add(await Promise.all(answers))
    return this.stuck()
  }

  private add(content: ContentBlock[]): null {
    this.messages.push({ role: 'user', content })
    return null
  }

  private async ask(): Promise<Result<Heard>> {
    const { endpoint, brief } = this.job
    const most = endpoint.most ?? ANSWER
    const system = systemPrompt(brief, [...this.tools.keys()])
    const tools = [...this.tools.values()].map(wireTool)
    const room = (endpoint.window ?? WINDOW) * 0.9 - most - roughTokens(system) - roughTokens(JSON.stringify(tools))
    const messages = within(this.messages, room)
    if (!messages) return fail('model-window', 'The work has become longer than the model can keep in mind.')
    this.messages = messages
    this.spent.turns++
    const request = { model: endpoint.model, max_tokens: most, system, tools, messages }
    const heard = await speak(endpoint, request, this.signal)
    if (!heard.ok && heard.error.code === 'turn-cancelled' && this.late.aborted)
      return fail('model-late', 'The time for one build is over.')
    // Once more where the line was cut; what failed for another reason the gateway has tried again already.
    if (!heard.ok && BROKEN.has(heard.error.code) && this.spent.retried++ < RETRIES) return this.ask()
    if (heard.ok) {
      const { input_tokens, output_tokens, cache_creation_input_tokens, cache_read_input_tokens } = heard.value.message.usage
      this.spent.tokens += input_tokens + output_tokens + (cache_creation_input_tokens ?? 0) + (cache_read_input_tokens ?? 0)
    }
    return heard
  }

  private async answer(use: ToolUseBlock, broken: string | null): Promise<ContentBlock> {
    const answered = broken === null ? await this.call(use) : fail('input-invalid', broken)
    const content = answered.ok ? answered.value : answered.error.message
    const key = JSON.stringify([use.name, use.input, content, this.version])
    this.calls.set(key, (this.calls.get(key) ?? 0) + 1)
    const looked = await this.job.workspace.look()
    if (looked.ok && looked.value.changed.length > 0) this.version++
    return { type: 'tool_result', tool_use_id: use.id, content, ...(!answered.ok && { is_error: true }) }
  }

  private async call({ name, input }: ToolUseBlock): Promise<Result<string>> {
    const decided = await judge({ tool: name, input }, this.rules)
    if (decided.decision !== 'allow' && !(decided.decision === 'ask' && (await this.options.approve?.(decided.why)))) {
      this.spent.denied++
      return fail('call-denied', decided.why)
    }
    const found = this.tools.get(name)
    if (!found) return fail('tool-unknown', `There is no tool ${name.slice(0, 40)}.`)
    const answered = await found.run(input, this.signal)
    if (name === 'Check' && answered.ok) this.findings.set(answered.value, (this.findings.get(answered.value) ?? 0) + 1)
    return answered
  }

  /** The model says that it is done. Whether it is, the check says. */
  private async finished(): Promise<{ failure: Failure | null } | null> {
    // A part is done when it says so: the whole is checked.
    if (this.part) return { failure: null }
    const checked = await this.job.workspace.check(this.job.budget.checks)
    if (!checked.ok) return { failure: checked.error }
    if (checked.value.passed) return { failure: null }
    if (++this.spent.stops >= STOPS) return stopped('model-gave-up', 'The model stopped before the app worked.')
    return this.add([{ type: 'text', text: notDone(reportOf(checked.value)) }])
  }

  private stuck(): { failure: Failure } | null {
    const again = Math.max(0, ...this.calls.values()) >= SAME_CALL || Math.max(0, ...this.findings.values()) >= SAME_FINDINGS
    return again || this.spent.denied >= DENIED ? stopped('model-stuck', 'The model went round in circles.') : null
  }

  private overspent(): { failure: Failure } | null {
    const { turns, tokens } = this.job.budget
    if (this.job.signal.aborted) return stopped('turn-cancelled', 'Stopped, as you asked.')
    if (this.late.aborted) return stopped('model-late', 'The time for one build is over.')
    if (this.spent.turns >= turns) return stopped('model-turns', 'The steps for one build are spent.')
    if (this.spent.tokens >= tokens) return stopped('model-tokens', 'The tokens for one build are spent.')
    return null
  }
}

const stopped = (code: string, message: string): { failure: Failure } => ({ failure: fail(code, message).error })
const isUnreadable = (use: ToolUseBlock, names: readonly string[]) => names.includes(use.name) && Object.keys(use.input).length === 0
const textOf = ({ content }: MessagesResponse): string => content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n')
/** An answer without a word is still an answer; the API takes no empty one. */
const spoken = (content: AnswerBlock[]): AnswerBlock[] => (content.length ? content : [{ type: 'text', text: '…' }])
