/**
 * Which words of an entry fill which field, learned from messages that were marked by hand (scripts/entry). What the
 * rules make of the message (read.ts) is one of the signs, and often the right one; where the likeliest parting is
 * another, that is what is noted.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { weightsIn } from '../../../base/hashed.ts'
import type { Reading } from '../../../base/language/types.ts'
import { optionNamed, visibleCollections } from '../../../base/resolve.ts'
import { packageRoot } from '../../../root.ts'
import type { AppSpec, Collection, Field, Value } from '../../../spec.ts'
import { plain } from '../fill/numbers.ts'
import { answerIn } from '../homes/answers.ts'
import { type Usual, usualOf } from '../homes/usual.ts'
import { knownIn } from '../homes/words.ts'
import { kilosOf, pastOf, pointsOf } from '../settle.ts'
import type { Entries, EntryContext, EntryOp } from '../types.ts'
import { bestOf, type Filled, scoreOf, scoresOf, type Weights } from './field.ts'
import { filledBy, latticeOf, type Parts } from './lattice.ts'
import type { Ruled } from './shows.ts'
import { DATED, FIGURED, WORDED } from './value.ts'

export const SPANS_PATH = join('src', 'dialogue', 'log', 'spans', 'weights.bin')
let loaded: Weights | undefined
const trained = (): Weights => (loaded ??= weightsIn(readFileSync(join(packageRoot(), SPANS_PATH))))

export type Creation = Extract<EntryOp, { do: 'create' }>
/** The collection that all of them add to; undefined where anything else is done, or what is linked is told of. */
export function addedTo({ ops }: Entries, spec: AppSpec): Collection | undefined {
  const [first] = ops
  if (first?.do !== 'create' || ops.some((op) => op.do !== 'create' || op.like || op.collection !== first.collection)) return undefined
  const collection = spec.collections.find(({ id }) => id === first.collection)
  return collection?.fields.some(({ hidden, kind }) => !hidden && (kind === 'relation' || kind === 'schedule')) ? undefined : collection
}

/**
 * By how much the likeliest parting must be likelier than that of the rules, as a logarithm, to stand in its place; and for
 * each entry that it has more than theirs, or fewer.
 */
const MARGIN = 2
const APART = 4

export function spansOf(said: Reading, entries: Entries, spec: AppSpec, ctx: EntryContext, weights: Weights = trained()): Entries {
  const collection = addedTo(entries, spec)
  if (!collection || COMMAND.test(said.text.trim())) return entries
  const reading: Reading = { ...said, values: pastOf(pointsOf(kilosOf(said.values, collection), collection), collection, ctx.now.date) }
  const ops = entries.ops as Creation[]
  const ruled = ruledIn(reading, ops, collection)
  const parts = latticeOf(reading, collection, spec, ctx, ruled.stand)
  if (!parts) return entries
  const scores = scoresOf(parts.lattice, weights)
  const { filled, score } = bestOf(parts.lattice, scores)
  const byRules = filledBy(ruled.stand, parts)
  if (!filled.length) return entries
  const apart = Math.abs(filled.filter(({ anew }) => anew).length + 1 - ops.length)
  if (byRules && score - scoreOf(parts.lattice, scores, byRules) < MARGIN + APART * apart) return entries
  const usual = usualOf(collection, spec, ctx)
  const told: Record<string, Value>[] = []
  for (const { at, field: f, anew } of filled) {
    if (anew || !told.length) told.push({})
    const field = parts.fields[f]!
    const nth = told.length - 1
    const concluded = ruled.inferred[nth]?.[field.id] !== undefined
    told[nth]![field.id] = asKept(parts.values[at]![f]!, field, collection, usual, ops[nth]?.values[field.id], concluded)
  }
  for (const [field, value] of untouched(ruled.stand, filled, parts, ops)) told[0]![field] ??= value
  const written = completed(told, ops, ruled.inferred, collection)
  const lacks = (values: Record<string, Value>) =>
    collection.fields.some(
      ({ required, hidden, kind, id }) =>
        (required || id === collection.title) && !hidden && kind !== 'computed' && values[id] === undefined,
    )
  // What the form must have, and what the entry is called, is not given up where the rules have found it.
  if (written.some(({ values }) => lacks(values)) && (!ruled.stand.length || !ops.some(({ values }) => lacks(values)))) return entries
  const filledNow = new Set(collection.fields.flatMap(({ id, label }) => (written.some(({ values }) => id in values) ? [label] : [])))
  return { ...entries, ops: written, unsure: entries.unsure.filter((label) => !filledNow.has(label)), lost: 0 }
}

/** An entry of the first list where the rules found none; null where the words fill nothing. */
export function spansAlone(reading: Reading, spec: AppSpec, ctx: EntryContext): Entries | null {
  const collection = visibleCollections(spec)[0]
  if (!collection) return null
  const none: Entries = { ops: [{ do: 'create', collection: collection.id, values: {} }], unsure: [] }
  const entries = spansOf(reading, none, spec, ctx)
  return entries === none ? null : entries
}

/** “add Dune to my reading list”, …を追加して: told as a command, which the rules take apart and no marked message is. */
const COMMAND =
  /^(?:please |can you |could you |just )*(?:add|log|record|note|put|enter|track|save)\b|^(?:请|請|帮我|幫我|再)*(?:记一下|記一下|记录|記錄|添加|新增|加上|加入)|(?:追加|登録|記録|メモ)(?:して|しといて|をお願い|お願い)?(?:ください|ね|します)?[。!！]?$|(?:추가|기록|등록|메모)(?:해|해 ?줘|해 ?주세요|해 ?놔)?[.!]?$/iu

/** What the rules' only entry has and nothing else was made of: nothing that was said is lost. */
function untouched(
  stand: readonly Ruled[],
  filled: readonly Filled[],
  { lattice, pieces, fields }: Parts,
  ops: readonly Creation[],
): [string, Value][] {
  if (ops.length > 1) return []
  const free = ({ start, end }: Ruled) =>
    !filled.some(({ at }) => {
      const { from, to } = lattice.stretches[at]!
      return pieces[from]!.start < end && pieces[to - 1]!.end > start
    })
  return stand.flatMap((one): [string, Value][] => {
    const field = fields.find(({ id }) => id === one.field)
    return field && free(one) ? [[one.field, ops[0]!.values[one.field]!]] : []
  })
}

/**
 * As it is kept: a short form by its name (통계 for 통계학), and as the rules have it where they know better: a day that has
 * been (finished on Sunday), “Hive 1” for 1, a figure that they worked out (3000 of a deposit is told in units of 10,000 won).
 */
function asKept(value: Value, field: Field, collection: Collection, usual: Usual, ruled: Value | undefined, concluded: boolean): Value {
  if (DATED.has(field.kind)) return typeof ruled === 'string' && field.default === undefined ? ruled : value
  if (FIGURED.has(field.kind)) return typeof ruled === 'number' && concluded ? ruled : value
  if (typeof value !== 'string' || !WORDED.has(field.kind)) return value
  if (typeof ruled === 'string' && /^#?\d{1,4}[a-z]?$/i.test(value) && ruled.endsWith(` ${value}`)) return ruled
  return knownIn(value, field, { usual, collection })?.name ?? value
}

/** What nobody said but holds for each: the day they share, what the rules concluded, what the form begins with. */
function completed(
  told: readonly Record<string, Value>[],
  ops: readonly Creation[],
  inferred: readonly Record<string, Value>[],
  { id, fields }: Collection,
): Creation[] {
  const dated = fields.filter(({ kind }) => DATED.has(kind))
  const shared = Object.fromEntries(
    dated.flatMap((field) => {
      const days = told.flatMap((values) => values[field.id] ?? [])
      return days.length === 1 ? [[field.id, days[0]!]] : []
    }),
  )
  return told.map((values, at) => {
    const { likely } = ops[Math.min(at, ops.length - 1)]!
    return {
      do: 'create',
      collection: id,
      values: { ...inferred[Math.min(at, ops.length - 1)], ...(told.length > 1 && shared), ...values },
      ...(likely && { likely }),
    }
  })
}

/** Where the values that the rules found stand in the message, and those that stand nowhere: they were concluded. */
export function ruledIn(
  reading: Reading,
  ops: readonly Creation[],
  { fields }: Collection,
): { stand: Ruled[]; inferred: Record<string, Value>[] } {
  const stand: Ruled[] = []
  const free = (start: number, end: number) => !stand.some((one) => one.start < end && one.end > start)
  const inferred = ops.map(({ values }, entry) => {
    const rest: Record<string, Value> = {}
    for (const field of fields) {
      const value = values[field.id]
      if (value === undefined || value === null) continue
      const at = placesIn(reading, value, field).find(([start, end]) => free(start, end))
      if (at) stand.push({ entry, field: field.id, start: at[0], end: at[1] })
      // Words that stand nowhere as they are were put together from some that do.
      else if (!WORDED.has(field.kind) || field.default !== undefined) rest[field.id] = value
    }
    return rest
  })
  return { stand, inferred }
}

export function placesIn(reading: Reading, value: Value, field: Field): [number, number][] {
  const { text } = reading
  if (WORDED.has(field.kind) || field.kind === 'link') {
    if (typeof value !== 'string') return []
    const whole = occurrences(text, value)
    // 통계 was taken for 통계학, which is kept.
    for (let n = value.length - 1; !whole.length && n >= Math.max(2, value.length / 2); n--)
      whole.push(...occurrences(text, value.slice(0, n)))
    return whole
  }
  if (FIGURED.has(field.kind))
    return reading.values.flatMap(({ read, start, end }) => (plain(read, field) === value ? [[start, end] as [number, number]] : []))
  if (DATED.has(field.kind)) {
    const said = String(value)
    return reading.values.flatMap(({ read, start, end }) => {
      const day =
        read.kind === 'date' || read.kind === 'datetime' ? read.date : read.kind === 'period' && read.unit === 'day' ? read.from : null
      const clock = read.kind === 'time' || read.kind === 'datetime' ? read.time : null
      return (day && said.startsWith(day)) || (clock && said.endsWith(clock)) ? [[start, end] as [number, number]] : []
    })
  }
  if (field.kind === 'choice') {
    const option = field.options.find(({ id }) => id === value)
    const found = option && optionNamed(text, [option])
    return found ? [[found.start, found.end]] : []
  }
  if (field.kind === 'yesno') {
    const found = answerIn(text, field)
    return found && found.yes === value ? [[found.start, found.end]] : []
  }
  return []
}

function occurrences(text: string, said: string): [number, number][] {
  const low = text.toLowerCase()
  const wanted = said.toLowerCase().trim()
  const found: [number, number][] = []
  for (let at = wanted ? low.indexOf(wanted) : -1; at >= 0 && found.length < 8; at = low.indexOf(wanted, at + 1))
    found.push([at, at + wanted.length])
  return found
}
