/**
 * What a stretch of a message can fill: a field; in a correction also the words that tell which entry is meant, and the
 * value that was wrong. Pure but for the embedder's weights.
 */
import { hashOf } from '../../../base/hashed.ts'
import type { Reading } from '../../../base/language/types.ts'
import type { Collection, Field, Value } from '../../../spec.ts'
import { answerIn } from '../homes/answers.ts'
import type { Usual } from '../homes/usual.ts'
import { type Kept, type Pointing, placesOfValue } from '../mend/kept.ts'
import type { EntryContext } from '../types.ts'
import { type Both, type Ruled, ruleOf, type Shows, togetherOf } from './shows.ts'
import { FIGURED, valueIn } from './value.ts'

/** A stretch as it meets a slot. */
export type Met = Omit<Both, 'field' | 'show' | 'answer'>
export type Slot = {
  show: Shows
  /** What it says to it; undefined where it can say nothing. */
  valueAt(start: number, end: number): Value | undefined
  /** What both show of each other. */
  both(met: Met): string[]
}
export type FieldSlot = Slot & { field: Field }
export type Around = { reading: Reading; collection: Collection; usual: Usual; ruled: readonly Ruled[]; ctx: Pick<EntryContext, 'now'> }

export const fieldSlot = (field: Field, show: Shows, { reading, collection, usual, ruled, ctx }: Around): FieldSlot => ({
  field,
  show,
  valueAt: (start, end) => valueIn(reading, start, end, field, ctx),
  both: (met) => {
    const answer = field.kind === 'yesno' ? answerIn(met.said, field)?.sure : undefined
    return togetherOf({ ...met, field, show, answer }, reading, usual, collection, ruled)
  },
})

/** A change of what is kept. */
export type Mending = {
  /** It is taken out: no value is said. */
  gone: boolean
  kept: readonly Kept[]
  pointing: Pointing
  /** What stretches say to fields, as far as it is known. */
  values: Map<string, Value | undefined>
  /** The entry that is likely to be meant. */
  likely: Kept | undefined
}
/** The marks of the words that tell which, and of the value that was wrong, where fields have their ids. */
export const WHICH = '@'
export const WRONG = '!'
/** How long what tells an entry may be: signs. */
const MOST_WHICH = 40

export function referringSlots({ kept, gone, pointing }: Mending, { reading, ruled }: Around, own: string): Slot[] {
  const slot = (mark: string): Slot => ({
    show: {
      ...{ kind: mark, title: '', at: -1, label: mark, stems: [] },
      named: [`${own}${mark}`].map(hashOf),
      shown: [mark, `${own}${mark}`].map(hashOf),
      both: [mark, `${own}${mark}`].map(hashOf),
    },
    valueAt: (start, end) => (end - start <= MOST_WHICH ? reading.text.slice(start, end) : undefined),
    both: ({ start, end, exact }) => {
      const [best] = pointing(start, end)
      const rule = ruleOf(ruled, mark, start, end)
      if (!best) return ['no', `r${rule}`, `no|${exact}`]
      const many = Math.min(best.records.size, 2)
      const newest = best.records.has(kept[0]!)
      return [`h${best.how}`, `h${best.how}|${many}|${newest}`, `h${best.how}|${exact}`, `r${rule}`, `rh${rule}|${best.how}`]
    },
  })
  return gone ? [slot(WHICH)] : [slot(WHICH), slot(WRONG)]
}

/** What stands in the field now: of the entry that is likely to be meant, and of the others. */
export function changing(slot: FieldSlot, { kept, likely, values }: Mending, { reading, ctx }: Around): FieldSlot {
  const { field } = slot
  const valueAt = (start: number, end: number): Value | undefined => {
    const key = `${field.id}.${start}.${end}`
    if (!values.has(key)) values.set(key, slot.valueAt(start, end))
    return values.get(key)
  }
  const stands = (one: Kept | undefined) => one?.record.values[field.id]
  const now = stands(likely)
  const empty = now === undefined || now === null || now === ''
  const elsewhere = empty ? [] : placesOfValue(reading, now, field, ctx)
  const everywhere = new Set(kept.map((one) => JSON.stringify(stands(one) ?? null)))
  return {
    ...slot,
    valueAt,
    both: (met) => {
      const value = valueAt(met.start, met.end)
      const same = JSON.stringify(value) === JSON.stringify(now ?? null)
      const told = elsewhere.some(([start, end]) => end <= met.start || start >= met.end)
      const far =
        FIGURED.has(field.kind) && typeof now === 'number' && typeof value === 'number' && now > 0 && value > 0
          ? Math.min(4, Math.floor(Math.abs(Math.log2(value / now))))
          : '-'
      const state = empty ? 'e' : same ? 's' : 'd'
      return [
        ...slot.both(met),
        `q${state}`,
        `q${state}|${told}|${slot.show.title}`,
        `qk${everywhere.has(JSON.stringify(value))}|${state}`,
        `qf${far}|${told}`,
      ]
    },
  }
}
