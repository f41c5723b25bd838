/**
 * What a value of each field kind is. Every way in (form, talk, HTTP, CSV, migration) passes through
 * `parseValue`, so a stored value always has the shape that its field promises. Browser-safe.
 */
import { fail, ok, type Result } from '../base/result.ts'
import type { Field, FieldOf, Value } from '../spec.ts'

/** Bytes of UTF-8 one value may have. */
export const VALUE_BYTES = 64 * 1024
const LINE_CHARACTERS = 2000
const MOST_CHOSEN = 500

type Parsed = Result<Value>

/**
 * The value of `field` that `raw` stands for: typed already, or text as a person or a CSV cell has it
 * ("1,200円", "１２", "はい", an option's label). Empty is null. Failures name the field by its label:
 * 'value-missing', 'value-invalid', 'value-too-small', 'value-too-large', 'value-too-long', 'value-computed'.
 */
export function parseValue(field: Field, raw: unknown): Parsed {
  if (field.kind === 'computed') {
    return isEmpty(raw)
      ? ok(null)
      : fail('value-computed', `“${field.label}” is worked out by the app and cannot be set.`, { field: field.label })
  }
  if (isEmpty(raw)) {
    return field.required && field.kind !== 'schedule'
      ? fail('value-missing', `“${field.label}” needs a value.`, { field: field.label })
      : ok(null)
  }
  const parsed = parsers[field.kind](field as never, raw)
  // Text of separators alone (";") names nothing: as empty as an empty list.
  return parsed.ok && Array.isArray(parsed.value) && parsed.value.length === 0 ? parseValue(field, null) : parsed
}

const isEmpty = (raw: unknown): boolean =>
  raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '') || (Array.isArray(raw) && raw.length === 0)

const parsers: { [K in Exclude<Field['kind'], 'computed'>]: (field: FieldOf<K>, raw: unknown) => Parsed } = {
  text: (field, raw) => line(field, raw),
  person: (field, raw) => line(field, raw),
  place: (field, raw) => line(field, raw),
  note: (field, raw) => {
    const text = asText(raw)
    return text === null ? invalid(field, raw, 'text') : bounded(field, clean(text, true))
  },
  number: (field, raw) => {
    const value = toNumber(raw)
    if (value === null) return invalid(field, raw, 'a number')
    if (field.integer && !Number.isInteger(value)) return invalid(field, raw, 'a whole number')
    return within(field, value, field.min, field.max)
  },
  money: (field, raw) => {
    const value = toNumber(raw, [field.currency])
    return value === null ? invalid(field, raw, 'an amount of money') : within(field, value)
  },
  quantity: (field, raw) => {
    const value = toNumber(raw, [field.unit])
    return value === null ? invalid(field, raw, `a number of ${field.unit}`) : within(field, value, field.min, field.max)
  },
  duration: (field, raw) => {
    const value = toMinutes(raw)
    return value === null ? invalid(field, raw, 'a length of time, as 45 or 1:30') : within(field, value, 0)
  },
  date: (field, raw) => orInvalid(field, raw, toDate(raw), 'a date, as 2026-11-24'),
  time: (field, raw) => orInvalid(field, raw, toTime(raw), 'a time, as 18:30'),
  datetime: (field, raw) => orInvalid(field, raw, toDateTime(raw), 'a date and time, as 2026-11-24 18:30'),
  choice: (field, raw) => {
    const option = typeof raw === 'string' ? optionOf(field, raw) : null
    return option === null ? invalid(field, raw, `one of ${options(field)}`) : ok(option)
  },
  choices: (field, raw) => {
    const chosen = toList(raw)?.map((one) => optionOf(field, one))
    if (!chosen || chosen.includes(null)) return invalid(field, raw, `some of ${options(field)}`)
    return ok([...new Set(chosen as string[])])
  },
  rating: (field, raw) => {
    const value = toRating(raw)
    if (value === null || !Number.isInteger(value)) return invalid(field, raw, `a whole number from 1 to ${field.max}`)
    return within(field, value, 1, field.max)
  },
  yesno: (field, raw) => orInvalid(field, raw, toYesNo(raw), 'yes or no'),
  link: (field, raw) => {
    const link = typeof raw === 'string' ? toLink(raw) : null
    return link === null ? invalid(field, raw, 'a web, mail or telephone link') : bounded(field, link)
  },
  relation: (field, raw) => {
    if (!field.many) return typeof raw === 'string' && isRecordId(raw) ? ok(raw) : invalid(field, raw, 'a record')
    const list = toList(raw)
    if (!list || list.length > MOST_CHOSEN || !list.every(isRecordId)) return invalid(field, raw, 'a list of records')
    return ok([...new Set(list)])
  },
  schedule: (field, raw) => {
    const text = typeof raw === 'string' ? raw : safeJson(raw)
    return text !== null && text.length <= 4096 && isJsonObject(text) ? ok(text) : invalid(field, raw, 'a review schedule')
  },
}

// ---- Failures ----------------------------------------------------------------------------------------------

function invalid(field: Field, raw: unknown, wanted: string): Parsed {
  const shown = describe(raw)
  return fail('value-invalid', `“${field.label}” takes ${wanted}; “${shown}” is not.`, {
    field: field.label,
    value: shown,
    kind: field.kind,
  })
}

const orInvalid = (field: Field, raw: unknown, value: Value, wanted: string): Parsed =>
  value === null ? invalid(field, raw, wanted) : ok(value)

function within(field: Field, value: number, min?: number, max?: number): Parsed {
  if (!Number.isFinite(value) || Math.abs(value) > 1e15) return invalid(field, value, 'a number below 1,000,000,000,000,000')
  if (min !== undefined && value < min)
    return fail('value-too-small', `“${field.label}” is at least ${min}; ${value} is less.`, { field: field.label, value, min })
  if (max !== undefined && value > max)
    return fail('value-too-large', `“${field.label}” is at most ${max}; ${value} is more.`, { field: field.label, value, max })
  return ok(value === 0 ? 0 : value)
}

function bounded(field: Field, text: string, characters?: number): Parsed {
  if (text === '') return field.required ? fail('value-missing', `“${field.label}” needs a value.`, { field: field.label }) : ok(null)
  if (characters !== undefined && text.length > characters) {
    return fail('value-too-long', `“${field.label}” takes at most ${characters} characters; this has ${text.length}.`, {
      field: field.label,
      most: characters,
    })
  }
  // Four bytes is the most a code unit can take, so short texts need no encoding to be sure.
  if (text.length * 4 > VALUE_BYTES && new TextEncoder().encode(text).length > VALUE_BYTES) {
    return fail('value-too-long', `“${field.label}” takes at most ${VALUE_BYTES / 1024} KB of text.`, {
      field: field.label,
      most: VALUE_BYTES,
    })
  }
  return ok(text)
}

function describe(raw: unknown): string {
  const text = typeof raw === 'string' ? raw : (safeJson(raw) ?? String(raw))
  const short = clean(text, false)
  return short.length > 60 ? `${short.slice(0, 60).replace(/[\ud800-\udbff]$/, '')}…` : short
}

function safeJson(raw: unknown): string | null {
  try {
    return JSON.stringify(raw) ?? null
  } catch {
    return null
  }
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

// ---- Text --------------------------------------------------------------------------------------------------

const asText = (raw: unknown): string | null =>
  typeof raw === 'string'
    ? raw
    : typeof raw === 'number' && Number.isFinite(raw)
      ? String(raw)
      : typeof raw === 'boolean'
        ? String(raw)
        : null

function line(field: Field, raw: unknown): Parsed {
  const text = asText(raw)
  return text === null ? invalid(field, raw, 'text') : bounded(field, clean(text, false), LINE_CHARACTERS)
}

/** NFC, no control characters or halves of characters; lines are kept only where `lines` is true. */
export function clean(text: string, lines: boolean): string {
  const whole = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to take them out
  const kept = lines ? whole.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '') : whole.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
  return kept.trim()
}

/** For comparing what people type: widths, case and spaces do not matter. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

const isRecordId = (id: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(id)

function toList(raw: unknown): string[] | null {
  if (Array.isArray(raw)) return raw.length <= MOST_CHOSEN && raw.every((one) => typeof one === 'string') ? (raw as string[]) : null
  if (typeof raw !== 'string' || raw.length > VALUE_BYTES) return null
  return raw
    .split(/[,、，;；\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

const options = (field: FieldOf<'choice'> | FieldOf<'choices'>): string => {
  const labels = field.options.slice(0, 8).map((option) => option.label)
  return labels.join(', ') + (field.options.length > 8 ? ' …' : '')
}

function optionOf(field: FieldOf<'choice'> | FieldOf<'choices'>, raw: string): string | null {
  const byId = field.options.find((option) => option.id === raw)
  if (byId) return byId.id
  const wanted = fold(raw)
  return field.options.find((option) => fold(option.label) === wanted || fold(option.id) === wanted)?.id ?? null
}

// ---- Numbers -----------------------------------------------------------------------------------------------

const SCALES = new Map([
  ['k', 1e3],
  ['千', 1e3],
  ['천', 1e3],
  ['万', 1e4],
  ['萬', 1e4],
  ['만', 1e4],
  ['億', 1e8],
  ['亿', 1e8],
  ['억', 1e8],
  ['m', 1e6],
  ['兆', 1e12],
  ['조', 1e12],
])
const MONEY_WORDS = /(?:円|元|块|塊|원|₩|¥|\$|€|£|rmb|yuan|yen|won|usd|jpy|cny|krw|eur|gbp|dollars?|euros?)/g

/** A plain number from text with widths, grouping, a unit of `units`, currency signs, and 万/억/k; null if it is none. */
export function toNumber(raw: unknown, units: string[] = []): number | null {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null
  if (typeof raw !== 'string' || raw.length > 80) return null
  let text = fold(raw).replace(/−|–/g, '-')
  for (const unit of units) {
    const end = fold(unit)
    if (end !== '' && text.endsWith(end) && !SCALES.has(end)) text = text.slice(0, -end.length).trim()
    else if (end !== '' && text.startsWith(end)) text = text.slice(end.length).trim()
  }
  text = text.replace(MONEY_WORDS, '').replace(/\s/g, '')
  const negative = /^\(.*\)$/.test(text) || text.startsWith('-')
  const amount = unsigned(text.replace(/^[-+]|[()]/g, ''))
  return amount === null ? null : negative ? -amount : amount
}

/** "3万5千", "1億2000万", "1,234.5", "12.5", "5k", "1e3". */
function unsigned(text: string): number | null {
  if (/^\d+(?:\.\d+)?e[+-]?\d{1,3}$/.test(text)) return Number(text)
  let total = 0
  let rest = text
  while (rest !== '') {
    const digits = /^[\d.,_']+/.exec(rest)?.[0]
    if (digits === undefined) return null
    const part = plain(digits)
    if (part === null) return null
    rest = rest.slice(digits.length)
    let scale = 1
    while (rest !== '' && SCALES.has(rest[0]!)) {
      scale *= SCALES.get(rest[0]!)!
      rest = rest.slice(1)
    }
    if (rest !== '' && scale === 1) return null
    total += part * scale
  }
  return text === '' ? null : Number(total.toPrecision(15))
}

/** Commas group by three (or four, as in 5,0000); one comma that does not group is a decimal comma. */
function plain(text: string): number | null {
  const bare = text.replace(/[_']/g, '')
  if (/^(?:\d+\.?\d*|\.\d+)$/.test(bare)) return Number(bare)
  if (/^\d{1,4}(?:,\d{3,4})+(?:\.\d*)?$/.test(bare)) return Number(bare.replace(/,/g, ''))
  if (/^\d+,\d{1,2}$/.test(bare)) return Number(bare.replace(',', '.'))
  return null
}

function toRating(raw: unknown): number | null {
  if (typeof raw !== 'string') return toNumber(raw)
  const stars = (raw.match(/★|⭐/g) ?? []).length
  if (stars > 0 && /^(?:★|☆|⭐|\ufe0f|\s)+$/.test(raw)) return stars
  const outOf = /^\s*(\d{1,2})\s*\/\s*\d{1,2}\s*$/.exec(raw)
  return outOf ? Number(outOf[1]) : toNumber(raw.replace(/[점点]|stars?/gi, ''))
}

function toMinutes(raw: unknown): number | null {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null
  if (typeof raw !== 'string' || raw.length > 40) return null
  const text = fold(raw).replace(/\s/g, '')
  const clock = /^(\d{1,4}):([0-5]\d)(?::[0-5]\d)?$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const parts =
    /^(?:(\d+(?:\.\d+)?)(?:h|hr|hrs|hours?|時間|小时|小時|个小时|시간))?(?:(\d+(?:\.\d+)?)(?:m|min|mins|minutes?|分|分钟|分鐘|分間|분)?)?$/.exec(
      text,
    )
  if (!parts || (parts[1] === undefined && parts[2] === undefined)) return null
  return Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0)
}

// ---- Yes and no, dates, links ------------------------------------------------------------------------------

const YES = new Set([
  'true',
  'yes',
  'y',
  '1',
  'on',
  'done',
  'x',
  '✓',
  '✔',
  '✅',
  '☑',
  '○',
  '◯',
  'はい',
  '済',
  '済み',
  '有',
  '是',
  '对',
  '好',
  '已完成',
  '完成',
  '예',
  '네',
  '완료',
  '응',
])
const NO = new Set([
  'false',
  'no',
  'n',
  '0',
  'off',
  '✗',
  '✘',
  '❌',
  '☐',
  '×',
  'いいえ',
  '未',
  '無',
  '无',
  '否',
  '不',
  '不是',
  '未完成',
  '아니오',
  '아니요',
  '미완료',
])

function toYesNo(raw: unknown): boolean | null {
  if (typeof raw === 'boolean') return raw
  if (raw === 1 || raw === 0) return raw === 1
  if (typeof raw !== 'string') return null
  const word = fold(raw)
  return YES.has(word) ? true : NO.has(word) ? false : null
}

const two = (n: number): string => String(n).padStart(2, '0')

/** Whether 'YYYY-MM-DD' is a day of the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

function day(year: string, month: string, date: string): string | null {
  const text = `${year.padStart(4, '0')}-${two(Number(month))}-${two(Number(date))}`
  return isDay(text) ? text : null
}

function toDate(raw: unknown): string | null {
  if (typeof raw !== 'string' || raw.length > 40) return null
  const text = fold(raw)
  const ymd = /^(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})\s?[.日일号]?(?=$|[t\s])/.exec(text)
  if (ymd) return day(ymd[1]!, ymd[2]!, ymd[3]!)
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  return compact ? day(compact[1]!, compact[2]!, compact[3]!) : null
}

function toTime(raw: unknown): string | null {
  if (typeof raw !== 'string' || raw.length > 40) return null
  const text = fold(raw).replace(/\s/g, '')
  const found =
    /^(am|pm|午前|午後|上午|下午|晚上|오전|오후)?(\d{1,2})(?:[:時时点點시h](\d{1,2}|半|반)?(?:分|분)?)?(?::\d{2}(?:\.\d+)?)?(am|pm)?$/.exec(
      text,
    )
  if (!found) return null
  const half = found[1] ?? found[4]
  if (half === undefined && found[3] === undefined && !/[:時时点點시h]/.test(text)) return null
  const minute = found[3] === '半' || found[3] === '반' ? 30 : Number(found[3] ?? 0)
  let hour = Number(found[2])
  const after = half === 'pm' || half === '午後' || half === '下午' || half === '晚上' || half === '오후'
  if (half !== undefined && hour === 12) hour = after ? 12 : 0
  else if (after && hour < 12) hour += 12
  return hour <= 23 && minute <= 59 ? `${two(hour)}:${two(minute)}` : null
}

function toDateTime(raw: unknown): string | null {
  if (typeof raw !== 'string' || raw.length > 60) return null
  const date = toDate(raw)
  if (date === null) return null
  const text = fold(raw)
  const cut = text.search(/[t\s]\D{0,3}\d{1,2}\s?[:時时点點시h]/)
  const clock = cut < 0 ? '' : text.slice(cut + 1)
  if (clock === '') return /[t:]/.test(text) ? null : `${date}T00:00`
  // A zone at the end is left out: what is kept is the wall clock that was written.
  const time = toTime(clock.replace(/(?:z|[+-]\d{2}:?\d{2})$/, ''))
  return time === null ? null : `${date}T${time}`
}

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])

function toLink(raw: string): string | null {
  const text = clean(raw, false)
  if (text.length > 4096 || /\s/.test(text)) return null
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(text)?.[0].toLowerCase()
  const looksBare = scheme === undefined || /^[\w-]+(?:\.[\w-]+)+:\d/.test(text)
  const full = !looksBare
    ? text
    : /^[^@/]+@[^@/]+\.[^@/]+$/.test(text)
      ? `mailto:${text}`
      : /^[^/.]+(?:\.[^/.]+)+(?:[/:?#]|$)/.test(text)
        ? `https://${text}`
        : null
  if (full === null) return null
  try {
    const url = new URL(full)
    return SCHEMES.has(url.protocol) && (url.hostname !== '' || url.pathname !== '') ? url.href : null
  } catch {
    return null
  }
}
