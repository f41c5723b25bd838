/**
 * A secret in a file of its own, readable by its owner alone: the start-up token, the key of a provider. Where the home is sealed, so
 * is the file. One that lies there in the clear, from before or because somebody put it there, is sealed when it is first read, and
 * what stood there is overwritten. Covers: a stop at any moment (one whole or the other). Does not cover: what a disk keeps besides.
 */
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, ok, type Result } from '../base/result.ts'
import type { Vault } from './vault.ts'
import { synced, wipe } from './wipe.ts'

/** Before what is sealed; what follows is base64. */
const SEALED = 'open-macaron/sealed-1 '

/** null: there is none. Fails with 'secret-locked' where it was sealed with another key than that of this home, or with none at hand. */
export function readSecret(file: string, vault: Vault | null): Result<string | null> {
  let text: string
  try {
    text = readFileSync(file, 'utf8').trim()
  } catch {
    return ok(null)
  }
  if (text.startsWith(SEALED)) {
    clearUp(file)
    const found = vault?.unseal(Buffer.from(text.slice(SEALED.length), 'base64'))
    return found ? ok(found.toString('utf8')) : locked(file)
  }
  if (vault && text) {
    const sealed = keepSecret(file, text, vault)
    if (!sealed.ok) return sealed
  }
  return ok(text)
}

const locked = (file: string) =>
  fail('secret-locked', `${file} was sealed with another key than that of this home, so it cannot be read. Set it anew.`, { file })

/** Fails with 'disk-error'; what was there stays then. */
export function keepSecret(file: string, text: string, vault: Vault | null): Result<void> {
  const written = `${file}.new`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    // Written beside and then moved, so that it is never readable by others, not even for a moment.
    rmSync(written, { force: true })
    writeFileSync(written, `${vault ? `${SEALED}${vault.seal(Buffer.from(text)).toString('base64')}` : text}\n`, {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    })
    clearUp(file)
    // The old one by another name, so that it can be overwritten when the new one has its place.
    if (vault && existsSync(file)) linkSync(file, clearOf(file))
    renameSync(written, file)
    synced(dirname(file))
    clearUp(file)
    return ok(undefined)
  } catch (error) {
    return fail('disk-error', (error as Error).message)
  }
}

const clearOf = (file: string) => `${file}.clear`

function clearUp(file: string): void {
  if (existsSync(clearOf(file))) wipe(clearOf(file))
}
