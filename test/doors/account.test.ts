/** What is the person's own besides apps, and the pages: one server, no browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppSummary } from '../../src/apps/types.ts'
import type { Event } from '../../src/events.ts'
import { spending } from '../apps/specs.ts'
import { appOf, type Door, find, openDoor, publish, type Refused, recordsOf, replyOf } from './door.ts'

let door: Door
let app: string
beforeAll(async () => {
  door = await openDoor()
  app = await publish(door, spending())
})
afterAll(() => door.close())

type Memories = { memories: { id: string; text: string }[] }

describe('conversations and the audit', () => {
  it('keep each event once, in order, and are read page by page', async () => {
    const events = await door.say('Remember that I take oat milk')
    const { conversation } = events[0]!
    await door.say('What do you know about milk?', { conversation: conversation! })
    const listed = await door.ask<{ conversations: { id: string; title: string; messages: number }[] }>('/api/conversations')
    expect(listed.body.conversations[0]).toMatchObject({ id: conversation, title: 'Remember that I take oat milk', messages: 2 })
    const kept = await door.ask<{ events: Event[] }>(`/api/conversations/${conversation}`)
    expect(kept.body.events.filter(({ type }) => type === 'message-received')).toHaveLength(2)
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: { events: Event[]; next: string | null } = (
        await door.ask<{ events: Event[]; next: string | null }>(`/api/audit?limit=3${after && `&after=${after}`}`)
      ).body
      seen.push(...page.events.map(({ id }) => id))
      after = page.next
    }
    const all = (await door.ask<{ events: Event[] }>('/api/audit?limit=500')).body.events.map(({ id }) => id)
    expect(seen).toEqual(all)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it.each(['limit=0', 'limit=501', 'limit=x', 'after=__proto__', 'after=../x'])('refuse %s', async (query) => {
    const { status, body } = await door.ask<Refused>(`/api/audit?${query}`)
    expect([status, body.error.code]).toEqual([400, 'request-invalid'])
  })

  it('answer why, in the language that was asked for, and take feedback', async () => {
    const events = await door.say('Remember that I run on Sundays')
    const about = find(events, 'memory-stored')!.id
    const said = new Set<string>()
    for (const language of ['en', 'zh', 'ja', 'ko']) {
      const { body } = await door.ask<{ because: string }>(`/api/why/${about}`, { headers: { 'accept-language': language } })
      expect(body.because).toContain('I run on Sundays')
      said.add(body.because)
    }
    expect(said.size).toBe(4)
    const given = await door.ask<Event>('/api/feedback', { body: { about, value: 1, words: '<b>good</b>' } })
    expect(given.body).toMatchObject({ type: 'feedback-received', about, value: 1 })
    expect((await door.ask<Refused>('/api/feedback', { body: { about: 'nothing0', value: 1 } })).body.error.code).toBe('event-unknown')
    expect((await door.ask('/api/feedback', { body: { about, value: 2 } })).status).toBe(400)
  })
})

describe('memories', () => {
  it('are listed, found, and forgotten so that their words are nowhere', async () => {
    await door.say('Remember that my locker code word is Xylophone')
    const { body } = await door.ask<Memories>('/api/memories?about=locker')
    const memory = body.memories.find(({ text }) => text.includes('Xylophone'))!
    expect((await door.ask(`/api/memories/${memory.id}`, { method: 'DELETE' })).status).toBe(200)
    for (const path of ['/api/memories', '/api/audit?limit=500', '/api/conversations', '/api/export'])
      expect([path, (await door.ask(path)).text.includes('Xylophone')]).toEqual([path, false])
    expect((await door.ask(`/api/memories/${memory.id}`, { method: 'DELETE' })).status).toBe(404)
    const { body: report } = await door.ask<{ checks: { what: string; ok: boolean }[] }>('/api/doctor')
    expect(report.checks.filter(({ what }) => what === 'journal' || what === 'database').map(({ ok }) => ok)).toEqual([true, true])
  })
})

describe('everything as one document', () => {
  it('comes into a fresh home the same, and what was removed does not', async () => {
    await door.ask(`/api/apps/${app}/collections/cups/records`, {
      body: { values: { what: 'Latte ☕ “x”', price: 500, note: 'a\nb', tags: ['hot'] } },
    })
    const shops = await recordsOf(door, app, 'shops')
    await door.ask(`/api/apps/${app}/collections/cups/records`, { body: { values: { what: 'At a shop', price: 1, shop: shops[1]!.id } } })
    const gone = await publish(door, { ...spending(), name: 'Gone' })
    await door.ask(`/api/apps/${gone}`, { method: 'DELETE' })
    const exported = (await door.ask('/api/export')).body
    const fresh = await openDoor()
    try {
      const brought = await fresh.ask<{ apps: number }>('/api/import', { body: exported })
      expect([brought.status, brought.body.apps]).toEqual([200, 1])
      const [summary] = (await fresh.ask<{ apps: AppSummary[] }>('/api/apps')).body.apps
      const there = await appOf(fresh, summary!.id)
      expect(there.spec).toEqual((await appOf(door, app)).spec)
      expect(there.files).toEqual((await appOf(door, app)).files)
      for (const collection of ['cups', 'shops']) {
        const values = async (from: Door, id: string) =>
          (await recordsOf(from, id, collection)).map((record) => ({ ...record.values, shop: null, friends: null }))
        expect(await values(fresh, summary!.id)).toEqual(await values(door, app))
      }
      const [cups, places] = [await recordsOf(fresh, summary!.id, 'cups'), await recordsOf(fresh, summary!.id, 'shops')]
      expect(places.find(({ id }) => id === cups.at(-1)!.values.shop)?.values.name).toBe('Kissa')
      expect((await fresh.ask<Memories>('/api/memories')).body.memories.length).toBe(
        (await door.ask<Memories>('/api/memories')).body.memories.length,
      )
    } finally {
      await fresh.close()
    }
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['another format', { format: 'other', apps: [], memories: [] }],
    [
      'a spec that does not hold together',
      {
        format: 'open-macaron/1',
        memories: [],
        apps: [
          {
            spec: { ...spending(), views: [{ id: 'v', label: 'V', kind: 'list', collection: 'none' }] },
            files: {},
            requests: [],
            data: {},
          },
        ],
      },
    ],
  ])('is refused as a whole with %s', async (_, body) => {
    const count = (await door.ask<{ apps: object[] }>('/api/apps')).body.apps.length
    const { status, body: said } = await door.ask<Refused>('/api/import', { body })
    expect([status >= 400 && status < 500, said.error?.message]).toEqual([true, expect.stringMatching(/\S+ \S+/)])
    expect((await door.ask<{ apps: object[] }>('/api/apps')).body.apps.length).toBe(count)
  })
})

describe('pages', () => {
  it('our own has a policy without inline script and cannot be framed', async () => {
    const { status, headers } = await door.ask('/', { signedOut: true })
    if (status === 404) return // The page was not built yet: `npm run build` makes it.
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*/)
  })

  it('an app has a nonce of its own each time, and its frame no network and no origin', async () => {
    const [one, two] = [await door.ask(`/apps/${app}`), await door.ask(`/apps/${app}`)]
    const policy = (answer: typeof one) => answer.headers.get('content-security-policy')!
    expect(policy(one)).toMatch(/script-src 'nonce-[\w+/=]{20,}'/)
    expect(policy(one)).not.toBe(policy(two))
    expect(policy(one)).toContain("frame-ancestors 'self'")
    expect(one.text).not.toContain('allow-same-origin')
    const frame = await door.ask(`/apps/${app}/frame`)
    expect([frame.status, policy(frame)]).toEqual([
      200,
      expect.stringMatching(/default-src 'none'.*connect-src 'none'.*sandbox allow-scripts allow-forms;/),
    ])
    expect(policy(frame)).not.toMatch(/unsafe-eval|allow-same-origin|allow-top/)
    for (const { headers } of [one, frame])
      expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'no-referrer'])
  })

  it('a name full of markup stays text', async () => {
    const id = await publish(door, {
      ...spending(),
      name: `</title></script><script>alert(1)</script>"'&`,
      purpose: '<img src=x onerror=alert(1)>',
      icon: '<&"\'',
    })
    for (const path of [`/apps/${id}`, `/apps/${id}/frame`, `/apps/${id}/icon.svg`, `/apps/${id}/manifest.webmanifest`]) {
      const { status, text } = await door.ask(path)
      expect([path, status]).toEqual([path, 200])
      if (!path.endsWith('manifest'))
        expect([path, text.includes('<script>alert'), text.includes('<img src=x')]).toEqual([path, false, false])
    }
  })

  it.each([
    '../token',
    '..%2Ftoken',
    '%2e%2e%2ftoken',
    '../../etc/passwd',
    '%00',
    'x'.repeat(300),
    `${'a'.repeat(32)}.png/../../token`,
    `${'a'.repeat(32)}.png`,
  ])('a picture named %s is not there', async (name) => {
    const { status, text } = await door.ask(`/api/pictures/${name}`)
    expect([status, text.includes(door.server.token)]).toEqual([404, false])
  })

  it.each(['/../token', '/assets/..%2f..%2f..%2fpackage.json', '/token', '/macaron.db', '/.env'])(
    'nothing is served from %s',
    async (path) => {
      expect((await door.ask(path)).status).toBe(404)
    },
  )

  it('an unknown app says so', async () => {
    for (const path of [
      '/apps/nothing0',
      '/apps/__proto__',
      '/apps/nothing0/frame',
      '/apps/nothing0/icon.svg',
      '/apps/nothing0/manifest.webmanifest',
    ])
      expect([path, (await door.ask<Refused>(path)).body.error.code]).toEqual([path, 'app-unknown'])
    expect(replyOf(await door.say('hello'))).not.toBe('')
  })
})
