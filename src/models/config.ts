/**
 * Which models there are and what they cost: the defaults, over them `models.json` of the home, over that the
 * environment (MACARON_LOCAL_URL). An error names the line of the file that it is in.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import { DEFAULTS } from './defaults.ts'
import { lineOf } from './json-lines.ts'

const Name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'a name is of small letters, digits and hyphens')
const ModelId = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\x21-\x7e]+$/, 'a model id has no spaces')
const Variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, 'not the name of an environment variable')
const Url = z
  .url({ protocol: /^https?$/, error: 'not an http address' })
  .refine((text) => isSafe(text), 'a key would travel in the open: use https, or an address of this machine or network')
const Price = z.number().min(0).max(100_000)

/** `find`: look on the usual ports of this machine. */
export const FIND = 'find'
const Provider = z.strictObject({
  kind: z.enum(['anthropic', 'deepseek', 'local', 'offline']),
  url: z.union([Url, z.literal(FIND)]).nullable(),
  keyFrom: Variable.optional(),
})
const Model = z.strictObject({
  provider: Name,
  input: Price,
  output: Price,
  cacheWrite: Price,
  cacheRead: Price,
  /** Tokens of one answer at most. */
  maxOutput: z.number().int().min(1).optional(),
})
const Budgets = z.strictObject({ day: Price, app: Price, build: Price })
const ms = z.number().int().min(100).max(86_400_000)
const Timeouts = z.strictObject({ connect: ms, first: ms, idle: ms, whole: ms })
const Roles = z.strictObject({ draft: ModelId, refine: ModelId, offline: ModelId })

/** The file: parts of what stands below, each over its default. */
export const ModelsFile = z.strictObject({
  providers: z.record(Name, Provider.partial()).optional(),
  models: z.record(ModelId, Model.partial()).optional(),
  roles: Roles.partial().optional(),
  budgets: Budgets.partial().optional(),
  timeouts: Timeouts.partial().optional(),
})
export type ModelsFile = z.infer<typeof ModelsFile>

const Config = z
  .strictObject({
    providers: z.record(Name, Provider),
    models: z.record(ModelId, Model),
    roles: Roles,
    budgets: Budgets,
    timeouts: Timeouts,
  })
  .superRefine(({ providers, models, roles }, context) => {
    for (const [id, { provider }] of Object.entries(models))
      if (!Object.hasOwn(providers, provider))
        context.addIssue({ code: 'custom', path: ['models', id, 'provider'], message: `there is no provider ${provider}` })
    for (const [role, id] of Object.entries(roles))
      if (!modelNamed({ models, providers }, id))
        context.addIssue({ code: 'custom', path: ['roles', role], message: `there is no model ${id}` })
  })
export type Config = z.infer<typeof Config>
export type ProviderConfig = Config['providers'][string]
export type ModelConfig = Config['models'][string]

/** A model of a server of one's own needs no row: `local/NAME`, or `local` for the one that is loaded. It costs nothing. */
export const FREE = { input: 0, output: 0, cacheWrite: 0, cacheRead: 0 }
export function modelNamed({ models, providers }: Pick<Config, 'models' | 'providers'>, id: string): ModelConfig | null {
  if (Object.hasOwn(models, id)) return models[id]!
  const [name = ''] = id.split('/', 1)
  const kind = Object.hasOwn(providers, name) ? providers[name]!.kind : null
  if (kind === 'local') return { provider: name, ...FREE }
  const offline = id.startsWith('offline-') ? Object.entries(providers).find(([, { kind }]) => kind === 'offline') : undefined
  return offline ? { provider: offline[0], ...FREE } : null
}

/** The addresses that plain http is safe enough for: this machine, and networks that are nobody else's. */
function isSafe(text: string): boolean {
  // Both checks are made of every text; that it is no address is said by the other.
  if (!URL.canParse(text)) return true
  const { protocol, hostname, username, password } = new URL(text)
  if (username || password) return false
  return (
    protocol === 'https:' || /^(?:localhost|\[::1\]|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|[^.]+$|.*\.local$)/.test(hostname)
  )
}

export const MODELS_FILE = 'models.json'

/** 'models-file-invalid' with the file, the line and the problem. */
export function readConfig(home: string, env: NodeJS.ProcessEnv): Result<Config> {
  const file = join(home, MODELS_FILE)
  const text = textOf(file)
  if (text === null) return merged({}, env, file, '')
  const read = jsonIn(text)
  if (!read.ok) return invalid(file, read.error.line, read.error.problem)
  const parsed = ModelsFile.safeParse(read.value)
  if (parsed.success) return merged(parsed.data, env, file, text)
  const [issue] = parsed.error.issues
  return invalid(file, lineOf(text, keyOf(issue!)), `${issue!.path.join('.') || 'the file'}: ${issue!.message}`)
}

/** An unknown key is on its own line, not on that of the object it is in. */
const keyOf = (issue: z.core.$ZodIssue): PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

type Read = { ok: true; value: unknown } | { ok: false; error: { line: number; problem: string } }
function jsonIn(text: string): Read {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    const { message } = error as Error
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    return { ok: false, error: { line: text.slice(0, at).split('\n').length, problem: message } }
  }
}

const invalid = (file: string, line: number, problem: string) =>
  fail('models-file-invalid', `${file}, line ${line}: ${problem}. Put it right, or take the file away.`, { file, line, problem })

function merged(over: ModelsFile, env: NodeJS.ProcessEnv, file: string, text: string): Result<Config> {
  const { local } = DEFAULTS.providers
  const url = env.MACARON_LOCAL_URL?.trim()
  const defaults = { ...DEFAULTS, providers: { ...DEFAULTS.providers, ...(url && { local: { ...local, url } }) } }
  const all = {
    providers: overlaid(defaults.providers, over.providers),
    models: overlaid(defaults.models, over.models),
    roles: { ...defaults.roles, ...over.roles },
    budgets: { ...defaults.budgets, ...over.budgets },
    timeouts: { ...defaults.timeouts, ...over.timeouts },
  }
  const parsed = Config.safeParse(all)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  const path = issue!.path
  const said = `${path.join('.')}: ${issue!.message}`
  if (url && path.join('.') === 'providers.local.url' && !over.providers?.local?.url) return invalid('MACARON_LOCAL_URL', 1, issue!.message)
  return invalid(file, lineOf(text, path), said)
}

const overlaid = (defaults: Record<string, object>, over: Record<string, object> = {}): Record<string, object> => ({
  ...defaults,
  ...Object.fromEntries(Object.entries(over).map(([name, one]) => [name, { ...defaults[name], ...one }])),
})
