/**
 * The pictures in docs/pictures and README.md, made from the real page: `npx tsx scripts/screenshots.ts [folder] [all]`.
 * A server with an empty home builds an app in each language; `all` adds phone, dark and every app on its own.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { serve } from '../src/doors/serve.ts'
import { launchBrowser } from '../src/sandbox/browser.ts'

const SAID = {
  'en-US': [
    'Track what I spend on coffee, at most $60 a month',
    '4.50 latte at Blue Bottle',
    '5.20 mocha at the station yesterday',
    '3.80 espresso at Blue Bottle on Monday',
    'how much on coffee this month, by shop?',
  ],
  'zh-CN': ['做一个减肥记录,每天体重和心情,画成曲线', '今天体重65.5公斤,心情不错', '昨天体重65.9公斤', '前天体重66.4公斤'],
  'ja-JP': ['京都3日間の旅行プラン、予算10万円', '新幹線 28000円'],
  'ko-KR': ['단어 암기 카드 만들어 줘, 복습 주기 알아서'],
} as const
type Locale = keyof typeof SAID

const folder = resolve(process.argv[2] ?? 'docs/pictures')
const all = process.argv.includes('all')
const home = mkdtempSync(join(tmpdir(), 'macaron-pictures-'))
mkdirSync(folder, { recursive: true })
const server = await serve({ home, port: 0, host: '127.0.0.1' })
if (!server.ok) throw new Error(server.error.message)
const { url, close } = server.value
const token = readFileSync(join(home, 'token'), 'utf8').trim()
const browser = await launchBrowser(undefined, [])

const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }

async function pictures(browser: Browser, locale: Locale): Promise<void> {
  const said = SAID[locale]
  const language = locale.slice(0, 2)
  const context = await browser.newContext({
    locale,
    viewport: DESKTOP,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Tokyo',
  })
  const page = await context.newPage()
  await page.goto(`${url}/?token=${token}`)
  for (const text of said) {
    const box = page.locator('textarea').first()
    await box.fill(text)
    await box.press('Enter')
    // A turn has ended when its stop button has gone.
    await page.waitForTimeout(400)
    await page.waitForFunction(() => !document.querySelector('[data-busy="true"], [aria-busy="true"]'), undefined, { timeout: 30_000 })
    await page.waitForTimeout(700)
  }
  const shot = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) })
  await shot(`${language}-desktop-light`)
  if (all) {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.waitForTimeout(400)
    await shot(`${language}-desktop-dark`)
    await page.setViewportSize(PHONE)
    await page.waitForTimeout(400)
    await shot(`${language}-phone-dark`)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.waitForTimeout(300)
    await shot(`${language}-phone-light`)
    const { apps } = (await (await context.request.get(`${url}/api/apps`)).json()) as { apps: { id: string }[] }
    await page.goto(`${url}/apps/${apps[0]!.id}`)
    await page.frameLocator('#frame').locator('html[data-ready]').waitFor({ state: 'attached' })
    await shot(`${language}-app-phone-light`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize(DESKTOP)
    await page.waitForTimeout(300)
    await shot(`${language}-app-desktop-dark`)
  }
  await context.close()
}

try {
  for (const locale of Object.keys(SAID) as Locale[]) if (all || locale === 'en-US') await pictures(browser, locale)
} finally {
  await browser.close()
  await close()
  rmSync(home, { recursive: true, force: true })
}
