/** What the SDK is told: what holds for every build, which a process may be started with before its build is known, and what is of one. */
import { join } from 'node:path'
import type { Language } from '../../spec.ts'
import { ABOUT } from './parts.ts'
import { plainName } from './policy.ts'
import { systemPrompt } from './prompt.ts'
import type { Sdk } from './sdk.ts'
import type { Tool } from './tools/tool.ts'
import { type Job, PARTS, type Part } from './types.ts'

/** The SDK's own tools that we let it have; ours come by a server in this process. */
export const OWN = ['Read', 'Write', 'Edit', 'Grep', 'Glob']
const OURS = ['Manifest', 'Check', 'Rewind', 'Memory', 'KitDocs', 'Fetch']
/** What who hands out the parts does alone. */
const WHOLE = ['Check', 'Rewind']

export type Handlers = {
  before(raw: unknown): Promise<unknown>
  after(raw: unknown): Promise<unknown>
  stop(): Promise<unknown>
  call(tool: string, input: unknown): Promise<unknown>
}
export type Described = Pick<Tool, 'name' | 'description' | 'input'>

const oursIn = (tools: readonly Described[]) => tools.filter(({ name }) => OURS.includes(name))
const namesOf = (tools: readonly Described[]) => [...OWN, ...oursIn(tools).map(({ name }) => `mcp__studio__${name}`)]

export type Fixed = {
  sdk: Sdk
  scratch: string
  endpoint: Endpoint
  tools: readonly Described[]
  handlers(): Handlers
  abort: AbortController
  /** Answers of the model at most. */
  turns: number
}
type Endpoint = Pick<Job['endpoint'], 'url' | 'token' | 'window' | 'most'>

export function fixedOptions({ sdk, scratch, endpoint, tools, handlers, abort, turns }: Fixed): Record<string, unknown> {
  const served = oursIn(tools).map((one) => sdk.tool(one.name, one.description, shapeOf(one), (input) => handlers().call(one.name, input)))
  return {
    systemPrompt: systemPrompt({ language: null }, namesOf(tools)),
    tools: [...OWN, 'Agent'],
    permissionMode: 'acceptEdits',
    settingSources: [],
    strictMcpConfig: true,
    mcpServers: { studio: sdk.createSdkMcpServer({ name: 'studio', tools: served }) },
    hooks: {
      PreToolUse: [{ hooks: [(raw: unknown) => handlers().before(raw)] }],
      PostToolUse: [{ hooks: [(raw: unknown) => handlers().after(raw)] }],
      Stop: [{ hooks: [() => handlers().stop()] }],
    },
    canUseTool: async () => ({ behavior: 'deny', message: 'This is not among the tools that may be used.' }),
    maxTurns: turns,
    thinking: { type: 'disabled' },
    enableFileCheckpointing: true,
    extraArgs: { 'replay-user-messages': null },
    abortController: abort,
    env: environment(scratch, endpoint),
    stderr: () => {},
  }
}

/** The folder, the model, and the parts that may work side by side, each with a context and a model of its own. */
export const buildOptions = ({ workspace, endpoint, brief, parts = {} }: Job, tools: readonly Described[]) =>
  placeOptions({ root: workspace.folder.root, model: endpoint.model, parts, language: brief.language }, tools)

export type Place = { root: string; model: string; parts: NonNullable<Job['parts']>; language: Language | null }
export function placeOptions({ root, model, parts, language }: Place, tools: readonly Described[]) {
  const its = namesOf(tools).filter((name) => !WHOLE.includes(plainName(name)))
  const part = (name: Part) => ({
    description: ABOUT[name].description,
    prompt: `${systemPrompt({ language }, its)}\nYou write one part of it: ${ABOUT[name].only}. Others write the rest. The last two paragraphs on Check are not for you.`,
    tools: its,
    ...(parts[name] && { model: parts[name] }),
  })
  return { cwd: root, model, permissionMode: 'acceptEdits', agents: Object.fromEntries(PARTS.map((name) => [name, part(name)])) }
}

/** The SDK takes the fields of a schema, not the schema. */
const shapeOf = (one: Described): unknown => (one.input as unknown as { shape?: unknown }).shape ?? {}

export const WINDOW = 128_000
export const MOST = 16_000

/** All that the child process knows: where to find programs, a home that is nobody's, the endpoint, and to be quiet. */
export const environment = (scratch: string, { url, token, window = WINDOW, most = MOST }: Endpoint): Record<string, string> => ({
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  HOME: scratch,
  TMPDIR: scratch,
  LANG: 'C.UTF-8',
  CLAUDE_CONFIG_DIR: join(scratch, 'config'),
  ANTHROPIC_BASE_URL: url,
  ANTHROPIC_API_KEY: token,
  CLAUDE_CODE_MAX_RETRIES: '2',
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
  DISABLE_TELEMETRY: '1',
  DISABLE_ERROR_REPORTING: '1',
  DISABLE_AUTOUPDATER: '1',
  CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS: '1',
  ENABLE_TOOL_SEARCH: 'false',
  CLAUDE_CODE_ATTRIBUTION_HEADER: '0',
  DISABLE_PROMPT_CACHING: '1',
  CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1',
  CLAUDE_CODE_DISABLE_BUNDLED_SKILLS: '1',
  CLAUDE_CODE_DISABLE_BACKGROUND_TASKS: '1',
  CLAUDE_AGENT_SDK_DISABLE_BUILTIN_AGENTS: '1',
  CLAUDE_CODE_MAX_CONTEXT_TOKENS: String(window),
  CLAUDE_CODE_MAX_OUTPUT_TOKENS: String(most),
  CLAUDE_CODE_MODEL_CAPABILITIES:
    '*=-mid_conv_system,-mid_conv_tool_change,-effort,-adaptive_thinking,-context_management,-tool_loaded_text,-total_tokens_reminder',
})
