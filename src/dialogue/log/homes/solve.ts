/**
 * The assignment of the atoms of a message to fields with the best total score: each field once, words that go on may join
 * the field before them. Dynamic programming over pieces, the ways to read each, and its atoms; a state is the set of fields
 * that are filled, the last one in the order, the field that words would join, and what parted them. Exact up to BEAM states.
 */
import type { Field } from '../../../spec.ts'
import { rank } from './pieces.ts'
import { type Assignment, type Atom, type Placed, SEPS, type Way } from './types.ts'
import { JOIN, PART, W } from './weights.ts'

const BEAM = 160
type Link = { placed?: Placed; joined?: Atom; lost?: Atom; before: Link | null }
type State = {
  mask: number
  /** Place of the last filled field in the order; -1: none. */
  last: number
  /** The field of the last words, by its bit; -1: none, or a figure that cannot be gone on with. */
  words: number
  since: number
  score: number
  link: Link | null
}
export type Ordered = { order: ReadonlyMap<string, number>; onwards: number; backwards: number }

export function solve(pieces: readonly (readonly Way[])[], fields: readonly Field[], order: Ordered, title: string | null): Assignment {
  const bits = new Map(fields.map((field, at) => [field.id, at]))
  let states: State[] = [{ mask: 0, last: -1, words: -1, since: 0, score: 0, link: null }]
  for (const ways of pieces) {
    const next = new Map<string, State>()
    for (const way of ways) {
      let inside = states.map((state) => ({ ...state, score: state.score + way.cost }))
      for (const atom of way.atoms) inside = best(inside.flatMap((state) => steps(state, atom, bits, order, fields)))
      for (const state of inside) keep(next, state)
    }
    states = top([...next.values()])
  }
  const bit = title === null ? undefined : bits.get(title)
  const ends = states.map((state) => ({
    ...state,
    score: state.score + (bit !== undefined && !(state.mask & (1 << bit)) ? W.untitled : 0),
  }))
  return told(ends.reduce((a, b) => (b.score > a.score ? b : a)))
}

function steps(state: State, atom: Atom, bits: ReadonlyMap<string, number>, order: Ordered, fields: readonly Field[]): State[] {
  const since = Math.max(state.since, rank(atom.sep))
  const sep = SEPS[since]!
  const worded = atom.joins
  const next: State[] = []
  for (const home of atom.homes) {
    const bit = bits.get(home.field.id)
    if (bit === undefined || state.mask & (1 << bit)) continue
    const at = order.order.get(home.field.id) ?? -1
    const step = at < 0 || state.last < 0 || ORDERLESS.has(home.field.kind) ? 0 : at > state.last ? order.onwards : order.backwards
    const isWords = WORDED.has(home.field.kind) && worded
    const parted = isWords && state.words >= 0 ? PART[sep] : 0
    next.push({
      mask: state.mask | (1 << bit),
      last: at < 0 || ORDERLESS.has(home.field.kind) ? state.last : at,
      words: isWords ? bit : state.words,
      since: isWords ? 0 : since,
      score: state.score + home.score + step + parted,
      link: { placed: { atom, joined: [], field: home.field, value: home.value }, before: state.link },
    })
  }
  if (worded && state.words >= 0 && atom.text)
    next.push({
      ...state,
      since: 0,
      score: state.score + goesOn(fields[state.words], JOIN[sep]),
      link: { joined: atom, before: state.link },
    })
  next.push({ ...state, since, score: state.score + atom.lost, link: { lost: atom, before: state.link } })
  return next
}
/** Several things after commas are what such a field holds, and remarks follow each other. */
const goesOn = (field: Field | undefined, join: number): number =>
  field && LISTED.test(field.label) ? W.listed : field?.kind === 'note' ? join * 0.4 : field?.kind === 'person' ? join + W.namesake : join
const LISTED = /ingredients?|toppings?|items|symptoms|tags|材料|配料|食材|成分|具|재료|증상들|구성/i
/** Days and answers stand anywhere. */
const ORDERLESS = new Set<Field['kind']>(['date', 'datetime', 'time', 'yesno', 'choice', 'choices'])
const WORDED = new Set<Field['kind']>(['text', 'note', 'place', 'person', 'relation'])

const key = ({ mask, last, words, since }: State) => `${mask}.${last}.${words}.${since}`
function keep(into: Map<string, State>, state: State): void {
  const known = into.get(key(state))
  if (!known || state.score > known.score) into.set(key(state), state)
}
function best(states: readonly State[]): State[] {
  const kept = new Map<string, State>()
  for (const state of states) keep(kept, state)
  return top([...kept.values()])
}
const top = (states: State[]): State[] => (states.length <= BEAM ? states : states.sort((a, b) => b.score - a.score).slice(0, BEAM))

/** Back along the links: what was placed, with the words that joined it, and what was left. */
function told({ link, score }: State): Assignment {
  const chain: Link[] = []
  for (let at = link; at; at = at.before) chain.unshift(at)
  const placed: Placed[] = []
  const lost: Atom[] = []
  const dropped: Atom[] = []
  let words = -1
  for (const { placed: one, joined, lost: none } of chain) {
    if (one) {
      placed.push({ ...one, joined: [] })
      if (one.atom.joins && WORDED.has(one.field.kind)) words = placed.length - 1
    } else if (joined) placed[words]!.joined.push(joined)
    else if (none) (none.figure ? lost : dropped).push(none)
  }
  return { placed, lost, dropped, score }
}
