/** A calculator of formulas that the person gave. */

import type { Behaviour, Field } from '../../../spec.ts'
import type { Build } from '../build.ts'
import { guessKind } from '../guess.ts'
import { fieldFor, partNamed } from '../parts.ts'
import { asLabel, bounded, t } from '../words.ts'

export function addGiven(b: Build): void {
  const { formulas, language, currency } = b.frame
  const ids = new Map<string, string>()
  const inputs: Field[] = []
  const outputs: Field[] = []
  const kinds = new Map<string, string>()
  const kindOf = (name: string) => {
    const kind = partNamed(name)?.kind ?? guessKind(name)
    return /^(?:money|int|num|qty|percent|duration|year)/.test(kind)
      ? kind === 'money'
        ? 'money'
        : kind.startsWith('qty')
          ? kind
          : 'num'
      : 'num'
  }
  for (const formula of formulas) {
    formula.names.forEach((name) => {
      const low = name.toLowerCase()
      if (ids.has(low) || inputs.length >= 12) return
      const id = b.id(partNamed(name)?.id ?? slug(name, inputs.length), [...inputs, ...outputs])
      const kind = kindOf(name)
      ids.set(low, id)
      kinds.set(id, kind)
      inputs.push(fieldFor(id, kind, asLabel(name, 40), language, currency))
    })
    const expression = formula.pattern.replace(/\$(\d+)/g, (_, at: string) => ids.get(formula.names[Number(at)]!.toLowerCase()) ?? '0')
    const label = asLabel(formula.label, 40)
    const money =
      kindOf(formula.label) === 'money' ||
      (formula.names.some((name) => kindOf(name) === 'money') &&
        !/[%率율]|ratio|margin/i.test(formula.label) &&
        !/^\$\d+ \/ \$\d+$/.test(formula.pattern))
    const id = b.id(slug(formula.label, inputs.length + outputs.length, 'r'), [...inputs, ...outputs])
    ids.set(formula.label.toLowerCase(), id)
    outputs.push({
      id,
      label,
      kind: 'computed',
      formula: expression,
      shows: money ? { kind: 'money', currency } : { kind: 'number', decimals: 2 },
    })
  }
  const behaviour = b.does<Extract<Behaviour, { kind: 'calculator' }>>({ kind: 'calculator', inputs, outputs })
  b.tool(behaviour)
  const first = bounded(formulas[0]!.label, 30)
  b.icon = '🧮'
  b.defaultName = t(`${asLabel(first)} calculator / ${first}计算器 / ${first}の計算機 / ${first} 계산기`)
}

const slug = (name: string, at: number, prefix = 'v') => {
  const latin = name.toLowerCase().replace(/[^a-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())
  return /^[a-z][a-zA-Z0-9]{0,30}$/.test(latin) ? latin : `${prefix}${at + 1}`
}
