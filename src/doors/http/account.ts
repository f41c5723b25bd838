/** What is the person's own besides apps: who they are here, conversations, memories, feedback, everything as a file. */
import { createRoute, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { examineAll } from '../../doctor.ts'
import { permitAnew } from '../../embeddings.ts'
import { eraseEverything, holdingsOf } from '../../erase.ts'
import { AppId, ConversationId, type Event, EventId } from '../../events.ts'
import { everythingOf } from '../../everything.ts'
import { explain, type Past } from '../../explain.ts'
import { READERS } from '../../explain-views.ts'
import { type Held, heldOf } from '../../held.ts'
import type { House } from '../../house.ts'
import type { Household } from '../../household.ts'
import { ALLOWABLE, allow, PermissionsShape, permissionsOf } from '../../permissions.ts'
import { writtenThrough } from '../../traditional.ts'
import { importAll } from '../../transfer.ts'
import { languageOf, refuse, refuseFailure, writtenTo } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'

const json = (description: string) => ({ 200: { description, content: { 'application/json': { schema: z.any() } } } })

export function accountRoutes(household: Household): Routes {
  const routes = newRoutes()

  routes.openapi(
    createRoute({ method: 'get', path: '/me', summary: 'Who is signed in, and how they are spoken to', responses: json('Person') }),
    async (c) => {
      const house = c.get('house')
      const language = languageOf(c.req.header('accept-language'))
      const locale = c.req.header('accept-language')?.split(',')[0]?.split(';')[0]?.trim() || language
      const { role, name } = c.get('entrant').person
      const fresh = (await house.apps.list(house.now())).length === 0
      return c.json({
        person: house.person,
        role,
        name,
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
      const { store, person, incognito } = c.get('house')
      const all = await store.journal.conversations(person)
      return c.json({ conversations: all.filter(({ id }) => !incognito.has(id)) }) as never
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
      method: 'post',
      path: '/conversations/{id}/leave',
      summary: 'Leave a conversation; what was said in an incognito one is forgotten',
      request: { params: z.object({ id: ConversationId }) },
      responses: json('How many events were forgotten'),
    }),
    async (c) => {
      const { incognito } = c.get('house')
      const { id } = c.req.valid('param')
      if (!incognito.has(id)) return refuse(c, 404, 'conversation-unknown') as never
      const left = await incognito.leave(id)
      return (left.ok ? c.json({ forgotten: left.value.events }) : refuseFailure(c, left.error)) as never
    },
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/privacy',
      summary: 'What may leave this machine, by destination; `any-model` holds for every other one',
      responses: json('Permissions'),
    }),
    async (c) => c.json({ classes: ALLOWABLE, permissions: await permissionsOf(c.get('house')) }) as never,
  )
  routes.openapi(
    createRoute({
      method: 'put',
      path: '/privacy',
      summary: 'Set what may leave this machine; a secret never does',
      request: {
        body: { required: true, content: { 'application/json': { schema: z.strictObject({ permissions: PermissionsShape }) } } },
      },
      responses: json('Permissions'),
    }),
    async (c) => {
      const house = c.get('house')
      const allowed = await allow(house, c.req.valid('json').permissions)
      const held = allowed.ok ? await permitAnew(house) : allowed
      if (!held.ok) return refuseFailure(c, held.error) as never
      return c.json({ classes: ALLOWABLE, permissions: await permissionsOf(house) }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/held',
      summary: 'What is held of you, in figures: how much of each kind, where it came from, since when, and what was sent where',
      responses: json('Held'),
    }),
    async (c) => c.json((await heldOf(c.get('house'))) satisfies Held) as never,
  )
  routes.openapi(
    createRoute({
      method: 'delete',
      path: '/account',
      summary: 'Forget everything: memories, conversations, apps and settings; without `confirm=true` it answers with how much that is',
      request: { query: z.object({ confirm: z.enum(['true', 'false']).optional() }) },
      responses: json('How much was, or would be, forgotten'),
    }),
    async (c) => {
      const house = c.get('house')
      const holdings = await holdingsOf(house)
      if (!holdings.ok) return refuseFailure(c, holdings.error) as never
      if (c.req.valid('query').confirm !== 'true') return c.json({ forgotten: false, ...holdings.value }) as never
      const erased = await eraseEverything(house)
      return (erased.ok ? c.json({ forgotten: true, ...holdings.value }) : refuseFailure(c, erased.error)) as never
    },
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/why/{event}',
      summary: 'Why something was done, from what was recorded when it was',
      request: { params: z.object({ event: EventId }), query: z.object({ for: z.enum(READERS).optional() }) },
      responses: json('Explanation: by consequence, duty and character, with the closest alternative'),
    }),
    async (c) => {
      const language = languageOf(c.req.header('accept-language'))
      const explained = await explain(pastOf(c.get('house')), c.req.valid('param').event, language, c.req.valid('query').for)
      if (!explained) return refuse(c, 404, 'event-unknown') as never
      return c.json(writtenThrough(explained, writtenTo(c))) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/feedback',
      summary: 'How good an event was, from -1 to 1; without `about` the last version of `app`, else the last reply',
      request: {
        body: {
          required: true,
          content: {
            'application/json': {
              schema: z.object({
                about: EventId.optional(),
                app: AppId.optional(),
                value: z.number().min(-1).max(1),
                words: z.string().max(2000).optional(),
              }),
            },
          },
        },
      },
      responses: json('The event'),
    }),
    async (c) => {
      const house = c.get('house')
      const { about: named, app, value, words } = c.req.valid('json')
      const rated = named ? await house.store.journal.get(house.person, named) : await lastOf(house, app)
      if (!rated) return refuse(c, 404, named ? 'event-unknown' : 'nothing-to-rate') as never
      const about = rated.id
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
      const language = languageOf(c.req.header('accept-language'))
      const house = c.get('house')
      // The machine, and whether everybody's home opens, is for its owner to know.
      const report = house === household.house ? await examineAll(household, language) : await house.doctor(language)
      return c.json(writtenThrough(report, writtenTo(c))) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/export',
      summary: 'Everything that is held of the person as one document, without secrets; apps and memories in it can be brought in again',
      responses: json('Export'),
    }),
    async (c) => {
      const house = c.get('house')
      const { people } = household
      const without = <T extends { person: unknown }>({ person: _, ...told }: T) => told
      const ways = {
        name: c.get('entrant').person.name,
        credentials: people.credentials.of(house.person).map(({ scopes, ...one }) => ({ ...without(one), scopes: [...scopes] })),
        passkeys: people.passkeys.of(house.person).map(without),
      }
      c.header('content-type', 'application/json; charset=UTF-8')
      return stream(c, async (out) => {
        for await (const piece of everythingOf(house, ways)) await out.write(piece)
      }) as never
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

/** What a person means who says that it was good or bad and not what: the newest version of an app, or the last reply that is kept. */
async function lastOf({ store, person, incognito }: House, app: AppId | undefined): Promise<Event | null> {
  if (!app)
    return (await store.journal.byType(person, ['reply-end'], LOOKED_AT)).find((event) => !incognito.has(event.conversation)) ?? null
  const of = (await store.journal.byType(person, OF_APP, LOOKED_AT)).filter((event) => 'app' in event && event.app === app)
  // One that was brought in was published nowhere here: then it is about what was last done with it.
  return of.find(({ type }) => type === 'app-published') ?? of[0] ?? null
}
const LOOKED_AT = 1000
const OF_APP = ['app-published', 'checkpoint-restored', 'record-logged', 'answer-found', 'app-used'] as const

const pastOf = ({ store, person }: House): Past => ({
  get: (id) => store.journal.get(person, id),
  byTurn: (turn) => store.journal.byTurn(person, turn),
})
