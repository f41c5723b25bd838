/**
 * One message, end to end. Read this first: what happens is a list of events, each journalled before anybody sees it.
 *
 *   message-received -> module-chosen -> (memory-recalled) -> one of the steps below -> reply
 *
 * The steps are the modules: synthesis makes and changes apps, simulation writes to and asks an app's data, memory
 * keeps plain facts, dialogue does the talking.
 */

import { asked, askToWrite } from './approvals.ts'
import { answer } from './apps/answer.ts'
import type { Checkpoint } from './apps/types.ts'
import { wallClock } from './base/clock.ts'
import { currencyOf } from './base/language/currency.ts'
import { languageOf } from './base/language/format.ts'
import { read } from './base/language/read.ts'
import { localeOfChinese } from './base/language/script.ts'
import { spokenMoment } from './base/language/spoken.ts'
import type { Reading } from './base/language/types.ts'
import { fieldsNamed, fold, visibleCollections } from './base/resolve.ts'
import type { Failure, Result } from './base/result.ts'
import { decide, offering, shown, waitingReply } from './deciding.ts'
import { addressed, addressing } from './dialogue/address.ts'
import { asksFigure } from './dialogue/ask/wants.ts'
import { examplesOf } from './dialogue/examples.ts'
import { moodOf } from './dialogue/mood.ts'
import { askForgetting } from './dialogue/offers.ts'
import * as say from './dialogue/reply.ts'
import { likeliest, route } from './dialogue/route/model.ts'
import { meantIn } from './dialogue/target.ts'
import type { AppGlimpse, DialogueContext, Intent, Understanding } from './dialogue/understand/intent.ts'
import { asksOfWorld } from './dialogue/understand/outside.ts'
import { asksAdvice } from './dialogue/understand/telling.ts'
import { understand } from './dialogue/understand/weigh.ts'
import { sentence } from './doors/messages.ts'
import { keepsAmounts, movesSince, type Planned, planEntry, standing, touchesMany, writeEntry } from './entries.ts'
import { appliedBy } from './ethics.ts'
import type { AppId, Card, ConversationId, Event, EventBody, EventId, TurnId } from './events.ts'
import { forgetEvents, forgetMemories, saysThat } from './forget.ts'
import type { House } from './house.ts'
import { designed, madeWith } from './learn.ts'
import { builtinEmbedder } from './memory/embed/builtin.ts'
import { asRemembered, isAboutMe, saysAll, tells } from './memory/memory.ts'
import type { Item, Remembered } from './memory/types.ts'
import { changeOfOpen, placed, proposalFor, toldOf } from './place.ts'
import type { Language } from './spec.ts'
import { StoreError } from './store/types.ts'
import { currencyEdits } from './studio/edit/speech.ts'
import { changeIn, readEdits } from './studio/edit.ts'
import { currencyOf as currencySaid } from './studio/frame/values.ts'
import { type Around, type Built, urlOf } from './studio/studio.ts'
import { writtenFor, writtenThrough } from './traditional.ts'
import type { Message } from './turns.ts'

/** What a step ends with: what is said, shown and offered next. */
type Reply = { text: string; cards?: Card[]; chips?: string[] }
type Step = AsyncGenerator<EventBody, Reply>

export type Turn = {
  house: House
  id: TurnId
  message: Message & { conversation: ConversationId }
  reading: Reading
  language: Language
  context: DialogueContext
  around: Around
  /** What was said and done in this conversation before. */
  past: Event[]
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
  let { locale } = message
  const record = async (body: EventBody): Promise<Event> => must(await house.store.journal.append(asWritten(body, locale), envelope))
  let language = languageOf(locale)
  try {
    const turn = await prepare(house, message, id, signal)
    language = turn.language
    locale = turn.context.locale
    const received = await record({ type: 'message-received', text: message.text, language, locale: message.locale })
    turn.around.because = received.id
    yield received
    const understood = await placed(turn)
    const { intent, confidence, features } = understood
    yield await record(house.policy.choose({ intent, confidence, features }))
    const step = heard(turn, understood)
    let next = await step.next()
    let asked = false
    while (!next.done) {
      asked ||= next.value.type === 'model-routed'
      yield await record(next.value)
      next = await step.next()
    }
    if (asked) yield await record(await costOf(house, received.id))
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
    const body = { type: 'turn-failed' as const, code: failure.code, message: writtenFor(locale)(sentence(failure, language)) }
    // The journal itself may be what failed (a full disk): the person is told all the same.
    yield await record(body).catch(() => ({
      ...body,
      ...envelope,
      id: house.newId() as EventId,
      at: new Date(house.clock.now()).toISOString(),
    }))
  }
}

/** What the models of a turn cost stands in its record, beside what it was for. */
async function costOf({ models }: House, build: EventId): Promise<EventBody> {
  const spent = await models.spentOn(build)
  const sum = (of: 'cost' | 'requests') => spent.reduce((all, one) => all + one[of], 0)
  const byModel = spent.map(({ key: model, requests, input, output, cost }) => ({ model, requests, input, output, cost }))
  return { type: 'cost-settled', cost: sum('cost'), requests: sum('requests'), models: byModel }
}

/** What is said in our own words; the rest is the person's, and stays as it was written. */
const OURS = new Set<EventBody['type']>([
  'plan-made',
  'check-finished',
  'repair-made',
  'app-withheld',
  'checkpoint-restored',
  'reply-delta',
  'reply-end',
])
const asWritten = (body: EventBody, locale: string): EventBody => (OURS.has(body.type) ? writtenThrough(body, writtenFor(locale)) : body)

function broken(house: House, error: unknown): Failure {
  if (error instanceof StoreError) return error.failure
  house.complain(error)
  const problem = (error instanceof Error ? error.message : String(error)).slice(0, 200)
  return { code: 'turn-broken', message: problem, values: { problem } }
}

const embedText = () => {
  const embedder = builtinEmbedder()
  return embedder.ok ? embedder.value.embedText : null
}

async function prepare(house: House, message: Message & { conversation: ConversationId }, id: TurnId, signal: AbortSignal): Promise<Turn> {
  const { locale: from, timeZone } = message
  const now = house.now(timeZone, from)
  const currency = currencyOf(from)
  const past = await house.store.journal.byConversation(house.person, message.conversation, 80)
  const previous = past.findLast((event) => event.type === 'message-received')
  const hints = { locale: from, ...(previous && { previous: previous.language }) }
  const apps = await house.glimpses.all(now)
  const spoken = addressed(message.text, apps)
  const reading = read(spoken?.text ?? message.text, { now, language: languageOf(from), currency, hints })
  const { language } = reading
  const own = languageOf(from) === language ? from : language
  const locale = language === 'zh' ? localeOfChinese(message.text, own) : own
  const window = await house.memory.window(message.conversation)
  const last = lastOf(past)
  const open = spoken?.app.id ?? message.open
  const context: DialogueContext = {
    apps,
    open: apps.find(({ id }) => id === open)?.id ?? null,
    addressed: spoken !== null,
    now,
    locale,
    currency,
    window,
    last,
    changes: (said, spec) => changeIn(said, spec, { now, locale, currency }),
  }
  if (apps.length && !context.addressed) place(context, reading)
  const { conversation } = message
  const unmarked = house.incognito.has(conversation)
  const around = { now, timeZone, locale, because: '' as EventId, signal, conversation, unmarked }
  return { house, id, message, reading, language, context, around, past }
}

/** Of which app it is: of the open one, unless another is plainly meant; where none is open, each has its chance. */
function place(context: DialogueContext, reading: Reading) {
  if (!context.open) context.home = route(reading, context, embedText())
  else if (context.apps.length > 1) context.open = likeliest(route(reading, { ...context, open: null }, embedText()), context)
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
  return QUIET.has(understood.intent) && added.length ? { ...noting(turn, added), chips: alsoOf(turn) } : yield* stepOf(turn, understood)
}

/** So likely must an app be for what was told to be offered to it as well. */
const ALSO = 0.25
/** “Applied at Northwind” is remembered, and may be an entry of the board of applications too. */
function alsoOf({ context, reading }: Turn): string[] {
  const near = context.apps.filter(({ id }) => (context.home?.chances.get(id) ?? 0) >= ALSO)
  return near.map((app) => addressing(app, reading.text))
}

function* noLonger(retired: readonly Item[]) {
  for (const { id, supersededBy } of retired)
    yield { type: 'memory-changed' as const, memory: id, change: 'retired' as const, ...(supersededBy && { by: supersededBy }) }
}

const MAKES = new Set<Intent['intent']>(['build', 'edit', 'undo', 'redo', 'restore', 'remove-app'])

async function* barred({ language }: Turn): Step {
  yield* []
  return { text: sentence({ code: 'scope-missing', message: 'This token may not build.', values: { scope: 'build' } }, language) }
}

function stepOf(turn: Turn, understood: Understanding): Step {
  if (turn.message.barred?.build && MAKES.has(understood.intent)) return barred(turn)
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
      return told(turn, understood)
    case 'remember':
    case 'recall':
    case 'forget':
      return recollect(turn, understood)
    case 'decide':
      return decide(turn, understood, (request, app, dollars) => again(turn, request, app, dollars))
    case 'unclear':
      return unclear(turn, understood)
    default:
      return talk(turn, understood)
  }
}

/** So likely must it be an entry of the app at hand, or a fact to be kept, for what was told to be offered or kept as one. */
const MAYBE = 0.15
/** Something of the person's life is kept and said back; what only passes the time is heard. */
async function* told(turn: Turn, { features }: Understanding): Step {
  const { reading, language, context } = turn
  const fact = features['guess-tell'] && !incognito(turn)
  const kept = fact ? yield* keep(turn, reading.text, 'said') : null
  const open = context.apps.find(({ id }) => id === context.open)
  const entry = open && Number(features['act-log'] ?? 0) >= MAYBE ? [addressing(open, reading.text)] : alsoOf(turn)
  return { text: say.heard(language, reading.text, saidBefore(turn)), cards: kept?.cards ?? [], chips: entry }
}

/** What was answered last in this conversation. */
const saidBefore = ({ past }: Turn): string | null => past.findLast((event) => event.type === 'reply-end')?.text ?? null

const glimpse = (turn: Turn, app: AppId): AppGlimpse => {
  const found = turn.context.apps.find((each) => each.id === app)
  if (!found) throw new Stopped({ code: 'app-unknown', message: 'There is no such app.' })
  return found
}
const cardOf = (app: AppId, { name, icon }: { name: string; icon: string }): Card => ({ card: 'app', app, name, icon, url: urlOf(app) })

async function* build(turn: Turn): Step {
  const { house, message, around, language, context } = turn
  const written = writtenThrough(proposalFor(turn), writtenFor(around.locale))
  const refused = yield* refusing(turn, 'build')
  if (refused) return { text: refused }
  const { proposal, choices, masked } = await designed(house.policy, written, message.conversation, context.apps.length)
  yield* appliedBy(masked, language)
  const built = must(yield* house.studio.build(proposal, message.text, around))
  if (built.published) yield* madeWith(choices, built.app, built.spec)
  const { name } = built.spec
  const { assumed, missing, chips } = proposal
  if (built.held) return waitingReply(built.held, built, language)
  const done = { app: built.app, published: built.published }
  const offered = (reply: Reply) => offering(turn, reply, done, () => !built.published || house.studio.beyond(message.text, proposal))
  if (!built.published) return yield* offered({ text: say.withheld(language, { name, failed: built.failed }) })
  // What a model built on does what the rules had to leave out.
  const left = house.studio.models && !built.without ? [] : missing
  const text = say.built(language, { spec: built.spec, assumed, missing: left })
  return yield* offered({
    text: [text, ...built.notices, ...without(built.without, 'made-without-model', language)].join('\n'),
    cards: [cardOf(built.app, built.spec)],
    chips,
  })
}

/** What the rules of ethics do not let happen is refused before anything is made of it. */
async function* refusing({ house, message, language, around }: Turn, act: 'build' | 'change'): AsyncGenerator<EventBody, string | null> {
  const { locale } = around
  const { refused, applied } = await house.ethics.judge({ act, maker: 'rules', request: message.text, spec: null, locale, language })
  if (refused) yield* applied.filter((one) => one.type === 'rule-applied' && one.effect === 'block')
  return refused
}

/** Why a model that was asked is not what made this, in one sentence. */
function without(failure: Failure | null, code: 'made-without-model' | 'kept-without-model', language: Language): string[] {
  return failure ? [sentence({ code, message: failure.message, values: { problem: sentence(failure, language) } }, language)] : []
}

async function* edit(turn: Turn, app: AppId): Step {
  const { house, message, reading, context, around, language } = turn
  const { spec } = glimpse(turn, app)
  const refused = yield* refusing(turn, 'change')
  if (refused) return { text: refused }
  const read = writtenThrough(readEdits(reading, spec, context), writtenFor(spec.locale))
  const { models } = house.studio
  const offered = (text: string) => offering(turn, { text }, { app, published: true })
  if (!read.ok && !models) return yield* offered(say.failed(language, read.error))
  const { edits, said, missing } = read.ok ? read.value : { edits: [], said: '', missing: [] }
  if (!edits.length && !models) return yield* offered(say.edited(language, { name: spec.name, said, missing }))
  const tried = yield* house.studio.change(app, edits, message.text, said, missing, around)
  if (!tried.ok && tried.error.code === 'app-is-code') return yield* offered(sentence(tried.error, language))
  return yield* changedReply(turn, app, must(tried), { said, missing })
}

/** What was done to an app, and where it could go further with a model. */
async function* changedReply(turn: Turn, app: AppId, changed: Built, { said, missing }: { said: string; missing: string[] }): Step {
  const { house, message, language } = turn
  const { models } = house.studio
  const { name } = changed.spec
  if (changed.held) return waitingReply(changed.held, changed, language)
  const unmade = without(changed.without, 'kept-without-model', language)
  if (!changed.published && unmade.length) return { text: unmade.join('\n') }
  if (!changed.published) return { text: say.withheld(language, { name, failed: changed.failed, kept: true }) }
  const left = models && !changed.without ? [] : missing
  const reply = {
    text: [say.edited(language, { name, said: said || message.text, missing: left }), ...changed.notices, ...unmade].join('\n'),
    cards: [cardOf(app, changed.spec)],
    chips: [say.undoChip(language)],
  }
  return missing.length ? yield* offering(turn, reply, { app, published: true }) : reply
}

/** What waited for a model: the app that was made without it is worked on, or what was asked is made anew. */
async function* again(turn: Turn, request: string, app: AppId | null, dollars?: number): Step {
  const { house, message } = turn
  const around = { ...turn.around, ...(dollars !== undefined && { budget: dollars }) }
  const there = app ? await house.apps.get(app) : null
  if (!app || !there?.ok) {
    const anew = await prepare(house, { ...message, text: request }, turn.id, around.signal)
    return yield* build({ ...anew, around: { ...anew.around, because: around.because, ...(dollars !== undefined && { budget: dollars }) } })
  }
  const changed = must(yield* house.studio.change(app, [], request, '', [], around))
  return yield* changedReply({ ...turn, message: { ...message, text: request } }, app, changed, { said: '', missing: [] })
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
  const stood = spokenMoment(localStamp(point.at, turn.message.timeZone), turn.context.now.date, turn.context.locale)
  return yield* wentBack(turn, app, must(await turn.house.apps.restore(app, point.id, 'person')), 'restore', stood)
}

async function* wentBack(turn: Turn, app: AppId, point: Checkpoint, way: 'undo' | 'redo' | 'restore', stood = ''): Step {
  yield { type: 'checkpoint-restored', app, restored: point.restored ?? point.id, checkpoint: point.id, what: point.what }
  const { spec } = must(await turn.house.apps.get(app))
  const before = turn.context.apps.find(({ id }) => id === app)?.known ?? {}
  const entries = await movesSince(before, spec, turn.house.apps.data(app), turn.context)
  const card: Card = { card: 'checkpoint', app, name: spec.name, checkpoint: point.id, what: point.what }
  return { text: say.wentBack(turn.language, { way, name: spec.name, what: stood || point.what, entries }), cards: [card] }
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

const NOT_THERE = new Set(['record-unknown', 'entry-unknown'])
async function* log(turn: Turn, { app, entries }: Extract<Intent, { intent: 'log' }>): Step {
  const { house, context, around, language, id } = turn
  const { name } = glimpse(turn, app)
  const { foreign } = entries
  const adopted = foreign && (yield* adoptCurrency(turn, app, foreign.code))
  if (adopted) return yield* log(adopted.turn, adopted.understood)
  if (foreign)
    return { text: sentence({ code: 'currency-other', message: 'Another currency is kept.', values: { app: name, ...foreign } }, language) }
  const data = house.apps.data(app)
  const about = { turn: id, because: around.because, now: context.now, locale: context.locale }
  const planned = await planEntry(data, entries.ops, about)
  if (planned.ok && touchesMany(planned.value)) return yield* manyWait(turn, app, planned.value)
  const entered = planned.ok ? await writeEntry(data, planned.value, about) : planned
  // “delete the spot” names no entry, but it may name a part of the app.
  if (!entered.ok && NOT_THERE.has(entered.error.code) && changeOfOpen(turn) === app) return yield* edit(turn, app)
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
  const said = { app: app === turn.message.open ? '' : name, done, unsure: entries.unsure, standing: stands }
  return { text: say.logged(language, said, context), cards }
}

/** 今日の利益は?: of what is open, a field by its name. */
const asksField = (turn: Turn, app: AppId): boolean =>
  fieldsNamed(turn.reading.text, visibleCollections(glimpse(turn, app).spec), { kinds: false }).some((hit) => hit.score >= 0.9)

/** Words that change several entries at once are easily misread: what they would do is shown first. */
async function* manyWait({ house, message, context, around, language }: Turn, app: AppId, { writes }: Planned): Step {
  const { because } = around
  const { conversation } = message
  const { approval, text } = must(await askToWrite(house, { app, writes, language, locale: context.locale, conversation, because }))
  yield asked(approval)
  return shown(approval, text, language)
}

async function* query(turn: Turn, { app, query, features }: Extract<Understanding, { intent: 'query' }>): Step {
  const { house, context, language, reading } = turn
  // A figure asked with an app open is that app's to give.
  const own =
    (app === context.open || app === meantIn(context)) &&
    (query.left || query.less || asksFigure(fold(reading.text)) || asksField(turn, app))
  const about = !own && Number(features.relevance ?? 0) < 1 ? await toldOf(turn) : null
  if (about) return yield* recollect(turn, { intent: 'recall', about })
  const { name, spec } = glimpse(turn, app)
  const found = must(await answer(query, house.apps.data(app), context.now, context.locale))
  // Where no entry answers it, what was told may: “which client pays late?”
  const told = own && !found.value && !found.rows.length ? await toldOf(turn) : null
  if (told) return yield* recollect(turn, { intent: 'recall', about: told })
  yield { type: 'answer-found', app, answer: found }
  return {
    text: say.answered(language, { spec, answer: found, question: reading.text }, context),
    cards: [{ card: 'answer', app, name, answer: found }],
  }
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

/** So many are shown where none is plainly meant. */
const LIKELY = 3
/** “Forget everything about Tom” is all of it; “forget that I like tea” the one thing that says so; what fits less is asked about. */
async function* forgetting(turn: Turn, about: string): Step {
  const { house, language, context, reading } = turn
  const named = saysAll(reading.text) ? await house.memory.named(about) : []
  const likely = named.length ? [] : (await house.memory.recall(about, { now: context.now, language, most: LIKELY })).items
  const meant = named.length ? named : likely.slice(0, 1).filter(({ text }) => saysThat(text, about))
  if (!meant.length) {
    // What was merely said, and is no memory, is not offered.
    const items = await Promise.all(likely.map(({ id }) => house.memory.get(id)))
    const texts = [...new Set(items.flatMap((item) => (item ? [item.text] : [])))]
    if (!texts.length) return { text: say.nothingToForget(language, { about }) }
    return yield* talk(turn, { ...askForgetting(texts, language), confidence: 1, features: {} })
  }
  const ids = meant.map(({ id }) => id)
  must(await forgetMemories(house, ids))
  for (const memory of ids) yield { type: 'memory-forgotten', memory }
  return { text: say.forgotten(language, { text: named.length ? about : meant[0]!.text, count: ids.length }) }
}

/** What is kept is said back, so that it can be put right. */
const noting = ({ language }: Turn, items: Item[]): Reply => ({
  // One sentence may have told two things.
  text: say.remembered(language, { text: [...new Set(items.map(({ text }) => text))].join(' ') }),
  cards: items.map(({ id, text, learned }): Card => ({ card: 'memory', memory: id, text, at: learned })),
})

async function* unclear(turn: Turn, understood: Understanding): Step {
  const { context, reading, language } = turn
  const about = understood.features.question ? await toldOf(turn) : null
  if (about) return yield* recollect(turn, { intent: 'recall', about })
  const { question, open, relevance, ...features } = understood.features
  const ofWorld = question && !open && !(Number(relevance ?? 0) >= 1) && asksOfWorld(fold(reading.text))
  if (ofWorld) return yield* talk(turn, { intent: 'outside', what: 'search', confidence: understood.confidence, features })
  const app = context.apps.find(({ id }) => id === (context.open ?? context.last.app))
  if (remarks(understood, reading.text) && (app || moodOf(reading.text) !== 'plain'))
    return { text: say.heard(language, reading.text, saidBefore(turn)) }
  if (!app) return yield* talk(turn, understood)
  return { text: say.unclear(language, { app: app.name, examples: examplesOf(app, context) }) }
}

/** Acts that want nothing done, and those that “omg im so tired” may be taken for. */
const IDLE = new Set(['talk', 'chat'])
const TOLD = new Set(['log', 'fix', 'ask', 'feedback', 'world', 'recall'])
/** What asks nothing, has no figure and sounds like no command is said by the way. */
const remarks = ({ features: { question, figures, act } }: Understanding, text: string): boolean =>
  !question && !Number(figures ?? 0) && (act === undefined || IDLE.has(String(act)) || (TOLD.has(String(act)) && moodOf(text) !== 'plain'))

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
    case 'feedback': {
      const about = turn.past.findLast((event) => event.type === 'reply-end')
      if (about) yield { type: 'feedback-received', about: about.id, value: Math.sign(understood.value) }
      return say.talked(language, understood, context)
    }
    default:
      return say.talked(language, understood, context)
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
