/** "who hasn't paid me back?", 还有多少没收回来, まだ返してもらってないのは誰: what a ledger of debts still has open. */
import type { Reading } from '../../base/language/types.ts'
import { fold } from '../../base/resolve.ts'
import type { AppSpec, Query } from '../../spec.ts'
import { ledgerIn } from '../log/debts.ts'

const OPEN_DEBT =
  /\bow(?:es?|ed|ing)\b|\b(?:hasn't|hasnt|haven't|have not|has not|not|never)\b.{0,12}\b(?:paid|given|settled|returned)\b|\b(?:outstanding|unpaid|get back)\b|欠|没还|沒還|未还|还没(?:还|给)|没(?:收|要|拿)回|没(?:有)?还|要回来|还剩多少|返(?:して|って)(?:き|もらっ|くれ)?て?(?:い)?ない|未返済|貸して(?:い)?る|戻って(?:き)?てない|안\s?갚|갚(?:아야|을|으라)|못\s?받|안\s?준|빌려\s?간|받을\s?(?:돈|게|거)|남은\s?(?:돈|빚)/
const PAID_DEBT =
  /\b(?:who|how much)\b.{0,16}\b(?:has |have )?(?:already )?(?:paid|settled|gave)\b|谁还了|还清|已还|誰が返した|返した人|누가 갚|갚은/
const WHO = /\bwho\b|谁|誰|누가|누구|사람/

/** Whether the words ask about debts. */
export const asksOfDebts = (reading: Reading, spec: AppSpec): boolean =>
  ledgerIn(spec) !== undefined && (OPEN_DEBT.test(fold(reading.text)) || PAID_DEBT.test(fold(reading.text)))

/** 收回来 of 没收回: what is asked is no name. */
const overlaps = (asked: string, name: string): boolean =>
  asked.includes(name) || (name.length > 1 && asked.length > 1 && name.startsWith(asked.slice(-2)))

/** The query as read by its words, over what is open (or paid), by person where people are asked for. */
export function ofDebts(query: Query, reading: Reading, spec: AppSpec): Query {
  const ledger = ledgerIn(spec)
  const low = fold(reading.text)
  if (!ledger || !asksOfDebts(reading, spec)) return query
  const open = OPEN_DEBT.test(low)
  const asked = fold(OPEN_DEBT.exec(low)?.[0] ?? PAID_DEBT.exec(low)?.[0] ?? '')
  const named = query.filter.filter(
    ({ field, value }) => field === ledger.person && !WHO.test(low) && !overlaps(asked, fold(String(value))),
  )
  const others = query.filter.filter(({ field }) => field !== ledger.person && field !== ledger.paid)
  const { group: _group, order: _order, limit: _limit, compare: _compare, names: _names, ...rest } = query
  return {
    ...rest,
    collection: ledger.collection.id,
    filter: [...others, ...named, { field: ledger.paid, op: '=', value: !open }],
    measure: { fn: 'sum', field: ledger.amount },
    ...(named.length === 0 && { group: { field: ledger.person } }),
  }
}
