/**
 * How long a person waits: warm server, the requests below in four languages, each said as in the page. Prints p50 and
 * p95 in milliseconds, the server's start and memory, and the size of an app's page.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { serve as listen } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import type { AppId, Event, EventOf } from '../../src/events.ts'
import { launchBrowser } from '../../src/sandbox/browser.ts'
import { type BenchHouse, benchHouse } from '../house.ts'
import { percentile, table } from '../index.ts'

const REQUESTS = [
  {
    locale: 'en-US',
    build: 'Track what I spend on coffee, at most 50 dollars a month',
    log: '4.50 latte at the corner shop',
    edit: 'add a rating',
  },
  { locale: 'zh-CN', build: '做一个减肥记录,每天体重和心情,画成曲线', log: '今天体重65.5公斤', edit: '加一个腰围' },
  { locale: 'ja-JP', build: '家計簿を作って。カテゴリは食費・交通費・娯楽', log: 'ランチ 850円', edit: '満足度を追加' },
  { locale: 'ko-KR', build: '독서 기록, 올해 20권 목표', log: '오늘 데미안 다 읽었어', edit: '출판사 항목 추가해줘' },
  { locale: 'en-US', build: 'packing list for a week in Iceland', log: 'add wool socks', edit: 'add a weight' },
  { locale: 'ja-JP', build: '体重を60キロまで落としたい、毎日記録', log: '今日は64.2キロ', edit: '体脂肪率も追加' },
]

export async function run(args: string[]) {
  const rounds = Number(args[0] ?? 4)
  const times = {
    'first frame': [] as number[],
    published: [] as number[],
    'edit, checked': [] as number[],
    'log an entry': [] as number[],
    'app opened, ready to use': [] as number[],
  }
  const house = await benchHouse()
  const door = await openDoor(house)
  let page = 0
  try {
    house.server.house.warm()
    await build(house, REQUESTS[0]!) // the first one starts the browser
    for (let round = 0; round < rounds; round++)
      for (const request of REQUESTS) {
        const { events, app } = await build(house, request)
        const frame = find(events, 'frame-ready')
        const published = find(events, 'app-published')
        if (frame) times['first frame'].push(frame.ms)
        if (published) times.published.push(published.ms)
        if (!app) continue
        const logged = await house.say({ text: request.log, open: app, locale: request.locale })
        if (find(logged.events, 'module-chosen')?.option !== 'write-records') throw new Error(`“${request.log}” noted nothing`)
        times['log an entry'].push(logged.ms)
        const edited = await house.say({ text: request.edit, open: app, locale: request.locale })
        // A field that is there already would be an answer, and no edit.
        if (!find(edited.events, 'app-published'))
          throw new Error(`“${request.edit}” changed nothing: ${find(edited.events, 'reply-end')?.text}`)
        times['edit, checked'].push(edited.ms)
        page = Math.max(page, await pageBytes(house, app))
        times['app opened, ready to use'].push(await opened(door, house.server.token, app))
        // The next round asks a house without it: the same wish beside the same app may be a change of it.
        await house.server.house.apps.remove(app as AppId)
      }
  } finally {
    await door.close()
    await house.close()
  }
  const server = await startServer()
  const value = {
    ...Object.fromEntries(
      Object.entries(times).map(([name, ms]) => [
        name,
        { p50: Math.round(percentile(ms, 0.5)), p95: Math.round(percentile(ms, 0.95)), n: ms.length },
      ]),
    ),
    server,
    page: { gzipBytes: page },
  }
  const rows = Object.entries(times).map(([name, ms]) => [
    name,
    Math.round(percentile(ms, 0.5)),
    Math.round(percentile(ms, 0.95)),
    ms.length,
  ])
  return {
    value,
    table: `${table(['step', 'p50 ms', 'p95 ms', 'n'], rows)}\n\n${table(
      ['server', 'figure'],
      [
        ['ready after', `${server.readyMs} ms`],
        ['resident, idle, without the browser', `${server.residentMb} MB`],
        ["an app's page, gzipped (the largest)", `${(page / 1024).toFixed(1)} KB`],
      ],
    )}`,
  }
}

async function build(house: BenchHouse, request: (typeof REQUESTS)[number]) {
  const { events } = await house.say({ text: request.build, locale: request.locale })
  return { events, app: find(events, 'app-published')?.app }
}

const find = <T extends Event['type']>(events: Event[], type: T) => events.find((e): e is Event & EventOf<T> => e.type === type)

async function pageBytes(house: BenchHouse, app: string): Promise<number> {
  const response = await house.server.routes.request(`http://127.0.0.1/apps/${app}/frame`, {
    headers: { authorization: `Bearer ${house.server.token}`, host: '127.0.0.1' },
  })
  return gzipSync(Buffer.from(await response.arrayBuffer())).length
}

type Door = { origin: string; browser: Browser; close(): Promise<void> }

/** The house on a port of its own and a warm browser beside it, as on the person's machine. */
async function openDoor({ server }: BenchHouse): Promise<Door> {
  const listening = await new Promise<{ port: number; close(): void }>((resolve) => {
    const listener = listen({ fetch: server.routes.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ port, close: () => listener.close() }),
    )
  })
  const browser = await launchBrowser(undefined, ['--disable-gpu', '--font-render-hinting=none'])
  return {
    origin: `http://127.0.0.1:${listening.port}`,
    browser,
    async close() {
      await browser.close()
      listening.close()
    },
  }
}

/** From asking for the page of an app, in a new tab of a warm browser, until its data is drawn and it takes input. */
async function opened({ origin, browser }: Door, token: string, app: string): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  try {
    // The page says itself when it is ready: asking it from outside while it loads would cost it a tenth of a second.
    await context.addInitScript(() => {
      const say = () => 'ready' in document.documentElement.dataset && console.debug('ready')
      const watch = () => {
        new MutationObserver(say).observe(document.documentElement, { attributes: true })
        say()
      }
      document.addEventListener('readystatechange', watch, { once: true })
    })
    const page = await context.newPage()
    const ready = page.waitForEvent('console', (message) => message.text() === 'ready')
    const from = performance.now()
    await page.goto(`${origin}/apps/${app}`, { waitUntil: 'commit' })
    await ready
    return performance.now() - from
  } finally {
    await context.close()
  }
}

/** A server process of its own: from spawn to the line with the address, then its resident memory a little later. */
async function startServer(): Promise<{ readyMs: number; residentMb: number }> {
  const home = mkdtempSync(join(tmpdir(), 'macaron-start-'))
  const from = performance.now()
  const child = spawn(process.execPath, [join(process.cwd(), 'bin', 'macaron'), 'serve', '--port', '0'], {
    env: { ...process.env, MACARON_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text: Buffer) => text.includes('ready') && resolve())
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    })
    const readyMs = Math.round(performance.now() - from)
    await new Promise((resolve) => setTimeout(resolve, 8000))
    return { readyMs, residentMb: residentMb(child.pid!) }
  } finally {
    child.kill()
    await new Promise((resolve) => child.once('exit', resolve))
    rmSync(home, { recursive: true, force: true })
  }
}

/** Linux only; NaN elsewhere. */
function residentMb(pid: number): number {
  try {
    const kb = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1]
    return Math.round(Number(kb) / 1024)
  } catch {
    return Number.NaN
  }
}
