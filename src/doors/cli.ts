/**
 * The command `macaron`. Every command takes --json and then prints one JSON document. Exit status: 0 done, 1 failed
 * with a reason on standard error, 2 misuse.
 */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { AppState, AppSummary, Checkpoint } from '../apps/types.ts'
import { fail } from '../base/result.ts'
import type { Examined } from '../doctor.ts'
import type { Card, Event, EventOf } from '../events.ts'
import type { Explanation } from '../explain.ts'
import { READERS } from '../explain-views.ts'
import { packageRoot } from '../root.ts'
import { writtenFor } from '../traditional.ts'
import { importable } from '../transfer.ts'
import { adapterCommand } from './cli-adapter.ts'
import { agentCommands } from './cli-agents.ts'
import { approvalCommands } from './cli-approvals.ts'
import { auditCommand } from './cli-audit.ts'
import { backupCommands } from './cli-backup.ts'
import { ethicsCommand } from './cli-ethics.ts'
import { learningCommand } from './cli-learning.ts'
import { embeddingCommands, memoryCommands } from './cli-memory.ts'
import { modelCommands } from './cli-models.ts'
import { Failed, must, type Out, type Over, Shut, writeAll } from './cli-parts.ts'
import { peopleCommands, tokenCommands } from './cli-people.ts'
import { scaleCommand } from './cli-scale.ts'
import { trainingCommand } from './cli-training.ts'
import { type Client, clientOf, runningServer } from './client.ts'
import { languageOf } from './http/refuse.ts'
import { sentence } from './messages.ts'

const homeOf = () => resolve(process.env.MACARON_HOME || join(homedir(), '.macaron'))

const locale = () => Intl.DateTimeFormat().resolvedOptions().locale

/** What is wrong with a file, in the machine's language. */
const about = (code: string, file: string) => new Failed(sentence(fail(code, code, { file }).error, languageOf(locale())))

function exportIn(file: string): object {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw about('file-unreadable', file)
  }
  try {
    const all: unknown = JSON.parse(text)
    if (typeof all === 'object' && all !== null && 'format' in all && all.format === 'open-macaron/1') return all
  } catch {
    // Said below: it is no export either way.
  }
  throw about('file-no-export', file)
}

/** The server that is named, as whoever the token is of. No child of this process gets the token. */
function elsewhere(language: string): Client | null {
  const { MACARON_URL: named, MACARON_TOKEN: token } = process.env
  if (!named && !token) return null
  if (!named || !token || !URL.canParse(named)) throw new Failed('Give both: MACARON_URL, where the server is, and MACARON_TOKEN.')
  const url = named.replace(/\/+$/, '')
  const headers = { authorization: `Bearer ${token}`, 'accept-language': language }
  return clientOf(
    (path, init) => fetch(url + path, init),
    headers,
    async () => {},
    url,
  )
}

async function connect(): Promise<Client> {
  const language = locale()
  const there = elsewhere(language)
  if (there) return there
  const home = homeOf()
  const running = await runningServer(home)
  if (running) {
    const headers = { authorization: `Bearer ${running.token}`, 'accept-language': language }
    return clientOf(
      (path, init) => fetch(running.url + path, init),
      headers,
      async () => {},
      running.url,
    )
  }
  const { openServer } = await import('./serve.ts')
  const opened = await openServer({ home, port: 0, host: '127.0.0.1' })
  if (!opened.ok) throw new Shut(opened.error)
  const server = opened.value
  const headers = { authorization: `Bearer ${server.token}`, 'accept-language': language, host: '127.0.0.1' }
  return clientOf(async (path, init) => server.routes.request(`http://127.0.0.1${path}`, init), headers, server.close)
}

export async function main(argv: string[], write = (text: string) => void process.stdout.write(text)): Promise<number> {
  const wantsJson = argv.includes('--json')
  const out: Out = {
    json: (value) => write(`${JSON.stringify(value, null, 2)}\n`),
    line: (text) => write(`${text}\n`),
    done: (value, words) => (wantsJson ? out.json(value) : out.line(words)),
  }
  /** Runs a command over a client and shows its value: as JSON, or in words. */
  const over = async <T>(work: (client: Client) => Promise<T>, words: (value: T) => void) => {
    const client = await connect()
    try {
      const value = await work(client)
      if (wantsJson) out.json(value)
      else words(value)
    } finally {
      await client.close()
    }
  }
  const program = commands(over, out)
  process.stdout.off('error', endedEarly).on('error', endedEarly)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return typeof process.exitCode === 'number' ? process.exitCode : 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

/** `macaron export | head` closes the pipe before everything is written: that is no failure. */
function endedEarly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}

const version = () => (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version

/** What the page shows beside a reply: an app with its address, an entry with all it says. */
function cardLines(card: Card): string[] {
  if (card.card === 'app') return [`${card.icon} ${card.name}  ${card.url}`]
  if (card.card !== 'record') return []
  const details = card.shown.filter(({ value }) => value !== card.title)
  return [`  ${card.title}`, ...details.map(({ label, value }) => `    ${label}: ${value}`)]
}

/** Every command; `over` runs one over a client. */
export function commands(over: Over, out: Out): Command {
  const program = new Command('macaron')
    .description('A personal agent of your own.')
    .version(version())
    .exitOverride()
    .allowExcessArguments(false)
  const command = (line: string, about: string) =>
    program.command(line).description(about).option('--json', 'print one JSON document').exitOverride().allowExcessArguments(false)

  command('serve', 'start the server and print its address')
    .option('--port <number>', 'default 4820, or PORT', portOf)
    .option('--host <name>', 'default 127.0.0.1, or HOST')
    .action(async (options: { port?: number; host?: string }) => {
      const { serve } = await import('./serve.ts')
      const port = options.port ?? (process.env.PORT ? portOf(process.env.PORT) : 4820)
      const served = await serve({ home: homeOf(), port, host: options.host || process.env.HOST || '127.0.0.1' })
      if (!served.ok) throw new Failed(served.error.message)
    })

  command('say <text>', 'say something, as in the page')
    .option('--app <id>', 'the app that is open')
    .option('--conversation <id>', 'go on with a conversation')
    .option('--incognito', 'nothing is learned, and what was said is forgotten once it is answered')
    .action((text: string, options: { app?: string; conversation?: string; incognito?: boolean }) =>
      over(
        async (client) => {
          const events: Event[] = []
          const opening = options.incognito ? null : await beginning(client, { conversation: options.conversation, calm: true })
          const body = {
            text,
            ...(opening?.conversation && { conversation: opening.conversation }),
            ...(options.app && { open: options.app }),
            ...(options.conversation && { conversation: options.conversation }),
            ...(options.incognito && { incognito: true }),
          }
          for await (const event of client.turn(body)) events.push(event)
          if (options.incognito) must(await client.call(`/api/conversations/${events[0]?.conversation}/leave`, { method: 'POST' }))
          const failed = events.find((e): e is EventOf<'turn-failed'> => e.type === 'turn-failed')
          if (failed) throw new Failed(failed.message)
          const reply = events.findLast((e): e is EventOf<'reply-end'> => e.type === 'reply-end')
          return {
            opening,
            conversation: events[0]?.conversation ?? null,
            text: reply?.text ?? '',
            cards: reply?.cards ?? [],
            chips: reply?.chips ?? [],
            events,
          }
        },
        (said) => {
          if (said.opening) out.line(`${openingLines(said.opening).join('\n')}\n`)
          out.line(said.text)
          for (const line of said.cards.flatMap(cardLines)) out.line(line)
        },
      ),
    )

  command('opening', 'what belongs to this moment: a greeting, what is due today, what was talked about last')
    .option('--why', 'also why each of it is told')
    .action(({ why = false }: { why?: boolean }) =>
      over(
        async (client) => ({ opening: await beginning(client, {}) }),
        ({ opening }) => {
          for (const line of opening ? openingLines(opening, why) : ['–']) out.line(line)
        },
      ),
    )

  for (const [name, value, about] of [
    ['better', 1, 'say that the last reply was good; of an app or an event with its id'],
    ['worse', -1, 'say that the last reply was not good; of an app or an event with its id'],
  ] as const)
    command(`${name} [id]`, about)
      .option('--words <text>', 'why')
      .action((id: string | undefined, { words }: { words?: string }) =>
        over(
          async (client) => rate(client, { id, value, words }),
          ({ said }) => {
            const noted = sentence(fail(`noted-${name}`, name).error, languageOf(locale()))
            out.line([writtenFor(locale())(noted), said && `“${said}”`].filter(Boolean).join(' '))
          },
        ),
      )

  command('apps', 'list the apps').action(() =>
    over(
      async (client) => must<{ apps: AppSummary[] }>(await client.call('/api/apps')),
      ({ apps }) => {
        for (const app of apps) out.line(`${app.id}  ${app.icon} ${app.name}  ${app.line}`)
        if (!apps.length) out.line('No apps yet. Try: macaron say "Track what I spend on coffee"')
      },
    ),
  )

  command('app <id>', 'show an app: its source, versions and data').action((id: string) =>
    over(
      async (client) => {
        const path = `/api/apps/${encodeURIComponent(id)}`
        const { app } = must<{ app: AppState }>(await client.call(path))
        const { checkpoints } = must<{ checkpoints: Checkpoint[] }>(await client.call(`${path}/checkpoints`))
        const data: Record<string, unknown> = {}
        for (const { id: collection } of app.spec.collections)
          data[collection] = must<{ records: unknown }>(await client.call(`${path}/collections/${collection}/records`)).records
        return { ...app, checkpoints, data }
      },
      (app) => {
        out.line(`${app.spec.icon} ${app.spec.name}, version ${app.version}`)
        for (const [name, text] of Object.entries(app.files)) out.line(`\n--- ${name}\n${text}`)
        out.line('\n--- versions')
        for (const point of app.checkpoints) out.line(`${point.current ? '*' : ' '} ${point.at}  ${point.id}  ${point.what}`)
        out.line(`\n--- data\n${JSON.stringify(app.data, null, 2)}`)
      },
    ),
  )

  memoryCommands(command, over, out)
  embeddingCommands(command, over, out, homeOf, () => languageOf(locale()))
  modelCommands(command, over, out, homeOf, () => languageOf(locale()))
  approvalCommands(command, over, out)
  auditCommand(command, over, out, () => languageOf(locale()))
  learningCommand(command, over, out)
  ethicsCommand(command, over, out)
  peopleCommands(command, over, out)
  tokenCommands(command, over, out)
  agentCommands(command, out, homeOf, () => languageOf(locale()))
  command('why <event>', 'why something was done')
    .addOption(new Option('--for <reader>', 'whom it is told to').choices(READERS).default('person'))
    .action((event: string, { for: reader }: { for: string }) =>
      over(
        async (client) => must<Explanation>(await client.call(`/api/why/${encodeURIComponent(event)}?for=${reader}`)),
        (told) => {
          for (const line of [told.because, told.consequence, told.duty, told.character, told.closest?.told]) if (line) out.line(line)
          for (const { rule, version, effect, source } of told.rules ?? []) out.line(`rule ${rule} v${version}: ${effect} (${source})`)
          for (const { intent, sure } of told.readings ?? []) out.line(`reading ${intent}: ${sure}`)
        },
      ),
    )
  for (const [name, about] of [
    ['undo', 'undo the last change of an app (the last used one, if none is named)'],
    ['redo', 'take the last undo back'],
  ] as const)
    command(`${name} [app]`, about).action((app: string | undefined) =>
      over(
        async (client) => {
          const id =
            app ??
            must<{ apps: AppSummary[] }>(await client.call('/api/apps')).apps.toSorted((a, b) => (a.usedAt < b.usedAt ? 1 : -1))[0]?.id
          if (!id) throw new Failed('There is no app yet.')
          return must<{ checkpoint: Checkpoint }>(
            await client.call(`/api/apps/${encodeURIComponent(id)}/${name}`, { method: 'POST', body: {} }),
          )
        },
        ({ checkpoint }) => out.line(checkpoint.what),
      ),
    )
  command('export [file]', 'everything of yours, as one JSON file').action((file: string | undefined) =>
    over(
      async (client) => {
        if (!file) return must<unknown>(await client.call('/api/export'))
        const body = must<ReadableStream<Uint8Array>>(await client.download('/api/export'))
        await writeAll(file, body).catch(() => {
          throw about('file-unwritable', file)
        })
        return { file: resolve(file) }
      },
      (value) => out.line(file ? `Written to ${resolve(file)}.` : JSON.stringify(value, null, 2)),
    ),
  )
  command('import <file>', 'bring in what was exported').action((file: string) =>
    over(
      async (client) =>
        must<{ apps: number; memories: number }>(
          await client.call('/api/import', { method: 'POST', body: importable(exportIn(resolve(file))) }),
        ),
      ({ apps, memories }) => out.line(`Brought in ${apps} apps and ${memories} memories.`),
    ),
  )
  command('doctor', 'is everything in order?').action(async () => {
    const lined = ({ checks }: Examined) => checks.map(({ ok, what, detail }) => `${ok ? 'ok  ' : 'BAD '} ${what}: ${detail}`).join('\n')
    try {
      await over(
        async (client) => {
          const report = must<Examined>(await client.call('/api/doctor'))
          if (!report.healthy) process.exitCode = 1
          return report
        },
        (report) => out.line(lined(report)),
      )
    } catch (error) {
      if (!(error instanceof Shut)) throw error
      const { examineShut } = await import('../doctor.ts')
      const report = await examineShut(homeOf(), error.failure, languageOf(locale()))
      process.exitCode = 1
      out.done(report, lined(report))
    }
  })
  backupCommands(command, over, out, homeOf, () => languageOf(locale()))
  trainingCommand(command, out, homeOf, () => languageOf(locale()))
  scaleCommand(command, out, () => languageOf(locale()))
  adapterCommand(command, out, () => languageOf(locale()))
  command('bench <name> [args...]', 'measure: embedder, gateway, requests, speed, vectors').action(
    async (name: string, args: string[], options: { json?: boolean }) => {
      const { benches } = await import('../../bench/index.ts')
      const bench = new Map(Object.entries(benches)).get(name)
      if (!bench) return program.error(`There is no bench ${name}. There are: ${Object.keys(benches).join(', ')}.`)
      const { table, value } = await bench(args)
      if (options.json) out.json(value)
      else out.line(table)
    },
  )
  return program
}

type Rated = Event & EventOf<'feedback-received'>

/** An id is an app's where there is such an app, else an event's. */
async function rate(client: Client, { id, ...signal }: { id: string | undefined; value: number; words: string | undefined }) {
  const apps = id ? must<{ apps: AppSummary[] }>(await client.call('/api/apps')).apps : []
  const app = apps.find((one) => one.id === id)
  const of = app ? { app: id } : id ? { about: id } : {}
  const feedback = must<Rated>(await client.call('/api/feedback', { method: 'POST', body: { ...signal, ...of } }))
  const { event } = must<Explanation>(await client.call(`/api/why/${feedback.about}`))
  const said = app?.name ?? (event.type === 'reply-end' ? event.text.split('\n')[0]!.slice(0, 80) : '')
  return { feedback, said }
}

type Opening = Event & EventOf<'conversation-opened'>

async function beginning(
  client: Client,
  { conversation, calm }: { conversation?: string | undefined; calm?: boolean },
): Promise<Opening | null> {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const body = { locale, timeZone, ...(conversation && { conversation }), ...(calm && { calm }) }
  return must<{ opening: Opening | null }>(await client.call('/api/openings', { method: 'POST', body })).opening
}

const openingLines = ({ greeting, name, lines }: Opening, why = false): string[] => [
  greeting,
  ...(why && name ? [`  ${name.because}`] : []),
  ...lines.flatMap(({ text, because }) => [`· ${text}`, ...(why ? [`  ${because}`] : [])]),
]

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('a port is a whole number up to 65535')
  return port
}
