/**
 * What speaks for a word or figure to fill a field, and how much. One unit is about what a fitting kind is worth; the
 * figures were set by hand on the first half of test/log/strangers and stand for an order, not for a measure.
 */
import type { Sep } from './types.ts'

export const W = {
  /** A figure of the field's kind and unit (fit.ts gives 0..2), and its name or counter beside it (0..3). */
  kind: 1,
  beside: 1,
  /** A figure as large as those kept before, or as such a field usually holds; one that is many times larger or smaller. */
  usual: 0.7,
  unusual: -2.2,
  /** Decimals where only whole numbers were kept. */
  broken: -0.8,
  /** A figure in a field for words that holds figures (“52 m2” as a size), and in one that does not: it says nothing there. */
  measure: 1.6,
  worded: -1.4,
  /** The words: what kind of field takes them, the title above all. */
  title: 1.2,
  /** What is said first names the entry. */
  first: 0.9,
  text: 0.9,
  note: 0.8,
  place: 0.5,
  person: 0.4,
  /** The name of the field stands with them: nothing speaks louder. */
  labelled: 3,
  /** A value that was kept there before, whole or by a short form; one that was kept in another field. */
  known: 2,
  short: 1.5,
  elsewhere: -1.2,
  /** Looks like a person, a place, a clause: in the field for such, and in one that is not. */
  personal: 1.4,
  impersonal: -1.5,
  /** 김영희 잡채: a word more after somebody's name, where it was read word by word. */
  namesake: -1.2,
  local: 1.2,
  told: 0.7,
  clause: -0.9,
  /** Like what is kept there: figures in it, its length. */
  shaped: 0.5,
  /** A row runs in the order of its fields: a step on, and a step back. */
  onwards: 0.3,
  backwards: -0.55,
  /** A field that the template of the app added and nobody asked for. */
  unasked: -0.9,
  /** One without which there is no entry. */
  required: 0.4,
  /** Left without a home: a figure; words, and each further word. */
  lostFigure: -1.3,
  lostWords: -1.1,
  lostWord: -0.3,
  /** One more of several things in one field: “rice noodles, shrimp” as ingredients. */
  listed: 1,
  /** An entry without its title. */
  untitled: -1,
  /** A figure that is left within words where a field could have it. */
  buried: -0.5,
} as const

/** Words that go on after a separator: what it costs to keep them together, and to part them into two fields. */
export const JOIN: Record<Sep, number> = { space: 0, gap: -0.5, figure: -0.4, comma: -0.9, end: -1.2 }
export const PART: Record<Sep, number> = { space: -1.7, gap: -0.25, figure: -0.5, comma: 0, end: 0 }
