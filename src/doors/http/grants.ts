/** What apps may do besides showing their own data, and taking it back. */
import { createRoute, z } from '@hono/zod-openapi'
import { Cap } from '../../asking.ts'
import { AppId } from '../../events.ts'
import { Capability } from '../../spec.ts'
import { refuseFailure } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'

const json = (description: string) => ({ 200: { description, content: { 'application/json': { schema: z.any() } } } })
const body = <T extends z.ZodType>(schema: T) => ({ body: { required: true, content: { 'application/json': { schema } } } })

export type AppGrants = { app: AppId; name: string; icon: string; grants: { capability: Capability; granted: boolean }[]; cap: Cap | null }

export function grantRoutes(): Routes {
  const routes = newRoutes()
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/grants',
      summary: 'Apps that were allowed or refused something, and the most that one may ask a model in a day',
      responses: json('Grants by app'),
    }),
    async (c) => {
      const { apps, asking, now } = c.get('house')
      const found: AppGrants[] = []
      for (const { id: app, name, icon } of await apps.list(now())) {
        const grants = await apps.grants(app)
        const said = grants.ok ? Object.entries(grants.value) : []
        if (!said.length) continue
        const listed = said.map(([capability, granted]) => ({ capability: capability as Capability, granted }))
        found.push({
          app,
          name,
          icon,
          grants: listed,
          cap: listed.some(({ capability }) => capability === 'ai') ? await asking.cap(app) : null,
        })
      }
      return c.json({ apps: found }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'put',
      path: '/apps/{id}/grants/{capability}',
      summary: 'Allow an app something it asks for, or take it back; what it does with it at the moment ends',
      request: { params: z.object({ id: AppId, capability: Capability }), ...body(z.strictObject({ granted: z.boolean() })) },
      responses: json('Done'),
    }),
    async (c) => {
      const { apps, asking, store, person } = c.get('house')
      const { id: app, capability } = c.req.valid('param')
      const { granted } = c.req.valid('json')
      if (capability === 'ai') {
        const said = await asking.of(app).allow(granted)
        return (said.ok ? c.json({ granted }) : refuseFailure(c, said.error)) as never
      }
      const kept = await apps.grant(app, capability, granted)
      if (!kept.ok) return refuseFailure(c, kept.error) as never
      await store.journal.append({ type: 'grant-changed', app, capability, granted }, { person })
      return c.json({ granted }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'put',
      path: '/apps/{id}/cap',
      summary: 'The most that an app may ask a model in a day: dollars and questions',
      request: { params: z.object({ id: AppId }), ...body(Cap) },
      responses: json('The cap'),
    }),
    async (c) => {
      const { apps, asking } = c.get('house')
      const { id } = c.req.valid('param')
      const cap = c.req.valid('json')
      const there = await apps.grants(id)
      const kept = there.ok ? await asking.setCap(id, cap) : there
      return (kept.ok ? c.json({ cap }) : refuseFailure(c, kept.error)) as never
    },
  )
  return routes
}
