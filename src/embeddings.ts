/**
 * Which embedder a person chose, kept in the settings, and how it is opened and installed. What may be sent to one that
 * is not on this machine is what its host is permitted (permissions.ts); a key is never kept, only the name of the
 * environment variable that holds it.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { fail, ok, type Result } from './base/result.ts'
import type { PersonId } from './events.ts'
import { openHttpEmbedder } from './memory/embed/http.ts'
import { E5_SMALL, type EncoderModel, installModel, openTransformersEmbedder } from './memory/embed/transformers.ts'
import type { ChosenEmbedder, MemoryEngine } from './memory/memory.ts'
import { audienceFor } from './memory/privacy.ts'
import { ALLOWABLE, permissionsOf } from './permissions.ts'
import type { Store } from './store/types.ts'

const SETTING = 'embedder'
const LIBRARY = { name: '@huggingface/transformers', version: '3.8.0' }

const Text = z.string().trim().min(1).max(500)
export const EmbedderSetting = z.discriminatedUnion('use', [
  z.strictObject({ use: z.literal('builtin') }),
  z.strictObject({ use: z.literal('e5-small') }),
  z.strictObject({
    use: z.literal('http'),
    url: Text,
    model: Text,
    /** Name of the environment variable of the server that holds the key. */
    keyFrom: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/)
      .optional(),
    /** What the model wants before questions and texts, such as "query: ". */
    prefixes: z.strictObject({ query: z.string().max(200), passage: z.string().max(200) }).optional(),
  }),
])
export type EmbedderSetting = z.infer<typeof EmbedderSetting>

type Kept = { store: Pick<Store, 'settings'>; person: PersonId; home: string }

/** The built-in one where nothing was chosen, or nothing that can be read. */
export async function embedderSetting({ store, person }: Kept): Promise<EmbedderSetting> {
  try {
    const kept = EmbedderSetting.safeParse(JSON.parse((await store.settings.get(person, SETTING)) ?? ''))
    return kept.success ? kept.data : { use: 'builtin' }
  } catch {
    return { use: 'builtin' }
  }
}

export const keepEmbedderSetting = ({ store, person }: Kept, setting: EmbedderSetting): Promise<Result<void>> =>
  store.settings.set(person, SETTING, setting.use === 'builtin' ? null : JSON.stringify(setting))

/** Null for the built-in one. Fails as `openTransformersEmbedder` and `openHttpEmbedder` do. */
export async function openEmbedder(kept: Kept & { store: Store }, setting: EmbedderSetting): Promise<Result<ChosenEmbedder | null>> {
  if (setting.use === 'builtin') return ok(null)
  if (setting.use === 'e5-small') {
    const opened = await openTransformersEmbedder(folderOf(kept.home), E5_SMALL, () => importLibrary(kept.home))
    return opened.ok ? ok({ embedder: opened.value, classes: new Set(ALLOWABLE) }) : opened
  }
  const { url, model, keyFrom, prefixes } = setting
  const key = keyFrom && process.env[keyFrom]
  if (keyFrom && !key)
    return fail('embedder-keyless', `The environment variable ${keyFrom} with the key of the embedding endpoint is not set.`, {
      name: keyFrom,
    })
  const opened = await openHttpEmbedder({ url, model, ...(key && { key }), ...(prefixes && { prefixes }) })
  if (!opened.ok) return opened
  const { hostname } = new URL(url)
  const classes = isHere(hostname) ? new Set(ALLOWABLE) : audienceFor(hostname, 'answer', await permissionsOf(kept)).classes
  return ok({ embedder: opened.value, classes })
}

/**
 * What is permitted has changed: a service elsewhere goes on with what it may have now. One that cannot be opened is sent nothing
 * more, and is tried again at the next start.
 */
export async function permitAnew(house: Kept & { store: Store; memory: MemoryEngine }): Promise<Result<void>> {
  const setting = await embedderSetting(house)
  if (embedderHost(setting) === null) return ok(undefined)
  const opened = await openEmbedder(house, setting)
  return house.memory.embedWith(opened.ok ? opened.value : null)
}

/** The host of one that is not on this machine; null where nothing leaves it. */
export function embedderHost(setting: EmbedderSetting): string | null {
  if (setting.use !== 'http' || !URL.canParse(setting.url)) return null
  const { hostname } = new URL(setting.url)
  return isHere(hostname) ? null : hostname
}

const isHere = (host: string) => host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)

const folderOf = (home: string) => join(home, 'embeddings')

/** The library out of its own folder, so that nothing of it is a dependency of ours. */
async function importLibrary(home: string): Promise<unknown> {
  const found = createRequire(join(folderOf(home), 'package.json')).resolve(LIBRARY.name)
  return import(pathToFileURL(found).href)
}

/** What is fetched, and from where: others in tests. */
export type Encoder = { npm: string; model: EncoderModel }
const ENCODER: Encoder = { npm: 'npm', model: E5_SMALL }

/**
 * Fetches the library with npm (its install scripts are not run) and the model, each where it is not there already. Fails with
 * 'library-unfetched', 'download-failed' or 'download-damaged'; everything is as it was then.
 */
export async function installEncoder(
  home: string,
  progress: (what: string) => void,
  encoder: Partial<Encoder> = {},
): Promise<Result<null>> {
  const { npm, model } = { ...ENCODER, ...encoder }
  const folder = folderOf(home)
  const coming = join(folder, '.library')
  const before = existsSync(folder)
  rmSync(coming, { recursive: true, force: true })
  mkdirSync(coming, { recursive: true, mode: 0o700 })
  try {
    const missing = !hasLibrary(folder)
    if (missing) progress(`${LIBRARY.name} ${LIBRARY.version}`)
    if (missing && !((await npmInstall(npm, coming)) && hasLibrary(coming)))
      return fail('library-unfetched', `${LIBRARY.name} could not be fetched with npm. Is there a connection, and is npm installed?`)
    const fetched = await installModel(folder, model, (path) => progress(path))
    if (fetched.ok && missing) takeLibrary(coming, folder)
    return fetched
  } catch (error) {
    return fail('disk-error', (error as Error).message)
  } finally {
    rmSync(coming, { recursive: true, force: true })
    if (!before && existsSync(folder) && !readdirSync(folder).length) rmdirSync(folder)
  }
}

/** Whether the library is there, in the version that was tried. */
function hasLibrary(folder: string): boolean {
  try {
    const about: unknown = JSON.parse(readFileSync(join(folder, 'node_modules', LIBRARY.name, 'package.json'), 'utf8'))
    return typeof about === 'object' && about !== null && 'version' in about && about.version === LIBRARY.version
  } catch {
    return false
  }
}

function npmInstall(npm: string, folder: string): Promise<boolean> {
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--save-exact']
  const args = ['install', ...flags, `${LIBRARY.name}@${LIBRARY.version}`]
  return new Promise((resolve) => {
    const child = spawn(npm, args, { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' })
    child.once('error', () => resolve(false))
    child.once('exit', (status) => resolve(status === 0))
  })
}

/** In the place of another version, which goes last: a stop in between leaves none, and it is fetched again. */
function takeLibrary(coming: string, folder: string): void {
  const [now, old] = [join(folder, 'node_modules'), join(coming, 'old')]
  if (existsSync(now)) renameSync(now, old)
  renameSync(join(coming, 'node_modules'), now)
  for (const name of ['package.json', 'package-lock.json'])
    if (existsSync(join(coming, name))) renameSync(join(coming, name), join(folder, name))
}
