/** What a session or token may do. A session may do everything its person may; a token what it was made for. */
import { z } from 'zod'

/** read: see; talk: say, log, remember, forget; build: make, change and remove apps; admin: leave, keys to the house, the person's yes. */
export const SCOPES = ['read', 'talk', 'build', 'admin'] as const
export const Scope = z.enum(SCOPES)
export type Scope = z.infer<typeof Scope>
export type Scopes = ReadonlySet<Scope>

export const ALL: Scopes = new Set(SCOPES)
export const scopesOf = (text: string): Scopes => new Set(SCOPES.filter((scope) => text.split(' ').includes(scope)))
export const textOf = (scopes: Scopes): string => SCOPES.filter((scope) => scopes.has(scope)).join(' ')
