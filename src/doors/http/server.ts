/** The HTTP door: every route, in the order in which a request meets them. */
import { isUtf8 } from 'node:buffer'
import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { routePath } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import type { House } from '../../house.ts'
import { accountRoutes } from './account.ts'
import { approvalRoutes } from './approvals.ts'
import { appRoutes } from './apps.ts'
import { auditRoutes } from './audit.ts'
import { ethicsRoutes } from './ethics.ts'
import { grantRoutes } from './grants.ts'
import { learningRoutes } from './learning.ts'
import { memoryRoutes } from './memories.ts'
import { modelRoutes } from './models.ts'
import { pageRoutes } from './pages.ts'
import { refuse, refuseFailure } from './refuse.ts'
import { type Door, guardOrigin, guardToken, signIn, tokenFits } from './session.ts'
import { turnRoutes } from './turns.ts'

/** Bodies beyond this are refused, whatever length they say they have: bytes. CSV imports are the largest. */
const MOST_BODY = 8 * 1024 * 1024

/** A refusal may stand in a frame of our own page: the draft of an app that was stopped is gone. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

export type Env = { Variables: { house: House } }
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

export function createRoutes(house: House, door: Door): Routes {
  const routes = newRoutes()
  routes.use(secureHeaders({ referrerPolicy: 'no-referrer', xFrameOptions: 'SAMEORIGIN', crossOriginResourcePolicy: false }))
  routes.use(async (c, next) => {
    await next()
    // What is no page of ours runs nothing and is shown in nothing, should a browser be led to it.
    if (!c.res.headers.has('content-security-policy')) c.res.headers.set('content-security-policy', DATA_POLICY)
  })
  routes.use(guardOrigin(door))
  routes.use(bodyLimit({ maxSize: MOST_BODY, onError: (c) => refuse(c, 413, 'too-large', { most: '8 MB' }) }))
  routes.use(async (c, next) => {
    // Decoding would put U+FFFD in the place of what it cannot read, without a word.
    if (c.req.raw.body && !isUtf8(await c.req.arrayBuffer())) return refuse(c, 400, 'request-invalid', { problem: 'the body is not UTF-8' })
    c.set('house', house)
    return next()
  })
  routes.post('/api/session', async (c) => {
    const body: unknown = await c.req.json().catch(() => null)
    const token = typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string' ? body.token : ''
    if (!tokenFits(door, token)) return refuse(c, 401, 'token-wrong')
    signIn(c, door)
    return c.json({ signedIn: true })
  })
  // The page's own code holds nothing private, and a person without a token needs it to sign in.
  routes.use('/api/*', guardToken(door))
  routes.use('/apps/*', guardToken(door))
  routes.use('/', async (c, next) => (c.req.query('token') === undefined ? next() : guardToken(door)(c, next)))
  for (const part of [
    turnRoutes(),
    appRoutes(),
    memoryRoutes(),
    accountRoutes(),
    auditRoutes(),
    ethicsRoutes(),
    modelRoutes(),
    approvalRoutes(),
    grantRoutes(),
    learningRoutes(),
  ])
    routes.route('/api', part)
  routes.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'Open Macaron', version: house.version } })
  routes.route('/', pageRoutes())
  routes.notFound((c) => refuse(c, 404, 'page-unknown'))
  routes.onError((error, c) => {
    // A body that is not JSON, or not UTF-8, is the caller's mistake.
    if (error instanceof SyntaxError || ('status' in error && error.status === 400))
      return refuse(c, 400, 'request-invalid', { problem: 'the body is not JSON' })
    if ('status' in error && error.status === 415)
      return refuse(c, 415, 'request-invalid', { problem: 'the body is not sent as application/json' })
    house.complain(error)
    return refuseFailure(c, { code: 'turn-broken', message: error.message, values: { problem: error.message.slice(0, 200) } })
  })
  return routes
}
