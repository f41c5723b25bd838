/** The command line as a process of its own: with a server that holds the home, and without one. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { main } from '../../src/doors/cli.ts'
import { openHouse } from '../../src/house.ts'
import { write } from '../../src/studio/write.ts'
import { spending } from '../apps/specs.ts'
import { newHome } from './door.ts'

const PROGRAM = fileURLToPath(new URL('../../dist/macaron.js', import.meta.url))
const RUN = ['-e', `import(${JSON.stringify(PROGRAM)}).then(async (m) => { process.exitCode = await m.main(process.argv.slice(1)) })`, '--']
const home = newHome()
// No browser unless a test needs one: starting it costs more than all the rest.
const env = {
  ...process.env,
  MACARON_BROWSER: '/nowhere/browser',
  MACARON_HOME: home,
  LANG: 'en_US.UTF-8',
  LC_ALL: 'en_US.UTF-8',
  PORT: '',
  HOST: '',
}

/** As a process of its own: what it prints and how it ends. */
function started(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...RUN, ...args], { env, encoding: 'utf8', timeout: 20_000 })
  return { status, stdout, stderr }
}
/** The same command in this process: a start costs more than all it does. */
async function macaron(...args: string[]) {
  for (const name of ['MACARON_BROWSER', 'MACARON_HOME', 'PORT', 'HOST'] as const) vi.stubEnv(name, env[name])
  let [stdout, stderr] = ['', '']
  const complaints = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += text
    return true
  })
  const status = await main(args, (text) => {
    stdout += text
  })
  complaints.mockRestore()
  vi.unstubAllEnvs()
  process.exitCode = undefined
  return { status, stdout, stderr }
}
/** The one document that a command with --json prints. */
async function json<T>(...args: string[]): Promise<T> {
  const { status, stdout, stderr } = await macaron(...args, '--json')
  expect([args.join(' '), status, stderr]).toEqual([args.join(' '), 0, ''])
  return JSON.parse(stdout) as T
}

let app = ''
let server: ChildProcess | undefined
// Skipped where the program was not built: `npm test` builds it first.
const suite = existsSync(PROGRAM) ? describe : describe.skip

beforeAll(async () => {
  const house = await openHouse({ home })
  if (!house.ok) throw new Error(house.error.message)
  const spec = spending()
  const made = await house.value.apps.draft(spec, spec.purpose)
  if (!made.ok) throw new Error(made.error.message)
  app = made.value
  await house.value.apps.publish(made.value, {
    spec,
    files: write(spec, { id: made.value, requests: [spec.purpose] }),
    requests: [spec.purpose],
    what: 'Coffee',
  })
  await house.value.close()
})
afterAll(() => {
  server?.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

/** Starts the server and answers with what it printed. */
async function serve({ browser = false } = {}): Promise<string> {
  const own = browser ? { ...env, MACARON_BROWSER: process.env.MACARON_BROWSER } : env
  server = spawn(process.execPath, [...RUN, 'serve', '--port', '0'], { env: own, stdio: ['ignore', 'pipe', 'ignore'] })
  return new Promise((resolve) => server!.stdout!.once('data', (data: Buffer) => resolve(data.toString())))
}
const ended = () => new Promise<number | null>((resolve) => server!.once('exit', resolve))
/** What `doctor` finds wrong: there is no browser here. */
async function examined() {
  const { status, stdout } = await macaron('doctor', '--json')
  expect(status).toBe(1)
  const { checks } = JSON.parse(stdout) as { checks: { what: string; ok: boolean }[] }
  return checks.filter(({ ok }) => !ok).map(({ what, ok }) => [what, ok])
}
type Apps = { apps: { id: string }[] }

suite('misuse', () => {
  it.each([['no-such-command'], ['say'], ['apps', '--nonsense'], ['serve', '--port', '99999'], ['bench', 'no-such-bench']])(
    '%s',
    async (...args) => {
      const { status, stdout, stderr } = await macaron(...args)
      expect([status, stdout, stderr]).toEqual([2, '', expect.stringMatching(/\S+ \S+/)])
    },
  )
})

suite('a process of its own', () => {
  it('ends with what it came to, and says it where errors go', () => {
    expect(started('say')).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(/\S+ \S+/) })
    expect(started('app', 'nothing0')).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(/^[^{]*\S+ \S+\n$/) })
    expect(started('apps', '--json')).toEqual({ status: 0, stdout: expect.stringContaining(app), stderr: '' })
  })
})

suite('files and pipes', () => {
  it('a file that is not there, is no JSON, or is no export, is named in a sentence', async () => {
    const at = (name: string, text: string) => {
      writeFileSync(join(home, name), text)
      return join(home, name)
    }
    for (const file of [join(home, 'nowhere.json'), at('broken.json', '{"format":'), at('other.json', '{"format":"other"}')]) {
      const { status, stderr } = await macaron('import', file)
      expect([file, status, stderr]).toEqual([file, 1, expect.stringContaining(file)])
      expect(stderr).not.toMatch(/ENOENT|JSON at|expected/)
    }
    const { status, stderr } = await macaron('export', join(home, 'no', 'folder', 'here.json'))
    expect([status, stderr]).toEqual([1, expect.stringMatching(/could not be written/)])
  })

  it('a pipe that is closed early is no failure', async () => {
    const quoted = [...RUN, 'export'].map((part) => `'${part.replaceAll("'", "'\\''")}'`).join(' ')
    const { stderr } = spawnSync('sh', ['-c', `'${process.execPath}' ${quoted} | head -c 1`], { env, encoding: 'utf8', timeout: 20_000 })
    expect(stderr).toBe('')
  })

  it('a key of a provider is read from standard input into a file for its owner alone, and told to nobody', async () => {
    const setKey = (provider: string, input: string) =>
      spawnSync(process.execPath, [...RUN, 'models', 'key', provider, '--json'], { env, input, encoding: 'utf8', timeout: 20_000 })
    const set = setKey('deepseek', 'sk-typed-0123456789\n')
    const { file } = JSON.parse(set.stdout) as { file: string }
    expect([statSync(file).mode & 0o777, readFileSync(file, 'utf8')]).toEqual([0o600, 'sk-typed-0123456789\n'])
    const listed = (await macaron('models', '--json')).stdout
    expect(JSON.parse(listed).providers.find(({ name }: { name: string }) => name === 'deepseek').ready).toBe(true)
    expect(set.stdout + set.stderr + listed).not.toContain('sk-typed')
    expect(setKey('nobody', 'sk-x')).toMatchObject({ status: 1, stderr: expect.stringContaining('nobody') })
    expect(JSON.parse(setKey('deepseek', '').stdout)).toMatchObject({ kept: false })
    expect(existsSync(file)).toBe(false)
  })

  it('says its version', async () => {
    expect(started('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  })

  it('an id that cannot be one is simply not there', async () => {
    for (const args of [
      ['app', 'nope'],
      ['forget', '../x'],
      ['why', '1'],
    ]) {
      const { status, stderr } = await macaron(...args)
      expect([args[0], status]).toEqual([args[0], 1])
      expect(stderr).not.toMatch(/well-formed/)
    }
  })
})

suite('without a server', () => {
  it('opens the home itself, and leaves it to the next', async () => {
    expect((await json<Apps>('apps')).apps.map(({ id }) => id)).toEqual([app])
    // Of an entry it shows what the page shows beside the reply.
    const { stdout } = await macaron('say', '500 yen latte', '--app', app)
    expect(stdout).toMatch(/^Noted “latte”: ¥500\.[^\n]*\n {2}latte\n(?: {4}[^\n]+\n)* {4}[^\n]+: ¥500\n/m)
  })

  it('does so too where a server was killed and another process has its number', async () => {
    writeFileSync(join(home, 'server.json'), JSON.stringify({ url: 'http://127.0.0.1:9', pid: process.pid }))
    const { status, stderr } = await macaron('app', 'nothing0')
    expect([status, stderr]).toEqual([1, expect.stringMatching(/no such app/)])
    rmSync(join(home, 'server.json'))
  })
})

suite('with a server', () => {
  it('is on this machine alone, also where HOST is empty, and holds the home', async () => {
    const ready = await serve()
    expect(ready).toMatch(/^Open Macaron is ready: http:\/\/127\.0\.0\.1:\d+\/\?token=\S{32}\n$/)
    const second = started('serve', '--port', '0')
    expect([second.status, second.stderr]).toEqual([1, expect.stringMatching(/already uses this data folder/)])
  })

  it('lists, shows, logs by talking, undoes and redoes', async () => {
    const said = await json<{ text: string; conversation: string; events: { type: string }[] }>('say', '300 yen mocha', '--app', app)
    expect(said.events.map(({ type }) => type)).toContain('record-logged')
    const records = async () => (await json<{ data: { cups: object[] } }>('app', app)).data.cups
    expect(await records()).toHaveLength(2)
    expect((await json<{ checkpoint: { app: string } }>('undo', app)).checkpoint.app).toBe(app)
    expect(await records()).toHaveLength(1)
    expect(await json<object>('redo')).toMatchObject({ checkpoint: { app } })
    expect(await records()).toHaveLength(2)
    expect((await macaron('app', app)).stdout).toMatch(/--- app\.tsx[\s\S]*--- versions[\s\S]*--- data/)
  })

  it('remembers, recalls, explains and forgets', async () => {
    const { events } = await json<{ events: { type: string; id: string }[] }>('say', 'Remember that I take oat milk')
    const stored = events.find(({ type }) => type === 'memory-stored')!
    expect((await json<{ because: string }>('why', stored.id)).because).toContain('oat milk')
    const [memory] = (await json<{ memories: { id: string; text: string }[] }>('recall', 'milk')).memories
    expect(memory!.text).toContain('oat milk')
    expect(await macaron('forget', memory!.id)).toMatchObject({ status: 0, stdout: 'Forgotten.\n' })
    expect((await json<{ memories: object[] }>('memories')).memories).toEqual([])
  })

  it('shows, corrects, pins and forgets memories, and says which embedder finds them', async () => {
    type Memories = { memories: { id: string; text: string; item: { pinned: boolean } }[]; forgotten?: unknown }
    for (const tell of ['Remember that my locker is number 81', 'Remember that my dog Quxley eats rice']) await json('say', tell)
    const { memories } = await json<Memories>('memories')
    expect(memories.map(({ text }) => text).join()).toMatch(/Quxley.*81|81.*Quxley/)
    const locker = memories.find(({ text }) => text.includes('81'))!.id
    expect(await macaron('correct', locker, 'my locker is number 82')).toMatchObject({ status: 0, stdout: expect.stringContaining('82') })
    expect((await macaron('pin', locker)).stdout).toContain('(pinned)')
    expect((await macaron('forget', '--about', 'Quxley')).stdout).toMatch(/Quxley[\s\S]*Nothing is forgotten yet/)
    expect((await macaron('forget', '--about', 'Quxley', '--yes')).stdout).toContain('Forgotten.')
    expect((await json<Memories>('memories', '--retired')).memories.map(({ id }) => id)).toEqual([locker])
    expect(await json<object>('embeddings')).toEqual({ setting: { use: 'builtin' }, embedding: null })
    expect((await macaron('forget', locker)).status).toBe(0)
  })

  it.each([
    [['forget'], /an id, --about TEXT, or --everything/],
    [['correct', 'nothing00000', 'words'], /not remembered/],
    [['embeddings', 'magic'], /builtin, e5-small, install, or http/],
    [['embeddings', 'http', '--url', 'http://127.0.0.1:9/', '--model', 'm'], /cannot be reached/],
  ])('%j says what is wrong', async (args, message) => {
    const { status, stderr } = await macaron(...args)
    expect([status, message.test(stderr)]).toEqual([1, true])
  })

  it('exports for its owner alone, imports, and examines itself', async () => {
    const file = join(home, 'all.json')
    expect((await json<{ file: string }>('export', file)).file).toBe(file)
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'open-macaron/1', apps: [{ data: { cups: [{}, {}] } }] })
    expect(await json<object>('import', file)).toMatchObject({ apps: 1 })
    expect((await json<Apps>('apps')).apps).toHaveLength(2)
    expect(await examined()).toEqual([['browser for checks', false]])
  })

  it.each([
    ['app', '../x'],
    ['undo', 'nothing0'],
    ['forget', 'nothing0'],
    ['why', 'nothing0'],
    ['say', '   '],
    ['import', join(home, 'no-such-file.json')],
    ['import', join(home, 'token')],
  ])('fails with one sentence: %s %s', async (...args) => {
    const { status, stdout, stderr } = await macaron(...args)
    expect([status, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1])
    expect(stderr).toMatch(/^[^{]*\S+ \S+/)
    expect(stderr).not.toMatch(/\bat .*:\d+|Error:/)
  })

  it('ends in order on SIGTERM', async () => {
    server!.kill('SIGTERM')
    expect(await ended()).toBe(0)
    expect(existsSync(join(home, 'server.json'))).toBe(false)
  })
})

suite('kill -9 of the server', () => {
  it('while records come in over HTTP: what was acknowledged is there, each version whole', async () => {
    const acknowledged: string[] = []
    for (let round = 0; round < 3; round++) {
      const [, url, token] = (await serve({ browser: round % 2 === 1 })).match(/(http:\/\/127\.0\.0\.1:\d+)\/\?token=(\S+)/)!
      const call = (path: string, body?: object) =>
        fetch(url + path, {
          method: body ? 'POST' : 'GET',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(body && { body: JSON.stringify(body) }),
        })
      const { records } = (await (await call(`/api/apps/${app}/collections/cups/records`)).json()) as { records: { id: string }[] }
      expect(acknowledged.filter((id) => !records.some((record) => record.id === id))).toEqual([])
      const { app: state } = (await (await call(`/api/apps/${app}`)).json()) as { app: { version: number; files: Record<string, string> } }
      expect([state.version, Object.keys(state.files).length]).toEqual([1, 5])
      const gone = ended()
      const adding = async () => {
        for (let i = 0; ; i++) {
          // In the middle of what comes then, at a moment that nobody chooses.
          if (i === 9) setTimeout(() => server!.kill('SIGKILL'), round * 7)
          const added = await call(`/api/apps/${app}/collections/cups/records`, { values: { what: `cup ${round} ${i}`, price: i } })
          acknowledged.push(((await added.json()) as { record: { id: string } }).record.id)
        }
      }
      const talking = async () => {
        for (;;) await (await call('/api/turns', { text: 'Track the films I watch, with a rating', locale: 'en' })).text()
      }
      await Promise.all([adding().catch(() => undefined), round % 2 ? talking().catch(() => undefined) : undefined])
      await gone
    }
    expect(acknowledged.length).toBeGreaterThan(20)
    const whole = (await json<{ apps: { files: object }[] }>('export')).apps
    // A draft has no source yet; a version has all of it: three files, and two more where there are formulas.
    for (const { files } of whole) expect([0, 3, 5]).toContain(Object.keys(files).length)
    const last = (await json<{ data: { cups: { id: string }[] } }>('app', app)).data.cups.map(({ id }) => id)
    expect(acknowledged.filter((id) => !last.includes(id))).toEqual([])
    expect(await examined()).toEqual([['browser for checks', false]])
  }, 60_000)
})
