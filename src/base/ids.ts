/** Ids sort by the time they were made: 9 base-36 digits of milliseconds, then 13 of randomness (67 bits). */
import type { Clock } from './clock.ts'
import type { Rng } from './rng.ts'

export type NewId = <B extends string = string>() => B

export function ids(clock: Clock, rng: Rng): NewId {
  const digit = () => Math.floor(rng.next() * 36).toString(36)
  return (<B extends string>() => {
    const time = Math.max(0, clock.now()).toString(36).padStart(9, '0')
    return (time + Array.from({ length: 13 }, digit).join('')) as B
  }) as NewId
}
