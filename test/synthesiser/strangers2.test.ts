/**
 * Wishes of strangers of many lives, written before anything was mended for them; half B was never looked at. How many
 * come out whole (fields with kinds, units and options, bounds, names, first entries) may only rise.
 */
import { describe, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { EN } from './strangers2/en.ts'
import { JA } from './strangers2/ja.ts'
import { KO } from './strangers2/ko.ts'
import { wrongIn } from './strangers2/wants.ts'
import { ZH } from './strangers2/zh.ts'

const FLOORS = [
  ['en', EN, 11, 8],
  ['zh', ZH, 14, 12],
  ['ja', JA, 19, 14],
  ['ko', KO, 16, 10],
] as const

describe.each(FLOORS)('wishes of strangers, %s', (_, rows, looked, blind) => {
  test('come out whole as often as they did', { timeout: 30_000 }, () => {
    const right = rows.map((row) => wrongIn(ask(row[0]), row).length === 0)
    expect(right.filter((whole, i) => whole && i % 2 === 0).length).toBeGreaterThanOrEqual(looked)
    expect(right.filter((whole, i) => whole && i % 2 === 1).length).toBeGreaterThanOrEqual(blind)
  })
})
