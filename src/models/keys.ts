/**
 * The keys of providers. They are here and nowhere else: the gateway asks for one when it sends, and nothing that is
 * kept, logged, shown or handed to a child process is made of them.
 * Covers: the environment of children (a key is taken out of ours when it is read), files that others can read (they
 * are refused; in a home that is sealed they are sealed, store/secret.ts), a key in what a provider says (redacted in problem.ts), a key in a dump of this object (its fields are
 * private). Does not cover: a process of the same user that reads our memory or what we were started with.
 */
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '../base/result.ts'
import { keepSecret, readSecret } from '../store/secret.ts'
import type { Vault } from '../store/vault.ts'

export interface Keys {
  /** The environment counts before the file. null: there is none. Fails with 'key-file-open', 'key-invalid' or as `readSecret` does. */
  keyOf(provider: string, variable: string | undefined): Result<string | null>
}

const FOLDER = 'keys'
/** What a header can carry. */
const KEY = /^[\x21-\x7e]{1,500}$/
const PROVIDER = /^[a-z0-9][a-z0-9-]{0,39}$/

const fileOf = (home: string, provider: string) => join(home, FOLDER, provider)

/** Takes the named variables out of `env`, so that no child gets them. */
export function takeKeys(home: string, env: NodeJS.ProcessEnv, variables: readonly string[], vault: Vault | null = null): Keys {
  const taken = new Map<string, string>()
  for (const name of variables) {
    const value = env[name]?.trim()
    if (value) taken.set(name, value)
    delete env[name]
  }
  return {
    keyOf(provider, variable) {
      const given = variable === undefined ? undefined : taken.get(variable)
      if (given === undefined) return keyInFile(fileOf(home, provider), vault)
      return KEY.test(given) ? ok(given) : fail('key-invalid', `${variable} does not hold a key: a key is one word.`, { name: variable! })
    },
  }
}

function keyInFile(file: string, vault: Vault | null): Result<string | null> {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat?.isFile()) return ok(null)
  if (process.platform !== 'win32' && stat.mode & 0o077)
    return fail('key-file-open', `Others can read ${file}. Make it yours alone (chmod 600), or set the key anew.`, { file })
  const key = readSecret(file, vault)
  if (!key.ok || key.value === null || KEY.test(key.value)) return key
  return fail('key-invalid', `${file} does not hold a key: a key is one word.`, { name: file })
}

/** Keeps a key in a file that only its owner can read; an empty one takes it away. */
export function keepKey(home: string, provider: string, text: string, vault: Vault | null = null): Result<{ file: string; kept: boolean }> {
  const key = text.trim()
  const file = fileOf(home, provider)
  if (!PROVIDER.test(provider)) return fail('provider-unknown', `There is no provider ${provider}.`, { provider })
  if (key && !KEY.test(key)) return fail('key-invalid', 'That is not a key: a key is one word.', { name: 'stdin' })
  try {
    if (!key) {
      rmSync(file, { force: true })
      return ok({ file, kept: false })
    }
    const kept = keepSecret(file, key, vault)
    return kept.ok ? ok({ file, kept: true }) : kept
  } catch (error) {
    return fail('disk-error', (error as Error).message)
  }
}

/** All of them, where everything is forgotten. */
export const forgetKeys = (home: string): void => rmSync(join(home, FOLDER), { recursive: true, force: true })
