/**
 * How well questions are answered that people asked beside a list with entries in it (corpus.ts), with the app open
 * and nothing gone wrong before: npx tsx scripts/ask/judge.ts [LANGUAGE ...] [R/M] [rules] [shown]
 *
 * `R/M` takes each M-th app from the R-th; `rules` leaves out what is learned; `shown` prints what is answered wrongly.
 */
import { answer } from '../../src/apps/answer.ts'
import type { AppData } from '../../src/apps/types.ts'
import { read } from '../../src/base/language/read.ts'
import { fold } from '../../src/base/resolve.ts'
import { ok } from '../../src/base/result.ts'
import { askedOf } from '../../src/dialogue/ask/learned/asked.ts'
import { questionOf } from '../../src/dialogue/ask/read.ts'
import { answered } from '../../src/dialogue/reply.ts'
import { LANGUAGES, type Language } from '../../src/spec.ts'
import { type Beside, contextOf } from '../act/beside.ts'
import { NOW } from '../mend/corpus.ts'
import { askedOf as corpusOf, type Kind, kindOf } from './corpus.ts'

const args = process.argv.slice(2)
const [rest, every] = (args.find((arg) => /^\d+\/\d+$/.test(arg)) ?? '0/1').split('/').map(Number) as [number, number]
const languages = LANGUAGES.filter((one) => args.includes(one))

type Told = { value: number | null; text: string; names: string[]; how: string }
async function told(beside: Beside, say: string): Promise<Told> {
  const context = contextOf(beside, [], true)
  const { language, locale, kept } = beside.app
  const reading = read(say, { now: NOW, language, currency: context.currency, hints: { locale } })
  const spec = { ...beside.spec, currency: context.currency }
  const question = questionOf(reading, spec, { ...context, known: { items: kept } })
  if (!question.ok) return { value: null, text: '', names: [], how: question.error.code }
  const data = { spec: async () => spec, records: async () => ok(kept) } as unknown as AppData
  const ctx = { ...context, known: { items: kept } }
  const query = args.includes('rules') ? question.value.query : askedOf(reading, spec, ctx, question.value.query)
  const found = await answer(query, data, NOW, locale)
  if (!found.ok) return { value: null, text: '', names: [], how: found.error.code }
  const { rows, records = [] } = found.value
  const names = rows.length ? rows.map(({ label }) => label) : records.map(({ title }) => title)
  const text = answered(language, { spec, answer: found.value, question: say }, { locale, now: NOW })
  return { value: found.value.value, text, names, how: JSON.stringify(query) }
}

const YES = /^(?:yes|yeah|是|有|会|對|对|はい|ええ|네|예|응)/i
const NO = /^(?:no\b|nothing|not|没|沒|不|还没|無|无|いいえ|いえ|まだ|아니|없)/i
const NONE = /\b(?:none|nothing|no entries|not yet)\b|没有|沒有|还没|ありません|ない|없/i

function isRight(right: string, { value, text, names }: Told, language: Language): boolean {
  const numbers = (said: string) => (said.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((one) => Number(one.replaceAll(',', '')))
  switch (kindOf(right)) {
    case 'yes or no':
      return (/^yes$/i.test(right) ? YES : NO).test(text.trim())
    case 'none':
      return value === 0 || (NONE.test(text) && names.length === 0)
    case 'figure': {
      const [figure = Number.NaN] = numbers(right)
      const hours = /\bh\b|hours?|小时|小時|時間|시간/.test(right)
      return numbers(text).includes(figure) || (value !== null && (Math.abs(value - figure) < 0.06 || (hours && value === figure * 60)))
    }
    case 'day or time': {
      const [hour, minute] = right.split(':').map(Number) as [number, number]
      if (/^\d{1,2}:/.test(right))
        return text.includes(right) || new RegExp(`\\b${((hour + 11) % 12) + 1}:${String(minute).padStart(2, '0')}`).test(text)
      return right.split(', ').every((day) => {
        if (day === NOW.date && /\btoday\b|今天|今日|오늘/i.test(text)) return true
        const [, month, date] = day.split(/[- ]/).map(Number) as [number, number, number]
        return language === 'en' ? new RegExp(`\\b${date}\\b`).test(text) : new RegExp(`${month}\\D+${date}(?!\\d)`).test(text)
      })
    }
    case 'names': {
      const said = fold(text)
      const wanted = right.split(/,\s*/).map((one) => fold(one))
      return wanted.every((one) => said.includes(one)) && names.length <= wanted.length
    }
  }
}

const rows: { language: Language; kind: Kind; right: boolean }[] = []
for (const language of languages.length ? languages : LANGUAGES)
  for (const [at, { beside, questions }] of corpusOf(language).entries()) {
    if (at % every !== rest) continue
    for (const { text, expected } of questions) {
      const found = await told(beside, text)
      const right = isRight(expected, found, language)
      rows.push({ language, kind: kindOf(expected), right })
      if (!right && args.includes('shown')) {
        const kept = beside.app.kept.map(({ values }) => beside.app.fields.map(({ id }) => values[id] ?? '-').join(', ')).join(' / ')
        console.log(`\n${text} => ${expected}\n   said: ${found.text.replaceAll('\n', ' ')}\n   ${found.how}`)
        if (args.includes('kept'))
          console.log(`   ${beside.app.fields.map(({ label, kind }) => `${label}:${kind}`).join(', ')} ||| ${kept}`)
      }
    }
  }
const share = (of: typeof rows) => `${of.filter(({ right }) => right).length} of ${of.length}`
for (const language of new Set(rows.map((one) => one.language)))
  console.log(language, share(rows.filter((one) => one.language === language)))
for (const kind of new Set(rows.map((one) => one.kind))) console.log(kind, share(rows.filter((one) => one.kind === kind)))
console.log('all', share(rows))
