/** What the people of the load bench have and say: one app a language, entries that differ, questions of what was entered. */
import type { Rng } from '../../src/base/rng.ts'

export type Household = { locale: string; build: string; entry(rng: Rng): string; questions: string[] }

const among = <T>(rng: Rng, values: readonly T[]): T => values[Math.floor(rng.next() * values.length)]!
const between = (rng: Rng, least: number, most: number) => least + Math.floor(rng.next() * (most - least))

export const HOUSEHOLDS: Household[] = [
  {
    locale: 'en-US',
    build: 'Track what I spend on coffee, at most 50 dollars a month',
    entry: (rng) =>
      `${between(rng, 2, 9)}.50 ${among(rng, ['latte', 'espresso', 'flat white'])} at the ${among(rng, ['corner shop', 'station'])}`,
    questions: ['how much this month?', 'what did I spend on coffee today?', 'which was the most expensive?'],
  },
  {
    locale: 'zh-CN',
    build: '做一个减肥记录,每天体重和心情,画成曲线',
    entry: (rng) => `今天体重${between(rng, 60, 80)}.${between(rng, 0, 9)}公斤`,
    questions: ['这个月平均体重多少?', '最低体重是多少?'],
  },
  {
    locale: 'ja-JP',
    build: '家計簿を作って。カテゴリは食費・交通費・娯楽',
    entry: (rng) => `${among(rng, ['ランチ', '電車', '映画', '夕食'])} ${between(rng, 2, 30)}50円`,
    questions: ['今月いくら使った?', '食費は合計いくら?'],
  },
  {
    locale: 'ko-KR',
    build: '커피값 기록, 한 달에 5만원까지',
    entry: (rng) => `${among(rng, ['아메리카노', '라떼', '콜드브루'])} ${between(rng, 3, 8)}500원`,
    questions: ['이번 달에 얼마 썼어?', '커피값 평균이 얼마야?'],
  },
]

/** Told of oneself, so that memories are made and recalled too. */
export const TOLD: Record<string, [tell: string, ask: string]> = {
  'en-US': ['I live in Leeds and my sister is called Ann', 'what is my sister called?'],
  'zh-CN': ['我住在成都,我妹妹叫小雨', '我妹妹叫什么名字?'],
  'ja-JP': ['私は札幌に住んでいて、妹の名前はゆきです', '妹の名前は何?'],
  'ko-KR': ['나는 부산에 살고 여동생 이름은 지민이야', '여동생 이름이 뭐야?'],
}
