/**
 * What a card that waits shows, by its kind: before and after in the person's words, and what of it the person may change
 * first. An edit is another proposal in the place of the first: it is made of the same parts, checked again where it is an
 * app, and a yes to it is a yes to exactly that.
 *
 * Covers: what is changed fits its kind (a text, an amount within its bounds), an app that was edited is tried in the browser
 * again. Does not cover: what is done on a yes (src/approvals.ts).
 */
import { z } from 'zod'
import { relatedRecords, titleOf } from './apps/answer.ts'
import { applyEdits } from './apps/migrate.ts'
import type { AppData, Write } from './apps/types.ts'
import { formatNumber, formatValue } from './base/language/format.ts'
import { fail, ok, type Result } from './base/result.ts'
import type { AppId, ApprovalId, EventBody } from './events.ts'
import type { Approval, Content } from './governance/approvals.ts'
import { appChanges, CHANGE_WORDS, type Editable, type Edits } from './governance/changes.ts'
import { WORDS } from './governance/words.ts'
import type { House } from './house.ts'
import { DOLLAR, dollars } from './models/prices.ts'
import { AppFileName, type AppFiles, AppSpec, Identifier, Label, Language, type Rec, SpecEdit, Value } from './spec.ts'
import { sourceOf } from './studio/source.ts'

/** What is published on a yes; `version` is the one it was made from, 0 for a new app. */
export const Kept = z.object({
  version: z.number().int(),
  spec: AppSpec,
  files: z.record(AppFileName, z.string()),
  requests: z.array(z.string()),
  edits: z.array(SpecEdit),
  what: z.string(),
  because: z.string().optional(),
  model: z.string().default(''),
  reasons: z.array(z.string()).default([]),
  checks: z.number().default(0),
  changed: z.array(z.string()).default([]),
})
export type Kept = z.infer<typeof Kept>
/** What is asked of a model on a yes: of the app that was made without it, or anew where none came to be. `most`: dollars. */
export const ToSend = z.object({
  provider: z.string(),
  model: z.string(),
  request: z.string(),
  published: z.boolean(),
  most: z.number().positive().optional(),
})
export type ToSend = z.infer<typeof ToSend>
/** What an app may do on a yes. `dollars` and `requests` are the most of a day. */
export const ToGrant = z.object({
  name: z.string(),
  language: Language,
  provider: z.string(),
  model: z.string(),
  here: z.boolean(),
  dollars: z.number().min(0),
  requests: z.number().int().min(0),
})
export type ToGrant = z.infer<typeof ToGrant>
const Values = z.record(Identifier, Value)
const AWrite = z.discriminatedUnion('do', [
  z.object({ do: z.literal('create'), id: z.string(), collection: Identifier, record: z.string().optional(), values: Values }),
  z.object({ do: z.literal('update'), id: z.string(), collection: Identifier, record: z.string(), values: Values }),
  z.object({ do: z.literal('delete'), id: z.string(), collection: Identifier, record: z.string() }),
])
/** Entries that are written on a yes, those at `without` left out; each is to be the version that was seen. */
export const ToWrite = z.object({
  writes: z.array(AWrite),
  seen: z.array(z.object({ collection: z.string(), record: z.string(), seq: z.number().int() })),
  without: z.array(z.number().int()).default([]),
  language: Language,
  locale: z.string(),
  because: z.string().optional(),
})
export type ToWrite = z.input<typeof ToWrite>

/** So many things of one proposal can be changed on its card; more is said, and made, by talking. */
const MOST_FIELDS = 24

// ---- An app that is published --------------------------------------------------------------------------------

export function publishing(
  kept: Omit<Kept, 'because'> & { because?: string | undefined },
  before: { spec: AppSpec; files: AppFiles } | null,
): Content {
  const { spec, files, model, reasons, checks, changed, version } = kept
  const keeps = spec.collections.filter(({ hidden }) => !hidden).map(({ label }) => label)
  const { name, risks, language } = spec
  const { what, lines } = WORDS[language].publish({ name, risks, model, reasons, keeps, checks, files: changed, fresh: version === 0 })
  return { what, lines, changes: appChanges(before, { spec, files }), fields: fieldsOf(spec, before?.spec ?? null), body: kept }
}

/** Names, amounts that the app goes by, and which of its new fields there are. */
function fieldsOf(spec: AppSpec, before: AppSpec | null): Editable[] {
  const words = CHANGE_WORDS[spec.language]
  const amounts = spec.behaviours.flatMap((one): Editable[] => {
    const amount = one.kind === 'limit' ? one.most : one.kind === 'goal' ? one.target : null
    return amount === null ? [] : [{ id: `amount.${one.id}`, label: one.label, kind: 'amount', value: amount, least: 0 }]
  })
  const fresh = spec.collections
    .filter(({ hidden }) => !hidden)
    .flatMap((collection) => {
      const had = before?.collections.find(({ id }) => id === collection.id)
      return collection.fields.filter(({ id }) => !had?.fields.some((field) => field.id === id)).map((field) => ({ collection, field }))
    })
  const parts = fresh.flatMap(({ collection, field: { id, label, hidden } }): Editable[] => {
    const at = `${collection.id}.${id}`
    const called: Editable[] = hidden ? [] : [{ id: `label.${at}`, label: words.called(label), kind: 'text', value: label }]
    const keep: Editable[] = id === collection.title ? [] : [{ id: `keep.${at}`, label: words.keep(label), kind: 'switch', value: !hidden }]
    return [...called, ...keep]
  })
  return [
    { id: 'name', label: words.name, kind: 'text' as const, value: spec.name },
    { id: 'purpose', label: words.purpose, kind: 'text' as const, value: spec.purpose },
    ...amounts,
    ...parts,
  ].slice(0, MOST_FIELDS)
}

/** What was changed on the card, as changes of the app. */
function editsOf(spec: AppSpec, edits: Edits): SpecEdit[] {
  return Object.entries(edits).flatMap(([id, value]): SpecEdit[] => {
    const [of = '', at = '', field = ''] = id.split('.')
    if (of === 'name') return [{ do: 'rename-app', name: String(value) }]
    if (of === 'purpose') return [{ do: 'set-purpose', purpose: String(value) }]
    if (of === 'label') return [{ do: 'rename-field', collection: at, field, label: String(value) }]
    if (of === 'keep') return [{ do: value ? 'restore-field' : 'remove-field', collection: at, field }]
    const behaviour = spec.behaviours.find((one) => one.id === at)
    if (behaviour?.kind === 'limit') return [{ do: 'change-behaviour', behaviour: { ...behaviour, most: Number(value) } }]
    if (behaviour?.kind === 'goal') return [{ do: 'change-behaviour', behaviour: { ...behaviour, target: Number(value) } }]
    return []
  })
}

async function editedApp(house: House, approval: Approval, edits: Edits): Promise<Result<Content>> {
  const { app } = approval
  const read = Kept.safeParse(approval.body)
  if (!app || !read.success) return fail('approval-broken', 'What waited can no longer be read.')
  const { version, requests } = read.data
  const wanted = editsOf(read.data.spec, edits)
  const applied = applyEdits(read.data.spec, wanted)
  if (!applied.ok) return fail('edit-unfit', `The app would not hold together like that: ${applied.error.message}`)
  const { spec } = applied.value
  const files = sourceOf(spec, read.data.files, { requests, id: app })
  const before = version === 0 ? null : await house.apps.get(app)
  if (before && !before.ok) return before
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const moment = { now: house.now(timeZone, spec.locale), locale: spec.locale, timeZone }
  const report = await house.studio.check(app, { spec, files }, moment)
  const failed = report.tried.find((one) => !one.ok)?.what ?? report.findings[0]?.message ?? ''
  if (!report.passed) return fail('edit-unchecked', `As edited it did not pass its check: ${failed}`, { problem: failed })
  const checks = report.tried.filter((one) => one.ok).length
  return ok(publishing({ ...read.data, spec, files, checks, edits: [...read.data.edits, ...wanted] }, before?.value ?? null))
}

// ---- A place that is asked, an app that asks -----------------------------------------------------------------

export function sending(waits: ToSend, language: Language): Content & { text: string } {
  const { provider, model, most = 0 } = waits
  const words = WORDS[language]
  const { what, text, lines } = words.send({ provider, model, most: dollars(most * DOLLAR) })
  const changes = [
    { what: provider, before: words.nothingSent, after: words.sent },
    { what: words.most.once, before: null, after: dollars(most * DOLLAR) },
  ]
  const fields: Editable[] = [{ id: 'most', label: words.most.once, kind: 'amount', value: most, least: 0.01, most: 1000 }]
  return { what, text, lines, changes, fields, body: waits }
}

export function granting(asked: ToGrant): Content {
  const { name, language, provider, model, here, dollars: most, requests } = asked
  const words = WORDS[language]
  const { what, lines, asking, nothing } = words.grant({ app: name, here })
  const after = `${provider} (${model}), ${words.perDay(dollars(most * DOLLAR), requests)}`
  const fields: Editable[] = [
    { id: 'dollars', label: words.most.dollars, kind: 'amount', value: most, least: 0, most: 1000 },
    { id: 'requests', label: words.most.requests, kind: 'amount', value: requests, least: 0, most: 10_000, whole: true },
  ]
  return { what, lines, changes: [{ what: asking, before: nothing, after }], fields, body: asked }
}

// ---- Entries that are changed --------------------------------------------------------------------------------

/** The versions that a proposal was made over; 'record-unknown' where one is not there. */
export async function seenBy(data: AppData, spec: AppSpec, writes: readonly Write[]): Promise<Result<ToWrite['seen']>> {
  const seen: ToWrite['seen'] = []
  for (const write of writes) {
    if (!spec.collections.some(({ id }) => id === write.collection))
      return fail('collection-unknown', 'This app has no such part.', { collection: write.collection })
    if (write.do === 'create') continue
    const records = await data.records(write.collection)
    const found = records.ok ? records.value.find(({ id }) => id === write.record) : null
    if (!found) return fail('record-unknown', 'There is no such entry.')
    seen.push({ collection: write.collection, record: write.record, seq: found.seq })
  }
  return ok(seen)
}

export async function writing(data: AppData, spec: AppSpec, proposed: ToWrite): Promise<Content & { text: string }> {
  const { writes, language, locale, without = [] } = proposed
  const words = WORDS[language]
  const kept = writes.filter((_, at) => !without.includes(at))
  const of = (kind: Write['do']) => kept.filter((one) => one.do === kind).length
  const said = words.records({ app: spec.name, changed: of('update'), deleted: of('delete'), added: of('create') })
  const changes: Content['changes'] = []
  const fields: Editable[] = []
  for (const [at, write] of writes.entries()) {
    const collection = spec.collections.find(({ id }) => id === write.collection)
    const records = await data.records(write.collection)
    if (!collection || !records.ok) continue
    const related = await relatedRecords(spec, collection.id, data)
    const record: Rec | null = write.do === 'create' ? null : (records.value.find(({ id }) => id === write.record) ?? null)
    const touched = collection.fields.filter((field) => write.do === 'delete' || field.id in write.values)
    const shown = (values: Readonly<Record<string, Value>>) =>
      touched
        .filter((field) => !field.hidden && values[field.id] !== undefined && values[field.id] !== null && field.kind !== 'schedule')
        .map((field) => `${field.label}: ${formatValue(field, values[field.id], locale)}`)
        .join(' · ')
    const title = record ? titleOf(record, collection, locale, related, spec) : ''
    const called = title || (write.do === 'delete' ? '' : shown(write.values)) || collection.one
    const left = without.includes(at)
    const after = write.do === 'delete' || left ? null : shown(write.values)
    if (!left) changes.push({ what: title || words.entry(collection.label), before: record ? shown(record.values) : null, after })
    fields.push({ id: `write.${at}`, label: words.include(called), kind: 'switch', value: !left })
    if (write.do !== 'delete' && !left) fields.push(...valueFields(at, touched, write.values, called))
  }
  const body: ToWrite = { ...proposed, without }
  return { what: said.what, text: said.text, lines: said.lines, changes, fields: fields.slice(0, 2 * MOST_FIELDS), body }
}

/** What stands in one entry and can be typed: texts and amounts. */
function valueFields(
  at: number,
  touched: readonly AppSpec['collections'][number]['fields'][number][],
  values: Readonly<Record<string, Value>>,
  called: string,
): Editable[] {
  return touched.flatMap((field): Editable[] => {
    const value = values[field.id]
    const named = { id: `value.${at}.${field.id}`, label: `${called} · ${field.label}` }
    if (typeof value === 'number') return [{ ...named, kind: 'amount', value }]
    return typeof value === 'string' && ['text', 'note', 'person', 'place'].includes(field.kind) ? [{ ...named, kind: 'text', value }] : []
  })
}

async function editedRecords({ apps }: House, { app, body }: Approval, edits: Edits): Promise<Result<Content>> {
  const read = ToWrite.safeParse(body)
  const found = app ? await apps.get(app) : null
  if (!app || !read.success || !found?.ok) return fail('approval-broken', 'What waited can no longer be read.')
  const without = new Set(read.data.without)
  const writes = read.data.writes.map((one) => ({ ...one, ...('values' in one && { values: { ...one.values } }) })) as Write[]
  for (const [id, value] of Object.entries(edits)) {
    const [of, at = '', field = ''] = id.split('.')
    const write = writes[Number(at)]
    if (of === 'write' && value === true) without.delete(Number(at))
    else if (of === 'write') without.add(Number(at))
    else if (write && write.do !== 'delete') write.values[field] = value
  }
  if (without.size === writes.length) return fail('edit-nothing', 'Nothing would be left to do.')
  return ok(await writing(apps.data(app), found.value.spec, { ...read.data, writes, without: [...without].sort((a, b) => a - b) }))
}

// ---- An edit -------------------------------------------------------------------------------------------------

/** Puts what the person changed in the place of what waits, as the next revision of it, and says so in the journal. */
export async function edit(house: House, id: ApprovalId, revision: number, edits: Edits, language: Language): Promise<Result<Approval>> {
  const { approvals, store, person, apps } = house
  const approval = await approvals.get(id)
  if (!approval) return fail('approval-unknown', 'There is nothing of that id that waits.')
  const { what } = approval
  if (approval.state === 'expired') return fail('approval-expired', 'That waited too long.', { what })
  if (approval.state !== 'waiting') return fail('approval-decided', 'That was decided already.', { what })
  if (revision !== approval.revision) return fail('approval-edited', 'It was edited meanwhile.', { what })
  const wanted = fitting(approval.fields, edits)
  if (!wanted.ok) return wanted
  const content = await edited(house, approval, wanted.value, language)
  if (!content.ok) return content
  const done = await approvals.edit(id, revision, content.value)
  if (!done.ok) return done
  const next = done.value
  const kept = next.kind === 'publish' ? Kept.safeParse(next.body).data : null
  // A new app can be looked at as it would be now.
  if (kept?.version === 0 && next.app) await apps.saveDraft(next.app, kept.spec, kept.files)
  const told = await store.journal.append(editedEvent(next), { person, ...(next.conversation && { conversation: next.conversation }) })
  return told.ok ? ok(next) : told
}

const editedEvent = ({ id, kind, app, what, revision }: Approval): EventBody => ({
  ...{ type: 'approval-edited', approval: id, kind, what, revision },
  ...(app && { app: app as AppId }),
})

async function edited(house: House, approval: Approval, edits: Edits, language: Language): Promise<Result<Content>> {
  const broken = () => fail('approval-broken', 'What waited can no longer be read.')
  switch (approval.kind) {
    case 'publish':
      return editedApp(house, approval, edits)
    case 'records':
      return editedRecords(house, approval, edits)
    case 'send': {
      const read = ToSend.safeParse(approval.body)
      if (!read.success) return broken()
      const { text: _, ...content } = sending({ ...read.data, ...edits }, language)
      return ok(content)
    }
    case 'grant': {
      const read = ToGrant.safeParse(approval.body)
      return read.success ? ok(granting({ ...read.data, ...edits })) : broken()
    }
  }
}

/** Only what the card offers, each as its kind wants it, and only what differs. */
function fitting(fields: readonly Editable[], edits: Edits): Result<Edits> {
  const wanted: Record<string, string | number | boolean> = {}
  for (const [id, value] of Object.entries(edits)) {
    const field = fields.find((one) => one.id === id)
    if (!field) return fail('edit-unknown', `There is nothing called ${id.slice(0, 40)} to change here.`, { field: id.slice(0, 40) })
    const one = taken(field, value)
    if (!one.ok) return one
    if (one.value !== field.value) wanted[id] = one.value
  }
  return Object.keys(wanted).length ? ok(wanted) : fail('edit-nothing-new', 'Nothing of it was changed.')
}

function taken(field: Editable, value: string | number | boolean): Result<string | number | boolean> {
  const { label } = field
  const wrong = (code: string, values: Record<string, string | number> = {}) =>
    fail(code, `${label} does not fit.`, { field: label, ...values })
  if (field.kind === 'switch') return typeof value === 'boolean' ? ok(value) : wrong('edit-text')
  if (field.kind === 'text') {
    const text = typeof value === 'string' ? Label.safeParse(value.trim()) : null
    return text?.success ? ok(text.data) : wrong('edit-text')
  }
  const { least = -1e12, most = 1e12, whole } = field
  const fits = typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value))
  return fits ? ok(value) : wrong('edit-amount', { least: formatNumber(least, 'en'), most: formatNumber(most, 'en') })
}
