/** Korean lists that no comma parts, each by the grammar that announces it, over things no rule knows. */
import { describe, expect, test } from 'vitest'
import { ask } from './ask.ts'

const fields = (say: string) => ask(say).spec.collections.flatMap((one) => one.fields.map((field) => field.label))
const seeds = (say: string) => ask(say).spec.collections.flatMap((one) => one.seeds.map((seed) => String(seed[one.title])))
const choices = (say: string) =>
  ask(say).spec.collections.flatMap((one) =>
    one.fields.flatMap((field) => (field.kind === 'choice' ? [field.options.map(({ label }) => label)] : [])),
  )

describe('qualities after a heading, a wish, strokes, or before the verb of keeping', () => {
  test.each([
    '활 관리 일지 쓰려고 합니다 활이름 장력 구입일 점검 여부',
    '활 장비 정리하자 활이름 장력 구입일 점검 여부',
    '활 장비 관리 활이름/장력/구입일/점검여부',
  ])('%s', (say) => expect(fields(say)).toEqual(expect.arrayContaining(['활이름', '장력', '구입일', expect.stringMatching(/점검 ?여부/)])))
  test('키 몸무게 before the verb', () =>
    expect(fields('조카 키 몸무게 발 길이 기록하는 수첩')).toEqual(expect.arrayContaining(['키', '몸무게', '발 길이'])))
})

test('either this or that is a choice', () => {
  expect(choices('수리비 장부. 날짜, 내용, 금액, 보증인지 유상인지')).toContainEqual(['보증', '유상'])
})

test('things follow the word for them, whatever stands between', () => {
  expect(seeds('낚시 갈 때 챙길 거 목록 좀요 미끼 찌 뜰채 의자')).toEqual(['미끼', '찌', '뜰채', '의자'])
})

test('a mountain is as high as metres say', () => {
  const height = ask('등산 다녀온 산 기록 산이름 높이 날짜').spec.collections[0]!.fields.find((field) => field.label === '높이')
  expect(height).toMatchObject({ kind: 'quantity', unit: 'm' })
})
