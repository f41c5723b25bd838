/** What a request asks for, before any app is chosen. */

import type { Family, Mention } from '../../base/concepts/types.ts'
import type { Now, Read, Reading } from '../../base/language/types.ts'
import type { Language, PeriodUnit } from '../../spec.ts'
import type { Beyond, Cue } from '../rules/cues.ts'
import type { Dated } from '../rules/dated.ts'
import type { Dose } from '../rules/doses.ts'
import type { Formula } from '../rules/formulas.ts'
import type { Lists } from '../rules/lists.ts'
import type { Part } from '../rules/parts.ts'
import type { Phrase } from '../rules/split.ts'

/** A quality asked for: "with the shop and the price". */
export type Asked = {
  label: string
  kind: string
  part?: Part | undefined
  options?: string[]
  scale?: [number, number]
  unit?: string
  /** The figure told for all entries: 时薪45. */
  given?: number
  start: number /** Only joined to the topic ("books and films"): a quality where things are measured, a thing elsewhere. */
  joined?: boolean
  /** The learned marks see a quality in exactly these words. */
  sure?: boolean
  /** It asks without naming anything: 언제, "how long it took". */
  question?: boolean
  /** Of its kind nothing speaks but the letters of words that nobody knows. */
  unsure?: boolean
}

/** Something named that may be a record, an option or a quality, as the family decides. */
export type Item = {
  label: string
  /** The label of the same words in `asked`, where that is another. */
  asked?: string
  start: number
  listed: boolean
  head?: string
  /** A thing to begin with, by its form: a title in its marks, one of so many chapters. */
  thing?: boolean
  /** It stands in brackets after its head. */
  bracketed?: boolean
  minutes?: number
  amount?: number
  number?: number
}

export type Bound = {
  op: 'most' | 'least' | 'about'
  value: number
  what: 'money' | 'number' | 'quantity' | 'duration' | 'count' | 'percent'
  unit?: string
  per?: PeriodUnit
  explicit: boolean
  /** So many of it in all, to be used up: a card of ten visits. */
  stock?: boolean
  start: number
}

export type Frame = {
  reading: Reading
  /** Folded and in lower case, bounded; what rules search. */
  low: string
  language: Language
  currency: string
  now: Now
  cues: Cue[]
  families: { family: Family; weight: number }[]
  mentions: Mention[]
  /** The noun phrase of what it is about, as said; '' if none. */
  topic: string
  /** The topic is the learned one: a noun phrase, and of what is kept. */
  named?: boolean
  /** What the marks would call it, where the rules' topic stays. */
  learned?: string
  name: string | null
  /** The one thing to be reminded of: "remind me to call mum tomorrow". */
  errand?: string
  /** What is to be taken, and when (rules/doses.ts). */
  doses: Dose[]
  /** Names, each with a day of its own (rules/dated.ts); empty unless there are two. */
  dated: Dated[]
  /** What each record is called, where that was said: "chapters with words written and status"; one of it. */
  record?: string
  asked: Asked[]
  /** The first that is asked for is an amount that is noted day by day (rules/amounts.ts). */
  amount?: boolean
  items: Item[]
  /** What is there to begin with, as it is called. */
  things: string[]
  groups: string[]
  lists: Lists
  dropped: string[]
  people: string[]
  headcount: number | null
  bounds: Bound[]
  every: Extract<Read, { kind: 'every' }> | null
  times: string[]
  scale: [number, number] | null
  days: number | null
  dates: { date: string; to?: string }[]
  minutes: number[]
  percents: number[]
  moneys: number[]
  numbers: number[]
  units: string[]
  views: Set<string>
  behaviours: Set<string>
  formulas: Formula[]
  beyond: Beyond[]
  contradiction: boolean
  phrases: Phrase[]
}

export type FrameContext = { now: Now; currency: string; mentions: Mention[]; people: readonly string[] }

/** Requests longer than this are read as far as this. */
export const MOST_READ = 3000
