/** The models by the command line, as a process of its own: what goes wrong is one sentence in the person's language, with what to do. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepKey } from '../../src/models/keys.ts'
import type { Language } from '../../src/spec.ts'
import { SDK, SDK_VERSION } from '../../src/studio/agents/install.ts'
import { type Said, type ScriptedApi, scriptedApi, text } from '../models/scripted.ts'
import { newHome } from './door.ts'

const PROGRAM = fileURLToPath(new URL('../../dist/macaron.js', import.meta.url))
const RUN = ['-e', `import(${JSON.stringify(PROGRAM)}).then(async (m) => { process.exitCode = await m.main(process.argv.slice(1)) })`, '--']
const LOCALES: Record<Language, string> = { en: 'en_US', zh: 'zh_CN', ja: 'ja_JP', ko: 'ko_KR' }
const KEY = 'sk-planted-0123456789'
const homes: string[] = []
const home = () => {
  const made = newHome()
  homes.push(made)
  return made
}
let api: ScriptedApi
let answer: Said = { content: [text('ready')], usage: { input_tokens: 1_000_000, output_tokens: 10_000 } }
beforeAll(async () => {
  api = await scriptedApi(() => answer)
})
afterAll(async () => {
  await api.close()
  for (const one of homes) rmSync(one, { recursive: true, force: true })
})

/** A home with one provider on this machine: it needs no leave, and a key. */
function setUp({ key = true, url = api.url, ...more }: { key?: boolean; url?: string; budgets?: object } = {}): string {
  const at = home()
  const roles = { draft: 'claude-sonnet-5-5', refine: 'claude-sonnet-5-5' }
  writeFileSync(join(at, 'models.json'), JSON.stringify({ providers: { anthropic: { url } }, roles, ...more }))
  if (key) keepKey(at, 'anthropic', KEY)
  return at
}

type Ran = { status: number | null; stdout: string; stderr: string }
/** Not waited for in one piece: the model that it asks is in this process. */
function macaron(at: string, language: Language, ...args: string[]): Promise<Ran> {
  const LANG = `${LOCALES[language]}.UTF-8`
  const { ANTHROPIC_API_KEY: _, DEEPSEEK_API_KEY: __, ...own } = process.env
  const env = { ...own, MACARON_BROWSER: '/nowhere/browser', MACARON_HOME: at, LANG, LC_ALL: LANG, PORT: '', HOST: '' }
  const child = spawn(process.execPath, [...RUN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (piece: Buffer) => (said.stdout += piece))
  child.stderr.on('data', (piece: Buffer) => (said.stderr += piece))
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, ...said })))
}
/** One line, no stack, no key. */
async function fails(at: string, language: Language, args: string[], words: RegExp): Promise<void> {
  const { status, stdout, stderr } = await macaron(at, language, ...args)
  expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(words)])
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).not.toContain(KEY)
}

// Skipped where the program was not built: `npm test` builds it first.
const suite = existsSync(PROGRAM) ? describe : describe.skip

suite('a model that can be asked', () => {
  it('is tried, priced, and stopped by a budget that is set; what it cost is told', async () => {
    const at = setUp()
    expect((await macaron(at, 'en', 'models', 'try')).stdout).toMatch(/^claude-sonnet-5-5 answers \(\d+ ms\)\.\n$/)
    const costs = JSON.parse((await macaron(at, 'en', 'models', 'costs', '--json')).stdout)
    expect(costs.total).toMatchObject({ requests: 1, tokens: { input: 1_000_000, output: 10_000 } })
    expect(costs.total.dollars).toBeCloseTo(2.1, 9)
    expect((await macaron(at, 'en', 'models', 'costs', 'noapp00000')).stdout).toMatch(/\$0\.00 in 0 requests/)
    expect((await macaron(at, 'en', 'models', 'budget', 'day', '1.5')).stdout).toMatch(/\$1\.50 a day/)
    await fails(at, 'ja', ['models', 'try'], /予算.*1\.5/)
    await fails(at, 'en', ['models', 'budget', 'week', '1'], /Say which budget/)
  }, 30_000)
})

suite('what goes wrong', () => {
  it.each<[Language, RegExp]>([
    ['en', /no key.*ANTHROPIC_API_KEY|ANTHROPIC_API_KEY/],
    ['zh', /密钥.*ANTHROPIC_API_KEY|ANTHROPIC_API_KEY.*密钥/],
    ['ja', /キー.*ANTHROPIC_API_KEY|ANTHROPIC_API_KEY.*キー/],
    ['ko', /키.*ANTHROPIC_API_KEY|ANTHROPIC_API_KEY.*키/],
  ])('no key, in %s', (language, words) => fails(setUp({ key: false }), language, ['models', 'try'], words), 20_000)

  it('a wrong key', async () => {
    answer = { error: 'authentication_error', message: `invalid key ${KEY}` }
    await fails(setUp(), 'ko', ['models', 'try'], /키.*models key anthropic/)
  }, 20_000)

  it('no network', () => fails(setUp({ url: 'http://127.0.0.1:1' }), 'zh', ['models', 'try'], /无法连接|连不上|127\.0\.0\.1:1/), 30_000)

  it('a model that nobody knows: not here, and not there', async () => {
    await fails(setUp(), 'ja', ['models', 'try', 'no-such-model'], /no-such-model/)
    answer = { error: 'not_found_error', message: 'model: claude-sonnet-5-5' }
    await fails(setUp(), 'en', ['models', 'try'], /There is no model claude-sonnet-5-5.*models\.json/)
  }, 20_000)

  it('a budget that is reached, and the way without a model goes on', async () => {
    const at = setUp({ budgets: { day: 0 } })
    await fails(at, 'zh', ['models', 'try'], /预算/)
    expect((await macaron(at, 'zh', 'say', '你好')).status).toBe(0)
  }, 20_000)

  it('the SDK is not there, or its program is not', async () => {
    const at = home()
    expect(await macaron(at, 'ja', 'agents')).toMatchObject({ status: 0, stdout: expect.stringMatching(/入っていません.*agents install/) })
    const packed = join(at, 'agents', 'node_modules', SDK)
    mkdirSync(packed, { recursive: true })
    writeFileSync(join(packed, 'package.json'), JSON.stringify({ version: SDK_VERSION, type: 'module' }))
    writeFileSync(join(packed, 'sdk.mjs'), 'export {}\n')
    await fails(at, 'ko', ['agents'], /프로그램이 없어서.*agents install/)
  }, 20_000)

  it('a disk that is full: a key, a budget, anything that is kept', async () => {
    const disk = home()
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], { stdio: 'ignore' })
    } catch {
      return // Only root may mount. What a full disk does to the store is tried by test/store.
    }
    try {
      expect((await macaron(disk, 'en', 'apps')).status).toBe(0)
      const { bavail, bsize } = statfsSync(disk)
      // As a disk fills: to the last byte, whatever its blocks are.
      writeFileSync(join(disk, 'films'), Buffer.alloc(bavail * bsize))
      await fails(disk, 'zh', ['say', '记住我喜欢喝茶'], /磁盘|空间/)
      await fails(disk, 'en', ['models', 'budget', 'day', '3'], /disk is full/)
    } finally {
      execFileSync('umount', ['-l', disk])
    }
  }, 30_000)

  it('as root nothing is asked that the SDK refuses there: no mode that lets everything through', async () => {
    const { fixedOptions } = await import('../../src/studio/agents/sdk-options.ts')
    const sdk = { tool: () => ({}), createSdkMcpServer: () => ({}) } as never
    const endpoint = { url: api.url, token: 'token' }
    const options = fixedOptions({
      ...{ sdk, endpoint, scratch: home(), tools: [], handlers: () => ({}) as never },
      abort: new AbortController(),
      turns: 1,
    })
    expect(options.permissionMode).toBe('acceptEdits')
    expect(JSON.stringify(options)).not.toMatch(/dangerously|bypass/i)
  })
})
