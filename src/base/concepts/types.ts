/**
 * The ontology: what words mean for small apps. One concept is one row with its surface forms in four languages
 * and what it implies. Adding a concept is adding a row; adding a language is adding a column.
 */

import type { z } from 'zod'
import type { Aggregate, Field, FieldKind, Language, PeriodUnit, Risk } from '../../spec.ts'

/** Words in each language; the first is the label shown (singular; English in sentence case where it is a common noun). */
export type Forms = Record<Language, string[]>

/** The kinds of app there are rules for. A request can have several; unknown nouns are 'collection'. */
export const FAMILIES = [
  'expenses',
  'budget',
  'habit',
  'checklist',
  'packing',
  'board',
  'trip',
  'events',
  'calculator',
  'converter',
  'timer',
  'routine',
  'flashcards',
  'quiz',
  'recipes',
  'mealplan',
  'shopping',
  'inventory',
  'collection',
  'journal',
  'mood',
  'measurements',
  'workout',
  'split',
  'decision',
  'picker',
  'chores',
  'score',
  'reading',
  'watching',
  'study',
  'intake',
  'loan',
  'savings',
  'contacts',
  'birthdays',
  'countdown',
  'subscriptions',
  'timesheet',
  'pets',
  'plants',
  'vehicle',
  'maintenance',
  'gifts',
  'wishlist',
  'symptoms',
  'sleep',
  'feeding',
  'grades',
  'jobhunt',
  'goals',
  'guests',
  'poll',
  'income',
] as const
export type Family = (typeof FAMILIES)[number]

/** How a concept becomes a field. `options` are labels by language, in a fixed order of ids. */
export type FieldPlan = {
  kind: FieldKind
  unit?: string
  min?: number
  max?: number
  integer?: boolean
  options?: { id: string; label: Record<Language, string> }[]
  /** Rating icons, worst first. */
  icons?: string[]
  suggest?: boolean
  default?: Field['default']
  /** Computed: formula over fields named by concept id in braces: '{quantity} * {price}'. */
  formula?: string
  /** How it is usually summed up: money sum, weight latest, mood mean. */
  aggregate?: z.infer<typeof Aggregate>
}

export type Concept = {
  /** Unique, ASCII, kebab-free: 'coffee', 'moneySpent'. Doubles as the field or collection id. */
  id: string
  forms: Forms
  /** Written shown to a person where the first form will not do: plural heading for collections. */
  plural?: Partial<Record<Language, string>>
  icon?: string
  /** As a quality of something: the field it becomes. */
  field?: FieldPlan
  /** As the thing being kept: the field concepts each record gets besides what was asked, in order; the first names the record. */
  collection?: { fields: string[]; families?: Family[] }
  /** As the subject that is spent on, logged or measured ("coffee"): what a log entry about it also notes (field concepts). */
  topic?: { fields?: string[]; families?: Family[]; domain: string }
  /** Saying it is evidence for these families, with a weight from 0 (hint) to 1 (settles it). */
  suggests?: Partial<Record<Family, number>>
  /** Words for a way of seeing: the view it asks for. */
  view?: 'list' | 'table' | 'cards' | 'board' | 'calendar' | 'timeline' | 'line' | 'bar' | 'pie' | 'summary'
  /** Words for a behaviour: "remind me", "streak", "split", "at random". */
  behaviour?:
    | 'limit'
    | 'goal'
    | 'streak'
    | 'reminder'
    | 'recurrence'
    | 'repetition'
    | 'quiz'
    | 'timer'
    | 'routine'
    | 'split'
    | 'pick'
    | 'countdown'
    | 'score'
    | 'decision'
    | 'calculator'
    | 'converter'
    | 'stock'
    | 'shopping'
    | 'progress'
  /** Its usual rhythm, for default periods. */
  rhythm?: PeriodUnit
  risk?: Risk
  /** Nearby concepts a person often wants too, offered as next steps. */
  related?: string[]
}

/** A concept found in a sentence. */
export type Mention = {
  concept: Concept
  start: number
  end: number
  text: string /** 1 exact form, less for folded or nearest-meaning matches */
  score: number
}
