/**
 * A server of one's own: llama.cpp, Ollama, LM Studio, or another that speaks the Messages API. All lack: documents,
 * tools of the provider, cache marks (they keep prefixes by themselves). Ollama besides: counting and tool_choice.
 * llama.cpp keeps to the template of its model, which may refuse words of the system in mid-conversation (they are
 * folded for everybody) and needs `--jinja` for tools.
 *
 * An address is only ever asked where the person gave it; FIND is the person's word for the usual ports.
 */
import { FIND } from '../config.ts'
import { normalise, type Traits } from '../normalise.ts'
import type { MessagesRequest } from '../wire.ts'
import { compatible, type Wiring } from './compatible.ts'
import { askJson } from './http.ts'
import type { Call, Provider } from './provider.ts'

const SETTINGS = ['tools', 'temperature', 'top_p', 'top_k', 'stop_sequences']
const TRAITS: Traits = {
  fields: [...SETTINGS, 'tool_choice'],
  images: true,
  documents: false,
  cacheMarks: false,
  ownTools: false,
  thinking: 'none',
}
export type Flavour = 'ollama' | 'llama.cpp' | 'lm-studio' | 'other'
const LACKS: Record<Flavour, { traits: Traits; counts: boolean }> = {
  ollama: { traits: { ...TRAITS, fields: SETTINGS }, counts: false },
  'llama.cpp': { traits: TRAITS, counts: true },
  'lm-studio': { traits: TRAITS, counts: false },
  other: { traits: { ...TRAITS, fields: SETTINGS }, counts: false },
}

export type LocalServer = { flavour: Flavour; url: string; models: string[] }
type Around = Omit<Wiring, 'name' | 'url'>

/** Where each listens unless it is told otherwise. */
const USUAL = ['http://127.0.0.1:11434', 'http://127.0.0.1:8080', 'http://127.0.0.1:1234']

/** Looks at one address; null where nothing answers as a model server does. */
export async function lookAt(url: string, key: string | null, around: Around): Promise<LocalServer | null> {
  const get = (path: string) =>
    askJson({
      ...{ provider: 'local', model: '', body: undefined, key, signal: new AbortController().signal },
      ...around,
      url: new URL(`${url.replace(/\/+$/, '')}${path}`),
      headers: headersFor(key),
      limits: { connect: 1_500, first: 3_000, idle: 3_000, whole: 6_000 },
    })
  const [version, props, studio, listed] = await Promise.all(['/api/version', '/props', '/api/v0/models', '/v1/models'].map(get))
  const models = idsIn(listed)
  if (has(version, 'version')) return { flavour: 'ollama', url, models }
  if (has(props, 'default_generation_settings')) return { flavour: 'llama.cpp', url, models }
  if (has(studio, 'data')) return { flavour: 'lm-studio', url, models }
  return listed === null ? null : { flavour: 'other', url, models }
}

/** What runs on the usual ports of this machine. Only for who asked. */
export async function findLocal(around: Around, ports: readonly string[] = USUAL): Promise<LocalServer[]> {
  const found = await Promise.all(ports.map((url) => lookAt(url, null, around)))
  return found.filter((one) => one !== null)
}

const has = (value: unknown, name: string): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, name)

function idsIn(listed: unknown): string[] {
  const data = has(listed, 'data') ? (listed as { data: unknown }).data : []
  if (!Array.isArray(data)) return []
  return data.flatMap((one: unknown) => {
    const id = has(one, 'id') ? (one as { id: unknown }).id : null
    return typeof id === 'string' || typeof id === 'number' ? [`${id}`.slice(0, 200)] : []
  })
}

const headersFor = (key: string | null): Record<string, string> => (key ? { authorization: `Bearer ${key}` } : {})

/** What it lacks is learned when it is first used, and again after it was away. */
export function local({ name, url, ...around }: Wiring, keyOf: () => string | null): Provider {
  let known: Promise<LocalServer | null> | null = null
  const server = async (): Promise<LocalServer | null> => {
    known ??= url === FIND ? findLocal(around).then(([first]) => first ?? null) : lookAt(url, keyOf(), around)
    const found = await known
    if (!found) known = null
    return found
  }
  const speaking = (found: LocalServer | null) =>
    compatible(
      { name, url: found?.url ?? (url === FIND ? USUAL[0]! : url), ...around },
      { ...LACKS[found?.flavour ?? 'other'], headers: ({ key }: Call) => headersFor(key) },
    )
  /** `local/NAME` is NAME there; `local` alone is what it has loaded, or has first. */
  const idOf = (model: string, found: LocalServer | null) =>
    model === name ? (found?.models[0] ?? name) : model.startsWith(`${name}/`) ? model.slice(name.length + 1) : model
  return {
    name,
    async prepare(request: MessagesRequest) {
      const found = await server()
      return normalise({ ...request, model: idOf(request.model, found) }, name, LACKS[found?.flavour ?? 'other'].traits)
    },
    async *send(request, call) {
      const end = yield* speaking(await server()).send(request, call)
      if (end?.code === 'model-unreachable') known = null
      return end
    },
    async count(request, call) {
      const found = await server()
      return speaking(found).count({ ...request, model: idOf(request.model, found) }, call)
    },
  }
}
