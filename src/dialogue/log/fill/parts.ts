/**
 * "Hanna Lindqvist, Ericsson, ginger flavour": what is left over, part by part. A part that says the name of a field
 * goes there; the others go to the fields for words in their order, as one fills in a form. Pure.
 */
import { contentStems } from '../../../base/resolve.ts'
import type { Collection, Field } from '../../../spec.ts'
import type { Entry } from '../types.ts'
import { SHOP } from './links.ts'

const WORDS = new Set<Field['kind']>(['text', 'place', 'person'])
const PART = /\s*[,，、;；](?:\s*[,，、;；])*\s*/u

const SPACED = /[\s,，、;；]+/u
/** 山田けんた ショート: signs that need no spaces are parted by them, where nothing is bought anywhere. */
const isSpaced = (rest: string, fields: readonly Field[]): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]+(?:[\s,，、][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]+)+$/u.test(
    rest,
  ) &&
  !fields.some((field) => field.kind === 'money' && field.required) &&
  !fields.some((field) => SHOP.test(`${field.id} ${field.concept ?? ''}`))

/** Takes every part it finds a home for and gives back what has none; null where the words are not in parts. */
export function fillParts(rest: string, fields: Field[], collection: Collection, entry: Entry): string | null {
  const parts = rest.split(isSpaced(rest, fields) ? SPACED : PART).filter((part) => /[\p{L}\p{N}]/u.test(part))
  const free = () => fields.filter((field) => WORDS.has(field.kind) && !(field.id in entry.values))
  if (!free().length) return null
  const put = (field: Field, words: string) => {
    entry.values[field.id] = words.slice(0, 500)
    if (field.id === collection.title) entry.title = words
    entry.said++
  }
  const unnamed = parts.filter((part) => {
    if (/^(?:on|in|at|by|with|for|from|to|and|the|[了的过吧呢也])$/i.test(part)) return false
    const named = namedBy(part, free(), collection.title)
    if (named) put(named.field, named.words)
    return !named && !namesGiven(part, fields, entry)
  })
  const title = free().find((field) => field.id === collection.title)
  const homes = title ? [title, ...free().filter((field) => field !== title)] : free()
  // More parts than fields are a remark at the end, and a lone one is the name.
  const note = fields.find((field) => field.kind === 'note' && !(field.id in entry.values))
  const over = unnamed.length > homes.length
  if (unnamed.length < 2 || !title || (over && (homes.length < 2 || !note)))
    return parts.length > unnamed.length ? unnamed.join(', ') : null
  for (const [i, home] of homes.slice(0, unnamed.length).entries()) put(home, unnamed[i]!)
  if (over && note) put(note, unnamed.slice(homes.length).join(', '))
  return ''
}

/** "narrator Scott Brick", "ginger flavour": the label at either end, and what it is beside it. */
function namedBy(part: string, fields: Field[], title: string): { field: Field; words: string } | undefined {
  const words = part.split(/\s+/)
  for (const field of fields) {
    const label = field.label.toLowerCase().split(/\s+/)
    if (label.length >= words.length) continue
    const said = (from: number) => label.every((word, i) => words[from + i]!.toLowerCase().replace(/[.:]$/, '') === word)
    // "green tea" is the whole name of a tea; "ginger flavour" is a flavour.
    const trails = field.id !== title && said(words.length - label.length)
    const kept = said(0) ? words.slice(label.length) : trails ? words.slice(0, -label.length) : []
    const bare = kept.join(' ').replace(/^(?:is|was|were|are|:|=) ?/i, '')
    if (bare) return { field, words: bare }
  }
  return undefined
}

/** "met", "follow up": only the name of a field that has its value from elsewhere. */
function namesGiven(part: string, fields: Field[], entry: Entry): boolean {
  const names = new Set(fields.flatMap((field) => (field.id in entry.values ? contentStems(`${field.label} ${field.concept ?? ''}`) : [])))
  const stems = contentStems(part)
  return stems.length > 0 && stems.every((stem) => names.has(stem))
}
