/** The commands of who lives in the house, and of sessions and tokens. */
import type { PersonId } from '../events.ts'
import type { Invitation } from '../people/people.ts'
import { SCOPES } from '../people/scopes.ts'
import { Failed, must, type NewCommand, type Out, type Over } from './cli-parts.ts'
import type { Client } from './client.ts'
import type { ToldCredential } from './http/credentials.ts'
import type { PeopleView, ToldPerson } from './http/people.ts'

const day = (at: string | null) => at?.slice(0, 10) ?? '-'

export function peopleCommands(command: NewCommand, over: Over, out: Out): void {
  const list = () =>
    over(
      async (client) => must<PeopleView>(await client.call('/api/people')),
      ({ people, invitations }) => {
        for (const { id, role, name, usedAt, models } of people)
          out.line(`${id}  ${name ?? '-'}  ${role}${role === 'invited' && models ? ', may use the models' : ''}  last here ${day(usedAt)}`)
        for (const { id, label, until } of invitations) out.line(`${id}  ${label || '-'}  invited, until ${day(until)}`)
      },
    )
  const invite = (label: string | undefined, days: string | undefined, person?: PersonId) =>
    over(
      async (client) => {
        const body = { ...(label && { label }), ...(person && { person }), ...(days && { days: Number(days) }) }
        const made = must<{ invitation: Invitation; path: string }>(await client.call('/api/people/invitations', { method: 'POST', body }))
        return { invitation: made.invitation, link: `${client.url ?? ''}${made.path}` }
      },
      ({ invitation, link }) =>
        out.line(`${link}\nOpens once, until ${day(invitation.until)}; whoever has it gets in, so give it to them alone.`),
    )
  const withdraw = (client: Client, id: string) => client.call(`/api/people/invitations/${encodeURIComponent(id)}`, { method: 'DELETE' })
  const remove = (id: string, yes: boolean) =>
    over(
      async (client) => {
        const path = `/api/people/${encodeURIComponent(id)}${yes ? '?confirm=true' : ''}`
        const gone = await client.call(path, { method: 'DELETE' })
        // What is no person may be an invitation that nobody has used.
        if (gone.ok || !(await withdraw(client, id)).ok) return must<{ removed: boolean; person: ToldPerson | null }>(gone)
        return { removed: true, person: null }
      },
      ({ removed, person }) => {
        if (!person) return out.line('The invitation was taken back.')
        const { name } = person
        out.line(
          removed ? `${name} and all that was theirs is gone.` : `${name} and all that is theirs would go for good. To do it, add --yes.`,
        )
      },
    )
  const lend = (id: string, models: boolean) =>
    over(
      async (client) =>
        must<{ person: ToldPerson }>(await client.call(`/api/people/${encodeURIComponent(id)}`, { method: 'PATCH', body: { models } })),
      ({ person: { name, models } }) => out.line(models ? `${name} may use the models of this house.` : `${name} has no models.`),
    )

  command(
    'people [what] [name]',
    'who lives here; invite [NAME] prints a link, again PERSON one for who lost their password, remove PERSON or INVITATION (shown first, done with --yes), lend or keep PERSON: whether they may use the models',
  )
    .option('--days <number>', 'for how long an invitation holds; 7 unless said')
    .option('--yes', 'do it')
    .action((what: string | undefined, name: string | undefined, { days, yes = false }: { days?: string; yes?: boolean }) => {
      if (what === undefined || what === 'list') return list()
      if (what === 'invite') return invite(name, days)
      if (name && what === 'again') return invite(undefined, days, name as PersonId)
      if (name && what === 'remove') return remove(name, yes)
      if (name && (what === 'lend' || what === 'keep')) return lend(name, what === 'lend')
      throw new Failed('Say what about the people: nothing, invite [NAME], or again, remove, lend or keep PERSON.')
    })
}

export function tokenCommands(command: NewCommand, over: Over, out: Out): void {
  const list = () =>
    over(
      async (client) => must<{ credentials: ToldCredential[] }>(await client.call('/api/credentials')),
      ({ credentials }) => {
        for (const { id, kind, name, scopes, until, usedAt } of credentials)
          out.line(`${id}  ${kind}  ${name || '-'}  ${scopes.join(' ')}  last used ${day(usedAt)}, until ${day(until)}`)
        if (!credentials.length) out.line('No sessions and no tokens.')
      },
    )
  const make = (name: string, scopes: string, days: string | undefined) =>
    over(
      async (client) => {
        const body = { name, scopes: scopes.split(','), ...(days && { days: Number(days) }) }
        return must<{ credential: ToldCredential; secret: string }>(await client.call('/api/credentials', { method: 'POST', body }))
      },
      ({ secret }) =>
        out.line(
          `${secret}\nIt is told this once. A program sends it as “Authorization: Bearer TOKEN”; macaron takes it from MACARON_TOKEN.`,
        ),
    )
  const revoke = (id: string) =>
    over(
      async (client) => {
        const path = id === 'all' ? '/api/credentials' : `/api/credentials/${encodeURIComponent(id)}`
        return must<{ ended: number }>(await client.call(path, { method: 'DELETE' }))
      },
      ({ ended }) => out.line(`Ended: ${ended}.`),
    )
  command('token [what] [name]', 'sessions and tokens: list; make NAME; revoke ID, or all for every one')
    .option('--scopes <scopes>', `what a new one may do, with commas: ${SCOPES.join(', ')}`, 'read')
    .option('--days <number>', 'it ends after so many days')
    .action((what: string | undefined, name: string | undefined, { scopes, days }: { scopes: string; days?: string }) => {
      if (what === undefined || what === 'list') return list()
      if (name && what === 'make') return make(name, scopes, days)
      if (name && what === 'revoke') return revoke(name)
      throw new Failed('Say what about the tokens: list, make NAME, or revoke ID.')
    })
}
