/**
 * What reading a sentence gives, before anybody decides what it means: the values in it, where they stand, and
 * the words that bound, repeat or place them. Offsets are in the normalised text (normalise.ts).
 */
import type { Language, PeriodUnit } from '../../spec.ts'

/** The person's now. */
export type Now = {
  /** 'YYYY-MM-DD', their calendar day. */
  date: string
  /** 'HH:MM', their wall clock. */
  time: string
  /** First day of their week: 0 Sunday, 1 Monday. */
  weekStart: 0 | 1
}

export type Context = { now: Now; language: Language /** what "500" in a money field or "¥" means: ISO 4217 */; currency: string }

export type Span = { start: number; end: number; text: string }

/** Of which week, month or year a day is was not said: the nearest fitting one, or the coming one, was taken. */
export type Guessed = 'week' | 'month' | 'year'

/** A value read from words. Numbers are already plain: '5만', '五万', '50k' are 50000. */
export type Read =
  | { kind: 'number'; value: number }
  | { kind: 'percent'; value: number }
  | { kind: 'money'; amount: number; currency: string }
  /** `unit` is an id of units.ts; `counter` is the classifier used for things: 杯, 개, 冊, "cups of". */
  | { kind: 'quantity'; value: number; unit: string; dimension: string }
  | { kind: 'count'; value: number; counter: string }
  | { kind: 'duration'; minutes: number }
  /** `to` (exclusive) where a span was said: "next week", "3-5 May", "3日間" from a start. */
  | { kind: 'date'; date: string; to?: string; guessed?: Guessed }
  | { kind: 'time'; time: string }
  | { kind: 'datetime'; date: string; time: string; guessed?: Guessed }
  /** "this month", "last week", "4月", "올해", "the last 7 days": a span to ask about. `to` exclusive. */
  | { kind: 'period'; from: string; to: string; unit?: PeriodUnit; offset?: number; days?: number }
  /** "a month", "每天", "매주", "毎朝", "every 3 days": how often. `times` a period ("3 times a week"), weekdays 0-6 (Sunday 0). */
  | {
      kind: 'every'
      unit: PeriodUnit
      count: number
      times?: number
      weekdays?: number[]
      at?: string[] /** days of the month, 1-31: "every 15th", 每月15号 */
      monthdays?: number[] /** several times a day: "every 2 hours" */
      minutes?: number
    }
  /** "at most 5000 yen a month", "8杯以上", "예산 10만원", "under 20 minutes". */
  | { kind: 'bound'; op: 'most' | 'least' | 'about'; of: Read; per?: PeriodUnit }
  /** "from 80 to 65 kg", "1-10". */
  | { kind: 'range'; low: number; high: number; unit?: string /** said from high to low: "from 80 to 65 kg" */; down?: true }

export type Found<R extends Read = Read> = Span & { read: R }

export type Token = Span & {
  /** 'word' for a content or function word, 'number', 'punct'. */
  kind: 'word' | 'number' | 'punct'
  script: 'latin' | 'han' | 'kana' | 'hangul' | 'other'
  /** Folded for comparing: lower case, no diacritics, English singular, Korean without its particle, simplified Han. */
  stem: string
}

/** A sentence, read. */
export type Reading = {
  /** As typed. */
  raw: string
  /** NFKC, full-width to half-width, odd spaces and controls gone, emoji kept. */
  text: string
  /** The main language, and one per clause where they differ. */
  language: Language
  clauses: (Span & { language: Language })[]
  tokens: Token[]
  /** Longest readings that do not overlap, in order. A bound covers the value it bounds. */
  values: Found[]
}
