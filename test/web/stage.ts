/** The real page on a real server in a real browser: one of each for a file of tests, a fresh context for a test. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Frame, FrameLocator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { serve } from '../../src/doors/serve.ts'
import type { AppId } from '../../src/events.ts'
import { launchBrowser } from '../../src/sandbox/browser.ts'

/** The machine is shared: milliseconds. */
export const WAIT = 15_000
export const WIDE = { width: 1280, height: 800 }
export const PHONE = { width: 390, height: 844 }

export type Visit = BrowserContextOptions & { signedIn?: boolean; path?: string }
export type Stage = {
  url: string
  token: string
  /** A page of its own. `path` begins with `/`. */
  visit(options?: Visit): Promise<Page>
  /** Says something past the page; resolves once it was answered. */
  tell(text: string, open?: AppId): Promise<void>
  apps(): Promise<{ id: AppId; name: string }[]>
  /** An app of this name with its data, brought in from the export of `like`. */
  copyOf(like: AppId, name: string): Promise<AppId>
  /** What the console complained about, and what a policy refused, since the last time this was asked. */
  complaints(): string[]
  /** Ends the contexts of a test. */
  clear(): Promise<void>
  close(): Promise<void>
}

/** `prepare` puts into the home what is to be there when the server starts. */
export async function openStage(prepare: (home: string) => void | Promise<void> = () => {}): Promise<Stage> {
  if (!existsSync(new URL('../../dist/web/index.html', import.meta.url)))
    throw new Error('The page is not built: run `npm run build` first.')
  const home = mkdtempSync(join(tmpdir(), 'macaron-page-'))
  await prepare(home)
  // What a password costs is tried by test/people/passwords.
  const served = await serve({ home, port: 0, host: '127.0.0.1', cost: { N: 2 ** 10, r: 8, p: 1 } })
  if (!served.ok) throw new Error(served.error.message)
  const { url, close } = served.value
  const token = readFileSync(join(home, 'token'), 'utf8').trim()
  // The names of this machine's browser switches matter to nobody: it only has to reach this server.
  const browser: Browser = await launchBrowser(undefined, [])
  const contexts: BrowserContext[] = []
  const complaints: string[] = []
  const call = async <T>(path: string, body?: unknown): Promise<T> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${url}/api${path}`, { headers, ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (path === '/turns' ? await answer.text() : await answer.json()) as T
  }
  const apps = async () => (await call<{ apps: { id: AppId; name: string }[] }>('/apps')).apps

  async function visit({ signedIn = true, path = '/', ...options }: Visit = {}): Promise<Page> {
    const context = await browser.newContext({
      locale: 'en-US',
      timezoneId: 'America/New_York',
      viewport: WIDE,
      reducedMotion: 'reduce',
      ...options,
    })
    contexts.push(context)
    await context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      ),
    )
    const page = await context.newPage()
    page.setDefaultTimeout(WAIT)
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    if (signedIn) await page.goto(`${url}/?token=${token}`)
    if (!signedIn || path !== '/') await page.goto(url + path)
    return page
  }

  return {
    url,
    token,
    visit,
    apps,
    tell: async (text, open) => void (await call('/turns', { text, open: open ?? null, locale: 'en-US', timeZone: 'America/New_York' })),
    async copyOf(like, name) {
      const carried = await call<{ format: string; apps: { name: string; spec: { name: string } }[] }>('/export')
      const index = (await apps()).findIndex(({ id }) => id === like)
      const { spec, name: _, ...rest } = carried.apps[index]!
      const before = new Set((await apps()).map(({ id }) => id))
      await call('/import', { format: carried.format, memories: [], apps: [{ ...rest, spec: { ...spec, name } }] })
      return (await apps()).find(({ id }) => !before.has(id))!.id
    },
    complaints: () => complaints.splice(0),
    clear: async () => void (await Promise.all(contexts.splice(0).map((context) => context.close()))),
    async close() {
      await browser.close()
      await close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

export const composer = (page: Page) => page.locator('#composer')
export const turns = (page: Page) => page.locator('.turn')
export const lastTurn = (page: Page) => turns(page).last()
export const toast = (page: Page) => page.locator('.toast')
/** The app's own document inside the canvas. */
export const inApp = (page: Page): FrameLocator => page.frameLocator('.frames iframe:not([inert])').frameLocator('#frame')
/** Says it in the box, and waits for the answer. */
export async function say(page: Page, text: string): Promise<void> {
  const before = await turns(page).count()
  await composer(page).fill(text)
  await composer(page).press('Enter')
  await answered(page, before + 1)
}
export async function answered(page: Page, count: number): Promise<void> {
  await turns(page)
    .nth(count - 1)
    .and(page.locator('[aria-busy="false"]'))
    .waitFor()
}

/** Nothing is loading any more. */
export const settled = (page: Page) => expect.poll(() => page.locator('.waiting, .frame-waiting').count(), { timeout: WAIT }).toBe(0)

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Axe = {
  run(root: Document, options: object): Promise<{ violations: { id: string; impact: string | null; nodes: { html: string }[] }[] }>
}

/** What the accessibility checker finds serious in the page itself; apps are checked when they are made. */
export async function seriousIn(page: Page): Promise<string[]> {
  const frame: Frame = page.mainFrame()
  await frame.evaluate(axeSource)
  return frame.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe }
    const { violations } = await axe.run(document, { iframes: false, resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  })
}

/** Elements that are wider than what is around them: the page, or a part of it that scrolls up and down. */
export const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('html, body, .page, .log, .canvas, .talk, .composer, .app-bar, dialog')].flatMap(
      (element) =>
        element.scrollWidth > element.clientWidth + 1
          ? [`${element.tagName}.${element.className}: ${element.scrollWidth} > ${element.clientWidth}`]
          : [],
    ),
  )

export const expectText = (page: Page, selector: string) =>
  expect.poll(async () => (await page.locator(selector).first().textContent()) ?? '', { timeout: WAIT })
