import { createContext, useContext } from 'react'
import type { Failure } from '../../../src/base/result.ts'
import type { Language } from '../../../src/spec.ts'
import { INTERRUPTED, OFFLINE, UNEXPECTED } from '../api.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import type { Words } from './types.ts'
import { zh } from './zh.ts'

export type { Words } from './types.ts'
export const WORDS: Record<Language, Words> = { en, zh, ja, ko }
export const LANGUAGES = Object.keys(WORDS) as Language[]

/** The browser's first language that the page speaks. */
export const browserLanguage = (): Language => {
  const tags = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())
  return tags.map((tag) => LANGUAGES.find((language) => language === tag)).find((found) => found !== undefined) ?? 'en'
}

/** The person's own locale in this language if the browser names one (en-GB), else the plain language. */
export const localeOf = (language: Language): string =>
  navigator.languages.find((tag) => tag.slice(0, 2).toLowerCase() === language) ?? language

export const Speaking = createContext<{ language: Language; locale: string; words: Words }>({ language: 'en', locale: 'en', words: en })
export const useSpeaking = () => useContext(Speaking)
export const useWords = (): Words => useSpeaking().words

/** A failure as a sentence; the server's own are in the person's language already. */
export function sayFailure(words: Words, { code, message }: Failure): string {
  if (code === OFFLINE) return words.common.offline
  if (code === INTERRUPTED) return words.common.interrupted
  return code === UNEXPECTED ? words.common.unexpected : message
}
