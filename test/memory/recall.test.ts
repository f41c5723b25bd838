import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seeded } from '../../src/base/rng.ts'
import { openRecall } from '../../src/memory/recall/recall.ts'
import { SETTING_COUNT, SIGNAL_COUNT, SIGNALS } from '../../src/memory/recall/signals.ts'
import { chosen, tokensOf } from '../../src/memory/recall/stop.ts'
import { experts, firstScore, gateOf, point } from '../../src/memory/recall/token.ts'
import { Units } from '../../src/memory/recall/units.ts'
import { recallWeights } from '../../src/memory/recall/weights.ts'
import { PRIVACY_CLASSES } from '../../src/memory/types.ts'

const NOW = { date: '2026-11-27', time: '12:00', weekStart: 1 as const }
const ALL = { now: NOW, language: 'en' as const, classes: new Set(PRIVACY_CLASSES), most: 10 }

describe.each([1, 2, 3])('units in sessions, seed %i', (seed) => {
  const rng = seeded(seed)
  const int = (below: number) => Math.floor(rng.next() * below)
  const units = new Units()
  const sessions = new Map<number, number[]>()
  const of = new Map<number, number>()
  let next = 0
  for (let step = 0; step < 300; step++) {
    const known = [...of.keys()]
    if (rng.next() < 0.3 && known.length) {
      const slot = known[int(known.length)]!
      units.remove(slot)
      const list = sessions.get(of.get(slot)!)!
      list.splice(list.indexOf(slot), 1)
      of.delete(slot)
    } else {
      const session = int(6)
      units.add(next, { text: `word${next}`, kind: 'turn', speaker: null, session: `s${session}`, at: null })
      sessions.set(session, [...(sessions.get(session) ?? []), next])
      of.set(next++, session)
    }
  }

  test('neighbours are those before and after in the same session, removals or not', () => {
    for (const list of sessions.values())
      list.forEach((slot, i) => {
        for (const by of [-2, -1, 1, 2]) expect(units.beside(slot, by)).toBe(list[i + by] ?? -1)
      })
  })
  test('slots are of one session exactly where they were put into one', () => {
    for (const [a, first] of of) for (const [b, second] of of) expect(units.sessionOf(a) === units.sessionOf(b)).toBe(first === second)
  })
  test('nothing of a removed slot is beside anything', () => {
    for (let slot = -1; slot <= next; slot++) if (!of.has(slot)) expect([units.beside(slot, 1), units.beside(slot, -1)]).toEqual([-1, -1])
  })
})

test('signals have names of their own', () => {
  expect(new Set(SIGNALS).size).toBe(SIGNALS.length)
})

test.each([1, 2, 3])('what is recalled first has the highest first score, seed %i', (seed) => {
  const rng = seeded(seed)
  const random = (size: number) => Float32Array.from({ length: size }, () => rng.next())
  const { token } = recallWeights()
  const units = new Units()
  const candidates = Array.from({ length: 60 }, (_, slot) => {
    units.add(slot, { text: `word${slot}`, kind: 'fact', speaker: null, session: null, at: null })
    return { slot, signals: random(SIGNAL_COUNT) }
  })
  const setting = random(SETTING_COUNT)
  const [first] = point(token, { candidates, setting, masks: new Map(), weights: [] }, units, new Map(), 1)
  const mixed = experts(token, gateOf(token, setting))
  const scores = candidates.map(({ signals }) => firstScore(token, mixed, signals))
  expect(first!.score).toBeCloseTo(Math.max(...scores), 4)
})

describe('what is worth its tokens', () => {
  const lists = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 2000 })), { maxLength: 20 })
  const rate = fc.double({ min: 0, max: 0.01, noNaN: true })
  test('a higher rate takes a part of what a lower one takes, the likeliest of the first always', () => {
    fc.assert(
      fc.property(lists, rate, rate, (list, a, b) => {
        const [worths, tokens] = [list.map(([worth]) => worth), list.map(([, many]) => many)]
        const taken = (at: number) => chosen(worths, tokens, { first: 0, rate: at }, 20).map(({ step }) => step)
        const [low, high] = [taken(Math.min(a, b)), taken(Math.max(a, b))]
        for (const step of high) expect(low).toContain(step)
        if (list.length) expect(high.map((step) => worths[step])).toContain(Math.max(...worths.slice(0, 3)))
      }),
    )
  })
  test('nothing at all where none of the first is likely; never more than asked for', () => {
    expect(chosen([0.1, 0.2, 0.1, 0.9], [5, 5, 5, 5], { first: 0.3, rate: 0 }, 9)).toEqual([])
    expect(chosen([0.9, 0.8, 0.7], [5, 5, 5], { first: 0.3, rate: 0 }, 2).map(({ step }) => step)).toEqual([0, 1])
    expect(chosen([], [], { first: 0, rate: 0 }, 9)).toEqual([])
  })
  test('a token is four letters or one wide character', () => {
    expect([tokensOf(''), tokensOf('eight ch'), tokensOf('東京に'), tokensOf('서울 go')]).toEqual([0, 2, 3, 3])
  })
  test('a page must be likelier than a line', () => {
    expect(chosen([0.9, 0.2, 0.2], [10, 1000, 10], { first: 0.1, rate: 0.001 }, 9).map(({ step }) => step)).toEqual([0, 2])
  })
})

describe('recall', () => {
  const facts = ['My sister Mina keeps bees in Ghent', 'I am allergic to walnuts', '私の犬の名前はモカです', '我下周二去看牙医']
  const open = () => {
    const recall = openRecall(recallWeights(), null)
    facts.forEach((text, i) => {
      recall.addTurn({ id: `f${i}`, text, conversation: `c${i}`, at: '2026-11-20T10:00' })
    })
    return recall
  }

  test.each([
    ['where does my sister keep her bees?', 'f0'],
    ['am I allergic to walnuts?', 'f1'],
    ['犬の名前は何？', 'f2'],
    ['什么时候看牙医？', 'f3'],
  ])('%s', (question, id) => {
    expect(open().search(question, ALL).pointed[0]!.id).toBe(id)
  })

  test('asking twice gives the same answer, whatever was asked in between', () => {
    const recall = open()
    const first = recall.search('what am I allergic to?', ALL)
    recall.search('犬の名前は何？', ALL)
    expect(recall.search('what am I allergic to?', ALL)).toEqual(first)
  })

  test('what is removed is not found, and what may not be seen is not found', () => {
    const recall = open()
    expect(recall.search('walnuts', { ...ALL, classes: new Set(['public' as never]) }).pointed).toEqual([])
    recall.remove('f1')
    expect(recall.search('walnuts', ALL).pointed.map(({ id }) => id)).not.toContain('f1')
  })

  test.each([
    ['mixed scripts', 'Zoëは부산에서 拉面 for $12を食べた', '부산 拉面'],
    ['emoji', '🎂 for Zoë 🎉', '🎂 Zoë'],
    ['right-to-left text', 'אני גר בחיפה ‮ وأحب القهوة', 'القهوة'],
    ['a megabyte', `${'lorem ipsum '.repeat(85_000)} walnutcake`, 'walnutcake'],
  ])('%s is kept and found', (_, text, question) => {
    const recall = open()
    recall.addTurn({ id: 'odd', text, conversation: 'c', at: null })
    recall.addTurn({ id: 'empty', text: '', conversation: 'c', at: null })
    expect(recall.search(question, ALL).pointed[0]!.id).toBe('odd')
    recall.remove('odd')
    expect(recall.search(question, ALL).pointed.map(({ id }) => id)).not.toContain('odd')
  })

  test.each(['', '   ', '🎉🎉', '‮مرحبا', '\u0000', 'a'.repeat(1_000_000)])('a question of any kind is answered (%#)', (question) => {
    const { found } = open().search(question, ALL)
    expect(found.length).toBeLessThanOrEqual(10)
  })
})
