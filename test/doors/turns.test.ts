/** Turns by event stream, end to end with the real browser: built, used, changed, undone, stopped, and the browser lost. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { AppSummary } from '../../src/apps/types.ts'
import type { Event } from '../../src/events.ts'
import { appOf, type Door, eventsOf, find, openDoor, recordsOf, replyOf } from './door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
  await door.server.house.browser.warm()
})
afterAll(() => door.close())

const apps = async () => (await door.ask<{ apps: AppSummary[] }>('/api/apps')).body.apps

/** What holds of every turn that builds: in this order, about one app, passed before it was published. */
function built(events: Event[]): string {
  const types = events.map(({ type }) => type)
  const steps = [
    'message-received',
    'module-chosen',
    'spec-proposed',
    'frame-ready',
    'check-finished',
    'app-published',
    'reply-end',
  ] as const
  expect(steps.map((step) => types.indexOf(step))).toEqual(steps.map((step) => types.indexOf(step)).toSorted((a, b) => a - b))
  for (const step of steps) expect(types).toContain(step)
  expect(types.at(-1)).toBe('reply-end')
  expect(find(events, 'check-finished')!.tried.length).toBeGreaterThan(3)
  expect(events.findLast((event) => event.type === 'check-finished')).toMatchObject({ passed: true })
  expect(new Set(events.map(({ turn }) => turn)).size).toBe(1)
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  return find(events, 'app-published')!.app
}

describe('in each language: built, logged, asked, changed, undone, done again', () => {
  it.each([
    {
      locale: 'en-US',
      build: 'Track what I spend on coffee, at most 5000 yen a month',
      log: '500 yen latte at Blue Bottle',
      ask: 'how much on coffee this month?',
      edit: 'add a rating',
      undo: 'undo',
      redo: 'redo',
      figure: /500/,
    },
    {
      locale: 'zh-CN',
      build: '做一个记账本,记录每天的咖啡花费,每月不超过300元',
      log: '拿铁 32元',
      ask: '这个月咖啡花了多少?',
      edit: '加一个评分',
      undo: '撤销',
      redo: '重做',
      figure: /32/,
    },
    {
      locale: 'ja-JP',
      build: 'コーヒー代を記録したい。月5000円まで',
      log: 'ラテ 480円',
      ask: '今月いくら使った?',
      edit: '評価を追加して',
      undo: '元に戻して',
      redo: 'やり直して',
      figure: /480/,
    },
    {
      locale: 'ko-KR',
      build: '커피값 가계부 만들어 줘, 한 달에 5만원까지',
      log: '라떼 4500원',
      ask: '이번 달 커피에 얼마 썼어?',
      edit: '별점 추가해 줘',
      undo: '실행 취소',
      redo: '다시 실행',
      figure: /4,?500/,
    },
  ])('$locale', async ({ locale, build, log, ask, edit, undo, redo, figure }) => {
    const first = await door.say(build, { locale })
    const id = built(first)
    const conversation = first[0]!.conversation!
    const say = (text: string) => door.say(text, { conversation, open: id, locale })
    const before = await appOf(door, id)
    expect(before.spec.language).toBe(locale.slice(0, 2))
    const count = async () => (await Promise.all(before.spec.collections.map((c) => recordsOf(door, id, c.id)))).flat().length
    const empty = await count()

    expect(find(await say(log), 'record-logged')).toBeDefined()
    expect(await count()).toBeGreaterThan(empty)
    const answered = await say(ask)
    expect(find(answered, 'answer-found')?.answer.shown).toMatch(figure)
    expect(replyOf(answered)).toMatch(figure)

    const logged = await count()
    expect(find(await say(edit), 'app-published')).toMatchObject({ app: id, version: 2 })
    const changed = await appOf(door, id)
    const fields = (app: typeof changed) => app.spec.collections.flatMap((c) => c.fields.filter((f) => !f.hidden).map((f) => f.id))
    expect(fields(changed).length).toBe(fields(before).length + 1)
    expect(await count()).toBe(logged)

    expect(find(await say(undo), 'checkpoint-restored')).toMatchObject({ app: id })
    expect(fields(await appOf(door, id))).toEqual(fields(before))
    expect(find(await say(redo), 'checkpoint-restored')).toMatchObject({ app: id })
    expect(fields(await appOf(door, id))).toEqual(fields(changed))
    expect(await count()).toBe(logged)
  })
})

describe('a turn', () => {
  it('goes on when its listener leaves', async () => {
    const response = await door.open('/api/turns', { body: { text: 'A checklist for packing for a trip', locale: 'en' } })
    const reader = response.body!.getReader()
    const first = new TextDecoder().decode((await reader.read()).value)
    await reader.cancel()
    const { conversation } = JSON.parse(first.match(/^data: ?(.+)$/m)![1]!) as Event
    await door.server.house.turns.idle()
    const { events } = (await door.ask<{ events: Event[] }>(`/api/conversations/${conversation}`)).body
    expect(find(events, 'app-published')).toBeDefined()
    expect(find(events, 'reply-end')).toBeDefined()
  })

  it('is stopped by cancel, and leaves nothing half published', async () => {
    const count = (await apps()).filter(({ version }) => version > 0).length
    const response = await door.open('/api/turns', { body: { text: 'Track my weight every day with a chart', locale: 'en' } })
    const reader = response.body!.getReader()
    let text = ''
    let cancelled = false
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += new TextDecoder().decode(part.value)
      const turn = text.match(/"turn":"([a-z0-9]+)"/)?.[1]
      if (cancelled || !turn || !text.includes('frame-ready')) continue
      cancelled = true
      expect((await door.ask(`/api/turns/${turn}/cancel`, { method: 'POST' })).status).toBe(200)
    }
    expect(text).toContain('turn-failed')
    expect(text).toContain('turn-cancelled')
    expect(text).not.toContain('app-published')
    expect((await apps()).filter(({ version }) => version > 0).length).toBe(count)
  })

  it('does not mix with another at the same time', async () => {
    const said = ['Water I drink, 8 glasses a day', '本のリストを作って。評価も']
    const turns = await Promise.all(said.map((text) => door.say(text)))
    const ids = turns.map(built)
    expect(new Set(ids).size).toBe(2)
    expect(new Set(turns.flatMap((events) => events.map(({ turn }) => turn))).size).toBe(2)
    for (const [i, events] of turns.entries()) for (const event of events) if ('app' in event) expect(event.app).toBe(ids[i])
    expect((await appOf(door, ids[0]!)).spec.language).toBe('en')
    expect((await appOf(door, ids[1]!)).spec.language).toBe('ja')
  })

  it('whose browser is killed is checked by another one, and only then published', async () => {
    const response = await door.open('/api/turns', { body: { text: 'Track the films I watch, with a rating', locale: 'en' } })
    const reader = response.body!.getReader()
    let text = ''
    let killed = 0
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += new TextDecoder().decode(part.value)
      if (!killed && text.includes('frame-ready')) killed = killBrowser()
    }
    expect(killed).toBeGreaterThan(0)
    built(eventsOf(text))
  })

  it('without any browser withholds the app and says so, each in its language', async () => {
    vi.stubEnv('MACARON_BROWSER', '/nowhere/browser')
    const alone = await openDoor()
    vi.unstubAllEnvs()
    try {
      for (const [locale, text, letters] of [
        ['en', 'Track the films I watch, with a rating', /[a-z]{3}/],
        ['ko', '영화 기록장 만들어 줘', /\p{sc=Hangul}/u],
      ] as const) {
        const events = await alone.say(text, { locale })
        expect(find(events, 'app-published')).toBeUndefined()
        expect(find(events, 'app-withheld')!.findings[0]!.message).toMatch(/MACARON_BROWSER/)
        expect(replyOf(events)).toMatch(letters)
      }
      const listed = (await alone.ask<{ apps: AppSummary[] }>('/api/apps')).body.apps
      expect(listed.filter(({ version }) => version > 0)).toEqual([])
    } finally {
      await alone.close()
    }
  })
})

describe('requests that are odd', () => {
  let fresh: Door
  beforeAll(async () => {
    fresh = await openDoor()
  })
  afterAll(() => fresh.close())

  it('that contradict themselves become an app, and the contradiction is told', async () => {
    const events = await fresh.say('Track my water, at most 5 glasses a day and at least 10 glasses a day', { locale: 'en' })
    built(events)
    expect(replyOf(events)).toMatch(/contradict/)
  })

  it('with markup and names of prototypes and paths become an app in which they are text', async () => {
    const events = await fresh.say(
      'Make an app called <img src=x onerror=alert(1)> with fields ../../etc/passwd, __proto__ and constructor',
      { locale: 'en' },
    )
    const id = built(events)
    const { spec } = await appOf(fresh, id)
    const ids = spec.collections.flatMap(({ fields }) => fields.map((field) => field.id))
    for (const field of ids) expect(field).toMatch(/^[a-z][A-Za-z0-9]*$/)
    expect(ids).not.toContain('constructor')
    expect((await fresh.ask(`/apps/${id}`)).text).not.toContain('<img')
  })
})

/** Kills the browser of this process as the kernel would: at once. Answers how many processes that were. */
function killBrowser(): number {
  const children = descendants(process.pid).filter((pid) => /chrom/i.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')))
  if (children.length) execFileSync('kill', ['-9', ...children.map(String)])
  return children.length
}

function descendants(parent: number): number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      return [
        [
          Number(name),
          Number(
            readFileSync(`/proc/${name}/stat`, 'utf8')
              .replace(/^.*\) \S /, '')
              .split(' ')[0],
          ),
        ] as const,
      ]
    } catch {
      return []
    }
  })
  const below = (pid: number): number[] => parents.filter(([, of]) => of === pid).flatMap(([child]) => [child, ...below(child)])
  return below(parent)
}
