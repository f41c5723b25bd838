/**
 * The script of the page around an app. Covers: who may talk to it (the one frame, over the one port it was given),
 * how much, and what leaves the frame (calls to this app's bridge, and what the person allowed). What a call may
 * contain is decided by the bridge on the server.
 */
import { clockIn } from '../../base/clock.ts'
import type { Capability, Rec } from '../../spec.ts'
import type { Change } from '../types.ts'
import { menu } from './menu.ts'
import type { Call, CallOf, Granted, Hello, HostConfig, Opening, Reply, Theme, Told } from './protocol.ts'
import { Queue } from './queue.ts'
import { WORDS } from './words.ts'

/** Calls at once from the frame, how many it gets back a second, and the characters of one. */
const BURST = 200
const PER_SECOND = 60
const MOST = 1_500_000
const CALLS: ReadonlySet<string> = new Set(['records', 'write', 'kept', 'keep', 'request', 'ask', 'notify', 'download'])
/** How long the server may take: milliseconds. A model thinks. */
const PATIENCE = 15_000
const PATIENCE_ASKED = 120_000
const SAFE_TYPES: ReadonlySet<string> = new Set(['text/csv', 'text/plain', 'application/json', 'text/calendar', 'text/markdown'])

const config = JSON.parse(document.getElementById('config')!.textContent!) as HostConfig
const words = WORDS[config.spec.language]
const frame = document.getElementById('frame') as HTMLIFrameElement
const queue = new Queue(config.app, ownStorage(), send, (state) =>
  notice(
    state === 'offline' ? words.offline : state === 'sent' ? words.sent : words.refused + state.refused,
    state === 'offline' ? 0 : 4000,
  ),
)
let port: MessagePort | null = null
const embedded = config.embed || window.parent !== window

async function send(call: object, patience = PATIENCE): Promise<Reply | null> {
  try {
    const response = await fetch(config.bridgeUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(call),
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patience),
    })
    if (response.status >= 500) return null
    const reply = (await response.json()) as Reply
    if (typeof reply === 'object' && reply && 'ok' in reply) return reply
    return { ok: false, error: { code: 'call-refused', message: `The server refused: ${response.status}.` } }
  } catch {
    return null
  }
}

// ---- The frame ------------------------------------------------------------------------------------------------

/** Asked for before the frame asks: both are on their way at once. */
async function read(): Promise<Opening> {
  const [kept, ...lists] = await Promise.all([
    send({ do: 'kept' }),
    ...config.spec.collections.map(({ id }) => queue.records({ do: 'records', collection: id })),
  ])
  const records = config.spec.collections.flatMap(({ id }, at) => {
    const list = lists[at]!
    return list.ok ? [[id, list.value as Rec[]] as const] : []
  })
  return { kept: kept?.ok ? (kept.value as Opening['kept']) : {}, records: Object.fromEntries(records) }
}

function start(): void {
  let loads = 0
  frame.addEventListener('load', () => {
    // A frame that loads a second time went somewhere by itself: it gets no port and is taken away.
    if (++loads > 1) stop(words.stopped)
  })
  const listening = new Promise<void>((resolve) => {
    window.addEventListener('message', (event) => {
      if (event.source === frame.contentWindow && event.origin === 'null' && event.data?.macaron === 'ready') resolve()
    })
  })
  frame.src = config.frameUrl
  const opening = read()
  // Made while the frame loads: the first formats of a page cost tens of milliseconds.
  const about = aboutPerson()
  void Promise.all([opening, listening]).then(([opening]) => greet({ ...about, theme: theme(), opening }))
}

function greet(hello: Hello): void {
  // It was taken away meanwhile.
  if (!frame.contentWindow) return
  const channel = new MessageChannel()
  port = channel.port1
  port.onmessage = ({ data }) => void heard(data)
  frame.contentWindow.postMessage({ macaron: 'hello', hello }, '*', [channel.port2])
  for (const told of untold.splice(0)) tell(told)
}

function stop(why: string): void {
  port?.close()
  frame.remove()
  notice(why, 0)
}

function aboutPerson(): Omit<Hello, 'theme' | 'opening'> {
  const { spec, locale } = config
  const timeZone = config.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return { spec, locale, timeZone, now: config.now ?? nowIn(timeZone), embed: embedded }
}

function nowIn(timeZone: string): Hello['now'] {
  const parts = new Map(
    clockIn(timeZone)
      .formatToParts(new Date())
      .map((part) => [part.type, part.value]),
  )
  return {
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
    weekStart: weekStart(),
  }
}

function weekStart(): 0 | 1 {
  try {
    const locale = new Intl.Locale(config.locale) as Intl.Locale & {
      getWeekInfo?: () => { firstDay: number }
      weekInfo?: { firstDay: number }
    }
    return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay === 7 ? 0 : 1
  } catch {
    return 1
  }
}

let left = BURST
let at = performance.now()
function allowed(): boolean {
  const now = performance.now()
  left = Math.min(BURST, left + ((now - at) / 1000) * PER_SECOND)
  at = now
  if (left < 1) return false
  left--
  return true
}

async function heard(data: unknown): Promise<void> {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, 'id') || !Object.hasOwn(data, 'call')) return
  const { id, call } = data as { id: unknown; call: unknown }
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return
  tell({ id, reply: await answer(call) })
}

const refusal = (code: string, message: string): Reply => ({ ok: false, error: { code, message } })

async function answer(given: unknown): Promise<Reply> {
  if (!allowed()) return refusal('call-too-often', 'The app asked too often in a short time.')
  const call = plain(given)
  if (!call) return refusal('call-invalid', 'The call is not one there is, or too large.')
  switch (call.do) {
    case 'request':
      return { ok: true, value: { granted: await granted(call.capability) } }
    case 'ask':
      return ask(call)
    case 'notify':
      return notify(call.text)
    case 'download':
      return download(call)
    case 'records':
      return queue.records(call)
    case 'write':
      return Array.isArray(call.writes) && call.writes.length && call.writes.every(isObject)
        ? queue.write(call.writes)
        : refusal('call-invalid', 'There is nothing to write.')
    default:
      return (await send(call)) ?? refusal('offline', 'There is no connection.')
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** As JSON and back: nothing but plain data gets past, and its size is known. */
function plain(given: unknown): Call | null {
  try {
    const text = JSON.stringify(given)
    if (!text || text.length > MOST) return null
    const call = JSON.parse(text) as Call
    return isObject(call) && Object.hasOwn(call, 'do') && CALLS.has(call.do) ? call : null
  } catch {
    return null
  }
}

/** What happened before there was a port: what was read as the page opened may be older. */
const untold: Told[] = []
function tell(told: Told): void {
  if (port) port.postMessage(told)
  else untold.push(told)
}

// ---- What the person allows -----------------------------------------------------------------------------------

const asking = new Map<Capability, Promise<boolean>>()
function granted(capability: Capability): Promise<boolean> {
  const running = asking.get(capability)
  if (running) return running
  const asked = decide(capability).finally(() => asking.delete(capability))
  asking.set(capability, asked)
  return asked
}

async function decide(capability: Capability): Promise<boolean> {
  const known = await send({ do: 'request', capability })
  if (!known?.ok) return false
  const { granted: before, offer } = known.value as Granted
  if (before !== null) return before
  const yes = await prompt(...questionOf(capability, offer))
  const allowedHere =
    yes && capability === 'notifications' && 'Notification' in window ? (await Notification.requestPermission()) === 'granted' : yes
  await send({ do: 'grant', capability, granted: allowedHere })
  return allowedHere
}

function questionOf(capability: Capability, offer: Granted['offer']): [string, ...string[]] {
  const { name } = config.spec
  if (capability !== 'ai') return [words.ask[capability](name)]
  return offer ? words.askModel(name, offer) : [name]
}

/** The person is asked first, once; what stands in the way (no model, a no) is the server's to say. */
async function ask(call: CallOf<'ask'>): Promise<Reply> {
  await granted('ai')
  return (await send(call, PATIENCE_ASKED)) ?? refusal('offline', words.noAnswer)
}

function prompt(question: string, ...told: string[]): Promise<boolean> {
  const dialog = document.getElementById('ask') as HTMLDialogElement
  if (dialog.open) return Promise.resolve(false)
  const lines = [question, ...told].map((line) => {
    const text = document.createElement('p')
    text.textContent = line
    return text
  })
  lines[0]!.id = 'question'
  dialog.setAttribute('aria-labelledby', 'question')
  const row = document.createElement('div')
  return new Promise((resolve) => {
    const button = (label: string, yes: boolean) => {
      const made = document.createElement('button')
      made.textContent = label
      made.className = yes ? 'yes' : 'no'
      made.onclick = () => {
        dialog.close(yes ? 'yes' : 'no')
      }
      return made
    }
    row.append(button(words.no, false), button(words.yes, true))
    dialog.replaceChildren(...lines, row)
    dialog.returnValue = ''
    dialog.onclose = () => resolve(dialog.returnValue === 'yes')
    dialog.showModal()
  })
}

/** Milliseconds between two notifications of an app, and the characters of one. */
const QUIET = 10_000
const MOST_TEXT = 200
let notified = Number.NEGATIVE_INFINITY

async function notify(text: unknown): Promise<Reply> {
  if (typeof text !== 'string') return refusal('call-invalid', 'A notification has text.')
  if (performance.now() - notified < QUIET) return refusal('call-too-often', 'The app notified a moment ago.')
  notified = performance.now()
  const known = await send({ do: 'request', capability: 'notifications' })
  const may =
    known?.ok && (known.value as { granted: boolean | null }).granted && 'Notification' in window && Notification.permission === 'granted'
  if (!may) return refusal('capability-refused', 'Notifications were not allowed.')
  const { spec, app } = config
  new Notification(`${spec.icon} ${spec.name}`, { body: text.slice(0, MOST_TEXT), tag: app })
  return { ok: true, value: null }
}

async function download(call: { name: string; mime: string; text: string }): Promise<Reply> {
  if (typeof call.name !== 'string' || typeof call.mime !== 'string' || typeof call.text !== 'string')
    return refusal('call-invalid', 'A download has a name, a type and text.')
  if (!(await granted('download'))) return refusal('capability-refused', 'Saving files was not allowed.')
  const type = SAFE_TYPES.has(call.mime) ? call.mime : 'text/plain'
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([call.text], { type }))
  link.download = fileName(call.name)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  return { ok: true, value: null }
}

/** A name, never a path, and of a kind that does not run. */
function fileName(name: string): string {
  const safe = name
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '_')
    .replace(/^\.+/, '')
    .slice(0, 80)
  return /\.(csv|txt|json|ics|md)$/i.test(safe) ? safe : `${safe || 'download'}.txt`
}

// ---- Around ---------------------------------------------------------------------------------------------------

let hiding = 0
function notice(text: string, ms: number): void {
  const place = document.getElementById('notice')!
  place.textContent = text
  place.hidden = false
  window.clearTimeout(hiding)
  if (ms) hiding = window.setTimeout(() => (place.hidden = true), ms)
}

const dark = window.matchMedia('(prefers-color-scheme: dark)')
const theme = (): Theme => config.theme ?? (document.documentElement.dataset.theme === 'dark' || dark.matches ? 'dark' : 'light')

function follow(): void {
  dark.addEventListener('change', () => tell({ theme: theme() }))
  window.addEventListener('message', (event) => {
    // Our own page around an embedded app says when its theme changes.
    if (event.origin !== location.origin || event.source !== window.parent || !['light', 'dark'].includes(event.data?.theme)) return
    config.theme = event.data.theme as Theme
    document.documentElement.dataset.theme = config.theme
    tell({ theme: config.theme })
  })
  window.addEventListener('online', () => void queue.drain())
  window.setInterval(() => queue.waiting && void queue.drain(), 5000)
  if (queue.waiting) void queue.drain()
  if (!config.eventsUrl) return
  const events = new EventSource(config.eventsUrl)
  let missed = false
  events.addEventListener('error', () => (missed = true))
  events.addEventListener('open', () => {
    if (missed) void catchUp()
    missed = false
  })
  events.addEventListener('change', (event) => {
    const change = JSON.parse((event as MessageEvent<string>).data) as Change
    if (change.what === 'data') tell({ change })
    else if (change.what === 'removed') leave()
    else location.reload()
  })
}

function leave(): void {
  // The page around an embedded app shows what is there instead.
  if (embedded) stop(words.removed)
  else location.assign('/')
}

/** What changed while nobody could say so: the connection was gone, or the server. */
async function catchUp(): Promise<void> {
  await queue.drain()
  try {
    const response = await fetch(`/api/apps/${config.app}`, { credentials: 'same-origin' })
    if (response.status === 404) return leave()
    const { app } = (await response.json()) as { app: { seq: number; spec: HostConfig['spec'] } }
    if (JSON.stringify(app.spec) !== JSON.stringify(config.spec)) location.reload()
    else tell({ change: { app: config.app as Change['app'], what: 'data', seq: app.seq } })
  } catch {
    // Gone again: the next opening asks once more.
  }
}

function ownStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

start()
follow()
// A check has no changes to follow; inside our own page there is a bar with the same.
if (config.eventsUrl && !embedded) menu({ config, words, notice, ask: prompt })
