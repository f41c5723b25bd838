/**
 * "500 yen latte at Blue Bottle" as records of an app. Every value read from the sentence goes to the field that fits
 * it best (its name nearby, its kind, its unit, the order of fields); what is left over names the record.
 */
import type { Reading } from '../../base/language/types.ts'
import { once } from '../../base/once.ts'
import { fold, visibleCollections, visibleFields } from '../../base/resolve.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type { AppSpec, Collection, Filter, Value } from '../../spec.ts'
import { changeNamed, fieldSaid } from '../change.ts'
import { cue } from '../cues.ts'
import { segmentsOf } from '../slots.ts'
import { update } from './change.ts'
import { checkedIn } from './checkin.ts'
import { foreignIn } from './currency.ts'
import { debtTold } from './debts.ts'
import { DID_EN, DONE, FINISHED, isFinal } from './fill/choices.ts'
import { fill } from './fill/fill.ts'
import { collectionFor } from './fit.ts'
import { knownTold } from './known.ts'
import { collectionMeant, matchFor } from './match.ts'
import { memberNamed, newMember } from './members.ts'
import { droppedAll, mended } from './mend/mend.ts'
import { mendedBy } from './mend/said.ts'
import { plannedWith } from './planned.ts'
import { seedNamed } from './seeds.ts'
import { cardsApart, kilosOf, linkedApart, pastOf, pointsOf, poundsOf } from './settle.ts'
import { kindOf } from './spending.ts'
import { stockMoved } from './stock.ts'
import type { Entries, Entry, EntryContext, EntryOp, Segment, Verb } from './types.ts'
import { isAgain, MISTAKE, readAs, said, verbOf, wasSaid } from './verb.ts'

/** スクワット60kg8回3セット: a unit and the next figure stand apart. */
const GLUED = /(?<=\d\s?(?:kg|km|mg|ml|cm|mm|lbs?))(?=\d)/giu
function apartFrom(reading: Reading, ctx: EntryContext): Reading {
  const text = reading.text.replace(GLUED, ' ')
  return text === reading.text ? reading : readAs(text, reading, ctx)
}

export const readEntry = (whole: Reading, spec: AppSpec, ctx: EntryContext, verb: Verb = verbOf(whole)): Result<Entries> =>
  entryOnce(whole, spec, ctx, verb)
const entryOnce = once(entryOf, (spec: AppSpec, { now, locale, currency, window, known, apps }: EntryContext, verb: Verb) => [
  spec,
  now,
  locale,
  currency,
  window,
  known,
  apps,
  verb,
])

function entryOf(whole: Reading, spec: AppSpec, ctx: EntryContext, verb: Verb): Result<Entries> {
  let reading = apartFrom(whole, ctx)
  const shown = visibleCollections(spec)
  const values = shown.length === 1 ? pointsOf(kilosOf(reading.values, shown[0]!), shown[0]!) : reading.values
  // The same reading is read once (base/once.ts).
  if (values !== reading.values) reading = { ...reading, values }
  if (!shown.length) return fail('nothing-to-log', 'This app keeps no records.')
  const foreign = verb === 'delete' ? undefined : foreignIn(reading, spec)
  if (foreign) return ok({ ops: [], unsure: [], foreign })
  const debt = debtTold(reading, spec)
  if (debt) return ok({ ops: [debt], unsure: [] })
  // What became of a thing that is kept stands before what was noted of it, unless that was plainly wrong.
  const known = verb === 'delete' || mendedBy(reading.text) === 'sure' ? null : knownTold(reading, spec, ctx)
  if (known) return ok({ ops: [known], unsure: [] })
  const mend = verb === 'delete' ? null : mended(reading, spec, ctx)
  if (mend) return mend
  const moved = verb === 'create' ? stockMoved(reading, spec) : null
  if (moved) return ok({ ops: [moved], unsure: [] })
  if (verb === 'create' && isAgain(reading)) return again(reading, spec, ctx)
  // Where nothing is kept nothing is changed: “it was 142 this morning” is the first of them.
  const kept = !ctx.known || Object.values(ctx.known).some((records) => records.length > 0)
  if (verb === 'update' && !kept) verb = 'create'
  const change =
    !kept || verb === 'delete' || fieldSaid(reading, spec, ctx) || MISTAKE.test(fold(reading.text)) ? null : changeNamed(reading, spec, ctx)
  if (change)
    return ok({
      ops: [
        {
          do: 'update',
          collection: change.collection.id,
          match: { collection: change.collection.id, filters: [{ field: change.collection.title, op: 'contains', value: change.about }] },
          values: change.values,
        },
      ],
      unsure: [],
    })
  const part = verb === 'delete' ? null : fieldSaid(reading, spec, ctx)
  if (part && (kept || part.told)) {
    const known = {
      do: 'update' as const,
      collection: part.collection.id,
      match: { collection: part.collection.id, filters: [{ field: part.collection.title, op: 'contains' as const, value: part.about }] },
      values: part.values,
    }
    return ok({ ops: [part.told ? { ...known, orCreate: { [part.collection.title]: part.about, ...part.values } } : known], unsure: [] })
  }
  if (verb === 'create' && wasSaid(reading, ctx)) verb = 'update'
  const habit = verb === 'create' ? checkedIn(reading, spec, ctx.now.date) : null
  if (habit) return ok({ ops: [habit], unsure: [] })
  const member = verb === 'create' ? memberNamed(reading, spec) : undefined
  if (member) return newMember(member, reading, spec, ctx)
  const collection = verb === 'create' ? collectionFor(reading, spec) : collectionMeant(reading, spec, ctx, verb)
  if (verb !== 'delete') reading = poundsOf(reading, collection)
  if (verb !== 'delete') reading = { ...reading, values: pastOf(kilosOf(reading.values, collection), collection, ctx.now.date) }
  if (verb === 'delete') {
    const all = droppedAll(reading, spec, ctx)
    if (all) return ok(all)
    const match = matchFor(reading, collection, spec)
    return match ? ok({ ops: [{ do: 'delete', match }], unsure: [] }) : fail('record-unknown', 'It is not clear which entry is meant.')
  }
  if (verb === 'update') return update(reading, collection, spec)
  const parts = cardsApart(reading, collection, spec)
  const entries = (parts ?? segmentsIn(reading, collection, spec, ctx))
    .flatMap((segment) => linkedApart(segment, collection, spec))
    .map((segment) => {
      const entry = fill(segment, collection, spec, ctx)
      return { entry, stop: plannedWith(entry, segment, collection, spec, ctx) }
    })
  const useful = entries.filter(({ entry }) => entry.said > 0 && !entry.homeless)
  if (!useful.length) return fail('nothing-said', 'Nothing in these words could be noted.')
  const lost = useful.reduce((sum, { entry }) => sum + (entry.lost ?? 0), 0)
  return ok({
    ops: useful.flatMap(({ entry, stop }) => [...(stop ? [stop] : []), opOf(entry, collection, reading, spec)]),
    ...(lost > 0 && { lost }),
    unsure: [...new Set(useful.flatMap(({ entry }) => entry.unsure))],
  })
}

/** Names and figures by turns are entries of their own, or one row told with spaces: 阳光花园5栋201 王姐 3500. */
function segmentsIn(reading: Reading, collection: Collection, spec: AppSpec, ctx: EntryContext): Segment[] {
  const apart = segmentsOf(reading, collection)
  const asWhole: Segment = { reading, shared: [] }
  // 58.3 샐러드, 걷기 40분: one entry, where its parts alone lack what every entry has.
  const lacks = (segment: Segment) => lacksRequired(fill(segment, collection, spec, ctx), collection)
  if (apart.length > 1 && apart.some(lacks) && !lacks(asWhole)) return [asWhole]
  if (apart.length < 2 || /[,，、;；\n&]|\band\b|と|和|그리고|랑\s|하고\s|와\s|과\s/.test(reading.text)) return apart
  const told = (segment: Segment) =>
    Object.keys(fill(segment, collection, spec, ctx).values)
      .sort()
      .join()
  const alike = new Set(apart.map(told)).size === 1
  const one = alike ? null : fill(asWhole, collection, spec, ctx)
  return one && !one.lost && one.said >= 3 ? [asWhole] : apart
}
const lacksRequired = ({ values }: Entry, collection: Collection): boolean =>
  visibleFields(collection).some(
    ({ required, default: held, id, kind }) => required && held === undefined && kind !== 'computed' && values[id] === undefined,
  )

function again(reading: Reading, spec: AppSpec, ctx: EntryContext): Result<Entries> {
  const dated = reading.values.some((value) => value.read.kind === 'date' || value.read.kind === 'period')
  if (dated) return ok({ ops: [asBefore(reading, spec)], unsure: [] })
  for (const before of said(ctx)) {
    const earlier = readAs(before, reading, ctx)
    if (isAgain(earlier) || verbOf(earlier) !== 'create') continue
    const timeless: Reading = {
      ...earlier,
      values: earlier.values.filter((value) => value.read.kind !== 'date' && value.read.kind !== 'datetime'),
    }
    const found = /[?？]\s*$/.test(before) ? undefined : readEntry(timeless, spec, ctx, 'create')
    if (found?.ok) return found
  }
  return ok({ ops: [asBefore(reading, spec)], unsure: [] })
}

/** The newest record of the collection that is written to day by day, or the one of the day that is named. */
function asBefore(reading: Reading, spec: AppSpec): EntryOp {
  const shown = visibleCollections(spec)
  const logged = shown.find((one) => visibleFields(one).some((field) => field.default === 'today' || field.default === 'now'))
  const collection = logged ?? shown[0]!
  const date = visibleFields(collection).find((field) => field.kind === 'date' || field.kind === 'datetime')
  const filters = date
    ? reading.values.flatMap(({ read }): Filter[] =>
        read.kind === 'date'
          ? [{ field: date.id, op: date.kind === 'date' ? '=' : 'contains', value: read.date }]
          : read.kind === 'period'
            ? [
                { field: date.id, op: '>=', value: read.from },
                { field: date.id, op: '<', value: read.to },
              ]
            : [],
      )
    : []
  return {
    do: 'create',
    collection: collection.id,
    values: {},
    like: { collection: collection.id, filters: filters.length ? filters : 'last' },
  }
}

/** "bought milk" ticks milk off a checklist; elsewhere an entry is a new record. */
function opOf(entry: Entry, collection: Collection, reading: Reading, spec: AppSpec): EntryOp {
  const tick = visibleFields(collection).find(
    (field) => field.kind === 'yesno' && entry.values[field.id] === true && DONE.test(`${field.id} ${field.label}`),
  )
  const dated = visibleFields(collection).some((field) => field.default === 'today' || field.default === 'now')
  const status = visibleFields(collection).find((field) => isFinal(field, entry.values[field.id]))
  const known = status && !tick && entry.title && !dated && FINISHED.test(reading.text.toLowerCase())
  if (known) {
    const values = Object.fromEntries(
      visibleFields(collection).flatMap((field) =>
        field.id !== collection.title && entry.values[field.id] !== undefined && field.default === undefined
          ? [[field.id, entry.values[field.id]!]]
          : [],
      ),
    )
    return {
      do: 'update',
      collection: collection.id,
      match: { collection: collection.id, filters: [{ field: collection.title, op: 'contains', value: entry.title }] },
      values: { ...values, [status.id]: entry.values[status.id]! },
      orCreate: entry.values,
    }
  }
  const low = fold(reading.text)
  const task = DID_EN.test(low) ? seedNamed(reading.text, spec, collection.id)?.title : undefined
  const ticked = namedTick(entry, collection, reading, spec)
  if (ticked && !tick)
    return {
      do: 'update',
      collection: collection.id,
      match: { collection: collection.id, filters: [{ field: collection.title, op: 'contains', value: ticked.title }] },
      values: ticked.values,
      orCreate: entry.values,
    }
  if (tick && entry.title && !dated && (cue(low, 'did') || task) && !reading.values.some((value) => value.read.kind === 'money'))
    return {
      do: 'update',
      collection: collection.id,
      match: { collection: collection.id, filters: [{ field: collection.title, op: 'contains', value: task ?? entry.title }] },
      values: { [tick.id]: true },
      orCreate: entry.values,
    }
  const likely = kindsOf(entry, collection)
  return { do: 'create', collection: collection.id, values: entry.values, ...(Object.keys(likely).length > 0 && { likely }) }
}

/** The kind of what was paid for, where the collection keeps kinds and none was said. */
function kindsOf(entry: Entry, collection: Collection): Record<string, Value> {
  const fields = visibleFields(collection)
  if (!entry.title || !fields.some((field) => field.kind === 'money')) return {}
  return Object.fromEntries(
    fields.flatMap((field) => {
      const kind = field.kind === 'choice' && entry.values[field.id] === undefined ? kindOf(entry.title, field.options) : undefined
      return kind === undefined ? [] : [[field.id, kind]]
    }),
  )
}

/** 晴天练熟了: one of the things it began with, and a yes or no of it by its name, and nothing more. */
function namedTick(
  entry: Entry,
  collection: Collection,
  reading: Reading,
  spec: AppSpec,
): { title: string; values: Entry['values'] } | undefined {
  const fields = visibleFields(collection)
  const said = fields.filter(
    (field) => field.id !== collection.title && entry.values[field.id] !== undefined && field.default === undefined,
  )
  if (said.length !== 1 || said[0]!.kind !== 'yesno' || !entry.title) return undefined
  const title = seedNamed(reading.text, spec, collection.id)?.title
  return title && entry.title.includes(title) ? { title, values: { [said[0]!.id]: entry.values[said[0]!.id]! } } : undefined
}
