/**
 * Reverse-mode differentiation on a tape (Wengert, 1964; Griewank and Walther, "Evaluating derivatives", 2008, ch. 3): each
 * operation notes how to hand its gradient on, and `backward` reads the notes from the last to the first.
 */
import type { Space } from './memory.ts'

/** Floats of a shape at an address. `grad` is where its gradient is summed: 0 until there is one; FIXED has none ever. */
export type Tensor = { at: number; shape: number[]; size: number; grad: number }
export const FIXED = -1

export const sizeOf = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1)

export class Tape {
  readonly space: Space
  #notes: (() => void)[] = []
  readonly #mark: number

  /** `recording` false: for results alone. Takes from the space until `end`. */
  constructor(space: Space, recording = true) {
    this.space = space
    this.recording = recording
    this.#mark = space.mark()
  }
  readonly recording: boolean

  /** A tensor that is not differentiated. Throws if there are not as many values as its shape has. */
  constant(shape: number[], values: ArrayLike<number>): Tensor {
    if (values.length !== sizeOf(shape)) throw new RangeError(`${values.length} values for a tensor of shape ${shape}`)
    const made = { at: this.space.zeros(values.length), shape, size: values.length, grad: FIXED }
    this.space.f32.set(values, made.at >>> 2)
    return made
  }

  /** Room for the result of an operation on `from`; the gradient stops where all of those are fixed. */
  result(shape: number[], from: Tensor[]): Tensor {
    const size = sizeOf(shape)
    const fixed = !this.recording || from.every(({ grad }) => grad === FIXED)
    return { at: this.space.take(size * 4), shape, size, grad: fixed ? FIXED : 0 }
  }

  /** Notes how the gradient of `of` goes on: called if it has one. */
  note(of: Tensor, back: (gradient: number) => void): void {
    if (of.grad !== FIXED) this.#notes.push(() => void (of.grad && back(of.grad)))
  }

  /** Notes a step back that is always taken: where gradients begin. */
  source(back: () => void): void {
    if (this.recording) this.#notes.push(back)
  }

  /** Where the gradient of `of` is to be added; cleared when first asked for. Only for what is not FIXED. */
  gradient(of: Tensor): number {
    if (of.grad === 0) of.grad = this.space.zeros(of.size)
    return of.grad
  }

  /** All gradients, from the last operation back. */
  backward(): void {
    for (let i = this.#notes.length - 1; i >= 0; i--) this.#notes[i]!()
    this.#notes = []
  }

  /** Gives back the room of everything on this tape. */
  end(): void {
    this.#notes = []
    this.space.release(this.#mark)
  }
}
