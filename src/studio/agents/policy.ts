/**
 * Whether a call of a tool may run: the one place that says so, asked by the own loop and by the SDK's hooks alike.
 * Covers: which tools there are, that paths stay in the app's folder, what may be written into a file, which hosts may
 * be read, and that no secret leaves. Does not cover: what a command does once it runs; that is the OS sandbox's
 * matter (tools/bash.ts).
 */
import { z } from 'zod'
import type { Folder } from './folder.ts'
import { notItsOwn } from './parts.ts'
import { hasSecret, problemIn } from './scan.ts'
import type { Part } from './types.ts'

export type Decision = { decision: 'allow' } | { decision: 'deny' | 'ask'; why: string }
export type Call = { tool: string; input: unknown }
export type Rules = {
  folder: Folder
  /** Tools that are there, by their plain names. */
  tools: ReadonlySet<string>
  /** Hosts that Fetch may read without asking. */
  hosts: readonly string[]
  /** What must never be written anywhere: the endpoint's token. */
  secrets: readonly string[]
  /** Of the app whose call it is, where the work is shared out. */
  part?: Part | undefined
}

const allow: Decision = { decision: 'allow' }
const deny = (why: string): Decision => ({ decision: 'deny', why })

/** Tools of the harness itself that touch nothing: work handed to a part, its list of things to do, its answer. */
const HARMLESS = new Set(['Agent', 'Task', 'TaskCreate', 'TaskUpdate', 'TaskList', 'TaskGet', 'TodoWrite', 'StructuredOutput'])
/** In-process tools of the SDK carry the name of their server. */
export const plainName = (tool: string): string => tool.replace(/^mcp__studio__/, '')

const FileInput = z.looseObject({ file_path: z.string() })
const WriteInput = FileInput.extend({ content: z.string() })
const EditInput = FileInput.extend({ old_string: z.string(), new_string: z.string(), replace_all: z.boolean().optional() })
const FindInput = z.looseObject({ path: z.string().optional() })
const BashInput = z.looseObject({ command: z.string() })
const FetchInput = z.looseObject({ url: z.string() })

/** A malformed input is allowed here: the tool itself says what is wrong with it, and does nothing. */
export async function judge({ tool, input }: Call, rules: Rules): Promise<Decision> {
  const name = plainName(tool)
  const file = FileInput.safeParse(input)
  const named = file.success ? rules.folder.nameOf(file.data.file_path) : null
  const foreign = rules.part && notItsOwn(rules.part, name, named?.ok ? named.value : null)
  if (foreign) return deny(foreign)
  if (HARMLESS.has(name)) return allow
  if (!rules.tools.has(name)) return deny(`There is no tool ${name.slice(0, 40)}. There are: ${[...rules.tools].join(', ')}.`)
  switch (name) {
    case 'Read':
      return parsed(FileInput, input, async ({ file_path }) => inFolder(file_path, rules))
    case 'Write':
      return parsed(WriteInput, input, ({ file_path, content }) => written(file_path, content, rules))
    case 'Edit':
      return parsed(EditInput, input, (edit) => edited(edit, rules))
    case 'Grep':
    case 'Glob':
      return parsed(FindInput, input, async ({ path }) => folderOrFile(path, rules))
    case 'Bash':
      return parsed(BashInput, input, async ({ command }) => (hasSecret(command, rules.secrets) ? deny(SECRET) : allow))
    case 'Manifest':
      return hasSecret(JSON.stringify(input ?? ''), rules.secrets) ? deny(SECRET) : allow
    case 'Fetch':
      return parsed(FetchInput, input, async ({ url }) => hostOf(url, rules))
    default:
      return allow
  }
}

const SECRET = 'That looks like a key or a password. An app keeps none and asks for none; leave it out.'

async function parsed<T>(schema: z.ZodType<T>, input: unknown, then: (value: T) => Promise<Decision>): Promise<Decision> {
  const value = schema.safeParse(input)
  return value.success ? then(value.data) : allow
}

function inFolder(path: string, { folder }: Rules): Decision {
  const name = folder.nameOf(path)
  return name.ok ? allow : deny(name.error.message)
}

/** To look for something in the whole folder is to look in no file of it. */
function folderOrFile(path: string | undefined, rules: Rules): Decision {
  if (path === undefined || ['', '.', './', rules.folder.root, `${rules.folder.root}/`].includes(path)) return allow
  // A folder in it is named like a file in that folder.
  const as = rules.folder.nameOf(path)
  const within = rules.folder.nameOf(`${path.replace(/\/+$/, '')}/x.ts`)
  return as.ok || within.ok ? allow : deny(as.error.message)
}

async function written(path: string, text: string, rules: Rules): Promise<Decision> {
  const name = rules.folder.nameOf(path)
  if (!name.ok) return deny(name.error.message)
  if (hasSecret(text, rules.secrets)) return deny(SECRET)
  const problem = await problemIn(name.value, text)
  return problem ? deny(problem) : allow
}

/** What an edit makes of a file is judged whole: a tag may be written in two halves. */
async function edited(edit: z.infer<typeof EditInput>, rules: Rules): Promise<Decision> {
  const name = rules.folder.nameOf(edit.file_path)
  if (!name.ok) return deny(name.error.message)
  const text = await rules.folder.read(name.value)
  return text.ok ? written(edit.file_path, replaced(text.value, edit), rules) : allow
}

export const replaced = (text: string, edit: { old_string: string; new_string: string; replace_all?: boolean | undefined }): string =>
  edit.replace_all ? text.split(edit.old_string).join(edit.new_string) : text.replace(edit.old_string, () => edit.new_string)

function hostOf(url: string, { hosts, secrets }: Rules): Decision {
  if (hasSecret(url, secrets)) return deny(SECRET)
  if (!URL.canParse(url)) return deny(`${JSON.stringify(url.slice(0, 80))} is no address.`)
  const { protocol, host, username, password } = new URL(url)
  if (protocol !== 'https:' || username || password) return deny('Only https addresses without a name and password are read.')
  return hosts.includes(host)
    ? allow
    : { decision: 'ask', why: `${host} is not among the hosts that may be read: ${hosts.join(', ') || 'none'}.` }
}
