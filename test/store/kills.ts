/**
 * kill -9 at any moment, as often as one likes: of writes, publishes and restores of apps; of people who come and go; of a house that
 * is being sealed; of a backup that is being put back. What was acknowledged is there, what is there is whole. Throws what does not
 * hold; the test does a few, scripts/kills.ts as many as it is told to.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Apps, openApps } from '../../src/apps/apps.ts'
import { backUp } from '../../src/backup.ts'
import { systemClock } from '../../src/base/clock.ts'
import { ids } from '../../src/base/ids.ts'
import type { Result } from '../../src/base/result.ts'
import { seeded, systemRng } from '../../src/base/rng.ts'
import { type AppId, type CheckpointId, type EventId, OWNER, type PersonId } from '../../src/events.ts'
import { type Household, openHousehold } from '../../src/household.ts'
import { openStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/types.ts'
import { plain } from '../apps/specs.ts'
import { childScript } from './child.ts'

/** `acknowledged`: things that a child had said were done before it was killed, all of which were looked for. */
export type Killed = { kills: number; acknowledged: number }
const CHEAP = { N: 2 ** 8, r: 8, p: 1 }
const PASSWORD = 'a long enough password'
const KEY = 'a master key of some length'
const newId = ids(systemClock, systemRng)
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
const openHome = async (home: string, key?: string) =>
  must(await openHousehold({ home, env: key ? { MACARON_KEY: key } : {}, cost: CHEAP }))

// ---- Writes, publishes, restores -------------------------------------------------------------------------------

export async function killWrites(root: string, times: number, seed = 0): Promise<Killed> {
  const home = join(root, `writes${seed}`)
  const rng = seeded(seed)
  const script = await childScript('writer', root)
  const { app, other, states } = await withStore(home, async ({ apps }) => {
    const app = must(await apps.draft(plain(), 'x'))
    must(await apps.publish(app, { spec: plain(), files: { 'app.json': plain().name }, requests: [], what: 'x' }))
    return { app, ...(await twoStates(apps)) }
  })
  const said: string[] = []
  for (let i = 0; i < times; i++) {
    said.push(...(await killAfter(script, [home, app, OWNER, other, ...states], 1 + Math.floor(rng.next() * 12), rng.next() * 4)))
    await withStore(home, (opened) => verifyWrites(opened, app, other, said))
  }
  return { kills: times, acknowledged: said.length }
}

/** An app that can be restored to either of two states: A of one record, B of two. */
async function twoStates(apps: Apps): Promise<{ other: AppId; states: CheckpointId[] }> {
  const other = must(await apps.draft(plain(), 'x'))
  const states: CheckpointId[] = []
  for (const name of ['A', 'B']) {
    const record = newId()
    must(await apps.data(other).write([{ id: record, do: 'create', collection: 'items', record, values: { name } }], 'person'))
    must(await apps.publish(other, { spec: { ...plain(), name }, files: { 'app.json': name }, requests: [], what: name }))
    states.push(must(await apps.get(other)).checkpoint as CheckpointId)
  }
  return { other, states }
}

type Opened = { store: Store; apps: Apps }
async function withStore<T>(home: string, work: (opened: Opened) => Promise<T>): Promise<T> {
  const store = must(await openStore({ home, clock: systemClock, newId }))
  try {
    return await work({ store, apps: openApps(store, { clock: systemClock, newId, person: OWNER }) })
  } finally {
    await store.close()
  }
}

async function verifyWrites({ store, apps }: Opened, app: AppId, other: AppId, said: readonly string[]): Promise<void> {
  const of = (kind: string) => said.flatMap((line) => (line.startsWith(`${kind} `) ? [line.slice(kind.length + 1)] : []))
  const journal = must(await store.journal.verify(OWNER))
  assert.ok(journal.events >= of('event').length)
  for (const id of of('event').slice(-5)) assert.notEqual(await store.journal.get(OWNER, id as EventId), null)
  const records = must(await apps.data(app).records('items'))
  const present = new Set(records.map((one) => one.id))
  assert.deepEqual(
    of('record').filter((id) => !present.has(id)),
    [],
  )
  const state = must(await apps.get(app))
  // A version is whole or it is not there: its files say the same as its spec.
  assert.equal(state.files['app.json'], state.spec.name)
  assert.ok(state.version >= Math.max(1, ...of('version').map(Number)))
  const [newest] = must(await apps.checkpoints(app, { limit: 1 }))
  assert.deepEqual([newest!.id, newest!.version, newest!.seq, newest!.current], [state.checkpoint, state.version, state.seq, true])
  assert.ok(Math.max(0, ...records.map((one) => one.seq)) <= state.seq)
  const { spec, files } = must(await apps.get(other))
  const names = must(await apps.data(other).records('items')).map(({ values }) => String(values.name))
  assert.deepEqual([spec.name, files['app.json'], names.sort()], spec.name === 'A' ? ['A', 'A', ['A']] : ['B', 'B', ['A', 'B']])
}

// ---- People ----------------------------------------------------------------------------------------------------

export async function killResidents(root: string, times: number, seed = 0): Promise<Killed> {
  const home = join(root, `residents${seed}`)
  const rng = seeded(seed)
  const script = await childScript('resident', root, true)
  await (await openHome(home)).close()
  const said: string[] = []
  /** Who came last before a kill: whether their removal, which nobody acknowledged, was done is not known. */
  const unknown = new Set<string>()
  for (let i = 0; i < times; i++) {
    const round = await killAfter(script, [home], 1 + Math.floor(rng.next() * 9), rng.next() * 40)
    said.push(...round)
    unknown.add(round.findLast((line) => line.startsWith('joined '))?.split(' ')[1] ?? '')
    const household = await openHome(home)
    await verifyResidents(household, home, said, unknown).finally(() => household.close())
  }
  return { kills: times, acknowledged: said.length }
}

async function verifyResidents(household: Household, home: string, said: readonly string[], unknown: ReadonlySet<string>): Promise<void> {
  const { people, houseOf, house } = household
  const of = (kind: string) => new Set(said.flatMap((line) => (line.startsWith(`${kind} `) ? [line.split(' ')[1] as PersonId] : [])))
  const removed = of('removed')
  const known = new Set(people.all().map(({ id }) => id))
  const folder = join(home, 'people')
  const folders = existsSync(folder) ? readdirSync(folder) : []
  for (const id of removed) assert.deepEqual([known.has(id), folders.includes(id)], [false, false])
  // No home without its person, and nothing that was set aside.
  assert.deepEqual(
    folders.filter((name) => !known.has(name as PersonId)),
    [],
  )
  for (const id of of('joined')) if (!removed.has(id) && !unknown.has(id)) assert.ok(known.has(id), `${id} is gone`)
  // Of the homes the newest: opening all of them each time would cost more than all the rest.
  for (const id of [...of('kept')].slice(-6))
    if (known.has(id)) {
      const own = must(await houseOf(id))
      assert.equal(await own.store.settings.get(id, 'word'), people.get(id)!.name)
    }
  const record = must(await house.store.journal.verify(house.person))
  assert.ok(record.events >= of('joined').size + removed.size)
}

// ---- Sealing ---------------------------------------------------------------------------------------------------

const WORD = 'Zanzibar'

export async function killSealing(root: string, times: number, seed = 0): Promise<Killed> {
  const rng = seeded(seed)
  const script = await childScript('sealer', root, true)
  const clear = join(root, `clear${seed}`)
  await furnish(clear, WORD)
  let acknowledged = 0
  const took = await measured(script, () => [copyOf(clear), KEY])
  for (let i = 0; i < times; i++) {
    const home = copyOf(clear)
    const said = await killAfter(script, [home, KEY], 1, rng.next() * took * 1.1)
    acknowledged += Number(said.includes('done'))
    const household = await openHome(home, KEY)
    assert.equal(await wordOf(household), WORD)
    await household.close()
    assert.deepEqual(holding(home, WORD), [])
    rmSync(home, { recursive: true, force: true })
  }
  return { kills: times, acknowledged }
}

// ---- Putting back ----------------------------------------------------------------------------------------------

export async function killRestores(root: string, times: number, seed = 0): Promise<Killed> {
  const rng = seeded(seed)
  const script = await childScript('restorer', root, true)
  const [old, other] = [join(root, `old${seed}`), join(root, `new${seed}`)]
  await furnish(old, 'old')
  await furnish(other, 'new')
  const file = join(root, `backup${seed}.tar`)
  const source = await openHome(other)
  const pieces: Uint8Array[] = []
  for await (const piece of must(await backUp(source))) pieces.push(piece)
  await source.close()
  writeFileSync(file, Buffer.concat(pieces))
  let acknowledged = 0
  const took = await measured(script, () => [copyOf(old), file])
  for (let i = 0; i < times; i++) {
    const home = copyOf(old)
    const said = await killAfter(script, [home, file], 1, rng.next() * took * 1.1)
    acknowledged += Number(said.includes('done'))
    const household = await openHome(home)
    const word = await wordOf(household)
    await household.close()
    // All of the one or all of the other: wordOf looks in every part.
    assert.ok(word === 'new' || (word === 'old' && !said.includes('done')), `${word} after ${said.join(', ')}`)
    assert.deepEqual(
      readdirSync(home).filter((name) => name.startsWith('.')),
      [],
    )
    rmSync(home, { recursive: true, force: true })
  }
  return { kills: times, acknowledged }
}

/** A house with `word` in each of its parts. */
async function furnish(home: string, word: string): Promise<void> {
  const household = await openHome(home)
  const { people, house, houseOf } = household
  const { secret } = must(await people.invite({ label: word, lasts: 1e9 }))
  const { id } = must(await people.accept(secret, { name: word, password: PASSWORD }))
  must(await must(await houseOf(id)).store.settings.set(id, 'word', word))
  must(await house.store.settings.set(house.person, 'word', word))
  house.pictures.keep(Buffer.concat([PNG, Buffer.from(word)]))
  await household.close()
}
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47])

/** The one word in all parts of a house. */
async function wordOf({ people, house, houseOf }: Household): Promise<string> {
  const guest = people.all().find(({ role }) => role === 'invited')!
  const folder = join(house.home, 'pictures')
  const [picture] = readdirSync(folder)
  const words = new Set([
    guest.name,
    await must(await houseOf(guest.id)).store.settings.get(guest.id, 'word'),
    await house.store.settings.get(house.person, 'word'),
    house.pictures.read(picture!)!.subarray(PNG.length).toString(),
  ])
  assert.equal(words.size, 1, [...words].join(' and '))
  assert.equal(readdirSync(folder).length, 1)
  return [...words][0]!
}

function holding(folder: string, word: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name)
    return statSync(path).isFile() && readFileSync(path).includes(word)
  })
}

let copies = 0
function copyOf(home: string): string {
  const to = `${home}-${++copies}`
  mkdirSync(to)
  cpSync(home, to, { recursive: true })
  return to
}

// ---- Children --------------------------------------------------------------------------------------------------

/** Milliseconds from the first line of a child to its second. */
async function measured(script: string, args: () => string[]): Promise<number> {
  const child = spawn(process.execPath, [script, ...args()], { stdio: ['ignore', 'pipe', 'inherit'] })
  let begun = 0
  let took = 0
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    if (text.includes('begun') && !begun) begun = performance.now()
    if (text.includes('done') && !took) took = performance.now() - begun
  })
  await new Promise((resolve) => child.on('close', resolve))
  assert.ok(took > 0, 'it never ended')
  return took
}

/** Starts a child, kills it `moment` milliseconds after it has said `lines` lines, and answers with what it said. */
function killAfter(script: string, args: string[], lines: number, moment: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    let dying = false
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (dying || text.split('\n').length <= lines) return
      dying = true
      setTimeout(() => child.kill('SIGKILL'), moment)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== null && code !== 0) reject(new Error(`the child ended by itself with ${code}: ${text}`))
      // A line that was cut off was not said.
      else resolve(text.split('\n').slice(0, -1).filter(Boolean))
    })
  })
}
