/** A process that waits for its build: for one build, in its own folder, and told nothing of it before. Over a stand-in for the SDK. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Query, Sdk } from '../../../src/studio/agents/sdk.ts'
import { WINDOW } from '../../../src/studio/agents/sdk-options.ts'
import { openSpares, type Spares } from '../../../src/studio/agents/spares.ts'
import { BUDGET, type Job } from '../../../src/studio/agents/types.ts'
import { type ScriptedApi, scriptedApi } from '../../models/scripted.ts'

const scratch = mkdtempSync(join(tmpdir(), 'macaron-spares-'))
let api: ScriptedApi
let spares: Spares
const started: { options: Record<string, unknown>; closed: boolean }[] = []
let broken = false

/** Asks the model what it is told, in one conversation, as the SDK does. */
const sdk: Sdk = {
  tool: () => ({}),
  createSdkMcpServer: () => ({}),
  query({ prompt, options }): Query {
    const own = { options, closed: false }
    started.push(own)
    const env = options.env as Record<string, string>
    async function* told() {
      const messages: unknown[] = []
      for await (const said of prompt as AsyncIterable<{ message: object }>) {
        if (broken) throw new Error('exited')
        messages.push(said.message)
        const asked = { model: options.model, max_tokens: 9, stream: true, messages }
        const headers = { 'x-api-key': env.ANTHROPIC_API_KEY!, 'content-type': 'application/json' }
        const answered = await fetch(`${env.ANTHROPIC_BASE_URL}/v1/messages`, { method: 'POST', headers, body: JSON.stringify(asked) })
        const text = await answered.text()
        messages.push({ role: 'assistant', content: 'said' })
        yield { type: 'result', subtype: 'success', result: text }
      }
    }
    const close = () => {
      own.closed = true
    }
    return { [Symbol.asyncIterator]: told, close }
  },
}
const jobIn = (root: string, turns = BUDGET.turns) =>
  ({
    endpoint: { url: api.url, token: 'of-the-session', model: 'the-model', window: WINDOW },
    budget: { ...BUDGET, turns },
    workspace: { folder: { root } },
  }) as unknown as Job
async function* words(content: string) {
  yield { message: { role: 'user', content } }
}

beforeAll(async () => {
  api = await scriptedApi(() => 'Hello')
})
afterEach(async () => {
  await spares.close()
  broken = false
  started.length = 0
  api.requests.length = 0
})
afterAll(async () => {
  await api.close()
  rmSync(scratch, { recursive: true, force: true })
})

it('has its folder for one build, which asks the model as if it had begun with it', async () => {
  spares = openSpares(sdk, { scratch, hosts: [] })
  expect(spares.place()).toBeNull()
  spares.warm()
  spares.warm()
  const root = spares.place()!
  expect([existsSync(root), spares.place()]).toEqual([true, null])
  expect(spares.take(jobIn('/elsewhere'))).toBeNull()
  const ready = await spares.take(jobIn(root))!.ready
  expect(started).toHaveLength(1)
  expect(JSON.stringify(started[0]!.options.env)).not.toContain('of-the-session')
  expect(api.requests).toHaveLength(0)
  const query = ready!.claim(words('the brief'), jobIn(root), {} as never)
  let first: { result: string } | undefined
  for await (const one of query as AsyncIterable<{ result: string }>) first = one
  expect(first!.result).toContain('Hello')
  expect(api.requests.map(({ body, headers }) => [body.model, body.messages, headers['x-api-key']])).toEqual([
    ['the-model', [{ role: 'user', content: 'the brief' }], 'of-the-session'],
  ])
  query.close()
  expect(started[0]!.closed).toBe(true)
})

it('is ended where the build that has its folder wants another, and its folder is gone where none came', async () => {
  spares = openSpares(sdk, { scratch, hosts: [] })
  spares.warm()
  expect(spares.take(jobIn(spares.place()!, 3))).toBeNull()
  await expect.poll(() => started[0]?.closed).toBe(true)
  spares.warm()
  await expect.poll(() => started.length).toBe(2)
  const root = String(started[1]!.options.cwd)
  await spares.close()
  expect([existsSync(root), started[1]!.closed]).toEqual([false, true])
})

it('that cannot be started is none', async () => {
  broken = true
  spares = openSpares(sdk, { scratch, hosts: [] })
  spares.warm()
  expect(await spares.take(jobIn(spares.place()!))!.ready).toBeNull()
})
