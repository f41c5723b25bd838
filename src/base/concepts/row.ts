/** Short hand for the tables in data/: one concept a line, words parted by bars. */
import type { Language, PeriodUnit, Risk } from '../../spec.ts'
import type { Concept, Family, FieldPlan, Forms } from './types.ts'

export const words = (text: string): string[] => text.split('|')

/** English labels are shown in sentence case; the tables are written in lower case. */
const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export function forms(en: string, zh: string, ja: string, ko: string): Forms {
  const english = words(en)
  return { en: [sentenceCase(english[0] ?? en), ...english.slice(1)], zh: words(zh), ja: words(ja), ko: words(ko) }
}

export type More = Omit<Concept, 'id' | 'forms'>

export const row = (id: string, en: string, zh: string, ja: string, ko: string, more: More = {}): Concept => ({
  id,
  forms: forms(en, zh, ja, ko),
  ...more,
})

/** Labels by language, in the order of the column headings of the tables. */
export const labels = (en: string, zh: string, ja: string, ko: string): Record<Language, string> => ({ en, zh, ja, ko })

// ---- Field plans -------------------------------------------------------------------------------------------

type Plan = Omit<FieldPlan, 'kind'>

export const text = (more: Plan = {}): { field: FieldPlan } => ({ field: { kind: 'text', ...more } })
export const note = (): { field: FieldPlan } => ({ field: { kind: 'note' } })
export const money = (more: Plan = {}): { field: FieldPlan } => ({ field: { kind: 'money', min: 0, aggregate: 'sum', ...more } })
export const date = (more: Plan = {}): { field: FieldPlan } => ({ field: { kind: 'date', ...more } })
export const time = (more: Plan = {}): { field: FieldPlan } => ({ field: { kind: 'time', ...more } })
export const datetime = (more: Plan = {}): { field: FieldPlan } => ({ field: { kind: 'datetime', ...more } })
export const duration = (more: Plan = {}): { field: FieldPlan } => ({ field: { kind: 'duration', aggregate: 'sum', ...more } })
export const number = (more: Plan = {}): { field: FieldPlan } => ({ field: { kind: 'number', ...more } })
export const whole = (more: Plan = {}): { field: FieldPlan } => ({ field: { kind: 'number', integer: true, min: 0, ...more } })
export const quantity = (unit: string, more: Plan = {}): { field: FieldPlan } => ({ field: { kind: 'quantity', unit, min: 0, ...more } })
export const rating = (more: Plan = {}): { field: FieldPlan } => ({ field: { kind: 'rating', max: 5, aggregate: 'mean', ...more } })
export const yesno = (more: Plan = {}): { field: FieldPlan } => ({ field: { kind: 'yesno', ...more } })
export const person = (more: Plan = {}): { field: FieldPlan } => ({ field: { kind: 'person', suggest: true, ...more } })
export const place = (more: Plan = {}): { field: FieldPlan } => ({ field: { kind: 'place', suggest: true, ...more } })
export const link = (): { field: FieldPlan } => ({ field: { kind: 'link' } })

/** 'todo: To do / 待办 / 未着手 / 할 일' a line: id and labels in table order. */
function options(lines: string): NonNullable<FieldPlan['options']> {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', rest = ''] = line.split(':')
      const [en = '', zh = '', ja = '', ko = ''] = rest.split(' / ').map((label) => label.trim())
      return { id: id.trim(), label: labels(en, zh, ja, ko) }
    })
}
export const choice = (lines: string, more: Plan = {}): { field: FieldPlan } => ({
  field: { kind: 'choice', options: options(lines), ...more },
})
export const choices = (lines: string, more: Plan = {}): { field: FieldPlan } => ({
  field: { kind: 'choices', options: options(lines), ...more },
})

// ---- Kept things, topics, evidence -------------------------------------------------------------------------

/** A thing that is kept: fields of each record, the first its name, and the families it speaks for. */
export const kept = (fields: string, families: Family[] = ['collection']): { collection: NonNullable<Concept['collection']> } => ({
  collection: { fields: fields.split(' '), families },
})

/** A subject that is spent on, logged or measured. */
export const topic = (domain: string, families: Family[] = [], fields = ''): { topic: NonNullable<Concept['topic']> } => ({
  topic: { domain, ...(fields ? { fields: fields.split(' ') } : {}), families },
})

export const suggests = (evidence: Partial<Record<Family, number>>): { suggests: NonNullable<Concept['suggests']> } => ({
  suggests: evidence,
})

export const rhythm = (unit: PeriodUnit): { rhythm: PeriodUnit } => ({ rhythm: unit })
export const risk = (of: Risk): { risk: Risk } => ({ risk: of })
export const icon = (emoji: string): { icon: string } => ({ icon: emoji })
export const related = (ids: string): { related: string[] } => ({ related: ids.split(' ') })
