/**
 * What an English sentence tells by its form, before figures and words are shared out: "ward 7" and "hive 2" are names
 * and no amounts, and "lent the saw to Bernard" says which thing and which person.
 */
import { nativeKorean } from '../../../base/language/numerals.ts'
import type { Reading } from '../../../base/language/types.ts'
import { fold } from '../../../base/resolve.ts'
import type { Collection, Field, PeriodUnit } from '../../../spec.ts'
import type { Entry, Take } from '../types.ts'

const NAMES = new Set<Field['kind']>(['text', 'place', 'person'])
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** "shelf 4", "flat B", "hive no. 2": the label of a field for words, and its number. */
export function fillNumbered(reading: Reading, fields: Field[], take: Take): void {
  if (reading.language !== 'en') return
  for (const field of fields) {
    const noun =
      fold(field.label)
        .replace(/ (?:number|no\.?|nr)$/, '')
        .split(' ')
        .at(-1) ?? ''
    if (/^(?:phone|mobile|telephone|fax|account|card|serial|order|reference|flight|booking)$/.test(noun)) continue
    if (!NAMES.has(field.kind) || !/^[a-z]{3,}$/.test(noun)) continue
    const found = new RegExp(
      `(?:^|(?<=[\\s,;]))(?:(?:in|on|at|from|for|to|of|the) )*(${noun} (?:no\\.? ?|number |#)?(?:\\d{1,4}[a-z]?|[a-z]\\d{0,3}))(?=$|[\\s,;.])`,
    ).exec(fold(reading.text))
    if (!found) continue
    const end = found.index + found[0].length
    const start = end - found[1]!.length
    // "shelf 4 kg" is a weight; "flat a big one" is none of both.
    if (
      / (?:a|i)$/.test(found[1]!) ||
      reading.values.some((value) => value.read.kind !== 'number' && value.start < end && value.end > start)
    )
      continue
    take(field, capital(reading.text.slice(start, end)), [found.index, end])
  }
}

const OBJECT = '(?:the |my |our |a |an |his |her |their |some )([^,;]{2,40}?)'
const WHO = "((?:my |our )?[\\p{L}][\\p{L}'-]{1,20}(?: \\p{Lu}[\\p{L}'-]{1,20})?)"
const END = '(?=$|[,;.]| (?:today|yesterday|on|until|till|for|due|back|last|this|since|and)\\b)'
/** [the form, which group is the thing, which the person] */
const PASSED: [RegExp, number, number][] = [
  [
    new RegExp(
      `^(?:i |we |i've |we've |just )*(?:lent|loaned|gave|handed|passed|lend|loan|sold|posted|sent) ${OBJECT} to ${WHO}${END}`,
      'iu',
    ),
    1,
    2,
  ],
  [new RegExp(`^(?:i |we |i've |just )*(?:lent|loaned|gave) (?!the |my |our |a )${WHO} ${OBJECT}${END}`, 'iu'), 2, 1],
  [new RegExp(`^(?:i |we )?(?:borrowed|got) ${OBJECT} (?:from|off) ${WHO}${END}`, 'iu'), 1, 2],
  [new RegExp(`^${WHO} (?:has|have|had|has got|took|borrowed|is borrowing|still has|needs|wants) ${OBJECT}${END}`, 'iu'), 2, 1],
]

/** Who has which of the things that are kept; only where both are kept. */
export function fillPassed(reading: Reading, fields: Field[], collection: Collection, entry: Entry, take: Take): void {
  const title = fields.find((field) => field.id === collection.title)
  const person = fields.find((field) => field.kind === 'person' && field.id !== title?.id && !(field.id in entry.values))
  if (reading.language !== 'en' || title?.kind !== 'text' || !person || title.id in entry.values) return
  for (const [form, thing, who] of PASSED) {
    const found = form.exec(reading.text)
    if (!found || /^(?:i|we|it|that|this|today|who|what)$/i.test(found[who]!)) continue
    take(title, capital(found[thing]!.trim()), [0, found[0].length])
    entry.title = String(entry.values[title.id])
    take(person, capital(found[who]!.replace(/^(?:my|our) /i, '')), [0, found[0].length])
    return
  }
}

/** "1:18.4", "2:04:31": how long a race or a lap took, where that is kept and no time of the day. Minutes. */
export function fillClocked(reading: Reading, fields: Field[], take: Take): void {
  const field = fields.find((one) => one.kind === 'duration' && /time|pace|split|lap|finish/i.test(one.label))
  if (!field || fields.some((one) => one.kind === 'time' || one.kind === 'datetime')) return
  const found = /(?<![\d:.])(?:(\d{1,2}):)?(\d{1,2}):(\d{2}(?:\.\d{1,3})?)(?![\d:])/.exec(reading.text)
  if (!found || Number(found[3]) >= 60) return
  const minutes = Number(found[1] ?? 0) * 60 + Number(found[2]) + Number(found[3]) / 60
  take(field, Math.round(minutes * 1e4) / 1e4, [found.index, found.index + found[0].length])
}

/** "shakshuka with eggs, tomatoes and cumin": what it is made of, where that is kept. */
export function fillMadeOf(reading: Reading, fields: Field[], take: Take): void {
  const field = fields.find(
    (one) => (one.kind === 'note' || one.kind === 'text') && /ingredient|toppings?\b/i.test(`${one.id} ${one.label}`),
  )
  const found = field && reading.language === 'en' ? /\S\s+(?:with|made (?:of|from|with)) (.{2,200})$/i.exec(reading.text) : null
  if (found) take(field!, found[1]!.replace(/[.!]+$/, ''), [found.index + 1, reading.text.length])
}

/** 두부 하나, 계란 열: how many there are, said without a counter after the name. */
export function fillSpelled(reading: Reading, fields: Field[], take: Take): void {
  const field = fields.find((one) => one.kind === 'number' && one.concept === 'quantity')
  const said = reading.tokens.find(
    ({ start, end, text }, at) =>
      at > 0 &&
      nativeKorean(text) !== undefined &&
      /^(?:$|[\s,.])/.test(reading.text.slice(end)) &&
      // 한 병: the counter is read with its numeral.
      !reading.values.some((value) => value.start < end && value.end > start),
  )
  if (field && said) take(field, nativeKorean(said.text)!, [said.start, said.end])
}

const OFTEN = /how often|frequency|interval|多久.*一次|频率|間隔|頻度|周期|何日おき|얼마나 자주|주기|빈도|며칠/i
const EACH =
  /(?:每隔?|隔)?[\d一二两三四五六七八九十半]+(?:个)?(?:天|日|周|星期|月|年)[\p{Script=Han}]{0,2}?[一两\d]次(?:水)?|\b(?:every|once (?:a|an|every)|twice a) (?:other |\d+ |two |three |few )?(?:days?|weeks?|months?|years?)\b|(?:[\d一二三]+(?:日|週間?|か?月|年)(?:に[一1２2]回|おき|ごと)|毎日|毎週|毎月)|(?:[\d일이삼사]+|한|두|세)?\s?(?:일|주일?|달|개월|주)에\s?(?:한|두|\d)\s?번|(?:매일|매주|매달)/iu
/** 3天浇一次, "every two weeks", 週に一回: how often, where that is kept in words. */
export function fillOften(reading: Reading, fields: Field[], take: Take): void {
  const field = fields.find((one) => (one.kind === 'text' || one.kind === 'duration') && OFTEN.test(one.label))
  const found = field && EACH.exec(reading.text)
  if (!found) return
  const said = field.kind === 'text' ? found[0].trim() : minutesBetween(reading, found.index)
  if (said !== null) take(field, said, [found.index, found.index + found[0].length])
}
/** A month as thirty days: how often, not until when. */
const DAYS: Record<PeriodUnit, number> = { day: 1, week: 7, month: 30, year: 365 }
function minutesBetween({ values }: Reading, at: number): number | null {
  const every = values.find(({ start, end, read }) => start <= at + 1 && end > at && read.kind === 'every')?.read
  if (every?.kind !== 'every') return null
  return every.minutes ?? (DAYS[every.unit] * 24 * 60 * every.count) / (every.times ?? 1)
}

/** "who chose it", "what they grow": the verb of a label that is a question. */
const ASKS = /^(who|what)(?: (?:i|we|they|he|she|it|you))? ([a-z]{3,})(?: (.*))?$/i
const stem = (verb: string): string => verb.toLowerCase().replace(/(?:ing|ed|es|s|e)$/, '')

/** "Meg chose it", "grows dahlias": the answer stands beside the verb of the label. */
export function fillAnswers(reading: Reading, fields: Field[], take: Take): void {
  if (reading.language !== 'en') return
  for (const field of fields) {
    const [, asks, verb] = ASKS.exec(field.label) ?? []
    if (!asks || !verb || !NAMES.has(field.kind)) continue
    const about = asks.toLowerCase() === 'who' && field.kind === 'person'
    const form = about
      ? new RegExp(
          `(?:^|[,;.] ?|\\band )(\\p{Lu}[\\p{L}'-]{0,20}(?: \\p{Lu}[\\p{L}'-]{1,20})?) ${verb}\\b(?: (?:it|this|that|them|lead))?`,
          'u',
        )
      : new RegExp(
          `(?:^|[,;.] ?|\\band )(?:(?:i|we|they|he|she|it) )?(?:${stem(verb)}\\w{0,3}) ((?!it\\b|this\\b|that\\b)[^,;.]{2,60})`,
          'iu',
        )
    const found = form.exec(reading.text)
    if (!found || reading.values.some((value) => value.start < found.index + found[0].length && value.end > found.index)) continue
    take(field, found[1]!.trim(), [found.index, found.index + found[0].length])
  }
}
