/**
 * From what a person does to a better decision, end to end. Read this after turn.ts: everything is events of the journal.
 *
 *   choice-made (topic, action, chance, features)      when an app came to be
 *     -> feedback-received, app-used, record-logged, a change of the look      in the days after
 *       -> reward-assigned      once it is clear what it was worth
 *         -> policy-evaluated -> policy-promoted, policy-kept or policy-demoted
 *
 * Nothing else is kept: which policy decides follows from the journal (learning/loop), with which what is known of it is kept up
 * (occasions.ts). So it is the same after a restart, and after forgetting it is what it would have been without what was forgotten.
 *
 * Covers: matters of taste of new apps (policy/topics.ts). Does not: anything that could do harm. Of an incognito conversation,
 * and of apps about money, health or law, nothing is tried, kept or learned.
 */
import type { Apps } from './apps/apps.ts'
import type { Clock } from './base/clock.ts'
import { fail, ok, type Result } from './base/result.ts'
import type { Rng } from './base/rng.ts'
import type { Ethics, Taste } from './ethics.ts'
import type { AppId, ConversationId, Event, EventBody, EventId, PersonId } from './events.ts'
import type { Incognito } from './incognito.ts'
import type { Standing } from './learning/loop/judge.ts'
import type { Occasion } from './learning/loop/occasions.ts'
import { type Outcome, outcomeOf, type Seen } from './learning/loop/outcome.ts'
import type { Signs } from './learning/loop/signs.ts'
import { type Known, openOccasions } from './occasions.ts'
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
  /** What is done from now on in a topic, and nothing else tried; null: what is learned decides again. 'request-invalid' for an action that it does not have. */
  lock(topic: TopicId, action: string | null): Promise<Result<void>>
  /** Of one topic, or of all: what was learned is put aside. What is locked stays so. */
  reset(topic?: TopicId): Promise<Result<void>>
  /** Resolves when nothing runs. */
  idle(): Promise<void>
}

export type View = { on: boolean; topics: Topical[] }
export type Topical = { topic: TopicId; standing: Standing; occasions: Occasion[]; locked: string | null }

export type LearningParts = {
  store: Store
  apps: Apps
  incognito: Incognito
  person: PersonId
  clock: Clock
  rng: Rng
  taste: Ethics['taste']
}

/** Of days on which apps were opened, so many are looked through at the start. */
const MOST_USES = 2_000
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
  const occasions = openOccasions({ store, person })
  const looks = openLooks(parts.apps)
  const note = (bodies: readonly EventBody[]): Promise<Result<Event[]>> =>
    bodies.length ? store.journal.appendAll(bodies, { person }) : Promise.resolve(ok([]))

  async function prefer(topic: TopicId, features: Features, conversation: ConversationId): Promise<Preferred> {
    const { actions } = topics[topic]
    const { mask, forbidden } = allowed((await parts.taste()).rules, actions, features, actions[0])
    // What a thumb since the last turn says is being looked at since this one began.
    await last
    const known = await occasions.now()
    const locked = known.told.locked[topic]
    // Said by the person and not tried on them; where a rule stands against it, it is as for everybody.
    if (locked && mask[actions.indexOf(locked)]) return { action: locked, choice: null }
    if (locked) return { action: actions[0], choice: null, masked: forbidden.flatMap(({ rules }) => rules) }
    if (!known.told.on || incognito.has(conversation)) return { action: actions[0], choice: null }
    if (mask.includes(false)) return { action: actions[0], choice: null, masked: forbidden.flatMap(({ rules }) => rules) }
    const { state, policy } = known.standing(topic)
    const { action, probability } = decide(policy, features, rng, mask)
    const instead = actions.find((one) => one !== action)!
    const because = state === 'trying' ? 'tried' : state === 'learned' ? 'learned' : 'shipped'
    return { action, choice: { type: 'choice-made', topic, action, instead, probability, policy: policy.id, features, because } }
  }

  const judgements = (known: Known): EventBody[] => TOPICS.flatMap((topic) => judgementsOf(known, topic))

  async function settle(): Promise<Result<Event[]>> {
    const before = await occasions.now()
    if (!before.told.on) return ok([])
    const now = parts.clock.now()
    const open = TOPICS.flatMap((topic) => openAt(before.told.occasions[topic], topic, now))
    const signs = await before.signs(open)
    const looking = await looks.of(new Set(open.flatMap(({ app, topic }) => (app && topic !== 'offers' ? [app] : []))))
    const costs = onceEach((await parts.taste()).costs)
    const rewards = open.flatMap((occasion): EventBody[] => {
      const seen = outcomeOf(seenOf(occasion, signs, looking, now))
      const outcome = seen && afterCosts(seen, costs(occasion.topic, occasion.action))
      return outcome && isNews(outcome, occasion) ? [{ type: 'reward-assigned', about: occasion.event, ...outcome }] : []
    })
    const noted = await note(rewards)
    if (!noted.ok) return noted
    const judged = await note(judgements(await occasions.now()))
    return judged.ok ? ok([...noted.value, ...judged.value]) : judged
  }

  /** When each app was last noted as opened, and by which event: one that was forgotten is noted again. */
  let lastUses: Map<AppId, { day: string; event: EventId }> | null = null
  async function used(app: AppId): Promise<Result<void>> {
    if (!(await occasions.now()).told.on) return ok(undefined)
    const today = new Date(parts.clock.now()).toISOString().slice(0, 10)
    lastUses ??= await usesUntilNow(parts)
    const last = lastUses.get(app)
    if (last?.day === today && (await store.journal.get(person, last.event))) return ok(undefined)
    const noted = await note([{ type: 'app-used', app, what: 'opened' }])
    if (noted.ok) lastUses.set(app, { day: today, event: noted.value[0]!.id })
    return noted.ok ? ok(undefined) : noted
  }

  return {
    prefer,
    settle: () => alone(settle),
    used: (app) => alone(() => used(app)),
    view: () =>
      alone(async () => {
        const noted = await settle()
        if (!noted.ok) return noted
        const { told, standing } = await occasions.now()
        const all = TOPICS.map((topic) => ({
          topic,
          standing: standing(topic),
          occasions: [...told.occasions[topic]],
          locked: told.locked[topic],
        }))
        return ok({ on: told.on, topics: all })
      }),
    set: (on) => alone(() => changed(note([{ type: 'learning-changed', change: on ? 'on' : 'off' }]))),
    async lock(topic, action) {
      if (action && !topics[topic].actions.includes(action))
        return fail('request-invalid', 'There is no such action.', { problem: `${topic} is ${topics[topic].actions.join(' or ')}` })
      const change = action ? ({ change: 'locked', action } as const) : ({ change: 'unlocked' } as const)
      return alone(() => changed(note([{ type: 'learning-changed', topic, ...change }])))
    },
    reset: (topic) => alone(() => changed(note([{ type: 'learning-changed', change: 'reset', ...(topic && { topic }) }]))),
    idle: async () => void (await last),
  }
}

async function changed(noted: Promise<Result<Event[]>>): Promise<Result<void>> {
  const done = await noted
  return done.ok ? ok(undefined) : done
}

/** What is to be announced of who decides: once each, and only what changed. It is not what was announced once something was forgotten. */
function judgementsOf({ told, standing }: Known, topic: TopicId): EventBody[] {
  const { state, policy, gain, harmed } = standing(topic)
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
function openAt(occasions: readonly Occasion[], topic: TopicId, now: number): Occasion[] {
  const since = new Date(now - topics[topic].days * DAY).toISOString()
  return occasions.filter(({ reward, at }) => reward === null || at >= since)
}

/** Another worth, or the same for another reason: it is told to the person by its reason. */
const isNews = ({ reward, signals }: Outcome, occasion: Occasion): boolean =>
  reward !== occasion.reward || Object.entries(signals).some(([name, value]) => occasion.signals[name] !== value)

/** Asked once for each action, whatever the number of occasions. */
function onceEach(costs: Taste['costs']): Taste['costs'] {
  const known = new Map<string, ReturnType<Taste['costs']>>()
  return (topic, action) => {
    const key = `${topic}/${action}`
    const found = known.get(key) ?? costs(topic, action)
    known.set(key, found)
    return found
  }
}

/** What a rule of ethics makes an action cost is taken from what it earned, by name. */
export function afterCosts({ reward, signals }: Outcome, costs: readonly { rule: string; amount: number }[]): Outcome {
  const paid = costs.reduce((sum, { amount }) => sum + amount, 0)
  const named = Object.fromEntries(costs.map(({ rule, amount }) => [rule, -amount]))
  return { reward: Math.max(-1, reward - paid), signals: { ...signals, ...named } }
}

function seenOf(occasion: Occasion, signs: Signs, looks: Looks, now: number): Seen {
  const { topic, action, at, turn, reward } = occasion
  // What was known and is gone (a change undone, a thumb forgotten) leaves what the days until now say.
  const over = reward !== null || now - Date.parse(at) > topics[topic].days * DAY
  const seen = { thumb: signs.thumbOf(turn), changed: false, days: 0, taken: null, over }
  if (topic !== 'offers') return { ...seen, ...lookedAfter(occasion, signs, looks) }
  return action === topics.offers.actions[0] ? { ...seen, ...offered(occasion, signs, over) } : { ...seen, over: true }
}

function lookedAfter({ app, n, at, turn, topic, action }: Occasion, signs: Signs, looks: Looks): Partial<Seen> {
  const found = app && looks.get(app)
  if (!found) return {}
  const until = Date.parse(at) + topics[topic].days * DAY
  const uses = signs.usesOf(app, n).filter((use) => use.turn !== turn && use.at > at && Date.parse(use.at) <= until)
  const days = new Set(uses.map((use) => use.at.slice(0, 10)))
  days.delete(at.slice(0, 10))
  return { changed: found.look[topic as 'density' | 'first'] !== action, days: days.size }
}

function offered({ conversation, n, turn }: Occasion, signs: Signs, over: boolean): Partial<Seen> {
  const chips = turn ? signs.offeredIn(turn) : []
  const said = conversation ? signs.messagesOf(conversation, n, PASSED) : []
  return { taken: said.some(({ text }) => chips.includes(text)), over: over || said.length >= PASSED }
}

/** How the apps that are there look now. A version that was published stays as it is, so each is read once. */
type Looks = ReadonlyMap<AppId, { version: number; look: AppSpec['look'] }>
function openLooks(apps: Apps): { of(ids: Iterable<AppId>): Promise<Looks> } {
  const known = new Map<AppId, { version: number; look: AppSpec['look'] }>()
  return {
    async of(ids) {
      const versions = await apps.versions()
      for (const app of known.keys()) if (!versions.has(app)) known.delete(app)
      for (const app of ids) {
        if (known.get(app)?.version === versions.get(app)) continue
        const found = await apps.get(app)
        if (found.ok) known.set(app, { version: found.value.version, look: found.value.spec.look })
      }
      return known
    },
  }
}

async function usesUntilNow({ store, person }: LearningParts): Promise<Map<AppId, { day: string; event: EventId }>> {
  const uses = (await store.journal.byType(person, ['app-used'], MOST_USES)).reverse()
  return new Map(uses.flatMap(({ id, at, ...use }) => (use.type === 'app-used' ? [[use.app, { day: at.slice(0, 10), event: id }]] : [])))
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
