/** How often something may be done: a token bucket. */
export type Bucket = {
  /** Whether one more of this weight is allowed now; if so, it is counted. */
  take(weight?: number): boolean
  /** Seconds until one of this weight would be allowed. */
  wait(weight?: number): number
}

/** `burst` at once, refilled by `perSecond`. `clock` in milliseconds. */
export function bucket(burst: number, perSecond: number, clock: () => number): Bucket {
  let left = burst
  let at = clock()
  const fill = () => {
    const now = clock()
    left = Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond)
    at = now
  }
  return {
    take(weight = 1) {
      fill()
      if (left < weight) return false
      left -= weight
      return true
    },
    wait(weight = 1) {
      fill()
      return Math.max(0, (Math.min(weight, burst) - left) / perSecond)
    },
  }
}

/** A bucket for each key, `most` of them: beyond that the one unused for longest goes, which is the likeliest to be full again. */
export function buckets(burst: number, perSecond: number, clock: () => number, most = 10_000): (key: string) => Bucket {
  const known = new Map<string, Bucket>()
  return (key) => {
    const found = known.get(key) ?? bucket(burst, perSecond, clock)
    // At the end is what was asked for last.
    known.delete(key)
    known.set(key, found)
    if (known.size > most) known.delete(known.keys().next().value!)
    return found
  }
}
