/** A house of its own for a bench: an empty home in a temporary folder, spoken to through the same routes as a person's. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppState } from '../src/apps/types.ts'
import { type Opened, openServer } from '../src/doors/serve.ts'
import type { Event } from '../src/events.ts'
import { DEFAULTS } from '../src/models/defaults.ts'
import type { Rec } from '../src/spec.ts'

export type BenchHouse = {
  server: Opened
  get<T>(path: string): Promise<T>
  say(body: { text: string; conversation?: string; open?: string; locale?: string }): Promise<{ events: Event[]; ms: number }>
  app(id: string): Promise<AppState>
  records(app: AppState): Promise<Rec[]>
  close(): Promise<void>
}

export async function benchHouse(): Promise<BenchHouse> {
  // What is measured here is what there is without a model; a key of whoever measures would make it another thing.
  for (const provider of Object.values(DEFAULTS.providers)) if ('keyFrom' in provider) delete process.env[provider.keyFrom]
  delete process.env.MACARON_LOCAL_URL
  const home = mkdtempSync(join(tmpdir(), 'macaron-bench-'))
  const opened = await openServer({ home, port: 0, host: '127.0.0.1' })
  if (!opened.ok) throw new Error(opened.error.message)
  const server = opened.value
  const headers = { authorization: `Bearer ${server.token}`, host: '127.0.0.1', 'content-type': 'application/json' }
  const get = async <T>(path: string) => (await (await server.routes.request(`http://127.0.0.1${path}`, { headers })).json()) as T
  return {
    server,
    get,
    async say(body) {
      const from = performance.now()
      const response = await server.routes.request('http://127.0.0.1/api/turns', {
        method: 'POST',
        headers,
        body: JSON.stringify({ timeZone: 'Asia/Tokyo', ...body }),
      })
      const text = await response.text()
      const events = [...text.matchAll(/^data: ?(.*)$/gm)].map(([, data]) => JSON.parse(data!) as Event)
      return { events, ms: performance.now() - from }
    },
    app: async (id) => (await get<{ app: AppState }>(`/api/apps/${id}`)).app,
    async records(app) {
      const lists = await Promise.all(
        app.spec.collections.map((c) => get<{ records: Rec[] }>(`/api/apps/${app.id}/collections/${c.id}/records`)),
      )
      return lists.flatMap((list) => list.records ?? [])
    },
    async close() {
      await server.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Every check in the browser is taken for passed, where what is looked at comes before it. */
export function uncheckedHouse(house: BenchHouse): BenchHouse {
  house.server.house.browser.use = async () => ({ ok: true, value: { tried: [], findings: [] } }) as never
  return house
}
