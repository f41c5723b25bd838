import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveOn, nextAfter, nextOf, nextTime, nextYearly } from '../../src/apps/kit/tools/due.ts'
import { pickForEach, pickOne } from '../../src/apps/kit/tools/pick.ts'
import { pointsOf, rank, weigh } from '../../src/apps/kit/tools/rank.ts'
import { afterAnswer, intervals, queueOf } from '../../src/apps/kit/tools/repetition.ts'
import { shoppingList } from '../../src/apps/kit/tools/shopping.ts'
import { balances, settle } from '../../src/apps/kit/tools/split.ts'
import { streakOf } from '../../src/apps/kit/tools/streak.ts'
import { clockText, IDLE, pauseTimer, readTimer, skipPhase, startTimer, viewTimer } from '../../src/apps/kit/tools/timer.ts'
import { seeded } from '../../src/base/rng.ts'

describe('splitting bills', () => {
  const members = ['Ana', 'Ben', 'Chris']
  const bill = fc.record({
    payer: fc.constantFrom(...members),
    amount: fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100),
    people: fc.subarray(members),
  })
  test('nothing is lost: balances add up to zero, and paying settles them with fewer payments than people', () => {
    fc.assert(
      fc.property(fc.array(bill, { maxLength: 20 }), fc.constantFrom(0, 2), (bills, digits) => {
        const owed = balances(bills, members, digits)
        const payments = settle(owed, digits)
        expect(payments.length).toBeLessThan(members.length)
        const unit = 10 ** digits
        const left = new Map([...owed].map(([who, amount]) => [who, Math.round(amount * unit)]))
        expect([...left.values()].reduce((a, b) => a + b, 0)).toBe(0)
        for (const { from, to, amount } of payments) {
          expect(amount).toBeGreaterThan(0)
          left.set(from, left.get(from)! + Math.round(amount * unit))
          left.set(to, left.get(to)! - Math.round(amount * unit))
        }
        expect([...left.values()].every((amount) => amount === 0)).toBe(true)
      }),
    )
  })
  test('one pays for all, strangers are left out', () => {
    expect(settle(balances([{ payer: 'Ana', amount: 90, people: [] }], members, 2), 2)).toEqual([
      { from: 'Ben', to: 'Ana', amount: 30 },
      { from: 'Chris', to: 'Ana', amount: 30 },
    ])
    expect(settle(balances([{ payer: 'Zoe', amount: 90, people: [] }], members, 2), 2)).toEqual([])
  })
})

describe('streaks', () => {
  const now = { date: '2026-11-24', weekStart: 1 }
  const daily = (dates: string[], forgive = 0) => streakOf(dates, now, { every: 'day', forgive })
  test.each([
    [['2026-11-22', '2026-11-23', '2026-11-24'], 0, 3, true],
    [['2026-11-22', '2026-11-23'], 0, 2, false],
    [['2026-11-21', '2026-11-22'], 0, 0, false],
    [['2026-11-21', '2026-11-22'], 1, 2, false],
    [['2026-11-20', '2026-11-22', '2026-11-24'], 1, 3, true],
    [['2026-11-20', '2026-11-22', '2026-11-24'], 0, 1, true],
    [[], 1, 0, false],
    [['2026-12-01'], 1, 0, false],
  ])('%j forgiving %i', (dates, forgive, current, today) => {
    expect(daily(dates, forgive)).toMatchObject({ current, today })
  })
  test('weeks start where the person says', () => {
    const weeks = streakOf(['2026-11-15', '2026-11-16'], { ...now, weekStart: 1 }, { every: 'week', forgive: 0 })
    expect(weeks).toMatchObject({ current: 2, longest: 2, today: false })
    expect(streakOf(['2026-11-15', '2026-11-16'], { ...now, weekStart: 0 }, { every: 'week', forgive: 0 }).longest).toBe(1)
  })
  test('months and years', () => {
    expect(streakOf(['2026-10-31', '2026-11-01'], now, { every: 'month', forgive: 0 }).current).toBe(2)
    expect(streakOf(['2024-10-31', '2025-01-01', '2026-01-01'], now, { every: 'year', forgive: 0 }).current).toBe(3)
  })
})

describe('the timer', () => {
  const phases = [
    { label: 'Focus', minutes: 25 },
    { label: 'Rest', minutes: 5, rest: true },
  ]
  const minute = 60_000
  test('is a function of time, through pauses and reloads', () => {
    let state = startTimer(IDLE, 0)
    expect(viewTimer(state, phases, 2, 10 * minute)).toMatchObject({ phase: 0, round: 0, left: 15 * minute, running: true })
    state = pauseTimer(state, 10 * minute)
    state = readTimer(JSON.stringify(state))
    expect(viewTimer(state, phases, 2, 99 * minute)).toMatchObject({ left: 15 * minute, running: false })
    state = startTimer(state, 100 * minute)
    expect(viewTimer(state, phases, 2, 116 * minute)).toMatchObject({ phase: 1, round: 0, left: 4 * minute, passed: 1 })
    expect(viewTimer(state, phases, 2, 121 * minute)).toMatchObject({ phase: 0, round: 1 })
    expect(viewTimer(state, phases, 2, 999 * minute)).toMatchObject({ ended: true, passed: 4 })
  })
  test('skipping goes to the next phase', () => {
    const state = skipPhase(startTimer(IDLE, 0), phases, 1, 3 * minute)
    expect(viewTimer(state, phases, 1, 3 * minute)).toMatchObject({ phase: 1, left: 5 * minute, running: true })
  })
  test('damaged state is an idle timer', () => {
    for (const kept of [null, '', '{', '{"elapsed":-1,"startedAt":null}', '{"elapsed":"x"}']) expect(readTimer(kept)).toEqual(IDLE)
  })
  test.each([
    [65_000, '01:05'],
    [3_605_000, '1:00:05'],
    [400, '00:01'],
    [0, '00:00'],
  ])('%i ms is %s', (ms, text) => {
    expect(clockText(ms)).toBe(text)
  })
})

describe('spaced repetition', () => {
  const now = new Date('2026-11-24T09:00:00Z')
  test('a better answer comes back later, and the state survives being kept', () => {
    const { again, hard, good, easy } = intervals(null, now)
    expect([again, hard, good, easy]).toEqual([again, hard, good, easy].sort((a, b) => a - b))
    const kept = afterAnswer(null, 'easy', now)
    const later = new Date(JSON.parse(kept).due)
    expect(later.getTime()).toBeGreaterThan(now.getTime() + 86_400_000)
    expect(intervals(kept, later).good).toBeGreaterThan(easy)
  })
  test('damaged states are new cards; the day has only so many new ones', () => {
    const cards = ['nonsense', '{"due":"x"}', null, undefined, 7].map((kept, i) => ({ id: `${i}`, kept }))
    expect(queueOf(cards, now, 3)).toMatchObject({ due: [], fresh: [{ id: '0' }, { id: '1' }, { id: '2' }], next: null })
    const seen = { id: 'seen', kept: afterAnswer(null, 'good', now) }
    const queue = queueOf([...cards, seen], now, 3)
    expect(queue.fresh).toHaveLength(2)
    expect(queue.next).toEqual(new Date(JSON.parse(seen.kept).due))
    expect(queueOf([seen], new Date('2026-12-24T09:00:00Z'), 3).due).toEqual([seen])
  })
})

describe('picking', () => {
  test('never one of the last, always one of the given, and all get their turn', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 9 }), (seed, count, avoid) => {
        const rng = seeded(seed)
        const ids = Array.from({ length: count }, (_, i) => `id${i}`)
        const history: { id: string }[] = []
        for (let i = 0; i < 40; i++) {
          const id = pickOne(ids, history, avoid, rng.next)!
          expect(ids).toContain(id)
          const span = Math.min(avoid, count - 1)
          if (span > 0) expect(history.slice(-span).map((p) => p.id)).not.toContain(id)
          history.push({ id })
        }
      }),
      { numRuns: 60 },
    )
    expect(pickOne([], [], 2, () => 0.5)).toBeNull()
  })
  test('chores: each member gets one, different while there are enough, another than the last time', () => {
    const rng = seeded(7)
    const first = pickForEach(['dishes', 'trash', 'vacuum'], ['Mia', 'Leo'], [], rng.next)
    expect(new Set(first.values()).size).toBe(2)
    const history = [...first].map(([member, id]) => ({ id, for: member }))
    const second = pickForEach(['dishes', 'trash', 'vacuum'], ['Mia', 'Leo'], history, rng.next)
    expect([...second.keys()].sort()).toEqual(['Leo', 'Mia'])
    expect(pickForEach(['dishes'], ['Mia', 'Leo'], [], rng.next).size).toBe(2)
  })
})

test('points and places: equal totals share a place', () => {
  const totals = pointsOf(
    [
      { player: 'a', points: 3 },
      { player: 'b', points: 3 },
      { player: 'c', points: 1 },
      { player: null, points: 9 },
    ],
    ['a', 'b', 'c'],
  )
  expect(rank(totals, 'most').map((r) => r.place)).toEqual([1, 1, 3])
  expect(rank(totals, 'least')[0]).toMatchObject({ id: 'c', place: 1 })
})

test('the decision matrix weighs', () => {
  const cells = [
    { option: 'x', criterion: 'price', score: 2 },
    { option: 'x', criterion: 'light', score: 5 },
    { option: 'y', criterion: 'price', score: 4 },
    { option: 'y', criterion: 'light', score: 1 },
  ]
  const totals = weigh(
    cells,
    ['x', 'y', 'z'],
    new Map([
      ['price', 3],
      ['light', 1],
    ]),
  )
  expect(Object.fromEntries(totals)).toEqual({ x: 2.75, y: 3.25, z: 0 })
  expect([...weigh(cells, ['x'], new Map()).values()]).toEqual([0])
})

describe('due dates', () => {
  test.each([
    ['2020-03-01', '2026-11-24', '2027-03-01'],
    ['2020-11-24', '2026-11-24', '2026-11-24'],
    ['2020-02-29', '2026-11-24', '2027-02-28'],
    ['2020-02-29', '2027-12-01', '2028-02-29'],
  ])('%s is next on, seen from %s, %s', (date, today, next) => expect(nextYearly(date, today)).toBe(next))
  test.each([
    ['2026-01-31', { unit: 'month', count: 1 }, '2026-02-28'],
    ['2026-11-24', { unit: 'week', count: 2 }, '2026-12-08'],
    ['2024-02-29', { unit: 'year', count: 1 }, '2025-02-28'],
    ['2026-12-31', { unit: 'day', count: 1 }, '2027-01-01'],
  ] as const)('%s moved on by %j is %s', (date, every, next) => expect(moveOn(date, every)).toBe(next))
  test('a rhythm is never behind today', () => {
    expect(nextOf('2026-11-01', { unit: 'day', count: 7 }, '2026-11-24')).toBe('2026-11-29')
    expect(nextTime(['08:00', '20:00'], '09:30')).toEqual({ time: '20:00', minutes: 630 })
    expect(nextTime(['08:00', '20:00'], '20:30')).toEqual({ time: '08:00', minutes: 690 })
  })
})

test('the shopping list adds up equal things', () => {
  const ingredients = [
    { recipe: 'soup', name: 'Onion', amount: '2' },
    { recipe: 'soup', name: 'milk', amount: '200 ml' },
    { recipe: 'stew', name: 'onion', amount: '1' },
    { recipe: 'stew', name: 'salt', amount: 'a pinch' },
    { recipe: 'cake', name: 'milk', amount: '1 cup' },
  ]
  expect(shoppingList(['soup', 'stew', 'soup'], ingredients)).toEqual([
    { name: 'Onion', amount: '5' },
    { name: 'milk', amount: '400 ml' },
    { name: 'salt', amount: 'a pinch' },
  ])
  expect(shoppingList(['soup', 'cake'], ingredients)[1]).toEqual({ name: 'milk', amount: '200 ml + 1 cup' })
})

describe('rhythms', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
  const every = fc.record({
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
    count: fc.integer({ min: 1, max: 40 }),
  })

  test('the next day is the first of the rhythm from today on', () => {
    fc.assert(
      fc.property(day, every, day, (from, rhythm, today) => {
        const next = nextOf(from, rhythm, today)
        expect(next >= today || next === from).toBe(true)
        // Counted one by one from the beginning.
        let times = 0
        while (moveOn(from, { ...rhythm, count: rhythm.count * times }) < today && times < 50_000) times++
        expect(next).toBe(from >= today ? from : moveOn(from, { ...rhythm, count: rhythm.count * times }))
      }),
      { numRuns: 200 },
    )
  })
  test('done, it goes on after today and after its own day', () => {
    fc.assert(
      fc.property(day, every, day, (from, rhythm, today) => {
        const next = nextAfter(from, rhythm, today)
        expect(next > today && next > from).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
  test('the 31st stays the last day of each month', () =>
    expect(nextAfter('2026-01-31', { unit: 'month', count: 1 }, '2026-03-01')).toBe('2026-03-31'))
})
