/** What the rules of the families share. */
import type { Behaviour, Collection, Field } from '../../../spec.ts'
import type { Asked, Item } from '../../frame/types.ts'
import { MANNER_ONLY } from '../../frame/words.ts'
import { type Build, sharesOption } from '../build.ts'
import { isQuality } from '../guess.ts'
import { fieldFor, partNamed, partOf } from '../parts.ts'
import { asLabel, t } from '../words.ts'

export type Rule = (b: Build, role: 'main' | 'side') => void

export type B<K extends Behaviour['kind']> = Extract<Behaviour, { kind: K }>

/** Items the person listed for this family to start with; qualities among them stay qualities. */
export function takeItems(b: Build, isSeed: (item: Item) => boolean = () => true): Item[] {
  const { items } = b.frame
  const isTitle = isTitleOf(b.frame)
  const listed = items.filter((item) => item.listed && item.head !== undefined)
  const pool = (listed.length >= 2 || (listed.length === 1 && items.length === 1) ? listed : items).filter(
    (item) => isSeed(item) && !b.used.has(item.label) && !isTitle(item) && !MANNER_ONLY.test(item.label),
  )
  for (const item of pool) {
    b.used.add(item.label)
    if (item.asked) b.used.add(item.asked)
  }
  return pool
}

const LIST = 'check ?list|list|planner|清单|清單|列表|リスト|一覧|체크 ?리스트|목록|리스트'
const ENDS_AS_LIST = new RegExp(`(?:${LIST})$`, 'i')
const BEFORE_LIST = new RegExp(`^\\s?(?:${LIST})`, 'i')
/** "shared shopping list, grouped by aisle", 이사 체크리스트: what the list is called is nothing on it. */
const isTitleOf =
  ({ reading, topic }: Build['frame']) =>
  ({ label, head, start }: Item): boolean =>
    !head && (ENDS_AS_LIST.test(label) || (label === topic && BEFORE_LIST.test(reading.text.slice(start + label.length))))

/** An item that is rather a quality of each record ("with deadline and owner"). */
export const notQuality = (b: Build) => (item: Item) => {
  if (item.head !== undefined && item.listed) return true
  return (
    !partNamed(item.label) &&
    !b.frame.asked.some((one) => one.label === (item.asked ?? item.label) && one.kind !== 'text+' && !one.unsure && !isCounted(one)) &&
    !(item.listed && item.head === undefined)
  )
}

/** "eggs" are counted where qualities are listed, and bought where things are. */
const isCounted = (one: Asked): boolean => one.kind === 'num' && one.part === undefined && /^[a-z]+s$/i.test(one.label)

const known = (b: Build, item: Item): boolean =>
  partNamed(item.label) !== undefined ||
  isQuality(item.label) ||
  b.frame.asked.some((one) => one.label === (item.asked ?? item.label) && one.kind !== 'text+')
const COST = /^(?:costs?|prices?|amount|fee|paid|金额|价格|费用|单价|金額|価格|値段|費用|単価|금액|가격|비용|단가)$/i
/** Of a list after a colon most are qualities: "study plan: subject, target time, progress". */
export function listsFields(b: Build): boolean {
  const colon = b.frame.items.filter((item) => item.head)
  if (colon.some((item) => item.amount !== undefined || item.number !== undefined || item.minutes !== undefined)) return false
  // "room, task, contractor, cost": what it costs is a quality, never a kind of spending.
  if (colon.length >= 3 && colon.some((item) => COST.test(item.label))) return true
  return colon.length >= 2 && colon.filter((item) => known(b, item)).length * 2 >= colon.length
}

export const addMembers = (
  b: Build,
  label = t('People / 成员 / メンバー / 멤버'),
  one = t('Person / 成员 / メンバー / 멤버'),
): Collection => {
  const members = b.add({ id: 'people', label, one, icon: '👤', fields: 'name!' })
  const count = Math.min(b.frame.headcount ?? 0, 12)
  const names = b.frame.people.length > 1 || count > 1 ? b.frame.people : []
  // Who has no name yet is counted all the same: four flatmates, of whom only Sam was named.
  const rows = [...names, ...Array.from({ length: Math.max(0, count - names.length) }, (_, at) => `${b.say(one)} ${names.length + at + 1}`)]
  b.seed(
    members,
    rows.map((name) => ({ name: asLabel(name.toLowerCase() === 'me' ? 'Me' : name) })),
  )
  for (const name of names) b.used.add(name)
  return members
}

/** What is asked for by another name of a field that the kind of app has: 上 of a blood pressure, 升数 of what was filled up. */
export function called(b: Build, names: readonly [RegExp, part: string][]): void {
  for (const one of b.frame.asked) {
    const id = names.find(([name]) => name.test(one.label))?.[1]
    const part = id === undefined ? undefined : partOf(id)
    if (part && !b.frame.asked.some((other) => other !== one && other.part?.id === id)) Object.assign(one, { part, kind: part.kind })
  }
}

export const required = (collection: Collection, id: string | undefined): void => {
  collection.fields = collection.fields.map((field) => (field.id === id ? { ...field, required: true } : field))
}

export const summaryOf = (b: Build, collection: Collection, amount: Field, date: Field): void => {
  const query = (unit: 'day' | 'week' | 'month') => ({
    collection: collection.id,
    filter: [],
    measure: { fn: 'sum' as const, field: amount.id },
    when: { field: date.id, unit, offset: 0 },
  })
  b.tiles([
    { label: t('Today / 今天 / 今日 / 오늘'), query: query('day') },
    { label: t('This week / 本周 / 今週 / 이번 주'), query: query('week') },
    { label: t('This month / 本月 / 今月 / 이번 달'), query: query('month') },
  ])
}

export function setDefault(collection: Collection, concept: string, value: boolean | string | number): void {
  collection.fields = collection.fields.map((field) => (field.concept === concept ? ({ ...field, default: value } as Field) : field))
}

export const named = (label: string) => ({ en: label, zh: `${label}记录`, ja: `${label}の記録`, ko: `${label} 기록` })

export const chartName = (b: Build, field: Field) =>
  asLabel(
    { en: `${field.label} over time`, zh: `${field.label}曲线`, ja: `${field.label}の推移`, ko: `${field.label} 추이` }[b.frame.language],
  )

export function insertChoice(b: Build, c: Collection, set: string, label: { en: string; zh: string; ja: string; ko: string }): void {
  const id = b.id('when', c.fields)
  const at = c.fields.findIndex((field) => field.kind === 'note')
  c.fields.splice(at < 0 ? c.fields.length : at, 0, fieldFor(id, `choice:${set}`, b.say(label), b.frame.language, b.frame.currency))
}

/** 母乳还是奶粉 was asked for: the choice of ours that has one of them gives way. */
export function dropForAsked(b: Build, c: Collection, concept: string): void {
  const own = c.fields.find((one) => one.concept === concept)
  const asked = c.fields.find(
    (one) =>
      one !== own &&
      one.kind === 'choice' &&
      own?.kind === 'choice' &&
      sharesOption(
        own.options,
        one.options.map(({ label }) => label),
      ),
  )
  if (!own || !asked || b.frame.asked.some((one) => one.part?.id === concept)) return
  c.fields = c.fields.filter((one) => one !== own)
  if (c.title === own.id) c.title = b.dateOf(c)?.id ?? asked.id
}

/** "a week before", 提前三天, 3日前, 일주일 전 */
export function daysBefore(low: string): number | null {
  const week =
    /(?:a|one|1) week (?:before|ahead|in advance)|提前一?周|提前一个星期|1?一?周间前|1週間前|一週間前|일주일 전|한 주 전|1주 전/.exec(low)
  if (week) return 7
  const months = /(?:a|one) month (?:before|ahead)|提前一?个月|1か月前|한 ?달 전/.exec(low)
  if (months) return 30
  const weeks = /(\d|two|three) weeks (?:before|ahead|in advance)|提前([两二三2-4])周|(\d)[周週]间?前|(\d)주 전/.exec(low)
  const words: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 七: 7 }
  const count = (found: RegExpExecArray) => {
    const said = found.slice(1).find(Boolean) ?? ''
    return Object.hasOwn(words, said) ? words[said]! : Number(said)
  }
  if (weeks) return Math.min(60, count(weeks) * 7)
  const days =
    /(\d{1,2}|two|three|four|five) days? (?:before|ahead|in advance|early)|提前(\d{1,2}|[一两二三四五七])天|(\d{1,2}|[一二三四五七])日前|(\d{1,2})일 전|하루 전|(?:the|a|one) day before/.exec(
      low,
    )
  if (!days) return null
  return days.slice(1).some(Boolean) ? Math.min(60, count(days)) : 1
}

export function setOptions(b: Build, c: Collection, concept: string, set: string): void {
  const field = c.fields.find((one) => one.concept === concept)
  if (field?.kind === 'text')
    b.replace(c, { ...fieldFor(field.id, `choice:${set}`, field.label, b.frame.language, b.frame.currency), concept } as Field)
}
