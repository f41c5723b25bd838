/** Time comes in as an argument, so that every run can be replayed. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Milliseconds that have really passed since some moment, whatever the wall clock was set to. */
  elapsed?(): number
}
export const systemClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() }

/** A clock that stands where it is put; tests move it. `set` is somebody setting it, `pass` is time that goes by. */
export function fixedClock(start: number | string): Required<Clock> & { set(to: number | string): void; pass(ms: number): void } {
  let t = typeof start === 'string' ? Date.parse(start) : start
  let passed = 0
  return {
    now: () => t,
    elapsed: () => passed,
    set: (to) => {
      t = typeof to === 'string' ? Date.parse(to) : to
    },
    pass: (ms) => {
      t += ms
      passed += Math.max(0, ms)
    },
  }
}

/** The person's calendar day and wall clock, in their time zone: 'YYYY-MM-DD' and 'HH:MM'. */
export function wallClock(at: number, timeZone: string): { date: string; time: string } {
  const parts = Object.fromEntries(
    clockIn(timeZone)
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  )
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}

/** Making one costs more than a hundred uses; people live in a few time zones, and who makes names up empties it for all. */
const clocks = new Map<string, Intl.DateTimeFormat>()
const MOST_CLOCKS = 100

/** Throws a RangeError where there is no such time zone. */
export function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  if (clocks.size >= MOST_CLOCKS) clocks.clear()
  clocks.set(timeZone, made)
  return made
}
