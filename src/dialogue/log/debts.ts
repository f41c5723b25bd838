/** "Tom owes me 40 for the tickets", "Tom paid back 20": a ledger of who owes what, told as people tell of it. */
import type { Reading } from '../../base/language/types.ts'
import { visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection } from '../../spec.ts'
import type { EntryOp } from './types.ts'

type Ledger = { collection: Collection; person: string; amount: string; paid: string; note: string | undefined; date: string | undefined }
export function ledgerIn(spec: AppSpec): Ledger | undefined {
  for (const collection of visibleCollections(spec)) {
    const fields = visibleFields(collection)
    const title = fields.find((field) => field.id === collection.title)
    const amount = fields.find((field) => field.kind === 'money')
    const paid = fields.find((field) => field.kind === 'yesno' && field.concept === 'paid')
    if (title?.kind !== 'person' || !amount || !paid) continue
    const note = fields.find((field) => field.kind === 'note')?.id
    const date = fields.find((field) => field.kind === 'date' && field.default === 'today')?.id
    return { collection, person: title.id, amount: amount.id, paid: paid.id, note, date }
  }
  return undefined
}

/** Stands where the sum stood. */
const SUM = '¤'
const AMOUNT = `\\s*${SUM}\\s*`
const NAME = "(?<who>\\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*)?|my \\w+|[a-z]+(?= owes| borrowed| still owes))"
/** Each has `who`; `what` is what it was for. */
const OWES: RegExp[] = [
  new RegExp(
    `^(?:and )?${NAME} (?:still |now |also )?(?:owes (?:me|us)|borrowed)${AMOUNT}(?:from me\\s*)?(?:(?:for|on|to buy) (?<what>.+))?$`,
    'u',
  ),
  new RegExp(`^(?:i |we )?(?:lent|gave|loaned|lend) ${NAME}${AMOUNT}(?:(?:for|to buy) (?<what>.+))?$`, 'iu'),
  new RegExp(`^(?:i |we )?(?:lent|gave|loaned)${AMOUNT} ?to ${NAME}(?:,? (?:for|to buy) (?<what>.+))?$`, 'iu'),
  new RegExp(
    `^(?<who>[^\\s¤欠借]{1,8}?)(?:又|还)?(?:欠(?:了)?我|(?:向|跟|找|问)我借了?|借了?(?:我)?)${AMOUNT}(?:[,，]?(?:买|用来|说是)?(?<what>[^¤,，。]{1,20}))?$`,
    'u',
  ),
  new RegExp(`^(?:我)?借(?:给)?了?(?<who>[^\\s¤了]{1,8}?)了?${AMOUNT}(?:[,，]?(?<what>[^¤,，。]{1,20}))?$`, 'u'),
  new RegExp(
    `^(?<who>[^\\s¤にへが]{1,10}?)(?:さん|くん|ちゃん)?(?:に|へ)(?:(?<what>[^¤]{1,14}?)(?:代|の|で))?${AMOUNT}(?:を)?貸した.*$`,
    'u',
  ),
  new RegExp(
    `^(?<who>[^\\s¤にへが]{1,10}?)(?:さん|くん|ちゃん)?(?:が|は)(?:(?<what>[^¤]{1,14}?)(?:代|の|で))?${AMOUNT}(?:を)?借り(?:た|ている|てる).*$`,
    'u',
  ),
  new RegExp(
    `^(?<who>[가-힣A-Za-z]{1,8}?)(?:씨|님)?(?:한테|에게|께)\\s?(?:(?<what>[^¤]{1,14}?)\\s)?${AMOUNT}(?:을|를)?\\s?빌려\\s?(?:줬|주었|줌|드렸).*$`,
    'u',
  ),
  new RegExp(
    `^(?<who>[가-힣A-Za-z]{1,8}?)(?:씨|님)?(?:이|가)?\\s(?:나한테|저한테|내게)?\\s?${AMOUNT}(?:을|를)?\\s?(?:빌렸|빌려\\s?갔|빌림).*$`,
    'u',
  ),
]
const RETURNS: RegExp[] = [
  new RegExp(
    `^(?:and )?${NAME} (?:has |just |already )*(?:(?:paid|gave)(?: me| us)?(?:${AMOUNT})? ?back|(?:re)?paid(?: me| us)? back|repaid|returned|settled)(?: me| us)?(?:${AMOUNT}|.{0,12})?$`,
    'iu',
  ),
  new RegExp(`^(?<who>[^\\s¤还]{1,8}?)(?:已经)?(?:把钱)?还(?:了|给我|我|清)+(?:${AMOUNT})?(?:了|钱)?$`, 'u'),
  new RegExp(
    `^(?<who>[^\\s¤がは]{1,10}?)(?:さん|くん|ちゃん)?(?:が|は|から)(?:${AMOUNT})?(?:を|全部)?(?:返した|返してくれた|返してもらった|返済した|返ってきた).*$`,
    'u',
  ),
  new RegExp(
    `^(?<who>[가-힣A-Za-z]{1,8}?)(?:씨|님)?(?:이|가|은|는)?\\s(?:${AMOUNT})?(?:을|를)?\\s?(?:다|전부|모두)?\\s?(?:갚았|갚음|돌려\\s?줬|갚아).*$`,
    'u',
  ),
]

const found = (text: string, patterns: RegExp[]) =>
  patterns.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined)

/** What the person owes is a debt the other way round. */
const OWN: RegExp[] = [
  new RegExp(
    `^(?:i|we) (?:still |now |also )?(?:owe|borrowed)(?:${AMOUNT})? ?(?:from |to )?${NAME}(?:${AMOUNT})? ?(?:(?:for|to buy) (?<what>.+))?$`,
    'iu',
  ),
  new RegExp(
    `^我(?:还)?(?:欠(?:了)?|(?:向|跟|找|问))(?<who>[^\\s¤借]{1,8}?)(?:借(?:了)?)?${AMOUNT}(?:[,，]?(?<what>[^¤,，。]{1,20}))?$`,
    'u',
  ),
  new RegExp(
    `^(?<who>[^\\s¤にへから]{1,10}?)(?:さん|くん|ちゃん)?(?:に|から)(?:(?<what>[^¤]{1,14}?)(?:代|の|で))?${AMOUNT}(?:を)?借り(?:た|ている|てる).*$`,
    'u',
  ),
  new RegExp(
    `^(?:나|내가|제가)?\\s?(?<who>[가-힣A-Za-z]{1,8}?)(?:씨|님)?(?:한테|에게|께)서?\\s?(?:(?<what>[^¤]{1,14}?)\\s)?${AMOUNT}(?:을|를)?\\s?(?:빌렸|빌림|갚아야|줘야).*$`,
    'u',
  ),
]
/** "Ana 15 pizza": who, how much and what for, and no verb. */
const BARE = new RegExp(
  `^(?<who>\\p{Lu}[\\p{L}'’-]*|[\\p{Script=Han}]{2,4}|[가-힣]{2,4}|[ァ-ヴー]{2,8})(?:さん|くん|씨)?[:：]?${AMOUNT}(?:(?:for )?(?<what>[^¤]{1,30}))?$`,
  'u',
)

/** Null where the app is no ledger of debts, or nothing of one was told. */
export function debtTold(reading: Reading, spec: AppSpec, bareToo = true): EntryOp | null {
  const ledger = ledgerIn(spec)
  const text = ledger ? bare(reading).replace(/[.!。！\s]+$/u, '') : ''
  if (!ledger || !text || text.length > 120) return null
  const sum = reading.values
    .map(({ read }) => (read.kind === 'money' ? read.amount : read.kind === 'number' ? read.value : null))
    .find((n) => n !== null)
  const { collection, person, amount, paid, note, date } = ledger
  const back = found(text, RETURNS)
  if (back?.who) {
    const filters = [
      { field: person, op: 'contains' as const, value: nameOf(back.who) },
      { field: paid, op: '!=' as const, value: true },
    ]
    const match = { collection: collection.id, filters }
    return sum === undefined
      ? { do: 'update', collection: collection.id, match, values: { [paid]: true } }
      : { do: 'update', collection: collection.id, match, values: {}, plus: { [amount]: -sum }, over: paid }
  }
  const own = sum === undefined ? undefined : found(text, OWN)
  const owed = own ?? (sum === undefined ? undefined : found(text, bareToo ? [...OWES, BARE] : OWES))
  if (!owed?.who || sum === undefined) return null
  const day = reading.values.map(({ read }) => (read.kind === 'date' ? read.date : null)).find((one) => one !== null)
  const what = owed.what?.trim()
  return {
    do: 'create',
    collection: collection.id,
    values: {
      [person]: nameOf(owed.who),
      [amount]: own ? -sum : sum,
      ...(note && what && { [note]: what }),
      ...(date && day && { [date]: day }),
    },
  }
}

const nameOf = (who: string) => who.trim().replace(/^(?:my|the) /i, '')
/** Without the day, which may stand anywhere, and with a sign for the sum. */
const bare = (reading: Reading): string =>
  reading.values
    .filter(({ read }) => ['date', 'datetime', 'money', 'number'].includes(read.kind))
    .reduceRight(
      (text, { start, end, read }) => text.slice(0, start) + (read.kind === 'money' || read.kind === 'number' ? SUM : '') + text.slice(end),
      reading.text,
    )
    .replace(/\s+/g, ' ')
    .trim()
