/** Money: what is spent, earned, saved, owed and shared. */
import type { Collection, Field } from '../../../spec.ts'
import type { Build } from '../build.ts'
import { addCalculator, calculatorIn } from '../calculators/calculator.ts'
import { keep } from '../kept.ts'
import { partNamed } from '../parts.ts'
import { asLabel, t } from '../words.ts'
import {
  addMembers,
  type B,
  daysBefore,
  insertChoice,
  listsFields,
  notQuality,
  type Rule,
  required,
  summaryOf,
  takeItems,
} from './shared.ts'

export const spending =
  (family: 'expenses' | 'income'): Rule =>
  (b, role) => {
    const topic = b.frame.topic && b.frame.asked.length === 0
    const c = keep(b, family, role, family === 'expenses' && topic && isOneThing(b) ? 'item amount! date! shop note' : undefined)
    const amount = b.find(c, 'money')!
    const date = b.dateOf(c)!
    required(c, amount.id)
    const loose = takeItems(
      b,
      (item) =>
        !item.head &&
        item.listed === false &&
        !partNamed(item.label) &&
        !b.frame.asked.some((one) => one.label === item.label && one.kind !== 'text+'),
    )
    if (loose.length >= 2 && !b.find(c, 'choice')) c.fields.push(b.field('category', c.fields))
    const category = b.find(c, 'choice')
    // "groceries and eating out": what is spent on becomes the categories.
    if (loose.length >= 2 && category?.kind === 'choice' && category.concept === 'category' && !b.frame.asked.some((one) => one.options))
      b.replace(c, { ...category, options: b.options(loose.map((item) => item.label)) })
    shareOut(b, c, amount, date)
    summaryOf(b, c, amount, date)
    b.chart(c, 'bar', 'sum', amount, date, 'month')
    const group = b.find(c, 'choice') ?? b.by(c, 'shop')
    if (group) b.chart(c, group.kind === 'choice' ? 'pie' : 'bar', 'sum', amount, group)
  }

/** A limit for each kind that a part of the money was set aside for: a period's, or with no `date` that of the whole. */
export function shareOut(b: Build, c: Collection, amount: Field, date?: Field): void {
  const category = b.find(c, 'choice')
  if (category?.kind !== 'choice') return
  const period = b.frame.bounds.find((bound) => bound.what === 'money')?.per ?? 'month'
  for (const { label, most } of b.frame.lists.shares ?? []) {
    const option = category.options.find((one) => one.label === asLabel(label))
    if (!option || most <= 0) continue
    b.does<B<'limit'>>({
      kind: 'limit',
      label: option.label,
      collection: c.id,
      measure: { fn: 'sum', field: amount.id },
      filter: [{ field: category.id, op: '=', value: option.id }],
      ...(date ? { date: date.id, period } : {}),
      most,
      warnAt: 0.8,
    })
  }
}

/** Spending on one thing ("coffee") needs no category. */
const isOneThing = (b: Build) =>
  /\bon\b|[费钱开销]|代|값|비$|비 |지출|支出|出費/.test(b.frame.topic) &&
  !/家计|家計|가계|household|monthly|money|every|记账|日常/.test(b.frame.low)

export const budget: Rule = (b, role) => {
  const items = listsFields(b) ? [] : takeItems(b, notQuality(b))
  const c = keep(b, 'expenses', role, 'item amount! date! category! note')
  if (role === 'main') {
    b.icon = '💰'
    b.defaultName = t('Budget / 预算 / 予算 / 예산')
  }
  const amount = b.find(c, 'money')!
  const date = b.dateOf(c)!
  required(c, amount.id)
  const category = b.find(c, 'choice')
  if (items.length >= 2 && category?.kind === 'choice') {
    const options = b.options(items.map((item) => item.label))
    b.replace(c, { ...category, options })
    const period = /month|月|월|달/.test(b.frame.low)
      ? ('month' as const)
      : /week|周|週|주일|매주/.test(b.frame.low)
        ? ('week' as const)
        : undefined
    items.forEach((item, at) => {
      const most = item.amount ?? item.number
      if (most !== undefined)
        b.does<B<'limit'>>({
          kind: 'limit',
          label: options[at]!.label,
          collection: c.id,
          measure: { fn: 'sum', field: amount.id },
          filter: [{ field: category.id, op: '=', value: options[at]!.id }],
          ...(period ? { date: date.id, period } : {}),
          most,
          warnAt: 0.8,
        })
    })
  }
  shareOut(b, c, amount, date)
  summaryOf(b, c, amount, date)
  if (category) b.chart(c, 'pie', 'sum', amount, category)
}

export const split: Rule = (b, role) => {
  const members = addMembers(b)
  const c = b.add(
    {
      id: 'payments',
      label: t('Payments / 付款 / 支払い / 지출'),
      one: t('Payment / 付款 / 支払い / 지출'),
      icon: '🧾',
      fields: 'item! amount! date!',
    },
    role,
  )
  const payer = b.relation(c, 'payer', t('Paid by / 谁付的 / 払った人 / 낸 사람'), members)
  const people = b.relation(c, 'sharedBy', t('Shared by / 谁分摊 / 割り勘する人 / 함께 낼 사람'), members, true)
  const amount = b.find(c, 'money')!
  required(c, amount.id)
  required(c, payer.id)
  const behaviour = b.does<B<'split'>>({
    kind: 'split',
    collection: c.id,
    payer: payer.id,
    amount: amount.id,
    people: people.id,
    members: members.id,
    currency: b.frame.currency,
  })
  b.tool(behaviour)
  b.list(c)
  b.list(members)
  if (role === 'main') {
    b.icon = '🧾'
    b.accent = 'sea'
    b.defaultName = t('Split the bill / AA记账 / 割り勘 / 정산')
  }
}

export const savings: Rule = (b, role) => {
  const { frame } = b
  const calculate =
    /calculat|how much will|if i save|compound|would i have|计算|复利|多少钱后|いくらになる|计算|複利|计算|怎么算|收益|利息|계산|복리|얼마가|만기|이자/.test(
      frame.low,
    )
  if (calculate) return addCalculator(b, calculatorIn({ ...frame, low: `savings ${frame.low.replace(/loan|mortgage/g, '')}` }))
  const c = b.add(
    {
      id: 'deposits',
      label: t('Deposits / 存款记录 / 貯金の記録 / 저축 기록'),
      one: t('Deposit / 存一笔 / 入金 / 저축'),
      icon: '🐷',
      fields: 'amount! date! note',
      title: 'date',
    },
    role,
  )
  const amount = b.find(c, 'money')!
  required(c, amount.id)
  if (frame.people.length >= 2 && !b.find(c, 'choice', 'person'))
    c.fields.splice(1, 0, {
      id: b.id('person', c.fields),
      label: b.say(t('Who / 谁 / 誰 / 누구')),
      kind: 'choice',
      options: b.options(frame.people),
      concept: 'person',
    })
  const target =
    frame.bounds.find((bound) => bound.what === 'money')?.value ??
    frame.moneys[0] ??
    frame.numbers.find((n) => n >= 100 && !(n >= 2020 && n <= 2100))
  const bound = frame.bounds.find((one) => one.what === 'money' || (one.what === 'number' && one.value >= 50))
  if (target)
    b.does<B<'goal'>>({
      kind: 'goal',
      collection: c.id,
      measure: { fn: 'sum', field: amount.id },
      ...(bound?.per && !/goal|target|目标|目標|목표/.test(frame.low) ? { date: b.dateOf(c)!.id, period: bound.per } : {}),
      target,
      direction: 'least',
    })
  frame.bounds.splice(0)
  b.tiles([
    {
      label: t('Saved / 已存 / 貯まった金額 / 모은 돈'),
      query: { collection: c.id, filter: [], measure: { fn: 'sum', field: amount.id } },
    },
  ])
  b.list(c)
  b.chart(c, 'bar', 'sum', amount, b.dateOf(c)!, 'month')
  if (role === 'main') {
    b.icon = '🐷'
    b.accent = 'leaf'
    b.defaultName = t('Savings / 存钱 / 貯金 / 저축')
  }
}

/** Whether money was lent, and not whether it came back. */
const IS_LENT = /^(?:돈\s?)?(?:빌려|빌렸|꿔)|^(?:钱|錢)?借(?:了|出去?)没|^お?金?を?(?:貸|借)した?か/
export const loan: Rule = (b, role) => {
  // 돈 빌려줬는지: that it was lent is what all of it is about.
  b.frame.asked = b.frame.asked.filter(({ kind, label }) => kind !== 'yesno' || !IS_LENT.test(label))
  const track =
    /owe|lent|lend|borrowed|debts?\b|\bious?\b|track|log|记录|借给|欠|[貸贷]し|借り|記録|빌려|빌린|갚|기록/.test(b.frame.low) &&
    !/calculat|计算|計算|계산|mortgage|房贷|住宅/.test(b.frame.low)
  if (!track) return addCalculator(b, calculatorIn({ ...b.frame, low: `loan ${b.frame.low.replace(/tip|fuel|bmi/g, '')}` }))
  const c = b.add(
    {
      id: 'debts',
      label: t('Debts / 借款 / 貸し借り / 받을 돈'),
      one: t('Debt / 借款 / 貸し借り / 받을 돈'),
      icon: '🤝',
      fields: 'person! amount! date! due paid note',
    },
    role,
  )
  required(c, b.find(c, 'money')?.id)
  b.list(c, b.find(c, 'yesno') ? { check: b.find(c, 'yesno')!.id } : {})
  if (role === 'main') {
    b.icon = '🤝'
    b.defaultName = t('Debts / 借款记录 / 貸し借り / 받을 돈')
  }
}

export const subscriptions: Rule = (b, role) => {
  const c = keep(b, 'subscriptions', role)
  const fee = b.find(c, 'money')
  const renewal = b.by(c, 'renewal') ?? b.find(c, 'date')
  if (fee)
    b.tiles([
      { label: t('All together / 合计 / 合計 / 합계'), query: { collection: c.id, filter: [], measure: { fn: 'sum', field: fee.id } } },
    ])
  if (renewal) b.does<B<'reminder'>>({ kind: 'reminder', collection: c.id, date: renewal.id, before: daysBefore(b.frame.low) ?? 3 })
}

export const gifts: Rule = (b, role) => {
  const c = keep(b, 'gifts', role)
  const money = b.find(c, 'money')
  if (money)
    b.tiles([
      { label: t('All together / 合计 / 合計 / 합계'), query: { collection: c.id, filter: [], measure: { fn: 'sum', field: money.id } } },
    ])
  if (/礼金|随礼|份子|人情|ご祝儀|축의금|경조사|부조/.test(b.frame.low))
    insertChoice(b, c, 'gifttype', t('Given or received / 送出或收到 / 贈った・もらった / 주고받음'))
}
