/** What is read from the words of an entry: the records to write, change or delete. */
import type { Found, Now, Reading } from '../../base/language/types.ts'
import type { AppSpec, Field, Filter, Value } from '../../spec.ts'
import type { Records } from '../related/events.ts'
import type { Named } from './seeds.ts'

export type EntryContext = {
  now: Now
  locale: string
  currency: string /** What was said before: “the dinner” is where a dinner was noted. */
  window?: { role: 'person' | 'agent'; text: string }[]
  /** The entries that the app has now. */
  known?: Records
  /** The apps of the home, and the words each was asked for with: a row is told in that order. */
  apps?: readonly { spec: AppSpec; requests?: string[] }[]
}

/** Which records: the last one written, or those that all filters fit (the newest of them is meant). */
export type Match = {
  collection: string
  filters: Filter[] | 'last'
  /** The one record that is meant, where it is known; the filters are then not asked. */
  record?: string
}
/** Values of relation fields are titles of records; whoever writes looks up their ids, making the record if need be. */
export type EntryOp =
  /**
   * `like`: the values of the record that fits are taken over where `values` has none ("same as yesterday"); `likely`:
   * what nobody said, taken where no earlier entry of the same name says otherwise.
   */
  | { do: 'create'; collection: string; values: Record<string, Value>; like?: Match; likely?: Record<string, Value> }
  /** `orCreate`: what to make where nothing matches (ticking off "milk" that was never on the list). */
  | {
      do: 'update'
      collection: string
      match: Match
      values: Record<string, Value>
      orCreate?: Record<string, Value> /** Added to the figures that are there, never below nothing. */
      plus?: Record<string, number>
      /** A yes-or-no that becomes yes where `plus` leaves nothing. */
      over?: string
    }
  | { do: 'delete'; match: Match }
export type Entries = {
  ops: EntryOp[] /** Labels of fields that were guessed or are missing. */
  unsure: string[] /** Figures that found no field. */
  lost?: number /** An amount was said in a currency that the app does not keep: nothing may be written. */
  foreign?: { said: string; keeps: string; code: string }
}

export type Verb = 'create' | 'update' | 'delete'
export type Segment = {
  reading: Reading /** Values said once for all entries: the day. */
  shared: Found[] /** The linked record it is about, where several are named, and where the others stand. */
  only?: Named
  others?: [number, number][]
}

export type Entry = {
  values: Record<string, Value>
  linked: boolean
  /** Words that found no home. */
  dropped?: string /** Words that no field of the collection can hold. */
  homeless?: boolean /** Only bare numbers were said, which fit anywhere. */
  figures?: boolean /** Figures that found no field. */
  lost?: number
  unsure: string[] /** How many things the person said. */
  said: number
  title: string
}

export type Take = (field: Field, value: Value, at?: [number, number]) => void
