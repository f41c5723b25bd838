/** Saying something: one turn as a stream of events. The turn goes on if the listener leaves; only `cancel` stops it. */
import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { clockIn } from '../../base/clock.ts'
import { AppId, ApprovalId, ConversationId, type Event, TurnId } from '../../events.ts'
import { openConversation } from '../../opening.ts'
import { languageOf, refuse, refuseFailure } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'

/** Characters of one message. Longer text belongs in a file to import. */
const MOST_TEXT = 20_000
/** Turns that run or wait at the same time; a person has a few. */
const MOST_TURNS = 24
/** Something to be read: not only white space, control and format characters. */
const SEEN = /[^\s\p{Z}\p{Cc}\p{Cf}]/u

const Say = z
  .object({
    text: z.string(),
    conversation: ConversationId.optional(),
    open: AppId.nullish(),
    /** Nothing of the conversation is kept once it is left. */
    incognito: z.boolean().optional(),
    locale: z.string().max(35).optional(),
    timeZone: z.string().max(60).optional(),
    /** Said by a button: which of what waits it answers, and how. */
    decides: z
      .strictObject({
        approval: ApprovalId,
        decision: z.enum(['approve', 'decline', 'later']),
        /** Of what waits, as it was looked at; 1 if not said. */
        revision: z.number().int().min(1).optional(),
      })
      .optional(),
  })
  .openapi('Say')

const say = createRoute({
  method: 'post',
  path: '/turns',
  summary: 'Say something; answers with the events of the turn as they happen (server-sent events, one JSON event each)',
  request: { body: { required: true, content: { 'application/json': { schema: Say } } } },
  responses: {
    200: {
      description: 'Events of src/events.ts; ends with reply-end or turn-failed',
      content: { 'text/event-stream': { schema: z.string() } },
    },
  },
})

const opening = createRoute({
  method: 'post',
  path: '/openings',
  summary: 'Begin a conversation: what fits this moment of what is remembered and of what the apps have for today; null where nothing does',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              conversation: ConversationId.optional(),
              locale: z.string().max(35).optional(),
              timeZone: z.string().max(60).optional(),
              /** Only where nothing was said for a while in any conversation. */
              calm: z.boolean().optional(),
            })
            .openapi('Begin'),
        },
      },
    },
  },
  responses: { 200: { description: 'The event', content: { 'application/json': { schema: z.any() } } } },
})

const cancel = createRoute({
  method: 'post',
  path: '/turns/{turn}/cancel',
  summary: 'Stop a turn; what it had published stays',
  request: { params: z.object({ turn: TurnId }) },
  responses: { 200: { description: 'Stopped', content: { 'application/json': { schema: z.object({ cancelled: z.literal(true) }) } } } },
})

export function turnRoutes(): Routes {
  const routes = newRoutes()
  routes.openapi(say, async (c) => {
    const body = c.req.valid('json')
    if (body.text.length > MOST_TEXT) return refuse(c, 413, 'too-large', { most: `${MOST_TEXT}` }) as never
    if (!SEEN.test(body.text)) return refuse(c, 422, 'message-empty') as never
    const fallback = languageOf(c.req.header('accept-language'))
    const house = c.get('house')
    const { scopes } = c.get('entrant')
    if (body.decides && !scopes.has('admin')) return refuse(c, 403, 'scope-missing', { scope: 'admin' }) as never
    if (house.turns.count() >= MOST_TURNS) return refuse(c, 429, 'too-many') as never
    const conversation = body.conversation ?? house.newId<ConversationId>()
    if (body.incognito) {
      const opened = await house.incognito.open(conversation)
      if (!opened.ok) return refuseFailure(c, opened.error) as never
    }
    const running = house.turns.start({
      text: body.text,
      conversation,
      open: body.open ?? null,
      ...(body.decides && { decides: body.decides }),
      barred: { build: !scopes.has('build'), decide: !scopes.has('admin') },
      locale: knownLocale(body.locale) ?? fallback,
      timeZone: knownTimeZone(body.timeZone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    })
    return streamSSE(c, async (stream) => {
      for await (const event of running.events()) await stream.writeSSE(asMessage(event))
    }) as never
  })
  routes.openapi(opening, async (c) => {
    const { conversation, locale, timeZone, calm = false } = c.req.valid('json')
    const house = c.get('house')
    const opened = await openConversation(house, {
      conversation: conversation ?? house.newId<ConversationId>(),
      locale: knownLocale(locale) ?? languageOf(c.req.header('accept-language')),
      timeZone: knownTimeZone(timeZone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      calm,
    })
    return (opened.ok ? c.json({ opening: opened.value }) : refuseFailure(c, opened.error)) as never
  })
  routes.openapi(cancel, (c) => {
    if (!c.get('house').turns.cancel(c.req.valid('param').turn)) return refuse(c, 404, 'turn-unknown') as never
    return c.json({ cancelled: true }) as never
  })
  return routes
}

export const asMessage = (event: Event) => ({ id: event.id, event: event.type, data: JSON.stringify(event) })

/** What a browser says of itself is parsed too: an unknown zone would throw in Intl later. */
export function knownTimeZone(zone: string | undefined): string | undefined {
  if (!zone) return undefined
  try {
    return clockIn(zone).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
export function knownLocale(locale: string | undefined): string | undefined {
  if (!locale) return undefined
  try {
    return Intl.getCanonicalLocales(locale)[0]
  } catch {
    return undefined
  }
}
