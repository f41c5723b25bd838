/** A question, read for recall: its terms, whom and when it speaks of, and what kind of answer it wants. */
import { read } from '../../base/language/read.ts'
import type { Found, Now } from '../../base/language/types.ts'
import type { Language } from '../../spec.ts'
import { termsOf } from '../index/lexical/terms.ts'

/** What a question asks for, by words that say so in any of the four languages. */
const ASKS = {
  when: /\bwhen\b|\bwhat (?:day|date|year|month|time)\b|\bhow long ago\b|什么时候|何时|哪天|几号|几点|多久之前|いつ|何日|何時|何月|何年|언제|며칠|몇 시|몇 월|몇 년/i,
  who: /\bwho(?:se|m)?\b|谁|哪位|誰|だれ|누구|누가/i,
  where: /\bwhere\b|\bwhich (?:city|country|place)\b|哪里|哪儿|什么地方|地点|どこ|何処|어디|어느 곳/i,
  count:
    /\bhow (?:many|much|old|long|often|far)\b|多少|几[个次天岁]|多大|多久|いくつ|いくら|何[個回人歳度日]|どれくらい|どのくらい|몇|얼마/i,
  why: /\bwhy\b|\breason\b|为什么|为何|なぜ|どうして|왜|이유/i,
  list: /\bwhich\b|\bwhat (?:kinds?|types?|activities|things|items|books|places)\b|\ball\b|\blist\b|\border\b|哪些|都有|どんな|全部|一覧|어떤|모든|목록/i,
  latest:
    /\b(?:now|currently|current|latest|last|recent(?:ly)?|most recent|still|these days|today)\b|现在|目前|最近|最新|如今|今の?|現在|最新|지금|현재|최근|요즘/i,
  sum: /\b(?:summar|overall|throughout|over time|how did .* (?:change|evolve|progress)|in total|altogether)|总结|概括|一共|まとめ|全体|합계|요약|전체/i,
} as const
export type Ask = keyof typeof ASKS
export const ASK_NAMES = Object.keys(ASKS) as Ask[]

export type Question = {
  text: string
  language: Language
  /** Term to weight. */
  terms: Map<string, number>
  /** Days it speaks of: 'YYYY-MM-DD', `to` exclusive. */
  spans: { from: string; to: string }[]
  asks: Set<Ask>
}

export type Asking = { now: Now; language: Language }

/** The longest question that is read whole; the rest of a pasted book asks nothing. */
const MOST = 4000

/** Never throws. */
export function readQuestion(text: string, { now, language }: Asking): Question {
  const asked = text.slice(0, MOST)
  const { language: said, values } = read(asked, { now, language, currency: 'USD' })
  return {
    text: asked,
    language: said,
    terms: new Map(termsOf(asked).map((term) => [term, 1])),
    spans: values.flatMap(spansOf),
    asks: new Set(ASK_NAMES.filter((name) => ASKS[name].test(asked))),
  }
}

function spansOf({ read: value }: Found): Question['spans'] {
  if (value.kind === 'period') return [{ from: value.from, to: value.to }]
  if (value.kind === 'date') return [{ from: value.date, to: value.to ?? nextDay(value.date) }]
  return value.kind === 'datetime' ? [{ from: value.date, to: nextDay(value.date) }] : []
}

const nextDay = (date: string): string => {
  const at = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000)
  return Number.isNaN(at.getTime()) ? date : at.toISOString().slice(0, 10)
}
