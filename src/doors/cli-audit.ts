/** The command of the audit: what happened, whether the record is whole, and the record as a file for others to check. */
import { createReadStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Argument } from 'commander'
import type { Event } from '../events.ts'
import type { Account } from '../governance/audit/account.ts'
import { verifyFile } from '../governance/audit/file.ts'
import type { Language } from '../spec.ts'
import type { Verdict } from '../store/chain.ts'
import { Failed, must, type NewCommand, type Out, type Over, writeAll } from './cli-parts.ts'
import type { AuditPage, Verified } from './http/audit.ts'
import { sentence } from './messages.ts'

const WORDS = ['list', 'turn', 'verify', 'export'] as const
type Word = (typeof WORDS)[number]
type Options = { after?: string; limit?: string; witness?: string }

export function auditCommand(command: NewCommand, over: Over, out: Out, language: () => Language): void {
  const list = ({ after, limit = '100' }: Options) =>
    over(
      async (client) => {
        const query = new URLSearchParams({ limit, ...(after && { after }) })
        return must<AuditPage>(await client.call(`/api/audit?${query}`))
      },
      ({ chain, events, next }) => {
        const said = new Map(events.map((event) => [event.id as string, doneWith(event)]))
        for (const { n, at, type, id, turn, forgotten } of chain)
          out.line(`${n}  ${at}  ${type}${forgotten ? '  (forgotten)' : ''}  ${turn ?? said.get(id) ?? ''}`)
        if (next) out.line(`More: macaron audit --after ${next}`)
      },
    )
  const turn = (id: string) =>
    over(
      async (client) => must<Account>(await client.call(`/api/audit/turns/${encodeURIComponent(id)}`)),
      (account) => {
        for (const line of linesOf(account)) out.line(line)
      },
    )
  const exported = (file: string | undefined) =>
    over(
      async (client) => {
        const body = must<ReadableStream<Uint8Array>>(await client.download('/api/audit/export'))
        if (!file) throw new Failed('Name a file to write to: macaron audit export FILE')
        await writeAll(file, body)
        return { file: resolve(file), ...must<Verdict>(await verifyFile(createReadStream(file))) }
      },
      ({ file: written, events, head }) =>
        out.line(`Written to ${written}: ${events} places, head ${head}. Anybody can check it: macaron audit verify ${file}`),
    )
  const verified = ({ witness }: Options) =>
    over(
      async (client) => {
        const seen = witness ? await inFile(witness, language()) : null
        const query = seen ? `?${new URLSearchParams({ n: String(seen.events), hash: seen.head })}` : ''
        const found = must<Verified>(await client.call(`/api/audit/verify${query}`))
        if (!found.intact || found.witnessed === false) process.exitCode = 1
        return found
      },
      (found) => {
        if (!found.intact) out.line(found.message)
        else if (found.witnessed === false)
          out.line('The record is whole in itself, but it is not the one that the file was exported from.')
        else out.line(`${found.events} places, unbroken; ${found.forgotten} forgotten. Head ${found.head}`)
      },
    )

  command('audit', 'what happened: list, turn ID, verify [FILE], export FILE')
    .addArgument(new Argument('[what]').choices(WORDS).default('list'))
    .argument('[of]', 'the id of a turn, or a file')
    .option('--after <event>', 'list: what comes after it')
    .option('--limit <number>', 'list: at most so many, 100 unless given')
    .option('--witness <file>', 'verify: that the record is the one which this file was once exported from')
    .action(async (what: Word, of: string | undefined, options: Options) => {
      if (what === 'list') return list(options)
      if (what === 'export') return exported(of)
      if (what === 'turn') return turn(of ?? '')
      if (!of) return verified(options)
      const found = await inFile(of, language())
      out.done({ intact: true, ...found }, `${found.events} places, unbroken; ${found.forgotten} forgotten. Head ${found.head}`)
    })
}

/** Of the file alone: no server is asked and no home opened. */
async function inFile(file: string, language: Language) {
  if (!existsSync(file)) throw new Failed(sentence({ code: 'file-unreadable', message: '', values: { file } }, language))
  const found = await verifyFile(createReadStream(file))
  if (!found.ok) throw new Failed(sentence(found.error, language))
  return found.value
}

/** Of what is of no turn: who it was about, or which way in. */
function doneWith(event: Event): string {
  if (event.type === 'person-changed') return `${event.change} ${event.name}`
  if (event.type === 'credential-changed')
    return [event.change, event.kind, event.name, event.by === 'owner' && 'by the owner'].filter(Boolean).join(' ')
  return event.type === 'sign-in-limited' ? `from ${event.address}` : ''
}

function linesOf({ request, at, memories, module, models, cost, checks, rules, approvals, came }: Account): string[] {
  return [
    `${at}  request ${request ?? '(forgotten)'}`,
    ...(module ? [`module    ${module.module}/${module.option}  by ${module.policy}  ${module.event}`] : []),
    ...memories.map(({ event, items, stop }) => `memories  ${items.map(({ memory }) => memory).join(' ') || 'none'} (${stop})  ${event}`),
    ...models.map(({ event, model, refine, reason }) => `model     ${model}${refine ? ` then ${refine}` : ''} (${reason})  ${event}`),
    ...(cost ? [`cost      $${(cost.cost / 1e9).toFixed(6)} in ${cost.requests} requests  ${cost.event}`] : []),
    ...checks.map(
      ({ event, passed, tried, findings }) => `check     ${passed ? 'passed' : 'failed'}, ${tried} tried, ${findings} found  ${event}`,
    ),
    ...rules.map(({ event, rule, version, effect, source }) => `rule      ${rule} v${version}: ${effect} (${source})  ${event}`),
    ...approvals.map(({ event, approval, decision }) => `approval  ${decision} ${approval ?? ''}  ${event}`),
    ...came.map(({ event, type }) => `came      ${type}  ${event}`),
  ]
}
