/** Lists that are choices: the stages of a board, kinds to sort into, options after a head. */

import { findUnit } from '../../base/language/units.ts'
import type { Clauses } from '../rules/clauses.ts'
import { cleaned } from '../rules/clean.ts'
import { isQuality } from '../rules/guess.ts'
import { areStages } from '../rules/lists.ts'
import { labelOfPart, partNamed, partOf } from '../rules/parts.ts'
import { figuredRuns } from '../rules/split.ts'
import { askedFor } from './kinds.ts'
import { type Asked, type Frame, MOST_READ } from './types.ts'
import { FIELD_HEAD, OPTION_HEAD } from './words.ts'

export const uniqueBy = <T>(list: readonly T[], keyOf: (one: T) => string): T[] => {
  const seen = new Set<string>()
  return list.filter((one) => !seen.has(keyOf(one)) && Boolean(seen.add(keyOf(one))))
}

/** 要打包的:厨房、书房, 妈妈用的有睡衣、拖鞋: what stands after them is to be taken, bought or done. */
const OF_THINGS =
  /(?:要|需要|得)?(?:打包|带|買|买|准备|收拾|做|用|拿|换|洗|整理|办|检查|穿|吃)的(?:东西|物品)?$|(?:物品|东西|事项|用品)$|(?:持ち物|買う物|買うもの|買い物|やること|やる事|必要な物|いる物|持っていく物|用意する物)$/
export function markThings(frame: Frame): void {
  if (frame.language !== 'zh' && frame.language !== 'ja') return
  for (const head of new Set(frame.items.map((item) => item.head))) {
    const listed = frame.items.filter((item) => item.head === head)
    if (!head || !OF_THINGS.test(head) || listed.length < 2) continue
    if (listed.filter((item) => partNamed(item.label) !== undefined || isQuality(item.label)).length * 3 > listed.length) continue
    for (const item of listed) Object.assign(item, { thing: true, listed: true })
    const gone = (start: number) =>
      listed.some((item) => item.start === start) || frame.phrases.some((one) => one.start === start && one.text === head)
    frame.asked = frame.asked.filter((one) => !gone(one.start))
    frame.items = frame.items.filter((item) => listed.includes(item) || !gone(item.start))
  }
}

/** Stages become the columns of a board, kinds to sort into a category. */
export function markLists(frame: Frame): void {
  const { lists } = frame
  const colon = frame.items.filter((item) => item.head !== undefined && item.listed).map((item) => item.label)
  const others = frame.items
    .filter((item) => item.head === undefined && item.start > (frame.phrases[0]?.end ?? 0))
    .map((item) => item.label)
  if (lists.stages.length < 3) lists.stages = areStages(colon) ? colon : areStages(others) ? others : lists.stages
  if (lists.stages.length < 2 && (frame.views.has('board') || frame.cues.some(({ family }) => family === 'board')))
    lists.stages = columnsIn(frame)
  lists.categories = lists.categories.filter((label) => label !== frame.topic)
  const take = (labels: readonly string[], part: string) => {
    const known = partOf(part)!
    const own = (label: string) => labels.some((one) => label.startsWith(one) || one.startsWith(label))
    frame.items = frame.items.filter((item) => !own(item.label))
    frame.asked = frame.asked.filter((one) => !own(one.label))
    frame.asked.push({ label: labelOfPart(known, frame.language), kind: 'choice', options: [...labels], part: known, start: 0 })
  }
  takeShares(frame)
  if (lists.stages.length >= 3) {
    frame.asked = frame.asked.filter((one) => !one.options || !sameList(one.options, lists.stages))
    frame.views.add('board')
    take(lists.stages, 'status')
  }
  if (lists.categories.length >= 2) take(lists.categories, 'category')
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && b.every((one) => a.some((other) => other.toLowerCase() === one.toLowerCase()))

/** "a board with to buy / bought / in", 待买/已下单/到货: the columns of a board, said one beside the other and in no brackets. */
function columnsIn({ reading }: Frame): string[] {
  for (const said of reading.text.slice(0, MOST_READ).split(/[,，、。;；:：\n()（）]|\.(?:\s|$)| [-–—] /u)) {
    const parts = said.split(/\s*[/／|→]\s*/u).map((one) => one.trim())
    if (parts.length < 3 || parts.length > 9) continue
    const first = parts[0]!
      .replace(/^.*\b(?:with|columns?|stages?|into|called|as|through|are|board)\s+/i, '')
      .replace(/^.*(?:分为|分成|分|有|是|ボードで|[はをで]|보드에?)\s?(?=\S{2,}$)/u, '')
    const last = parts
      .at(-1)!
      .replace(/\s+(?:please|pls|columns?|for|and)\b.*$/i, '')
      .replace(/(?:で(?:分け|お願い|管理).*|の(?:列|ボード|三つ|3つ|[三四五]列).*|(?:으로|로)(?: .*)?|[三四五]列.*)$/u, '')
    const columns = [first, ...parts.slice(1, -1), last]
    if (columns.every((one) => /\p{L}/u.test(one) && one.length <= 20 && one.split(' ').length <= 4)) return columns
  }
  return []
}

/** What something can be, said as a list of its own, and things so counted. */
export function takeEnumerated(frame: Frame, choices: Clauses['choices'], things: Clauses['things']): void {
  for (const { label, options, start, people } of choices) {
    if (options.every((option) => frame.lists.categories.includes(option))) continue
    if (!label && !people && options.length >= 3 && frame.views.has('board') && !frame.lists.stages.length) {
      frame.lists.stages = options
      continue
    }
    const part = partNamed(label) ?? partOf(people ? 'person' : 'type')!
    const owner = frame.asked.find((one) =>
      label ? one.part?.id === part.id : options.some((option) => option.endsWith(one.label) && option !== one.label),
    )
    if (owner && !people) Object.assign(owner, { kind: 'choice', options, part: undefined })
    else frame.asked.unshift({ label: label || labelOfPart(part, frame.language), kind: 'choice', options, part, start })
  }
  for (const { label, start } of things) frame.items.push({ label, start, listed: true, head: label, thing: true })
}

type Share = { label: string; value: number; bare: boolean }

/** "장보기 40만 외식 20만", "식비 30 교통 8": each name of the run with its figure. */
function sharesSaid(frame: Frame, [from, to]: [number, number]): Share[] {
  const { text, values } = frame.reading
  const inside = values.filter((one) => one.start >= from && one.start < to)
  return inside.flatMap(({ read, start }, n): Share[] => {
    const label = text.slice(inside[n - 1]?.end ?? from, start).trim()
    const of = read.kind === 'bound' ? read.of : read
    if (!label || (of.kind !== 'money' && of.kind !== 'number')) return []
    return [{ label, value: of.kind === 'money' ? of.amount : of.value, bare: of.kind === 'number' && of.value < 1000 }]
  })
}

/** Where the run of names and figures stands. */
function runOf(frame: Frame): [number, number] | undefined {
  const run = frame.language === 'ko' ? figuredRuns(frame.reading.text)[0] : undefined
  return run && [run.index, run.index + run[0].trimEnd().length]
}

const TEN_THOUSAND = 10_000
/** "생활비 월 80만원, 식비 30 교통 8": names with figures are kinds of spending, each with what it may take; bare ones are in ten thousands. */
function takeShares(frame: Frame): void {
  const run = runOf(frame)
  if (!run || frame.lists.categories.length) return
  const [from, to] = run
  const shares = sharesSaid(frame, run)
  if (shares.length < 2) return
  const within = (start: number) => start >= from && start < to
  frame.lists.categories = shares.map(({ label }) => label)
  frame.lists.shares = shares.map(({ label, value, bare }) => ({ label, most: bare ? value * TEN_THOUSAND : value }))
  frame.items = frame.items.filter((item) => !within(item.start))
  frame.asked = frame.asked.filter((one) => !within(one.start))
  frame.bounds = frame.bounds.filter((bound) => !within(bound.start))
}

/**
 * "platform (Vinted, eBay)", 科目は財務会計・監査論: the list gives what the head can be. Not where it names qualities:
 * 疫苗(日期、下次日期).
 */
function listsValues(head: string, frame: Frame): boolean {
  const listed = frame.items.filter((item) => item.head === head)
  const qualities = listed.filter((item) => partNamed(item.label) !== undefined || isQuality(item.label)).length
  const most = frame.language === 'zh' || frame.language === 'ja' ? 1 : 0
  if (listed.length < 2 || qualities * 2 + most > listed.length || FIELD_HEAD.test(head) || THINGS.test(head)) return false
  if (listed.every((item) => item.bracketed)) return head !== frame.phrases[0]?.text || listed.length > 2
  // After a colon only the name of a quality has values; "groceries: milk, eggs" has things.
  const name = cleaned(head, frame.language)
  // 品牌、香调有花香、木质: told to have them, in a list of qualities.
  const at = frame.reading.text.indexOf(head) + head.length
  if (!/的$/.test(head) && /^(?:有|分为|包括)/.test(frame.reading.text.slice(at)) && frame.asked.some((one) => one.label === name))
    return true
  return (
    head !== frame.phrases[0]?.text &&
    (partNamed(name)?.kind.startsWith('text') ?? false) &&
    !/^(?:item|name|task|bring|gift)$/.test(partNamed(name)?.id ?? '')
  )
}

/** インコの体重(g): where the topic itself is measured, its last noun is what is noted. */
function headMeasure(head: string, frame: Frame): Asked | undefined {
  if (head !== frame.phrases[0]?.text) return undefined
  const label = cleaned(head, frame.language).split(/の|的/).at(-1)!
  if (!label || !/^(?:qty|num)/.test(askedFor(label, 0, frame).kind)) return undefined
  const asked: Asked = { label, kind: 'num', start: frame.phrases[0].start }
  frame.asked.unshift(asked)
  return asked
}

/** "a list of stuff to get (cot, pram)": things, and no kinds. */
const THINGS = /\b(?:list|stuff|things|items|errands|tasks)\b(?: of [\w ]+| to \w+| (?:i|we) need)?$/i

/** 난이도(별점), paid (yes/no): what stands alone in brackets is of which kind its head is. */
const KINDS: [RegExp, string][] = [
  [/^(?:별점?|평점|stars?|rating|星|打星|评分|星評価|評価)$/i, 'rating'],
  [/^(?:체크|체크박스|예\/?아니오|checkbox|tick|勾选|チェック)$/i, 'yesno'],
  [/^(?:링크|url|link|链接|リンク)$/i, 'link'],
  [/^(?:날짜|date|日期|日付)$/i, 'date'],
  [/^(?:원|금액|만원|元|円)$/, 'money'],
  [/^(?:개|명|회|번|장|권|쪽|페이지|마리|잔|병|통|대|곡|편|점|세트|박스|켤레|봉지|단|송이|판|알)$/, 'num'],
  [/^(?:숫자|number|数字|数値)$/i, 'num'],
]
const kindSaid = (word: string): string | undefined => KINDS.find(([is]) => is.test(word))?.[1]

/** サイズ(cm): what stands alone in brackets is the unit of its head. */
function takeUnits(frame: Frame): void {
  for (const item of frame.items.filter((one) => one.bracketed && one.head)) {
    if (frame.items.filter((one) => one.head === item.head).length > 1) continue
    const unit = findUnit(item.label, frame.language)
    const owner = frame.asked.find((one) => one.label === cleaned(item.head!, frame.language)) ?? headMeasure(item.head!, frame)
    const kind = owner && kindSaid(item.label)
    if (owner && kind) {
      owner.kind = kind
      delete owner.part
      frame.items = frame.items.filter((one) => one !== item)
      frame.asked = frame.asked.filter((one) => one === owner || one.label !== (item.asked ?? item.label))
      continue
    }
    if (!unit || !owner) continue
    owner.kind = `qty:${unit.id}`
    owner.unit = unit.id
    delete owner.part
    frame.items = frame.items.filter((one) => one !== item)
    frame.asked = frame.asked.filter((one) => one.label !== (item.asked ?? item.label))
  }
}

/** Lists with a head that takes options become choices: "status: todo, doing, done". */
export function markOptions(frame: Frame): void {
  takeUnits(frame)
  const heads = uniqueBy(
    frame.items.filter((item) => item.head),
    (item) => item.head!,
  ).filter(({ head }) => OPTION_HEAD.test(head!) || listsValues(head!, frame))
  for (const { head, start } of heads) {
    const listed = frame.items.filter((item) => item.head === head)
    const options = listed.map((item) => item.label)
    const said = new Set(listed.flatMap((item) => [item.label, item.asked ?? item.label]))
    const words = cleaned(head!, frame.language).split(/\s/)
    const label =
      frame.language === 'en' || frame.language === 'ko'
        ? OPTION_HEAD.test(head!) || (frame.language === 'ko' && partNamed(words.at(-1)!))
          ? words.at(-1)!
          : words.join(' ')
        : (OPTION_HEAD.exec(head!)?.[0] ?? cleaned(head!, frame.language))
    // A head of marks alone names nothing.
    if (!label) continue
    frame.items = frame.items.filter((item) => item.head !== head && item.label !== cleaned(head!, frame.language))
    frame.asked = frame.asked.filter((one) => !said.has(one.label) && one.label !== cleaned(head!, frame.language))
    const part = partNamed(label)
    // 진행 단계 (연락함, 방문예정, 계약): what goes from one to the next is seen on a board.
    if (frame.language === 'ko' && options.length >= 3 && /단계|진행 ?상황|진행 ?상태/.test(head!)) frame.views.add('board')
    frame.asked.push({
      label: label.replace(/ies$/, 'y').replace(/(?<=e)s$/, ''),
      kind: 'choice',
      options,
      start,
      ...(part ? { part } : {}),
    })
  }
  for (const item of frame.items) if (item.head !== undefined && FIELD_HEAD.test(item.head)) item.listed = false
}
