/** The steps of a turn around what waits: asking for a yes, and what a yes, a no or a “later” does. */
import { z } from 'zod'
import { asked, askToSend, cardFor, decided, discard, expire, publishHeld, writeHeld } from './approvals.ts'
import type { Failure, Result } from './base/result.ts'
import { sentence } from './doors/messages.ts'
import { againstSending, applied } from './ethics.ts'
import type { AppId, Card, EventBody } from './events.ts'
import type { Approval } from './governance/approvals.ts'
import { CHOICES, WORDS } from './governance/words.ts'
import { ToSend } from './proposals.ts'
import type { Language } from './spec.ts'
import { type Built, urlOf } from './studio/studio.ts'
import type { Turn } from './turn.ts'

type Reply = { text: string; cards?: Card[]; chips?: string[] }
type Step = AsyncGenerator<EventBody, Reply>

/** What a build takes at most, for the price on the card: tokens in and out. */
const INPUT = 200_000
const OUTPUT = 30_000

/** What is said of an app that waits: what it is, why, and the choices. */
export function waitingReply(approval: Approval, { spec, notices }: Built, language: Language): Reply {
  const { text } = WORDS[language].publish({
    ...spec,
    model: '',
    reasons: reasonsIn(approval),
    keeps: [],
    files: [],
    checks: 0,
    fresh: isFresh(approval),
  })
  return { text: [text, ...notices].join('\n'), cards: [cardFor(approval, language)], chips: chipsOf(approval, language) }
}
const Reasons = z.object({ reasons: z.array(z.string()) })
const reasonsIn = ({ body }: Approval): string[] => Reasons.safeParse(body).data?.reasons ?? []
const isFresh = ({ body }: Approval): boolean => typeof body === 'object' && body !== null && 'version' in body && body.version === 0
const chipsOf = ({ kind }: Approval, language: Language) => [CHOICES[kind][language].approve, CHOICES[kind][language].later]

/**
 * Where a model is set up that nobody was asked about, the person is: once, with what it would do here as the occasion.
 * `fits`: whether it would do more here; asked only where there is one.
 */
export async function* offering(
  turn: Turn,
  reply: Reply,
  { app, published }: { app: AppId; published: boolean },
  fits: () => boolean = () => true,
): Step {
  const { house, message, language } = turn
  if (house.studio.models || house.incognito.has(message.conversation)) return reply
  const task = { what: 'build an app', risks: [], difficulty: 1, language, input: INPUT, output: OUTPUT, failures: 0 }
  const prospect = await house.models.prospect(task)
  const against = prospect ? await againstSending(house, turn.context.locale) : []
  for (const rule of against) yield applied(rule, language)
  if (against.length) return reply
  const about = { request: message.text, app, published, language, conversation: message.conversation }
  const question = prospect && fits() ? await askToSend(house, prospect, about) : null
  // The work is done either way: a question that cannot be kept is asked another time.
  if (!question?.ok || !question.value) return reply
  const { approval, text } = question.value
  yield asked(approval)
  return { ...reply, text: `${reply.text}\n\n${text}`, cards: [...(reply.cards ?? []), cardFor(approval, language)] }
}

type Understood = { approval: Approval['id']; decision: 'approve' | 'decline' | 'later'; revision?: number | undefined }
/** `again` makes what waited for a model: of the app that is there, or anew. */
export type Again = (request: string, app: AppId | null, dollars?: number) => Step

export async function* decide(turn: Turn, { approval: id, decision, revision = 1 }: Understood, again: Again): Step {
  const { house, language } = turn
  const swept = await expire(house)
  if (!swept.ok) return { text: sentence(swept.error, language) }
  const approval = await house.approvals.get(id)
  if (!approval) return { text: sentence({ code: 'approval-unknown', message: 'There is nothing of that id that waits.' }, language) }
  // A yes to what is no longer what was shown is none: it is shown again.
  if (decision === 'approve' && approval.state === 'waiting' && revision !== approval.revision)
    return shown(
      approval,
      sentence({ code: 'approval-edited', message: 'It was edited.', values: { what: approval.what } }, language),
      language,
    )
  switch (approval.kind) {
    case 'publish':
      return yield* publishing(turn, approval, decision)
    case 'send':
      return yield* sending(turn, approval, decision, again)
    case 'grant':
      return yield* granting(turn, approval, decision)
    case 'records':
      return yield* writing(turn, approval, decision)
  }
}

/** The card of what waits, as it is now. */
export const shown = (approval: Approval, text: string, language: Language): Reply => ({
  text,
  cards: [cardFor(approval, language)],
  chips: chipsOf(approval, language),
})

async function* granting({ house, language }: Turn, approval: Approval, decision: Understood['decision']): Step {
  const words = WORDS[language]
  if (decision === 'later') return yield* postponed(approval, words.waits(approval.what), language)
  if (approval.state !== 'waiting') return { text: sentence(over(approval), language) }
  const granted = decision === 'approve'
  const done = await house.asking.answer(approval, granted)
  if (!done.ok) return { text: sentence(done.error, language) }
  yield decided(approval, granted ? 'approved' : 'declined')
  return { text: granted ? words.allowed(done.value.name) : words.refused(done.value.name) }
}

async function* writing({ house, language }: Turn, approval: Approval, decision: Understood['decision']): Step {
  const words = WORDS[language]
  const { app } = approval
  const found = app ? await house.apps.get(app) : null
  const name = found?.ok ? found.value.spec.name : approval.what
  if (decision === 'later') return yield* postponed(approval, words.waits(approval.what), language)
  if (decision === 'approve') {
    const done = await writeHeld(house, approval)
    if (done.ok) {
      yield decided(approval, 'approved')
      return { text: words.written(done.value.name) }
    }
    if (!['record-moved', 'app-unknown', 'approval-broken'].includes(done.error.code)) return { text: sentence(done.error, language) }
  }
  const state = decision === 'approve' ? 'overtaken' : 'declined'
  const closed = await house.store.transaction((tx) => house.approvals.close(tx, approval.id, state))
  if (!closed.ok) return { text: sentence(closed.error, language) }
  yield decided(approval, state)
  return { text: state === 'overtaken' ? words.overtaken(approval.what) : words.left(name) }
}

async function* publishing({ house, language }: Turn, approval: Approval, decision: Understood['decision']): Step {
  const words = WORDS[language]
  if (decision === 'later') return yield* postponed(approval, words.waits(approval.what), language)
  if (decision === 'decline') {
    const fresh = isFresh(approval)
    const done = await discard(house, approval, 'declined')
    if (!done.ok) return { text: sentence(done.error, language) }
    yield decided(approval, 'declined')
    return { text: words.discarded(nameIn(approval), !fresh) }
  }
  const published = await publishHeld(house, approval)
  if (published.ok) {
    yield decided(approval, 'approved')
    yield published.value
    const { app, name, icon } = published.value
    return { text: words.published(name), cards: [{ card: 'app', app, name, icon, url: urlOf(app) }] }
  }
  if (!['app-moved', 'app-unknown', 'approval-broken'].includes(published.error.code)) return { text: sentence(published.error, language) }
  const done = await discard(house, approval, 'overtaken')
  if (!done.ok) return { text: sentence(done.error, language) }
  yield decided(approval, 'overtaken')
  return { text: words.overtaken(approval.what) }
}

async function* postponed(approval: Approval, text: string, language: Language): Step {
  if (approval.state !== 'waiting') return { text: sentence(over(approval), language) }
  yield decided(approval, 'later')
  return { text }
}
const over = ({ state, what }: Approval): Failure => ({
  code: state === 'expired' ? 'approval-expired' : 'approval-decided',
  message: 'That was decided already.',
  values: { what },
})

const nameIn = ({ body, what }: Approval): string => {
  const spec = typeof body === 'object' && body !== null && 'spec' in body ? body.spec : null
  return typeof spec === 'object' && spec !== null && 'name' in spec ? String(spec.name) : what
}

async function* sending({ house, language }: Turn, approval: Approval, decision: Understood['decision'], again: Again): Step {
  const words = WORDS[language]
  const waited = ToSend.safeParse(approval.body)
  if (!waited.success) return { text: sentence({ code: 'approval-unknown', message: 'Nothing of that id waits.' }, language) }
  const { provider, request, published, most } = waited.data
  const word = { approve: 'yes', later: 'later', decline: 'never' } as const
  const closed: Result<unknown> =
    decision === 'later' && approval.state === 'waiting'
      ? { ok: true, value: null }
      : await house.store.transaction((tx) =>
          house.approvals.close(tx, approval.id, decision === 'approve' ? 'approved' : 'declined', approval.revision),
        )
  const said = closed.ok ? await house.models.say(provider, word[decision]) : closed
  if (!said.ok) return { text: sentence(said.error, language) }
  yield decided(approval, decision === 'approve' ? 'approved' : decision === 'later' ? 'later' : 'declined')
  yield { type: 'consent-given', provider, word: word[decision] }
  if (decision !== 'approve') return { text: decision === 'later' ? words.notNow(provider) : words.never(provider) }
  const made = yield* again(request, published ? approval.app : null, most)
  return { ...made, text: `${words.sending(provider)}\n${made.text}` }
}
