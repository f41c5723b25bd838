/** The documents: our own page, the page around an app with its frame inside, and the pictures of checks. */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Context } from 'hono'
import { framePage, hostPage, hostPolicy } from '../../apps/page.ts'
import type { AppState } from '../../apps/types.ts'
import type { Result } from '../../base/result.ts'
import { AppId } from '../../events.ts'
import { packageRoot } from '../../root.ts'
import { scripts } from '../../simulation/scripts.ts'
import { bundle } from '../../studio/bundle.ts'
import { writtenFor } from '../../traditional.ts'
import { refuse, refuseFailure } from './refuse.ts'
import { type Env, newRoutes, type Routes } from './server.ts'

const OWN_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
}

export function pageRoutes(): Routes {
  const routes = newRoutes()
  for (const [path, file] of ownFiles()) routes.get(path, (c) => c.body(readFileSync(file), 200, ownHeaders(file)))
  routes.get('/api/pictures/:name', picture)
  routes.get('/apps/:id', hosted)
  routes.get('/apps/:id/frame', framed)
  routes.get('/apps/:id/manifest.webmanifest', manifest)
  routes.get('/apps/:id/icon.svg', icon)
  return routes
}

// ---- Our own page ----------------------------------------------------------------------------------------------

/** What was built, by the path it is asked for under. Only these names are ever opened: no path comes from a request. */
function ownFiles(): Map<string, string> {
  const root = join(packageRoot(), 'dist', 'web')
  const files = new Map<string, string>()
  const walk = (folder: string, path: string) => {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const file = join(folder, name)
      if (statSync(file).isDirectory()) walk(file, `${path}/${name}`)
      else files.set(name === 'index.html' && path === '' ? '/' : `${path}/${name}`, file)
    }
  }
  walk(root, '')
  return files
}

const ownHeaders = (file: string) => ({
  'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
  // Names in assets/ carry a hash of what is in them.
  'cache-control': file.includes(`${join('web', 'assets')}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
  ...(file.endsWith('.html') && { 'content-security-policy': OWN_POLICY }),
})

function picture(c: Context<Env>) {
  const png = c.get('house').pictures.read(c.req.param('name') ?? '')
  if (!png) return refuse(c, 404, 'page-unknown')
  return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png', 'cache-control': 'private, max-age=31536000, immutable' })
}

// ---- Apps ------------------------------------------------------------------------------------------------------

async function appOf(c: Context<Env>): Promise<Result<AppState>> {
  const id = AppId.safeParse(c.req.param('id'))
  return id.success ? c.get('house').apps.get(id.data) : { ok: false, error: { code: 'app-unknown', message: 'There is no such app.' } }
}

async function hosted(c: Context<Env>) {
  const app = await appOf(c)
  // Who follows an old link finds the apps there are; a program is told, and so is our own page around a frame.
  const followed = c.req.header('accept')?.includes('text/html') && c.req.header('sec-fetch-dest') !== 'iframe'
  if (!app.ok) return followed ? c.redirect('/', 303) : refuseFailure(c, app.error)
  const { id, spec } = app.value
  await c.get('house').apps.used(id)
  if (app.value.status === 'published') await c.get('house').learning.used(id)
  const nonce = randomBytes(16).toString('base64')
  const theme = c.req.query('theme')
  const html = hostPage({
    app: id,
    spec,
    nonce,
    script: writtenFor(spec.locale)((await scripts()).host),
    frameUrl: `/apps/${id}/frame`,
    manifestUrl: `/apps/${id}/manifest.webmanifest`,
    iconUrl: `/apps/${id}/icon.svg`,
    ...((theme === 'light' || theme === 'dark') && { theme }),
    embed: c.req.query('embed') !== undefined,
  })
  return c.body(html, 200, {
    'content-type': TYPES['.html']!,
    'content-security-policy': `${hostPolicy(nonce)}; frame-ancestors 'self'`,
    'cache-control': 'no-store',
  })
}

async function framed(c: Context<Env>) {
  const app = await appOf(c)
  if (!app.ok) return refuseFailure(c, app.error)
  const { spec, files } = app.value
  const bundled = await bundle(files)
  if (!bundled.ok) return refuseFailure(c, bundled.error)
  const { html, csp } = framePage({ ...bundled.value, spec })
  return c.body(html, 200, { 'content-type': TYPES['.html']!, 'content-security-policy': csp, 'cache-control': 'no-store' })
}

async function manifest(c: Context<Env>) {
  const app = await appOf(c)
  if (!app.ok) return refuseFailure(c, app.error)
  const { id, spec } = app.value
  const icons = [{ src: `/apps/${id}/icon.svg`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }]
  const body = {
    name: spec.name,
    short_name: spec.name.slice(0, 24),
    lang: spec.language,
    start_url: `/apps/${id}`,
    scope: `/apps/${id}`,
    display: 'standalone',
    background_color: '#fdfbf8',
    theme_color: '#fdfbf8',
    icons,
  }
  return c.body(JSON.stringify(body), 200, { 'content-type': TYPES['.webmanifest']! })
}

async function icon(c: Context<Env>) {
  const app = await appOf(c)
  if (!app.ok) return refuseFailure(c, app.error)
  const sign = app.value.spec.icon.replace(/[&<>"']/g, '')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="112" fill="#f8f3eb"/><text x="256" y="350" font-size="280" text-anchor="middle">${sign}</text></svg>`
  return c.body(svg, 200, { 'content-type': 'image/svg+xml', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" })
}
