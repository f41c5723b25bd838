/** Time comes in as an argument, so that every run can be replayed. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
}
export const systemClock: Clock = { now: () => Date.now() }

/** A clock that stands where it is put; tests move it. */
export function fixedClock(start: number | string): Clock & { set(to: number | string): void; pass(ms: number): void } {
  let t = typeof start === 'string' ? Date.parse(start) : start
  return {
    now: () => t,
    set: (to) => {
      t = typeof to === 'string' ? Date.parse(to) : to
    },
    pass: (ms) => {
      t += ms
    },
  }
}

/** The person's calendar day and wall clock, in their time zone: 'YYYY-MM-DD' and 'HH:MM'. */
export function wallClock(at: number, timeZone: string): { date: string; time: string } {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  )
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}
