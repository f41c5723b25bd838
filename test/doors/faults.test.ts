/** What goes wrong on a real machine, with real processes: each fault says what to do, loses nothing, and the doctor finds it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Examined } from '../../src/doctor.ts'
import { main } from '../../src/doors/cli.ts'
import type { Verified } from '../../src/doors/http/audit.ts'
import type { MemoryId } from '../../src/events.ts'
import { openHousehold } from '../../src/household.ts'
import { tell } from '../house/telling.ts'
import { value } from '../store/store.contract.ts'

const PROGRAM = fileURLToPath(new URL('../../dist/macaron.js', import.meta.url))
const RUN = ['-e', `import(${JSON.stringify(PROGRAM)}).then(async (m) => { process.exitCode = await m.main(process.argv.slice(1)) })`, '--']
const root = mkdtempSync(join(tmpdir(), 'macaron-faults-'))
// No browser: starting it costs more than all the rest, and that there is none is found too.
const envOf = (home: string, more: Record<string, string> = {}) => ({
  ...process.env,
  ...{ MACARON_BROWSER: '/nowhere/browser', MACARON_HOME: home, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', PORT: '', HOST: '' },
  ...more,
})
const macaron = (home: string, args: string[], more: Record<string, string> = {}, as: { uid?: number; gid?: number } = {}) =>
  spawnSync(process.execPath, [...RUN, ...args], { env: envOf(home, more), encoding: 'utf8', timeout: 30_000, ...as })
/** The same command in this process: a start costs more than all it does. */
async function within(home: string, ...args: string[]): Promise<{ status: number; said: string }> {
  vi.stubEnv('MACARON_HOME', home)
  vi.stubEnv('MACARON_BROWSER', '/nowhere/browser')
  let said = ''
  const status = await main(args, (text) => {
    said += text
  })
  process.exitCode = undefined
  return { status, said }
}
async function doctor(home: string): Promise<Examined & { status: number }> {
  const { status, said } = await within(home, 'doctor', '--json')
  return { ...(JSON.parse(said) as Examined), status }
}
const wrongIn = ({ checks }: Examined) => checks.filter(({ ok, what }) => !ok && what !== 'browser for checks')

const servers: ChildProcess[] = []
/** A server of its own process, once it says where it is. */
function start(home: string, port = 0): Promise<{ url: string; token: string; server: ChildProcess }> {
  const server = spawn(process.execPath, [...RUN, 'serve', '--port', String(port)], { env: envOf(home), stdio: ['ignore', 'pipe', 'pipe'] })
  servers.push(server)
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /(http:\/\/\S+)\/\?token=(\S+)/.exec(said)
      if (found) resolve({ url: found[1]!, token: found[2]!, server })
    })
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}
const ended = (server: ChildProcess, signal: NodeJS.Signals) =>
  new Promise((resolve) => {
    server.removeAllListeners('exit').on('exit', resolve)
    server.kill(signal)
  })

/** A house with something in every file that there is. */
const whole = join(root, 'whole')
let guest = ''
beforeAll(async () => {
  const household = value(await openHousehold({ home: whole, env: {}, cost: { N: 2 ** 8, r: 8, p: 1 } }))
  await tell(household.house, 'Remember that my bike is blue')
  const { secret } = value(await household.people.invite({ label: '', lasts: 1e9 }))
  guest = value(await household.people.accept(secret, { name: 'Kim', password: 'a long enough password' })).id
  value(await household.houseOf(guest as never))
  household.house.pictures.keep(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))
  await household.close()
  writeFileSync(join(whole, 'token'), `${'t'.repeat(32)}\n`, { mode: 0o600 })
  mkdirSync(join(whole, 'keys'), { mode: 0o700 })
  writeFileSync(join(whole, 'keys', 'anthropic'), 'a-key\n', { mode: 0o600 })
})
afterEach(() => vi.unstubAllEnvs())
afterAll(() => {
  for (const server of servers) server.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})
let count = 0
function copy(): string {
  const home = join(root, `copy${++count}`)
  cpSync(whole, home, { recursive: true })
  return home
}
const overwrite = (file: string) => {
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0xab, 4096, Math.min(bytes.length, 4096 * 6)))
}
const garbage = (file: string) => writeFileSync(file, '{"not what it was')
const only = (folder: string, file: string) => join(folder, file, readdirSync(join(folder, file))[0]!)

describe('a file that is not what it was', () => {
  it('is found by nobody where all is well', async () => {
    const report = await doctor(copy())
    expect(wrongIn(report)).toEqual([])
    expect(report.checks.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['data folder', 'database', 'journal', 'clock', 'start-up token', 'models', 'pictures', 'accounts']),
    )
  })

  it('and who came in is on record', async () => {
    const { said } = await within(copy(), 'audit')
    expect(said).toMatch(/person-changed {2}invited\b[\s\S]*person-changed {2}joined Kim\n/)
  })

  it.each<[string, (home: string) => void, RegExp]>([
    ['the database', (home) => overwrite(join(home, 'macaron.db')), /database: .*damaged.*macaron restore FILE/],
    ['the database, from its first byte', (home) => garbage(join(home, 'macaron.db')), /database: .*vault\.json.*macaron restore/],
    ['the accounts', (home) => overwrite(join(home, 'people.db')), /database: .*damaged.*macaron restore FILE/],
    ['somebody’s database', (home) => overwrite(join(home, 'people', guest, 'macaron.db')), /homes of the others: .*people.*damaged/],
    ['what seals it', (home) => garbage(join(home, 'vault.json')), /database: .*vault\.json is damaged.*backup/],
    ['models.json', (home) => garbage(join(home, 'models.json')), /models: .*models\.json, line 1.*/],
    [
      'a key that others can read',
      (home) => chmodSync(join(home, 'keys', 'anthropic'), 0o644),
      /models: .*chmod 600|models: .*yours alone/,
    ],
    ['a token that others can read', (home) => chmodSync(join(home, 'token'), 0o644), /start-up token: .*chmod 600/],
    ['a picture', (home) => garbage(only(home, 'pictures')), /pictures: 1 in .*can be deleted/],
  ])('%s: it is named, with what to do', async (_, damage, said) => {
    const home = copy()
    damage(home)
    const report = await doctor(home)
    expect(report.status).toBe(1)
    expect(wrongIn(report).map(({ what, detail }) => `${what}: ${detail}`)).toEqual([expect.stringMatching(said)])
  })

  it.each<[string, (home: string) => void]>([
    ['the index of the memory', (home) => garbage(only(home, 'index'))],
    ['the start-up token', (home) => writeFileSync(join(home, 'token'), 'x', { mode: 0o600 })],
    ['where the server is', (home) => garbage(join(home, 'server.json'))],
    ['the file of a server that was killed', (home) => writeFileSync(join(home, 'server.json'), '{"url":"http://127.0.0.1:9","pid":1}')],
  ])('%s is made anew, and nothing is lost', async (_, damage) => {
    const home = copy()
    damage(home)
    const { status, said } = await within(home, 'recall', 'what colour is my bike?')
    expect([status, said]).toEqual([0, expect.stringContaining('bike is blue')])
    expect(wrongIn(await doctor(home))).toEqual([])
  })
})

describe.skipIf(!existsSync(PROGRAM))('a home that can only be read', () => {
  it('is said to be, with what to do, and stays as it is', () => {
    const home = copy()
    // Permissions do not bind root: somebody else tries then, who may read everything.
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    chmodSync(root, 0o755)
    const every = readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) => join(home, name))
    for (const file of every) chmodSync(file, statSync(file).isDirectory() ? 0o555 : 0o444)
    chmodSync(home, 0o555)
    const { status, stderr, stdout } = macaron(home, ['serve', '--port', '0'], { HOME: root }, user)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/cannot be written to.*(permissions|MACARON_HOME)/)
    const examined = macaron(home, ['doctor'], { HOME: root }, user)
    expect(examined.status).toBe(1)
    expect(examined.stdout).toMatch(/BAD {2}data folder: .*cannot be written to; check its permissions/)
    chmodSync(home, 0o755)
  })
})

describe.skipIf(!existsSync(PROGRAM))('a server that goes on', () => {
  it('keeps its home and its port from another; it is backed up as it writes, and not restored under', async () => {
    const home = copy()
    const { url, token, server } = await start(home)
    const call = (path: string, body?: unknown) =>
      fetch(`${url}/api${path}`, {
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      })
    // Where a proxy keeps connections for a minute, this side must not be the first to close one that a request is under way on.
    const idle = /timeout=(\d+)/.exec((await call('/me')).headers.get('keep-alive') ?? '')?.[1]
    expect(Number(idle)).toBeGreaterThan(60)
    const second = macaron(home, ['serve', '--port', '0'])
    expect([second.status, second.stderr]).toEqual([1, expect.stringMatching(/already uses this data folder.*MACARON_HOME/)])
    const other = join(root, 'other')
    const taken = macaron(other, ['serve', '--port', new URL(url).port])
    expect([taken.status, taken.stderr]).toEqual([1, expect.stringMatching(/Cannot listen on .*set PORT to another/)])
    // It let go of what it held.
    expect((await within(other, 'memories')).status).toBe(0)

    // The doctor of a home that is open asks its server.
    expect(wrongIn(await doctor(home))).toEqual([])
    const kept: string[] = []
    let going = true
    const writing = (async () => {
      for (let n = 0; going; n++) {
        const said = await (await call('/turns', { text: `Remember that box ${n} is in the cellar` })).text()
        if (said.includes('memory-stored')) kept.push(`box ${n} `)
      }
    })()
    const file = join(root, 'house.tar')
    const backing = spawn(process.execPath, [...RUN, 'backup', file], { env: envOf(home), stdio: 'ignore' })
    const before = await new Promise<string[]>((resolve) => {
      // What was acknowledged before it was asked for is in it.
      const known = [...kept]
      backing.on('exit', () => resolve(known))
    })
    going = false
    await writing
    expect(macaron(home, ['restore', file, '--replace'])).toMatchObject({ status: 1, stderr: expect.stringContaining('already uses') })
    expect((await call('/me')).status).toBe(200)
    await ended(server, 'SIGKILL')
    // Killed, it has left its address behind.
    expect(existsSync(join(home, 'server.json'))).toBe(true)
    const listed = (await within(home, 'memories', '--json')).said
    expect(kept.length).toBeGreaterThan(0)
    for (const box of kept) expect(listed).toContain(box)

    expect((await within(home, 'restore', file, '--replace')).status).toBe(0)
    const restored = (await within(home, 'memories', '--json')).said
    for (const box of before) expect(restored).toContain(box)
    expect(restored).toContain('bike is blue')
    expect(JSON.parse((await within(home, 'audit', 'verify', '--json')).said) as Verified).toMatchObject({ intact: true })
    expect(wrongIn(await doctor(home))).toEqual([])
  }, 40_000)
})

it('a server that is killed while memories are embedded anew goes on where it was, without being asked', async () => {
  const home = join(root, 'embedding')
  const household = value(await openHousehold({ home, env: {}, cost: { N: 2 ** 8, r: 8, p: 1 } }))
  const { house } = household
  const first = value(
    await house.memory.remember('Note 0 of the house', { source: null, conversation: null, now: house.now('UTC'), language: 'en' }),
  )
  const more = Array.from({ length: 639 }, (_, i) => ({ ...first, id: house.newId<MemoryId>(), text: `Note ${i + 1} of the house` }))
  value(await house.store.memories.change(house.person, { put: more }))
  await household.close()
  const asked: string[] = []
  let answered = 0
  let onAnswer = () => {}
  const embedder = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const { input } = JSON.parse(body) as { input: string[] }
    asked.push(...input)
    const embedding = (text: string) => Array.from({ length: 64 }, (_, i) => Math.sin(i * (1 + text.length) + text.charCodeAt(5)))
    response.end(JSON.stringify({ data: input.map((text, index) => ({ index, embedding: embedding(text) })) }))
    answered += input.length
    onAnswer()
  })
  await new Promise<void>((listening) => embedder.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(embedder.address() as AddressInfo).port}/`
  const running = await start(home)
  const killed = new Promise((resolve) => {
    onAnswer = () => answered > 200 && resolve(ended(running.server, 'SIGKILL'))
  })
  const headers = { authorization: `Bearer ${running.token}`, 'content-type': 'application/json' }
  await fetch(`${running.url}/api/embeddings`, { method: 'PUT', headers, body: JSON.stringify({ use: 'http', url, model: 'tiny' }) }).catch(
    () => null,
  )
  await killed
  const notes = () => asked.filter((text) => text.startsWith('Note '))
  expect(notes().length).toBeLessThan(640)
  await start(home)
  await expect.poll(() => new Set(notes()).size, { timeout: 15_000 }).toBe(640)
  // What was kept before is not asked for again: one batch may have been under way.
  expect(notes().length).toBeLessThanOrEqual(640 + 64)
  embedder.close()
})
