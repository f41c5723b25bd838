/**
 * `fetch-mock`, as test files of React components use it (the names of its versions up to 9): routes that answer fetch,
 * and a record of the calls. No request leaves: what no route answers is an error, as there.
 */
type Reply = unknown
type Options = {
  method?: string
  name?: string
  body?: unknown
  headers?: Record<string, string>
  repeat?: number
  overwriteRoutes?: boolean
}
type Call = [url: string, options: RequestInit | undefined] & { identifier?: string }
type Route = { id: string; fits(url: string, init: RequestInit, n: number): boolean; reply: Reply; left: number; calls: Call[] }
type Matcher = string | RegExp | ((url: string, init: RequestInit) => boolean) | (Options & { url?: string | RegExp })
type Filter = string | RegExp | boolean | ((url: string, init: RequestInit) => boolean) | undefined

const real = globalThis.fetch
let routes: Route[] = []
let fallback: Reply | undefined
let calls: { call: Call; route: Route | null }[] = []

const absolute = (url: string) => new URL(url, location.href)
/** A path is the same with and without the page's own origin; a slash after a bare host is none. */
const plain = (url: string): string => {
  const full = absolute(url)
  return full.origin === location.origin && !/^https?:/.test(url) ? full.pathname + full.search + full.hash : full.href
}
const escaped = (text: string) => text.replace(/[.+^${}()|[\]\\]/g, '\\$&')
const asGlob = (glob: string) => new RegExp(`^${escaped(glob).replace(/\*+/g, '.*').replace(/\?/g, '.')}$`)
const asExpress = (path: string) => new RegExp(`^${escaped(path).replace(/:\w+/g, '[^/]+')}/?$`)

function urlFits(pattern: string | RegExp, url: string): boolean {
  if (pattern instanceof RegExp) return pattern.test(url)
  if (pattern === '*') return true
  const kind = /^(begin|end|path|glob|express):/.exec(pattern)?.[1]
  const rest = kind ? pattern.slice(kind.length + 1) : pattern
  if (kind === 'begin') return url.startsWith(rest)
  if (kind === 'end') return url.endsWith(rest)
  if (kind === 'path') return absolute(url).pathname === rest
  if (kind === 'express') return asExpress(rest).test(absolute(url).pathname)
  if (kind === 'glob' || pattern.includes('*')) return asGlob(rest).test(url)
  return plain(pattern) === url || absolute(pattern).href === absolute(url).href
}

const holds = (wanted: unknown, given: unknown): boolean =>
  typeof wanted === 'object' && wanted !== null && typeof given === 'object' && given !== null
    ? JSON.stringify(sorted(wanted)) === JSON.stringify(sorted(given))
    : wanted === given
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, one]) => [key, sorted(one)]),
        )
      : value
const parsed = (body: unknown): unknown => {
  try {
    return JSON.parse(String(body))
  } catch {
    return body
  }
}

function matches(matcher: Matcher, { method, body, headers }: Options): Route['fits'] {
  const given = typeof matcher === 'object' && !(matcher instanceof RegExp) ? matcher : {}
  const url = typeof matcher === 'string' || matcher instanceof RegExp ? matcher : 'url' in given ? given.url : undefined
  const wanted = { method: method ?? given.method, body: body ?? given.body, headers: headers ?? given.headers }
  return (asked, init) =>
    (!wanted.method || wanted.method.toUpperCase() === (init.method ?? 'GET').toUpperCase()) &&
    (wanted.body === undefined || holds(wanted.body, parsed(init.body))) &&
    Object.entries(wanted.headers ?? {}).every(([name, value]) => new Headers(init.headers).get(name) === value) &&
    (typeof matcher === 'function' ? matcher(asked, init) : url === undefined || urlFits(url, asked))
}

type Config = { status?: number; body?: unknown; headers?: Record<string, string>; throws?: unknown }
const RESPONSE = new Set(['status', 'body', 'headers', 'throws', 'redirectUrl', 'sendAsJson'])
async function responseOf(reply: Reply, url: string, init: RequestInit): Promise<Response> {
  const said = await (typeof reply === 'function' ? reply(url, init) : reply)
  if (said instanceof Response) return said
  if (typeof said === 'number') return new Response(said === 204 || said === 304 ? null : '', { status: said })
  const configures =
    typeof said === 'object' && said !== null && Object.keys(said).length > 0 && Object.keys(said).every((key) => RESPONSE.has(key))
  const config: Config = configures ? said : { body: said }
  if (config.throws) throw config.throws
  const { status = 200, headers = {}, body } = config
  const text = body === undefined || body === null ? null : typeof body === 'string' ? body : JSON.stringify(body)
  const json: Record<string, string> = typeof body === 'object' && body !== null ? { 'content-type': 'application/json' } : {}
  return new Response([204, 205, 304].includes(status) ? null : (text ?? ''), { status, headers: { ...json, ...headers } })
}

async function mocked(input: RequestInfo | URL, options?: RequestInit): Promise<Response> {
  const asked = input instanceof Request ? input.url : String(input)
  const init: RequestInit =
    input instanceof Request ? { method: input.method, headers: input.headers, body: await input.clone().text() } : (options ?? {})
  const url = plain(asked)
  const route = routes.find((one) => one.left > 0 && one.fits(url, init, one.calls.length)) ?? null
  const call = Object.assign([url, options ?? init] as Call, route && { identifier: route.id })
  calls.push({ call, route })
  if (init.signal?.aborted) throw new DOMException('The operation was aborted.', 'AbortError')
  if (!route && fallback === undefined) throw new Error(`No fallback response defined for ${init.method ?? 'GET'} to ${url}`)
  if (!route) return responseOf(fallback, url, init)
  route.left--
  route.calls.push(call)
  return responseOf(route.reply, url, init)
}

function found(filter?: Filter, options: Options | string = {}): Call[] {
  const method = typeof options === 'string' ? options : options.method
  const fits = (url: string, init: RequestInit) => matches(filter as Matcher, method ? { method } : {})(url, init, 0)
  return calls
    .filter(({ call: [url, init], route }) => {
      if (filter === undefined || filter === true) return filter === undefined ? !method || fitsMethod(init, method) : route !== null
      if (filter === false || filter === 'unmatched') return route === null
      if (filter === 'matched') return route !== null
      if (typeof filter === 'string' && routes.some(({ id }) => id === filter))
        return route?.id === filter && (!method || fitsMethod(init, method))
      return fits(url, init ?? {})
    })
    .map(({ call }) => call)
}
const fitsMethod = (init: RequestInit | undefined, method: string) => (init?.method ?? 'GET').toUpperCase() === method.toUpperCase()

type Mock = Record<string, unknown> & { mock(matcher: Matcher, reply?: Reply, options?: Options): Mock }
function add(matcher: Matcher, reply: Reply, options: Options): Mock {
  const named = options.name ?? (typeof matcher === 'object' && !(matcher instanceof RegExp) ? matcher.name : undefined)
  const id = named ?? (typeof matcher === 'string' ? matcher : String(matcher instanceof RegExp ? matcher : routes.length))
  const route = { id, fits: matches(matcher, options), reply, left: options.repeat ?? Number.POSITIVE_INFINITY, calls: [] }
  const same = options.overwriteRoutes ? routes.findIndex((one) => one.id === id) : -1
  if (same >= 0) routes[same] = route
  else routes.push(route)
  globalThis.fetch = mocked
  return fetchMock
}

const resetHistory = () => {
  calls = []
  for (const route of routes) route.calls = []
  return fetchMock
}
const restore = () => {
  routes = []
  fallback = undefined
  globalThis.fetch = real
  return resetHistory()
}

const once = (matcher: Matcher, reply: Reply, options: Options = {}) => add(matcher, reply, { ...options, repeat: 1 })
const verbs = Object.fromEntries(
  ['get', 'post', 'put', 'delete', 'patch', 'head'].flatMap((method) => [
    [method, (matcher: Matcher, reply: Reply, options: Options = {}) => add(matcher, reply, { ...options, method })],
    [`${method}Once`, (matcher: Matcher, reply: Reply, options: Options = {}) => once(matcher, reply, { ...options, method })],
    [`${method}Any`, (reply: Reply, options: Options = {}) => add('*', reply, { ...options, method })],
  ]),
)

export const fetchMock: Mock = {
  ...verbs,
  mock: (matcher, reply, options = {}) => (matcher === undefined ? enable() : add(matcher, reply, options)),
  once,
  any: (reply: Reply, options: Options = {}) => add('*', reply, options),
  catch: (reply: Reply = 200) => {
    fallback = reply
    return enable()
  },
  calls: found,
  called: (filter?: Filter, options?: Options | string) => found(filter, options).length > 0,
  lastCall: (filter?: Filter, options?: Options | string) => found(filter, options).at(-1),
  lastUrl: (filter?: Filter, options?: Options | string) => found(filter, options).at(-1)?.[0],
  lastOptions: (filter?: Filter, options?: Options | string) => found(filter, options).at(-1)?.[1],
  done: (name?: string) =>
    routes.every(
      (one) => (name !== undefined && one.id !== name) || (one.left === Number.POSITIVE_INFINITY ? one.calls.length > 0 : one.left === 0),
    ),
  flush: async () => void (await new Promise((done) => setTimeout(done, 0))),
  resetHistory,
  resetBehavior: restore,
  reset: restore,
  restore,
  config: {},
}
function enable(): Mock {
  globalThis.fetch = mocked
  return fetchMock
}
