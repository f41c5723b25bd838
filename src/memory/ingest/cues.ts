/** Whether a clause holds any of a column's words. */
import type { Language } from '../../spec.ts'
import { LANGUAGES } from '../../spec.ts'
import { anyOf, type Columns, literally } from './lexicon/table.ts'

export type Cue = (text: string, language: Language) => boolean

/** English words stand between edges; others anywhere, or at the end where they end with `$`. Text is in lower case. */
export function cue(columns: Columns): Cue {
  const tests = new Map(LANGUAGES.map((language) => [language, testOf(columns[language], language)]))
  return (text, language) => tests.get(language)!.test(text)
}

function testOf(words: readonly string[], language: Language): RegExp {
  if (words.length === 0) return /(?!)/
  if (language === 'en') return new RegExp(`(?<![\\p{L}'])(?:${anyOf(words)})(?![\\p{L}'])`, 'iu')
  const last = words.filter((word) => word.endsWith('$')).map((word) => `${literally(word.slice(0, -1))}$`)
  return new RegExp([...words.filter((word) => !word.endsWith('$')).map(literally), ...last].join('|'), 'iu')
}

/** The longest of the words that the text begins with; English ones as whole words. */
export function leading(words: readonly string[], language: Language): (text: string) => number {
  const edge = language === 'en' ? "(?![\\p{L}'])" : ''
  const pattern = new RegExp(`^(?:${anyOf(words)})${edge}`, 'iu')
  return (text) => pattern.exec(text)?.[0].length ?? 0
}
