/**
 * One message, end to end. Read this first: what happens is a list of events, each journalled before anybody sees it.
 *
 *   message-received -> module-chosen -> (memory-recalled) -> one of the steps below -> reply
 *
 * The steps are the modules: synthesis makes and changes apps, simulation writes to and asks an app's data, memory
 * keeps plain facts, dialogue does the talking.
 */
import { answer } from './apps/answer.ts'
import type { Checkpoint } from './apps/types.ts'
import { wallClock } from './base/clock.ts'
import { currencyOf } from './base/language/currency.ts'
import { languageOf } from './base/language/format.ts'
import { read } from './base/language/read.ts'
import type { Reading } from './base/language/types.ts'
import { fieldsNamed, fold, visibleCollections } from './base/resolve.ts'
import type { Failure, Result } from './base/result.ts'
import { asksFigure } from './dialogue/ask/words.ts'
import { cue } from './dialogue/cues.ts'
import { happeningsOf, type Records } from './dialogue/related/events.ts'
import * as say from './dialogue/reply.ts'
import type { AppGlimpse, DialogueContext, Intent, Understanding } from './dialogue/understand/intent.ts'
import { asksOfWorld } from './dialogue/understand/outside.ts'
import { wantsGone } from './dialogue/understand/rules/build.ts'
import { asksAdvice, wishesToKeep } from './dialogue/understand/telling.ts'
import { understand } from './dialogue/understand/weigh.ts'
import { sentence } from './doors/messages.ts'
import { applyEntry, keepsAmounts, standing } from './entries.ts'
import type { AppId, Card, ConversationId, Event, EventBody, EventId, TurnId } from './events.ts'
import { forgetEvents, forgetMemories } from './forget.ts'
import type { House } from './house.ts'
import { extract } from './memory/ingest/index.ts'
import { asRemembered, isAboutMe, saysAll, tells } from './memory/memory.ts'
import type { Item, Remembered } from './memory/types.ts'
import type { AppSpec, Language } from './spec.ts'
import { currencyEdits } from './studio/edit/whole.ts'
import { readEdits } from './studio/edit.ts'
import { currencyOf as currencySaid } from './studio/frame/values.ts'
import { type Around, urlOf } from './studio/studio.ts'
import { type Proposal, synthesise } from './studio/synthesise.ts'
import type { Message } from './turns.ts'

/** What a step ends with: what is said, shown and offered next. */
type Reply = { text: string; cards?: Card[]; chips?: string[] }
type Step = AsyncGenerator<EventBody, Reply>

type Turn = {
  house: House
  id: TurnId
  message: Message & { conversation: ConversationId }
  reading: Reading
  language: Language
  context: DialogueContext
  around: Around
}

/** A step could not go on; the person is told why in their language, and nothing half-done stays. */
class Stopped extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Stopped(result.error)
  return result.value
}

export async function* runTurn(
  house: House,
  message: Message & { conversation: ConversationId },
  id: TurnId,
  signal: AbortSignal,
): AsyncGenerator<Event> {
  const envelope = { person: house.person, conversation: message.conversation, turn: id }
  const record = async (body: EventBody): Promise<Event> => must(await house.store.journal.append(body, envelope))
  let language = languageOf(message.locale)
  try {
    const turn = await prepare(house, message, id, signal)
    language = turn.language
    const received = await record({ type: 'message-received', text: message.text, language, locale: message.locale })
    turn.around.because = received.id
    yield received
    const understood = await placed(understand(turn.reading, turn.context), turn)
    const { intent, confidence, features } = understood
    yield await record(house.policy.choose({ intent, confidence, features }))
    const step = heard(turn, understood)
    let next = await step.next()
    while (!next.done) {
      yield await record(next.value)
      next = await step.next()
    }
    const { text, cards = [], chips = [] } = next.value
    const reply = [
      await record({ type: 'reply-start', language }),
      await record({ type: 'reply-delta', text }),
      await record({ type: 'reply-end', text, language, cards, chips }),
    ]
    yield* reply
    // The wish to forget something names it too.
    if (intent === 'forget') must(await forgetEvents(house, [received.id, ...reply.map((event) => event.id)]))
  } catch (error) {
    const failure = error instanceof Stopped ? error.failure : broken(house, error)
    const body = { type: 'turn-failed' as const, code: failure.code, message: sentence(failure, language) }
    // The journal itself may be what failed (a full disk): the person is told all the same.
    yield await record(body).catch(() => ({
      ...body,
      ...envelope,
      id: house.newId() as EventId,
      at: new Date(house.clock.now()).toISOString(),
    }))
  }
}

/** So sure must the synthesiser be of a kind of app before it takes what the dialogue could not place. */
const PLAIN_WISH = 0.6

/** "Who does the dishes tonight? Rotate between Sam, Priya and Jo" has no word of wishing, and is a wish all the same. */
async function placed(understood: Understanding, turn: Turn): Promise<Understanding> {
  const { intent, features, confidence } = understood
  // “I keep bees” tells something: it is a wish only where it sounds like one.
  const anew = understood.intent === 'choose' && understood.about === 'new app'
  const weak = (intent === 'build' && confidence < PLAIN_WISH) || (intent === 'feedback' && turn.reading.tokens.length > 2) || anew
  if (
    weak &&
    !(intent === 'build' && (proposalFor(turn).enumerates || wishesToKeep(turn.language, turn.reading.text.toLowerCase()))) &&
    extract({ text: turn.reading.text, at: turn.context.now, language: turn.language }).length > 0
  )
    return { intent: 'tell', confidence, features }
  if (isNewWish(understood, turn)) return { intent: 'build', confidence: WISHED, features: { ...features, far: true } }
  const open = intent === 'unclear' || anew
  const changed = open && changeOfOpen(turn)
  if (changed) return { intent: 'edit', app: changed, confidence: 0.5, features }
  if (!open || wantsGone(turn.reading) || Number(features.relevance ?? 0) >= 1 || turn.reading.tokens.length < 4) return understood
  if (asksAdvice(turn.language, turn.reading.text)) return understood
  const { evidence } = proposalFor(turn)
  if (evidence < PLAIN_WISH) return understood
  // The dog is six years old: a figure, of something that apps are made for, and still no wish.
  if (features['guess-tell']) return { intent: 'tell', confidence, features: { ...features, evidence } }
  // “What was I allergic to, again?” asks for what was told, where something told answers it.
  const about = features.question ? await toldOf(turn) : null
  if (about) return { intent: 'recall', about, confidence: TOLD, features: { ...features, evidence } }
  return { intent: 'build', confidence: Math.round(evidence * 1000) / 1000, features: { ...features, evidence } }
}

/** So sure must the synthesiser be before a wish goes past an app that is neither open nor spoken of. */
const WISHED = 0.8
/** A habit of one app is named, a debt of one ledger told. */
const CERTAIN = 0.92
/** What is done with entries and parts that are there. */
const ABOUT_THERE = ['add', 'change', 'remove', 'correct'] as const
/** That a thing is to be made, or what it is to keep. */
const TO_BE_MADE = ['build', 'track', 'artefact'] as const

/**
 * 去三亚五天的行李清单, said where nothing is open, is no entry of a timesheet: with a home of apps most words are near one
 * of them. What is asked for as a whole is a new app, unless it says what happened or is to change in one that is there.
 */
function isNewWish(understood: Understanding, turn: Turn): boolean {
  const { intent, features, confidence } = understood
  if ((intent !== 'log' && intent !== 'edit' && intent !== 'query') || confidence >= CERTAIN) return false
  const { context, reading } = turn
  const low = fold(reading.text)
  if (understood.app === context.open || understood.app === context.last.app) return false
  if (/[?？]\s*$/.test(reading.text) || ABOUT_THERE.some((name) => cue(low, name))) return false
  const { evidence, enumerates } = proposalFor(turn)
  const wished = enumerates || TO_BE_MADE.some((name) => cue(low, name))
  const tells = Number(features.figures ?? 0) > 0 || features.question || cue(low, 'did')
  return (wished || !tells) && evidence >= WISHED
}

/** "members need an email too" has no word that only a change has; if every part of it is one for the open app, it is one. */
function changeOfOpen({ context, reading }: Turn): AppId | null {
  const id = context.open ?? context.last.app
  const app = context.apps.find((each) => each.id === id)
  const read = app && readEdits(reading, app.spec, context)
  return app && read?.ok && read.value.edits.length > 0 && !read.value.missing.length ? app.id : null
}

function broken(house: House, error: unknown): Failure {
  house.complain(error)
  const problem = (error instanceof Error ? error.message : String(error)).slice(0, 200)
  return { code: 'turn-broken', message: problem, values: { problem } }
}

async function prepare(house: House, message: Message & { conversation: ConversationId }, id: TurnId, signal: AbortSignal): Promise<Turn> {
  const { locale: from, timeZone } = message
  const now = house.now(timeZone, from)
  const currency = currencyOf(from)
  const past = await house.store.journal.byConversation(house.person, message.conversation, 80)
  const previous = past.findLast((event) => event.type === 'message-received')
  const hints = { locale: from, ...(previous && { previous: previous.language }) }
  const reading = read(message.text, { now, language: languageOf(from), currency, hints })
  const { language } = reading
  const locale = languageOf(from) === language ? from : language
  const window = await house.memory.window(message.conversation)
  const last = lastOf(past)
  const apps = await glimpses(house, [message.open, last.app])
  const context: DialogueContext = {
    apps,
    open: apps.some((app) => app.id === message.open) ? message.open : null,
    now,
    locale,
    currency,
    window,
    last,
  }
  return { house, id, message, reading, language, context, around: { now, timeZone, locale, because: '' as EventId, signal } }
}

async function glimpses(house: House, near: (string | null | undefined)[]): Promise<AppGlimpse[]> {
  const found = await Promise.all(
    (await house.apps.list(house.now())).map(async ({ id, usedAt }) => {
      const app = await house.apps.get(id)
      return app.ok
        ? [
            {
              id,
              name: app.value.spec.name,
              icon: app.value.spec.icon,
              spec: app.value.spec,
              usedAt,
              version: app.value.version,
              ...(happeningsOf(app.value.spec).length > 0 && { records: await recordsOf(house, id, app.value.spec) }),
              ...(near.includes(id) && { known: await recordsOf(house, id, app.value.spec) }),
            },
          ]
        : []
    }),
  )
  return found.flat()
}

/** What is told of entries that are there is about them by name: those of related collections, and of the app that is near. */
async function recordsOf(house: House, id: AppId, spec: AppSpec): Promise<Records> {
  const data = house.apps.data(id)
  const found = await Promise.all(spec.collections.map(async (one) => [one.id, await data.records(one.id)] as const))
  return Object.fromEntries(found.flatMap(([collection, records]) => (records.ok ? [[collection, records.value]] : [])))
}

/** What the turn before was about. */
function lastOf(past: Event[]): DialogueContext['last'] {
  const choice = past.findLast((event) => event.type === 'module-chosen')
  const about = past.findLast((event) => 'app' in event && event.app !== undefined)
  return { app: about && 'app' in about ? (about.app ?? null) : null, intent: choice ? String(choice.features.intent ?? '') : null }
}

// ---- The steps, one an intent --------------------------------------------------------------------------------

/** What has nothing else to answer than that it was learned. */
const QUIET = new Set<Intent['intent']>(['tell', 'unclear'])

/** What a message tells of the person is learned on the way; where it wants nothing else, that is the answer. */
async function* heard(turn: Turn, understood: Understanding): Step {
  if (!tells(understood.intent) || understood.features.question || incognito(turn)) return yield* stepOf(turn, understood)
  const { house, message, reading, context, language, around } = turn
  const said = { event: around.because, conversation: message.conversation, text: reading.text, now: context.now, language }
  const { added, merged, retired } = must(await house.memory.takeIn(said))
  for (const { id, text } of added) yield { type: 'memory-stored', memory: id, text }
  for (const { id } of merged) yield { type: 'memory-changed', memory: id, change: 'confirmed' }
  yield* noLonger(retired)
  return QUIET.has(understood.intent) && added.length ? noting(turn, added) : yield* stepOf(turn, understood)
}

function* noLonger(retired: readonly Item[]) {
  for (const { id, supersededBy } of retired)
    yield { type: 'memory-changed' as const, memory: id, change: 'retired' as const, ...(supersededBy && { by: supersededBy }) }
}

function stepOf(turn: Turn, understood: Understanding): Step {
  switch (understood.intent) {
    case 'build':
      return build(turn)
    case 'edit':
      return edit(turn, understood.app)
    case 'undo':
    case 'redo':
      return undoOrRedo(turn, understood)
    case 'restore':
      return restore(turn, understood)
    case 'log':
      return log(turn, understood)
    case 'query':
      return query(turn, understood)
    case 'remove-app':
      return remove(turn, understood.app)
    case 'tell':
      return keep(turn, turn.reading.text, 'said')
    case 'remember':
    case 'recall':
    case 'forget':
      return recollect(turn, understood)
    case 'unclear':
      return unclear(turn, understood)
    default:
      return talk(turn, understood)
  }
}

const glimpse = (turn: Turn, app: AppId): AppGlimpse => {
  const found = turn.context.apps.find((each) => each.id === app)
  if (!found) throw new Stopped({ code: 'app-unknown', message: 'There is no such app.' })
  return found
}
const cardOf = (app: AppId, { name, icon }: { name: string; icon: string }): Card => ({ card: 'app', app, name, icon, url: urlOf(app) })

function proposalFor({ reading, context }: Turn): Proposal {
  const before = context.window.filter((line) => line.role === 'person').map((line) => line.text)
  return synthesise(reading, { now: context.now, locale: context.locale, currency: context.currency, before })
}

async function* build(turn: Turn): Step {
  const { house, message, around, language } = turn
  const proposal = proposalFor(turn)
  const built = must(yield* house.studio.build(proposal, message.text, around))
  const { name, icon, purpose } = built.spec
  const { assumed, missing, chips } = proposal
  if (!built.published) return { text: say.withheld(language, { name, failed: built.failed }) }
  // What a model built on does what the rules had to leave out.
  const left = house.studio.models && !built.without ? [] : missing
  const text = say.built(language, { name, icon, purpose, assumed, missing: left })
  return {
    text: [text, ...without(built.without, 'made-without-model', language)].join('\n'),
    cards: [cardOf(built.app, built.spec)],
    chips,
  }
}

/** Why a model that was asked is not what made this, in one sentence. */
function without(failure: Failure | null, code: 'made-without-model' | 'kept-without-model', language: Language): string[] {
  return failure ? [sentence({ code, message: failure.message, values: { problem: sentence(failure, language) } }, language)] : []
}

async function* edit(turn: Turn, app: AppId): Step {
  const { house, message, reading, context, around, language } = turn
  const { spec } = glimpse(turn, app)
  const read = readEdits(reading, spec, context)
  const { models } = house.studio
  if (!read.ok && !models) return { text: say.failed(language, read.error) }
  const { edits, said, missing } = read.ok ? read.value : { edits: [], said: '', missing: [] }
  if (!edits.length && !models) return { text: say.edited(language, { name: spec.name, said, missing }) }
  const tried = yield* house.studio.change(app, edits, message.text, said, missing, around)
  if (!tried.ok && tried.error.code === 'app-is-code') return { text: sentence(tried.error, language) }
  const changed = must(tried)
  const unmade = without(changed.without, 'kept-without-model', language)
  if (!changed.published && unmade.length) return { text: unmade.join('\n') }
  if (!changed.published) return { text: say.withheld(language, { name: spec.name, failed: changed.failed, kept: true }) }
  const left = models && !changed.without ? [] : missing
  return {
    text: [say.edited(language, { name: changed.spec.name, said: said || message.text, missing: left }), ...unmade].join('\n'),
    cards: [cardOf(app, changed.spec)],
    chips: [say.undoChip(language)],
  }
}

async function* undoOrRedo(turn: Turn, { intent, app }: Extract<Intent, { intent: 'undo' | 'redo' }>): Step {
  const target = app ?? turn.context.open ?? turn.context.last.app ?? turn.context.apps[0]?.id
  if (!target) return { text: say.failed(turn.language, { code: `nothing-to-${intent}`, message: `There is nothing to ${intent}.` }) }
  const gone = await turn.house.apps[intent](target, 'person')
  if (!gone.ok) return { text: sentence(gone.error, turn.language) }
  return yield* wentBack(turn, target, gone.value, intent)
}

async function* restore(turn: Turn, { app, when }: Extract<Intent, { intent: 'restore' }>): Step {
  const points = must(await turn.house.apps.checkpoints(app))
  const point = pointOf(points, when, turn.message.timeZone)
  if (!point) return { text: sentence({ code: 'checkpoint-unknown', message: 'There is no such version.' }, turn.language) }
  return yield* wentBack(turn, app, must(await turn.house.apps.restore(app, point.id, 'person')), 'restore')
}

async function* wentBack(turn: Turn, app: AppId, point: Checkpoint, way: 'undo' | 'redo' | 'restore'): Step {
  yield { type: 'checkpoint-restored', app, restored: point.restored ?? point.id, checkpoint: point.id, what: point.what }
  const { spec } = must(await turn.house.apps.get(app))
  const card: Card = { card: 'checkpoint', app, name: spec.name, checkpoint: point.id, what: point.what }
  return { text: say.wentBack(turn.language, { way, name: spec.name, what: point.what }), cards: [card] }
}

/** Nobody named the currency that the app keeps, and it keeps no amount yet: the first one that is said is the person's. */
async function* adoptCurrency(
  turn: Turn,
  app: AppId,
  code: string,
): AsyncGenerator<EventBody, { turn: Turn; understood: Extract<Intent, { intent: 'log' }> } | null> {
  const { house, message, context, around, reading } = turn
  const { spec } = glimpse(turn, app)
  const { requests } = must(await house.apps.get(app))
  const named = requests.some((text) => currencySaid(read(text, { now: context.now, language: spec.language, currency: '' })) !== null)
  if (named || (await keepsAmounts(house.apps.data(app), spec))) return null
  const changed = yield* house.studio.change(app, currencyEdits(spec, code), message.text, code, [], around)
  if (!changed.ok || !changed.value.published) return null
  const apps = context.apps.map((each) => (each.id === app ? { ...each, spec: changed.value.spec } : each))
  const adopted = { ...turn, context: { ...context, apps } }
  const understood = understand(reading, adopted.context)
  return understood.intent === 'log' && understood.app === app && !understood.entries.foreign ? { turn: adopted, understood } : null
}

async function* log(turn: Turn, { app, entries }: Extract<Intent, { intent: 'log' }>): Step {
  const { house, context, around, language, id } = turn
  const { name } = glimpse(turn, app)
  const { foreign } = entries
  const adopted = foreign && (yield* adoptCurrency(turn, app, foreign.code))
  if (adopted) return yield* log(adopted.turn, adopted.understood)
  if (foreign)
    return { text: sentence({ code: 'currency-other', message: 'Another currency is kept.', values: { app: name, ...foreign } }, language) }
  const data = house.apps.data(app)
  const entered = await applyEntry(data, entries.ops, { turn: id, because: around.because, now: context.now, locale: context.locale })
  // “delete the spot” names no entry, but it may name a part of the app.
  if (!entered.ok && entered.error.code === 'record-unknown' && changeOfOpen(turn) === app) return yield* edit(turn, app)
  if (!entered.ok) return { text: sentence(entered.error, language) }
  const { written, done } = entered.value
  for (const { did, collection, record } of done)
    if (did !== 'delete') yield { type: 'record-logged', app, collection: collection.id, record, checkpoint: written.checkpoint }
  let stands: Awaited<ReturnType<typeof standing>> = null
  for (const { collection, record } of done) stands ??= await standing(data, collection.id, record, context.now, context.locale)
  const cards = done.map(
    (each): Card => ({
      card: 'record',
      app,
      name,
      collection: each.collection.id,
      record: each.record.id,
      title: each.title,
      shown: each.shown,
      checkpoint: written.checkpoint,
    }),
  )
  return { text: say.logged(language, { name, done, unsure: entries.unsure, standing: stands }), cards }
}

/** A question that no app is plainly about may be about what was told: a fact must be this likely to answer it. */
const TOLD = 0.35

async function toldOf(turn: Turn): Promise<string | null> {
  const { items } = await turn.house.memory.recall(turn.reading.text, {
    now: turn.context.now,
    language: turn.language,
    unmarked: incognito(turn),
  })
  return items.some(({ item, worth }) => item !== null && worth >= TOLD) ? turn.reading.text : null
}

/** 今日の利益は?: of what is open, a field by its name. */
const asksField = (turn: Turn, app: AppId): boolean =>
  fieldsNamed(turn.reading.text, visibleCollections(glimpse(turn, app).spec), { kinds: false }).some((hit) => hit.score >= 0.9)

async function* query(turn: Turn, { app, query, question, features }: Extract<Understanding, { intent: 'query' }>): Step {
  const { house, context, language, reading } = turn
  // A figure asked with an app open is that app's to give.
  const own = app === context.open && (asksFigure(fold(reading.text)) || asksField(turn, app))
  const about = !own && Number(features.relevance ?? 0) < 1 ? await toldOf(turn) : null
  if (about) return yield* recollect(turn, { intent: 'recall', about })
  const { name, spec } = glimpse(turn, app)
  const found = must(await answer(query, house.apps.data(app), context.now, context.locale))
  yield { type: 'answer-found', app, answer: found }
  return { text: say.answered(language, { name, spec, answer: found, question }), cards: [{ card: 'answer', app, name, answer: found }] }
}

async function* remove(turn: Turn, app: AppId): Step {
  const { name } = glimpse(turn, app)
  must(await turn.house.apps.remove(app))
  yield { type: 'app-removed', app }
  return { text: say.removed(turn.language, { name }) }
}

async function* recollect(turn: Turn, understood: Extract<Intent, { intent: 'remember' | 'recall' | 'forget' }>): Step {
  const { house, language, context } = turn
  if (understood.intent === 'remember') return yield* keep(turn, understood.text, 'asked')
  if (understood.intent === 'forget') return yield* forgetting(turn, understood.about)
  const everything = isAboutMe(understood.about)
  const { items, stop } = everything
    ? { items: await portrayed(turn), stop: 'enough' as const }
    : await house.memory.recall(understood.about, { now: context.now, language, unmarked: incognito(turn) })
  yield { type: 'memory-recalled', items: items.map(({ id, text, score, worth }) => ({ memory: id, text, score, worth })), stop }
  const cards = items.map(({ id, text, at }): Card => ({ card: 'memory', memory: id, text, at }))
  // “How do I get wine out of a carpet?” asks the world and not what was told.
  if (!items.length && asksAdvice(language, turn.reading.text))
    return yield* talk(turn, { intent: 'outside', what: 'search', confidence: 1, features: {} })
  return { text: say.recalled(language, { about: understood.about, items: items.map((item) => item.text) }), cards }
}

async function* keep(turn: Turn, text: string, provenance: 'asked' | 'said'): Step {
  const { house, language, message, context, around } = turn
  if (incognito(turn)) return { text: sentence(keepsNothing, language) }
  const from = { source: around.because, conversation: message.conversation, now: context.now, language, provenance }
  const retired = async () => (await house.memory.list({ retired: true })).filter((one) => one.retired !== null)
  const before = new Set((await retired()).map(({ id }) => id))
  const item = must(await house.memory.remember(text, from))
  yield { type: 'memory-stored', memory: item.id, text: item.text }
  yield* noLonger((await retired()).filter(({ id }) => !before.has(id)))
  return noting(turn, [item])
}

const incognito = ({ house, message }: Turn): boolean => house.incognito.has(message.conversation)
const keepsNothing: Failure = { code: 'incognito-keeps-nothing', message: 'Nothing of an incognito conversation is kept.' }

/** The person as the memory sees them, a line a part of their life. */
async function portrayed({ house, context }: Turn): Promise<Remembered[]> {
  const { contexts } = await house.memory.portrait(context.now)
  const lines = await Promise.all(contexts.flatMap(({ items }) => items).map(({ id }) => house.memory.get(id)))
  const told = new Map(lines.flatMap((item) => (item ? [[item.text, asRemembered(item)] as const] : [])))
  return [...told.values()]
}

/** “Forget everything about Tom” is all of it; “forget that I like tea” the one thing that fits best. */
async function* forgetting(turn: Turn, about: string): Step {
  const { house, language, context, reading } = turn
  const named = saysAll(reading.text) ? await house.memory.named(about) : []
  const best = named.length ? [] : (await house.memory.recall(about, { now: context.now, language, most: 1 })).items
  const ids = named.length ? named.map(({ id }) => id) : best.slice(0, 1).map(({ id }) => id)
  if (!ids.length) return { text: say.nothingToForget(language, { about }) }
  const text = named.length ? about : best[0]!.text
  must(await forgetMemories(house, ids))
  for (const memory of ids) yield { type: 'memory-forgotten', memory }
  return { text: say.forgotten(language, { text, count: ids.length }) }
}

/** What is kept is said back, so that it can be put right. */
const noting = ({ language }: Turn, items: Item[]): Reply => ({
  // One sentence may have told two things.
  text: say.remembered(language, { text: [...new Set(items.map(({ text }) => text))].join(' ') }),
  cards: items.map(({ id, text, learned }): Card => ({ card: 'memory', memory: id, text, at: learned })),
})

async function* unclear(turn: Turn, understood: Understanding): Step {
  const about = understood.features.question ? await toldOf(turn) : null
  if (about) return yield* recollect(turn, { intent: 'recall', about })
  const { question, open, relevance, ...features } = understood.features
  const ofWorld = question && !open && !(Number(relevance ?? 0) >= 1) && asksOfWorld(fold(turn.reading.text))
  return yield* talk(turn, ofWorld ? { intent: 'outside', what: 'search', confidence: understood.confidence, features } : understood)
}

/** What needs nothing but words. */
async function* talk(turn: Turn, understood: Understanding): Step {
  const { language, context } = turn
  switch (understood.intent) {
    case 'open': {
      const app = glimpse(turn, understood.app)
      return { text: say.opened(language, { name: app.name }), cards: [cardOf(app.id, app)] }
    }
    case 'list-apps':
      return {
        text: say.listed(language, { apps: context.apps.map(({ name, icon }) => ({ name, icon })) }),
        cards: context.apps.slice(0, 12).map((app) => cardOf(app.id, app)),
      }
    case 'calculate':
      return {
        text: say.calculated(language, understood),
        cards: [{ card: 'result', expression: understood.expression, shown: understood.shown }],
      }
    case 'choose':
      return { text: understood.question, cards: [{ card: 'choice', question: understood.question, options: understood.options }] }
    default:
      return say.talked(language, understood, { apps: context.apps.map((app) => app.name) })
  }
}

/** The checkpoint that a person means: as the app stood at the end of a day, at a version, or some steps ago. */
function pointOf(points: Checkpoint[], when: Extract<Intent, { intent: 'restore' }>['when'], timeZone: string): Checkpoint | undefined {
  if (when.kind === 'version') return points.find((point) => point.version === when.version)
  if (when.kind === 'back') return points[when.steps]
  const until = `${when.date}T${when.time ?? '24:00'}`
  return points.find((point) => localStamp(point.at, timeZone) <= until)
}

const localStamp = (at: string, timeZone: string): string => {
  const { date, time } = wallClock(Date.parse(at), timeZone)
  return `${date}T${time}`
}
