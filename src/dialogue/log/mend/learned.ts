/**
 * Which entry a correction is about and what it changes, learned from messages that were marked by hand (scripts/mend): the
 * message is parted as an entry's is (../spans), into new values, words that tell which entry, and values that were wrong;
 * then the entry is chosen among those kept (records.ts). What the rules make of it is one of the signs.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { weightsIn } from '../../../base/hashed.ts'
import type { Reading } from '../../../base/language/types.ts'
import { fold, visibleCollections } from '../../../base/resolve.ts'
import { packageRoot } from '../../../root.ts'
import type { AppSpec, Collection, Field, Value } from '../../../spec.ts'
import { fieldSaid } from '../../change.ts'
import { plain } from '../fill/numbers.ts'
import { kindFit } from '../fit.ts'
import { usualOf } from '../homes/usual.ts'
import { knownIn } from '../homes/words.ts'
import { ONE } from '../match.ts'
import { dayNear, kilosOf, pastOf, pointsOf } from '../settle.ts'
import { bestOf, type Filled, scoreOf, scoresOf, type Weights } from '../spans/field.ts'
import { filledBy, latticeOf, type Parts } from '../spans/lattice.ts'
import type { Ruled } from '../spans/shows.ts'
import { type Mending, WHICH, WRONG } from '../spans/slots.ts'
import { placesIn } from '../spans/spans.ts'
import { WORDED } from '../spans/value.ts'
import type { Entries, EntryContext, EntryOp } from '../types.ts'
import { type Kept, keptIn, type Pointing, pointingIn } from './kept.ts'
import { type Change, chosenAmong, LAST_SAID, NTH_SAID } from './records.ts'
import { mendedBy, sidesOf, WORDS } from './said.ts'
import { renamed } from './swap.ts'
import { filtersFor, recordsMeant } from './which.ts'

export const MENDS_PATH = join('src', 'dialogue', 'log', 'mend', 'weights.bin')
let loaded: Weights | undefined
const trained = (): Weights => (loaded ??= weightsIn(readFileSync(join(packageRoot(), MENDS_PATH))))

type Values = Record<string, Value>
/** What the rules say of a collection: the entry, how plainly each is named, and where in the message all of it stands. */
export type Ruling = { likely: Kept | undefined; ruled: Ruled[]; named: Map<string, number> }

export function rulingOf(
  reading: Reading,
  collection: Collection,
  spec: AppSpec,
  ctx: EntryContext,
  kept: readonly Kept[],
  rules: Entries | null,
): Ruling {
  const days = reading.values.flatMap(({ read }) => (read.kind === 'date' ? [read.date] : []))
  const { wrong } = sidesOf(reading)
  const meant = recordsMeant(reading, wrong, days, [collection], ctx.known ?? {}, spec)
  const named = new Map(meant.map(({ record, named }) => [record.id, named]))
  const op = rules?.ops[0]
  const id = op && op.do !== 'create' && op.match.collection === collection.id ? op.match.record : undefined
  const likely = kept.find(({ record }) => record.id === (id ?? meant[0]?.record.id)) ?? kept[0]
  const ruled: Ruled[] = []
  const put = (field: string, start: number, end: number) => {
    if (!ruled.some((one) => one.start < end && one.end > start)) ruled.push({ entry: 0, field, start, end })
  }
  const values = op?.do === 'update' && id !== undefined ? op.values : null
  for (const field of collection.fields) {
    const value = values?.[field.id]
    const at = value === undefined || value === null ? undefined : placesIn(reading, value, field)[0]
    if (at) put(field.id, ...at)
  }
  for (const { start, end } of wrong) put(WRONG, start, end)
  for (const [start, end] of meant.find(({ record }) => record.id === likely?.record.id)?.spans ?? []) put(WHICH, start, end)
  return { likely, ruled, named }
}

/** As entries of this collection are read: 10k is a distance, a day of a week that is noted has been. */
export const readingFor = (reading: Reading, collection: Collection, { now }: EntryContext): Reading => ({
  ...reading,
  values: pastOf(pointsOf(kilosOf(reading.values, collection), collection), collection, now.date),
})

/** By how much the likeliest parting must be likelier than that of the rules, as a logarithm, to stand in its place. */
const MARGIN = 0.5

/** Whether entries are nothing but a change of one that is kept, or take one out; what is begun where it is not there is neither. */
export function mendIs({ ops }: Entries, spec: AppSpec): 'update' | 'delete' | null {
  const [op] = ops
  if (!op || ops.length > 1 || op.do === 'create') return null
  if (op.do === 'delete') return 'delete'
  const fields = spec.collections.find(({ id }) => id === op.collection)?.fields ?? []
  const linked = fields.some(({ id, kind }) => id in op.values && (kind === 'relation' || kind === 'schedule'))
  return op.orCreate || op.plus || op.over || linked ? null : 'update'
}

/**
 * 昨日の朝は132/79、脈68でした: what puts another figure in the place of each that an entry of figures has, and says of none that
 * it was wrong, is another entry.
 */
export function isAnother(reading: Reading, { ops }: Entries, spec: AppSpec, { known = {} }: EntryContext): boolean {
  const [op] = ops
  if (op?.do !== 'update' || ops.length > 1 || mendedBy(reading.text) === 'sure' || sidesOf(reading).wrong.length) return false
  const collection = spec.collections.find(({ id }) => id === op.collection)
  const record = known[op.collection]?.find(({ id }) => id === op.match.record)
  if (!collection || !record || !collection.fields.some(({ default: held }) => held === 'today' || held === 'now')) return false
  if (collection.fields.some(({ id, kind }) => id === collection.title && WORDED.has(kind))) return false
  const figures = collection.fields.filter(({ id }) => typeof record.values[id] === 'number')
  return figures.length > 1 && figures.every(({ id }) => typeof op.values[id] === 'number' && op.values[id] !== record.values[id])
}

/** `rules`: what they made of it; null where they made nothing of it and it is known to be a change. */
export function mendsOf(
  reading: Reading,
  rules: Entries | null,
  gone: boolean,
  spec: AppSpec,
  ctx: EntryContext,
  weights: Weights = trained(),
  chooses?: readonly number[],
): Entries | null {
  const op = rules?.ops[0]
  const inRules = op && op.do !== 'create' ? op.match.collection : undefined
  const read = visibleCollections(spec)
    .filter(({ id }) => (inRules ? id === inRules : ctx.known?.[id]?.length))
    .flatMap((collection) => mendIn(reading, collection, rules, gone, spec, ctx, weights, chooses) ?? [])
    // What is not in one collection may be in another.
    .sort((a, b) => Number(isElsewhere(a, b)) - Number(isElsewhere(b, a)) || b.gain - a.gain)[0]
  if (read?.stranger) return read.ops.length ? { ops: read.ops, unsure: [] } : null
  if (!read || (rules && read.margin < MARGIN)) return rules
  // Nothing is taken out that no word points at.
  if (gone && !rules && !read.pointed) return null
  return read.ops.length ? { ops: read.ops, unsure: [] } : rules
}

const isElsewhere = (one: Mend, other: Mend): boolean => one.stranger === true && other.pointed

type Mend = {
  ops: EntryOp[]
  /** Some of its words point at entries that are kept. */
  pointed: boolean
  /** It is about an entry that is not there, by the words that name it. */
  stranger?: true
  /** Over filling nothing, and over the rules, as logarithms. */
  gain: number
  margin: number
}
function mendIn(
  said: Reading,
  collection: Collection,
  rules: Entries | null,
  gone: boolean,
  spec: AppSpec,
  ctx: EntryContext,
  weights: Weights,
  chooses?: readonly number[],
): Mend | null {
  const kept = keptIn(collection, spec, ctx.known)
  if (!kept.length) return null
  const reading = readingFor(said, collection, ctx)
  const named = gone ? null : namedIn(said, collection, spec, ctx, kept)
  const ruling = rulingOf(reading, collection, spec, ctx, kept, rules)
  const mending = { gone, kept, pointing: pointingIn(reading, collection, kept, ctx), values: new Map() }
  let found = parted(reading, collection, spec, ctx, ruling, mending, weights)
  if (!found) return null
  let chosen = found.changes.map((change) => meantBy(change, kept, reading, chooses))
  const [first] = chosen[0] ?? []
  if (!gone && first && first !== ruling.likely) {
    found = parted(reading, collection, spec, ctx, { ...ruling, likely: first }, mending, weights) ?? found
    chosen = found.changes.map((change) => meantBy(change, kept, reading, chooses))
  }
  const { changes, gain, margin } = found
  const [change] = changes
  const stranger = changes.length === 1 && change && !named ? strangerIn(change, collection, spec, kept) : null
  if (stranger && change) {
    const match = { collection: collection.id, filters: [{ field: collection.title, op: 'contains' as const, value: stranger }] }
    const values = asNew(change)
    const fresh = !gone && mendedBy(reading.text) !== 'sure' && [...change.values.values()].some((value) => typeof value === 'number')
    const op: EntryOp = gone
      ? { do: 'delete', match }
      : { do: 'update', collection: collection.id, match, values, ...(fresh && { orCreate: { [collection.title]: stranger, ...values } }) }
    return { ops: [op], pointed: false, stranger: true, gain, margin }
  }
  const ops = changes.flatMap((change, i): EntryOp[] =>
    chosen[i]!.flatMap((one): EntryOp[] => {
      const match = { collection: collection.id, filters: filtersFor({ collection, record: one.record }), record: one.record.id }
      if (gone) return [{ do: 'delete', match }]
      const learned = asKept(change, one, collection, reading, spec, ctx)
      const takes = named && changes.length === 1 && (named.command || !(named.field in learned))
      const values = takes ? { [named.field]: named.value } : learned
      return Object.keys(values).length ? [{ do: 'update', collection: collection.id, match, values }] : []
    }),
  )
  const pointed = changes.some(({ which }) => which.some(({ references: found }) => found.length > 0))
  return { ops, pointed, gain, margin: named?.command ? Number.POSITIVE_INFINITY : margin }
}

/**
 * The words that name the entry, where none of those that are kept has them or anything like them: “delete the deadlift”
 * among bench and squat. The last one is meant only where nothing is named, or words stand for it (“that one”, さっきの).
 */
function strangerIn(
  { which, wrong, named }: Change,
  { label, one, fields, title }: Collection,
  { name }: AppSpec,
  kept: readonly Kept[],
): string | null {
  if (!which.length || [...which, ...wrong].some(({ references: found }) => found.length > 0)) return null
  const said = which.map((each) => each.said).join(' ')
  const low = fold(said)
  if (Math.max(0, ...named.values()) >= 1 || NTH_SAID.test(low) || !WORDED.has(fields.find(({ id }) => id === title)?.kind ?? 'date'))
    return null
  const own = [name, label, one, ...fields.map((field) => field.label)].map(fold).sort((a, b) => b.length - a.length)
  const bare = own.reduce((left, word) => (word ? left.replaceAll(word, ' ') : left), low.replace(LAST_SAID, ' '))
  const words =
    bare
      .replace(ONE, ' ')
      .replace(WORDS, ' ')
      .match(/[\p{L}\d]+/gu) ?? []
  return words.length && !kept.some(({ texts }) => texts.some(({ text }) => words.some((word) => isLike(word, text)))) ? said : null
}

/** A word that may be a short or another form of one in the text: june of Juno, statin of atorvastatin, 罐罐 of 罐头, 502 of 1栋502. */
function isLike(word: string, text: string): boolean {
  const signs = /^[a-z]+$/.test(word) ? 3 : /\p{Script=Han}/u.test(word) ? 1 : 2
  return word.length <= signs
    ? text.includes(word)
    : Array.from({ length: word.length - signs + 1 }, (_, i) => word.slice(i, i + signs)).some((piece) => text.includes(piece))
}

const asNew = ({ values }: Change): Values => Object.fromEntries([...values].map(([{ id }, value]) => [id, value]))

/** A field that is named in as many words takes the value: “change the berth of Gannet to D9”, 把茶碗改名叫建盏. */
function namedIn(
  reading: Reading,
  collection: Collection,
  spec: AppSpec,
  ctx: EntryContext,
  kept: readonly Kept[],
): { field: string; value: Value; command: boolean } | null {
  const said = fieldSaid(reading, spec, ctx)
  const [found] = said?.collection.id === collection.id ? Object.entries(said.values) : []
  if (found) return { field: found[0], value: found[1], command: said?.told === false }
  const records = kept.map(({ record }) => record)
  const anew = renamed(reading.text, reading.language, collection, records)
  return anew && { field: anew.field.id, value: anew.value, command: true }
}

/** The message parted into changes. */
function parted(
  reading: Reading,
  collection: Collection,
  spec: AppSpec,
  ctx: EntryContext,
  { likely, ruled, named }: Ruling,
  mending: Omit<Mending, 'likely'>,
  weights: Weights,
): { changes: Change[]; gain: number; margin: number } | null {
  const parts = latticeOf(reading, collection, spec, ctx, ruled, { ...mending, likely })
  if (!parts) return null
  const scores = scoresOf(parts.lattice, weights)
  const { filled, score } = bestOf(parts.lattice, scores)
  const byRules = filledBy(mending.gone ? ruled.filter(({ field }) => field === WHICH) : ruled, parts)
  const gain = score - scoreOf(parts.lattice, scores, [])
  const margin = byRules ? score - scoreOf(parts.lattice, scores, byRules) : Number.POSITIVE_INFINITY
  const changes = changesOf(filled, parts, reading, named, mending.pointing)
  return { changes: changes.length ? changes : [{ which: [], wrong: [], values: new Map(), named }], gain, margin }
}

export function changesOf(
  filled: readonly Filled[],
  { lattice, pieces, fields, values }: Parts,
  reading: Reading,
  named: ReadonlyMap<string, number>,
  point: Pointing,
): Change[] {
  const groups: Filled[][] = []
  for (const one of filled) {
    if (one.anew || !groups.length) groups.push([])
    groups.at(-1)!.push(one)
  }
  return groups.map((group) => {
    const pointing = (slot: number) =>
      group
        .filter(({ field }) => field === slot)
        .map(({ at }) => {
          const { from, to } = lattice.stretches[at]!
          const [start, end] = [pieces[from]!.start, pieces[to - 1]!.end]
          return { said: reading.text.slice(start, end), references: point(start, end) }
        })
    return {
      which: pointing(fields.length),
      wrong: pointing(fields.length + 1),
      values: new Map<Field, Value>(
        group.flatMap(({ at, field: slot }) => {
          const field = fields[slot]
          const { from, to } = lattice.stretches[at]!
          return field ? [[field, withUnit(reading, pieces[from]!.start, pieces[to - 1]!.end, field) ?? values[at]![slot]!] as const] : []
        }),
      ),
      // What the rules find named in all of the message is told of its only change.
      named: groups.length > 1 ? new Map() : named,
    }
  })
}

/** The 2.8 of 2.8キロ is so many grams where those are kept. */
function withUnit({ values }: Reading, start: number, end: number, field: Field): Value | undefined {
  if (field.kind !== 'quantity' && field.kind !== 'duration') return undefined
  const whole = values.find((one) => one.start <= start && one.end >= end && one.end - one.start > end - start)
  return whole && kindFit(whole.read, field) > 1 ? (plain(whole.read, field) ?? undefined) : undefined
}

const ALL = /\b(?:both|all|every|each)\b|[两兩]|[都全]|所有|両方|ふたつとも|どっちも|ぜんぶ|みんな|둘 ?다|모두|전부|다(?= )/u
/** The entries that are meant: one, or where all of some are spoken of those that the words point at alike. */
function meantBy(change: Change, kept: readonly Kept[], reading: Reading, chooses?: readonly number[]): Kept[] {
  const [best] = chosenAmong(change, kept, chooses)
  if (!best) return []
  const pointing = change.which.filter(({ references: found }) => found.length > 0)
  if (!ALL.test(reading.text.toLowerCase()) || !pointing.length) return [best.one]
  const alike = kept.filter((one) =>
    pointing.every(({ references: found }) => found.find(({ records }) => records.has(best.one))?.records.has(one)),
  )
  return alike.length ? alike : [best.one]
}

/** A short form by its name; a remark after the one that stands there. */
function asKept(change: Change, { record }: Kept, collection: Collection, reading: Reading, spec: AppSpec, ctx: EntryContext): Values {
  const usual = usualOf(collection, spec, ctx)
  const values: Values = {}
  for (const [field, value] of change.values) {
    const now = record.values[field.id]
    const kept =
      typeof value !== 'string' || !WORDED.has(field.kind) || field.id === collection.title
        ? dayNear(value, now, reading, ctx.now.date)
        : field.kind === 'note' && typeof now === 'string' && now && !change.wrong.length && mendedBy(reading.text) === 'more'
          ? `${now}. ${value}`.slice(0, 500)
          : (knownIn(value, field, { usual, collection })?.name ?? value)
    if (JSON.stringify(kept) !== JSON.stringify(now)) values[field.id] = kept
  }
  return values
}
