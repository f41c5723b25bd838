/**
 * Options found, not given: where the shortest ways between all pairs of states pass, there is a place worth being able to
 * reach (Simsek & Barto 2009, "Skill characterization based on betweenness"). Of the graph that was seen, states whose
 * betweenness is the highest among their neighbours and far above the usual one become subgoals; without them the graph
 * falls apart into regions, and a subgoal's option may begin in the regions beside it.
 */
import type { Subgoal } from './subgoals.ts'

/** For each state, those that an action usually leads to. */
export type Graph = readonly (readonly number[])[]

/** (states x actions x states) counts of what was seen, to the usual next states. */
export class Seen {
  readonly states: number
  readonly actions: number
  readonly counts: Map<number, number>[]
  /** (states x actions) */
  readonly tries: Uint32Array

  constructor(states: number, actions: number) {
    this.states = states
    this.actions = actions
    this.counts = Array.from({ length: states * actions }, () => new Map())
    this.tries = new Uint32Array(states * actions)
  }

  add(from: number, action: number, to: number): void {
    const at = from * this.actions + action
    const row = this.counts[at]!
    this.tries[at]!++
    row.set(to, (row.get(to) ?? 0) + 1)
  }

  /** Of each action the state it leads to most often. */
  graph(): Graph {
    return Array.from({ length: this.states }, (_, state) => {
      const rows = this.counts.slice(state * this.actions, (state + 1) * this.actions)
      const next = rows.flatMap((row) => (row.size ? [[...row].reduce((a, b) => (b[1] > a[1] ? b : a))[0]] : []))
      return [...new Set(next)].filter((to) => to !== state)
    })
  }
}

/** Number of shortest ways through each state, a way counted by its share (Brandes 2001). */
export function betweenness(graph: Graph): Float64Array {
  const through = new Float64Array(graph.length)
  for (let source = 0; source < graph.length; source++) {
    const { order, ways, before } = breadthFirst(graph, source)
    const share = new Float64Array(graph.length)
    for (const state of order.reverse()) {
      for (const from of before[state]!) share[from]! += (ways[from]! / ways[state]!) * (1 + share[state]!)
      if (state !== source) through[state]! += share[state]!
    }
  }
  return through
}

/** States in order of distance, the number of shortest ways to each, and the last states on them. */
function breadthFirst(graph: Graph, source: number) {
  const distance = new Int32Array(graph.length).fill(-1)
  const ways = new Float64Array(graph.length)
  const before: number[][] = Array.from(graph, () => [])
  const order = [source]
  distance[source] = 0
  ways[source] = 1
  for (const state of order)
    for (const next of graph[state]!) {
      if (distance[next]! < 0) {
        distance[next] = distance[state]! + 1
        order.push(next)
      }
      if (distance[next] !== distance[state]! + 1) continue
      ways[next]! += ways[state]!
      before[next]!.push(state)
    }
  return { order, ways, before }
}

/** So many standard deviations above the mean must a place stand out. */
const OUTSTANDING = 2

/** Numbers of the states that stand out. O(states * edges). */
export function bottlenecks(graph: Graph): number[] {
  const through = betweenness(graph)
  const mean = through.reduce((a, b) => a + b, 0) / through.length
  const deviation = Math.sqrt(through.reduce((sum, value) => sum + (value - mean) ** 2, 0) / through.length)
  const undirected = bothWays(graph)
  return graph.flatMap((_, state) => {
    const highest = undirected[state]!.every((near) => through[near]! <= through[state]!)
    return highest && through[state]! > mean + OUTSTANDING * deviation ? [state] : []
  })
}

function bothWays(graph: Graph): number[][] {
  const both = graph.map((next) => new Set(next))
  for (const [state, next] of graph.entries()) for (const to of next) both[to]!.add(state)
  return both.map((near) => [...near])
}

/** What is left of the graph without the given states, as the number of a region a state; -1 for those states. */
function regions(graph: Graph, without: ReadonlySet<number>): Int32Array {
  const near = bothWays(graph)
  const region = new Int32Array(graph.length).fill(-1)
  let count = 0
  for (let state = 0; state < graph.length; state++) {
    if (region[state]! >= 0 || without.has(state)) continue
    const found = [state]
    region[state] = count
    for (const one of found)
      for (const next of near[one]!)
        if (region[next]! < 0 && !without.has(next)) {
          region[next] = count
          found.push(next)
        }
    count++
  }
  return region
}

/** A way to each bottleneck, from the regions beside it and from the other bottlenecks of those. */
export function subgoalsOf(graph: Graph): Subgoal[] {
  const places = bottlenecks(graph)
  const region = regions(graph, new Set(places))
  const near = bothWays(graph)
  const beside = new Map(places.map((place) => [place, new Set(near[place]!.map((state) => region[state]!).filter((one) => one >= 0))]))
  return places.map((place) => {
    const home = beside.get(place)!
    const from = graph.map((_, state) => {
      const own = beside.get(state)
      return own ? [...own].some((one) => home.has(one)) : home.has(region[state]!)
    })
    return {
      name: `to ${place}`,
      place: (state) => state,
      places: graph.length,
      reached: (state) => state === place,
      from: (state) => from[state]!,
    }
  })
}
