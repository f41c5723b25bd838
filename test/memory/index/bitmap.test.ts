import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Bitmap } from '../../../src/memory/index/vector/bitmap.ts'

it('is a set of ids', () => {
  const id = fc.oneof(fc.nat(200), fc.constantFrom(65_535, 65_536, 2 ** 31, 2 ** 32 - 1))
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), id)), (steps) => {
      const bitmap = new Bitmap()
      const set = new Set<number>()
      for (const [add, one] of steps) {
        if (add) {
          bitmap.add(one)
          set.add(one)
        } else {
          bitmap.delete(one)
          set.delete(one)
        }
      }
      expect([...bitmap]).toEqual([...set].sort((a, b) => a - b))
      expect(bitmap.count).toBe(set.size)
      for (const [, one] of steps) expect(bitmap.has(one)).toBe(set.has(one))
    }),
  )
})
