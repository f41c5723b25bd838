/** Everything that is held of a person, as they take it along: nothing is left out but secrets, and what can come back does. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { main } from '../../src/doors/cli.ts'
import type { Held } from '../../src/held.ts'
import { spending } from '../apps/specs.ts'
import { type Door, invite, openDoor, publish } from './door.ts'

type Everything = Record<string, unknown[]> & {
  settings: Record<string, unknown>
  tastes: { topics: unknown[] }
  ways: { credentials: unknown[] }
}
let door: Door
let app: string
beforeAll(async () => {
  door = await openDoor()
  app = await publish(door, spending())
  const record = (values: object) => door.ask(`/api/apps/${app}/collections/cups/records`, { body: { values } })
  await record({ what: 'Zyxolatte', price: 500 })
  const gone = await publish(door, { ...spending(), name: 'Goneapp' })
  await door.ask(`/api/apps/${gone}`, { method: 'DELETE' })
  await door.say('Remember that my favourite tea is Zyxosencha', { conversation: 'conversation0001' })
  await door.say('Remember that my locker is Zyxored', { conversation: 'conversation0001' })
  await door.ask('/api/privacy', { method: 'PUT', body: { permissions: { 'zyxomodel.example': ['open'] } } })
  const { house } = door.server
  house.pictures.keep(Buffer.from('a picture'))
  await house.approvals.ask({ kind: 'send', app: null, conversation: null, what: 'Zyxoasking', lines: [], body: {} })
  const [memory] = await house.memory.list()
  await door.ask(`/api/memories/${memory!.id}`, {
    method: 'PATCH',
    body: { privacy: 'health', pinned: true, expires: '2100-01-01T00:00:00.000Z' },
  })
})
afterAll(() => door.close())

describe('everything', () => {
  it('is one document that has each kind of what is held, as much of it as the privacy centre counts', async () => {
    const { text, headers, body } = await door.ask<Everything>('/api/export')
    expect(headers.get('content-type')).toMatch(/json/)
    const { body: held } = await door.ask<Held>('/api/held')
    expect({
      memories: body.memories!.length,
      conversations: body.conversations!.length,
      apps: body.apps!.length,
      removed: body.otherApps!.length,
      pictures: body.pictures!.length,
      record: body.record!.length,
      settings: Object.keys(body.settings).length,
    }).toEqual({
      memories: held.memories.count + held.memories.retired,
      conversations: held.conversations.count,
      apps: held.apps.count,
      removed: held.apps.removed + held.apps.drafts,
      pictures: held.pictures.count,
      record: held.journal.events,
      settings: held.settings,
    })
    for (const word of ['Zyxolatte', 'Zyxosencha', 'Zyxored', 'zyxomodel.example', 'Zyxoasking', 'Goneapp']) expect(text).toContain(word)
    expect(body.tastes.topics.length).toBeGreaterThan(0)
    expect(body.conversations).toMatchObject([
      { said: [{ you: expect.stringMatching(/Zyxosencha/) }, { macaron: expect.any(String) }, {}, {}] },
    ])
    expect(body.histories).toMatchObject([
      { app, entries: expect.arrayContaining([expect.objectContaining({ collection: 'cups', deleted: false })]) },
    ])
  })

  it('has no secret in it, and nothing of an incognito conversation or of another person', async () => {
    const kim = await invite(door, 'Kim')
    await kim.say('Remember that my bike is Zyxopink')
    const { body: made } = await door.ask<{ secret: string }>('/api/credentials', {
      body: { name: 'Zyxoscript', scopes: ['read'], days: 1 },
    })
    const { house } = door.server
    await house.incognito.open('conversation0009' as never)
    await door.say('Remember that I am Zyxohidden', { conversation: 'conversation0009' })
    const { text, body } = await door.ask<Everything>('/api/export')
    expect(body.ways.credentials).toMatchObject([{ name: 'Zyxoscript' }])
    for (const secret of [made.secret, door.server.token, readFileSync(join(door.home, 'token'), 'utf8').trim(), 'Zyxopink', 'Zyxohidden'])
      expect(text.includes(secret)).toBe(false)
    const { text: theirs } = await kim.ask('/api/export')
    expect([theirs.includes('Zyxopink'), theirs.includes('Zyxolatte')]).toEqual([true, false])
    await house.incognito.leave('conversation0009' as never)
  })

  it('comes back by the command line: apps in their place, memories as they were guarded, pinned and dated', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'macaron-everything-'))
    const file = join(folder, 'all.json')
    await door.ask(`/api/apps/${app}`, { method: 'PATCH', body: { name: 'My cups', pinned: true, folder: 'Kitchen' } })
    const { text } = await door.ask('/api/export')
    // Larger than what is taken at once: the record is not sent along.
    writeFileSync(file, text.replace('"record": [', `"record": [${JSON.stringify({ padding: 'x'.repeat(9_000_000) })},`))
    vi.stubEnv('MACARON_HOME', join(folder, 'home'))
    vi.stubEnv('MACARON_BROWSER', '/nowhere/browser')
    const run = async (...args: string[]) => {
      let said = ''
      const status = await main([...args, '--json'], (part) => {
        said += part
      })
      return { status, said: JSON.parse(said || 'null') as Record<string, unknown[]> }
    }
    expect(await run('import', file)).toMatchObject({ status: 0, said: { apps: 1 } })
    const again = join(folder, 'again.json')
    expect((await run('export', again)).status).toBe(0)
    const [before, after] = [JSON.parse(text), JSON.parse(readFileSync(again, 'utf8'))] as [Everything, Everything]
    const decided = (all: Everything) =>
      (all.memories as Record<string, unknown>[])
        .map(({ text, privacy, pinned, expires }) => ({ text, privacy, pinned, expires }))
        .sort((a, b) => (`${a.text}` < `${b.text}` ? -1 : 1))
    expect(decided(after)).toEqual(decided(before))
    expect(after.apps).toMatchObject([{ name: 'My cups', pinned: true, folder: 'Kitchen' }])
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
})
