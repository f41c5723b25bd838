/** What the cross-person suites share: people who have something of everything, and requests made of every route there is. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ids } from '../../src/base/ids.ts'
import { fail } from '../../src/base/result.ts'
import { seeded } from '../../src/base/rng.ts'
import type { PersonId } from '../../src/events.ts'
import type { House } from '../../src/house.ts'
import { spending } from '../apps/specs.ts'
import { type Asked, type Door, eventsOf, find, type Guest, invite, publish } from './door.ts'

export const KINDS = [
  'app',
  'record',
  'checkpoint',
  'conversation',
  'turn',
  'event',
  'memory',
  'approval',
  'credential',
  'person',
  'invitation',
  'picture',
] as const
export type Kind = (typeof KINDS)[number]
export type Ids = Record<Kind, string>

/** `word` stands in all that is theirs. */
export type Resident = { word: string; house: House; ids: Ids; ask: Door['ask']; open: Door['open'] }

const makeId = ids({ now: () => Date.parse('2026-11-28T09:00:00Z') }, seeded(11))
const pictureName = (of: string) => `${createHash('sha256').update(of).digest('hex').slice(0, 32)}.png`

/** Of the same form, and nobody's. */
export const nobodys = (): Ids => ({
  ...(Object.fromEntries(KINDS.map((kind) => [kind, makeId()])) as Ids),
  picture: pictureName(makeId()),
})

export async function furnish(door: Door, who: Door | Guest, house: House, word: string): Promise<Resident> {
  const { ask, open } = who
  // What is under way waits for nothing but its end.
  const forever = async function* () {
    yield* []
    await new Promise<void>((resolve) => ends.push(resolve))
    return fail('app-unmade', 'Not made here.')
  }
  Object.assign(house.studio, { build: forever })
  house.browser.use = async () => ({ ok: true, value: { tried: [], findings: [] } }) as never
  const spec = { ...spending(), name: `${word} coffee`, purpose: `${word} spends` }
  const app = await publish({ ...door, server: { ...door.server, house } }, spec)
  const values = { what: `Latte ${word}`, price: 500 }
  const { body: written } = await ask<{ record: { id: string }; checkpoint: string }>(`/api/apps/${app}/collections/cups/records`, {
    body: { values },
  })
  const { body: listed } = await ask<{ checkpoints: { id: string }[] }>(`/api/apps/${app}/checkpoints`)
  const said = eventsOf(await (await open('/api/turns', { body: { text: `Remember that my code word is ${word}` } })).text())
  const waits = { kind: 'publish', app, conversation: null, what: `${word} waits`, lines: [], body: {} } as const
  const approval = await house.approvals.ask(waits as never)
  const token = await ask<{ credential: { id: string } }>('/api/credentials', { body: { name: `${word} token`, scopes: ['read'] } })
  const invited = await door.ask<{ invitation: { id: string } }>('/api/people/invitations', {
    body: { label: who === door ? `${word} friend` : 'a friend' },
  })
  const running = house.turns.start({
    text: `A ${word} reading list with author and pages`,
    conversation: null,
    open: null,
    locale: 'en-US',
    timeZone: 'UTC',
  })
  const picture = pictureName(word)
  mkdirSync(join(house.home, 'pictures'), { recursive: true })
  writeFileSync(join(house.home, 'pictures', picture), word)
  const made = {
    ...{ app, picture, turn: running.turn, person: house.person },
    record: written.record.id,
    checkpoint: listed.checkpoints[0]!.id,
    conversation: said[0]!.conversation!,
    event: find(said, 'message-received')!.id,
    memory: find(said, 'memory-stored')!.memory,
    approval: approval.ok ? approval.value.id : '',
    credential: token.body.credential.id,
    invitation: invited.body.invitation.id,
  }
  return { word, house, ids: made, ask, open }
}

export async function invited(door: Door, name: string, word: string): Promise<Resident> {
  const who = await invite(door, name)
  const house = await door.server.household.houseOf(who.id as PersonId)
  if (!house.ok) throw new Error(house.error.message)
  return furnish(door, who, house.value, word)
}

const VIEWS = [
  'export',
  'audit?limit=500',
  'approvals',
  'credentials',
  'grants',
  'privacy',
  'circumstances',
  'learning',
  'removed',
  'conversations',
]
/** All that is theirs, as they see it. */
export async function stateOf({ ask, house }: Resident, clock: { pass(ms: number): void }): Promise<string> {
  clock.pass(30_000)
  const seen = await Promise.all(VIEWS.map(async (path) => (await ask(`/api/${path}`)).text))
  return [...seen, house.turns.count()].join('\n').replace(/"(?:usedAt|exportedAt|at)": ?"[^"]*"/g, '')
}

const ends: (() => void)[] = []
export const endTurns = (): void => {
  for (const end of ends.splice(0)) end()
}

// ---- Requests made of the routes -------------------------------------------------------------------------------

type Schema = {
  type?: string | string[]
  pattern?: string
  format?: string
  properties?: Record<string, Schema>
  items?: Schema
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  minimum?: number
  $ref?: string
}
type Parameter = { name: string; in: string; required?: boolean; schema?: Schema }
type Operation = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema?: Schema }> } }
export type Document = { paths: Record<string, Record<string, Operation>>; components?: { schemas?: Record<string, Schema> } }

const AFTER: Record<string, Kind> = {
  apps: 'app',
  records: 'record',
  conversations: 'conversation',
  turns: 'turn',
  why: 'event',
  memories: 'memory',
  approvals: 'approval',
  credentials: 'credential',
  people: 'person',
  invitations: 'invitation',
  pictures: 'picture',
}
const CALLED: Record<string, Kind> = { about: 'event', after: 'event', open: 'app', id: 'app' }
/** What is in an address and is nobody's. */
const PLAIN: Record<string, string> = {
  learning: 'density',
  collections: 'cups',
  grants: 'ai',
  providers: 'anthropic',
}
const isId = ({ pattern }: Schema) => pattern?.startsWith('^[a-z0-9]{8,40}') ?? false

const kindNamed = (name: string): Kind => {
  const kind = KINDS.find((one) => one === name) ?? CALLED[name]
  if (!kind) throw new Error(`${name} is an id, of what? Say so in test/doors/across.ts.`)
  return kind
}

/** Of an app's frame, which the description does not speak of. */
const BRIDGE = [
  { do: 'records', collection: 'cups' },
  { do: 'write', writes: [{ id: 'write-across', do: 'create', collection: 'cups', values: { what: 'x', price: 1 } }] },
  { do: 'kept' },
  { do: 'keep', key: 'k', value: 'v' },
  { do: 'request', capability: 'ai' },
  { do: 'grant', capability: 'ai', granted: true },
]

/** A request whose ids are still to be given, by where each stands. */
export type Shape = {
  method: string
  route: string
  places: { kind: Kind; in: 'path' | 'rest' }[]
  fill(ids: readonly string[]): { path: string; asked: Asked }
}

export function shapesOf(method: string, route: string, document: Document): Shape[] {
  const described = document.paths[route.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
  const content = described?.requestBody?.content['application/json']?.schema
  const bodies = route.endsWith('/bridge') ? BRIDGE : [undefined]
  return bodies.map((fixed) => {
    const places: Shape['places'] = []
    const place = (kind: Kind, where: 'path' | 'rest') => `⟨${places.push({ kind, in: where }) - 1}⟩`
    const parts = route.split('/')
    const path = parts.map((part, i) => {
      if (!part.startsWith(':')) return part
      const before = parts[i - 1] ?? ''
      if (PLAIN[before]) return PLAIN[before]
      const kind = AFTER[before]
      if (!kind) throw new Error(`${route}: whose is ${part}? Say so in test/doors/across.ts.`)
      return place(kind, 'path')
    })
    const sample = (schema: Schema = {}, name = ''): unknown => {
      if (schema.$ref) return sample(document.components?.schemas?.[schema.$ref.split('/').at(-1)!], name)
      const either = (schema.anyOf ?? schema.oneOf)?.filter(({ type }) => type !== 'null')
      if (either?.length) return sample(either[0], name)
      if (isId(schema)) return place(kindNamed(name), 'rest')
      if (schema.enum) return schema.enum[0]
      if (schema.format === 'date-time') return '2030-01-01T00:00:00Z'
      const type = [schema.type].flat().find((one) => one !== 'null')
      if (type === 'object') return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, of]) => [key, sample(of, key)]))
      if (type === 'array') return [sample(schema.items, name)]
      if (type === 'boolean') return true
      if (type === 'number' || type === 'integer') return schema.minimum ?? 1
      return type === 'string' ? (name === 'collection' ? 'cups' : 'hello') : {}
    }
    const query = (described?.parameters ?? [])
      .filter((one) => one.in === 'query' && (one.required || isId(one.schema ?? {})))
      .map(({ name, schema }) => `${name}=${sample(schema, name)}`)
    const body = fixed ?? (content && sample(content))
    const address = path.join('/') + (query.length ? `?${query.join('&')}` : '')
    const text = body === undefined ? undefined : JSON.stringify(body)
    return {
      ...{ method, route, places },
      fill(ids) {
        const filled = (given: string) => given.replace(/⟨(\d+)⟩/g, (_, n: string) => ids[Number(n)]!)
        return { path: filled(address), asked: { method, ...(text !== undefined && { raw: filled(text) }) } }
      },
    }
  })
}

/** What an answer says, whatever ids and times stand in it. */
export const gist = (text: string): string =>
  text
    .replace(/\b[0-9a-f]{64}\b/g, '%')
    .replace(/\b[0-9a-z]{22}\b/g, '#')
    .replace(/\b[0-9a-f]{32}\.png/g, '#')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '@')

/** The first piece of a stream that does not end by itself, or all of an answer. */
export async function answerOf(response: Response, endless: boolean): Promise<string> {
  if (!endless || !response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text()
  const reader = response.body!.getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return new TextDecoder().decode(value)
}
