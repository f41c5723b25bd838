/** Apps over HTTP: what the page, the frame's host, scripts and the command line use. All data goes through AppData. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { relatedRecords } from '../../apps/answer.ts'
import { handleCall, type Limits, limitsOf } from '../../apps/bridge.ts'
import { type CsvError, commitCsv, readCsv, writeCsv } from '../../apps/csv.ts'
import type { AppData, Change, Written } from '../../apps/types.ts'
import { conceptForms } from '../../base/forms.ts'
import type { Result } from '../../base/result.ts'
import { AppId, CheckpointId } from '../../events.ts'
import type { House } from '../../house.ts'
import { type Capability, type Field, Identifier, Value } from '../../spec.ts'
import { sentence } from '../messages.ts'
import { languageOf, refuse, refuseFailure, writtenTo } from './refuse.ts'
import { type Env, newRoutes, type Routes } from './server.ts'

const json = (description: string) => ({ 200: { description, content: { 'application/json': { schema: z.any() } } } })
const bodyOf = <T extends z.ZodType>(schema: T) => ({ body: { required: true, content: { 'application/json': { schema } } } })
const One = z.object({ id: AppId })
const Part = One.extend({ name: Identifier })
const RecordId = z.string().regex(/^[\w-]{1,80}$/)
const Place = Part.extend({ record: RecordId })
const Values = z.record(Identifier, Value)

/** How often an idle event stream says that it is alive: milliseconds. Proxies close silent ones. */
const HEARTBEAT = 25_000

export function appRoutes(): Routes {
  const routes = newRoutes()
  listing(routes)
  versions(routes)
  records(routes)
  frame(routes)
  return routes
}

/** The Result of a step as an answer. */
const answered = <T>(c: Context, result: Result<T>, shape: (value: T) => object) =>
  (result.ok ? c.json(shape(result.value)) : refuseFailure(c, result.error)) as never

function listing(routes: Routes) {
  routes.openapi(
    createRoute({ method: 'get', path: '/apps', summary: 'The apps, pinned ones first', responses: json('AppSummary[]') }),
    async (c) => {
      const house = c.get('house')
      return c.json({ apps: await house.apps.list(house.now()) }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/apps/{id}',
      summary: 'One app: spec, source, version',
      request: { params: One },
      responses: json('AppState'),
    }),
    async (c) => answered(c, await c.get('house').apps.get(c.req.valid('param').id), (app) => ({ app })),
  )
  routes.openapi(
    createRoute({
      method: 'patch',
      path: '/apps/{id}',
      summary: 'Pin, put in a folder, rename',
      request: {
        params: One,
        ...bodyOf(
          z.object({ pinned: z.boolean().optional(), folder: z.string().max(80).nullish(), name: z.string().min(1).max(120).optional() }),
        ),
      },
      responses: json('Done'),
    }),
    async (c) => {
      const { pinned, folder, name } = c.req.valid('json')
      const change = {
        ...(pinned !== undefined && { pinned }),
        ...(folder !== undefined && { folder }),
        ...(name !== undefined && { name }),
      }
      return answered(c, await c.get('house').apps.patch(c.req.valid('param').id, change), () => ({ done: true }))
    },
  )
  routes.openapi(
    createRoute({
      method: 'delete',
      path: '/apps/{id}',
      summary: 'Remove; it can come back for 30 days',
      request: { params: One },
      responses: json('Done'),
    }),
    async (c) => {
      const house = c.get('house')
      const { id } = c.req.valid('param')
      const removed = await house.apps.remove(id)
      if (removed.ok) await house.store.journal.append({ type: 'app-removed', app: id }, { person: house.person })
      return answered(c, removed, () => ({ removed: id }))
    },
  )
  routes.openapi(
    createRoute({ method: 'get', path: '/removed', summary: 'Apps that were removed lately', responses: json('Removed apps') }),
    async (c) => c.json({ apps: await c.get('house').apps.removed() }) as never,
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/apps/{id}/recover',
      summary: 'Bring a removed app back',
      request: { params: One },
      responses: json('Done'),
    }),
    async (c) => answered(c, await c.get('house').apps.recover(c.req.valid('param').id), () => ({ done: true })),
  )
}

function versions(routes: Routes) {
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/apps/{id}/checkpoints',
      summary: 'Everything that can be gone back to, newest first',
      request: { params: One },
      responses: json('Checkpoint[]'),
    }),
    async (c) => answered(c, await c.get('house').apps.checkpoints(c.req.valid('param').id), (checkpoints) => ({ checkpoints })),
  )
  for (const way of ['undo', 'redo'] as const)
    routes.openapi(
      createRoute({
        method: 'post',
        path: `/apps/{id}/${way}`,
        summary: `${way} the last change`,
        request: { params: One },
        responses: json('Checkpoint'),
      }),
      async (c) => answered(c, await goBack(c, c.req.valid('param').id, (apps, id) => apps[way](id)), (checkpoint) => ({ checkpoint })),
    )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/apps/{id}/restore',
      summary: 'Code, schema, data and permissions as they were at a checkpoint; itself a new checkpoint',
      request: { params: One, ...bodyOf(z.object({ checkpoint: CheckpointId })) },
      responses: json('Checkpoint'),
    }),
    async (c) => {
      const { checkpoint } = c.req.valid('json')
      return answered(c, await goBack(c, c.req.valid('param').id, (apps, id) => apps.restore(id, checkpoint)), (made) => ({
        checkpoint: made,
      }))
    },
  )
}

type Apps = Env['Variables']['house']['apps']
type Going = ReturnType<Apps['undo']>

async function goBack(c: Context<Env>, app: AppId, go: (apps: Apps, id: AppId) => Going): Promise<Awaited<Going>> {
  const house = c.get('house')
  const gone = await go(house.apps, app)
  if (gone.ok) {
    const { id: checkpoint, restored, what } = gone.value
    await house.store.journal.append(
      { type: 'checkpoint-restored', app, restored: restored ?? checkpoint, checkpoint, what },
      { person: house.person },
    )
  }
  return gone
}

function records(routes: Routes) {
  const path = '/apps/{id}/collections/{name}/records'
  const asOf = z.object({ asOf: z.coerce.number().int().min(0).optional() })
  routes.openapi(
    createRoute({
      method: 'get',
      path,
      summary: 'Records of a collection, oldest first',
      request: { params: Part, query: asOf },
      responses: json('Rec[]'),
    }),
    async (c) => {
      const { id, name } = c.req.valid('param')
      const { asOf } = c.req.valid('query')
      return answered(c, await dataOf(c, id).records(name, asOf === undefined ? {} : { asOf }), (records) => ({ records }))
    },
  )
  const write = z.object({ values: Values, write: z.string().max(80).optional() })
  routes.openapi(
    createRoute({
      method: 'post',
      path,
      summary: 'Add a record; the same `write` id again adds nothing',
      request: { params: Part, ...bodyOf(write) },
      responses: json('Rec'),
    }),
    async (c) => {
      const { id, name } = c.req.valid('param')
      const { values, write } = c.req.valid('json')
      return wrote(
        c,
        await dataOf(c, id).write([{ id: write ?? c.get('house').newId(), do: 'create', collection: name, values }], 'person'),
      )
    },
  )
  routes.openapi(
    createRoute({ method: 'get', path: `${path}/{record}`, summary: 'One record', request: { params: Place }, responses: json('Rec') }),
    async (c) => {
      const { id, name, record } = c.req.valid('param')
      const found = await dataOf(c, id).records(name)
      if (!found.ok) return refuseFailure(c, found.error) as never
      const one = found.value.find((r) => r.id === record)
      return (one ? c.json({ record: one }) : refuse(c, 404, 'record-unknown')) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'patch',
      path: `${path}/{record}`,
      summary: 'Change some values of a record',
      request: { params: Place, ...bodyOf(write) },
      responses: json('Rec'),
    }),
    async (c) => {
      const { id, name, record } = c.req.valid('param')
      const { values, write } = c.req.valid('json')
      return wrote(
        c,
        await dataOf(c, id).write([{ id: write ?? c.get('house').newId(), do: 'update', collection: name, record, values }], 'person'),
      )
    },
  )
  routes.openapi(
    createRoute({
      method: 'delete',
      path: `${path}/{record}`,
      summary: 'Delete a record; undo brings it back',
      request: { params: Place },
      responses: json('Done'),
    }),
    async (c) => {
      const { id, name, record } = c.req.valid('param')
      return wrote(c, await dataOf(c, id).write([{ id: c.get('house').newId(), do: 'delete', collection: name, record }], 'person'))
    },
  )
  routes.openapi(
    createRoute({
      method: 'get',
      path: '/apps/{id}/export.csv',
      summary: 'A collection as CSV',
      request: { params: One, query: z.object({ collection: Identifier }) },
      responses: { 200: { description: 'CSV, UTF-8 with a byte order mark' } },
    }),
    async (c) => {
      const app = await c.get('house').apps.get(c.req.valid('param').id)
      if (!app.ok) return refuseFailure(c, app.error) as never
      const { collection } = c.req.valid('query')
      const data = dataOf(c, app.value.id)
      const records = await data.records(collection)
      if (!records.ok) return refuseFailure(c, records.error) as never
      const related = await relatedRecords(app.value.spec, collection, data)
      const made = writeCsv(app.value.spec, collection, records.value, c.get('house').now().date, related)
      if (!made.ok) return refuseFailure(c, made.error) as never
      const name = encodeURIComponent(`${app.value.spec.name}.csv`)
      return c.body(made.value, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
      }) as never
    },
  )
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/apps/{id}/import',
      summary: 'Bring in CSV: first without `commit` to see what would happen, then with it',
      request: { params: One, ...bodyOf(z.object({ collection: Identifier, csv: z.string(), commit: z.boolean().default(false) })) },
      responses: json('Preview or result'),
    }),
    async (c) => {
      const { collection, csv, commit } = c.req.valid('json')
      const house = c.get('house')
      const app = await house.apps.get(c.req.valid('param').id)
      if (!app.ok) return refuseFailure(c, app.error) as never
      const data = house.apps.data(app.value.id)
      const related = await relatedRecords(app.value.spec, collection, data)
      const reading = readCsv(csv, app.value.spec, collection, { related, alsoCalled })
      const language = languageOf(c.req.header('accept-language'))
      const inWords = (errors: CsvError[]) => errors.map((error) => ({ ...error, message: writtenTo(c)(sentence(error, language)) }))
      if (!reading.ok || !commit) return answered(c, reading, (preview) => ({ ...preview, errors: inWords(preview.errors) }))
      return answered(c, await commitCsv(data, reading.value, house.newId()), ({ records, checkpoint }) => ({
        added: records.length,
        errors: inWords(reading.value.errors),
        checkpoint,
      }))
    },
  )
}

/** A heading in any language finds its field by the words of the concept it came from. */
const alsoCalled = (field: Field) => conceptForms(field.concept ?? field.id)

const dataOf = (c: Context<Env>, app: AppId): AppData => c.get('house').apps.data(app)

const wrote = (c: Context, result: Result<Written>) =>
  answered(c, result, ({ records, seq, checkpoint }) => ({ record: records[0], seq, checkpoint }))

/** The app's own count of calls, what the person allowed it, and the model it may ask. */
function limitsFor({ apps, asking, store, person }: House, app: AppId): Limits {
  const grants = {
    async granted(capability: Capability) {
      const all = await apps.grants(app)
      return all.ok ? all.value[capability] : false
    },
    async grant(capability: Capability, granted: boolean) {
      const kept = await apps.grant(app, capability, granted)
      if (kept.ok) await store.journal.append({ type: 'grant-changed', app, capability, granted }, { person })
    },
  }
  return { take: limitsOf(app).take, grants, asks: asking.of(app) }
}

/** For the page that hosts an app's frame: its calls, and what changes under it. */
function frame(routes: Routes) {
  routes.post('/apps/:id/bridge', async (c) => {
    const id = AppId.safeParse(c.req.param('id'))
    if (!id.success) return refuse(c, 404, 'app-unknown')
    const call: unknown = await c.req.json()
    const house = c.get('house')
    const there = await house.apps.grants(id.data)
    if (!there.ok) return c.json(there)
    const reply = await handleCall(call, house.apps.data(id.data), limitsFor(house, id.data))
    return c.json(reply)
  })
  routes.get('/apps/:id/events', async (c) => {
    const id = AppId.safeParse(c.req.param('id'))
    if (!id.success) return refuse(c, 404, 'app-unknown')
    const { apps } = c.get('house')
    const there = await apps.grants(id.data)
    if (!there.ok) return refuseFailure(c, there.error)
    return streamSSE(c, async (stream) => {
      const send = (change: Change) => void stream.writeSSE({ event: 'change', data: JSON.stringify(change) })
      const stop = apps.onChange((change) => change.app === id.data && send(change))
      stream.onAbort(stop)
      while (!stream.aborted) {
        await stream.writeSSE({ event: 'alive', data: '' })
        await stream.sleep(HEARTBEAT)
      }
    })
  })
}
