/**
 * One person's memory at size: `npm run bench -- memory [100000]`. Messages composed from words of four languages are
 * taken in (ingestion without a model) and made recallable; then questions are asked of all of it, and the index is saved
 * and read again. Prints messages a second on one core, search milliseconds, seconds of processor time and memory.
 */
import { seeded } from '../../src/base/rng.ts'
import { builtinEmbedder } from '../../src/memory/embed/builtin.ts'
import { extract } from '../../src/memory/ingest/index.ts'
import { openRecall, type Recall } from '../../src/memory/recall/recall.ts'
import { recallWeights } from '../../src/memory/recall/weights.ts'
import { PRIVACY_CLASSES } from '../../src/memory/types.ts'
import type { Language } from '../../src/spec.ts'
import { percentile, table } from '../index.ts'
import { sentence } from './sentences.ts'

const NOW = { date: '2026-11-27', time: '12:00', weekStart: 1 as const }
const QUESTIONS = 400
const LANGUAGES: Language[] = ['en', 'zh', 'ja', 'ko']

export async function run(args: string[]) {
  const count = Number(args[0] ?? 100_000)
  const rng = seeded(11)
  const embedder = builtinEmbedder()
  const memory = openRecall(recallWeights(), embedder.ok ? embedder.value : null)
  const texts = Array.from({ length: count }, (_, i) => sentence(LANGUAGES[i % 4]!, rng))
  const cpu = () => process.cpuUsage().user / 1e6
  const before = process.memoryUsage().rss
  let from = cpu()
  for (const text of texts.slice(0, 4000)) extract({ text, at: NOW })
  const extracting = 4000 / (cpu() - from)
  from = cpu()
  const fill = (recall: Recall) =>
    texts.forEach((text, i) => {
      recall.addTurn({
        id: `t${i}`,
        text,
        conversation: `c${Math.floor(i / 20)}`,
        at: `2026-${String(1 + (i % 12)).padStart(2, '0')}-01T00:00`,
      })
    })
  fill(memory)
  const adding = count / (cpu() - from)
  from = cpu()
  await memory.settle()
  const settling = cpu() - from
  const all = { now: NOW, language: 'en' as const, most: 10 }
  const asked = (classes: ReadonlySet<(typeof PRIVACY_CLASSES)[number]>) =>
    Array.from({ length: QUESTIONS }, () => {
      const question = sentence(LANGUAGES[Math.floor(rng.next() * 4)]!, rng)
      const start = performance.now()
      memory.search(question, { ...all, classes })
      return performance.now() - start
    }).slice(QUESTIONS / 4)
  const ms = asked(new Set(PRIVACY_CLASSES))
  from = cpu()
  const bytes = memory.save() ?? new Uint8Array(0)
  const saving = cpu() - from
  const resident = process.memoryUsage().rss - before
  from = cpu()
  const again = openRecall(recallWeights(), embedder.ok ? embedder.value : null, bytes)
  fill(again)
  again.complete()
  const loading = cpu() - from
  const value = {
    items: count,
    extractPerSecond: Math.round(extracting),
    indexPerSecond: Math.round(adding),
    ingestPerSecond: Math.round(1 / (1 / extracting + 1 / adding)),
    fitSeconds: Math.round(settling * 10) / 10,
    p50ms: Math.round(percentile(ms, 0.5) * 100) / 100,
    p95ms: Math.round(percentile(ms, 0.95) * 100) / 100,
    residentMb: Math.round(resident / 1e6),
    savedMb: Math.round(bytes.length / 1e6),
    saveSeconds: Math.round(saving * 100) / 100,
    madeAnewSeconds: Math.round((count / adding + settling) * 10) / 10,
    readSeconds: Math.round(loading * 10) / 10,
    readUnits: again.size,
    readAnew: again.changes,
  }
  return { value, table: table(['figure', ''], Object.entries(value)) }
}
