/** Entries with their marks (corpus/*.txt): apps by their fields, what their people told them, and which words fill which field. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalise } from '../../src/base/language/normalise.ts'
import { findUnit } from '../../src/base/language/units.ts'
import type { AppSpec, Collection, Field, Language } from '../../src/spec.ts'

/** Of an entry of the message (the first is 0), a field by its place, and the stretch that fills it. */
export type Mark = { entry: number; field: number; start: number; end: number }
export type Message = { text: string; marks: Mark[] }
export type App = { language: Language; locale: string; who: string; fields: Field[]; messages: Message[] }

const CURRENCY: Record<string, string> = {
  'en-GB': 'GBP',
  'en-IN': 'INR',
  'en-AU': 'AUD',
  'en-NZ': 'NZD',
  'en-CA': 'CAD',
  'en-IE': 'EUR',
  'en-SG': 'SGD',
  'en-ZA': 'ZAR',
  'zh-TW': 'TWD',
  'zh-HK': 'HKD',
}
const OF: Record<Language, string> = { en: 'USD', zh: 'CNY', ja: 'JPY', ko: 'KRW' }
export const currencyOf = (locale: string, language: Language): string => CURRENCY[locale] ?? OF[language]

const KIND = /^(.+?): ([a-z]+)(?:\(([^)]+)\))?(?: \[(.+)\])?$/u

/** Throws where a line is not of the form: the corpus is ours. */
export function apps(language: Language, folder: string): App[] {
  const found: App[] = []
  for (const line of readFileSync(join(folder, `${language}.txt`), 'utf8').split('\n')) {
    const app = found.at(-1)
    if (!line.trim()) continue
    if (line.startsWith('## ')) {
      const [locale = '', who = ''] = line.slice(3).split(/\s*\|\s*/)
      found.push({ language, locale: locale.trim(), who, fields: [], messages: [] })
    } else if (!app) throw new Error(`a line before any app: ${line}`)
    else if (line.startsWith('fields: ')) app.fields = fieldsIn(line.slice(8), app.locale, language)
    else {
      const message = messageOf(line, app.fields)
      if (message) app.messages.push(message)
    }
  }
  return found
}

/** `label: kind (unit) [options]`, parted by `;`. */
export const fieldsIn = (line: string, locale: string, language: Language): Field[] =>
  line
    .split(/;\s*(?![^[]*\])/)
    .filter((part) => part.trim())
    .map((part, at) => fieldOf(part.trim(), at, currencyOf(locale, language), language))

function fieldOf(part: string, at: number, currency: string, language: Language): Field {
  const [, label = '', kind = '', unit, options] = KIND.exec(part) ?? []
  if (!kind) throw new Error(`not a field: ${part}`)
  const base = { id: `f${at}`, label: normalise(label) }
  if (kind === 'money') return { ...base, kind, currency }
  if (kind === 'quantity') return { ...base, kind, unit: findUnit(unit!, language)?.id ?? unit! }
  if (kind === 'rating') return { ...base, kind, max: 10 }
  if (kind === 'choice')
    return { ...base, kind, options: options!.split(/\s*[,、，]\s*/).map((one, i) => ({ id: `o${i}`, label: normalise(one) })) }
  return { ...base, kind } as Field
}

/** null where a mark is not the same after the text was made plain (normalise.ts). */
function messageOf(line: string, fields: readonly Field[]): Message | null {
  const marks: Mark[] = []
  let said = ''
  line.split(' || ').forEach((part, entry) => {
    if (entry) said += ' '
    let at = 0
    for (const { 0: all, 1: label, 2: words, index } of part.matchAll(/\{([^{}|]+)\|([^{}|]*)\}/gu)) {
      said += part.slice(at, index)
      at = index + all.length
      const field = fields.findIndex((one) => one.label === normalise(label!))
      if (field < 0) throw new Error(`no such field: ${line}`)
      marks.push({ entry, field, start: said.length, end: said.length + words!.length })
      said += words
    }
    said += part.slice(at)
  })
  const text = normalise(said)
  if (text.length === said.length) return { text, marks }
  // Signs that were made plain are longer or shorter: each mark is looked for behind the one before.
  let from = 0
  const moved = [...marks]
    .sort((a, b) => a.start - b.start)
    .map((mark) => {
      const words = normalise(said.slice(mark.start, mark.end))
      const start = text.indexOf(words, from)
      from = start < 0 ? from : start + words.length
      return { ...mark, start, end: start + words.length }
    })
  return moved.every(({ start }) => start >= 0) ? { text, marks: moved } : null
}

/** An app of one list of these fields; the first that can name an entry does. */
export function specOf({ language, locale, who }: Pick<App, 'language' | 'locale' | 'who'>, fields: readonly Field[]): AppSpec {
  const title = fields.find(({ kind }) => ['text', 'person', 'place'].includes(kind)) ?? fields[0]!
  const dated = fields.find(({ kind }) => kind === 'date' || kind === 'datetime')
  const collection: Collection = {
    id: 'items',
    label: 'Items',
    one: 'Item',
    title: title.id,
    fields: fields.map((field) => (field === dated ? { ...field, default: field.kind === 'date' ? 'today' : 'now' } : field)) as Field[],
    seeds: [],
  } as unknown as Collection
  return {
    name: who.slice(0, 40) || 'App',
    icon: '📋',
    language,
    locale,
    purpose: '',
    collections: [collection],
    views: [],
    behaviours: [],
    capabilities: [],
    risks: [],
  } as unknown as AppSpec
}
