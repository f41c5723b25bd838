/** What the whole request says in figures and names: rhythm, scale, days, people, units, its own name. */
import { currencyNamed } from '../../base/language/money.ts'
import type { Read, Reading } from '../../base/language/types.ts'
import { findUnit } from '../../base/language/units.ts'
import type { Language } from '../../spec.ts'
import { type Formula, formulasOf, impliedFormula } from '../rules/formulas.ts'
import { bounded } from '../rules/words.ts'
import { type Frame, MOST_READ } from './types.ts'

export const everyIn = (values: readonly Read[], low: string): Frame['every'] => {
  const said = values.filter((one): one is Extract<Read, { kind: 'every' }> => one.kind === 'every')
  return said.find((one) => one.times) ?? timesAWeek(low) ?? said[0] ?? null
}

export function formulasIn(text: string): Formula[] {
  const said = formulasOf(text)
  const implied = said.length ? null : impliedFormula(text)
  return implied ? [implied] : said
}

/** 週3で, 每周三练, "주 3회", 3x a week: so many times a week, where the reading saw no rhythm. */
function timesAWeek(low: string): Frame['every'] {
  const said =
    /[週周]\s?([1-7一二两三四五六七])(?![\d日天间年周])(?=[次回练で休]|跑|は|の|$)|주\s?([1-7])\s?(?:회|번|일)|\b([1-7])\s?x (?:a|per|\/) ?week/.exec(
      low,
    )
  const times = said ? small(said[1] ?? said[2] ?? said[3]) : NaN
  return Number.isNaN(times) ? null : { kind: 'every', unit: 'week', count: 1, times }
}

/** Bounds opened, so that what they bound is seen as a value too. */
export function flat(reading: Reading): Read[] {
  return reading.values.filter((found) => found.start < MOST_READ).map(({ read }) => (read.kind === 'bound' ? read.of : read))
}

export function currencyOf(reading: Reading): string | null {
  for (const read of flat(reading)) if (read.kind === 'money' && read.currency) return read.currency
  // "in euros", ドルで, 달러로: said without an amount.
  const said =
    /\bin (euros?|dollars?|yen|won|pounds|yuan)\b|(欧元|美元|日元|韩元|英镑|人民币)|(ユーロ|ドル|ウォン|ポンド)で|(유로|달러|엔화|위안|파운드)(?:화)?로/i.exec(
      reading.text,
    )
  const word = said?.slice(1).find((one) => one !== undefined)
  if (word?.toLowerCase() === 'pounds') return 'GBP'
  return word ? (currencyNamed(word, { currency: '', language: reading.language }) ?? null) : null
}

export function scaleIn(low: string, reading: Reading): [number, number] | null {
  const stars =
    /(\d{1,2})[- ]?(?:stars?|星|段阶|점 만점|단계|点满点)|out of (\d{1,3})|满分(\d{1,3})|(\d{1,3})分(?:制|满分)|(\d{1,3})点满点/.exec(low)
  if (stars) {
    const high = Number(stars[1] ?? stars[2] ?? stars[3] ?? stars[4] ?? stars[5])
    return [high > 10 ? 0 : 1, high]
  }
  if (/五星|5星|five[- ]star/.test(low)) return [1, 5]
  const range = reading.values.find((found) => found.read.kind === 'range' && !found.read.unit)?.read
  if (range?.kind === 'range' && range.low >= 0 && range.low <= 1 && range.high <= 100) return [range.low, range.high]
  const said = /(?:^|[^\d])([01])\s?(?:-|~|to|到|から|부터|에서)\s?(\d{1,3})(?!\d|[:/])/.exec(low)
  return said && Number(said[2]) <= 100 ? [Number(said[1]), Number(said[2])] : null
}

const SMALL = new Map<string, number>([
  ...'one two three four five six seven eight nine ten'.split(' ').map((word, at) => [word, at + 1] as const),
  ...'一二三四五六七八九十'.split('').map((word, at) => [word, at + 1] as const),
  ['两', 2],
  ['半', 0.5],
  ...'하루 이틀 사흘 나흘 닷새'.split(' ').map((word, at) => [word, at + 1] as const),
])
const small = (word: string | undefined) => (word === undefined ? NaN : (SMALL.get(word) ?? Number(word)))

/** How many days something lasts: "4 day trip", "五天", "2泊3日", "2박 3일", "a week in". */
export function daysIn(low: string): number | null {
  const nights = /(\d{1,2}|[一二三四五六七八九十])\s?(?:泊|晚|夜|박)\s?(\d{1,2}|[一二三四五六七八九十])\s?(?:日|天|일)/.exec(low)
  if (nights) return small(nights[2])
  const days =
    /(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)[- ]?(?:day|night)s?\b|(\d{1,2}|[一二两三四五六七八九十])\s?(?:天|日间|日游)(?!内|后|前)|(\d{1,2})\s?일(?:간|짜리| 동안| 여행)|(\d{1,2})泊/.exec(
      low,
    )
  if (days) return Math.min(60, small(days[1] ?? days[2] ?? days[3] ?? (days[4] && String(Number(days[4]) + 1)))) || null
  if (/\b(?:a|one) week (?:in|trip|at|long)|week-long|for a week|一周的?旅|1週間の旅|一周间の旅|일주일 여행/.test(low)) return 7
  if (/\btwo weeks\b|两周|2週間|이주일|2주 여행/.test(low) && /trip|旅|여행/.test(low)) return 14
  if (/\bweekend (?:in|trip|away|at)|周末|周末旅|주말 여행|주말여행/.test(low)) return 2
  return null
}

export const headcountIn = (low: string): number | null => {
  const found =
    /(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|[两二三四五六七八九十])\s?(?:people|persons|friends|players|roommates|flatmates|housemates|of us|个?人|口人|口之家|位|人で|명이?)/.exec(
      low,
    )
  return found
    ? small(found[1]) || null
    : /둘이/.test(low)
      ? 2
      : /셋이/.test(low)
        ? 3
        : /넷이/.test(low)
          ? 4
          : /다섯이/.test(low)
            ? 5
            : null
}

export function unitsIn(text: string, low: string, language: Language): string[] {
  const said =
    /\bin (kg|kilos?|kilograms?|lbs?|pounds?|stones?|km|kilometers?|kilometres?|miles?|mi|cm|inches|feet|meters?|metres?|ml|milliliters?|millilitres?|litres?|liters?|oz|ounces?|grams?|g|celsius|fahrenheit|mmol\/l|mg\/dl)\b/g
  const units = [...low.matchAll(said)].map((match) => findUnit(match[1]!, language)?.id)
  for (const match of text.matchAll(/\(([a-zA-Z°/%]{1,6}|公斤|斤|厘米|毫升|キロ|킬로)\)/g)) units.push(findUnit(match[1]!, language)?.id)
  return units.filter((unit) => unit !== undefined)
}

const NAME_PATTERNS = [
  /\b(?:call(?:ed)? (?:it|the app|this)|name(?:d)? (?:it|the app|this)|(?:titled|called|named))[:,]? +["“']?([^"”'\n.,;:!?]{1,40})["”']?/i,
  /(?:이름은|제목은|이름을)\s?["「]([^"」\n]{1,30})["」]/,
  /(?:叫做?|名为|命名为|名字是|取名)\s?["“「《]([^"”」》\n]{1,20})["”」》]/,
  /(?:名字叫做?|取名叫?|起名叫?|命名为|名称叫|应用名叫?|就叫|叫做|名为|叫)[:: ]?["“「《]?([^"”」》\n。,;!?]{1,20}?)["”」》]?(?=$|[。,;!?]|的(?:应用|app|记录|清单)|吧)/i,
  /[「『"]([^」』"\n]{1,30})[」』"]\s?(?:という|って|と(?:いう|呼|名))/,
  /(?:名前は|タイトルは|アプリ名は)[「『"]?([^」』"\n。、,!?]{1,30}?)[」』"]?(?=$|[。、,!?]|で|に(?:して|する))/,
  /(?:^|[\s、,。])([^\s、,。「」『』"]{1,20})という(?:名前|アプリ|タイトル)/,
  /(?:이름은|제목은|앱 이름은|이름을)\s?["'“「]?([^"'”」\n.,!?]{1,30}?)["'”」]?(?:(?:으)?로(?: 해| 지| 하| 정|$)[^\n]*|$|[.,!?]|이야|야|라고.*)$/,
  /["'“「]([^"'”」\n]{1,30})["'”」]\s?(?:이?라고|이?라는)/,
]
export function nameIn(text: string): string | null {
  for (const pattern of NAME_PATTERNS) {
    const found = pattern.exec(text)?.[1]?.trim()
    // 医生叫我每天记: told to, and not called so.
    if (found && !/^(?:(?:a|an|the|it|me)\b|[我他她你俺]|醒)/i.test(found)) return bounded(found, 40)
  }
  return null
}

const PERIOD_GROUP =
  /^(?:day|week|month|year|date|日|天|周|週|月|年|日期|日付|날짜|일|주|월|년|요일|曜日|weekday|the day|each|every|time|me|hand|myself|\d.*)$/i
export function groupsOf(text: string, language: Language): string[] {
  const patterns: Record<Language, RegExp> = {
    en: /\b(?:group(?:ed)?|sort(?:ed)?|broken down|organi[sz]ed|arranged|categori[sz]ed|divided|separated|split|shown) by (?:the )?([a-z][a-z ]{1,22}?)(?=$|[,.;]| and | with | so | in | on )|\bper (?!day|week|month|year|person|hour|minute|night|session|each|cent|se\b|100|unit|capita)([a-z]{3,16})\b/gi,
    zh: /按照?([^,。、的按\s]{1,8}?)(?:来|进行)?(?:分类|分组|统计|排列|排序|区分|汇总|显示|查看|看|分|归类)/g,
    ja: /([\p{Script=Han}\p{Script=Katakana}ー]{1,10})(?:ごと|別|毎)(?=に|の|で|$|、|。)/gu,
    ko: /([가-힣]{1,8})별(?=로|\s|$|,)/g,
  }
  return [...text.matchAll(patterns[language])]
    .map((match) => (match[1] ?? match[2] ?? '').trim())
    .filter((word) => word && !PERIOD_GROUP.test(word) && !(language === 'en' && findUnit(word, 'en')))
}
