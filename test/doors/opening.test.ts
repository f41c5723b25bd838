/** How a conversation is opened, through the routes and the command line: what fits the moment, and what is nobody's to see. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EventOf, MemoryId } from '../../src/events.ts'
import { AppSpec } from '../../src/spec.ts'
import { type Door, openDoor, publish, replyOf } from './door.ts'

const HOUR = 3_600_000
let time = Date.parse('2026-11-27T00:00:00Z')
const clock = { now: () => time }
type Opening = (EventOf<'conversation-opened'> & { conversation: string }) | null

let door: Door
beforeAll(async () => {
  door = await openDoor(undefined, { clock })
})
afterAll(() => door.close())

const begin = async (more: { conversation?: string; locale?: string; calm?: boolean } = {}) =>
  (await door.ask<{ opening: Opening }>('/api/openings', { body: { timeZone: 'Asia/Tokyo', locale: 'en-US', ...more } })).body.opening
const texts = (opening: Opening) => opening?.lines.map(({ text }) => text).join('\n') ?? ''

const TASKS = AppSpec.parse({
  name: 'Errands',
  icon: '🧺',
  purpose: 'What to do by when',
  language: 'en',
  locale: 'en-US',
  collections: [
    {
      id: 'errands',
      label: 'Errands',
      one: 'errand',
      title: 'what',
      fields: [
        { id: 'what', label: 'What', kind: 'text' },
        { id: 'by', label: 'Due', kind: 'date', concept: 'due' },
        { id: 'done', label: 'Done', kind: 'yesno', concept: 'done' },
      ],
    },
  ],
  views: [{ id: 'list', label: 'Errands', kind: 'list', collection: 'errands', check: 'done' }],
  behaviours: [],
})

describe('a conversation', () => {
  it('begins with nothing where there is nothing worth saying', async () => expect(await begin()).toBeNull())

  it('begins with what the apps have for today, and what was told; each line says why', async () => {
    const app = await publish(door, TASKS)
    const add = (what: string, by: string, done = false) =>
      door.ask(`/api/apps/${app}/collections/errands/records`, { body: { values: { what, by, done } } })
    for (const [what, by, done] of [
      ['Collect the parcel', '2026-11-28'],
      ['Return the ladder', '2026-11-25'],
      ['Water the ferns', '2026-11-28', true],
      ['Send the photographs', '2026-12-05'],
      ['Buy pills for my migraine', '2026-11-28'],
    ] as [string, string, boolean?][])
      expect((await add(what, by, done)).status).toBe(200)
    await door.say('Remember that my name is Kenji')
    await door.say('My sister Marta works as a gardener in Lisbon')
    await door.say('Remember that I take antibiotics every Saturday')
    time = Date.parse('2026-11-28T00:00:00Z')
    const opening = await begin()
    expect(opening?.greeting).toBe('Good morning, Kenji')
    expect(texts(opening)).toMatch(
      /^Today: Collect the parcel\nStill open since .*: Return the ladder\nLast time, Friday: “My sister Marta/,
    )
    expect(texts(opening)).not.toMatch(/ferns|photographs|pills|antibiotics/)
    expect(opening!.lines[0]).toMatchObject({ app, because: expect.stringMatching(/Errands/) })
    const { body } = await door.ask<{ because: string }>(`/api/why/${opening!.id}`)
    expect(body.because).toMatch(/You told me your name on .*Kenji[\s\S]*Collect the parcel/)
  })

  it('shows what is guarded where the person allowed that, and a secret never', async () => {
    await door.say('Remember that my pin code is 4711 on Saturday')
    expect((await door.ask('/api/privacy', { method: 'PUT', body: { permissions: { opening: ['personal', 'health'] } } })).status).toBe(200)
    const opening = await begin()
    expect(texts(opening)).toMatch(/pills|antibiotics/)
    expect(JSON.stringify(opening)).not.toMatch(/4711/)
    await door.ask('/api/privacy', { method: 'PUT', body: { permissions: {} } })
  })

  it('is begun once, and again after a long pause; who begins one with every sentence is told once', async () => {
    const first = await begin()
    const { conversation } = first!
    expect((await begin({ conversation }))?.id).toBe(first?.id)
    expect(await begin({ calm: true })).toBeNull()
    expect(replyOf(await door.say('hello', { conversation }))).not.toBe('')
    expect(await begin({ conversation })).toBeNull()
    time += 9 * HOUR
    const later = await begin({ conversation, calm: true })
    expect(later?.greeting).toMatch(/^Good evening|^Good afternoon/)
    expect(await begin({ calm: true })).toBeNull()
  })

  it.each([
    ['zh-CN', /^Kenji，晚上好$/, /今天：Collect the parcel/],
    ['zh-TW', /^Kenji，晚上好$/, /還沒完成：Return the ladder/],
    ['ja-JP', /^Kenjiさん、こんばんは$/, /今日：Collect the parcel/],
    ['ko-KR', /^Kenji 님, 좋은 저녁이에요$/, /오늘: Collect the parcel/],
  ])('speaks %s', async (locale, greeting, line) => {
    const opening = await begin({ locale })
    expect(opening?.greeting).toMatch(greeting)
    expect(texts(opening)).toMatch(line)
  })

  it('begins with nothing where it is incognito', async () => {
    const { house } = door.server
    const conversation = house.newId<never>()
    await house.incognito.open(conversation)
    expect(await begin({ conversation })).toBeNull()
    await house.incognito.leave(conversation)
  })

  it('forgets what is forgotten, from what it was begun with too', async () => {
    const opening = await begin()
    const memory = opening!.name!.memory as MemoryId
    expect((await door.ask(`/api/memories/${memory}`, { method: 'DELETE' })).status).toBe(200)
    expect((await door.ask(`/api/why/${opening!.id}`)).status).toBe(404)
    expect((await begin())?.greeting).not.toMatch(/Kenji/)
  })
})
