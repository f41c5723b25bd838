/** The episodic tier under any order of turns, forgetting, failing writes and reopening; the rows are searched for what is gone. */
import { describe, expect, test } from 'vitest'
import { Block } from '../../../scripts/summary/network.ts'
import { fail, ok } from '../../../src/base/result.ts'
import { seeded } from '../../../src/base/rng.ts'
import type { ConversationId, EventId } from '../../../src/events.ts'
import { staticEmbedder } from '../../../src/memory/embed/builtin.ts'
import { encode, type Weights, withSalience } from '../../../src/memory/summary/encoder.ts'
import { type Episode, episodesOf, packVector, SPAN, type Told, turnsOf, unpackVector } from '../../../src/memory/summary/episodes.ts'
import { readPieces } from '../../../src/memory/summary/pieces.ts'
import { type EpisodicTier, openTier } from '../../../src/memory/summary/tier.ts'
import type { Summariser } from '../../../src/memory/summary/weights.ts'
import { tinyWeights } from '../embed/tiny.ts'

const embedder = staticEmbedder(tinyWeights())
const block = new Block(embedder.dimension, seeded(1))
const read: Summariser['read'] = (texts) => readPieces(texts, embedder, () => 1)
const summarising = (weights: Weights): Summariser => ({
  id: 'untrained',
  rarity: () => 1,
  read,
  span: (pieces) => encode(weights, block.layout, pieces),
  question: (text) => encode(block.weights, block.layout, read([text])).vector,
  tuned: (salience) => summarising(withSalience(block.weights, block.layout, salience)),
})
const model = summarising(block.weights)
const START = Date.parse('2026-11-20T08:00:00Z')
const NOW = Date.parse('2026-11-27T10:00:00Z')
const WORDS = ['the cat sleeps', '猫が寝ている', '여행 계획', '旅行计划', '7:30 alarm', '🎉', 'Zoe', '']

const turn = (n: number, conversation: string, minutes: number): Told => ({
  id: `turn${String(n).padStart(6, '0')}` as EventId,
  conversation: conversation as ConversationId,
  at: new Date(START + minutes * 60_000).toISOString(),
  text: `${WORDS[n % WORDS.length]} ${n}`,
})

function disk() {
  const kept = new Map<EventId, Episode>()
  const state = { full: false }
  return {
    kept,
    state,
    async change({ put = [], remove = [] }: { put?: readonly Episode[]; remove?: readonly EventId[] }) {
      if (state.full) return fail('disk-full', 'The disk is full.')
      for (const id of remove) kept.delete(id)
      for (const episode of put) kept.set(episode.id, episode)
      return ok(undefined)
    },
    all: async () => structuredClone([...kept.values()]),
  }
}

test.each([1, 2, 3, 4, 5, 6])('holds every turn that is told once, and nothing of one that is forgotten, seed %i', async (seed) => {
  const rng = seeded(seed)
  const rows = disk()
  let told: Told[] = []
  let tier: EpisodicTier = await openTier(rows, model, [], NOW)
  let minutes = 0
  for (let step = 0; step < 120; step++) {
    const draw = rng.next()
    rows.state.full = rng.next() < 0.1
    if (draw < 0.7) {
      minutes += rng.next() < 0.1 ? 600 : 3
      const one = turn(step, `c${Math.floor(rng.next() * 3)}`, minutes)
      told.push(one)
      await tier.add(one)
    } else if (draw < 0.9 && told.length) {
      const gone = told[Math.floor(rng.next() * told.length)]!
      if ((await tier.forget([gone.id])).ok) {
        told = told.filter((one) => one !== gone)
        expect(JSON.stringify([...rows.kept.values()])).not.toContain(gone.id)
      }
    } else tier = await openTier(rows, model, told, NOW)
  }
  rows.state.full = false
  const episodes = await tier.recent(1000)
  expect(episodes.flatMap(turnsOf).sort()).toEqual(told.map(({ id }) => id).sort())
  expect([...rows.kept.keys()].sort()).toEqual(episodes.map(({ id }) => id).sort())
  for (const { spans, id, from, to } of episodes) {
    expect(spans[0]!.turns[0]).toBe(id)
    expect(from <= to).toBe(true)
    for (const span of spans) {
      expect(span.turns.length).toBeLessThanOrEqual(SPAN)
      expect(span.turns).toContain(span.says)
    }
  }
  // Reading what was kept gives what is known.
  expect(await (await openTier(rows, model, told, NOW)).recent(1000)).toEqual(episodes)
})

describe('episodes', () => {
  test('are parted by hours of silence, whatever was said', () => {
    const made = episodesOf([turn(0, 'c', 0), turn(0, 'c', 5), turn(0, 'c', 400), turn(0, 'c', 403)], model)
    expect(made.map(({ spans }) => spans.map(({ turns }) => turns.length))).toEqual([[2], [2]])
  })

  test('of another summariser are made again, and turns older than the tier are left out', async () => {
    const rows = disk()
    const turns = [turn(1, 'c', 0), turn(2, 'c', 1)]
    await (await openTier(rows, { ...model, id: 'older' }, turns, NOW)).recent(9)
    expect((await (await openTier(rows, model, turns, NOW)).recent(9)).map((each) => each.model)).toEqual(['untrained'])
    const later = await openTier(rows, model, turns, NOW + 60 * 86_400_000)
    expect(await later.recent(9)).toEqual([])
    expect(rows.kept.size).toBe(0)
  })

  test('a vector is told by its eight bits to within half a hundredth', () => {
    const { vector } = model.span(model.read(['the cat sleeps', '旅行计划']))
    unpackVector(packVector(vector)).forEach((value, j) => {
      expect(Math.abs(value - vector[j]!)).toBeLessThan(0.005)
    })
  })
})
