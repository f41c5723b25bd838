/** What the doors say of models: never a key, always what to do, in the person's language. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepKey } from '../../src/models/keys.ts'
import type { Account } from '../../src/models/ledger.ts'
import { asked, KEY, servedBy } from '../models/kit.ts'
import { type ScriptedApi, scriptedApi, text } from '../models/scripted.ts'
import { type Door, newHome, openDoor } from './door.ts'

let door: Door
let api: ScriptedApi
const home = newHome()
beforeAll(async () => {
  api = await scriptedApi(() => ({ content: [text('Hello.')], usage: { input_tokens: 1000, output_tokens: 100 } }))
  writeFileSync(join(home, 'models.json'), JSON.stringify(servedBy(api.url)))
  keepKey(home, 'deepseek', KEY)
  door = await openDoor(home)
})
afterAll(async () => {
  await door.close()
  await api.close()
})

type Listed = {
  providers: { name: string; ready: boolean; missing: { code: string; message: string } | null }[]
  models: { model: string; ready: boolean }[]
}

describe('models at the door', () => {
  it('are listed, with what is missing and what to do, and without a key', async () => {
    const said = new Map<string, string>()
    for (const language of ['en', 'zh', 'ja', 'ko']) {
      const { body, text } = await door.ask<Listed>('/api/models', { headers: { 'accept-language': language } })
      expect(text).not.toContain(KEY)
      expect(body.providers.find(({ name }) => name === 'deepseek')).toMatchObject({ ready: true, missing: null })
      const keyless = body.providers.find(({ name }) => name === 'anthropic')
      expect(keyless?.missing).toMatchObject({ code: 'model-keyless', message: expect.stringContaining('ANTHROPIC_API_KEY') })
      said.set(language, keyless!.missing!.message)
    }
    expect(new Set(said.values()).size).toBe(4)
  })

  it('cost what they cost, told by app', async () => {
    const session = door.server.house.models.open({ step: 'draft', app: 'app00001' })
    expect((await session.complete(asked({ model: 'deepseek-flash' }))).ok).toBe(true)
    const { body } = await door.ask<Account>('/api/models/costs')
    expect(body.total).toMatchObject({ requests: 1, tokens: { input: 1000, output: 100 } })
    expect(body.total.dollars).toBeCloseTo(0.00021, 9)
    expect(body.total.saved).toBeCloseTo(0.003 - 0.00021, 9)
    expect((await door.ask<Account>('/api/models/costs?app=app00002')).body.total.requests).toBe(0)
    expect((await door.ask('/api/models/costs?app=../x')).status).toBe(400)
  })

  it('say what is wrong with models.json, and go on with what there was by default', async () => {
    writeFileSync(join(home, 'models.json'), '{\n  "budgets": {"day": "much"}\n}')
    const { body } = await door.ask<{ problem: { code: string; message: string }; models: { ready: boolean }[] }>('/api/models', {
      headers: { 'accept-language': 'ko' },
    })
    expect(body.problem).toMatchObject({ code: 'models-file-invalid', message: expect.stringContaining('2번째 줄') })
    expect(body.models.some(({ ready }) => ready)).toBe(false)
  })
})
