/** Is everything in order? Each part says so itself. */
import { accessSync, constants } from 'node:fs'
import type { House } from './house.ts'

export type Check = { what: string; ok: boolean; detail: string }

export async function examine(house: House): Promise<{ healthy: boolean; checks: Check[] }> {
  const checks = await Promise.all([node(), home(house), database(house), journal(house), browser(house)])
  return { healthy: checks.every((check) => check.ok), checks }
}

async function node(): Promise<Check> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return { what: 'Node', ok: major > 20 || (major === 20 && minor >= 19), detail: `${process.versions.node}, needs 20.19 or newer` }
}

async function home({ home }: House): Promise<Check> {
  try {
    accessSync(home, constants.R_OK | constants.W_OK)
    return { what: 'data folder', ok: true, detail: home }
  } catch {
    return { what: 'data folder', ok: false, detail: `${home} cannot be written to; check its permissions` }
  }
}

async function database({ store }: House): Promise<Check> {
  const checked = await store.check()
  return { what: 'database', ok: checked.ok, detail: checked.ok ? 'every page reads well' : checked.error.message }
}

async function journal({ store, person }: House): Promise<Check> {
  const verified = await store.journal.verify(person)
  if (!verified.ok) return { what: 'journal', ok: false, detail: verified.error.message }
  const { events, forgotten } = verified.value
  return { what: 'journal', ok: true, detail: `${events} events, unbroken; ${forgotten} forgotten` }
}

async function browser({ browser }: House): Promise<Check> {
  const found = await browser.warm()
  return { what: 'browser for checks', ok: found.ok, detail: found.ok ? found.value : found.error.message }
}
