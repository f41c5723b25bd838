/** The ways in, open to whoever comes: the start-up token, a name and password, an invitation. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Result } from '../../base/result.ts'
import type { Household } from '../../household.ts'
import type { AuthenticationResponseJSON, Site } from '../../people/passkeys.ts'
import type { Person } from '../../people/people.ts'
import { addressOf } from './address.ts'
import { refuse, refuseFailure } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'
import { type Door, signIn, tokenFits } from './session.ts'

const json = (description: string) => ({ 200: { description, content: { 'application/json': { schema: z.any() } } } })
const Secret = z.string().min(1).max(200)
const Password = z.string().max(1000)
const Name = z.string().max(200)

const OPEN = ['/api/session', '/api/session/passkey', '/api/session/passkey/options', '/api/invitations/look', '/api/invitations/accept']
export const isOpen = (path: string): boolean => OPEN.includes(path)

export function entryRoutes(household: Household, door: Door): Routes {
  const { people } = household
  const routes = newRoutes()
  const entered = async (c: Context, found: Result<Person>) => {
    if (!found.ok) return failed(c, found.error)
    const made = await signIn(c, door, household, found.value.id)
    return made.ok ? c.json({ signedIn: true }) : refuseFailure(c, made.error)
  }
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/session',
      summary: 'How one gets in here: whether anybody has a password or a passkey',
      responses: json('Ways in'),
    }),
    (c) => c.json({ passwords: people.passwords(), passkeys: people.passkeys.any() }) as never,
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/session',
      summary: 'Sign in, by the start-up token or by name and password; answers with a cookie',
      request: {
        body: {
          required: true,
          content: {
            'application/json': { schema: z.union([z.object({ name: Name, password: Password }), z.object({ token: z.any() })]) },
          },
        },
      },
      responses: json('Signed in'),
    }),
    async (c) => {
      const body = c.req.valid('json')
      if ('password' in body)
        return (await entered(c, await people.signIn(body.name, body.password, addressOf(c, door) ?? 'here'))) as never
      const { token } = body
      if (typeof token !== 'string' || !tokenFits(door, token)) return refuse(c, 401, 'token-wrong') as never
      return (await entered(c, { ok: true, value: people.owner() })) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/session/passkey/options',
      summary: 'What a browser asks a device, to sign in by a passkey',
      responses: json('PublicKeyCredentialRequestOptions'),
    }),
    async (c) => c.json(await people.passkeys.entering(siteOf(c))) as never,
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/session/passkey',
      summary: 'Sign in by a passkey; answers with a cookie',
      request: { body: { required: true, content: { 'application/json': { schema: z.strictObject({ answer: PasskeyAnswer }) } } } },
      responses: json('Signed in'),
    }),
    async (c) => {
      const answer = c.req.valid('json').answer as unknown as AuthenticationResponseJSON
      const found = await people.passkeys.enter(answer, siteOf(c))
      if (!found.ok) return failed(c, found.error) as never
      const person = people.get(found.value)
      return (person ? await entered(c, { ok: true, value: person }) : refuse(c, 401, 'passkey-wrong')) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/invitations/look',
      summary: 'Whether an invitation still holds, and whether it is for somebody who was here before',
      request: { body: { required: true, content: { 'application/json': { schema: z.strictObject({ invitation: Secret }) } } } },
      responses: json('The invitation'),
    }),
    async (c) => {
      const found = await people.invitation(c.req.valid('json').invitation)
      if (!found.ok) return refuseFailure(c, found.error) as never
      const { until, person } = found.value
      return c.json({ until, name: person && people.get(person)?.name }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/invitations/accept',
      summary: 'Use an invitation up: choose a name and a password, and be signed in',
      request: {
        body: {
          required: true,
          content: { 'application/json': { schema: z.strictObject({ invitation: Secret, name: Name, password: Password }) } },
        },
      },
      responses: json('Signed in'),
    }),
    async (c) => {
      const { invitation, ...wanted } = c.req.valid('json')
      return (await entered(c, await people.accept(invitation, wanted))) as never
    },
  )
  return routes
}

/** What a device answered: looked at by who checks it. */
export const PasskeyAnswer = z.looseObject({ id: z.string().min(1).max(1400) })

/** The page that asks; its origin was compared with where the request went (session.ts). */
export function siteOf(c: Context): Site {
  const origin = c.req.header('origin') ?? ''
  return { origin, host: URL.canParse(origin) ? new URL(origin).hostname : 'localhost' }
}

/** Of a guess that came too soon it says when the next may. */
export function failed(c: Context, failure: { code: string; message: string; values?: Record<string, string | number> }) {
  if (failure.code === 'guess-later') c.header('retry-after', String(failure.values?.seconds ?? 60))
  return refuseFailure(c, failure)
}
