/** From a spec to what a person would try with it. Pure. */
import { formatValue } from '../base/language/format.ts'
import type { Now } from '../base/language/types.ts'
import type { AppSpec, Collection, Value, View } from '../spec.ts'
import { sample, typed } from './samples.ts'

/** `optional`: a page that somebody wrote may show it in a way of its own; tried where it is found. */
export type Step =
  | { do: 'view'; view: string; label: string; optional?: true }
  | { do: 'tool'; behaviour: string; view: string | null; label: string; optional?: true }
  | { do: 'limit'; behaviour: string; label: string; optional?: true }
  /** Written through the data API, as by talking, and looked for on the page by what a person would know it by. */
  | { do: 'told'; collection: string; label: string; values: Record<string, Value>; words: string[] }
  /** Add, see it, change it, delete it, bring it back. `views` are those that show every record. */
  | {
      do: 'records'
      collection: string
      label: string
      values: Record<string, Value>
      changed: Record<string, Value>
      views: string[]
      needed: boolean
    }

/** Most steps of one plan: a check has a budget. */
const MOST = 40
const RECORD_VIEWS: ReadonlySet<View['kind']> = new Set(['list', 'table', 'cards', 'board', 'calendar', 'timeline'])

export function planOf(spec: AppSpec, now: Now): Step[] {
  const views = spec.views.filter((view) => !view.hidden)
  const optional = spec.code && { optional: true as const }
  const records = spec.collections.filter((one) => !one.hidden).map((one) => recordStep(one, views, spec, now))
  const looks = views.map((view): Step => ({ do: 'view', view: view.id, label: view.label, ...optional }))
  const tools = views.flatMap((view): Step[] =>
    view.kind === 'tool' ? [{ do: 'tool', behaviour: view.behaviour, view: view.id, label: view.label, ...optional }] : [],
  )
  const limits = spec.behaviours.flatMap((one): Step[] =>
    one.kind === 'limit' ? [{ do: 'limit', behaviour: one.id, label: one.label, ...optional }] : [],
  )
  if (!spec.code) return [...looks, ...tools, ...limits, ...records].slice(0, MOST)
  const forms = records.map((step): Step => ({ ...step, needed: false }))
  const told = spec.collections.filter((one) => !one.hidden).map((one) => toldStep(one, spec, now))
  return [...looks, ...tools, ...limits, ...forms, ...told].slice(0, MOST)
}

/** Kinds whose values are shown as they are written. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['text', 'note', 'person', 'place'])
/** A sample that is like none of those that are there from the start. */
const UNSEEN = 41

function toldStep(collection: Collection, spec: AppSpec, now: Now): Step {
  const values = sample(collection, spec, now, UNSEEN)
  const named = typed(collection).filter((field) => AS_WRITTEN.has(field.kind))
  // Where nothing is written out, any of its values may show that it is there.
  const words = (named.length ? named : typed(collection)).flatMap((field) => {
    const value = values[field.id] ?? null
    return value === null ? [] : [formatValue(field, value, spec.locale), String(value)]
  })
  return { do: 'told', collection: collection.id, label: collection.label, values, words: [...new Set(words)] }
}

function recordStep(collection: Collection, views: View[], spec: AppSpec, now: Now): Extract<Step, { do: 'records' }> {
  const showing = views.filter((view) => RECORD_VIEWS.has(view.kind) && 'collection' in view && view.collection === collection.id)
  const whole = showing
    .filter((view) => view.kind === 'list' || view.kind === 'table' || view.kind === 'cards')
    .filter((view) => !('filter' in view && view.filter?.length))
  // Today's date, so that views of the present period show it.
  // A required relation takes the first record there is.
  const relations = Object.fromEntries(
    typed(collection).flatMap((field) => (field.kind === 'relation' && field.required ? [[field.id, '']] : [])),
  )
  const values = { ...sample(collection, spec, now, 7), ...relations }
  // What comes round opens again when it is ticked off.
  const recurring = spec.behaviours.flatMap((one) =>
    one.kind === 'recurrence' && one.collection === collection.id ? [one.date, one.done] : [],
  )
  const changed = Object.fromEntries(Object.entries(sample(collection, spec, now, 14)).filter(([field]) => !recurring.includes(field)))
  return {
    do: 'records',
    collection: collection.id,
    label: collection.label,
    values,
    changed,
    views: whole.map((view) => view.id),
    needed: showing.length > 0,
  }
}
