/** How a person gets in: their sessions, their API tokens, their password; and ending any of it. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Household } from '../../household.ts'
import type { Credential } from '../../people/credentials.ts'
import type { Passkey, RegistrationResponseJSON } from '../../people/passkeys.ts'
import { Scope } from '../../people/scopes.ts'
import { failed, PasskeyAnswer, siteOf } from './entry.ts'
import { oneLine } from './line.ts'
import { refuseFailure } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'
import { deviceOf, signOut } from './session.ts'

const json = (description: string) => ({ 200: { description, content: { 'application/json': { schema: z.any() } } } })
const bodyOf = <T extends z.ZodType>(schema: T) => ({ body: { required: true, content: { 'application/json': { schema } } } })
const DAY = 86_400_000
/** Of a passkey it is the device's, in base64url. */
const Id = z.string().regex(/^[\w-]{8,1400}$/)

export type ToldCredential = Pick<Credential, 'id' | 'name' | 'at' | 'until' | 'usedAt'> & {
  kind: Credential['kind'] | 'passkey'
  scopes: Scope[]
  current: boolean
}

const told = ({ person: _, scopes, ...credential }: Credential, current: string | null): ToldCredential => ({
  ...credential,
  scopes: [...scopes],
  current: credential.id === current,
})

const asTold = ({ person: _, ...passkey }: Passkey): ToldCredential => ({
  ...{ ...passkey, kind: 'passkey', scopes: [], until: null, current: false },
})

export function credentialRoutes({ people }: Household): Routes {
  const { credentials, passkeys } = people
  const routes = newRoutes()
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/credentials',
      summary: 'Your sessions, tokens and passkeys',
      responses: json('Credentials'),
    }),
    (c) => {
      const { person, credential } = c.get('entrant')
      const held = credentials.of(person.id).map((one) => told(one, credential?.id ?? null))
      return c.json({ credentials: [...passkeys.of(person.id).map(asTold), ...held] }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/credentials',
      summary: 'Make an API token; its secret is told here and never again',
      request: bodyOf(
        z.strictObject({
          name: oneLine(80).trim().min(1),
          scopes: z.array(Scope).min(1).max(4),
          /** It ends after so many days. */
          days: z.number().int().min(1).max(3650).nullish(),
        }),
      ),
      responses: json('The token and its secret'),
    }),
    async (c) => {
      const { name, scopes, days } = c.req.valid('json')
      const { person } = c.get('entrant')
      const lasts = days ? days * DAY : null
      const made = await credentials.make({ person: person.id, kind: 'token', name, scopes: new Set(scopes), lasts })
      if (!made.ok) return refuseFailure(c, made.error) as never
      return c.json({ credential: told(made.value.credential, null), secret: made.value.secret }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'delete',
      path: '/credentials/{id}',
      summary: 'End a session or token, and what it has open, or take a passkey away; your own session is how you sign out',
      request: { params: z.object({ id: Id }) },
      responses: json('Ended'),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { person, credential } = c.get('entrant')
      const passkey = passkeys.of(person.id).some((one) => one.id === id)
      const ended = passkey ? await passkeys.remove(person.id, id) : await credentials.revoke(person.id, { id })
      if (!ended.ok) return refuseFailure(c, ended.error) as never
      if (id === credential?.id) signOut(c)
      return c.json({ ended: 1 }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'delete',
      path: '/credentials',
      summary: 'End all your sessions and tokens but the one that asks',
      responses: json('How many ended'),
    }),
    async (c) => {
      const { person, credential } = c.get('entrant')
      const ended = await credentials.revoke(person.id, { but: credential?.id ?? null })
      return (ended.ok ? c.json({ ended: ended.value }) : refuseFailure(c, ended.error)) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/passkeys/options',
      summary: 'What a browser asks a device, for a new passkey',
      responses: json('PublicKeyCredentialCreationOptions'),
    }),
    async (c) => c.json(await passkeys.asking(c.get('entrant').person, siteOf(c))) as never,
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/passkeys',
      summary: 'Keep a new passkey',
      request: bodyOf(z.strictObject({ answer: PasskeyAnswer })),
      responses: json('The passkey'),
    }),
    async (c) => {
      const answer = c.req.valid('json').answer as unknown as RegistrationResponseJSON
      const added = await passkeys.add(c.get('entrant').person.id, deviceOf(c.req.header('user-agent')), answer, siteOf(c))
      return (added.ok ? c.json({ credential: asTold(added.value) }) : refuseFailure(c, added.error)) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'put',
      path: '/password',
      summary: 'Choose a password, and a name with it; other sessions end',
      request: bodyOf(
        z.strictObject({ name: z.string().max(200).optional(), password: z.string().max(1000), current: z.string().max(1000).optional() }),
      ),
      responses: json('Who you are'),
    }),
    async (c) => {
      const { person, credential } = c.get('entrant')
      const set = await people.setPassword(person.id, { ...c.req.valid('json'), but: credential?.id ?? null })
      return (set.ok ? c.json({ name: set.value.name }) : failed(c, set.error)) as never
    },
  )
  return routes
}
