/**
 * Sums said in a sentence: arithmetic, percents, tips, units and days between dates. The arithmetic is a recursive
 * descent over a closed alphabet; nothing is ever evaluated as code.
 */
import { add, daysBetween } from '../base/language/calendar.ts'
import { formatDate, formatMoney, formatNumber, formatQuantity } from '../base/language/format.ts'
import type { Now, Reading } from '../base/language/types.ts'
import { convert, findUnit, UNITS, unitOf } from '../base/language/units.ts'
import { fold, placesOf } from '../base/resolve.ts'
import { LANGUAGES } from '../spec.ts'

export type Calculation = { expression: string; value: number; shown: string }
export type CalculateContext = { now: Now; locale: string }

/** Null where the sentence is no sum. */
export function calculate(reading: Reading, ctx: CalculateContext): Calculation | null {
  if (reading.text.length > 200) return null
  return days(reading, ctx) ?? tip(reading, ctx) ?? percentOf(reading, ctx) ?? units(reading, ctx) ?? arithmetic(reading, ctx)
}

// ---- Arithmetic ------------------------------------------------------------------------------------------------

const WORDS: [RegExp, string][] = [
  [/\b(?:plus|and)\b|加上?|足す|たす|더하기/g, '+'],
  [/\bminus\b|减去?|減|引く|ひく|빼기/g, '-'],
  [/\b(?:times|multiplied by)\b|乘以?|乗|掛ける|かける|곱하기|[×✕]/g, '*'],
  [/\b(?:divided by|over)\b|除以|割る|わる|나누기|÷/g, '/'],
  [/\b(?:squared)\b|的平方|の2乗|제곱/g, '^2'],
  [/[−–—]/g, '-'],
  [/（/g, '('],
  [/）/g, ')'],
]
const LEAD = /^(?:\s|what is|what's|whats|how much is|calculate|compute|work out|请|帮我|算一下|计算|算|計算して|計算|계산해 ?줘?|계산)+/i
const TAIL =
  /(?:\s|[=?？。.!]|等于多少|等于几|是多少|多少|いくら|いくつ|は何|は|ですか|です|を計算して|を計算|計算して|얼마야|얼마|몇이야|계산해 ?줘|[은는]|이야|please)+$/i

function arithmetic(reading: Reading, ctx: CalculateContext): Calculation | null {
  let text = reading.text
    .toLowerCase()
    .replace(LEAD, '')
    .replace(TAIL, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
  for (const [pattern, sign] of WORDS) text = text.replace(pattern, ` ${sign} `)
  text = text.replace(/(?<=\d)\s*x\s*(?=\d)/g, ' * ').trim()
  if (!/^[\d\s.+\-*/^()%]+$/.test(text) || !/\d\s*\)*\s*[+\-*/^%]\s*\(*\s*-?[\d(.]/.test(text)) return null
  // A date, a telephone number or a score is no sum.
  if (/^\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?$/.test(text.replace(/\s/g, '')) && !/\s/.test(text)) return null
  const value = evaluate(text)
  return value === null
    ? null
    : {
        expression: text.replace(/\s+/g, ' ').replace(/\*/g, '×').replace(/\//g, '÷'),
        value,
        shown: formatNumber(value, ctx.locale, { decimals: decimalsOf(value) }),
      }
}

const decimalsOf = (value: number) => (Number.isInteger(value) ? 0 : Math.abs(value) >= 100 ? 2 : 4)

/** + - * / ^, parentheses, unary minus and a trailing %. Null where it is malformed, deep or not finite. */
export function evaluate(text: string): number | null {
  const tokens = text.match(/\d+(?:\.\d+)?|\.\d+|[+\-*/^()%]/g) ?? []
  if (tokens.length > 200) return null
  let i = 0
  let depth = 0
  const sum = (): number => {
    let value = product()
    while (tokens[i] === '+' || tokens[i] === '-') {
      const minus = tokens[i++] === '-'
      const from = i
      let right = product()
      // 200 + 10% is ten percent of what stands before it.
      if (tokens[i - 1] === '%' && i - from === 2) right = value * right
      value = minus ? value - right : value + right
    }
    return value
  }
  const product = (): number => {
    let value = power()
    while (tokens[i] === '*' || tokens[i] === '/') value = tokens[i++] === '*' ? value * power() : value / power()
    return value
  }
  const power = (): number => {
    const base = signed()
    if (tokens[i] !== '^') return base
    i++
    return base ** power()
  }
  const signed = (): number => {
    if (tokens[i] === '-') {
      i++
      return ++depth > 60 ? Number.NaN : -signed()
    }
    let value = atom()
    while (tokens[i] === '%') {
      i++
      value /= 100
    }
    return value
  }
  const atom = (): number => {
    const token = tokens[i++]
    if (token === '(') {
      if (++depth > 60) return Number.NaN
      const value = sum()
      return tokens[i++] === ')' ? value : Number.NaN
    }
    return token !== undefined && /^[\d.]/.test(token) ? Number(token) : Number.NaN
  }
  const value = sum()
  return i === tokens.length && Number.isFinite(value) ? Number(value.toPrecision(12)) : null
}

// ---- Percents and tips -----------------------------------------------------------------------------------------

const OF =
  /%\s*(?:of|on|off)\s|percent (?:of|on|off)|百分之|的\s?\d+(?:\.\d+)?\s?%|の\s?\d+(?:\.\d+)?\s?(?:%|パーセント|割)|의\s?\d+(?:\.\d+)?\s?(?:%|퍼센트|프로)|\d+(?:\.\d+)?\s?%\s?(?:オフ|引き|할인)|\d折/i
const OFF = /\boff\b|discount|折扣|打折|オフ|引き|할인/i

function amountsOf(reading: Reading) {
  const percent = reading.values.find((value) => value.read.kind === 'percent')
  const other = reading.values.find(
    (value) => value.read.kind === 'number' || value.read.kind === 'money' || value.read.kind === 'quantity',
  )
  const amount = other?.read.kind === 'money' ? other.read.amount : other && 'value' in other.read ? other.read.value : undefined
  return { percent: percent?.read.kind === 'percent' ? percent.read.value : undefined, amount, read: other?.read }
}

function percentOf(reading: Reading, ctx: CalculateContext): Calculation | null {
  const { percent, amount, read } = amountsOf(reading)
  if (percent === undefined || amount === undefined || reading.values.length !== 2 || !OF.test(reading.text)) return null
  if (content(reading) > 3) return null
  const off = OFF.test(reading.text)
  const value = Number(((amount * (off ? 100 - percent : percent)) / 100).toPrecision(12))
  const shown =
    read?.kind === 'money'
      ? formatMoney(value, read.currency, ctx.locale)
      : formatNumber(value, ctx.locale, { decimals: decimalsOf(value) })
  return { expression: off ? `${amount} − ${percent}%` : `${amount} × ${percent}%`, value, shown }
}

const TIP = /\btip\b|小费|チップ|팁/i
function tip(reading: Reading, ctx: CalculateContext): Calculation | null {
  const { percent, amount, read } = amountsOf(reading)
  if (!TIP.test(reading.text) || percent === undefined || amount === undefined || content(reading) > 6) return null
  const value = Number((amount * (1 + percent / 100)).toPrecision(12))
  const show = (n: number) =>
    read?.kind === 'money' ? formatMoney(n, read.currency, ctx.locale) : formatNumber(n, ctx.locale, { decimals: decimalsOf(n) })
  return { expression: `${amount} + ${percent}%`, value, shown: `${show(Number((value - amount).toPrecision(12)))} → ${show(value)}` }
}

/** Words beside the figures: a sum is said in few. */
const content = (reading: Reading) =>
  reading.tokens.filter(
    (token) =>
      token.kind === 'word' &&
      !reading.values.some((value) => token.start < value.end && token.end > value.start) &&
      !/^(?:of|on|off|is|what|the|a|percent|for|bill|how|much|calculate|with|的|の|は|是|多少|いくら|の|의|얼마|야|은|는)$/i.test(
        token.text,
      ),
  ).length

// ---- Units -----------------------------------------------------------------------------------------------------

const TARGET: RegExp[] = [
  /\b(?:in|to|into|as)\s+([a-z°][a-z° ]{0,20}?)\s*\??$/i,
  /\bhow many\s+([a-z° ]{1,20}?)\s+(?:is|are|in|equals?)\b/i,
  /(?:是多少|等于多少|换成|换算成|转成|合多少|等于几|有多少|是几)\s?([\p{L}°]{1,8})/u,
  /(?:は何|何|を|って何)\s?([\p{L}°]{1,8}?)(?:に換算|に変換|ですか|になりますか|ですか|か|に|です)?[?？]?$/u,
  /(?:는|은|를|을)?\s?(?:몇\s)?([가-힣A-Za-z°]{1,8}?)(?:로|으로|이야|인가요|야|예요|이에요)?(?:\s?(?:바꿔|변환|환산).{0,6})?[?？]?$/u,
]

function units(reading: Reading, ctx: CalculateContext): Calculation | null {
  const from = reading.values.find((value) => value.read.kind === 'quantity' || value.read.kind === 'duration')
  if (!from || reading.values.length > 2) return null
  const source =
    from.read.kind === 'quantity'
      ? { value: from.read.value, unit: from.read.unit }
      : from.read.kind === 'duration'
        ? { value: from.read.minutes, unit: 'min' }
        : null
  if (!source) return null
  // "early, ward 3, 8 hours" asks for no other unit: the last pattern is of Korean, where nothing stands before the unit.
  for (const pattern of reading.language === 'en' ? TARGET.slice(0, 2) : TARGET) {
    const word = pattern.exec(reading.text)?.[1]?.trim()
    // 수학 2시간: its own unit is asked of no figure.
    const at = word ? reading.text.lastIndexOf(word) : -1
    if (at >= from.start && at < from.end) continue
    const unit = word ? unitNamed(word, reading, unitOf(source.unit)?.dimension) : undefined
    const value = unit ? convert(source.value, source.unit, unit) : null
    if (!unit || value === null || unit === source.unit) continue
    const rounded = Number(value.toPrecision(6))
    return {
      expression: `${from.text} = ${rounded} ${unit}`,
      value: rounded,
      shown: formatQuantity(rounded, unit, ctx.locale, { decimals: Math.abs(rounded) >= 100 ? 1 : 3 }),
    }
  }
  return null
}

function unitNamed(word: string, reading: Reading, dimension: string | undefined): string | undefined {
  // キロ is a kilogram and a kilometre: what is measured settles it.
  const same = UNITS.find(
    (unit) =>
      unit.dimension === dimension && [...(unit.names.any ?? []), ...(unit.names[reading.language] ?? [])].includes(word.toLowerCase()),
  )
  if (same) return same.id
  if (/^(?:キロ|킬로|kilos?)$/i.test(word) && (dimension === 'length' || dimension === 'mass')) return dimension === 'length' ? 'km' : 'kg'
  for (const language of [reading.language, ...LANGUAGES]) {
    const unit = findUnit(word, language)
    if (unit) return unit.id
  }
  const low = fold(word)
  const inside = UNITS.flatMap((unit) =>
    [...(unit.names.any ?? []), ...(unit.names[reading.language] ?? [])]
      .filter((name) => name.length > 1 && placesOf(low, fold(name)).length > 0)
      .map((name) => ({ unit, name })),
  )
  return inside.sort((a, b) => b.name.length - a.name.length)[0]?.unit.id
}

// ---- Days ------------------------------------------------------------------------------------------------------

const UNTIL =
  /\b(?:days?|weeks?|how long|how many days)\b.*\b(?:until|till|til|to|before|since|left|from)\b|还有(?:几|多少)天|距离.*(?:几|多少)天|过了(?:几|多少)天|(?:まで|から)(?:あと)?何日|あと何日|(?:까지|부터)\s?(?:며칠|몇 일|얼마나)|며칠 남|디데이(?=.*(?:며칠|몇|얼마|언제|[?？]))/i
const NAMED_DAY = /\bday (?:before yesterday|after tomorrow)\b/gi
const FROM_NOW =
  /\b(?:what day|what date|date)\b.*\b(?:in|after|from now|later|ago)\b|(?:天|日|周)后是|(?:日|週間)後は|(?:일|주) (?:뒤|후)(?:는|은|가)?/i

function days(reading: Reading, ctx: CalculateContext): Calculation | null {
  const dates = reading.values.flatMap((value) => (value.read.kind === 'date' ? [{ ...value.read, text: value.text }] : []))
  const last = dates.at(-1)
  if (last && UNTIL.test(reading.text.replace(NAMED_DAY, ''))) {
    const start = dates.length > 1 ? dates[0]!.date : ctx.now.date
    // "until 25 December" after Christmas means the next one.
    const to =
      dates.length === 1 && last.date < start && last.guessed && !/since|from|ago|过了|から|부터/i.test(reading.text)
        ? add('year', last.date, 1)
        : last.date
    const value = Math.abs(daysBetween(start, to))
    return {
      expression: `${formatDate(start, ctx.locale)} → ${formatDate(to, ctx.locale)}`,
      value,
      shown: formatQuantity(value, 'day', ctx.locale),
    }
  }
  if (last && FROM_NOW.test(reading.text) && dates.length === 1 && reading.tokens.length < 14)
    return { expression: last.text, value: daysBetween(ctx.now.date, last.date), shown: formatDate(last.date, ctx.locale, 'long') }
  return null
}
