import { describe, expect, it } from 'vitest'
import { readEntry } from '../../src/dialogue/log/read.ts'
import type { Language } from '../../src/spec.ts'
import { context, now, reading, spec } from './apps.ts'

const bp = spec({
  name: 'Blood pressure',
  language: 'en',
  collections: [
    {
      id: 'readings',
      label: 'Readings',
      one: 'Reading',
      title: 'day',
      fields: [
        { id: 'day', label: 'Date', kind: 'date', default: 'today', required: true },
        { id: 'top', label: 'Top number', kind: 'quantity', unit: 'mmhg' },
        { id: 'bottom', label: 'Bottom number', kind: 'quantity', unit: 'mmhg' },
        { id: 'pulse', label: 'Pulse', kind: 'quantity', unit: 'bpm' },
      ],
    },
  ],
})

describe('a blood pressure', () => {
  it.each<[Language, string, Record<string, unknown>]>([
    ['en', 'this morning 142 over 86, pulse 71', { top: 142, bottom: 86, pulse: 71 }],
    ['en', '138/84 and pulse 69 just now', { top: 138, bottom: 84, pulse: 69 }],
    ['en', '145-88', { top: 145, bottom: 88 }],
    ['en', 'pulse 60, 145 over 88', { top: 145, bottom: 88, pulse: 60 }],
    ['en', '142 over 86 felt dizzy after lunch', { top: 142, bottom: 86 }],
    ['en', 'Monday 135 over 80 pulse 66', { top: 135, bottom: 80, pulse: 66, day: '2026-11-23' }],
    ['en', '142/86 mmHg', { top: 142, bottom: 86 }],
    ['zh', '晚上 132 82 70', { top: 132, bottom: 82, pulse: 70 }],
    ['zh', '130的85', { top: 130, bottom: 85 }],
    ['zh', '血压120比80', { top: 120, bottom: 80 }],
    ['ja', '夜 145の88', { top: 145, bottom: 88 }],
    ['ja', '132と79', { top: 132, bottom: 79 }],
    ['ko', '오늘 아침 135에 82', { top: 135, bottom: 82 }],
    ['ko', '저녁에 쟀더니 142에 88이에요', { top: 142, bottom: 88 }],
    ['ko', '138 84 70', { top: 138, bottom: 84, pulse: 70 }],
  ])('%s: %s', (language, say, expected) => {
    const found = readEntry(reading(say, language), bp, { ...context([], null, language), now })
    expect(found.ok && found.value.ops.map((op) => op.do === 'create' && op.values)).toMatchObject([expected])
  })
})
