/** One change said to one open app, as a turn would take it, and what is wrong with the app afterwards. */
import { incoherences } from '../../src/apps/coherence.ts'
import { applyEdits } from '../../src/apps/migrate.ts'
import { read } from '../../src/base/language/read.ts'
import type { Now } from '../../src/base/language/types.ts'
import { visibleFields } from '../../src/base/resolve.ts'
import type { DialogueContext } from '../../src/dialogue/understand/intent.ts'
import { understand } from '../../src/dialogue/understand/weigh.ts'
import type { AppId } from '../../src/events.ts'
import type { AppSpec, Field, Language, View } from '../../src/spec.ts'
import { changeIn, readEdits } from '../../src/studio/edit.ts'
import { CURRENCY, type Want } from './strangers.ts'

const now: Now = { date: '2026-11-27', time: '10:30', weekStart: 1 }

export function heard(spec: AppSpec, say: string, language: Language): { taken: string; spec: AppSpec; missing: string[]; said: string } {
  const id = 'stranger0' as AppId
  const currency = CURRENCY[language]
  const reading = read(say, { now, language, currency, hints: { locale: spec.locale } })
  const glimpse = { id, name: spec.name, icon: spec.icon, spec, usedAt: `${now.date}T09:00`, version: 1 }
  const ctx: DialogueContext = {
    apps: [glimpse],
    open: id,
    now,
    locale: spec.locale,
    currency,
    window: [],
    last: { app: id, intent: null },
    changes: (said, spec) => changeIn(said, spec, { now, locale: spec.locale, currency }),
  }
  const { intent } = understand(reading, ctx)
  const edits = readEdits(reading, spec, ctx)
  // As in place.ts: what nothing else takes is a change where every part of it is one.
  const open = intent === 'unclear' && edits.ok && edits.value.edits.length > 0 && !edits.value.missing.length && edits.value.sure >= 0.6
  const applied = edits.ok && (intent === 'edit' || open) ? applyEdits(spec, edits.value.edits) : null
  return {
    taken: open ? 'edit' : intent,
    spec: applied?.ok ? applied.value.spec : spec,
    missing: edits.ok ? edits.value.missing : [say],
    said: edits.ok ? edits.value.said : '',
  }
}

export function wrongAfter(before: AppSpec, say: string, language: Language, want: Want): string[] {
  const { taken, spec, missing } = heard(before, say, language)
  const wrong = [...incoherences(spec)]
  if (want.nothing) {
    if (taken === 'edit' && JSON.stringify(spec) !== JSON.stringify(before)) wrong.push('the app was changed')
    return wrong
  }
  if (taken !== 'edit') wrong.push(`taken for ${taken}`)
  if (Boolean(want.missing) !== missing.length > 0) wrong.push(`missing: ${missing.join(' | ') || 'nothing'}`)
  return [...wrong, ...fieldsWrong(before, spec, want), ...viewsWrong(spec, want), ...doesWrong(spec, want), ...lookWrong(spec, want)]
}

const list = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat())
const shownFields = (spec: AppSpec): Field[] => spec.collections.filter((one) => !one.hidden).flatMap(visibleFields)
const named = (spec: AppSpec, label: string): Field | undefined =>
  shownFields(spec).find((field) => field.label.toLowerCase() === label.toLowerCase())

function fieldsWrong(before: AppSpec, spec: AppSpec, want: Want): string[] {
  const wrong: string[] = []
  const note = (holds: boolean, what: string) => void (holds || wrong.push(what))
  const had = new Set(shownFields(before).map(({ id }) => id))
  const came = shownFields(spec).filter(({ id }) => !had.has(id))
  for (const each of list(want.field)) {
    const [label = '', kind] = each.split(':')
    const found = came.find((field) => field.label.toLowerCase().includes(label.toLowerCase()) && (!kind || field.kind === kind))
    note(found !== undefined, `no new field “${each}” in ${came.map((field) => `${field.label}:${field.kind}`).join(', ') || 'none'}`)
  }
  for (const label of list(want.gone)) note(!named(spec, label), `still shows “${label}”`)
  note(came.length === list(want.field).length, `${came.length} fields came: ${came.map((field) => field.label).join(', ')}`)
  const left = shownFields(before).filter(({ id }) => !shownFields(spec).some((field) => field.id === id))
  note(left.length === list(want.gone).length, `${left.length} fields went: ${left.map((field) => field.label).join(', ')}`)
  if (want.label) {
    const [from = '', to = ''] = want.label.split(' > ')
    const id = named(before, from)?.id
    note(
      shownFields(spec)
        .find((field) => field.id === id)
        ?.label.toLowerCase() === to.toLowerCase(),
      `“${from}” is not called “${to}”`,
    )
  } else
    for (const field of shownFields(spec)) {
      const old = shownFields(before).find(({ id }) => id === field.id)
      note(!old || old.label === field.label, `“${old?.label}” became “${field.label}”`)
    }
  const options = shownFields(spec).flatMap((field) => ('options' in field ? field.options.map(({ label }) => label.toLowerCase()) : []))
  if (want.option) note(options.includes(want.option.toLowerCase()), `no option “${want.option}”`)
  if (want.nooption) note(!options.includes(want.nooption.toLowerCase()), `still the option “${want.nooption}”`)
  if (want.required) note(named(spec, want.required)?.required === true, `“${want.required}” may be left out`)
  if (want.optional) note(!named(spec, want.optional)?.required, `“${want.optional}” is needed`)
  if (want.unit)
    note(
      shownFields(spec).some((field) => field.kind === 'quantity' && field.unit === want.unit),
      `nothing in ${want.unit}`,
    )
  if (want.currency)
    note(
      shownFields(spec).some((field) => field.kind === 'money' && field.currency === want.currency),
      `nothing in ${want.currency}`,
    )
  if (want.kind) {
    const [label = '', kind = ''] = want.kind.split(' = ')
    const field = named(spec, label)
    note(field?.kind === kind || (field?.kind === 'rating' && field.max === Number(kind)), `“${label}” is ${field?.kind}`)
  }
  return wrong
}

function viewsWrong(spec: AppSpec, want: Want): string[] {
  const wrong: string[] = []
  const note = (holds: boolean, what: string) => void (holds || wrong.push(what))
  const shown = spec.views.filter((view) => !view.hidden)
  const labelOf = (id: string) => shownFields(spec).find((field) => field.id === id)?.label
  if (want.sort) {
    const [, label, way] = /^(.+) ([+-])$/.exec(want.sort)!
    const sorts = shown.flatMap((view) => ('sort' in view && view.sort ? [view.sort] : []))
    note(
      sorts.some((sort) => labelOf(sort.field) === label && sort.descending === (way === '-')),
      `sorted by ${sorts.map((sort) => `${labelOf(sort.field)} ${sort.descending ? '-' : '+'}`).join(', ') || 'nothing'}`,
    )
  }
  if (want.only) {
    const [, label, op, value] = /^(.+) (=|!=|>=|<=|contains) (.+)$/.exec(want.only)!
    const filters = shown.flatMap((view) => ('filter' in view && view.filter ? view.filter : []))
    note(
      filters.some((one) => labelOf(one.field) === label && one.op === op && String(one.value) === value),
      `only ${filters.map((one) => `${labelOf(one.field)} ${one.op} ${one.value}`).join(', ') || 'nothing'}`,
    )
  } else note(!shown.some((view) => 'filter' in view && view.filter?.length), 'shows some records only')
  const seen = (view: View | undefined, kind: string) => view?.kind === kind || (view?.kind === 'chart' && kind === `chart:${view.chart}`)
  if (want.first) note(seen(shown[0], want.first), `first is ${shown[0]?.kind}`)
  if (want.view)
    note(
      shown.some((view) => seen(view, want.view!)),
      `no ${want.view}`,
    )
  if (want.noview) note(!shown.some((view) => seen(view, want.noview!)), `still a ${want.noview}`)
  if (want.group)
    note(
      shown.some(
        (view) =>
          (view.kind === 'list' && view.group && labelOf(view.group.field) === want.group) ||
          (view.kind === 'board' && labelOf(view.group) === want.group),
      ),
      `not grouped by “${want.group}”`,
    )
  if (want.by)
    note(
      shown.some((view) => view.kind === 'chart' && view.query.group?.by === want.by),
      `nothing by ${want.by}`,
    )
  return wrong
}

function doesWrong(spec: AppSpec, want: Want): string[] {
  const wrong: string[] = []
  const does = spec.behaviours
  const note = (holds: boolean, what: string) => void (holds || wrong.push(what))
  const bounds = does.flatMap((one) =>
    one.kind === 'limit' ? [['limit', one.most, one.period]] : one.kind === 'goal' ? [['goal', one.target, one.period]] : [],
  )
  const bound = want.limit ? ['limit', ...want.limit] : want.goal ? ['goal', ...want.goal] : undefined
  if (bound)
    note(
      bounds.some((one) => bound.every((part, i) => one[i] === part)),
      `${JSON.stringify(bounds)}, not ${JSON.stringify(bound)}`,
    )
  const timer = does.find((one) => one.kind === 'timer')
  if (want.phases)
    note(
      JSON.stringify(timer?.phases.map(({ minutes }) => minutes)) === JSON.stringify(want.phases),
      `phases ${JSON.stringify(timer?.phases)}`,
    )
  const reminder = does.find((one) => one.kind === 'reminder')
  if (want.times) note(JSON.stringify(reminder?.times) === JSON.stringify(want.times), `at ${reminder?.times}`)
  if (want.before !== undefined) note(reminder?.before === want.before, `${reminder?.before} days before`)
  if (want.does)
    note(
      does.some((one) => one.kind === want.does),
      `no ${want.does}`,
    )
  if (want.doesnt) note(!does.some((one) => one.kind === want.doesnt), `still a ${want.doesnt}`)
  return wrong
}

function lookWrong(spec: AppSpec, want: Want): string[] {
  const wrong: string[] = []
  const note = (holds: boolean, what: string) => void (holds || wrong.push(what))
  if (want.name) note(spec.name === want.name, `called “${spec.name}”`)
  if (want.accent) note(spec.look.accent === want.accent, `the colour is ${spec.look.accent}`)
  if (want.density) note(spec.look.density === want.density, `it is ${spec.look.density}`)
  if (want.icon) note(spec.icon === want.icon, `the icon is ${spec.icon}`)
  return wrong
}
