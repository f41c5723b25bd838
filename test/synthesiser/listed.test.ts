/** What a request lists, from the request to the entry: one table a cause. The entries are read with the app that was made. */
import { describe, expect, test } from 'vitest'
import { readEntry } from '../../src/dialogue/log/read.ts'
import { readEdits } from '../../src/studio/edit.ts'
import { context, reading } from '../dialogue/apps.ts'
import { ask } from './ask.ts'

const around = context(['coffee'], 'coffee', 'en')
const main = (say: string) => ask(say).spec.collections.find((one) => !one.hidden)!
const kindOf = (say: string, label: string) => main(say).fields.find((field) => field.label === label)?.kind

/** What an entry put into the fields, by their labels. */
function noted(request: string, entry: string): Record<string, unknown> {
  const { spec } = ask(request)
  const found = readEntry(reading(entry, 'en'), spec, around)
  if (!found.ok) throw new Error(found.error.code)
  expect(found.value.ops).toHaveLength(1)
  const [op] = found.value.ops
  const fields = spec.collections.flatMap((one) => one.fields)
  return Object.fromEntries(
    Object.entries(op && op.do !== 'delete' ? op.values : {}).map(([id, value]) => [fields.find((f) => f.id === id)?.label, value]),
  )
}

describe('the first of a list names the record, unless it only says how a thing is', () => {
  test.each([
    ['violin lessons: pupil, piece, minutes, fee', 'Pupil'],
    ['I service bikes. customer, frame, last service, fee', 'Customer'],
    ['fabric stash: colour, width in cm, metres left', undefined],
  ])('%s', (say, title) => {
    const { fields, title: id } = main(say)
    const label = fields.find((field) => field.id === id)?.label
    if (title) expect(label).toBe(title)
    else expect(label).not.toBe('Colour')
  })
})

describe('a name in a list keeps its own words, and they say its kind', () => {
  test.each([
    ['wine cellar: wine, bottled, opened, price', 'Opened', 'date'],
    ['freezer: food, bags, frozen on', 'Frozen on', 'date'],
    ['people to call - name, company, follow up by', 'Follow up by', 'date'],
    ['films: title, director, would I watch it again', 'Would I watch it again', 'yesno'],
    ['insulin diary: meal, insulin units, note', 'Insulin units', 'number'],
    ['hikes: trail, date, ticket cost in euros', 'Ticket cost', 'money'],
    ['puzzles: name, min and max players, minutes', 'Max players', 'number'],
    ['puzzles: name, min and max players, minutes', 'Min players', 'number'],
    ['swaps: variety, packets, swapped yet', 'Swapped yet', 'yesno'],
  ])('%s: %s is a %s', (say, label, kind) => {
    expect(kindOf(say, label)).toBe(kind)
  })
})

describe('what one is told to do is a task', () => {
  test.each([
    ['before we leave: turn off the gas, empty the bins, lock the shed', 3],
    ['spring jobs - wash the curtains, fix the gate, paint the fence, book the sweep', 4],
  ])('%s', (say, seeds) => {
    const tasks = main(say)
    expect(tasks.seeds).toHaveLength(seeds)
    expect(tasks.fields.some((field) => field.kind === 'yesno')).toBe(true)
  })
  test('but a measure with its unit is none', () => {
    expect(kindOf('baby growth: weight in kg, height in cm, head circumference', 'Head circumference')).toBe('quantity')
  })
  test('and is ticked by its doing', () => {
    const { spec } = ask('before we leave: turn off the gas, wash the windows, lock the shed')
    const found = readEntry(reading('washed the windows', 'en'), spec, around)
    expect(found.ok && found.value.ops[0]).toMatchObject({ do: 'update', match: { filters: [{ value: 'Wash the windows' }] } })
  })
})

describe('parts of an entry go to the fields for words in their order', () => {
  const contacts = 'people I meet: name, company, where we met, what we talked about, follow up by'
  test.each([
    [contacts, 'Ana Ruiz, Nokia, met in Oslo, follow up by 10 December', { Name: 'Ana Ruiz', Company: 'Nokia', 'Where we met': 'Oslo' }],
    ['brews: tea, sugar in g, flavour notes, fizz 1-5', 'green tea, 80 g sugar, fizz 4', { Tea: 'green tea', Sugar: 80, Fizz: 4 }],
    ['yarn: brand, weight, metres left, dyer', 'Drops, 250 metres', { 'Metres left': 250 }],
    ['rowing: machine, metres, minutes, how hard it felt out of 10', '6000 metres in 25 minutes, felt like a 7', { Metres: 6000 }],
  ])('%s ← %s', (request, entry, values) => {
    expect(noted(request, entry)).toMatchObject(values)
  })
  test('a figure after a name belongs to that name', () => {
    expect(noted('blood pressure with pulse', '128/82 pulse 66')).toMatchObject({ Systolic: 128, Diastolic: 82, Pulse: 66 })
  })
})

describe('changes said about what is listed', () => {
  const jobs = 'framing jobs: client, size, price, deposit paid, ready by, drawer (top, middle, bottom)'
  const edited = (say: string) => {
    const found = readEdits(reading(say, 'en'), ask(jobs).spec, around)
    return found.ok ? found.value.edits.map((edit) => edit.do) : []
  }
  test.each([
    ['just the ones with no deposit', 'add-view'],
    ['only the bottom drawer', 'add-view'],
    ['most expensive at the top', 'change-view'],
    ['soonest ready first', 'change-view'],
    ['put a phone number on each', 'add-field'],
  ])('%s', (say, edit) => {
    expect(edited(say)).toContain(edit)
  })
})
