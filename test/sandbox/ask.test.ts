/** An app that asks a model, in the real browser frame of the real server: the card, the answer, and what an app may try. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Opened, openServer } from '../../src/doors/serve.ts'
import type { AppId } from '../../src/events.ts'
import { launchBrowser } from '../../src/sandbox/browser.ts'
import type { AppSpec } from '../../src/spec.ts'
import { write } from '../../src/studio/write.ts'
import { type Said, type ScriptedApi, scriptedApi } from '../models/scripted.ts'
import { spec as cups } from './spec.ts'

const WAIT = 15_000
const home = mkdtempSync(join(tmpdir(), 'macaron-ask-'))
let browser: Browser
let api: ScriptedApi
let opened: Opened
let server: ServerType
let url = ''
let said: Said = 'Two lattes, eight dollars.'

beforeAll(async () => {
  api = await scriptedApi(() => said)
  const file = { providers: { local: { url: api.url } }, roles: { draft: 'local', refine: 'local' } }
  writeFileSync(join(home, 'models.json'), JSON.stringify(file))
  const made = await openServer({ home, port: 0, host: '127.0.0.1' })
  if (!made.ok) throw new Error(made.error.message)
  opened = made.value
  server = serve({ fetch: opened.routes.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((listening) => server.once('listening', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser(undefined, [])
}, 30_000)
afterAll(async () => {
  await browser?.close()
  server?.close()
  await opened?.close()
  await api?.close()
  rmSync(home, { recursive: true, force: true })
})

const asking: Pick<AppSpec, 'behaviours' | 'capabilities'> = {
  capabilities: ['ai'],
  behaviours: [{ kind: 'ask', id: 'ask', label: 'Summarise', wish: 'Summarise my cups', collection: 'cups' }],
}
async function app(more: Partial<AppSpec>): Promise<AppId> {
  const { apps } = opened.house
  const base = cups()
  const tool = more.behaviours ? [{ kind: 'tool' as const, id: 'asked', label: 'Summarise', behaviour: 'ask' }] : []
  const spec: AppSpec = { ...base, ...more, views: [...tool, ...base.views] }
  const draft = await apps.draft(spec, 'x')
  if (!draft.ok) throw new Error(draft.error.message)
  const files = write(spec, { id: draft.value, requests: [] })
  const done = await apps.publish(draft.value, { spec, files, requests: [], what: 'x' })
  if (!done.ok) throw new Error(done.error.message)
  await apps.data(draft.value).write([{ id: 'write001', do: 'create', collection: 'cups', values: { name: 'latte', price: 4 } }], 'person')
  return draft.value
}

/** The app's page, and a hand on its port such as the app's own code could have. */
async function visit<T>(id: AppId, work: (page: Page, frame: Frame) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ locale: 'en-US' })
  await context.addInitScript(() => {
    window.addEventListener('message', ({ data, ports }) => {
      if (data?.macaron === 'hello') Object.assign(window, { port: ports[0] })
    })
  })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(WAIT)
    await page.goto(`${url}/?token=${opened.token}`)
    await page.goto(`${url}/apps/${id}`)
    const frame = (await (await page.waitForSelector('#frame')).contentFrame())!
    await frame.waitForSelector('html[data-ready]', { state: 'attached' })
    return await work(page, frame)
  } finally {
    await context.close()
  }
}
/** What the host answers to calls of the app's own making. */
const call = (frame: Frame, calls: object[]) =>
  frame.evaluate(async (calls) => {
    const { port } = window as unknown as { port: MessagePort }
    const answered = new Map<number, (reply: unknown) => void>()
    port.addEventListener('message', ({ data }) => answered.get(data.id)?.(data.reply))
    return Promise.all(
      calls.map(
        (call, n) =>
          new Promise((resolve) => {
            answered.set(9000 + n, resolve)
            port.postMessage({ id: 9000 + n, call })
          }),
      ),
    )
  }, calls) as Promise<{ ok: boolean; value?: unknown; error?: { code: string; message: string } }[]>
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const seriousIn = async (where: Page | Frame): Promise<string[]> => {
  await where.evaluate(axe)
  return where.evaluate(async () => {
    type Run = { run(root: Document, options: object): Promise<{ violations: { id: string; impact: string | null }[] }> }
    const { violations } = await (window as unknown as { axe: Run }).axe.run(document, { iframes: false })
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
  })
}

it('the person is asked what is sent where and at what cap; then the answer stands in the app, as text', async () => {
  const id = await app(asking)
  await visit(id, async (page, frame) => {
    await frame.getByRole('button', { name: 'Summarise' }).click()
    const card = page.getByRole('dialog')
    await card.waitFor()
    const words = (await card.textContent()) ?? ''
    expect(words).toMatch(/May “Cups” ask a model\?.*this machine.*\$0\.25.*40 questions/)
    expect([await seriousIn(page), api.requests.length]).toEqual([[], 0])
    said = 'Two <b>lattes</b> <img src=x onerror="document.title=1">, eight dollars.'
    await card.getByRole('button', { name: 'Yes' }).click()
    await frame.locator('.answer blockquote').getByText('eight dollars').waitFor()
    expect(await frame.locator('.answer img, .answer b').count()).toBe(0)
    expect(await frame.locator('blockquote').textContent()).toBe(said)
    expect(await seriousIn(frame)).toEqual([])
    const [sent] = api.requests
    expect(JSON.stringify(sent!.body)).toContain('latte')
    expect((await opened.house.models.costs(id)).total.requests).toBe(1)
  })
}, 40_000)

it('a no is kept: nothing is sent, it is said, and the person is not asked again', async () => {
  const id = await app(asking)
  const before = api.requests.length
  await visit(id, async (page, frame) => {
    await frame.getByRole('button', { name: 'Summarise' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click()
    await frame.getByText('may not ask a model').waitFor()
    await frame.getByRole('button', { name: 'Summarise' }).click()
    await frame.getByText('may not ask a model').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
  expect(api.requests.length).toBe(before)
}, 40_000)

it('an app cannot allow itself, ask without leave, flood, or send a megabyte', async () => {
  const plain = await app({})
  const before = api.requests.length
  await visit(plain, async (page, frame) => {
    const codes = (await call(frame, [
      { do: 'ask', request: 'x' },
      { do: 'request', capability: 'ai' },
      { do: 'grant', capability: 'ai', granted: true },
    ])) as { error?: { code: string }; value?: unknown }[]
    expect(codes.map(({ error, value }) => error?.code ?? value)).toEqual(['capability-unknown', { granted: false }, 'call-invalid'])
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
  expect(api.requests.length).toBe(before)
  said = 'Yes.'
  const allowed = await app(asking)
  expect((await opened.house.asking.of(allowed).allow(true)).ok).toBe(true)
  await visit(allowed, async (_page, frame) => {
    const [long] = await call(frame, [{ do: 'ask', request: 'x'.repeat(1024 * 1024) }])
    expect(long!.error?.code).toBe('ask-too-long')
    const flood = await call(
      frame,
      Array.from({ length: 300 }, () => ({ do: 'ask', request: 'x' })),
    )
    const answered = flood.filter(({ ok }) => ok).length
    expect(answered).toBeLessThanOrEqual(8)
    expect(new Set(flood.flatMap(({ error }) => error?.code ?? []))).toEqual(new Set(['call-too-often', 'ask-too-often']))
  })
  expect(api.requests.length - before).toBeLessThanOrEqual(8)
}, 40_000)
