/**
 * What follows from named figures by what they measure: miles, miles per gallon and a price per litre give a cost in one
 * way only. Each name has a dimension; the product of all of them, each multiplied or divided by, whose dimension is that
 * of what is wanted, is the formula. Nothing is guessed where none fits, or where more than one does.
 */
import { findUnit } from '../../../base/language/units.ts'
import type { Formula } from '../formulas.ts'

/** `names` as they are to be asked for, with the unit where the name says none. */
export type Worked = Formula & { money: boolean[] /** What comes out of it. */; outcome: 'money' | 'number'; unit: string }

/** Exponents by base: money, length, volume and so on; `size`: how many of the base units it is. */
type Measure = { size: number; of: Record<string, number> }
const plain: Measure = { size: 1, of: {} }

const times = (a: Measure, b: Measure, sign: 1 | -1): Measure => {
  const of = { ...a.of }
  for (const [base, n] of Object.entries(b.of)) {
    of[base] = (of[base] ?? 0) + sign * n
    if (of[base] === 0) delete of[base]
  }
  return { size: sign > 0 ? a.size * b.size : a.size / b.size, of }
}
const same = (a: Measure, b: Measure): boolean =>
  Object.keys(a.of).length === Object.keys(b.of).length && Object.entries(a.of).every(([base, n]) => b.of[base] === n)

const HOUR = { size: 1, of: { time: 1 } }
const METRE = { size: 1, of: { length: 1 } }
const LITRE = { size: 1, of: { volume: 1 } }
const MONEY = { size: 1, of: { money: 1 } }
/** Words for what is measured without a unit, and signs that findUnit does not know. */
const WORDS: [RegExp, Measure][] = [
  [/\bmpg\b|miles (?:per|to the) gallon/, { size: 1609.344 / 4.54609, of: { length: 1, volume: -1 } }],
  [/\bmph\b/, { size: 1609.344, of: { length: 1, time: -1 } }],
  [/\b(?:kmh|km\/h|kph)\b/, { size: 1000, of: { length: 1, time: -1 } }],
  [/\bkwh\b|kilowatt hours?/, { size: 1, of: { energy: 1 } }],
  [/\bkilowatts?\b|\bkw\b/, { size: 1, of: { energy: 1, time: -1 } }],
  [/\bwatts?\b|\bwattage\b/, { size: 0.001, of: { energy: 1, time: -1 } }],
  [/\bgallons?\b/, { size: 4.54609, of: { volume: 1 } }],
  [/\b(?:sq(?:uare)? ?(?:m|metres?|meters?)|m²|m2|area)\b|m²/, { size: 1, of: { length: 2 } }],
  [/\bhourly (?:rate|pay|wage)\b/, { size: 1, of: { money: 1, time: -1 } }],
  [/\b(?:width|height|length|depth|distance|wide|high|long|deep)\b/, METRE],
  [/\b(?:price|cost|fee|rate|pay|wage|charge|fare|rent|salary|amount|bill|spend)s?\b/, MONEY],
  [/\bhours?\b/, HOUR],
]
/** SI sizes of the bases, by the dimension that units have. */
const BASES: Record<string, [base: string, unit: string]> = {
  length: ['length', 'm'],
  volume: ['volume', 'l'],
  mass: ['mass', 'kg'],
  time: ['time', 'hours'],
}

function measureOf(label: string): Measure {
  const low = label.toLowerCase().trim()
  const [head = '', ...per] = low.split(/\s+(?:per|an?|for each|each|\/)\s+|\//)
  if (per.length === 1 && !/\bmpg|mph|kmh|km\/h|miles per gallon/.test(low)) {
    const of = /^(\d+) (.+)$/.exec(per[0]!)
    const under = single(of ? of[2]! : per[0]!)
    return times(single(head), { ...under, size: under.size * Number(of?.[1] ?? 1) }, -1)
  }
  return single(low)
}
function single(low: string): Measure {
  const known = WORDS.find(([words]) => words.test(low))?.[1]
  const unit = low
    .split(/[\s()]+/)
    .filter((word) => !/^(?:in|an?|of|per|the|at)$/.test(word))
    .map((word) => findUnit(word, 'en'))
    .find((one) => one !== undefined)
  if (unit && BASES[unit.dimension] && !known?.of.money) {
    const [base, name] = BASES[unit.dimension]!
    const size = unit.factor / (findUnit(name, 'en')?.factor ?? 1)
    return { size, of: { [base]: 1 } }
  }
  return known ?? plain
}

const findUnitIn = (name: string) =>
  name
    .split(/[\s()]+/)
    .filter((word) => word !== 'in')
    .find((word) => findUnit(word, 'en') !== undefined)

const WANTED: [RegExp, Measure][] = [
  [/\b(?:cost|price|pay|wage|earn\w*|spend|spent|bill|money|owe|total price|worth|charge)\b/, MONEY],
  [/\b(?:litres?|liters?|paint|fuel|petrol|water|gallons?)\b/, LITRE],
  [/\b(?:how long|time|hours)\b/, HOUR],
  [/\b(?:distance|how far|metres|meters|km|miles)\b/, METRE],
]
/** Raised or lowered by so many per cent. */
/** What is paid is less by the tax; what is bought is dearer by it. */
const EARNS = /\b(?:pay|wages?|salary|earn\w*|take[- ]home)\b/i
const ADDED = /\b(?:tax|vat|tip|markup|mark-up|waste|extra|service|interest|increase)\b/i
const TAKEN = /\b(?:discount|off|reduction|commission|fee %)\b/i
/** "10 square metres per litre" in the request itself. */
const GIVEN = /(\d+(?:\.\d+)?) ?([a-z²0-9 ]{1,20}?) (?:per|to the|to an?|an?|\/) ?([a-z]{2,12})\b/gi

export function formulaOf(names: readonly string[], wish: string): Worked | null {
  if (names.length < 2 || names.length > 8) return null
  const target = WANTED.find(([words]) => words.test(wish.toLowerCase()))?.[1]
  const percents = names.filter((name) => /%|per ?cent/i.test(name) || ADDED.test(name) || TAKEN.test(name))
  const figures = names.filter((name) => !percents.includes(name))
  const givens = [...wish.matchAll(GIVEN)].flatMap(({ 1: n, 2: over, 3: under }) => {
    const measure = times(single(over!.toLowerCase()), single(under!.toLowerCase()), -1)
    return Object.keys(measure.of).length > 1 && !names.some((name) => name.includes(n!)) ? [{ n: Number(n), measure }] : []
  })
  const factors = [...figures.map((name) => measureOf(name)), ...givens.map(({ measure, n }) => ({ ...measure, size: measure.size * n }))]
  if (!target || !figures.length || factors.length > 8 || factors.every((one) => Object.keys(one.of).length === 0)) return null
  // What is counted ("coats", "people") multiplies; only what measures may stand below.
  const signs: (1 | -1)[][] = factors.reduce<(1 | -1)[][]>(
    (all, one) =>
      all.flatMap((before) =>
        Object.keys(one.of).length
          ? [
              [...before, 1 as const],
              [...before, -1 as const],
            ]
          : [[...before, 1 as const]],
      ),
    [[]],
  )
  const fitting = signs.filter((each) =>
    same(
      each.reduce((sum, sign, at) => times(sum, factors[at]!, sign), plain),
      target,
    ),
  )
  const fewest = fitting.toSorted((a, b) => a.filter((one) => one < 0).length - b.filter((one) => one < 0).length)[0]
  if (!fewest) return null
  const size = fewest.reduce((sum, sign, at) => times(sum, factors[at]!, sign), plain).size / target.size
  let pattern = ''
  for (const [at] of figures.entries()) pattern += at === 0 ? (fewest[0]! > 0 ? '$0' : '1 / $0') : ` ${fewest[at]! > 0 ? '*' : '/'} $${at}`
  if (Math.abs(size - 1) > 1e-9) pattern += ` * ${Number(size.toPrecision(8))}`
  for (const [at, name] of percents.entries())
    pattern += ` * (1 ${TAKEN.test(name) || (/tax/i.test(name) && EARNS.test(wish)) ? '-' : '+'} $${figures.length + at} / 100)`
  const asked = [...figures, ...percents]
  return {
    label: '',
    names: asked.map((name) =>
      /\b(?:width|height|length|depth|wide|high|long|deep|distance)\b/i.test(name) && !findUnitIn(name) ? `${name} (m)` : name,
    ),
    money: asked.map((name) => !percents.includes(name) && 'money' in measureOf(name).of),
    outcome: target.of.money ? 'money' : 'number',
    unit: target.of.volume ? 'l' : target.of.time ? 'h' : target.of.length ? 'm' : '',
    pattern,
  }
}
