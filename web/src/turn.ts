/** One turn as the page shows it, folded from its events. Pure: the same events give the same turn. */
import type { AppId, Card, Event, EventId, EventOf, TurnId } from '../../src/events.ts'
import type { Language } from '../../src/spec.ts'

export type WrittenFile = { file: string; text: string; done: boolean; bytes: number; changedLines: number | null }

/** What was done on the way; each kind opens to its own evidence. */
export type Step =
  | { step: 'understood'; choice: EventOf<'module-chosen'> }
  | { step: 'recalled'; items: EventOf<'memory-recalled'>['items'] }
  | { step: 'designed'; proposal: EventOf<'spec-proposed'> }
  | { step: 'written'; files: WrittenFile[] }
  | { step: 'shown'; ms: number }
  | { step: 'checked'; check: EventOf<'check-finished'> }
  | { step: 'withheld'; withheld: EventOf<'app-withheld'> }
  | { step: 'published'; version: number; ms: number }
  | { step: 'noted'; what: Noted; detail: string }
export type Noted = 'stored' | 'forgot' | 'repaired' | 'restored' | 'removed' | 'logged' | 'found' | 'approval'

export type Turn = {
  key: string
  id: TurnId | null
  said: string
  at: string
  /** `lost`: the stream broke off, the server goes on. */
  state: 'sent' | 'running' | 'lost' | 'done' | 'failed'
  steps: Step[]
  plan: string[]
  text: string
  language: Language | null
  cards: Card[]
  chips: string[]
  /** The app this turn makes or changes. */
  app: { id: AppId; name: string; icon: string; state: 'draft' | 'published' | 'withheld' | 'planned' } | null
  failure: { code: string; message: string } | null
  /** The event that ended it; what `why` and a rating are about. */
  end: EventId | null
}

export const newTurn = (key: string, said: string, at: string): Turn => ({
  key,
  id: null,
  said,
  at,
  state: 'sent',
  steps: [],
  plan: [],
  text: '',
  language: null,
  cards: [],
  chips: [],
  app: null,
  failure: null,
  end: null,
})

export const isOpen = (turn: Turn): boolean => turn.state === 'sent' || turn.state === 'running' || turn.state === 'lost'

/** The turn after one more event. */
export function advance(turn: Turn, event: Event): Turn {
  const next: Turn = { ...turn, id: event.turn ?? turn.id, state: isOpen(turn) ? 'running' : turn.state }
  switch (event.type) {
    case 'message-received':
      return { ...next, said: event.text, at: event.at }
    case 'reply-start':
      return { ...next, language: event.language, text: '' }
    case 'reply-delta':
      return { ...next, text: next.text + event.text }
    case 'reply-end':
      return { ...next, state: 'done', text: event.text, language: event.language, cards: event.cards, chips: event.chips, end: event.id }
    case 'turn-failed':
      return { ...next, state: 'failed', failure: { code: event.code, message: event.message }, end: event.id }
    case 'plan-made':
      return { ...next, plan: event.steps }
    default:
      return withApp({ ...next, steps: withStep(next.steps, event) }, event)
  }
}

function withApp(turn: Turn, event: Event): Turn {
  const { app } = turn
  switch (event.type) {
    case 'spec-proposed':
      return { ...turn, app: { id: event.app, name: event.spec.name, icon: event.spec.icon, state: 'planned' } }
    case 'frame-ready':
      return app ? { ...turn, app: { ...app, state: 'draft' } } : turn
    case 'app-published':
      return { ...turn, app: { id: event.app, name: event.name, icon: event.icon, state: 'published' } }
    case 'app-withheld':
      return app ? { ...turn, app: { ...app, state: 'withheld' } } : turn
    default:
      return turn
  }
}

function withStep(steps: Step[], event: Event): Step[] {
  switch (event.type) {
    case 'module-chosen':
      return [...steps, { step: 'understood', choice: event }]
    case 'memory-recalled':
      return [...steps, { step: 'recalled', items: event.items }]
    case 'spec-proposed':
      return [...steps, { step: 'designed', proposal: event }]
    case 'code-start':
    case 'code-delta':
    case 'code-end':
      return withFile(steps, event)
    case 'frame-ready':
      return [...steps, { step: 'shown', ms: event.ms }]
    case 'check-finished':
      return [...steps, { step: 'checked', check: event }]
    case 'app-withheld':
      return [...steps, { step: 'withheld', withheld: event }]
    case 'app-published':
      return [...steps, { step: 'published', version: event.version, ms: event.ms }]
    default: {
      const noted = noteOf(event)
      return noted ? [...steps, { step: 'noted', ...noted }] : steps
    }
  }
}

function noteOf(event: Event): { what: Noted; detail: string } | null {
  switch (event.type) {
    case 'memory-stored':
      return { what: 'stored', detail: event.text }
    case 'memory-forgotten':
      return { what: 'forgot', detail: '' }
    case 'repair-made':
      return { what: 'repaired', detail: event.what }
    case 'checkpoint-restored':
      return { what: 'restored', detail: event.what }
    case 'app-removed':
      return { what: 'removed', detail: '' }
    case 'record-logged':
      return { what: 'logged', detail: '' }
    case 'answer-found':
      return { what: 'found', detail: event.answer.shown }
    case 'approval-asked':
      return { what: 'approval', detail: event.what }
    default:
      return null
  }
}

/** Files of one stretch of writing are one step. */
function withFile(steps: Step[], event: EventOf<'code-start'> | EventOf<'code-delta'> | EventOf<'code-end'>): Step[] {
  const last = steps.at(-1)
  const files = last?.step === 'written' ? last.files : []
  const before = last?.step === 'written' ? steps.slice(0, -1) : steps
  const known = files.find(({ file }) => file === event.file) ?? { file: event.file, text: '', done: false, bytes: 0, changedLines: null }
  const others = files.filter(({ file }) => file !== event.file)
  return [...before, { step: 'written', files: [...others, fileAfter(known, event)] }]
}

function fileAfter(file: WrittenFile, event: EventOf<'code-start'> | EventOf<'code-delta'> | EventOf<'code-end'>): WrittenFile {
  switch (event.type) {
    case 'code-start':
      return { ...file, text: '', done: false }
    case 'code-delta':
      return { ...file, text: file.text + event.text }
    case 'code-end':
      return { ...file, done: true, bytes: event.bytes, changedLines: event.changedLines ?? null }
  }
}

/** The turns of a conversation, oldest first. Events outside any turn (a button's undo) are not part of the talk. */
export function turnsOf(events: readonly Event[]): Turn[] {
  const turns = new Map<string, Turn>()
  for (const event of events) {
    if (!event.turn) continue
    turns.set(event.turn, advance(turns.get(event.turn) ?? newTurn(event.turn, '', event.at), event))
  }
  return [...turns.values()]
}

/** How far the plan of a build or change is, by what has happened; null where there is no plan. */
export function progressOf({ plan, steps }: Turn): { done: number; total: number; doing: string | null } | null {
  if (!plan.length) return null
  const has = (test: (step: Step) => boolean) => (steps.some(test) ? 1 : 0)
  const written = has((s) => s.step === 'written' && s.files.every((file) => file.done))
  const shown = has((s) => s.step === 'shown')
  const checked = has((s) => s.step === 'checked' && s.check.passed)
  const published = has((s) => s.step === 'published')
  const done = Math.min(plan.length, written + shown + checked + published)
  return { done, total: plan.length, doing: plan[done] ?? null }
}

/** What the message was read as: the intent where it is on record, else the option of the module. */
export const intentOf = ({ features, option }: Pick<EventOf<'module-chosen'>, 'features' | 'option'>): string =>
  typeof features.intent === 'string' ? features.intent : option

/** The last check of the turn. */
export const checkOf = ({ steps }: Turn): EventOf<'check-finished'> | null => {
  const last = steps.findLast((step) => step.step === 'checked')
  return last?.step === 'checked' ? last.check : null
}
