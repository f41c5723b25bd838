/** What is held of a person, in figures: how much of each kind, where it came from, since when, and what was sent where. No word of it. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { KEPT_DAYS } from './apps/apps.ts'
import { embedderHost, embedderSetting } from './embeddings.ts'
import type { House } from './house.ts'
import type { Provenance } from './memory/types.ts'
import { PICTURES } from './pictures.ts'

/** Instants are ISO 8601 UTC; `since`: of the oldest, null where there is none. */
export type Held = {
  /** The folder that everything is in, and whether it is sealed at rest. */
  folder: string
  sealed: boolean
  /** `retired`: what held once; `ending`: with an end of their own; `from`: all of them, by where they came from. */
  memories: { count: number; retired: number; ending: number; from: Partial<Record<Provenance, number>>; since: string | null }
  conversations: { count: number; messages: number; since: string | null }
  /** `removed`: they can come back for so many `days`. */
  apps: { count: number; drafts: number; removed: number; days: number; entries: number }
  journal: { events: number; forgotten: number; since: string | null }
  /** What the checks of apps saw. */
  pictures: { count: number; bytes: number }
  tastes: { on: boolean; learned: number; occasions: number }
  /** What the person decided: of themselves, of what may leave, of what apps may do. */
  settings: number
  /** Requests to models that are not on this machine, by provider, and the last of them. */
  sent: { provider: string; requests: number; last: string }[]
  /** Apps that may ask a model. */
  asking: number
  /** Host of an embedding service elsewhere, which is sent what is remembered. */
  embedder: string | null
}

export async function heldOf(house: House): Promise<Held> {
  const { store, person, home, vault } = house
  const grants = await store.db.selectFrom('grants').select(['capability', 'granted']).where('person', '=', person).execute()
  const settings = await store.db.selectFrom('settings').select('name').where('person', '=', person).execute()
  return {
    folder: home,
    sealed: vault !== null,
    memories: await memoriesOf(house),
    conversations: await conversationsOf(house),
    apps: await appsOf(house),
    journal: await journalOf(house),
    pictures: picturesIn(home),
    tastes: await tastesOf(house),
    settings: settings.length + grants.length,
    sent: await sentFrom(house),
    asking: grants.filter(({ capability, granted }) => capability === 'ai' && granted).length,
    embedder: embedderHost(await embedderSetting(house)),
  }
}

const oldest = (instants: readonly string[]): string | null => [...instants].sort()[0] ?? null

async function memoriesOf({ memory }: House): Promise<Held['memories']> {
  const all = await memory.list({ retired: true })
  const from: Held['memories']['from'] = {}
  for (const { provenance } of all) from[provenance] = (from[provenance] ?? 0) + 1
  const holding = await memory.list({ retired: false })
  const ending = holding.filter(({ expires }) => expires !== null).length
  return { count: holding.length, retired: all.length - holding.length, ending, from, since: oldest(all.map(({ learned }) => learned)) }
}

/** Without those of which nothing stays. */
async function conversationsOf({ store, person, incognito }: House): Promise<Held['conversations']> {
  const kept = (await store.journal.conversations(person)).filter(({ id }) => !incognito.has(id))
  const messages = kept.reduce((sum, one) => sum + one.messages, 0)
  return { count: kept.length, messages, since: oldest(kept.map(({ startedAt }) => startedAt)) }
}

async function appsOf({ store: { db }, person }: House): Promise<Held['apps']> {
  const apps = await db.selectFrom('apps').select(['id', 'status']).where('person', '=', person).execute()
  const of = (status: string) => apps.filter((app) => app.status === status).length
  const { entries } = await db
    .selectFrom('records')
    .select((of) => of.fn.countAll<number>().as('entries'))
    .where('person', '=', person)
    .where('app', 'not in', db.selectFrom('apps').select('id').where('person', '=', person).where('status', '=', 'removed'))
    .executeTakeFirstOrThrow()
  return { count: of('published'), drafts: of('draft'), removed: of('removed'), days: KEPT_DAYS, entries }
}

async function journalOf({ store: { db }, person }: House): Promise<Held['journal']> {
  const { places, said, since } = await db
    .selectFrom('journal')
    .leftJoin('journal_content', (join) =>
      join.onRef('journal_content.person', '=', 'journal.person').onRef('journal_content.event', '=', 'journal.id'),
    )
    .select((of) => [
      of.fn.countAll<number>().as('places'),
      of.fn.count<number>('journal_content.event').as('said'),
      of.fn.min<string | null>('journal.at').as('since'),
    ])
    .where('journal.person', '=', person)
    .executeTakeFirstOrThrow()
  return { events: said, forgotten: places - said, since }
}

function picturesIn(home: string): Held['pictures'] {
  const folder = join(home, PICTURES)
  const sizes = existsSync(folder) ? readdirSync(folder).map((name) => statSync(join(folder, name)).size) : []
  return { count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

async function tastesOf({ learning }: House): Promise<Held['tastes']> {
  const view = await learning.view()
  if (!view.ok) return { on: false, learned: 0, occasions: 0 }
  const { on, topics } = view.value
  const learned = topics.filter(({ standing }) => standing.state === 'learned').length
  return { on, learned, occasions: topics.reduce((sum, { occasions }) => sum + occasions.length, 0) }
}

async function sentFrom({ store: { db }, person, models }: House): Promise<Held['sent']> {
  const asked = await db
    .selectFrom('model_costs')
    .select((of) => ['provider', of.fn.countAll<number>().as('requests'), of.fn.max<string>('at').as('last')])
    .where('person', '=', person)
    .groupBy('provider')
    .execute()
  const here = new Set(models.overview().providers.flatMap(({ name, consent }) => (consent === 'here' ? [name] : [])))
  return asked.filter(({ provider }) => !here.has(provider)).sort((a, b) => b.requests - a.requests)
}
