import { createContext, useContext } from 'react'
import { isTraditional } from '../../../src/base/language/script.ts'
import type { Failure } from '../../../src/base/result.ts'
import type { Language } from '../../../src/spec.ts'
import { INTERRUPTED, OFFLINE, UNEXPECTED } from '../api.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import type { Words } from './types.ts'
import { zh } from './zh.ts'

export type { Words } from './types.ts'
/** What a person reads: a language, Chinese in either of its scripts. */
export type Tongue = Language | 'zh-Hant'
export const TONGUES: readonly Tongue[] = ['en', 'zh', 'zh-Hant', 'ja', 'ko']
export const NAMES: Record<Tongue, string> = { en: 'English', zh: '简体中文', 'zh-Hant': '繁體中文', ja: '日本語', ko: '한국어' }

const WORDS: Record<Language, Words> = { en, zh, ja, ko }
let traditional: Words | null = null

/** Traditional characters are fetched by who reads them; the words of the rest are there. */
export async function fetchWords(tongue: Tongue): Promise<void> {
  if (tongue === 'zh-Hant') traditional ??= (await import('./zh.ts?traditional')).zh as Words
}
export const languageOf = (tongue: Tongue): Language => (tongue === 'zh-Hant' ? 'zh' : tongue)
export const wordsOf = (tongue: Tongue): Words => (tongue === 'zh-Hant' && traditional) || WORDS[languageOf(tongue)]

const tongueOf = (tag: string): Tongue | undefined =>
  isTraditional(tag) ? 'zh-Hant' : TONGUES.find((tongue) => tongue === tag.slice(0, 2).toLowerCase())

/** The browser's first language that the page speaks. */
export const browserTongue = (): Tongue => navigator.languages.map(tongueOf).find((found) => found !== undefined) ?? 'en'

/** The person's own locale in this tongue if the browser names one (en-GB), else the tongue itself. */
export const localeOf = (tongue: Tongue): string => navigator.languages.find((tag) => tongueOf(tag) === tongue) ?? tongue

export const Speaking = createContext<{ language: Language; locale: string; words: Words }>({ language: 'en', locale: 'en', words: en })
export const useSpeaking = () => useContext(Speaking)
export const useWords = (): Words => useSpeaking().words

/** A failure as a sentence; the server's own are in the person's language already. */
export function sayFailure(words: Words, { code, message }: Failure): string {
  if (code === OFFLINE) return words.common.offline
  if (code === INTERRUPTED) return words.common.interrupted
  return code === UNEXPECTED ? words.common.unexpected : message
}
