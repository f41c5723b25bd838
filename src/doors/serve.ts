/** Starting the server: token, port, the file that tells the command line where it is, and an orderly end. */
import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve as listen } from '@hono/node-server'
import { type Failure, fail, ok, type Result } from '../base/result.ts'
import type { House } from '../house.ts'
import { type Household, type HouseholdOptions, openHousehold } from '../household.ts'
import { keepSecret, readSecret } from '../store/secret.ts'
import type { Vault } from '../store/vault.ts'
import { TOKEN_FILE } from './client.ts'
import { languageOf } from './http/refuse.ts'
import { createRoutes, type Routes } from './http/server.ts'
import { allowedHosts } from './http/session.ts'
import { sentence } from './messages.ts'

export type ServerOptions = { home: string; port: number; host: string } & Pick<HouseholdOptions, 'clock' | 'cost'>
export type Opened = { routes: Routes; house: House; household: Household; token: string; close(): Promise<void> }

/** The routes over an opened home, without a port. Fails with the store's own codes, in the machine's language. */
export async function openServer({ home, host, ...more }: ServerOptions): Promise<Result<Opened>> {
  const opened = await openHousehold({ home, ...more })
  if (!opened.ok) return inWords(opened.error)
  const household = opened.value
  const token = tokenOf(home, household.house.vault)
  if (!token.ok) {
    await household.close()
    return inWords(token.error)
  }
  const hosts = allowedHosts(host, process.env.MACARON_HOSTS)
  const routes = createRoutes(household, { token: token.value, hosts, proxied: Boolean(process.env.MACARON_HOSTS) })
  return ok({ routes, house: household.house, household, token: token.value, close: () => household.close() })
}

/** A failure with its sentence in the machine's language. */
const inWords = (failure: Failure): Result<never> =>
  fail(failure.code, sentence(failure, languageOf(Intl.DateTimeFormat().resolvedOptions().locale)), failure.values)

/** Serves until a signal ends it; resolves once it listens. */
export async function serve(options: ServerOptions): Promise<Result<{ url: string; close(): Promise<void> }>> {
  const opened = await openServer(options)
  if (!opened.ok) return opened
  const { routes, house, token } = opened.value
  const started = await listening(routes, options)
  if (!started.ok) {
    await opened.value.close()
    return started
  }
  const { server, port } = started.value
  const shownHost = options.host === '0.0.0.0' || options.host === '::' ? '127.0.0.1' : options.host
  const url = `http://${shownHost.includes(':') ? `[${shownHost}]` : shownHost}:${port}`
  const file = join(options.home, 'server.json')
  writeFileSync(file, JSON.stringify({ url, pid: process.pid }), { mode: 0o600 })
  let closing: Promise<void> | null = null
  const close = () => {
    closing ??= (async () => {
      rmSync(file, { force: true })
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await opened.value.close()
    })()
    return closing
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close().then(() => process.exit(0)))
  process.stdout.write(`Open Macaron is ready: ${url}/?token=${token}\n`)
  if (options.host !== '127.0.0.1' && options.host !== 'localhost')
    process.stdout.write('It can be reached from other machines, without encryption: put a TLS proxy before it.\n')
  house.warm()
  return ok({ url, close })
}

/**
 * How long a connection that nothing is asked over stays open: milliseconds. Longer than a proxy keeps its own (a minute, mostly), so
 * that it is the proxy that closes; else a request that is under way when this side closes is lost.
 */
const IDLE = 75_000

function listening(routes: Routes, { port, host }: ServerOptions): Promise<Result<{ server: Server; port: number }>> {
  return new Promise((resolve) => {
    const server = listen({ fetch: routes.fetch, port, hostname: host }, (info) =>
      resolve(ok({ server: server as Server, port: info.port })),
    )
    ;(server as Server).keepAliveTimeout = IDLE
    server.on('error', (error: NodeJS.ErrnoException) => {
      resolve(inWords(fail('port-taken', error.message, { host, port }).error))
    })
  })
}

/** Made once; readable by this person only, and sealed where the home is. One that cannot be read any more is made anew: it opened nothing but this server. */
function tokenOf(home: string, vault: Vault | null): Result<string> {
  const file = join(home, TOKEN_FILE)
  const kept = readSecret(file, vault)
  if (kept.ok && kept.value && kept.value.length >= 32) return ok(kept.value)
  if (!kept.ok && kept.error.code !== 'secret-locked') return kept
  const token = randomBytes(24).toString('base64url')
  const written = keepSecret(file, token, vault)
  return written.ok ? ok(token) : written
}
