/**
 * What "add …" adds to the open app: a quality that every entry is to have, or one more entry. The words of both are
 * alike ("add shelf", "add Wolf Hall"), so the signs of each are weighed; where none speaks, an entry does less harm.
 */
import type { Reading } from '../base/language/types.ts'
import { unitOf } from '../base/language/units.ts'
import { fold, optionNamed, visibleCollections, visibleFields } from '../base/resolve.ts'
import type { AppSpec } from '../spec.ts'
import { isQuality, isThing } from './qualities.ts'
import { leftover } from './slots.ts'

/** Above 0 a field, below 0 an entry. */
export function addedWeight(reading: Reading, spec: AppSpec): number {
  const name = leftover(reading, [])
  return SIGNS.reduce((sum, [weight, sign]) => sum + (sign({ reading, spec, name }) ? weight : 0), isListy(spec) ? -1 : PRIOR)
}

type Said = { reading: Reading; spec: AppSpec /** Without the words of adding. */; name: string }
/** Nothing speaks for either: a name of no known kind is an entry's. */
const PRIOR = -0.25

const SIGNS: [weight: number, sign: (said: Said) => boolean][] = [
  // A quality by its name; alone it is nothing else.
  [2, ({ reading }) => isQuality(fold(reading.text))],
  [2, ({ name }) => partsOf(name).length > 0 && partsOf(name).every((part) => isQuality(fold(part)) && part.split(/\s+/).length <= 2)],
  // 加一个产褥垫 on a list of things is one of them.
  [2, ({ reading, spec }) => isThing(reading.text) && !(reading.language === 'zh' && isListy(spec))],
  // Asked as whether it is so: 薬を飲んだかどうか, 交了没.
  [3, ({ reading }) => /かどうか|是否|有没有|[了过完到掉好]没有?(?=$|[,，。吧])/.test(reading.text)],
  // "how many it serves", "who it is for": a question that each entry answers.
  [2, ({ reading, name }) => reading.language === 'en' && /^(?:how|who|what|when|where|why|which|whether)\b/i.test(name)],
  [2, ({ reading, name }) => isRole(name, reading.language)],
  [3, ({ reading, name }) => reading.language === 'zh' && /什[么麼]|多少|哪|[几幾](?![个個本杯次])|谁|誰/u.test(name)],
  [3, ({ reading }) => STAGE.test(fold(reading.text))],
  [2.5, ({ reading, spec }) => intoCollection(reading.text, spec)],
  [0.5, ({ reading, name }) => reading.language === 'en' && isPlain(name)],
  // An entry by what it is called, or by what is said of it.
  [-2.5, ({ reading }) => QUOTED.test(reading.text)],
  [-2.5, ({ reading }) => reading.language === 'zh' && COUNTED.test(reading.text)],
  [-3, ({ reading }) => isCapitalised(reading.text)],
  [-3, ({ name, spec }) => saysOption(name, spec)],
  [-1, ({ name }) => partsOf(name).some((part) => part.split(/\s+/).length > 4 || (!/\s/.test(part) && part.length > 10))],
  [-2, ({ name }) => DEED.test(name)],
  // "shakshuka with eggs and cumin": what is in it.
  [-1.5, ({ name }) => /^[a-z]+(?: [a-z]+)? with [a-z]/.test(name)],
  [3, ({ reading }) => TYPED.test(reading.text)],
  // "honey harvested in kg", 体重(公斤): how it is measured, and no figure of it.
  [3, ({ reading }) => isMeasured(reading)],
]

const partsOf = (name: string): string[] =>
  name.split(/\s*(?:[,，、;；·/]|\s(?:and|&)\s|(?<=\p{Script=Han})和(?=\p{Script=Han}))\s*/u).filter(Boolean)

/** Nothing but names and ticks, names alone, or things to be done: what is added there is one more of them. */
const isListy = (spec: AppSpec): boolean =>
  visibleCollections(spec).some((collection) => {
    const fields = visibleFields(collection)
    if (collection.title === 'task') return true
    const daily = fields.length > 3 && fields.some((field) => field.default === 'today' || field.default === 'now')
    return (fields.some((field) => field.kind === 'yesno') && !daily) || fields.length <= 2
  })

/** A column of a board, or an option of a choice, by what people call one. */
const STAGE =
  /\b(?:stage|phase|step|column|lane|option|category|status)\b|阶段|階段|一列|选项|段階|ステージ|ステータス|レーン|選択肢|단계|상태|옵션|선택지|분류/

/** 손님에 생일, 给客人加生日, お客さんに誕生日: what the entries of a collection are to have. */
const intoCollection = (text: string, spec: AppSpec): boolean =>
  visibleCollections(spec).some(({ label, one }) =>
    [label, one].some((name) => {
      const at = name ? text.toLowerCase().indexOf(name.toLowerCase()) : -1
      return (
        at >= 0 &&
        (/^(?:에게?|마다)\s/.test(text.slice(at + name.length)) ||
          /^(?:にも?|ごとに)/.test(text.slice(at + name.length)) ||
          /给$/.test(text.slice(0, at)))
      )
    }),
  )

/** 《三体》, "Wolf Hall": a title. */
const QUOTED = /[《『]\S|^[^「]*「[^」]{2,}」|["“][^"”]{2,}["”]/
/** 加一本, 加两部: so many of them. */
const COUNTED = /[一两二三四五六七八九十\d](?:本|部|首|杯|瓶|盒|袋|件|只|条|双|张|台|辆|盆|棵|位|名|家|篇|集|场)(?!子|来|质|上|人)/
/** scrape the window frames, call her back: something to be done. */
const DEED = /^[a-z]+ (?:the|my|our|his|her|their|him|them|up|out|off|away) [a-z]/

/** 위치 (냉장, 냉동), a size (S/M/L): what the quality can be. */
const TYPED = /\S\s?[(（][^()（）]{1,20}[,，、/·・][^()（）]{1,40}[)）]\s*$/

const MEASURED = /(?:\bin |[(（]|单位(?:是|为)?|単位は?|단위는?\s?)([\p{L}°%]{1,12})[)）]?[.。]?\s*$/u
const isMeasured = ({ text, values }: Reading): boolean => {
  const unit = MEASURED.exec(text)?.[1]
  return unit !== undefined && !values.some(({ read }) => read.kind === 'quantity' || read.kind === 'number') && unitOf(unit) !== undefined
}

/** A name's capital within the sentence; what follows an article is a kind of thing, and letters alone are an abbreviation. */
const isCapitalised = (text: string): boolean => {
  const [, ...later] = text.trim().split(/\s+/)
  const names = later.filter((word, at) => /^\p{Lu}\p{Ll}/u.test(word) && !/^(?:an?|another|one|new)$/i.test(text.trim().split(/\s+/)[at]!))
  return names.length > 0 && !later.every((word) => isQuality(fold(word)))
}

/** One of an entry's options is said beside its name: "Middlemarch, reading". */
const saysOption = (name: string, spec: AppSpec): boolean =>
  visibleCollections(spec).some((collection) =>
    visibleFields(collection).some((field) => {
      if (field.kind !== 'choice' && field.kind !== 'choices') return false
      const said = optionNamed(name, field.options)
      return said !== undefined && /\p{L}/u.test(name.slice(0, said.start) + name.slice(said.end))
    }),
  )

/** "translator", "shelf mark": common words, few of them. */
const isPlain = (name: string): boolean => name !== '' && partsOf(name).every((part) => /^[a-z][a-z'-]*(?: [a-z][a-z'-]*){0,2}$/.test(part))

/** 译者, 配給会社, 배급사: who, where, when or how much, told by how the word ends. */
const ROLES: Partial<Record<Reading['language'], RegExp>> = {
  zh: /(?:[者员師师商社方数量度率性值额价费期址处号码类型种色版级比式因感况牌厂源距]|时间|日期|姓名|名称|名字|出版社|系列|体裁|题材|想法|感受|心得|摘要|简介|原因|方法|结果|情况|内容|要求|目的|用途|来源)$/u,
  ja: /(?:[者社日元先名数量度率性値額価費代期限所種類型色版級法式感態源幅]|会社|時間|日付|場所|番号|回数|メーカー|ブランド|サイズ|タイプ|レベル|ジャンル|シリーズ|コード|コメント|メモ|感想|理由|目的|内容|結果|きっかけ|産地|銘柄)$/u,
  ko: /(?:자|처|량|률|율|명|액|값|료|비|도|색|급|[가-힣]{2}일|번호|기간|기한|시간|날짜|종류|유형|색상|상태|출처|길이|무게|높이|너비|횟수|회사|브랜드|사이즈|타입|레벨|장르|시리즈|코드|메모|느낌|소감|이유|목적|내용|결과|여부|배급사|출판사|제조사|산지|품종|담당)$/u,
}
const isRole = (name: string, language: Reading['language']): boolean => {
  const pattern = ROLES[language]
  const parts = partsOf(name)
  return pattern !== undefined && parts.length > 0 && parts.every((part) => part.length <= 6 && !/\s/.test(part) && pattern.test(part))
}
