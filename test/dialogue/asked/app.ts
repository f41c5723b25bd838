/** An app with entries in a few lines, and what is answered to a question about it with nothing in between but a browser. */
import { answer } from '../../../src/apps/answer.ts'
import type { AppData } from '../../../src/apps/types.ts'
import { read } from '../../../src/base/language/read.ts'
import { ok } from '../../../src/base/result.ts'
import { askedOf } from '../../../src/dialogue/ask/learned/asked.ts'
import { answered } from '../../../src/dialogue/reply.ts'
import type { DialogueContext } from '../../../src/dialogue/understand/intent.ts'
import { understand } from '../../../src/dialogue/understand/weigh.ts'
import type { AppId } from '../../../src/events.ts'
import { AppSpec, type Field, type Language, type Rec, type Value } from '../../../src/spec.ts'

/** The answer: its figure, or words that stand in it. */
export type Right = number | string | string[]
/** Said after `before`, where there is one. */
export type Asked = [say: string, right: Right, before?: string]
export type AskedApp = {
  name: string
  /** "items Items/Item": id, label, what one is called. */
  of?: string
  /** "amount:money Price"; what a kind takes in parentheses, `*` before the title, `!` after a kind that has no default. */
  fields?: string[]
  does?: Record<string, unknown>[]
  rows?: Value[][]
  first: Asked[]
  later: Asked[]
}

export const now = { date: '2026-11-24', time: '10:30', weekStart: 1 } as const
const LOCALE: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR' }
const CURRENCY: Record<Language, string> = { en: 'GBP', zh: 'CNY', ja: 'JPY', ko: 'KRW' }

function fieldOf(line: string, language: Language): Field {
  const { id, kind, takes, open, label } = /^\*?(?<id>\w+):(?<kind>\w+)(?:\((?<takes>.*)\))?(?<open>!?) (?<label>.+)$/.exec(line)!.groups!
  const currency = CURRENCY[language]
  const more: Record<string, unknown> = {
    money: { currency },
    quantity: { unit: takes },
    rating: { max: Number(takes ?? 5) },
    choice: { options: takes?.split('/').map((option, i) => ({ id: `o${i}`, label: option })) },
    computed: { formula: takes, shows: { kind: 'money', currency }, concept: 'gain' },
    date: open ? {} : { default: 'today' },
    datetime: { default: 'now' },
  }
  return { id, kind, label, ...(more[kind!] as object) } as unknown as Field
}

export function specOf({ name, of, fields = [], does = [] }: AskedApp, language: Language): AppSpec {
  const [id, label, one] = of?.split(/[ /]/).map((part) => part.replaceAll('_', ' ')) ?? []
  const title = fields.find((line) => line.startsWith('*')) ?? fields[0]
  return AppSpec.parse({
    name,
    icon: '📒',
    language,
    locale: LOCALE[language],
    purpose: name,
    collections: id
      ? [{ id, label, one, title: title!.replace(/^\*|:.*/g, ''), fields: fields.map((line) => fieldOf(line, language)) }]
      : [],
    views: [
      id ? { kind: 'list', id: 'list', label: 'List', collection: id } : { kind: 'tool', id: 'tool', label: 'Tool', behaviour: 'b0' },
    ],
    behaviours: does.map((one, i) => ({ id: `b${i}`, label: name, ...(id && { collection: id }), ...one })),
  })
}

export function recordsOf({ rows = [] }: AskedApp, spec: AppSpec): Record<string, Rec[]> {
  const [collection] = spec.collections
  if (!collection) return {}
  const stored = collection.fields.filter((field) => field.kind !== 'computed')
  const kept = (field: Field, value: Value): Value => {
    if (field.kind === 'choice') return field.options.find((option) => option.label === value)?.id ?? null
    return (field.kind === 'date' || field.kind === 'datetime') && typeof value === 'string' && value.length < 12 && !/^\d{4}/.test(value)
      ? `2026-${value}`
      : value
  }
  return {
    [collection.id]: rows.map((row, i) => {
      const at = new Date(Date.UTC(2026, 10, 24, 1, i)).toISOString()
      const values = Object.fromEntries(stored.map((field, j) => [field.id, kept(field, row[j] ?? null)]))
      return { id: `record${String(i).padStart(20, '0')}`, values, seq: i, createdAt: at, at, by: 'person' }
    }),
  }
}

const APP = 'askedapp00000000' as AppId
const reading = (text: string, language: Language) =>
  read(text, { now, language, currency: CURRENCY[language], hints: { locale: LOCALE[language] } })

/** What is answered with the app open: its figure, the words, and how the question was understood. */
export async function asked(app: AskedApp, [say, , before]: Asked, language: Language) {
  const spec = specOf(app, language)
  const known = recordsOf(app, spec)
  const context: DialogueContext = {
    apps: [{ id: APP, name: spec.name, icon: spec.icon, spec, usedAt: '2026-11-23T10:00:00Z', version: 1, known }],
    open: APP,
    now,
    locale: LOCALE[language],
    currency: CURRENCY[language],
    window: before ? [{ role: 'person', text: before }] : [],
    last: { app: APP, intent: before ? 'query' : 'build' },
  }
  const understood = understand(reading(say, language), context)
  if (understood.intent === 'calculate') return { value: understood.value, text: understood.shown, how: 'calculate' }
  if (understood.intent !== 'query') return { value: null, text: '', how: understood.intent }
  const data = { spec: async () => spec, records: async (id: string) => ok(known[id] ?? []) } as unknown as AppData
  const query = before ? understood.query : askedOf(reading(say, language), spec, { ...context, known }, understood.query)
  const found = await answer(query, data, now, LOCALE[language])
  if (!found.ok) throw new Error(found.error.message)
  const text = answered(language, { spec, answer: found.value, question: say }, { locale: LOCALE[language], now })
  return { value: found.value.value, text, how: JSON.stringify(query) }
}

export const isRight = (right: Right, { value, text }: { value: number | null; text: string }): boolean =>
  typeof right === 'number'
    ? value !== null && Math.abs(value - right) < 0.01
    : [right].flat().every((word) => text.toLowerCase().includes(word.toLowerCase()))
