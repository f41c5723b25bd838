/** What waits for the person's word, and giving it. A decision is a turn of the conversation it was asked in. */
import { createRoute, z } from '@hono/zod-openapi'
import { asked, askToWrite, choicesOf, expire } from '../../approvals.ts'
import { AppId, ApprovalId, type EventOf } from '../../events.ts'
import type { Approval } from '../../governance/approvals.ts'
import { lineDiff } from '../../governance/changes.ts'
import { CHOICES } from '../../governance/words.ts'
import { edit, Kept } from '../../proposals.ts'
import { Identifier, type Language, Value } from '../../spec.ts'
import { languageOf, refuse, refuseFailure } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'

const Decided = z.strictObject({
  decision: z.enum(['approve', 'decline', 'later']),
  /** The one that was looked at: an edit makes the next. 1 if not said. */
  revision: z.number().int().min(1).optional(),
})
const Edited = z.strictObject({
  revision: z.number().int().min(1),
  /** By the id of a field that the approval lists. */
  edits: z.record(z.string().max(120), z.union([z.string().max(400), z.number(), z.boolean()])),
})
const Values = z.record(Identifier, Value)
const Proposed = z.strictObject({
  writes: z
    .array(
      z.discriminatedUnion('do', [
        z.strictObject({ do: z.literal('create'), collection: Identifier, values: Values }),
        z.strictObject({ do: z.literal('update'), collection: Identifier, record: z.string().max(80), values: Values }),
        z.strictObject({ do: z.literal('delete'), collection: Identifier, record: z.string().max(80) }),
      ]),
    )
    .min(1)
    .max(100),
})
const bodyOf = <T extends z.ZodType>(schema: T) => ({ body: { required: true, content: { 'application/json': { schema } } } })

const json = (description: string) => ({ 200: { description, content: { 'application/json': { schema: z.any() } } } })
/** Of those that were decided, so many are told. */
const MOST = 50

/** What is published stays here: an app's source is asked for by its id. */
const told = ({ body: _, ...approval }: Approval, language: Language) => ({ ...approval, choices: choicesOf(approval.kind, language) })

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
      const language = languageOf(c.req.header('accept-language'))
      const swept = await expire(house)
      if (!swept.ok) return refuseFailure(c, swept.error) as never
      return c.json({ approvals: (await house.approvals.all(MOST)).map((one) => told(one, language)) }) as never
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
          content: { 'application/json': { schema: Decided } },
        },
      },
      responses: json('What became of it, and what was said'),
    }),
    async (c) => {
      const house = c.get('house')
      const { id } = c.req.valid('param')
      const { decision, revision } = c.req.valid('json')
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
        decides: { approval: id, decision, revision },
      })
      let text = ''
      for await (const event of running.events()) {
        if (event.type === 'reply-end') text = event.text
        if (event.type === 'turn-failed') return refuse(c, 422, event.code, undefined, (event as EventOf<'turn-failed'>).message) as never
      }
      const after = await house.approvals.get(id)
      return c.json({ approval: told(after ?? approval, language), text }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'patch',
      path: '/approvals/{id}',
      summary: 'Change what is proposed; a yes then counts for the new revision and for none before',
      request: { params: z.object({ id: ApprovalId }), ...bodyOf(Edited) },
      responses: json('What waits now'),
    }),
    async (c) => {
      const { revision, edits } = c.req.valid('json')
      const house = c.get('house')
      const swept = await expire(house)
      if (!swept.ok) return refuseFailure(c, swept.error) as never
      const language = languageOf(c.req.header('accept-language'))
      const made = await edit(house, c.req.valid('param').id, revision, edits, language)
      return (made.ok ? c.json({ approval: told(made.value, language) }) : refuseFailure(c, made.error)) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/approvals/{id}/source',
      summary: 'The source that a yes changes, line by line: + is new, - is gone',
      request: { params: z.object({ id: ApprovalId }) },
      responses: json('Files'),
    }),
    async (c) => {
      const { approvals, apps } = c.get('house')
      const approval = await approvals.get(c.req.valid('param').id)
      if (!approval) return refuse(c, 404, 'approval-unknown') as never
      const kept = Kept.safeParse(approval.body).data
      const before = kept?.version && approval.app ? await apps.version(approval.app, kept.version) : null
      const was = before?.ok ? before.value.files : {}
      const files = Object.entries({ ...Object.fromEntries(Object.keys(was).map((name) => [name, ''])), ...kept?.files })
        .filter(([name, text]) => was[name] !== text)
        .map(([file, text]) => ({ file, lines: lineDiff(was[file] ?? '', text) }))
      return c.json({ files }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/apps/{id}/proposals',
      summary: 'Propose changes of entries: nothing is written before the person says yes',
      request: { params: z.object({ id: AppId }), ...bodyOf(Proposed) },
      responses: json('What waits'),
    }),
    async (c) => {
      const house = c.get('house')
      const language = languageOf(c.req.header('accept-language'))
      const writes = c.req.valid('json').writes.map((write, at) => ({ ...write, id: `write-${at}` }))
      const app = c.req.valid('param').id
      const made = await askToWrite(house, { app, writes, language, locale: language, conversation: null })
      if (!made.ok) return refuseFailure(c, made.error) as never
      const noted = await house.store.journal.append(asked(made.value.approval), { person: house.person })
      return (noted.ok ? c.json({ approval: told(made.value.approval, language) }) : refuseFailure(c, noted.error)) as never
    },
  )
  return routes
}
