/** The rules of ethics, what they say, and whom they hold for: where the person lives and how old they are, as far as they say. */
import { createRoute, z } from '@hono/zod-openapi'
import { Circumstances } from '../../ethics.ts'
import { LIBRARY, sourceOf } from '../../governance/ethics/apply.ts'
import type { EthicsRule } from '../../governance/ethics/rule.ts'
import { ruleSays } from '../messages-ethics.ts'
import { languageOf, refuseFailure, writtenTo } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'

const json = (description: string) => ({ 200: { description, content: { 'application/json': { schema: z.any() } } } })

export type ToldRule = Pick<EthicsRule, 'id' | 'version' | 'when'> & { effect: EthicsRule['effect']['do']; source: string; says: string }

export function ethicsRoutes(): Routes {
  const routes = newRoutes()
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/rules',
      summary: 'The rules of ethics: when they hold, what they do, the law or norm they stand on',
      responses: json('Rules'),
    }),
    (c) => {
      const language = languageOf(c.req.header('accept-language'))
      const rules = LIBRARY.map((rule): ToldRule => {
        const { id, version, when, effect } = rule
        return { id, version, when, effect: effect.do, source: sourceOf(rule), says: writtenTo(c)(ruleSays(id, language)) }
      })
      return c.json({ rules }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/circumstances',
      summary: 'Where the person lives and how old they are; null where they did not say',
      responses: json('Circumstances'),
    }),
    async (c) => c.json(await c.get('house').ethics.circumstances()) as never,
  )
  routes.openapi(
    createRoute({
      method: 'put',
      path: '/circumstances',
      summary: 'Say where you live and how old you are: which rules hold goes by it',
      request: { body: { required: true, content: { 'application/json': { schema: Circumstances } } } },
      responses: json('Circumstances'),
    }),
    async (c) => {
      const told = c.req.valid('json')
      const kept = await c.get('house').ethics.set(told)
      return (kept.ok ? c.json(told) : refuseFailure(c, kept.error)) as never
    },
  )
  return routes
}
