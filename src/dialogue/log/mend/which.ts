/** Which record a correction is about: by its words or a short form of them, by the value that was wrong, by its day, else the last. */
import type { Found, Reading } from '../../../base/language/types.ts'
import { contentStems, fold, placesOf, visibleFields } from '../../../base/resolve.ts'
import type { AppSpec, Collection, Field, FieldOf, Filter, Rec, Value } from '../../../spec.ts'
import { plain } from '../fill/numbers.ts'
import { kindFit } from '../fit.ts'

export type Meant = {
  collection: Collection
  record: Rec /** Evidence that it is this one: 0 none but that it is the last. */
  named: number
  spans: [number, number][]
}

/** As words would find it, for whoever shows what was meant. */
export function filtersFor({ collection, record }: Pick<Meant, 'collection' | 'record'>): Filter[] | 'last' {
  const title = record.values[collection.title]
  return typeof title === 'string' && title ? [{ field: collection.title, op: '=', value: title }] : 'last'
}

const TEXT = new Set<Field['kind']>(['text', 'place', 'person', 'note'])
/** Best first; records that have what was wrong before those that are named. */
export function recordsMeant(
  reading: Reading,
  wrong: readonly Found[],
  days: readonly string[],
  collections: readonly Collection[],
  records: Readonly<Record<string, readonly Rec[]>>,
  spec: AppSpec,
): Meant[] {
  const low = fold(reading.text)
  const stems = new Set(contentStems(reading.text))
  const titles = new Map(Object.values(records).flatMap((list) => list.map((record) => [record.id, record] as const)))
  const titleOf = (id: Value | undefined, to: string): Value =>
    (typeof id === 'string' && titles.get(id)?.values[spec.collections.find((one) => one.id === to)?.title ?? '']) || null
  const newest = Math.max(0, ...collections.flatMap(({ id }) => (records[id] ?? []).map(({ seq }) => seq)))
  const read = collections.flatMap((collection) =>
    [...(records[collection.id] ?? [])]
      .sort((a, b) => b.seq - a.seq)
      .slice(0, 200)
      .map((record, rank) => {
        const places = visibleFields(collection).flatMap((field) => {
          const value = record.values[field.id]
          const said = field.kind === 'relation' ? titleOf(value, field.to) : TEXT.has(field.kind) ? value : null
          const at = typeof said === 'string' && said ? placeOf(said, low, stems) : undefined
          return at ? [{ ...at, title: field.id === collection.title }] : []
        })
        return { collection, record, rank, places }
      }),
  )
  // The 2 of "hive 2" is a part of a name, and no figure of another hive.
  const names = read.flatMap(({ places }) => places.filter(({ weight }) => weight >= WHOLE).map(({ span }) => span))
  const figures = wrong.filter(({ start, end }) => !names.some(([from, to]) => start < to && end > from))
  const found = read.map(({ collection, record, rank, places }): Meant & { score: number } => {
    let named = places.reduce((sum, { weight, title }) => sum + weight * (title ? 1.3 : 1), 0)
    for (const field of visibleFields(collection)) {
      const value = record.values[field.id]
      if (typeof value === 'number' && figures.some((one) => kindFit(one.read, field) > 0 && plain(one.read, field) === value)) named += 2.5
      else if ((field.kind === 'date' || field.kind === 'datetime') && typeof value === 'string' && days.includes(value.slice(0, 10)))
        named += 1.2
      else if (field.kind === 'choice' && typeof value === 'string') named += calledBy(field, value, low)
    }
    const score = named + 0.5 / (1 + rank) + (record.seq === newest ? 0.2 : 0)
    return { collection, record, named, spans: places.map(({ span }) => span), score }
  })
  return found.sort((a, b) => b.score - a.score)
}

/** 右边那次, "the cash one": by what was chosen in it. */
const calledBy = (field: FieldOf<'choice'>, value: string, low: string): number => {
  const label = field.options.find(({ id }) => id === value)?.label ?? ''
  return label.length > 1 && placesOf(low, fold(label)).length > 0 ? 0.8 : 0
}

const WHOLE = 2.4
/** A value in the text: whole, or words of it, or two signs and more of it at either end. */
function placeOf(value: string, low: string, stems: ReadonlySet<string>): { weight: number; span: [number, number] } | undefined {
  const whole = fold(value).trim()
  const found = whole.length > 1 || /[^\x20-\x7e]/.test(whole) ? low.indexOf(whole) : -1
  const at = found >= 0 && isWord(low, found, found + whole.length) ? found : -1
  const apart = (from: number, to: number) => !/[a-z\d]/.test(low[from - 1] ?? '') && !/[a-rt-z\d]/.test(low[to] ?? '')
  if (at >= 0 && (!/^[\x20-\x7e]+$/.test(whole) || apart(at, at + whole.length))) return { weight: WHOLE, span: [at, at + whole.length] }
  if (/^[\p{Script=Latin}\d\s.'’&-]+$/u.test(whole)) {
    const words = contentStems(value).filter((stem) => stem.length > 2 && stems.has(stem))
    const first = words[0] === undefined ? -1 : low.indexOf(words[0].slice(0, Math.max(3, words[0].length - 1)))
    return words.length && first >= 0 ? { weight: 1.4 + 0.2 * words.length, span: wordAt(low, first) } : undefined
  }
  const word = /[가-힣]/.test(whole) ? whole.split(/\s+/).find((each) => each.length > 1 && isNamedIn(each, low)) : undefined
  if (word) return { weight: 1.2, span: [low.indexOf(word), low.indexOf(word) + word.length] }
  for (let n = whole.length - 1; n >= 2; n--)
    for (const part of [whole.slice(0, n), whole.slice(-n)]) {
      const from = /^\p{L}+$/u.test(part) ? low.indexOf(part) : -1
      if (from >= 0 && isWord(low, from, from + n)) return { weight: 1.1 + (0.8 * n) / whole.length, span: [from, from + n] }
    }
  return undefined
}
const isNamedIn = (word: string, low: string): boolean => {
  const at = low.indexOf(word)
  return at >= 0 && isWord(low, at, at + word.length)
}
/** 우유 is not in 우유식빵. */
const isWord = (low: string, from: number, to: number): boolean =>
  !/[가-힣]/.test(low[from] ?? '') ||
  (!/[가-힣]/.test(low[from - 1] ?? '') &&
    /^(?:$|[^가-힣]|(?:은|는|이|가|을|를|도|만|랑|이랑|에|의|꺼|거|건|것)(?![가-힣]))/.test(low.slice(to)))
const wordAt = (low: string, at: number): [number, number] => [at, at + (/^[\p{L}\d'’]+/u.exec(low.slice(at))?.[0].length ?? 0)]
