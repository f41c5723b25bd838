/**
 * Recall of the memory engine over a set of another's making: `macaron bench retrieval DIR [--json]`, DIR in the layout of
 * sets.ts. No model, no network. Every group is a memory of its own; every question goes the whole way, from the legs to
 * the token that stops: where it stops with nothing, nothing is found. Prints
 *
 *   recall@k   mean over questions with evidence of the share of it among the first k
 *   abstention share of the questions without evidence for which nothing is returned
 *   tokens     of what would be injected; `fixedTokens` of a fixed number of units with the same share of evidence
 */

import { type Answer, openRecall, type Recall } from '../../src/memory/recall/recall.ts'
import { tokensOf } from '../../src/memory/recall/stop.ts'
import { recallWeights } from '../../src/memory/recall/weights.ts'
import { PRIVACY_CLASSES } from '../../src/memory/types.ts'
import { percentile, table } from '../index.ts'
import { loadSet, type Query, type RetrievalSet, timeOf } from './sets.ts'
import { remembering, sessionOf, speakerOf } from './units.ts'

const DEPTHS = [1, 5, 10, 25, 50]
const DEEP = 50
/** Units that the engine gives a prompt at most. */
const INJECTED = 20

type Outcome = { query: Query; pointed: string[]; injected: string[]; ms: number }

export async function run(args: string[]) {
  const folder = args.find((arg) => !arg.startsWith('--'))
  if (!folder) throw new Error('usage: macaron bench retrieval DIR [--json]')
  const set = loadSet(folder)
  const value = summary(folder, set, outcomesOf(set))
  return { value, table: shown(value) }
}

function outcomesOf(set: RetrievalSet): Outcome[] {
  const embedder = remembering()
  let group = ''
  let memory: Recall | undefined
  let last: string | null = null
  return set.queries.map((query) => {
    if (query.group !== group || !memory) {
      group = query.group
      memory = openRecall(recallWeights(), embedder)
      last = fill(memory, set, group)
    }
    return ask(memory, query, last)
  })
}

/** Tells a memory everything of a group, in order; answers the day of the last. */
function fill(memory: Recall, set: RetrievalSet, group: string): string | null {
  let at: string | null = null
  for (const id of set.groups.get(group) ?? []) {
    const doc = set.docs.get(id)!
    at = timeOf(doc.time) ?? at
    const note = [doc.caption, doc.place].filter(Boolean).join(' ')
    memory.addTurn({ id, text: doc.text, conversation: sessionOf(doc, at), at, speaker: speakerOf(doc), note })
  }
  return at
}

function ask(memory: Recall, query: Query, last: string | null): Outcome {
  const search = { now: { date: last?.slice(0, 10) ?? '2026-01-01', time: '12:00', weekStart: 1 as const }, language: 'en' as const }
  const from = performance.now()
  const answer: Answer = memory.search(query.text, { ...search, classes: new Set(PRIVACY_CLASSES), most: INJECTED, deep: DEEP })
  const ms = performance.now() - from
  const injected = answer.found.map(({ id }) => id)
  return { query, pointed: injected.length ? answer.pointed.map(({ id }) => id) : [], injected, ms }
}

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
const shareOf = (found: readonly string[], { evidence }: Query) => evidence.filter((id) => found.includes(id)).length / evidence.length
const rounded = (n: number) => Math.round(n * 1e4) / 1e4

function summary(folder: string, set: RetrievalSet, outcomes: Outcome[]) {
  const asked = outcomes.filter(({ query }) => query.evidence.length > 0)
  const unanswerable = outcomes.filter(({ query }) => query.evidence.length === 0)
  const recallAt = (of: Outcome[], k: number) => rounded(mean(of.map(({ query, pointed }) => shareOf(pointed.slice(0, k), query))))
  const tokens = (ids: readonly string[]) => ids.reduce((sum, id) => sum + tokensOf(set.docs.get(id)!.text), 0)
  const injectedRecall = mean(asked.map(({ query, injected }) => shareOf(injected, query)))
  const fixed = Array.from({ length: DEEP }, (_, i) => i + 1).find((k) => recallAt(asked, k) >= injectedRecall) ?? DEEP
  const types = [...new Set(asked.map(({ query }) => query.type))]
  return {
    set: folder.split(/[/\\]/).filter(Boolean).at(-1),
    queries: outcomes.length,
    recall: Object.fromEntries(DEPTHS.map((k) => [k, recallAt(asked, k)])),
    ndcg10: rounded(mean(asked.map(ndcg))),
    byType: Object.fromEntries(
      types.map((type) => {
        const of = asked.filter(({ query }) => query.type === type)
        return [type, { queries: of.length, recall5: recallAt(of, 5), recall10: recallAt(of, 10) }]
      }),
    ),
    tokensPerQuery: Math.round(mean(asked.map(({ injected }) => tokens(injected)))),
    injected: {
      recall: rounded(injectedRecall),
      units: rounded(mean(asked.map(({ injected }) => injected.length))),
      fixed,
      fixedTokens: Math.round(mean(asked.map(({ pointed }) => tokens(pointed.slice(0, fixed))))),
    },
    p50ms: rounded(
      percentile(
        outcomes.map(({ ms }) => ms),
        0.5,
      ),
    ),
    p95ms: rounded(
      percentile(
        outcomes.map(({ ms }) => ms),
        0.95,
      ),
    ),
    abstention: {
      rate: unanswerable.length ? rounded(mean(unanswerable.map(({ injected }) => Number(injected.length === 0)))) : null,
      wrongly: rounded(mean(asked.map(({ injected }) => Number(injected.length === 0)))),
    },
  }
}

/** Discounted gain of the first ten, of the best there could be (Järvelin & Kekäläinen 2002, binary). */
function ndcg({ query, pointed }: Outcome): number {
  const gain = (place: number) => 1 / Math.log2(place + 2)
  const got = pointed.slice(0, 10).reduce((sum, id, place) => sum + (query.evidence.includes(id) ? gain(place) : 0), 0)
  const best = query.evidence.slice(0, 10).reduce((sum, _, place) => sum + gain(place), 0)
  return got / best
}

function shown(value: ReturnType<typeof summary>): string {
  const rows = [
    ['all', value.queries, ...DEPTHS.map((k) => value.recall[k]!)],
    ...Object.entries(value.byType).map(([type, { queries, recall5, recall10 }]) => [type, queries, '', recall5, recall10, '', '']),
  ]
  return `${table(['questions', 'of', ...DEPTHS.map((k) => `recall@${k}`)], rows as (string | number)[][])}\n\n${table(
    ['figure', ''],
    [
      ['nDCG@10', value.ndcg10],
      ['injected: units, share of evidence, tokens', `${value.injected.units}, ${value.injected.recall}, ${value.tokensPerQuery}`],
      ['a fixed number for that share: units, tokens', `${value.injected.fixed}, ${value.injected.fixedTokens}`],
      ['p50, p95 ms', `${value.p50ms}, ${value.p95ms}`],
      ['nothing for the unanswerable, wrongly nothing', `${value.abstention.rate ?? '-'}, ${value.abstention.wrongly}`],
    ],
  )}`
}
