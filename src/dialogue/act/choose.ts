/**
 * What is made of a message once its dialogue act is known: of the rules' readings the surest that carries the act out;
 * where no rule has one, the act itself, of the app at hand. The rules' own best stands where the act leaves it standing.
 */
import { fold } from '../../base/resolve.ts'
import type { AppSpec } from '../../spec.ts'
import { questionOf } from '../ask/read.ts'
import { cue } from '../cues.ts'
import { mendsOf } from '../log/mend/learned.ts'
import { dropped, mendable, mended, pointsAtLast } from '../log/mend/mend.ts'
import { mendedBy } from '../log/mend/said.ts'
import { readEntry } from '../log/read.ts'
import { spansAlone } from '../log/spans/spans.ts'
import type { EntryOp, Verb } from '../log/types.ts'
import { confirmRemoval } from '../offers.ts'
import type { Ranked } from '../target.ts'
import type { Intent } from '../understand/intent.ts'
import { outsideOf } from '../understand/outside.ts'
import type { Signals } from '../understand/signals.ts'
import { type Act, actOf } from './acts.ts'
import { atHand, type Said } from './features.ts'

export type Chances = Record<Act, number>
export type Weighed = { is: Intent; confidence: number }

/** So likely must an act be before it is carried out with no rule's reading of it; more where something is taken away. */
const ALONE = 0.5
const AWAY = 0.75
/** An entry that is kept is put right or taken out sooner: that it is there speaks for it. */
const MENDS = 0.4
/** An entry that no rule reads is mostly a word that passes the time. */
const UNREAD = 0.65
const UNREAD_EDIT = 0.6
/** An act that is no likelier than this is none that is known better than by a rule this sure. */
const UNSURE = 0.35
const READS = 0.5
const TAKES_AWAY = new Set<Act>(['drop', 'forget', 'delete-app'])
/** A rule that is this sure of what stands outside the acts (a sum, a question back, an answer to what waits) is believed. */
const APART = 0.8
/**
 * A rule this sure knows its words (“undo”, “remember that …”): only an act that is as likely as the second figure stands
 * against it. On the talks that were left out this costs nothing, and what is said in as many words is done.
 */
const KNOWS = 0.9
const AGAINST = 0.9
/** The studio has found what to change by then. */
const AGAINST_EDIT = 0.985
/** Figures that all found their fields. */
const AGAINST_ENTRY = 0.96
const AGAINST_ASKED = 0.8
/** A wish is known by its words sooner: 27 of 28 were one. */
const KNOWS_WISH = 0.8
/** So sure is a change that has found the part that is named. */
const KNOWS_PART = 0.85
const ELSEWHERE = 0.88
/** So sure is the rule that an entry goes into the app that is named. */
const INTO_NAMED = 0.87
const PASSED_OVER = 0.75
/** Said where there is no app yet, what may be a wish is one sooner. */
const PASSED_OVER_AT_FIRST = 0.97
/** So near is a deed to what an app is of. */
const KIN = 0.6
const ADDS = new Set<Act>(['log', 'fix', 'edit'])
/** What is said and nothing noted of it. */
const PASSING = new Set<Act>(['talk', 'chat', 'feedback'])
const ENTRIES = new Set<Act>(['log', 'fix', 'drop'])
/** An entry that reads as the correction of one is one at this chance. */
const CORRECTS = 0.2
/** So sure is the rule that hears “oops” and “no,” before a figure. */
const SAYS_WRONG = 0.87

/** null: as the rules have it. */
export function chosen(said: Pick<Said, 'signals' | 'kin'>, guesses: readonly Weighed[], chances: Chances): Weighed | null {
  const { signals } = said
  const best = surest(guesses)
  const ruled = best ? actOf(best.is) : 'talk'
  if (best && ruled === null && best.confidence >= APART) return null
  const acts = (Object.keys(chances) as Act[]).filter((act) => isPossible(act, signals)).sort((a, b) => chances[b] - chances[a])
  const [likeliest = 'talk'] = acts
  if (best && ruled && knows(best, ruled) && chances[likeliest] < against(ruled, likeliest, signals)) return null
  if (best && ruled === 'remember' && best.confidence >= KNOWS && OUTRIGHT.test(signals.low)) return null
  if (best && ruled && stands(best, ruled, acts[0]!, said, chances)) return null
  if (best && best.confidence >= READS && chances[acts[0]!] < UNSURE) return null
  for (const act of acts) {
    const at = chances[act] >= mendsAt(act, signals) ? mendedOf(act, signals) : null
    if (at) return { is: at, confidence: chances[act] }
    const here = act === 'log' && best && offersAnother(best) ? inOpen(signals, chances.log) : null
    if (here) return here
    if (act === ruled || (ruled && chances[act] <= chances[ruled])) return null
    const read = surest(guesses.filter(({ is }) => actOf(is) === act))
    if (read && (!TAKES_AWAY.has(act) || chances[act] >= ALONE)) return { is: read.is, confidence: chances[act] }
    // “So tired today”: what no rule hears as a question is one only where that is plain.
    if (act === 'ask' && !signals.question && chances.ask < UNHEARD) continue
    if (chances[act] < leastOf(act)) return null
    const is = carriedOut(act, signals)
    if (is) return { is, confidence: chances[act] }
  }
  return null
}

/** So likely must an entry be: small talk with a figure in it is offered an app, and noted in none. */
const NOTED_HERE = 0.93
const offersAnother = ({ is }: Weighed): boolean => is.intent === 'choose' && is.about === 'new app'
/** 今天 71.2 心情不错: what the rules would make another app of is an entry of the open one, where it reads as one. */
function inOpen(signals: Signals, chance: number): Weighed | null {
  const at = chance >= NOTED_HERE ? atHand(signals) : undefined
  const is = at?.open ? inApp('log', at, signals) : null
  return is && { is, confidence: chance }
}

/**
 * “Acme have paid” takes nothing away: without a word of taking away it must be as sure as where no rule reads it. “3.50 tea”
 * puts nothing right: it has no word of correcting and names nothing that is kept.
 */
function mendsAt(act: Act, signals: Signals): number {
  const { has, low, reading } = signals
  if (act === 'drop') return has('remove') || pointsAtLast(low) ? MENDS : AWAY
  return mendedBy(reading.text) || namedAs(signals) > 0 ? MENDS : AWAY
}
/** How plainly an entry of the app at hand is named. */
function namedAs(signals: Signals): number {
  const app = atHand(signals)?.app
  return app?.known ? mendable(signals.reading, app.spec, { ...signals.ctx, known: app.known }).named : 0
}

const knows = ({ confidence }: Weighed, ruled: Act): boolean => confidence >= (ruled === 'build' ? KNOWS_WISH : KNOWS)
/** A question is seldom a change, whatever its words (这个月加油多少钱?). */
function against(ruled: Act, act: Act, signals: Signals): number {
  const { question, figures } = signals
  // 날짜 얼마 안 남은 것부터 says an order, whatever it sounds like.
  if (ruled === 'edit' && ORDERED.test(signals.low)) return AGAINST_EDIT
  // 把美式改名叫冰美式: what is changed is an entry that is named.
  if (ruled === 'edit') return question || ((act === 'fix' || act === 'drop') && namedAs(signals) >= NAMED) ? AGAINST_ASKED : AGAINST_EDIT
  // 娱乐超过500提醒我, said to an app that is open, is of that app.
  if (ruled === 'build' && act === 'edit' && atHand(signals)?.open) return AGAINST_ASKED
  return (ruled === 'log' || ruled === 'fix') && figures > 0 ? AGAINST_ENTRY : AGAINST
}
const ORDERED = /(?:부터|から)[.。!！]?$|(?:在前|优先|排前面?)[。!！]?$|\bfirst[.!]?$/
/** An entry is named in whole (log/mend/which.ts). */
const NAMED = 2.4

/** Said first of all, whatever follows is what is to be remembered, and no more than that. */
const OUTRIGHT = /^(?:please |can you |could you )*remember\b|^(?:请|帮我)*记[住得]|^覚えて|^기억해/

/** Where nothing is kept nothing is put right or taken out. */
function isPossible(act: Act, signals: Signals): boolean {
  if (act !== 'fix' && act !== 'drop') return true
  const known = atHand(signals)?.app.known
  if (known) return Object.values(known).some((records) => records.length > 0)
  return act === 'drop' ? signals.has('remove') : mendedBy(signals.reading.text) !== undefined
}

/** Where the rules have reasons of their own that the words of a message do not show. */
function stands(
  { is, confidence }: Weighed,
  ruled: Act,
  act: Act,
  { signals, kin }: Pick<Said, 'signals' | 'kin'>,
  chances: Chances,
): boolean {
  const { has, ctx } = signals
  const near = atHand(signals)
  const passedOver = ctx.apps.length ? PASSED_OVER : PASSED_OVER_AT_FIRST
  // Something of no app here with a figure, or what may be a wish: better made or asked about than passed over.
  if (act === 'talk' && chances.talk < passedOver && (is.intent === 'choose' || ruled === 'build')) return true
  if ((act === 'remember' || act === 'world') && chances[act] < PASSED_OVER_AT_FIRST && ruled === 'build') return true
  // What was done is what is done with the things of this app (데미안 다 읽었어, said to a reading log).
  if (ruled === 'log' && act === 'talk' && kin >= KIN && chances.talk < PASSED_OVER) return true
  // 读了书 is the habit 读书, done.
  if (PASSING.has(act) && is.intent === 'log' && near && isOfKept(is.entries.ops, near.app.spec)) return true
  // 番茄浇了水 asks nothing: what reads as an entry, and by no word as a question, is one.
  if ((ruled === 'log' || ruled === 'fix') && act === 'ask' && !signals.question && confidence >= READS_ENTRY) return true
  // “Fern, bedroom” greets nobody.
  if (ruled === 'log' && act === 'chat' && chances.chat < GREETS && chatted(signals.low).intent === 'tell') return true
  // “300 yen mocha”, where there is a mocha that has its price: another one, unless it says that something was wrong.
  if (ruled === 'log' && act === 'fix' && signals.figures > 0 && !mendedBy(signals.reading.text) && near)
    if (isDaily(near.app.spec) || !completes(signals)) return true
  // 500 yen latte, said where there is no app yet: one is offered, and made where that is wished.
  if (act === 'build' && is.intent === 'choose' && chances.build < ALONE) return true
  // いや、電車代は340円だった
  if (ruled === 'fix' && PASSING.has(act) && confidence >= SAYS_WRONG && chances[act] < PASSED_OVER) return true
  // An entry that reads as the correction of one.
  if (ruled === 'fix' && act === 'log') return chances.fix >= CORRECTS || confidence >= SAYS_WRONG
  // What “add” adds, a part of the app or an entry, is weighed by signs of its own (added.ts).
  if (has('add') && ADDS.has(act) && ADDS.has(ruled)) return true
  // An entry that is named changes, and not the app; nor does the app go with it.
  if (ENTRIES.has(ruled))
    return (
      (act === 'edit' && confidence >= KNOWS) ||
      (act === 'build' && confidence >= INTO_NAMED) ||
      (act === 'delete-app' && ruled !== 'log' && !has('app'))
    )
  // A part in quotation marks is changed whatever it is called; what holds from now on is no entry of today.
  if (ruled === 'edit' && ((QUOTED.test(signals.reading.text) && has('change')) || (act === 'log' && HENCEFORTH.test(signals.low))))
    return true
  // “Who owes what?” is shown by the app itself.
  if (ruled === 'open' && act === 'ask') return confidence >= KNOWS
  // What the open app is to have besides makes no other app.
  if (ruled === 'edit' && act === 'build' && near?.open && !has('app')) return confidence >= KNOWS
  // A part of the app goes, and not the app with it, nor an entry that nobody names.
  if (ruled === 'edit' && ((act === 'delete-app' && !has('app')) || (act === 'drop' && namedAs(signals) === 0)))
    return confidence >= KNOWS_PART
  // “Mean number of puffs per attack” changes nothing.
  if (ruled === 'ask' && act === 'edit') return confidence >= READS_ENTRY && chances.edit < AGAINST && !CHANGES.some((name) => has(name))
  // A question that the app at hand can be asked is asked of it, unless it is plainly of something else.
  return ruled === 'ask' && (act === 'world' || act === 'recall') && (near?.named === true || chances[act] < ELSEWHERE)
}

const READS_ENTRY = 0.85
const UNHEARD = 0.9
const GREETS = 0.8
const CHANGES = ['add', 'change', 'remove'] as const

/** Its entries are of the day on which they are told. */
const isDaily = (spec: AppSpec): boolean =>
  spec.collections.some(({ fields, hidden }) => !hidden && fields.some((field) => field.default === 'today' || field.default === 'now'))

/** As a correction it fills what is empty. */
function completes(signals: Signals): boolean {
  const { known = {} } = atHand(signals)?.app ?? {}
  const is = mendedOf('fix', signals)
  return (
    is?.intent === 'log' &&
    is.entries.ops.some((op) => {
      const record = op.do === 'update' && known[op.collection]?.find(({ id }) => id === op.match.record)
      return record && Object.keys(op.values).some((field) => (record.values[field] ?? null) === null)
    })
  )
}

const QUOTED = /["“「『].+["”」』]/u
const HENCEFORTH = /\bfrom now on\b|\bfrom (?:today|tomorrow|next)\b|以后|今后|从现在起|これから|今後|앞으로|이제부터/

/** An entry of something that is kept already. */
const isOfKept = (ops: readonly EntryOp[], spec: AppSpec): boolean =>
  ops.some(
    (op) =>
      op.do === 'create' &&
      spec.collections.some(
        (one) => one.id === op.collection && one.fields.some(({ kind, id }) => kind === 'relation' && op.values[id] !== undefined),
      ),
  )

const leastOf = (act: Act): number => (TAKES_AWAY.has(act) ? AWAY : act === 'log' ? UNREAD : act === 'edit' ? UNREAD_EDIT : ALONE)

export const surest = (guesses: readonly Weighed[]) =>
  guesses.reduce<Weighed | null>((top, each) => (top && top.confidence >= each.confidence ? top : each), null)

/** The act with nothing but the message and the app at hand; null where that does not say enough. */
function carriedOut(act: Act, signals: Signals): Intent | null {
  const { reading, ctx, low } = signals
  const at = atHand(signals)
  switch (act) {
    case 'build':
      return { intent: 'build' }
    case 'talk':
      return { intent: 'tell' }
    case 'chat':
      return chatted(low)
    case 'world':
      return outside(signals)
    case 'undo':
    case 'redo':
      return { intent: act, app: ctx.open ?? ctx.last.app }
    case 'remember':
      return { intent: 'remember', text: reading.text }
    case 'recall':
      return { intent: 'recall', about: reading.text }
    case 'feedback':
      return opinion(signals)
    default:
      return at ? inApp(act, at, signals) : null
  }
}

/** Nobody is asked what was wrong who found nothing wrong. */
function opinion({ low, reading }: Signals): Intent {
  const words = reading.text.slice(0, 500)
  if (cue(low, 'complaint') || FAULTED.test(low)) return { intent: 'feedback', value: -1, words }
  if (cue(low, 'thanks')) return { intent: 'thanks' }
  return cue(low, 'praise') || LIKED.test(low) ? { intent: 'feedback', value: 1, words } : { intent: 'tell' }
}
const LIKED =
  /\b(?:good|clever|smart|clear|helpful|handy|gorgeous|useful|easy|easier|quick|fast|neat|cool|love|lovely|impressed|impressive|saves? me|lifesaver|legend|star)\b|聪明|聰明|厉害|厲害|好用|贴心|貼心|方便|清楚|棒|赞|讚|懂我|靠谱|喜欢|喜歡|真行|可以啊|賢い|かしこい|便利|助か|わかりやす|分かりやす|使いやす|親切|優秀|えらい|うれしい|嬉しい|頼りに|いい感じ|똑똑|편하|편해|편리|예쁘|예뻐|대단|유용|빠르|빨라|쉽|잘하|잘 ?되|센스|든든|신기|기특/u
const FAULTED =
  /\b(?:not|never|keeps?|always|again|why|stop|slow|confus\w*|annoying|hard to|too (?:much|many|small|slow|long)|can'?t|cannot|won'?t|don'?t|didn'?t|doesn'?t|isn'?t|wasn'?t|missing|mixed up|messed)\b|老是|总是|總是|又(?:错|錯|搞|记|記)|怎么|怎麼|为什么|為什麼|别|別|慢|乱|亂|听不懂|聽不懂|没反应|沒反應|不准|不準|不太|何度|また(?:間|違)|なんで|遅い|分かりにく|わかりにく|見にく|使いにく|ややこし|ない|ません|왜|자꾸|또 |느리|느려|불편|헷갈|못 ?알아|안 ?(?:되|돼|나)|답답/u

/** What is looked up is asked; what is to be done out there has a verb of it. */
function outside({ reading, low, question }: Signals): Intent | null {
  const what = outsideOf(reading.language, low, reading.text) ?? (question ? 'search' : null)
  return what && { intent: 'outside', what }
}

/** An entry that is known to be put right or taken out: which one it is, is told by what is kept. */
function mendedOf(act: Act, signals: Signals): Intent | null {
  const app = atHand(signals)?.app
  if (!app?.known || (act !== 'fix' && act !== 'drop')) return null
  const { reading, ctx } = signals
  const around = { ...ctx, known: app.known }
  const rules = act === 'drop' ? dropped(reading, app.spec, around) : correctedBy(mended(reading, app.spec, around, true))
  const entries = rules ?? mendsOf(reading, null, act === 'drop', app.spec, around)
  return entries && { intent: 'log', app: app.id, entries }
}
const correctedBy = (read: ReturnType<typeof mended>) => (read?.ok ? read.value : null)

const VERBS: Partial<Record<Act, Verb>> = { log: 'create', fix: 'update', drop: 'delete' }
/** So near must the words be to the app for a question that names nothing of it to be asked of it. */
const ABOUT = 0.5
function inApp(act: Act, { app, relevance, open }: Ranked, { reading, ctx, has }: Signals): Intent | null {
  const verb = VERBS[act]
  const around = { ...ctx, ...(app.known && { known: app.known }) }
  if (verb) {
    const entries = readEntry(reading, app.spec, around, verb)
    const found = entries.ok ? entries.value : verb === 'create' ? spansAlone(reading, app.spec, around) : null
    return found && { intent: 'log', app: app.id, entries: found }
  }
  if (act === 'ask') {
    const asked = questionOf(reading, app.spec, around)
    const about = asked.ok && (open || asked.value.bearing === 'named' || relevance >= ABOUT)
    return about ? { intent: 'query', app: app.id, query: asked.value.query, question: reading.text } : null
  }
  if (act === 'edit') return { intent: 'edit', app: app.id }
  if (act === 'open') return { intent: 'open', app: app.id }
  // Whoever wants all of them gone is not asked about one.
  return act === 'delete-app' && !has('all') ? confirmRemoval(app, reading.language) : null
}

function chatted(low: string): Intent {
  const said = (['farewell', 'thanks', 'help', 'greeting'] as const).find((name) => cue(fold(low), name))
  return { intent: said ?? 'tell' }
}
