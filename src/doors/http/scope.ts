/** What each request needs of a session or token. What is not named here needs everything: a new route is closed until it is opened. */
import type { Scope } from '../../people/scopes.ts'

type Rule = [method: string, path: RegExp]

/** Seen by their owner alone, and by nobody who only reads: how one gets in, and the whole house as a file. */
const KEYS = /^\/api\/(?:people|credentials|passkeys|password|backup)(?:\/|$)/

const TALK: Rule[] = [
  ['POST', /^\/api\/turns(?:\/[^/]+\/cancel)?$/],
  ['POST', /^\/api\/openings$/],
  ['POST', /^\/api\/feedback$/],
  ['POST', /^\/api\/conversations\/[^/]+\/leave$/],
  ['*', /^\/api\/memories(?:\/[^/]+(?:\/(?:retire|restore))?)?$/],
  ['*', /^\/api\/apps\/[^/]+\/collections\/[^/]+\/records(?:\/[^/]+)?$/],
  ['POST', /^\/api\/apps\/[^/]+\/proposals$/],
]
const BUILD: Rule[] = [
  ['PATCH', /^\/api\/apps\/[^/]+$/],
  ['DELETE', /^\/api\/apps\/[^/]+$/],
  ['POST', /^\/api\/apps\/[^/]+\/(?:undo|redo|restore|recover|import)$/],
]
/** What is of the machine and not of a person: where it connects to, what may be spent, who lives here. */
const OWNER: Rule[] = [
  ['*', /^\/api\/people(?:\/|$)/],
  ['GET', /^\/api\/backup$/],
  ['*', /^\/api\/models\/(?:find|budgets)$/],
  ['PUT', /^\/api\/embeddings$/],
]

const among = (rules: readonly Rule[], method: string, path: string) =>
  rules.some(([of, pattern]) => (of === '*' || of === method) && pattern.test(path))

/** `path` with ids or with the parameters of a route. */
export function needs(method: string, path: string): Scope {
  if (KEYS.test(path)) return 'admin'
  if (method === 'GET' || method === 'HEAD') return 'read'
  if (among(TALK, method, path)) return 'talk'
  return among(BUILD, method, path) ? 'build' : 'admin'
}

export const ownersOnly = (method: string, path: string): boolean => among(OWNER, method, path)
