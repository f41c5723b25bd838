/**
 * "How much water I drink every day", 每天走了多少步: an amount that is noted day by day, asked for as a question. What is
 * counted, in which unit and by which verb give the figure its name and kind.
 */
import type { Language } from '../../spec.ts'

export type Amount = {
  /** The request with the question replaced by what it is about. */
  text: string
  /** The figure of each day; null where there are rules for it already (water, sleep). */
  asked: { label: string; kind: string } | null
}

type Parts = { thing: string; unit: string; verb: string; whole: string }
type Grammar = {
  rhythm: RegExp
  question: RegExp
  parts(groups: Record<string, string | undefined>): Parts
  /** What it is about, and its figure. */
  named(parts: Parts): { topic: string; asked: Amount['asked'] }
}

const num = (label: string) => ({ label, kind: 'num' })
const time = (label: string) => ({ label, kind: 'duration' })
const far = (label: string) => ({ label, kind: 'qty:km' })
const title = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** run -> running, bike -> biking. */
const gerund = (verb: string): string =>
  /^(?:run|swim|sit|jog)$/.test(verb) ? `${verb}${verb.at(-1)}ing` : `${verb.replace(/(?<![eoy])e$/, '')}ing`

const GRAMMARS: Record<Language, Grammar> = {
  en: {
    rhythm: /\b(?:(?:each|every|a|per) (?:day|night|morning|evening|week)|daily|nightly)\b/i,
    question:
      /\bhow (?<how>much|many|long|far)(?: (?:of )?(?<thing>(?:[a-z-]+ ){0,3}?[a-z-]+))??(?<who> (?:i|we|he|she|they|(?:my|our|the) [a-z]+))(?: actually| really| have)? (?<verb>(?!an?\b|the\b|want|need|like|owe|pay|paid|earn|should|could|can\b)[a-z]+)(?: (?:(?:on|at|in) )?(?<on>[a-z]+(?: [a-z]+)?))??(?= (?:each|every|a|per) (?:day|night|morning|evening|week)\b| daily\b|$|[,.])/i,
    parts: ({ how = '', thing = '', verb = '', on = '', who = '' }) => ({
      thing:
        on.replace(/^(?:my|the|our|his|her) /i, '') ||
        thing.replace(/^(?:hours?|minutes?|time|kilomet(?:er|re)s|km|miles)(?: of)?\s?/i, ''),
      unit: `${how} ${thing}`,
      verb,
      whole: who.trim(),
    }),
    named({ thing, unit, verb }) {
      const doing = thing || gerund(verb)
      // What is spent, unless it is time, is money.
      if (/\b(?:money|cash)\b/i.test(thing)) return { topic: '', asked: null }
      if (/^spen[dt]/.test(verb) && !/\btime\b|\b(?:hours?|minutes?)\b|^long/i.test(unit)) return { topic: '', asked: null }
      if (/^(?:sleep|slept)$/.test(verb)) return { topic: 'sleep', asked: null }
      if (/^much (?:water|fluids?)$/i.test(unit)) return { topic: 'water intake', asked: null }
      if (/^long\b|\b(?:hours?|minutes?|time)\b/i.test(unit)) return { topic: `${doing} time`, asked: time(title(`${doing} time`)) }
      if (/^far\b|\b(?:kilomet|km|miles)\b/i.test(unit)) return { topic: `${doing} distance`, asked: far('Distance') }
      return { topic: doing, asked: num(title(thing || 'amount')) }
    },
  },
  zh: {
    rhythm: /每[天日晚周]|天天|一[天日]/,
    question:
      /(?<who>我|孩子|宝宝|他|她)?(?:每[天日晚周]|天天|一[天日])?(?:都|能|会)?(?<verb>[喝吃走跑睡看读抽做写学玩背练刷骑游站坐打弹])了?(?<how>多久|多长时间|多少|几)(?<unit>个?(?:小时|钟头?)|分钟|公里|千米|[步圈杯瓶罐根支页本章个次遍组字])?(?<thing>[\u4e00-\u9fff]{0,5}?)(?=$|[,，。、!！]|并|和|画)/,
    parts: ({ who = '', how = '', unit = '', thing = '', verb = '' }) => ({
      thing: /^(?:步|页|字|公里|单词|下|遍|次)$/.test(thing) ? '' : thing,
      unit: unit || (/^(?:步|页|字|公里|单词|下|遍|次)$/.test(thing) ? thing : /多[久长]/.test(how) ? how : ''),
      verb,
      whole: who === '我' ? '' : who,
    }),
    named({ thing, unit, verb, whole }) {
      const topic = `${whole}${verb}${thing || ({ 走: '路', 跑: '步', 读: '书' }[verb] ?? '')}`
      if (verb === '睡') return { topic: `${whole}睡眠`, asked: null }
      if (verb === '喝' && thing === '水') return { topic: '喝水', asked: null }
      if (/小时|钟|多[久长]/.test(unit)) return { topic, asked: time(`${topic}时长`) }
      if (/公里|千米/.test(unit)) return { topic, asked: far('距离') }
      return { topic, asked: num(unit ? `${unit}数` : '数量') }
    },
  },
  ja: {
    rhythm: /毎[日晩朝週]|(?:一|1)日/,
    question:
      /(?:(?<before>(?!毎|一日|1日)[^、。をがに\s]{1,10})[をが])?(?:毎[日晩朝週]|[一1]日に?)?(?:どれだけ|どのくらい|どれくらい|何(?<unit>時間|分|歩|杯|本|個|回|ページ|冊|キロ|km|枚|セット|語|字))(?:の?(?<after>[^、。をがに\s]{1,8})[をが])?(?<verb>飲|食べ|歩|走|寝|読|見|吸|書|勉強|練習|遊|し|泳|覚え|聞|弾|使)[ぁ-ん]{0,3}[ただ]か/u,
    parts: ({ before = '', after = '', unit = '', verb = '' }) => ({ thing: before || after, unit, verb, whole: '' }),
    named({ thing, unit, verb }) {
      const doing = thing || ({ 歩: '歩数', 走: 'ランニング', 読: '読書', 勉強: '勉強', 練習: '練習', 泳: '水泳' }[verb] ?? '')
      if (verb === '寝') return { topic: '睡眠時間', asked: null }
      if (verb === '飲' && thing === '水') return { topic: '水分', asked: null }
      if (/時間|分/.test(unit)) return { topic: doing, asked: time(doing ? `${doing}の時間` : '時間') }
      if (/キロ|km/.test(unit)) return { topic: doing, asked: far('距離') }
      return { topic: doing, asked: num(unit ? `${unit}数` : '量') }
    },
  },
  ko: {
    rhythm: /매일|하루|매주|날마다/,
    question:
      /(?:(?<![가-힣])(?<before>(?!매일|하루|매주)[가-힣A-Za-z]{1,8}?)(?:을|를)?\s)?(?:얼마나|몇\s?(?<unit>시간|분|걸음|보|잔|컵|개비|개|번|회|페이지|쪽|권|킬로|km|세트|문장|단어|장))\s?(?:(?<after>[가-힣]{1,6})(?:을|를)\s)?(?<verb>[가-힣]{1,4})(?:는지|은지)/,
    parts: ({ before = '', after = '', unit = '', verb = '' }) => ({ thing: before || after, unit, verb, whole: '' }),
    named({ thing, unit, verb }) {
      if (/^(?:자|잤|자는)/.test(verb)) return { topic: '수면 시간', asked: null }
      if (thing === '물') return { topic: '물 섭취량', asked: null }
      if (/걸음|보/.test(unit)) return { topic: '걸음 수', asked: num('걸음 수') }
      if (/시간|분/.test(unit)) return { topic: thing || '시간', asked: time(thing ? `${thing} 시간` : '시간') }
      if (/킬로|km/.test(unit)) return { topic: thing || '거리', asked: far('거리') }
      return { topic: thing || '기록', asked: num(unit ? `${unit} 수` : '양') }
    },
  },
}

/** What is ticked is a habit; its figures are beside it. */
const TICKED = /\b(?:tick|check|streak)\b|打勾|打卡|チェック|連続|체크|연속/i

/** Null where no amount is asked for, or none that comes back. Only short requests are looked at. */
/** "daily sales, flour used and how many loaves we threw away": one of several things to be noted. */
const isListed = (text: string, at: number): boolean => /[,，、].*(?:\band\s+|[,，、和与]\s*)$/u.test(text.slice(0, at))

export function amountIn(text: string, language: Language): Amount | null {
  const { rhythm, question, parts, named } = GRAMMARS[language]
  const often = text.length <= 120 && !TICKED.test(text) ? rhythm.exec(text) : null
  const found = often && question.exec(text)
  if (!found?.groups || isListed(text, found.index)) return null
  const { topic, asked } = named(parts(found.groups))
  if (!topic) return null
  const within = rhythm.exec(found[0])?.[0] ?? ''
  return { text: text.replace(found[0], `${within}${topic}`).replace(/하루에?(?=\s?[가-힣])/, '매일'), asked }
}
