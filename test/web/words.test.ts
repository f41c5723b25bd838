import { describe, expect, it } from 'vitest'
import { en } from '../../web/src/words/en.ts'
import type { Words } from '../../web/src/words/index.ts'
import { ja } from '../../web/src/words/ja.ts'
import { ko } from '../../web/src/words/ko.ts'
import { zh } from '../../web/src/words/zh.ts'

/** Alike in every language: names, keys on the keyboard, a name of a module's own. */
const SAME = new Set(['talk.macaron', 'app.by.agent', 'settings.keysList.1.0', 'settings.keysList.2.0'])
const SAMPLES: Record<string, unknown[]> = {
  'steps.understoodAs': ['読む', '本'],
  'common.pair': ['読む', '한글'],
  'csv.fits': [2, 3],
  'memory.held': ['読む', '本'],
  'steps.progress': [2, 3],
  'models.ofBudget': ['$1', '$2'],
  'privacy.requests': [2, '3:00'],
  'settings.imported': [1, 2],
}

/** Every string by its path; functions by what they say of figures and of names. */
function sentencesOf(words: Words): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') found.set(path, value)
    else if (typeof value === 'function')
      for (const [i, args] of argumentsOf(path).entries()) found.set(`${path}()${i}`, String(value(...args)))
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, path ? `${path}.${key}` : key)
  }
  walk(words, '')
  return found
}
const argumentsOf = (path: string): unknown[][] => (SAMPLES[path] ? [SAMPLES[path]] : [[1], [1234]])

const english = sentencesOf(en)
const OTHERS = { zh, ja, ko }
/** Letters of each language: what is said in it has some. */
const LETTERS = { zh: /\p{Script=Han}/u, ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u, ko: /\p{Script=Hangul}/u }

describe.each(Object.entries(OTHERS))('the words in %s', (language, words) => {
  const sentences = sentencesOf(words)
  const letters = LETTERS[language as keyof typeof LETTERS]

  it('are the same ones as in English', () => expect([...sentences.keys()].sort()).toEqual([...english.keys()].sort()))
  it('are never empty or left in English', () => {
    const left = [...sentences].filter(([path, text]) => text.trim() === '' || (!letters.test(text) && !isSame(path, text)))
    expect(left).toEqual([])
  })
})

/** Alike everywhere, or without words at all: "Ctrl/⌘ K", "↑". */
const isSame = (path: string, text: string) => SAME.has(path) || path.startsWith('settings.keysList') || !/\p{L}/u.test(text)

describe('the tone', () => {
  const all = [...Object.entries({ en, ...OTHERS })].flatMap(([language, words]) =>
    [...sentencesOf(words)].map(([path, text]) => ({ at: `${language} ${path}`, text, language })),
  )
  it('is calm: no exclamation marks', () => expect(all.filter(({ text }) => /[!！]/.test(text))).toEqual([]))
  it('leaves no trace of code', () => expect(all.filter(({ text }) => /undefined|null|NaN|\[object|\$\{/.test(text))).toEqual([]))
  it('has full-width marks after Chinese letters, and after Japanese ones where they end a sentence', () => {
    const zhHalf = all.filter(({ language, text }) => language === 'zh' && /\p{Script=Han}[,:;?(]|[,:;?)]\p{Script=Han}/u.test(text))
    const jaHalf = all.filter(({ language, text }) => language === 'ja' && /[\p{Script=Hiragana}\p{Script=Han}]([,;?(]|:$)/u.test(text))
    expect([...zhHalf, ...jaHalf]).toEqual([])
  })
  it('is polite: です・ます in Japanese, 해요체 in Korean', () => {
    const sentence = /[。.]$/
    const rude = all.filter(
      ({ language, text }) =>
        sentence.test(text) &&
        ((language === 'ja' && !/(です|ます|ません|でした|ました|ください|でしょう)。$/.test(text)) ||
          (language === 'ko' && !/(요|죠)[.]$/.test(text))),
    )
    expect(rude).toEqual([])
  })
  it('has plurals in English', () => {
    expect(en.steps.written(1)).toBe('Wrote 1 file')
    expect(en.steps.written(2)).toBe('Wrote 2 files')
    expect(en.csv.done(1)).toBe('1 row was imported.')
  })
})
