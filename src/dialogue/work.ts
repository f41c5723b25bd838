/** A calculator worked with the figures of a sentence: "$320,000 at 5.2% for 25 years", 贷款100万 利率4.1% 30年. */
import { compute } from '../apps/formula.ts'
import { formatMoney, formatNumber, formatValue } from '../base/language/format.ts'
import type { Found, Reading } from '../base/language/types.ts'
import { fieldsNamed, fold } from '../base/resolve.ts'
import type { AppSpec, Behaviour, Collection, Field, Value } from '../spec.ts'
import type { CalculateContext, Calculation } from './calculate.ts'
import { plain } from './log/fill/numbers.ts'
import { kindFit, nearness } from './log/fit.ts'

type Calculator = Extract<Behaviour, { kind: 'calculator' }>

/** Null where a figure finds no input, or an input without a default was not said. */
export function worked(reading: Reading, spec: AppSpec, ctx: CalculateContext): Calculation | null {
  const calculator = spec.behaviours.find((one): one is Calculator => one.kind === 'calculator')
  const figures = reading.values.filter(({ read }) => FIGURES.has(read.kind))
  if (!calculator || !figures.length || figures.length !== reading.values.length) return null
  const said = inputsSaid(reading, figures, calculator.inputs)
  if (!said || calculator.inputs.some((input) => said[input.id] === undefined && input.default === undefined)) return null
  const values: Record<string, Value> = Object.fromEntries(calculator.inputs.map((input) => [input.id, said[input.id] ?? input.default!]))
  const fields = [...calculator.inputs, ...calculator.outputs]
  const found = calculator.outputs.flatMap((field) => {
    if (field.kind !== 'computed') return []
    const value = compute(field, values, fields, ctx.now.date)
    return typeof value === 'number' ? [{ value, field, shown: `${field.label}: ${formatValue(field, value, ctx.locale)}` }] : []
  })
  if (!found.length) return null
  // “each pays?” is told first; the rest stands beside it.
  found.sort((a, b) => askedFor(reading, b.field) - askedFor(reading, a.field))
  return {
    expression: calculator.inputs.map((input) => `${input.label} ${shown(input, values[input.id]!, ctx.locale)}`).join(' · '),
    value: found[0]!.value,
    shown: found.map((one) => one.shown).join(' · '),
  }
}

const EACH = /\b(?:each|apiece|per (?:person|head))\b|每人|每个人|人均|各|一人|1人|ずつ|각자|각각|한 명|인당/i
/** How plainly an output is what the question wants to know. */
const askedFor = ({ text }: Reading, { label }: Field): number =>
  EACH.test(text) && EACH.test(label)
    ? 2
    : fieldsNamed(text, [{ ...NOWHERE, fields: [{ id: 'output', label, kind: 'number' }] }]).length
      ? 1
      : 0
const NOWHERE: Collection = { id: 'outputs', label: '·', one: '·', fields: [], title: 'output', seeds: [] }

const FIGURES = new Set(['money', 'number', 'quantity', 'count', 'duration', 'percent'])
const shown = (input: Field, value: Value, locale: string): string =>
  input.kind === 'money' && typeof value === 'number'
    ? formatMoney(value, input.currency, locale)
    : typeof value === 'number'
      ? formatNumber(value, locale, { decimals: Number.isInteger(value) ? 0 : 2 })
      : String(value)

/** Every figure in the input it fits best, best pairs first; null where one is left over. */
function inputsSaid(reading: Reading, figures: Found[], inputs: Field[]): Record<string, number> | null {
  const low = fold(reading.text)
  const pairs = figures
    .flatMap((figure, at) =>
      inputs.flatMap((input, order) => {
        const value = valueFor(figure, input)
        const fit = value === null ? 0 : fitFor(figure, input)
        return value === null || fit <= 0
          ? []
          : [{ figure, input, value, score: fit + nearness(low, reading, figure, input) - order * 0.01 - at * 0.001 }]
      }),
    )
    .sort((a, b) => b.score - a.score)
  const said: Record<string, number> = {}
  const used = new Set<Found>()
  for (const { figure, input, value } of pairs) {
    if (used.has(figure) || input.id in said) continue
    used.add(figure)
    said[input.id] = value
  }
  return used.size === figures.length ? said : null
}

const SHARE = /%|percent|rate|率|利|折扣|퍼센트|금리|이율|세율|할인/i
const YEARS = /year|年|년/i
const MONTHS = /month|个月|月数|ヶ月|か月|개월/i
const YEAR_MINUTES = 525_600

function fitFor({ read }: Found, input: Field): number {
  if (read.kind === 'percent') return input.kind === 'number' ? (SHARE.test(input.label) ? 3 : 0.3) : 0
  if (read.kind === 'duration' && input.kind === 'number') return LENGTHS.some(([pattern]) => pattern.test(input.label)) ? 2 : 0
  if (input.kind === 'number' && SHARE.test(input.label)) return read.kind === 'number' ? 0.4 : 0
  return kindFit(read, input)
}

const LENGTHS: [RegExp, number][] = [
  [MONTHS, YEAR_MINUTES / 12],
  [YEARS, YEAR_MINUTES],
]
function valueFor({ read }: Found, input: Field): number | null {
  const [, unit] = (read.kind === 'duration' && input.kind === 'number' && LENGTHS.find(([pattern]) => pattern.test(input.label))) || []
  if (read.kind === 'duration' && unit) return Math.round((read.minutes / unit) * 100) / 100
  const value = plain(read, input)
  return typeof value === 'number' ? value : null
}
