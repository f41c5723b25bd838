/** Records the app started with, found in a text: a habit, a member of the family. */

import { tokenise } from '../../base/language/tokenise.ts'
import type { Reading } from '../../base/language/types.ts'
import { contentStems, fold, labelPlace, placesOf } from '../../base/resolve.ts'
import type { AppSpec, Collection } from '../../spec.ts'

export const titlesOf = (collection: Collection): string[] =>
  collection.seeds.map((seed) => seed[collection.title]).filter((title): title is string => typeof title === 'string' && title.length > 0)

export type Named = { title: string; at: [number, number] }
/** A record the app started with, named in the text: a habit, a member of the family. */
export const seedNamed = (text: string, spec: AppSpec, to: string): Named | undefined => seedsNamed(text, spec, to)[0]

/** All of them, the longest name first, none within another. */
export function seedsNamed(text: string, spec: AppSpec, to: string): Named[] {
  const target = spec.collections.find((one) => one.id === to)
  if (!target) return []
  const low = fold(text)
  const tokens = tokenise(text)
  const hits = titlesOf(target).flatMap((title): Named[] => {
    const whole = labelPlace(low, tokens, title)
    const at = whole ?? partly(low, title) ?? inflected(tokens, title)
    return at ? [{ title, at }] : []
  })
  const found: Named[] = []
  for (const hit of hits.sort((a, b) => b.at[1] - b.at[0] - (a.at[1] - a.at[0])))
    if (!found.some(({ at }) => hit.at[0] < at[1] && hit.at[1] > at[0])) found.push(hit)
  return found
}

/** "meditation" for “Morning meditation”, 跑步 for “每天跑步”: the longest content word of a title. */
function partly(low: string, title: string): [number, number] | undefined {
  const words = contentStems(title).filter((stem) => stem.length > 2 || (/[^\x20-\x7e]/.test(stem) && stem.length > 1))
  return words.flatMap((word) => placesOf(low, word)).sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]
}

/** "meditated" for “Meditation”: words of five letters and more that begin alike. */
function inflected(tokens: Reading['tokens'], title: string): [number, number] | undefined {
  const stems = contentStems(title).filter((stem) => /^[a-z]{5,}$/.test(stem))
  const hit = tokens.find(
    (token) =>
      token.script === 'latin' &&
      token.stem.length >= 5 &&
      stems.some((stem) => shared(stem, token.stem) >= Math.max(5, Math.min(stem.length, token.stem.length) - 2)),
  )
  return hit && [hit.start, hit.end]
}

function shared(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}
