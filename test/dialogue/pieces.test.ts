/** Entries of signs that no spaces part: which one it was. */
import { describe, expect, test } from 'vitest'
import { read } from '../../src/base/language/read.ts'
import { fillWhich } from '../../src/dialogue/log/fill/pieces.ts'
import type { Field } from '../../src/spec.ts'

const now = { date: '2026-11-24', time: '10:00', weekStart: 1 as const }
const reading = (text: string, language: 'zh' | 'ja') => read(text, { now, language, currency: 'CNY' })
const text = (label: string): Field => ({ id: 'a', label, kind: 'text' })

describe('a number that says which one goes to the field that is called so', () => {
  test.each([
    ['3番の巣箱 ダニ4', '巣箱', '3番', 'ja'],
    ['7号箱 取了6斤', '箱号', '7号箱', 'zh'],
    ['王小明 三年级', '年级', '三年级', 'zh'],
    ['305号室 空き', '部屋番号', '305号室', 'ja'],
  ] as const)('%s', (said, label, value, language) => {
    const taken: unknown[] = []
    fillWhich(
      reading(said, language),
      [text(label)],
      (_, found) => void taken.push(found),
      () => false,
    )
    expect(taken).toEqual([value])
  })
  test.each(['8号 买米', '2本 牛乳'])('%s is none', (said) => {
    const taken: unknown[] = []
    fillWhich(
      reading(said, 'zh'),
      [text('备注'), { id: 'd', label: '日期', kind: 'date' }],
      (_, found) => void taken.push(found),
      () => false,
    )
    expect(taken).toEqual([])
  })
})
