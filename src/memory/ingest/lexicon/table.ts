/** Short hand for the tables of the lexicon: one row a meaning, one column a language, words parted by bars. */
import type { Language } from '../../../spec.ts'

export type Columns = Record<Language, readonly string[]>

const words = (cell: string) => (cell === '' ? [] : cell.split('|'))

export const columns = (en: string, zh: string, ja: string, ko: string): Columns => ({
  en: words(en),
  zh: words(zh),
  ja: words(ja),
  ko: words(ko),
})

/** Text as part of a pattern. */
export const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** Any of the words, the longest first. */
export const anyOf = (list: readonly string[]) =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map(literally)
    .join('|')
