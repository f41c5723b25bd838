/**
 * Two hundred and eight injections of our own in four languages: orders to the assistant, forged voices of the system and of the
 * person, forged events and tool calls, links and markup that fetch, formulas, paths, addresses, prototypes, and text that hides
 * itself. One a line in corpus/.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES, type Language } from '../../src/spec.ts'

const linesOf = (language: Language) =>
  readFileSync(join(import.meta.dirname, 'corpus', `${language}.txt`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replaceAll('\\n', '\n'))

export const CORPUS = Object.fromEntries(LANGUAGES.map((language) => [language, linesOf(language)])) as Record<Language, string[]>
