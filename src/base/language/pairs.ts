/** One figure over another, as a blood pressure is told: 142 over 86, 138/84, 145の88, 145-88, 135에 82, 130的85. */
import type { Found, Read } from './types.ts'

/** What stands between the two; the figures must look like a pressure, since most of these words also say other things. */
const BETWEEN = /^ ?(?:\/|-|~|over|の|と|的|比|和|跟|에|의|하고|이랑|랑|고) ?$/

/** The two as figures of their own; the word between belongs to the first, so that no name and no bound is made of it. */
export function joinPairs(text: string, values: Found[]): Found[] {
  const out: Found[] = []
  for (let i = 0; i < values.length; i++) {
    const [upper, lower] = pairAt(text, values[i]!, values[i + 1])
    if (!upper || !lower) out.push(values[i]!)
    else {
      out.push(upper, lower)
      i++
    }
  }
  return out
}

function pairAt(text: string, a: Found, b: Found | undefined): [Found, Found] | [] {
  if (!b || a.read.kind !== 'number' || b.start - a.end > 8 || !BETWEEN.test(betweenOf(text, a, b))) return []
  const low = Math.abs(figureOf(b.read) ?? 0)
  if (!(a.read.value > low && a.read.value >= 70 && a.read.value <= 250 && low >= 40 && low <= 150)) return []
  const start = b.text.startsWith('-') ? b.start + 1 : b.start
  const read: Read = b.read.kind === 'quantity' ? { ...b.read, value: low } : { kind: 'number', value: low }
  return [
    {
      start: a.start,
      end: start,
      text: text.slice(a.start, start),
      read: read.kind === 'quantity' ? { ...read, value: a.read.value } : a.read,
    },
    { start, end: b.end, text: text.slice(start, b.end), read },
  ]
}

/** "145-88": the sign may have been read into the second figure. */
const betweenOf = (text: string, a: Found, b: Found): string =>
  a.end === b.start && b.text.startsWith('-') ? '-' : text.slice(a.end, b.start).toLowerCase()
const figureOf = (read: Read): number | undefined =>
  read.kind === 'number' || (read.kind === 'quantity' && read.dimension === 'pressure') ? read.value : undefined
