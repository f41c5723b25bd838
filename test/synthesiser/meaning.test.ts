import { describe, expect, test } from 'vitest'
import { ask, lacks } from './ask.ts'
import { ACTS, MEANING, OWN } from './meaning.ts'

describe.each(Object.entries(MEANING))('%s', (_, lines) => {
  test.each(lines)('%s', (say, want) => {
    expect(lacks(ask(say), want)).toEqual([])
  })
})

test.each(ACTS)('cannot, and gives what is nearest: %s', (say) => {
  const { spec, missing } = ask(say)
  expect(missing.length).toBeGreaterThan(0)
  expect(spec.collections[0]?.fields.length).toBeGreaterThanOrEqual(3)
})

test.each(OWN)('can, and says nothing is missing: %s', (say) => {
  expect(ask(say).missing).toEqual([])
})

test('a limit brings no streak', () => {
  const { spec } = ask('at most 2 beers a day')
  expect(spec.behaviours.map((one) => one.kind)).toContain('limit')
  expect(spec.behaviours.map((one) => one.kind)).not.toContain('streak')
})

test('headcounts are no limits', () => {
  const { spec } = ask('Plan a 4 day trip to Lisbon with two friends, budget 900 euros')
  expect(spec.behaviours.filter((one) => one.kind === 'limit')).toHaveLength(1)
})
