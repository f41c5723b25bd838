/** The commands of what waits for the person's word. */
import type { Approval } from '../governance/approvals.ts'
import type { Editable, Edits } from '../governance/changes.ts'
import { must, type NewCommand, type Out, type Over } from './cli-parts.ts'

type Told = Omit<Approval, 'body'>

export function approvalCommands(command: NewCommand, over: Over, out: Out): void {
  command('approvals', 'what waits for your word').action(() =>
    over(
      async (client) => must<{ approvals: Told[] }>(await client.call('/api/approvals')),
      ({ approvals }) => {
        const waiting = approvals.filter(({ state }) => state === 'waiting')
        for (const one of waiting) show(one, out)
        if (!waiting.length) out.line('Nothing waits.')
      },
    ),
  )
  command('decide <id> <word>', 'say approve, decline or later to what waits')
    .option('--revision <n>', 'the one you looked at, where it was edited')
    .action((id: string, word: string, { revision }: { revision?: string }) =>
      over(
        async (client) => {
          const body = { decision: word, ...(revision !== undefined && { revision: Number(revision) }) }
          return must<{ approval: Told; text: string }>(await client.call(pathOf(id), { method: 'POST', body }))
        },
        ({ text }) => out.line(text),
      ),
    )
  command('amend <id> <changes...>', 'change what waits before you approve it, such as: amend ID most=0.5').action(
    (id: string, changes: string[]) =>
      over(
        async (client) => {
          const { approvals } = must<{ approvals: Told[] }>(await client.call('/api/approvals'))
          const there = approvals.find((one) => one.id === id)
          const body = { revision: there?.revision ?? 1, edits: editsIn(changes, there?.fields ?? []) }
          return must<{ approval: Told }>(await client.call(pathOf(id), { method: 'PATCH', body }))
        },
        ({ approval }) => show(approval, out),
      ),
  )
}

const pathOf = (id: string) => `/api/approvals/${encodeURIComponent(id)}`

/** What a yes does, before and after, and what can be changed first with `amend`. */
function show({ id, what, until, lines, changes, fields, revision }: Told, out: Out) {
  out.line(`${id}  ${what}  (until ${until.slice(0, 10)})${revision > 1 ? `  revision ${revision}` : ''}`)
  for (const line of lines) out.line(`  ${line}`)
  for (const { what, before, after } of changes) out.line(`  ${what}: ${before ?? '-'} -> ${after ?? '-'}`)
  for (const { id, label, value } of fields) out.line(`  ${id}=${value}  (${label})`)
}

/** `name=value`, as its field wants it; what fits none is for the server to refuse. */
function editsIn(changes: readonly string[], fields: readonly Editable[]): Edits {
  return Object.fromEntries(
    changes.map((change) => {
      const [, id = change, value = ''] = /^([^=]+)=(.*)$/s.exec(change) ?? []
      const kind = fields.find((one) => one.id === id)?.kind
      if (kind === 'amount' && value.trim() && Number.isFinite(Number(value))) return [id, Number(value)]
      return [id, kind === 'switch' && /^(?:true|false|yes|no)$/i.test(value) ? /^(?:true|yes)$/i.test(value) : value]
    }),
  )
}
