/** What stands against a limit, a goal or the other side of a ledger: "how much is left?", 离目标还差, 남은 돈은? */
import type { Reading } from '../../base/language/types.ts'
import { fold, has, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Behaviour, Collection, Filter, Query } from '../../spec.ts'
import { numeric } from './figures.ts'
import { inDimension, moneyIn, moneyOut, type Wants } from './wants.ts'
import { folded, w } from './words.ts'

type Bound = Extract<Behaviour, { kind: 'limit' | 'goal' }>

const LEFT = folded(
  /\b(?:left|remain(?:s|ing)?|still (?:spend|need|have to)|can (?:i|we) (?:still )?spend|to go|to (?:hit|reach|get to|meet)|(?:how )?(?:much|many) more|far (?:am i |are we |off )?(?:away )?from|short of|away from|missing|close (?:am i |are we |is it )?to)\b|\b(?:over|under)\b.{0,12}\bbudget|还剩|剩下|剩余|剩多少|还能|还可以|还差|还要|还有多少|[离離距].{0,6}(?:目标|目標|预算|上限)|あと|残り|残って|残額|残金|使える|足りな|足りませ|(?:目標|ゴール|予算|上限).{0,6}まで|남았|남은|남아|남지|더\s?(?:\S+\s)?(?:쓸|써도|써야|\S{0,3}야)|모자라|부족|(?:목표|한도|예산).{0,6}까지|差多少|缺多少|オーバー|超/,
)
const GOAL = folded(/\bgoals?\b|\btargets?\b|目标|目標|목표/)
const LIMIT = folded(/\bbudgets?\b|\blimits?\b|预算|限额|上限|额度|予算|예산|한도/)
/** What of the budget is gone. */
const USED = folded(/\bgone\b|\bused\b|\bgot through\b|用了|用掉|花掉|使った|使って|썼/)
const AMOUNT = w('how much|how many|how far|多少|几|いくら|どれくらい|どのくらい|何|いくつ|얼마|몇')
const BALANCE = folded(
  /\bbalance\b|\bnet\b|\bkitty\b|\bin (?:total|hand) left\b|余额|结余|結余|残高|残金|残り|差引|手元|잔액|잔고|남은\s?(?:돈|금액|회비)|남았|还剩|剩|\bleft\b|あと/,
)

/** The query of what is left; undefined where nothing of the kind is asked or kept. */
export function standing(reading: Reading, spec: AppSpec, wants: Wants): Query | undefined {
  const low = fold(reading.text)
  const about = GOAL.test(low) || LIMIT.test(low)
  const bound = boundOf(spec, wants, low)
  // A word alone is enough where a limit is named: 残りの予算は.
  const asked = LEFT.test(low) && (has(low, AMOUNT) || about || /[?？]\s*$|^what(?:'?s| is)\b/.test(low))
  if (bound && LIMIT.test(low) && USED.test(low)) {
    const { left: _, ...used } = leftOf(bound, reading)
    return used
  }
  if (bound && asked && !(ofStock(spec) && !about)) return leftOf(bound, reading)
  return BALANCE.test(low) && !wants.many ? balanceOf(spec, reading) : undefined
}

const ofStock = (spec: AppSpec): boolean => spec.behaviours.some(({ kind }) => kind === 'stock')

function boundOf(spec: AppSpec, wants: Wants, low: string): Bound | undefined {
  const bounds = spec.behaviours.filter((one): one is Bound => one.kind === 'limit' || one.kind === 'goal')
  const kind = GOAL.test(low) ? 'goal' : LIMIT.test(low) ? 'limit' : undefined
  const meant = bounds.filter((one) => !kind || one.kind === kind)
  const fits = (one: Bound) => {
    const field = fieldOf(one, spec)
    return wants.dimension && field ? inDimension(field, wants.dimension) : wants.money ? field?.kind === 'money' : one.kind === 'limit'
  }
  return meant.find(fits) ?? meant[0] ?? bounds.find(fits)
}
const fieldOf = ({ collection, measure }: Bound, spec: AppSpec) =>
  spec.collections.find(({ id }) => id === collection)?.fields.find(({ id }) => id === measure.field)

function leftOf(bound: Bound, { values }: Reading): Query {
  const { collection, filter = [], measure, date, period } = bound
  const said = values.flatMap(({ read }) => (read.kind === 'period' && read.unit === period ? [read.offset ?? 0] : []))[0]
  const down = bound.kind === 'goal' && bound.direction === 'reach-down'
  return {
    collection,
    filter,
    measure,
    ...(date && period && { when: { field: date, unit: period, offset: said ?? 0 } }),
    left: { kind: bound.kind, of: bound.kind === 'limit' ? bound.most : bound.target, ...(down && { down }) },
  }
}

// ---- Ledgers ---------------------------------------------------------------------------------------------------

/** A choice of which one option is what came in and another what went out. */
function directionOf(collection: Collection): { field: string; came: string; went: string } | undefined {
  for (const field of visibleFields(collection)) {
    if (field.kind !== 'choice') continue
    const came = field.options.find(({ label }) => IN.test(fold(label)) && !OUT.test(fold(label)))
    const went = field.options.find((option) => OUT.test(fold(option.label)) && option !== came)
    if (came && went) return { field: field.id, came: came.id, went: went.id }
  }
  return undefined
}
const IN = folded(/\bin\b|income|\breceived\b|\bearned\b|deposit|收入|进账|入账|收到|存入|収入|入金|수입|입금|들어|받은|もらった|收的/)
const OUT = folded(
  /\bout\b|expense|\bspent\b|\bpaid\b|withdraw|outgoing|支出|出账|花|取出|出金|지출|출금|나간|쓴|\bgiven\b|\bgave\b|送出|给出|あげた|贈った|준(?:\s|$)|낸(?:\s|$)/,
)

/** 들어온 돈 다 합치면?, "how much has gone out": one side of it. */
export function sideAsked(low: string, collection: Collection): Filter | undefined {
  const ways = directionOf(collection)
  if (!ways) return undefined
  const came = moneyIn(low) || /\bin\b.{0,4}$|\b(?:comes?|came|come) in\b/.test(low)
  const went = moneyOut(low) || /\b(?:out|outgoing)\b/.test(low)
  if (came === went) return undefined
  return { field: ways.field, op: '=', value: came ? ways.came : ways.went }
}

function balanceOf(spec: AppSpec, { values }: Reading): Query | undefined {
  for (const collection of visibleCollections(spec)) {
    const kept = visibleFields(collection).find(
      ({ kind, concept, label }) => kind === 'computed' && (concept === 'balance' || BALANCE.test(fold(label))),
    )
    if (kept) return { collection: collection.id, filter: [], measure: { fn: 'sum', field: kept.id } }
    const ways = directionOf(collection)
    const amount = ways && visibleFields(collection).find((field) => numeric(field) && field.kind === 'money')
    if (!ways || !amount) continue
    const date = visibleFields(collection).find(({ kind }) => kind === 'date' || kind === 'datetime')
    const span = values.flatMap(({ read }) =>
      read.kind === 'period' && read.unit ? [{ unit: read.unit, offset: read.offset ?? 0 }] : [],
    )[0]
    return {
      collection: collection.id,
      filter: [],
      ...(date && span && { when: { field: date.id, ...span } }),
      measure: { fn: 'sum', field: amount.id },
      less: [{ field: ways.field, op: '=', value: ways.went }],
    }
  }
  return undefined
}
