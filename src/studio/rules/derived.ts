/**
 * Qualities that follow from others: a line's total from count and unit price, what was gained from what was paid and
 * got, a balance from what came in and went out. Told by what the qualities are, so it holds for any trade.
 */
import type { Collection, Field } from '../../spec.ts'
import type { Build } from './build.ts'
import { asLabel, t, type Words } from './words.ts'

type Counted = Field & { unit?: string }
type Derived = {
  id: string
  label: Words
  /** A quality of this name was asked for, or the request speaks of it. */
  words: RegExp
  of(money: Field[], others: Counted[]): string | null
  /** Follows from its parts even where nobody asked: without it a sum over the parts would be meaningless. */
  always?: boolean
  /** Only where a quality of this name was asked for: the word says it of anything. */
  only?: boolean
}

const RATE = /单价|单價|單價|単価|단가|unit price|price (?:each|per)|per (?:unit|piece|item)|一[斤个件份]多少/i
const COUNT = /数量?$|數量?$|量$|斤$|件$|重量?|个$|수량|개수|갯수|qty|quantity|count|number|pieces|weight|amount/i
const GOT = /流水|营业额|營業額|进款|収益|卖|賣|售|成交|出手|売|販売|판매|판 |팔|\bsold\b|\bsell|\bsale|resale|revenue/i
const GAVE =
  /原价|原價|买|買|进货?价|收来|收购|進貨?價|材料[费費]|재료비|购|購|入手|成本|抽成|佣金|电费|電費|油费|油費|材料費|経費|仕入|原価|定価|元値|원가|구매|구입|매입|산 |\bcosts?\b|\bfees?\b|postage|shipping|commission|邮费|运费|手续费|送料|手数料|배송비|수수료|bought|\bbuy|purchase|\bpaid\b|original/i
const CAME =
  /收到的钱|进账|入った(?=お金|額|金)|もらった(?=お金|額|金)|收入|入账|入帳|收到|収入|入金|수입|입금|들어온|\bincome\b|\bearned\b|\breceived\b|money in/i
const WENT =
  /花掉的钱|花的钱|出账|使った(?=お金|額|金)|出た(?=お金|額|金)|支出|花出|出金|지출|출금|나간|\bexpenses?\b|\bspent\b|money out|outgoings?/i

const named = (fields: readonly Field[], pattern: RegExp, not?: Field) =>
  fields.find((field) => field !== not && (pattern.test(field.label) || pattern.test(field.concept ?? '')))
/** What is not filled in counts as nothing. */
const minus = (from: Field, what: Field) => `sum(${from.id}, 0) - sum(${what.id}, 0)`

const DERIVED: Derived[] = [
  {
    id: 'lineTotal',
    label: t('Total / 小计 / 小計 / 소계'),
    words: /小计|小計|合计|合計|总价|总额|總價|소계|합계|총액|sub-?total|line total|total(?: price| cost)?$/i,
    always: true,
    of(money, others) {
      const rate = named(money, RATE) ?? money.find((field) => field.concept === 'unitPrice')
      const count = named(others, COUNT) ?? others[0]
      return rate && count ? `${count.id} * ${rate.id}` : null
    },
  },
  {
    id: 'gain',
    label: t('Gain / 盈亏 / 損益 / 손익'),
    words:
      /净赚|淨賺|净利|纯利|利润|利潤|盈亏|盈虧|赚|賺|亏|虧|差价|差價|利益|儲け|もうけ|損益|差額|黒字|赤字|이익|수익|손익|차익|차액|남는|profit|loss|left with|left over after|take-?home|what i keep|到手|手元に残|남는 돈|\bgains?\b|margin|difference/i,
    of(money) {
      const got = named(money, GOT)
      const gave = got ? money.filter((field) => field !== got && (GAVE.test(field.label) || GAVE.test(field.concept ?? ''))) : []
      if (!got || !gave.length) return null
      return gave.length === 1 ? `${got.id} - ${gave[0]!.id}` : `${got.id} - sum(${gave.map((field) => field.id).join(', ')})`
    },
  },
  {
    id: 'balance',
    label: t('Balance / 结余 / 差引残高 / 잔액'),
    words: /余额|餘額|结余|結餘|残高|残り(?:の?(?:お金|額|金額))?$|残りが|差引|剩余|还剩(?:多少|$)|잔액|잔고|남은 돈|balance|net\b/i,
    of(money) {
      const came = named(money, CAME)
      const went = came && named(money, WENT, came)
      return came && went ? minus(came, went) : null
    },
  },
  {
    id: 'sumOf',
    label: t('Total / 合计 / 合計 / 합계'),
    words:
      /^(?:(?:grand |over)?totals?|sum|altogether|in all|all in|一共|总共|总计|合计|總計|合計|総計|計|总分|総額|합계|총합|총계|총액|총점|다 해서)$/i,
    only: true,
    of: (money, others) => {
      const parts =
        money.length >= 2 ? money : money.length ? [] : others.filter(({ kind, unit }) => kind === 'number' || unit === others[0]?.unit)
      return parts.length >= 2 ? `sum(${parts.map(({ id }) => id).join(', ')})` : null
    },
  },
  {
    id: 'difference',
    label: t('Difference / 差额 / 差額 / 차이'),
    words:
      /^(?:the )?(?:difference|diff|gap|over\/under|over or under|short(?: by)?)$|^(?:差|差额|差額|差值|相差|差多少|多退少补|過不足|차이|차액|손해)$/i,
    only: true,
    of: (money, others) => {
      const [one, other, ...more] = money.length ? money : others
      return one && other && !more.length ? `${one.id} - ${other.id}` : null
    },
  },
  {
    id: 'meanOf',
    label: t('Average / 平均 / 平均 / 평균'),
    words: /^(?:the )?(?:average|avg\.?|mean)$|^(?:平均分?|均分|平均値|平均点|평균|에버|평균 ?점수)$/i,
    only: true,
    of: (money, others) => {
      const parts = others.length >= 2 ? others : others.length ? [] : money
      return parts.length >= 2 ? `mean(${parts.map(({ id }) => id).join(', ')})` : null
    },
  },
]

/** Turns asked qualities into computed ones where their parts are there; adds a total that a count and a rate call for. */
export function applyDerived(b: Build, main: Collection): void {
  for (const { id, label, words, of, always, only } of DERIVED) {
    // The person has said how it is worked out.
    if (b.frame.formulas.length && main.fields.some((field) => field.kind === 'computed')) continue
    const asked = main.fields.find((field) => field.id !== main.title && words.test(field.label) && DERIVABLE.has(field.kind))
    if (!asked && (only || (!words.test(b.frame.low) && !always))) continue
    const parts = main.fields.filter((field) => field !== asked)
    const formula = of(
      parts.filter((field) => field.kind === 'money'),
      parts.filter((field): field is Counted => field.kind === 'number' || field.kind === 'quantity'),
    )
    if (!formula) continue
    const field: Field = {
      id: asked?.id ?? b.id(id, main.fields),
      label: asked?.label ?? asLabel(saidAs(words, b) ?? b.say(label)),
      kind: 'computed',
      formula,
      shows:
        !only || parts.some((one) => one.kind === 'money' && formula.includes(one.id))
          ? { kind: 'money', currency: b.frame.currency }
          : { kind: 'number', ...(id === 'meanOf' && { decimals: 1 }) },
      concept: id,
    }
    if (asked) b.replace(main, field)
    else insertAfterMoney(main, field)
  }
}
/** The word the person has for it, where it is one. */
const saidAs = (words: RegExp, b: Build): string | undefined => {
  const said = words.exec(b.frame.reading.text)?.[0]
  return said && said.length >= 2 ? said : undefined
}

const DERIVABLE = new Set<Field['kind']>(['text', 'money', 'number', 'quantity', 'rating', 'person', 'note'])

function insertAfterMoney(main: Collection, field: Field): void {
  const last = main.fields.findLastIndex((one) => one.kind === 'money')
  main.fields.splice(last + 1, 0, field)
}

/** What came in and what went out stand side by side. */
export const isLedger = (labels: readonly string[]): boolean => {
  const came = labels.findIndex((label) => CAME.test(label))
  return came >= 0 && labels.some((label, at) => at !== came && WENT.test(label))
}

/** What was got and what it cost to get it. */
export const isTrade = (labels: readonly string[]): boolean => {
  const got = labels.findIndex((label) => GOT.test(label))
  return got >= 0 && labels.some((label, at) => at !== got && GAVE.test(label))
}

/** The money of a record: its line total where it has one, as a unit price alone is not what was paid. */
export const totalOf = (main: Collection): Field | undefined => main.fields.find((field) => field.concept === 'lineTotal')
