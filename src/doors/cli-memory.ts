/** The commands of the memory: seen, searched, put right, pinned, forgotten. */
import { EmbedderSetting, installEncoder } from '../embeddings.ts'
import type { Embedding } from '../memory/memory.ts'
import type { Remembered } from '../memory/types.ts'
import type { Language } from '../spec.ts'
import { Failed, must, type NewCommand, type Out, type Over } from './cli-parts.ts'
import type { Client } from './client.ts'
import { sentence } from './messages.ts'

type Memories = { memories: Remembered[] }
type Forgetting = { about?: string; everything?: boolean; yes?: boolean }
type Forgotten = { forgotten: unknown } & Partial<Memories & { memories: Remembered[] | number; apps: number; events: number }>

export function memoryCommands(command: NewCommand, over: Over, out: Out): void {
  const lineOf = ({ id, at, text, item }: Remembered) => {
    const marks = [item?.pinned && 'pinned', item?.retired && `until ${item.retired.slice(0, 10)}`].filter(Boolean)
    out.line(`${id}  ${at.slice(0, 10)}  ${text}${marks.length ? `  (${marks.join(', ')})` : ''}`)
  }
  const list = ({ memories }: Memories) => memories.forEach(lineOf)
  const change = (id: string, body: object) => (client: Client) =>
    client.call(`/api/memories/${encodeURIComponent(id)}`, { method: 'PATCH', body }).then((done) => must<{ memory: Remembered }>(done))

  command('recall <text>', 'what is remembered about something').action((text: string) =>
    over(async (client) => must<Memories>(await client.call(`/api/memories?about=${encodeURIComponent(text)}`)), list),
  )
  command('memories', 'everything that is remembered')
    .option('--retired', 'also what held once')
    .action((options: { retired?: boolean }) =>
      over(async (client) => must<Memories>(await client.call(`/api/memories${options.retired ? '?retired=true' : ''}`)), list),
    )
  command('correct <id> <text>', 'put a memory right').action((id: string, text: string) =>
    over(change(id, { text }), ({ memory }) => lineOf(memory)),
  )
  command('pin <id>', 'keep a memory at hand, whatever its age').action((id: string) =>
    over(change(id, { pinned: true }), ({ memory }) => lineOf(memory)),
  )
  command('forget [id]', 'forget a memory, everything about something, or everything there is')
    .option('--about <text>', 'everything about this; shown first, forgotten with --yes')
    .option('--everything', 'memories, conversations, apps and settings; with --yes')
    .option('--yes', 'do not only show it')
    .action((id: string | undefined, options: Forgetting) =>
      over(
        async (client) => must<Forgotten>(await client.call(forgettable(id, options), { method: 'DELETE' })),
        (answer) => {
          if (Array.isArray(answer.memories)) answer.memories.forEach(lineOf)
          else if (answer.apps !== undefined) out.line(`${answer.memories} memories, ${answer.apps} apps, ${answer.events} events`)
          const nothing = Array.isArray(answer.memories) && !answer.memories.length
          out.line(
            answer.forgotten ? 'Forgotten.' : nothing ? 'Nothing fits.' : 'Nothing is forgotten yet: add --yes to forget it for good.',
          )
        },
      ),
    )
}

type Embeddings = { setting: EmbedderSetting; embedding: Embedding }
type Choosing = { url?: string; model?: string; keyFrom?: string }

export function embeddingCommands(command: NewCommand, over: Over, out: Out, home: () => string, language: () => Language): void {
  const show = ({ setting, embedding }: Embeddings) => {
    out.line(setting.use === 'http' ? `${setting.model} at ${setting.url}` : setting.use)
    if (embedding?.failure) out.line(embedding.failure.message)
    if (embedding && !embedding.ready) out.line(`${embedding.left} memories are still to be embedded; search goes on as before meanwhile.`)
  }
  command(
    'embeddings [what]',
    'which embedder finds by meaning: builtin, e5-small, http (with --url and --model); install fetches e5-small',
  )
    .option('--url <address>', 'of an endpoint that answers POST {model, input} with {data: [{embedding}]}')
    .option('--model <name>', 'as the endpoint names it')
    .option('--key-from <variable>', 'the environment variable of the server that holds the key')
    .action(async (what: string | undefined, options: Choosing) => {
      if (what === 'install') {
        const installed = await installEncoder(home(), (file) => void process.stderr.write(`${file}\n`))
        if (!installed.ok) throw new Failed(sentence(installed.error, language()))
      }
      const body = what === undefined ? null : settingOf(what, options)
      await over(async (client) => must<Embeddings>(await client.call('/api/embeddings', body ? { method: 'PUT', body } : undefined)), show)
    })
}

function settingOf(what: string, { url, model, keyFrom }: Choosing): EmbedderSetting {
  const wanted = { use: what === 'install' ? 'e5-small' : what, ...(url && { url }), ...(model && { model }), ...(keyFrom && { keyFrom }) }
  const setting = EmbedderSetting.safeParse(wanted)
  if (!setting.success) throw new Failed('Say which embedder: builtin, e5-small, install, or http with --url ADDRESS and --model NAME.')
  return setting.data
}

/** Where to ask for what is to be forgotten; exactly one of the three ways to say what. */
function forgettable(id: string | undefined, { about, everything, yes }: Forgetting): string {
  if ([id, about, everything].filter((each) => each !== undefined).length !== 1)
    throw new Failed('Say what to forget: an id, --about TEXT, or --everything.')
  if (id !== undefined) return `/api/memories/${encodeURIComponent(id)}`
  const confirm = yes ? 'confirm=true' : ''
  return about === undefined ? `/api/account?${confirm}` : `/api/memories?about=${encodeURIComponent(about)}&${confirm}`
}
