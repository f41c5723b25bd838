/**
 * The vocabulary: every event there is. The page, the journal, the audit, the learner and the tests read this
 * one list. Grammar `noun-verb-past`; streams are `x-start`, `x-delta`, `x-end`.
 */
import { z } from 'zod'
import { AppSpec, Capability, Language, Query, Rec, SpecEdit } from './spec.ts'

const id = <B extends string>(brand: B) =>
  z
    .string()
    .regex(/^[a-z0-9]{8,40}$/, `not an id of the kind ${brand}`)
    .brand<B>()
export const EventId = id('event')
export const TurnId = id('turn')
export const ConversationId = id('conversation')
export const PersonId = id('person')
export const AppId = id('app')
export const CheckpointId = id('checkpoint')
export const MemoryId = id('memory')
export const ApprovalId = id('approval')
export type EventId = z.infer<typeof EventId>
export type TurnId = z.infer<typeof TurnId>
export type ConversationId = z.infer<typeof ConversationId>
export type PersonId = z.infer<typeof PersonId>
/** Whose the house is. */
export const OWNER = 'person1owner' as PersonId
export type AppId = z.infer<typeof AppId>
export type CheckpointId = z.infer<typeof CheckpointId>
export type MemoryId = z.infer<typeof MemoryId>
export type ApprovalId = z.infer<typeof ApprovalId>

export const Module = z.enum(['dialogue', 'memory', 'synthesis', 'simulation'])
export type Module = z.infer<typeof Module>

/** What waits for a person: an app that is to be published, a place that something would be sent to. */
export const ApprovalKind = z.enum(['publish', 'send', 'grant', 'records'])
export type ApprovalKind = z.infer<typeof ApprovalKind>
/** Before and after of one thing, in the person's language; null: it was not there, or is not any more. */
export const Changed = z.object({ what: z.string(), before: z.string().nullable(), after: z.string().nullable() })
export type Changed = z.infer<typeof Changed>

/** One thing the check tried, in the person's language, and what came of it. */
export const Tried = z.object({ what: z.string(), ok: z.boolean(), detail: z.string().optional(), ms: z.number().optional() })
export type Tried = z.infer<typeof Tried>

/** A defect a check found. `where` is a file, a field or a view id. */
export const Finding = z.object({
  check: z.enum(['bundle', 'types', 'logic', 'browser', 'console', 'accessibility']),
  message: z.string(),
  where: z.string().optional(),
})
export type Finding = z.infer<typeof Finding>

/** The answer to a question about data: a figure, and rows small enough to draw. */
export const Answer = z.object({
  query: Query,
  /** null where nothing was found to measure. */
  value: z.number().nullable(),
  shown: z.string(),
  /** Digits after the point that the figure is worth: a mean has one more than the entries. */
  decimals: z.number().int().optional(),
  rows: z.array(z.object({ key: z.string(), label: z.string(), value: z.number(), shown: z.string() })),
  previous: z.object({ value: z.number().nullable(), shown: z.string() }).optional(),
  records: z
    .array(z.object({ id: z.string(), title: z.string(), /** its day, and the time where one is kept */ at: z.string().optional() }))
    .max(20)
    .optional(),
})
export type Answer = z.infer<typeof Answer>

/** What a reply shows besides prose. */
export const Card = z.discriminatedUnion('card', [
  z.object({ card: z.literal('app'), app: AppId, name: z.string(), icon: z.string(), url: z.string() }),
  z.object({
    card: z.literal('record'),
    app: AppId,
    name: z.string(),
    collection: z.string(),
    record: z.string(),
    title: z.string(),
    shown: z.array(z.object({ label: z.string(), value: z.string() })),
    checkpoint: CheckpointId,
  }),
  z.object({ card: z.literal('answer'), app: AppId, name: z.string(), answer: Answer }),
  z.object({ card: z.literal('checkpoint'), app: AppId, name: z.string(), checkpoint: CheckpointId, what: z.string() }),
  z.object({ card: z.literal('memory'), memory: MemoryId, text: z.string(), at: z.string() }),
  z.object({
    card: z.literal('choice'),
    question: z.string(),
    options: z
      .array(z.object({ label: z.string(), say: z.string() }))
      .min(2)
      .max(6),
  }),
  z.object({ card: z.literal('result'), expression: z.string(), shown: z.string() }),
  /** Something waits: what a yes does, what the person should know, until when. A choice is said by its label. */
  z.object({
    card: z.literal('approval'),
    approval: ApprovalId,
    kind: ApprovalKind,
    app: AppId.optional(),
    what: z.string(),
    lines: z.array(z.string()),
    /** What a yes changes, as it was asked for; what it is after an edit, the approval itself says. */
    changes: z.array(Changed).optional(),
    revision: z.number().int().optional(),
    until: z.string(),
    choices: z.array(z.object({ decision: z.enum(['approve', 'decline', 'later']), label: z.string() })),
  }),
])
export type Card = z.infer<typeof Card>

const events = {
  'message-received': z.object({ text: z.string(), language: Language, locale: z.string().optional() }),
  'module-chosen': z.object({
    module: Module,
    option: z.string(),
    probability: z.number().min(0).max(1),
    policy: z.string(),
    features: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
    because: z.string(),
  }),
  /** A matter of taste, decided for an app that came to be; `probability` of what was done; the rest is that of what is `instead`. */
  'choice-made': z.object({
    app: AppId.optional(),
    topic: z.string(),
    action: z.string(),
    instead: z.string(),
    probability: z.number().min(0).max(1),
    policy: z.string(),
    features: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
    because: z.enum(['shipped', 'tried', 'learned']),
  }),
  'memory-recalled': z.object({
    items: z.array(z.object({ memory: MemoryId, text: z.string(), score: z.number(), worth: z.number().optional() })),
    stop: z.string(),
  }),
  /** What a new conversation began with, unasked; each line with why it is there, and what it names. */
  'conversation-opened': z.object({
    greeting: z.string(),
    name: z.object({ memory: MemoryId, because: z.string() }).optional(),
    lines: z.array(
      z.object({
        text: z.string(),
        because: z.string(),
        memory: MemoryId.optional(),
        app: AppId.optional(),
        conversation: ConversationId.optional(),
      }),
    ),
  }),
  'memory-stored': z.object({ memory: MemoryId, text: z.string(), about: z.string().optional() }),
  /** Of a memory whose words stay as they are; a correction of the words is stored anew. `by` took its place. */
  'memory-changed': z.object({
    memory: MemoryId,
    change: z.enum(['pinned', 'unpinned', 'guarded', 'dated', 'retired', 'restored', 'confirmed']),
    to: z.string().nullable().optional(),
    by: MemoryId.optional(),
  }),
  'memory-forgotten': z.object({ memory: MemoryId }),
  /** What was said in these is gone for good, or in `all` before it; the record of that stays (store/chain.ts). */
  'events-forgotten': z.object({ count: z.number().int(), events: z.array(EventId).optional(), all: z.literal(true).optional() }),
  /** What the models that were asked in a turn cost: billionths of a dollar, by model. */
  'cost-settled': z.object({
    cost: z.number().int(),
    requests: z.number().int(),
    models: z.array(
      z.object({
        model: z.string(),
        requests: z.number().int(),
        input: z.number().int(),
        output: z.number().int(),
        cost: z.number().int(),
      }),
    ),
  }),
  'spec-proposed': z.object({
    app: AppId,
    spec: AppSpec,
    edits: z.array(SpecEdit).optional(),
    assumed: z.array(z.string()),
    missing: z.array(z.string()),
  }),
  /** Which model takes a task: `refine` takes over where checks fail; `chance` that the first one's work passes. */
  'model-routed': z.object({
    app: AppId.optional(),
    task: z.string(),
    model: z.string(),
    refine: z.string().nullable(),
    approval: z.boolean(),
    reason: z.string(),
    because: z.string(),
    chance: z.number().min(0).max(1),
    alternatives: z.array(z.object({ model: z.string(), why: z.string() })),
  }),
  /** What the person said of sending anything to a provider. */
  'consent-given': z.object({ provider: z.string(), word: z.enum(['yes', 'later', 'never', 'taken-back']) }),
  /** A rule of the ethics library had an effect (governance/ethics); `source` is the law or norm it stands on. */
  'rule-applied': z.object({
    app: AppId.optional(),
    rule: z.string(),
    version: z.number().int(),
    effect: z.enum(['block', 'mask', 'cost', 'approve', 'notice']),
    source: z.string(),
    because: z.string(),
  }),
  'plan-made': z.object({ app: AppId, steps: z.array(z.string()) }),
  'code-start': z.object({ app: AppId, file: z.string() }),
  'code-delta': z.object({ app: AppId, file: z.string(), text: z.string() }),
  'code-end': z.object({ app: AppId, file: z.string(), bytes: z.number(), changedLines: z.number().optional() }),
  /** The candidate can be looked at and used; not yet checked. */
  'frame-ready': z.object({ app: AppId, url: z.string(), ms: z.number() }),
  'check-finished': z.object({
    app: AppId,
    passed: z.boolean(),
    attempt: z.number().int(),
    tried: z.array(Tried),
    findings: z.array(Finding),
    picture: z.string().optional(),
    ms: z.number(),
  }),
  'repair-made': z.object({ app: AppId, attempt: z.number().int(), what: z.string() }),
  /** Something waits for the person's word, until `until` (ISO 8601 UTC); `what` it is, in their language. */
  'approval-asked': z.object({
    app: AppId.optional(),
    what: z.string(),
    approval: ApprovalId.optional(),
    kind: ApprovalKind.optional(),
    until: z.string().optional(),
  }),
  /** The person changed what is proposed; a yes counts for this revision and for none before. */
  'approval-edited': z.object({
    app: AppId.optional(),
    what: z.string(),
    approval: ApprovalId,
    kind: ApprovalKind,
    revision: z.number().int(),
  }),
  /** What came of it. `overtaken`: what it was about had changed meanwhile, so nothing was done. */
  'approval-decided': z.object({
    app: AppId.optional(),
    what: z.string(),
    approval: ApprovalId,
    kind: ApprovalKind,
    decision: z.enum(['approved', 'declined', 'later', 'expired', 'overtaken']),
  }),
  /** What an app may do besides showing its own data; `provider` and `most` dollars a day where it may ask a model. */
  'grant-changed': z.object({
    app: AppId,
    capability: Capability,
    granted: z.boolean(),
    provider: z.string().optional(),
    most: z.number().optional(),
  }),
  /** An app asked a model; `code` is why there was no answer. What was asked is not kept. */
  'model-asked': z.object({
    app: AppId,
    provider: z.string(),
    model: z.string(),
    characters: z.number().int(),
    code: z.string().nullable(),
  }),
  'app-published': z.object({
    app: AppId,
    version: z.number().int(),
    checkpoint: CheckpointId,
    name: z.string(),
    icon: z.string(),
    url: z.string(),
    ms: z.number(),
  }),
  /** A candidate that did not pass; the last good version, if any, stays. */
  'app-withheld': z.object({ app: AppId, findings: z.array(Finding), kept: z.number().int().optional() }),
  'app-removed': z.object({ app: AppId }),
  'record-logged': z.object({ app: AppId, collection: z.string(), record: Rec, checkpoint: CheckpointId }),
  'answer-found': z.object({ app: AppId, answer: Answer }),
  'checkpoint-restored': z.object({ app: AppId, restored: CheckpointId, checkpoint: CheckpointId, what: z.string() }),
  'reply-start': z.object({ language: Language }),
  'reply-delta': z.object({ text: z.string() }),
  /** `chips` are things the person may say next: the label is also what is sent. */
  'reply-end': z.object({ text: z.string(), language: Language, cards: z.array(Card), chips: z.array(z.string()) }),
  'turn-failed': z.object({ code: z.string(), message: z.string() }),
  'feedback-received': z.object({ about: EventId, value: z.number().min(-1).max(1), words: z.string().optional() }),
  'app-used': z.object({ app: AppId, what: z.string() }),
  'reward-assigned': z.object({ about: EventId, reward: z.number(), signals: z.record(z.string(), z.number()) }),
  /** What a policy would gain over the shipped one, with its bounds, told from so many occasions. */
  'policy-evaluated': z.object({
    policy: z.string(),
    estimate: z.number(),
    low: z.number(),
    high: z.number(),
    occasions: z.number().int().optional(),
  }),
  'policy-promoted': z.object({ policy: z.string(), because: z.string() }),
  'policy-kept': z.object({ policy: z.string(), because: z.string() }),
  /** It did harm, or what spoke for it was forgotten: the shipped one decides again. */
  'policy-demoted': z.object({ policy: z.string(), because: z.string() }),
  /** Of who lives in the house, in its owner's record; `who` where they have a home here, `name` as the owner or they called them. */
  'person-changed': z.object({
    change: z.enum(['invited', 'invited-again', 'withdrawn', 'joined', 'returned', 'lent', 'unlent', 'signed-out', 'removed']),
    who: PersonId.optional(),
    name: z.string(),
  }),
  /** Of a person's own ways in; never a secret or what one is found by. `by` the owner where it was not the person. */
  'credential-changed': z.object({
    change: z.enum(['made', 'ended']),
    kind: z.enum(['session', 'token', 'passkey', 'password']),
    name: z.string(),
    scopes: z.array(z.string()).optional(),
    by: z.enum(['self', 'owner']),
  }),
  /** Somebody guessed at this person's name and password, or at ways in that are nobody's; told of once an hour at most. */
  'sign-in-limited': z.object({ address: z.string(), seconds: z.number().int() }),
  /** By the person: switched, or begun anew (of one topic, or of all). */
  /** `locked`: of a topic, an action that is taken from now on, whatever was learned. */
  'learning-changed': z.object({
    change: z.enum(['on', 'off', 'reset', 'locked', 'unlocked']),
    topic: z.string().optional(),
    action: z.string().optional(),
  }),
} as const

export type EventType = keyof typeof events
type Bodies = { [T in EventType]: z.infer<(typeof events)[T]> }

/** What every event carries besides its body. */
export const Envelope = z.object({
  id: EventId,
  /** ISO 8601 UTC. */
  at: z.string(),
  person: PersonId,
  conversation: ConversationId.optional(),
  turn: TurnId.optional(),
})
export type Envelope = z.infer<typeof Envelope>

/** What a step hands over; the journal adds the envelope. */
export type EventBody = { [T in EventType]: { type: T } & Bodies[T] }[EventType]
export type Event = EventBody & Envelope
export type EventOf<T extends EventType> = { type: T } & Bodies[T] & Envelope

const variants = Object.entries(events).map(([type, body]) => body.extend({ type: z.literal(type), ...Envelope.shape }))
/** Parses one event from the journal or the wire. */
export const Event = z.discriminatedUnion('type', variants as never) as unknown as z.ZodType<Event>
export const EVENT_TYPES = Object.keys(events) as EventType[]
