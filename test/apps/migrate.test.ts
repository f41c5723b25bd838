import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incoherences } from '../../src/apps/coherence.ts'
import { applyEdits, convertValue, migrateValues, stepsBetween } from '../../src/apps/migrate.ts'
import { parseValue } from '../../src/apps/values.ts'
import { AppSpec, Field, type FieldKind, SpecEdit, type Value } from '../../src/spec.ts'
import { value } from '../store/store.contract.ts'
import { plain, spending } from './specs.ts'

const field = (kind: FieldKind, more: object = {}): Field => Field.parse({ id: 'field', label: 'Field', kind, ...extra[kind], ...more })
const options = {
  options: [
    { id: 'low', label: 'Low' },
    { id: 'high', label: '高い' },
  ],
}
const extra: Partial<Record<FieldKind, object>> = {
  money: { currency: 'JPY' },
  quantity: { unit: 'kg' },
  choice: options,
  choices: options,
  relation: { to: 'others' },
}

describe('a value taken to another kind', () => {
  it.each<[FieldKind, Value, FieldKind, Value, object?]>([
    ['text', '1,200円', 'money', 1200],
    ['text', '3', 'number', 3],
    ['text', 'three', 'number', null],
    ['text', '2026年1月5日', 'date', '2026-01-05'],
    ['text', '高い', 'choice', 'high'],
    ['text', 'medium', 'choice', null],
    ['text', 'low, 高い', 'choices', ['low', 'high']],
    ['text', 'はい', 'yesno', true],
    ['text', '★★★', 'rating', 3],
    ['number', 1200, 'money', 1200],
    ['number', 3.6, 'number', 4, { integer: true }],
    ['number', 8, 'rating', null],
    ['number', 4, 'rating', 4],
    ['number', 90, 'duration', 90],
    ['number', 0, 'yesno', false],
    ['number', 5, 'text', '5'],
    ['money', 500, 'number', 500],
    ['money', 500, 'money', 500, { currency: 'USD' }],
    ['yesno', true, 'number', 1],
    ['yesno', true, 'text', 'true'],
    ['choice', 'high', 'text', '高い'],
    ['choice', 'high', 'choices', ['high']],
    ['choices', ['low'], 'choice', 'low'],
    ['choices', ['low', 'high'], 'choice', null],
    ['choices', ['low', 'high'], 'note', 'Low, 高い'],
    ['choice', 'gone', 'choice', null],
    ['choice', 'high', 'choice', 'top', { options: [{ id: 'top', label: '高い' }] }],
    ['rating', 4, 'rating', 8, { max: 10 }],
    ['rating', 4, 'number', 4],
    ['date', '2026-01-05', 'datetime', '2026-01-05T00:00'],
    ['datetime', '2026-01-05T09:30', 'date', '2026-01-05'],
    ['datetime', '2026-01-05T09:30', 'time', '09:30'],
    ['date', '2026-01-05', 'number', null],
    ['relation', 'abc', 'relation', ['abc'], { many: true }],
    ['relation', 'abc', 'text', null],
    ['text', 'abc', 'relation', null],
    ['note', 'a\nb', 'text', 'a b'],
    ['quantity', 65, 'quantity', 65, { unit: 'lb' }],
  ])('%s %j as %s is %j', (from, raw, to, wanted, more) => {
    expect(convertValue(field(from), field(to, more), raw)).toEqual(wanted)
  })

  it('fits its new field, whatever it was', () => {
    const kinds = [
      'text',
      'note',
      'number',
      'money',
      'date',
      'time',
      'datetime',
      'duration',
      'quantity',
      'choice',
      'choices',
      'rating',
      'yesno',
      'person',
      'link',
      'relation',
    ] as const
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.constantFrom(...kinds),
        fc.oneof(
          fc.constantFrom('5', 'high', '2026-01-01', '2026-01-01T10:00', '12:30', 'yes', 'x@y.zz'),
          fc.integer({ min: 0, max: 12 }),
          fc.boolean(),
          fc.string(),
        ),
        (from, to, raw) => {
          const before = parseValue(field(from), raw)
          if (!before.ok || before.value === null) return
          const after = convertValue(field(from), field(to), before.value)
          if (after !== null) expect(parseValue(field(to), after)).toEqual({ ok: true, value: after })
          expect(convertValue(field(from), field(from), before.value)).toEqual(before.value)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

const edits = (...list: object[]) => list.map((one) => SpecEdit.parse(one))
const edited = (...list: object[]) => value(applyEdits(spending(), edits(...list))).spec
const refusal = (spec: AppSpec, ...list: object[]) => {
  const result = applyEdits(spec, edits(...list))
  return result.ok ? 'accepted' : `${result.error.code}: ${result.error.message}`
}

describe('an edit', () => {
  it('adds, renames, moves and changes fields', () => {
    const spec = edited(
      { do: 'add-field', collection: 'cups', field: { id: 'mood', label: 'Mood', kind: 'text' }, after: 'what' },
      { do: 'rename-field', collection: 'cups', field: 'price', label: 'Cost' },
      { do: 'move-field', collection: 'cups', field: 'day', to: 0 },
      { do: 'change-field', collection: 'cups', field: { id: 'note', label: 'Note', kind: 'text' } },
    )
    expect(spec.collections[0]!.fields.slice(0, 4).map((one) => one.label)).toEqual(['Day', 'What', 'Mood', 'Cost'])
    expect(spec.collections[0]!.fields.find((one) => one.id === 'note')!.kind).toBe('text')
    expect(spec.views).toEqual(spending().views)
  })

  it('hides what is removed, with what lived on it, and brings both back', () => {
    const without = edited({ do: 'remove-field', collection: 'cups', field: 'day' })
    expect(without.collections[0]!.fields.find((one) => one.id === 'day')!.hidden).toBe(true)
    expect(without.views.filter((view) => view.hidden).map((view) => view.id)).toEqual(['calendar'])
    expect(without.views.find((view) => view.id === 'list')).toMatchObject({ sort: undefined })
    expect(without.behaviours).toEqual([])
    expect(incoherences(without)).toEqual([])
    const back = value(applyEdits(without, edits({ do: 'restore-field', collection: 'cups', field: 'day' }))).spec
    expect(back.views.some((view) => view.hidden)).toBe(false)
  })

  it('takes columns and tiles out, and computed fields that lost what they count', () => {
    const spec = edited(
      { do: 'remove-field', collection: 'cups', field: 'rating' },
      { do: 'remove-field', collection: 'cups', field: 'count' },
    )
    expect(spec.views.find((view) => view.id === 'table')).toMatchObject({ columns: ['what', 'price'] })
    expect(spec.views.find((view) => view.id === 'summary')).toMatchObject({ tiles: [{ label: 'Spent' }] })
    expect(spec.collections[0]!.fields.filter((one) => one.hidden).map((one) => one.id)).toEqual(['rating', 'count', 'total'])
  })

  it('gives a record another title where its title goes', () => {
    expect(edited({ do: 'remove-field', collection: 'cups', field: 'what' }).collections[0]!.title).not.toBe('what')
  })

  it('hides a collection with relations to it', () => {
    const spec = edited({ do: 'remove-collection', collection: 'shops' })
    expect(spec.collections[1]!.hidden).toBe(true)
    expect(spec.collections[0]!.fields.find((one) => one.id === 'shop')!.hidden).toBe(true)
    expect(spec.views.find((view) => view.id === 'chart')!.hidden).toBe(true)
  })

  it('changes kinds with what needs them', () => {
    const spec = edited({ do: 'change-field', collection: 'cups', field: { id: 'day', label: 'Day', kind: 'text' } })
    expect(spec.views.some((view) => view.id === 'calendar')).toBe(false)
    expect(spec.behaviours).toEqual([])
    expect(incoherences(spec)).toEqual([])
  })

  it('sets name, icon, purpose, look, language, views and behaviours', () => {
    const spec = edited(
      { do: 'rename-app', name: 'Café diary' },
      { do: 'set-icon', icon: '🫘' },
      { do: 'set-purpose', purpose: 'Beans' },
      { do: 'set-look', look: { accent: 'leaf' } },
      { do: 'set-language', language: 'ja', locale: 'ja-JP' },
      { do: 'rename-collection', collection: 'cups', label: 'Drinks', one: 'drink' },
      { do: 'first-view', view: 'calendar' },
      { do: 'remove-view', view: 'board' },
      { do: 'add-view', view: { id: 'cards', label: 'Cards', kind: 'cards', collection: 'cups' }, first: true },
      { do: 'change-behaviour', behaviour: { ...spending().behaviours[0], most: 6000 } },
      { do: 'add-behaviour', behaviour: { id: 'streak', label: 'Streak', kind: 'streak', collection: 'cups', date: 'day' } },
    )
    expect(spec).toMatchObject({
      name: 'Café diary',
      icon: '🫘',
      purpose: 'Beans',
      language: 'ja',
      locale: 'ja-JP',
      look: { accent: 'leaf', first: 'entry' },
    })
    expect(spec.views.map((view) => view.id)).toEqual(['cards', 'calendar', 'list', 'table', 'chart', 'summary'])
    expect(spec.behaviours).toMatchObject([{ most: 6000 }, { kind: 'streak' }])
    expect(value(applyEdits(spec, edits({ do: 'remove-behaviour', behaviour: 'limit' }))).spec.behaviours.length).toBe(1)
  })

  it('says what the data needs', () => {
    const { steps } = value(
      applyEdits(
        spending(),
        edits(
          { do: 'add-field', collection: 'cups', field: { id: 'paid', label: 'Paid', kind: 'yesno', default: false } },
          { do: 'add-field', collection: 'cups', field: { id: 'seen', label: 'Seen', kind: 'date', default: 'today' } },
          { do: 'change-field', collection: 'cups', field: { id: 'price', label: 'Cost', kind: 'number' } },
          { do: 'rename-field', collection: 'cups', field: 'what', label: 'Drink' },
          { do: 'remove-field', collection: 'cups', field: 'rating' },
          {
            do: 'add-collection',
            collection: {
              id: 'beans',
              label: 'Beans',
              one: 'bean',
              title: 'name',
              fields: [{ id: 'name', label: 'Name', kind: 'text' }],
              seeds: [{ name: 'x' }],
            },
          },
        ),
      ),
    )
    expect(steps.map((one) => one.step).sort()).toEqual(['convert', 'fill', 'seed'])
    const migrated = migrateValues({ what: 'A', price: 500, rating: 4 }, 'cups', steps)
    expect(migrated).toEqual({ values: { what: 'A', price: 500, rating: 4, paid: false }, lost: [] })
    expect(stepsBetween(spending(), spending())).toEqual([])
  })

  it.each<[RegExp, AppSpec, object]>([
    [
      /only field/,
      AppSpec.parse({ ...plain(), collections: [{ ...plain().collections[0], fields: [{ id: 'name', label: 'N', kind: 'text' }] }] }),
      { do: 'remove-field', collection: 'items', field: 'name' },
    ],
    [/all the app has/, plain(), { do: 'remove-collection', collection: 'items' }],
    [/only view/, plain(), { do: 'remove-view', view: 'list' }],
    [/no field gone/, plain(), { do: 'rename-field', collection: 'items', field: 'gone', label: 'x' }],
    [/no collection gone/, plain(), { do: 'remove-collection', collection: 'gone' }],
    [/already/, plain(), { do: 'add-field', collection: 'items', field: { id: 'name', label: 'x', kind: 'text' } }],
    [/already/, plain(), { do: 'add-view', view: { id: 'list', label: 'x', kind: 'list', collection: 'items' } }],
    [/no view gone/, plain(), { do: 'first-view', view: 'gone' }],
    [/no behaviour gone/, plain(), { do: 'remove-behaviour', behaviour: 'gone' }],
    [
      /spec-incoherent.*gone/,
      plain(),
      { do: 'add-view', view: { id: 'cal', label: 'x', kind: 'calendar', collection: 'items', date: 'gone' } },
    ],
    [
      /spec-incoherent/,
      plain(),
      {
        do: 'add-field',
        collection: 'items',
        field: { id: 'sum', label: 'x', kind: 'computed', formula: 'gone', shows: { kind: 'number' } },
      },
    ],
  ])('that cannot be is refused: %s', (words, spec, one) => {
    expect(refusal(spec, one)).toMatch(words)
  })

  it('leaves every view and behaviour sound, whichever fields go', () => {
    const ids = spending().collections[0]!.fields.map((one) => one.id)
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 8 }), fc.boolean(), (gone, shopsToo) => {
        let spec = spending()
        for (const id of gone) {
          const next = applyEdits(spec, edits({ do: 'remove-field', collection: 'cups', field: id }))
          if (next.ok) spec = next.value.spec
        }
        if (shopsToo) spec = value(applyEdits(spec, edits({ do: 'remove-collection', collection: 'shops' }))).spec
        expect(incoherences(spec)).toEqual([])
        expect(AppSpec.safeParse(spec).success).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
