/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features: the probability
 * of a whole sequence of labels, of each label alone (forward-backward), and the best sequence (Viterbi). Pure.
 *
 * Shapes: n pieces, L labels; `features` n lists of bucket numbers; `emission` [buckets, L] and `transition` [L, L] as
 * flat arrays, row by row; scores are natural logarithms.
 */
export type Chain = {
  labels: number
  emission: ArrayLike<number>
  /** What one step of `emission` is worth, where it is kept in whole numbers. */
  scale: number
  transition: ArrayLike<number>
  /** 1 where a label may come first, and [L, L] where one may follow another. */
  first: ArrayLike<number>
  follows: ArrayLike<number>
}

/** [n, L]: how much each piece speaks for each label. */
export function emissions({ labels, emission, scale }: Chain, features: readonly (readonly number[])[]): Float64Array {
  const scores = new Float64Array(features.length * labels)
  features.forEach((buckets, i) => {
    for (const bucket of buckets)
      for (let label = 0; label < labels; label++) scores[i * labels + label]! += emission[bucket * labels + label]! * scale
  })
  return scores
}

export type Beliefs = {
  /** [n, L], each row sums to 1. */
  marginals: Float64Array
  /** [n - 1, L, L], each sums to 1. */
  pairs: Float64Array
  /** Logarithm of the sum over all sequences. */
  total: number
}

/** Forward-backward in logarithms. */
export function beliefs(chain: Chain, scores: Float64Array, withPairs = false): Beliefs {
  const L = chain.labels
  const n = scores.length / L
  const ahead = new Float64Array(n * L).fill(Number.NEGATIVE_INFINITY)
  const behind = new Float64Array(n * L)
  const sums = new Float64Array(L)
  for (let b = 0; b < L; b++) if (chain.first[b]) ahead[b] = scores[b]!
  for (let i = 1; i < n; i++)
    for (let b = 0; b < L; b++) {
      for (let a = 0; a < L; a++)
        sums[a] = chain.follows[a * L + b] ? ahead[(i - 1) * L + a]! + chain.transition[a * L + b]! : Number.NEGATIVE_INFINITY
      ahead[i * L + b] = logSum(sums) + scores[i * L + b]!
    }
  for (let i = n - 2; i >= 0; i--)
    for (let a = 0; a < L; a++) {
      for (let b = 0; b < L; b++)
        sums[b] = chain.follows[a * L + b]
          ? chain.transition[a * L + b]! + scores[(i + 1) * L + b]! + behind[(i + 1) * L + b]!
          : Number.NEGATIVE_INFINITY
      behind[i * L + a] = logSum(sums)
    }
  const total = n ? logSum(ahead.subarray((n - 1) * L)) : 0
  const marginals = ahead.map((value, at) => Math.exp(value + behind[at]! - total))
  const pairs = new Float64Array(withPairs && n > 1 ? (n - 1) * L * L : 0)
  for (let at = 0; at < pairs.length; at++) {
    const [i, a, b] = [Math.floor(at / (L * L)), Math.floor(at / L) % L, at % L]
    if (chain.follows[a * L + b])
      pairs[at] = Math.exp(ahead[i * L + a]! + chain.transition[a * L + b]! + scores[(i + 1) * L + b]! + behind[(i + 1) * L + b]! - total)
  }
  return { marginals, pairs, total }
}

/** The likeliest sequence of labels. */
export function best(chain: Chain, scores: Float64Array): number[] {
  const L = chain.labels
  const n = scores.length / L
  if (!n) return []
  let reached = Float64Array.from({ length: L }, (_, b) => (chain.first[b] ? scores[b]! : Number.NEGATIVE_INFINITY))
  const from: Int32Array[] = []
  for (let i = 1; i < n; i++) {
    const next = new Float64Array(L).fill(Number.NEGATIVE_INFINITY)
    const back = new Int32Array(L)
    for (let b = 0; b < L; b++)
      for (let a = 0; a < L; a++) {
        const score = chain.follows[a * L + b] ? reached[a]! + chain.transition[a * L + b]! + scores[i * L + b]! : Number.NEGATIVE_INFINITY
        if (score > next[b]!) {
          next[b] = score
          back[b] = a
        }
      }
    from.push(back)
    reached = next
  }
  const path = [reached.indexOf(Math.max(...reached))]
  for (let i = n - 2; i >= 0; i--) path.push(from[i]![path.at(-1)!]!)
  return path.reverse()
}

function logSum(values: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) if (value > most) most = value
  if (most === Number.NEGATIVE_INFINITY) return most
  let sum = 0
  for (const value of values) sum += Math.exp(value - most)
  return most + Math.log(sum)
}
