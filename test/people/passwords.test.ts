import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptable, COST, openPasswords } from '../../src/people/passwords.ts'

const cheap = openPasswords({ N: 2 ** 8, r: 8, p: 1 })

describe('a password', () => {
  it('is kept as no less than what is asked of scrypt today, and says how it was made', async () => {
    expect(COST.N * COST.r * COST.p).toBeGreaterThanOrEqual(2 ** 15 * 8 * 3)
    const real = openPasswords()
    const kept = await real.hash('correct horse battery')
    expect(kept).toMatch(/^scrypt\$32768\$8\$3\$[\w+/=]{24}\$[\w+/=]{44}$/)
    expect(kept).not.toContain('horse')
    // One that was made when less was asked still fits.
    const older = await cheap.hash('correct horse battery')
    const from = performance.now()
    expect(await real.fits('correct horse battery', kept)).toBe(true)
    const there = performance.now() - from
    expect(await real.fits('correct horse battery', older)).toBe(true)
    // It takes as long where there is nobody.
    const again = performance.now()
    expect(await real.fits('correct horse battery', null)).toBe(false)
    expect(performance.now() - again).toBeGreaterThan(there / 3)
  })

  it('fits itself however it was typed, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        async (one, other) => {
          const kept = await cheap.hash(one)
          expect(await cheap.fits(one.normalize('NFD').normalize('NFC'), kept)).toBe(true)
          expect(await cheap.fits(other, kept)).toBe(one.normalize('NFKC') === other.normalize('NFKC'))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('never fits where there is none, or where what is kept cannot be read', async () => {
    for (const kept of [null, '', 'scrypt', 'plain$text', 'scrypt$2$8$1$AA==$'])
      expect([kept, await cheap.fits('', kept)]).toEqual([kept, false])
  })

  it.each(['', 'short', 'aaaaaaaaaaaaaa', 'abababababab', 'x'.repeat(201)])('%j is too weak', (password) => {
    expect(acceptable(password)).toMatchObject({ ok: false, error: { code: 'password-weak' } })
  })
  it.each(['correct horse', '我家的猫叫小白今年三岁', 'ひみつのことばです2026'])('%j will do', (password) => {
    expect(acceptable(password).ok).toBe(true)
  })
})
