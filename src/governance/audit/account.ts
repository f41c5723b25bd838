/**
 * One request's account: what was asked, what of memory it used, which module took it, which models and at what cost, what was
 * checked, which rules applied, what a person approved, and what came of it. Pure: read from the events of a turn, so that
 * everything in it stands in the chain.
 */
import type { Event, EventId, EventOf, EventType } from '../../events.ts'

const ENDS = [
  ...(['app-published', 'app-withheld', 'app-removed', 'checkpoint-restored', 'record-logged', 'answer-found'] as const),
  ...(['memory-stored', 'memory-forgotten', 'reply-end', 'turn-failed'] as const),
] satisfies EventType[]

type Of<T extends EventType, K extends keyof EventOf<T>> = { event: EventId } & Pick<EventOf<T>, K>
export type Account = {
  /** null where what was said is forgotten, or nobody said anything. */
  request: EventId | null
  at: string
  memories: Of<'memory-recalled', 'items' | 'stop'>[]
  module: Of<'module-chosen', 'module' | 'option' | 'policy' | 'probability'> | null
  models: Of<'model-routed', 'model' | 'refine' | 'reason'>[]
  /** Billionths of a dollar. */
  cost: Of<'cost-settled', 'cost' | 'requests' | 'models'> | null
  checks: (Of<'check-finished', 'passed' | 'attempt'> & { tried: number; findings: number })[]
  rules: Of<'rule-applied', 'rule' | 'version' | 'effect' | 'source'>[]
  /** Asked in this turn or decided in it, and what was decided of what was asked here. */
  approvals: { event: EventId; approval: string | null; decision: EventOf<'approval-decided'>['decision'] | 'asked' }[]
  came: { event: EventId; type: EventType }[]
}

/** `events` of one turn in order; `later`: decisions of what it asked, from other turns. */
export function accountOf(events: readonly Event[], later: readonly Event[] = []): Account {
  const all = <T extends EventType>(type: T) => events.filter((event): event is Event & EventOf<T> => event.type === type)
  const named = <T extends EventType, K extends keyof EventOf<T>>(type: T, ...keys: K[]) =>
    all(type).map((one) => ({ event: one.id, ...Object.fromEntries(keys.map((key) => [key, one[key]])) }) as Of<T, K>)
  return {
    request: all('message-received')[0]?.id ?? null,
    at: events[0]?.at ?? '',
    memories: named('memory-recalled', 'items', 'stop'),
    module: named('module-chosen', 'module', 'option', 'policy', 'probability')[0] ?? null,
    models: named('model-routed', 'model', 'refine', 'reason'),
    cost: named('cost-settled', 'cost', 'requests', 'models')[0] ?? null,
    checks: all('check-finished').map(({ id: event, passed, attempt, tried, findings }) => ({
      ...{ event, passed, attempt, tried: tried.length, findings: findings.length },
    })),
    rules: named('rule-applied', 'rule', 'version', 'effect', 'source'),
    approvals: [...all('approval-asked'), ...all('approval-decided'), ...later.filter((event) => event.type === 'approval-decided')].map(
      (one) => ({ event: one.id, approval: one.approval ?? null, decision: one.type === 'approval-asked' ? 'asked' : one.decision }),
    ),
    came: events.filter(({ type }) => (ENDS as EventType[]).includes(type)).map(({ id: event, type }) => ({ event, type })),
  }
}

/** Ids of the events that a place belongs with, by what they are; its own among them. */
export type Links = Record<'request' | 'module' | 'cost', EventId | null> &
  Record<'memories' | 'models' | 'checks' | 'rules' | 'approvals', EventId[]>
export function linksOf(account: Account): Links {
  const ids = (of: { event: EventId }[]) => of.map(({ event }) => event)
  const { request, module, cost, memories, models, checks, rules, approvals } = account
  return {
    ...{ request, module: module?.event ?? null, cost: cost?.event ?? null, memories: ids(memories), models: ids(models) },
    ...{ checks: ids(checks), rules: ids(rules), approvals: ids(approvals) },
  }
}
