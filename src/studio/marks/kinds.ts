/**
 * Of which kind a quality is, from the words for it and what the rules guess: “what I charged” is money, 掌握了没 yes or
 * no. A multinomial logistic regression over hashed features; weights of scripts/wish. Pure but for the weights' file.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bucketOf, chancesOf, type Hashed, unpacked } from '../../base/hashed.ts'
import { foldHan } from '../../base/language/han.ts'
import { packageRoot } from '../../root.ts'
import type { Language } from '../../spec.ts'

export const KINDS = [
  'text',
  'note',
  'number',
  'quantity',
  'money',
  'date',
  'datetime',
  'time',
  'duration',
  'rating',
  'yesno',
  'choice',
  'person',
  'place',
  'link',
] as const
export type Kind = (typeof KINDS)[number]

export const KIND_BUCKETS = 1 << 15
export const KINDS_PATH = join('src', 'studio', 'marks', 'kinds.bin')

export type Quality = {
  language: Language
  label: string
  /** What stands right before and after it in the wish, some twelve letters each. */
  before: string
  after: string
  /** The rules' guess: a kind of fieldFor, with the unit or scale taken off. */
  guess: string
  /** The kinds that its words have as concepts, and whether a known name of a field is what it is. */
  concepts: readonly string[]
  known: boolean
  /** Options were named for it. */
  options: boolean
}

export function kindFeatures({ language, label, before, after, guess, concepts, known, options }: Quality): number[] {
  const low = foldHan(label.toLowerCase())
  const words = low.split(/[\s,]+/).filter(Boolean)
  const signs = [...low.replace(/\s+/g, ' ')]
  const parts = [
    'bias',
    `g${guess}`,
    `g${guess}${known}`,
    `o${options}`,
    `n${Math.min(words.length, 5)}`,
    ...concepts.map((one) => `c${one}`),
  ]
  if (/^[\p{Script=Latin}\s'’\d-]+$/u.test(low)) {
    for (const word of words) parts.push(`w${word}`, `s${word.slice(-3)}`)
    // Letters say what a word that nobody has written so far is made of.
    const spaced = ` ${low} `
    for (const n of [3, 4]) for (let i = 0; i + n <= spaced.length; i++) parts.push(`q${spaced.slice(i, i + n)}`)
    // Many of something are counted.
    parts.push(`plural${/[a-z]{2}(?<!s)s$/.test(words.at(-1) ?? '')}|${words.length}`)
    parts.push(`first${words[0]}`, `last${words.at(-1)}`, `two${words.slice(0, 2).join(' ')}`, `end${words.slice(-2).join(' ')}`)
  } else {
    for (let n = 1; n <= 3; n++) for (let i = 0; i + n <= signs.length; i++) parts.push(`${n}${signs.slice(i, i + n).join('')}`)
    for (let n = 1; n <= 3; n++) parts.push(`end${signs.slice(-n).join('')}`, `first${signs.slice(0, n).join('')}`)
  }
  const next = foldHan(after.toLowerCase())
  parts.push(
    `a${next.trim().slice(0, 1)}`,
    `a2${next.slice(0, 4)}`,
    `d${/^\W*[(（]?\s?\d/u.test(next)}`,
    `b${before.trim().split(/\s+/).at(-1)?.slice(-4)}`,
  )
  return parts.flatMap((part) => [bucketOf(part, KIND_BUCKETS), bucketOf(`${language}:${part}`, KIND_BUCKETS)])
}

let loaded: Hashed | undefined
const trained = () => (loaded ??= unpacked(readFileSync(join(packageRoot(), KINDS_PATH)), KINDS.length))

/** The likeliest kind, and how likely, 0 to 1. */
export function kindOf(quality: Quality, weights: Hashed = trained()): { kind: Kind; chance: number } {
  const chances = chancesOf(weights, kindFeatures(quality))
  const at = chances.indexOf(Math.max(...chances))
  return { kind: KINDS[at]!, chance: chances[at]! }
}
