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
 * walk is the backup of a learned model. After the idea of the seed's authors; "doubt" as the trace is ours.
 */
import type { Credit, Decision, Episode } from './credit.ts'

/** Walks end when no worth moves by more; graphs without circles need two. */
const STILL = 1e-9
const MOST_WALKS = 200

type Node = {
  /** Of the policy when the situation was last met. */
  chances: Float64Array
  tries: Float64Array
  /** Sum of what each action paid at once. */
  paid: Float64Array
  /** For each action, how often which situation followed; the end is no node. */
  next: Map<number, number>[]
  worth: Float64Array
}

export class Weaving implements Credit {
  /** Tries that an episode of one's own is worth: 0 believes the graph alone, many what happened this time. */
  readonly doubt: number
  private readonly nodes = new Map<number, Node>()
  private walked = true

  constructor(doubt = 1) {
    this.doubt = doubt
  }

  learn(episode: Episode): void {
    for (const [t, { situation, action, chances, reward }] of episode.entries()) {
      const node = this.node(situation, chances)
      node.chances = chances
      node.tries[action]!++
      node.paid[action]! += reward
      const after = episode[t + 1]
      if (after) node.next[action]!.set(after.situation, (node.next[action]!.get(after.situation) ?? 0) + 1)
    }
    this.walked = false
  }

  credits(episode: Episode): Float64Array[] {
    if (!this.walked) this.walk()
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
    const node = { chances, tries: zeros(), paid: zeros(), next: Array.from(chances, () => new Map<number, number>()), worth: zeros() }
    this.nodes.set(situation, node)
    return node
  }

  /** Backwards from what was met last, until nothing moves. */
  private walk(): void {
    const backwards = [...this.nodes.values()].reverse()
    for (let walk = 0, moved = 1; moved > STILL && walk < MOST_WALKS; walk++) {
      moved = 0
      for (const node of backwards) moved = Math.max(moved, this.weigh(node))
    }
    this.walked = true
  }

  /** An action never tried is worth what the others are: nothing is known for or against it. */
  private weigh(node: Node): number {
    let moved = 0
    let sum = 0
    let share = 0
    for (let a = 0; a < node.worth.length; a++) {
      const tries = node.tries[a]!
      if (!tries) continue
      let worth = node.paid[a]!
      for (const [to, count] of node.next[a]!) worth += count * this.valueOf(to)
      worth /= tries
      moved = Math.max(moved, Math.abs(worth - node.worth[a]!))
      node.worth[a] = worth
      sum += node.chances[a]! * worth
      share += node.chances[a]!
    }
    for (let a = 0; a < node.worth.length; a++) if (!node.tries[a]) node.worth[a] = sum / share
    return moved
  }

  private valueOf(situation: number): number {
    const { chances, worth } = this.nodes.get(situation)!
    return mean(chances, worth)
  }
}

function mean(chances: Float64Array, worth: Float64Array): number {
  let sum = 0
  for (let a = 0; a < chances.length; a++) sum += chances[a]! * worth[a]!
  return sum
}
