/** Events as lines a person reads. Pure. */
import type { Event } from '../../src/events.ts'
import { intentOf } from './turn.ts'
import type { Told, Words } from './words/types.ts'

type Untold = 'code-start' | 'code-delta' | 'reply-start' | 'reply-delta'
const UNTOLD: ReadonlySet<string> = new Set<Untold>(['code-start', 'code-delta', 'reply-start', 'reply-delta'])

export type ToldEvent = Extract<Event, { type: Told }>
export const isTold = (event: Event): event is ToldEvent => !UNTOLD.has(event.type)

/** What the event is about, in the words it was recorded with. `nameOf` names an app. */
export function detailOf(
  event: ToldEvent,
  nameOf: (app: string) => string,
  { intents, memory, insights, app: { version }, activity }: Words,
): string {
  const { decisions, capabilities, grants, consents, people, credentials, ways, byOwner, from } = activity
  switch (event.type) {
    case 'message-received':
    case 'memory-stored':
    case 'reply-end':
      return event.text
    case 'module-chosen':
      return intents[intentOf(event)] ?? intentOf(event)
    case 'memory-recalled':
      return event.items.map((item) => item.text).join(' · ')
    case 'conversation-opened':
      return [event.greeting, ...event.lines.map(({ text }) => text)].join(' · ')
    case 'memory-changed':
      return memory.changes[event.change]
    case 'memory-forgotten':
      return ''
    case 'events-forgotten':
      return String(event.count)
    case 'cost-settled':
      return `$${(event.cost / 1e9).toFixed(4)}`
    case 'rule-applied':
      return event.because
    case 'spec-proposed':
      return event.spec.name
    case 'model-routed':
      return event.refine ? `${event.model} → ${event.refine}` : event.model
    case 'consent-given':
      return `${event.provider} · ${consents[event.word]}`
    case 'plan-made':
      return event.steps.join(' → ')
    case 'code-end':
      return event.file
    case 'check-finished':
      return `${nameOf(event.app)} · ${event.tried.filter((tried) => tried.ok).length}/${event.tried.length}`
    case 'repair-made':
    case 'checkpoint-restored':
      return `${nameOf(event.app)} · ${event.what}`
    case 'approval-asked':
    case 'approval-edited':
      return event.what
    case 'approval-decided':
      return `${event.what} · ${decisions[event.decision]}`
    case 'grant-changed':
      return `${nameOf(event.app)} · ${capabilities[event.capability]} · ${event.granted ? grants.yes : grants.no}`
    case 'model-asked':
      return `${nameOf(event.app)} · ${event.model}`
    case 'app-published':
      return `${event.icon} ${event.name} · ${version(event.version)}`
    case 'app-withheld':
      return [nameOf(event.app), ...event.findings.map((finding) => finding.message)].join(' · ')
    case 'frame-ready':
    case 'app-removed':
    case 'record-logged':
    case 'app-used':
      return nameOf(event.app)
    case 'answer-found':
      return `${nameOf(event.app)} · ${event.answer.shown}`
    case 'turn-failed':
      return event.message
    case 'feedback-received':
      return event.value > 0 ? '+' : '−'
    case 'reward-assigned':
      return event.reward.toFixed(2)
    case 'policy-evaluated':
    case 'policy-promoted':
    case 'policy-kept':
    case 'policy-demoted':
      return insights.topics[event.policy.split('/')[0]!] ?? event.policy
    case 'choice-made':
      return [event.app ? nameOf(event.app) : '', insights.topics[event.topic] ?? event.topic].filter(Boolean).join(' · ')
    case 'learning-changed':
      return insights.changes[event.change]
    case 'person-changed':
      return [event.name, people[event.change]].filter(Boolean).join(' · ')
    case 'credential-changed':
      return [event.name, ways[event.kind], credentials[event.change], event.by === 'owner' ? byOwner : ''].filter(Boolean).join(' · ')
    case 'sign-in-limited':
      return from(event.address)
  }
}

/** The names apps had by the events themselves: removed ones are named too. */
export function namesOf(events: readonly Event[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const event of events) {
    if (event.type === 'spec-proposed') names.set(event.app, event.spec.name)
    if (event.type === 'app-published') names.set(event.app, event.name)
  }
  return names
}
