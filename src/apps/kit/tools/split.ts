/**
 * Who owes whom. Amounts are kept in the currency's smallest unit, so that nothing is lost to rounding: what does not
 * divide is spread one unit at a time. Settled by paying the largest debt to the largest credit first, which needs at
 * most n - 1 payments.
 */
export type Bill = { payer: string; amount: number; people: string[] }
export type Payment = { from: string; to: string; amount: number }

/** Digits after the point of a currency, from Intl (ISO 4217). */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** What each is owed (positive) or owes, in major units. Bills of nobody, or by somebody unknown, count for nothing. */
export function balances(bills: readonly Bill[], members: readonly string[], digits: number): Map<string, number> {
  const unit = 10 ** digits
  const known = new Set(members)
  const minor = new Map<string, number>(members.map((member) => [member, 0]))
  const add = (who: string, amount: number) => minor.set(who, (minor.get(who) ?? 0) + amount)
  bills.forEach(({ payer, amount, people }, at) => {
    const sharing = [...new Set(people.length ? people.filter((one) => known.has(one)) : members)]
    const total = Math.round(amount * unit)
    if (!known.has(payer) || !sharing.length || !Number.isFinite(total)) return
    add(payer, total)
    const each = Math.trunc(total / sharing.length)
    const rest = total - each * sharing.length
    sharing.forEach((who, i) => {
      // Whose turn it is to bear the odd unit moves on with each bill.
      const odd = (i + at) % sharing.length < Math.abs(rest) ? Math.sign(rest) : 0
      add(who, -(each + odd))
    })
  })
  return new Map([...minor].map(([who, amount]) => [who, amount / unit]))
}

export function settle(owed: ReadonlyMap<string, number>, digits: number): Payment[] {
  const unit = 10 ** digits
  const open = [...owed].map(([who, amount]) => ({ who, left: Math.round(amount * unit) }))
  const payments: Payment[] = []
  for (;;) {
    const debtor = open.reduce((most, one) => (one.left < most.left ? one : most), { who: '', left: 0 })
    const creditor = open.reduce((most, one) => (one.left > most.left ? one : most), { who: '', left: 0 })
    const amount = Math.min(-debtor.left, creditor.left)
    if (amount <= 0) return payments
    debtor.left += amount
    creditor.left -= amount
    payments.push({ from: debtor.who, to: creditor.who, amount: amount / unit })
  }
}
