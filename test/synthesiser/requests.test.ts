import { describe, expect, test } from 'vitest'
import { ask, lacks } from './ask.ts'
import { BESIDE_APPS, CHINESE, ENGLISH, JAPANESE, KOREAN } from './requests.ts'

describe.each([
  ['en', ENGLISH],
  ['zh', CHINESE],
  ['ja', JAPANESE],
  ['ko', KOREAN],
] as const)('%s', (language, lines) => {
  test.each(lines)('%s', (say, want) => {
    const proposal = ask(say)
    expect(proposal.spec.language).toBe(language)
    expect(lacks(proposal, want)).toEqual([])
    expect(proposal.chips).toHaveLength(3)
    expect(proposal.understood.length).toBeGreaterThan(0)
  })
})

test.each(BESIDE_APPS)('says plainly what it cannot do: %s', (say) => {
  expect(lacks(ask(say), { missing: true })).toEqual([])
})

test('a request may lean on the one before', () => {
  const { spec } = ask('and one for tea too', ['track what I spend on coffee, at most 50 dollars a month'])
  expect(spec.name.toLowerCase()).toContain('tea')
  expect(spec.behaviours.some((one) => one.kind === 'limit' && one.most === 50)).toBe(true)
})

test('bounds that contradict each other are told', () => {
  expect(ask('at most 5 cups of coffee a day and at least 10 cups of coffee a day').assumed.length).toBeGreaterThan(0)
})
