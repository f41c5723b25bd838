/**
 * A bound that may be looked at after every occasion, and holds from the first one on. Somebody who doubts that a mean is above
 * m is bet against: each occasion multiplies what one has, and where the doubt is right it cannot grow on average, so that it
 * ever grows c-fold has a chance of 1/c at most (Ville 1939; Waudby-Smith & Ramdas 2023, "Estimating means of bounded random
 * variables by betting"; of policies, Waudby-Smith et al. 2022, "Anytime-valid off-policy inference for contextual bandits").
 *
 *   wealth(m) = mean over f of prod_t (1 + f (x_t - m) / (m - least_t)),   f a share of what can be lost
 *
 * Where a change is to be found, what was lost before it is forgiven (a purse never holds less than 1): then it reaches c once
 * in c occasions at most where the doubt is right (Shin, Ramdas & Rinaldo 2022, "E-detectors").
 *
 * `least_t` is known before x_t is. Nothing is assumed of the distribution, so it holds for ten occasions as for a thousand.
 * Left out: tuning f to what was seen, which would gain an occasion or two.
 */
export type Bet = {
  value: number
  /** The smallest and largest it could have been, known beforehand. */
  least: number
  most: number
}

/** Shares of what can be lost that are put on each occasion, all at once. */
const SHARES = [0.25, 0.5, 0.9] as const

/** What one has against the doubt that the mean is above `mean`: one bet after the other. Infinite where it cannot be so low. */
export class Purse {
  private readonly mean: number
  private readonly forgives: boolean
  private readonly ends = SHARES.map(() => 1)

  constructor(mean = 0, forgives = false) {
    this.mean = mean
    this.forgives = forgives
  }

  bet({ value, least }: Bet): void {
    for (const [i, share] of SHARES.entries()) {
      const have = this.forgives ? Math.max(1, this.ends[i]!) : this.ends[i]!
      this.ends[i] = have * (least >= this.mean ? Number.POSITIVE_INFINITY : 1 + (share * (value - this.mean)) / (this.mean - least))
    }
  }

  get wealth(): number {
    return this.ends.reduce((sum, end) => sum + end, 0) / SHARES.length
  }
  /** Chance, at most, to be wrong in saying that the mean is above it. */
  get doubt(): number {
    return Math.min(1, 1 / this.wealth)
  }
}

/** What is left of one after all of these. */
export function purseOf(bets: readonly Bet[], mean = 0): Purse {
  const purse = new Purse(mean)
  for (const bet of bets) purse.bet(bet)
  return purse
}

/** The largest m for which it is sure enough that the mean is above it. -infinity where nothing was seen. */
export function lowest(bets: readonly Bet[], misses: number): number {
  if (!bets.length) return Number.NEGATIVE_INFINITY
  let low = Math.max(...bets.map(({ least }) => least))
  let high = Math.max(...bets.map(({ most }) => most))
  // What one has falls as m rises.
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2
    if (purseOf(bets, middle).wealth >= 1 / misses) low = middle
    else high = middle
  }
  return low
}

/** The same bet on the opposite. */
export const mirrored = ({ value, least, most }: Bet): Bet => ({ value: -value, least: -most, most: -least })
/** The smallest m for which it is sure enough that the mean is below it. infinity where nothing was seen. */
export const highest = (bets: readonly Bet[], misses: number): number => -lowest(bets.map(mirrored), misses)
