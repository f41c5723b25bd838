/** What holds some words as they stand is found through the index: the same as by looking at every text. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sentence } from '../../bench/memory/sentences.ts'
import { seeded } from '../../src/base/rng.ts'
import { drained, each, paced } from '../../src/base/steps.ts'
import { holdsWords } from '../../src/memory/holds.ts'
import { certainTerms, termsOf } from '../../src/memory/index/lexical/terms.ts'
import { openRecall } from '../../src/memory/recall/recall.ts'
import { recallWeights } from '../../src/memory/recall/weights.ts'
import { LANGUAGES } from '../../src/spec.ts'
import { CORPUS } from '../hostile/corpus.ts'

const rng = seeded(21)
const TEXTS = [
  ...LANGUAGES.flatMap((language) => Array.from({ length: 40 }, () => sentence(language, rng))),
  ...Object.values(CORPUS).flatMap((lines) => lines.slice(0, 20)),
  ...[
    "My mother-in-law's bike, 3.5 km away (A-12)",
    'ｶﾒﾗ とカ',
    '食べました。東京駅で',
    '이라고 자전거를 탔어',
    "o'brien@example.com can't",
    'naïve ﬁn',
  ],
]
/** A piece of a text, of any length, from anywhere in it. */
const piece = fc
  .tuple(fc.constantFrom(...TEXTS), fc.nat(60), fc.integer({ min: 1, max: 24 }))
  .map(([text, at, length]) => text.slice(at % text.length, (at % text.length) + length))

it('what holds words has every term that is certain of them', () => {
  fc.assert(
    fc.property(piece, fc.constantFrom(...TEXTS), (words, other) => {
      const certain = certainTerms(words)
      for (const text of [other, ...TEXTS.filter((one) => holdsWords(one, words))]) {
        if (!holdsWords(text, words)) continue
        const terms = new Set(termsOf(text))
        expect([text, words, certain.filter((term) => !terms.has(term))]).toEqual([text, words, []])
      }
    }),
    { numRuns: 500 },
  )
})

it('so nothing that holds them is missed, and little else is looked at', () => {
  const recall = openRecall(recallWeights(), null)
  for (const [i, text] of TEXTS.entries()) recall.addTurn({ id: `t${i}`, text, conversation: null, at: null, speaker: null })
  recall.remove('t3')
  fc.assert(
    fc.property(piece, (words) => {
      const may = recall.mayHold(words)
      const holding = TEXTS.flatMap((text, i) => (i !== 3 && holdsWords(text, words) ? [`t${i}`] : []))
      if (may) expect(may).toEqual(expect.arrayContaining(holding))
    }),
    { numRuns: 300 },
  )
  expect(recall.mayHold('mother-in-law')).toHaveLength(1)
  // Too little to tell.
  expect([recall.mayHold('は'), recall.mayHold('the'), recall.mayHold('나')]).toEqual([null, null, null])
})

it('others go on between the steps of a long work, and it ends as it would at once', async () => {
  const work = function* () {
    let sum = 0
    yield* each(
      Array.from({ length: 40 }, (_, i) => i),
      (i) => {
        sum += i
        for (const until = performance.now() + 2; performance.now() < until; );
      },
      1,
    )
    return sum
  }
  let turns = 0
  const other = setInterval(() => turns++, 0)
  expect(await paced(work())).toBe(drained(work()))
  clearInterval(other)
  expect(turns).toBeGreaterThan(0)
})
