/** When two values are one: folded alike, a city or a concept by its names in four languages, a figure in its unit. */

import { fold } from '../../base/concepts/fold.ts'
import { CONCEPTS, conceptOf } from '../../base/concepts/index.ts'
import { normalise } from '../../base/language/normalise.ts'
import { LANGUAGES } from '../../spec.ts'
import { CITIES } from './lexicon/kinds.ts'

/** Folded for comparison: width, case, marks, traditional Han, outer punctuation. */
export const foldValue = (text: string): string =>
  fold(normalise(text).toLowerCase())
    .replace(/^[\s"'([{「『“]+|[\s"')\]}」』”.,!。、，！~…]+$/gu, '')
    .replace(/\s+/g, ' ')

let names: Map<string, string> | undefined
function namesOf(): Map<string, string> {
  if (names) return names
  names = new Map()
  for (const concept of CONCEPTS)
    for (const language of LANGUAGES) {
      // The other forms of a concept are often kinds of it: a peach is a fruit, and no mango.
      const label = concept.forms[language][0]
      if (label && !names.has(foldValue(label))) names.set(foldValue(label), `#${concept.id}`)
    }
  for (const row of CITIES) for (const form of row) names.set(foldValue(form), `@${row[0]}`)
  return names
}

/** Verbs that tastes are told with: 喜欢吃寿司 and 喜欢寿司 are one taste. */
const WRAPPED = /^(?:吃|喝|看|听|玩|to |playing |eating |drinking |watching |listening to |reading |going )/u

/** A key that equal values share. */
export function valueKey(value: string): string {
  const folded = foldValue(value)
  const map = namesOf()
  const bare = folded.replace(WRAPPED, '').replace(/^(?:a|an|the|my) /, '')
  const known = map.get(folded) ?? map.get(bare) ?? map.get(bare.replace(/s$/, '')) ?? map.get(bare.replace(/(?:市|시|色|색)$/u, ''))
  if (known && (known.startsWith('@') || conceptOf(known.slice(1)))) return known
  return bare.replace(/[\s-]/g, '').replace(/s$/, '')
}

export const sameValue = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && valueKey(a) === valueKey(b))

/** "Tokyo" of "Tokyo, Japan": one says more of the same. */
export function refines(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false
  const [x, y] = [foldValue(a), foldValue(b)]
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  return (
    short.length >= 2 &&
    long !== short &&
    new RegExp(`(?:^|[\\s,、])${short.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?:$|[\\s,、])`, 'u').test(long)
  )
}
