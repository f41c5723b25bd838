/** Changes as strangers ask for them, over ten apps a language: taken for a change, and what the app is then. */
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/spec.ts'
import { APPS } from './strangers.ts'
import { wrongAfter } from './strangers-check.ts'
import { FIRST } from './strangers-first.ts'
import { LATER } from './strangers-later.ts'

describe.each(LANGUAGES)('%s', (language) => {
  const all = [...FIRST[language], ...LATER[language]]
  it.each(all)('%s: %s', (name, say, want) => expect(wrongAfter(APPS[language][name]!, say, language, want)).toEqual([]))
})
