/**
 * What seals a home at rest. Each home has a key of its own, random, in `vault.json` beside its database, wrapped (AES-256-GCM) by one
 * that is made of the master key by scrypt (N = 2^15, r = 8, p = 3). With it SQLite encrypts every page of the database and its log
 * (AES-256), and what lies beside it is sealed file by file. Covers: a disk, a backup or a folder in somebody else's hands; a key file
 * moved from one home to another. Does not cover: who can read this process's memory or what it was started with, what a disk keeps
 * of files from before they were sealed, pages put back from an older copy. Without the master key nothing of it can be read, by us
 * neither.
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import { drained } from '../base/steps.ts'
import { DATABASE_FILE } from './sqlite.ts'

/** `salt` is that of the scrypt that made `key`. */
export type Master = { key: Buffer; salt: Buffer }

export interface Vault {
  /** For SQLite: 64 hexadecimal digits. */
  readonly key: string
  seal(bytes: Uint8Array): Buffer
  /** null: it was not sealed with this key, or is not as it was sealed. */
  unseal(bytes: Uint8Array): Buffer | null
  /** The same in steps. */
  unsealing(bytes: Uint8Array): Generator<void, Buffer | null>
}

export const VAULT_FILE = 'vault.json'
const FORMAT = 'open-macaron/vault-1'
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 26 }
/** Of a master key: characters. */
const SHORTEST = 12
const NONCE = 12
const TAG = 16
/** Bytes that are opened in one step. */
const PIECE = 2 ** 20

const Base64 = z.base64()
const VaultFile = z.strictObject({ format: z.literal(FORMAT), salt: Base64, wrapped: Base64 })
type VaultFile = z.infer<typeof VaultFile>

const locked = (file: string) =>
  fail('vault-locked', `${file} says that this home is sealed. Start with its master key in MACARON_KEY.`, { file })
const wrong = (file: string) =>
  fail('vault-wrong', `The key in MACARON_KEY is not the one that this home was sealed with (${file}).`, { file })

const damaged = (file: string) =>
  fail('vault-damaged', `${file} is damaged, and without it nothing of this home can be read. Put it back from a backup.`, { file })
const missing = (home: string, file: string) =>
  fail('vault-missing', `The database in ${home} cannot be read: it is sealed and ${file} is missing, or it is damaged.`, { home, file })

/** Whether there is a database that is none in the clear. */
function isUnreadable(database: string): boolean {
  if (!existsSync(database)) return false
  const start = Buffer.alloc(CLEAR.length)
  const handle = openSync(database, 'r')
  try {
    return readSync(handle, start) > 0 && !start.equals(CLEAR)
  } finally {
    closeSync(handle)
  }
}
/** What every SQLite file in the clear begins with. */
const CLEAR = Buffer.from('SQLite format 3\0')

/** null: there is none. Fails with 'vault-damaged' where it cannot be read. */
function fileIn(home: string): Result<VaultFile | null> {
  const file = join(home, VAULT_FILE)
  if (!existsSync(file)) return ok(null)
  try {
    return ok(VaultFile.parse(JSON.parse(readFileSync(file, 'utf8'))))
  } catch {
    return damaged(file)
  }
}

/** What a master key opens in a house and all its homes; null without one. Fails with 'vault-short', 'vault-damaged'. */
export function masterOf(home: string, given: string | undefined): Result<Master | null> {
  if (!given) return ok(null)
  if (given.length < SHORTEST) return fail('vault-short', `A master key has at least ${SHORTEST} characters.`, { least: SHORTEST })
  const found = fileIn(home)
  if (!found.ok) return found
  const salt = found.value ? Buffer.from(found.value.salt, 'base64') : randomBytes(16)
  return ok({ salt, key: scryptSync(given.normalize('NFKC'), salt, 32, COST) })
}

/**
 * The vault of a home, made where it has none yet; null without a master key. `of` is bound into the wrapping: whose home it is.
 * Fails with 'vault-locked' where the home is sealed and there is no key, 'vault-wrong', 'vault-damaged', 'vault-missing', 'disk-error'.
 */
export function vaultOf(home: string, of: string, master: Master | null): Result<Vault | null> {
  const file = join(home, VAULT_FILE)
  const found = fileIn(home)
  if (!found.ok) return found
  if (!found.value && isUnreadable(join(home, DATABASE_FILE))) return missing(home, file)
  if (!master) return found.value ? locked(file) : ok(null)
  if (found.value) {
    const key = unsealed(master.key, Buffer.from(found.value.wrapped, 'base64'), of)
    return key ? ok(vaultOver(key)) : wrong(file)
  }
  const key = randomBytes(32)
  const kept: VaultFile = { format: FORMAT, salt: master.salt.toString('base64'), wrapped: sealed(master.key, key, of).toString('base64') }
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    writeFileSync(`${file}.new`, `${JSON.stringify(kept)}\n`, { mode: 0o600, flush: true })
    renameSync(`${file}.new`, file)
    return ok(vaultOver(key))
  } catch (error) {
    return fail('disk-error', (error as Error).message)
  }
}

/** The vault of a home that is sealed already; null where it is not, whatever key is at hand. Fails as `vaultOf` does. */
export function vaultIn(home: string, of: string, given: string | undefined): Result<Vault | null> {
  if (!existsSync(join(home, VAULT_FILE))) return ok(null)
  const master = masterOf(home, given)
  return master.ok ? vaultOf(home, of, master.value) : master
}

const vaultOver = (key: Buffer): Vault => ({
  key: key.toString('hex'),
  seal: (bytes) => sealed(key, bytes),
  unseal: (bytes) => unsealed(key, bytes),
  unsealing: (bytes) => unsealing(key, bytes),
})

/** Nonce, tag, and the bytes under AES-256-GCM. */
function sealed(key: Buffer, bytes: Uint8Array, of = ''): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(of))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

const unsealed = (key: Buffer, bytes: Uint8Array, of = ''): Buffer | null => drained(unsealing(key, bytes, of))

function* unsealing(key: Buffer, bytes: Uint8Array, of = ''): Generator<void, Buffer | null> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (all.length < NONCE + TAG) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, all.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAAD(Buffer.from(of)).setAuthTag(all.subarray(NONCE, NONCE + TAG))
    const out = Buffer.allocUnsafe(all.length - NONCE - TAG)
    for (let at = 0; at < out.length; at += PIECE) {
      decipher.update(all.subarray(NONCE + TAG + at, NONCE + TAG + at + PIECE)).copy(out, at)
      yield
    }
    // Says whether all of it is as it was.
    decipher.final()
    return out
  } catch {
    return null
  }
}
