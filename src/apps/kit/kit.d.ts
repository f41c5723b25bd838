/** The kit as an app's source sees it: what it may import, and no more. test/studio/kit.test.ts keeps it in step with index.tsx. */
declare module '@kit' {
  export type Node = object | string | number | boolean | null | undefined | Node[]
  type Part = (props: { id: string }) => Node
  type Tab = { id: string; label: string; content: () => Node }
  export type Value = string | number | boolean | string[] | null
  export type Rec = { id: string; values: Record<string, Value>; seq: number; createdAt: string; at: string; by: string }

  export const App: (props: { entry?: string; children?: Node }) => Node
  export const Notices: (props: { children?: Node }) => Node
  export const Tabs: (props: { tabs: Tab[] }) => Node
  export const Button: (props: {
    action: string
    kind?: 'primary' | 'quiet' | 'danger'
    onClick?: () => void
    disabled?: boolean
    children?: Node
  }) => Node
  export const RecordForm: (props: { of: string; only?: string[] }) => Node
  export const AddButton: (props: { to: string }) => Node

  export const ListView: Part
  export const TableView: Part
  export const CardsView: Part
  export const BoardView: Part
  export const CalendarView: Part
  export const TimelineView: Part
  export const ChartView: Part
  export const SummaryView: Part

  export const Limit: Part
  export const Goal: Part
  export const Streak: Part
  export const Reminder: Part
  export const Recurrence: Part
  export const Stock: Part
  export const Progress: Part
  export const Countdown: Part
  export const Timer: Part
  export const Routine: Part
  export const Review: Part
  export const Quiz: Part
  export const Split: Part
  export const Pick: Part
  export const Score: Part
  export const Decision: Part
  export const Calculator: Part
  export const Converter: Part
  export const Shopping: Part

  type Collection = {
    records: Rec[]
    add(values: Record<string, Value>): Promise<string | null>
    update(record: string, values: Record<string, Value>): Promise<string | null>
    remove(record: Rec): Promise<void>
  }
  export function useCollection(id: string): Collection
  export function useNow(): { date: string; time: string; weekStart: 0 | 1 }
  export function useSpec(): object
  export function useView(id: string, kind: string): object
  export function useBehaviour(id: string, kind: string): object
  export function useQuery(query: object): {
    value: number | null
    previous?: number | null
    rows: { key: string; label: string; value: number; count: number }[]
  }
  export function useWords(): Record<string, unknown>

  type Maybe = number | null
  export function finite(n: number): Maybe
  export function sum(values: readonly Maybe[]): number
  export function mean(values: readonly Maybe[]): Maybe
  export function smallest(values: readonly Maybe[]): Maybe
  export function largest(values: readonly Maybe[]): Maybe
  export function latest(values: readonly { on: string | null; value: Maybe }[]): Maybe
  export type LimitState = 'fine' | 'near' | 'over'
  export function limitState(value: number, most: number, warnAt: number): LimitState
  export function round(x: number, digits?: number): number
  export function tidy(n: number): number
  /** Of what is not a date these give nothing; in a formula that is a missing value. */
  export function addDays(date: string, count: number): string
  export function days(from: string, to: string): number
  export function months(from: string, to: string): number
  export function years(from: string, to: string): number
  export function minutes(from: string, to: string): number
  export function hours(from: string, to: string): number
}

declare module '@kit/test' {
  export function test(what: string, run: () => void): void
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
