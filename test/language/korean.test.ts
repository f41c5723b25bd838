/** How Korean jots down, proposes and lists: the endings, and nouns with only spaces between them. */
import { describe, expect, it } from 'vitest'
import { doneEnding } from '../../src/base/language/nominal-ko.ts'
import { proposed } from '../../src/base/language/proposed-ko.ts'
import { read } from '../../src/base/language/read.ts'
import { phrasesOf } from '../../src/studio/rules/split.ts'

const now = { date: '2026-11-27', time: '10:00', timeZone: 'Asia/Seoul' } as never
const reading = (text: string) => read(text, { now, language: 'ko', currency: 'KRW', hints: { locale: 'ko-KR' } })
const parts = (text: string) => phrasesOf(reading(text)).map((one) => one.text)

describe('what was done, with a noun ending', () => {
  it('is told from the last word, whatever stands before it', () => {
    for (const verb of ['마심', '뜀', '먹음', '넣음', '갔음', '마셨음', '운동함'])
      for (const before of ['두 잔', '3km', '오늘 병원'])
        expect(doneEnding(`${before} ${verb}${'ㅋ'.repeat(2)}`), `${before} ${verb}`).not.toBeNull()
  })
  it('leaves nouns that only end alike', () => {
    expect(doneEnding('난초 오늘 물줌')).not.toBeNull()
    for (const noun of ['마음', '얼음', '도움말 다음', '명함', '보관함', '회사 모음', '웃음']) expect(doneEnding(noun), noun).toBeNull()
  })
})

describe('proposals', () => {
  it('have the forms of every stem', () => {
    expect(proposed(['줄이'])).toEqual(expect.arrayContaining(['줄이자', '줄일래', '줄일게', '줄일까']))
    expect(proposed(['넣'])).toEqual(expect.arrayContaining(['넣자', '넣을래']))
  })
})

describe('nouns in a row', () => {
  it('are a list after a sentence or after what was told', () => {
    expect(parts('우표 모은거 정리. 나라 발행연도 구매가 상태')).toEqual(['우표 모은거 정리', '나라', '발행연도', '구매가', '상태'])
    expect(parts('볼링 치는데 장소 점수 게임비 남길래')).toEqual(['볼링 치는데', '장소', '점수', '게임비'])
  })
  it('are none in a sentence that tells something', () => {
    expect(parts('어제 친구랑 새로 생긴 식당 갔는데 파스타 진짜 맛있었어')).not.toContain('진짜')
  })
})
