/** Korean as it is typed: what a wish ends in, what stands after 장볼거, words that two families share. One table a cause. */
import { describe, expect, test } from 'vitest'
import { ask } from './ask.ts'

const spec = (say: string) => ask(say).spec
const fields = (say: string) => spec(say).collections.flatMap((one) => one.fields)
const labels = (say: string) => fields(say).map((field) => field.label)
const seeds = (say: string) => spec(say).collections.flatMap((one) => one.seeds.map((seed) => String(seed[one.title])))
const does = (say: string) => spec(say).behaviours.map((one) => one.kind)

describe('the wish after a heading is no field', () => {
  test.each(['써보려구', '쓰려고', '쓰려고 하는데', '쓸라고', '만들자'])('등산 일지 %s', (wish) => {
    const found = labels(`등산 일지 ${wish} 산이름 거리 시간`)
    expect(found).toEqual(expect.arrayContaining(['산이름', '거리']))
    expect(found.join()).not.toMatch(/써|쓰려|쓸라|만들자|하는데/)
  })
})

describe('things after the word for them', () => {
  test.each([
    ['제사 장볼거 사과 배 북어 한과', ['사과', '북어', '한과']],
    ['다이소 살거 건전지 수세미 행주', ['건전지', '행주']],
    ['매일 할거: 물 마시기, 명상, 일기 쓰기', ['명상']],
    ['물 마시기 / 스쿼트 하기 / 책 읽기 매일 체크하는거', ['물 마시기']],
  ])('%s', (say, wanted) => {
    expect(seeds(say)).toEqual(expect.arrayContaining(wanted))
  })
})

describe('names and choices after what is wished for', () => {
  test.each([
    ['펜션 숙박비 엔빵하게 해줘 수빈 도현 예린', ['수빈', '예린'], 'split'],
    ['저녁 뭐 먹지 랜덤으로 골라주라 국밥 돈까스 냉면', ['국밥', '냉면'], 'pick'],
    ['헬스장 세 군데 중 뭘로 할지 모르겠음. 역앞 시청 상가 중에 고를건데 가격 시설 거리 봐야함', ['역앞', '시설'], 'decision'],
  ])('%s', (say, wanted, kind) => {
    expect(seeds(say)).toEqual(expect.arrayContaining(wanted))
    expect(does(say)).toContain(kind)
  })
})

describe('대출 is told by what stands beside it', () => {
  test('of books it is no sum', () => {
    const found = spec('도서관 대출한 책 반납일 관리. 제목 도서관 빌린날 반납일')
    expect(found.behaviours.map((one) => one.kind)).not.toContain('calculator')
    expect(found.collections[0]!.fields.filter((field) => field.kind === 'date')).toHaveLength(2)
  })
  test('of a bank it is', () => expect(does('전세 대출 1억 금리 연 4% 20년 상환 계산')).toContain('calculator'))
})

describe('a match noted with its figures keeps them', () => {
  test.each([
    ['골프 기록하려고 하는데 골프장 날짜 스코어 동반자 그린피', ['골프장', '동반자', '그린피']],
    ['탁구 승패 기록. 상대, 내 점수, 상대 점수, 이겼는지', ['내 점수', '상대 점수']],
  ])('%s', (say, wanted) => {
    expect(labels(say)).toEqual(expect.arrayContaining(wanted))
  })
  test('players who are named still have a board', () => expect(does('볼링 점수판 철수 영희 민호')).toContain('score'))
})

test('shares inside a journey are limits of what is spent on it', () => {
  const limits = spec('부산여행 경비 나눠서 관리할래 숙박 30만 식비 20만').behaviours.flatMap((one) =>
    one.kind === 'limit' ? [one.most] : [],
  )
  expect(limits).toEqual([300_000, 200_000])
})

test('a list for a baby’s luggage is what is packed', () => {
  const say = '다음주 아기랑 여행가는데 짐 빠뜨릴까봐 걱정돼요. 기저귀, 분유, 담요, 젖병 챙겼는지 체크하게 해줘'
  expect(seeds(say)).toEqual(['기저귀', '분유', '담요', '젖병'])
})

test('the last rest of so many rounds is the longer one', () => {
  const [timer] = spec('40분 일하고 5분 쉬는 타이머 세번 하면 20분 쉬게').behaviours
  expect(timer?.kind === 'timer' && timer.phases.map((phase) => phase.minutes)).toEqual([40, 5, 40, 5, 40, 20])
})
