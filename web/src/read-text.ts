/** The text of a file as spreadsheets save it: UTF-8, UTF-16, or the old encoding of the person's language. */
import type { Language } from '../../src/spec.ts'

const OLD: Record<Language, string> = { en: 'windows-1252', zh: 'gb18030', ja: 'shift_jis', ko: 'euc-kr' }

export function decodeText(bytes: Uint8Array, language: Language): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(OLD[language]).decode(bytes)
  }
}
