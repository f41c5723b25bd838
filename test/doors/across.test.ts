/**
 * Nobody gets at anything of another. Every route there is, with another person's ids in every place that takes one: the answer is
 * the same as for ids that were never made, nothing of the other stands in it, and nothing of the other has changed. The requests are
 * made of the route table and the API's description, so a new route is among them by itself.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import { ownersOnly } from '../../src/doors/http/scope.ts'
import {
  answerOf,
  type Document,
  endTurns,
  furnish,
  gist,
  type Ids,
  invited,
  nobodys,
  type Resident,
  type Shape,
  shapesOf,
  stateOf,
} from './across.ts'
import { type Door, newHome, openDoor } from './door.ts'

const clock = fixedClock('2026-11-28T09:00:00Z')
let door: Door
let owner: Resident
let kim: Resident
let lee: Resident
let shapes: Shape[]

beforeAll(async () => {
  door = await openDoor(newHome(), { clock })
  owner = await furnish(door, door, door.server.house, 'Zanzibar')
  kim = await invited(door, 'Kim', 'Quokka')
  lee = await invited(door, 'Lee', 'Xylophone')
  const document = (await door.ask<Document>('/api/openapi.json')).body
  const routes = door.server.routes.routes.filter(
    ({ method, path }) => method !== 'ALL' && !path.includes('*') && !/^\/(?:assets\/|[\w-]*\.|$)/.test(path),
  )
  // A conversation may be begun under any id; last, so that it is not there before.
  const last = (path: string) => Number(path === '/api/turns')
  routes.sort((a, b) => last(a.path) - last(b.path))
  shapes = [...new Map(routes.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()].flatMap(({ method, path }) =>
    shapesOf(method, path, document),
  )
}, 60_000)
afterAll(async () => {
  endTurns()
  await door.close()
})

const endless = ({ route }: Shape) => route.endsWith('/events')
async function answer(who: Resident, shape: Shape, ids: readonly string[]) {
  // Long enough for nobody to have asked too often.
  clock.pass(30_000)
  const { path, asked } = shape.fill(ids)
  const response = await who.open(path, asked)
  const text = await answerOf(response, endless(shape))
  const headers = [...response.headers].map(String).join('\n')
  return { path, status: response.status, text, headers }
}

/** With `ids` in each place on its own and the asker's own in the rest, and in all places at once. */
type Mixture = { given: string[]; foreign: boolean[] }
function* mixtures({ places }: Shape, own: Ids, ids: Ids): Generator<Mixture> {
  const every = places.map(() => true)
  for (const foreign of places.length > 1 ? [every, ...places.map((_, i) => every.map((__, j) => i === j))] : [every])
    yield { foreign, given: places.map(({ kind }, i) => (foreign[i] ? ids[kind] : own[kind])) }
}

it('sees that every route is tried, and that one’s own ids would have been answered', async () => {
  const routes = new Set(shapes.map(({ method, route }) => `${method} ${route}`))
  expect(routes.size).toBeGreaterThan(75)
  // Ids that are none would prove nothing: with their own, people get at what is theirs.
  for (const shape of shapes.filter(({ method, places }) => method === 'GET' && places.some((one) => one.in === 'path')))
    for (const who of [owner, kim]) {
      const { path, status } = await answer(
        who,
        shape,
        shape.places.map(({ kind }) => who.ids[kind]),
      )
      expect([path, status]).toEqual([path, 200])
    }
})

it.each<[string, () => Resident, () => Resident]>([
  ['an invited person at the owner’s', () => kim, () => owner],
  ['the owner at an invited person’s', () => owner, () => kim],
  ['an invited person at another’s', () => lee, () => kim],
])(
  '%s: nothing',
  async (_, asker, victim) => {
    const [who, other] = [asker(), victim()]
    const before = await stateOf(other, clock)
    let tried = 0
    for (const shape of shapes) {
      // Who lives here is the owner's to decide; what is theirs is not.
      if (who === owner && ownersOnly(shape.method, shape.route)) continue
      // What is answered once is answered otherwise the next time.
      const { approval, invitation } = nobodys()
      for (const mixture of mixtures(shape, { ...who.ids, approval, invitation }, other.ids)) {
        await tryOut(who, other, shape, mixture)
        tried++
      }
    }
    expect(await stateOf(other, clock)).toBe(before)
    expect(tried).toBeGreaterThan(90)
  },
  60_000,
)

async function tryOut(who: Resident, other: Resident, shape: Shape, { given, foreign }: Mixture): Promise<void> {
  const theirs = await answer(who, shape, given)
  const label = `${shape.method} ${theirs.path}`
  expect([label, (theirs.text + theirs.headers).includes(other.word)]).toEqual([label, false])
  if (!given.length) return
  const nobody = nobodys()
  const ids = given.map((id, i) => (foreign[i] ? nobody[shape.places[i]!.kind] : id))
  const made = await answer(who, shape, ids)
  expect([label, theirs.status, gist(theirs.text)]).toEqual([label, made.status, gist(made.text)])
  if (ownersOnly(shape.method, shape.route) || !shape.places.some((place, i) => place.in === 'path' && foreign[i])) return
  // Not found, and never forbidden.
  expect([label, shape.route.endsWith('/bridge') ? theirs.text.slice(0, 11) : theirs.status]).toEqual([
    label,
    shape.route.endsWith('/bridge') ? '{"ok":false' : 404,
  ])
}
