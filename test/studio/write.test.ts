/** What is written for a spec: it builds, its types hold, it imports the kit alone, and no word of a person becomes code. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { read } from '../../src/base/language/read.ts'
import type { AppId } from '../../src/events.ts'
import { AppSpec } from '../../src/spec.ts'
import { buildApp, bundle, kitRoot } from '../../src/studio/bundle.ts'
import { runLogicTests } from '../../src/studio/logic.ts'
import { synthesise } from '../../src/studio/synthesise.ts'
import { closeTypecheck, typecheck } from '../../src/studio/typecheck.ts'
import { write } from '../../src/studio/write.ts'

const now = { date: '2026-11-24', time: '10:00', weekStart: 1 as const }
const specOf = (text: string): AppSpec =>
  synthesise(read(text, { now, language: 'en', currency: 'USD' }), { now, locale: 'en-US', currency: 'USD', before: [] }).spec
const filesOf = (spec: AppSpec, requests = ['x']) => write(spec, { id: 'app0' as AppId, requests })

const REQUESTS = [
  'Track what I spend on coffee, at most 5000 yen a month',
  'BMI calculator from weight and height',
  'loan calculator with amount, years and interest',
  'timesheet with start time, end time and hourly rate, total pay',
  '家族で京都3日間の旅行プラン、予算10万円',
  '做一个减肥记录,每天体重和心情,画成曲线',
  '단어 암기 카드 만들어 줘, 복습 주기 알아서',
  'meal plan with recipes and shopping list',
  'decision matrix for a new laptop',
  'chore wheel for the kids',
  'split the bill between Ana, Ben and Chris',
  'kanban board for my thesis',
]

afterAll(() => closeTypecheck())

describe('written source', () => {
  it.each(REQUESTS)('builds, type-checks and passes its own tests: %s', async (request) => {
    const files = filesOf(specOf(request), [request])
    expect(await typecheck(files)).toEqual([])
    expect((await bundle(files)).ok).toBe(true)
    const { tried, findings } = await runLogicTests(files)
    expect(findings).toEqual([])
    if (files['logic.test.ts']) expect(tried.length).toBeGreaterThan(0)
    expect(JSON.parse(files['app.json']!)).toMatchObject({ id: 'app0' })
  })

  it('is the same for the same spec, and a renamed field changes no line of code', () => {
    const spec = specOf(REQUESTS[0]!)
    expect(filesOf(spec)).toEqual(filesOf(structuredClone(spec)))
    const renamed = structuredClone(spec)
    renamed.collections[0]!.fields[0]!.label = 'Anything'
    expect(filesOf(renamed)['app.tsx']).toBe(filesOf(spec)['app.tsx'])
  })

  /** Text that would be code, markup, a comment's end or a line's end wherever it is put without care. */
  const hostile = fc.oneof(
    fc.constantFrom(
      '*/ alert(1) /*',
      '`${globalThis.x}`',
      '</script><script>x()</script>',
      '"});x();({"',
      '\u2028x()',
      '\u2029x()',
      '__proto__',
      '../../etc/passwd',
      '{{x}}',
      "'+x()+'",
      '\\',
      '\\u0022',
      '/*',
      '//',
      '<img src=x onerror=x()>',
    ),
    fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  )
  const isLabel = (text: string) => AppSpec.shape.name.safeParse(text).success

  it('keeps every label as text, whatever it says', { timeout: 60_000 }, async () => {
    const spec = specOf('BMI calculator from weight and height')
    const [behaviour] = spec.behaviours
    if (behaviour?.kind !== 'calculator') throw new Error('no calculator')
    await fc.assert(
      fc.asyncProperty(hostile.filter(isLabel), hostile.filter(isLabel), async (name, label) => {
        const changed = structuredClone(spec)
        changed.name = name
        changed.purpose = label
        for (const view of changed.views) view.label = label
        const calculator = changed.behaviours[0]
        if (calculator?.kind === 'calculator') for (const field of [...calculator.inputs, ...calculator.outputs]) field.label = label
        const files = filesOf(changed, [name])
        const built = await bundle(files)
        expect(built.ok).toBe(true)
        expect((await runLogicTests(files)).findings).toEqual([])
        // The same code but for the strings in it.
        const bare = (text: string) => text.replace(/^\/\/.*$/gm, '').replace(/"(?:[^"\\]|\\.)*"/g, '""')
        for (const file of ['app.tsx', 'logic.ts', 'logic.test.ts']) expect(bare(files[file]!)).toBe(bare(filesOf(spec)[file]!))
      }),
      { numRuns: 40 },
    )
  })
})

describe('the bundle of an app', () => {
  const page = (code: string) => ({ 'app.tsx': code })
  it.each([
    ["import fs from 'node:fs'", 'node:fs'],
    ["import x from '../../secret.ts'", 'secret'],
    ["import x from '/etc/passwd'", 'passwd'],
    ["import x from 'https://example.com/x.js'", 'example.com'],
    ["import x from 'preact'", 'preact'],
    ["import x from './theme.css'", 'theme.css'],
    ["const x = await import('./logic')", 'logic'],
    ["const x = require('@kit')", '@kit'],
    ["import x from './__proto__'", '__proto__'],
  ])('refuses %s', async (line, named) => {
    const built = await bundle(page(`${line}\nexport default function Page() { return ${/ (\w+) (?:from|=)/.exec(line)![1]} }`))
    expect(built).toMatchObject({ ok: false, error: { code: 'bundle-failed' } })
    if (!built.ok) expect(built.error.message).toContain(named)
  })
  it('says where a mistake is', async () => {
    const built = await bundle(page('export default function Page() {\n  return <App\n}'))
    expect(built.ok ? '' : built.error.message).toMatch(/app\.tsx:3/)
  })
  it('stays small: 80 KB gzipped is the promise, see bench/speed', async () => {
    const built = await bundle(filesOf(specOf(REQUESTS[0]!)))
    expect(built.ok && built.value.script.length < 250_000).toBe(true)
  })
})

describe('the kit', () => {
  it('declares exactly what it exports', async () => {
    const index = readFileSync(join(kitRoot(), 'index.tsx'), 'utf8') + readFileSync(join(kitRoot(), 'logic.ts'), 'utf8')
    const declared = readFileSync(join(kitRoot(), 'kit.d.ts'), 'utf8').split("declare module '@kit/test'")[0]!
    const names = new Set([...declared.matchAll(/export (?:const|function) (\w+)/g)].map(([, name]) => name!))
    const exported = new Set([
      ...[...index.matchAll(/export (?:const|function) (\w+)/g)].map(([, name]) => name!),
      ...[...index.matchAll(/export \{([^}]+)\}/g)].flatMap(([, list]) => list!.split(',').map((one) => one.trim())),
    ])
    // What the page starts with is not an app's to import.
    exported.delete('start')
    expect([...exported].sort()).toEqual([...names].sort())
  })
  it('gives types that refuse what does not exist', async () => {
    const wrong = await typecheck({
      'app.tsx': `import { App, ListView, Nothing } from '@kit'\nexport default function Page() {\n  return <App><ListView /></App>\n}\n`,
    })
    expect(wrong.map((one) => one.where)).toEqual(['app.tsx:1', 'app.tsx:1', 'app.tsx:3'])
  })
})

describe('logic tests', () => {
  const logic = (test: string) =>
    runLogicTests({
      'logic.ts': 'export const twice = (n: number) => n * 2\n',
      'logic.test.ts': `import { equal, test } from '@kit/test'\nimport { twice } from './logic'\n${test}`,
    })
  it('report what does not hold', async () => {
    const { tried, findings } = await logic("test('two', () => equal(twice(2), 5))")
    expect(tried).toMatchObject([{ what: 'two', ok: false }])
    expect(findings).toMatchObject([{ check: 'logic' }])
  })
  it('are stopped where they do not end', async () => {
    expect((await logic("test('forever', () => { while (true) {} })")).findings).toHaveLength(1)
  })
  it('reach nothing of the machine', async () => {
    const { tried } = await logic(
      "test('alone', () => equal([typeof process, typeof fetch, typeof setTimeout].join(), 'undefined,undefined,undefined'))",
    )
    expect(tried).toEqual([{ what: 'alone', ok: true }])
  })
  it('are built by the same rules as the page', async () => {
    expect((await buildApp({ 'logic.test.ts': "import 'node:fs'" }, "import './logic.test.ts'", new Map())).ok).toBe(false)
  })
})
