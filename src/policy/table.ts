/**
 * Which module takes a message. For now a fixed table from intent to module; a learned meta-controller replaces it
 * behind the same seam, so what it will need (features, probability, the policy's name) is journalled already.
 */
import type { EventBody, Module } from '../events.ts'

export type Choice = Extract<EventBody, { type: 'module-chosen' }>

export type State = {
  /** What the message was understood to want: an intent of the dialogue. */
  intent: string
  /** 0..1 */
  confidence: number
  features: Record<string, number | string | boolean>
}

/** Chooses a module and an option within it. Pure: the same state gives the same choice. */
export interface Policy {
  readonly id: string
  choose(state: State): Choice
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
}
