/**
 * The one warm browser that tries apps. Covers: where it comes from, coming back after a crash, and that each try has
 * a context of its own with no network: every request is answered by the caller or refused. Does not cover: escapes
 * from the browser itself.
 */
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import type { Browser, BrowserContext, LaunchOptions, Page } from 'playwright-core'
import { fail, ok, type Result } from '../base/result.ts'

/** What a page of the virtual origin is answered with; null is refused. */
export type Served = { status?: number; headers?: Record<string, string>; body: string | Uint8Array }
export type Serve = (request: { url: URL; method: string; body: string | null }) => Promise<Served | null> | Served | null

export type TryOptions = {
  serve: Serve
  /** Requests that were refused, by their address. */
  refused?: (url: string) => void
  locale?: string
  timeZone?: string
  /** CSS pixels; a phone if not given. */
  width?: number
  height?: number
  colorScheme?: 'light' | 'dark'
}

export type BrowserPool = {
  /** Starts it now: its name and version, or 'browser-unavailable' and why. */
  warm(): Promise<Result<string>>
  /** A page in a context of its own; the context is closed afterwards. Fails with 'browser-unavailable' or 'browser-died'. */
  use<T>(options: TryOptions, work: (page: Page, context: BrowserContext) => Promise<T>): Promise<Result<T>>
  close(): Promise<void>
}

const PHONE = { width: 390, height: 844 }
/** Never the network: names resolve to nothing, and what a page asks for is answered by `serve`. */
const ARGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-gpu',
  '--no-pings',
  '--disable-domain-reliability',
  '--disable-features=AudioServiceOutOfProcess,OptimizationHints,MediaRouter',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--font-render-hinting=none',
]

export type BrowserOptions = {
  /** A program to use in place of those that are looked for. */
  executable?: string
  /** Tests let it reach their own listener. */
  args?: string[]
}

export function openBrowser({ executable = process.env.MACARON_BROWSER, args = ARGS }: BrowserOptions = {}): BrowserPool {
  let starting: Promise<Browser> | null = null
  let closed = false

  function start(): Promise<Browser> {
    if (closed) return Promise.reject(new Error('The browser was closed.'))
    if (starting) return starting
    const started: Promise<Browser> = launchBrowser(executable, args)
    starting = started
    const forget = () => {
      if (starting === started) starting = null
    }
    started.then((browser) => browser.on('disconnected', forget), forget)
    return started
  }

  async function use<T>(options: TryOptions, work: (page: Page, context: BrowserContext) => Promise<T>): Promise<Result<T>> {
    let browser: Browser
    try {
      browser = await start()
    } catch (error) {
      return fail('browser-unavailable', `No browser could be started: ${messageOf(error)}`)
    }
    try {
      const context = await browser.newContext(contextOptions(options))
      try {
        await context.route('**/*', (route) => answer(route, options))
        return ok(await work(await context.newPage(), context))
      } finally {
        await context.close().catch(() => {})
      }
    } catch (error) {
      if (browser.isConnected()) throw error
      return fail('browser-died', `The browser ended in the middle: ${messageOf(error)}`)
    }
  }

  return {
    use,
    async warm() {
      try {
        return ok(`Chromium ${(await start()).version()}`)
      } catch (error) {
        return fail('browser-unavailable', messageOf(error))
      }
    },
    async close() {
      closed = true
      const browser = await starting?.catch(() => null)
      starting = null
      await browser?.close().catch(() => {})
    },
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 300)

const contextOptions = ({ locale, timeZone, width = PHONE.width, height = PHONE.height, colorScheme = 'light' }: TryOptions) => ({
  viewport: { width, height },
  deviceScaleFactor: 2,
  reducedMotion: 'reduce' as const,
  serviceWorkers: 'block' as const,
  acceptDownloads: false,
  colorScheme,
  ...(locale && { locale }),
  ...(timeZone && { timezoneId: timeZone }),
})

async function answer(route: Parameters<Parameters<BrowserContext['route']>[1]>[0], { serve, refused }: TryOptions): Promise<void> {
  const request = route.request()
  try {
    const served = await serve({ url: new URL(request.url()), method: request.method(), body: request.postData() })
    if (served) {
      const body = typeof served.body === 'string' ? served.body : Buffer.from(served.body)
      await route.fulfill({ status: served.status ?? 200, headers: served.headers ?? {}, body })
      return
    }
    refused?.(request.url())
    await route.abort('blockedbyclient')
  } catch {
    // The page went away while it waited.
    await route.abort().catch(() => {})
  }
}

// ---- Where a browser comes from -------------------------------------------------------------------------------

type Candidate = () => Promise<LaunchOptions | null>

/** A browser of its own, for who keeps it himself. Rejects where none can be started. */
export async function launchBrowser(executable: string | undefined = process.env.MACARON_BROWSER, args: string[] = ARGS): Promise<Browser> {
  const why: string[] = []
  // Half a second to load: only for who needs a browser.
  const { chromium } = await import('playwright-core')
  for (const candidate of executable ? [async () => ({ executablePath: executable })] : CANDIDATES) {
    try {
      const options = await candidate()
      if (options)
        return await chromium.launch({
          headless: true,
          timeout: 20_000,
          args,
          handleSIGINT: false,
          handleSIGTERM: false,
          handleSIGHUP: false,
          ...options,
        })
    } catch (error) {
      why.push(messageOf(error))
    }
  }
  throw new Error(`${why.join('; ') || 'none was found'}. Install Chrome, Chromium or Edge, or set MACARON_BROWSER to a Chromium program.`)
}

const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((base) =>
    base ? [`${base}\\Google\\Chrome\\Application\\chrome.exe`, `${base}\\Microsoft\\Edge\\Application\\msedge.exe`] : [],
  ),
}

const CANDIDATES: Candidate[] = [
  async () =>
    platform() === 'linux' && process.arch === 'x64'
      ? { executablePath: await packaged(), env: { ...process.env, ...(await fonts()) } }
      : null,
  ...(INSTALLED[platform()] ?? []).map(
    (path): Candidate =>
      async () =>
        existsSync(path) ? { executablePath: path } : null,
  ),
  async () => ({}),
]

const cacheFolder = () => join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'open-macaron')

/** Optional packages with the letters that a bare server lacks; pictures of checks show them. */
const FONTS = ['@embedpdf/fonts-sc', '@embedpdf/fonts-kr', '@expo-google-fonts/noto-color-emoji']

/** A configuration that adds them to the machine's own fonts; nothing where the person has one, or none is installed. */
async function fonts(): Promise<{ FONTCONFIG_FILE?: string }> {
  if (process.env.FONTCONFIG_FILE) return {}
  const { paths } = createRequire(import.meta.url).resolve
  const folders = FONTS.flatMap((name) =>
    (paths(name) ?? [])
      .map((path) => join(path, name))
      .filter(existsSync)
      .slice(0, 1),
  )
  if (!folders.length) return {}
  const escaped = (path: string) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const folder = cacheFolder()
  const file = join(folder, 'fonts.conf')
  const dirs = folders.map((path) => `<dir>${escaped(path)}</dir>`).join('')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${dirs}<cachedir>${escaped(join(folder, 'fonts'))}</cachedir></fontconfig>\n`,
  )
  return { FONTCONFIG_FILE: file }
}

/** The browser of @sparticuz/chromium, unpacked once to a place of this person's; two processes may do it at once. */
async function packaged(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
  const source = join(dirname(entry), '..', '..', 'bin', 'chromium.br')
  const { version } = JSON.parse(await readFile(join(dirname(source), '..', 'package.json'), 'utf8')) as { version: string }
  const cache = cacheFolder()
  const program = join(cache, `chromium-${version}`)
  if (existsSync(program)) return program
  await mkdir(cache, { recursive: true, mode: 0o700 })
  const part = `${program}.${process.pid}.part`
  try {
    await pipeline(createReadStream(source), createBrotliDecompress(), createWriteStream(part))
    await chmod(part, 0o700)
    await rename(part, program)
  } finally {
    await rm(part, { force: true })
  }
  return program
}
