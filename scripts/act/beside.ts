/**
 * What is said beside a list with entries in it (beside/*.txt, and the corrections of scripts/mend): small talk with the same
 * names and figures, new entries, questions with their right answers, and what else is wanted.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Line } from '../../bench/talks/corpus.ts'
import { read } from '../../src/base/language/read.ts'
import type { Rng } from '../../src/base/rng.ts'
import { ACTS, type Act } from '../../src/dialogue/act/acts.ts'
import type { AppGlimpse, DialogueContext } from '../../src/dialogue/understand/intent.ts'
import type { AppId } from '../../src/events.ts'
import { type AppSpec, LANGUAGES, type Language } from '../../src/spec.ts'
import { changeIn } from '../../src/studio/edit.ts'
import { currencyOf, specOf } from '../entry/corpus.ts'
import { type KeptApp, keptApps, NOW, type Said } from '../mend/corpus.ts'
import type { Scene } from './scenes.ts'

const here = dirname(fileURLToPath(import.meta.url))
const MENDS = join(here, '..', 'mend', 'corpus')
/** An app with its entries, what was said beside it, and the corrections of it. */
export type Beside = { app: KeptApp; spec: AppSpec; lines: Line[]; mends: Line[] }

/** The one of which `## locale | who` is the heading; throws where there is none. */
export function headed<T>(line: string, all: readonly T[], appOf: (one: T) => KeptApp): T {
  const [locale = '', who = ''] = line.slice(3).split(/\s*\|\s*/)
  const found = all.find((one) => appOf(one).locale === locale.trim() && appOf(one).who === who)
  if (!found) throw new Error(`no such app: ${line}`)
  return found
}

const ACT: Record<Said['does'], Act> = { update: 'fix', delete: 'drop', create: 'log' }
const LINE = /^([a-z-]+): (.+?)(?:\s+=>\s*(.+))?$/

/** Throws where a line is not of the form, or of an app that is not there: the corpus is ours. */
export function besides(language: Language): Beside[] {
  const found = keptApps(language, MENDS).map(
    (app): Beside => ({
      app,
      spec: { ...specOf(app, app.fields), name: app.fields[0]?.label ?? 'App' },
      lines: [],
      mends: app.said.map(({ text, does }) => ({ act: ACT[does], app: null, text, expected: null })),
    }),
  )
  let at: Beside | undefined
  for (const line of readFileSync(join(here, 'beside', `${language}.txt`), 'utf8').split('\n')) {
    if (!line.trim()) continue
    if (line.startsWith('## ')) {
      at = headed(line, found, ({ app }) => app)
      continue
    }
    const [, act, text, expected] = LINE.exec(line) ?? []
    if (!ACTS.includes(act as Act) || !text || !at) throw new Error(`not a line beside an app: ${line}`)
    at.lines.push({ act: act as Act, app: null, text, expected: expected ?? null })
  }
  return found
}

const glimpseOf = ({ app, spec }: Beside, id: string): AppGlimpse => ({
  id: id as AppId,
  name: spec.name,
  icon: spec.icon,
  spec,
  usedAt: '2026-11-28T09:00:00.000Z',
  version: 1,
  requests: [app.fields.map(({ label }) => label).join(', ')],
  known: { items: app.kept },
})

export function contextOf(beside: Beside, others: readonly Beside[], open: boolean): DialogueContext {
  const { locale, language } = beside.app
  const currency = currencyOf(locale, language)
  const own = glimpseOf(beside, 'app-0')
  return {
    apps: [own, ...others.map((other, i) => glimpseOf(other, `app-${i + 1}`))],
    open: open ? own.id : null,
    now: NOW,
    locale,
    currency,
    window: [],
    last: { app: null, intent: null },
    changes: (said, spec) => changeIn(said, spec, { now: NOW, locale, currency }),
  }
}

/** So often is it said while the app is open. */
const OPEN = 0.75
/** Each line with the app as it was, alone or among one or two others; `app` is its place among all. */
export function scenesBeside(rng: Rng): { scene: Scene; app: number; mend: boolean }[] {
  return LANGUAGES.flatMap((language) => {
    const all = besides(language)
    return all.flatMap((beside, app) =>
      [...beside.lines, ...beside.mends].map((line, i) => {
        const others = Array.from({ length: Math.floor(rng.next() * 3) }, () => all[Math.floor(rng.next() * all.length)]!)
        const context = contextOf(
          beside,
          others.filter((other) => other !== beside),
          rng.next() < OPEN,
        )
        const reading = read(line.text, { now: NOW, language, currency: context.currency, hints: { locale: context.locale } })
        return { scene: { line, reading, context, meant: 'app-0' as AppId }, app, mend: i >= beside.lines.length }
      }),
    )
  })
}
