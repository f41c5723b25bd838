/**
 * What becomes of the wishes that were marked by hand, end to end:
 * npx tsx scripts/wish/whole.ts [language] [blind | truth] [every N] [shown]
 *
 * `blind`: 200 wishes that nobody has read and nothing is learned from; they are not to be shown. `truth`: the marks are those by hand, so that what is lost is lost after them. `shown`: those that are not whole, and why.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { read } from '../../src/base/language/read.ts'
import { LANGUAGES } from '../../src/spec.ts'
import { synthesise } from '../../src/studio/synthesise.ts'
import { wishes } from './corpus.ts'
import { lossesOf, truthOf } from './losses.ts'

const here = dirname(fileURLToPath(import.meta.url))
const NOW = { date: '2026-11-27', time: '10:00', weekStart: 1 } as const
const CURRENCY = { en: 'USD', zh: 'CNY', ja: 'JPY', ko: 'KRW' } as const
const LOCALE = { en: 'en-US', zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR' } as const

const args = process.argv.slice(2)
const isBlind = args.includes('blind')
const every = args.includes('every') ? Number(args[args.indexOf('every') + 1]) : 1
const chosen = LANGUAGES.filter((one) => !args.some((arg) => (LANGUAGES as readonly string[]).includes(arg)) || args.includes(one))
const KINDS = ['field', 'kind', 'options', 'thing', 'spare'] as const
for (const language of chosen) {
  const rows = wishes(join(here, isBlind ? 'blind' : 'corpus'), language).filter((_, i) => i % every === every - 1)
  const lost = Object.fromEntries(KINDS.map((kind) => [kind, 0]))
  let whole = 0
  for (const wish of rows) {
    const currency = CURRENCY[language]
    const reading = read(wish.text, { now: NOW, language, currency })
    const mark = args.includes('truth') ? { mark: truthOf(wish) } : {}
    const { spec } = synthesise(reading, { now: NOW, locale: LOCALE[language], currency, before: [], ...mark })
    const losses = lossesOf(wish, spec)
    if (!losses.length) whole++
    for (const kind of new Set(losses.map(({ what }) => what))) lost[kind]!++
    if (losses.length && args.includes('shown') && !isBlind)
      console.log(
        `${wish.text}\n  “${spec.name}” ${losses.map(({ what, said }) => `${what} ${said}`).join('; ')}\n  ${spec.collections.map((one) => `${one.concept}[${one.fields.map((field) => `${field.label}:${field.kind}`).join(', ')}]`).join(' ')}`,
      )
  }
  console.log(
    `${language}: ${whole} of ${rows.length} whole (${((100 * whole) / rows.length).toFixed(0)} %); wishes that lose ${KINDS.map((kind) => `${kind} ${lost[kind]}`).join(', ')}`,
  )
}
