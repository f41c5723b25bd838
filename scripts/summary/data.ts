/**
 * What the summariser learns from and is measured on: spans of turns, and questions with the spans that answer them. From
 * retrieval sets in the layout of bench/retrieval/sets.ts, from conversations of our own (scripts/recall/told) and sentences
 * of our own (scripts/embedder/corpus).
 *
 *   locomo conv-26 | conv-30      beam-100k chats 1-3 | 4-5      memdaily-zh by a hash of the trajectory, 1/4 | 1/8
 *   paragraphs by a hash of the paragraph, 1/2 | 1/4: no paragraph of the validation part is read while learning
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Doc, loadSet, type Query, type RetrievalSet, timeOf } from '../../bench/retrieval/sets.ts'
import { sessionOf } from '../../bench/retrieval/units.ts'
import type { Rng } from '../../src/base/rng.ts'
import { meanings } from '../embedder/corpus/index.ts'
import { LANGUAGES } from '../embedder/corpus/slots.ts'
import { pick } from '../embedder/draw.ts'
import { TOLD_LANGUAGES, toldSet } from '../recall/told/index.ts'

/** A span is its texts in order. */
export type Span = string[]
/** Questions with the numbers of the spans that hold their evidence. */
export type Asked = { spans: Span[]; questions: { text: string; spans: number[] }[] }
export type Source = { name: string; weight: number; draw(rng: Rng): Asked }
/** Each memory that is asked, whole. */
export type Held = { name: string; memories: Asked[] }

const hash = (text: string) => [...text].reduce((h, c) => (h * 31 + c.charCodeAt(0)) >>> 0, 0)
const trajectory = (group: string) => hash(group.replace('+noise', ''))

type Kind = {
  name: string
  set: string
  /** turns of a span at most */ turns: number
  train: (group: string, doc: string) => boolean
  validation: (group: string, doc: string) => boolean
  weight: number
}
const KINDS: Kind[] = [
  { name: 'locomo', set: 'locomo', turns: 4, train: (g) => g === 'conv-26', validation: (g) => g === 'conv-30', weight: 2 },
  { name: 'beam', set: 'beam-100k', turns: 1, train: (g) => /-[123]$/.test(g), validation: (g) => /-[45]$/.test(g), weight: 1 },
  {
    name: 'notes zh',
    set: 'memdaily-zh',
    turns: 3,
    train: (g) => g.endsWith('+noise') && trajectory(g) % 4 === 0,
    validation: (g) => g.endsWith('+noise') && trajectory(g) % 8 === 1,
    weight: 2,
  },
  ...(['zh', 'ja', 'ko'] as const).map((language) => ({
    name: `paragraphs ${language}`,
    set: `paragraphs-${language}`,
    turns: 1,
    train: (_: string, doc: string) => hash(doc) % 4 > 1,
    validation: (_: string, doc: string) => hash(doc) % 4 === 1,
    weight: 1,
  })),
]

export function readSources(folder: string, rng: Rng): { sources: Source[]; held: Held[]; texts: string[] } {
  const sources: Source[] = []
  const held: Held[] = []
  const texts: string[] = []
  for (const kind of KINDS.filter(({ set }) => existsSync(join(folder, set)))) {
    const set = loadSet(join(folder, kind.set))
    const parts = memoriesOf(set, kind)
    sources.push({ name: kind.name, weight: kind.weight, draw: (rng) => drawFrom(pick(parts.train, rng), kind.turns, rng) })
    held.push({ name: kind.name, memories: parts.validation.map((memory) => asked(memory, cutEvenly(memory, kind.turns))) })
    for (const { docs } of parts.train) texts.push(...docs.map(({ text }) => text))
  }
  for (const language of TOLD_LANGUAGES) {
    const kind: Kind = { name: `told ${language}`, set: '', turns: 4, train: () => true, validation: () => true, weight: 1 }
    const train = memoriesOf(toldSet(language, TOLD, false, rng), kind).train
    const validation = memoriesOf(toldSet(language, TOLD_HELD, true, rng), kind).validation
    sources.push({ name: kind.name, weight: kind.weight, draw: (rng) => drawFrom(pick(train, rng), kind.turns, rng) })
    held.push({ name: kind.name, memories: validation.map((memory) => asked(memory, cutEvenly(memory, kind.turns))) })
    for (const { docs } of train) texts.push(...docs.map(({ text }) => text))
  }
  const own = meanings(12_000, rng)
  sources.push({ name: 'own sentences', weight: 4, draw: (rng) => drawOwn(own, rng) })
  for (const { said } of own) for (const language of LANGUAGES) texts.push(said[language][0]!)
  return { sources, held, texts }
}

/** Memories composed of one language (scripts/recall/told): to learn from, and with templates of their own to validate. */
const TOLD = 40
const TOLD_HELD = 20

type Line = { id: string; text: string; session: string }
type Memory = { docs: Line[]; queries: Query[] }

const spoken = ({ text, speaker, caption }: Doc) =>
  `${speaker && speaker !== 'user' && speaker !== 'assistant' ? `${speaker}: ` : ''}${text} ${caption ?? ''}`.trim()

function memoriesOf(set: RetrievalSet, { train, validation, turns }: Kind): { train: Memory[]; validation: Memory[] } {
  const byGroup = new Map<string, Query[]>()
  for (const query of set.queries) byGroup.set(query.group, [...(byGroup.get(query.group) ?? []), query])
  const of = (part: (group: string, doc: string) => boolean): Memory[] =>
    [...byGroup].flatMap(([group, queries]) => {
      const ids = set.groups.get(group) ?? []
      const docs = ids.map((id): Line => {
        const doc = set.docs.get(id)!
        return { id, text: spoken(doc), session: sessionOf(doc, timeOf(doc.time)) ?? id }
      })
      // Paragraphs are one memory for all: there a part is one of documents.
      const alone = turns === 1 && set.groups.size === 1
      const own = alone ? docs.filter(({ id }) => part(group, id)) : part(group, '') ? docs : []
      const known = new Set(own.map(({ id }) => id))
      const answered = queries.filter(({ evidence }) => evidence.length && evidence.every((id) => known.has(id)))
      return answered.length ? [{ docs: own, queries: answered }] : []
    })
  return { train: of(train), validation: of(validation) }
}

/** Consecutive lines of one session, at most `turns` of them. */
function cutEvenly({ docs }: Memory, turns: number): Line[][] {
  return cutBy(docs, () => turns)
}
function cutBy(docs: Line[], turnsOf: () => number): Line[][] {
  const out: Line[][] = []
  let most = turnsOf()
  for (const doc of docs) {
    const last = out.at(-1)
    if (last && last.length < most && last[0]!.session === doc.session) last.push(doc)
    else {
      out.push([doc])
      most = turnsOf()
    }
  }
  return out
}

function asked({ queries }: Memory, lines: Line[][]): Asked {
  const at = new Map(lines.flatMap((span, i) => span.map(({ id }) => [id, i] as const)))
  return {
    spans: lines.map((span) => span.map(({ text }) => text)),
    questions: queries.map(({ text, evidence }) => ({ text, spans: [...new Set(evidence.flatMap((id) => at.get(id) ?? []))] })),
  }
}

const SPANS = 32
const QUESTIONS = 20

/** Some questions of a memory, the spans that answer them, and others beside those; cut anew each time. */
function drawFrom(memory: Memory, turns: number, rng: Rng): Asked {
  const all = asked(memory, turns === 1 ? cutBy(memory.docs, () => 1) : cutBy(memory.docs, () => 1 + Math.floor(rng.next() * (turns + 1))))
  const questions = shuffled(all.questions, rng).slice(0, QUESTIONS)
  const wanted = new Set(questions.flatMap(({ spans }) => spans.slice(0, 3)))
  for (let i = 0; wanted.size < Math.min(SPANS, all.spans.length) && i < 200; i++) wanted.add(Math.floor(rng.next() * all.spans.length))
  const chosen = [...wanted].slice(0, SPANS + 16)
  const place = new Map(chosen.map((span, i) => [span, i]))
  return {
    spans: chosen.map((span) => all.spans[span]!),
    questions: questions
      .map(({ text, spans }) => ({ text, spans: spans.flatMap((span) => place.get(span) ?? []) }))
      .filter(({ spans }) => spans.length),
  }
}

/** Spans of sentences of our own; asked by another way of saying one of them, now and then in another language. */
function drawOwn(own: ReturnType<typeof meanings>, rng: Rng): Asked {
  const domain = rng.next() < 0.5 ? pick(own, rng).domain : null
  const from = domain ? own.filter((one) => one.domain === domain) : own
  const language = pick(LANGUAGES, rng)
  const spans: Span[] = []
  const questions: Asked['questions'] = []
  const home = new Map<number, number[]>()
  const told = Array.from({ length: SPANS }, () => Array.from({ length: 1 + Math.floor(rng.next() * 6) }, () => pick(from, rng)))
  told.forEach((span, i) => {
    for (const { number } of span) home.set(number, [...(home.get(number) ?? []), i])
    spans.push(span.map(({ said }) => said[language][0]!))
  })
  told.slice(0, QUESTIONS).forEach((span) => {
    const one = pick(span, rng)
    const ways = rng.next() < 0.2 ? one.said[pick(LANGUAGES, rng)] : one.said[language]
    questions.push({ text: ways[1 + Math.floor(rng.next() * (ways.length - 1))]!, spans: [...new Set(home.get(one.number)!)] })
  })
  return { spans, questions }
}

export function shuffled<T>(list: readonly T[], rng: Rng): T[] {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(rng.next() * (i + 1))
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}
