/** Randomness comes in as an argument. `seeded` is sfc32, by Chris Doty-Humphrey (PractRand). */
export interface Rng {
  /** Uniform in [0, 1). */
  next(): number
}
export function seeded(seed: number): Rng {
  let a = seed | 0
  let b = 0x9e3779b9 | 0
  let c = 0x243f6a88 | 0
  let d = 1
  const step = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i++) step()
  return { next: step }
}
export const systemRng: Rng = { next: () => crypto.getRandomValues(new Uint32Array(1))[0]! / 4294967296 }

/** Standard normal (Box & Muller 1958); two draws of the generator. */
export function normal(rng: Rng): number {
  return Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next())
}
