/** The order of a list: by a field that is named, by a quality, by what was done most. */
import { contentStems, fieldsNamed, fold, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Field, SpecEdit, View } from '../../spec.ts'
import { singularOf } from '../rules/relating.ts'
import { type Clause, mainOf, type Rule, SURE } from './clause.ts'
import { type Ordering, orderingOf } from './degrees.ts'
import { saidSorted } from './say.ts'

/** An order is asked for in so many words. */
const SORT =
  /\b(?:sort|rank|arrange)\b|\b(?:most|least) \w+ to (?:least|most|\w+est)\b|\b\w{3,}est to \w{3,}est\b|先后|\border(?:ed)? by\b|排序|排列|倒序|正序|顺序|顺着排|从[高低大小新旧早晚多少贵长短重轻便]宜?到|并べ|並べ|並び|[顺順](?![便手带帶])|정렬|순으로|순서|순$|순으|최신순|최근순/
/** What comes first, or on top. */
const FIRST =
  /\b(?:first|up top|on top|at the (?:very )?top|to the top|top of)\b|(?:排|放|摆|显示|置|顶)?在?最?(?:前面?|上面|顶)$|(?:排|放|摆)(?:在)?最?(?:前|上)|置顶|靠前|排最|(?:放|排|摆)(?:到|在)?第一|打头|先(?:看|显示|列)$|(?:を|が)?(?:一番)?(?:上|先|トップ)に|から(?:見|出|並|表示|やり|順|$)|부터|먼저|위로|위에|앞으로|맨 위|위쪽/
/** What comes last is first the other way round. */
const LAST =
  /(?:\blast|\bat the (?:very )?bottom|\bto the bottom)(?: please| pls)?[.!]*$|放(?:到|在)?最后|排(?:到|在)?最后|垫底|最下面|(?:一番)?(?:下|後ろ|最後)に|맨 (?:뒤|아래)로|뒤로|아래로/
/** A part of the app that stands first is no order of entries. */
const PART_FIRST =
  /\b(?:form|entry|input|chart|graph|list|calendar|table|summary|view)s? (?:first|on top|to the top)\b|表单|输入框|フォーム|入力を/

type Listed = Extract<View, { kind: 'list' | 'table' | 'cards' | 'board' }>
const isListed = (view: View): view is Listed =>
  view.kind === 'list' || view.kind === 'table' || view.kind === 'cards' || view.kind === 'board'

export const sortBy: Rule = (clause) => {
  const { low, spec } = clause
  const plain = SORT.test(low)
  const last = !plain && !FIRST.test(low) && LAST.test(low)
  if ((!plain && !last && !FIRST.test(low) && !BY_AGE.test(low)) || PART_FIRST.test(low)) return null
  const shown = visibleCollections(spec)
  // 返却日の早い順: what is named in one collection orders no other by something else.
  const meant = shown.filter((one) => fieldsNamed(clause.text, [one], { kinds: false }).some((hit) => hit.score >= 0.9))
  const edits: SpecEdit[] = []
  const orders = new Map(shown.filter((one) => !meant.length || meant.includes(one)).map((one) => [one.id, orderIn(clause, one, last)]))
  for (const view of spec.views) {
    const order = isListed(view) ? orders.get(view.collection) : undefined
    if (order && isListed(view))
      edits.push({ do: 'change-view', view: { ...view, sort: { field: order.field.id, descending: order.descending } } })
  }
  const [order] = [...orders.values()].filter((one) => one !== null)
  if (!order || !edits.length) return null
  const sure =
    plain && order.score >= 0.75 ? SURE.said : order.score >= 0.9 ? SURE.meant : order.score >= 0.75 ? SURE.implied : SURE.perhaps
  return { edits, said: saidSorted(clause.language, order.field, order.descending), sure }
}
const BY_AGE = /\b(?:newest|oldest|latest|most recent) (?:first|at)|最新在|新的在前/

function orderIn(clause: Clause, collection: Collection, last: boolean): Ordering | null {
  const bare = withoutLabels(clause.low, clause.spec)
  const named = fieldFor(clause, collection)
  const order = orderingOf(named ? bare : clause.low, collection, named)
  return order && last ? { ...order, descending: !order.descending } : order
}

/** By its name, by what "top scorers" are ranked by, by the words it shares with what is said. */
function fieldFor(clause: Clause, collection: Collection): Field | undefined {
  const { low, text } = clause
  // "top scorer first" ranks by what is scored, though a player is named.
  if (SCORER.test(low)) return visibleFields(collection).find((one) => one.kind === 'number') ?? mainOf(collection)
  const all = fieldsNamed(text, [collection], { kinds: false }).filter(({ field, score }) => score >= 0.7 && field.kind !== 'note')
  // 日 of 受け取り日 names nothing by itself.
  const hits = all.filter(
    (hit) => !all.some((other) => other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start),
  )
  const dated = NEWEST.test(low) && hits.find(({ field }) => /^date/.test(field.kind))
  if (dated) return dated.field
  // "the best book first": what the entries are called says nothing of their order, where a quality does.
  const told =
    hits.find(({ field }) => ORDERED.has(field.kind)) ?? hits.find(({ field, score }) => score >= 0.9 && field.id !== collection.title)
  const quality = orderingOf(low, collection, undefined)
  // 많이 거둔 is of the yield, though the day of the harvest has the verb in its name.
  const textual = told !== undefined && !ORDERED.has(told.field.kind)
  if (told && !((told.score < 0.95 || textual) && quality && quality.score >= 0.9 && quality.field.kind !== told.field.kind))
    return told.field
  if (!hits.length && calledSo(low, collection)) return visibleFields(collection).find(({ id }) => id === collection.title)
  const ends = endsWith(low, collection)
  if (ends) return ends
  if (quality && quality.score >= 0.9) return undefined
  return alike(text, collection) ?? hits[0]?.field ?? byKind(text, collection)
}
/** "sort by hen": by what one of the entries is called. */
const BY =
  /\bby (?:the )?([\p{L} ]{2,24}?)(?:'s)?(?: names?)?(?: please| first| order)*[.!]?$|按([\p{Script=Han}]{1,8}?)(?:的?名[字称]?)?(?:来)?排|([\p{L}]{1,12}?)(?:の名前)?順|([가-힣 ]{1,10}?)(?:\s?이름)?\s?(?:순|별)/u
function calledSo(low: string, { label, one }: Collection): boolean {
  const said = BY.exec(low)?.slice(1).find(Boolean)?.trim()
  return said !== undefined && [label, one, singularOf(label)].some((name) => name !== undefined && fold(name) === said)
}
const ORDERED = new Set<Field['kind']>([
  'money',
  'number',
  'quantity',
  'duration',
  'rating',
  'computed',
  'date',
  'datetime',
  'time',
  'choice',
])
const NEWEST = /newest|oldest|latest|最新|最早|新しい|古い|최신|오래된/
const SCORER = /\b(?:top|best|highest|leading|worst|lowest) (?:scorers?|performers?|players?|sellers?|earners?|payers?|runners?)\b/
const byKind = (text: string, collection: Collection): Field | undefined =>
  fieldsNamed(text, [collection], { kinds: true }).find((hit) => hit.field.kind !== 'note')?.field

/** 締切 is meant for 出願締切: the noun a label ends with. */
function endsWith(low: string, collection: Collection): Field | undefined {
  return visibleFields(collection).find(
    ({ label }) =>
      label.length > 2 && /[^\x20-\x7e]/.test(label) && [4, 3, 2].some((n) => n < label.length && low.includes(fold(label.slice(-n)))),
  )
}

/** "soonest follow up", 늦게 심은 게, 最近投的: the one field whose name has words that were said. */
function alike(text: string, collection: Collection): Field | undefined {
  const said = new Set(contentStems(text))
  const signs = new Set([...fold(text)].filter((sign) => /\p{Script=Han}/u.test(sign) && !COMMON.includes(sign)))
  const shared = visibleFields(collection)
    .map((field) => {
      const stems = contentStems(field.label).filter((stem) => said.has(stem) || [...said].some((one) => alikeKo(one, stem))).length
      const han = [...fold(field.label)].filter((sign) => signs.has(sign)).length
      return { field, n: stems + (ORDERED.has(field.kind) ? han : 0) }
    })
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n)
  return shared.length === 1 || (shared[0] && shared[1] && shared[0].n > shared[1].n) ? shared[0]!.field : undefined
}
/** Signs of order and of asking say nothing of a label. */
const COMMON = '的了最排前上面先高低大小多少新旧早晚近好差长短重轻贵便宜一二三日月年天时间顺序見出並下中后'
/** 비싼 가격, 본 날: two syllables of the same beginning. */
const alikeKo = (a: string, b: string): boolean => /^[가-힣]{2}/.test(a) && /^[가-힣]{2}/.test(b) && a.slice(0, 2) === b.slice(0, 2)

/** "soonest best before at the top": the words of a label say nothing of the order. */
const withoutLabels = (low: string, spec: AppSpec): string =>
  visibleCollections(spec)
    .flatMap((one) => visibleFields(one).flatMap(({ label }) => [label, label.replace(/ date$/i, '')]))
    .filter((label) => label.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((now, label) => now.replaceAll(fold(label), ' '), low)
