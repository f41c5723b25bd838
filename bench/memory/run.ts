/**
 * One person's memory at size: `npm run bench -- memory [100000]`. Messages composed from words of four languages are
 * taken in (ingestion without a model) and made recallable; then questions are asked of all of it, some of them by exact search as
 * well, and the index is saved and read again; last the whole engine over as many items. Prints messages a second on one core, search milliseconds, seconds of processor time and memory.
 */
import { ids } from '../../src/base/ids.ts'
import { ok } from '../../src/base/result.ts'
import { type Rng, seeded } from '../../src/base/rng.ts'
import type { ConversationId, EventId, MemoryId } from '../../src/events.ts'
import { builtinEmbedder, type StaticEmbedder } from '../../src/memory/embed/builtin.ts'
import { extract } from '../../src/memory/ingest/index.ts'
import { openMemory } from '../../src/memory/memory.ts'
import { readQuestion } from '../../src/memory/recall/question.ts'
import { NEAREST, openRecall, type Recall } from '../../src/memory/recall/recall.ts'
import { recallWeights } from '../../src/memory/recall/weights.ts'
import { type Item, PRIVACY_CLASSES } from '../../src/memory/types.ts'
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
  const exact = embedder.ok ? agreement(memory, texts, embedder.value, rng) : null
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
    ...exact,
    ...(await ofEngine(texts, rng)),
  }
  return { value, table: table(['figure', ''], Object.entries(value)) }
}

/** Questions that are answered by exact search as well, over every vector there is. */
const SAMPLE = 60

/**
 * What changes in the answers where the vector leg is an exact search: of the ten that the token points at first, how many
 * are the same, and how often the first is.
 */
function agreement(memory: Recall, texts: readonly string[], embedder: StaticEmbedder, rng: Rng) {
  const questions = Array.from({ length: SAMPLE }, (_, i) => sentence(LANGUAGES[i % 4]!, rng))
  const vectors = questions.map((question) => embedder.embedText(readQuestion(question, { now: NOW, language: 'en' }).text))
  const nearest = vectors.map(() => [] as { slot: number; score: number }[])
  texts.forEach((text, slot) => {
    const vector = embedder.embedText(text)
    for (const [q, asked] of vectors.entries()) {
      let score = 0
      for (let i = 0; i < asked.length; i++) score += asked[i]! * vector[i]!
      const best = nearest[q]!
      if (best.length === NEAREST && score <= best.at(-1)!.score) continue
      const at = best.findIndex((one) => one.score < score)
      best.splice(at < 0 ? best.length : at, 0, { slot, score })
      if (best.length > NEAREST) best.pop()
    }
  })
  const all = { now: NOW, language: 'en' as const, most: 10, classes: new Set(PRIVACY_CLASSES) }
  let same = 0
  let first = 0
  for (const [q, question] of questions.entries()) {
    const ours = memory.search(question, all).pointed.slice(0, 10)
    const cosines = new Map(nearest[q]!.map(({ slot, score }) => [slot, score]))
    const theirs = memory.search(question, { ...all, nearest: () => cosines }).pointed.slice(0, 10)
    same += ours.filter(({ id }) => theirs.some((one) => one.id === id)).length / Math.max(1, theirs.length)
    first += ours[0]?.id === theirs[0]?.id ? 1 : 0
  }
  return { asked: SAMPLE, sameAsExact: round(same / SAMPLE), firstAsExact: round(first / SAMPLE) }
}

const round = (share: number) => Math.round(share * 1000) / 1000

/** The whole engine over as many items as the person has: its first use, recalls, what one message costs, an opening. */
async function ofEngine(texts: readonly string[], rng: Rng) {
  const clock = { now: () => Date.parse('2026-11-27T12:00:00Z') }
  const newId = ids(clock, rng)
  const rows = texts.map(
    (text, i): Item => ({
      ...{ kind: 'fact', text, language: LANGUAGES[i % 4]!, domain: 'other', subject: 'me', attribute: null, value: null, single: false },
      ...{ from: null, until: null, confidence: 1, importance: 0.6, privacy: 'personal', expires: null, id: newId<MemoryId>() },
      ...{ learned: '2026-11-01T00:00:00Z', retired: null, supersededBy: null, source: null, conversation: null, provenance: 'asked' },
      ...{ pinned: false, usedAt: null, uses: 0 },
    }),
  )
  const needles = Array.from({ length: 40 }, (_, i) => `The gate code of house ${1000 + 37 * i} is ${70_000 + i}`)
  const kept = new Map(rows.map((item) => [item.id, item]))
  const embedder = builtinEmbedder()
  const engine = openMemory({
    items: {
      change: async ({ put = [], remove = [] }) => {
        for (const id of remove) kept.delete(id)
        for (const item of put) kept.set(item.id, item)
        return ok(undefined)
      },
      all: async () => [...kept.values()],
    },
    episodes: { change: async () => ok(undefined), all: async () => [] },
    past: { byConversation: async () => [], byType: async () => [] },
    ...{ clock, newId, weights: recallWeights, embedder: () => (embedder.ok ? embedder.value : null) },
  })
  const took = async (work: () => Promise<unknown>) => {
    const start = performance.now()
    await work()
    return performance.now() - start
  }
  const opening = await took(() => engine.list())
  const learning: number[] = []
  for (const text of needles)
    learning.push(await took(() => engine.remember(text, { source: null, conversation: null, now: NOW, language: 'en' })))
  const told: number[] = []
  for (let i = 0; i < 20; i++) {
    const message = { event: newId<EventId>(), conversation: 'conversation1' as ConversationId, now: NOW, language: 'en' as const }
    told.push(await took(() => engine.takeIn({ ...message, text: `My cousin Bo${i} lives in Leeds and likes tea` })))
  }
  const recalling: number[] = []
  let found = 0
  for (const [i, text] of needles.entries()) {
    const question = `what is the gate code of house ${1000 + 37 * i}?`
    recalling.push(
      await took(async () => {
        const { items } = await engine.recall(question, { now: NOW, language: 'en' })
        if (items[0]?.text === text) found++
      }),
    )
  }
  const begun = await took(() => engine.opening(null, { now: NOW }))
  const ms = (values: number[], share: number) => Math.round(percentile(values, share) * 10) / 10
  return {
    firstUseSeconds: Math.round(opening / 100) / 10,
    needlesFound: `${found} of ${needles.length}`,
    recallP50ms: ms(recalling, 0.5),
    recallP95ms: ms(recalling, 0.95),
    rememberP50ms: ms(learning, 0.5),
    tellP50ms: ms(told, 0.5),
    openingMs: Math.round(begun),
    residentAtEndMb: Math.round(process.memoryUsage().rss / 1e6),
  }
}
