/** Linked records, places and people to fields. */

import type { Reading } from '../../../base/language/types.ts'
import { fold } from '../../../base/resolve.ts'
import type { AppSpec, Field } from '../../../spec.ts'
import { payerIn, placeIn } from '../../slots.ts'
import { planDays, seedNamed, titlesOf } from '../seeds.ts'
import type { Entry, Segment, Take } from '../types.ts'
import { storedIn } from './stored.ts'

const SHARED = /\b(?:shared?|split|between|only for)\b|分摊|平分|只给|割り勘|分けて|나눠|나누|공유/

export function fillRelations({ reading, only }: Segment, fields: Field[], spec: AppSpec, entry: Entry, used: [number, number][]): void {
  for (const field of fields) {
    if (field.kind !== 'relation') continue
    // Who it was for is only said by saying so: the one who paid is not the one it is shared by.
    if (
      field.many &&
      fields.some((one) => one !== field && one.kind === 'relation' && one.to === field.to) &&
      !SHARED.test(fold(reading.text))
    )
      continue
    const named = only && field.required && !field.many ? only : seedNamed(reading.text, spec, field.to)
    if (!named || used.some(([start, end]) => named.at[0] >= start && named.at[1] <= end)) continue
    entry.values[field.id] = field.many ? [named.title] : named.title
    entry.linked = true
    entry.said++
    used.push(named.at)
    // A cost of a day of the plan is that day's.
    const day = planDays(reading.text, spec).find(({ title }) => title === named.title)
    const date = fields.find((one) => one.kind === 'date' && !(one.id in entry.values))
    if (day && date) entry.values[date.id] = day.date
  }
}

export const SHOP =
  /shop|store|cafe|place|where|room|storage|shelf|spot|venue|restaurant|location|merchant|店|地点|场所|位置|房间|場所|部屋|置き場|장소|위치|보관|가게|매장|식당|카페|구입처|商家/i
export function fillPlace(reading: Reading, fields: Field[], entry: Entry, take: Take): void {
  const field =
    fields.find((one) => one.kind === 'place' && !(one.id in entry.values)) ??
    fields.find(
      (one) =>
        one.kind === 'text' && !(one.id in entry.values) && (SHOP.test(one.id) || SHOP.test(one.label) || SHOP.test(one.concept ?? '')),
    )
  const place = field && (placeIn(reading) ?? storedIn(reading))
  if (place) take(field, place.text, [place.start, place.end])
}

export function fillPerson(reading: Reading, fields: Field[], spec: AppSpec, entry: Entry, used: [number, number][]): void {
  const person =
    withWhom(reading, fields) ?? payerIn(reading) ?? ownIn(reading, fields, spec) ?? (keepsOne(fields) ? nameApart(reading) : undefined)
  if (!person) return
  // One who is linked already as the payer is not linked again as somebody else.
  if (Object.values(entry.values).flat().includes(person.text)) return
  const relation = fields.find(
    (one) =>
      one.kind === 'relation' &&
      !one.many &&
      !(one.id in entry.values) &&
      /person|member|people|player|payer|who|friend|人|者|成员|成員|멤버|사람|낸|친구/i.test(
        `${one.to} ${one.id} ${one.label} ${spec.collections.find((c) => c.id === one.to)?.label ?? ''}`,
      ),
  )
  const field = fields.find((one) => one.kind === 'person' && !(one.id in entry.values))
  if (relation) entry.values[relation.id] = person.text
  else if (field) entry.values[field.id] = person.text
  else return
  entry.said++
  used.push([person.start, person.end])
}

/** 和李娜搭班, ゆきさんと一緒に: with whom, where one person is kept. */
const WITH_WHOM =
  /(?:和|跟|与|與)((?:[小老阿])?\p{Script=Han}{2,3}?)(?:一起|搭班|搭档|同行|去|吃|打|聊|见|练|跑|看|$|[\s,，。])|(?:^|[\s、,，])([^\s、,，\d]{1,8}?)と(?:一緒に?|(?=$|[\s、]))/u
const DOER_JA = /^([^\s、。\d]{1,8}?(?:さん|くん|ちゃん|君|様|先生|先輩))(?:が|は)/u
function withWhom(reading: Reading, fields: Field[]): { text: string; start: number; end: number } | undefined {
  const kept = fields.some((one) => one.kind === 'person')
  const who = kept ? DOER_JA.exec(reading.text) : null
  if (who) return { text: who[1]!, start: 0, end: who[0].length }
  const found = kept ? WITH_WHOM.exec(reading.text) : null
  const text = found?.[1] ?? found?.[2]
  return found && text && !reading.values.some(({ start, end }) => start < found.index + found[0].length && end > found.index)
    ? { text, start: found.index, end: found.index + found[0].length }
    : undefined
}

const keepsOne = (fields: Field[]): boolean => fields.some((one) => one.kind === 'person')
const NAME =
  /[,，、]\s*(?:\(|@)?(\p{Lu}[\p{Ll}'-]{1,14}(?: \p{Lu}[\p{Ll}'-]{1,14})?|[小老阿]\p{Script=Han}|[\p{Script=Han}]{1,4}(?:さん|くん|ちゃん|先生|老师|经理|姐|哥|阿姨|叔叔|妈妈?|爸爸?)|[가-힣]{1,4}(?:님|씨)|妈妈|爸爸|엄마|아빠|김[가-힣]{2}|이[가-힣]{2}|박[가-힣]{2}|최[가-힣]{2}|정[가-힣]{2})\s*(?=$|[,，、.。])/u
/** "Call the plumber, Sam, due Friday": a name between commas, where a person is kept. */
function nameApart(reading: Reading): { text: string; start: number; end: number } | undefined {
  const found = NAME.exec(reading.text)
  if (!found || reading.values.some((value) => found.index < value.end && found.index + found[0].length > value.start)) return undefined
  if (/^(?:due|today|tomorrow|done|urgent|high|low|medium)$/i.test(found[1]!)) return undefined
  return { text: found[1]!, start: found.index, end: found.index + found[0].length }
}

const ME = /^(?:i|me|myself|我|自己|私|僕|俺|自分|나|저|본인)$/i
const OWN = { en: 'Me', zh: '我', ja: '私', ko: '나' } as const
/** "I paid": the member called “me”. */
function ownIn(reading: Reading, fields: Field[], spec: AppSpec): { text: string; start: number; end: number } | undefined {
  const said = /^(?:i|we)\s|^我(?!们)|^(?:私|僕|俺|自分)(?:が|は)?|^(?:내가|나는|제가|저는|난)\s/i.exec(reading.text)
  if (!said) return undefined
  for (const field of fields) {
    if (field.kind !== 'relation' || field.many) continue
    const target = spec.collections.find((one) => one.id === field.to)
    const me = target && titlesOf(target).find((title) => ME.test(title.trim()))
    const shares = spec.behaviours.some((one) => one.kind === 'split' && one.payer === field.id)
    if (me ?? shares) return { text: me ?? OWN[reading.language], start: 0, end: said[0].length }
  }
  return undefined
}
