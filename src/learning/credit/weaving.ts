/**
 * Temporal weaving: an interaction graph of situations and decisions, walked backwards from what came of them.
 *
 * Nodes are situations and the decisions made in them; an edge leads from a decision to what followed, its strength the share
 * of times it did; on a decision lies what it paid at once, on average. A walk backwards gives each decision its worth, also
 * those that were not taken this time, which is the counterfactual baseline: what the alternatives would have brought.
 *
 *   worth(s,a) = pays(s,a) + sum_s' strength(s,a,s') worth(s'),   worth(s) = sum_a pi(a|s) worth(s,a)
 *
 * Where the graph has seen little, what happened this time is believed instead. An eligibility trace carries the difference
 * between what came and what the graph expected back to the decision, through each later decision by its doubt
 * e(s,a) = doubt / (doubt + tries):
 *
 *   credit_t(a) = worth(s_t,a) + 1[a = a_t] / pi(a_t) * sum_k>=t (prod_j=t..k e_j) (r_k + worth(s_k+1) - worth(s_k,a_k))
 *
 * With e = 1 this is doubly robust and without bias, whatever the graph says; with e = 0 the graph alone. On a Markov world the
 * walk is the backup of a learned model. After the idea of the system's authors; doubt as the trace is ours.
 */
import type { Credit, Decision, Episode } from './credit.ts'

/** A change smaller than this is not carried further back. */
const STILL = 1e-9
/** Situations that are weighed in one go: what is left waits for the next, so that no update holds anything up. */
const MOST = 500

type Node = {
  /** Of the policy when the situation was last met. */
  chances: Float64Array
  tries: Float64Array
  /** Sum of what each action paid at once. */
  paid: Float64Array
  /** For each action, how often which situation followed; the end is no node. */
  next: Map<number, number>[]
  worth: Float64Array
  /** Mean worth under `chances`. */
  value: number
  /** Situations that led here. */
  before: Set<number>
}

/** Numbered situations, any number; each has as many actions as its decisions have chances. */
export class Weaving implements Credit {
  /** Tries that an episode of one's own is worth: 0 believes the graph alone, many what happened this time. */
  readonly doubt: number
  private readonly nodes = new Map<number, Node>()
  /** Whose worth is to be looked at again, in order: who waits already keeps the place. */
  private readonly waiting = new Set<number>()

  constructor(doubt = 1) {
    this.doubt = doubt
  }

  learn(episode: Episode): void {
    for (const [t, decision] of episode.entries()) this.note(decision, episode[t + 1])
    for (const { situation } of episode.toReversed()) this.waiting.add(situation)
  }

  private note({ situation, action, chances, reward }: Decision, after?: Decision): void {
    const node = this.node(situation, chances)
    node.chances = chances
    node.tries[action]!++
    node.paid[action]! += reward
    if (!after) return
    node.next[action]!.set(after.situation, (node.next[action]!.get(after.situation) ?? 0) + 1)
    this.node(after.situation, after.chances).before.add(situation)
  }

  credits(episode: Episode): Float64Array[] {
    this.walk()
    let trace = 0
    let later = 0
    const all = episode.toReversed().map((decision) => {
      const { situation, action, chances, reward } = decision
      const node = this.nodes.get(situation)
      const expected = node?.worth[action] ?? 0
      trace = this.doubts(decision) * (reward + later - expected + trace)
      later = node ? mean(chances, node.worth) : 0
      const credit = node ? node.worth.slice() : new Float64Array(chances.length)
      credit[action]! += trace / chances[action]!
      return credit
    })
    return all.reverse()
  }

  private doubts({ situation, action }: Decision): number {
    const tries = this.nodes.get(situation)?.tries[action] ?? 0
    return tries ? this.doubt / (this.doubt + tries) : 1
  }

  private node(situation: number, chances: Float64Array): Node {
    const known = this.nodes.get(situation)
    if (known) return known
    const zeros = () => new Float64Array(chances.length)
    const next = Array.from(chances, () => new Map<number, number>())
    const node = { chances, tries: zeros(), paid: zeros(), next, worth: zeros(), value: 0, before: new Set<number>() }
    this.nodes.set(situation, node)
    return node
  }

  /** Backwards from what changed, as far as it changes anything (prioritised sweeping, Moore & Atkeson 1993, in order of asking). */
  private walk(): void {
    let left = MOST
    for (const situation of this.waiting) {
      if (left-- === 0) return
      this.waiting.delete(situation)
      const node = this.nodes.get(situation)!
      const before = node.value
      this.weigh(node)
      if (Math.abs(node.value - before) > STILL) for (const earlier of node.before) this.waiting.add(earlier)
    }
  }

  /** An action never tried is worth what the others are: nothing is known for or against it. */
  private weigh(node: Node): void {
    const { chances, tries, paid, next, worth } = node
    let sum = 0
    let share = 0
    for (let a = 0; a < worth.length; a++) {
      if (!tries[a]) continue
      let total = paid[a]!
      for (const [to, count] of next[a]!) total += count * this.nodes.get(to)!.value
      worth[a] = total / tries[a]!
      sum += chances[a]! * worth[a]!
      share += chances[a]!
    }
    // What is tried may have become what the policy never does.
    if (share > 0) node.value = sum / share
    for (let a = 0; a < worth.length; a++) if (!tries[a]) worth[a] = node.value
  }
}

function mean(chances: Float64Array, worth: Float64Array): number {
  let sum = 0
  for (let a = 0; a < chances.length; a++) sum += chances[a]! * worth[a]!
  return sum
}
