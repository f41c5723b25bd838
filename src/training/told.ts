/** The tasks in words, for language models: the prompts are those of task.ts, the answer stands on the last line. */
import { addition, sorting } from './task.ts'
import { DEFAULTS } from './train.ts'
import type { Told, VerlJob, VerlVersion } from './verl.ts'

export const TOLD: Record<string, Told> = {
  sort: {
    name: 'sort',
    draw: (rng) => {
      const { prompt } = sorting(12, 1000).draw(rng)
      const answer = [...prompt].sort((a, b) => a - b).join(' ')
      return { asked: `Put these numbers in ascending order: ${prompt.join(' ')}\nEnd with a line that holds the numbers alone.`, answer }
    },
  },
  add: {
    name: 'add',
    draw: (rng) => {
      const { tokens, prompt } = addition(997).draw(rng)
      const [a, b] = tokens
      return { asked: `What is ${a} + ${b} modulo 997?\nEnd with a line that holds the number alone.`, answer: String(prompt) }
    },
  },
}

/** DAPO's own settings, with an adapter: a rank of 32 and ten times its rate (1e-6). */
export function verlJob(version: VerlVersion, model: string, seed: number, nodes = 1): VerlJob {
  const train = { ...DEFAULTS, seed, prompts: 512, miniBatch: 32, overlong: { buffer: 512, factor: 1 }, rate: 1e-5, warmUp: 10, decay: 0.1 }
  return {
    version,
    model,
    train,
    lora: { rank: 32, alpha: 32 },
    longest: { prompt: 512, completion: 2048 },
    rows: { train: 8192, validation: 256 },
    cluster: { nodes, gpus: 8 },
    epochs: 10,
  }
}
