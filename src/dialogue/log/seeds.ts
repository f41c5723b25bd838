/** Records the app started with, found in a text: a habit, a member of the family. */

import { tokenise } from '../../base/language/tokenise.ts'
import type { Reading } from '../../base/language/types.ts'
import { contentStems, fold, labelPlace, placesOf, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection } from '../../spec.ts'

export const titlesOf = (collection: Collection): string[] =>
  collection.seeds.map((seed) => seed[collection.title]).filter((title): title is string => typeof title === 'string' && title.length > 0)

export type Named = { title: string; at: [number, number] }
/** A record the app started with, named in the text: a habit, a member of the family. */
export const seedNamed = (text: string, spec: AppSpec, to: string): Named | undefined => seedsNamed(text, spec, to)[0]

/** All of them, the longest name first, none within another; `wholly`: only where the whole name stands. */
export function seedsNamed(text: string, spec: AppSpec, to: string, wholly = false): Named[] {
  const target = spec.collections.find((one) => one.id === to)
  if (!target) return []
  const low = fold(text)
  const tokens = tokenise(text)
  const hits = titlesOf(target).flatMap((title): Named[] => {
    const whole = labelPlace(low, tokens, title)
    const at = whole ?? (wholly ? undefined : (partly(low, title) ?? inflected(tokens, title) ?? done(low, tokens, title)))
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

/** Ends of what was done: 喝了水 and 喝过水 are 喝水, 물 마셨어 is 물 마시기, 水を飲んだ is 水を飲む. */
function done(low: string, tokens: Reading['tokens'], title: string): [number, number] | undefined {
  const want = fold(title).trim()
  if (/[가-힣]/.test(want)) return doneInKorean(tokens, want)
  const han = [...want].filter((char) => /[\p{Script=Han}]/u.test(char))
  if (han.length < 2 || !/^[\p{Script=Han}\p{Script=Hiragana}]+$/u.test(want)) return undefined
  // Kana between and after the characters are particles and endings; 了 and 过 say that it is done.
  const found = new RegExp(
    `${han.join('(?:[了过過完好]|\\p{Script=Hiragana}{1,2})?')}(?:[了过過完好]|\\p{Script=Hiragana}{1,6})?`,
    'u',
  ).exec(low)
  return found ? [found.index, found.index + found[0].length] : undefined
}

/** 물 마시기, 물 마셨어: the same nouns, and a verb that begins alike though its vowels have run together. */
function doneInKorean(tokens: Reading['tokens'], title: string): [number, number] | undefined {
  const words = title.split(/\s+/)
  const verb = words.at(-1)!.replace(/(?:하기|기)$/, '')
  const nouns = words.slice(0, -1)
  if (!/기$/.test(words.at(-1)!) || !verb) return undefined
  const at = nouns.map((noun) => tokens.find((token) => token.stem === noun || fold(token.text) === noun))
  if (at.some((token) => !token)) return undefined
  const from = at[0]?.start
  const act = tokens.find((token) => token.script === 'hangul' && !at.includes(token) && beginsAlike(fold(token.text), verb))
  return act && [Math.min(from ?? act.start, act.start), Math.max(act.end, ...at.map((token) => token!.end))]
}

/** The final ㅆ of 했어, 마셨어, 봤다. */
const PAST = '\u11bb'
/** 마시- and 마셨어, 쓰- and 썼어, 걷- and 걸었어: the letters of the stem but its last vowel and final. */
function beginsAlike(said: string, stem: string): boolean {
  const letters = (text: string) => text.normalize('NFD')
  const core = letters(stem.slice(0, -1)) + letters(stem.at(-1)!)[0]!
  return letters(said).includes(PAST) && letters(said).startsWith(core)
}

function shared(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

/** "Day 2", 1日目 as the date that the plan gives it: the dates of a text, the days of a plan among them. */
export function planDays(text: string, spec: AppSpec): (Named & { date: string })[] {
  return visibleCollections(spec).flatMap((collection) => {
    const date = visibleFields(collection).find((field) => field.kind === 'date')
    if (!date) return []
    return seedsNamed(text, spec, collection.id, true).flatMap((named) => {
      const day = collection.seeds.find((seed) => seed[collection.title] === named.title)?.[date.id]
      return /\d/.test(named.title) && typeof day === 'string' ? [{ ...named, date: day }] : []
    })
  })
}
