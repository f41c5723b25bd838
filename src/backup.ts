/**
 * A house as one file, made while it goes on, and put back. In it are the databases (each as it is at one moment), who lives here,
 * every home, pictures, models.json and what seals them: of a sealed house the copy is as sealed. Not in it: the start-up token and
 * the keys of providers, which stay with the machine, and the memory's index, which is made anew.
 *
 * Putting back is done where no server runs: all of it is unpacked beside what is there and compared with its sums, then a note says
 * so, and from then on it is finished by whoever opens the house next, however often that is cut off. Before the note nothing of the
 * house has changed. Covers: a stop at any moment, a file that is cut off, changed or something else, names that lead elsewhere.
 */
import { createHash, type Hash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from './base/result.ts'
import { ending, packed, unpacked } from './base/tar.ts'
import type { House } from './house.ts'
import type { Household } from './household.ts'
import { MODELS_FILE } from './models/config.ts'
import { PEOPLE_FILE } from './people/people.ts'
import { PICTURES } from './pictures.ts'
import { hold } from './store/handle.ts'
import { DATABASE_FILE } from './store/sqlite.ts'
import { VAULT_FILE } from './store/vault.ts'

/** What is made, unpacked and replaced stands in the home itself until it is done with: that may be a disk of its own. */
const MAKING = '.backup-'
const UNPACKED = '.restoring'
const REPLACED = '.replaced'
const READY = 'ready.json'
const SUMS = 'sums.json'
const FORMAT = 'open-macaron/backup-1'

const PICTURE = '[0-9a-f]{32}\\.png'
const HOME = `(?:${DATABASE_FILE}|${VAULT_FILE}|${PICTURES}/${PICTURE})`.replaceAll('.db', '\\.db').replaceAll('.json', '\\.json')
const NAME = new RegExp(`^(?:${HOME}|people\\.db|models\\.json|people/[a-z0-9]{8,40}/${HOME})$`)
/** What is put aside for what comes: of a database also what SQLite keeps beside it. */
const PARTS = [
  ...[DATABASE_FILE, PEOPLE_FILE].flatMap((file) => [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]),
  ...['people', PICTURES, 'index', VAULT_FILE, MODELS_FILE],
]
const Sums = z.strictObject({ format: z.literal(FORMAT), at: z.string(), files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)) })
const Ready = z.array(z.string())

const about = (file: string) => fail('backup-invalid', `${file} is no whole backup of Open Macaron. Nothing was changed.`, { file })

// ---- Making one ------------------------------------------------------------------------------------------------

/** The pieces of the file. Fails before the first of them as the stores do; what is written meanwhile is in it or not, never half. */
export async function backUp(household: Household): Promise<Result<AsyncGenerator<Uint8Array>>> {
  const { house, people } = household
  const folder = mkdtempSync(join(house.home, MAKING))
  const done = () => rmSync(folder, { recursive: true, force: true })
  const copied = await copies(household, folder)
  if (copied.ok) return ok(pieces(copied.value, new Date(house.clock.now()).toISOString(), done))
  done()
  return copied

  async function copies({ houseOf }: Household, into: string): Promise<Result<Map<string, string>>> {
    const files = new Map<string, string>()
    const accounts = await people.backup(join(into, PEOPLE_FILE))
    if (!accounts.ok) return accounts
    files.set(PEOPLE_FILE, accounts.value.file)
    for (const { id, role } of people.all()) {
      const home = await houseOf(id)
      if (!home.ok) return home
      const added = await copyHome(home.value, join(into, id), role === 'owner' ? '' : `people/${id}/`, files)
      if (!added.ok) return added
    }
    return ok(files)
  }
}

async function copyHome({ home, store }: House, into: string, under: string, files: Map<string, string>): Promise<Result<void>> {
  const copied = await store.backup(join(into, DATABASE_FILE))
  if (!copied.ok) return copied
  files.set(under + DATABASE_FILE, copied.value.file)
  const pictures = existsSync(join(home, PICTURES)) ? readdirSync(join(home, PICTURES)).map((name) => join(PICTURES, name)) : []
  for (const name of [VAULT_FILE, MODELS_FILE, ...pictures])
    if (existsSync(join(home, name)) && NAME.test(under + name.replaceAll(sep, '/')))
      files.set(under + name.replaceAll(sep, '/'), join(home, name))
  return ok(undefined)
}

async function* pieces(files: ReadonlyMap<string, string>, at: string, done: () => void): AsyncGenerator<Uint8Array> {
  const sums: z.infer<typeof Sums> = { format: FORMAT, at, files: {} }
  try {
    for (const [name, file] of files) {
      const hash = createHash('sha256')
      yield* packed(name, statSync(file).size, hashed(createReadStream(file), hash))
      sums.files[name] = hash.digest('hex')
    }
    const text = Buffer.from(JSON.stringify(sums))
    yield* packed(
      SUMS,
      text.length,
      (async function* () {
        yield text
      })(),
    )
    yield ending()
  } finally {
    done()
  }
}

async function* hashed(source: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    hash.update(piece)
    yield piece
  }
}

// ---- Putting it back -------------------------------------------------------------------------------------------

/**
 * Puts a house where `home` is. Fails with 'backup-invalid', 'home-in-use', 'home-not-empty' where there is one already and it is not
 * to be replaced, 'disk-error': then nothing has changed. 'restore-unfinished' where it is to be finished by the next start.
 */
export async function putBack(home: string, file: string, replace: boolean): Promise<Result<{ files: number; at: string }>> {
  const database = join(home, DATABASE_FILE)
  const there = existsSync(database)
  if (there && !replace)
    return fail('home-not-empty', `${home} holds a house already. To put the backup in its place, add --replace.`, { home })
  // Held until it is done: nobody opens what is being replaced.
  const letGo = there ? hold(database) : () => undefined
  if (!letGo) return fail('home-in-use', `Another Open Macaron is running with ${home}. Stop it first.`, { home })
  const into = join(home, UNPACKED)
  try {
    rmSync(into, { recursive: true, force: true })
    mkdirSync(into, { recursive: true, mode: 0o700 })
    const sums = await unpack(createReadStream(file), into)
    if (!sums) {
      rmSync(into, { recursive: true, force: true })
      return about(file)
    }
    const parts = [...new Set(Object.keys(sums.files).map((name) => name.split('/')[0]!))]
    keep(join(into, READY), JSON.stringify(parts))
    const finished = tryToFinish(home)
    if (!finished.ok) return finished
    return ok({ files: Object.keys(sums.files).length, at: sums.at })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? about(file) : fail('disk-error', message)
  } finally {
    letGo()
  }
}

/** null: it is not whole. Throws what the disk does. */
async function unpack(source: AsyncIterable<Uint8Array>, into: string): Promise<z.infer<typeof Sums> | null> {
  const found: Record<string, string> = {}
  let sums: z.infer<typeof Sums> | null = null
  try {
    for await (const { name, take } of unpacked(source)) {
      const hash = createHash('sha256')
      if (name === SUMS) {
        const parts: Uint8Array[] = []
        for await (const piece of take) parts.push(piece)
        sums = Sums.parse(JSON.parse(Buffer.concat(parts).toString('utf8')))
      } else if (NAME.test(name) && !(name in found)) {
        await written(join(into, name), hashed(take, hash))
        found[name] = hash.digest('hex')
      } else return null
    }
  } catch (error) {
    // The disk's own errors have a code; what is wrong with the file has none.
    if (typeof (error as { code?: unknown }).code === 'string') throw error
    return null
  }
  const same = sums && JSON.stringify(Object.entries(sums.files).sort()) === JSON.stringify(Object.entries(found).sort())
  return same && DATABASE_FILE in found && PEOPLE_FILE in found ? sums : null
}

async function written(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const handle = openSync(path, 'wx', 0o600)
  try {
    for await (const piece of pieces) for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function keep(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
}

/** Finishes a restore that was ready when it was cut off; before anything of the house is opened. Throws what the disk does. */
function finishRestore(home: string): void {
  const [from, aside] = [join(home, UNPACKED), join(home, REPLACED)]
  const ready = join(from, READY)
  if (!existsSync(ready)) return
  const coming = Ready.parse(JSON.parse(readFileSync(ready, 'utf8')))
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  // What is not there any more in `from` is in its place already.
  for (const part of PARTS) {
    if (coming.includes(part) && !existsSync(join(from, part))) continue
    if (existsSync(join(home, part)) && !existsSync(join(aside, part))) renameSync(join(home, part), join(aside, part))
  }
  for (const part of coming) if (existsSync(join(from, part))) renameSync(join(from, part), join(home, part))
  rmSync(ready)
  for (const left of [from, aside]) rmSync(left, { recursive: true, force: true })
}

/** Fails with 'restore-unfinished'. */
export function tryToFinish(home: string): Result<void> {
  try {
    finishRestore(home)
    return ok(undefined)
  } catch (error) {
    const { message } = error as Error
    return fail('restore-unfinished', `A backup is being put in the place of ${home}, and that could not be finished: ${message}.`, {
      home,
      problem: message,
    })
  }
}

/** Whether a restore was cut off, and is to be finished. */
export const unfinished = (home: string): boolean => existsSync(join(home, UNPACKED, READY))

/** What a cut-off backup or restore has left; for whoever holds the house. */
export function clearUp(home: string): void {
  for (const name of readdirSync(home))
    if (name === UNPACKED || name === REPLACED || name.startsWith(MAKING)) rmSync(join(home, name), { recursive: true, force: true })
}
