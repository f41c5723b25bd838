/** kill -9 at any moment, 100 times: what was acknowledged is there, what is there is whole, the journal verifies. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openApps } from '../../src/apps/apps.ts'
import { systemClock } from '../../src/base/clock.ts'
import { ids } from '../../src/base/ids.ts'
import { seeded, systemRng } from '../../src/base/rng.ts'
import type { AppId, EventId } from '../../src/events.ts'
import { openStore } from '../../src/store/sqlite.ts'
import { plain } from '../apps/specs.ts'
import { childScript } from './child.ts'
import { PERSON, value } from './store.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'macaron-kill-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const TIMES = 100
/** Homes that are killed at the same time: most of a round is the start of a process. */
const LANES = 4

describe('kill -9', () => {
  it(`loses nothing acknowledged, ${TIMES} times`, async () => {
    const lanes = Array.from({ length: LANES }, (_, lane) => killAgainAndAgain(join(root, `home${lane}`), TIMES / LANES, lane))
    const acknowledged = (await Promise.all(lanes)).reduce((a, b) => a + b, 0)
    // Killed so early each time that nothing was ever written would prove nothing.
    expect(acknowledged).toBeGreaterThan(TIMES)
  }, 120_000)
})

async function killAgainAndAgain(home: string, times: number, seed: number): Promise<number> {
  const rng = seeded(seed)
  const script = await childScript('writer', root)
  const app = await withHome(home, async ({ apps }) => {
    const made = value(await apps.draft(plain(), 'x'))
    value(await apps.publish(made, { spec: plain(), files: { 'app.json': plain().name }, requests: [], what: 'x' }))
    return made
  })
  const acknowledged = new Map<'record' | 'event' | 'version', string[]>([
    ['record', []],
    ['event', []],
    ['version', []],
  ])
  for (let i = 0; i < times; i++) {
    const said = await killAfter(script, [home, app, PERSON], 1 + Math.floor(rng.next() * 12), rng.next() * 4)
    for (const line of said) {
      const [kind, id] = line.split(' ') as ['record' | 'event' | 'version', string]
      expect(acknowledged.has(kind), line).toBe(true)
      acknowledged.get(kind)!.push(id)
    }
    await withHome(home, (opened) => verify(opened, app, acknowledged))
  }
  return [...acknowledged.values()].reduce((sum, list) => sum + list.length, 0)
}

type Opened = { store: Awaited<ReturnType<typeof open>>; apps: ReturnType<typeof openApps> }
const newId = ids(systemClock, systemRng)
const open = async (home: string) => value(await openStore({ home, clock: systemClock, newId }))

async function withHome<T>(home: string, work: (opened: Opened) => Promise<T>): Promise<T> {
  const store = await open(home)
  try {
    return await work({ store, apps: openApps(store, { clock: systemClock, newId, person: PERSON }) })
  } finally {
    await store.close()
  }
}

async function verify({ store, apps }: Opened, app: AppId, acknowledged: ReadonlyMap<string, string[]>): Promise<void> {
  const journal = value(await store.journal.verify(PERSON))
  expect(journal.events).toBeGreaterThanOrEqual(acknowledged.get('event')!.length)
  for (const id of acknowledged.get('event')!.slice(-5)) expect(await store.journal.get(PERSON, id as EventId)).not.toBeNull()
  const records = value(await apps.data(app).records('items'))
  const present = new Set(records.map((one) => one.id))
  expect(acknowledged.get('record')!.filter((id) => !present.has(id))).toEqual([])
  const state = value(await apps.get(app))
  // A version is whole or it is not there: its files say the same as its spec.
  expect(state.files['app.json']).toBe(state.spec.name)
  expect(state.version).toBeGreaterThanOrEqual(Math.max(1, ...acknowledged.get('version')!.map(Number)))
  const [newest] = value(await apps.checkpoints(app, { limit: 1 }))
  expect(newest).toMatchObject({ id: state.checkpoint, version: state.version, seq: state.seq, current: true })
  expect(Math.max(0, ...records.map((one) => one.seq))).toBeLessThanOrEqual(state.seq)
}

/** Starts the writer, kills it a moment after it has said `lines` lines, and answers with what it said. */
function killAfter(script: string, args: string[], lines: number, moment: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    let dying = false
    child.stdout.setEncoding('utf8')
    child.stdout.on('data', (chunk: string) => {
      text += chunk
      if (dying || text.split('\n').length <= lines) return
      dying = true
      setTimeout(() => child.kill('SIGKILL'), moment)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== null && code !== 0) reject(new Error(`the writer ended by itself with ${code}: ${text}`))
      // A line that was cut off was not said.
      else
        resolve(
          text
            .slice(0, text.lastIndexOf('\n') + 1)
            .split('\n')
            .filter((line) => line !== ''),
        )
    })
  })
}
