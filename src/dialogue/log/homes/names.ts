/** A short form of a name that is kept: 통계 for 통계학, "Sam" for "Samantha K.", 老陈 for 陈老师 is none. Pure. */
import { fold } from '../../../base/resolve.ts'

const LATIN = /^[\p{Script=Latin}\d .'’-]+$/u

/** 'same', a short or long form of it, or neither. */
export const formOf = (said: string, name: string, person = false): 'same' | 'short' | null => formBetween(bare(said), bare(name), person)

/** The same of words that are made plain (`bare`). */
export function formBetween(low: string, full: string, person = false): 'same' | 'short' | null {
  if (!low || !full) return null
  if (low === full) return 'same'
  if (LATIN.test(low)) return latinForm(low, full, person)
  // 미시 for 미시경제, 子涵 for 林子涵, 炸锅 for 空气炸锅: two signs of it at either end.
  const signs = [...low].length
  if (signs >= 2 && (full.startsWith(low) || full.endsWith(low))) return 'short'
  return signs >= 2 && full.split(/[\s·・/]+/).some((word) => word !== full && word.startsWith(low)) ? 'short' : null
}

/** Whole words of the name, "bluebell" for “Bluebell Nursery”; of a person the first three letters and more: "Sam". */
function latinForm(low: string, full: string, person: boolean): 'short' | null {
  const words = low.split(/\s+/).filter((word) => !/^(?:the|a|an|my|our|one)$/.test(word))
  const named = full.split(/[\s/&]+/)
  if (!words.length) return null
  const isOf = (word: string) =>
    named.some((one) => one === word || one === `${word}s` || `${one}s` === word || (person && word.length >= 3 && one.startsWith(word)))
  return words.every(isOf) ? 'short' : null
}

/** Without stops and forms of address. */
export const bare = (text: string): string =>
  fold(text)
    .replace(/[.,!'’"“”「」《》]+|さん$|ちゃん$|くん$|님$|씨$/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The one name that is meant; none where two are alike. */
export function nameMeant(said: string, names: readonly string[], person = false): { name: string; same: boolean } | undefined {
  const same = names.find((name) => formOf(said, name) === 'same')
  if (same !== undefined) return { name: same, same: true }
  const short = [...new Set(names.filter((name) => formOf(said, name, person) === 'short'))]
  return short.length === 1 ? { name: short[0]!, same: false } : undefined
}
