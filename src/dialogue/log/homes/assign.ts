/**
 * Which words and figures of one entry go to which fields: all readings of all pieces, scored together (weights.ts), and
 * the best assignment of them (solve.ts). What has been read from its form before (`taken`) is left out.
 */
import type { Reading } from '../../../base/language/types.ts'
import { fold, labelPlace } from '../../../base/resolve.ts'
import type { AppSpec, Collection, Field } from '../../../spec.ts'
import type { EntryContext } from '../types.ts'
import { isFigure } from './figures.ts'
import { piecesOf } from './pieces.ts'
import { solve } from './solve.ts'
import type { Assignment, Placed, Sep } from './types.ts'
import { usualOf } from './usual.ts'
import { partOf, type Taken, waysOf } from './ways.ts'
import { W } from './weights.ts'
import { type Around, aboutApp, asTold, nameIn } from './words.ts'

/** More pieces or figures than these are a text and no row: what comes after is left to the words. */
const MOST = { pieces: 14, figures: 16 }
export function assign(
  reading: Reading,
  taken: Taken,
  fields: readonly Field[],
  collection: Collection,
  spec: AppSpec,
  ctx: EntryContext,
): Assignment {
  if (reading.language === 'ko') taken = taken.map(([from, to]) => [from, to + (PARTICLE.exec(reading.text.slice(to))?.[0].length ?? 0)])
  const usual = usualOf(collection, spec, ctx)
  const around: Around = {
    reading,
    low: fold(reading.text),
    collection,
    spec,
    usual,
    fields,
    about: aboutApp(spec, collection),
    figured: figuredSigns(collection),
  }
  const free = (start: number, end: number) => !taken.some(([from, to]) => start < to && end > from)
  const figures = reading.values
    .filter((value) => isFigure(value) && !CODE.test(value.text.trim()) && free(value.start, value.end))
    .slice(0, MOST.figures)
  // The name of a field that has its value by now names nothing else.
  for (const field of collection.fields) {
    if (field.hidden || field.kind === 'choice' || fields.some(({ id }) => id === field.id)) continue
    const at = labelPlace(around.low, reading.tokens, field.label) ?? dayPlace(field, reading)
    if (at && free(...at)) taken = [...taken, at]
  }
  const pieces = piecesOf(reading, taken).slice(0, MOST.pieces)
  const ways = pieces.map((piece) => waysOf(piece, figures, taken, around))
  const half = usual.asked ? 1 : 0.5
  const order = { order: usual.order, onwards: W.onwards * half, backwards: W.backwards * half }
  const title = fields.find(
    (field) => field.id === collection.title && (field.kind === 'text' || field.kind === 'place' || field.kind === 'person'),
  )
  const found = solve(ways, fields, order, title?.id ?? null)
  return { ...found, placed: found.placed.map((one) => (one.joined.length ? together(one, taken, around) : one)) }
}

/** 개봉 of 개봉일: what was done on the day, by its own word. */
function dayPlace({ kind, label }: Field, { text }: Reading): [number, number] | undefined {
  const done = /^date/.test(kind) ? /^([가-힣]{2,})(?:일|날|날짜)$/.exec(label)?.[1] : undefined
  const at = done ? new RegExp(`(?<![가-힣])${done}(?:했[가-힣]*|함|(?![가-힣]))`).exec(text) : null
  return at ? [at.index, at.index + at[0].length] : undefined
}

/** 어제는: what hangs on a day is no word of its own. */
const PARTICLE = /^(?:에는|은|는|에|엔|도)(?=[\s,.])/

/** 0231, 0342: the number of a thing, and no figure. */
const CODE = /^0\d{2,}$/

const FIGURED = new Set<Field['kind']>(['money', 'number', 'quantity', 'duration', 'rating'])
const figuredSigns = ({ fields }: Collection): ReadonlySet<string> =>
  new Set(fields.flatMap(({ kind, label }) => (FIGURED.has(kind) ? [...label.replace(/[\x20-\x7e]/g, '')] : [])))

/** Words that go on with those before: as one run where only a space parts them, else with what parted them. */
function together(one: Placed, taken: Taken, around: Around): Placed {
  const runs: { start: number; end: number; sep: Sep }[] = []
  for (const { start, end, sep } of [one.atom, ...one.joined]) {
    const run = runs.at(-1)
    if (run && sep === 'space' && !around.reading.text.slice(run.end, start).trim()) run.end = end
    else runs.push({ start, end, sep })
  }
  const told = one.field.kind === 'note'
  const words = runs.map(({ start, end }, at) => {
    if (at === 0 && runs.length > 0 && end === one.atom.end) return String(one.value)
    const { text } = partOf(around.reading, { start, end }, taken)
    return told ? asTold(text) : nameIn(text, around)
  })
  const value = words.reduce((text, word, at) => `${text}${runs[at]!.sep === 'end' ? '. ' : runs[at]!.sep === 'comma' ? ', ' : ' '}${word}`)
  return { ...one, value: value.slice(0, 500) }
}
