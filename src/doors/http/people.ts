/** The people of the house, for its owner. */
import { createRoute, z } from '@hono/zod-openapi'
import { PersonId } from '../../events.ts'
import type { Household } from '../../household.ts'
import type { Invitation, Person } from '../../people/people.ts'
import { oneLine } from './line.ts'
import { refuse, refuseFailure } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'

const json = (description: string) => ({ 200: { description, content: { 'application/json': { schema: z.any() } } } })
const bodyOf = <T extends z.ZodType>(schema: T) => ({ body: { required: true, content: { 'application/json': { schema } } } })
const one = { params: z.object({ id: PersonId }) }
const DAY = 86_400_000
/** For how long an invitation holds, unless said otherwise: days. */
const HOLDS = 7

/** `usedAt`: when they last were here; null: never, or by the start-up token. */
export type ToldPerson = Person & { usedAt: string | null; open: number }
export type PeopleView = { people: ToldPerson[]; invitations: Invitation[] }

export function peopleRoutes(household: Household): Routes {
  const { people } = household
  const routes = newRoutes()
  const told = (person: Person): ToldPerson => {
    const held = people.credentials.of(person.id)
    const last = held.map(({ usedAt }) => usedAt).sort()
    return { ...person, usedAt: last.at(-1) ?? null, open: held.length }
  }
  routes.openapi(
    createRoute({ method: 'get', path: '/people', summary: 'Who lives here, and who is invited', responses: json('People, invitations') }),
    async (c) => c.json({ people: people.all().map(told), invitations: await people.invitations() } satisfies PeopleView) as never,
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/people/invitations',
      summary: 'Invite somebody, or let somebody in anew who lost their password; the secret is told here and never again',
      request: bodyOf(
        z.strictObject({
          label: oneLine(80).default(''),
          person: PersonId.optional(),
          days: z.number().int().min(1).max(90).default(HOLDS),
        }),
      ),
      responses: json('The invitation, its secret, and where in the page it leads'),
    }),
    async (c) => {
      const { label, person, days } = c.req.valid('json')
      const made = await people.invite({ label, person, lasts: days * DAY })
      if (!made.ok) return refuseFailure(c, made.error) as never
      return c.json({ ...made.value, path: `/#/invitation/${made.value.secret}` }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'delete',
      path: '/people/invitations/{id}',
      summary: 'Take an invitation back',
      request: { params: z.object({ id: z.string().regex(/^[a-z0-9]{8,40}$/) }) },
      responses: json('Taken back'),
    }),
    async (c) => {
      const gone = await people.withdraw(c.req.valid('param').id)
      return (gone.ok ? c.json({ withdrawn: true }) : refuseFailure(c, gone.error)) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'patch',
      path: '/people/{id}',
      summary: 'Whether somebody may use the models of the house, each up to its budgets',
      request: { ...one, ...bodyOf(z.strictObject({ models: z.boolean() })) },
      responses: json('The person'),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const set = await people.setModels(id, c.req.valid('json').models)
      if (!set.ok) return refuseFailure(c, set.error) as never
      await household.reopen(id)
      return c.json({ person: told(people.get(id)!) }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/people/{id}/revoke',
      summary: 'End all sessions and tokens of somebody, and what they have open',
      request: one,
      responses: json('How many ended'),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const ended = await people.signOut(id)
      return (ended.ok ? c.json({ ended: ended.value }) : refuseFailure(c, ended.error)) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'delete',
      path: '/people/{id}',
      summary:
        'Somebody no longer lives here: their ways in and all that is theirs go for good; without `confirm=true` it answers with who that is',
      request: { ...one, query: z.object({ confirm: z.enum(['true', 'false']).optional() }) },
      responses: json('Whether they are gone'),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const person = people.get(id)
      if (!person) return refuse(c, 404, 'person-unknown') as never
      if (c.req.valid('query').confirm !== 'true') return c.json({ removed: false, person }) as never
      const gone = await household.remove(id)
      return (gone.ok ? c.json({ removed: true, person }) : refuseFailure(c, gone.error)) as never
    },
  )
  return routes
}
