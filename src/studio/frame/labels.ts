/** English labels as one would write them over a column: "which twin" is Twin, "if I got my break" is Got my break. */
import { findUnit } from '../../base/language/units.ts'
import { labelOfPart, partOf } from '../rules/parts.ts'
import type { Frame } from './types.ts'

/** What a bare sign of a unit measures; longer names ("miles") say it themselves. */
const MEASURED = new Map([
  ['volume', 'volume'],
  ['mass', 'weight'],
  ['length', 'distance'],
  ['temperature', 'temperature'],
])
function ofUnit(label: string): string | undefined {
  const unit = label.length <= 2 ? findUnit(label, 'en') : undefined
  const part = unit && partOf(MEASURED.get(unit.dimension) ?? '')
  return part && labelOfPart(part, 'en')
}

const FORMS: [RegExp, string][] = [
  [/^(?:if|whether) (?:or not )?(?:i|we|they|he|she|it)(?:'ve|'s| have| has| had| was| were| did)? (?=\w)/i, ''],
  [
    /^(?:on |in |at |for |by |from |to )?(?:which|what) ((?:kind|type|sort) of \w+|(?!for|one|happened|else|day|time|i|we)\w+(?<!ed))$/i,
    '$1',
  ],
  [/^how long (?:it|they|this|that|he|she)(?: is| are| was| takes?| took| lasts?| lasted)?$/i, 'how long'],
  [/^(?:any|some|all|also|just) (?=\w{3})/i, ''],
]

/** "euros" alone is what it costs. */
const CURRENCY = /^(?:in )?(?:euros?|dollars?|pounds?|yen|quid)$/i

export function tidyLabels(frame: Frame): void {
  if (frame.language !== 'en') return
  const cost = partOf('amount')
  for (const one of frame.asked)
    if (cost && CURRENCY.test(one.label) && !frame.asked.some((other) => other.kind === 'money'))
      Object.assign(one, { label: 'cost', kind: 'money', part: cost, unit: undefined })
  for (const one of frame.asked) {
    const said = one.label
    let label = ofUnit(said) ?? said
    for (const [form, as] of FORMS) if (!/^whether/i.test(label) || one.kind === 'yesno') label = label.replace(form, as).trim() || label
    if (label === said || frame.asked.some((other) => other !== one && other.label.toLowerCase() === label.toLowerCase())) continue
    one.label = label
    for (const item of frame.items) if ((item.asked ?? item.label) === said) item.asked = label
  }
}
