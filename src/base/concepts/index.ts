/** The ontology: rows by id, what a sentence mentions of them, and their names. */
import { LANGUAGES, type Language } from '../../spec.ts'
import type { Reading } from '../language/types.ts'
import { ENGLISH } from './data/english.ts'
import { FRIENDS } from './data/friends.ts'
import { ROWS } from './data/rows.ts'
import { fold, pluralOf } from './fold.ts'
import { type Matcher, matcherOf } from './matcher.ts'
import type { Concept, Mention } from './types.ts'

export const CONCEPTS: readonly Concept[] = ROWS

const byId = new Map(CONCEPTS.map((concept) => [concept.id, concept]))

export const conceptOf = (id: string): Concept | undefined => byId.get(id)

/** Built once, on first use: some thousands of forms, about 90 ms. */
let matcher: Matcher | undefined

/**
 * The concepts a sentence mentions, in order. Where a form has several senses there is one mention each, of the same
 * span, the concept it names best first. Score 1 for a form, 0.9 where it is cut out of a longer word, 0.85 where it belongs to the
 * other language of Han characters, 0.75 where it is misspelt.
 */
export function mentions(reading: Reading): Mention[] {
  matcher ??= matcherOf(CONCEPTS, FRIENDS, ENGLISH)
  return matcher(reading)
}

/** What a concept is called; `plural` for the heading of a collection. */
export function labelOf(concept: Concept, language: Language, { plural = false }: { plural?: boolean } = {}): string {
  const one = concept.forms[language][0] ?? concept.forms.en[0] ?? concept.id
  if (!plural) return one
  return concept.plural?.[language] ?? (language === 'en' ? pluralOf(one) : one)
}

/** Every form of a concept, folded as the matcher folds text. */
export function formsOf(id: string): readonly string[] {
  const concept = byId.get(id)
  return concept ? [...new Set(LANGUAGES.flatMap((language) => concept.forms[language].map(fold)))] : []
}

let qualities: Set<string> | undefined
/** Whether a folded word is a form of a concept that can be a field. */
export function isQualityForm(folded: string): boolean {
  qualities ??= new Set(CONCEPTS.filter((concept) => concept.field).flatMap((concept) => formsOf(concept.id)))
  return qualities.has(folded)
}
