/** The time that things end by, under any course of a wall clock. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import { BELIEVED, LEAP, openSteady } from '../../src/base/steady.ts'

const START = Date.parse('2026-11-28T12:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** One that is started anew now and then, over a file that may be lost or full of nonsense. */
function scratch() {
  const clock = fixedClock(START)
  let file: string | null = null
  const open = () => openSteady(clock, { read: () => file, write: (text) => (file = text) })
  return { clock, open, damage: (text: string | null) => (file = text) }
}

const step = fc.oneof(
  fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 3 * HOUR }) }),
  fc.record({ do: fc.constant('jump' as const), ms: fc.integer({ min: -400 * DAY, max: 400 * DAY }) }),
  fc.record({ do: fc.constant('back' as const), ms: fc.constant(0) }),
  fc.record({ do: fc.constant('start' as const), ms: fc.constant(0) }),
)

it('leaps that are set back within the hour change nothing, whatever else happens', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: LEAP + HOUR, max: 4000 * DAY }), fc.integer({ min: 0, max: HOUR / 2 }), fc.boolean()), {
        maxLength: 12,
      }),
      (leaps) => {
        const { clock, open } = scratch()
        let steady = open()
        for (const [leap, stands, again] of leaps) {
          clock.set(clock.now() + leap)
          clock.pass(stands)
          if (again) steady = open()
          steady.now()
          clock.set(START + clock.elapsed())
          // Between two starts nobody knows what has passed; the wall is right again.
          expect(Math.abs(steady.now() - clock.now())).toBeLessThanOrEqual(1)
        }
      },
    ),
  )
})

it('is never ahead of the wall, nor behind it once that has stood', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { clock, open } = scratch()
      let steady = open()
      for (const { do: what, ms } of steps) {
        if (what === 'pass') clock.pass(ms)
        if (what === 'jump') clock.set(clock.now() + ms)
        if (what === 'back') clock.set(START + clock.elapsed())
        if (what === 'start') steady = open()
        expect(steady.now()).toBeLessThanOrEqual(clock.now())
        expect(steady.ahead()).toBe(clock.now() - steady.now())
      }
      for (let stood = 0; stood <= BELIEVED.leap; stood += HOUR / 2) {
        clock.pass(HOUR / 2)
        steady.now()
      }
      expect(steady.now()).toBe(clock.now())
    }),
  )
})

it('a file that says nothing is as none', () => {
  const { clock, open, damage } = scratch()
  for (const text of ['', 'x', '{}', '{"time":"soon","stood":0}', '{"time":null,"stood":1}', '[]', 'null']) {
    damage(text)
    expect(open().now()).toBe(clock.now())
  }
  damage(JSON.stringify({ time: START + 900 * DAY, stood: 0 }))
  expect(open().now()).toBe(clock.now())
})

it('a clock that does not tell what has passed is taken at its word', () => {
  let at = START
  const steady = openSteady({ now: () => at }, { read: () => null, write: () => {} })
  at += 1000 * DAY
  expect([steady.now(), steady.ahead()]).toEqual([at, 0])
})
