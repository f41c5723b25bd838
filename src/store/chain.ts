/**
 * The chain of the journal as anybody can check it: from the places alone, wherever they are read from (the database, a file).
 *
 *   content(n) = sha256(salt(n) + canonical(event n))
 *   hash(n)    = sha256(canonical([person, n, id, at, type, conversation, turn, prev, content]))     prev = hash(n - 1)
 *
 * Covers: a place changed, left out, put in, doubled or moved; an event changed, or taken away with no forgetting on record; the
 * end cut off, where the end is known. Each is named by number and reason. Does not cover: somebody who rewrites everything with
 * every hash and the end in it. Against that an end noted elsewhere helps: every export has one (src/governance/audit.ts).
 *
 * Forgetting takes an event and its salt; its place stays, and the hash says nothing of what it was. That it was forgotten, and
 * not taken away, is an event of its own, `events-forgotten`, which names it and is never forgotten.
 */
import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import { canonical, sha256 } from './canonical.ts'
import type { Tables } from './schema.ts'

export type Place = Tables['journal']
/** A place with what was said there; both null where it was forgotten. */
export type Link = Place & { salt: string | null; body: string | null }
/** Where the chain ends. */
export type End = { n: number; hash: string }

export const WHYS = ['missing', 'doubled', 'unlinked', 'place', 'event', 'taken', 'end', 'stray'] as const
/** In the order of the checks; the sentences are with the doors. */
export type Why = (typeof WHYS)[number]
export type Verdict = { events: number; forgotten: number; head: string }

export const START = '0'.repeat(64)
const SALT = /^[0-9a-z]{44}$/

export const hashOf = (place: Omit<Place, 'hash'>): string =>
  sha256(canonical([place.person, place.n, place.id, place.at, place.type, place.conversation, place.turn, place.prev, place.content]))

export const broken = (n: number, why: Why, event = '') =>
  fail('journal-broken', `The record does not fit together at number ${n} (${why}).`, { n, why, event })

/** Takes the places one after the other, and says of each whether it fits; `close` says whether all of it does. */
export function openChain() {
  let [n, prev] = [0, START]
  let forgotten = 0
  /** Number by id, of events that are gone and not yet said to be forgotten. */
  const gone = new Map<string, number>()

  return {
    take(link: Link): Result<void> {
      const wrong = wrongWith(link, n, prev)
      if (wrong) return broken(wrong === 'missing' ? n + 1 : link.n, wrong, link.id)
      ;[n, prev] = [link.n, link.hash]
      if (link.body === null) {
        forgotten++
        gone.set(link.id, n)
      } else if (link.type === 'events-forgotten') {
        const { events, all } = forgettingIn(link.body)
        for (const id of events) gone.delete(id)
        if (all) gone.clear()
      }
      return ok(undefined)
    },
    close(end: End | undefined): Result<Verdict> {
      const cut = end ? end.n !== n || end.hash !== prev : n > 0
      if (cut) return broken(Math.min(n, end?.n ?? n) + 1, 'end')
      for (const [id, at] of gone) return broken(at, 'taken', id)
      return ok({ events: n, forgotten, head: prev })
    },
  }
}

function wrongWith({ salt, body, hash, ...place }: Link, n: number, prev: string): Why | null {
  if (place.n > n + 1) return 'missing'
  if (place.n !== n + 1) return 'doubled'
  if (place.prev !== prev) return 'unlinked'
  if (hashOf(place) !== hash) return 'place'
  if (body === null) return salt === null ? null : 'event'
  // A fixed length of salt, so that no character can go from the one to the other and leave the hash as it is.
  return SALT.test(salt ?? '') && sha256(salt + body) === place.content ? null : 'event'
}

/** In a file it may be anything: what is no record of a forgetting records none. */
const Forgetting = z.object({ events: z.array(z.string()).default([]), all: z.boolean().default(false) }).catch({ events: [], all: false })
function forgettingIn(body: string): z.infer<typeof Forgetting> {
  try {
    return Forgetting.parse(JSON.parse(body))
  } catch {
    return { events: [], all: false }
  }
}
