/**
 * The stretches of a message that could fill a field of a collection, and what each shows of itself, of the field, and of
 * both together: its form, its neighbours, the field's name beside it, what was kept there before, what the rules made of
 * it. Pure; linear in the pieces times the fields.
 */
import { bucketOf, hashOf, mixed } from '../../../base/hashed.ts'
import { foldHan } from '../../../base/language/han.ts'
import { kindOf } from '../../../base/language/korean.ts'
import { edgesOf, type Piece, piecesOf } from '../../../base/language/pieces.ts'
import type { Reading } from '../../../base/language/types.ts'
import type { AppSpec, Collection, Field, Value } from '../../../spec.ts'
import { clauseLike, personLike, placeLike } from '../homes/look.ts'
import { usualOf } from '../homes/usual.ts'
import type { EntryContext } from '../types.ts'
import { apart, clausesOf, endsOf, mayBegin, parted, STOPS } from './cuts.ts'
import type { Filled, Lattice, Stretch } from './field.ts'
import { fieldShows, level, meaningsOf, type Ruled, type Shows } from './shows.ts'
import { type Around, changing, fieldSlot, type Mending, referringSlots, type Slot, WHICH, WRONG } from './slots.ts'
import { DATED, FIGURED, WORDED } from './value.ts'

export const BUCKETS = 1 << 20
/** Messages longer than this are not parted here: pieces. */
export const MOST_PIECES = 120

export type Parts = { lattice: Lattice; pieces: Piece[]; fields: Field[]; values: (Value | undefined)[][] }

export function latticeOf(
  reading: Reading,
  collection: Collection,
  spec: AppSpec,
  ctx: EntryContext,
  ruled: readonly Ruled[],
  mending?: Mending,
): Parts | null {
  const { text, language } = reading
  const pieces = piecesOf(text).flatMap(apart)
  if (!pieces.length || pieces.length > MOST_PIECES) return null
  const fields = collection.fields.filter((field) => !field.hidden && FILLED.has(field.kind)).slice(0, 24)
  if (!fields.length) return null
  const own = `${language}:`
  const usual = usualOf(collection, spec, ctx)
  const filled = mending?.gone ? [] : fields
  const around: Around = { reading, collection, usual, ruled, ctx }
  const filling = filled.map((field) => fieldSlot(field, fieldShows(field, fields, collection, usual, own), around))
  const slots: Slot[] = mending
    ? [...filling.map((slot) => changing(slot, mending, around)), ...referringSlots(mending, around, own)]
    : filling
  const message = messageOf(reading, pieces)
  const { words, read, left, right, isEdge, gapAt, edges } = message
  const clause = clausesOf(pieces)
  const meanings = meaningsOf(filled)

  const stretches: Stretch[] = []
  const values: (Value | undefined)[][] = []
  const add = (from: number, to: number) => {
    const start = pieces[from]!.start
    const end = pieces[to - 1]!.end
    const held = slots.map((slot) => slot.valueAt(start, end))
    if (held.every((value) => value === undefined)) return
    const said = text.slice(start, end)
    const exact = reading.values.find((value) => value.start === start && value.end === end)
    const figure = reading.values.find((value) => value.start >= start && value.end <= end)
    const { low, spoken, forms, called } = stretchShows(from, to, reading, pieces, message)
    const near = meanings(said)
    const fills = slots.map((slot, f) => {
      if (held[f] === undefined) return null
      const buckets: number[] = []
      for (const feature of spoken) for (const salt of slot.show.named) buckets.push(mixed(feature, salt, BUCKETS))
      for (const feature of forms) for (const salt of slot.show.shown) buckets.push(mixed(feature, salt, BUCKETS))
      for (const feature of slot.both({ said, low, start, end, figure, exact: exact !== undefined, near: near[f] })) {
        const hash = hashOf(feature)
        for (const salt of slot.show.both) buckets.push(mixed(hash, salt, BUCKETS))
      }
      for (const stem of slot.show.stems) for (const feature of called) buckets.push(mixed(feature, stem, BUCKETS))
      return buckets
    })
    stretches.push({ from, to, fills })
    values.push(held)
  }
  for (let from = 0; from < pieces.length; from++) {
    if (!mayBegin(text, pieces, from, language === 'ko')) continue
    const onwards = from === 0 || isEdge(from - 1) || gapAt(from) !== '' || edges.has(pieces[from]!.start)
    for (const to of endsOf(pieces, from, onwards ? clause[from]! : null)) add(from, to)
  }

  const others = pieces.map((piece, i) => {
    const near = [
      `0${words[i]}`,
      `-0${left(i)}|${words[i]}`,
      `0+${words[i]}|${right(i + 1)}`,
      `--0${left(i, 2)}|${words[i]}`,
      `0++${words[i]}|${right(i + 1, 2)}`,
    ]
    const forms = [
      `one`,
      `sh${piece.shape}`,
      `v${read[i]}`,
      `sv${piece.shape}|${read[i]}|${read[i - 1]}|${read[i + 1]}`,
      `first${i === 0}|${piece.shape}`,
      `last${i === pieces.length - 1}|${piece.shape}`,
      `lab${slots.some(({ show }) => show.label.includes(words[i]!))}|${piece.shape}`,
    ]
    return [
      ...near.map((one) => bucketOf(`${own}o${one}`, BUCKETS)),
      ...forms.map((one) => bucketOf(`o${one}`, BUCKETS)),
      ...forms.map((one) => bucketOf(`${own}o${one}`, BUCKETS)),
    ]
  })
  const shows = slots.map(({ show }) => show)
  // An entry may be told by its name and its day.
  const repeats = mending && (1 << filled.length) | (1 << (filled.length + 1))
  const lattice = { fields: slots.length, ...(repeats && { repeats }), others, stretches, ...linksOf(pieces, text, shows, own) }
  return { lattice, pieces, fields: filled, values }
}

/** The parting that the rules made; null where one of their stretches is none that could be marked. */
export function filledBy(ruled: readonly Ruled[], { lattice, pieces, fields }: Parts): Filled[] | null {
  let entry = 0
  const filled: Filled[] = []
  for (const one of [...ruled].sort((a, b) => a.start - b.start)) {
    const from = pieces.findIndex(({ start }) => start === one.start)
    const to = pieces.findIndex(({ end }) => end === one.end) + 1
    const at = lattice.stretches.findIndex((stretch) => stretch.from === from && stretch.to === to)
    const field = slotOf(one.field, fields)
    if (at < 0 || field < 0 || !lattice.stretches[at]!.fills[field]) return null
    filled.push({ at, field, anew: one.entry > entry })
    entry = one.entry
  }
  return filled
}
/** Where a field, or a mark, stands among what a stretch can fill. */
export const slotOf = (id: string, fields: readonly Field[]): number =>
  id === WHICH ? fields.length : id === WRONG ? fields.length + 1 : fields.findIndex((field) => field.id === id)

type Message = {
  words: string[]
  /** The kind of value each piece is of. */
  read: string[]
  edges: ReadonlySet<number>
  left(from: number, n?: number): string
  right(to: number, n?: number): string
  isEdge(at: number): boolean
  gapAt(i: number): string
}
function messageOf({ text, language, values }: Reading, pieces: readonly Piece[]): Message {
  const words = pieces.map((piece) => (piece.shape === 'digit' ? '#' : foldHan(piece.text.toLowerCase())))
  const gapAt = (i: number): string => (i === 0 ? '<' : /\s/.test(text.slice(pieces[i - 1]!.end, pieces[i]!.start)) ? '_' : '')
  return {
    words,
    read: pieces.map(({ start, end }) => values.find((value) => value.start < end && value.end > start)?.read.kind ?? ''),
    edges: edgesOf(text, language),
    left: (from, n = 1) => (from === 0 ? '<' : `${words.slice(Math.max(0, from - n), from).join('')}${gapAt(from)}`),
    right: (to, n = 1) => (to >= pieces.length ? '>' : `${gapAt(to)}${words.slice(to, to + n).join('')}`),
    isEdge: (at) => at < 0 || at >= pieces.length || pieces[at]!.shape === 'stop',
    gapAt,
  }
}

/** What a stretch shows of itself, hashed: by its words, by its form, and by what is mixed with the name of a field. */
function stretchShows(
  from: number,
  to: number,
  { text, language, values }: Reading,
  pieces: readonly Piece[],
  { words, read, edges, left, right, isEdge, gapAt }: Message,
): { low: string; spoken: number[]; forms: number[]; called: number[] } {
  const start = pieces[from]!.start
  const end = pieces[to - 1]!.end
  const said = text.slice(start, end)
  const low = foldHan(said.toLowerCase())
  const latin = pieces[to - 1]!.shape === 'latin'
  const tail = (n: number) => (latin ? words.slice(Math.max(from, to - n), to).join(' ') : low.slice(-n))
  const head = (n: number) => (pieces[from]!.shape === 'latin' ? words.slice(from, Math.min(to, from + n)).join(' ') : low.slice(0, n))
  const n = to - from
  const size = n < 6 ? n : n < 10 ? 6 : n < 16 ? 7 : 8
  const exact = values.find((value) => value.start === start && value.end === end)
  const figure = values.find((value) => value.start >= start && value.end <= end)
  const inside = exact ? `=${exact.read.kind}` : figure ? `>${figure.read.kind}` : ''
  const stops = pieces.slice(from, to).filter(({ shape }) => shape === 'stop').length
  const whole = `${isEdge(from - 1)}${isEdge(to)}${gapAt(from) !== ''}${to >= pieces.length || gapAt(to) !== ''}`
  const shape = `${pieces[from]!.shape}|${pieces[to - 1]!.shape}|${n > 1}`
  const capital = /^\p{Lu}/u.test(said) ? (from === 0 ? 'C' : 'c') : ''
  const looks = `${level(personLike(said, language))}${level(placeLike(said))}${level(clauseLike(said, language))}`
  const korean = language === 'ko' ? said.trim().split(' ') : []
  const speech = korean.length ? `${kindOf(korean[0]!)}|${kindOf(korean.at(-1)!)}|${korean.length > 1}` : ''
  const cut = `${edges.has(start)}${edges.has(end)}`
  const where = `${from === 0}${to >= pieces.length}`
  const named = [
    `S${low}`,
    `T1${tail(1)}`,
    `T2${tail(2)}`,
    `H1${head(1)}`,
    `H2${head(2)}`,
    `L${left(from)}`,
    `LL${left(from, 2)}`,
    `R${right(to)}`,
    `RR${right(to, 2)}`,
    `TR${tail(1)}|${right(to)}`,
    `LH${left(from)}|${head(1)}`,
    `LR${left(from)}|${right(to)}`,
    ...(n <= 8 ? words.slice(from + 1, Math.max(from + 1, to - 1)).map((word) => `B${word}`) : []),
  ]
  const shown = [
    `one`,
    `n${size}`,
    `in${Math.min(parted(edges, start, end), 4)}|${n > 8}`,
    `w${whole}|${size}`,
    `sh${shape}|${inside}`,
    `shw${shape}|${inside}|${whole}`,
    `ca${capital}|${n > 1}|${whole}`,
    `lo${looks}`,
    `low${looks}|${whole}|${size > 2}`,
    `g${cut}|${whole}`,
    `gn${cut}|${size}`,
    `st${Math.min(stops, 3)}|${whole}`,
    `wh${where}|${whole}`,
    `e${isEdge(from - 1) ? left(from) : 'x'}|${isEdge(to) ? right(to) : 'x'}`,
    `b${read[from - 1] ?? '<'}|${read[to] ?? '>'}|${inside}`,
    ...(speech ? [`p${speech}`, `pw${speech}|${whole}`] : []),
  ]
  const called = [`s${low}`, `t${tail(1)}`, `h${head(1)}`, `i${inside}|${size > 2}`]
  return { low, spoken: named.map(hashOf), forms: shown.map(hashOf), called: called.map(hashOf) }
}

const FILLED = new Set<Field['kind']>([...WORDED, ...FIGURED, ...DATED, 'choice', 'choices', 'yesno', 'link'])

const GAPS = ['<', '', '_', ',', '.', '&'] as const
function linksOf(pieces: readonly Piece[], text: string, shows: readonly Shows[], own: string): Pick<Lattice, 'gaps' | 'links'> {
  const gaps = pieces.map((piece, i) => {
    if (i === 0) return 0
    const before = pieces[i - 1]!
    if (/^(?:and|&|\+|와|과|랑|と|和)$/i.test(before.text)) return 5
    if (STOPS.test(before.text) || /^\.$/.test(before.text)) return 4
    if (before.shape === 'stop') return 3
    return piece.start > before.end && /\s/.test(text.slice(before.end, piece.start)) ? 2 : 1
  })
  const links = GAPS.map((gap) =>
    [null, ...shows].map((last) =>
      [false, true].flatMap((anew) =>
        shows.map((next): number[] | null => {
          if (anew && last === null) return null
          const step =
            last === null
              ? 's'
              : next.at < 0 || last.at < 0
                ? 'u'
                : next.at === last.at
                  ? '='
                  : next.at === last.at + 1
                    ? '+'
                    : next.at > last.at
                      ? '>'
                      : '<'
          const first = next.at === 0 ? '0' : ''
          const features = [
            `k${anew}`,
            `k${anew}${step}${first}`,
            `k${anew}${step}|${gap}`,
            `k${anew}${last?.kind}>${next.kind}`,
            `k${anew}${last?.kind}>${next.kind}|${gap}`,
            `k${anew}${last?.title}>${next.title}|${step}`,
            `k${anew}g${gap}|${next.title}`,
          ]
          return [...features.map((one) => bucketOf(one, BUCKETS)), ...features.map((one) => bucketOf(`${own}${one}`, BUCKETS))]
        }),
      ),
    ),
  )
  return { gaps, links }
}
