/** What is trained on: prompts are drawn, completions are judged. Tokens are numbers below `vocabulary`. */
import type { Rng } from '../base/rng.ts'

/** `metric`: as the world gives it. `reward`: shaped, the metric where left out. `costs`: what is to stay under a limit, by name. */
export type Judgement = { metric: number; reward?: number; costs?: Record<string, number> }

export type Task<Prompt = unknown> = {
  name: string
  vocabulary: number
  /** Ends a completion. */
  stop: number
  /** The most tokens of a prompt, and of a completion. */
  longest: { prompt: number; completion: number }
  /** The mean metric of the best policy there is. */
  optimum: number
  draw(rng: Rng): { tokens: number[]; prompt: Prompt }
  /** May throw, answer late, or give what is no number: the trainer bears it. `tokens` with the stop token, if it `ended`. */
  judge(prompt: Prompt, tokens: number[], ended: boolean): Judgement | Promise<Judgement>
}

/** Whole numbers below n, n times as likely as each other. */
const below = (n: number, rng: Rng) => Math.floor(rng.next() * n)

/** Puts `length` symbols, of `symbols`, in ascending order, then stops. The metric is the share of places that are right. */
export function sorting(length: number, symbols: number): Task<number[]> {
  const stop = symbols
  return {
    name: 'sort',
    vocabulary: symbols + 2,
    stop,
    longest: { prompt: length + 1, completion: 2 * length + 2 },
    optimum: 1,
    draw: (rng) => {
      const prompt = Array.from({ length }, () => below(symbols, rng))
      return { tokens: [...prompt, symbols + 1], prompt }
    },
    judge: (prompt, tokens) => {
      const due = [...[...prompt].sort((a, b) => a - b), stop]
      return { metric: due.filter((token, i) => tokens[i] === token).length / due.length }
    },
  }
}

/** a + b modulo `modulus`, then stops. The metric is 1 if the sum is right and nothing else is said, else 0. */
export function addition(modulus: number): Task<number> {
  const stop = modulus
  return {
    name: 'add',
    vocabulary: modulus + 2,
    stop,
    longest: { prompt: 3, completion: 8 },
    optimum: 1,
    draw: (rng) => {
      const [a, b] = [below(modulus, rng), below(modulus, rng)]
      return { tokens: [a, b, modulus + 1], prompt: (a + b) % modulus }
    },
    judge: (sum, tokens) => ({ metric: tokens.length === 2 && tokens[0] === sum && tokens[1] === stop ? 1 : 0 }),
  }
}

export const TASKS: Record<string, () => Task<never>> = {
  sort: () => sorting(4, 6) as Task<never>,
  add: () => addition(7) as Task<never>,
}
