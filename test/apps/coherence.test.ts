import { describe, expect, it } from 'vitest'
import { incoherences } from '../../src/apps/coherence.ts'
import { AppSpec, Behaviour } from '../../src/spec.ts'
import { plain, spending } from './specs.ts'

/** The spec of the tests with one thing changed. */
const changed = (change: (spec: AppSpec) => unknown): AppSpec => {
  const spec = structuredClone(spending())
  change(spec)
  return spec
}
const behaviour = (one: object) =>
  changed((spec) => Object.assign(spec, { behaviours: [Behaviour.parse({ id: 'one', label: 'One', ...one })] }))

describe('coherence', () => {
  it('finds nothing wrong with a sound spec', () => {
    expect(incoherences(spending())).toEqual([])
    expect(incoherences(plain())).toEqual([])
  })

  it.each<[RegExp, AppSpec]>([
    [/two views have the id list/, changed((s) => s.views.push({ ...s.views[0]! }))],
    [/two fields .* have the id what/, changed((s) => s.collections[0]!.fields.push({ ...s.collections[0]!.fields[0]! }))],
    [/title of collection cups .* cups.gone/, changed((s) => Object.assign(s.collections[0]!, { title: 'gone' }))],
    [/title .* is hidden/, changed((s) => Object.assign(s.collections[0]!.fields[0]!, { hidden: true }))],
    [/field cups.shop speaks of collection gone/, changed((s) => Object.assign(s.collections[0]!.fields[3]!, { to: 'gone' }))],
    [
      /formula.*nothing is called “gone”/,
      changed((s) =>
        s.collections[0]!.fields.push({ id: 'bad', label: 'Bad', kind: 'computed', formula: 'gone + 1', shows: { kind: 'number' } }),
      ),
    ],
    [
      /computed from itself/,
      changed((s) =>
        s.collections[0]!.fields.push({ id: 'loop', label: 'Loop', kind: 'computed', formula: 'loop + 1', shows: { kind: 'number' } }),
      ),
    ],
    [/default of field cups.price does not fit/, changed((s) => Object.assign(s.collections[0]!.fields[1]!, { default: 'lots' }))],
    [/default of field cups.price does not fit/, changed((s) => Object.assign(s.collections[0]!.fields[1]!, { default: 'today' }))],
    [/seed 1 of collection shops .* field shops.gone/, changed((s) => Object.assign(s.collections[1]!, { seeds: [{ gone: 'x' }] }))],
    [/seed 1 of collection shops.*“Name”/, changed((s) => Object.assign(s.collections[1]!, { seeds: [{ name: null }] }))],
    [/board.*kind choice.*kind money/s, changed((s) => Object.assign(s.views[3]!, { group: 'price' }))],
    [/calendar needs a date/, changed((s) => Object.assign(s.views[2]!, { date: 'price' }))],
    [/view table speaks of field cups.gone/, changed((s) => Object.assign(s.views[1]!, { columns: ['gone'] }))],
    [/sum needs a field/, changed((s) => Object.assign((s.views[4] as { query: { measure: object } }).query, { measure: { fn: 'sum' } }))],
    [
      /tile “Spent”.*kind note/s,
      changed((s) =>
        Object.assign((s.views[5] as { tiles: { query: object }[] }).tiles[0]!.query, { measure: { fn: 'sum', field: 'note' } }),
      ),
    ],
    [/has no value/, changed((s) => Object.assign(s.views[0]!, { filter: [{ field: 'price', op: '=' }] }))],
    [/shows behaviour gone/, changed((s) => s.views.push({ id: 'tool', label: 'T', kind: 'tool', behaviour: 'gone' }))],
    [/every view is hidden/, changed((s) => s.views.map((view) => Object.assign(view, { hidden: true })))],
    [/collection gone/, behaviour({ kind: 'limit', collection: 'gone', measure: { fn: 'count' }, most: 1 })],
    [/names no date field/, behaviour({ kind: 'limit', collection: 'cups', measure: { fn: 'count' }, most: 1, period: 'month' })],
    [/needs a date.*kind money/, behaviour({ kind: 'streak', collection: 'cups', date: 'price' })],
    [/kind yesno.*kind money/, behaviour({ kind: 'progress', collection: 'cups', done: 'price' })],
    [/names neither/, behaviour({ kind: 'progress', collection: 'cups' })],
    [/neither a collection nor times/, behaviour({ kind: 'reminder' })],
    [/kind schedule/, behaviour({ kind: 'repetition', collection: 'cups', front: 'what', back: 'note', schedule: 'note' })],
    [
      /points to shops, not to cups/,
      behaviour({ kind: 'split', collection: 'cups', payer: 'shop', amount: 'price', members: 'cups', currency: 'JPY' }),
    ],
    [/nothing to count down to/, behaviour({ kind: 'countdown' })],
    [/no moment/, behaviour({ kind: 'countdown', to: 'soon' })],
    [
      /output b is not computed/,
      behaviour({
        kind: 'calculator',
        inputs: [{ id: 'a', label: 'A', kind: 'number' }],
        outputs: [{ id: 'b', label: 'B', kind: 'number' }],
      }),
    ],
    [
      /nothing is called “c”/,
      behaviour({
        kind: 'calculator',
        inputs: [{ id: 'a', label: 'A', kind: 'number' }],
        outputs: [{ id: 'b', label: 'B', kind: 'computed', formula: 'a * c', shows: { kind: 'number' } }],
      }),
    ],
    [/mi is not among its units/, behaviour({ kind: 'converter', dimension: 'length', units: ['m', 'km'], from: 'mi', to: 'km' })],
    [/stock.*cups.gone/, behaviour({ kind: 'stock', collection: 'cups', quantity: 'count', least: 'gone' })],
  ])('notes %s', (words, spec) => {
    const wrong = incoherences(spec)
    expect(wrong.join('\n')).toMatch(words)
    expect(AppSpec.safeParse(spec).success || wrong.length > 0).toBe(true)
  })
})
