/** The check in the real browser: what works passes, and each way of not working is found. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApps } from '../../src/apps/apps.ts'
import { ids } from '../../src/base/ids.ts'
import { read } from '../../src/base/language/read.ts'
import { seeded } from '../../src/base/rng.ts'
import type { AppId, EventBody, EventId, Finding } from '../../src/events.ts'
import { type BrowserPool, openBrowser } from '../../src/sandbox/browser.ts'
import type { AppFiles, AppSpec } from '../../src/spec.ts'
import { openStore } from '../../src/store/sqlite.ts'
import { bundle } from '../../src/studio/bundle.ts'
import { type CheckReport, check } from '../../src/studio/check.ts'
import { openStudio } from '../../src/studio/studio.ts'
import { synthesise } from '../../src/studio/synthesise.ts'
import { closeTypecheck } from '../../src/studio/typecheck.ts'
import { write } from '../../src/studio/write.ts'

const now = { date: '2026-11-24', time: '10:00', weekStart: 1 as const }
const proposalFor = (text: string, language: 'en' | 'ja' = 'en') =>
  synthesise(read(text, { now, language, currency: 'JPY' }), { now, locale: language, currency: 'JPY', before: [] })
const spec = proposalFor('a list of books with author, rating and a note').spec
const filesOf = (of: AppSpec) => write(of, { id: 'app0' as AppId, requests: ['x'] })

let browser: BrowserPool
beforeAll(async () => {
  browser = openBrowser()
  await browser.warm()
})
afterAll(async () => {
  closeTypecheck()
  await browser.close()
})

async function checked(files: AppFiles, of: AppSpec = spec, pool = browser): Promise<CheckReport> {
  const built = await bundle(files)
  if (!built.ok) throw new Error(built.error.message)
  return check({ app: 'app0' as AppId, spec: of, files, ...built.value }, { browser: pool, locale: 'en-US', timeZone: 'Asia/Tokyo', now })
}
const kinds = ({ findings }: CheckReport) => [...new Set(findings.map((one: Finding) => one.check))]
const page = (body: string, imports = 'App, ListView, Tabs', before = '') =>
  `import { ${imports} } from '@kit'\n${before}\nexport default function Page() {\n  return <App>${body}</App>\n}\n`
const view = spec.views[0]!
const tabs = `<Tabs tabs={[{ id: ${JSON.stringify(view.id)}, label: 'x', content: () => <ListView id=${JSON.stringify(view.id)} /> }]} />`

describe('what works', () => {
  it.each([
    ['a list of books with author, rating and a note', 'en'],
    ['Track what I spend on coffee, at most 5000 yen a month', 'en'],
    ['kanban board for my thesis', 'en'],
    ['家族で京都3日間の旅行プラン、予算10万円', 'ja'],
  ] as const)('passes, with what was tried and a picture: %s', async (text, language) => {
    const { spec } = proposalFor(text, language)
    const report = await checked(filesOf(spec), spec)
    expect(report.findings).toEqual([])
    expect(report.passed).toBe(true)
    expect(report.tried.length).toBeGreaterThan(5)
    expect(report.tried.every((one) => one.ok)).toBe(true)
    expect(Buffer.from(report.picture ?? []).toString('latin1', 1, 4)).toBe('PNG')
  })
})

describe('what does not work is found', () => {
  it.each<[string, string, string]>([
    ['a view that is missing', 'browser', page('<p>Nothing here</p>', 'App')],
    ['an error while drawing', 'browser', page(`{boom()}`, 'App', `function boom(): string { throw new Error('boom') }`)],
    ['an error on the console', 'console', page(tabs, 'App, ListView, Tabs', `console.error('something is wrong')`)],
    [
      'a call to the network',
      'console',
      page(
        tabs,
        'App, ListView, Tabs',
        `declare const fetch: (url: string) => Promise<unknown>\nfetch('https://example.com/').catch(() => {})`,
      ),
    ],
    ['a picture from elsewhere', 'console', page(`${tabs}<img src="https://example.com/x.png" alt="x" />`)],
    ['a control without a label', 'accessibility', page(`${tabs}<input type="text" />`)],
    ['text that can hardly be read', 'accessibility', page(`${tabs}<p style={{ color: '#bbb', background: '#fff' }}>pale</p>`)],
    ['a type that does not fit', 'types', page(`${tabs}{wrong}`, 'App, ListView, Tabs', `const wrong: number = 'text'`)],
  ])('%s', async (_what, kind, app) => {
    const report = await checked({ ...filesOf(spec), 'app.tsx': app })
    expect(report.passed).toBe(false)
    expect(kinds(report)).toContain(kind)
  })
  it('a page that never gets ready', async () => {
    const report = await checked({ ...filesOf(spec), 'app.tsx': page(tabs, 'App, ListView, Tabs', `for (;;) {}`) }, spec)
    expect(report.passed).toBe(false)
    expect(kinds(report)).toContain('browser')
  }, 60_000)
  it('logic that says something else than the formula', async () => {
    const bmi = proposalFor('BMI calculator from weight and height').spec
    const files = filesOf(bmi)
    const report = await checked({ ...files, 'logic.ts': files['logic.ts']!.replaceAll('/ 100', '/ 10') }, bmi)
    expect(kinds(report)).toContain('logic')
  })
})

describe('the browser', () => {
  it('that dies in the middle of a check is started again', async () => {
    const pool = openBrowser()
    let killed = false
    const dying: BrowserPool = {
      ...pool,
      use: (options, work) =>
        pool.use(options, async (page, context) => {
          if (!killed) {
            killed = true
            await context.browser()!.close()
          }
          return work(page, context)
        }),
    }
    const report = await checked(filesOf(spec), spec, dying)
    expect(killed).toBe(true)
    expect(report.passed).toBe(true)
    await pool.close()
  })
  it('that cannot be started is a finding, in words', async () => {
    const none = openBrowser({ executable: '/nowhere/chromium' })
    const report = await checked(filesOf(spec), spec, none)
    expect(report.passed).toBe(false)
    expect(report.findings[0]!.message).toMatch(/No browser could be started/)
  })
})

describe('the studio', () => {
  const home = mkdtempSync(join(tmpdir(), 'macaron-studio-'))
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('publishes what passes, keeps the last good version where a change does not, and leaves no draft behind', async () => {
    const clock = { now: () => Date.parse('2026-11-24T01:00:00Z') }
    const newId = ids(clock, seeded(7))
    const store = await openStore({ home, clock, newId })
    if (!store.ok) throw new Error(store.error.message)
    const apps = openApps(store.value, { clock, newId, person: 'person1owner' as never })
    const good = { browser }
    const bad = { browser, typecheck: async (): Promise<Finding[]> => [{ check: 'types', message: 'never fits' }] }
    const studio = (checkTools: typeof good) =>
      openStudio({ apps, checkTools, keepPicture: async () => 'x.png', elapsed: () => performance.now() })
    const around = () => ({
      now,
      timeZone: 'Asia/Tokyo',
      locale: 'en-US',
      because: 'event000000' as EventId,
      signal: new AbortController().signal,
    })
    const all = async (steps: AsyncGenerator<EventBody, unknown>) => {
      const events: EventBody[] = []
      for (;;) {
        const next = await steps.next()
        if (next.done) return { events, end: next.value as { ok: boolean; value: { published: boolean; app: AppId } } }
        events.push(next.value)
      }
    }
    const proposal = proposalFor('a list of books with author, rating and a note')

    const refused = await all(studio(bad).build(proposal, 'books', around()))
    expect(refused.end).toMatchObject({ ok: true, value: { published: false } })
    expect(refused.events.map((one) => one.type)).toContain('app-withheld')
    expect(await apps.list(now)).toEqual([])

    const made = await all(studio(good).build(proposal, 'books', around()))
    expect(made.end).toMatchObject({ ok: true, value: { published: true } })
    const types = made.events.map((one) => one.type)
    expect(types.indexOf('frame-ready')).toBeLessThan(types.indexOf('check-finished'))
    expect(types.at(-1)).toBe('app-published')

    const app = made.end.value.app
    const edit = [{ do: 'rename-app' as const, name: 'Shelf' }]
    const kept = await all(studio(bad).change(app, edit, 'call it Shelf', 'Renamed', [], around()))
    expect(kept.end).toMatchObject({ ok: true, value: { published: false } })
    const after = await apps.get(app)
    expect(after.ok && [after.value.version, after.value.spec.name]).toEqual([1, proposal.spec.name])

    const changed = await all(studio(good).change(app, edit, 'call it Shelf', 'Renamed', [], around()))
    expect(changed.end).toMatchObject({ ok: true, value: { published: true } })
    const renamed = await apps.get(app)
    expect(renamed.ok && [renamed.value.version, renamed.value.spec.name]).toEqual([2, 'Shelf'])

    const stopped = new AbortController()
    stopped.abort()
    const cancelled = await all(studio(good).build(proposal, 'books', { ...around(), signal: stopped.signal }))
    expect(cancelled.end).toMatchObject({ ok: false, error: { code: 'turn-cancelled' } })
    expect((await apps.list(now)).map((one) => one.name)).toEqual(['Shelf'])
    await store.value.close()
  }, 60_000)
})
