/**
 * What speaks for recalling a unit, as numbers: the inputs of the memory token. Lexical scores of its own words and of
 * the turns around it, of its session, how much of the question it covers, who speaks, when, what kind of answer it
 * could be, and the likeness of meaning where there are vectors.
 */
import type { Hits } from '../index/lexical/lexical.ts'
import { ASK_NAMES, type Ask, type Question } from './question.ts'
import { AGENT, PERSON, TRAITS, type Units } from './units.ts'

/** Where each signal stands. */
const AT = {
  own: 0,
  'own-share': 1,
  before: 2,
  after: 3,
  'before-2': 4,
  'after-2': 5,
  window: 6,
  session: 7,
  'session-share': 8,
  covers: 9,
  'window-covers': 10,
  rarest: 11,
  speaker: 12,
  'other-speaker': 13,
  'person-speaks': 14,
  'agent-speaks': 15,
  day: 16,
  month: 17,
  length: 18,
  question: 19,
  'answers-question': 20,
  recency: 21,
  latest: 22,
  'number-asked': 23,
  'time-asked': 24,
  'place-asked': 25,
  item: 26,
  cosine: 27,
  'cosine-around': 28,
  'cosine-share': 29,
  rank: 30,
  'semantic-rank': 31,
} as const
export type Signal = keyof typeof AT
export const SIGNALS = Object.keys(AT) as Signal[]
export const SIGNAL_COUNT = SIGNALS.length

export type Evidence = {
  question: Question
  /** BM25 of each slot that shares a term. */
  lexical: Hits
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
  /** Which of the question's terms a candidate has (Hits.mask), and what each is worth. */
  masks: ReadonlyMap<number, number>
  weights: readonly number[]
}

/** Below this nothing is near, and shares of the nearest say nothing. */
const LEAST_COSINE = 0.1
/** Never divided by less. */
const LEAST = 1e-9
/** Turns that are looked at because of one. */
const NEAR = [0, -1, 1, -2, 2]
/** How much of a neighbour's score counts in the window. */
const BESIDE = 0.35
/** How many candidates the memory token looks at. */
export const MOST_CANDIDATES = 120

/** The candidates of a question with their signals, the likeliest first, and what the whole field is like. */
export function survey(units: Units, evidence: Evidence, most = MOST_CANDIDATES): Field {
  const { question, lexical, cosine, seen } = evidence
  const beside = (slot: number, by: number) => {
    const near = units.beside(slot, by)
    return near < 0 || !seen || seen(near) ? near : -1
  }
  const best = strongest(lexical.slots, (slot) => lexical.score(slot), 2 * most)
  const around = (slot: number) => lexical.score(slot) + BESIDE * (lexical.score(beside(slot, -1)) + lexical.score(beside(slot, 1)))
  const byWindow = strongest(nearby(best, beside), around, most)
  const mostWindow = Math.max(LEAST, around(byWindow[0] ?? -1))
  const byMeaning = [...cosine].sort((a, b) => b[1] - a[1])
  const chosen = new Set(byWindow)
  for (const [slot] of byMeaning.slice(0, Math.ceil(most / 2))) chosen.add(slot)
  const sessions = sessionScores(units, best, lexical)
  const context: Context = {
    units,
    question,
    beside,
    lexical,
    cosine,
    sessions,
    most: Math.max(LEAST, lexical.score(best[0] ?? -1)),
    mostWindow,
    mostSession: Math.max(LEAST, ...sessions.values()),
    mostCosine: Math.max(LEAST_COSINE, ...cosine.values()),
    // What a short document with every term of the question would score.
    all: Math.max(LEAST, 1.3 * lexical.whole),
    rarest: Math.max(LEAST, lexical.asked[0]?.weight ?? 0),
    named: units.named(question.terms),
    asks: {
      latest: question.asks.has('latest'),
      count: question.asks.has('count'),
      when: question.asks.has('when'),
      where: question.asks.has('where'),
    },
    spans: spansOf(question.spans),
    semanticRank: new Map(byMeaning.map(([slot], i) => [slot, i])),
  }
  const slots = strongest([...chosen], around, chosen.size)
  // One piece of memory for all: one for each is more work than what is written there.
  const signals = new Float32Array(slots.length * SIGNAL_COUNT)
  const candidates = slots.map((slot, rank) => {
    const own = signals.subarray(rank * SIGNAL_COUNT, (rank + 1) * SIGNAL_COUNT)
    signalsOf(slot, rank, context, own)
    return { slot, signals: own }
  })
  return {
    candidates,
    setting: settingOf(candidates, context),
    masks: new Map(candidates.map(({ slot }) => [slot, lexical.mask(slot)])),
    weights: lexical.asked.map(({ weight }) => weight),
  }
}

/** The slots and those near them, each once. */
function nearby(slots: readonly number[], beside: (slot: number, by: number) => number): Int32Array {
  const all = new Int32Array(slots.length * NEAR.length)
  let count = 0
  for (const slot of slots)
    for (const by of NEAR) {
      const near = beside(slot, by)
      if (near >= 0) all[count++] = near
    }
  const sorted = all.subarray(0, count).sort()
  let kept = 0
  for (let i = 0; i < count; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!
  return sorted.subarray(0, kept)
}

function settingOf(candidates: Candidate[], { units, question, named, cosine }: Context): Float32Array {
  const first = candidates.slice(0, 20)
  const share = (test: (slot: number) => boolean) => first.filter(({ slot }) => test(slot)).length / Math.max(1, first.length)
  const values = (name: Signal) => {
    const all = new Float32Array(candidates.length)
    for (let i = 0; i < all.length; i++) all[i] = candidates[i]!.signals[AT[name]]!
    return all.sort().reverse()
  }
  const peak = (list: Float32Array) => (list[0] ?? 0) - (list[9] ?? list.at(-1) ?? 0)
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
    length: first.reduce((sum, { slot }) => sum + Math.log1p(units.lexical.lengthOf(slot)), 0) / Math.max(1, first.length) / 5,
  } satisfies Record<(typeof SETTINGS)[number], number | boolean>
  return Float32Array.from(SETTINGS, (name) => Number(told[name]))
}

/**
 * Those with the highest scores, the highest first, of equal ones the earlier. Sorted as numbers, which takes a fraction
 * of what sorting objects does: the bits of a positive float, which are in its order, then its place from behind.
 */
function strongest(slots: readonly number[] | Int32Array, scoreOf: (slot: number) => number, most: number): number[] {
  const keys = new Float64Array(slots.length)
  for (let i = 0; i < slots.length; i++) {
    FLOAT[0] = scoreOf(slots[i]!)
    keys[i] = BITS[0]! * PLACES + (PLACES - 1 - i)
  }
  keys.sort()
  const out: number[] = []
  for (let i = keys.length - 1; i >= 0 && out.length < most; i--) out.push(slots[PLACES - 1 - (keys[i]! % PLACES)]!)
  return out
}
const FLOAT = new Float32Array(1)
const BITS = new Uint32Array(FLOAT.buffer)
/** More than are ever compared; with the 31 bits of a positive float they fit a whole number. */
const PLACES = 2 ** 21

/** A session's score: its three best turns. `best` descending. */
function sessionScores(units: Units, best: readonly number[], lexical: Hits): Map<number, number> {
  const counted = new Map<number, number>()
  const scores = new Map<number, number>()
  for (const slot of best) {
    const session = units.sessionOf(slot)
    const before = counted.get(session) ?? 0
    if (session < 0 || before === 3) continue
    counted.set(session, before + 1)
    scores.set(session, (scores.get(session) ?? 0) + lexical.score(slot))
  }
  return scores
}

type Context = {
  units: Units
  question: Question
  beside(slot: number, by: number): number
  lexical: Hits
  cosine: ReadonlyMap<number, number>
  sessions: ReadonlyMap<number, number>
  most: number
  mostWindow: number
  mostSession: number
  mostCosine: number
  all: number
  rarest: number
  named: ReadonlySet<number>
  asks: Record<'latest' | 'count' | 'when' | 'where', boolean>
  /** In order, as text. */
  spans: { from: string; to: string; month: string; after: string }[]
  semanticRank: ReadonlyMap<number, number>
}

/** Into `out`, which is all 0. `rank`: how many candidates have a higher window. */
function signalsOf(slot: number, rank: number, c: Context, out: Float32Array): void {
  const { units, lexical, asks } = c
  const [before, after] = [c.beside(slot, -1), c.beside(slot, 1)]
  const own = lexical.score(slot)
  const [scoreBefore, scoreAfter] = [lexical.score(before), lexical.score(after)]
  const covers = lexical.covers(slot)
  const session = c.sessions.get(units.sessionOf(slot)) ?? 0
  const cosineOf = (of: number) => c.cosine.get(of) ?? 0
  const traits = units.traitsOf(slot)
  const voice = units.voiceOf(slot)
  const speaks = voice >= 0 && c.named.has(voice)
  const recency = slot / Math.max(1, units.end - 1)
  const semanticRank = c.semanticRank.get(slot)
  out[AT.own] = own / c.all
  out[AT['own-share']] = own / c.most
  out[AT.before] = scoreBefore / c.most
  out[AT.after] = scoreAfter / c.most
  out[AT['before-2']] = lexical.score(c.beside(slot, -2)) / c.most
  out[AT['after-2']] = lexical.score(c.beside(slot, 2)) / c.most
  out[AT.window] = (own + BESIDE * (scoreBefore + scoreAfter)) / c.mostWindow
  out[AT.session] = session / c.mostSession
  out[AT['session-share']] = session / (3 * c.most)
  out[AT.covers] = covers
  out[AT['window-covers']] = Math.min(1, covers + lexical.covers(before) + lexical.covers(after))
  out[AT.rarest] = lexical.rarest(slot) / c.rarest
  out[AT.speaker] = speaks ? 1 : 0
  out[AT['other-speaker']] = voice >= 0 && c.named.size > 0 && !speaks ? 1 : 0
  out[AT['person-speaks']] = voice === PERSON ? 1 : 0
  out[AT['agent-speaks']] = voice === AGENT ? 1 : 0
  const at = c.spans.length > 0 ? units.get(slot)!.at : null
  if (at) {
    out[AT.day] = c.spans.some(({ from, to }) => from <= at && at < to) ? 1 : 0
    out[AT.month] = c.spans.some(({ month, after }) => month <= at && at < after) ? 1 : 0
  }
  out[AT.length] = Math.min(1.5, Math.log1p(units.lexical.lengthOf(slot)) / 5)
  out[AT.question] = traits & TRAITS.question ? 1 : 0
  out[AT['answers-question']] = before >= 0 && units.traitsOf(before) & TRAITS.question ? scoreBefore / c.most : 0
  out[AT.recency] = recency
  out[AT.latest] = asks.latest ? recency : 0
  out[AT['number-asked']] = asks.count && traits & TRAITS.numbered ? 1 : 0
  out[AT['time-asked']] = asks.when && traits & TRAITS.timed ? 1 : 0
  out[AT['place-asked']] = asks.where && traits & TRAITS.placed ? 1 : 0
  out[AT.item] = traits & TRAITS.item ? 1 : 0
  out[AT.cosine] = cosineOf(slot)
  out[AT['cosine-around']] = Math.max(cosineOf(before), cosineOf(after))
  out[AT['cosine-share']] = cosineOf(slot) / c.mostCosine
  out[AT.rank] = 1 / (1 + rank)
  out[AT['semantic-rank']] = semanticRank === undefined ? 0 : 1 / (1 + semanticRank)
}

/** The days of a question and the months they are in, as instants are compared with: texts, from `from` on and before `to`. */
const spansOf = (spans: Question['spans']): Context['spans'] =>
  spans.map(({ from, to }) => ({ from, to, month: from.slice(0, 7), after: `${to.slice(0, 7)}~` }))
