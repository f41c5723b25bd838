/** Whether an entry holds what was said, and an answer says what is so: by figures, days, yes and no, and words. */
import { fold } from '../../src/base/resolve.ts'
import type { Rec } from '../../src/spec.ts'
import type { Store } from './done.ts'

/**
 * Of the values that were to be noted, the share that the entries written by this turn hold; `alone`: in a field that holds
 * little else, so that a name into which all of the message went holds none of it.
 */
export function heldShare(expected: string, after: Store, before: Store, alone = false): number {
  const written = [...after].flatMap(([app, records]) =>
    [...records.values()].filter((record) => JSON.stringify(before.get(app)?.get(record.id)?.values) !== JSON.stringify(record.values)),
  )
  const wanted = expected.split('||').flatMap((entry) => entry.split(';').map((part) => part.slice(part.indexOf(':') + 1).trim()))
  const values = written.flatMap(({ values }: Rec) => Object.values(values).flatMap(flat))
  const held = wanted.filter((value) =>
    values.some((own) => isSame(value, own) && (!alone || typeof own !== 'string' || isAlone(value, own))),
  )
  return wanted.length ? held.length / wanted.length : 1
}

const flat = (value: unknown): (string | number | boolean)[] =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(flat)
      : []

const YES = /^(?:yes|y|true|done|是|有|已|收了|付了|はい|済|네|예|응|완료)/i
const NO = /^(?:no|n|false|not|否|没|沒|未|无|いいえ|未|아니|안|미)/i
const day = (offset: number) => new Date(Date.now() + 9 * 36e5 + offset * 864e5).toISOString().slice(0, 10)
const DAYS: Record<string, number> = { today: 0, yesterday: -1, tomorrow: 1 }

function isSame(wanted: string, own: string | number | boolean): boolean {
  if (typeof own === 'boolean') return own ? YES.test(wanted) : NO.test(wanted)
  const figure = Number(/-?\d[\d,]*(?:\.\d+)?/.exec(wanted)?.[0]?.replaceAll(',', '') ?? Number.NaN)
  if (typeof own === 'number') return own === figure || own === figure * 60 || own * 60 === figure
  const offset = DAYS[wanted] ?? (/^[+-]\d+d$/.test(wanted) ? Number.parseInt(wanted, 10) : null)
  if (offset !== null) return own.startsWith(day(offset))
  const [a, b] = [fold(wanted), fold(own)]
  return a.length > 0 && b.length > 0 && (b.includes(a) || (a.includes(b) && b.length * 2 >= a.length))
}

/** As long as what was wanted, give or take a fifth or a sign; days are told by words. */
function isAlone(wanted: string, own: string): boolean {
  const bare = (text: string) => fold(text).replace(/[\s\p{P}]/gu, '')
  const [a, b] = [bare(wanted), bare(own)]
  return DAYS[wanted] !== undefined || /^[+-]\d+d/.test(wanted) || Math.abs(a.length - b.length) <= Math.max(1, a.length * 0.2)
}

/** The figures of the right answer are in what was said, or its words where it has none. */
export function answeredRight(expected: string, reply: string): boolean {
  const figures = (text: string) => (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((one) => Number(one.replaceAll(',', '')))
  const said = new Set(figures(reply))
  const wanted = figures(expected)
  if (wanted.length) return wanted.some((figure) => said.has(figure))
  const words = fold(expected)
    .split(/[\s,，、;；]+/)
    .filter((word) => word.length > 1)
  return words.some((word) => fold(reply).includes(word))
}
