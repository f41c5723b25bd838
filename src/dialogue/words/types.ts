/** Every sentence the agent says, as functions of plain data. One file a language; all four have all of them. */
import type { EntrySaid } from '../entry.ts'
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
/** `app` is empty where it stands open before the person. */
export type Logged = { app: string; entries: EntrySaid[]; did: 'create' | 'update' | 'delete'; standing?: Standing; unsure?: string[] }
/** What going back did to entries: those that are there again, those that are gone, those that read otherwise. */
export type WentBack = { app: string; back: EntrySaid[]; gone: EntrySaid[]; changed: EntrySaid[] }

export type Answered = {
  /** The name that it was narrowed to; empty where it was not. */
  about: string
  period: string
  /** Empty where nothing was found. */
  figure: string
  measure: Fn
  /** The field that was measured, where another could have been meant; empty where it is plain. */
  of: string
  /** What entries are called, one of them and several. */
  nouns: { one: string; many: string }
  rows: { label: string; figure: string }[]
  /** The one that was asked for: the dearest, the last. `name` is empty where it has none but its day; `besides`: what else it is. */
  chosen?: { name: string; besides: string[]; day: string }
  /** How often what is named was found: names of entries that a count is of. */
  entries: string[]
  previous?: { figure: string; change: 'more' | 'less' | 'same' | 'unknown' }
}
/** `reckoned`: from several fields, and called by them. */
export type Fn = 'count' | 'sum' | 'mean' | 'min' | 'max' | 'latest' | 'first' | 'distinct' | 'reckoned'
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
export type Occasion = { about: string; day: string; days?: number; figure: string }
/** `keeps`: what an entry says; `purpose` is said where the app keeps none. */
export type BuiltSaid = { name: string; purpose: string; keeps: string[]; more: number; assumed: string[]; missing: string[] }

/** What is done or looked up outside this machine. */
export type Outside = 'send' | 'call' | 'order' | 'pay' | 'device' | 'post' | 'translate' | 'weather' | 'news' | 'price' | 'search'

export type Words = {
  /** That it cannot be done here, and what can be instead: one sentence each. */
  outside: Record<Outside, string>
  logged(data: Logged): string
  answered(data: Answered): string
  /** Whether there is any, and which. */
  exists(data: { some: boolean; about: string; period: string; names: string[] }): string
  named(data: NamedSaid): string
  remaining(data: Remaining): string
  occasion(data: Occasion): string
  built(data: BuiltSaid): string
  edited(data: { said: string; app: string; missing: string[] }): string
  wentBack(data: WentBack): string
  undone(data: { what: string }): string
  redone(data: { what: string }): string
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
  heard: Record<Mood, readonly [string, string, ...string[]]>
  /** `app` is empty where none is at hand. */
  unclear(data: { app: string; examples: string[] }): string
  withheld(data: { app: string; kept: boolean; finding?: string }): string
  cannot(data: { missing: string[] }): string
  failed(data: { code: string; values?: Record<string, string | number> }): string
  undo: string
  /** What somebody could say first; `most` is an amount a month, `place` one to travel to. */
  examples(data: { most: string; place: string }): [string, string, string]
  /** What could be noted in an app, asked of it, or changed in it. */
  ask: { add(name: string): string; spent: string; mean(field: string): string; count: string; change: string }
}
