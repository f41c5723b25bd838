/**
 * What is done on a yes, by its kind. `publish`: an app of money, health or law that a model wrote is published as it was
 * shown, if nothing changed it meanwhile. `send`: a provider may be sent what is asked from then on, and what waited for
 * it is asked. A decision is always a turn of the conversation (src/turn.ts), whichever door it came in by.
 */
import { z } from 'zod'
import type { Apps, Publishing } from './apps/apps.ts'
import { fail, ok, type Result } from './base/result.ts'
import type { AppId, Card, ConversationId, EventBody } from './events.ts'
import type { Approval, Approvals } from './governance/approvals.ts'
import { CHOICES, type Decision, WORDS } from './governance/words.ts'
import type { House } from './house.ts'
import type { Prospect } from './models/models.ts'
import { DOLLAR, dollars } from './models/prices.ts'
import { AppFileName, AppSpec, type Language, SpecEdit } from './spec.ts'
import type { Held } from './studio/studio.ts'

/** What is published on a yes; `version` is the one it was made from, 0 for a new app. */
const Kept = z.object({
  version: z.number().int(),
  spec: AppSpec,
  files: z.record(AppFileName, z.string()),
  requests: z.array(z.string()),
  edits: z.array(SpecEdit),
  what: z.string(),
  because: z.string().optional(),
})
/** What is asked of a model on a yes: of the app that was made without it, or anew where none came to be. */
export const ToSend = z.object({ provider: z.string(), model: z.string(), request: z.string(), published: z.boolean() })

type Parts = { apps: Apps; approvals: Approvals }

/** Writes down what a model made, to wait; a new app can be looked at as a draft meanwhile. */
export async function hold({ apps, approvals }: Parts, app: AppId, held: Held): Promise<Result<Approval>> {
  const { version, spec, files, requests, edits, what: made, because, model, reasons, checks, changed, conversation } = held
  if (version === 0) {
    const shown = await apps.saveDraft(app, spec, files)
    if (!shown.ok) return shown
  }
  const keeps = spec.collections.filter(({ hidden }) => !hidden).map(({ label }) => label)
  const { name, risks, language } = spec
  const { what, lines } = WORDS[language].publish({ name, risks, model, reasons, keeps, checks, files: changed, fresh: version === 0 })
  const body = { version, spec, files, requests, edits, what: made, because, reasons }
  return approvals.ask({ kind: 'publish', app, conversation, what, lines, body })
}

/** Publishes what waits, and marks it approved, in one transaction. Fails with 'approval-…' or 'app-moved', and then nothing happened. */
export async function publishHeld({ apps, approvals }: Parts, approval: Approval): Promise<Result<EventBody & { type: 'app-published' }>> {
  const { app } = approval
  const read = Kept.safeParse(approval.body)
  if (!app || !read.success) return fail('approval-broken', 'What waited can no longer be read, so nothing was published.')
  const { version, ...content } = read.data
  const done = await apps.publish(app, content as Publishing, async (tx) => {
    const closed = await approvals.close(tx, approval.id, 'approved')
    if (!closed.ok) return closed
    const row = await tx.selectFrom('apps').select('version').where('id', '=', app).executeTakeFirst()
    return row?.version === version ? ok(undefined) : fail('app-moved', 'The app was changed meanwhile.', { name: content.spec.name })
  })
  if (!done.ok) return done
  const { name, icon } = content.spec
  const { version: made, checkpoint } = done.value
  return ok({ type: 'app-published', app, version: made, checkpoint, name, icon, url: `/apps/${app}`, ms: 0 })
}

/** Nothing is published; a new app that nobody wants goes where removed ones go. */
export async function discard(
  { apps, approvals, store }: Parts & Pick<House, 'store'>,
  approval: Approval,
  state: 'declined' | 'overtaken',
): Promise<Result<void>> {
  const closed = await store.transaction((tx) => approvals.close(tx, approval.id, state))
  return closed.ok ? gone(apps, approval) : closed
}

async function gone(apps: Apps, { app, kind }: Approval): Promise<Result<void>> {
  const draft = app && kind === 'publish' ? await apps.get(app) : null
  return draft?.ok && draft.value.status === 'draft' ? apps.remove(app!) : ok(undefined)
}

/** What waited too long is over, and is said in the journal. */
export async function expire({
  apps,
  approvals,
  store,
  person,
}: Pick<House, 'apps' | 'approvals' | 'store' | 'person'>): Promise<Result<void>> {
  const over = await approvals.sweep()
  if (!over.ok) return over
  for (const approval of over.value) {
    const left = await gone(apps, approval)
    if (!left.ok) return left
    const told = await store.journal.append(decided(approval, 'expired'), { person })
    if (!told.ok) return told
  }
  return ok(undefined)
}

export const decided = (
  { id, kind, app, what }: Approval,
  decision: Extract<EventBody, { type: 'approval-decided' }>['decision'],
): EventBody => ({ type: 'approval-decided', approval: id, kind, what, decision, ...(app && { app }) })

export const asked = ({ id, kind, app, what, until }: Approval): EventBody => ({
  type: 'approval-asked',
  approval: id,
  kind,
  what,
  until,
  ...(app && { app }),
})

export const cardFor = ({ id, kind, app, what, lines, until }: Approval, language: Language): Card => ({
  card: 'approval',
  approval: id,
  kind,
  what,
  lines,
  until,
  ...(app && { app }),
  choices: (['approve', 'later', 'decline'] as const).map((decision: Decision) => ({ decision, label: CHOICES[kind][language][decision] })),
})

/** Asks whether a model may be asked, where one is set up that nobody was asked about. null: there is nothing to ask. */
export async function askToSend(
  { approvals }: Pick<House, 'approvals'>,
  { provider, model, most }: Prospect,
  about: { request: string; app: AppId; published: boolean; language: Language; conversation: ConversationId },
): Promise<Result<{ approval: Approval; text: string } | null>> {
  const { request, app, published, language, conversation } = about
  const { what, text, lines } = WORDS[language].send({
    provider,
    model,
    most: dollars(most / DOLLAR < 0.01 ? most : Math.ceil(most / 1e7) * 1e7),
  })
  // One question at a time: what was asked before about another app stands until it is answered.
  if ((await approvals.waiting()).some((one) => one.kind === 'send' && ToSend.safeParse(one.body).data?.provider === provider))
    return ok(null)
  const made = await approvals.ask({ kind: 'send', app, conversation, what, lines, body: { provider, model, request, published } })
  return made.ok ? ok({ approval: made.value, text }) : made
}
