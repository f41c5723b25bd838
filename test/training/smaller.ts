import type { RunOptions } from '../../src/training/run.ts'

/** The same run with less of everything, so that an iteration takes milliseconds. */
export const smaller = (options: RunOptions): RunOptions => ({
  ...options,
  model: { layers: 1, width: 16, heads: 2 },
  train: { ...options.train, prompts: 6, miniBatch: 3, samples: 6 },
})
