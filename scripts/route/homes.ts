/** Homes drawn from requests, and what is said in them: the examples that the route learns from. */
import { LOCALE } from '../../bench/home/home.ts'
import { currencyOf } from '../../src/base/language/currency.ts'
import { read } from '../../src/base/language/read.ts'
import type { Now } from '../../src/base/language/types.ts'
import type { Rng } from '../../src/base/rng.ts'
import { readEntry } from '../../src/dialogue/log/read.ts'
import type { Alternatives } from '../../src/dialogue/route/features.ts'
import { alternatives } from '../../src/dialogue/route/model.ts'
import type { AppGlimpse, DialogueContext } from '../../src/dialogue/understand/intent.ts'
import type { AppId } from '../../src/events.ts'
import { builtinEmbedder } from '../../src/memory/embed/builtin.ts'
import { LANGUAGES, type Language, type Rec } from '../../src/spec.ts'
import { synthesise } from '../../src/studio/synthesise.ts'
import { meanings } from '../embedder/corpus/index.ts'
import { type Asked, benched, type Step, written } from './corpus.ts'

const now: Now = { date: '2026-11-25', time: '10:00', weekStart: 1 }
const embedder = builtinEmbedder()
if (!embedder.ok) throw new Error(embedder.error.message)
const embed = embedder.value.embedText

/** `meant` is the place of what is right among the alternatives; the last is none. */
export type Example = Alternatives & { meant: number; weight: number; held: boolean }
type Made = { app: AppGlimpse; asked: Asked; language: Language; held: boolean }

const around = (language: Language) => ({ now, locale: LOCALE[language], currency: currencyOf(LOCALE[language]) })
const reading = (text: string, language: Language) =>
  read(text, { now, language, currency: currencyOf(LOCALE[language]), hints: { locale: LOCALE[language] } })

/** Everything there is to learn from, `rounds` times over, each time in other homes. A fifth of the apps is held out. */
export function* examplesOf(rounds: number, rng: Rng): Generator<Example> {
  const homes = new Homes(rng)
  for (let round = 0; round < rounds; round++) {
    for (const one of homes.made) {
      yield* homes.none(one.asked.request, one.language, one, one.held)
      for (const step of one.asked.said) yield* homes.said(step, one)
    }
    for (const language of LANGUAGES)
      for (const [i, text] of written(language).none.entries()) yield* homes.none(text, language, null, i % 5 === 0)
    for (const meaning of meanings(300, rng).filter(({ domain }) => ['home', 'family', 'tastes', 'travel'].includes(domain)))
      for (const language of LANGUAGES) yield* homes.none(pick(meaning.said[language], rng), language, null, false, 0.5)
  }
}

const pick = <T>(list: readonly T[], rng: Rng): T => list[Math.floor(rng.next() * list.length)]!
/** What names its app well enough: a change of the bench (“add a rating”) is of the one that was spoken of. */
const standsAlone = ({ does }: Step, { asked }: Made) => does !== 'edit' || asked.family === null

class Homes {
  readonly made: Made[]
  private readonly rng: Rng
  /** Each app as it stands in the homes of others. */
  private readonly furnished: Map<Made, AppGlimpse>
  constructor(rng: Rng) {
    this.rng = rng
    this.made = LANGUAGES.flatMap((language) =>
      [...benched(language), ...written(language).asked].map((asked, i): Made => {
        const { spec } = synthesise(reading(asked.request, language), { ...around(language), before: [] })
        const { name, icon } = spec
        const app = { id: `${language}${i}` as AppId, name, icon, spec, usedAt: '', version: 1, requests: [asked.request] }
        return { app, asked, language, held: rng.next() < 0.2 }
      }),
    )
    this.furnished = new Map(this.made.map((one) => [one, this.lived(one, null)]))
  }

  /** Said where its app stands among others. */
  said(step: Step, one: Made): Example[] {
    const others = this.home(one.language, this.size(), one)
    const last = this.rng.next() < 0.2 || !standsAlone(step, one) ? one.app.id : this.someone(others)
    return this.example(step.say, one.language, others, this.lived(one, step), last, one.held)
  }

  /** Said where no app is meant: none like `beside` is there. */
  none(text: string, language: Language, beside: Made | null, held: boolean, weight = 1): Example[] {
    const apps = this.home(language, 1 + this.size(), beside ?? pick(this.made, this.rng))
    return this.example(text, language, apps, null, this.someone(apps), held, weight)
  }

  private size = () => Math.floor(this.rng.next() ** 0.8 * 16)
  private someone = (apps: AppGlimpse[]) => (apps.length && this.rng.next() < 0.3 ? pick(apps, this.rng).id : null)

  private home(language: Language, count: number, beside: Made): AppGlimpse[] {
    const other = (one: Made) =>
      one !== beside && one.app.icon !== beside.app.icon && (!one.asked.family || one.asked.family !== beside.asked.family)
    const own = this.made.filter((one) => one.language === language && other(one))
    const any = this.made.filter((one) => one.language !== language && other(one))
    const chosen = new Set(Array.from({ length: count }, () => pick(this.rng.next() < 0.92 ? own : any, this.rng)))
    return [...chosen].map((one) => this.furnished.get(one)!)
  }

  /** The app with entries of what else is told to it, without the one that is said now. */
  private lived({ app, asked, language }: Made, now: Step | null): AppGlimpse {
    const known: Record<string, Rec[]> = {}
    for (const step of asked.said.filter((each) => each.does === 'log' && each !== now && this.rng.next() < 0.7)) {
      const entries = readEntry(reading(step.say, language), app.spec, around(language))
      for (const op of entries.ok ? entries.value.ops : [])
        if (op.do === 'create')
          known[op.collection] = [...(known[op.collection] ?? []), { id: `r${this.rng.next()}`, values: op.values } as Rec]
    }
    return { ...app, known }
  }

  private example(
    text: string,
    language: Language,
    others: AppGlimpse[],
    meant: AppGlimpse | null,
    last: AppId | null,
    held: boolean,
    weight = 1,
  ): Example[] {
    const used = () => new Date(1e12 + this.rng.next() * 1e10).toISOString()
    const apps = (meant ? [...others, meant] : others).map((app) => Object.assign(app, { usedAt: used() }))
    if (!apps.length) return []
    const ctx: DialogueContext = { apps, open: null, ...around(language), window: [], last: { app: last, intent: last ? 'log' : null } }
    const { ids, apps: rows, none } = alternatives(reading(text, language), ctx, embed)
    return [{ apps: rows, none, meant: meant ? ids.indexOf(meant.id) : apps.length, weight, held }]
  }
}
