/** Numbers that stand for themselves, percentages, and ranges of any measured value. */
import type { Candidate, Source } from './atoms.ts'
import { parseHan } from './numerals.ts'
import type { Found, Read } from './types.ts'

export function findNumbers(source: Source): Candidate[] {
  const { text, low } = source
  const found: Candidate[] = []
  for (const atom of source.atoms) {
    const percent = /^ ?(?:%|percent(?![a-z])|per cent(?![a-z])|パーセント|퍼센트|프로(?![가-힣])|个百分点)/.exec(
      low.slice(atom.end, atom.end + 9),
    )
    const tenths = /^(?:割|할)(?![勘り印])/.exec(text.slice(atom.end, atom.end + 2))
    if (percent && atom.form !== 'half')
      found.push(make(text, atom.start, atom.end + percent[0].length, { kind: 'percent', value: atom.value }))
    else if (tenths && (atom.form === 'digits' || atom.form === 'han'))
      found.push(make(text, atom.start, atom.end + 1, { kind: 'percent', value: atom.value * 10 }))
    if (atom.bare) found.push(make(text, atom.start, atom.end, { kind: 'number', value: atom.value }))
  }
  return [...found, ...fractions(text), ...hanPercents(text)]
}

const HAN = '[〇零一二两三四五六七八九十百\\d]{1,6}'
const FRACTION = new RegExp(`(${HAN})分(?:之|の)(${HAN})`, 'g')
/** 三分之一, 3分の1; 百分之二十 is a percentage. */
function fractions(text: string): Candidate[] {
  return [...text.matchAll(FRACTION)].flatMap((match) => {
    const below = figure(match[1]!)
    const above = figure(match[2]!)
    if (!below || above === undefined) return []
    const end = match.index + match[0].length
    return [make(text, match.index, end, match[1] === '百' ? { kind: 'percent', value: above } : { kind: 'number', value: above / below })]
  })
}
/** 七成 is 70%. */
function hanPercents(text: string): Candidate[] {
  return [...text.matchAll(/(?<![\p{Script=Han}])([一二三四五六七八九\d])成(?![\p{Script=Han}])/gu)].map((match) =>
    make(text, match.index, match.index + 2, { kind: 'percent', value: (figure(match[1]!) ?? 0) * 10 }),
  )
}
export const figure = (digits: string): number | undefined => (/^\d+$/.test(digits) ? Number(digits) : parseHan(digits))

const make = (text: string, start: number, end: number, read: Read): Candidate => ({ start, end, text: text.slice(start, end), read })

// ---- ranges ------------------------------------------------------------------------------------------------

const BETWEEN =
  /^ ?(?:-|~|to|through|and|到|至|から|부터|에서|、?乃至|(?:减|降|瘦|增|涨|加|提高|提升)[到至]|から体重を| down to | up to ) ?$/
const LEAD = /(?:from|between|从|從|由) ?$/i
const TRAIL = /^(?:まで|の間|之间|之間|까지| ?사이|で(?=す))/

/** "1-10", "from 80 to 65 kg", 3到5次, 20~30분: two neighbouring values of one measure, read as one. Works on chosen values. */
export function joinRanges(text: string, values: Found[]): Found[] {
  const out: Found[] = []
  for (let i = 0; i < values.length; i++) {
    const a = values[i]!
    const b = values[i + 1]
    const joined = b && join(text, a, b)
    if (joined) i++
    out.push(joined ?? a)
  }
  return out
}

function join(text: string, a: Found, b: Found): Found | undefined {
  const between = text.slice(a.end, b.start)
  const match = between.length < 10 ? BETWEEN.exec(between.toLowerCase()) : null
  const left = amountOf(a)
  let right = amountOf(b)
  if (!match || !left || !right) {
    // "1-10": the sign was read into the second figure.
    if (between !== '' || !b.text.startsWith('-') || !left || !right) return undefined
    right = { ...right, value: -right.value }
  }
  const lead = LEAD.exec(text.slice(Math.max(0, a.start - 8), a.start))
  if (/^ ?and ?$/.test(between) && !/between/i.test(lead?.[0] ?? '')) return undefined
  // "$5-10": the second figure takes the currency.
  if (left.unit !== undefined && right.unit === undefined && a.read.kind === 'money' && /^\D/.test(a.text))
    right = { ...right, unit: left.unit }
  if (left.unit !== undefined && left.unit !== right.unit) return undefined
  // 555-1234 is a telephone.
  if (left.unit === undefined && right.unit === undefined && a.end - a.start === 3 && /^-?\d{4}$/.test(b.text)) return undefined
  // "80 to 65 kg": the first figure takes the unit of the second, and with it the second's scale (hours are minutes).
  const scale = left.unit === undefined && left.value !== 0 ? (right.scale ?? 1) : 1
  const first = left.value * scale
  const start = a.start - (lead?.[0].length ?? 0)
  const trail = TRAIL.exec(text.slice(b.end, b.end + 3))
  const end = b.end + (trail && /から|부터|에서|从|間|间|사이/.test(between + trail[0] + (lead?.[0] ?? '')) ? trail[0].length : 0)
  const unit = right.unit === undefined ? {} : { unit: right.unit }
  const read: Read = {
    kind: 'range',
    low: Math.min(first, right.value),
    high: Math.max(first, right.value),
    ...unit,
    ...(first > right.value ? { down: true } : {}),
  }
  return { start, end, text: text.slice(start, end), read }
}

type Amount = { value: number; unit?: string; scale?: number }
function amountOf({ read, text }: Found): Amount | undefined {
  switch (read.kind) {
    case 'number':
      return { value: read.value }
    case 'percent':
      return { value: read.value, unit: '%' }
    case 'money':
      return { value: read.amount, unit: read.currency }
    case 'quantity':
      return { value: read.value, unit: read.unit }
    case 'count':
      return { value: read.value, unit: read.counter }
    case 'duration':
      return { value: read.minutes, unit: 'min', scale: scaleOf(text) }
    default:
      return undefined
  }
}
/** Minutes in the unit of time that was said: what a bare figure before "hours" counts. */
function scaleOf(text: string): number {
  if (/h|小时|小時|時間|시간|钟头/i.test(text) && !/month/i.test(text)) return 60
  if (/week|周|週|星期|礼拜|주/i.test(text)) return 10080
  if (/month|月|개월|달/i.test(text)) return 43200
  if (/y(?:ea)?r|年|년/i.test(text)) return 525600
  return /day|天|日|일/i.test(text) ? 1440 : 1
}
