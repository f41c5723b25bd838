/** "the dearest", 最贵的, 一番重い, 제일 가벼운: which end of a scale is asked for, and of which scales the word can be. */

import { folded } from './words.ts'

/** What is measured: money, a dimension of units.ts, how good, when, or how much of anything. */
export type Scale = 'money' | 'mass' | 'length' | 'duration' | 'rating' | 'date' | 'any'
export type Degree = { way: 'max' | 'min'; of: Scale[]; at: [start: number, end: number] }

/** One adjective a row: English superlatives; what follows 最; what follows 一番, the stem; what follows 제일 or 가장. */
type Row = [way: Degree['way'], of: string, en: string, zh: string, ja: string, ko: string]
// biome-ignore format: a table reads best one row a line
const ROWS: Row[] = [
  ['max', 'money', 'most expensive|dearest|priciest|costliest|most valuable', '贵', '高[いかく]|高$', '비[싼싸쌌]'],
  ['min', 'money', 'cheapest|least expensive', '便宜', '安', '[싼싸쌌]|저렴'],
  ['max', 'money', 'most profitable', '赚', '儲か', '많이 벌'],
  ['max', 'mass', 'heaviest', '重', '重', '무거|무겁'],
  ['min', 'mass', 'lightest', '轻', '軽', '가벼|가볍'],
  ['max', 'duration length any', 'longest', '长|久', '長', '[긴길]|오래'],
  ['min', 'duration length any', 'shortest', '短', '短', '짧'],
  ['max', 'length', 'farthest|furthest', '远', '遠', '[먼멀]'],
  ['min', 'length date', 'nearest|closest', '近(?!的?一[次个笔条天])', '近い|近か', '가까|가깝'],
  ['max', 'any', 'biggest|largest|greatest', '大', '大き|大$', '[큰크컸]'],
  ['min', 'any', 'smallest|tiniest', '小', '小さ|小$', '작'],
  ['max', 'any', 'highest|maximum|max|tallest|deepest|most', '高|多', '高|多', '높|많|다$'],
  ['min', 'any', 'lowest|minimum|min|fewest|least', '低|少', '低|少', '낮|적'],
  ['max', 'rating any', 'best|top|record', '好|棒', '良|よ[いか]|好き', '좋|잘'],
  ['min', 'rating any', 'worst', '差|糟|坏', '悪|ひど', '나쁜|나빴|별로'],
  ['min', 'date', 'oldest|earliest|soonest', '老|旧|早', '古|早', '오래된|빠[른르]|빨|이른'],
  ['max', 'date', 'newest', '晚', '新し', '새로운|늦'],
  ['min', 'duration', 'fastest|quickest', '快', '速|早', '빠[른르]|빨'],
  ['max', 'duration', 'slowest', '慢', '遅', '느[린리]|늦'],
]

const EXTREME_ZH = /最(?!近|后|後|初|终)/.source
const EXTREME_JA = /(?:一番|いちばん|1番|最も|もっとも)[^、,，。?？]{0,8}?/.source
const EXTREME_KO = /(?:제일|가장|젤)\s?(?:[가-힣]{1,6}\s)?/.source
const SHORT = { max: folded(/最[高大長多]|최[고대장다]/), min: /最[低小短少]|최[저소단]/ }

const forms = ROWS.map(([way, of, en, zh, ja, ko]) => ({
  way,
  of: of.split(' ') as Scale[],
  is: folded(new RegExp(`\\b(?:${en})\\b|${EXTREME_ZH}(?:${zh})|${EXTREME_JA}(?:${ja})|${EXTREME_KO}(?:${ko})`)),
}))

/**
 * Of folded text from which the names of fields are taken: “最高血圧” is no extreme. Where a word has several scales (早 of
 * days and of times) all are given; null where nothing is ranked.
 */
export function degreeOf(low: string): Degree | null {
  const found = forms.flatMap(({ is, ...form }) => {
    const match = is.exec(low)
    return match ? [{ ...form, at: [match.index, match.index + match[0].length] as [number, number] }] : []
  })
  if (found[0]) {
    const { way, at } = found[0]
    return { way, of: [...new Set(found.filter((one) => one.way === way).flatMap(({ of }) => of))], at }
  }
  const max = SHORT.max.exec(low)
  const match = max ?? SHORT.min.exec(low)
  return match && { way: max ? 'max' : 'min', of: ['any'], at: [match.index, match.index + match[0].length] }
}
