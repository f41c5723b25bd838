/** "7 minutes of stretching and 3 minutes of breathing": what each stretch of time is for, as English says it. */
import type { Reading } from '../../base/language/types.ts'
import { asLabel } from './words.ts'

export type Phase = { label: string; minutes: number; rest?: true }

const AFTER =
  /^-?\s?(?:of |for |to )?(?:a |an |the |some |my )?([a-z][a-z' -]{1,24}?)(?=\s?(?:[,;.!)+&/]|$)| (?:and|then|with|for|followed|x|round|repeat\w*|over|alternat\w*|\d+)\b)/i
const BEFORE = /(?:^|[,;.:+&(] ?|\b(?:and|then|with|of) )(?:a |an |the |some |my )?([a-z][a-z -]{2,22}?)(?: for|:| -)? (?:a |an )?$/i
/** These are no name of what is done then. */
const NOTHING =
  /^(?:timers?|each|rounds?|sets?|times|long|short|intervals?|in between|a day|daily|every day|i need|i want|countdown)\b|\b(?:timer|app)$/i
const REST = /\b(?:break|rest|pause|off|recover\w*|cool(?:ing)? down|walk)\b/i

/** One for every length of time that is named, in order; none where fewer than two are. */
export function phasesIn(reading: Reading): Phase[] {
  const lengths = reading.values.flatMap(({ read, start, end }) => {
    const of = read.kind === 'bound' ? read.of : read
    return of.kind === 'duration' && of.minutes > 0 && of.minutes <= 1440 ? [{ minutes: of.minutes, start, end }] : []
  })
  const phases = lengths.flatMap(({ minutes, start, end }): Phase[] => {
    const label = nameOf(AFTER.exec(reading.text.slice(end))?.[1]) ?? nameOf(BEFORE.exec(reading.text.slice(0, start))?.[1])
    return label ? [{ label: asLabel(label), minutes, ...(REST.test(label) ? { rest: true } : {}) }] : []
  })
  return phases.length >= 2 && phases.length === lengths.length ? phases.slice(0, 20) : []
}

const nameOf = (said: string | undefined): string | undefined => {
  const name = said?.trim().replace(/^(?:do|doing|of|then|and) /i, '')
  return name && !NOTHING.test(name) ? name : undefined
}
