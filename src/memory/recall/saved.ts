/**
 * The indexes of one person as bytes, so that a start reads them instead of making them anew. What was indexed is known
 * by id and digest: whoever reads it adds the units of the store as ever, and those that are the same take the place they
 * had. So a file that is behind the store, or before it, costs time and nothing else.
 *
 *   (the header of index/vector/file.ts) | slots u32 | fingerprint 2 x u32 | ids, a line each | digests 2 x u32 a slot
 *   | words (index/lexical) | kind of the vectors u32, 0 for none | their length u32 | their bytes
 */
import type { Result } from '../../base/result.ts'
import { each } from '../../base/steps.ts'
import type { StaticEmbedder } from '../embed/builtin.ts'
import type { Embedder } from '../embed/types.ts'
import { LexicalIndex } from '../index/lexical/lexical.ts'
import { termsOf } from '../index/lexical/terms.ts'
import { KINDS, Malformed, readingIndex, writeIndex } from '../index/vector/file.ts'
import { NearestLeg } from './nearest.ts'
import { type Unit, Units } from './units.ts'

export type Saved = {
  /** By slot; undefined where it is free. */
  ids: readonly (string | undefined)[]
  units: Units
  leg: NearestLeg | null
}

/** A saved unit that waits to be added again. */
export type Waiting = { slot: number; digest: string }

/** Half of the slots are free: it is better made anew, without them. */
export const outworn = (slots: number, used: number): boolean => slots > 2 * used + 1000

export function writeSaved({ ids, units, leg }: Saved, embedder: Embedder | null): Uint8Array {
  return writeIndex({ ...wanted(embedder), count: ids.length, seed: 0 }, (writer) => {
    writer.u32(ids.length)
    for (const half of cutting()) writer.u32(half)
    writer.text(ids.map((id) => id ?? '').join('\n'))
    for (const [slot, id] of ids.entries()) for (const half of id === undefined ? [0, 0] : hash(told(units.get(slot)!))) writer.u32(half)
    units.lexical.write(writer)
    if (leg) leg.write(writer)
    else writer.u32(0)
  })
}

/** In steps. Fails 'index-invalid': cut short, damaged, of another version, of another embedder, or of words that were cut in another way. */
export function* readingSaved(
  bytes: Uint8Array,
  embedder: StaticEmbedder | null,
): Generator<void, Result<Saved & { waiting: Map<string, Waiting> }>> {
  return yield* readingIndex(bytes, wanted(embedder), function* ({ count }, reader) {
    const slots = reader.u32()
    if (slots !== count) throw new Malformed('its slots do not add up')
    if (cutting().some((half) => half !== reader.u32())) throw new Malformed('its words were cut in another way')
    const lines = yield* reader.lines()
    if (lines.length !== Math.max(1, slots)) throw new Malformed('its ids do not add up')
    const digests = reader.uints(2 * slots)
    const units = new Units(yield* LexicalIndex.reading(reader))
    const waiting = new Map<string, Waiting>()
    yield* each(lines, (id, slot) => {
      if (id) waiting.set(id, { slot, digest: `${digests[2 * slot]} ${digests[2 * slot + 1]}` })
    })
    if (waiting.size !== units.size) throw new Malformed('its ids and its words do not add up')
    yield* each(waiting.values(), ({ slot }) => {
      if (!units.lexical.has(slot)) throw new Malformed('an id in it has no words')
    })
    const leg = embedder ? yield* NearestLeg.reading(reader, embedder) : null
    if (!embedder) reader.u32()
    let vectors = 0
    yield* each(lines, (_, slot) => {
      if (units.lexical.has(slot) && leg?.has(slot)) vectors++
    })
    if (leg && vectors !== leg.size) throw new Malformed('a vector in it is nowhere')
    return { ids: new Array<undefined>(slots).fill(undefined), units, leg, waiting }
  })
}

/** What an index is made from, in short. */
export const digestOf = (unit: Unit): string => hash(told(unit)).join(' ')

const told = ({ text, speaker, note = '' }: Unit) => `${speaker}\n${note}\n${text}`
const wanted = (embedder: Embedder | null) => ({
  kind: KINDS.recall,
  dimension: embedder?.dimension ?? 64,
  model: embedder?.id ?? 'none',
})

/** Raise it where units give other words to the index than before (units.ts): the saved ones are of no use then. */
const WORDS = 2
/** Changes by itself where texts are cut in another way. */
const SAMPLE =
  "Anna's mother-in-law ran 3.5 km in A-12, 雨の日は東京駅で食べました、奶奶在里斯本买了两张票 나는 어제 시장에서 표를 샀어요 naïve ﬁn"
let fingerprint: [number, number] | undefined
function cutting(): [number, number] {
  fingerprint ??= hash([WORDS, ...termsOf(SAMPLE)].join('\n'))
  return fingerprint
}

/** Two sums in the way of Fowler, Noll and Vo over UTF-16, apart by their start and prime: 64 bits against chance, none against malice. */
function hash(text: string): [number, number] {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b)
    b ^= b >>> 15
  }
  return [a >>> 0, b >>> 0]
}
