/**
 * Inputs near what a parser reads and far from it, by the million: texts, bytes and documents that were whole, then cut, doubled,
 * turned round and written over. Everything follows from the generator that is handed in.
 */
import type { Rng } from '../src/base/rng.ts'

export const below = (rng: Rng, most: number): number => Math.floor(rng.next() * most)
export const among = <T>(rng: Rng, values: readonly T[]): T => values[below(rng, values.length)]!

/** What stands for something to one parser or another. */
const PIECES = [
  ...[
    '',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '\0',
    '\u0007',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\ud800',
    '\udc00',
    '\ufffd',
    '😀',
    '👨‍👩‍👧',
    'e\u0301',
    'ﬁ',
    'İ',
  ],
  ...[
    '"',
    "'",
    '`',
    '\\',
    '/',
    '%',
    '%00',
    '${',
    '{{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '=',
    '+',
    '-',
    '*',
    ',',
    ';',
    ':',
    '|',
    '、',
    '。',
    '：',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'null', 'undefined', 'NaN', 'Infinity', 'true', 'today', 'if(', 'sum('],
  ...[
    '0',
    '-1',
    '1e309',
    '0x10',
    '１２',
    '三百二十',
    '삼백',
    '½',
    '1,234.5',
    '99999999999999999999',
    '.',
    '..',
    '2026-02-30',
    '25:61',
    '12/31/99',
    '%d',
  ],
  ...[
    '5000円',
    '$20',
    '€',
    '₩3,000',
    '3 kg',
    '毎日',
    '매주',
    '每月',
    'every',
    'and',
    'と',
    '和',
    '랑',
    'track',
    'delete',
    '消して',
    '잊어',
    '忘记',
    'はい',
    'yes',
    '?',
  ],
]

/** A text out of those that are given. */
export function text(rng: Rng, seeds: readonly string[]): string {
  if (rng.next() < 0.1) return noise(rng, 1 + below(rng, 60))
  let out = among(rng, seeds)
  for (let left = 1 + below(rng, 5); left > 0; left--) out = edited(out, rng, seeds)
  return out.slice(0, MOST)
}
/** As many characters as a message may have. */
const MOST = 20_000

function edited(of: string, rng: Rng, seeds: readonly string[]): string {
  const [a, b] = [below(rng, of.length + 1), below(rng, of.length + 1)].sort((x, y) => x - y) as [number, number]
  const part = of.slice(a, b)
  switch (below(rng, 8)) {
    case 0:
      return of.slice(0, a) + of.slice(b)
    case 1:
      return of.slice(0, b) + part + of.slice(b)
    case 2:
      return of.slice(0, a) + [...part].reverse().join('') + of.slice(b)
    case 3: {
      const other = among(rng, seeds)
      return of.slice(0, a) + other.slice(below(rng, other.length + 1))
    }
    case 4:
      return of.slice(0, a) + noise(rng, 1 + below(rng, 4)) + of.slice(b)
    case 5:
      return rng.next() < 0.05
        ? of.slice(0, a) + part.repeat(1 + below(rng, 200)) + of.slice(b)
        : of.slice(0, a) + part + part + of.slice(b)
    default:
      return of.slice(0, a) + among(rng, PIECES) + of.slice(rng.next() < 0.5 ? a : b)
  }
}

/** Characters of any plane, halves of pairs too. */
const noise = (rng: Rng, length: number): string =>
  Array.from({ length }, () =>
    rng.next() < 0.5 ? String.fromCharCode(below(rng, 0x10000)) : String.fromCodePoint(below(rng, 0x110000)),
  ).join('')

/** Bytes out of some that were whole. */
export function bytes(rng: Rng, whole: Uint8Array): Uint8Array {
  let out = whole.slice()
  for (let left = 1 + below(rng, 4); left > 0; left--) {
    const at = below(rng, Math.max(1, out.length))
    const how = rng.next()
    if (how < 0.15) out = out.slice(0, at)
    else if (how < 0.3) out = Uint8Array.from([...out.subarray(0, at), ...out.subarray(below(rng, at + 1))])
    else if (out.length) out[at] = among(rng, [0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x22, below(rng, 256)])
  }
  return out
}

/** What stands where something else belongs. */
export function anything(rng: Rng, depth = 0): unknown {
  const kind = below(rng, depth > 2 ? 7 : 9)
  if (kind < 3) return among(rng, PIECES)
  if (kind === 3) return among(rng, [0, -1, 0.1, 1e21, Number.MAX_SAFE_INTEGER, -0, 2 ** 31, 1e-9])
  if (kind === 4) return rng.next() < 0.5
  if (kind === 5) return null
  if (kind === 6) return noise(rng, below(rng, 300))
  const many = Array.from({ length: below(rng, 4) }, () => anything(rng, depth + 1))
  return kind === 7 ? many : Object.fromEntries(many.map((value) => [among(rng, PIECES) || 'a', value]))
}

/** A document out of one that was whole: values changed, taken out, put in, swapped. What is given is not changed. */
export function document<T>(rng: Rng, whole: T): T {
  const out = { all: structuredClone(whole) } as Record<string, unknown>
  for (let left = 1 + below(rng, 3); left > 0; left--) {
    const [holder, key] = place(rng, out)
    const held = holder as Record<string, unknown>
    const how = below(rng, 6)
    if (how === 0 && key !== 'all') delete held[key]
    else if (how === 1) held[key] = typeof held[key] === 'string' ? text(rng, [held[key]]) : anything(rng)
    else if (how === 2 && Array.isArray(held[key])) held[key] = [...held[key], ...held[key]]
    else if (how === 3) held[among(rng, PIECES) || 'a'] = anything(rng)
    else if (how === 4) {
      const [other, at] = place(rng, out)
      held[key] = structuredClone((other as Record<string, unknown>)[at])
    } else held[key] = anything(rng)
  }
  return out.all as T
}

/** Somewhere in it, the deeper the less often. */
function place(rng: Rng, from: Record<string, unknown>): [object, string] {
  let [holder, key]: [object, string] = [from, 'all']
  for (;;) {
    const value = (holder as Record<string, unknown>)[key]
    if (typeof value !== 'object' || value === null || rng.next() < 0.15) return [holder, key]
    const keys = Object.keys(value)
    if (!keys.length) return [holder, key]
    ;[holder, key] = [value, among(rng, keys)]
  }
}

/** The shortest of the texts that can be had of one by leaving parts out and for which `fails` still holds. */
export function shortest(of: string, fails: (shorter: string) => boolean): string {
  let kept = of
  for (let size = kept.length >> 1; size > 0; size = kept.length > 400 && size === 1 ? 0 : size >> 1)
    for (let at = 0; at < kept.length; ) {
      const shorter = kept.slice(0, at) + kept.slice(at + size)
      if (fails(shorter)) kept = shorter
      else at += size
    }
  return kept
}
