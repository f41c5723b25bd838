/**
 * What is done on a yes, by its kind. `publish`: an app of money, health or law that a model wrote is published as it was
 * shown, if nothing changed it meanwhile. `send`: a provider may be sent what is asked from then on, and what waited for
 * it is asked. `grant`: an app may ask a model. `records`: several entries at once are changed, if they are as they were.
 * What a card shows and a person may change of it first is in src/proposals.ts. A decision is always a turn of the
 * conversation (src/turn.ts), whichever door it came in by.
 */
import type { Apps, Publishing } from './apps/apps.ts'
import type { Write } from './apps/types.ts'
import { fail, ok, type Result } from './base/result.ts'
import type { AppId, Card, ConversationId, EventBody, EventId } from './events.ts'
import type { Approval, Approvals } from './governance/approvals.ts'
import { CHOICES, type Decision } from './governance/words.ts'
import type { House } from './house.ts'
import type { Prospect } from './models/models.ts'
import { DOLLAR } from './models/prices.ts'
import { Kept, publishing, seenBy, sending, ToSend, ToWrite, writing } from './proposals.ts'
import type { Language } from './spec.ts'
import type { Db } from './store/types.ts'
import type { Held } from './studio/studio.ts'

type Parts = { apps: Apps; approvals: Approvals }

/** Writes down what a model made, to wait; a new app can be looked at as a draft meanwhile. */
export async function hold({ apps, approvals }: Parts, app: AppId, held: Held): Promise<Result<Approval>> {
  const { conversation, ...kept } = held
  const before = held.version === 0 ? null : await apps.get(app)
  if (before && !before.ok) return before
  if (held.version === 0) {
    const shown = await apps.saveDraft(app, held.spec, held.files)
    if (!shown.ok) return shown
  }
  return approvals.ask({ kind: 'publish', app, conversation, ...publishing(kept, before?.value ?? null) })
}

/** Publishes what waits, and marks it approved, in one transaction. Fails with 'approval-…' or 'app-moved', and then nothing happened. */
export async function publishHeld({ apps, approvals }: Parts, approval: Approval): Promise<Result<EventBody & { type: 'app-published' }>> {
  const { app } = approval
  const read = Kept.safeParse(approval.body)
  if (!app || !read.success) return fail('approval-broken', 'What waited can no longer be read, so nothing was published.')
  const { version, model: _model, checks: _checks, changed: _changed, reasons: _reasons, ...content } = read.data
  const done = await apps.publish(app, content as Publishing, async (tx) => {
    const closed = await approvals.close(tx, approval.id, 'approved', approval.revision)
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

export const cardFor = ({ id, kind, app, what, lines, changes, revision, until }: Approval, language: Language): Card => ({
  card: 'approval',
  approval: id,
  kind,
  what,
  lines,
  changes,
  revision,
  until,
  ...(app && { app }),
  choices: choicesOf(kind, language),
})

export const choicesOf = (kind: Approval['kind'], language: Language) =>
  (['approve', 'later', 'decline'] as const).map((decision: Decision) => ({ decision, label: CHOICES[kind][language][decision] }))

/** Asks whether a model may be asked, where one is set up that nobody was asked about. null: there is nothing to ask. */
export async function askToSend(
  { approvals }: Pick<House, 'approvals'>,
  { provider, model, most }: Prospect,
  about: { request: string; app: AppId; published: boolean; language: Language; conversation: ConversationId },
): Promise<Result<{ approval: Approval; text: string } | null>> {
  const { request, app, published, language, conversation } = about
  const waits = { provider, model, most: Math.max(0.01, Math.ceil((100 * most) / DOLLAR) / 100), request, published }
  const { text, ...content } = sending(waits, language)
  // One question at a time: what was asked before about another app stands until it is answered.
  if ((await approvals.waiting()).some((one) => one.kind === 'send' && ToSend.safeParse(one.body).data?.provider === provider))
    return ok(null)
  const made = await approvals.ask({ kind: 'send', app, conversation, ...content })
  return made.ok ? ok({ approval: made.value, text }) : made
}

/** Several entries of an app at once: written down, to wait. Nothing is written before the yes. */
export async function askToWrite(
  { apps, approvals }: Parts,
  asked: { app: AppId; writes: Write[]; language: Language; locale: string; conversation: ConversationId | null; because?: EventId },
): Promise<Result<{ approval: Approval; text: string }>> {
  const { app, writes, conversation, because, language, locale } = asked
  const data = apps.data(app)
  const found = await apps.get(app)
  if (!found.ok) return found
  const { spec } = found.value
  const seen = await seenBy(data, spec, writes)
  if (!seen.ok) return seen
  const records = { writes, seen: seen.value, language, locale, ...(because && { because }) }
  const { text, ...content } = await writing(data, spec, records)
  const made = await approvals.ask({ kind: 'records', app, conversation, ...content })
  return made.ok ? ok({ approval: made.value, text }) : made
}

/** Writes what waits, and marks it approved, in one transaction; 'record-moved' where an entry is not what it was. */
export async function writeHeld({ apps, approvals }: Parts, approval: Approval): Promise<Result<{ app: AppId; name: string }>> {
  const { app } = approval
  const read = ToWrite.safeParse(approval.body)
  if (!app || !read.success) return fail('approval-broken', 'What waited can no longer be read.')
  const found = await apps.get(app)
  if (!found.ok) return found
  const { writes, seen, because } = read.data
  const left = new Set(read.data.without)
  const kept = writes.filter((_, at) => !left.has(at)) as Write[]
  const done = await apps.data(app).write(kept, 'agent', because as EventId | undefined, {
    seen,
    also: (tx) => approvals.close(tx as Db, approval.id, 'approved', approval.revision),
  })
  return done.ok ? ok({ app, name: found.value.spec.name }) : done
}
