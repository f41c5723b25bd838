/**
 * What is decided, and how: which module takes a message, by a fixed table; and what is a matter of taste (topics.ts), by the
 * table too unless something was learned (learn.ts stands behind the same seam). Each decision has its features, its exact
 * chance and its policy's name.
 */
import type { ConversationId, EventBody, Module } from '../events.ts'
import type { Features } from './features.ts'
import { type TopicId, topics } from './topics.ts'

export type Choice = Extract<EventBody, { type: 'module-chosen' }>

export type State = {
  /** What the message was understood to want: an intent of the dialogue. */
  intent: string
  /** 0..1 */
  confidence: number
  features: Record<string, number | string | boolean>
}

export type Preference = Extract<EventBody, { type: 'choice-made' }>
export type Preferred = {
  action: string
  /** What is journalled once it was done; null where nothing is to be learned from it. */
  choice: Preference | null
  /** Rules that stood in the way of a trial. */
  masked?: string[]
}

export interface Policy {
  readonly id: string
  /** Chooses a module and an option within it. Pure: the same state gives the same choice. */
  choose(state: State): Choice
  /** Chooses between safe actions by what the person likes. */
  prefer(topic: TopicId, features: Features, conversation: ConversationId): Promise<Preferred>
}

const TABLE: Record<string, [Module, option: string]> = {
  build: ['synthesis', 'synthesise'],
  edit: ['synthesis', 'edit'],
  undo: ['synthesis', 'undo'],
  redo: ['synthesis', 'redo'],
  restore: ['synthesis', 'restore'],
  'remove-app': ['synthesis', 'remove'],
  log: ['simulation', 'write-records'],
  query: ['simulation', 'answer-from-records'],
  remember: ['memory', 'store'],
  tell: ['memory', 'store'],
  recall: ['memory', 'recall'],
  forget: ['memory', 'forget'],
}

export const fixedTable: Policy = {
  id: 'table-1',
  choose({ intent, confidence, features }) {
    const [module, option] = TABLE[intent] ?? ['dialogue', intent]
    return {
      type: 'module-chosen',
      module,
      option,
      probability: 1,
      policy: fixedTable.id,
      features: { intent, confidence, ...features },
      because: `the table sends the intent “${intent}” to ${module}`,
    }
  },
  prefer: async (topic) => ({ action: topics[topic].actions[0], choice: null }),
}
