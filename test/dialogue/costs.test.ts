/** Questions and changes of an app with kinds and days, said in the ways people have: one table a cause. */
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/apps/migrate.ts'
import { readQuestion } from '../../src/dialogue/ask/read.ts'
import type { Language } from '../../src/spec.ts'
import { readEdits } from '../../src/studio/edit.ts'
import { context, languageOf, reading, spec } from './apps.ts'

const pets = (language: Language) =>
  spec({
    name: '고양이한테 쓰는 돈',
    language,
    collections: [
      {
        id: 'spending',
        label: '지출',
        one: '지출',
        title: 'item',
        fields: [
          { id: 'item', label: '항목', kind: 'text' },
          { id: 'amount', label: '금액', kind: 'money', currency: 'KRW', required: true },
          { id: 'day', label: '날짜', kind: 'date', default: 'today' },
          {
            id: 'kind',
            label: '분류',
            kind: 'choice',
            options: [
              { id: 'food', label: '사료' },
              { id: 'vet', label: '병원' },
            ],
          },
          { id: 'expiry', label: '유통기한', kind: 'date' },
        ],
      },
    ],
    behaviours: [
      {
        kind: 'limit',
        id: 'limit',
        label: '한도',
        collection: 'spending',
        measure: { fn: 'sum', field: 'amount' },
        date: 'day',
        period: 'day',
        most: 300,
        warnAt: 0.8,
      },
    ],
  })
const found = (say: string) => {
  const query = readQuestion(reading(say, 'ko'), pets('ko'), context([], undefined, 'ko'))
  if (!query.ok) throw new Error(query.error.code)
  return query.value
}

describe('words that only gather the sum ask for all of it', () => {
  test.each(['이번 달 다 합쳐서 얼마?', '다 해서 얼마 썼지?', '이번 달 다해서 얼마야', '전부 합치면 얼마예요?', '지금까지 얼마 썼어요?'])(
    '%s',
    (say) => {
      expect(found(say)).toMatchObject({ measure: { fn: 'sum', field: 'amount' }, filter: [] })
    },
  )
})

describe('a kind is meant by what it costs', () => {
  test.each(['병원비만 얼마야?', '병원비는 얼마 나갔어?', '이번 달 병원비 얼마예요?', '병원만 얼마?'])('%s', (say) => {
    expect(found(say).filter).toEqual([{ field: 'kind', op: '=', value: 'vet' }])
  })
})

describe('the largest one is asked for', () => {
  test.each(['제일 많이 쓴 게 얼마야', '가장 큰 지출이 얼마였지?', '제일 비싼 거 얼마?'])('%s', (say) => {
    expect(found(say).measure).toEqual({ fn: 'max', field: 'amount' })
  })
})

const changed = (say: string) => {
  const language = languageOf(say)
  const before = pets(language)
  const edits = readEdits(reading(say, language), before, context([], undefined, language))
  if (!edits.ok) throw new Error(edits.error.code)
  const after = applyEdits(before, edits.value.edits)
  if (!after.ok) throw new Error(after.error.code)
  return after.value.spec.behaviours
}

test.each([
  ['한도 200으로 바꿔줘', 200],
  ['200으로 한도 바꿔줘', 200],
  ['150으로 한도를 낮춰주세요', 150],
])('한도 is no degree: %s', (say, most) => {
  expect(changed(say)).toContainEqual(expect.objectContaining({ kind: 'limit', most, period: 'day' }))
})

test.each([
  ['유통기한 한 달 전에 알려줘', 31],
  ['유통기한 3일 전에 알려줘', 3],
  ['유통기한 일주일 전에 알려주세요', 7],
])('reminds before the day that is named: %s', (say, before) => {
  expect(changed(say)).toContainEqual(expect.objectContaining({ kind: 'reminder', date: 'expiry', before }))
})
