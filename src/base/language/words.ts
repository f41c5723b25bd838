/** Longest-match lookup of words at a place in a text: the tables of units, counters, currencies and bounds. */

/** Lower case without ever changing the length, so that offsets stay true ('İ' would grow). */
export function lower(text: string): string {
  const whole = text.toLowerCase()
  if (whole.length === text.length) return whole
  return [...text].map((char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join('')
}

export type Hit<T> = { start: number; end: number; value: T }

export type Words<T> = {
  /** The longest word that starts at `i`. */
  at(low: string, i: number): Hit<T> | undefined
  /** The longest word that ends at `i`. */
  before(low: string, i: number): Hit<T> | undefined
  get(word: string): T | undefined
}

const LATIN = /[a-z]/
export const isLatin = (char: string | undefined) => char !== undefined && LATIN.test(char)
export const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9'
export const isHan = (char: string | undefined) => char !== undefined && /\p{Script=Han}/u.test(char)
export const isHangul = (char: string | undefined) => char !== undefined && char >= '가' && char <= '힣'
export const isKana = (char: string | undefined) => char !== undefined && char >= '\u3041' && char <= '\u30FF' && char !== '・'

/** Latin words match only as whole words; words of other scripts match anywhere. Later rows win over earlier equal words. */
export function words<T>(rows: Iterable<readonly [word: string, value: T]>): Words<T> {
  const all = new Map<string, T>(rows)
  const first = new Map<string, string[]>()
  const last = new Map<string, string[]>()
  for (const word of [...all.keys()].sort((a, b) => b.length - a.length)) {
    push(first, word[0]!, word)
    push(last, word[word.length - 1]!, word)
  }
  const whole = (low: string, start: number, end: number) =>
    !(isLatin(low[start]) && isLatin(low[start - 1])) && !(isLatin(low[end - 1]) && isLatin(low[end]))
  return {
    at(low, i) {
      const word = first.get(low[i] ?? '')?.find((each) => low.startsWith(each, i) && whole(low, i, i + each.length))
      return word === undefined ? undefined : { start: i, end: i + word.length, value: all.get(word)! }
    },
    before(low, i) {
      const word = last.get(low[i - 1] ?? '')?.find((each) => low.endsWith(each, i) && whole(low, i - each.length, i))
      return word === undefined ? undefined : { start: i - word.length, end: i, value: all.get(word)! }
    },
    get: (word) => all.get(word),
  }
}

function push(map: Map<string, string[]>, key: string, word: string): void {
  const list = map.get(key)
  if (list) list.push(word)
  else map.set(key, [word])
}

/** 'a|b|c' as rows of one value. */
export const rows = <const T>(list: string, value: T): [string, T][] => list.split('|').map((word) => [word, value])
