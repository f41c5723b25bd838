/** Words the app itself says, in four languages. */
import type { Language } from '../../spec.ts'

export type Words = Readonly<Record<Language, string>>

/** t('Day / 日期 / 日付 / 날짜') */
export function t(line: string): Words {
  const [en = '', zh = en, ja = en, ko = en] = line.split(' / ')
  return { en, zh, ja, ko }
}

/** Cut to what a label may be, with no control characters; code points are never split. */
export function bounded(text: string, most = 60): string {
  const plain = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= most) return plain
  let cut = ''
  for (const char of plain) {
    if (cut.length + char.length > most - 1) break
    cut += char
  }
  return `${cut.trimEnd()}…`
}

export const sentenceCase = (text: string): string => (text ? text.charAt(0).toUpperCase() + text.slice(1) : text)

/** "Spanish words" is left, "podcast episodes" becomes "Podcast episodes". */
export const asLabel = (text: string, most = 60): string => sentenceCase(bounded(text, most))
