/** Code apps: any source on the kit goes the same way as one written from a spec, and a change by talking leaves it alone. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApps } from '../../src/apps/apps.ts'
import { ids } from '../../src/base/ids.ts'
import { read } from '../../src/base/language/read.ts'
import { seeded } from '../../src/base/rng.ts'
import type { AppId, EventBody, EventId } from '../../src/events.ts'
import { type BrowserPool, openBrowser } from '../../src/sandbox/browser.ts'
import { AppFileName, type AppFiles, type AppSpec, type SpecEdit } from '../../src/spec.ts'
import { openStore } from '../../src/store/sqlite.ts'
import { bundle } from '../../src/studio/bundle.ts'
import { type CheckReport, check } from '../../src/studio/check.ts'
import { settle, sourceOf } from '../../src/studio/source.ts'
import { openStudio } from '../../src/studio/studio.ts'
import { synthesise } from '../../src/studio/synthesise.ts'
import { closeTypecheck, typecheck } from '../../src/studio/typecheck.ts'
import { manifest, write } from '../../src/studio/write.ts'

const now = { date: '2026-11-24', time: '10:00', weekStart: 1 as const }
const proposal = synthesise(read('a list of books with author, rating and a note', { now, language: 'en', currency: 'JPY' }), {
  now,
  locale: 'en',
  currency: 'JPY',
  before: [],
})
const origin = { id: 'app00000' as AppId, requests: ['books'] }
const plain = proposal.spec
const spec: AppSpec = { ...plain, code: true }
const [books] = spec.collections
const title = books!.title
const PAGE = `import { type FormEvent, useState } from 'react'
import { App, useCollection } from '@kit'
import { Row } from './parts/row'
import './style.css'

export default function Page() {
  const books = useCollection('${books!.id}')
  const [text, setText] = useState('')
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (text) void books.add({ ${title}: text })
    setText('')
  }
  return (
    <App>
      <form onSubmit={add}>
        <label htmlFor="title">Title</label>
        <input id="title" value={text} onChange={(e) => setText(e.target.value)} />
        <button type="submit">Add</button>
      </form>
      <p>{text.length} letters</p>
      <ul className="shelf">
        {books.records.map((one) => <Row key={one.id} text={one.values.${title} ?? ''} />)}
      </ul>
    </App>
  )
}
`
const FILES: AppFiles = {
  'app.json': manifest(spec, origin.id),
  'app.tsx': PAGE,
  'parts/row.tsx': `export const Row = ({ text }: { text: string }) => <li className="book">{text}</li>\n`,
  'style.css': `.shelf { display: grid; gap: 8px }\n`,
  'request.md': 'books\n',
}

let browser: BrowserPool
beforeAll(async () => {
  browser = openBrowser()
  await browser.warm()
})
afterAll(async () => {
  closeTypecheck()
  await browser.close()
})

async function checked(files: AppFiles, of: AppSpec = spec, types = typecheck): Promise<CheckReport> {
  const built = await bundle(files)
  if (!built.ok) throw new Error(built.error.message)
  return check(
    { app: origin.id, spec: of, files, ...built.value },
    { browser, typecheck: types, locale: 'en-US', timeZone: 'Asia/Tokyo', now },
  )
}

describe('the check of a code app', () => {
  it('passes one with parts, a style and React state of its own, and says what it tried', async () => {
    const report = await checked(FILES)
    expect(report.findings).toEqual([])
    expect(report.tried.map((one) => one.what)).toEqual(
      expect.arrayContaining([expect.stringContaining('saw it on the page'), 'Pressed everything there is to press']),
    )
  }, 30_000)

  it.each([
    ['a collection', PAGE.replace(`useCollection('${books!.id}')`, `useCollection('films')`)],
    ['a field', PAGE.replace(`values.${title}`, 'values.colour')],
  ])('knows %s that is not in the manifest', async (_what, page) => {
    expect((await typecheck({ ...FILES, 'app.tsx': page }, spec))[0]).toMatchObject({
      check: 'types',
      where: expect.stringContaining('app.tsx'),
    })
  })

  it.each<[string, string, AppFiles]>([
    [
      'what is written to the data and not shown',
      'browser',
      { 'app.tsx': PAGE.replace(/\{books\.records\.map.*\}\n/, '<li>Nothing</li>\n') },
    ],
    [
      'an error when a button is pressed',
      'console',
      { 'app.tsx': PAGE.replace('<p>', `<button type="button" onClick={() => { throw new Error('pressed') }}>Go</button><p>`) },
    ],
    ['a style that hides the note on risks', 'browser', { 'style.css': '.advice { display: none }' }],
    ['a page that is not inside <App>', 'browser', { 'app.tsx': `export default function Page() {\n  return <p>Hello</p>\n}\n` }],
  ])(
    'finds %s',
    async (_what, kind, changed) => {
      const of: AppSpec = { ...spec, risks: ['money'] }
      const report = await checked({ ...FILES, ...changed }, of, async () => [])
      expect(report.passed).toBe(false)
      expect(report.findings.map((one) => one.check)).toContain(kind)
    },
    30_000,
  )
})

describe('the bundle', () => {
  it.each([
    ['the file system', { 'app.tsx': `import fs from 'node:fs'\nfs.x\nexport default () => null` }],
    ['a package', { 'app.tsx': `import x from 'preact'\nx.y\nexport default () => null` }],
    ['what is above the app', { 'app.tsx': `import { x } from '../../x'\nx.y\nexport default () => null` }],
    ['a module that is fetched', { 'app.tsx': `import('https://example.com/x.js')\nexport default () => null` }],
    ['a style from elsewhere', { 'style.css': `@import 'https://example.com/x.css';` }],
    ['a picture from elsewhere', { 'style.css': `.shelf { background: url(https://example.com/x.png) }` }],
  ])('takes in no %s', async (_what, changed) => {
    const made = await bundle({ ...FILES, ...(changed as AppFiles) })
    expect(made).toMatchObject({ ok: false, error: { code: 'bundle-failed' } })
  })
  it('takes names of files that are names inside the app, and no other', () => {
    for (const name of ['app.tsx', 'logic.test.ts', 'parts/row-2.tsx', 'a/b/c/d.css', 'notes.md'])
      expect(AppFileName.safeParse(name).success).toBe(true)
    for (const name of [
      '../x.ts',
      '/x.ts',
      'a//b.ts',
      '.env',
      'a/.git/x.ts',
      'x.js',
      'x.html',
      'C:\\x.ts',
      'x.ts\n',
      '__proto__/x.ts',
      'constructor.ts',
      'a\u0000.ts',
    ])
      expect(AppFileName.safeParse(name).success, name).toBe(false)
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '0', '.', '..', '/', '-', '_', '~', ' ', '\\', ':', '.ts', '.css'), maxLength: 12 }),
        (name) => {
          if (!AppFileName.safeParse(name).success) return
          expect(join('/app', name)).toBe(`/app/${name}`)
          expect(name).not.toMatch(/\.\.|[ :~\\]/)
        },
      ),
    )
  })
})

describe('whose source it is', () => {
  const standing = { spec: plain, files: write(plain, origin), published: true }
  const withJson = (change: (spec: AppSpec) => unknown, files = standing.files) => ({
    ...files,
    'app.json': JSON.stringify(change(structuredClone(plain))),
  })

  it('is the spec of as long as nobody wrote code: what its manifest says is written anew', () => {
    expect(settle(standing.files, standing, origin)).toEqual({ spec: plain, files: standing.files, findings: [] })
    const renamed = settle(
      withJson((spec) => ({ ...spec, name: 'Shelf' })),
      standing,
      origin,
    )
    expect(renamed).toEqual({ spec: { ...plain, name: 'Shelf' }, files: write({ ...plain, name: 'Shelf' }, origin), findings: [] })
  })
  it('is whose who wrote it once a file differs, and goes back with the file', () => {
    const own = settle({ ...standing.files, 'app.tsx': PAGE, 'parts/row.tsx': FILES['parts/row.tsx']! }, standing, origin)
    expect(own.spec.code).toBe(true)
    expect(own.files['app.tsx']).toBe(PAGE)
    expect(JSON.parse(own.files['app.json']!)).toMatchObject({ id: origin.id, code: true })
    expect(settle(standing.files, { ...standing, ...own }, origin).spec.code).toBeUndefined()
  })
  it('loses no entry, no warning and no language by its manifest', () => {
    const risky = { ...standing, spec: { ...plain, risks: ['health' as const] } }
    for (const [json, from] of [
      [withJson((spec) => ({ ...spec, collections: [] })), standing],
      [
        withJson((spec) => ({
          ...spec,
          collections: spec.collections.map((one) => ({ ...one, fields: one.fields.filter((field) => field.id === one.title) })),
        })),
        standing,
      ],
      [withJson((spec) => spec), risky],
      [withJson((spec) => ({ ...spec, language: 'ja' })), standing],
      [withJson(() => ({})), standing],
      [{ ...standing.files, 'app.json': '{' }, standing],
      [withJson((spec) => ({ ...spec, views: [{ kind: 'list', id: 'x', label: 'x', collection: 'nowhere' }] })), standing],
    ] as const) {
      const settled = settle(json, from, origin)
      expect(settled.findings.length).toBeGreaterThan(0)
      expect(settled.findings.every((one) => one.where === 'app.json')).toBe(true)
      expect(settled.spec).toBe(from.spec)
    }
  })
  it('of code changes in nothing but its manifest', () => {
    const named = { ...spec, name: 'Shelf' }
    const after = sourceOf(named, FILES, { ...origin, requests: ['books', 'call it Shelf'] })
    expect(Object.keys(after).filter((name) => after[name] !== FILES[name])).toEqual(['app.json', 'request.md'])
  })
})

describe('a change by talking', () => {
  const home = mkdtempSync(join(tmpdir(), 'macaron-code-'))
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('keeps the source of a code app, its data and its checkpoints, and refuses what needs it written again', async () => {
    const clock = { now: () => Date.parse('2026-11-24T01:00:00Z') }
    const newId = ids(clock, seeded(7))
    const store = await openStore({ home, clock, newId })
    if (!store.ok) throw new Error(store.error.message)
    const apps = openApps(store.value, { clock, newId, person: 'person1owner' as never })
    const studio = openStudio({ apps, checkTools: { browser }, keepPicture: async () => 'x.png', elapsed: () => performance.now() })
    const around = { now, timeZone: 'Asia/Tokyo', locale: 'en-US', because: 'event000000' as EventId, signal: new AbortController().signal }
    const all = async (steps: AsyncGenerator<EventBody, unknown>) => {
      for (;;) {
        const next = await steps.next()
        if (next.done) return next.value
      }
    }
    const brought = await apps.bringIn({ spec, files: FILES, requests: ['books'], data: {} })
    if (!brought.ok) throw new Error(brought.error.message)
    const app = brought.value
    const written = await apps.data(app).write([{ id: 'w1', do: 'create', collection: books!.id, values: { [title]: 'Momo' } }], 'person')
    expect(written.ok).toBe(true)

    const more: SpecEdit[] = [{ do: 'add-field', collection: books!.id, field: { kind: 'number', id: 'pages', label: 'Pages' } }]
    expect(await all(studio.change(app, more, 'add pages', 'Added Pages', [], around))).toMatchObject({
      ok: true,
      value: { published: true },
    })
    const after = await apps.get(app)
    if (!after.ok) throw new Error(after.error.message)
    expect({ ...after.value.files, 'app.json': '', 'request.md': '' }).toEqual({ ...FILES, 'app.json': '', 'request.md': '' })
    expect(after.value.spec.code).toBe(true)
    expect(after.value.spec.collections[0]!.fields.map((field) => field.id)).toContain('pages')
    expect((await apps.data(app).records(books!.id)).ok).toBe(true)

    const view: SpecEdit[] = [{ do: 'add-view', view: { kind: 'table', id: 'table', label: 'Table', collection: books!.id } }]
    expect(await all(studio.change(app, view, 'a table', 'Added a table', [], around))).toMatchObject({
      ok: false,
      error: { code: 'app-is-code' },
    })

    expect((await apps.undo(app)).ok).toBe(true)
    const back = await apps.get(app)
    expect(back.ok && back.value.files).toEqual(FILES)
    await store.value.close()
  }, 30_000)
})
