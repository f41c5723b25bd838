/**
 * The stretches of time of a timer, and what each is for: "warm up 5, run 20, cool down 5" follow each other,
 * "3, 4 and 5 minutes" are chosen from. Names stand before their figures or after them, alike for all of one message.
 */
import type { Reading } from '../../base/language/types.ts'
import type { Language } from '../../spec.ts'
import { asLabel } from './words.ts'

export type Span = { label: string | null; minutes: number; rest?: true }
type Place = { minutes: number; start: number; end: number }

const MOST = 20
const DAY = 1440

/** In the order in which they are said. */
export function spansIn(reading: Reading): Span[] {
  const places = placesIn(reading).slice(0, MOST)
  if (!places.length) return []
  const before = labelled(reading, places, 'before')
  const after = labelled(reading, places, 'after')
  const count = (spans: Span[]) => spans.filter(({ label }) => label).length
  // “25 minutes of focus, 5 of rest” against “focus 25, rest 5”: whichever names more of them; in a tie what is before.
  if (count(after) > count(before)) return after[0]!.label ? after : [before[0]!, ...after.slice(1)]
  return before.at(-1)!.label ? before : [...before.slice(0, -1), after.at(-1)!]
}

/** Seconds, minutes and hours; longer lengths are no timer's. */
const UNIT: [RegExp, number][] = [
  [/^(?:seconds?|secs?|s(?![a-z])|秒钟|秒鐘|秒間|秒|초)/i, 1 / 60],
  [/^(?:minutes?|mins?|min|m(?![a-z])|分钟|分鐘|分間|分|분)/i, 1],
  [/^(?:hours?|hrs?|h(?![a-z])|个小时|個小時|小时|小時|時間|시간)/i, 60],
]
/** Between two figures of which only one has its unit: “3/4/5 minutes”, “6½ min for soft and 10 for hard”. */
const FIGURE = /\d+(?:[.,]\d+)?/g

/** Lengths of time, and bare figures beside them that share their unit. */
function placesIn({ text, values }: Reading): Place[] {
  const lengths = values.flatMap(({ read, start, end, text: said }): Place[] => {
    const of = read.kind === 'bound' ? read.of : read
    // 4/5 minutes are two lengths, and no fraction of one.
    if (of.kind !== 'duration' || of.minutes <= 0 || of.minutes > DAY || said.includes('/')) return []
    return [{ minutes: of.minutes, start, end }]
  })
  const free = [...text.matchAll(FIGURE)].flatMap(({ 0: figure, index }) => {
    const end = index + figure.length
    if (lengths.some((one) => one.start < end && one.end > index)) return []
    const value = Number(figure.replace(',', '.'))
    const unit = UNIT.find(([pattern]) => pattern.test(text.slice(end).trimStart()))?.[1] ?? null
    return value > 0 && (unit !== null || isBare(text, index, end)) ? [{ value, unit, start: index, end }] : []
  })
  const known = [...lengths.map((one) => ({ ...one, unit: unitOf(text, one) })), ...free.filter((one) => one.unit !== null)]
  const shared = free.map(({ value, unit, start, end }): Place | null => {
    if (unit !== null) return { minutes: value * unit, start, end }
    const next = known.filter((one) => one.start >= end && SHARES.test(text.slice(end, one.start))).sort((a, b) => a.start - b.start)[0]
    const last = known.filter((one) => one.end <= start).sort((a, b) => b.end - a.end)[0]
    const of = next?.unit ?? last?.unit
    return of ? { minutes: value * of, start, end } : null
  })
  return [...lengths, ...shared.filter((one) => one !== null)].filter(({ minutes }) => minutes <= DAY).sort((a, b) => a.start - b.start)
}
const SHARES = /^[\s\d/／,、，・·&]*(?:and|or|und|와|과|또는|或|か|や|と|和)?[\s\d/／,、，・·&]*$/
const unitOf = (text: string, { start, end }: Place): number =>
  UNIT.find(([pattern]) => pattern.test(text.slice(start, end).replace(/^[\d.,½¼¾\s]+/, '')))?.[1] ?? 1
/** Not of something else: no rounds, no clock, no date, no percent, no money. */
const isBare = (text: string, start: number, end: number): boolean =>
  !/[\d:：.#$£€¥₩'’-]$/.test(text.slice(0, start)) &&
  /^(?:\s*(?:[/／,，、;；.。)）&+]|$)|\s+(?:and|or|then|for|off|on|of|min|x?\s*$)\b|\s*(?:か|や|と|和|或|后|後|하고|이랑))/i.test(
    text.slice(end),
  ) &&
  !/(?:after|every|times|rounds?|至|到|~)\s*$/i.test(text.slice(0, start))

const REST: Record<Language, RegExp> = {
  en: /\b(?:breaks?|rest|pause|off|recover\w*|cool(?:ing)?[ -]?down|walk)\b/i,
  zh: /休息|间歇|間歇|放松|放鬆|停/,
  ja: /休|インターバル|クールダウン/,
  ko: /휴식|쉬|쉼|정리/,
}
/** What joins one to the next, and the small words around a name. */
const EDGES: Record<Language, RegExp> = {
  en: /^(?:[\s,;.:+&()/-]|\b(?:a|an|the|my|some|and|or|then|with|of|for|to|at|on|do|doing|followed by|after that|mins?|timer|one|ones)\b)|(?:[\s,;.:+&()/=-]|\b(?:a|an|for|and|or|then|with|of|is|are|do|at|the|in|takes?|to)\b)$/gi,
  zh: /^(?:[\s，,、；;。.：:+＋（(）)/→]|然后|然後|接着|接著|再来?|先|后|後|的|和|或者?|每次|给我来个|做|是|要)|(?:[\s，,、；;。.：:+＋（(）)/→]|然后|然後|的|再|先|和|是|要|各|用)$/g,
  ja: /^(?:[\s、。,.：:・+＋（(）)/→]|その後|そのあと|それから|次に|の(?!り)|と|で|を|は|が|して|したら|や|か|ずつ|分(?!け))|(?:[\s、。,.：:・+＋（(）)/→]|は|が|を|と|(?<!ゆ)で|に|の|して|や)$/g,
  ko: /^(?:[\s,.:·+()/→]|그다음|그리고|다음|의|씩|하고|이랑|랑|동안|짜리|또는|은|는|을|를|에)|(?:[\s,.:·+()/→]|하고|은|는|을|를|그리고)$/g,
}
/** These name nothing that is done then: how often, how it should look, that it is a timer. */
const NOTHING =
  /\d|\b(?:timers?|apps?|rounds?|sets?|times|repeat\w*|intervals?|please|countdown|need|want|make|minutes?|each|twice|daily|every day|in between)\b|计时|計時|定时|タイマー|アプリ|タバタ|타이머|앱|계산|重复|轮|循环|繰り返|セット|ラウンド|반복|세트|라운드|고르|选择|選|选哪|[?？!！]/i
const A_TIMER = /\b(?:timer|app)\b:?|计时器?|計時器?|定时器?|タイマー|アプリ|타이머|앱/i
/** “rest 8 rounds”, “휴식 4세트” */
const COUNTED = /(?:[x×*]\s?)?\d+\s?(?:x\b|rounds?|sets?|times|轮|輪|组|次|回|セット|ラウンド|세트|라운드|번|회).*$|\bx\s?\d+.*$/i
const COUNTED_BEFORE = /^.*\d\s?(?:x\b|rounds?|sets?|times|轮|輪|组|次|回|セット|ラウンド|세트|라운드|번|회)/i
const LONGEST: Record<Language, number> = { en: 26, zh: 8, ja: 12, ko: 12 }

function labelled({ text, language }: Reading, places: readonly Place[], side: 'before' | 'after'): Span[] {
  return places.map(({ minutes, start, end }, i) => {
    const [from, to] = side === 'before' ? [places[i - 1]?.end ?? 0, start] : [end, places[i + 1]?.start ?? text.length]
    const label = nameIn(text.slice(from, to), language, side)
    return { label, minutes, ...(label && REST[language].test(label) ? { rest: true as const } : {}) }
  })
}

/** One edge after the other, as long as there is one. */
function bared(said: string, edge: RegExp): string {
  const less = said.replace(edge, '')
  return less === said ? said.trim() : bared(less, edge)
}

/** The words next to the figure, up to what ends a clause. */
function nameIn(whole: string, language: Language, side: 'before' | 'after'): string | null {
  const said = whole
    .split(A_TIMER)
    .at(side === 'before' ? -1 : 0)!
    .replace(side === 'before' ? COUNTED_BEFORE : COUNTED, '')
  const clauses = said.replace(/^(?:半|반|钟|鐘|間)/, '').split(/[,，、;；.。:：/\n→]|\bthen\b|\band\b|然后|そのあと|그다음/i)
  const near = (side === 'before' ? clauses.at(-1)?.trim() || clauses.at(-2) : clauses.find((one) => one.trim())) ?? ''
  const name = bared(near, EDGES[language])
  const isName = name.length > 0 && name.length <= LONGEST[language] && /\p{L}/u.test(name) && !NOTHING.test(name)
  return isName ? asLabel(name) : null
}

/** What is exercised, breathed or learned is gone through; tea and eggs are chosen from. */
const IN_TURN =
  /\b(?:then|followed by|after that|finally|interval|hiit|tabata|pomodoro|circuit|routine|warm[ -]?up|work|workout|exercise|stretch\w*|breath\w*|plank|sprint|run|focus|study|inhale|hold)\b|然后|然後|接着|最后|热身|熱身|训练|番茄|专注|間歇|间歇|吸气|その後|そのあと|それから|最後|ウォームアップ|運動|筋トレ|集中|勉強|作業|吸って|ポモドーロ|그다음|마지막|준비운동|운동|집중|공부|인터벌|뽀모도로|플랭크|들숨|스트레칭/i
const CHOSEN = /\bor\b|或|还是|還是|どちらか|どれか|[分秒]か|選べ|또는|이나|중에|골라|preset|プリセット|ボタン|버튼|按钮|按鈕/i
/** One of them runs at a time: none is for rest, and nothing says that they follow each other. */
export const areChosenFrom = (spans: readonly Span[], low: string, rounds: number): boolean =>
  spans.length >= 2 && rounds <= 1 && !spans.some(({ rest }) => rest) && (CHOSEN.test(low) || !IN_TURN.test(low))
