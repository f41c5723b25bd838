/** What could be said in an app, made of its own fields: an entry of it, and a question it can answer. Pure. */
import { languageOf } from '../base/language/format.ts'
import { labelWithin, spokenValue } from '../base/language/spoken.ts'
import { shownFirst } from '../base/resolve.ts'
import type { Collection, Field, Language, Value } from '../spec.ts'
import type { Around } from './entry.ts'
import { saysOf } from './reply.ts'
import type { AppGlimpse } from './understand/intent.ts'

/** What is named where nothing was entered yet, by what a field is for and by its kind. */
const NAMED: Record<Language, { item: string; person: string; place: string }> = {
  en: { item: 'lunch', person: 'Sam', place: 'the corner shop' },
  zh: { item: '午饭', person: '小王', place: '超市' },
  ja: { item: 'ランチ', person: '佐藤さん', place: '駅前の店' },
  ko: { item: '점심', person: '민수', place: '마트' },
}
/** An everyday figure by its unit. */
const USUAL: Record<string, number> = {
  ...{ mmhg: 120, bpm: 70, kg: 60, lb: 150, g: 200, oz: 8, l: 30, ml: 200, km: 5, mi: 3, m: 100, kcal: 400, h: 2, min: 30, celsius: 36 },
  ...{ JPY: 850, KRW: 9000, CNY: 28, TWD: 120, HKD: 60, INR: 250 },
}
const FIGURES = new Set<Field['kind']>(['money', 'quantity', 'number', 'duration'])

/** An entry and a question; where one of them cannot be made up, a change. An app that keeps no entries has none. */
export function examplesOf({ spec, known = {} }: Pick<AppGlimpse, 'spec' | 'known'>, around: Around): string[] {
  const main = shownFirst(spec)
  if (!main) return []
  const language = languageOf(around.locale)
  const entry = entryOf(main, known[main.id]?.at(-1)?.values ?? main.seeds[0] ?? {}, language, around)
  return [entry, questionOf(main, language), saysOf(language).change].filter(Boolean).slice(0, 2)
}

function entryOf(main: Collection, last: Record<string, Value>, language: Language, around: Around): string {
  const shown = main.fields.filter(({ hidden }) => !hidden)
  const title = shown.find(({ id }) => id === main.title)
  const figures = shown.filter(({ kind }) => FIGURES.has(kind))
  const paid = shown.some(({ kind }) => kind === 'money')
  const words = title ? nameOf(title, last[title.id], paid, language) : ''
  // Figures without a name are told apart by what they measure.
  const of = words ? figures.slice(0, 1) : figures.slice(0, 2)
  const told = of.map((field) => {
    const figure = spokenValue(field, last[field.id] ?? usual(field), { locale: around.locale, today: around.now.date })
    return words ? figure : `${labelWithin(field.label, language)} ${figure}`
  })
  // A name alone is not heard as an entry.
  if (words && !told.length) return saysOf(language).add(words)
  return [words, told.join(language === 'zh' ? '，' : language === 'ja' ? '、' : ', ')].filter(Boolean).join(' ')
}

/** Longer ones are seldom names alone. */
const LONGEST = 16
/** As an entry before is called; else as people, places and what is paid for are. */
function nameOf(field: Field, last: Value | undefined, paid: boolean, language: Language): string {
  if (field.kind === 'choice') return field.options[0]?.label ?? ''
  if (!['text', 'person', 'place'].includes(field.kind)) return ''
  if (typeof last === 'string' && last.length <= LONGEST && last.split(' ').length < 4) return last
  const { item, person, place } = NAMED[language]
  return field.kind === 'person' ? person : field.kind === 'place' ? place : paid ? item : ''
}

function usual(field: Field): number {
  const unit = field.kind === 'quantity' ? field.unit.toLowerCase() : field.kind === 'money' ? field.currency : field.kind
  const least = 'min' in field && typeof field.min === 'number' ? field.min : 0
  return Math.max(USUAL[unit] ?? (field.kind === 'duration' ? 30 : field.kind === 'money' ? 12 : 3), least)
}

function questionOf(main: Collection, language: Language): string {
  const ask = saysOf(language)
  const shown = main.fields.filter(({ hidden }) => !hidden)
  const dated = shown.some(({ kind, default: usual }) => (kind === 'date' || kind === 'datetime') && usual !== undefined)
  if (dated && shown.some(({ kind }) => kind === 'money')) return ask.spent
  const measured = shown.find(({ kind }) => kind === 'quantity' || kind === 'rating' || kind === 'number' || kind === 'duration')
  if (measured) return ask.mean(labelWithin(measured.label, language))
  return dated ? ask.count : ''
}
