/** The language an app speaks, and the currency of its amounts. */
import { currencyNamed } from '../../base/language/money.ts'
import type { AppSpec, Field, Language, SpecEdit } from '../../spec.ts'
import { labelOfPart, partNamed, partOf } from '../rules/parts.ts'
import { asLabel } from '../rules/words.ts'
import { is, type Rule } from './clause.ts'
import { SAY } from './say.ts'
import { ADD, CHANGE } from './words.ts'

const SPEAKS: [Language, RegExp, string][] = [
  ['en', /\benglish\b|英文|英语|英語|英语|영어/, 'en-US'],
  ['zh', /\bchinese\b|中文|汉语|中国语|中国語|중국어/, 'zh-CN'],
  ['ja', /\bjapanese\b|日文|日语|日本语|日本語|일본어/, 'ja-JP'],
  ['ko', /\bkorean\b|韩文|韩语|韓国語|韩国语|한국어/, 'ko-KR'],
]
const NAMES: Record<Language, string> = { en: 'English', zh: '中文', ja: '日本語', ko: '한국어' }

/** The app's language; fields whose word is known in it are relabelled, the others keep the person's own words. */
export const setLanguage: Rule = (clause) => {
  const found = SPEAKS.find(([, pattern]) => pattern.test(clause.low))
  if (!found || is(clause, ADD)) return null
  if (!/\b(?:in|to|into|use|speak)\b|换|改|用|切|(?:語|语|文)(?:に|で(?=表示|書|お願い|して|見|使|$))|로|변경|바꿔/.test(clause.low))
    return null
  const [language, , locale] = found
  const edits: SpecEdit[] = [{ do: 'set-language', language, locale }]
  for (const collection of clause.spec.collections)
    for (const field of collection.fields) {
      const part = partNamed(field.label) ?? partOf(field.id)
      const label = part && labelOfPart(part, language)
      if (label && label !== field.label)
        edits.push({ do: 'rename-field', collection: collection.id, field: field.id, label: asLabel(label) })
    }
  return { edits, said: SAY.language[clause.language](NAMES[language]) }
}

export const setCurrency: Rule = (clause) => {
  if (clause.reading.values.some((value) => value.read.kind === 'money' || value.read.kind === 'bound')) return null
  const code =
    /\b(USD|EUR|JPY|CNY|KRW|GBP|TWD|HKD|AUD|CAD|CHF|SGD|THB|VND|INR)\b/.exec(clause.text.toUpperCase())?.[1] ??
    currencyNamed(clause.text, { currency: clause.ctx.currency, language: clause.language }) ??
    SPOKEN.find(([, pattern]) => pattern.test(clause.low))?.[0]
  if (!code || !(is(clause, CHANGE) || /\bin\b|currency|货币|通貨|通货|통화|用|で|로/.test(clause.low))) return null
  const edits = currencyEdits(clause.spec, code)
  return edits.length
    ? { edits, said: SAY.changed[clause.language]({ en: 'Currency', zh: '货币', ja: '通貨', ko: '통화' }[clause.language], code) }
    : null
}

/** Every amount of the app in another currency, ISO 4217; the figures stay as they are. */
export function currencyEdits(spec: AppSpec, code: string): SpecEdit[] {
  const edits: SpecEdit[] = []
  for (const collection of spec.collections)
    for (const field of collection.fields) {
      const to = inCurrency(field, code)
      if (to) edits.push({ do: 'change-field', collection: collection.id, field: to })
    }
  for (const behaviour of spec.behaviours)
    if (behaviour.kind === 'split' && behaviour.currency !== code)
      edits.push({ do: 'change-behaviour', behaviour: { ...behaviour, currency: code } })
  return edits
}
const SPOKEN: [string, RegExp][] = [
  ['USD', /\bdollars?\b|美元|美金|ドル|달러/],
  ['EUR', /\beuros?\b|欧元|ユーロ|유로/],
  ['JPY', /\byen\b|日元|日圆|円|엔화?(?:로|으로)/],
  ['CNY', /\b(?:yuan|rmb|renminbi)\b|人民币|元(?:に|で)|위안/],
  ['KRW', /\bwon\b|韩元|韓国ウォン|ウォン|원화/],
  ['GBP', /\bpounds? sterling\b|\bpounds\b|英镑|ポンド|파운드/],
]

function inCurrency(field: Field, code: string): Field | null {
  if (field.kind === 'money' && field.currency !== code) return { ...field, currency: code }
  if (field.kind === 'computed' && field.shows.kind === 'money' && field.shows.currency !== code)
    return { ...field, shows: { kind: 'money', currency: code } }
  return null
}
