/** What was learned of the person's taste, why, and putting it aside. */
import { createRoute, z } from '@hono/zod-openapi'
import type { House } from '../../house.ts'
import type { Topical } from '../../learn.ts'
import { basisOf, does, doesNow, kindOf, lineOf, titleOf, whyNow } from '../../learning/loop/say.ts'
import { TOPICS, topics } from '../../policy/topics.ts'
import type { Language } from '../../spec.ts'
import { writtenThrough } from '../../traditional.ts'
import { languageOf, refuseFailure, writtenTo } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'

/** Of the occasions, so many are told; the newest. */
const MOST = 60

const Insight = z
  .object({
    topic: z.enum(TOPICS),
    title: z.string(),
    now: z.string(),
    why: z.string(),
    basis: z.string(),
    state: z.enum(['shipped', 'trying', 'learned', 'rested']),
    occasions: z.number().int(),
    doubt: z.number().openapi({ description: 'Chance at most that what is being learned is wrong' }),
    gain: z.object({ value: z.number(), low: z.number(), high: z.number(), count: z.number() }).nullable(),
    locked: z.string().nullable().openapi({ description: 'The action that you have fixed' }),
    actions: z.array(z.object({ action: z.string(), does: z.string() })).openapi({ description: 'What can be fixed' }),
    kinds: z.record(z.string(), z.number()).openapi({ description: 'Occasions by what came of them' }),
  })
  .openapi('Insight')
const Insights = z.object({ on: z.boolean(), topics: z.array(Insight) }).openapi('Insights')
const Reasons = z
  .object({
    topics: z.array(
      z.object({
        topic: z.enum(TOPICS),
        title: z.string(),
        lines: z.array(z.object({ at: z.string(), app: z.string(), text: z.string() })),
      }),
    ),
  })
  .openapi('Reasons')
export type Insight = z.infer<typeof Insight>
export type Insights = z.infer<typeof Insights>
export type Reasons = z.infer<typeof Reasons>

const answers = (schema: z.ZodType, description: string) => ({ 200: { description, content: { 'application/json': { schema } } } })

export function learningRoutes(): Routes {
  const routes = newRoutes()
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/learning',
      summary: 'What was learned of your taste, from what, and how sure it is',
      responses: answers(Insights, 'Insights'),
    }),
    async (c) => {
      const view = await insights(c.get('house'), languageOf(c.req.header('accept-language')))
      return (view.ok ? c.json(writtenThrough(view.value, writtenTo(c))) : refuseFailure(c, view.error)) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/learning/why',
      summary: 'Each occasion that it was learned from, the newest first',
      responses: answers(Reasons, 'Reasons'),
    }),
    async (c) => {
      const why = await reasons(c.get('house'), languageOf(c.req.header('accept-language')))
      return (why.ok ? c.json(writtenThrough(why.value, writtenTo(c))) : refuseFailure(c, why.error)) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'put',
      path: '/learning',
      summary: 'Switch learning off or on; off, everything is as for somebody new, and nothing is noted',
      request: { body: { required: true, content: { 'application/json': { schema: z.strictObject({ on: z.boolean() }) } } } },
      responses: answers(Insights, 'Insights'),
    }),
    async (c) => {
      const house = c.get('house')
      const set = await house.learning.set(c.req.valid('json').on)
      const view = set.ok ? await insights(house, languageOf(c.req.header('accept-language'))) : set
      return (view.ok ? c.json(writtenThrough(view.value, writtenTo(c))) : refuseFailure(c, view.error)) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'put',
      path: '/learning/{topic}',
      summary: 'Fix what is done in a topic, so that nothing else is tried there; null: what is learned decides again',
      request: {
        params: z.object({ topic: z.enum(TOPICS) }),
        body: { required: true, content: { 'application/json': { schema: z.strictObject({ locked: z.string().max(40).nullable() }) } } },
      },
      responses: answers(Insights, 'Insights'),
    }),
    async (c) => {
      const house = c.get('house')
      const locked = await house.learning.lock(c.req.valid('param').topic, c.req.valid('json').locked)
      const view = locked.ok ? await insights(house, languageOf(c.req.header('accept-language'))) : locked
      return (view.ok ? c.json(writtenThrough(view.value, writtenTo(c))) : refuseFailure(c, view.error)) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'delete',
      path: '/learning',
      summary: 'Begin anew: of one topic, or of all',
      request: { query: z.object({ topic: z.enum(TOPICS).optional() }) },
      responses: answers(Insights, 'Insights'),
    }),
    async (c) => {
      const house = c.get('house')
      const reset = await house.learning.reset(c.req.valid('query').topic)
      const view = reset.ok ? await insights(house, languageOf(c.req.header('accept-language'))) : reset
      return (view.ok ? c.json(writtenThrough(view.value, writtenTo(c))) : refuseFailure(c, view.error)) as never
    },
  )
  return routes
}

async function insights({ learning }: House, language: Language) {
  const view = await learning.view()
  if (!view.ok) return view
  const { on, topics } = view.value
  return { ok: true as const, value: { on, topics: topics.map((one) => insightOf(one, on, language)) } }
}

function insightOf({ topic, standing, occasions, locked }: Topical, on: boolean, language: Language): Insight {
  const { state, doubt, gain } = standing
  const kinds: Record<string, number> = {}
  for (const occasion of occasions) kinds[kindOf(occasion)] = (kinds[kindOf(occasion)] ?? 0) + 1
  return {
    topic,
    title: titleOf(topic, language),
    now: doesNow(topic, standing, on, locked, language),
    why: whyNow(standing, occasions, on, locked, language),
    basis: basisOf(occasions, language),
    state,
    occasions: occasions.length,
    doubt,
    gain: gain(),
    locked,
    actions: topics[topic].actions.map((action) => ({ action, does: does(action, language) })),
    kinds,
  }
}

async function reasons({ learning, apps }: House, language: Language) {
  const view = await learning.view()
  if (!view.ok) return view
  const nameOf = async (app: Topical['occasions'][number]['app']) => {
    const found = app && (await apps.get(app))
    return found?.ok ? found.value.spec.name : ''
  }
  const topics = view.value.topics.map(async ({ topic, occasions }) => {
    const newest = occasions.slice(-MOST).reverse()
    const lines = newest.map(async (one) => ({ at: one.at, app: await nameOf(one.app), text: lineOf(one, language) }))
    return { topic, title: titleOf(topic, language), lines: await Promise.all(lines) }
  })
  return { ok: true as const, value: { topics: await Promise.all(topics) } }
}
