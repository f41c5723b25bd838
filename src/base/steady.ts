/**
 * The time by which things end for good: sessions, what waits for a word, what was removed. It goes with the wall clock, but
 * where that leaps far ahead it goes on at its own pace, by what has really passed, until the leap has stood for a while. So a
 * clock that is set forward by a year and back again has ended nothing.
 *
 * A leap looks the same as a machine that was off or asleep. What is plausible as that (up to a month) is believed after an hour
 * of running, what is not after a day. Covers: leaps while running and between two starts, of any size and number. Does not
 * cover: a clock that goes wrong by less than a day at a time, or that stays wrong for longer than that.
 */
import type { Clock } from './clock.ts'

export type Steady = Clock & {
  /** Milliseconds that the wall clock is ahead without being believed; 0 where they agree. */
  ahead(): number
}
/** Where it is kept between starts; what cannot be read or written is no failure. */
export type KeptTime = { read(): string | null; write(text: string): void }

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A leap is more than this. */
export const LEAP = DAY
/** Up to this, somebody may have been away. */
const ABSENCE = 31 * DAY
/** How long a leap stands before it is believed: running, not off. */
export const BELIEVED = { absence: HOUR, leap: DAY }
/** How often it is kept. */
const KEEP = 10 * 60_000

/** The clock itself where it cannot tell what has passed. */
export function openSteady(clock: Clock, kept: KeptTime): Steady {
  const { elapsed } = clock
  if (!elapsed) return { now: clock.now, ahead: () => 0 }
  const last = parsed(kept.read())
  let time = last?.time ?? clock.now()
  /** What has passed since a leap that stands. */
  let stood = last?.stood ?? 0
  let seen = elapsed()
  let keptAt = Number.NEGATIVE_INFINITY

  function now(): number {
    const at = elapsed!()
    const passed = Math.max(0, at - seen)
    seen = at
    const wall = clock.now()
    const before = { time, stood }
    time += passed
    const leap = wall - time
    stood = leap > LEAP ? stood + passed : 0
    if (leap <= LEAP || stood >= (leap <= ABSENCE ? BELIEVED.absence : BELIEVED.leap)) {
      time = wall
      stood = 0
    }
    if (at - keptAt >= KEEP || (before.stood === 0) !== (stood === 0) || time < before.time) {
      keptAt = at
      kept.write(JSON.stringify({ time, stood }))
    }
    return time
  }
  now()
  return { now, ahead: () => Math.max(0, clock.now() - now()) }
}

function parsed(text: string | null): { time: number; stood: number } | null {
  try {
    const { time, stood } = JSON.parse(text ?? '') as { time: unknown; stood: unknown }
    return Number.isFinite(time) && Number.isFinite(stood) ? { time: time as number, stood: Math.max(0, stood as number) } : null
  } catch {
    return null
  }
}
