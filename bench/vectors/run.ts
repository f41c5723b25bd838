/**
 * Nearest neighbours beside other engines, in one process and in turns: `npm run bench -- vectors [10000 100000] [engine
 * names]`. Recall@10 against exact search, milliseconds of a single query on one thread, bytes in memory for each vector,
 * seconds to build, milliseconds to add one, and filters that allow a tenth and a hundredth of the ids.
 */
import { percentile, table } from '../index.ts'
import { type DataSet, dataSet } from './data.ts'
import { EFFORTS, type Engine, engines, type Opened, type Share } from './engines.ts'
import { truth } from './truth.ts'

const K = 10
const QUERIES = 1000
const TURN = 50
const ADDED = 200
const SHARES: readonly Share[] = [1, 10, 100]
/** Filtered searches of the slowest take tens of milliseconds. */
const QUERIES_FILTERED = 300

type Ready = { engine: Engine; opened: Opened; setting: string; buildSeconds: number; grown: number }
type Taken = { recall: number; p50: number; p95: number }

export async function run(args: string[]) {
  const counts = args.filter((arg) => /^\d+$/.test(arg)).map(Number)
  const names = args.filter((arg) => !/^\d+$/.test(arg)).map((name) => name.toLowerCase())
  const chosen = engines.filter(({ name }) => !names.length || names.some((wanted) => name.toLowerCase().includes(wanted)))
  const tables: string[] = []
  const value: Record<string, unknown> = {}
  for (const count of counts.length ? counts : [10_000, 100_000]) {
    const rows = await measure(dataSet({ count, dimension: 384, queries: QUERIES, seed: 42 }), chosen)
    value[count] = rows
    tables.push(`${count} x 384\n\n${table(HEAD, rows.map(shown))}`)
  }
  return { table: tables.join('\n\n'), value }
}

async function measure(data: DataSet, chosen: Engine[]) {
  const right = truth(data, K, SHARES)
  const ready: Ready[] = []
  const rows: Record<string, string | number | Taken | null>[] = []
  const missing: typeof rows = []
  for (const engine of chosen) {
    const opened = await build(engine, data)
    if (typeof opened === 'string') missing.push({ engine: engine.name, setting: opened })
    else ready.push(opened)
  }
  const ourRecall = ready[0] ? recallOf(await answers(ready[0].opened, data, 1, QUERIES), right.get(1)!) : 1
  for (const one of ready) await equalRecall(one, data, right.get(1)!, ourRecall)
  const taken = new Map<Share, Taken[]>()
  for (const share of SHARES) taken.set(share, await inTurns(ready, data, share, right.get(share)!))
  const vector = data.vectors.length
  for (const [i, one] of ready.entries()) {
    const bytes = one.opened.bytes ? one.opened.bytes() : one.grown
    rows.push({
      engine: one.engine.name,
      setting: one.setting,
      all: taken.get(1)![i]!,
      bytes: bytes === null ? null : bytes / vector,
      build: one.buildSeconds,
      add: await adding(one.opened, data),
      tenth: one.opened.unfiltered ? null : taken.get(10)![i]!,
      hundredth: one.opened.unfiltered ? null : taken.get(100)![i]!,
    })
    await one.opened.close?.()
  }
  return [...rows, ...missing]
}

async function build(engine: Engine, data: DataSet): Promise<Ready | string> {
  const [from, resident] = [performance.now(), process.memoryUsage().rss]
  try {
    const opened = await engine.open(data.vectors)
    const [buildSeconds, grown] = [(performance.now() - from) / 1000, process.memoryUsage().rss - resident]
    return { engine, opened, setting: engine.setting, buildSeconds, grown }
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    return code === 'MODULE_NOT_FOUND' ? 'not installed: npm ci --prefix bench/vectors' : `does not run here: ${message.split('\n')[0]}`
  }
}

/** Sets the least effort that finds as much as ours does. */
async function equalRecall(one: Ready, data: DataSet, right: number[][], wanted: number): Promise<void> {
  if (!one.opened.effort) return
  for (const ef of EFFORTS) {
    one.opened.effort(ef)
    one.setting = `${one.engine.setting}, ef ${ef}`
    if (recallOf(await answers(one.opened, data, 1, 500), right) >= wanted - 0.001) return
  }
}

async function answers(opened: Opened, data: DataSet, share: Share, count: number): Promise<number[][]> {
  const found: number[][] = []
  for (const query of data.queries.slice(0, count)) found.push(await opened.search(query, K, share))
  return found
}

function recallOf(found: number[][], right: number[][]): number {
  const hits = found.map((ids, i) => ids.filter((id) => right[i]!.includes(id)).length)
  return hits.reduce((a, b) => a + b, 0) / right.slice(0, found.length).flat().length
}

/** Every engine answers the same few queries, then the next few: what else the machine does slows all alike. */
async function inTurns(ready: Ready[], data: DataSet, share: Share, right: number[][]): Promise<Taken[]> {
  const times = ready.map(() => [] as number[])
  const found = ready.map(() => [] as number[][])
  const able = [...ready.keys()].filter((i) => share === 1 || !ready[i]!.opened.unfiltered)
  for (const i of able) await answers(ready[i]!.opened, data, share, TURN)
  const queries = data.queries.slice(0, share === 1 ? QUERIES : QUERIES_FILTERED)
  for (let from = 0; from < queries.length; from += TURN)
    for (const i of able)
      for (const query of queries.slice(from, from + TURN)) {
        const start = performance.now()
        const answer = ready[i]!.opened.search(query, K, share)
        found[i]!.push(answer instanceof Promise ? await answer : answer)
        times[i]!.push(performance.now() - start)
      }
  return ready.map((_, i) => ({
    recall: recallOf(found[i]!, right),
    p50: percentile(times[i]!, 0.5),
    p95: percentile(times[i]!, 0.95),
  }))
}

/** Milliseconds to add one vector, the median. */
async function adding(opened: Opened, data: DataSet): Promise<number> {
  const times: number[] = []
  for (const [i, query] of data.queries.slice(0, ADDED).entries()) {
    const start = performance.now()
    await opened.add(data.vectors.length + i, query)
    times.push(performance.now() - start)
  }
  return percentile(times, 0.5)
}

const HEAD = [
  'engine',
  'setting',
  'recall@10',
  'p50 ms',
  'p95 ms',
  'bytes a vector',
  'build s',
  'one add ms',
  '10 % allowed',
  '1 % allowed',
]

function shown(row: Record<string, string | number | Taken | null>): (string | number)[] {
  const figure = (value: unknown, digits: number) => (typeof value === 'number' ? value.toFixed(digits) : '')
  const all = row.all as Taken | undefined
  const filtered = (taken: Taken | null | undefined) =>
    taken ? `${taken.recall.toFixed(3)} in ${taken.p50.toFixed(2)}` : all ? 'none' : ''
  return [
    row.engine as string,
    row.setting as string,
    figure(all?.recall, 4),
    figure(all?.p50, 3),
    figure(all?.p95, 3),
    row.bytes === null ? 'on disk' : figure(row.bytes, 0),
    figure(row.build, 1),
    figure(row.add, 3),
    filtered(row.tenth as Taken | null),
    filtered(row.hundredth as Taken | null),
  ]
}
