/** A few words said a hundred times over: every reader ends. A pattern with two ways to part them would not for hours. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read } from '../../src/base/language/read.ts'
import { understand } from '../../src/dialogue/understand/weigh.ts'
import type { Language } from '../../src/spec.ts'
import { readEdits } from '../../src/studio/edit.ts'
import { ask } from '../synthesiser/ask.ts'
import { type AppName, context, now, SPECS } from './apps.ts'

const PIECES: Record<Language, string[]> = {
  en: [
    'milk and eggs',
    'a',
    ', ',
    ' and ',
    ' with ',
    ' or ',
    'going through ',
    'from ',
    ' to ',
    '12:30 ',
    '(a/b) ',
    "x's ",
    'add ',
    ' for each',
    '£5 each ',
  ],
  zh: [
    '请',
    '您',
    '能不能',
    '帮我们',
    '早',
    '晚',
    '早晚',
    '一粒',
    '、',
    '和',
    '《书》',
    '每天',
    '一个',
    '三款',
    '还是',
    '喝了几杯水',
    '，',
  ],
  ja: ['、', 'と', '・', '物', 'や', 'を', 'で', '比べて', '基準', '朝', '晩', '1錠', 'から選ぶ', 'を飲んだか', '毎日', 'も追加'],
  ko: [
    '가 ',
    '나 다 ',
    ', ',
    ',',
    '룰렛해',
    '앱',
    '싶가',
    '볼 수 있게 ',
    '위을 ',
    '빼먹어',
    '이랑 ',
    '중에서 ',
    '으로 비교',
    '한테 ',
    '얼마나 ',
    '는지 ',
  ],
}
const LANGUAGES = Object.keys(PIECES) as Language[]
const repeated = fc
  .constantFrom(...LANGUAGES)
  .chain((language) =>
    fc.record({
      language: fc.constant(language),
      first: fc.constantFrom(...PIECES[language]),
      unit: fc.array(fc.constantFrom(...PIECES[language]), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
      times: fc.constantFrom(30, 120, 400),
      last: fc.constantFrom(...PIECES[language], '?', '.', 'x'),
    }),
  )
  .map(({ language, first, unit, times, last }) => ({ language, text: (first + unit.repeat(times) + last).slice(0, 3900) }))

const OPEN = Object.keys(SPECS).slice(0, 3) as AppName[]

test('words said over and over are understood as something', () => {
  fc.assert(
    fc.property(repeated, fc.constantFrom(...OPEN), ({ language, text }, open) => {
      const reading = read(text, { now, language, currency: 'USD' })
      const around = context(OPEN, open, language)
      expect(understand(reading, around).intent).toBeTruthy()
      readEdits(reading, SPECS[open], around)
      expect(ask(text).spec.name).toBeTruthy()
    }),
    { numRuns: 60 },
  )
}, 60_000)
