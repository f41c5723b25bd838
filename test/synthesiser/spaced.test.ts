/** Lists with nothing but spaces between their items, and names with a figure each: one table a cause. */
import { describe, expect, test } from 'vitest'
import { ask } from './ask.ts'

const labels = (say: string) => ask(say).spec.collections.flatMap((one) => one.fields.map((field) => field.label))
const seeds = (say: string) => ask(say).spec.collections.flatMap((one) => one.seeds.map((seed) => String(seed[one.title])))

describe('qualities with spaces between them, some with brackets or two words', () => {
  test.each([
    ['이유식 일지 날짜 재료 먹은 양(g) 반응(좋음/보통/거부) 알레르기 여부', ['재료', '먹은 양', '반응', '알레르기 여부']],
    ['와인 기록 품종 가격 마신 날 평점', ['품종', '가격', '마신 날', '평점']],
    ['중고거래 내역 관리 물건 산 가격 판 가격', ['산 가격', '판 가격']],
  ])('%s', (say, wanted) => {
    for (const label of wanted) expect(labels(say)).toContain(label)
  })
})

describe('things, then what to compare them by', () => {
  test.each([
    ['차 뭐 살지 고민중.. 아반떼 K5 쏘나타 가격 연비 디자인으로 비교해보고 싶어', ['아반떼', 'K5', '쏘나타', '연비']],
    ['노트북 뭐 살까 그램 맥북 갤럭시북 가격 무게 화면으로 비교해줘', ['그램', '맥북', '갤럭시북', '무게']],
    ['어느 집 살지 비교: A집 B집 C집 점수 매기기', ['A집', 'B집', 'C집']],
  ])('%s', (say, wanted) => {
    for (const seed of wanted) expect(seeds(say)).toContain(seed)
  })
})

describe('sides that share a noun play against each other', () => {
  test.each([
    ['가족 윷놀이 점수 기록, 팀은 파랑팀 빨강팀', ['파랑팀', '빨강팀']],
    ['체육대회 점수판 청팀이랑 백팀', ['청팀', '백팀']],
  ])('%s', (say, wanted) => {
    for (const seed of wanted) expect(seeds(say)).toContain(seed)
  })
})

test('a formula after another goes by its own name', () => {
  const [calculator] = ask('마진 계산기 만들어줘. 마진 = 판매가 - 원가, 마진율 = 마진 / 판매가 * 100').spec.behaviours
  expect(calculator?.kind === 'calculator' && calculator.outputs.map((field) => field.label)).toEqual(['마진', '마진율'])
})

describe('a wish between the heading and its list', () => {
  test.each([
    ['캠핑장비 목록좀 만들어줄래 이름 브랜드 산날 가격 상태', ['브랜드', '산날', '가격', '상태']],
    ['읽은책 기록하고싶어 제목 작가 별점 다읽은날', ['작가', '별점']],
    ['헬스 일지 종목 무게(kg) 세트 횟수', ['종목', '무게', '세트', '횟수']],
  ])('%s', (say, wanted) => {
    for (const label of wanted) expect(labels(say)).toContain(label)
  })
})

test.each([
  ['룸메 셋이 장 본 거 나눠 내기. 민지, 하은, 서윤', ['민지', '하은', '서윤']],
  ['이사 갈 동네 고민: 마포, 성수, 잠실 중에. 월세 교통 소음 따져서', ['마포', '성수', '잠실', '소음']],
])('what is shared or chosen among is named in a sentence of its own: %s', (say, wanted) => {
  for (const seed of wanted) expect(seeds(say)).toContain(seed)
})

test('생활비 with parts for its kinds is bounded as a whole', () => {
  const limits = ask('자취생 생활비 월 80만원, 식비 30 교통 8').spec.behaviours.flatMap((one) => (one.kind === 'limit' ? [one.most] : []))
  expect(limits).toContain(800000)
})
