/** The frame's side of the bridge: waits for the host's port, then asks over it. The only way out of the frame. */
import type { Result } from '../../base/result.ts'
import type { Capability, Rec } from '../../spec.ts'
import type { Call, Hello, Reply, Theme, Told } from '../host/protocol.ts'
import type { Change, Write, Written } from '../types.ts'

export type { Hello, Theme } from '../host/protocol.ts'

export type Client = {
  hello: Hello
  records(collection: string, options?: { asOf?: number }): Promise<Result<Rec[]>>
  /** All or nothing. Ids make a retry safe: the same id again adds nothing. */
  write(writes: Write[]): Promise<Result<Written>>
  kept(): Promise<Result<Record<string, string>>>
  keep(key: string, value: string | null): Promise<Result<void>>
  onChange(listener: (change: Change) => void): () => void
  onTheme(listener: (theme: Theme) => void): () => void
  /** Asks the person in plain words the first time; false where they said no. */
  request(capability: Capability): Promise<boolean>
  /** Asks a model, where the person allows it; plain text, or why there is none in the app's language. */
  ask(request: string, about?: string): Promise<Result<string>>
  /** Shows it on the device, where the person allowed that. */
  notify(text: string): Promise<Result<void>>
  download(name: string, mime: string, text: string): Promise<Result<void>>
  /** Strings by key, as localStorage has them; also stands in for it on the window. */
  storage: Storage
}

/** How long an answer may take: milliseconds. Prompts wait for the person and have no limit. */
const PATIENCE = 20_000
/** Calls at once; more wait their turn. */
const AT_ONCE = 16

/** Connects once; a second call gets the same client. */
let connected: Promise<Client> | null = null
export function connect(): Promise<Client> {
  connected ??= greet().then(({ hello, port }) => clientOver(hello, port))
  return connected
}

function greet(): Promise<{ hello: Hello; port: MessagePort }> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      const port = event.ports[0]
      if (event.source !== window.parent || event.data?.macaron !== 'hello' || !port) return
      window.removeEventListener('message', listen)
      resolve({ hello: event.data.hello as Hello, port })
    }
    window.addEventListener('message', listen)
    // The host's origin is not known here and the message says nothing.
    window.parent.postMessage({ macaron: 'ready' }, '*')
  })
}

function clientOver(hello: Hello, port: MessagePort): Client {
  const { ask, onChange, onTheme } = talk(port)
  const kept = () => ask({ do: 'kept' }) as Promise<Result<Record<string, string>>>
  const keep = (key: string, value: string | null) => ask({ do: 'keep', key, value }) as Promise<Result<void>>
  const storage = storageOver(new Map(Object.entries(hello.opening.kept)), keep)
  try {
    Object.defineProperty(window, 'localStorage', { value: storage, configurable: true })
  } catch {
    // A browser that does not let it be replaced: the app still has client.storage.
  }
  return {
    hello,
    kept,
    keep,
    onChange,
    onTheme,
    storage,
    records: (collection, options = {}) => ask({ do: 'records', collection, ...options }) as Promise<Result<Rec[]>>,
    write: (writes) => ask({ do: 'write', writes }) as Promise<Result<Written>>,
    async request(capability) {
      const reply = (await ask({ do: 'request', capability }, Number.POSITIVE_INFINITY)) as Result<{ granted: boolean }>
      return reply.ok && reply.value.granted === true
    },
    ask: (request, about) =>
      ask({ do: 'ask', request, ...(about !== undefined && { about }) }, Number.POSITIVE_INFINITY) as Promise<Result<string>>,
    notify: (text) => ask({ do: 'notify', text }) as Promise<Result<void>>,
    download: (name, mime, text) => ask({ do: 'download', name, mime, text }, Number.POSITIVE_INFINITY) as Promise<Result<void>>,
  }
}

function talk(port: MessagePort) {
  const waiting = new Map<number, (reply: Reply) => void>()
  const queue: (() => void)[] = []
  const changes = new Set<(change: Change) => void>()
  const themes = new Set<(theme: Theme) => void>()
  /** Changes since the data was read that nobody has listened for yet. */
  const early: Change[] = []
  let count = 0
  port.onmessage = ({ data }: MessageEvent<Told>) => {
    if ('reply' in data) {
      waiting.get(data.id)?.(data.reply)
      waiting.delete(data.id)
      queue.shift()?.()
    } else if ('change' in data) {
      if (!changes.size) early.push(data.change)
      for (const listener of [...changes]) listener(data.change)
    } else if ('theme' in data) for (const listener of [...themes]) listener(data.theme)
  }
  const ask = (call: Call, patience = PATIENCE): Promise<Reply> =>
    new Promise((resolve) => {
      const send = () => {
        const id = ++count
        waiting.set(id, resolve)
        port.postMessage({ id, call })
        if (Number.isFinite(patience))
          setTimeout(() => {
            if (!waiting.delete(id)) return
            queue.shift()?.()
            resolve({ ok: false, error: { code: 'call-unanswered', message: 'No answer came in time.' } })
          }, patience)
      }
      if (waiting.size < AT_ONCE) send()
      else queue.push(send)
    })
  const listenIn =
    <T>(set: Set<T>) =>
    (listener: T) => {
      set.add(listener)
      return () => void set.delete(listener)
    }
  const onChange = (listener: (change: Change) => void) => {
    for (const change of early.splice(0)) listener(change)
    return listenIn(changes)(listener)
  }
  return { ask, onChange, onTheme: listenIn(themes) }
}

function storageOver(kept: Map<string, string>, keep: (key: string, value: string | null) => Promise<unknown>): Storage {
  return {
    get length() {
      return kept.size
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(String(key)) ?? null,
    setItem(key, value) {
      kept.set(String(key), String(value))
      void keep(String(key), String(value))
    },
    removeItem(key) {
      if (kept.delete(String(key))) void keep(String(key), null)
    },
    clear() {
      for (const key of [...kept.keys()]) this.removeItem(key)
    },
  }
}
