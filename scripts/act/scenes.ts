/** What the agent knows when each line of a talk is said: the apps built so far, as they are filled, and what went before. */

import type { Line, Talk } from '../../bench/talks/corpus.ts'
import { currencyOf } from '../../src/base/language/currency.ts'
import { read } from '../../src/base/language/read.ts'
import type { Now, Reading } from '../../src/base/language/types.ts'
import type { Rng } from '../../src/base/rng.ts'
import { readEntry } from '../../src/dialogue/log/read.ts'
import type { AppGlimpse, DialogueContext } from '../../src/dialogue/understand/intent.ts'
import type { AppId } from '../../src/events.ts'
import type { Language, Rec } from '../../src/spec.ts'
import { changeIn } from '../../src/studio/edit.ts'
import { synthesise } from '../../src/studio/synthesise.ts'

export const NOW: Now = { date: '2026-11-25', time: '10:00', weekStart: 1 }
export type Scene = { line: Line; reading: Reading; context: DialogueContext; meant: AppId | null }

/** What a line was, as the turn after it sees it. */
const INTENT: Partial<Record<Line['act'], string>> = {
  ask: 'query',
  fix: 'log',
  drop: 'log',
  talk: 'tell',
  chat: 'greeting',
  world: 'outside',
  remind: 'build',
  'delete-app': 'remove-app',
}

export class Stage {
  private readonly apps: AppGlimpse[] = []
  private open: AppGlimpse | null = null
  private last: DialogueContext['last'] = { app: null, intent: null }
  private readonly window: DialogueContext['window'] = []
  private readonly locale: string
  private readonly language: Language
  constructor(locale: string, language: Language) {
    this.locale = locale
    this.language = language
  }

  reading = (text: string): Reading =>
    read(text, { now: NOW, language: this.language, currency: currencyOf(this.locale), hints: { locale: this.locale } })

  context(): DialogueContext {
    const currency = currencyOf(this.locale)
    return {
      apps: [...this.apps],
      open: this.open?.id ?? null,
      now: NOW,
      locale: this.locale,
      currency,
      window: [...this.window],
      last: this.last,
      changes: (said, spec) => changeIn(said, spec, { now: NOW, locale: this.locale, currency }),
    }
  }

  /** The app that a wish makes is open from then on. */
  build(text: string): AppGlimpse {
    const before = this.window.filter(({ role }) => role === 'person').map((line) => line.text)
    const { spec } = synthesise(this.reading(text), { now: NOW, locale: this.locale, currency: currencyOf(this.locale), before })
    const n = this.apps.length
    const usedAt = new Date(1e12 + n * 6e4).toISOString()
    const app = { id: `app-${n}` as AppId, name: spec.name, icon: spec.icon, spec, usedAt, version: 1, requests: [text], known: {} }
    this.apps.push(app)
    this.open = app
    return app
  }

  /** What a line leaves behind for those after it. */
  said(line: Line) {
    const at = line.app === null ? this.open : (this.apps[line.app] ?? null)
    if (line.act === 'build') this.build(line.text)
    if (line.act === 'log' && at) this.enter(line.text, at)
    if (line.act === 'open' && at) this.open = at
    this.last = { app: (line.act === 'build' ? this.open : at)?.id ?? null, intent: INTENT[line.act] ?? line.act }
    this.window.push({ role: 'person', text: line.text })
  }

  meant = (line: Line): AppId | null => (line.app === null ? this.open : this.apps[line.app])?.id ?? null

  private enter(text: string, app: AppGlimpse) {
    const entries = readEntry(this.reading(text), app.spec, { ...this.context(), known: app.known! })
    const known: Record<string, readonly Rec[]> = { ...app.known }
    for (const [i, op] of (entries.ok ? entries.value.ops : []).entries())
      if (op.do === 'create')
        known[op.collection] = [
          ...(known[op.collection] ?? []),
          { id: `r${this.window.length}-${i}`, seq: this.window.length * 100 + i, values: op.values } as Rec,
        ]
    // Whoever keeps the glimpse keeps what is known of it: a new entry makes a new one.
    const filled = { ...app, known }
    this.apps[this.apps.indexOf(app)] = filled
    if (this.open === app) this.open = filled
  }
}

/** So often is a thing said while no app is open and none was spoken of, as on another day. */
const CLOSED = 0.25

export function scenesOf({ locale, language, lines }: Talk, rng: Rng, closing = CLOSED): Scene[] {
  const stage = new Stage(locale, language)
  return lines.map((line) => {
    const context = stage.context()
    const closed = { ...context, open: null, last: { app: null, intent: null }, window: [] }
    const scene = { line, reading: stage.reading(line.text), context: rng.next() < closing ? closed : context, meant: stage.meant(line) }
    stage.said(line)
    return scene
  })
}
