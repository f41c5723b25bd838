/**
 * What a question asks to be told, before it is known of which field: a number of things ("how many cards"), an amount
 * ("how much", "how heavy"), an average, the latest, an extreme, what is left.
 */
import type { Reading } from '../../base/language/types.ts'
import { type Dimension, findUnit, unitOf } from '../../base/language/units.ts'
import { fold, has, labelPlace } from '../../base/resolve.ts'
import { type Field, LANGUAGES, type Measure } from '../../spec.ts'
import { type Degree, degreeOf, type Scale } from './degree.ts'
import { COUNT, FN, folded, MOST, SUM, withoutTimes } from './words.ts'

export type Wants = {
  /** Without the names of fields, and without times: “last week” is not the latest of anything. */
  bare: string
  /** A way of measuring that is said outright. */
  fn?: Measure['fn']
  degree: Degree | null
  /** "how many …": `noun` and `counter` where they are said; times, kinds and people have words of their own. */
  many: { noun: string; counter: string; of: 'times' | 'kinds' | 'people' | 'entries' | 'things' } | null
  /** "how much", いくら, 多少, 얼마. */
  much: boolean
  /** It is asked in so many words. */
  asks: boolean
  /** All of it together. */
  total: boolean
  /** In this dimension: "how many kg", 几分钟, "how heavy". */
  dimension?: Dimension
  kilo: boolean
  scales: Scale[]
  money: 'came' | 'went' | 'some' | null
}

const MUCH = folded(
  /\bhow (?:much|far|long|heavy|tall|big)\b|多少|几|多[重高长远久大胖]|いくら|いくつ|どれ[くぐ]らい|どの[くぐ]らい|何|얼마|몇|총(?![각괄리무장학])|전부/,
)
const TIMES = folded(
  /how many times|how often|number of times|[几多少]+(?:次|回|趟|遍|场)|次数|何[回度]|回数|몇\s?(?:번|회|차례|경기|판)|횟수/,
)
const ENTRIES = folded(
  /how many (?:entries|records|items|things|rows|visits|days|nights|sessions|lessons|rounds)\b|何件|件数|[几多少]+(?:条|笔|单|天)|몇\s?(?:건|일|날)\b|며칠/,
)
const KINDS = folded(
  /how many (?:different|kinds|types|sorts|varieties|distinct)|[几多少]+(?:种|类|样)|何種類?|몇\s?(?:종류|가지)|(?:종류|가지)(?:가|는)?\s?몇/,
)
const PEOPLE = folded(/how many (?:people|persons|different people|of us)\b|[几多少]+(?:个)?(?:人|位|名)|何[人名]|몇\s?(?:명|분이|사람)/)
/** The noun is what stands after it, up to the verb. */
const MANY_EN =
  /\b(?:how many|number of|count of)\s+(?:more |other |different |distinct |kinds? of |types? of |sorts? of )*((?:(?!have|has|had|did|do|does|are|is|was|were|am|in|on|at|for|with|to|left|still|so|total|altogether|i|we|you|he|she|they|it|the|my|this|last|today|yesterday|a|an|per|by|of|from|when|over|under|that|came|come|got|get)\b[a-z'-]+ ?){1,3})?/
const MANY_ZH = folded(/(?:几|多少)([\u4e00-\u9fff]?)((?:(?![了的吗呢啊过在要没还])[\u4e00-\u9fff]){0,6})/)
const MANY_JA = folded(/何([\p{Script=Han}ァ-ヶー]{1,6}|か月|つ|こ)|いくつ/u)
const MANY_KO = /몇\s?([가-힣a-z%]{1,6}?)(?=(?:이나|이야|이에요|예요|야|죠|지|나|은|는|이|가|을|를|으로|로|씩|인|입)?(?:[^가-힣a-z]|$))/

/** Adjectives and verbs that say what they measure. */
const SAYS: [Scale, Dimension | undefined, RegExp][] = (
  [
    ['mass', 'mass', /\bhow heavy\b|\bweighs?\b|多重|重さ|체중|몸무게|무게/],
    ['length', 'length', /\bhow (?:far|tall)\b|\bdistance\b|多远|多高|距离|どれ[くぐ]らい走|얼마나 (?:뛰|달|멀)|거리/],
    [
      'rating',
      undefined,
      /(?:平均|均|最高|最低|几|多少)分(?![钟类之店])|\bscores?\b|severity|intensity|how bad|得分|评分|評価|点数|평점|점수|몇 점|\bstars?\b|星/,
    ],
    [
      'duration',
      'time',
      /\bhow long\b|\bhours?\b|\bminutes?\b|多久|多长时间|时长|时间|分钟|小时|钟头|何[時分]間?|どの[くぐ]らいの時間|勉強時間|시간|얼마나 오래|(?:몇|총)\s?분(?!이)/,
    ],
  ] as [Scale, Dimension | undefined, RegExp][]
).map(([scale, dimension, is]) => [scale, dimension, folded(is)])
const MONEY = folded(
  /\bhow much (?:is|are|was|were|for|does|did)\b(?! (?:there|left|still|that|it|he|she|the \w+ weigh|\w+ weigh))|\b(?:spen[dt]|spending|cost|costs|paid|pay|pays|charged?|earn(?:ed)?|made|money|price|pricey|euros?|dollars?|pounds|quid|bucks|budget|saved|put aside|put in)\b|钱|花|费|额|元|收入|支出|赚|值|いくら|使っ|使う|使え|円|費|額|お金|儲|稼|払|貯|얼마|돈|썼|쓴|비용|금액|지출|수입|벌|모았|모인|저금/,
)
const CAME = folded(
  /\b(?:sell|sale|c[oa]me in|coming in|received|earn(?:ed)?|made|income|money in|takings|took in|sold)\b|收入|收到|收了|进账|入账|赚|卖|售|売|売上|売り上げ|稼|儲|収入|入金|入った|もらった|수입|들어온|들어왔|벌|번 돈|받은|입금|매출|판매|팔[았린]|もらっ/,
)
const WENT = folded(
  /\b(?:spen[dt]|spending|go(?:ne|es)? out|went out|paid out|expenses?|outgoings?|money out|costs?)\b|支出|花|用了|成本|买|进价|進価|仕入|買|随出|使っ|使った|出金|出た|払った|支払|かかった|かかって|지출|나간|나갔|썼|쓴|들었|비용|원가|구입/,
)

export const moneyIn = (text: string): boolean => CAME.test(fold(text))
export const moneyOut = (text: string): boolean => WENT.test(fold(text))

/** `fields` are those whose names say nothing of how to measure: a field called “Total” or 最高血圧. */
export function wantsOf(reading: Reading, fields: readonly Field[]): Wants {
  const low = fold(reading.text)
  const timeless = withoutTimes(reading, low)
  const bare = fields.reduce((text, field) => {
    const at = field.label.length > 1 ? labelPlace(text, reading.tokens, field.label) : undefined
    return at ? text.slice(0, at[0]) + ' '.repeat(at[1] - at[0]) + text.slice(at[1]) : text
  }, timeless)
  const degree = degreeOf(bare)
  const many = manyOf(timeless)
  const total = TOTAL.test(bare)
  // “how many cards do I have now” and 今のところ合計 ask for no latest.
  const fn = has(bare, FN.mean) ? 'mean' : degree ? degree.way : has(bare, FN.latest) && !many && !total ? 'latest' : undefined
  const said = unitAsked(many?.counter || many?.noun, reading) ?? SAYS.find(([, dimension, is]) => dimension && is.test(bare))?.[1]
  const scales = SAYS.filter(([, , is]) => is.test(bare)).map(([scale]) => scale)
  const money = many && !OF_MONEY.test(timeless) ? null : moneyOf(bare)
  return {
    bare,
    ...(fn && { fn }),
    degree,
    many,
    much: MUCH.test(bare) || has(bare, SUM),
    kilo: /キロ|킬로|kilos?\b/.test(timeless),
    asks: many !== null || fn !== undefined || MUCH.test(bare) || total,
    total,
    ...(said && { dimension: said }),
    scales,
    money,
  }
}

/** What is counted is money itself. */
const OF_MONEY = folded(/how many (?:euros|dollars|pounds|quid|bucks|yen)|(?:多少|几)(?:钱|块|元)|何[円万]|몇\s?(?:원|만)/)
function moneyOf(bare: string): Wants['money'] {
  const went = WENT.test(bare)
  const came = CAME.test(bare)
  if (came !== went) return came ? 'came' : 'went'
  return came || MONEY.test(bare) ? 'some' : null
}

/** Whether a figure is asked for: a sum, a count, an extreme. */
export const asksFigure = (low: string): boolean => has(low, SUM) || measures(low)
/** Whether the words say themselves what is to be measured. */
export const measures = (low: string): boolean =>
  has(low, COUNT) || has(low, MOST) || Object.values(FN).some((words) => has(low, words)) || manyOf(low) !== null || degreeOf(low) !== null

const TOTAL = folded(
  /\b(?:total|sum|altogether|in all|all together|so far|overall|added up|combined)\b|一共|总共|总计|合计|总额|加起来|统共|总|全部|共|合計|全部で|トータル|総|合わせ|총(?![각괄리무장학])|합계|합산|토탈|전부|모두|합치|합하|다 해|다해|통틀/,
)

function manyOf(low: string): Wants['many'] {
  const en = MANY_EN.exec(low)
  const zh = MANY_ZH.exec(low)
  const ja = MANY_JA.exec(low)
  const ko = MANY_KO.exec(low)
  if (!en && !zh && !ja && !ko && !TIMES.test(low) && !KINDS.test(low) && !/몇/.test(low) && !NUMBER_OF.test(low)) return null
  const of = KINDS.test(low) ? 'kinds' : TIMES.test(low) ? 'times' : PEOPLE.test(low) ? 'people' : ENTRIES.test(low) ? 'entries' : 'things'
  // 多少钱 asks for an amount of it.
  if (of === 'things' && !en && !ja && !ko && /多少(?:钱|啊|了|呢|吗|[?？]?$)/.test(low)) return null
  // 何匹釣った: what was done with them is no part of the counter.
  const counted =
    ja?.[1] && /^[っんいりきしちみえけてれた]/.test(low.slice(ja.index + ja[0].length))
      ? ja[1].replace(/(?<=.)\p{Script=Han}$/u, '')
      : ja?.[1]
  return { noun: (en?.[1] ?? zh?.[2] ?? '').trim(), counter: zh?.[1] ?? counted ?? ko?.[1] ?? '', of }
}

/** 총 단어 수는, 枚数は: the number of them, by that name. */
const NUMBER_OF = folded(/[가-힣]\s(?:개)?수(?:는|가|를)?[?？]?$|개수(?:는|가)?[?？]?$|の数は|[枚冊本件個]数は/)
const MINUTES = folded(/^(?:minutes?|mins?|hours?|hrs?|分钟?|小时|钟头|時間|分間?|시간|분)/)
/** 何kg, "how many miles": what is measured in the unit asked for. */
function unitAsked(said: string | undefined, { text, language }: Reading): Dimension | undefined {
  if (!said) return undefined
  // 几分 asks for points.
  if (said === '分' && language === 'zh') return undefined
  if (MINUTES.test(said)) return 'time'
  const words = [said, said.split(' ')[0]!, UNIT_WRITTEN.exec(fold(text))?.[1] ?? '']
  for (const word of words)
    for (const other of LANGUAGES) {
      const unit = word && findUnit(word, other)
      if (unit) return unit.dimension
    }
  return undefined
}
const UNIT_WRITTEN = folded(
  /(?:how many|何|几|多少|몇)\s?([a-z°/%]{1,8}|キロ|グラム|センチ|メートル|リットル|키로|公斤|千克|公里|厘米|毫升|킬로|그램|센티|리터)/,
)

/** `kilo`: キロ and 킬로 are said of kilograms and of kilometres. */
export const inDimension = (field: Field, dimension: Dimension, kilo = false): boolean =>
  (field.kind === 'duration' && dimension === 'time') ||
  (field.kind === 'quantity' && [dimension, ...(kilo ? KILO : [])].includes(unitOf(field.unit)?.dimension ?? 'data')) ||
  (field.kind === 'computed' && field.shows.kind === 'duration' && dimension === 'time')
const KILO: Dimension[] = ['mass', 'length']
