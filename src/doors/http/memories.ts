/** What is remembered, for the person: seen, searched, put right, guarded, brought back and forgotten. */
import { createRoute, z } from '@hono/zod-openapi'
import { ok, type Result } from '../../base/result.ts'
import { EmbedderSetting, embedderSetting, keepEmbedderSetting, openEmbedder } from '../../embeddings.ts'
import { type EventBody, type EventOf, MemoryId } from '../../events.ts'
import { everythingAbout, forgetMemories, withTheSameWords } from '../../forget.ts'
import type { House } from '../../house.ts'
import { asRemembered, type Correction } from '../../memory/memory.ts'
import { type Item, PRIVACY_CLASSES, type Remembered } from '../../memory/types.ts'
import { storyOf } from '../../story.ts'
import { languageOf, refuse, refuseFailure } from './refuse.ts'
import { newRoutes, type Routes } from './server.ts'

const json = (description: string) => ({ 200: { description, content: { 'application/json': { schema: z.any() } } } })
const About = z.string().trim().min(1).max(2000)
const Flag = z.enum(['true', 'false']).transform((text) => text === 'true')
/** How many are answered with for a question. */
const MOST = 50

/** Control characters have no place in a sentence; a line break is a space. */
const Text = z
  .string()
  .max(4000)
  .transform((text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim())
  .refine((text) => /[\p{L}\p{N}\p{S}]/u.test(text), 'there is nothing to read in it')

const Change = z
  .strictObject({
    text: Text.optional(),
    pinned: z.boolean().optional(),
    privacy: z.enum(PRIVACY_CLASSES).optional(),
    expires: z.iso.datetime().nullable().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'nothing to change')
  .openapi('MemoryChange')

const one = { params: z.object({ id: MemoryId }) }

export function memoryRoutes(): Routes {
  const routes = newRoutes()

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/memories',
      summary: 'What is remembered; `about` asks for what fits a text, `retired` also for what held once',
      request: { query: z.object({ about: z.string().max(2000).optional(), retired: Flag.optional() }) },
      responses: json('Memories'),
    }),
    async (c) => {
      const { about = '', retired = false } = c.req.valid('query')
      const house = c.get('house')
      const language = languageOf(c.req.header('accept-language'))
      if (!about.trim()) return c.json({ memories: once((await house.memory.list({ retired })).map(asRemembered)) }) as never
      const { items } = await house.memory.recall(about, { now: house.now(), language, most: MOST, unmarked: true })
      // What is looked for by its own words is found, whatever a recall would bring up.
      const others = await house.memory.holding(about, { retired })
      return c.json({ memories: once([...items, ...others.map(asRemembered)]) }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'delete',
      path: '/memories',
      summary: 'Forget everything about something; without `confirm=true` it answers with what that is and forgets nothing',
      request: { query: z.object({ about: About, confirm: Flag.optional() }) },
      responses: json('What was, or would be, forgotten'),
    }),
    async (c) => {
      const { about, confirm = false } = c.req.valid('query')
      const house = c.get('house')
      const memories = await everythingAbout(house, about, languageOf(c.req.header('accept-language')))
      if (!confirm || !memories.length) return c.json({ forgotten: false, memories }) as never
      return forgetting(
        c,
        house,
        memories.map(({ id }) => id),
        { forgotten: true, memories },
      )
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/memories/{id}',
      summary: 'One memory: where it came from, what took its place, and what brought it up',
      request: one,
      responses: json('The story of a memory'),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const story = await storyOf(c.get('house'), id)
      return (story ? c.json(story) : refuse(c, 404, 'memory-unknown')) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'patch',
      path: '/memories/{id}',
      summary: 'Put a memory right, pin it, guard it, or let it expire',
      request: { ...one, body: { required: true, content: { 'application/json': { schema: Change } } } },
      responses: json('The memory'),
    }),
    async (c) => {
      const house = c.get('house')
      const { id } = c.req.valid('param')
      const change = Object.fromEntries(Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined)) as Correction
      const changed = await changeAll(
        house,
        await withTheSameWords(house.memory, [id]),
        (each) => house.memory.correct(each, change),
        (item) => eventsOf(item, change),
      )
      return (changed.ok ? c.json({ memory: asRemembered(changed.value) }) : refuseFailure(c, changed.error)) as never
    },
  )
  for (const [what, summary] of [
    ['retire', 'No longer true: kept, but neither recalled nor told'],
    ['restore', 'True again: what took its place holds no longer'],
  ] as const)
    routes.openapi(
      createRoute({ method: 'post', path: `/memories/{id}/${what}`, summary, request: one, responses: json('The memory') }),
      async (c) => {
        const house = c.get('house')
        const { id } = c.req.valid('param')
        const before = new Map((await house.memory.list({ retired: true })).map((item) => [item.id, item]))
        const changed = await changeAll(house, await withTheSameWords(house.memory, [id]), house.memory[what], (item) =>
          heldEvents(item, before),
        )
        return (changed.ok ? c.json({ memory: asRemembered(changed.value) }) : refuseFailure(c, changed.error)) as never
      },
    )
  routes.openapi(
    createRoute({
      method: 'delete',
      path: '/memories/{id}',
      summary: 'Forget one memory; its words are gone from the journal too',
      request: one,
      responses: json('Forgotten'),
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      return forgetting(c, c.get('house'), [id], { forgotten: id })
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/embeddings',
      summary: 'Which embedder finds by meaning, and how far it is',
      responses: json('The setting; `embedding` is null for the built-in one'),
    }),
    async (c) => c.json({ setting: await embedderSetting(c.get('house')), embedding: await c.get('house').memory.embedding() }) as never,
  )
  routes.openapi(
    createRoute({
      method: 'put',
      path: '/embeddings',
      summary: 'Choose an embedder; what is remembered is embedded anew in the background',
      request: { body: { required: true, content: { 'application/json': { schema: EmbedderSetting } } } },
      responses: json('The setting, and how far it is'),
    }),
    async (c) => {
      const house = c.get('house')
      const setting = c.req.valid('json')
      const opened = await openEmbedder(house, setting)
      if (!opened.ok) return refuseFailure(c, opened.error) as never
      const used = await house.memory.embedWith(opened.value)
      const kept = used.ok ? await keepEmbedderSetting(house, setting) : used
      if (!kept.ok) return refuseFailure(c, kept.error) as never
      return c.json({ setting, embedding: await house.memory.embedding() }) as never
    },
  )
  routes.openapi(
    createRoute({ method: 'get', path: '/portrait', summary: 'Who the person is, by parts of their life', responses: json('Portrait') }),
    async (c) => c.json(await c.get('house').memory.portrait(c.get('house').now())) as never,
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/opening',
      summary: 'What a new conversation begins with: who the person is, as far as it bears on what is said first, and the last days',
      request: { query: z.object({ first: About.optional() }) },
      responses: json('Opening'),
    }),
    async (c) => {
      const house = c.get('house')
      return c.json(await house.memory.opening(c.req.valid('query').first ?? null, { now: house.now() })) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/episodes',
      summary: 'What was talked about in the last days, the newest first: when, and the turn that says most of each part',
      responses: json('Episodes'),
    }),
    async (c) => {
      const episodes = await c.get('house').memory.episodes(MOST)
      return c.json({
        episodes: episodes.map(({ id, conversation, from, to, says }) => ({
          id,
          conversation,
          from,
          to,
          says: says.map(({ text }) => text),
        })),
      }) as never
    },
  )
  return routes
}

type Change = EventOf<'memory-changed'>['change']
type Changes = EventBody[]

/** Changes what one sentence told as one, and notes each change; answers with the first. */
async function changeAll(
  { store, person }: House,
  ids: readonly MemoryId[],
  change: (id: MemoryId) => Promise<Result<Item>>,
  noting: (item: Item) => Changes,
): Promise<Result<Item>> {
  const items: Item[] = []
  for (const id of ids) {
    const item = await change(id)
    if (!item.ok) return item
    items.push(item.value)
  }
  const noted = await store.journal.appendAll(items.flatMap(noting), { person })
  return noted.ok ? ok(items[0]!) : noted
}

function eventsOf({ id, text }: Item, { text: told, pinned, privacy, expires }: Correction): Changes {
  const changed = (change: Change, to?: string | null) => ({
    type: 'memory-changed' as const,
    memory: id,
    change,
    ...(to !== undefined && { to }),
  })
  return [
    ...(told !== undefined ? [{ type: 'memory-stored' as const, memory: id, text }] : []),
    ...(pinned !== undefined ? [changed(pinned ? 'pinned' : 'unpinned')] : []),
    ...(privacy !== undefined ? [changed('guarded', privacy)] : []),
    ...(expires !== undefined ? [changed('dated', expires)] : []),
  ]
}

/** That an item holds no longer, or again; and then that what took its place does not. */
function heldEvents(item: Item, before: ReadonlyMap<MemoryId, Item>): Changes {
  const was = before.get(item.id)
  if ((was?.retired ?? null) === item.retired) return []
  if (item.retired !== null) return [{ type: 'memory-changed', memory: item.id, change: 'retired' }]
  const other = was?.supersededBy
  return [
    { type: 'memory-changed', memory: item.id, change: 'restored' },
    ...(other && before.has(other) ? [{ type: 'memory-changed' as const, memory: other, change: 'retired' as const, by: item.id }] : []),
  ]
}

/** A sentence that told several things comes once, as what of it still holds. */
function once(memories: readonly Remembered[]): Remembered[] {
  const shown = new Map<string, Remembered>()
  for (const memory of memories) {
    const key = memory.item?.source ? `${memory.item.source} ${memory.text}` : memory.id
    const before = shown.get(key)
    if (!before || (before.item?.retired && !memory.item?.retired)) shown.set(key, memory)
  }
  return [...shown.values()]
}

async function forgetting(c: Parameters<typeof refuseFailure>[0], house: House, ids: MemoryId[], answer: object): Promise<never> {
  const forgotten = await forgetMemories(house, ids)
  if (!forgotten.ok) return refuseFailure(c, forgotten.error) as never
  const events = ids.map((memory) => ({ type: 'memory-forgotten' as const, memory }))
  const noted = await house.store.journal.appendAll(events, { person: house.person })
  return (noted.ok ? c.json(answer) : refuseFailure(c, noted.error)) as never
}
