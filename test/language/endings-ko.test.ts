/** Korean words by their endings: verbs nobody listed are seen for verbs, and nouns that sound like them stay nouns. */
import { describe, expect, it } from 'vitest'
import { kindOf, nounPhraseOf, toldForms, withoutDoing, withoutJosa, withSpaces } from '../../src/base/language/korean.ts'
import { partNamed } from '../../src/studio/rules/parts.ts'

const known = (word: string) => partNamed(word) !== undefined

/** Stems by their last sound; each makes its past by rule, so that the routine cannot know them by heart. */
const PASTS = ['땄', '먹었', '마셨', '봤', '냈', '썼', '갔', '왔', '꿨', '주웠', '갈아탔', '쏘았', '굴렸', '꿰맸']

describe('a past is a past, whatever the verb', () => {
  it.each(PASTS)('%s', (past) => {
    for (const end of ['어', '다', '어요', '습니다', '음', '지']) expect(kindOf(past + end)).toBe('says')
    for (const end of ['는데', '지만', '으니까', '다가']) expect(kindOf(past + end)).toBe('links')
    for (const end of ['는지', '나', '을까']) expect(kindOf(past + end)).toBe('asks')
  })
})

describe('a noun that ends like a verb or a particle is whole', () => {
  it.each('순서 독서 재고 창고 광고 가운데 노래 거래 과자 숫자 편지 일지 페이지 마을 서울 신발 사진'.split(' '))('%s', (noun) => {
    expect(kindOf(noun, known)).toBe('noun')
    expect(nounPhraseOf(noun, known)).toBe(noun)
  })
  it.each('난이도 만족도 친밀도 온도 고양이 쌍둥이 목걸이 구매가 평가 휴가'.split(' '))('%s loses no syllable', (noun) => {
    expect(withoutJosa(noun, known)).toBe(noun)
    for (const after of ['도', '를', '는'].filter((one) => !(one !== '도' && /[가이]$/.test(noun) && noun.length < 3)))
      expect(withoutJosa(noun + after, known)).toBe(noun)
  })
})

describe('a wish is no part of what it names', () => {
  const WISHES = [
    '도 기록하고 싶어',
    ' 칸 만들어줘',
    '도 적을 수 있게 해줘',
    '도 있으면 좋겠어요',
    ' 추가해 주세요',
    '도 넣어줄래',
    '도 있어야 해',
    '도 남길래',
  ]
  it.each(['번역자', '거래처', '난이도', '유튜브 링크', '다음 예약일', '느낀 점', '재구매 의사'])('%s', (name) => {
    for (const wish of WISHES) expect(nounPhraseOf(name + wish, known)).toBe(name)
  })
  it('only a wish names nothing', () => {
    for (const wish of ['표시하고 싶습니다', '적어 주세요', '기록하게 해줘요']) expect(nounPhraseOf(wish, known)).toBe('')
  })
})

it('what is asked is told by the same verb', () => {
  expect(toldForms('이겼는지')).toEqual(['이겼', '이김', '이긴'])
  expect(toldForms('먹었는지')).toEqual(['먹었', '먹음', '먹은'])
  expect(toldForms('냈는지')).toEqual(['냈', '냄', '낸'])
  expect(toldForms('재고 있는지')).toEqual([])
})

it('an entry loses the verb that tells it', () => {
  expect(withoutDoing('벌통은 땄어')).toBe('벌통')
  expect(withoutDoing('넣었습니다')).toBe('')
  expect(withoutDoing('넣은 것도 적어주세요')).toBe('')
  expect(withoutDoing('소년이 온다')).toBe('소년이 온다')
})

it('what is typed without spaces is read as with them', () => {
  expect(withSpaces('오늘저녁밥값기록하고싶어')).toBe('오늘 저녁밥값 기록하고 싶어')
  expect(withSpaces('하루만원이하로')).toBe('하루 만원이하로')
  for (const whole of ['하루만 쉬고 싶어', '체크리스트 만들어줘', '정리정돈 습관', '기록하고 싶어']) expect(withSpaces(whole)).toBe(whole)
})
