/** Leave, budgets, grants and what waits, at the door: set, told, refused in the person's language. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hold } from '../../src/approvals.ts'
import type { AppId, EventId } from '../../src/events.ts'
import { keepKey } from '../../src/models/keys.ts'
import { KEY } from '../models/kit.ts'
import { spec as cups } from '../sandbox/spec.ts'
import { type Door, newHome, openDoor, publish, type Refused } from './door.ts'

let door: Door
const home = newHome()
beforeAll(async () => {
  keepKey(home, 'anthropic', KEY)
  writeFileSync(
    join(home, 'models.json'),
    JSON.stringify({ providers: { anthropic: { url: 'https://models.invalid' } }, roles: { draft: 'claude-sonnet-5-5' } }),
  )
  door = await openDoor(home)
})
afterAll(() => door.close())
const put = (path: string, body: unknown, language = 'en') =>
  door.ask<Refused & Record<string, never>>(path, { method: 'PUT', body, headers: { 'accept-language': language } })
const consent = async () => {
  const { body } = await door.ask<{ providers: { name: string; consent: string }[] }>('/api/models')
  return body.providers.find(({ name }) => name === 'anthropic')?.consent
}

describe('leave', () => {
  it('is given, put off, refused and taken back; every word is in the record', async () => {
    expect(await consent()).toBe('unasked')
    for (const [word, stands] of [
      ['yes', 'yes'],
      ['later', 'later'],
      ['never', 'never'],
      [null, 'unasked'],
    ] as const) {
      expect((await put('/api/models/providers/anthropic/consent', { consent: word })).status).toBe(200)
      expect(await consent()).toBe(stands)
    }
    const { events } = (await door.ask<{ events: { type: string }[] }>('/api/audit?limit=100')).body
    expect(events.filter(({ type }) => type === 'consent-given')).toHaveLength(4)
    expect((await put('/api/models/providers/nobody/consent', { consent: 'yes' })).status).toBe(404)
    expect((await put('/api/models/providers/anthropic/consent', { consent: 'maybe' })).status).toBe(400)
  })

  it('of an app is asked for by its manifest, capped, and taken back', async () => {
    const app = await publish(door, { ...cups(), capabilities: ['ai', 'download'] })
    const other = await publish(door, cups())
    expect((await put(`/api/apps/${other}/grants/download`, { granted: true })).body.error.code).toBe('capability-unknown')
    expect((await put(`/api/apps/${app}/grants/ai`, { granted: true })).status).toBe(200)
    expect((await put(`/api/apps/${app}/grants/download`, { granted: true })).status).toBe(200)
    expect((await put(`/api/apps/${app}/cap`, { dollars: 0.1, requests: 7 })).status).toBe(200)
    expect((await put(`/api/apps/${app}/cap`, { dollars: -1, requests: 7 })).status).toBe(400)
    const { body } = await door.ask<{ apps: { app: string; cap: unknown; grants: unknown[] }[] }>('/api/grants')
    expect(body.apps).toMatchObject([
      {
        app,
        cap: { dollars: 0.1, requests: 7 },
        grants: [
          { capability: 'ai', granted: true },
          { capability: 'download', granted: true },
        ],
      },
    ])
    expect((await put(`/api/apps/${app}/grants/ai`, { granted: false })).status).toBe(200)
    const asked = await door.ask<{ ok: boolean; error: { code: string } }>(`/api/apps/${app}/bridge`, { body: { do: 'ask', request: 'x' } })
    expect(asked.body.error.code).toBe('ask-refused')
  })
})

describe('budgets', () => {
  it('are set where they are read from, with the rest of the file as it was, and never over a file that cannot be read', async () => {
    expect((await put('/api/models/budgets', { day: 3 })).body).toMatchObject({ budgets: { day: 3, app: 10, build: 2 } })
    const file = JSON.parse(readFileSync(join(home, 'models.json'), 'utf8'))
    expect(file).toMatchObject({ budgets: { day: 3 }, roles: { draft: 'claude-sonnet-5-5' } })
    expect((await put('/api/models/budgets', { day: -1 })).status).toBe(400)
    expect((await put('/api/models/budgets', { week: 1 })).status).toBe(400)
    writeFileSync(join(home, 'models.json'), '{ "budgets": ')
    expect((await put('/api/models/budgets', { day: 4 }, 'ja')).body.error).toMatchObject({
      code: 'models-file-invalid',
      message: expect.stringContaining('行目'),
    })
    expect(readFileSync(join(home, 'models.json'), 'utf8')).toBe('{ "budgets": ')
    writeFileSync(join(home, 'models.json'), JSON.stringify(file))
  })
})

describe('what waits', () => {
  it('is listed without its source, decided once, and the second answer is told that it was', async () => {
    const { house } = door.server
    const draft = await house.apps.draft({ ...cups(), risks: ['money'] }, 'x')
    if (!draft.ok) throw new Error(draft.error.message)
    const app: AppId = draft.value
    const held = {
      version: 0,
      spec: { ...cups(), risks: ['money' as const] },
      files: { 'app.tsx': '// planted-source' },
      requests: ['x'],
      edits: [],
      what: 'x',
    }
    const made = await hold(house, app, {
      ...held,
      because: 'event0000001' as EventId,
      model: 'm',
      reasons: [],
      checks: 1,
      changed: [],
      conversation: null,
    })
    if (!made.ok) throw new Error(made.error.message)
    const { body, text } = await door.ask<{ approvals: { id: string; state: string }[] }>('/api/approvals')
    expect(body.approvals).toMatchObject([{ id: made.value.id, state: 'waiting' }])
    expect(text).not.toContain('planted-source')
    const decide = (decision: string) =>
      door.ask<{ approval: { state: string }; text: string }>(`/api/approvals/${made.value.id}`, {
        body: { decision },
        headers: { 'accept-language': 'ko' },
      })
    expect((await decide('later')).body.approval.state).toBe('waiting')
    expect((await decide('approve')).body).toMatchObject({ approval: { state: 'approved' }, text: expect.stringContaining('게시했어요') })
    expect((await decide('decline')).body).toMatchObject({ approval: { state: 'approved' }, text: expect.stringContaining('이미') })
    expect((await door.ask('/api/approvals/none00000000', { body: { decision: 'approve' } })).status).toBe(404)
    const found = await house.apps.get(app)
    expect(found.ok && found.value.version).toBe(1)
  })
})
