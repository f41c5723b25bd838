/** The kit as an app's source sees it: what it may import, and no more. test/studio/kit.test.ts keeps it in step with index.tsx; studio/agents/kitdocs.ts makes a model's documentation of it. */
declare module '@kit' {
  export type Node = object | string | number | boolean | null | undefined | Node[]
  type Part = (props: { id: string }) => Node
  type Tab = { id: string; label: string; content: () => Node }
  /** What a field of a record holds. A date is YYYY-MM-DD, a time HH:MM, a datetime YYYY-MM-DDTHH:MM, a duration minutes, a choice the id of its option, a relation the id of a record. */
  export type Value = string | number | boolean | string[] | null
  /** One record of a collection: its values by the ids of its fields. A computed field is not among them. */
  export type Rec<Values = Record<string, Value>> = { id: string; values: Values; seq: number; createdAt: string; at: string; by: string }

  /** The page: everything an app shows stands inside it, once. Draws the name, the notes on risks and the messages. `entry` is the id of the collection whose form stands open at the top. */
  export const App: (props: { entry?: string; children?: Node }) => Node
  /** Notices (Limit, Goal, Streak …) side by side where there is room. */
  export const Notices: (props: { children?: Node }) => Node
  /** Views behind tabs; the first is open. A tab shows a view of the manifest where it has its id. */
  export const Tabs: (props: { tabs: Tab[] }) => Node
  /** A button in the look of the app. `action` is one word for what it does. */
  export const Button: (props: {
    action: string
    kind?: 'primary' | 'quiet' | 'danger'
    onClick?: () => void
    disabled?: boolean
    children?: Node
  }) => Node
  /** The form that adds a record to collection `of`, with a control fit for each field and its errors beside it. `only` lists the fields it asks for. */
  export const RecordForm: (props: { of: string; only?: string[] }) => Node
  /** The button that opens that form over the page. */
  export const AddButton: (props: { to: string }) => Node

  /** A view of kind list by its id: rows to open, change and delete, with search where there are many. */
  export const ListView: Part
  /** A view of kind table by its id. */
  export const TableView: Part
  /** A view of kind cards by its id. */
  export const CardsView: Part
  /** A view of kind board by its id: a column an option of its choice field, cards that move. */
  export const BoardView: Part
  /** A view of kind calendar by its id: a month of days with their records. */
  export const CalendarView: Part
  /** A view of kind timeline by its id: the days in order, each with its records by time and its total. */
  export const TimelineView: Part
  /** A view of kind chart by its id: line, bar or pie of a query. */
  export const ChartView: Part
  /** A view of kind summary by its id: tiles with the figures of queries. */
  export const SummaryView: Part

  /** Behaviour limit by its id: how much of the most is used, a warning near it and beyond it. */
  export const Limit: Part
  /** Behaviour goal by its id: how far it is, for the period or in all. */
  export const Goal: Part
  /** Behaviour streak by its id: periods in a row, and the button for today. */
  export const Streak: Part
  /** Behaviour reminder by its id: what is due. */
  export const Reminder: Part
  /** Behaviour recurrence by its id: what comes round, and the button that moves it on. */
  export const Recurrence: Part
  /** Behaviour stock by its id: what runs low. */
  export const Stock: Part
  /** Behaviour progress by its id: the share that is done. */
  export const Progress: Part
  /** Behaviour countdown by its id: the days that are left. */
  export const Countdown: Part
  /** Behaviour timer by its id: phases that follow each other, or lengths to choose from. */
  export const Timer: Part
  /** Behaviour routine by its id: steps one after the other, each for its minutes. */
  export const Routine: Part
  /** Behaviour repetition by its id: flashcards that come back when they would be forgotten. */
  export const Review: Part
  /** Behaviour quiz by its id: questions with answers to type. */
  export const Quiz: Part
  /** Behaviour split by its id: who owes whom, settled with the fewest payments. */
  export const Split: Part
  /** Behaviour pick by its id: a fair random choice. */
  export const Pick: Part
  /** Behaviour score by its id: points by player and round. */
  export const Score: Part
  /** Behaviour decision by its id: options weighed by criteria. */
  export const Decision: Part
  /** Behaviour calculator by its id: inputs and what is worked out from them. */
  export const Calculator: Part
  /** Behaviour converter by its id: one unit into another. */
  export const Converter: Part
  /** Behaviour ask by its id: a model's answer about records or about what is typed. */
  export const Ask: Part
  /** Behaviour shopping by its id: what the planned recipes need, put on the list. */
  export const Shopping: Part

  /** The collections of this app's manifest with the values of their fields; known while its types are checked. */
  export interface OwnCollections {}
  type CollectionId = [keyof OwnCollections] extends [never] ? string : keyof OwnCollections & string
  type ValuesOf<Id> = Id extends keyof OwnCollections ? OwnCollections[Id] : Record<string, Value>
  type Collection<Values> = {
    records: Rec<Values>[]
    add(values: Partial<Values>): Promise<string | null>
    update(record: string, values: Partial<Values>): Promise<string | null>
    remove(record: Rec<Values>): Promise<void>
  }
  /** The live records of a collection in the order they were made, and the ways to change them: the only store of an app's data. `add` and `update` answer null, or why it could not be saved (and show it); `remove` offers to undo. */
  export function useCollection<Id extends CollectionId>(id: Id): Collection<ValuesOf<Id>>
  /** The person's day (YYYY-MM-DD) and clock (HH:MM), kept right; weekStart 0 is Sunday. Use it in place of Date. */
  export function useNow(): { date: string; time: string; weekStart: 0 | 1 }
  /** Asks a model, where the manifest has the capability `ai` and the person allows it (they are asked the first time). `request` is what it is to do (2,000 characters), `about` what with (24,000); neither holds anything that is not the app's own. The answer is plain text to show as text, never code; `problem` says why there is none: no model is set up, not allowed, enough for today. An app works without it. */
  export function useAsk(): {
    ask(request: string, about?: string): Promise<void>
    asking: boolean
    answer: string | null
    problem: string | null
  }
  /** The manifest, as app.json has it. */
  export function useSpec(): object
  export function useView(id: string, kind: string): object
  export function useBehaviour(id: string, kind: string): object
  /** The answer to a query (see KitDocs “query”): one figure and, where it groups, its rows. */
  export function useQuery(query: object): {
    value: number | null
    previous?: number | null
    rows: { key: string; label: string; value: number; count: number }[]
  }
  export function useWords(): Record<string, unknown>

  type Maybe = number | null
  /** null for what is not finite, such as a division by zero. */
  export function finite(n: number): Maybe
  /** Missing values are left out, in this and the next. */
  export function sum(values: readonly Maybe[]): number
  /** null for nothing at all, as smallest, largest and latest. */
  export function mean(values: readonly Maybe[]): Maybe
  export function smallest(values: readonly Maybe[]): Maybe
  export function largest(values: readonly Maybe[]): Maybe
  /** The value on the latest day. */
  export function latest(values: readonly { on: string | null; value: Maybe }[]): Maybe
  export type LimitState = 'fine' | 'near' | 'over'
  /** Near from `warnAt` (a share, 0 to 1) of `most`. */
  export function limitState(value: number, most: number, warnAt: number): LimitState
  export function round(x: number, digits?: number): number
  /** Without the dust of binary fractions. */
  export function tidy(n: number): number
  /** Of what is not a date these give nothing; in a formula that is a missing value. */
  export function addDays(date: string, count: number): string
  /** Whole days from one date to the other; below zero where `to` is earlier. So months, years, minutes and hours. */
  export function days(from: string, to: string): number
  export function months(from: string, to: string): number
  export function years(from: string, to: string): number
  export function minutes(from: string, to: string): number
  export function hours(from: string, to: string): number
}

declare module '@kit/test' {
  /** One test of logic.test.ts, run where it stands: no page, no clock, no network. */
  export function test(what: string, run: () => void): void
  /** Equal as values; numbers up to the dust of binary fractions. Throws if not. */
  export function equal(actual: unknown, expected: unknown): void
}

declare module '@kit/jsx-runtime' {
  import type { Node } from '@kit'
  export namespace JSX {
    type Element = Node
    type ElementType = string | ((props: never) => Node)
    interface ElementChildrenAttribute {
      children: object
    }
    interface IntrinsicElements {
      [tag: string]: Record<string, unknown>
    }
  }
  export function jsx(type: unknown, props: unknown, key?: unknown): Node
  export function jsxs(type: unknown, props: unknown, key?: unknown): Node
  export const Fragment: (props: { children?: Node }) => Node
}
