/**
 * What a message wants. Several readings of it are weighed, each by its own rule; the one with the most evidence wins.
 * Evidence is words (cues.ts), values (base/language), apps that fit (target.ts), what is open and what came before.
 */
import type { Reading } from '../../base/language/types.ts'
import { chosen, surest } from '../act/choose.ts'
import { chancesOfActs, shown } from '../act/model.ts'
import { declines } from '../offers.ts'
import type { DialogueContext, Features, Intent, Understanding } from './intent.ts'
import { confirmed, listApps, open, redo, removeApp, restore, undo } from './rules/apps.ts'
import { build, plan } from './rules/build.ts'
import { edit } from './rules/edit.ts'
import { log } from './rules/log.ts'
import { forget, recall, remember, tell, told } from './rules/memory.ts'
import { outside } from './rules/outside.ts'
import { query } from './rules/query.ts'
import { askedRelated, editRelated, toldRelated } from './rules/related.ts'
import { feedback, smallTalk, sums, work } from './rules/talk.ts'
import { clipped, type Guess, isOfNone, look, type Signals } from './signals.ts'

/** Pure and total: the same message in the same context is always understood alike. */
export function understand(whole: Reading, ctx: DialogueContext): Understanding {
  const reading = clipped(whole)
  if (declines(reading.text)) return { intent: 'tell', features: { act: 'talk', sure: 1 }, confidence: 1 }
  const signals = look(reading, ctx)
  const guesses = guessesOf(signals)
  const features = featuresOf(signals, guesses)
  const best = surest(guesses)
  const acted = actedOn(signals, guesses, features) ?? best
  if (!acted || (acted === best && best.confidence < 0.3)) return { intent: 'unclear', features, confidence: acted?.confidence ?? 0.2 }
  return { ...acted.is, features, confidence: round(acted.confidence) }
}

/** Characters. A longer message is a text, which the acts were not learned of. */
const BRIEF = 400
function actedOn(signals: Signals, guesses: ReturnType<typeof guessesOf>, features: Features) {
  if (signals.reading.text.length > BRIEF) return null
  const said = shown(signals, guesses)
  const chances = chancesOfActs(said)
  const [act, sure] = Object.entries(chances).reduce((top, each) => (each[1] > top[1] ? each : top))
  Object.assign(features, { act, sure: round(sure), 'act-log': round(chances.log) })
  return chosen(said, guesses, chances)
}

/** What each rule that has something to say makes of the message. */
export const guessesOf = (signals: Signals) =>
  RULES.flatMap(([name, rule]) => {
    const guess = rule(signals)
    return guess && !isAstray(guess.is, signals) ? [{ name, ...guess }] : []
  })

/** What is done in an app, by a rule that sought one itself. */
const INTO_APP = new Set<Intent['intent']>(['log', 'edit', 'query'])
function isAstray(is: Intent, { ctx, ranked }: Signals): boolean {
  const app = 'app' in is && INTO_APP.has(is.intent) ? ranked.find((one) => one.app.id === is.app) : undefined
  return app !== undefined && isOfNone(ctx, app)
}

const RULES: [string, (s: Signals) => Guess][] = [
  ['outside', outside],
  ['calculate', sums],
  ['work', work],
  ['undo', undo],
  ['redo', redo],
  ['restore', restore],
  ['remember', remember],
  ['tell', tell],
  ['recall', recall],
  ['told', told],
  ['forget', forget],
  ['confirm', confirmed],
  ['talk', smallTalk],
  ['feedback', feedback],
  ['list-apps', listApps],
  ['remove-app', removeApp],
  ['open', open],
  ['edit', edit],
  ['log', log],
  ['query', query],
  ['told-related', toldRelated],
  ['asked-related', askedRelated],
  ['edit-related', editRelated],
  ['build', build],
  ['plan', plan],
]
function featuresOf(s: Signals, guesses: { name: string; confidence: number }[]): Features {
  const features: Features = {
    language: s.reading.language,
    words: s.words,
    figures: s.figures,
    bounds: s.bounds,
    rhythms: s.rhythms,
    dates: s.dates,
    question: s.question,
    apps: s.ctx.apps.length,
    open: s.ctx.open !== null,
    last: s.ctx.last.intent ?? 'none',
  }
  if (s.ctx.home) {
    features.home = round(Math.max(0, ...s.ctx.home.chances.values()))
    features.none = round(s.ctx.home.none)
  }
  if (s.target) {
    features.fit = round(s.target.fit)
    features.relevance = round(s.target.relevance)
    features.named = s.target.named
  }
  for (const { name, confidence } of guesses) features[`guess-${name}`] = round(confidence)
  return features
}

const round = (n: number) => Math.round(n * 1000) / 1000
