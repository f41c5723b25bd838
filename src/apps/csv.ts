/**
 * Tables in and out. Out: UTF-8 with a byte order mark (spreadsheets need it for our scripts), headers as the person
 * knows them, and no text that a spreadsheet would run as a formula. In: whatever a spreadsheet saved, read leniently
 * and shown before anything is written; a row that does not fit says why and leaves the others alone.
 */
import Papa from 'papaparse'
import { type Failure, fail, ok, type Result } from '../base/result.ts'
import type { EventId } from '../events.ts'
import type { AppSpec, Collection, Field, FieldKind, Language, Rec, Value } from '../spec.ts'
import { fieldValue } from './query.ts'
import type { AppData, Write, Written } from './types.ts'
import { fold, parseValue, toNumber } from './values.ts'
import { titleText, unknownCollection } from './writes.ts'

export const CSV_BYTES = 10 * 1024 * 1024
export const CSV_ROWS = 20_000

export type CsvColumn = {
  header: string
  /** The field it goes into; null where none was found, with the kind that its values look like. */
  field: string | null
  kind: FieldKind
}
export type CsvError = {
  /** 1 is the first row under the headers */ row: number
  field: string
  message: string
  code: string
  values?: Failure['values']
}
export type CsvReading = {
  collection: string
  columns: CsvColumn[]
  /** Rows that fit, in order. */
  rows: { row: number; values: Record<string, Value> }[]
  errors: CsvError[]
  /** Rows under the headers, empty ones left out. */
  total: number
}
export type Related = Readonly<Record<string, readonly Rec[]>>

const YESNO: Record<Language, [string, string]> = { en: ['Yes', 'No'], zh: ['是', '否'], ja: ['はい', 'いいえ'], ko: ['예', '아니요'] }

// ---- Out ---------------------------------------------------------------------------------------------------

/** `today` is for computed fields; `related` gives relations their titles. */
export function writeCsv(spec: AppSpec, collection: string, records: readonly Rec[], today: string, related: Related = {}): Result<string> {
  const found = spec.collections.find((one) => one.id === collection)
  if (!found) return unknownCollection(collection)
  const fields = found.fields.filter((field) => !field.hidden && field.kind !== 'schedule')
  const titles = titlesOf(spec, related)
  const rows = records.map((record) =>
    fields.map((field) => cell(field, fieldValue(record, field, found.fields, today), spec.language, titles)),
  )
  const headers = fields.map((field) => guarded(field.label))
  return ok(`\ufeff${Papa.unparse([headers, ...rows], { newline: '\r\n' })}\r\n`)
}

function cell(field: Field, value: Value, language: Language, titles: Titles): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return YESNO[language][value ? 0 : 1]
  const shown = [value]
    .flat()
    .map((one) =>
      field.kind === 'relation'
        ? (titles.get(field.to)?.get(one) ?? '')
        : field.kind === 'choice' || field.kind === 'choices'
          ? (field.options.find((option) => option.id === one)?.label ?? one)
          : one,
    )
  return guarded(shown.filter((one) => one !== '').join(', '))
}

/** A text that a spreadsheet would take for a formula gets an apostrophe; a plain number is none. */
function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d[\d.,]*$/.test(text) ? `'${text}` : text
}

const unguarded = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

type Titles = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Collection -> record id -> title. */
function titlesOf(spec: AppSpec, related: Related): Titles {
  return new Map(
    spec.collections.map((collection) => {
      const records = Object.hasOwn(related, collection.id) ? (related[collection.id] ?? []) : []
      return [collection.id, new Map(records.map((record) => [record.id, titleText(record, collection)]))] as const
    }),
  )
}

// ---- In ----------------------------------------------------------------------------------------------------

export type CsvOptions = {
  /** The records that relations may name by title. */
  related?: Related
  /** Other names a field goes by, such as its concept's in other languages. */
  alsoCalled?: (field: Field) => readonly string[]
}

/** Reads a table for `collection` and writes nothing. Codes: 'csv-empty', 'csv-too-large', 'csv-unreadable', 'csv-unknown-columns'. */
export function readCsv(source: string | Uint8Array, spec: AppSpec, collection: string, options: CsvOptions = {}): Result<CsvReading> {
  const found = spec.collections.find((one) => one.id === collection)
  if (!found) return unknownCollection(collection)
  if (source.length > CSV_BYTES)
    return fail('csv-too-large', `A table can have ${CSV_BYTES / 1024 / 1024} MB; this one is larger.`, { most: CSV_BYTES })
  const text = typeof source === 'string' ? source.replace(/^\ufeff/, '') : decoded(source, spec.language)
  const parsed = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', delimitersToGuess: [',', '\t', ';', '|'] })
  const [headers, ...rows] = parsed.data
  if (!headers || rows.length === 0) return fail('csv-empty', 'This table has no rows under its headers.')
  if (rows.length > CSV_ROWS)
    return fail('csv-too-large', `A table can have ${CSV_ROWS} rows; this one has ${rows.length}.`, { most: CSV_ROWS })
  const broken = parsed.errors.find((error) => error.type === 'Quotes')
  if (broken)
    return fail('csv-unreadable', `The table cannot be read: in row ${(broken.row ?? 0) + 1} a quotation mark is not closed.`, {
      row: (broken.row ?? 0) + 1,
    })
  const columns = columnsOf(headers, rows, found, options.alsoCalled ?? (() => []))
  if (!columns.some((column) => column.field !== null)) {
    const labels = fillable(found)
      .map((field) => field.label)
      .join(', ')
    return fail('csv-unknown-columns', `None of the columns is one of “${found.label}”. Its columns are: ${labels}.`, {
      collection: found.label,
      columns: labels,
    })
  }
  return ok(readRows(rows, columns, found, spec, options.related ?? {}))
}

/** Writes the rows that fit, all or none. `batch` is an id of the caller's: the same one again writes nothing twice. */
export function commitCsv(data: AppData, reading: CsvReading, batch: string, because?: EventId): Promise<Result<Written>> {
  const writes = reading.rows.map(
    ({ row, values }): Write => ({ id: `${batch}-${row}`, do: 'create', collection: reading.collection, values }),
  )
  return data.write(writes, 'import', because)
}

const LEGACY: Record<Language, string> = { en: 'windows-1252', zh: 'gb18030', ja: 'shift_jis', ko: 'euc-kr' }

/** By its byte order mark; else UTF-8; else what spreadsheets of that language saved before it. */
function decoded(bytes: Uint8Array, language: Language): string {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (mark) return new TextDecoder(mark).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(LEGACY[language]).decode(bytes)
  }
}

const fillable = (collection: Collection): Field[] =>
  collection.fields.filter((field) => !field.hidden && field.kind !== 'computed' && field.kind !== 'schedule')

function columnsOf(
  headers: readonly string[],
  rows: readonly string[][],
  collection: Collection,
  alsoCalled: (field: Field) => readonly string[],
): CsvColumn[] {
  const taken = new Set<string>()
  return headers.map((header, at) => {
    const wanted = plainHeader(header)
    const free = collection.fields.filter((field) => field.kind !== 'schedule' && !taken.has(field.id))
    const by = (names: (field: Field) => readonly string[]) =>
      wanted === '' ? undefined : free.find((field) => names(field).some((name) => plainHeader(name) === wanted))
    const field = by((one) => [one.label]) ?? by((one) => [one.id]) ?? by(alsoCalled)
    if (field) taken.add(field.id)
    // Computed columns of our own export are known, and worked out anew.
    return {
      header: header.trim().slice(0, 120),
      field: field && field.kind !== 'computed' ? field.id : null,
      kind: field?.kind ?? guess(rows.slice(0, 200).map((row) => row[at] ?? '')),
    }
  })
}

/** "Price (JPY)", " PRICE ", "price" are one header. */
const plainHeader = (header: string): string =>
  fold(unguarded(header))
    .replace(/\s*[([（【].*$/, '')
    .replace(/[\s_:：*-]+/g, '')

const GUESSES: [FieldKind, Field][] = (['yesno', 'date', 'time', 'number'] as const).map((kind) => [
  kind,
  { id: 'column', label: 'column', kind } as Field,
])

function guess(cells: readonly string[]): FieldKind {
  const filled = cells.map((one) => one.trim()).filter((one) => one !== '')
  if (filled.length === 0) return 'text'
  for (const [kind, field] of GUESSES) {
    // Ones and noughts are numbers until somebody says otherwise.
    if (kind === 'yesno' && filled.every((one) => toNumber(one) !== null)) continue
    if (filled.every((one) => parseValue(field, kind === 'date' ? isoDay(one, orderOf(filled)) : one).ok)) return kind
  }
  return filled.some((one) => one.length > 120 || one.includes('\n')) ? 'note' : 'text'
}

type DayOrder = 'month-first' | 'day-first'
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=$|[T\s])/

/** Which of 3/4/2026 is the month: told by a value above 12 anywhere in the column, else month first. */
function orderOf(cells: readonly string[]): DayOrder {
  return cells.some((one) => Number(SLASHED.exec(one.trim())?.[1] ?? 0) > 12) ? 'day-first' : 'month-first'
}

function isoDay(text: string, order: DayOrder): string {
  const found = SLASHED.exec(text.trim())
  if (!found) return text
  const [month, day] = order === 'month-first' ? [found[1]!, found[2]!] : [found[2]!, found[1]!]
  return `${found[3]}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${text.trim().slice(found[0].length)}`
}

function readRows(
  rows: readonly string[][],
  columns: readonly CsvColumn[],
  collection: Collection,
  spec: AppSpec,
  related: Related,
): CsvReading {
  const ids = idsByTitle(titlesOf(spec, related))
  const readers = columns.map((column, at) => {
    const field = collection.fields.find((one) => one.id === column.field)
    return field ? { field, at, order: orderOf(rows.map((row) => row[at] ?? '')) } : null
  })
  const unfilled = fillable(collection).filter(
    (field) => field.required && field.default === undefined && !columns.some((column) => column.field === field.id),
  )
  const reading: CsvReading = { collection: collection.id, columns: [...columns], rows: [], errors: [], total: rows.length }
  rows.forEach((row, i) => {
    const values = new Map<string, Value>()
    const errors: CsvError[] = unfilled.map((field) => ({
      row: i + 1,
      field: field.label,
      code: 'value-missing',
      message: `“${field.label}” needs a value.`,
      values: { field: field.label },
    }))
    for (const reader of readers) {
      if (!reader) continue
      const { field, at, order } = reader
      const said = unguarded((row[at] ?? '').trim())
      const parsed =
        field.kind === 'relation'
          ? relation(field, said, ids)
          : parseValue(field, field.kind === 'date' || field.kind === 'datetime' ? isoDay(said, order) : said)
      if (!parsed.ok) errors.push({ row: i + 1, field: field.label, ...parsed.error })
      else if (parsed.value !== null) values.set(field.id, parsed.value)
    }
    if (errors.length > 0) reading.errors.push(...errors)
    else reading.rows.push({ row: i + 1, values: Object.fromEntries(values) })
  })
  return reading
}

const idsByTitle = (titles: Titles): Titles =>
  new Map([...titles].map(([collection, records]) => [collection, new Map([...records].map(([id, title]) => [fold(title), id]))]))

function relation(field: Field & { kind: 'relation' }, said: string, ids: Titles): Result<Value> {
  if (said === '') return parseValue(field, null)
  const known = ids.get(field.to)
  const whole = known?.get(fold(said))
  if (whole) return ok(field.many ? [whole] : whole)
  const parts = field.many
    ? said
        .split(/[,、，;；]/)
        .map((one) => one.trim())
        .filter((one) => one !== '')
    : [said]
  const found = parts.map((one) => known?.get(fold(one)))
  const missing = parts.find((_, i) => found[i] === undefined)
  if (missing !== undefined)
    return fail('relation-unknown', `“${field.label}”: nothing is called “${missing.slice(0, 60)}”.`, {
      field: field.label,
      value: missing.slice(0, 60),
    })
  return ok(field.many ? [...new Set(found as string[])] : found[0]!)
}
