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

/** Cells as a spreadsheet copies them, or lines of CSV that nobody would type as a message. */
export function isTable(text: string): boolean {
  const lines = text.trim().split(/\r?\n/)
  const evenly = (by: string | RegExp) => new Set(lines.map((line) => line.split(by).length)).size === 1
  if (lines[0]?.includes('\t')) return lines.length > 1 && evenly('\t')
  return lines.length > 2 && /,(?! )/.test(lines[0] ?? '') && !/, /.test(text) && evenly(/,(?! )/)
}
