/** Which calculator is meant, with the figures of the request put where they belong. */

import { foldHan } from '../../../base/language/han.ts'
import type { Behaviour, Field } from '../../../spec.ts'
import type { Frame } from '../../frame/types.ts'
import type { Build } from '../build.ts'
import { placesOf } from '../cues.ts'
import { fieldFor } from '../parts.ts'
import { asLabel } from '../words.ts'
import { addGiven } from './given.ts'
import { GENERAL, type Input, KINDS, type Kind, type Output, o } from './kinds.ts'
import { addMeasured } from './measured.ts'

/** Which known calculator is meant; undefined where none of them is. */
export function calculatorIn(frame: Frame): Kind | undefined {
  return KINDS.find((kind) => kind.words.split(',').some((word) => placesOf(frame.low, foldHan(word)).length > 0))
}

const outputField = (output: Output, b: Build): Field => {
  const shows =
    output.shows === 'money'
      ? { kind: 'money' as const, currency: b.frame.currency }
      : output.shows === 'number'
        ? { kind: 'number' as const, ...(output.decimals !== undefined ? { decimals: output.decimals } : {}) }
        : { kind: output.shows }
  return { id: output.id, label: b.say(output.label), kind: 'computed', formula: output.formula, shows }
}

export function addCalculator(b: Build, kind: Kind | undefined = calculatorIn(b.frame)): void {
  const { formulas } = b.frame
  if (formulas.length) {
    addGiven(b)
    return
  }
  if (addMeasured(b, kind)) return
  const of = kind ?? fromAsked(b) ?? GENERAL
  const given = givenFor(of, b.frame)
  const inputs = of.inputs.map((input): Field => {
    const field = fieldFor(input.id, input.kind, b.say(input.label), b.frame.language, b.frame.currency)
    const value = given.get(input.id) ?? input.default
    return value === undefined ? field : { ...field, default: value }
  })
  const behaviour = b.does<Extract<Behaviour, { kind: 'calculator' }>>({
    kind: 'calculator',
    label: of.name,
    inputs,
    outputs: of.outputs.map((output) => outputField(output, b)),
  })
  b.tool(behaviour)
  b.icon = of.icon
  b.defaultName = of.name
}

/** Figures in the request put where they belong: "350000 at 4.2% over 30 years". */
function givenFor(of: Kind, frame: Frame): Map<string, number> {
  const given = new Map<string, number>()
  const money = of.inputs.filter((input) => input.kind === 'money').map((input) => input.id)
  const amounts = [...frame.moneys]
  const [percent] = frame.percents
  const bare = frame.numbers.filter((n) => n > 1000)
  const target = of.id === 'saving' ? 'deposit' : money[0]
  const amount = amounts[0] ?? (of.id === 'saving' ? frame.numbers[0] : bare[0])
  if (target && amount !== undefined) given.set(target, amount)
  const rate = of.inputs.find((input) => input.id === 'rate' || input.id === 'off')?.id
  if (rate && percent !== undefined && percent >= 0) given.set(rate, percent)
  const off = /(\d(?:\.\d)?)\s?折/.exec(frame.low)
  if (rate === 'off' && off) given.set(rate, Math.round(100 - Number(off[1]) * 10))
  const years = frame.minutes.find((minutes) => minutes >= 525600)
  const said = /(\d{1,2})\s?(?:years?|yrs?|年|년)/.exec(frame.low)
  if (of.inputs.some((input) => input.id === 'term')) {
    if (said) given.set('term', Number(said[1]))
    else if (years) given.set('term', Math.round(years / 525600))
  }
  if (of.inputs.some((input) => input.id === 'people') && frame.headcount) given.set('people', frame.headcount)
  return given
}

/** "a calculator for my candle business with wax, wick and jar cost": the named figures and their sum. */
function fromAsked(b: Build): Kind | undefined {
  const named = b.frame.asked.slice(0, 10)
  if (named.length < 2) return undefined
  const inputs = named.map((one, at): Input => {
    b.used.add(one.label)
    const label = asLabel(one.label, 40)
    return {
      id: `v${at + 1}`,
      label: { en: label, zh: label, ja: label, ko: label },
      kind: /^(?:money|int|num|qty|percent|duration)/.test(one.kind) ? one.kind : 'num',
    }
  })
  const money = inputs.every((input) => input.kind === 'money')
  return {
    ...GENERAL,
    inputs,
    outputs: [o('total', 'Total / 合计 / 合計 / 합계', `sum(${inputs.map((input) => input.id).join(', ')})`, money ? 'money' : 'number')],
  }
}
