/** What a clause says before its value is read: who, which slot, and the words that fill it. Each language has a reader that gives these. */
import type { Clause } from './clauses.ts'
import type { Tense } from './conjugate.ts'
import type { ValueKind } from './lexicon/nouns.ts'
import type { PredicateRow } from './lexicon/predicates.ts'

export type Subject = {
  /** 'me', a relation or a name as it was said. */
  label: string
  /** Said in this clause, not carried over. */
  explicit: boolean
  /** "my husband Tom": Tom. */
  name: string | null
}

export type Said = {
  subject: Subject
  attribute: string
  value: ValueKind
  raw: string
  /** "a dog called Rex": Rex. */
  name: string | null
  /** Beside the value: where one works as what. */
  other: string | null
  row: PredicateRow | null
  tense: Tense
  negated: boolean
  wish: boolean
}

/** What earlier clauses of the message spoke of. */
export type Scene = {
  /** Of the sentence's last clause. */
  subject: Subject | null
  /** The last person other than the speaker. */
  third: Subject | null
  /** The last pet or relation that was said to exist, to be named next. */
  introduced: string | null
  sentence: string
}

export const ME: Subject = { label: 'me', explicit: true, name: null }
export const implied: Subject = { label: 'me', explicit: false, name: null }
export const somebody = (label: string, name: string | null = null): Subject => ({ label, explicit: true, name })

/** Tries in order; what fits first by the class of its words is taken by the caller. */
export type Reader = (clause: Clause, scene: Scene) => { subject: Subject | null; candidates: Said[] }

export const saidOf = (subject: Subject, attribute: string, value: ValueKind, raw: string, more: Partial<Said> = {}): Said => ({
  subject,
  attribute,
  value,
  raw,
  name: null,
  other: null,
  row: null,
  tense: 'now',
  negated: false,
  wish: false,
  ...more,
})
