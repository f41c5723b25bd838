/** What a field shows of itself, and what a stretch and a field show of each other. Pure but for the embedder's weights. */
import { hashOf } from '../../../base/hashed.ts'
import { foldHan } from '../../../base/language/han.ts'
import type { Reading } from '../../../base/language/types.ts'
import { contentStems, fold, optionNamed, placesOf } from '../../../base/resolve.ts'
import { builtinEmbedder } from '../../../memory/embed/builtin.ts'
import type { Collection, Field } from '../../../spec.ts'
import { kindFit } from '../fit.ts'
import { formOf } from '../homes/names.ts'
import { likeness, textsOf, type Usual } from '../homes/usual.ts'
import { FIGURED, WORDED } from './value.ts'

/** What the rules filled a field of an entry (the first is 0) with, where it stands in the message. */
export type Ruled = { entry: number; field: string; start: number; end: number }

/** How strongly something looks like something, 0 to 3. */
export const level = (x: number): number => (x <= 0.05 ? 0 : x < 0.5 ? 1 : x < 0.8 ? 2 : 3)

export type Shows = {
  kind: string
  /** T: it names the entry. */
  title: string
  /** Where it stands in the order of the form or of the request; -1: nobody asked for it. */
  at: number
  label: string
  /** Hashes that a feature is mixed with: of the words of its name; of its kind for words, forms, and what both show. */
  stems: number[]
  named: number[]
  shown: number[]
  both: number[]
}
export function fieldShows(field: Field, fields: readonly Field[], collection: Collection, usual: Usual, own: string): Shows {
  const { kind } = field
  const label = foldHan(fold(field.label))
  // Chinese and Japanese names are not parted by spaces: their last signs say what they are.
  const signs = /[^\x20-\x7e]/.test(label) ? [label.slice(-2), label.slice(-1), label.slice(0, 2)] : []
  const title = field.id === collection.title ? 'T' : ''
  const one = fields.filter((other) => other.kind === kind).length === 1 ? '1' : ''
  return {
    kind,
    title,
    at: usual.order.get(field.id) ?? -1,
    label,
    stems: [...new Set([...contentStems(field.label).slice(0, 4).map(foldHan), ...signs])].map((stem) => hashOf(`${own}l${stem}`)),
    named: [`${own}${kind}`, `${own}*`].map(hashOf),
    shown: [`${kind}${title}`, `${own}${kind}`, `${kind}|${one}`].map(hashOf),
    both: ['', kind, `${own}${kind}`].map(hashOf),
  }
}

/** How near words are to the names of the fields for words: by the cosine of the built-in embedder, and which is nearest. */
export function meaningsOf(fields: readonly Field[]): (said: string) => (string | undefined)[] {
  const embedder = builtinEmbedder()
  const labels = fields.map((field) => (embedder.ok && WORDED.has(field.kind) ? embedder.value.embedText(field.label) : null))
  return (said) => {
    if (!embedder.ok || said.length > 60) return fields.map(() => undefined)
    const vector = embedder.value.embedText(said)
    const near = labels.map((label) => (label ? label.reduce((sum, x, j) => sum + x * vector[j]!, 0) : null))
    const most = Math.max(...near.map((one) => one ?? -1))
    return near.map((one) => (one === null ? undefined : `${Math.max(-1, Math.min(5, Math.floor(one * 10)))}${one === most}`))
  }
}

export type Both = {
  field: Field
  show: Shows
  said: string
  low: string
  start: number
  end: number
  figure: Reading['values'][number] | undefined
  exact: boolean
  answer: number | undefined
  /** How near its words are to the name of the field in meaning, of all fields for words; undefined where it is none. */
  near: string | undefined
}
export function togetherOf(
  { field, show, said, low, start, end, figure, exact, answer, near }: Both,
  reading: Reading,
  usual: Usual,
  collection: Collection,
  ruled: readonly Ruled[],
): string[] {
  const whole = fold(reading.text)
  const before = whole.slice(Math.max(0, start - 24), start)
  const after = whole.slice(end, end + 24)
  const label = fold(field.label)
  const found: string[] = [`a${show.at < 0 ? 'u' : show.at === 0 ? '0' : 'n'}|${start === 0}`]
  if (near !== undefined) found.push(`m${near}`)
  const beside = besideOf(label, contentStems(field.label), before, after, low)
  found.push(`l${beside}`, `lx${beside}|${exact}`)
  found.push(`r${ruleOf(ruled, field.id, start, end)}`, `rt${ruleOf(ruled, field.id, start, end)}|${show.title}`)
  if (WORDED.has(field.kind) && field.kind !== 'note') {
    const kept = textsOf(field, usual, collection).slice(0, 30)
    const form = kept.map((one) => formOf(said, one, field.kind === 'person')).sort()
    found.push(`k${form.includes('same') ? 's' : form.includes('short') ? 'f' : kept.length ? 'o' : '-'}`)
    const elsewhere = [...usual.texts].some(([id, texts]) => id !== field.id && texts.some((one) => fold(one) === fold(said)))
    if (elsewhere) found.push('kx')
    if (kept.length) found.push(`kf${kept.filter((one) => /\d/.test(one)).length * 2 > kept.length}|${/\d/.test(said)}`)
  }
  if (figure && FIGURED.has(field.kind)) {
    const value = figure.read
    found.push(`f${Math.round(2 * kindFit(value, field))}|${exact}`)
    const n = 'value' in value && typeof value.value === 'number' ? value.value : 'amount' in value ? value.amount : null
    if (n !== null)
      found.push(`u${Math.round(likeness(n, field, usual))}`, `d${n < 1 ? 0 : Math.floor(Math.log10(n)) + 1}|${Number.isInteger(n)}`)
  }
  if (field.kind === 'choice' || field.kind === 'choices') {
    const option = optionNamed(said, field.options)
    found.push(`o${option ? (option.end - option.start >= said.length - 1 ? 2 : 1) : 0}`)
  }
  if (field.kind === 'yesno') found.push(`y${answer === undefined ? '-' : level(answer)}`)
  return found
}

/** Where the name of a field, or a word of it, stands about a stretch. */
function besideOf(label: string, stems: readonly string[], before: string, after: string, low: string): string {
  const bare = before.replace(/[\s:：=は가이은는을를「『“"'是为為が]+$/u, '')
  if (label && bare.endsWith(label)) return before.length - bare.length > 0 && /[:：=]/.test(before.slice(bare.length)) ? '<:' : '<='
  if (label && after.trimStart().startsWith(label)) return '>='
  if (label.length > 1 && placesOf(low, label).length) return 'in'
  const tail = stems.find((stem) => stem.length > (/[^\x20-\x7e]/.test(stem) ? 0 : 2) && bare.endsWith(stem))
  if (tail) return '<~'
  const next = stems.find((stem) => stem.length > (/[^\x20-\x7e]/.test(stem) ? 0 : 2) && after.trimStart().startsWith(stem))
  if (next) return '>~'
  if (stems.some((stem) => stem.length > 2 && low.includes(stem))) return 'i~'
  return '-'
}

/** What the rules made of these words: the same field, another, some of them, nothing. */
export function ruleOf(ruled: readonly Ruled[], id: string, start: number, end: number): string {
  const same = ruled.find((one) => one.start === start && one.end === end)
  const mine = ruled.some((one) => one.field === id)
  if (same) return same.field === id ? '=' : mine ? 'x' : 'X'
  const touching = ruled.filter((one) => one.start < end && one.end > start)
  if (!touching.length) return mine ? '-m' : '-'
  const own = touching.find((one) => one.field === id)
  if (!own) return `${mine ? 'o' : 'O'}${Math.min(touching.length, 2)}`
  const form = own.start <= start && own.end >= end ? '(' : own.start >= start && own.end <= end ? '>' : '%'
  return `${form}${Math.min(touching.length, 2)}`
}
