/**
 * How often one may ask: by address, whoever it is, and by person, wherever they are. The start-up token is not counted: who has
 * it has the machine. Covers: one person or address taking the server from the others. Does not cover: many addresses at once,
 * which is for the proxy.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { type Bucket, buckets } from '../../base/bucket.ts'
import type { Clock } from '../../base/clock.ts'
import { addressOf } from './address.ts'
import { refuse } from './refuse.ts'
import { bearerOf, type Door, type Entrant, tokenFits } from './session.ts'

/** At once, and per second. A family is behind one address, and a page shows apps that may each call 40 times a second (apps/bridge.ts). */
const ADDRESS = [2400, 240] as const
const PERSON = [1200, 120] as const
/** A turn is work of another kind than a look. */
const TURN = 40

const weightOf = (c: Context) => (c.req.method === 'POST' && c.req.path === '/api/turns' ? TURN : 1)

function refused(c: Context, of: Bucket, weight: number): Response | null {
  if (of.take(weight)) return null
  const seconds = Math.max(1, Math.ceil(of.wait(weight)))
  c.header('retry-after', String(seconds))
  return refuse(c, 429, 'asked-too-often', { seconds })
}

export function openLimits(door: Door, clock: Clock) {
  const addresses = buckets(...ADDRESS, clock.now)
  const persons = buckets(...PERSON, clock.now)
  const byAddress: MiddlewareHandler = async (c, next) => {
    const address = addressOf(c, door)
    const bearer = bearerOf(c)
    if (address === null || (bearer && tokenFits(door, bearer))) return next()
    return refused(c, addresses(address), 1) ?? next()
  }
  const byPerson = (c: Context, { person, credential }: Entrant) => (credential ? refused(c, persons(person.id), weightOf(c)) : null)
  return { byAddress, byPerson }
}
