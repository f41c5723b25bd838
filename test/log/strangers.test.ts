/** What strangers tell their apps (strangers/): the share of messages that leave the records they should, by language and half. */
import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/spec.ts'
import { wrongAfter } from './strangers/check.ts'
import { en } from './strangers/en.ts'
import { ja } from './strangers/ja.ts'
import { ko } from './strangers/ko.ts'
import type { Halves, Stranger } from './strangers/types.ts'
import { zh } from './strangers/zh.ts'

/** [first half, later half]: what was right when this was written; docs/benchmarks.md has how it came about. */
const RIGHT: Record<Language, [number, number]> = { en: [23, 21], zh: [23, 22], ja: [21, 22], ko: [20, 26] }
const SAID: Record<Language, Halves> = { en, zh, ja, ko }

async function wrongIn(strangers: Stranger[], language: Language): Promise<[right: number, wrong: string[]]> {
  const wrong: string[] = []
  let right = 0
  for (const stranger of strangers)
    for (const one of stranger.told) {
      const lacks = await wrongAfter(stranger, one, language)
      if (lacks.length) wrong.push(`${[one[0]].flat().join(' | ')}: ${lacks.join('; ')}`)
      else right++
    }
  return [right, wrong]
}

describe.each(Object.keys(SAID) as Language[])('%s', (language) => {
  it.each(['first', 'later'] as const)('%s half', async (half) => {
    const [right, wrong] = await wrongIn(SAID[language][half], language)
    expect(right, wrong.join('\n')).toBeGreaterThanOrEqual(RIGHT[language][half === 'first' ? 0 : 1])
  })
})
