/**
 * Which app of the home a message is of, or none: a conditional logit model (McFadden, 1974). P(app a) is proportional to
 * exp(w·f(a)), P(none) to exp(v·g), with the features of features.ts. scripts/route/train.ts trains the weights.
 */
import type { Reading } from '../../base/language/types.ts'
import type { AppId } from '../../events.ts'
import type { DialogueContext, Home } from '../understand/intent.ts'
import { clipped, look } from '../understand/signals.ts'
import { guessesOf } from '../understand/weigh.ts'
import { type Alternatives, dot, featuresOf, OF_APP, OF_NONE } from './features.ts'
import type { Embed } from './meant.ts'
import { profileOf } from './profile.ts'
import trained from './weights.json' with { type: 'json' }

export type RouteWeights = { app: Float32Array; none: Float32Array }

/** Throws where a feature has no weight: they were trained before it was added. */
export function routeWeights(): RouteWeights {
  const of = (names: readonly string[], weights: Record<string, number>) =>
    Float32Array.from(names, (name) => {
      if (weights[name] === undefined) throw new Error(`the weights of the route have none for “${name}”: train them again`)
      return weights[name]
    })
  return {
    app: of(OF_APP, trained.app),
    none: of(OF_NONE, trained.none),
  }
}

/** The features of each alternative: the apps, likeliest by the rules first, and none. */
export function alternatives(whole: Reading, ctx: DialogueContext, embed: Embed | null) {
  const signals = look(clipped(whole), ctx)
  const guesses = new Map(guessesOf(signals).map(({ name, confidence }) => [name, confidence]))
  const known = signals.ranked.map(({ app }) => profileOf(app, embed, ctx.now))
  const said = signals.ranked.map(({ app, exact }) => exact && isTelling(app.name))
  return { ids: signals.ranked.map(({ app }) => app.id), said, ...featuresOf({ signals, guesses, profiles: known, embed }) }
}

/** Of each app, in their order, and of none. */
export const scoresOf = ({ apps, none }: Alternatives, weights: RouteWeights): number[] => [
  ...apps.map((row) => dot(row, weights.app)),
  dot(none, weights.none),
]

/** For an app said by its whole name, of two words or four characters: what the model learns from hardly ever does. */
const NAMED = 3
const isTelling = (name: string) => /\S\s+\S/.test(name.trim()) || /[^\x20-\x7e]{4}/.test(name)

/** The chance of each app, and of none of them; they sum to 1. */
export function route(reading: Reading, ctx: DialogueContext, embed: Embed | null, weights = loaded()): Home {
  const { ids, said, ...rows } = alternatives(reading, ctx, embed)
  const scores = scoresOf(rows, weights).map((score, i) => score + (said[i] ? NAMED : 0))
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const all = powers.reduce((sum, power) => sum + power, 0)
  return { chances: new Map(ids.map((id, i) => [id, powers[i]! / all])), none: powers.at(-1)! / all }
}

let opened: RouteWeights | undefined
const loaded = () => (opened ??= routeWeights())

/**
 * How much likelier what is open, and what was spoken of last, is to be meant than its words alone say: of 400 messages of
 * scripts/act/corpus said with another app there, 85 % were of the app so found, 66 % of those of another than the open one.
 */
const OPEN = 8
const LAST = 3
/** So likely must it be that the words are of no app of the home for the open one to stand, whatever they are near. */
const BESIDE = 0.6

/** The app that a message is of where one is open. */
export function likeliest({ chances, none }: Home, { open, last }: DialogueContext): AppId | null {
  if (none >= BESIDE) return open
  const weigh = (id: AppId) => (chances.get(id) ?? 0) * (id === open ? OPEN : 1) * (id === last.app ? LAST : 1)
  return [...chances.keys()].reduce<AppId | null>((best, id) => (best && weigh(best) >= weigh(id) ? best : id), open)
}
