/** The HTTP door: every route, in the order in which a request meets them. */
import { isUtf8 } from 'node:buffer'
import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { routePath } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import type { House } from '../../house.ts'
import type { Household } from '../../household.ts'
import { StoreError } from '../../store/types.ts'
import { accountRoutes } from './account.ts'
import { approvalRoutes } from './approvals.ts'
import { appRoutes } from './apps.ts'
import { auditRoutes } from './audit.ts'
import { backupRoutes } from './backup.ts'
import { credentialRoutes } from './credentials.ts'
import { entryRoutes, isOpen } from './entry.ts'
import { ethicsRoutes } from './ethics.ts'
import { grantRoutes } from './grants.ts'
import { learningRoutes } from './learning.ts'
import { openLimits } from './limits.ts'
import { memoryRoutes } from './memories.ts'
import { modelRoutes } from './models.ts'
import { pageRoutes } from './pages.ts'
import { peopleRoutes } from './people.ts'
import { refuse, refuseFailure } from './refuse.ts'
import { needs } from './scope.ts'
import { type Door, type Entrant, guardEntry, guardOrigin, takeToken } from './session.ts'
import { turnRoutes } from './turns.ts'

/** Bodies beyond this are refused, whatever length they say they have: bytes. CSV imports are the largest. */
const MOST_BODY = 8 * 1024 * 1024

/** A refusal may stand in a frame of our own page: the draft of an app that was stopped is gone. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

export type Env = { Variables: { house: House; entrant: Entrant } }
export type Routes = OpenAPIHono<Env>

const KINDS = new Map([
  ['apps', 'app'],
  ['collections', 'collection'],
  ['records', 'record'],
  ['memories', 'memory'],
  ['conversations', 'conversation'],
  ['turns', 'turn'],
  ['approvals', 'approval'],
  ['why', 'event'],
  ['people', 'person'],
  ['invitations', 'invitation'],
  ['credentials', 'credential'],
])
/** 'record-unknown' for the parameter after /records/. */
function unknownAt(route: string, parameter: string): string | undefined {
  const parts = route.split('/')
  const kind = KINDS.get(parts[parts.indexOf(`:${parameter}`) - 1] ?? '')
  return kind && `${kind}-unknown`
}

/** A part of the routes; bodies and parameters that do not parse are refused in one shape. */
export const newRoutes = (): Routes =>
  new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return
      const issue = result.error.issues[0]
      // What cannot be an id is the address of nothing.
      const nothing = result.target === 'param' ? unknownAt(routePath(c), String(issue?.path[0])) : undefined
      if (nothing) return refuse(c, 404, nothing, { collection: (c.req.param('name') ?? '').slice(0, 80) })
      const problem = issue ? `${issue.path.join('.') || 'body'}: ${issue.message}` : 'unreadable'
      return refuse(c, 400, 'request-invalid', { problem })
    },
  })

export function createRoutes(household: Household, door: Door): Routes {
  const { house } = household
  const routes = newRoutes()
  const limits = openLimits(door, house.clock)
  routes.use(secureHeaders({ referrerPolicy: 'no-referrer', xFrameOptions: 'SAMEORIGIN', crossOriginResourcePolicy: false }))
  routes.use(async (c, next) => {
    await next()
    // What is no page of ours runs nothing and is shown in nothing, should a browser be led to it.
    if (!c.res.headers.has('content-security-policy')) c.res.headers.set('content-security-policy', DATA_POLICY)
  })
  routes.use(guardOrigin(door))
  routes.use(limits.byAddress)
  routes.use(bodyLimit({ maxSize: MOST_BODY, onError: (c) => refuse(c, 413, 'too-large', { most: '8 MB' }) }))
  routes.use(async (c, next) => {
    // Decoding would put U+FFFD in the place of what it cannot read, without a word.
    if (c.req.raw.body && !isUtf8(await c.req.arrayBuffer())) return refuse(c, 400, 'request-invalid', { problem: 'the body is not UTF-8' })
    return next()
  })
  // The page's own code holds nothing private, and a person without a token needs it to sign in.
  routes.use(takeToken(door, household))
  routes.route('/api', entryRoutes(household, door))
  const guard = guardEntry(door, household, limits.byPerson)
  routes.use('/api/*', guard)
  routes.use('/apps/*', guard)
  for (const part of [
    turnRoutes(),
    appRoutes(),
    memoryRoutes(),
    accountRoutes(household),
    auditRoutes(),
    ethicsRoutes(),
    modelRoutes(),
    approvalRoutes(),
    grantRoutes(),
    learningRoutes(),
    peopleRoutes(household),
    credentialRoutes(household),
    backupRoutes(household),
  ])
    routes.route('/api', part)
  routes.get('/api/openapi.json', (c) => c.json(described(routes, house.version)))
  routes.route('/', pageRoutes())
  routes.notFound((c) => refuse(c, 404, 'page-unknown'))
  routes.onError((error, c) => {
    // A body that is not JSON, or not UTF-8, is the caller's mistake.
    if (error instanceof SyntaxError || ('status' in error && error.status === 400))
      return refuse(c, 400, 'request-invalid', { problem: 'the body is not JSON' })
    if ('status' in error && error.status === 415)
      return refuse(c, 415, 'request-invalid', { problem: 'the body is not sent as application/json' })
    if (error instanceof StoreError) return refuseFailure(c, error.failure)
    house.complain(error)
    return refuseFailure(c, { code: 'turn-broken', message: error.message, values: { problem: error.message.slice(0, 200) } })
  })
  return routes
}

/** The API's own description, with what each operation needs of whoever asks. */
function described(routes: Routes, version: string) {
  const document = routes.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Open Macaron', version } })
  const paths = Object.entries(document.paths ?? {}).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [
        method,
        { ...operation, security: isOpen(path) ? [] : [{ bearer: [needs(method.toUpperCase(), path)] }] },
      ]),
    ),
  ])
  const components = { ...document.components, securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } }
  return { ...document, paths: Object.fromEntries(paths), components }
}
