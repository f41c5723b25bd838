/** The words of a concept, folded; nothing where the ontology does not know it. */
export const conceptForms = (_id: string): readonly string[] => []
export const isFieldConcept = (_low: string): boolean => false
