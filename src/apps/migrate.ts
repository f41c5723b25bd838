/**
 * Edits of a spec, and what each does to data that is there. Nothing a person entered is dropped: a field or a
 * collection is hidden, not removed; a value that does not fit its new kind is reported, and stays in history.
 *
 *   add-field with a default     entries that are there get the default
 *   change-field                 values are converted one by one (`convertValue`)
 *   add-collection               its seeds are put in
 *   remove-field, -collection    hidden with its values; views and behaviours that lived on it go, the rest is kept
 */
import { fail, ok, type Result } from '../base/result.ts'
import type { AppSpec, Behaviour, Collection, Field, Rec, SpecEdit, Value, View } from '../spec.ts'
import { incoherences, problemsOfBehaviour, problemsOfView } from './coherence.ts'
import { namesIn, parseFormula, TODAY } from './formula.ts'
import { clean, parseValue } from './values.ts'

/** What must be done to data. */
export type MigrationStep =
  | { step: 'fill'; collection: string; field: string; value: Value }
  | { step: 'convert'; collection: string; from: Field; to: Field }
  | { step: 'seed'; collection: string }

/** A value that could not be taken along, by the words a person knows it under. */
export type Unconverted = { collection: string; record: string; field: string; value: string }

/** The edited spec, and what to do to the data. Codes: 'edit-impossible' (with why), 'spec-incoherent'. */
export function applyEdits(spec: AppSpec, edits: readonly SpecEdit[]): Result<{ spec: AppSpec; steps: MigrationStep[] }> {
  let edited = spec
  for (const edit of edits) {
    const next = applyOne(edited, edit)
    if (!next.ok) return next
    edited = next.value
  }
  const wrong = incoherences(edited)
  const old = new Set(incoherences(spec))
  const fresh = wrong.filter((sentence) => !old.has(sentence))
  if (fresh.length > 0)
    return fail('spec-incoherent', `The change does not fit the app: ${fresh.slice(0, 3).join('; ')}.`, {
      problem: fresh.slice(0, 3).join('; '),
    })
  return ok({ spec: edited, steps: stepsBetween(spec, edited) })
}

/** What data needs when an app goes from one spec to the next, however that came about. */
export function stepsBetween(before: AppSpec, after: AppSpec): MigrationStep[] {
  return after.collections.flatMap((collection): MigrationStep[] => {
    const old = before.collections.find((one) => one.id === collection.id)
    if (!old) return collection.seeds.length > 0 ? [{ step: 'seed', collection: collection.id }] : []
    return collection.fields.flatMap((field): MigrationStep[] => {
      const was = old.fields.find((one) => one.id === field.id)
      if (was) return sameValues(was, field) ? [] : [{ step: 'convert', collection: collection.id, from: was, to: field }]
      const value = field.default ?? null
      const fills = value !== null && value !== 'today' && value !== 'now' && field.kind !== 'computed'
      return fills ? [{ step: 'fill', collection: collection.id, field: field.id, value }] : []
    })
  })
}

/** Whether every value of the one is a value of the other: labels, defaults and hints do not matter. */
function sameValues(a: Field, b: Field): boolean {
  if (a.kind !== b.kind) return false
  const constraint = (field: Field): unknown => {
    switch (field.kind) {
      case 'number':
        return [field.min, field.max, field.integer === true]
      case 'quantity':
        return [field.unit, field.min, field.max]
      case 'money':
        return field.currency
      case 'choice':
      case 'choices':
        return field.options.map((option) => option.id).sort()
      case 'rating':
        return field.max
      case 'relation':
        return [field.to, field.many === true]
      default:
        return null
    }
  }
  return JSON.stringify(constraint(a)) === JSON.stringify(constraint(b))
}

// ---- Values ------------------------------------------------------------------------------------------------

/** Carries out steps on one record's values. Seeds are not its matter. */
export function migrateValues(
  values: Readonly<Record<string, Value>>,
  collection: string,
  steps: readonly MigrationStep[],
): { values: Record<string, Value>; lost: { field: Field; value: Value }[] } {
  const out = new Map<string, Value>(Object.entries(values))
  const lost: { field: Field; value: Value }[] = []
  for (const step of steps) {
    if (step.collection !== collection || step.step === 'seed') continue
    if (step.step === 'fill') {
      if (!out.has(step.field)) out.set(step.field, step.value)
      continue
    }
    const value = out.get(step.to.id) ?? null
    if (value === null) continue
    const converted = convertValue(step.from, step.to, value)
    if (converted === null) {
      out.delete(step.to.id)
      lost.push({ field: step.from, value })
    } else {
      out.set(step.to.id, converted)
    }
  }
  return { values: Object.fromEntries(out), lost }
}

/** The value of `to` that `value` of `from` becomes; null where there is none. */
export function convertValue(from: Field, to: Field, value: Value): Value {
  if (value === null || to.kind === 'computed') return null
  if (to.kind === 'choice' || to.kind === 'choices') return toChoice(from, to, value)
  if (to.kind === 'relation') return from.kind === 'relation' && from.to === to.to ? toRelation(to, value) : null
  if (from.kind === 'relation' || from.kind === 'schedule' || to.kind === 'schedule') return from.kind === to.kind ? value : null
  if (to.kind === 'rating') return toRating(from, to.max, value)
  if (to.kind === 'yesno' && typeof value === 'number') return value !== 0
  const parsed = parseValue({ ...to, required: false }, forKind(from, to, value))
  return parsed.ok ? parsed.value : null
}

/** The text or number that `parseValue` of the new kind is given. */
function forKind(from: Field, to: Field, value: Value): Value {
  if (['text', 'note', 'person', 'place'].includes(to.kind)) return textOf(from, value)
  if (typeof value === 'boolean') return ['number', 'money', 'quantity', 'duration'].includes(to.kind) ? Number(value) : value
  if (from.kind === 'datetime' && to.kind === 'time' && typeof value === 'string') return value.slice(11)
  if (to.kind === 'number' && to.integer && typeof value === 'number') return Math.round(value)
  return Array.isArray(value) ? value.join(', ') : value
}

function textOf(field: Field, value: Value): string {
  if (field.kind === 'choice' || field.kind === 'choices') {
    return [value]
      .flat()
      .map((id) => field.options.find((option) => option.id === id)?.label ?? String(id))
      .join(', ')
  }
  return Array.isArray(value) ? value.join(', ') : String(value)
}

function toChoice(from: Field, to: Field & { kind: 'choice' | 'choices' }, value: Value): Value {
  // "hot, iced" in a text may be one option or two.
  if (to.kind === 'choices' && typeof value === 'string' && from.kind !== 'choice') {
    const parsed = parseValue({ ...to, required: false, default: undefined }, value)
    if (parsed.ok) return parsed.value
  }
  const said = Array.isArray(value) ? value : [value]
  const found = said.map((one) => {
    const byId = (from.kind === 'choice' || from.kind === 'choices') && to.options.find((option) => option.id === one)
    if (byId) return byId.id
    const parsed = parseValue({ ...to, kind: 'choice', required: false, default: undefined }, textOf(from, one))
    return parsed.ok ? parsed.value : null
  })
  const kept = found.filter((one): one is string => typeof one === 'string')
  if (kept.length < said.length) return null
  return to.kind === 'choices' ? [...new Set(kept)] : kept.length === 1 ? kept[0]! : null
}

function toRelation(to: Field & { kind: 'relation' }, value: Value): Value {
  if (to.many) return [value].flat().map(String)
  return Array.isArray(value) ? (value.length === 1 ? value[0]! : null) : value
}

/** Stars out of ten become stars out of five by their share, never none. */
function toRating(from: Field, max: number, value: Value): Value {
  const parsed = parseValue(
    { id: 'rating', label: 'rating', kind: 'rating', max: 10 },
    typeof value === 'number' ? Math.round(value) : value,
  )
  if (!parsed.ok || typeof parsed.value !== 'number') return null
  if (from.kind === 'rating') return Math.max(1, Math.min(max, Math.round((parsed.value * max) / from.max)))
  return parsed.value <= max ? parsed.value : null
}

/** For a report: what was lost in words. */
export function unconverted(collection: Collection, record: Rec, lost: { field: Field; value: Value }): Unconverted {
  return {
    collection: collection.label,
    record: record.id,
    field: lost.field.label,
    value: clean(textOf(lost.field, lost.value), false).slice(0, 120),
  }
}

// ---- Edits -------------------------------------------------------------------------------------------------

const impossible = (why: string) => fail('edit-impossible', `That cannot be changed: ${why}.`, { why })

function applyOne(spec: AppSpec, edit: SpecEdit): Result<AppSpec> {
  switch (edit.do) {
    case 'rename-app':
      return ok({ ...spec, name: edit.name })
    case 'set-icon':
      return ok({ ...spec, icon: edit.icon })
    case 'set-purpose':
      return ok({ ...spec, purpose: edit.purpose })
    case 'set-look':
      return ok({ ...spec, look: { ...spec.look, ...defined(edit.look) } })
    case 'set-language':
      return ok({ ...spec, language: edit.language, locale: edit.locale })
    case 'add-view':
    case 'change-view':
    case 'remove-view':
    case 'first-view':
      return editViews(spec, edit)
    case 'add-behaviour':
    case 'change-behaviour':
    case 'remove-behaviour':
      return editBehaviours(spec, edit)
    case 'add-collection':
      if (spec.collections.some((one) => one.id === edit.collection.id))
        return impossible(`there is a collection ${edit.collection.id} already`)
      if (spec.collections.length >= 12) return impossible('an app has at most 12 collections')
      return ok({ ...spec, collections: [...spec.collections, edit.collection] })
    case 'rename-collection':
      return inCollection(spec, edit.collection, (collection) => ok({ ...collection, label: edit.label, one: edit.one }))
    case 'remove-collection':
      return removeCollection(spec, edit.collection)
    default:
      return editFields(spec, edit)
  }
}

const defined = <T extends object>(given: T): T => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T

function inCollection(spec: AppSpec, id: string, change: (collection: Collection) => Result<Collection>): Result<AppSpec> {
  const found = spec.collections.find((one) => one.id === id)
  if (!found) return impossible(`there is no collection ${id}`)
  const changed = change(found)
  if (!changed.ok) return changed
  return ok({ ...spec, collections: spec.collections.map((one) => (one.id === id ? changed.value : one)) })
}

type FieldEdit = Extract<SpecEdit, { do: 'add-field' | 'remove-field' | 'restore-field' | 'rename-field' | 'change-field' | 'move-field' }>

function editFields(spec: AppSpec, edit: FieldEdit): Result<AppSpec> {
  const id = typeof edit.field === 'string' ? edit.field : edit.field.id
  const collection = spec.collections.find((one) => one.id === edit.collection)
  const at = collection?.fields.findIndex((field) => field.id === id) ?? -1
  if (collection && edit.do !== 'add-field' && at < 0) return impossible(`“${collection.label}” has no field ${id}`)
  switch (edit.do) {
    case 'add-field':
      return addField(spec, edit, at)
    case 'rename-field':
      return inCollection(spec, edit.collection, (one) => ok(withField(one, at, { ...one.fields[at]!, label: edit.label })))
    case 'move-field':
      return inCollection(spec, edit.collection, (one) => {
        const rest = one.fields.filter((_, i) => i !== at)
        return ok({ ...one, fields: [...rest.slice(0, edit.to), one.fields[at]!, ...rest.slice(edit.to)] })
      })
    case 'change-field':
      return settled(
        spec,
        inCollection(spec, edit.collection, (one) => ok(withField(one, at, edit.field))),
      )
    case 'restore-field':
      return restored(inCollection(spec, edit.collection, (one) => ok(withField(one, at, { ...one.fields[at]!, hidden: undefined }))))
    case 'remove-field':
      return removeField(spec, edit.collection, id, at)
  }
}

const withField = (collection: Collection, at: number, field: Field): Collection => ({
  ...collection,
  fields: collection.fields.map((one, i) => (i === at ? field : one)),
})

function addField(spec: AppSpec, edit: Extract<SpecEdit, { do: 'add-field' }>, at: number): Result<AppSpec> {
  return inCollection(spec, edit.collection, (collection) => {
    if (at >= 0 && !collection.fields[at]!.hidden) return impossible(`“${collection.label}” has a field ${edit.field.id} already`)
    if (at >= 0) return ok(withField(collection, at, edit.field))
    if (collection.fields.length >= 40) return impossible('a collection has at most 40 fields')
    const after = edit.after === undefined ? -1 : collection.fields.findIndex((field) => field.id === edit.after)
    const place = after < 0 ? collection.fields.length : after + 1
    return ok({ ...collection, fields: [...collection.fields.slice(0, place), edit.field, ...collection.fields.slice(place)] })
  })
}

function removeField(spec: AppSpec, id: string, field: string, at: number): Result<AppSpec> {
  const hidden = inCollection(spec, id, (collection) => {
    const gone = new Set([field, ...computedFrom(collection, field)])
    const fields = collection.fields.map((one, i) => (i === at || gone.has(one.id) ? { ...one, hidden: true } : one))
    const left = fields.filter((one) => !one.hidden && one.kind !== 'schedule')
    if (!left.some((one) => one.kind !== 'computed')) return impossible(`it is the only field of “${collection.label}”`)
    const title = gone.has(collection.title) ? (left.find((one) => TITLES.includes(one.kind)) ?? left[0]!).id : collection.title
    return ok({ ...collection, fields, title })
  })
  return settled(spec, hidden)
}

const TITLES = ['text', 'person', 'place', 'choice', 'note', 'relation', 'date', 'datetime']

/** Computed fields that cannot be worked out without `field`. */
function computedFrom(collection: Collection, field: string): string[] {
  const known = [...collection.fields.map((one) => one.id), TODAY]
  const uses = (one: Field, name: string): boolean => {
    const parsed = one.kind === 'computed' ? parseFormula(one.formula, known) : null
    return parsed?.ok === true && namesIn(parsed.value).includes(name)
  }
  const found = new Set<string>()
  const visit = (name: string) => {
    for (const one of collection.fields) {
      if (found.has(one.id) || one.id === field || !uses(one, name)) continue
      found.add(one.id)
      visit(one.id)
    }
  }
  visit(field)
  return [...found]
}

function removeCollection(spec: AppSpec, id: string): Result<AppSpec> {
  const found = spec.collections.find((one) => one.id === id)
  if (!found) return impossible(`there is no collection ${id}`)
  const others = spec.collections.filter((one) => one.id !== id && !one.hidden)
  if (others.length === 0) return impossible(`“${found.label}” is all the app has`)
  const collections = spec.collections.map((collection) => {
    if (collection.id === id) return { ...collection, hidden: true }
    const fields = collection.fields.map((field) => (field.kind === 'relation' && field.to === id ? { ...field, hidden: true } : field))
    const title = fields.find((field) => field.id === collection.title)
    const next = title?.hidden ? fields.find((field) => !field.hidden && field.kind !== 'computed' && field.kind !== 'schedule') : title
    return { ...collection, fields, title: next?.id ?? collection.title }
  })
  return settled(spec, ok({ ...spec, collections }))
}

type ViewEdit = Extract<SpecEdit, { do: 'add-view' | 'change-view' | 'remove-view' | 'first-view' }>

function editViews(spec: AppSpec, edit: ViewEdit): Result<AppSpec> {
  const id = typeof edit.view === 'string' ? edit.view : edit.view.id
  const found = spec.views.find((view) => view.id === id)
  const others = spec.views.filter((view) => view.id !== id)
  if (edit.do === 'add-view') {
    if (found && !found.hidden) return impossible(`there is a view ${id} already`)
    if (others.length >= 16) return impossible('an app has at most 16 views')
    return ok({ ...spec, views: edit.first ? [edit.view, ...others] : [...others, edit.view] })
  }
  if (!found) return impossible(`there is no view ${id}`)
  if (edit.do === 'change-view') return ok({ ...spec, views: spec.views.map((view) => (view.id === id ? edit.view : view)) })
  if (edit.do === 'first-view') return ok({ ...spec, views: [{ ...found, hidden: undefined }, ...others] })
  if (!others.some((view) => !view.hidden)) return impossible(`“${found.label}” is the only view`)
  return ok({ ...spec, views: others })
}

type BehaviourEdit = Extract<SpecEdit, { do: 'add-behaviour' | 'change-behaviour' | 'remove-behaviour' }>

function editBehaviours(spec: AppSpec, edit: BehaviourEdit): Result<AppSpec> {
  const id = typeof edit.behaviour === 'string' ? edit.behaviour : edit.behaviour.id
  const found = spec.behaviours.some((one) => one.id === id)
  if (edit.do === 'add-behaviour') {
    if (found) return impossible(`there is a behaviour ${id} already`)
    if (spec.behaviours.length >= 24) return impossible('an app has at most 24 behaviours')
    return ok({ ...spec, behaviours: [...spec.behaviours, edit.behaviour] })
  }
  if (!found) return impossible(`there is no behaviour ${id}`)
  const behaviours: Behaviour[] =
    edit.do === 'change-behaviour'
      ? spec.behaviours.map((one) => (one.id === id ? edit.behaviour : one))
      : spec.behaviours.filter((one) => one.id !== id)
  return settled(spec, ok({ ...spec, behaviours }))
}

// ---- Keeping the rest whole --------------------------------------------------------------------------------

/** The spec as it looks without what is hidden. */
const visible = (spec: AppSpec): AppSpec => ({
  ...spec,
  collections: spec.collections
    .filter((one) => !one.hidden)
    .map((one) => ({ ...one, fields: one.fields.filter((field) => !field.hidden) })),
})

/** After something went: what lived on it is lightened, else hidden (views) or taken out (behaviours). */
function settled(before: AppSpec, result: Result<AppSpec>): Result<AppSpec> {
  if (!result.ok) return result
  const shown = visible(result.value)
  const shownBefore = visible(before)
  const behaviours = result.value.behaviours.filter(
    (one) => problemsOfBehaviour(one, shown).length === 0 || problemsOfBehaviour(one, shownBefore).length > 0,
  )
  const seen = { ...shown, behaviours }
  const views = result.value.views.flatMap((view): View[] => {
    if (problemsOfView(view, seen).length === 0 || problemsOfView(view, shownBefore).length > 0) return [view]
    const lighter = lightened(view, seen)
    if (problemsOfView(lighter, seen).length === 0) return [lighter]
    // What would not even hold together hidden, as a calendar over what is now a text, has nothing to come back to.
    return problemsOfView(view, { ...result.value, behaviours }).length > 0 ? [] : [{ ...view, hidden: true }]
  })
  const spec = { ...result.value, behaviours, views }
  return ok(spec.views.some((view) => !view.hidden) ? spec : { ...spec, views: [plainView(spec), ...spec.views].slice(0, 16) })
}

/** Something to look at, where every view lived on what went. */
function plainView(spec: AppSpec): View {
  const collection = spec.collections.find((one) => !one.hidden) ?? spec.collections[0]!
  const taken = new Set(spec.views.map((view) => view.id))
  const id = Array.from({ length: 20 }, (_, i) => `list${i + 1}`).find((one) => !taken.has(one)) ?? 'list'
  return { id, label: collection.label, kind: 'list', collection: collection.id }
}

/** The view without the columns, filters, sorting and headings that are no longer there. */
function lightened(view: View, spec: AppSpec): View {
  if (view.kind === 'summary') {
    const tiles = view.tiles.filter((tile) => problemsOfView({ ...view, tiles: [tile] }, spec).length === 0)
    return tiles.length > 0 ? { ...view, tiles } : view
  }
  if (view.kind === 'chart') {
    const series = view.series !== undefined && problemsOfView({ ...view, more: undefined }, spec).length > 0 ? undefined : view.series
    const more = view.more?.filter((one) => problemsOfView({ ...view, series: undefined, more: [one] }, spec).length === 0)
    return { ...view, series, more }
  }
  if (view.kind === 'tool') return view
  const fields = new Set(spec.collections.find((one) => one.id === view.collection)?.fields.map((field) => field.id))
  const filter = view.filter?.filter((one) => fields.has(one.field))
  const sort = view.sort && fields.has(view.sort.field) ? view.sort : undefined
  const light = { ...view, filter, sort }
  if (light.kind === 'list') {
    const group = light.group && problemsOfView({ ...light, check: undefined }, spec).length > 0 ? undefined : light.group
    const check = light.check !== undefined && problemsOfView({ ...light, group: undefined }, spec).length > 0 ? undefined : light.check
    return { ...light, group, check }
  }
  if (light.kind === 'table') {
    const columns = light.columns?.filter((one) => fields.has(one))
    return { ...light, columns: columns?.length ? columns : undefined }
  }
  if (light.kind === 'timeline') {
    const keeps = (part: 'time' | 'cost') => (light[part] !== undefined && fields.has(light[part]) ? light[part] : undefined)
    return { ...light, time: keeps('time'), cost: keeps('cost') }
  }
  return light
}

/** Views that were hidden with a field come back with it. */
function restored(result: Result<AppSpec>): Result<AppSpec> {
  if (!result.ok) return result
  const shown = visible(result.value)
  return ok({
    ...result.value,
    views: result.value.views.map((view) =>
      view.hidden && problemsOfView(view, shown).length === 0 ? { ...view, hidden: undefined } : view,
    ),
  })
}
