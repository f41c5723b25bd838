/** What a message can want, and what is known when it comes. */

import type { Now, Reading } from '../../base/language/types.ts'
import type { AppId, ApprovalId } from '../../events.ts'
import type { Decision } from '../../governance/words.ts'
import type { AppSpec, Query } from '../../spec.ts'
import type { Entries } from '../log/types.ts'
import type { Records } from '../related/events.ts'
import type { Outside } from '../words/types.ts'

export type AppGlimpse = {
  id: AppId
  name: string
  icon: string
  spec: AppSpec
  usedAt: string
  version: number
  /** How it was asked for, oldest first. */
  requests?: string[]
  /** Of an app of related collections. */
  records?: Records
  /** Its entries. */
  known?: Records
}
export type DialogueContext = {
  apps: AppGlimpse[]
  /** The app on the canvas. */
  open: AppId | null
  /** That app was spoken to by its name. */
  addressed?: boolean
  now: Now
  locale: string
  currency: string
  window: { role: 'person' | 'agent'; text: string }[]
  /** What the turn before was about. */
  last: { app: AppId | null; intent: string | null }
  /** Where none is open: how likely the message is of each app of the home, and of none (dialogue/route). */
  home?: Home | undefined
  /** What the studio makes of a message as a change of an app; null where it knows none. */
  changes?: (reading: Reading, spec: AppSpec) => Sought | null
}

/** `sure` 0..1: by 0.9 the operation and what it is done to are plain; `adds` only a field, which an entry could be as well. */
export type Sought = { sure: number; adds: boolean }

export type Home = { chances: ReadonlyMap<AppId, number>; none: number }

export type Features = Record<string, number | string | boolean>
/** Which checkpoint is meant: the state at the end of a day (or at a time of it), a version, or so many steps back. */
export type Which = { kind: 'date'; date: string; time?: string } | { kind: 'version'; version: number } | { kind: 'back'; steps: number }

export type Intent =
  | { intent: 'build' }
  | { intent: 'edit'; app: AppId }
  | { intent: 'undo'; app: AppId | null }
  | { intent: 'redo'; app: AppId | null }
  | { intent: 'restore'; app: AppId; when: Which }
  | { intent: 'log'; app: AppId; entries: Entries }
  | { intent: 'query'; app: AppId; query: Query; question: string }
  | { intent: 'open'; app: AppId }
  | { intent: 'list-apps' }
  | { intent: 'remove-app'; app: AppId }
  | { intent: 'remember'; text: string }
  | { intent: 'recall'; about: string }
  | { intent: 'forget'; about: string }
  | { intent: 'calculate'; expression: string; value: number; shown: string }
  | { intent: 'feedback'; value: number; words: string }
  | { intent: 'thanks' }
  | { intent: 'greeting' }
  | { intent: 'farewell' }
  | { intent: 'help' }
  | { intent: 'plan'; text: string }
  /** Something of the person's life, with no wish in it. */
  | { intent: 'tell' }
  /** To be done or looked up outside this machine, which nothing here can. */
  | { intent: 'outside'; what: Outside }
  /** A yes, a no or a “later” to what waits. */
  | { intent: 'decide'; approval: ApprovalId; decision: Decision /** The one that was looked at. */; revision?: number | undefined }
  | { intent: 'unclear' }
  | {
      intent: 'choose'
      about: 'removal' | 'new app' | 'record' | 'which app' | 'what to forget'
      question: string
      options: { label: string; say: string }[]
    }
export type Understanding = Intent & { features: Features /** 0..1 */; confidence: number }
export type IntentName = Intent['intent']
