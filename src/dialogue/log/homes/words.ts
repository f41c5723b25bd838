/** Which fields a stretch of words could fill, and with what: by its label, by what was kept, by what it looks like. */

import { conceptForms } from '../../../base/forms.ts'
import { withoutDoing } from '../../../base/language/korean.ts'
import { tokenise } from '../../../base/language/tokenise.ts'
import type { Reading } from '../../../base/language/types.ts'
import { contentStems, fold } from '../../../base/resolve.ts'
import type { AppSpec, Collection, Field, Language } from '../../../spec.ts'
import { leftover } from '../../slots.ts'
import { VERBS } from '../fill/pieces.ts'
import { withoutKind } from '../fill/rest.ts'
import { answerIn } from './answers.ts'
import { clauseLike, personLike, placeLike } from './look.ts'
import { nameMeant } from './names.ts'
import type { Home } from './types.ts'
import { textsOf, type Usual } from './usual.ts'
import { W } from './weights.ts'

/** What every candidate of one message is scored with. */
export type Around = {
  reading: Reading
  low: string
  collection: Collection
  spec: AppSpec
  usual: Usual
  /** Fields that are still to be filled. */
  fields: readonly Field[]
  about: ReadonlySet<string>
  /** The signs of the names of fields for figures. */
  figured: ReadonlySet<string>
}

const WORDED = new Set<Field['kind']>(['text', 'note', 'place', 'person'])
/** Fields that hold what was told rather than a name. */
const STORY =
  /notes?|reason|cause|why|reaction|symptom|remark|comment|what (?:happened|we did|i did)|impression|how it|thoughts?|备注|原因|印象|感受|感想|心得|做了什么|发生|症状|评价|メモ|備考|感想|話したこと|したこと|やったこと|気づ|ひとこと|症状|理由|内容|메모|비고|한줄평|느낌|이유|증상|내용|한 ?일|감상|소감/i
const MAKER = /author|artist|writer|director|brewer|maker|teacher|作者|导演|歌手|老师|著者|監督|先生|저자|작가|감독|선생/i
const SHOP =
  /shop|store|cafe|café|pool|venue|where|restaurant|hospital|clinic|店|商家|哪里|地点|医院|平台|場所|どこ|病院|가게|카페|병원|장소|식당|매장/i

const PAID_BY =
  /^(?:in )?(?:cash|card|credit|debit|upi|paypal|apple pay|contactless|bank transfer|transfer|现金|現金|微信|支付宝|刷卡|信用卡|カード|クレカ|電子マネー|ペイペイ|paypay|현금|카드|계좌이체|카카오페이|네이버페이)$/i

/** A run of words as it would stand in a name: what leftover() leaves of it, without the particle of a person. */
export function nameIn(said: string, { reading, collection, spec }: Around): string {
  // 交了燃气费, 缴了房租: what was paid, and no part of it that it was.
  const raw = said
    .replace(/^\s*(?:又|刚|已经)*(?:[交缴付充垫订换](?:了|完|好)|[钓釣抓捕拍买買遇采採]到了?)(?=\p{Script=Han})/u, '')
    // 早上碧砂: when it was is no part of where.
    .replace(/^\s*(?:早上|上午|中午|下午|傍晚|晚上|清晨|凌晨|夜里|夜裡)(?=\p{Script=Han}{2})/u, '')
  const bare = leftover({ ...reading, text: raw, tokens: tokenise(raw), values: [] }, [])
  // Beside other things that were told, what was done with it is no part of its name.
  const name = /[가-힣]/.test(bare) && raw.trim() !== reading.text.trim() ? withoutDoing(bare.trim()) : bare.trim()
  return withoutKind(name, collection, spec)
}
/** 和女儿, 兄から, 하윤이랑: who, without what says how they took part. */
const whoIn = (text: string): string =>
  text
    .replace(
      /^(?:和|跟|与|同)(?=\p{Script=Han}{1,4}$)|(?<=[^\s])(?:と|から|が|は|に|へ)$|(?<=[가-힣]{2})(?:이랑|랑|하고|이가|한테|에게|께)$/u,
      '',
    )
    .trim()
/** As told: nothing is taken but the signs around it. */
export const asTold = (raw: string): string =>
  raw
    .replace(/^[\s\p{P}]+|[\s、，,。．.:：;；]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

/** `first`: nothing is said before; `whole`: all of what stands between two separators. */
export function wordHomes(raw: string, text: string, around: Around, first = false, whole = true): Home[] {
  const { fields, reading } = around
  const labelled = labelledIn(raw, fields, around.collection)
  if (labelled) return [labelled]
  const clause = clauseLike(asTold(raw), reading.language)
  const person = personLike(whoIn(text), reading.language)
  const place = placeLike(text)
  return fields.flatMap((field): Home[] => {
    if (field.kind === 'yesno') {
      const answer = answerIn(raw, field)
      const wholly = answer && answer.end - answer.start >= 0.6 * asTold(raw).length
      return wholly ? [{ field, value: answer.yes, score: 1 + 2 * answer.sure }] : []
    }
    if (!WORDED.has(field.kind) && !(field.kind === 'relation' && field.id === around.collection.title)) return []
    const name = field.kind === 'person' || field.kind === 'relation' ? whoIn(text) : text
    const known = knownIn(name, field, around)
    const { score, told } = lookOf(field, { clause, person, place, text: name, first }, around)
    const value = known?.name ?? (told && whole ? asTold(raw) : name)
    return value ? [{ field, value: value.slice(0, 500), score: score + (known ? (known.same ? W.known : W.short) : 0) }] : []
  })
}

const BASE: Partial<Record<Field['kind'], number>> = { text: W.text, note: W.note, place: W.place, person: W.person }
function lookOf(
  field: Field,
  look: { clause: number; person: number; place: number; text: string; first: boolean },
  { collection, usual }: Around,
): { score: number; told: boolean } {
  const label = `${field.label} ${field.concept ?? ''}`
  // A title that is a note names nothing.
  const title = field.id === collection.title && field.kind !== 'note'
  const story = field.kind === 'note' || (STORY.test(label) && !title)
  let score = title ? W.title + (look.first ? W.first : 0) : (BASE[field.kind] ?? W.text)
  if (field.kind === 'person') score += look.person >= 0.6 ? W.personal * look.person : look.person > 0 ? 0.6 * look.person : W.impersonal
  else if (MAKER.test(label)) score += look.person * 0.6
  // How it was paid is not where.
  if ((field.kind === 'place' || SHOP.test(label)) && PAID_BY.test(look.text)) score -= 2
  if (field.kind === 'place' || SHOP.test(label)) score += look.place * W.local
  if (story) score += look.clause * W.told
  else score += look.clause * W.clause
  if (/\d/.test(look.text) && field.kind !== 'place' && !story) score -= 0.2
  if (usual.asked && !field.required && !usual.order.has(field.id)) score += W.unasked
  return { score: score + shapeOf(look.text, field, usual, collection), told: story }
}

/** Kept values with figures in them, or of one word only, draw their like. */
function shapeOf(text: string, field: Field, usual: Usual, collection: Collection): number {
  const kept = textsOf(field, usual, collection).slice(0, 12)
  if (!kept.length) return 0
  const share = (is: (one: string) => boolean) => kept.filter(is).length / kept.length
  const figured = /\d/.test(text)
  const alike = figured ? share((one) => /\d/.test(one)) : share((one) => !/\d/.test(one))
  const lengths = kept.map((one) => one.length).sort((a, b) => a - b)
  const middle = lengths[lengths.length >> 1]!
  const far = Math.abs(Math.log((text.length + 1) / (middle + 1)))
  return (alike - 0.5) * W.shaped + (far < 0.7 ? W.shaped / 3 : far > 1.6 ? -W.shaped : 0)
}

/** 통계 for 통계학: the value of this field that is meant; a name of another field is not. */
export function knownIn(
  text: string,
  field: Field,
  { usual, collection }: Pick<Around, 'usual' | 'collection'>,
): { name: string; same: boolean } | undefined {
  if (field.kind === 'note' || !text) return undefined
  const names = textsOf(field, usual, collection)
  const meant = nameMeant(text, names, field.kind === 'person')
  return meant && (meant.same || recurs(field, collection)) ? meant : undefined
}
/** A thing that is kept once (a book, a plant) is not meant by a part of another's name; what is done day by day is. */
const recurs = (field: Field, collection: Collection): boolean =>
  field.kind === 'person' ||
  field.id !== collection.title ||
  collection.fields.some((one) => one.default === 'today' || one.default === 'now')

/** "narrator Scott Brick", 备注写少放葱, メモ:ちょっと甘い, 별점은 3: the name of a field, and what it holds. */
export function labelledIn(raw: string, fields: readonly Field[], collection: Collection): Home | undefined {
  const said = asTold(raw)
  const low = fold(said)
  for (const field of fields) {
    if (!WORDED.has(field.kind)) continue
    for (const name of namesOf(field)) {
      if (!low.startsWith(name)) continue
      const rest = /^(?:\s*[:：=]\s*|\s*(?:は|が|を|写上?|填|是|记|为|에는?|은|는|이|가)\s*(?=\S)|\s+(?:is |was |says |= )?)(.+)$/u.exec(
        said.slice(name.length),
      )?.[1]
      // "hive 3" of a field called “Hive” is its whole name.
      if (rest && field.id === collection.title && /^#?\d{1,4}[a-z]?$/i.test(rest.trim()) && !/[:：=]\s*\S+$/.test(said.slice(name.length)))
        return { field, value: `${field.label} ${rest.trim()}`, score: W.labelled }
      if (rest && field.id === collection.title && /^\s*(?:['’]s\b|\d+\s*['’]s\b)/.test(said.slice(name.length))) continue
      if (rest)
        return {
          field,
          value: asTold(rest)
            .replace(/^[「『“"](.+)[」』”"]$/u, '$1')
            .slice(0, 500),
          score: W.labelled,
        }
    }
    // "ginger flavour" is a flavour; "green tea" is the whole name of a tea.
    const label = fold(field.label)
    if (field.id !== collection.title && /^[a-z ]{3,}$/.test(label) && low.endsWith(` ${label}`)) {
      // "no reaction" says what it was.
      const head = said.slice(0, said.length - label.length - 1)
      return { field, value: /^(?:no|any|some|bad|mild|slight|good|big|small)$/i.test(head) ? said : head, score: W.labelled }
    }
  }
  return undefined
}
const NOTES = 'note|notes|memo|comment|remark|备注|笔记|メモ|備考|메모|비고'.split('|')
/** 担当 of 担当者, 会場 of 会場名: as it is said before は. */
const stemOf = (label: string): string => (/^[\p{Script=Han}]{3,}$/u.test(label) ? label.replace(/[者人名日先]$/u, '') : label)
const namesOf = (field: Field): string[] =>
  [fold(field.label), fold(stemOf(field.label)), ...(field.kind === 'note' ? NOTES : [])].filter(
    (name) => name.length > 1 || /[^\x20-\x7e]/.test(name),
  )

/** The words of the app itself: its name, its parts, its units. */
export function aboutApp(spec: AppSpec, collection: Collection): ReadonlySet<string> {
  const fields = collection.fields.map((field) => `${field.label} ${field.concept ?? ''} ${field.kind === 'quantity' ? field.unit : ''}`)
  const named = `${spec.name} ${collection.label} ${collection.one}`
  return new Set([...contentStems(`${named} ${fields.join(' ')}`), ...conceptForms(collection.concept ?? collection.id), fold(named)])
}
/** 搬到, 심었어, 了: beside what was told they only say that it happened. */
export const onlyTells = (text: string, language: Language): boolean =>
  language === 'ko'
    ? /^(?:씩|정도|쯤|가량|했고|하고)$/.test(text) ||
      (/[가-힣]/.test(text) && text.split(/\s+/).every((word) => word.normalize('NFD').includes('\u11bb')))
    : language === 'zh' && [...text].length <= 4 && /^(?:已经|现在|刚)?\p{Script=Han}{0,2}[了过到在进完好成为给]$/u.test(text.trim())

/** Words that only say what the app is about, or what a figure beside them is: "odo", "litres of", 心率, 了. */
export function isIdle(text: string, { about, figured }: Around): boolean {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) {
    const signs = [...text.replace(/[\s\p{P}]/gu, '')]
    if (signs.every((sign) => VERBS.has(sign) || figured.has(sign))) return true
  }
  const stems = contentStems(text)
  return stems.every(
    (stem) =>
      about.has(stem) ||
      [...about].some((one) => (/[^\x20-\x7e]/.test(stem) ? one.includes(stem) : stem.length > 2 && one.startsWith(stem))),
  )
}
