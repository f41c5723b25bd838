/** What is the person's own besides apps: who they are here, conversations, memories, the audit, feedback, everything as a file. */
import { createRoute, z } from '@hono/zod-openapi'
import { ConversationId, EventId, MemoryId } from '../../events.ts'
import { explain, type Past } from '../../explain.ts'
import { forgetMemories } from '../../forget.ts'
import type { House } from '../../house.ts'
import { asRemembered } from '../../memory/memory.ts'
import { exportAll, importAll } from '../../transfer.ts'
import { languageOf, refuse, refuseFailure } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'

const json = (description: string) => ({ 200: { description, content: { 'application/json': { schema: z.any() } } } })

export function accountRoutes(): Routes {
  const routes = newRoutes()

  routes.openapi(
    createRoute({ method: 'get', path: '/me', summary: 'Who is signed in, and how they are spoken to', responses: json('Person') }),
    async (c) => {
      const house = c.get('house')
      const language = languageOf(c.req.header('accept-language'))
      const locale = c.req.header('accept-language')?.split(',')[0]?.split(';')[0]?.trim() || language
      const fresh = (await house.apps.list(house.now())).length === 0
      return c.json({
        person: house.person,
        language,
        locale,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        fresh,
        version: house.version,
      }) as never
    },
  )

  routes.openapi(
    createRoute({ method: 'get', path: '/conversations', summary: 'Conversations, the newest first', responses: json('Conversations') }),
    async (c) => {
      return c.json({ conversations: await c.get('house').store.journal.conversations(c.get('house').person) }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/conversations/{id}',
      summary: 'The events of a conversation, in order',
      request: { params: z.object({ id: ConversationId }) },
      responses: json('Events'),
    }),
    async (c) => {
      const events = await c.get('house').store.journal.byConversation(c.get('house').person, c.req.valid('param').id)
      return (events.length ? c.json({ events }) : refuse(c, 404, 'conversation-unknown')) as never
    },
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/memories',
      summary: 'What is remembered; `about` asks for what fits a text',
      request: { query: z.object({ about: z.string().max(2000).optional() }) },
      responses: json('Memories'),
    }),
    async (c) => {
      const { about } = c.req.valid('query')
      const house = c.get('house')
      const asked = { now: house.now(), language: languageOf(c.req.header('accept-language')), most: 20 }
      const memories = about ? (await house.memory.recall(about, asked)).items : (await house.memory.list()).map(asRemembered)
      return c.json({ memories }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'delete',
      path: '/memories/{id}',
      summary: 'Forget one memory; its words are gone from the journal too',
      request: { params: z.object({ id: MemoryId }) },
      responses: json('Forgotten'),
    }),
    async (c) => {
      const house = c.get('house')
      const { id } = c.req.valid('param')
      const forgotten = await forgetMemories(house, [id])
      if (!forgotten.ok) return refuseFailure(c, forgotten.error) as never
      await house.store.journal.append({ type: 'memory-forgotten', memory: id }, { person: house.person })
      return c.json({ forgotten: id }) as never
    },
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/audit',
      summary: 'Everything that happened, in order; `after` is the `next` of the page before',
      request: { query: z.object({ after: EventId.optional(), limit: z.coerce.number().int().min(1).max(500).optional() }) },
      responses: json('Events'),
    }),
    async (c) => {
      const { after = null, limit = 100 } = c.req.valid('query')
      const events = await c.get('house').store.journal.since(c.get('house').person, after, limit)
      return c.json({ events, next: events.length === limit ? events.at(-1)?.id : null }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/why/{event}',
      summary: 'Why something was done, from what was recorded when it was',
      request: { params: z.object({ event: EventId }) },
      responses: json('Explanation'),
    }),
    async (c) => {
      const explained = await explain(pastOf(c.get('house')), c.req.valid('param').event, languageOf(c.req.header('accept-language')))
      if (!explained) return refuse(c, 404, 'event-unknown') as never
      return c.json(explained) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/feedback',
      summary: 'How good an event was, from -1 to 1',
      request: {
        body: {
          required: true,
          content: {
            'application/json': {
              schema: z.object({ about: EventId, value: z.number().min(-1).max(1), words: z.string().max(2000).optional() }),
            },
          },
        },
      },
      responses: json('The event'),
    }),
    async (c) => {
      const house = c.get('house')
      const { about, value, words } = c.req.valid('json')
      if (!(await house.store.journal.get(house.person, about))) return refuse(c, 404, 'event-unknown') as never
      const event = await house.store.journal.append(
        { type: 'feedback-received', about, value, ...(words && { words }) },
        { person: house.person },
      )
      return (event.ok ? c.json(event.value) : refuseFailure(c, event.error)) as never
    },
  )

  routes.openapi(
    createRoute({ method: 'get', path: '/doctor', summary: 'Whether everything is in order', responses: json('Checks') }),
    async (c) => {
      return c.json(await c.get('house').doctor(languageOf(c.req.header('accept-language')))) as never
    },
  )
  routes.openapi(
    createRoute({ method: 'get', path: '/export', summary: 'Everything of the person’s as one document', responses: json('Export') }),
    async (c) => {
      return c.json(await exportAll(c.get('house'))) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/import',
      summary: 'Bring in what was exported, as new apps',
      request: { body: { required: true, content: { 'application/json': { schema: z.any() } } } },
      responses: json('How much was brought in'),
    }),
    async (c) => {
      const brought = await importAll(c.get('house'), c.req.valid('json'))
      return (brought.ok ? c.json(brought.value) : refuseFailure(c, brought.error)) as never
    },
  )
  return routes
}

const pastOf = ({ store, person }: House): Past => ({
  get: (id) => store.journal.get(person, id),
  byTurn: (turn) => store.journal.byTurn(person, turn),
})
