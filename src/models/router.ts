/**
 * Which model takes a task. Pure: the same task and state give the same choice, with its reason and the alternatives.
 *
 * Risk (money, health, law) goes to the strong model, and to a human approval. Else a draft comes first where that is
 * expected to be worth it: with p the chance that the draft passes its checks, d and r what a draft and a refinement
 * cost, and w what a failed round costs the person (in refinements),
 *
 *   draft first  <=>  d + (1 - p)(r + w r) < r   <=>   p > (d/r + w) / (1 + w)
 *
 * p is the mean of a Beta distribution: the counts of this model, language and difficulty, over a prior that is the
 * model's record at this difficulty in all languages, over a prior by difficulty alone. After a failed check the
 * strong model takes over. Without any model that is ready, the synthesiser does.
 */
import type { AppId, EventBody } from '../events.ts'
import type { Language } from '../spec.ts'
import type { Success } from '../store/successes.ts'
import { type Nano, type Prices, worstCost } from './prices.ts'

export type Risk = 'money' | 'health' | 'law'
export type Difficulty = 'easy' | 'middle' | 'hard'
export type Task = {
  app?: AppId
  what: string
  risks: readonly Risk[]
  /** From 0 to 1. */
  difficulty: number
  language: Language
  /** Tokens that it may take at most. */
  input: number
  output: number
  /** Rounds of it whose checks failed. */
  failures: number
}
export type Candidate = {
  model: string
  kind: 'remote' | 'local' | 'offline'
  prices: Prices
  /** It can be asked: there is a key, or it wants none. */
  ready: boolean
}
export type State = {
  candidates: readonly Candidate[]
  roles: { draft: string; refine: string; offline: string }
  /** What may still be spent on this. */
  remaining: Nano
  learned: readonly Success[]
  /** Models that failed just now, for whatever reason. */
  down: readonly string[]
}

export type Reason = 'offline' | 'risk' | 'checks-failed' | 'draft-pays' | 'refine-pays' | 'budget' | 'only-one'
export type Alternative = { model: string; why: 'not-ready' | 'down' | 'budget' | 'weaker' | 'dearer' | 'no-model' | 'next' }
export type Choice = {
  /** Who begins. */
  draft: string
  /** Who takes over where checks fail; null: nobody stronger that may be asked. */
  refine: string | null
  /** A person looks at it before it counts. */
  approval: boolean
  reason: Reason
  /** In plain English, for the record. */
  because: string
  /** The chance that the draft passes, as far as known. */
  chance: number
  alternatives: Alternative[]
}

/** What a failed round costs the person in time, in refinements. */
const FAILED_ROUND = 0.25
/** Share of first drafts that are expected to pass before anything is known, and how many tries that counts for. */
const PRIOR: Record<Difficulty, number> = { easy: 0.85, middle: 0.7, hard: 0.45 }
const PRIOR_WEIGHT = 4

/** Models that build: all but the synthesiser, and that one too where a role names it. */
export const builds = ({ kind, model }: Pick<Candidate, 'kind' | 'model'>, { draft, refine }: State['roles']): boolean =>
  kind !== 'offline' || model === draft || model === refine

export const difficultyOf = (difficulty: number): Difficulty => (difficulty < 1 / 3 ? 'easy' : difficulty < 2 / 3 ? 'middle' : 'hard')

export function choose(task: Task, state: State): Choice {
  const { roles } = state
  const fits = (one: Candidate) => costFor(one, task) <= state.remaining
  const up = state.candidates.filter(({ ready, model, kind }) => ready && (kind === 'offline' || !state.down.includes(model)))
  const models = up.filter((one) => builds(one, roles) && !state.down.includes(one.model) && fits(one))
  const offline = up.find(({ model }) => model === roles.offline) ?? up.find(({ kind }) => kind === 'offline')
  const strong = inOrder(models, roles.refine, dearestFirst)[0]
  const cheap = inOrder(models, roles.draft, cheapestFirst)[0]
  const made = (draft: Candidate | undefined, refine: Candidate | undefined, reason: Reason): Choice => {
    const [first, second] = [draft?.model ?? roles.offline, refine && refine !== draft ? refine.model : null]
    const chance = draft ? chanceOf(draft.model, task, state.learned) : 0
    const alternatives = state.candidates
      .filter(({ model }) => model !== first)
      .map((one) => alternativeTo(one, { first: draft, second: refine, task, state }))
    const choice = { draft: first, refine: second, approval: task.risks.length > 0, reason, chance, alternatives }
    return { ...choice, because: sentenceOf(choice, task) }
  }
  if (!strong || !cheap)
    return made(offline, undefined, up.some((one) => builds(one, roles) && !state.down.includes(one.model)) ? 'budget' : 'offline')
  if (task.risks.length) return made(strong, undefined, 'risk')
  if (task.failures > 0) return made(strong, undefined, 'checks-failed')
  if (strong === cheap) return made(strong, undefined, 'only-one')
  if (costFor(cheap, task) + costFor(strong, task) > state.remaining) return made(cheap, undefined, 'budget')
  const worth = chanceOf(cheap.model, task, state.learned) > chanceNeeded(cheap, strong, task)
  return worth ? made(cheap, strong, 'draft-pays') : made(strong, undefined, 'refine-pays')
}

const costFor = ({ prices }: Candidate, { input, output }: Task): Nano => worstCost(input, output, prices)

function chanceNeeded(cheap: Candidate, strong: Candidate, task: Task): number {
  const refine = costFor(strong, task)
  const share = refine > 0 ? costFor(cheap, task) / refine : 0
  return (share + FAILED_ROUND) / (1 + FAILED_ROUND)
}

type Order = (a: Candidate, b: Candidate) => number
const price = ({ prices }: Candidate) => prices.input + prices.output
/** A server of one's own is the cheapest, and is taken to be the weakest. */
const cheapestFirst: Order = (a, b) => price(a) - price(b)
const dearestFirst: Order = (a, b) => price(b) - price(a)

/** The one of the role first, then those nearest to it in price on the right side, then the others. */
function inOrder(models: readonly Candidate[], role: string, order: Order): Candidate[] {
  return models.toSorted((a, b) => Number(b.model === role) - Number(a.model === role) || order(a, b) || (a.model < b.model ? -1 : 1))
}

/** The posterior mean; see the head of this file. */
export function chanceOf(model: string, task: Pick<Task, 'language' | 'difficulty'>, learned: readonly Success[]): number {
  const difficulty = difficultyOf(task.difficulty)
  const record = learned.filter((one) => one.model === model && one.difficulty === difficulty)
  const anywhere = posterior(record, PRIOR[difficulty])
  return posterior(
    record.filter(({ language }) => language === task.language),
    anywhere,
  )
}

function posterior(record: readonly Pick<Success, 'passed' | 'failed'>[], prior: number): number {
  const passed = record.reduce((sum, one) => sum + one.passed, 0)
  const all = record.reduce((sum, one) => sum + one.passed + one.failed, 0)
  return (passed + PRIOR_WEIGHT * prior) / (all + PRIOR_WEIGHT)
}

type Chosen = { first: Candidate | undefined; second: Candidate | undefined; task: Task; state: State }
function alternativeTo(one: Candidate, { first, second, task, state }: Chosen): Alternative {
  const { model, ready } = one
  if (!ready) return { model, why: 'not-ready' }
  if (one === second) return { model, why: 'next' }
  if (!builds(one, state.roles)) return { model, why: 'no-model' }
  if (state.down.includes(model)) return { model, why: 'down' }
  if (costFor(one, task) > state.remaining) return { model, why: 'budget' }
  return { model, why: first && price(one) > price(first) ? 'dearer' : 'weaker' }
}

function sentenceOf({ draft, refine, reason, chance }: Omit<Choice, 'because'>, { risks, language, difficulty, failures }: Task): string {
  switch (reason) {
    case 'offline':
      return `No model is set up or can be reached, so ${draft} does it.`
    case 'risk':
      return `It touches ${risks.join(' and ')}, so the strong model ${draft} does it and a person approves it.`
    case 'checks-failed':
      return `Checks failed ${failures === 1 ? 'once' : `${failures} times`}, so the strong model ${draft} takes over.`
    case 'draft-pays':
      return `${draft} passes about ${Math.round(chance * 100)} of 100 ${difficultyOf(difficulty)} tasks in ${language}: a draft is worth it. ${refine} takes over where checks fail.`
    case 'refine-pays':
      return `Drafts of ${difficultyOf(difficulty)} tasks in ${language} fail too often to be worth it, so ${draft} begins.`
    case 'budget':
      return `The budget that is left bears no more than ${draft}.`
    case 'only-one':
      return `${draft} is the only model that can be asked.`
  }
}

/** What the journal keeps of a choice. */
export const routed = (task: Task, choice: Choice): EventBody => ({
  type: 'model-routed',
  ...(task.app && { app: task.app }),
  task: task.what,
  model: choice.draft,
  refine: choice.refine,
  approval: choice.approval,
  reason: choice.reason,
  because: choice.because,
  chance: choice.chance,
  alternatives: choice.alternatives,
})
