/** The audit: the chain page by page, whether it verifies, one request's account, and all of it as a file for others to check. */
import { createRoute, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { type Event, EventId, TurnId } from '../../events.ts'
import { type Account, accountOf, type Links, linksOf } from '../../governance/audit/account.ts'
import { linesOf } from '../../governance/audit/file.ts'
import type { House } from '../../house.ts'
import type { Place } from '../../store/chain.ts'
import { whyBroken } from '../messages-audit.ts'
import { languageOf, refuse } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'

const json = (description: string) => ({ 200: { description, content: { 'application/json': { schema: z.any() } } } })

/** A place of the chain without what was said, and what it belongs with. */
export type Row = Omit<Place, 'person'> & { forgotten: boolean; links: Links | null }
export type AuditPage = { events: Event[]; chain: Row[]; next: EventId | null }
export type Verified =
  | { intact: true; events: number; forgotten: number; head: string; witnessed?: boolean }
  | { intact: false; n: number | null; event: string | null; why: string; message: string }

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

export function auditRoutes(): Routes {
  const routes = newRoutes()
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/audit',
      summary: 'Everything that happened, in order, with its place in the chain; `after` is the `next` of the page before',
      request: { query: z.object({ after: EventId.optional(), limit: z.coerce.number().int().min(1).max(500).optional() }) },
      responses: json('Events, and places of the chain; a place stays where an event was forgotten'),
    }),
    async (c) => {
      const { after = null, limit = 100 } = c.req.valid('query')
      const house = c.get('house')
      const links = await house.store.journal.places(house.person, after, limit)
      const events = links.flatMap(({ body }) => (body === null ? [] : [JSON.parse(body) as Event]))
      const known = await linksIn(house, links)
      const chain = links.map(
        ({ person: _, salt: __, body, ...place }): Row => ({
          ...{ ...place, forgotten: body === null, links: (place.turn && known.get(place.turn)) || null },
        }),
      )
      const next = links.length === limit ? (links.at(-1)!.id as EventId) : null
      return c.json({ events, chain, next } satisfies AuditPage) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/audit/verify',
      summary: 'Whether the chain is whole; with `n` and `hash`, whether a head that was noted elsewhere is in it',
      request: { query: z.object({ n: z.coerce.number().int().min(0).optional(), hash: Hash.optional() }) },
      responses: json('Whole, or the first place that does not fit and why'),
    }),
    async (c) => {
      const { store, person } = c.get('house')
      const verified = await store.journal.verify(person)
      if (!verified.ok) {
        const { n = null, event = null, why = '' } = verified.error.values ?? {}
        const message = whyBroken(verified.error, languageOf(c.req.header('accept-language')))
        return c.json({ intact: false, n, event, why, message } as Verified) as never
      }
      const { n, hash } = c.req.valid('query')
      const known = n !== undefined && hash !== undefined ? { witnessed: await isAt(c.get('house'), n, hash) } : {}
      return c.json({ intact: true, ...verified.value, ...known } satisfies Verified) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/audit/turns/{turn}',
      summary: 'The account of one request: memories, module, models, cost, checks, rules, approvals and what came of it',
      request: { params: z.object({ turn: TurnId }) },
      responses: json('Account'),
    }),
    async (c) => {
      const account = await accountIn(c.get('house'), c.req.valid('param').turn)
      return (account ? c.json(account) : refuse(c, 404, 'turn-unknown')) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/audit/export',
      summary: 'The whole chain as JSON lines that can be checked without this program (docs/security.md)',
      responses: { 200: { description: 'One place a line', content: { 'application/x-ndjson': { schema: z.string() } } } },
    }),
    (c) => {
      const { store, person } = c.get('house')
      c.header('content-type', 'application/x-ndjson')
      c.header('content-disposition', 'attachment; filename="macaron-audit.jsonl"')
      return stream(c, async (out) => {
        for await (const line of linesOf(store.journal, person)) await out.write(line)
      }) as never
    },
  )
  return routes
}

async function accountIn({ store, person }: House, turn: TurnId): Promise<Account | null> {
  const events = await store.journal.byTurn(person, turn)
  if (!events.length) return null
  const asked = events.flatMap((event) => (event.type === 'approval-asked' && event.approval ? [event.approval] : []))
  const naming = (await Promise.all(asked.map((id) => store.journal.naming(person, id)))).flat()
  const others = naming.filter((id) => !events.some((event) => event.id === id))
  const later = await Promise.all(others.map((id) => store.journal.get(person, id)))
  return accountOf(
    events,
    later.flatMap((event) => event ?? []),
  )
}

async function linksIn({ store, person }: House, places: readonly Place[]): Promise<Map<string, Links>> {
  const turns = [...new Set(places.flatMap(({ turn }) => turn ?? []))]
  const links = async (turn: string) => [turn, linksOf(accountOf(await store.journal.byTurn(person, turn as TurnId)))] as const
  return new Map(await Promise.all(turns.map(links)))
}

/** Whether this is the place with this number. */
async function isAt({ store, person }: House, n: number, hash: string): Promise<boolean> {
  if (n === 0) return /^0+$/.test(hash)
  const found = store.db.selectFrom('journal').select('n').where('person', '=', person).where('n', '=', n).where('hash', '=', hash)
  return (await found.executeTakeFirst()) !== undefined
}
