/**
 * Everything held of a person as one document to read, piece by piece: each kind that the privacy centre counts (held.ts). What an
 * import takes (transfer.ts) stands in it as ever: `apps` and `memories`; the rest is theirs to keep and to read.
 *
 * Not in it: secrets (keys of providers, the start-up token, passwords, what a session or token is found by), what is made anew from the
 * rest (vectors, indexes), what an incognito conversation said.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { embedderSetting } from './embeddings.ts'
import type { AppId, ConversationId, Event } from './events.ts'
import type { House } from './house.ts'
import { PICTURES } from './pictures.ts'
import { carriedApp, carriedOf, FORMAT } from './transfer.ts'

/** How they get in, without what would let somebody in. */
export type Ways = { name: string | null; credentials: readonly object[]; passkeys: readonly object[] }

/** Text of one JSON document. */
export async function* everythingOf(house: House, ways: Ways): AsyncGenerator<string> {
  const { store, person, approvals, learning, memory } = house
  yield `{\n"format": ${JSON.stringify(FORMAT)},\n"person": ${JSON.stringify(ways.name)},\n"exportedAt": ${JSON.stringify(stamp(house))}`
  yield* list('apps', carriedApps(house))
  yield* list('memories', (await memory.list({ retired: true })).map(carriedOf))
  yield* list('conversations', conversations(house))
  yield* list('otherApps', otherApps(house))
  yield* list('histories', histories(house))
  yield* list('approvals', await approvals.all(Number.MAX_SAFE_INTEGER))
  const tastes = await learning.view()
  yield* part('tastes', tastes.ok ? tastes.value : null)
  yield* part('settings', await settingsOf(house))
  yield* list('sent', await store.db.selectFrom('model_costs').selectAll().where('person', '=', person).orderBy('at').execute())
  yield* list('models', await store.db.selectFrom('model_successes').selectAll().where('person', '=', person).execute())
  yield* part('ways', { credentials: ways.credentials, passkeys: ways.passkeys })
  yield* list('pictures', pictures(house))
  yield* list('record', record(house))
  yield '\n}\n'
}

const stamp = ({ clock }: House) => new Date(clock.now()).toISOString()

async function* part(name: string, value: unknown): AsyncGenerator<string> {
  yield `,\n${JSON.stringify(name)}: ${JSON.stringify(value, null, 1)}`
}

async function* list(name: string, items: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  yield `,\n${JSON.stringify(name)}: [`
  let first = true
  for await (const item of items) {
    yield `${first ? '' : ','}\n${JSON.stringify(item, null, 1)}`
    first = false
  }
  yield ']'
}

async function* carriedApps(house: House) {
  for (const { id, name, pinned, folder } of await house.apps.list(house.now())) {
    const app = await carriedApp(house, id)
    if (app) yield { ...app, name, pinned, folder }
  }
}

/** Drafts, and what was removed and can still come back. */
async function* otherApps({ store: { db }, person }: House) {
  const rows = await db.selectFrom('apps').selectAll().where('person', '=', person).where('status', '!=', 'published').execute()
  for (const { person: _, ...app } of rows) {
    const of = { person, app: app.id }
    yield { ...app, versions: await versions(db, of), entries: await entries(db, of) }
  }
}

/** What became of each app: its versions, what its entries were, what it may do, what it keeps beside them. */
async function* histories({ store: { db }, person, apps }: House) {
  const rows = await db.selectFrom('apps').select('id').where('person', '=', person).where('status', '=', 'published').execute()
  for (const { id } of rows) {
    const of = { person, app: id }
    const points = await db.selectFrom('checkpoints').selectAll().where('person', '=', person).where('app', '=', id).orderBy('n').execute()
    const grants = await db.selectFrom('grants').selectAll().where('person', '=', person).where('app', '=', id).execute()
    const kept = await db.selectFrom('kept').select(['name', 'value']).where('person', '=', person).where('app', '=', id).execute()
    const state = await apps.get(id as AppId)
    yield {
      app: id,
      name: state.ok ? state.value.spec.name : null,
      checkpoints: points.map(({ at, version, what, by, via }) => ({ at, version, what, by, via })),
      versions: await versions(db, of),
      entries: await entries(db, of),
      grants: grants.map(({ capability, granted, at }) => ({ capability, granted: granted === 1, at })),
      kept,
    }
  }
}

type Of = { person: string; app: string }
type Db = House['store']['db']

async function versions(db: Db, { person, app }: Of) {
  const rows = await db
    .selectFrom('app_versions')
    .selectAll()
    .where('person', '=', person)
    .where('app', '=', app)
    .orderBy('version')
    .execute()
  return rows.map(({ version, at, spec, files, requests }) => ({
    version,
    at,
    requests: parsed(requests),
    spec: parsed(spec),
    files: parsed(files),
  }))
}

async function entries(db: Db, { person, app }: Of) {
  const rows = await db
    .selectFrom('record_versions')
    .selectAll()
    .where('person', '=', person)
    .where('app', '=', app)
    .orderBy('seq')
    .execute()
  return rows.map(({ collection, record, at, by, deleted, values }) => ({
    collection,
    record,
    at,
    by,
    deleted: deleted === 1,
    values: parsed(values),
  }))
}

/** As they were spoken, without the steps in between: those are in the record. */
async function* conversations({ store, person, incognito }: House) {
  for (const { id, startedAt } of await store.journal.conversations(person)) {
    if (incognito.has(id as ConversationId)) continue
    const said = (await store.journal.byConversation(person, id as ConversationId)).flatMap(
      (event): { at: string; you?: string; macaron?: string }[] => {
        if (event.type === 'message-received') return [{ at: event.at, you: event.text }]
        if (event.type === 'reply-end') return [{ at: event.at, macaron: event.text }]
        return event.type === 'conversation-opened'
          ? [{ at: event.at, macaron: [event.greeting, ...event.lines.map(({ text }) => text)].join('\n') }]
          : []
      },
    )
    yield { id, startedAt, said }
  }
}

async function* record({ store, person, incognito }: House): AsyncGenerator<Event> {
  for (let page = await store.journal.since(person, null); page.length; page = await store.journal.since(person, page.at(-1)!.id))
    for (const event of page) if (!incognito.has(event.conversation)) yield event
}

/** An address may hold a name and password. */
async function settingsOf(house: House): Promise<Record<string, unknown>> {
  const all = Object.fromEntries([...(await house.store.settings.all(house.person))].map(([name, text]) => [name, parsed(text)]))
  const embedder = await embedderSetting(house)
  if (embedder.use === 'http' && URL.canParse(embedder.url)) {
    const url = new URL(embedder.url)
    url.username = url.password = ''
    return { ...all, embedder: { ...embedder, url: url.href } }
  }
  return all
}

function* pictures({ home, pictures }: House) {
  for (const name of namesIn(join(home, PICTURES))) {
    const png = pictures.read(name)
    if (png) yield { name, png: png.toString('base64') }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
