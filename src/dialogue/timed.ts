/** What is asked of a tool by itself: how long a timer takes, or one of its phases; a length of the units that a converter is of. */
import { formatQuantity } from '../base/language/format.ts'
import type { Reading } from '../base/language/types.ts'
import { convert, unitOf } from '../base/language/units.ts'
import { fold, has, labelPlace } from '../base/resolve.ts'
import type { AppSpec, BehaviourOf } from '../spec.ts'
import { wantsOf } from './ask/wants.ts'
import { w } from './ask/words.ts'
import type { Calculation } from './calculate.ts'

const LONG = w(
  'how long|how many min|how many hours|minutes|多久|多长|几分钟|多少分钟|何分|どれくらい|どのくらい|何時間|몇 분|얼마나|몇 시간',
)

/** Minutes of the phase that is named, else of all its rounds; null where no time is asked of a timer. */
export function timerAsked(reading: Reading, spec: AppSpec, locale: string): Calculation | null {
  const timer = spec.behaviours.find((one): one is BehaviourOf<'timer'> => one.kind === 'timer')
  const low = fold(reading.text)
  // What was done with it is in its records.
  if (!timer || !has(low, LONG) || reading.values.length > 0 || DONE.test(reading.text)) return null
  const named = timer.phases.filter(({ label }) => labelPlace(low, reading.tokens, label) !== undefined)
  const phases = named.length === 1 ? named : timer.phases
  // Of lengths to choose from none is meant until one is named.
  if (timer.chosen && phases.length > 1) return null
  const once = phases.reduce((sum, { minutes }) => sum + minutes, 0)
  const rounds = named.length === 1 || timer.rounds < 2 ? 1 : timer.rounds
  const value = Math.round(once * rounds * 100) / 100
  const sum = phases.map(({ label, minutes }) => `${label} ${minutes}`).join(' + ')
  return { expression: rounds > 1 ? `(${sum}) × ${rounds}` : sum, value, shown: formatQuantity(value, 'min', locale) }
}
const DONE = /\b(?:did|have|has|had|was|were)\b|了多|过多|做了|[たっ]た[?？]?$|했|였|었|았/

/** “10 inches?” said to a converter: into the unit it converts to, or back. Null where more is said. */
export function unitAsked(reading: Reading, spec: AppSpec, locale: string): Calculation | null {
  const converter = spec.behaviours.find((one): one is BehaviourOf<'converter'> => one.kind === 'converter')
  const [only, ...others] = reading.values
  if (!converter || !only || others.length || only.read.kind !== 'quantity' || reading.text.length > only.text.length + 12) return null
  const { value: amount, unit } = only.read
  if (unitOf(unit)?.dimension !== converter.dimension || wantsOf(reading, []).degree) return null
  const to = unit === converter.to ? converter.from : converter.to
  const value = convert(amount, unit, to)
  if (value === null) return null
  const rounded = Number(value.toPrecision(6))
  return {
    expression: `${only.text} = ${rounded} ${to}`,
    value: rounded,
    shown: formatQuantity(rounded, to, locale, { decimals: Math.abs(rounded) >= 100 ? 1 : 3 }),
  }
}
