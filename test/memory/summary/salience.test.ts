/** What is salient is learned from what comes of turns: on simulated people, and nothing of what is forgotten. */
import { describe, expect, it } from 'vitest'
import { ok } from '../../../src/base/result.ts'
import { type Rng, seeded } from '../../../src/base/rng.ts'
import type { ConversationId, Event, EventId, MemoryId } from '../../../src/events.ts'
import { builtinEmbedder } from '../../../src/memory/embed/builtin.ts'
import { type Episode, episodesOf, SPAN, type Told } from '../../../src/memory/summary/episodes.ts'
import { TRAIT_COUNT } from '../../../src/memory/summary/pieces.ts'
import { type Reward, rewardsIn, salienceOf, slopeOf } from '../../../src/memory/summary/salience.ts'
import { openTier } from '../../../src/memory/summary/tier.ts'
import { summariser } from '../../../src/memory/summary/weights.ts'

const opened = builtinEmbedder()
const model = summariser(opened.ok ? opened.value : null)!
const pick = <T>(list: readonly T[], rng: Rng): T => list[Math.floor(rng.next() * list.length)]!

/** Of each four turns one gives a figure, at any place; the others tell of the same things without. */
const TALK = [
  'The cat slept on the sofa again',
  '下雨了，路上很堵',
  'お昼はうどんにしました',
  '오늘은 바람이 많이 불어요',
  'The neighbours are painting their fence',
]
const FIGURES = [
  (n: number) => `Paid ${n} euros for the heating`,
  (n: number) => `体重是 ${n} 公斤`,
  (n: number) => `電車は ${n} 番線です`,
  (n: number) => `월세가 ${n} 만원이에요`,
]
function talk(spans: number, rng: Rng): { turns: Told[]; figures: Set<EventId> } {
  const figures = new Set<EventId>()
  const turns = Array.from({ length: spans }, (_, span) => {
    const place = Math.floor(rng.next() * SPAN)
    return Array.from({ length: SPAN }, (_, i): Told => {
      const id = `s${span}t${i}` as EventId
      if (i === place) figures.add(id)
      const text = i === place ? pick(FIGURES, rng)(10 + Math.floor(rng.next() * 900)) : pick(TALK, rng)
      const at = new Date(Date.UTC(2026, 10, 20) + (span * 24 * 60 + i) * 60_000).toISOString()
      return { id, conversation: `c${span}` as ConversationId, at, text }
    })
  }).flat()
  return { turns, figures }
}

/** The share of spans for which the figure stands. */
function standing(salience: Float32Array, { turns, figures }: ReturnType<typeof talk>): number {
  const spans = Array.from({ length: turns.length / SPAN }, (_, i) => turns.slice(SPAN * i, SPAN * (i + 1)))
  const says = spans.flatMap((span) => episodesOf(span, model.tuned(salience)).flatMap((episode) => episode.spans.map((each) => each.says)))
  return says.filter((id) => figures.has(id)).length / says.length
}

describe.each([1, 2, 3])('salience of a simulated person, seed %i', (seed) => {
  const rng = seeded(seed)
  const [lived, held] = [talk(60, rng), talk(40, rng)]
  const rewards = (value: number): Reward[] => [...lived.figures].map((turn) => ({ turn, value }))
  const none = new Float32Array(TRAIT_COUNT)
  const before = standing(none, held)

  it('comes to stand for what is recalled, on talk that was never rewarded', () => {
    const learned = salienceOf(model, lived.turns, rewards(1))
    console.info(`seed ${seed}: figures stand for ${before} of the spans before, ${standing(learned, held)} after`)
    expect(standing(learned, held)).toBeGreaterThan(Math.min(0.9, before + 0.1))
  })
  it('leaves what is corrected', () => {
    expect(standing(salienceOf(model, lived.turns, rewards(-1)), held)).toBeLessThanOrEqual(Math.max(0, before - 0.1))
  })
  it('goes the way that makes the turn likelier', () => {
    const span = lived.turns.slice(0, SPAN)
    const pieces = model.read(span.map(({ text }) => text))
    const at = span.findIndex(({ id }) => lived.figures.has(id))
    const share = (salience: Float32Array) => {
      const { attention } = model.tuned(salience).span(pieces)
      return attention.reduce((sum, each, i) => sum + (pieces.turns[i % pieces.count] === at ? each : 0), 0)
    }
    const slope = slopeOf(pieces, model.span(pieces).attention, at)
    slope.forEach((expected, f) => {
      const step = 1e-2
      const [up, down] = [none.slice(), none.slice()]
      up[f] = step
      down[f] = -step
      expect((Math.log(share(up)) - Math.log(share(down))) / (2 * step)).toBeCloseTo(expected, 2)
    })
  })
})

it('learns nothing of a turn that is forgotten, nor of a reward for one that is nowhere', async () => {
  const { turns, figures } = talk(3, seeded(5))
  const rows = new Map<EventId, Episode>()
  const disk = {
    async change({ put = [], remove = [] }: { put?: readonly Episode[]; remove?: readonly EventId[] }) {
      for (const id of remove) rows.delete(id)
      for (const each of put) rows.set(each.id, each)
      return ok(undefined)
    },
    all: async () => [...rows.values()],
  }
  const now = Date.UTC(2026, 10, 24)
  const tier = await openTier(disk, model, turns, now)
  await tier.reward([...figures].map((turn) => ({ turn, value: 1 })))
  await tier.reward([{ turn: 'nowhere' as EventId, value: 1 }])
  await tier.forget([...figures])
  const left = turns.filter(({ id }) => !figures.has(id))
  rows.clear()
  const untouched = await openTier(disk, model, left, now)
  expect((await tier.recent(99)).map(({ spans }) => spans)).toEqual((await untouched.recent(99)).map(({ spans }) => spans))
})

it('reads rewards from the journal: recall, a thumb on what was recalled, corrections, pins', () => {
  const event = (id: string, turn: string, body: object) => ({ id, turn, at: '2026-11-20T08:00:00Z', ...body }) as unknown as Event
  const recalled = (memory: string) => ({ type: 'memory-recalled', items: [{ memory, text: '', score: 1, worth: 0.4 }], stop: 'enough' })
  const events = [
    event('e1', 't1', { type: 'memory-stored', memory: 'tea', text: '' }),
    event('e2', 't2', recalled('tea')),
    event('e3', 't3', recalled('tea')),
    event('e4', 't4', { type: 'feedback-received', about: 'e3', value: -1 }),
    event('e5', 't5', { type: 'memory-stored', memory: 'tea', text: '' }),
    event('e6', 't6', { type: 'memory-changed', memory: 'tea', change: 'pinned' }),
    event('e7', 't7', recalled('of-no-turn')),
  ]
  const sourceOf = (memory: MemoryId) => (memory === 'tea' ? ('said' as EventId) : null)
  expect(rewardsIn(events, sourceOf).map(({ turn, value }) => [turn, value])).toEqual([
    ['said', 0.4],
    ['said', -1],
    ['said', -0.5],
    ['said', 1],
  ])
})
