import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelNamed, readConfig } from '../../src/models/config.ts'
import { lineOf } from '../../src/models/json-lines.ts'
import { keepKey, takeKeys } from '../../src/models/keys.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'macaron-config-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))
const read = (text: string | null, env = {}) => {
  if (text !== null) writeFileSync(join(home, 'models.json'), text)
  return readConfig(home, env)
}

describe('models.json', () => {
  it('may be missing, and changes only what it names', () => {
    const plain = read(null)
    const changed = read(
      '{"models": {"claude-sonnet-5-5": {"input": 3}, "own-1": {"provider": "local", "input": 0, "output": 0, "cacheWrite": 0, "cacheRead": 0}}, "roles": {"draft": "own-1"}, "budgets": {"day": 1}}',
    )
    if (!plain.ok || !changed.ok) throw new Error('it should read')
    expect(changed.value.models['claude-sonnet-5-5']).toEqual({ ...plain.value.models['claude-sonnet-5-5'], input: 3 })
    expect(changed.value.roles).toEqual({ ...plain.value.roles, draft: 'own-1' })
    expect(changed.value.budgets).toEqual({ ...plain.value.budgets, day: 1 })
    expect(modelNamed(changed.value, 'local/anything')).toMatchObject({ provider: 'local', input: 0 })
    expect(modelNamed(changed.value, 'offline-any')).toMatchObject({ provider: 'offline' })
    expect(modelNamed(changed.value, 'constructor')).toBeNull()
  })

  it.each([
    ['no JSON', '{\n  "budgets": {\n    "day": 1,\n  }\n}', 4],
    ['a wrong figure', '{\n  "budgets": {\n    "app": 1,\n    "day": -1\n  }\n}', 4],
    ['a key that is none', '{\n  "budgets": {},\n  "budget": {}\n}', 3],
    ['a role without a model', '{\n  "roles": {\n    "draft": "nobody"\n  }\n}', 3],
    [
      'a model of no provider',
      '{\n\n  "models": {\n    "x": {"provider": "nobody", "input": 1, "output": 1, "cacheWrite": 1, "cacheRead": 1}\n  }\n}',
      4,
    ],
    ['a model without a price', '{\n  "models": {\n    "x": {"provider": "deepseek", "input": 1}\n  }\n}', 3],
    ['a key in the open', '{\n  "providers": {\n    "anthropic": {\n      "url": "http://example.com"\n    }\n  }\n}', 4],
    ['a secret in an address', '{\n  "providers": {"anthropic": {\n      "url": "https://me:pw@example.com"}}\n}', 3],
  ])('says on which line it is wrong: %s', (_, text, line) => {
    const wrong = read(text)
    expect(wrong).toMatchObject({ ok: false, error: { code: 'models-file-invalid', values: { line, file: join(home, 'models.json') } } })
  })

  it('takes the address of a server of one’s own from the environment, and says whose fault a wrong one is', () => {
    expect(read(null, { MACARON_LOCAL_URL: 'http://192.168.1.5:8080' })).toMatchObject({
      value: { providers: { local: { url: 'http://192.168.1.5:8080' } } },
    })
    expect(read(null, { MACARON_LOCAL_URL: 'find' }).ok).toBe(true)
    expect(read(null, { MACARON_LOCAL_URL: 'ftp://x' })).toMatchObject({ error: { values: { file: 'MACARON_LOCAL_URL' } } })
  })

  it('finds the line of any value, whatever the text around it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'small' }), (value) => {
        const text = JSON.stringify({ before: ['"', '{', '\\', ','], value, after: 1 }, null, 2)
        const lines = text.split('\n')
        expect(lines[lineOf(text, ['after']) - 1]).toBe('  "after": 1')
        expect(lines[lineOf(text, ['value', 'no', 'such']) - 1]!.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a key', () => {
  const keys = (env: NodeJS.ProcessEnv = {}) => takeKeys(home, env, ['ANTHROPIC_API_KEY'])
  it('is taken out of the environment, and counts before the file', () => {
    const env = { ANTHROPIC_API_KEY: ' sk-env ', OTHER: 'stays' }
    keepKey(home, 'anthropic', 'sk-file\n')
    const taken = keys(env)
    expect(env).toEqual({ OTHER: 'stays' })
    expect(taken.keyOf('anthropic', 'ANTHROPIC_API_KEY')).toMatchObject({ value: 'sk-env' })
    expect(keys().keyOf('anthropic', 'ANTHROPIC_API_KEY')).toMatchObject({ value: 'sk-file' })
    expect(JSON.stringify(taken)).not.toContain('sk-env')
  })

  it('is in a file for its owner alone, refused where others can read it, and taken away by nothing', () => {
    const kept = keepKey(home, 'deepseek', 'sk-1')
    if (!kept.ok) throw new Error(kept.error.code)
    const { file } = kept.value
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(keepKey(home, 'deepseek', 'sk-2').ok).toBe(true)
    expect(readFileSync(file, 'utf8')).toBe('sk-2\n')
    chmodSync(file, 0o644)
    expect(keys().keyOf('deepseek', undefined)).toMatchObject({ ok: false, error: { code: 'key-file-open', values: { file } } })
    expect(keepKey(home, 'deepseek', ' \n')).toMatchObject({ value: { kept: false } })
    expect(keys().keyOf('deepseek', undefined)).toMatchObject({ ok: true, value: null })
  })

  it('is one word, of a provider whose name is no path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (provider, key) => {
        const kept = keepKey(home, provider, key)
        if (!kept.ok) return
        expect(/^[a-z0-9][a-z0-9-]*$/.test(provider)).toBe(true)
        expect(/^[\x21-\x7e]*$/.test(key.trim())).toBe(true)
      }),
    )
    for (const provider of ['../token', 'a/b', '.hidden', '']) expect(keepKey(home, provider, 'sk-1').ok).toBe(false)
  })
})
