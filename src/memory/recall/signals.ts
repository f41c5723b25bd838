/**
 * What speaks for recalling a unit, as numbers: the inputs of the memory token. Lexical scores of its own words and of
 * the turns around it, of its session, how much of the question it covers, who speaks, when, what kind of answer it
 * could be, and the likeness of meaning where there are vectors.
 */
import type { Scored } from '../index/lexical/lexical.ts'
import { ASK_NAMES, type Ask, type Question } from './question.ts'
import type { Units } from './units.ts'

export const SIGNALS = [
  'own',
  'own-share',
  'before',
  'after',
  'before-2',
  'after-2',
  'window',
  'session',
  'session-share',
  'covers',
  'window-covers',
  'rarest',
  'speaker',
  'other-speaker',
  'person-speaks',
  'agent-speaks',
  'day',
  'month',
  'length',
  'question',
  'answers-question',
  'recency',
  'latest',
  'number-asked',
  'time-asked',
  'place-asked',
  'item',
  'cosine',
  'cosine-around',
  'cosine-share',
  'rank',
  'semantic-rank',
] as const
export const SIGNAL_COUNT = SIGNALS.length

export type Evidence = {
  question: Question
  /** BM25 of each slot that shares a term. */
  lexical: readonly Scored[]
  /** Cosine of slots near in meaning; empty without vectors. */
  cosine: ReadonlyMap<number, number>
  /** Whether a slot may be seen; both legs have left out what may not already. */
  seen?: (slot: number) => boolean
}

export type Candidate = { slot: number; signals: Float32Array }

/** What the question and the field of candidates are like: the inputs of the gate. */
export const SETTINGS = [
  'en',
  'zh',
  'ja',
  'ko',
  'dialogue',
  'agent',
  'alone',
  'terms',
  'named',
  'dated',
  'when',
  'who',
  'where',
  'count',
  'why',
  'list',
  'latest',
  'sum',
  'peak',
  'covered',
  'cosine',
  'cosine-peak',
  'units',
  'length',
] as const
export const SETTING_COUNT = SETTINGS.length

export type Field = {
  candidates: Candidate[]
  setting: Float32Array
  /** Which of the question's terms a slot has, and what each is worth: (LexicalIndex.ordered). */
  masks: ReadonlyMap<number, Pick<Scored, 'mask'>>
  weights: readonly number[]
}

/** Below this nothing is near, and shares of the nearest say nothing. */
const LEAST_COSINE = 0.1
/** How much of a neighbour's score counts in the window. */
const BESIDE = 0.35
/** How many candidates the memory token looks at. */
export const MOST_CANDIDATES = 120

/** The candidates of a question with their signals, the likeliest first, and what the whole field is like. */
export function survey(units: Units, evidence: Evidence, most = MOST_CANDIDATES): Field {
  const { question, lexical, cosine, seen = () => true } = evidence
  const beside = (slot: number, by: number) => {
    const near = units.beside(slot, by)
    return near >= 0 && seen(near) ? near : -1
  }
  const hits = new Map(lexical.map((hit) => [hit.slot, hit]))
  const scoreOf = (slot: number) => (slot < 0 ? 0 : (hits.get(slot)?.score ?? 0))
  const window = new Map<number, number>()
  const around = (slot: number) => {
    const known = window.get(slot)
    if (known !== undefined) return known
    let sum = scoreOf(slot)
    for (const by of [-1, 1]) sum += BESIDE * scoreOf(beside(slot, by))
    return sum
  }
  const best = strongest(lexical, 4 * most)
  for (const { slot } of best)
    for (const by of [0, -1, 1, -2, 2]) {
      const near = by === 0 ? slot : beside(slot, by)
      if (near >= 0 && !window.has(near)) window.set(near, around(near))
    }
  const byMeaning = [...cosine].sort((a, b) => b[1] - a[1])
  const chosen = new Set(
    [...window]
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([slot]) => slot),
  )
  for (const [slot] of byMeaning.slice(0, Math.ceil(most / 2))) chosen.add(slot)
  const sessions = sessionScores(units, best)
  const context: Context = {
    units,
    question,
    beside,
    hits,
    scoreOf,
    around,
    cosine,
    sessions,
    most: Math.max(1e-9, ...best.map(({ score }) => score)),
    mostWindow: Math.max(1e-9, ...window.values()),
    mostSession: Math.max(1e-9, ...sessions.values()),
    mostCosine: Math.max(LEAST_COSINE, ...cosine.values()),
    all: fullScore(units, question),
    rarest: Math.max(1e-9, units.lexical.ordered(question.terms)[0]?.weight ?? 0),
    named: units.named(question.terms),
    rank: new Map([...chosen].sort((a, b) => around(b) - around(a)).map((slot, i) => [slot, i])),
    semanticRank: new Map(byMeaning.map(([slot], i) => [slot, i])),
  }
  const candidates = [...context.rank.keys()].map((slot) => ({ slot, signals: signalsOf(slot, context) }))
  const weights = units.lexical.ordered(question.terms).map(({ weight }) => weight)
  return { candidates, setting: settingOf(candidates, context), masks: hits, weights }
}

function settingOf(candidates: Candidate[], { units, question, named, cosine }: Context): Float32Array {
  const first = candidates.slice(0, 20)
  const share = (test: (slot: number) => boolean) => first.filter(({ slot }) => test(slot)).length / Math.max(1, first.length)
  const values = (name: (typeof SIGNALS)[number]) => candidates.map(({ signals }) => signals[PLACE[name]]!).sort((a, b) => b - a)
  const peak = (list: number[]) => (list[0] ?? 0) - (list[9] ?? list.at(-1) ?? 0)
  const own = values('own-share')
  const near = values('cosine')
  const told = {
    en: question.language === 'en',
    zh: question.language === 'zh',
    ja: question.language === 'ja',
    ko: question.language === 'ko',
    dialogue: share((slot) => units.get(slot)?.speaker !== null),
    agent: share((slot) => units.get(slot)?.speaker === 'agent'),
    alone: share((slot) => units.get(slot)?.session === null),
    terms: Math.log1p(question.terms.size) / 4,
    named: named.size > 0,
    dated: question.spans.length > 0,
    ...(Object.fromEntries(ASK_NAMES.map((ask) => [ask, question.asks.has(ask)])) as Record<Ask, boolean>),
    peak: peak(own),
    covered: values('covers')[0] ?? 0,
    cosine: near[0] ?? 0,
    'cosine-peak': cosine.size ? peak(near) : 0,
    units: Math.log1p(units.size) / 10,
    length: first.reduce((sum, { slot }) => sum + Math.log1p(units.get(slot)?.terms ?? 0), 0) / Math.max(1, first.length) / 5,
  } satisfies Record<(typeof SETTINGS)[number], number | boolean>
  return Float32Array.from(SETTINGS, (name) => Number(told[name]))
}

function strongest(scored: readonly Scored[], most: number): Scored[] {
  return scored.length <= most ? [...scored] : [...scored].sort((a, b) => b.score - a.score).slice(0, most)
}

/** A session's score: its three best turns. */
function sessionScores(units: Units, lexical: readonly Scored[]): Map<string, number> {
  const top = new Map<string, [number, number, number]>()
  for (const { slot, score } of lexical) {
    const session = units.get(slot)?.session
    if (session == null) continue
    const three = top.get(session) ?? [0, 0, 0]
    if (score > three[0]) [three[0], three[1], three[2]] = [score, three[0], three[1]]
    else if (score > three[1]) [three[1], three[2]] = [score, three[1]]
    else if (score > three[2]) three[2] = score
    top.set(session, three)
  }
  return new Map([...top].map(([session, [a, b, c]]) => [session, a + b + c]))
}

/** What a short document with every term of the question would score. */
function fullScore(units: Units, { terms }: Question): number {
  let sum = 0
  for (const [term, weight] of terms) sum += weight * units.lexical.idf(term) * 1.3
  return Math.max(1e-9, sum)
}

type Context = {
  units: Units
  question: Question
  beside(slot: number, by: number): number
  hits: ReadonlyMap<number, Scored>
  scoreOf(slot: number): number
  around(slot: number): number
  cosine: ReadonlyMap<number, number>
  sessions: ReadonlyMap<string, number>
  most: number
  mostWindow: number
  mostSession: number
  mostCosine: number
  all: number
  rarest: number
  named: ReadonlySet<string>
  rank: ReadonlyMap<number, number>
  semanticRank: ReadonlyMap<number, number>
}

function signalsOf(slot: number, c: Context): Float32Array {
  const { units, question } = c
  const unit = units.get(slot)!
  const out = new Float32Array(SIGNAL_COUNT)
  const at = (by: number) => c.beside(slot, by)
  const hit = c.hits.get(slot)
  const coversOf = (of: number) => (of < 0 ? 0 : (c.hits.get(of)?.covers ?? 0))
  const session = unit.session === null ? 0 : (c.sessions.get(unit.session) ?? 0)
  const before = at(-1)
  const cosineOf = (of: number) => (of < 0 ? 0 : (c.cosine.get(of) ?? 0))
  const asks = (name: Parameters<typeof question.asks.has>[0], fits: boolean) => (question.asks.has(name) && fits ? 1 : 0)
  const put = (name: (typeof SIGNALS)[number], value: number) => {
    out[PLACE[name]] = value
  }
  put('own', c.scoreOf(slot) / c.all)
  put('own-share', c.scoreOf(slot) / c.most)
  put('before', c.scoreOf(before) / c.most)
  put('after', c.scoreOf(at(1)) / c.most)
  put('before-2', c.scoreOf(at(-2)) / c.most)
  put('after-2', c.scoreOf(at(2)) / c.most)
  put('window', c.around(slot) / c.mostWindow)
  put('session', session / c.mostSession)
  put('session-share', session / (3 * c.most))
  put('covers', coversOf(slot))
  put('window-covers', Math.min(1, coversOf(slot) + coversOf(at(-1)) + coversOf(at(1))))
  put('rarest', (hit?.rarest ?? 0) / c.rarest)
  put('speaker', unit.speaker !== null && c.named.has(unit.speaker) ? 1 : 0)
  put('other-speaker', unit.speaker !== null && c.named.size > 0 && !c.named.has(unit.speaker) ? 1 : 0)
  put('person-speaks', unit.speaker === 'person' ? 1 : 0)
  put('agent-speaks', unit.speaker === 'agent' ? 1 : 0)
  const when = dayFit(unit.at, question.spans)
  put('day', when.day)
  put('month', when.month)
  put('length', Math.min(1.5, Math.log1p(unit.terms) / 5))
  put('question', unit.question ? 1 : 0)
  put('answers-question', before >= 0 && units.get(before)!.question ? c.scoreOf(before) / c.most : 0)
  put('recency', slot / Math.max(1, units.end - 1))
  put('latest', asks('latest', true) * out[PLACE.recency]!)
  put('number-asked', asks('count', unit.numbered))
  put('time-asked', asks('when', unit.timed))
  put('place-asked', asks('where', unit.placed))
  put('item', unit.kind === 'turn' ? 0 : 1)
  put('cosine', cosineOf(slot))
  put('cosine-around', Math.max(cosineOf(before), cosineOf(at(1))))
  put('cosine-share', cosineOf(slot) / c.mostCosine)
  put('rank', 1 / (1 + (c.rank.get(slot) ?? 200)))
  put('semantic-rank', c.semanticRank.has(slot) ? 1 / (1 + c.semanticRank.get(slot)!) : 0)
  return out
}
const PLACE = Object.fromEntries(SIGNALS.map((name, i) => [name, i])) as Record<(typeof SIGNALS)[number], number>

/** Whether a unit's day lies in a span of the question, or at least its month. */
function dayFit(at: string | null, spans: Question['spans']): { day: number; month: number } {
  if (!at || spans.length === 0) return { day: 0, month: 0 }
  const day = at.slice(0, 10)
  const month = (span: { from: string; to: string }) => span.from.slice(0, 7) <= day.slice(0, 7) && day.slice(0, 7) <= span.to.slice(0, 7)
  return {
    day: spans.some(({ from, to }) => from <= day && day < to) ? 1 : 0,
    month: spans.some(month) ? 1 : 0,
  }
}
