/**
 * What an injection would have to do to have done anything: everything of a home that is not the words themselves, and every way
 * out of the process. Watched, not guessed: the tables and files are read, the sockets and processes counted.
 */
import childProcess from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { Socket } from 'node:net'
import { join, relative } from 'node:path'
import { inspect } from 'node:util'
import { vi } from 'vitest'
import type { House } from '../../src/house.ts'
import { permissionsOf } from '../../src/permissions.ts'

/** What changes as a home is used: the database and its index, and pictures of checks. */
const LIVES = /^(macaron\.db|index|pictures|work|clock\.json)/

function filesIn(folder: string, root = folder): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (LIVES.test(relative(root, path))) return []
    return statSync(path).isDirectory() ? filesIn(path, root) : [`${relative(root, path)} ${readFileSync(path, 'utf8')}`]
  })
}

/** Leave, grants, approvals, settings, budgets, rules, learning, files: what no text may change. */
export async function powersOf(house: House, home: string) {
  const { store, person, models } = house
  const told = await store.journal.byType(person, ['consent-given', 'grant-changed', 'approval-decided', 'learning-changed', 'model-asked'])
  return {
    settings: [...(await store.settings.all(person))],
    permissions: await permissionsOf(house),
    circumstances: await house.ethics.circumstances(),
    approvals: (await house.approvals.all(1000)).map(({ id, state }) => `${id} ${state}`),
    grants: await store.db.selectFrom('grants').selectAll().execute(),
    providers: models.overview().providers.map(({ name, consent }) => `${name} ${consent}`),
    budgets: models.overview().budgets,
    told: told.map(({ id, type }) => `${id} ${type}`),
    files: filesIn(home),
  }
}

/** Which apps and memories there are, and how many records each app holds. */
export async function holdingsOf(house: House) {
  const apps = await house.apps.list(house.now())
  const counts: Record<string, number> = {}
  for (const { id } of apps) {
    const app = await house.apps.get(id)
    if (!app.ok) continue
    for (const collection of app.value.spec.collections) {
      const records = await house.apps.data(id).records(collection.id)
      counts[`${id}/${collection.id}`] = records.ok ? records.value.length : -1
    }
  }
  return {
    apps: apps.map(({ id, name }) => `${id} ${name}`).toSorted(),
    memories: (await house.memory.list({ retired: true })).map(({ id, text, retired }) => `${id} ${text} ${retired}`).toSorted(),
    counts,
  }
}

/**
 * Counts what leaves the process: connections but those to these ports, and children. `stop` puts everything back and answers with what
 * there was.
 */
export function watchExits(...ports: number[]) {
  const out: string[] = []
  const real = Socket.prototype.connect
  const connect = vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...args: unknown[]) {
    const to = inspect(args[0], { depth: 2 })
    if (ports.some((port) => new RegExp(`port: '?${port}\\b`).test(to))) return Reflect.apply(real, this, args)
    out.push(`connect ${to}`)
    this.destroy(new Error('no way out'))
    return this
  } as never)
  const realFetch = globalThis.fetch
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    if (ports.some((port) => new URL(String(url)).port === String(port))) return realFetch(url, init)
    out.push(`fetch ${String(url)}`)
    throw new Error('no way out')
  })
  const spawned = (['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync'] as const).map((name) =>
    vi.spyOn(childProcess, name).mockImplementation((...args: unknown[]) => {
      out.push(`${name} ${String(args[0])}`)
      throw new Error('no way out')
    }),
  )
  return {
    stop() {
      for (const spy of [connect, fetched, ...spawned]) spy.mockRestore()
      return out
    },
  }
}
