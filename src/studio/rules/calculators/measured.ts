/** A calculator of figures that were only named, where what they measure leaves one way to work with them. */
import type { Behaviour, Field } from '../../../spec.ts'
import type { Build } from '../build.ts'
import { fieldFor } from '../parts.ts'
import { asLabel, t } from '../words.ts'
import { formulaOf } from './dimensions.ts'
import type { Kind } from './kinds.ts'

/** Known calculators that name no figures of their own go by what was named. */
const GENERAL_ONES = new Set(['fuel', 'area', 'pay', 'unitPrice', 'pace'])

/** Whether one was made. */
export function addMeasured(b: Build, kind: Kind | undefined): boolean {
  const { frame } = b
  if (frame.language !== 'en' || (kind && !GENERAL_ONES.has(kind.id))) return false
  const named = [
    ...frame.asked.map(({ label }) => label),
    ...frame.items.filter((item) => item.head).map((item) => item.asked ?? item.label),
  ]
  const names = [...new Set(named)].filter((label) => !/\b(?:total|result)\b|\d/i.test(label))
  const worked = formulaOf(names, frame.reading.text)
  if (!worked) return false
  const inputs: Field[] = []
  worked.names.forEach((name, at) => {
    inputs.push(fieldFor(`v${at + 1}`, worked.money[at] ? 'money' : 'num', asLabel(name, 40), 'en', frame.currency))
  })
  const money = worked.outcome === 'money'
  const output: Field = {
    id: 'worked',
    label: money ? b.say(t('Cost / 费用 / 費用 / 비용')) : asLabel(worked.unit ? `Needed (${worked.unit})` : 'Result'),
    kind: 'computed',
    formula: worked.pattern.replace(/\$(\d+)/g, (_, at: string) => `v${Number(at) + 1}`),
    shows: money ? { kind: 'money', currency: frame.currency } : { kind: 'number', decimals: 2 },
  }
  for (const label of named) b.used.add(label)
  b.tool(b.does<Extract<Behaviour, { kind: 'calculator' }>>({ kind: 'calculator', inputs, outputs: [output] }))
  b.icon = kind?.icon ?? '🧮'
  b.defaultName = kind?.id === 'fuel' ? kind.name : t('Calculator / 计算器 / 計算機 / 계산기')
  return true
}
