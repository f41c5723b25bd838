/** Formulas of a thing that is kept: each becomes a computed field beside the fields it is worked out from. */
import type { Collection, Field } from '../../spec.ts'
import type { Asked } from '../frame/types.ts'
import type { Build } from '../rules/build.ts'
import { guessKind } from '../rules/guess.ts'
import { partNamed } from '../rules/parts.ts'
import { asLabel } from '../rules/words.ts'

const FIGURE = new Set<Field['kind']>(['money', 'number', 'quantity', 'duration', 'computed', 'rating'])

export function applyFormulas(b: Build, main: Collection): void {
  for (const formula of b.frame.formulas) {
    // What was taken for a quality of its own is worked out.
    main.fields = main.fields.filter((field) => !isItself(field, formula.label, main))
    const inputs = formula.names.map((name) => inputFor(b, main, name))
    const id = b.id(partNamed(formula.label)?.id ?? (/^[a-z ]+$/i.test(formula.label) ? formula.label : 'worked'), main.fields)
    const { currency } = b.frame
    const money = kindOf(formula.label) === 'money' || (inputs.some((one) => one.kind === 'money') && !RATIO.test(formula.label))
    const field: Field = {
      id,
      label: asLabel(formula.label, 40),
      kind: 'computed',
      formula: formula.pattern.replace(/\$(\d+)/g, (_, at: string) => inputs[Number(at)]?.id ?? '0'),
      shows: money ? { kind: 'money', currency } : { kind: 'number', decimals: 2 },
    }
    const last = Math.max(...inputs.map((one) => main.fields.findIndex((each) => each.id === one.id)))
    main.fields.splice(last + 1, 0, field)
    const date = b.dateOf(main)
    if (money && date) b.chart(main, 'bar', 'sum', field, date, 'month')
  }
}
const RATIO = /[%率율]|ratio|margin|\bper\b|당$/i
const kindOf = (name: string) => partNamed(name)?.kind ?? guessKind(name)

/** A field said in the formula's left side, alone or with the whole formula in its label. */
function isItself(field: Field, label: string, main: Collection): boolean {
  const low = field.label.toLowerCase()
  return (
    field.id !== main.title &&
    (low === label.toLowerCase() ||
      (low.startsWith(label.toLowerCase()) && /곱하기|나누기|더하기|빼기|times|minus|plus|[=×÷*]|かける|乘/.test(low)))
  )
}

/** The field that the formula means, made a figure where it was none, added where it is missing. */
function inputFor(b: Build, main: Collection, name: string): Field {
  const low = name.toLowerCase().replace(/\s/g, '')
  const bare = (field: Field) => field.label.toLowerCase().replace(/\s/g, '')
  const part = partNamed(name)
  const found =
    main.fields.find((field) => bare(field) === low) ??
    (part && main.fields.find((field) => field.concept === part.id && FIGURE.has(field.kind))) ??
    main.fields.find((field) => FIGURE.has(field.kind) && (bare(field).includes(low) || low.includes(bare(field)))) ??
    byCount(main, name)
  if (found && FIGURE.has(found.kind)) return found
  const kind = kindOf(name)
  const asked: Asked = {
    label: name,
    kind: /^(?:money|num|int|qty|duration|percent)/.test(kind) ? kind : 'num',
    start: 0,
    ...(part && FIGURE.has(part.kind as never) ? { part } : {}),
  }
  if (found && found.id !== main.title) {
    const made = b.shaped({ id: found.id, label: found.label, kind: 'number' }, { ...asked, part: undefined })
    b.replace(main, made)
    return made
  }
  return b.addAsked(main, asked)
}

/** 횟수 of “몇 회”, quantity of “how many”: the one plain number there is. */
function byCount(main: Collection, name: string): Field | undefined {
  const numbers = main.fields.filter((field) => field.kind === 'number')
  return numbers.length === 1 && /count|number|quantity|times|qty|数|回|量|수|횟|개/i.test(name) ? numbers[0] : undefined
}
