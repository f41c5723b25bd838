/**
 * From what a person does to a better decision, end to end. Read this after turn.ts: everything is events of the journal.
 *
 *   choice-made (topic, action, chance, features)      when an app came to be
 *     -> feedback-received, app-used, record-logged, a change of the look      in the days after
 *       -> reward-assigned      once it is clear what it was worth
 *         -> policy-evaluated -> policy-promoted, policy-kept or policy-demoted
 *
 * Nothing else is kept: which policy decides is worked out from the journal whenever it is asked (learning/loop), so it is the
 * same after a restart, and after forgetting it is what it would have been without what was forgotten.
 *
 * Covers: matters of taste of new apps (policy/topics.ts). Does not: anything that could do harm. Of an incognito conversation,
 * and of apps about money, health or law, nothing is tried, kept or learned.
 */
import type { Apps } from './apps/apps.ts'
import type { Clock } from './base/clock.ts'
import { ok, type Result } from './base/result.ts'
import type { Rng } from './base/rng.ts'
import type { Ethics } from './ethics.ts'
import type { AppId, ConversationId, Event, EventBody, EventId, PersonId } from './events.ts'
import type { Incognito } from './incognito.ts'
import { type Standing, standingOf } from './learning/loop/judge.ts'
import { type Occasion, READ, type Told, toldBy } from './learning/loop/occasions.ts'
import { type Outcome, outcomeOf, type Seen } from './learning/loop/outcome.ts'
import type { Features } from './policy/features.ts'
import { decide } from './policy/linear.ts'
import { allowed } from './policy/rules.ts'
import type { Policy, Preference, Preferred } from './policy/table.ts'
import { featuresOf, TOPICS, type TopicId, topics } from './policy/topics.ts'
import type { AppSpec } from './spec.ts'
import type { Store } from './store/types.ts'
import type { Proposal } from './studio/synthesise.ts'
import { write } from './studio/write.ts'

export type Learning = {
  /** Between the actions of a topic; the shipped one where nothing may be learned. */
  prefer: Policy['prefer']
  /** What came of earlier decisions is looked at, and who decides from now on. Runs one at a time; resolves with what was noted. */
  settle(): Promise<Result<Event[]>>
  /** An app was opened: noted once a day. */
  used(app: AppId): Promise<Result<void>>
  /** What there is to see: settles first. */
  view(): Promise<Result<View>>
  set(on: boolean): Promise<Result<void>>
  /** Of one topic, or of all: what was learned is put aside. */
  reset(topic?: TopicId): Promise<Result<void>>
  /** Resolves when nothing runs. */
  idle(): Promise<void>
}

export type View = { on: boolean; topics: Topical[] }
export type Topical = { topic: TopicId; standing: Standing; occasions: Occasion[] }

export type LearningParts = {
  store: Store
  apps: Apps
  incognito: Incognito
  person: PersonId
  clock: Clock
  rng: Rng
  taste: Ethics['taste']
}

/** Events read, the newest; far more than anybody makes apps. */
const MOST_READ = 20_000
/** Of what was said and used, so much: it is about the last days. */
const LATELY = 2_000
const DAY = 86_400_000
/** Messages after which an offer was not taken up. */
const PASSED = 3

export function openLearning(parts: LearningParts): Learning {
  const { store, incognito, person, rng } = parts
  let last: Promise<unknown> = Promise.resolve()
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
  const told = async (): Promise<Told> => toldBy((await store.journal.byType(person, READ, MOST_READ)).reverse())
  const note = (bodies: readonly EventBody[]): Promise<Result<Event[]>> =>
    bodies.length ? store.journal.appendAll(bodies, { person }) : Promise.resolve(ok([]))

  async function prefer(topic: TopicId, features: Features, conversation: ConversationId): Promise<Preferred> {
    const { actions } = topics[topic]
    const { mask, forbidden } = allowed((await parts.taste()).rules, actions, features, actions[0])
    const { on, occasions } = await told()
    if (!on || incognito.has(conversation)) return { action: actions[0], choice: null }
    if (mask.includes(false)) return { action: actions[0], choice: null, masked: forbidden.flatMap(({ rules }) => rules) }
    const { state, policy } = standingOf(topics[topic], occasions[topic])
    const { action, probability } = decide(policy, features, rng, mask)
    const instead = actions.find((one) => one !== action)!
    const because = state === 'trying' ? 'tried' : state === 'learned' ? 'learned' : 'shipped'
    return { action, choice: { type: 'choice-made', topic, action, instead, probability, policy: policy.id, features, because } }
  }

  async function judgements(): Promise<EventBody[]> {
    const now = await told()
    return TOPICS.flatMap((topic) => judgementsOf(now, topic))
  }

  async function settle(): Promise<Result<Event[]>> {
    const before = await told()
    if (!before.on) return ok([])
    const open = TOPICS.flatMap((topic) => before.occasions[topic]).filter((one) => isOpen(one, parts.clock.now()))
    if (open.length === 0 && TOPICS.every((topic) => agrees(before, topic))) return ok([])
    const seen = await lately(parts)
    const { costs } = await parts.taste()
    const rewards: EventBody[] = []
    for (const occasion of open) {
      const seenNow = await outcomeNow(parts, occasion, seen)
      const outcome = seenNow && afterCosts(seenNow, costs(occasion.topic, occasion.action))
      if (outcome && outcome.reward !== occasion.reward) rewards.push({ type: 'reward-assigned', about: occasion.event, ...outcome })
    }
    const noted = await note(rewards)
    if (!noted.ok) return noted
    const judged = await note(await judgements())
    return judged.ok ? ok([...noted.value, ...judged.value]) : judged
  }

  async function used(app: AppId): Promise<Result<void>> {
    const today = new Date(parts.clock.now()).toISOString().slice(0, 10)
    const lately = await store.journal.byType(person, ['app-used'], LATELY)
    const known = lately.some((event) => event.type === 'app-used' && event.app === app && event.at.startsWith(today))
    return known || !(await told()).on ? ok(undefined) : changed(note([{ type: 'app-used', app, what: 'opened' }]))
  }

  return {
    prefer,
    settle: () => alone(settle),
    used: (app) => alone(() => used(app)),
    view: () =>
      alone(async () => {
        const noted = await settle()
        if (!noted.ok) return noted
        const { on, occasions } = await told()
        const all = TOPICS.map((topic) => ({ topic, standing: standingOf(topics[topic], occasions[topic]), occasions: occasions[topic] }))
        return ok({ on, topics: all })
      }),
    set: (on) => alone(() => changed(note([{ type: 'learning-changed', change: on ? 'on' : 'off' }]))),
    reset: (topic) => alone(() => changed(note([{ type: 'learning-changed', change: 'reset', ...(topic && { topic }) }]))),
    idle: async () => void (await last),
  }
}

async function changed(noted: Promise<Result<Event[]>>): Promise<Result<void>> {
  const done = await noted
  return done.ok ? ok(undefined) : done
}

/** Whether what was announced is what is: it is not once something was forgotten. */
const agrees = (told: Told, topic: TopicId): boolean => judgementsOf(told, topic).length === 0

/** What is to be announced of who decides: once each, and only what changed. */
function judgementsOf(told: Told, topic: TopicId): EventBody[] {
  const { state, policy, gain, harmed } = standingOf(topics[topic], told.occasions[topic])
  const decides = state === 'learned' ? policy.id : null
  const announced = told.announced[topic]
  const rests = state === 'rested' && !told.kept[topic]
  if (decides === announced && !rests) return []
  const bodies: EventBody[] = []
  if (announced && decides !== announced)
    bodies.push({ type: 'policy-demoted', policy: announced, because: harmed ? 'it did harm' : 'what spoke for it is gone' })
  const evaluated = decides || rests ? gain() : null
  if (evaluated) {
    const { value, low, high, count } = evaluated
    bodies.push({ type: 'policy-evaluated', policy: policy.id, estimate: value, low, high, occasions: count })
  }
  if (decides && decides !== announced)
    bodies.push({ type: 'policy-promoted', policy: decides, because: 'it gains, at the lower end of what is likely' })
  if (rests) bodies.push({ type: 'policy-kept', policy: policy.id, because: 'both were tried, and no difference was seen' })
  return bodies
}

// ---- What came of a decision ------------------------------------------------------------------------------------

/** Nothing is known yet, or somebody may still say otherwise in the same days. */
const isOpen = ({ at, topic, reward }: Occasion, now: number): boolean =>
  reward === null || now - Date.parse(at) <= topics[topic].days * DAY

/** What people said and used lately, read once for all occasions. */
type Lately = { thumbs: Of<'feedback-received'>[]; uses: Event[] }
/** What a rule of ethics makes an action cost is taken from what it earned, by name. */
export function afterCosts({ reward, signals }: Outcome, costs: readonly { rule: string; amount: number }[]): Outcome {
  const paid = costs.reduce((sum, { amount }) => sum + amount, 0)
  const named = Object.fromEntries(costs.map(({ rule, amount }) => [rule, -amount]))
  return { reward: Math.max(-1, reward - paid), signals: { ...signals, ...named } }
}

type Of<T extends Event['type']> = Extract<Event, { type: T }>

async function lately({ store, person }: LearningParts): Promise<Lately> {
  const thumbs = await store.journal.byType(person, ['feedback-received'], LATELY)
  const uses = await store.journal.byType(person, ['record-logged', 'answer-found', 'app-used'], LATELY)
  return { thumbs: thumbs as Of<'feedback-received'>[], uses }
}

async function outcomeNow(parts: LearningParts, occasion: Occasion, { thumbs, uses }: Lately): Promise<Outcome | null> {
  const over = parts.clock.now() - Date.parse(occasion.at) > topics[occasion.topic].days * DAY
  const turn = occasion.turn ? await parts.store.journal.byTurn(parts.person, occasion.turn) : []
  // The newest comes first.
  const thumb = thumbs.find(({ about }) => turn.some(({ id }) => id === about))?.value ?? null
  const seen = { thumb, changed: false, days: 0, taken: null, over }
  return outcomeOf(occasion.topic === 'offers' ? await offered(parts, occasion, turn, seen) : await looked(parts, occasion, uses, seen))
}

async function looked({ apps }: LearningParts, { app, at, turn, topic, action }: Occasion, uses: Event[], seen: Seen): Promise<Seen> {
  const found = app && (await apps.get(app))
  if (!found?.ok) return seen
  const until = Date.parse(at) + topics[topic].days * DAY
  const own = uses.filter((event) => 'app' in event && event.app === app && event.turn !== turn)
  const days = new Set(own.flatMap((event) => (event.at > at && Date.parse(event.at) <= until ? [event.at.slice(0, 10)] : [])))
  days.delete(at.slice(0, 10))
  return { ...seen, changed: found.value.spec.look[topic as 'density' | 'first'] !== action, days: days.size }
}

async function offered(
  { store, person }: LearningParts,
  { conversation, turn, at, action }: Occasion,
  of: readonly Event[],
  seen: Seen,
): Promise<Seen> {
  if (action !== topics.offers.actions[0]) return { ...seen, over: true }
  const chips = of.flatMap((event) => (event.type === 'reply-end' ? event.chips : []))
  const all = conversation ? await store.journal.byConversation(person, conversation) : []
  const later = all.filter((event) => event.turn !== turn && event.at >= at)
  const said = later.flatMap((event) => (event.type === 'message-received' ? [event.text.trim()] : []))
  return { ...seen, taken: said.slice(0, PASSED).some((text) => chips.includes(text)), over: seen.over || said.length >= PASSED }
}

// ---- Deciding ---------------------------------------------------------------------------------------------------

/** More things to fill in are many; so many views are several; fewer apps are few. */
const MANY = 5
const SEVERAL = 2
const FEW = 5

/** `masked`: rules that stood in the way of a trial. */
export type Designed = { proposal: Proposal; choices: Preference[]; masked: string[] }

/** A proposal as the person would like it. What they asked for in words is not touched: a look is decided only where it is as shipped. */
export async function designed(policy: Policy, proposal: Proposal, conversation: ConversationId, apps: number): Promise<Designed> {
  const { spec } = proposal
  const risk = spec.risks.length > 0
  const choices: Preference[] = []
  const by = new Set<string>()
  const prefer = async (topic: TopicId, given: boolean): Promise<string> => {
    const { action, choice, masked = [] } = await policy.prefer(topic, featuresOf(topic, given, risk), conversation)
    for (const rule of masked) by.add(rule)
    if (choice) choices.push(choice)
    return action
  }
  let look = spec.look
  if (look.density === 'roomy') look = { ...look, density: (await prefer('density', fieldsOf(spec) > MANY)) as 'roomy' | 'compact' }
  if (standsOpen(spec)) look = { ...look, first: (await prefer('first', spec.views.length >= SEVERAL)) as 'entry' | 'views' }
  const quiet = proposal.chips.length > 0 && (await prefer('offers', apps < FEW)) === 'quiet'
  return { proposal: { ...proposal, spec: { ...spec, look }, ...(quiet && { chips: [] }) }, choices, masked: [...by] }
}

const fieldsOf = ({ collections }: AppSpec): number => {
  const own = collections
    .filter(({ hidden }) => !hidden)
    .map(({ fields }) => fields.filter((field) => !field.hidden && field.kind !== 'computed'))
  return Math.max(0, ...own.map(({ length }) => length))
}

/** Whether what stands first makes a difference: the form is short enough to stand open. */
function standsOpen(spec: AppSpec): boolean {
  if (spec.look.first !== 'entry') return false
  const page = (first: 'entry' | 'views') => write({ ...spec, look: { ...spec.look, first } }, { id: '' as AppId, requests: [] })['app.tsx']
  return page('entry') !== page('views')
}

/** The choices that an app came to be with: not those that a model or a repair went past. */
export const madeWith = (choices: readonly Preference[], app: AppId, spec: AppSpec): Preference[] =>
  choices.flatMap((choice) =>
    choice.topic === 'offers' || spec.look[choice.topic as 'density' | 'first'] === choice.action ? [{ ...choice, app }] : [],
  )

/** Events of what was learned in these turns: with the words they go too. */
export async function learnedIn(
  { store, person }: Pick<LearningParts, 'store' | 'person'>,
  events: readonly EventId[],
): Promise<EventId[]> {
  const found = await Promise.all(events.map((id) => store.journal.get(person, id)))
  const turns = new Set(found.flatMap((event) => (event?.type === 'message-received' && event.turn ? [event.turn] : [])))
  const choices = (await Promise.all([...turns].map((turn) => store.journal.byTurn(person, turn))))
    .flat()
    .filter(({ type }) => type === 'choice-made')
  const rewards = await Promise.all(choices.map(({ id }) => store.journal.naming(person, id)))
  return [...choices.map(({ id }) => id), ...rewards.flat()]
}
