/** What waits for the person's word, and giving it. A decision is a turn of the conversation it was asked in. */
import { createRoute, z } from '@hono/zod-openapi'
import { expire } from '../../approvals.ts'
import { ApprovalId, type EventOf } from '../../events.ts'
import type { Approval } from '../../governance/approvals.ts'
import { CHOICES } from '../../governance/words.ts'
import { languageOf, refuse, refuseFailure } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'

const json = (description: string) => ({ 200: { description, content: { 'application/json': { schema: z.any() } } } })
/** Of those that were decided, so many are told. */
const MOST = 50

/** What is published stays here: an app's source is asked for by its id. */
const told = ({ body: _, ...approval }: Approval) => approval

export function approvalRoutes(): Routes {
  const routes = newRoutes()
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/approvals',
      summary: 'What waits for your word, and what became of what waited; the newest first',
      responses: json('Approvals'),
    }),
    async (c) => {
      const house = c.get('house')
      const swept = await expire(house)
      if (!swept.ok) return refuseFailure(c, swept.error) as never
      return c.json({ approvals: (await house.approvals.all(MOST)).map(told) }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/approvals/{id}',
      summary: 'Say yes, no or later; answers once it is done',
      request: {
        params: z.object({ id: ApprovalId }),
        body: {
          required: true,
          content: { 'application/json': { schema: z.strictObject({ decision: z.enum(['approve', 'decline', 'later']) }) } },
        },
      },
      responses: json('What became of it, and what was said'),
    }),
    async (c) => {
      const house = c.get('house')
      const { id } = c.req.valid('param')
      const { decision } = c.req.valid('json')
      const approval = await house.approvals.get(id)
      if (!approval) return refuse(c, 404, 'approval-unknown') as never
      const language = languageOf(c.req.header('accept-language'))
      const { conversation } = approval
      const running = house.turns.start({
        text: CHOICES[approval.kind][language][decision],
        conversation: conversation && !house.incognito.has(conversation) ? conversation : null,
        open: null,
        locale: language,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        decides: { approval: id, decision },
      })
      let text = ''
      for await (const event of running.events()) {
        if (event.type === 'reply-end') text = event.text
        if (event.type === 'turn-failed') return refuse(c, 422, event.code, undefined, (event as EventOf<'turn-failed'>).message) as never
      }
      const after = await house.approvals.get(id)
      return c.json({ approval: told(after ?? approval), text }) as never
    },
  )
  return routes
}
