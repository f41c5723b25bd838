/** The words of the ontology's concepts, for who looks for them in a text. */
import { formsOf, isQualityForm } from './concepts/index.ts'

const kept = new Map<string, readonly string[]>()

/** The words of a concept, folded; nothing where the ontology does not know it. */
export function conceptForms(id: string): readonly string[] {
  const known = kept.get(id)
  if (known) return known
  const forms = formsOf(id)
  if (kept.size < 2000) kept.set(id, forms)
  return forms
}
export const isFieldConcept = (low: string): boolean => isQualityForm(low)
