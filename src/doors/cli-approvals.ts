/** The commands of what waits for the person's word. */
import type { Approval } from '../governance/approvals.ts'
import { must, type NewCommand, type Out, type Over } from './cli-parts.ts'

type Told = Omit<Approval, 'body'>

export function approvalCommands(command: NewCommand, over: Over, out: Out): void {
  command('approvals', 'what waits for your word').action(() =>
    over(
      async (client) => must<{ approvals: Told[] }>(await client.call('/api/approvals')),
      ({ approvals }) => {
        const waiting = approvals.filter(({ state }) => state === 'waiting')
        for (const { id, what, until, lines } of waiting) {
          out.line(`${id}  ${what}  (until ${until.slice(0, 10)})`)
          for (const line of lines) out.line(`  ${line}`)
        }
        if (!waiting.length) out.line('Nothing waits.')
      },
    ),
  )
  command('decide <id> <word>', 'say approve, decline or later to what waits').action((id: string, word: string) =>
    over(
      async (client) =>
        must<{ approval: Told; text: string }>(
          await client.call(`/api/approvals/${encodeURIComponent(id)}`, { method: 'POST', body: { decision: word } }),
        ),
      ({ text }) => out.line(text),
    ),
  )
}
