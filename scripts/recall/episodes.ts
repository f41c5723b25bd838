/** Questions with evidence, surveyed once: what the memory token learns from. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadSet, type Query, type RetrievalSet } from '../../bench/retrieval/sets.ts'
import { type Group, nearest, unitsOf } from '../../bench/retrieval/units.ts'
import type { Rng } from '../../src/base/rng.ts'
import { type Question, readQuestion } from '../../src/memory/recall/question.ts'
import { type Field, survey } from '../../src/memory/recall/signals.ts'
import { point, type Weights } from '../../src/memory/recall/token.ts'
import { Units } from '../../src/memory/recall/units.ts'
import { corpusParts } from './corpus/parts.ts'
import { toldParts } from './told/parts.ts'

export type Episode = {
  query: string
  group: string
  ids: string[]
  vectors: Group['vectors']
  field: Field
  units: Units
  asked: Question['terms']
  /** Slots of evidence among the candidates. */
  evidence: Set<number>
  /** Pieces of evidence there are, found as candidates or not. */
  wanted: number
  type: string
  order(weights: Weights, most: number): number[]
}
export type Part = {
  name: string
  episodes: Episode[]
  weight: number
  /** recall is taken at */
  k: number
  /** Questions on the topic of their memory, which nobody told the answer of. */
  unanswered: Episode[]
}

const hash = (text: string) => [...text].reduce((h, c) => (h * 31 + c.charCodeAt(0)) >>> 0, 0)
const trajectory = ({ group }: Query) => hash(group.replace('+noise', ''))

const PARTS: { name: string; set: string; train: (q: Query) => boolean; validation: (q: Query) => boolean; weight: number; k: number }[] = [
  { name: 'locomo', set: 'locomo', train: (q) => q.group === 'conv-26', validation: (q) => q.group === 'conv-30', weight: 2, k: 10 },
  { name: 'beam', set: 'beam-100k', train: (q) => /-[123]$/.test(q.group), validation: (q) => /-[45]$/.test(q.group), weight: 1, k: 10 },
  {
    name: 'notes with noise',
    set: 'memdaily-zh',
    train: (q) => q.group.endsWith('+noise') && trajectory(q) % 4 === 0,
    validation: (q) => q.group.endsWith('+noise') && trajectory(q) % 8 === 1,
    weight: 0.5,
    k: 5,
  },
  {
    name: 'notes',
    set: 'memdaily-zh',
    train: (q) => !q.group.endsWith('+noise') && trajectory(q) % 8 === 0,
    validation: (q) => !q.group.endsWith('+noise') && trajectory(q) % 8 === 1,
    weight: 0.5,
    k: 5,
  },
  {
    name: 'across languages',
    set: 'xsid-crosslingual',
    train: (q) => hash(q.id) % 4 === 0,
    validation: (q) => hash(q.id) % 4 === 1,
    weight: 0.5,
    k: 1,
  },
  ...(['zh', 'ja', 'ko'] as const).map((language) => ({
    name: `paragraphs ${language}`,
    set: `paragraphs-${language}`,
    train: (q: Query) => hash(q.id) % 8 === 0,
    validation: (q: Query) => hash(q.id) % 8 === 1,
    weight: 0.3,
    k: 1,
  })),
]

/** Each part of each set that is there, and our own conversations. */
export async function load(folder: string): Promise<{ train: Part[]; validation: Part[] }> {
  const parts = PARTS.filter(({ set }) => existsSync(join(folder, set)))
  const own = [...toldParts(), ...corpusParts()]
  const part = (which: 'train' | 'validation'): Part[] => [
    ...parts.map((one) => ({ ...one, ...episodes(loadSet(join(folder, one.set)), one[which]) })),
    ...own.map((one) => ({ ...one, ...episodes(one[which], () => true) })),
  ]
  return { train: part('train'), validation: part('validation') }
}

function episodes(set: RetrievalSet, wanted: (q: Query) => boolean): Pick<Part, 'episodes' | 'unanswered'> {
  const opened = new Map<string, ReturnType<typeof unitsOf>>()
  const of = (query: Query) => {
    const group = opened.get(query.group) ?? unitsOf(set, query.group)
    opened.set(query.group, group)
    return episode(query, group)
  }
  const asked = set.queries.filter(wanted)
  return {
    episodes: asked.filter(({ evidence }) => evidence.length).map(of),
    unanswered: asked.filter(({ evidence }) => evidence.length === 0).map(of),
  }
}

/** Questions of one memory asked of another: nothing there answers them. */
export function foreign(episodes: Episode[], rng: Rng): Episode[] {
  const groups = [...new Map(episodes.map((one) => [one.group, one])).values()]
  return episodes.flatMap((one) => {
    const other = groups[Math.floor(rng.next() * groups.length)]!
    return other.group === one.group ? [] : [episode({ ...NONE, text: one.query, group: other.group }, other)]
  })
}

/** Talk that wants nothing recalled, in the midst of a memory. */
export function idle(texts: string[], episodes: Episode[], rng: Rng): Episode[] {
  return texts.map((text) => episode({ ...NONE, text }, episodes[Math.floor(rng.next() * episodes.length)]!))
}
/** The same questions, and idle talk, asked of a few facts that stand alone: what a new person's memory is like. */
export function few(episodes: Episode[], texts: string[], rng: Rng): Episode[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(rng.next() * list.length)]!
  return episodes.flatMap((one) => {
    const slots = new Set([...one.evidence].slice(0, rng.next() < 0.6 ? 2 : 0))
    const wanted = 3 + Math.floor(rng.next() * 6)
    for (let i = 0; slots.size < wanted && i < 20; i++) slots.add(pick(one.field.candidates).slot)
    const held = [...slots].sort(() => rng.next() - 0.5)
    const units = new Units()
    held.forEach((slot, i) => {
      units.add(i, { text: one.units.get(slot)!.text, kind: 'fact', speaker: null, session: null, at: null })
    })
    const group = {
      units,
      ids: held.map((slot) => one.ids[slot]!),
      vectors: one.vectors.length ? held.map((slot) => one.vectors[slot]!) : [],
    }
    const known = held.filter((slot) => one.evidence.has(slot)).map((slot) => one.ids[slot]!)
    return [episode({ ...NONE, text: one.query, evidence: known }, group), episode({ ...NONE, text: pick(texts) }, group)]
  })
}

const NONE: Query = { id: '', group: '', text: '', type: 'none', evidence: [] }

function episode(query: Query, { units, ids, vectors }: Group): Episode {
  const question = readQuestion(query.text, { now: { date: '2024-06-01', time: '12:00', weekStart: 1 }, language: 'en' })
  const field = survey(units, { question, lexical: units.lexical.search(question.terms), cosine: nearest(vectors, query.text) })
  const evidence = new Set(field.candidates.map(({ slot }) => slot).filter((slot) => query.evidence.includes(ids[slot]!)))
  return {
    query: query.text,
    group: query.group,
    ids,
    vectors,
    field,
    units,
    asked: question.terms,
    evidence,
    wanted: query.evidence.length,
    type: query.type,
    order: (weights, most) => point(weights, field, units, question.terms, most).map(({ slot }) => slot),
  }
}
