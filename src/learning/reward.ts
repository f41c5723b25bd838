/**
 * What a decision was worth, from what is seen of it. Some say it outright (a thumb, an undo, an edit); most say nothing, and what
 * they do in the days after has to speak. Satisfaction is therefore predicted: a regression on the implicit signals, learned where
 * somebody said it outright as well, with weights that all cultures share and each one's own deviation from them. The same
 * signal means different things: a long talk after polite words is a good sign in Japanese, and few there press a thumb down.
 * None of that is written here; it is what the deviations learn. How sure the prediction is comes with it.
 *
 * Satisfaction is one objective of several. A person or a region weighs them; unknown ones count by the default.
 */
import type { Language } from '../spec.ts'
import { Regression } from './regression.ts'

/** What was seen of a decision, so far. What was not seen is absent. */
export type Signals = {
  /** -1 to 1. */
  thumb?: number
  undone?: boolean
  /** Changes that were asked for right after. */
  edits?: number
  /** Of the seven days after, on how many it was used. */
  daysUsed?: number
  /** Messages of the conversation it was made in. */
  turns?: number
  /** Of the person's words, -1 (curt, cross) to 1 (warm). */
  tone?: number
  /** What was kept of what the person told that is sensitive, without being asked to: a count. */
  exposed?: number
  /** Rules of law or conduct it went against: a count. */
  violations?: number
  /** Money, in cents, and seconds waited. */
  cents?: number
  seconds?: number
  /** Lines of what was built beyond what the request needs. */
  needless?: number
}

export const OBJECTIVES = ['satisfaction', 'privacy', 'compliance', 'resources', 'simplicity'] as const
export type Objective = (typeof OBJECTIVES)[number]
export type Weights = Readonly<Record<Objective, number>>

/** Privacy and compliance outweigh what pleases; what may never be done is masked before (policy/rules.ts). */
export const DEFAULT_WEIGHTS: Weights = { satisfaction: 1, privacy: 1, compliance: 2, resources: 0.1, simplicity: 0.1 }

/** Satisfaction and how sure it is; the others are counted, and so are sure. */
export type Judged = { objectives: Record<Objective, number> /** Standard deviation of satisfaction. */; unsure: number }

/** Sum of weight times objective: what a learner maximises. */
export const rewardOf = ({ objectives }: Judged, weights: Weights = DEFAULT_WEIGHTS): number =>
  OBJECTIVES.reduce((sum, objective) => sum + weights[objective] * objectives[objective], 0)

/** -1 to 1 where it was said outright: the thumb, else what was done about it at once; null where nothing was. */
export function saidOutright({ thumb, undone, edits }: Signals): number | null {
  if (thumb !== undefined) return Math.max(-1, Math.min(1, thumb))
  if (undone) return -1
  return edits ? Math.max(-1, -0.3 * edits) : null
}

const CULTURES: readonly Language[] = ['en', 'zh', 'ja', 'ko']
const IMPLICIT = 5
/** What is implicit, on scales of about 1; whether it was seen at all stands beside what it was. */
function implicit({ daysUsed, turns, tone }: Signals): number[] {
  return [
    1,
    daysUsed === undefined ? 0 : daysUsed / 3.5 - 1,
    turns === undefined ? 0 : Math.log2(1 + turns) / 2 - 1,
    tone ?? 0,
    daysUsed === undefined ? 0 : 1,
  ]
}

/** Prior variance of shared weights, and of what a culture has of its own. */
const SHARED = 1
const OWN = 0.5

/** (IMPLICIT x (1 + cultures)) weights: what all share, then what each culture has of its own. */
export class RewardModel {
  private readonly model = new Regression(IMPLICIT * (1 + CULTURES.length))

  /** Shared weights first, then each culture's. Scaled, so that one prior does for both. */
  private row(signals: Signals, culture: Language): Float64Array {
    const row = new Float64Array(this.model.size)
    const at = (1 + CULTURES.indexOf(culture)) * IMPLICIT
    for (const [i, value] of implicit(signals).entries()) {
      row[i] = Math.sqrt(SHARED) * value
      row[at + i] = Math.sqrt(OWN) * value
    }
    return row
  }

  /** Somebody said outright what the implicit signals are to tell: learned from; true where there was something to learn. */
  learn(signals: Signals, culture: Language): boolean {
    const said = saidOutright(signals)
    if (said === null) return false
    this.model.add(this.row(signals, culture), said)
    return true
  }

  /** What was said outright where it was (and then `unsure` is 0), else what the implicit signals tell. Each count is a cost. */
  judge(signals: Signals, culture: Language): Judged {
    const said = saidOutright(signals)
    const row = this.row(signals, culture)
    const satisfaction = said ?? Math.max(-1, Math.min(1, this.model.predict(row)))
    const unsure = said === null ? this.model.noise * Math.sqrt(1 + this.model.variance(row)) : 0
    return { objectives: { satisfaction, ...counted(signals) }, unsure }
  }
}

const counted = ({ exposed = 0, violations = 0, cents = 0, seconds = 0, needless = 0 }: Signals) => ({
  privacy: -exposed,
  compliance: -violations,
  resources: -(cents / 10 + seconds / 10),
  simplicity: -needless / 100,
})
