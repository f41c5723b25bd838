/**
 * Text to index terms, for all four languages without a dictionary: Latin words by Porter's stem, numbers and ids as
 * they stand, Chinese and Japanese as characters and pairs of neighbours, Korean as word stems and pairs of syllables.
 * Queries and documents go through the same function. Linear in the text.
 */
import { stemmer } from 'stemmer'

/** Function words of English: they say nothing of what a text is about. */
const STOP = new Set(
  (
    'a about above after again all also am an and any are aren as at be because been before being below between both but by ' +
    'can cannot could couldn did didn do does doesn doing don down during each few for from further had hadn has hasn have ' +
    'haven having he her here hers herself him himself his how i if in into is isn it its itself just ll me might more most ' +
    'must my myself no nor not now of off on once only or other our ours ourselves out over own re s same shall she should ' +
    'so some such t than that the their theirs them themselves then there these they this those through to too under until ' +
    'up us ve very was wasn we were weren what when where which while who whom whose why will with won would wouldn you ' +
    'your yours yourself yourselves d m oh yeah hey'
  ).split(' '),
)

/** Runs of one script; ids such as AB-12, 3.5 or a@b.c stay whole besides their parts. */
const OTHER = '(?:(?![\\p{Script=Han}々〆\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Hangul}])[\\p{L}\\p{N}\\p{M}])+'
const RUNS = new RegExp(
  `[\\p{Script=Han}々〆]+|[\\p{Script=Hiragana}\\p{Script=Katakana}ー]+|\\p{Script=Hangul}+|${OTHER}(?:['’._@:/+-]${OTHER})*`,
  'gu',
)
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]/u
const HAN = /^[\p{Script=Han}々〆]/u
const HANGUL = /^\p{Script=Hangul}/u

/** Particles and endings that a Korean word may carry, longest first. */
const PARTICLES =
  /(?:에게서|한테서|으로서|으로써|이라고|까지|부터|에서|에게|한테|처럼|보다|마다|조차|밖에|이나|이랑|으로|라고|하고|은|는|이|가|을|를|의|에|로|와|과|도|만|랑|나)$/u

const stems = new Map<string, string>()
function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size > 50_000) stems.clear()
  const stem = /^[a-z]+$/.test(word) ? stemmer(word) : word
  stems.set(word, stem)
  return stem
}

/** The terms of a text, in order and with repeats. */
export function termsOf(text: string): string[] {
  const out: string[] = []
  const folded = text.normalize('NFKC').toLowerCase()
  let last = ''
  let end = -1
  for (const { 0: run, index } of folded.matchAll(RUNS)) {
    if (CJK.test(run)) {
      // A pair over the border of Han and kana (食べ) tells words apart that either alone does not.
      if (index === end) out.push(last + firstOf(run))
      characters(run, out)
      last = lastOf(run)
      end = index + run.length
    } else if (HANGUL.test(run)) syllables(run, out)
    else latin(run, out)
  }
  return out
}

const firstOf = (run: string) => String.fromCodePoint(run.codePointAt(0)!)
const lastOf = (run: string) => [...run.slice(-2)].at(-1)!

/**
 * Terms that every text has which holds these words as they stand, with whole words at both ends: none of those that hang on what
 * stands beside them. Empty where nothing is certain.
 */
export function certainTerms(words: string): string[] {
  const out: string[] = []
  let last = ''
  let end = -1
  for (const { 0: run, index } of words.normalize('NFKC').toLowerCase().trim().matchAll(RUNS)) {
    const chars = [...run]
    if (CJK.test(run)) {
      if (index === end) out.push(last + firstOf(run))
      if (HAN.test(run) || chars.length > 1) characters(run, out)
      last = lastOf(run)
      end = index + run.length
    } else if (HANGUL.test(run)) pairs(chars, out)
    else for (const part of run.split(JOINTS)) if (part && !STOP.has(part)) out.push(stemOf(part))
  }
  return out
}

function characters(run: string, out: string[]): void {
  const chars = [...run]
  const han = HAN.test(run)
  for (let i = 0; i < chars.length; i++) {
    if (han) out.push(chars[i]!)
    if (i > 0) out.push(chars[i - 1]! + chars[i]!)
  }
  if (!han && chars.length === 1 && /\p{Script=Katakana}/u.test(run)) out.push(run)
}

function syllables(run: string, out: string[]): void {
  // A word that is a particle and nothing else (이라고) is itself.
  const stem = (run.length > 2 && run.replace(PARTICLES, '')) || run
  out.push(stem)
  pairs([...run], out)
}

function pairs(chars: readonly string[], out: string[]): void {
  for (let i = 1; i < chars.length; i++) out.push(`${chars[i - 1]!}${chars[i]!}`)
}

/** What joins the parts of an id or a compound. */
const JOINTS = /['’._@:/+-]+/

function latin(run: string, out: string[]): void {
  const parts = run.split(JOINTS)
  const word = parts[0]!
  if (parts.length === 1) {
    if (!STOP.has(word)) out.push(stemOf(word))
    return
  }
  // “Anna's” is Anna; “mother-in-law” and “a@b.c” are found whole and by their parts.
  const apostrophe = /^[^'’]+['’](?:s|t|re|ve|ll|d|m)$/.test(run)
  if (!apostrophe) out.push(run)
  for (const part of apostrophe ? parts.slice(0, -1) : parts) if (part && !STOP.has(part)) out.push(stemOf(part))
}
