/** The models: which there are, what is missing, what they cost. A key is never told; it is set on the machine itself. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Failure } from '../../base/result.ts'
import { AppId } from '../../events.ts'
import { Budgets } from '../../models/budgets.ts'
import { Word } from '../../models/consent.ts'
import type { Language } from '../../spec.ts'
import { sentence } from '../messages.ts'
import { languageOf, refuseFailure } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'

const json = (description: string) => ({ 200: { description, content: { 'application/json': { schema: z.any() } } } })

/** Some models think before they say a word. */
const TRY_TOKENS = 200

/** What is missing, and what to do, in the person's language. */
const said = (failure: Failure | null, language: Language) => failure && { code: failure.code, message: sentence(failure, language) }

export function modelRoutes(): Routes {
  const routes = newRoutes()
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/models',
      summary: 'Providers and models: what is set up, what is missing and what to do about it',
      responses: json('Providers, models, roles and budgets'),
    }),
    (c) => {
      const { providers, models, roles, budgets, problem } = c.get('house').models.overview()
      const language = languageOf(c.req.header('accept-language'))
      const told = providers.map((one) => ({ ...one, missing: said(one.missing, language) }))
      return c.json({ providers: told, models, roles, budgets, problem: said(problem, language) }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/models/costs',
      summary: 'What models cost, in dollars: in all, by day, app, step and model, and what was saved against the refine model alone',
      request: { query: z.object({ app: AppId.optional() }) },
      responses: json('Costs'),
    }),
    async (c) => c.json(await c.get('house').models.costs(c.req.valid('query').app)) as never,
  )
  routes.openapi(
    createRoute({
      method: 'put',
      path: '/models/providers/{name}/consent',
      summary: 'Whether a provider may be sent what you say and what your apps hold: yes, later (not now), never; null is asked again',
      request: {
        params: z.object({ name: z.string().max(40) }),
        body: { required: true, content: { 'application/json': { schema: z.strictObject({ consent: Word.nullable() }) } } },
      },
      responses: json('What stands'),
    }),
    async (c) => {
      const house = c.get('house')
      const { name } = c.req.valid('param')
      const { consent } = c.req.valid('json')
      const said = await house.models.say(name, consent)
      if (!said.ok) return refuseFailure(c, said.error) as never
      await house.store.journal.append({ type: 'consent-given', provider: name, word: consent ?? 'taken-back' }, { person: house.person })
      const standing = house.models.overview().providers.find((one) => one.name === name)?.consent
      return c.json({ provider: name, consent: standing }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'put',
      path: '/models/budgets',
      summary: 'Set budgets, in dollars: of a day, of an app, of a build; what is not named stays',
      request: { body: { required: true, content: { 'application/json': { schema: Budgets } } } },
      responses: json('The budgets that hold'),
    }),
    (c) => {
      const { models } = c.get('house')
      const kept = models.setBudgets(c.req.valid('json'))
      if (!kept.ok) return refuseFailure(c, kept.error) as never
      return c.json({ budgets: models.overview().budgets }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/models/try',
      summary: 'Ask a model for one word, to find out whether it can be asked: its key, its name, the way there, the budgets',
      request: {
        body: { required: true, content: { 'application/json': { schema: z.strictObject({ model: z.string().max(80).optional() }) } } },
      },
      responses: json('That it answered, how long that took and what it cost'),
    }),
    async (c) => {
      const { models } = c.get('house')
      const model = c.req.valid('json').model ?? models.overview().roles.draft
      const session = models.open({ step: 'try', models: [model], signal: c.req.raw.signal })
      const started = performance.now()
      const messages = [{ role: 'user' as const, content: 'Answer with one word: ready.' }]
      const answer = await session.complete({ model, max_tokens: TRY_TOKENS, messages, stream: true })
      session.close()
      if (!answer.ok) return refuseFailure(c, answer.error) as never
      return c.json({ model, ms: Math.round(performance.now() - started) }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/models/find',
      summary: 'Look for model servers on the usual ports of this machine',
      responses: json('Servers: what they are, where, and their models'),
    }),
    async (c) => c.json({ servers: await c.get('house').models.findLocal() }) as never,
  )
  return routes
}
