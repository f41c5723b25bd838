/**
 * The `offline-*` model: the synthesiser, speaking as a model speaks. It reads the brief out of the conversation, calls
 * the same tools through the same harness, and repairs by the rules of repair.ts; so all of that runs with no key and
 * no network. It keeps nothing: what it says next follows from the conversation alone.
 *
 *   nothing read yet -> Glob, Memory -> Read what is there -> Manifest of what the spec says (or Write, for what is no spec)
 *   -> Check -> a smaller Manifest -> ... -> a sentence; Rewind where the last repair left it worse than before
 */
import { z } from 'zod'
import { applyEdits } from '../../apps/migrate.ts'
import { currencyOf } from '../../base/language/currency.ts'
import { read } from '../../base/language/read.ts'
import { AppId, Finding } from '../../events.ts'
import type { AnswerBlock, ContentBlock, MessagesRequest, ToolUseBlock } from '../../models/wire.ts'
import { type AppFiles, AppSpec, Language } from '../../spec.ts'
import { readEdits } from '../edit.ts'
import { repair } from '../repair.ts'
import { synthesise } from '../synthesise.ts'
import { write } from '../write.ts'

const Told = z.object({
  app: AppId,
  kind: z.enum(['build', 'change']),
  language: Language,
  requests: z.array(z.string().max(20_000)).min(1).max(200),
  now: z.object({ date: z.string(), time: z.string(), weekStart: z.union([z.literal(0), z.literal(1)]) }),
  locale: z.string().max(35),
  currency: z.string().max(3),
})
type Told = z.infer<typeof Told>

/** From a request to what the model says; the gateway gives it the rest of a message: id, usage, stream. */
export async function offlineModel(request: MessagesRequest): Promise<{ content: AnswerBlock[] }> {
  const told = briefIn(request)
  if (!told) return { content: [{ type: 'text', text: 'There is no brief to build from.' }] }
  return { content: nextOf(told, doneIn(request), request) }
}

const textsIn = ({ messages }: MessagesRequest): string[] =>
  messages.flatMap(({ role, content }) =>
    role !== 'user'
      ? []
      : typeof content === 'string'
        ? [content]
        : content.flatMap((block) => (block.type === 'text' ? [block.text] : [])),
  )

function briefIn(request: MessagesRequest): Told | null {
  for (const text of textsIn(request)) {
    const start = text.indexOf('<brief>')
    const end = text.indexOf('</brief>', start)
    if (start < 0 || end < 0) continue
    try {
      const parsed = Told.safeParse(JSON.parse(text.slice(start + 7, end)))
      if (parsed.success) return parsed.data
    } catch {}
  }
  return null
}

type Done = { use: ToolUseBlock; answer: string; failed: boolean }

/** What was called so far and what came of it, in order. */
function doneIn({ messages }: MessagesRequest): Done[] {
  const blocks = messages.flatMap(({ content }): ContentBlock[] => (typeof content === 'string' ? [] : content))
  return blocks.flatMap((block): Done[] => {
    if (block.type !== 'tool_result') return []
    const use = blocks.find((one): one is ToolUseBlock => one.type === 'tool_use' && one.id === block.tool_use_id)
    const { content = '' } = block
    const answer = typeof content === 'string' ? content : content.map((one) => (one.type === 'text' ? one.text : '')).join('')
    return use ? [{ use, answer, failed: block.is_error === true }] : []
  })
}

const plain = (name: string): string => name.replace(/^mcp__\w+?__/, '')
const called = (done: Done[], name: string): Done[] => done.filter(({ use }) => plain(use.name) === name)

function nextOf(told: Told, done: Done[], request: MessagesRequest): AnswerBlock[] {
  let count = done.length
  const use = (name: string, input: Record<string, unknown>): AnswerBlock => ({
    type: 'tool_use',
    id: `toolu_offline_${++count}`,
    name: request.tools?.find((tool) => plain(tool.name) === name)?.name ?? name,
    input,
  })
  const say = (text: string): AnswerBlock[] => [{ type: 'text', text }]
  const has = (name: string) => request.tools?.some((tool) => plain(tool.name) === name) === true
  if (!done.length)
    return [
      use('Glob', { pattern: '**/*' }),
      ...(has('Memory') ? [use('Memory', { command: 'search', query: told.requests.at(-1)!.slice(0, 400) })] : []),
    ]
  const there =
    called(done, 'Glob')[0]
      ?.answer.split('\n')
      .filter((line) => /\.\w+$/.test(line)) ?? []
  const seen = called(done, 'Read')
  if (there.length && !seen.length) return there.map((file_path) => use('Read', { file_path }))

  const files = new Map(seen.map(({ use, answer }) => [baseOf(String(use.input.file_path)), unnumbered(answer)]))
  for (const { use, failed } of called(done, 'Write'))
    if (!failed) files.set(baseOf(String(use.input.file_path)), String(use.input.content))
  // The rest is written from it.
  for (const { use, failed } of called(done, 'Manifest')) {
    const spec = AppSpec.safeParse(use.input.manifest)
    if (!failed && spec.success)
      for (const [name, text] of Object.entries(write(spec.data, { id: told.app, requests: told.requests }))) files.set(name, text)
  }
  const checks = called(done, 'Check')
  const last = done.at(-1)!
  if (plain(last.use.name) === 'Check') {
    if (!last.answer.startsWith('Failed')) return say(last.failed ? 'The app could not be checked.' : 'It is made and passed its check.')
    const spec = specIn(files.get('app.json'))
    const repaired = spec && !spec.code ? repair(spec, findingsIn(last.answer), checks.length) : null
    if (repaired) return putting(write(repaired.spec, { id: told.app, requests: told.requests }), files)
    // What stood before the work is better than what cannot be repaired.
    return has('Rewind') && told.kind === 'change' ? [use('Rewind', { to: 'start' })] : say('I know no way to repair this.')
  }
  if (plain(last.use.name) === 'Rewind') return say('I know no way to repair this; it is as it was.')
  if (plain(last.use.name) === 'Manifest') return last.failed ? say('The app could not be written.') : [use('Check', {})]
  if (plain(last.use.name) === 'Write') return last.failed ? say('The app could not be written.') : [use('Check', {})]
  const wanted = wantedFiles(told, specIn(files.get('app.json')))
  return wanted ? putting(wanted, files) : say('I know no way to do this.')

  function putting(wanted: AppFiles, files: ReadonlyMap<string, string>): AnswerBlock[] {
    const differing = Object.entries(wanted).filter(([name, text]) => files.get(name)?.trimEnd() !== text.trimEnd())
    const spec = specIn(wanted['app.json'])
    if (differing.length && spec && has('Manifest')) return [use('Manifest', { manifest: { ...spec } })]
    return differing.length ? differing.map(([file_path, content]) => use('Write', { file_path, content })) : [use('Check', {})]
  }
}

/** The files of the app that was asked for; null where the words give none. */
function wantedFiles(told: Told, standing: AppSpec | null): AppFiles | null {
  const { app, kind, language, requests, now, locale } = told
  const currency = told.currency || currencyOf(locale)
  const reading = read(requests.at(-1)!, { now, language, currency })
  if (kind === 'build')
    return write(synthesise(reading, { now, locale, currency, before: requests.slice(0, -1) }).spec, { id: app, requests })
  const edits = standing && readEdits(reading, standing, { now, locale, currency })
  if (!standing || !edits?.ok || !edits.value.edits.length || standing.code) return null
  const applied = applyEdits(standing, edits.value.edits)
  return applied.ok ? write(applied.value.spec, { id: app, requests }) : null
}

const specIn = (text: string | undefined): AppSpec | null => {
  try {
    const parsed = AppSpec.safeParse(JSON.parse(text ?? ''))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

const baseOf = (path: string): string => path.replace(/^.*\/(?=app\.|logic\.|request\.)/, '')
/** A file as it is, from what Read shows of it. */
const unnumbered = (text: string): string => text.replace(/^ *\d+[\t→]/gm, '')

/** The findings that Check told, as it told them. */
const findingsIn = (report: string): Finding[] =>
  [...report.matchAll(/^- \[(\w+)\] ?(?:([\w.-]+(?::\d+)?):)? ?(.*)$/gm)].flatMap(([, check, where, message]) => {
    const finding = Finding.safeParse({ check, message, ...(where && { where }) })
    return finding.success ? [finding.data] : []
  })
