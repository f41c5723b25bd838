/**
 * What a message is taken for. The dialogue reads it; then what the synthesiser, the memory and the chances of the home's
 * apps say is weighed against that: a wish that has no word of wishing, a telling that looks like one, an entry that may be
 * of more than one app.
 */
import { fold } from './base/resolve.ts'
import { actOf } from './dialogue/act/acts.ts'
import { askedOf } from './dialogue/ask/learned/asked.ts'
import { questionOf } from './dialogue/ask/read.ts'
import { cue } from './dialogue/cues.ts'
import { decisionIn } from './dialogue/decide.ts'
import { isAnother, mendIs, mendsOf } from './dialogue/log/mend/learned.ts'
import { readEntry } from './dialogue/log/read.ts'
import { spansOf } from './dialogue/log/spans/spans.ts'
import { askWhich } from './dialogue/offers.ts'
import type { Home, Understanding } from './dialogue/understand/intent.ts'
import { wantsGone } from './dialogue/understand/rules/build.ts'
import { asksAdvice, wishesToKeep } from './dialogue/understand/telling.ts'
import { understand } from './dialogue/understand/weigh.ts'
import type { AppId } from './events.ts'
import { extract } from './memory/ingest/index.ts'
import { readEdits } from './studio/edit.ts'
import { type Proposal, synthesise } from './studio/synthesise.ts'
import type { Turn } from './turn.ts'

export const placed = async (turn: Turn): Promise<Understanding> => asked(noted(await meant(turn), turn), turn)
const meant = async (turn: Turn): Promise<Understanding> =>
  (await answered(turn)) ?? whichApp(await settled(understand(turn.reading, turn.context), turn), turn)

/** An entry or a change of one, with the words of the message shared out among what they tell (dialogue/log/spans, mend/learned). */
function noted(understood: Understanding, { reading, context }: Turn): Understanding {
  if (understood.intent !== 'log') return understood
  const app = context.apps.find(({ id }) => id === understood.app)
  if (!app) return understood
  const around = { ...context, ...(app.known && { known: app.known }) }
  const change = mendIs(understood.entries, app.spec)
  const mends = change && (mendsOf(reading, understood.entries, change === 'delete', app.spec, around) ?? understood.entries)
  const anew = mends && isAnother(reading, mends, app.spec, around) ? readEntry(reading, app.spec, around, 'create') : null
  if (mends && !(anew?.ok && anew.value.ops.every((op) => op.do === 'create'))) return { ...understood, entries: mends }
  const told = anew?.ok ? anew.value : understood.entries
  return { ...understood, entries: spansOf(reading, told, app.spec, around) ?? told }
}

/** A question as it is likeliest meant (dialogue/ask/learned); one that takes up another before it stays as the rules have it. */
function asked(understood: Understanding, { reading, context }: Turn): Understanding {
  const app = understood.intent === 'query' && context.apps.find(({ id }) => id === understood.app)
  if (understood.intent !== 'query' || !app) return understood
  const around = { ...context, ...(app.known && { known: app.known }) }
  const alone = questionOf(reading, app.spec, around)
  if (!alone.ok || JSON.stringify(alone.value.query) !== JSON.stringify(understood.query)) return understood
  return { ...understood, query: askedOf(reading, app.spec, around, understood.query) }
}

/** A button says which; words answer what was asked last in this conversation, or the one thing that waits where they name the act. */
async function answered({ house, message, language, past }: Turn): Promise<Understanding | null> {
  if (message.barred?.decide) return null
  if (message.decides) return { intent: 'decide', ...message.decides, confidence: 1, features: { button: true } }
  const waiting = await house.approvals.waiting()
  if (!waiting.length) return null
  const last = past.findLast((event) => event.type === 'reply-end')
  const shown = (last?.cards ?? []).flatMap((card) => (card.card === 'approval' ? [card] : [])).at(-1)
  const asked = waiting.find(({ id }) => id === shown?.approval)
  const named = waiting.filter(({ kind }) => decisionIn(message.text, language, kind, true))
  const one = asked ?? (named.length === 1 ? named[0] : undefined)
  const decision = one && decisionIn(message.text, language, one.kind, one !== asked)
  return decision
    ? {
        ...{ intent: 'decide', approval: one.id, decision, confidence: asked ? 0.95 : 0.85, features: { waiting: waiting.length } },
        ...(one === asked && { revision: shown?.revision }),
      }
    : null
}

export function proposalFor({ reading, context }: Turn): Proposal {
  const before = context.window.filter((line) => line.role === 'person').map((line) => line.text)
  return synthesise(reading, { now: context.now, locale: context.locale, currency: context.currency, before })
}

/** A question that no app is plainly about may be about what was told: a fact must be this likely to answer it. */
const TOLD = 0.35

export async function toldOf(turn: Turn): Promise<string | null> {
  const { items } = await turn.house.memory.recall(turn.reading.text, {
    now: turn.context.now,
    language: turn.language,
    unmarked: turn.house.incognito.has(turn.message.conversation),
  })
  return items.some(({ item, worth }) => item !== null && worth >= TOLD) ? turn.reading.text : null
}

/** So sure must the synthesiser be of a kind of app before it takes what the dialogue could not place. */
const PLAIN_WISH = 0.6

/** An act this likely stands as it is. */
const ACT_SURE = 0.6

/** "Who does the dishes tonight? Rotate between Sam, Priya and Jo" has no word of wishing, and is a wish all the same. */
async function settled(taken: Understanding, turn: Turn): Promise<Understanding> {
  const understood = (taken.intent === 'edit' && askedInstead(taken.app, taken, turn)) || taken
  const { intent, features, confidence } = understood
  // A wish that the rules hardly hear may be a fact (“I play the cello on Mondays”).
  const heard = intent === 'build' && Number(features['guess-build'] ?? 0) < PLAIN_WISH
  if (!heard && !saysAnother(turn) && features.act === actOf(understood) && Number(features.sure) >= ACT_SURE) return understood
  // “I keep bees” tells something: it is a wish only where it sounds like one.
  const anew = understood.intent === 'choose' && understood.about === 'new app'
  const weak = heard || (intent === 'build' && confidence < PLAIN_WISH) || (intent === 'feedback' && turn.reading.tokens.length > 2) || anew
  if (
    weak &&
    !(intent === 'build' && (proposalFor(turn).enumerates || wishesToKeep(turn.language, turn.reading.text.toLowerCase()))) &&
    extract({ text: turn.reading.text, at: turn.context.now, language: turn.language }).length > 0
  )
    return { intent: 'tell', confidence, features }
  if (isNewWish(understood, turn)) return { intent: 'build', confidence: WISHED, features: { ...features, far: true } }
  // Of no app that is there: what its words are near says nothing.
  const apart = (turn.context.home?.none ?? 0) >= APART
  const told = intent === 'recall' && confidence <= TOLD_ABOUT && apart
  const open = intent === 'unclear' || anew || told
  const changed = open && changeOfOpen(turn)
  if (changed) return { intent: 'edit', app: changed, confidence: 0.5, features }
  if (!open || wantsGone(turn.reading) || (Number(features.relevance ?? 0) >= 1 && !apart) || turn.reading.tokens.length < 4)
    return understood
  if (asksAdvice(turn.language, turn.reading.text)) return understood
  const { evidence } = proposalFor(turn)
  if (evidence < (told ? WISHED : PLAIN_WISH) || isOfHome(turn)) return understood
  // The dog is six years old: a figure, of something that apps are made for, and still no wish.
  if (features['guess-tell']) return { intent: 'tell', confidence, features: { ...features, evidence } }
  // “What was I allergic to, again?” asks for what was told, where something told answers it.
  const about = features.question ? await toldOf(turn) : null
  if (about) return { intent: 'recall', about, confidence: TOLD, features: { ...features, evidence } }
  // “How much did I spend this month?” in a home of many such apps is asked of one of them, and wishes for none.
  if (features.question && features.act === 'ask' && turn.context.apps.length) return understood
  return { intent: 'build', confidence: Math.round(evidence * 1000) / 1000, features: { ...features, evidence } }
}

/** “show unpaid ones” changes nothing that the app has, and is a question that it can answer. */
function askedInstead(id: AppId, { features, confidence }: Understanding, { context, reading }: Turn): Understanding | null {
  const app = context.apps.find((each) => each.id === id)
  if (!app || readEdits(reading, app.spec, context).ok) return null
  const around = { ...context, ...(app.known && { known: app.known }) }
  // “put the price of lavender up to 4.50” changes an entry.
  const figured = reading.values.some(({ read }) => !['date', 'datetime', 'period', 'every', 'time'].includes(read.kind))
  const entries = figured ? readEntry(reading, app.spec, around, 'update') : null
  if (entries?.ok && entries.value.ops.length && entries.value.ops.every((op) => op.do === 'update'))
    return { intent: 'log', app: id, entries: entries.value, confidence, features }
  if (figured) return null
  const asked = questionOf(reading, app.spec, around)
  return asked.ok && asked.value.bearing === 'named' && !asked.value.query.when
    ? { intent: 'query', app: id, query: asked.value.query, question: reading.text, confidence, features }
    : null
}

/** Chances of the home's apps: below the first an app is not taken on the word of the rules alone; below the second it is not offered. */
const DOUBTFUL = 0.3
const OFFERED = 0.06
/** Above the first a message is of no app, and none is asked for; above the second nothing of the home bears on it. */
const OF_NONE = 0.6
const APART = 0.8

/**
 * Where what was said may be of more than one app and is plainly of none of them, the person is asked: an entry in the
 * wrong app, or an app made of one, does more harm than a question.
 */
async function whichApp(understood: Understanding, turn: Turn): Promise<Understanding> {
  const { context, reading } = turn
  const { home, apps } = context
  if (!home || home.none >= OF_NONE || reading.text.length > 200 || !(await isDoubtful(understood, turn, home))) return understood
  // Among many that are alike none has much of the chance.
  const least = Math.min(OFFERED, Math.max(...home.chances.values()) / 2)
  const offered = apps.filter(({ id }) => home.chances.get(id)! >= least)
  if (!offered.length) return understood
  offered.sort((a, b) => home.chances.get(b.id)! - home.chances.get(a.id)!)
  return {
    ...askWhich(offered.slice(0, 5), reading),
    confidence: 1 - home.none,
    features: { ...understood.features, instead: understood.intent },
  }
}

async function isDoubtful(understood: Understanding, turn: Turn, { chances }: Home): Promise<boolean> {
  const { intent, confidence } = understood
  switch (intent) {
    case 'log':
    case 'query':
    case 'edit':
      return (chances.get(understood.app) ?? 0) < DOUBTFUL && !isSaid(understood.app, turn)
    case 'build':
      return confidence < PLAIN_WISH && !isWish(turn) && !saysAnother(turn)
    case 'choose':
      return understood.about === 'new app'
    case 'recall':
      return confidence <= TOLD_ABOUT && (await toldOf(turn)) === null
    default:
      return intent === 'unclear'
  }
}
const isSaid = (id: AppId, { context, reading }: Turn): boolean =>
  context.apps.some((app) => app.id === id && fold(reading.text).includes(fold(app.name)))

/** A list, a tracker, a timer by that name, of something that apps are made for. */
const isWish = (turn: Turn): boolean =>
  proposalFor(turn).evidence >= WISHED && TO_BE_MADE.some((name) => cue(fold(turn.reading.text), name))
/** A question of one's own that no app is plainly about is taken for one of what was told, no surer than this. */
const TOLD_ABOUT = 0.5

/** Some app of the home is likelier by far to be meant than none. */
function isOfHome({ context: { home } }: Turn): boolean {
  const best = Math.max(0, ...(home?.chances.values() ?? []))
  return home !== undefined && best >= DOUBTFUL && best >= 2 * home.none
}

/** So sure must the synthesiser be before a wish goes past an app that is neither open nor spoken of. */
const WISHED = 0.8
/** An app so plainly meant is meant by a wish as well: “gym log: bench 3x8” where there is one. */
const PLAIN = 0.8
/** A habit of one app is named, a debt of one ledger told. */
const CERTAIN = 0.92
const ANOTHER =
  /^(?:please |can you |could you )*(?:make|build|create|i (?:want|need|would like)) (?:me |us )?(?:an?|another) (?:new )?(?:[a-z]+ ){0,2}app\b|^(?:请|帮我|给我)?(?:再)?做(?:一)?个(?:新的?)?[^,，。]{0,12}(?:应用|app)|アプリ(?:を|も)?(?:もう一つ)?作(?:って|りたい)|앱(?:을|도)?\s?(?:하나\s?)?만들어/
const saysAnother = ({ reading }: Turn): boolean => ANOTHER.test(fold(reading.text).trim())
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
  if (intent !== 'log' && intent !== 'edit' && intent !== 'query') return false
  const { context, reading } = turn
  const low = fold(reading.text)
  // “Make an app …” wants one, whatever there is.
  if (saysAnother(turn)) return true
  if (confidence >= CERTAIN) return false
  if (understood.app === context.open || understood.app === context.last.app || (context.home?.chances.get(understood.app) ?? 0) >= PLAIN)
    return false
  if (/[?？]\s*$/.test(reading.text) || ABOUT_THERE.some((name) => cue(low, name))) return false
  const { evidence, enumerates } = proposalFor(turn)
  const wished = enumerates || TO_BE_MADE.some((name) => cue(low, name))
  const tells = Number(features.figures ?? 0) > 0 || features.question || cue(low, 'did')
  return (wished || !tells) && evidence >= WISHED
}

/** A change that is no guess: of one known to be wanted nothing more is asked. */
const LIKELY = 0.6
/** "members need an email too" has no word that only a change has; if every part of it is one for the open app, it is one. */
export function changeOfOpen({ context, reading }: Turn): AppId | null {
  const id = context.open ?? context.last.app
  const app = context.apps.find((each) => each.id === id)
  const read = app && readEdits(reading, app.spec, context)
  const said = read?.ok && read.value.edits.length > 0 && !read.value.missing.length && read.value.sure >= LIKELY
  return app && said ? app.id : null
}
