/** English requests by the stage that reads them: fields, things, phases, records, sums; and the entries that follow. */
import { describe, expect, test } from 'vitest'
import { readEntry } from '../../src/dialogue/log/read.ts'
import { formulaOf } from '../../src/studio/rules/calculators/dimensions.ts'
import { context, reading } from '../dialogue/apps.ts'
import { ask } from './ask.ts'

const around = context(['coffee'], 'coffee', 'en')
const main = (say: string) => ask(say).spec.collections.find((one) => !one.hidden)!
const field = (say: string, label: string) => main(say).fields.find((one) => one.label === label)

describe('a quality is of the kind that its words say', () => {
  test.each([
    ['rent book: tenant, rent due, rent received', 'Rent due', 'money'],
    ['rent book: tenant, rent due, rent received', 'Rent received', 'money'],
    ['hives: hive, frames of brood, varroa count', 'Frames of brood', 'number'],
    ['team sheet: player, goals, assists, minutes played', 'Assists', 'number'],
    ['toolshed: tool, who has it, due back', 'Due back', 'date'],
    ['hall bookings: group, date, from, to, fee', 'From', 'time'],
    ['my ward shifts: ward, date, if I got my break', 'Got my break', 'yesno'],
    ['kittens: name, arrived, eating ok?, adopted by', 'Eating ok', 'yesno'],
  ])('%s → %s', (say, label, kind) => expect(field(say, label)?.kind).toBe(kind))
})

describe('what one of several parts can be stands in it', () => {
  test.each([
    ['feeds: date, ml, left or right or bottle', ['Left', 'Right', 'Bottle']],
    ['costs: item, cost, paid by me or Steve', ['Me', 'Steve']],
    ['days out: place, morning / afternoon / evening, cost', ['Morning', 'Afternoon', 'Evening']],
    ['thesis chapters: chapter, words, status (not started, with supervisor, done)', ['Not started', 'With supervisor', 'Done']],
  ])('%s', (say, options) => {
    const choices = main(say).fields.flatMap((one) => (one.kind === 'choice' ? [one.options.map((option) => option.label)] : []))
    expect(choices).toContainEqual(options)
  })
})

describe('things are listed to be ticked, qualities to be filled in', () => {
  test.each([
    ['hospital bag - for me: slippers, dressing gown; for the baby: vests, hats', ['Slippers', 'Dressing gown', 'Vests', 'Hats']],
    ['milk, eggs and bread shopping list', ['Milk', 'Eggs', 'Bread']],
    ['Every day: make the bed, no phone after 10, walk', ['Make the bed', 'No phone after 10', 'Walk']],
  ])('%s', (say, things) => {
    const { spec } = ask(say)
    expect(spec.collections.some((one) => things.every((thing) => one.seeds.some((seed) => seed[one.title] === thing)))).toBe(true)
  })
  test('a sentence of the wish is no field', () => {
    const labels = main('Putting money aside for a boiler, need £2,400 by 1 October 2027, want to see how far along I am').fields.map(
      (one) => one.label,
    )
    expect(labels).toEqual(['Amount', 'Date', 'Note'])
  })
  test('the nouns before "with" are what is recorded', () => {
    expect(field('Thesis. chapters with words written, target words', 'Chapter')?.id).toBe(
      main('Thesis. chapters with words written, target words').title,
    )
  })
})

test('stretches of time are called by what they are for', () => {
  const timer = ask('7 minutes of stretching and 3 minutes of breathing, 4 times, with a bell').spec.behaviours.find(
    (one) => one.kind === 'timer',
  )
  expect(timer?.kind === 'timer' && timer.phases).toMatchObject([
    { label: 'Stretching', minutes: 7 },
    { label: 'Breathing', minutes: 3 },
  ])
})

test('to be reminded once is one task with its day', () => {
  const tasks = main('remind me to call mum tomorrow')
  expect(tasks.seeds).toHaveLength(1)
  expect(tasks.seeds[0]).toMatchObject({ [tasks.title]: 'Call mum' })
})

describe('figures that are only named are worked with by what they measure', () => {
  const worked = (names: string[], wish: string, values: number[]) => {
    const found = formulaOf(names, wish)
    if (!found) return null
    const text = found.pattern.replace(/\$(\d+)/g, (_, at: string) => `(${values[Number(at)]})`)
    expect(text).toMatch(/^[\d\s().*/+-]+$/)
    return Function(`return ${text}`)() as number
  }
  // [names, wish, the same by hand]
  const cases: [string[], string, (v: number[]) => number][] = [
    [['miles', 'mpg', 'price per litre'], 'work out my petrol cost', ([a, b, c]) => (a! / b!) * 4.54609 * c!],
    [['width', 'height', 'coats'], 'how much paint, 10 m² per litre', ([a, b, c]) => (a! * b! * c!) / 10],
    [['watts', 'hours', 'price per kWh'], 'what my heater costs: cost', ([a, b, c]) => (a! / 1000) * b! * c!],
    [['hours', 'hourly rate', 'tax %'], 'work out my pay', ([a, b, c]) => a! * b! * (1 - c! / 100)],
    [['distance in km', 'speed in km/h'], 'how long will it take', ([a, b]) => a! / b!],
  ]
  test.each(cases)('%j', (names, wish, byHand) => {
    for (let n = 1; n <= 20; n++) {
      const values = names.map((_, at) => ((n * 7 + at * 13) % 29) + 1)
      expect(worked(names, wish, values)).toBeCloseTo(byHand(values), 4)
    }
  })
  test('nothing is made up where the dimensions do not fit', () => {
    expect(formulaOf(['width', 'price per litre'], 'what does it cost')).toBeNull()
    expect(formulaOf(['apples', 'pears'], 'how much is it')).toBeNull()
  })
})

describe('an entry says which figure, name and person is meant', () => {
  const noted = (request: string, entry: string) => {
    const { spec } = ask(request)
    const found = readEntry(reading(entry, 'en'), spec, around)
    if (!found.ok) throw new Error(found.error.code)
    const [op] = found.value.ops
    const fields = spec.collections.flatMap((one) => one.fields)
    return Object.fromEntries(
      Object.entries(op && op.do !== 'delete' ? op.values : {}).map(([id, value]) => [fields.find((one) => one.id === id)?.label, value]),
    )
  }
  test.each([
    [
      'rent book: tenant, flat, rent due, rent received',
      'Carla in flat 2, due 820, received 400',
      { Tenant: 'Carla', Flat: 'Flat 2', 'Rent due': 820, 'Rent received': 400 },
    ],
    [
      'team sheet: player, goals, assists, minutes played',
      'Kofi 2 goals 1 assist 40 minutes',
      { Player: 'Kofi', Goals: 2, Assists: 1, 'Minutes played': 40 },
    ],
    [
      'my tools: tool, who has it, lent on, returned?',
      'lent the circular saw to Bernard',
      { Tool: 'Circular saw', 'Who has it': 'Bernard' },
    ],
    ['my tools: tool, who has it, lent on, returned?', 'Ruth has the ladder', { Tool: 'Ladder', 'Who has it': 'Ruth' }],
    ['swim times: swimmer, stroke, time, meet', 'Ella, backstroke, 1:30.0', { Swimmer: 'Ella', Stroke: 'backstroke', Time: 1.5 }],
  ])('%s ← %s', (request, entry, values) => expect(noted(request, entry)).toMatchObject(values))

  test('what is sold is taken off the stock that is there', () => {
    const { spec } = ask('corner shop stock: item, price, quantity. Tell me when there are fewer than 6')
    const found = readEntry(reading('sold 5 baked beans', 'en'), spec, around)
    expect(found.ok && found.value.ops).toMatchObject([{ do: 'update', plus: { quantity: -5 } }])
  })
})
