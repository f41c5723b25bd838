import { expect, test } from 'vitest'
import { once } from '../../src/base/once.ts'

test('what depends on the same things is made once, and anew where one of them differs', () => {
  let made = 0
  const length = once(
    ({ text }: { text: string }, more: { by: number }) => ({ n: text.length + more.by, of: ++made }),
    (more) => [more],
  )
  const [word, one, other] = [{ text: 'word' }, { by: 1 }, { by: 1 }]
  expect(length(word, one)).toBe(length(word, one))
  expect(length(word, other)).not.toBe(length(word, one))
  expect(length({ ...word }, one)).toEqual({ n: 5, of: 3 })
  expect(made).toBe(3)
})
