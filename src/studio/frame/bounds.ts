/** Goals and limits: what is to be reached or kept under, and in which period. */

import { foldHan } from '../../base/language/han.ts'
import type { Read, Reading } from '../../base/language/types.ts'
import { findUnit } from '../../base/language/units.ts'
import type { PeriodUnit } from '../../spec.ts'
import { type Bound, MOST_READ } from './types.ts'

function figureOf(read: Read): Pick<Bound, 'value' | 'what' | 'unit'> | null {
  switch (read.kind) {
    case 'money':
      return { value: read.amount, what: 'money' }
    case 'number':
      return { value: read.value, what: 'number' }
    case 'percent':
      return { value: read.value, what: 'percent' }
    case 'quantity':
      return { value: read.value, what: 'quantity', unit: read.unit }
    case 'count':
      return { value: read.value, what: 'count', unit: read.counter }
    case 'duration':
      return { value: read.minutes, what: 'duration' }
    default:
      return null
  }
}

const GOAL_WORDS = [
  'goal',
  'target',
  'aim',
  'reach',
  'get to',
  'get down to',
  'down to',
  '目标',
  '达到',
  '减到',
  '降到',
  '增到',
  '涨到',
  '练到',
  '攒到',
  '瘦到',
  '目標',
  'まで落',
  'までに',
  'まで減',
  '목표',
  '까지 빼',
  '까지 감량',
  '달성',
]
const LIMIT_WORDS = [
  'budget',
  'limit',
  'cap',
  'no more than',
  'at most',
  'max',
  'go over',
  'stay under',
  'below',
  'keep under',
  'exceed',
  '预算',
  '上限',
  '不超过',
  '别超',
  '不要超',
  '予算',
  '上限',
  'まで',
  '以内',
  '예산',
  '한도',
  '이하',
  '이내',
  '넘',
]
const MINUTES_OF: Record<PeriodUnit, number> = { day: 1440, week: 10080, month: 40320, year: 525600 }
/** "hourly rate 25" is a figure of the matter, no bound. */
const RATE_BEFORE = /(?:hourly|rate|wage|unit price|时薪|时给|시급|单价|단가|利率|年龄|aged?)\s*(?:is|of|:|は|은|는|为|是)?\s*$/
const PEOPLE = /^(?:person|people|friend|player|kid|child|guest|人|名|位|个人|명|사람|분)/i
/** "under 11s football", "over 60s club": an age, by which people are called. */
const AGED = /^(?:under|over)[- ]\d{1,2}'?s\b/i
/** "out of 10. Goal 50000 metres": the next sentence speaks of another figure. */
const ENDED = /[.!?;] /
/** 我有三间房, 每一笔, 3泊: how many there are, one of them, and how long a stay is, are no bounds. */
const OWNED = /(?:我|家里|家|手上|一共)有\s*$/
const LEAST_AFTER = /^\s*(?:以上|이상|or more|at least|ずつ|씩)/

const FROM_TO = /(?:减|降|瘦|增|涨|练|攒|提高?|增加|减少|落|減ら|増や)\S{0,2}?(?:到|至)|から.*まで(?:落|減|増)/
/** "from 34 kilos to 28": the unit is said once. */
const DOWN_TO =
  /\bfrom (\d[\d.,]*) ?(kilos?|kgs?|kg|lbs?|pounds|stone) (?:down )?to (\d[\d.,]*)\b(?! ?(?:kilos?|kgs?|kg|lbs?|pounds|stone))/
const WARNED = /提醒|报警|警告|标红|看出来|提示|醒目|通知|警報|アラート|知らせ|教え/

export function boundsOf(reading: Reading, low: string): Bound[] {
  const bounds: Bound[] = []
  const down = reading.language === 'en' ? DOWN_TO.exec(low) : null
  const unit = down ? findUnit(down[2]!, 'en') : undefined
  if (down && unit)
    bounds.push({
      op: 'about',
      value: Number(down[3]!.replaceAll(',', '')),
      what: 'quantity',
      unit: unit.id,
      explicit: true,
      start: down.index,
    })
  for (const found of reading.values) {
    if (found.start >= MOST_READ) break
    const { read } = found
    // 从72公斤减到65公斤: a way from one to the other aims at the other.
    const way = read.kind === 'range' && FROM_TO.test(low.slice(Math.max(0, found.start - 2), found.end)) ? read : undefined
    if (way) {
      const end = way.down ? way.low : way.high
      bounds.push({
        op: 'about',
        value: end,
        what: way.unit ? 'quantity' : 'number',
        ...(way.unit ? { unit: way.unit } : {}),
        explicit: true,
        start: found.start,
      })
      continue
    }
    const value = figureOf(read.kind === 'bound' ? read.of : read)
    if (!value) continue
    if (AGED.test(reading.text.slice(found.start, found.end + 12))) continue
    if (read.kind === 'count' && PEOPLE.test(read.counter)) continue
    const per = (read.kind === 'bound' ? read.per : undefined) ?? periodNear(reading, found.start, found.end)
    // "8 weeks, 3 runs a week": what lasts longer than the period is no bound within it.
    if (value.what === 'duration' && per && value.value >= MINUTES_OF[per]) continue
    if (read.kind === 'bound') {
      // 超过140要提醒: to be told of it is to be kept under.
      const told = read.op === 'least' && WARNED.test(low.slice(found.end, found.end + 12).split(/[,。;]/)[0]!)
      bounds.push({ op: told ? 'most' : read.op, ...value, ...(per ? { per } : {}), explicit: true, start: found.start })
      continue
    }
    const before = low
      .slice(Math.max(0, found.start - 24), found.start)
      .split(ENDED)
      .at(-1)!
    if (RATE_BEFORE.test(before) || (value.what !== 'money' && (OWNED.test(before) || (value.value === 1 && /[每毎各]\s*$/.test(before)))))
      continue
    if (read.kind === 'count' && /^(?:泊|晩|晚|夜)/.test(read.counter)) continue
    const after = low.slice(found.end, found.end + 14).split(ENDED)[0]!
    if (read.kind === 'count' && /^(?:段|点|星|つ星)/.test(read.counter)) continue
    if (value.what === 'number' && /^\s?(?:段阶|段階|点满点|点満点|つ星|星|分制|分满分)/.test(after)) continue
    if (value.what === 'number' && value.value === 1 && /^日(?:何|に何|どの)/.test(after)) continue
    const near = (words: string[]) => words.some((word) => before.includes(foldHan(word)) || after.includes(foldHan(word)))
    const least = LEAST_AFTER.test(after)
    const aim = GOAL_WORDS.some((word) => before.includes(foldHan(word)) || (after.includes(foldHan(word)) && !/到$/.test(word)))
    if (aim) bounds.push({ op: 'about', ...value, ...(per ? { per } : {}), explicit: false, start: found.start })
    else if (near(LIMIT_WORDS) && !least)
      bounds.push({ op: 'most', ...value, ...(per ? { per } : {}), explicit: false, start: found.start })
    else if (isStock(value.what, before + after, low))
      bounds.push({ op: 'most', ...value, explicit: true, stock: true, start: found.start })
    else if (least || per)
      bounds.push({ op: least ? 'least' : 'about', ...value, ...(per ? { per } : {}), explicit: least, start: found.start })
  }
  return bounds
}

/** "36 lessons in all, how many are left": what is used up, bit by bit, and shall not be passed. */
const IN_ALL =
  /一共|总共|共|买了|办了|充了|全部で|合わせて|計|回数券|买|총|모두|전부|끊었|\bin (?:all|total)\b|\bpack(?:age)? of\b|\bbought\b/
export const IS_LEFT = /还剩|剩余|剩下|剩几|剩多少|残り|残数|あと何|남은|남았|\b(?:are|is)? ?left\b|\bremain/
/** 30회권, 10次卡: so many visits that are paid for. */
const TICKETS = /次卡|节课包|回券|회권|회차권|\b(?:visit|class|session|ride|swim) (?:pass|card)\b/
const isStock = (what: Bound['what'], around: string, low: string): boolean =>
  (what === 'count' || what === 'number') && (TICKETS.test(around) || (IN_ALL.test(around) && IS_LEFT.test(low)))

const PERIOD_WORDS: [PeriodUnit, RegExp][] = [
  [
    'day',
    /\b(?:a|per|each|every) (?:day|evening|morning|night)\b|\bdaily\b|\bnightly\b|每天|每日|每晚|每早|一天|毎日|毎朝|毎晩|1日(?!目|から)|一日|매일|하루|일일/,
  ],
  [
    'week',
    /\b(?:a|per|each|every|this) week\b|\bweekly\b|每周|每週|每星期|一周|一週|毎週|週に|1週間|周に|週(?=\d|[一二三四五六七八九十])|매주|일주일|주에|한 주|주 \d|주당/,
  ],
  [
    'month',
    /\b(?:a|per|each|every|this) month\b|\bmonthly\b|每个?月|一个月|月度|毎月|月に|(?<![\d〇一二三四五六七八九十])月(?=\d|[一二三四五])|ひと月|1か月|1ヶ月|今月|本月|매월|매달|한 ?달|월 \d|달에/,
  ],
  ['year', /\b(?:a|per|each|every|this) year\b|\byearly\b|annual|每年|今年|一年|毎年|年間|年に|매년|올해|일년|1년|연간/],
]
/** The period a value is for, where the reading left it to the words around: "5000円/月", "每个月…", "this year read 30". */
function periodNear(reading: Reading, start: number, end: number): PeriodUnit | undefined {
  const around = foldHan(reading.text.slice(Math.max(0, start - 22), end + 16).toLowerCase())
  const own = reading.text.slice(end, end + 6)
  const slash = /^\s*[/／]\s*(day|week|month|year|日|天|周|週|月|年|일|주|월|년)/.exec(own.toLowerCase())
  if (slash)
    return /day|日|天|일/.test(slash[1]!)
      ? 'day'
      : /week|周|週|주/.test(slash[1]!)
        ? 'week'
        : /month|月|월/.test(slash[1]!)
          ? 'month'
          : 'year'
  let best: { unit: PeriodUnit; far: number } | undefined
  for (const [unit, pattern] of PERIOD_WORDS) {
    const match = pattern.exec(around)
    if (!match) continue
    const far = Math.abs(match.index - Math.min(22, start))
    if (!best || far < best.far) best = { unit, far }
  }
  return best?.unit
}

export const contradicts = (bounds: readonly Bound[]) =>
  bounds.some(
    (most) =>
      most.op === 'most' &&
      bounds.some(
        (least) =>
          least.op === 'least' &&
          least.what === most.what &&
          (least.per === most.per || !least.per || !most.per) &&
          least.value > most.value,
      ),
  )
