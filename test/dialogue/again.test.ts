/** Entries that say no figure: a habit kept today, and the same as another day. */
import { expect, test } from 'vitest'
import { checkedIn } from '../../src/dialogue/log/checkin.ts'
import { readEntry } from '../../src/dialogue/log/read.ts'
import { isAgain } from '../../src/dialogue/log/verb.ts'
import type { Language } from '../../src/spec.ts'
import { context, languageOf, reading, SPECS, spec } from './apps.ts'

const habit = (language: Language) =>
  spec({
    name: 'Habit',
    language,
    collections: [
      {
        id: 'days',
        label: 'Days',
        one: 'Day',
        title: 'date',
        fields: [
          { id: 'date', label: 'Date', kind: 'date', default: 'today' },
          { id: 'done', label: 'Done', kind: 'yesno' },
        ],
      },
    ],
    behaviours: [{ kind: 'streak', id: 'streak', label: 'Streak', collection: 'days', date: 'date', done: 'done' }],
  })

test.each(['done today', 'did it!', '今天打卡', '今天也完成了', '今日もできた', '達成しました', '오늘도 했어', '완료'])(
  'keeps the habit: %s',
  (say) => {
    const language = languageOf(say)
    const op = checkedIn(reading(say, language), habit(language), '2026-11-24')
    expect(op).toMatchObject({ do: 'create', collection: 'days', values: { date: '2026-11-24', done: true } })
  },
)

test.each(['add a rating', '今天打卡花了多少时间', '今日は雨だった', '오늘 뭐 했어?'])('keeps none: %s', (say) => {
  const language = languageOf(say)
  expect(checkedIn(reading(say, language), habit(language), '2026-11-24')).toBeNull()
})

test.each([
  ['same as yesterday', 'coffee'],
  ['跟昨天一样', 'coffeeZh'],
  ['昨日と同じ', 'coffeeJa'],
  ['어제랑 똑같이', 'coffeeKo'],
] as const)('takes over the entry of that day: %s', (say, app) => {
  const language = languageOf(say)
  expect(isAgain(reading(say, language))).toBe(true)
  const found = readEntry(reading(say, language), SPECS[app], context([app], app, language))
  const op = found.ok ? found.value.ops[0] : undefined
  expect(op).toMatchObject({ do: 'create', like: { filters: [{ value: '2026-11-23' }] } })
})
