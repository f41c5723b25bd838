/** What only tells of oneself, or why it is wanted, makes no field, no thing and no name; the same request without it makes the same fields. */
import { describe, expect, test } from 'vitest'
import { ask } from './ask.ts'

const fields = (say: string) => ask(say).spec.collections.flatMap((one) => one.fields.map((field) => `${field.label}:${field.kind}`))
const words = (say: string) => JSON.stringify(ask(say).spec)

const ASIDES = [
  '저는 3교대 간호사인데',
  '요즘 자꾸 까먹어서요.',
  '동네에서 작은 가게 하는데요',
  '초등학교 교사입니다.',
  '혼자 살다 보니까',
  '나이가 들었더니',
]
const REQUESTS = [
  '공구 대여 관리. 공구이름, 빌린 사람, 빌린 날, 돌려받았는지',
  '도자기 작품 기록: 작품명, 유약, 가마 온도, 완성일',
  '낚시 일지 날짜 장소 어종 마릿수',
  '구두 수선 장부 손님 전화 수선내용 금액 찾아갔는지',
]
describe('an aside changes nothing of what is kept', () => {
  test.each(ASIDES.flatMap((aside) => REQUESTS.map((request) => [`${aside} ${request}`, request] as const)))('%s', (whole, request) => {
    expect(fields(whole)).toEqual(fields(request))
    expect(words(whole)).not.toMatch(/간호사|까먹|하는데|교사|살다|나이/)
  })
})

test('what would not hold together is left out of a proposal rather than failing later', () => {
  const { spec } = ask('학점 관리 과목명 학점 성적(A/B/C/D/F) 학기')
  expect(spec.collections[0]!.fields.find((field) => field.label === '성적')?.kind).toBe('choice')
})
