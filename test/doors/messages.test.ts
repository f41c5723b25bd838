/** Whatever can fail has a sentence in each language: the codes are read from the sources. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { sentence } from '../../src/doors/messages.ts'
import { LANGUAGES } from '../../src/spec.ts'

const SRC = fileURLToPath(new URL('../../src', import.meta.url))
/** What a tool answers is said to the model that builds, in English, and never to a person. */
const TO_MODELS = /^studio\/agents\/(?:tools\/|folder\.ts)/
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !TO_MODELS.test(name))
const codes = new Set(
  files.flatMap((name) =>
    [
      ...readFileSync(join(SRC, name), 'utf8').matchAll(
        /(?:\b(?:fail|problem)\(\s*|\brefused\(\s*|\brefuse\(c, \d+, )'([a-z]+(?:-[a-z]+)+)'/g,
      ),
    ].map(([, code]) => code!),
  ),
)

/** Never shown by a door: said to an app's own code by the bridge, to a build's repair, or put in words by the turn itself. */
const INSIDE = new Set([
  'backup-exists',
  'call-denied',
  'call-failed',
  'call-invalid',
  'call-too-large',
  'call-too-often',
  'edit-impossible',
  'edit-unclear',
  'input-invalid',
  'manifest-invalid',
  'nothing-said',
  'nothing-to-ask',
  'nothing-to-log',
  'part-turns',
  'result-invalid',
  'script-failed',
  'script-memory',
  'script-timeout',
  'state-unknown',
  'tool-unknown',
])

it.each([...codes].filter((code) => !INSIDE.has(code)).toSorted())('%s', (code) => {
  const said = LANGUAGES.map((language) => sentence({ code, message: 'plain', values: {} }, language))
  expect(new Set(said).size).toBe(LANGUAGES.length)
  for (const one of said) expect(one).not.toMatch(/^plain$|[{}]/)
})
