/** What is installed is what was looked at; a lock that says otherwise is found. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const SCRIPT = join(ROOT, 'scripts/dependencies.mjs')
type Lock = { packages: Record<string, Record<string, unknown>> }
type Project = { dependencies: Record<string, string> }

const run = (...args: string[]) => spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' })

test('of this project, nothing', () => {
  expect(run()).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^\d{3} packages, 0 problems\n$/) })
})

test.each<[string, (project: Project, lock: Lock['packages']) => void, string]>([
  ['a range', (project) => Object.assign(project.dependencies, { hono: '^4.13.19' }), 'hono: “^4.13.19” is a range'],
  ['another version than the locked one', (project) => Object.assign(project.dependencies, { hono: '4.0.0' }), 'hono: 4.0.0 is asked for'],
  [
    'what is not locked',
    (project) => Object.assign(project.dependencies, { 'left-pad': '1.3.0' }),
    'left-pad: 1.3.0 is asked for and nothing',
  ],
  ['no digest', (_, lock) => delete lock['node_modules/zod']!.integrity, 'zod 4.6.7: it has no SHA-512'],
  ['a weak digest', (_, lock) => Object.assign(lock['node_modules/zod']!, { integrity: 'sha1-x' }), 'zod 4.6.7: it has no SHA-512'],
  [
    'a licence that does not go with ours',
    (_, lock) => Object.assign(lock['node_modules/zod']!, { license: 'MIT AND GPL-3.0' }),
    'MIT AND GPL-3.0',
  ],
  ['no licence', (_, lock) => delete lock['node_modules/zod']!.license, 'its licence is not named'],
  ['a script at install', (_, lock) => Object.assign(lock['node_modules/zod']!, { hasInstallScript: true }), 'it runs a script'],
  ['a repository', (_, lock) => Object.assign(lock['node_modules/zod']!, { resolved: 'git+ssh://x/y.git' }), 'not come from a registry'],
])('%s is found', (_, change, said) => {
  const folder = mkdtempSync(join(tmpdir(), 'macaron-lock-'))
  const [project, lock] = ['package.json', 'package-lock.json'].map((name) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'))) as [
    Project,
    Lock,
  ]
  change(project, lock.packages)
  writeFileSync(join(folder, 'package.json'), JSON.stringify(project))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
  const { status, stderr } = run(folder)
  rmSync(folder, { recursive: true })
  expect([status, stderr]).toEqual([1, expect.stringContaining(said)])
})

test('the bill of materials names every package with its licence, and is the same each time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'macaron-sbom-'))
  const [one, two] = ['one.json', 'two.json'].map((name) => {
    expect(run('--sbom', join(folder, name)).status).toBe(0)
    return readFileSync(join(folder, name), 'utf8')
  })
  rmSync(folder, { recursive: true })
  expect(one).toBe(two)
  const sbom = JSON.parse(one!) as { bomFormat: string; metadata: { component: { name: string } }; components: { licenses?: unknown[] }[] }
  expect([sbom.bomFormat, sbom.metadata.component.name]).toEqual(['CycloneDX', 'open-macaron'])
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock
  // A package that is there twice is one component.
  const names = new Set(
    Object.entries(packages).flatMap(([path, { version }]) => (path ? [`${path.split('node_modules/').at(-1)}@${version}`] : [])),
  )
  expect(sbom.components.length).toBe(names.size)
  expect(sbom.components.filter(({ licenses }) => !licenses?.length)).toEqual([])
})
