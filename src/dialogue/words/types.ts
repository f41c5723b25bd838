/** Every sentence the agent says, as functions of plain data. One file a language; all four have all of them. */
import type { Mood } from '../mood.ts'

export type Standing = {
  kind: 'limit' | 'goal'
  /** As shown: "3,200 yen" of "5,000 yen". */
  value: string
  of: string
  /** "this month"; empty where the bound has no period. */
  period: string
  /** Share reached, 1 = all of it. */
  share: number
}
export type Logged = { app: string; titles: string[]; did: 'create' | 'update' | 'delete'; standing?: Standing; unsure?: string[] }
export type Answered = {
  app: string
  /** The name that it was narrowed to; empty where it was not. */
  about: string
  shown: string
  /** null where nothing was found. */
  value: number | null
  period: string
  rows: { label: string; shown: string }[]
  previous?: { shown: string; change: 'more' | 'less' | 'same' | 'unknown' }
  records: string[]
  /** The records themselves were asked for: the three dearest, the last five. */
  listed: boolean
  /** `shown` says no more than how many there are. */
  plain: boolean
  measure: Fn
  /** What was measured, where another figure could have been meant: “total Cost”; empty where it is plain. */
  what: string
}
export type Fn = 'count' | 'sum' | 'mean' | 'min' | 'max' | 'latest' | 'first' | 'distinct'
/** Who or what was asked for; `more` were found than are named. */
export type NamedSaid = { about: string; period: string; names: string[]; more: number }
export type Remaining = {
  kind: 'limit' | 'goal'
  left: string
  of: string /** more than the limit, or the goal is passed */
  over: boolean
  period: string
}
/** `days` from today, below 0 in the past; absent where it does not matter. */
export type Occasion = { about: string; day: string; days?: number }
export type BuiltSaid = { name: string; purpose: string; assumed: string[]; missing: string[] }

/** What is done or looked up outside this machine. */
export type Outside = 'send' | 'call' | 'order' | 'pay' | 'device' | 'post' | 'translate' | 'weather' | 'news' | 'price' | 'search'

export type Words = {
  /** That it cannot be done here, and what can be instead: one sentence each. */
  outside: Record<Outside, string>
  logged(data: Logged): string
  answered(data: Answered): string
  /** Whether there is any, and which. */
  exists(data: { some: boolean; about: string; period: string; names: string[] }): string
  /** “total Cost”, “average Cost”: a field and how it was measured. */
  measured(fn: Fn, field: string): string
  allTime: string
  named(data: NamedSaid): string
  remaining(data: Remaining): string
  occasion(data: Occasion): string
  built(data: BuiltSaid): string
  edited(data: { said: string; app: string; missing: string[] }): string
  undone(data: { what: string; app?: string }): string
  redone(data: { what: string; app?: string }): string
  nothingToUndo(): string
  nothingToRedo(): string
  restored(data: { app: string; when: string }): string
  opened(data: { app: string }): string
  apps(data: { names: string[] }): string
  removed(data: { app: string }): string
  remembered(data: { text: string }): string
  recalled(data: { items: string[]; about: string }): string
  forgotten(data: { count: number; about: string }): string
  calculated(data: { expression: string; shown: string }): string
  feedback(data: { value: number }): string
  thanks(): string
  farewell(): string
  greeting(data: { part: 'morning' | 'day' | 'evening'; name?: string; examples: string[] }): string
  help(data: { examples: string[] }): string
  plan(data: { text: string }): string
  /** What is said to somebody who tells of their day and wants nothing done. */
  heard: Record<Mood, readonly [string, string, string]>
  unclear(data: { examples: string[] }): string
  withheld(data: { app: string; kept: boolean; finding?: string }): string
  cannot(data: { missing: string[] }): string
  failed(data: { code: string; values?: Record<string, string | number> }): string
  undo: string
  examples: [string, string, string]
}
