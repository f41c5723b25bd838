/** The whole house as one file, with every home in it: for whoever has the start-up token, who can read those files anyway. */
import { createRoute, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { backUp } from '../../backup.ts'
import type { Household } from '../../household.ts'
import { refuse, refuseFailure } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'

export function backupRoutes(household: Household): Routes {
  const routes = newRoutes()
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/backup',
      summary: 'The whole house as one file, made while it goes on; by the start-up token alone',
      responses: { 200: { description: 'A tar file', content: { 'application/x-tar': { schema: z.string() } } } },
    }),
    async (c) => {
      if (c.get('entrant').credential !== null) return refuse(c, 403, 'start-up-only') as never
      const made = await backUp(household)
      if (!made.ok) return refuseFailure(c, made.error) as never
      c.header('content-type', 'application/x-tar')
      c.header('content-disposition', 'attachment; filename="macaron-backup.tar"')
      return stream(c, async (out) => {
        for await (const piece of made.value) await out.write(piece)
      }) as never
    },
  )
  return routes
}
