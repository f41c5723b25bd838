/** What the rules read in a wish, as stretches of its words. */
import type { Frame } from '../frame/types.ts'
import type { Ruled, Ruling } from './features.ts'

/** What a frame's rules read: people, fields, things and topic where their words stand (what was put in other words is left out), and the likeliest kinds of app. */
export function ruledIn(frame: Pick<Frame, 'asked' | 'items' | 'topic' | 'reading' | 'people' | 'lists' | 'families'>): Ruling {
  const { asked, items, topic, reading, people, lists, families } = frame
  const low = reading.text.toLowerCase()
  const ruled: Ruled[] = []
  const add = (label: string, near: number, role: string) => {
    const span = placeOf(low, label, near)
    if (span && !ruled.some((one) => one.start < span[1] && one.end > span[0])) ruled.push({ start: span[0], end: span[1], role })
  }
  for (const one of people) add(one, 0, 'person')
  for (const one of [...lists.stages, ...lists.categories]) add(one, 0, 'option')
  for (const one of asked) {
    add(one.label, one.start, 'field')
    for (const option of one.options ?? []) add(option, one.start, 'option')
  }
  for (const one of items) add(one.label, one.start, 'item')
  add(topic, 0, 'topic')
  const likely = families.filter(({ weight }) => weight >= 0.6).toSorted((a, b) => b.weight - a.weight)
  return { ruled, families: likely.slice(0, 2).map(({ family }) => family) }
}

/** Where `label` stands in `low` (lower case), at or after `near` rather than before, however it is spaced; undefined where it does not. */
export function placeOf(low: string, label: string, near: number): [number, number] | undefined {
  const word = label.toLowerCase().trim()
  if (!word) return undefined
  const after = low.indexOf(word, Math.max(0, near - 1))
  const at = after >= 0 ? after : low.indexOf(word)
  if (at >= 0) return [at, at + word.length]
  const spaced = new RegExp([...word.replace(/\s+/g, '')].map((sign) => sign.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('\\s*'))
  const found = spaced.exec(low)
  return found ? [found.index, found.index + found[0].length] : undefined
}
