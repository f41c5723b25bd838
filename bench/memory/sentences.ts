/** Everyday sentences without end: a template, a few words, and a name or number that makes most of them one of a kind. */
import type { Rng } from '../../src/base/rng.ts'
import type { Language } from '../../src/spec.ts'

const PARTS: Record<Language, { who: string[]; did: string[]; what: string[]; where: string[]; when: string[] }> = {
  en: {
    who: ['I', 'My sister', 'Anna', 'Tom', 'Our neighbour', 'The dentist', 'My boss', 'Grandma'],
    did: ['bought', 'found', 'lost', 'repaired', 'cooked', 'painted', 'ordered', 'forgot', 'moved', 'planned'],
    what: [
      'a blue bicycle',
      'two tickets',
      'the old piano',
      'a carrot cake',
      'new curtains',
      'the garden gate',
      'a chess set',
      'some oat milk',
    ],
    where: ['in Lisbon', 'at the market', 'near the station', 'at home', 'in the shed', 'by the lake', 'at work'],
    when: ['yesterday', 'last Tuesday', 'in March', 'this morning', 'two weeks ago', 'before the holidays'],
  },
  zh: {
    who: ['我', '我妹妹', '小李', '老王', '邻居', '牙医', '老板', '奶奶'],
    did: ['买了', '找到了', '弄丢了', '修好了', '做了', '画了', '订了', '忘了', '搬走了', '计划了'],
    what: ['一辆蓝色自行车', '两张票', '那架旧钢琴', '胡萝卜蛋糕', '新窗帘', '花园的门', '一副象棋', '燕麦奶'],
    where: ['在里斯本', '在市场', '在车站附近', '在家里', '在仓库', '在湖边', '在公司'],
    when: ['昨天', '上周二', '三月', '今天早上', '两周前', '放假以前'],
  },
  ja: {
    who: ['私は', '妹は', '田中さんは', '太郎は', '隣の人は', '歯医者さんは', '上司は', '祖母は'],
    did: ['買った', '見つけた', 'なくした', '直した', '作った', '塗った', '注文した', '忘れた', '運んだ', '計画した'],
    what: [
      '青い自転車を',
      'チケットを二枚',
      '古いピアノを',
      'にんじんケーキを',
      '新しいカーテンを',
      '庭の門を',
      '将棋盤を',
      'オーツミルクを',
    ],
    where: ['リスボンで', '市場で', '駅の近くで', '家で', '物置で', '湖のそばで', '会社で'],
    when: ['昨日', '先週の火曜日に', '三月に', '今朝', '二週間前に', '休みの前に'],
  },
  ko: {
    who: ['나는', '여동생이', '민수가', '지영이가', '이웃이', '치과 선생님이', '상사가', '할머니가'],
    did: ['샀어', '찾았어', '잃어버렸어', '고쳤어', '만들었어', '칠했어', '주문했어', '잊어버렸어', '옮겼어', '계획했어'],
    what: ['파란 자전거를', '표 두 장을', '낡은 피아노를', '당근 케이크를', '새 커튼을', '정원 문을', '장기판을', '귀리 우유를'],
    where: ['리스본에서', '시장에서', '역 근처에서', '집에서', '창고에서', '호숫가에서', '회사에서'],
    when: ['어제', '지난 화요일에', '삼월에', '오늘 아침에', '이주 전에', '휴가 전에'],
  },
}
const NAMES = 'ka ri to mo na se lu vi do pe ha zo mi ta'.split(' ')

export function sentence(language: Language, rng: Rng): string {
  const pick = (list: string[]) => list[Math.floor(rng.next() * list.length)]!
  const { who, did, what, where, when } = PARTS[language]
  const name = pick(NAMES) + pick(NAMES) + pick(NAMES)
  const parts =
    language === 'en'
      ? [pick(who), pick(did), pick(what), `for ${name}`, pick(where), pick(when)]
      : [pick(who), pick(when), pick(where), name, pick(what), pick(did)]
  return parts.join(language === 'zh' || language === 'ja' ? '' : ' ')
}
