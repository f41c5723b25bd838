import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wishes } from '../../scripts/wish/corpus.ts'
import { lossesOf, truthOf } from '../../scripts/wish/losses.ts'
import { read } from '../../src/base/language/read.ts'
import { packageRoot } from '../../src/root.ts'
import { LANGUAGES } from '../../src/spec.ts'
import { synthesise } from '../../src/studio/synthesise.ts'
import { now } from './ask.ts'

/** Of the wishes, as the marks by hand have it. */
const EVERY = 17
const CURRENCY = { en: 'USD', zh: 'CNY', ja: 'JPY', ko: 'KRW' } as const

test.each(LANGUAGES)('what is surely marked in a wish is in its app: %s', (language) => {
  const own = wishes(join(packageRoot(), 'scripts', 'wish', 'corpus'), language).filter((_, i) => i % EVERY === 3)
  const lost = own.flatMap((wish) => {
    const currency = CURRENCY[language]
    const reading = read(wish.text, { now, language, currency })
    const { spec } = synthesise(reading, { now, locale: language, currency, before: [], mark: truthOf(wish) })
    const losses = lossesOf(wish, spec).filter(({ what }) => what !== 'kind')
    return losses.length ? [`${wish.text}: ${losses.map(({ what, said }) => `${what} ${said}`).join('; ')}`] : []
  })
  expect(lost.length, lost.join('\n')).toBeLessThanOrEqual(own.length * 0.08)
})
