/** The `k` best of what is offered, equal scores by the smaller id: a heap with the worst on top. */
import type { Neighbour } from './types.ts'

const worse = (a: Neighbour, b: Neighbour): boolean => a.score < b.score || (a.score === b.score && a.id > b.id)

export class Nearest {
  readonly #k: number
  readonly #heap: Neighbour[] = []

  constructor(k: number) {
    this.#k = k
  }

  /** The worst score that is still among the best, -Infinity while there is room. */
  get bar(): number {
    return this.#heap.length < this.#k ? Number.NEGATIVE_INFINITY : this.#heap[0]!.score
  }

  offer(id: number, score: number): void {
    const heap = this.#heap
    if (heap.length < this.#k) {
      heap.push({ id, score })
      this.#up(heap.length - 1)
      return
    }
    const worst = heap[0]!
    if (!(score > worst.score || (score === worst.score && id < worst.id))) return
    // Taken over, so that most offers make nothing.
    worst.id = id
    worst.score = score
    this.#down(0)
  }

  /** Best first. */
  sorted(): Neighbour[] {
    return [...this.#heap].sort((a, b) => b.score - a.score || a.id - b.id)
  }

  #up(at: number): void {
    const heap = this.#heap
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!worse(heap[at]!, heap[parent]!)) return
      ;[heap[at], heap[parent]] = [heap[parent]!, heap[at]!]
      at = parent
    }
  }

  #down(at: number): void {
    const heap = this.#heap
    for (;;) {
      const left = 2 * at + 1
      if (left >= heap.length) return
      const right = left + 1
      const child = right < heap.length && worse(heap[right]!, heap[left]!) ? right : left
      if (!worse(heap[child]!, heap[at]!)) return
      ;[heap[at], heap[child]] = [heap[child]!, heap[at]!]
      at = child
    }
  }
}
