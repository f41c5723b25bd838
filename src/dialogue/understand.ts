/**
 * What a message wants. Several readings of it are weighed, each by its own rule; the one with the most evidence wins.
 * Evidence is words (cues.ts), values (base/language), apps that fit (target.ts), what is open and what came before.
 */
import { mentions } from '../base/concepts/index.ts'
import type { Now, Read, Reading } from '../base/language/types.ts'
import { fieldsNamed, fold, labelPlace, visibleCollections, visibleFields } from '../base/resolve.ts'
import type { AppId } from '../events.ts'
import type { AppSpec, Query } from '../spec.ts'
import { isTopic } from './ask/filters.ts'
import { readQuestion } from './ask/read.ts'
import { measures } from './ask/words.ts'
import { calculate } from './calculate.ts'
import { changeNamed, fieldSaid } from './change.ts'
import { type CueName, cue, cuePlaces, without } from './cues.ts'
import { memberNamed } from './log/members.ts'
import { readEntry } from './log/read.ts'
import type { Entries } from './log/types.ts'
import { isAgain, MISTAKE, verbOf } from './log/verb.ts'
import { confirmRemoval, offerToBuild } from './offers.ts'
import { isQuality, isThing } from './qualities.ts'
import { hasSpan } from './shapes.ts'
import { leftover } from './slots.ts'
import { type Ranked, rank } from './target.ts'
import { topics } from './topic.ts'

export type AppGlimpse = { id: AppId; name: string; icon: string; spec: AppSpec; usedAt: string; version: number }
export type DialogueContext = {
  apps: AppGlimpse[]
  /** The app on the canvas. */
  open: AppId | null
  now: Now
  locale: string
  currency: string
  window: { role: 'person' | 'agent'; text: string }[]
  /** What the turn before was about. */
  last: { app: AppId | null; intent: string | null }
}

export type Features = Record<string, number | string | boolean>
/** Which checkpoint is meant: the state at the end of a day (or at a time of it), a version, or so many steps back. */
export type Which = { kind: 'date'; date: string; time?: string } | { kind: 'version'; version: number } | { kind: 'back'; steps: number }

export type Intent =
  | { intent: 'build' }
  | { intent: 'edit'; app: AppId }
  | { intent: 'undo'; app: AppId | null }
  | { intent: 'redo'; app: AppId | null }
  | { intent: 'restore'; app: AppId; when: Which }
  | { intent: 'log'; app: AppId; entries: Entries }
  | { intent: 'query'; app: AppId; query: Query; question: string }
  | { intent: 'open'; app: AppId }
  | { intent: 'list-apps' }
  | { intent: 'remove-app'; app: AppId }
  | { intent: 'remember'; text: string }
  | { intent: 'recall'; about: string }
  | { intent: 'forget'; about: string }
  | { intent: 'calculate'; expression: string; value: number; shown: string }
  | { intent: 'feedback'; value: number; words: string }
  | { intent: 'thanks' }
  | { intent: 'greeting' }
  | { intent: 'help' }
  | { intent: 'plan'; text: string }
  | { intent: 'unclear' }
  | { intent: 'choose'; about: 'removal' | 'new app'; question: string; options: { label: string; say: string }[] }
export type Understanding = Intent & { features: Features /** 0..1 */; confidence: number }
export type IntentName = Intent['intent']

/** A reading of the message and how sure it is; null where a rule has nothing to say. */
type Guess = { is: Intent; confidence: number } | null

export type Signals = {
  reading: Reading
  ctx: DialogueContext
  low: string
  /** Cue words present. */
  has: (name: CueName) => boolean
  question: boolean
  /** Values that could be noted: amounts, counts, durations (no bounds, no rhythms). */
  figures: number
  bounds: number
  rhythms: number
  dates: number
  /** How much the things and doings it mentions speak for an app of their own: 0 to 1. */
  evidence: number
  /** Words and characters that are no cue of small talk. */
  words: number
  ranked: Ranked[]
  /** The app that is meant if none is named: the best fitting, else the open one, else the last one. */
  target: Ranked | null
}

/** Pure and total: the same message in the same context is always understood alike. */
export function understand(whole: Reading, ctx: DialogueContext): Understanding {
  const reading = clipped(whole)
  const signals = look(reading, ctx)
  const guesses = RULES.flatMap(([name, rule]) => {
    const guess = rule(signals)
    return guess ? [{ name, ...guess }] : []
  })
  const best = guesses.reduce<(typeof guesses)[number] | null>((top, each) => (top && top.confidence >= each.confidence ? top : each), null)
  const features = featuresOf(signals, guesses)
  if (!best || best.confidence < 0.3) return { intent: 'unclear', features, confidence: best?.confidence ?? 0.2 }
  return { ...best.is, features, confidence: Math.round(best.confidence * 1000) / 1000 }
}

/** What is wanted is said well within this; a whole book pasted in must not keep anybody waiting. */
const ENOUGH = 4000
function clipped(reading: Reading): Reading {
  if (reading.text.length <= ENOUGH) return reading
  const within = ({ end }: { end: number }) => end <= ENOUGH
  return { ...reading, text: reading.text.slice(0, ENOUGH), tokens: reading.tokens.filter(within), values: reading.values.filter(within) }
}

function look(reading: Reading, ctx: DialogueContext): Signals {
  const low = fold(reading.text)
  const memo = new Map<CueName, boolean>()
  const has = (name: CueName) => {
    const known = memo.get(name)
    if (known !== undefined) return known
    const found = cue(low, name)
    memo.set(name, found)
    return found
  }
  const ranked = rank(reading, ctx)
  return {
    reading,
    ctx,
    low,
    has,
    question: isQuestion(reading, low, has),
    figures: reading.values.filter((value) => FIGURES.has(value.read.kind)).length,
    bounds: reading.values.filter((value) => value.read.kind === 'bound').length,
    rhythms: reading.values.filter((value) => value.read.kind === 'every').length,
    dates: reading.values.filter((value) => DATES.has(value.read.kind)).length,
    evidence: evidenceOf(reading),
    words: reading.tokens.filter((token) => token.kind !== 'punct').length,
    ranked,
    target: ranked[0] ?? null,
  }
}

/** Several qualities asked for together are a thing to keep, though nobody named one. */
const QUALITIES = 2
function evidenceOf(reading: Reading): number {
  const found = mentions(reading).filter((one) => one.score >= 0.9)
  const suggested = found.flatMap(({ concept }) => Object.values(concept.suggests ?? {}))
  const qualities = new Set(found.filter(({ concept }) => concept.field).map(({ start }) => start)).size >= QUALITIES ? 0.6 : 0
  return Math.max(0, qualities, ...suggested)
}

const FIGURES = new Set<Read['kind']>(['money', 'number', 'quantity', 'count', 'duration', 'range'])
const DATES = new Set<Read['kind']>(['date', 'datetime', 'period', 'time'])
const ENDS =
  /[?？]\s*$|(?:ですか|ますか|たっけ|かな|でしょうか|のかな|吗|呢|么|인가요|나요|을까|ㄹ까|했지|했어\?|이야\?|있어\?|얼마야|얼마지|뭐야|뭐지|알려 ?줘|알려주세요|教えて|告诉我|教えてください)[?？。.]?\s*$/

const ASKS =
  /^(?:how|what|what's|which|who|who's|whose|when|where|why|is|are|am|was|were|any)\b|^(?:did|do|does|have|has|can|will|should) (?:i|we|you|he|she|they|it|my|our|the|a|any)\b/
/** "top 3 expenses", "total this month": a figure or entries by rank, with no verb. */
const RANKS =
  /^(?:the |my )?(?:top|biggest|largest|highest|lowest|cheapest|longest|shortest|heaviest|lightest|latest|most expensive|average|total|number of)\b/

function isQuestion(reading: Reading, low: string, has: (name: CueName) => boolean): boolean {
  if (ENDS.test(reading.text) && !REMIND.test(low)) return true
  if (REMIND.test(low)) return false
  if (ASKS.test(low) && !/^(?:what if|how about a|do it|can you|have a)\b/.test(low)) return true
  if (RANKS.test(low) && !has('change') && !has('view')) return true
  return (
    has('question') &&
    /多少|几次|几个|几杯|几天|哪|什么|いくら|何回|何|どの|どれ|いつ|誰|どこ|얼마|몇|무엇|누가|언제|어디|어느/.test(reading.text)
  )
}

/** To be told at a time is no question: 매일 밤 9시에 알려줘, 毎日21時に教えて. */
const REMIND =
  /\bremind (?:me|us)\b|\bnotify me\b|提醒我|リマインド|通知して|[日週周]間?前に(?:知らせ|教え)|일 전에 ?알려|(?:시|분|마다|매일|매주|아침|저녁|밤)(?:에|마다)?\s?알려|[時分]に教えて/

// ---- The rules -------------------------------------------------------------------------------------------------

const RULES: [string, (s: Signals) => Guess][] = [
  ['calculate', sums],
  ['undo', undo],
  ['redo', redo],
  ['restore', restore],
  ['remember', remember],
  ['recall', recall],
  ['told', told],
  ['forget', forget],
  ['confirm', confirmed],
  ['talk', smallTalk],
  ['feedback', feedback],
  ['list-apps', listApps],
  ['remove-app', removeApp],
  ['open', open],
  ['edit', edit],
  ['log', log],
  ['query', query],
  ['build', build],
  ['plan', plan],
]

/** "I want to see how many days are left": something to look at again, more than one answer now. */
const KEPT = /見たい|見れる|見られる|ほしい|欲しい|보고 싶|보여주는|想看|能看|\b(?:want|like) to see\b/

function sums({ reading, ctx, evidence }: Signals): Guess {
  const found = calculate(reading, ctx)
  return found && { is: { intent: 'calculate', ...found }, confidence: KEPT.test(reading.text) && evidence >= 0.4 ? 0.5 : 0.96 }
}

/** How many letters or characters remain when cues are taken away. */
const rest = (low: string, names: CueName[]) =>
  without(low, names).replace(
    /[\s\p{P}\p{S}]|\b(?:that|it|this|please|the|a|to|my|me|you|all|so|very|much|for|again|can|could|just|last|change|thing|there|u)\b|请|一下|吧|了|我|啊|呀|下さい|ください|お願い(?:します)?|ね|よ|か|ございます|ます|です|した|줘|주세요|해|요|세요|습니다|니다|너무|정말|좀|고/gu,
    '',
  )

function undo({ low, has, ranked, figures }: Signals): Guess {
  if (!has('undo') || figures > 0) return null
  const left = rest(low, ['undo', 'last', 'change'])
  const named = ranked.find((one) => one.named)
  if (left.length > 14 && !named) return null
  return { is: { intent: 'undo', app: named?.app.id ?? null }, confidence: left.length <= 6 ? 0.95 : 0.72 }
}

function redo({ low, has, ranked }: Signals): Guess {
  if (!has('redo') || rest(low, ['redo']).length > 6) return null
  return { is: { intent: 'redo', app: ranked.find((one) => one.named)?.app.id ?? null }, confidence: 0.94 }
}

function restore({ low, has, reading, target, dates }: Signals): Guess {
  if (!has('restore') || !target) return null
  const when = whichOf(reading, low, dates)
  return when && { is: { intent: 'restore', app: target.app.id, when }, confidence: 0.955 }
}

function whichOf(reading: Reading, low: string, dates: number): Which | null {
  const version = /(?:version|v|版本|バージョン|버전)\s?(\d{1,4})|第?(\d{1,4})\s?(?:版|번 버전)/.exec(low)
  if (version) return { kind: 'version', version: Number(version[1] ?? version[2]) }
  if (dates > 0) {
    const day = reading.values.find(
      (value) => value.read.kind === 'date' || value.read.kind === 'datetime' || value.read.kind === 'period',
    )?.read
    const time = reading.values.find((value) => value.read.kind === 'time')?.read
    if (day?.kind === 'datetime') return { kind: 'date', date: day.date, time: day.time }
    const date = day?.kind === 'date' ? day.date : day?.kind === 'period' ? day.from : undefined
    if (date) return { kind: 'date', date, ...(time?.kind === 'time' && { time: time.time }) }
  }
  if (/\b(?:first|original|very beginning|initial)\b|最初|最开始|一开始|最早|初版|原来的?版本|はじめ|初め|元の|첫|처음|맨 처음/.test(low))
    return { kind: 'version', version: 1 }
  return /previous|earlier|before|version|之前|上一|以前|前の|バージョン|이전|예전|버전/.test(low) ? { kind: 'back', steps: 1 } : null
}

function remember({ low, has, reading, question, evidence }: Signals): Guess {
  if (!has('remember') || (question && has('recall'))) return null
  if (has('recall') && /[?？]/.test(low)) return null
  const [start, end] = cuePlaces(low, 'remember')[0]!
  // “remember my …” is about what is mine.
  const own = /\s(?:i|my|we)$/.exec(low.slice(start, end))?.[0].length ?? 0
  const text = tidy(
    start < 12 && reading.language !== 'ja' && reading.language !== 'ko'
      ? reading.text.slice(end - own)
      : `${reading.text.slice(0, start)} ${reading.text.slice(end)}`,
  )
  return text.length > 1 ? { is: { intent: 'remember', text }, confidence: has('setting') && evidence >= 0.5 ? 0.5 : 0.95 } : null
}
const tidy = (text: string) =>
  text
    .replace(/^[\s,，:：、。.]*(?:that\s|to\s|一下|:|：)?[\s,，:：、。.]*/iu, '')
    .replace(/[\s,，、。]+(?:を|って|と|고|라고|는 거|는 것)?\s*$/u, '')
    .replace(/(?:ことを|って|のを|ということを|と|라고|는\s?걸|는\s?것을?|는\s?거)\s*$/u, '')
    .trim()

function recall({ low, has, question, ranked, figures, reading }: Signals): Guess {
  if (!has('recall') || figures > 0) return null
  const about = tidy(leftoverAbout(low, ['recall'], reading.text))
  const sure = question || /tell me|what|记得|说过|言った|覚え|觉え|기억|말했/.test(low)
  return { is: { intent: 'recall', about }, confidence: sure && !ranked.some((one) => one.named && one.relevance > 4) ? 0.955 : 0.6 }
}
const PERSONAL =
  /\b(?:my|am i|do i|is my|are my)\b|我的|我对|我是|我叫|我在|我(?:老婆|老公|妈|爸|女儿|儿子|家|男友|女友)|私の|私は|僕の|俺の|妻の|夫の|아내|남편|(?:^|\s)(?:내|제|나는|내가|제가)\s/
/** "what am I allergic to?": of the person, and of no app: what they told is the place to look. */
function told({ low, question, figures, reading, has, ctx }: Signals): Guess {
  if (!question || figures > 0 || has('build') || has('recall') || !PERSONAL.test(`${low} ${reading.text}`)) return null
  const about = topics(
    reading,
    reading.values.map((value) => [value.start, value.end] as const),
  ).map(({ text }) => text)
  return about.length
    ? {
        is: { intent: 'recall', about: about.join(' ') },
        confidence: /\bname\b|名字|叫什么|名前|이름/.test(`${low} ${reading.text}`) ? 0.9 : ctx.apps.length ? 0.5 : 0.4,
      }
    : null
}
const leftoverAbout = (low: string, names: CueName[], shown: string) =>
  without(low, names, shown).replace(
    /^(?:about|of|that|what|have|关于|了)\s*|(?:のこと|について|에 대해|에 대해서|关于|吗|呢|か|っけ|더라|지)?[?？。.\s]*$/gu,
    '',
  )

function forget({ low, has, reading }: Signals): Guess {
  if (!has('forget') || has('remember')) return null
  return {
    is: {
      intent: 'forget',
      about: tidy(
        without(low, ['forget'], reading.text)
          .replace(/^(?:what i (?:told|said)(?: you)?|i told you|that|about)\s*/g, '')
          .replace(/(?:のこと|について)?(?:は|を)?\s*$|에 대한 거|는 거|거\s*$/g, ''),
      ),
    },
    confidence: 0.93,
  }
}

const YES = /^(?:yes|yep|sure|ok|okay|确定|是的|对|好的|はい|ええ|네|응|예|그래)[\s,，、。.]/
function confirmed({ low, has, ranked }: Signals): Guess {
  const named = ranked.find((one) => one.named)
  return YES.test(`${low} `) && has('remove') && named ? { is: { intent: 'remove-app', app: named.app.id }, confidence: 0.98 } : null
}

function smallTalk({ low, has, figures, dates }: Signals): Guess {
  if (figures + dates > 0 && !has('greeting')) return null
  for (const name of ['help', 'thanks', 'greeting'] as const) {
    if (!has(name)) continue
    const left = rest(low, [name, 'praise', 'greeting', 'thanks'])
    if (left.length <= (name === 'help' ? 10 : 6)) return { is: { intent: name }, confidence: left.length <= 2 ? 0.94 : 0.7 }
  }
  return null
}

function feedback({ low, has, figures, reading, ctx, words, question }: Signals): Guess {
  if (question || figures > 0 || words > 14 || (!has('complaint') && !has('praise'))) return null
  const value = has('complaint') ? -1 : 1
  const left = rest(low, ['complaint', 'praise'])
  const after = ctx.last.intent !== null
  if (left.length > 12) return null
  return { is: { intent: 'feedback', value, words: reading.text.slice(0, 500) }, confidence: left.length <= 5 ? 0.88 : after ? 0.55 : 0.4 }
}

function listApps({ has, low }: Signals): Guess {
  return has('list') && rest(low, ['list', 'ask', 'show', 'app', 'question', 'all']).length <= 8
    ? { is: { intent: 'list-apps' }, confidence: 0.92 }
    : null
}

function removeApp({ has, low, ranked, reading, figures }: Signals): Guess {
  const here = ranked.find((one) => one.open) ?? ranked.find((one) => one.last)
  if (here && has('remove') && has('app') && rest(low, ['remove', 'app']).length === 0)
    return { is: confirmRemoval(here.app, reading.language), confidence: 0.93 }
  const named = ranked.find((one) => one.named)
  if (!has('remove') || !named || figures > 0) return null
  const app = has('app')
  const bare =
    rest(low, ['remove', 'app'])
      .replace(fold(named.app.name).replace(/[\s\p{P}]/gu, ''), '')
      .replace(/记录|清单|リスト|帐|帳|記録|목록|기록|收藏|コレクション|컬렉션|tracker|list|log|collection|diary|planner|board/g, '')
      .length <= (/^[\x20-\x7e]+$/.test(low) ? 2 : 0)
  if (!app && !(bare && named.exact)) return null
  if (fieldsNamed(reading.text, named.app.spec.collections, { kinds: false }).some((hit) => hit.score >= 1) && !app) return null
  return { is: confirmRemoval(named.app, reading.language), confidence: 0.93 }
}

function open({ has, ranked, figures, dates, question, reading }: Signals): Guess {
  const named = ranked.find((one) => one.named)
  if (!has('open') || !named || figures > 0 || (question && !/[?？]/.test(reading.text))) return null
  if (has('view') || has('add') || has('remove') || has('change')) return null
  return { is: { intent: 'open', app: named.app.id }, confidence: dates > 0 ? 0.5 : 0.86 }
}

// ---- Changing an app -------------------------------------------------------------------------------------------

function edit(s: Signals): Guess {
  const { has, ranked, target, figures, question, reading, low } = s
  const app = ranked.find((one) => one.named) ?? ranked.find((one) => one.open) ?? ranked.find((one) => one.last) ?? target
  if (!app || /\b(?:new app|another app)\b|新(?:しい)?(?:アプリ|应用)|새 앱|새로운 앱/.test(low)) return null
  const spec = app.app.spec
  const fields = fieldsNamed(reading.text, spec.collections, { kinds: false }).filter((hit) => hit.score >= 0.7)
  const near = app.named || app.open || app.last
  let score = 0
  if (
    memberNamed(reading, spec) ||
    (near && (changeNamed(reading, spec, s.ctx) || fieldSaid(reading, spec, s.ctx) || isCard(reading, spec)))
  )
    return null
  if (near && REMIND.test(low) && remindsOnly(s)) score = 0.88
  if (near && s.figures > 0 && GOALS.test(low) && !question) score = 0.86
  if (near && ORDERS.test(`${low} ${reading.text}`) && !question) score = 0.84
  if (near && has('change') && UNIT.test(low) && figures === 0) score = Math.max(score, 0.82)
  if (fields.length > 0 && SCALED.test(`${low} ${reading.text}`) && !question) score = 0.88
  if (has('rename') && !question) score = Math.max(score, near ? 0.97 : 0.9)
  if (has('setting') && (has('change') || has('add') || has('remove') || s.bounds > 0) && !question) score = Math.max(score, 0.88)
  if (
    has('view') &&
    (has('show') || has('change') || has('add') || has('remove') || s.words <= 5) &&
    !(question && /[?？]/.test(reading.text))
  )
    score = Math.max(score, figures > 0 && !has('change') && !has('show') ? 0.28 : figures > 0 && !has('change') ? 0.5 : 0.84)
  if (has('remove') && fields.length > 0 && !namesSeed(s, spec)) score = Math.max(score, 0.87)
  if (has('change') && fields.length > 0 && (figures === 0 || MEASURE.test(low))) score = Math.max(score, s.dates > 0 ? 0.5 : 0.82)
  if (has('add') && addsField(s, spec)) score = Math.max(score, 0.86)
  if (MORE.test(low) && addsField(s, spec)) score = Math.max(score, 0.8)
  if (
    /\b(?:in|to) (?:english|chinese|japanese|korean)\b|(?:英語|英语|日本語|日本语|中国語|中国语|韓国語|韩国语)(?:に(?!つい)|で(?=表示|書|お願い|して|見|使|$))|(?:换成|改成|用)(?:英文|英语|中文|日文|日语|韩文|韩语)|(?:영어|일본어|중국어|한국어)로/.test(
      low,
    )
  )
    score = Math.max(score, 0.86)
  if (
    near &&
    has('view') &&
    has('build') &&
    !has('track') &&
    topics(reading, cuePlaces(low, 'view')).every(({ text }) => /^(?:make|create|add|view|app)$|作|만들|做/i.test(text))
  )
    score = Math.max(score, 1.04)
  if (/^(?:make it|turn it|set it|make the|use)\b/.test(low) && near && figures === 0) score = Math.max(score, 0.8)
  if (!score) return null
  if (has('build') && !near) score -= 0.3
  // “a checklist for the garden without dates” speaks of another app than the one that is open.
  if (has('artefact') && s.evidence >= 0.5 && !app.named && LEFT_OUT.test(low) && !has('add') && !has('change')) score -= 0.4
  if (has('build') && has('artefact') && !has('add') && !has('rename') && !ALSO.test(low)) score -= 0.15
  if (!near) score -= 0.15
  return { is: { intent: 'edit', app: app.app.id }, confidence: score }
}
const GOALS = /^(?:the |my |new )?(?:goal|target|limit|budget|目标|目標|预算|予算|上限|限额|목표|예산|한도)/
const ORDERS =
  /\b(?:sort|order|group)(?: it| them| the list| everything)? by\b|排序|分组|並べ替え|並び替え|並べて|正렬|정렬|순으로|별로 (?:묶|모아|나눠)|ごとにまとめ/
const UNIT =
  /(?:斤|公斤|千克|磅|英里|公里|キロ|ポンド|グラム|マイル|킬로|파운드|마일|그램|\b(?:pounds?|lbs?|kgs?|kilos?|kilograms?|miles?|km|kilometers?|kilometres?|ounces?|oz|ml|lit(?:er|re)s?|stones?)\b)(?:に|で|로|으로|[。.!！\s]|$)/
const SCALED = /\bout of \d|\b(?:from )?1\s?(?:to|-|–)\s?\d{1,2}\b|\d\s?(?:点満点|段階|分制|分满分|점 ?만점|점 ?척도|단계)|满分\d|満点/

/** "remind me at 9 pm" says nothing of what: the open app reminds. With a thing to be reminded of, it is another matter. */
function remindsOnly(s: Signals): boolean {
  const words = topics(
    s.reading,
    s.reading.values.map((value) => [value.start, value.end] as const),
  ).map(({ text }) =>
    fold(text)
      .replace(/remind|reminder|notify|please|提醒|リマインド|通知|알려|알림|아침|저녁|밤|晚上|早上|夜|朝|点|에|매일/g, '')
      .trim(),
  )
  return words.every((word) => word.length < 2)
}

/** An entry the app started with is named: "remove no sugar" is about that habit, not about a field. */
const namesSeed = (s: Signals, spec: AppSpec): boolean =>
  visibleCollections(spec).some((one) =>
    one.seeds.some(
      (seed) => typeof seed[one.title] === 'string' && labelPlace(s.low, s.reading.tokens, String(seed[one.title])) !== undefined,
    ),
  )

const MEASURE =
  /(?:number|text|rating|date|scale|unit|options?|required|optional|数字|文本|评分|选项|日期|必填|数値|数值|テキスト|評価|评价|選択|选择|必須|必须|숫자|텍스트|별점|선택|필수)/
const ALSO = /\balso\b|再|还|也|\bmore\b|も|도\s|추가/
const MORE =
  /^(?:also|and also|with)\b|也要|还要|还想|也想|もほしい|も欲しい|も入れ|も記録|도 넣|도 기록|도 있으면|도 필요|도 추가|[^\s]も[。！!]?$|[가-힣]도[.!]?$/

/** "add a rating" changes the app; "add milk" is an entry of a list. */
function addsField(s: Signals, spec: AppSpec): boolean {
  const amount = s.reading.values.filter(
    (value) =>
      value.read.kind === 'money' ||
      value.read.kind === 'quantity' ||
      value.read.kind === 'duration' ||
      (value.read.kind === 'number' && !/^(?:a|an|one|一|하나|한)$/.test(value.text)),
  )
  if (s.has('setting') || s.has('view')) return true
  if (amount.length > 0 && !/scale|から|from|到|~|1-/.test(s.low)) return false
  const words = leftover(s.reading, [])
  if (isQuality(s.low) || s.has('artefact')) return true
  if (isThing(s.reading.text)) return true
  const listy = visibleCollections(spec).some(
    (collection) => visibleFields(collection).some((field) => field.kind === 'yesno') || visibleFields(collection).length <= 2,
  )
  return !listy && s.dates === 0 && words.length > 0 && words.length <= 40
}

// ---- Logging and asking ----------------------------------------------------------------------------------------

/** These leave a part out of what is asked for; no entry goes. */
const LEFT_OUT = /\bwithout\b|抜きで|없이/
const AIM = /\b(?:goal|target|limit|at most|no more than)\b|目标|目標|上限|限额|不超过|목표|한도|이하로|넘지 않/

function log(s: Signals): Guess {
  const { reading, has, figures, question, target } = s
  if ((question && !/买了|했어|した|했다/.test(reading.text)) || (s.bounds > 0 && figures === 0))
    return question || s.rhythms > 0 || figures + s.bounds === 0 ? null : logInto(s, 0.5)
  const said = has('did') || has('record')
  // “Delete all my apps” is about no entry.
  const removing =
    has('remove') &&
    !LEFT_OUT.test(s.low) &&
    !(has('app') && has('all')) &&
    (has('last') || s.dates > 0 || (target?.open ?? false) || (target?.last ?? false))
  const wrong = MISTAKE.test(s.low) && figures > 0 && (target?.open || target?.last)
  const fixing = wrong || ((has('correct') || has('change')) && figures > 0 && !has('setting'))
  let score = 0
  if (figures > 0) score = 0.6 + (said ? 0.15 : 0) + (target && target.fit >= 1.2 ? 0.12 : 0) + (has('artefact') && !said ? -0.15 : 0)
  else if (said && target && (target.relevance >= 0.8 || target.open || target.last))
    score = 0.6 + (target.relevance >= 1.5 ? 0.15 : 0) + (has('add') && target.open ? 0.1 : 0)
  else if (target && (target.open || target.last) && target.relevance >= 1.5 && s.words <= 8) score = 0.5
  else if (target?.open && s.words <= 6 && isList(target.app.spec) && !has('build') && !has('add')) score = 0.45
  if (has('add') && target?.open && isList(target.app.spec)) score = Math.max(score, 0.7)
  if (removing) score = Math.max(score, has('last') ? 0.85 : 0.72)
  if (fixing) score = Math.max(score, wrong || has('last') || s.dates > 0 || has('correct') ? 0.87 : 0.7)
  const near = target && (target.open || target.last || target.named)
  if (near && memberNamed(reading, target.app.spec)) score = Math.max(score, 0.89)
  if (near && hasSpan(reading.text) && target.app.spec.collections.some((one) => one.fields.some((field) => field.kind === 'duration')))
    score = Math.max(score, 0.62)
  if (near && isCard(reading, target.app.spec)) score = Math.max(score, 0.88)
  if (near && (changeNamed(reading, target.app.spec, s.ctx) ?? fieldSaid(reading, target.app.spec, s.ctx))) score = Math.max(score, 0.9)
  if (
    near &&
    score < 0.6 &&
    s.dates > 0 &&
    s.words <= 9 &&
    target.app.spec.collections.some((one) =>
      one.fields.some((field) => field.kind === 'date' && field.default === undefined && !field.hidden),
    ) &&
    !has('change') &&
    !has('remove') &&
    !has('build') &&
    !REMIND.test(s.low) &&
    !/^(?:i|we|it|my)\b|^我|^私|^나는|^오늘|^今天|^今日/.test(s.low) &&
    !reading.values.some((value) => value.read.kind === 'date' && value.read.date === s.ctx.now.date)
  )
    score = 0.6
  if (near && isAgain(reading)) score = Math.max(score, 0.8)
  if (!score) return null
  // “a reading log, the goal is 20 books” sets something up; nothing was done yet.
  if (AIM.test(s.low) && has('record') && !has('did') && !fixing && !removing) score -= 0.6
  // “weight log” is a thing to make; the verb stands first or a figure is said.
  if (figures === 0 && has('artefact') && !has('did') && s.words <= 4 && !has('add')) score -= 0.2
  // “Spotify 9.99 monthly” is an entry of what is paid every month.
  const paid = s.rhythms > 0 && near && figures > 0 && (target?.fit ?? 0) >= 0.8 && !has('track') && !has('build')
  if ((s.rhythms > 0 && !paid) || (has('track') && !said)) score -= 0.3
  if (has('build') && !said) score -= 0.25
  return logInto(s, score)
}

/** "casa - house" where cards are kept. */
const isCard = (reading: Reading, spec: AppSpec): boolean =>
  spec.behaviours.some((one) => one.kind === 'repetition' || one.kind === 'quiz') &&
  (/\S\s?(?:[=＝→]|\s[-–—]|:|：)\s?\S/.test(reading.text) ||
    /^[\p{Script=Latin}' -]+\s+[^\p{Script=Latin}\s\d?？]+$|^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]+\s+[\p{Script=Latin}' -]+$/u.test(
      reading.text,
    )) &&
  !/选项|\boptions?\b|選択肢|옵션|선택지|字段|\bfield\b|項目|항목/.test(reading.text) &&
  !/https?:/.test(reading.text) &&
  reading.text.length <= 300

const isList = (spec: AppSpec) =>
  visibleCollections(spec).some(
    (one) => visibleFields(one).some((field) => field.kind === 'yesno') && !visibleFields(one).some((field) => field.kind === 'money'),
  )

/** The first app, by fit, that these words can be noted in; where none fits, an offer to make one. */
function logInto(s: Signals, score: number): Guess {
  const { reading, ctx } = s
  const fitting = s.ranked.filter((one) => one.fit >= 0.8 || one.relevance >= 1 || one.open || (one.last && one.fit > 0))
  // What is deleted or changed is in the app that is meant, never in the next one that has something alike.
  const tried = verbOf(reading) === 'create' ? 4 : 1
  const read = fitting.slice(0, tried).flatMap((one) => {
    const entries = readEntry(reading, one.app.spec, ctx)
    return entries.ok ? [{ app: one.app.id, entries: entries.value }] : []
  })
  // Where every figure has a home before where one would be lost; a price is never dropped.
  const best = read.reduce<(typeof read)[number] | null>(
    (top, each) => (top && (top.entries.lost ?? 0) <= (each.entries.lost ?? 0) ? top : each),
    null,
  )
  const dropped =
    best?.entries.lost !== undefined && best.entries.lost >= s.figures && reading.values.some((value) => value.read.kind === 'money')
  if (best && !dropped) return { is: { intent: 'log', ...best }, confidence: Math.min(0.97, score) }
  if (
    s.figures === 0 ||
    s.has('change') ||
    s.has('remove') ||
    s.has('correct') ||
    s.has('build') ||
    s.has('track') ||
    s.rhythms > 0 ||
    s.has('artefact')
  )
    return null
  const words = leftover(
    reading,
    reading.values.map((value) => [value.start, value.end] as const),
  )
  return words && words.length <= 40 && score >= 0.55 ? { is: offerToBuild(words, reading), confidence: score - 0.05 } : null
}

/** "spending by category", 店別の支出: figures are asked for, parted by something. */
const GROUPED =
  /\b(?:by|per) (?:category|type|shop|store|person|place|day|week|month|year)\b|(?:按|每个?)(?:类|分类|类别|店|人|天|周|月|年)|(?:別|ごと)(?:の|に)|별(?:로|\s)/

function query(s: Signals): Guess {
  const { reading, ctx, question, has, low, ranked } = s
  const follow =
    ctx.last.intent === 'query' &&
    s.words <= 8 &&
    /^(?:and|what about|how about|那|那么|じゃあ|では|그럼|그러면)|呢[?？]?$|は[?？]$|은[?？]?$|는[?？]?$/.test(low)
  const connected = /^(?:and|what about|how about|那|那么|じゃあ|では|그럼|그러면)/.test(low)
  const grouped = s.figures === 0 && GROUPED.test(low) && ranked.some((one) => one.relevance >= 0.6 || one.open)
  const asking =
    question ||
    follow ||
    (grouped && !has('build') && !has('view')) ||
    (has('ask') && (has('question') || s.dates > 0 || /compare|比较|比べ|比較|비교/.test(low)))
  if (!asking) return null
  const fitting = ranked.filter((one) => one.relevance >= 0.6 || one.open || one.last || ranked.length === 1)
  const named = ranked.find((one) => one.named)
  const followed = follow && (connected || !measures(low))
  const app = followed ? (ranked.find((one) => one.last) ?? fitting[0]) : (named ?? fitting[0])
  if (!app || (!followed && !OWES.test(low) && isElsewhere(s, app))) return null
  // A run of days is no figure of a query: the app itself shows it.
  if (OWES.test(low) && app.app.spec.behaviours.some((one) => one.kind === 'split' || one.kind === 'countdown'))
    return { is: { intent: 'open', app: app.app.id }, confidence: 0.9 }
  if (STREAK.test(low) && app.app.spec.behaviours.some((one) => one.kind === 'streak'))
    return { is: { intent: 'open', app: app.app.id }, confidence: 0.9 }
  const before = followed ? ctx.window.filter((message) => message.role === 'person').at(-1)?.text : undefined
  const found = readQuestion(reading, app.app.spec, { ...ctx, ...(before !== undefined && before !== reading.raw && { before }) })
  if (!found.ok) return null
  const score =
    0.66 +
    (app.relevance >= 0.8 ? 0.14 : 0) +
    (s.dates > 0 ? 0.05 : 0) +
    (app.open || app.last ? 0.05 : 0) -
    (has('build') && !has('ask') ? 0.2 : 0) -
    (has('recall') ? 0.2 : 0)
  return { is: { intent: 'query', app: app.app.id, query: found.value, question: reading.text }, confidence: Math.min(0.93, score) }
}

const OWES =
  /谁が谁に|谁に|\bowes?\b|\bsettle\b|who's next|who is next|谁欠|欠谁|结算|下一个是谁|谁先|誰が誰に|精算|次は誰|누가 누구|정산|다음은 누구/
const STREAK = /\bin a row\b|\bstreak\b|consecutive|连续|連続|연속|스트릭/
const OWN = /^(?:what|which|who)\b.*\bnext\b|\bwhat(?:'s| is) (?:in|on|at) (?:the|my)\b|\b(?:did|have|had|do) (?:i|we)\b/

/** "what's the capital of France?": words that mean something, none of which this app or its person's doings are about. */
function isElsewhere(s: Signals, { app, named, relevance }: Ranked): boolean {
  if (named || relevance >= 0.5 || OWN.test(s.low) || s.has('did')) return false
  const said = s.ctx.window.filter((line) => line.role === 'person').map((line) => fold(line.text))
  const known = (text: string) => said.some((line) => line.includes(fold(text)) && line !== s.low)
  return topics(
    s.reading,
    s.reading.values.map((value) => [value.start, value.end] as const),
  ).some(({ text }) => !known(text) && !visibleCollections(app.spec).some((one) => isTopic(text, app.spec, one)))
}

// ---- Making an app ---------------------------------------------------------------------------------------------

function build(s: Signals): Guess {
  const { has, low, reading, target } = s
  let score = 0
  if (has('build')) score = 0.62 + (has('artefact') || has('track') ? 0.24 : 0)
  if (has('track')) score = Math.max(score, 0.74)
  if (has('artefact')) score = Math.max(score, 0.56)
  if (s.bounds > 0 || s.rhythms > 0) score += score > 0 ? 0.08 : 0.5
  if (/[:：]|各|ごと|별로|with the|with a|and the/.test(low) && score > 0) score += 0.05
  const about = target !== null && (target.named || target.relevance >= 1 || (target.open && s.words <= 8))
  score = Math.max(score, s.evidence >= 0.4 ? (0.4 + 0.42 * s.evidence) * (about ? 0.6 : 1) : 0)
  if (score === 0) score = !s.question && !about && s.words >= 2 ? 0.42 : 0
  if (score === 0 && isThing(reading.text)) score = 0.34
  // “movies: director, year, rating”
  if (s.evidence >= 0.6 && /^[^:：,，、]{2,24}[:：]\s?[^:：]+[、,，][^:：]+$/.test(reading.text) && s.figures === 0 && !has('add'))
    score = Math.max(score, 0.72)
  if (!score) return null
  // With an app at hand, what asks for no app is no request for one.
  if ((target?.open || target?.last) && score <= 0.5 && !has('build') && !has('track')) return null
  if (s.question && !has('build')) score -= about || s.evidence < 0.6 ? 0.35 : 0.2
  // "make the limit 6000": with an app open these words belong to it.
  if (has('add') && (target?.open || target?.last)) score -= 0.2
  // Whoever wants something gone wants nothing made.
  if (
    /^(?:undo|delete|remove|open)\b/.test(low) ||
    (has('remove') && !has('build') && !has('track') && (!has('artefact') || (has('app') && has('all'))))
  )
    score -= 0.4
  return { is: { intent: 'build' }, confidence: Math.min(0.95, score) }
}

function plan({ low, reading, has }: Signals): Guess {
  return /step by step|一步一步|一步步|段階的に|段阶的に|一つずつ|단계별로|차근차근/.test(low) &&
    (has('plan') || has('track') || has('build'))
    ? { is: { intent: 'plan', text: reading.text }, confidence: 0.9 }
    : null
}

// ---- For the policy and the journal ------------------------------------------------------------------------------

function featuresOf(s: Signals, guesses: { name: string; confidence: number }[]): Features {
  const features: Features = {
    language: s.reading.language,
    words: s.words,
    figures: s.figures,
    bounds: s.bounds,
    rhythms: s.rhythms,
    dates: s.dates,
    question: s.question,
    apps: s.ctx.apps.length,
    open: s.ctx.open !== null,
    last: s.ctx.last.intent ?? 'none',
  }
  if (s.target) {
    features.fit = round(s.target.fit)
    features.relevance = round(s.target.relevance)
    features.named = s.target.named
  }
  for (const { name, confidence } of guesses) features[`guess-${name}`] = round(confidence)
  return features
}
const round = (n: number) => Math.round(n * 1000) / 1000
