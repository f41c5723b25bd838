/** The command of the models: which there are, what they cost, a key for a provider, servers of one's own. */
import { fail } from '../base/result.ts'
import { OWNER } from '../events.ts'
import { readConfig } from '../models/config.ts'
import type { Standing, Word } from '../models/consent.ts'
import { keepKey } from '../models/keys.ts'
import type { Account, Cost } from '../models/ledger.ts'
import type { ModelView, Overview } from '../models/overview.ts'
import type { LocalServer } from '../models/providers/local.ts'
import type { Language } from '../spec.ts'
import { vaultIn } from '../store/vault.ts'
import { Failed, must, type NewCommand, type Out, type Over } from './cli-parts.ts'
import { sentence } from './messages.ts'

type Said = { code: string; message: string } | null
type Listed = Pick<Overview, 'models' | 'budgets'> & {
  providers: { name: string; url: string | null; consent: Standing; missing: Said }[]
  problem: Said
}

const CONSENT: Record<Standing, string> = {
  here: 'on this machine, needs no leave',
  yes: 'may be sent what you ask for',
  later: 'not now',
  never: 'is never sent anything',
  unasked: 'you are asked before anything is sent',
}

const money = (dollars: number) => `$${dollars.toFixed(Math.abs(dollars) >= 0.01 || dollars === 0 ? 2 : 6)}`

export function modelCommands(command: NewCommand, over: Over, out: Out, home: () => string, language: () => Language): void {
  const list = () =>
    over(
      async (client) => must<Listed>(await client.call('/api/models')),
      ({ providers, models, budgets, problem }) => {
        if (problem) out.line(problem.message)
        for (const { name, url, consent, missing } of providers)
          out.line(`${name}  ${url ?? '-'}  ${missing ? missing.message : `ready; ${CONSENT[consent]}`}`)
        out.line('')
        for (const one of models) out.line(modelLine(one))
        out.line(`\nbudgets: ${money(budgets.day)} a day, ${money(budgets.app)} an app, ${money(budgets.build)} a build`)
      },
    )
  const costs = (app: string | undefined) =>
    over(
      async (client) => must<Account>(await client.call(`/api/models/costs${app ? `?app=${encodeURIComponent(app)}` : ''}`)),
      ({ total, today, days, apps, steps, models }) => {
        out.line(
          `${money(total.dollars)} in ${total.requests} requests; with the refine model alone ${money(total.refineOnly)}, saved ${money(total.saved)}`,
        )
        out.line(`today ${money(today.dollars)} of ${money(today.budget)}`)
        for (const [title, rows] of Object.entries({ days, apps, steps, models })) {
          if (rows.length) out.line(`\n--- ${title}`)
          for (const row of rows) out.line(costLine(row))
        }
      },
    )
  const tryOut = (model: string | undefined) =>
    over(
      async (client) =>
        must<{ model: string; ms: number }>(await client.call('/api/models/try', { method: 'POST', body: { ...(model && { model }) } })),
      ({ model, ms }) => out.line(`${model} answers (${ms} ms).`),
    )
  const find = () =>
    over(
      async (client) => must<{ servers: LocalServer[] }>(await client.call('/api/models/find', { method: 'POST' })),
      ({ servers }) => {
        for (const { flavour, url, models } of servers) out.line(`${flavour}  MACARON_LOCAL_URL=${url}  ${models.join(', ')}`)
        if (!servers.length) out.line('No model server runs on the usual ports of this machine.')
      },
    )
  const key = async (provider: string | undefined) => {
    const config = readConfig(home(), process.env)
    if (!config.ok) throw new Failed(sentence(config.error, language()))
    const known = Object.keys(config.value.providers)
    if (!provider || !known.includes(provider))
      throw new Failed(sentence(fail('provider-unknown', 'unknown', { provider: provider ?? '' }).error, language()))
    const vault = vaultIn(home(), OWNER, process.env.MACARON_KEY)
    if (!vault.ok) throw new Failed(sentence(vault.error, language()))
    const kept = keepKey(home(), provider, await standardInput(), vault.value)
    if (!kept.ok) throw new Failed(sentence(kept.error, language()))
    const { file } = kept.value
    out.done(
      { provider, ...kept.value },
      kept.value.kept ? `The key of ${provider} is in ${file}, for you alone to read.` : `${provider} has no key any more.`,
    )
  }

  const consent = (provider: string | undefined, word: Word | null) =>
    over(
      async (client) =>
        must<{ provider: string; consent: Standing }>(
          await client.call(`/api/models/providers/${encodeURIComponent(provider ?? '')}/consent`, {
            method: 'PUT',
            body: { consent: word },
          }),
        ),
      ({ provider, consent }) => out.line(`${provider}: ${CONSENT[consent]}`),
    )

  const budget = (of: string | undefined, amount: string | undefined) => {
    const dollars = Number(amount)
    if (!of || !['day', 'app', 'build'].includes(of) || !amount || !Number.isFinite(dollars) || dollars < 0)
      throw new Failed('Say which budget and how many dollars: budget day|app|build DOLLARS.')
    return over(
      async (client) =>
        must<{ budgets: Overview['budgets'] }>(await client.call('/api/models/budgets', { method: 'PUT', body: { [of]: dollars } })),
      ({ budgets }) => out.line(`budgets: ${money(budgets.day)} a day, ${money(budgets.app)} an app, ${money(budgets.build)} a build`),
    )
  }

  command(
    'models [what] [name] [amount]',
    'which models there are; costs [APP], key PROVIDER (read from standard input, nothing takes it away), try [MODEL] (asks it for one word), find; allow, refuse or ask PROVIDER: whether it may be sent anything; budget day|app|build DOLLARS',
  ).action(async (what: string | undefined, name: string | undefined, amount: string | undefined) => {
    if (what === undefined) return list()
    if (what === 'costs') return costs(name)
    if (what === 'key') return key(name)
    if (what === 'try') return tryOut(name)
    if (what === 'find') return find()
    if (what === 'budget') return budget(name, amount)
    if (what === 'allow') return consent(name, 'yes')
    if (what === 'refuse') return consent(name, 'never')
    if (what === 'ask') return consent(name, null)
    throw new Failed(
      'Say what about the models: nothing, costs [APP], key PROVIDER, try [MODEL], find, budget, or allow, refuse or ask PROVIDER.',
    )
  })
}

const modelLine = ({ model, role, ready, prices: { input, output } }: ModelView) =>
  `${ready ? '*' : ' '} ${model}${role ? `  (${role})` : ''}  $${input} in, $${output} out per million tokens`

const costLine = ({ key, requests, dollars, saved, tokens }: Cost) =>
  `${key || '-'}  ${money(dollars)}  ${requests} requests  ${tokens.input + tokens.cacheRead + tokens.cacheWrite} in, ${tokens.output} out  saved ${money(saved)}`

/** A key that is typed is ended by a new line; one that is piped, by its end. */
async function standardInput(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Paste the key, then press Enter: ')
  let text = ''
  for await (const piece of process.stdin) {
    text += String(piece)
    if (process.stdin.isTTY && text.includes('\n')) break
  }
  return text
}
