/** One sample of every event, and the events of a whole build, for tests of what the page makes of them. */
import {
  AppId,
  type ApprovalId,
  type CheckpointId,
  type Event,
  type EventBody,
  type EventId,
  type EventOf,
  type EventType,
  type MemoryId,
  type PersonId,
  type TurnId,
} from '../../src/events.ts'
import { AppSpec, Query } from '../../src/spec.ts'

export const APP = AppId.parse('coffee000001')
const checkpoint = 'check0000001' as CheckpointId
const memory = 'memory000001' as MemoryId
const about = 'event9999999' as EventId
const spec = AppSpec.parse({
  name: 'Coffee',
  icon: '☕',
  language: 'en',
  locale: 'en',
  purpose: 'Tracks coffee',
  collections: [{ id: 'cups', label: 'Cups', one: 'Cup', title: 'name', fields: [{ id: 'name', label: 'Name', kind: 'text' }] }],
  views: [{ kind: 'list', id: 'list', label: 'All cups', collection: 'cups' }],
})
const answer = { query: Query.parse({ collection: 'cups', measure: { fn: 'count' } }), value: 3, shown: '3 cups', rows: [] }
const published = { app: APP, version: 1, checkpoint, name: 'Coffee', icon: '☕', url: `/apps/${APP}`, ms: 4200 }
const reply = { type: 'reply-end', text: 'Here it is.', language: 'en', cards: [], chips: ['Add a rating'] } as const

const SAMPLES: { [T in EventType]: Extract<EventBody, { type: T }> } = {
  'message-received': { type: 'message-received', text: 'track coffee', language: 'en' },
  'module-chosen': {
    type: 'module-chosen',
    module: 'synthesis',
    option: 'synthesise',
    probability: 1,
    policy: 'fixed',
    features: { intent: 'build', confidence: 0.9 },
    because: 'It asks for an app.',
  },
  'conversation-opened': {
    type: 'conversation-opened',
    greeting: 'Good morning',
    lines: [{ text: 'Today: likes latte', because: 'told', memory }],
  },
  'memory-recalled': { type: 'memory-recalled', items: [{ memory, text: 'likes latte', score: 1 }], stop: 'enough' },
  'memory-stored': { type: 'memory-stored', memory, text: 'likes latte' },
  'memory-changed': { type: 'memory-changed', memory, change: 'pinned' },
  'memory-forgotten': { type: 'memory-forgotten', memory },
  'events-forgotten': { type: 'events-forgotten', count: 1, events: [about] },
  'cost-settled': { type: 'cost-settled', cost: 1_200_000, requests: 1, models: [] },
  'rule-applied': {
    type: 'rule-applied',
    app: APP,
    rule: 'general-health',
    version: 1,
    effect: 'notice',
    source: 'x',
    because: 'It is about health.',
  },
  'spec-proposed': { type: 'spec-proposed', app: APP, spec, assumed: [], missing: [] },
  'model-routed': {
    type: 'model-routed',
    task: 'build',
    model: 'drafter',
    refine: 'refiner',
    approval: false,
    reason: 'draft-pays',
    because: 'A draft is worth it.',
    chance: 0.8,
    alternatives: [{ model: 'refiner', why: 'next' }],
  },
  'plan-made': { type: 'plan-made', app: APP, steps: ['Write', 'Show', 'Check', 'Publish'] },
  'code-start': { type: 'code-start', app: APP, file: 'app.tsx' },
  'code-delta': { type: 'code-delta', app: APP, file: 'app.tsx', text: 'const ' },
  'code-end': { type: 'code-end', app: APP, file: 'app.tsx', bytes: 11 },
  'frame-ready': { type: 'frame-ready', app: APP, url: `/apps/${APP}`, ms: 300 },
  'check-finished': {
    type: 'check-finished',
    app: APP,
    passed: true,
    attempt: 1,
    tried: [
      { what: 'Added an entry', ok: true },
      { what: 'Deleted it', ok: true },
    ],
    findings: [],
    ms: 900,
  },
  'repair-made': { type: 'repair-made', app: APP, attempt: 1, what: 'A label was missing' },
  'approval-asked': { type: 'approval-asked', app: APP, what: 'Send it' },
  'approval-edited': {
    ...{ type: 'approval-edited', app: APP, what: 'Publish it', approval: 'approval00001' as ApprovalId },
    ...{ kind: 'publish', revision: 2 },
  },
  'approval-decided': {
    type: 'approval-decided',
    app: APP,
    what: 'Publish it',
    approval: 'approval00001' as ApprovalId,
    kind: 'publish',
    decision: 'approved',
  },
  'grant-changed': { type: 'grant-changed', app: APP, capability: 'ai', granted: true, provider: 'anthropic', most: 0.2 },
  'model-asked': { type: 'model-asked', app: APP, provider: 'anthropic', model: 'drafter', characters: 120, code: null },
  'consent-given': { type: 'consent-given', provider: 'anthropic', word: 'yes' },
  'app-published': { type: 'app-published', ...published },
  'app-withheld': { type: 'app-withheld', app: APP, findings: [{ check: 'types', message: 'It does not fit' }] },
  'app-removed': { type: 'app-removed', app: APP },
  'record-logged': {
    type: 'record-logged',
    app: APP,
    collection: 'cups',
    record: {
      id: 'r1',
      values: { name: 'latte' },
      seq: 1,
      createdAt: '2026-05-03T10:00:00.000Z',
      at: '2026-05-03T10:00:00.000Z',
      by: 'agent',
    },
    checkpoint,
  },
  'answer-found': { type: 'answer-found', app: APP, answer },
  'checkpoint-restored': { type: 'checkpoint-restored', app: APP, restored: checkpoint, checkpoint, what: 'Added “Rating”' },
  'reply-start': { type: 'reply-start', language: 'en' },
  'reply-delta': { type: 'reply-delta', text: 'Here ' },
  'reply-end': { ...reply, cards: [], chips: [...reply.chips] },
  'turn-failed': { type: 'turn-failed', code: 'cancelled', message: 'It was stopped.' },
  'feedback-received': { type: 'feedback-received', about, value: 1 },
  'app-used': { type: 'app-used', app: APP, what: 'opened' },
  'reward-assigned': { type: 'reward-assigned', about, reward: 0.5, signals: {} },
  'policy-evaluated': { type: 'policy-evaluated', policy: 'fixed', estimate: 0.5, low: 0.4, high: 0.6 },
  'policy-promoted': { type: 'policy-promoted', policy: 'learned', because: 'better' },
  'policy-kept': { type: 'policy-kept', policy: 'fixed', because: 'not better' },
  'policy-demoted': { type: 'policy-demoted', policy: 'learned', because: 'it did harm' },
  'learning-changed': { type: 'learning-changed', change: 'off' },
  'person-changed': { type: 'person-changed', change: 'joined', name: 'May' },
  'credential-changed': { type: 'credential-changed', change: 'ended', kind: 'token', name: 'watch', by: 'owner' },
  'sign-in-limited': { type: 'sign-in-limited', address: '192.0.2.7', seconds: 60 },
  'choice-made': {
    type: 'choice-made',
    app: APP,
    topic: 'density',
    action: 'roomy',
    instead: 'compact',
    probability: 1,
    policy: 'density/roomy',
    features: { many: true },
    because: 'shipped',
  },
}

export const sample = (type: EventType): EventBody => SAMPLES[type]

/** A body in an envelope; `n` makes the id. */
export const event = (body: EventBody, n = 0, turn: string | undefined = 'turn00000001'): Event => ({
  ...body,
  id: `event${String(n).padStart(7, '0')}` as EventId,
  at: '2026-05-03T10:00:00.000Z',
  person: 'person1owner' as PersonId,
  ...(turn && { turn: turn as TurnId }),
})
export const eventOf = <T extends EventType>(type: T): EventOf<T> => event(SAMPLES[type]) as unknown as EventOf<T>

const failedCheck: EventBody = {
  ...SAMPLES['check-finished'],
  passed: false,
  tried: [{ what: 'Added an entry', ok: false }],
  findings: [{ check: 'browser', message: 'Nothing was added' }],
}

/** A build whose first check finds something, which is repaired. */
export const build: Event[] = (
  [
    SAMPLES['message-received'],
    SAMPLES['module-chosen'],
    SAMPLES['memory-recalled'],
    SAMPLES['spec-proposed'],
    SAMPLES['plan-made'],
    SAMPLES['code-start'],
    SAMPLES['code-delta'],
    { ...SAMPLES['code-delta'], text: 'a = 1' },
    SAMPLES['code-end'],
    SAMPLES['frame-ready'],
    failedCheck,
    SAMPLES['repair-made'],
    SAMPLES['code-start'],
    { ...SAMPLES['code-end'], changedLines: 2 },
    SAMPLES['check-finished'],
    SAMPLES['app-published'],
    SAMPLES['reply-start'],
    SAMPLES['reply-delta'],
    SAMPLES['reply-end'],
  ] satisfies EventBody[]
).map((body, n) => event(body, n))

export const GREETING = event({ type: 'reply-end', text: 'Hello.', language: 'en', cards: [], chips: [] }, 50)
