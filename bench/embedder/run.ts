/**
 * What vectors alone find: `npm run bench -- embedder [WEIGHTS.bin] [SET ...]`. Each SET is a folder with corpus.jsonl,
 * groups.jsonl and queries.jsonl; a query searches its group's documents, recall@k is the mean share of its evidence among
 * the first k. Without a SET: the hand list beside this file (written apart from the training sentences), each of its
 * sentences looking for its fellow in another language among all sentences of that language. And the speed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { builtinEmbedder, openWeights, type StaticEmbedder } from '../../src/memory/embed/builtin.ts'
import { table } from '../index.ts'
import { HAND, LANGUAGES } from './hand.ts'

type Doc = { id: string; text: string; speaker?: string; caption?: string }
type Query = { group: string; text: string; type: string; evidence: string[] }
type Row = { set: string; type: string; at1: number; at10: number; n: number }

export async function run(args: string[]) {
  const file = args.find((arg) => arg.endsWith('.bin'))
  const folders = args.filter((arg) => arg !== file)
  const from = performance.now()
  const opened = file ? openWeights(file) : builtinEmbedder()
  if (!opened.ok) throw new Error(opened.error.message)
  const load = performance.now() - from
  const embedder = opened.value
  const rows = [...handRows(embedder), ...folders.flatMap((folder) => setRows(embedder, folder))]
  const speed = { loadMs: Math.round(load), microseconds: microseconds(embedder), id: embedder.id, dimension: embedder.dimension }
  const shown = rows.map(({ set, type, at1, at10, n }) => [set, type, percent(at1), percent(at10), n])
  return {
    value: { rows, speed },
    table: [
      table(['set', 'type', 'recall@1', 'recall@10', 'n'], shown),
      `${speed.id}, ${speed.dimension} dimensions: loaded in ${speed.loadMs} ms, ${speed.microseconds} microseconds a sentence`,
    ].join('\n\n'),
  }
}

const percent = (share: number) => (share * 100).toFixed(1)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Each language to each, itself excepted, and paraphrases within one. */
function handRows(embedder: StaticEmbedder): Row[] {
  const rows: Row[] = []
  for (const from of LANGUAGES)
    for (const to of LANGUAGES) {
      const questions = HAND.map((entry) => entry[from][0])
      const answers = HAND.map((entry) => entry[to][from === to ? 1 : 0])
      const ranks = ranksOf(embedder, questions, answers)
      rows.push({
        set: 'hand',
        type: `${from}-${to}`,
        at1: mean(ranks.map((r) => +(r < 1))),
        at10: mean(ranks.map((r) => +(r < 10))),
        n: ranks.length,
      })
    }
  return rows
}

function ranksOf(embedder: StaticEmbedder, questions: string[], answers: string[]): number[] {
  const vectors = answers.map(embedder.embedText)
  return questions.map((question, i) => ranked(embedder.embedText(question), vectors).indexOf(i))
}

/** Places of vectors, nearest first. */
function ranked(query: Float32Array, vectors: Float32Array[]): number[] {
  const scores = vectors.map((vector) => dot(query, vector))
  return scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]!)
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function setRows(embedder: StaticEmbedder, folder: string): Row[] {
  if (!existsSync(join(folder, 'corpus.jsonl'))) throw new Error(`${folder} is no retrieval set: corpus.jsonl is not in it`)
  const read = <T>(name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as T)
  const vectors = new Map(read<Doc>('corpus.jsonl').map((doc) => [doc.id, embedder.embedText(textOf(doc))]))
  const groups = new Map(read<{ group: string; docs: string[] }>('groups.jsonl').map(({ group, docs }) => [group, docs]))
  const found = new Map<string, { at1: number; at10: number }[]>()
  for (const { group, text, type, evidence } of read<Query>('queries.jsonl')) {
    if (evidence.length === 0) continue
    const docs = groups.get(group)!
    const order = ranked(
      embedder.embedText(text),
      docs.map((id) => vectors.get(id)!),
    )
    const among = (k: number) => mean(evidence.map((id) => +order.slice(0, k).some((place) => docs[place] === id)))
    const kind = basename(folder) === 'locomo' ? group : type.split('/')[0]!
    found.set(kind, [...(found.get(kind) ?? []), { at1: among(1), at10: among(10) }])
  }
  return [...found].map(([type, shares]) => ({
    set: basename(folder),
    type,
    at1: mean(shares.map(({ at1 }) => at1)),
    at10: mean(shares.map(({ at10 }) => at10)),
    n: shares.length,
  }))
}

const textOf = ({ speaker, text, caption }: Doc) => `${speaker ? `${speaker}: ` : ''}${text}${caption ? ` ${caption}` : ''}`

function microseconds(embedder: StaticEmbedder): number {
  const sentences = HAND.flatMap((entry) => LANGUAGES.map((language) => entry[language][0]))
  const rounds = 40
  for (const sentence of sentences) embedder.embedText(sentence)
  const from = performance.now()
  for (let round = 0; round < rounds; round++) for (const sentence of sentences) embedder.embedText(sentence)
  return Math.round(((performance.now() - from) * 1000) / (rounds * sentences.length))
}
