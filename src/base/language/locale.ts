import type { Language } from '../../spec.ts'

/** The language whose words go with a BCP 47 locale; others are served in English. */
export function languageOf(locale: string): Language {
  const code = locale.slice(0, 2).toLowerCase()
  return code === 'zh' || code === 'ja' || code === 'ko' ? code : 'en'
}
