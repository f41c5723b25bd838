/** Changes as people ask for them without the words of changing: one table a cause. */
import { describe, expect, it } from 'vitest'
import type { SpecEdit } from '../../src/spec.ts'
import { readEdits } from '../../src/studio/edit.ts'
import { type AppName, context, languageOf, reading, SPECS } from '../dialogue/apps.ts'

function edits(say: string, app: AppName): SpecEdit[] {
  const language = languageOf(say)
  const found = readEdits(reading(say, language), SPECS[app], context([app], app, language))
  return found.ok ? found.value.edits : []
}

const ASKED: [cause: string, rows: [say: string, app: AppName, edit: Record<string, unknown>][]][] = [
  [
    'it may not be left out',
    [
      ['shop must always be filled in', 'coffee', { do: 'change-field', field: { id: 'shop', required: true } }],
      ["the shop can't be left blank", 'coffee', { do: 'change-field', field: { id: 'shop', required: true } }],
      ['店铺不能为空', 'coffeeZh', { do: 'change-field', field: { id: 'shop', required: true } }],
      ['店は必ず入力するように', 'coffeeJa', { do: 'change-field', field: { id: 'shop', required: true } }],
      ['가게는 꼭 쓰게 해줘', 'coffeeKo', { do: 'change-field', field: { id: 'shop', required: true } }],
    ],
  ],
  [
    'one label becomes another',
    [
      ['change shop to cafe name', 'coffee', { do: 'rename-field', field: 'shop', label: 'Cafe name' }],
      ['把店铺改成咖啡馆', 'coffeeZh', { do: 'rename-field', field: 'shop', label: '咖啡馆' }],
      ["'가게'를 '카페'로 바꿔줘", 'coffeeKo', { do: 'rename-field', field: 'shop', label: '카페' }],
    ],
  ],
  [
    'some of the records only, as a view of their own',
    [
      ['only show Blue Bottle', 'coffee', { do: 'add-view', first: true, view: { filter: [{ op: 'contains', value: 'Blue Bottle' }] } }],
      ['블루보틀만 보여줘', 'coffeeKo', { do: 'add-view', first: true, view: { filter: [{ op: 'contains', value: '블루보틀' }] } }],
    ],
  ],
  [
    'a field asked for as such',
    [
      ['영수증 번호 칸 만들어줘', 'coffeeKo', { do: 'add-field', field: { label: '영수증 번호' } }],
      ['같이 간 사람도 적을 수 있게 해줘', 'coffeeKo', { do: 'add-field', field: { label: '같이 간 사람' } }],
      ['원산지 칸 추가하자', 'coffeeKo', { do: 'add-field', field: { label: '원산지' } }],
      ['원산지 칸도 있어야 돼', 'coffeeKo', { do: 'add-field', field: { label: '원산지' } }],
      ['원두 이름도 적게 해줘', 'coffeeKo', { do: 'add-field', field: { label: '원두 이름' } }],
      ['결제수단(현금, 카드)도 넣어줘', 'coffeeKo', { do: 'add-field', field: { kind: 'choice', label: '결제수단' } }],
    ],
  ],
]

describe.each(ASKED)('%s', (_, rows) => {
  it.each(rows)('%s', (say, app, edit) => {
    expect(edits(say, app)).toContainEqual(expect.objectContaining(nested(edit)))
  })
})

/** Each inner object as far as it is given. */
function nested(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      Array.isArray(inner)
        ? inner.map((one) => expect.objectContaining(one))
        : inner && typeof inner === 'object'
          ? expect.objectContaining(nested(inner as Record<string, unknown>))
          : inner,
    ]),
  )
}
