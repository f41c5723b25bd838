/**
 * The words of one entry and the fields they could fill. A message is parted into pieces; each piece can be read in a few
 * ways (its figures apart from its words, or all of it as words); each atom of a way has a score for each field it may fill.
 */
import type { Found } from '../../../base/language/types.ts'
import type { Field, Value } from '../../../spec.ts'

/** What parts an atom from the one before: nothing but a space, a space between signs, a figure, a comma, the end of a sentence. */
export type Sep = 'space' | 'gap' | 'figure' | 'comma' | 'end'
export const SEPS: readonly Sep[] = ['space', 'gap', 'figure', 'comma', 'end']

/** One field that an atom could fill, what it would hold then, and how well that fits (weights.ts). */
export type Home = { field: Field; value: Value; score: number }
export type Atom = {
  start: number
  end: number
  /** As it would stand in a name: without verbs of noting, particles, labels. */
  text: string
  /** As it was said. */
  raw: string
  sep: Sep
  figure?: Found
  homes: Home[]
  /** What it costs to leave it without a home, and to keep it with the words before it (undefined: cannot be). */
  lost: number
  joins: boolean
}
/** One way to read a piece; `cost`: what it takes to read figures as words. */
export type Way = { atoms: Atom[]; cost: number }
export type Piece = { start: number; end: number; sep: Sep }

/** `joined`: words that go on with the first. */
export type Placed = { atom: Atom; joined: Atom[]; field: Field; value: Value }
export type Assignment = {
  placed: Placed[]
  /** Figures without a home, and words. */
  lost: Atom[]
  dropped: Atom[]
  score: number
}
