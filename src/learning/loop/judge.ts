/**
 * From what was told of one topic to the policy that decides it next. A fold over the occasions in their order, so that the same
 * journal always gives the same policy, and one without some of its events gives what would have been learned without them.
 *
 *   shipped -> trying   once what the shipped policy did was not liked, on average of the last few times
 *   trying  -> learned  once a candidate gains over the shipped policy, at the lower end of its bound
 *   trying  -> rested   once both were tried often enough to see a difference, and none was seen
 *   learned -> trying   once it does harm: its occasions are put aside, and what speaks for it has to be seen again
 *
 * Candidates are few and fixed (policy/topics.ts). One occasion in three teaches what each action is worth, which says who the
 * candidate is and steadies the estimate; the others judge, each by what was learned before it. A gain is doubly robust,
 *
 *   x_t = direct_candidate - direct_shipped + (pi_candidate - pi_shipped) / p_t * (r_t - expected)
 *
 * and bet on (bets.ts), with the chance to be wrong shared by the candidates. Occasions that left no choice judge nothing; where
 * one is not known yet, those after it wait, or what is known sooner would weigh more.
 */
import type { LinearPolicy } from '../../policy/linear.ts'
import { candidate, isGiven, shippedPolicy, type Topic, takesOther, WHERES, type Where } from '../../policy/topics.ts'
import type { Estimate } from '../evaluate/interval.ts'
import { Regression } from '../regression.ts'
import { type Bet, highest, lowest, mirrored, Purse } from './bets.ts'
import type { Occasion } from './occasions.ts'

/** Chance that a policy is promoted that gains nothing, however often it is looked at. */
export const WRONGLY = 0.0005
/** One that pleases half of the time is taken back wrongly once in so many occasions: the shipped one is safe, so that costs little. */
export const TAKEN_BACK = 20
/** Of so many, the last, the mean says whether the shipped policy is liked. */
const LATELY = 4
/** While the other action looks better it is taken every other time; else one time in ten, to see whether that is true. */
const EVENLY = 1
const SELDOM = 0.2
/** One occasion in so many teaches, the others judge. */
const TEACHES = 3

export type State = 'shipped' | 'trying' | 'learned' | 'rested'
export type Standing = {
  state: State
  /** That decides next, what it tries included. */
  policy: LinearPolicy
  where: Where | null
  /** While it is tried: every other time, and not one time in ten. */
  evenly: boolean
  /** Of the candidate over the shipped policy; null where nothing was judged. Told when it is asked for: it takes a while. */
  gain(): Estimate | null
  /** Chance at most that it gains nothing. */
  doubt: number
  /** A policy was learned before, and did harm. */
  harmed: boolean
}

/** Who decides next: `all` occasions of the topic since it was begun, oldest first. O(n). */
export function standingOf(topic: Topic, all: readonly Occasion[]): Standing {
  if (!begun(topic, all)) return shipped(topic)
  let course = new Course(topic, false)
  for (const occasion of settled(all)) {
    course.add(occasion)
    if (course.state === 'rested') break
    if (course.harms) course = new Course(topic, true)
  }
  return course.standing()
}

const shipped = (topic: Topic): Standing => ({
  ...{ state: 'shipped', policy: shippedPolicy(topic), where: null, evenly: false, gain: () => null, doubt: 1, harmed: false },
})

/** Up to the first of which nothing is known yet. */
export function settled(all: readonly Occasion[]): readonly Occasion[] {
  const open = all.findIndex(({ reward }) => reward === null)
  return open < 0 ? all : all.slice(0, open)
}

/** Whether somebody ever showed that they do not like what is shipped: before that nothing else is tried on them. */
function begun({ actions, before }: Topic, all: readonly Occasion[]): boolean {
  const own = all.flatMap(({ action, reward }) => (reward !== null && action === actions[0] ? [reward] : []))
  const span = Math.max(LATELY, before)
  let sum = 0
  for (const [i, reward] of own.entries()) {
    sum += reward - (own[i - span] ?? 0)
    if (i + 1 >= before && sum < -LEAST_GAIN) return true
  }
  return false
}

// ---- Learning and judging -------------------------------------------------------------------------------------

const isTry = ({ probability }: Occasion) => probability > 0 && probability < 1

/** Bets on one candidate, and what they brought. */
type Stake = { bets: Bet[]; purse: Purse }
const stake = (): Stake => ({ bets: [], purse: new Purse() })
function put({ bets, purse }: Stake, bet: Bet | null): void {
  if (!bet) return
  bets.push(bet)
  purse.bet(bet)
}

/** The occasions from the first try on, or from the last time that something did harm. */
class Course {
  state: Exclude<State, 'shipped'> = 'trying'
  private where: Where | null = null
  private tries = 0
  private readonly topic: Topic
  private readonly harmed: boolean
  private readonly teacher: Teacher
  private readonly stakes = new Map<Where, Stake>(WHERES.map((where) => [where, stake()]))
  /** Since it was promoted: that people do not like what it does, and that the shipped policy would have been better. */
  private readonly disliked = new Purse(0, true)
  private readonly worse = new Purse(0, true)

  constructor(topic: Topic, harmed: boolean) {
    this.topic = topic
    this.harmed = harmed
    this.teacher = new Teacher(topic)
  }

  add(occasion: Occasion): void {
    const tried = isTry(occasion)
    if (tried) this.tries++
    if (this.state === 'learned') this.watch(occasion)
    else this.weigh(occasion, tried)
  }

  private weigh(occasion: Occasion, tried: boolean): void {
    if (!tried || this.tries % TEACHES === 1) this.teacher.learn(occasion)
    else for (const [where, one] of this.stakes) put(one, betOn(this.topic, where, occasion, this.teacher.expected))
    this.where = this.teacher.candidate()
    if (this.doubt <= WRONGLY) this.state = 'learned'
    else if (this.tries >= this.topic.tries) this.state = 'rested'
  }

  private watch(occasion: Occasion): void {
    const { topic } = this
    if (occasion.action === topic.actions[1]) this.disliked.bet({ value: -occasion.reward!, least: -1, most: 1 })
    const bet = isTry(occasion) && betOn(topic, this.where!, occasion, this.teacher.expected)
    if (bet) this.worse.bet(mirrored(bet))
  }

  get harms(): boolean {
    return Math.max(this.disliked.wealth, this.worse.wealth) >= TAKEN_BACK
  }

  /** Chance at most that the candidate gains nothing, whichever of them it had become. */
  private get doubt(): number {
    return this.where === null ? 1 : Math.min(1, WHERES.length * this.stakes.get(this.where)!.purse.doubt)
  }

  standing(): Standing {
    const { state, where, harmed, doubt } = this
    const gain = () => where && estimateOf(this.stakes.get(where)!.bets)
    const policy = this.policy()
    return { state, policy, where: state === 'rested' ? null : where, evenly: policy.exploration === EVENLY, gain, doubt, harmed }
  }

  private policy(): LinearPolicy {
    const { topic, state, where } = this
    if (state === 'rested') return shippedPolicy(topic)
    if (state === 'learned') return { ...candidate(topic, where!), exploration: SELDOM }
    // Where nothing was seen yet the other action is the likelier one to please.
    const promising = where !== null || this.tries === 0
    return { ...shippedPolicy(topic), id: `${topic.id}/trying`, exploration: promising ? EVENLY : SELDOM }
  }
}

function estimateOf(bets: readonly Bet[]): Estimate | null {
  if (!bets.length) return null
  const misses = WRONGLY / WHERES.length
  const value = bets.reduce((sum, bet) => sum + bet.value, 0) / bets.length
  return { value, low: lowest(bets, misses), high: highest(bets, misses), count: bets.length }
}

/** What each action is worth where, from the occasions that teach. */
class Teacher {
  private readonly topic: Topic
  private readonly models = [new Regression(2), new Regression(2)]
  /** Occasions that taught, without and with what is given. */
  private readonly taught = [0, 0]

  constructor(topic: Topic) {
    this.topic = topic
  }

  learn({ features, action, reward }: Occasion): void {
    const given = isGiven(this.topic, features)
    this.taught[given ? 1 : 0]!++
    this.models[this.topic.actions.indexOf(action)]!.add(rowOf(given), reward!)
  }

  /** -1 to 1, one an action. */
  readonly expected = (given: boolean): [shipped: number, other: number] => {
    const [shipped, other] = this.models.map((model) => Math.max(-1, Math.min(1, model.predict(rowOf(given)))))
    return [shipped!, other!]
  }

  /** The one that should gain most on what was taught; null where none should gain. */
  candidate(): Where | null {
    const gains = [false, true].map((given) => {
      const [shipped, other] = this.expected(given)
      return this.taught[given ? 1 : 0]! * (other - shipped)
    })
    const of = WHERES.map((where) => gains.reduce((sum, gain, i) => sum + (takesOther(where, i === 1) ? gain : 0), 0))
    const best = Math.max(...of)
    return best > LEAST_GAIN ? WHERES[of.findIndex((gain) => gain >= best - LEAST_GAIN)]! : null
  }
}
const rowOf = (given: boolean) => [1, given ? 1 : 0]
/** Less is rounding. */
const LEAST_GAIN = 1e-9

/**
 * What an occasion says of a candidate's gain; null where the candidate does what is shipped. `expected`: what each action is worth
 * without and with what is given. How much is at stake may not depend on which of the two it is this time, or a gain in the one would
 * be bet on more than the loss in the other, and a candidate that gains nothing on the whole could win.
 */
export function betOn(topic: Topic, where: Where, occasion: Occasion, expected: (given: boolean) => readonly [number, number]): Bet | null {
  const { features, action, probability, reward } = occasion
  const given = isGiven(topic, features)
  if (!takesOther(where, given)) return null
  const taken = topic.actions.indexOf(action)
  // The candidate does the other thing here, and the shipped policy never does.
  const weights = [-1, 1].map((moved, a) => moved / (a === taken ? probability : 1 - probability))
  const gainOf = ([shipped, other]: readonly [number, number], a: number, r: number) =>
    other - shipped + weights[a]! * (r - (a === 0 ? shipped : other))
  const possible = [false, true].flatMap((one) =>
    takesOther(where, one) ? [-1, 1].flatMap((r) => [gainOf(expected(one), 0, r), gainOf(expected(one), 1, r)]) : [],
  )
  return { value: gainOf(expected(given), taken, reward!), least: Math.min(...possible), most: Math.max(...possible) }
}
