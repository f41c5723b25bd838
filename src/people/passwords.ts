/**
 * Passwords, kept as scrypt (RFC 7914) makes them: N = 2^15, r = 8, p = 3, which is 32 MiB a guess and one of the settings of
 * equal strength that OWASP gives (Password Storage Cheat Sheet, 2025). Each hash says its own parameters, so that they can be
 * raised. Covers: a stolen file of hashes, comparison by time, a flood of guesses using up the memory (one at a time).
 * Does not cover: how often somebody may guess (people.ts), a password that was used elsewhere.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { fail, ok, type Result } from '../base/result.ts'

export type Cost = { N: number; r: number; p: number }
export const COST: Cost = { N: 2 ** 15, r: 8, p: 3 }

const SALT = 16
const KEY = 32
export const SHORTEST = 10
export const LONGEST = 200
/** Of the letters of a password so many must differ: “aaaaaaaaaa” is none. */
const DIFFERENT = 5

/** Alike however a keyboard puts letters together (NIST SP 800-63B, 5.1.1.2). */
const normal = (password: string) => password.normalize('NFKC')

/** 'password-weak' with what is asked of one. */
export function acceptable(password: string): Result<void> {
  const letters = [...normal(password)]
  if (letters.length >= SHORTEST && letters.length <= LONGEST && new Set(letters).size >= DIFFERENT) return ok(undefined)
  return fail('password-weak', `A password has ${SHORTEST} to ${LONGEST} characters, and not the same few over and over.`, {
    least: SHORTEST,
    most: LONGEST,
  })
}

export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes as long where there is nothing to compare with, so that nobody learns who has one. */
  fits(password: string, kept: string | null): Promise<boolean>
}

export function openPasswords(cost: Cost = COST): Passwords {
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other. */
  const derive = (password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> => {
    const next = last.then(
      () =>
        new Promise<Buffer>((resolve, reject) =>
          scrypt(normal(password), salt, KEY, { N, r, p, maxmem: 256 * N * r }, (error, key) => (error ? reject(error) : resolve(key))),
        ),
    )
    last = next.catch(() => undefined)
    return next
  }
  return {
    async hash(password) {
      const salt = randomBytes(SALT)
      const key = await derive(password, salt, cost)
      return `scrypt$${cost.N}$${cost.r}$${cost.p}$${salt.toString('base64')}$${key.toString('base64')}`
    },
    async fits(password, kept) {
      const [, N, r, p, salt, key] = kept?.split('$') ?? []
      const found = key && salt ? { N: Number(N), r: Number(r), p: Number(p) } : null
      const derived = await derive(password, Buffer.from(salt ?? '', 'base64'), found ?? cost)
      return timingSafeEqual(derived, found ? Buffer.from(key!, 'base64') : randomBytes(KEY)) && found !== null
    },
  }
}
