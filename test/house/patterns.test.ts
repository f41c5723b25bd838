/** No pattern of ours can be read in two ways; one that can is found. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SCRIPT = join(import.meta.dirname, '../../scripts/patterns.mjs')

test('of all patterns of the sources', () => {
  const said = execFileSync(process.execPath, [SCRIPT, join(import.meta.dirname, '../../src')], { encoding: 'utf8' })
  expect(said).toMatch(/, 0 ambiguous/)
})

test.each([
  ['/^(?:早|晚|早晚)+x/', true],
  ['/(?:[^を]{1,14}[、と])+で/', true],
  ['/^(?:a+,?)+$/', true],
  ['/^(?:\\w\\s?)*!/', false],
  ['/^(?:[^、]{1,14}、)+で/', false],
  ['/^(?:ab|a)+/', false],
])('%s', (pattern, ambiguous) => {
  const folder = mkdtempSync(join(tmpdir(), 'macaron-patterns-'))
  writeFileSync(join(folder, 'one.ts'), `export const one = ${pattern}\n`)
  const { status } = spawnSync(process.execPath, [SCRIPT, folder])
  rmSync(folder, { recursive: true })
  expect(status).toBe(ambiguous ? 1 : 0)
})
