/**
 * What verl's documentation published of its own runs (docs/advance/fully_async.md, as first printed in October 2025 and, for
 * the 30 billion, in 2026): seconds of an iteration, means of 400, on H20 GPUs. The response lengths, which make much of it,
 * are not published but for their most; what is assumed of them is in costs.ts.
 */
import type { Layout, Work } from './events.ts'

/** `roll`, `score` and `update` are the parts as printed; `wait`: of the trainer for prompts. */
export type Row = {
  name: string
  model: '7b' | '30b'
  layout: Layout
  /** The ends are fitted, what lies between them is predicted. */
  fitted: boolean
  step: number
  roll?: number
  score?: number
  update: number
  wait?: number
}

export const WORK: Record<Row['model'], Omit<Work, 'lengths'> & { most: number }> = {
  '7b': { prompts: 512, samples: 16, steps: 16, fetches: 4, most: 28 * 1024 },
  '30b': { prompts: 512, samples: 16, steps: 4, fetches: 4, most: 8 * 1024, reference: true },
}

const overlapped = (rollout: number, train: number, staleness: number): Layout => ({ mode: 'overlapped', rollout, train, staleness })

// The two updates of the 32 GPUs were exchanged in a later edition; then neither row would add up, and the trainer of the
// second would be busy longer than an iteration takes.
export const ROWS: Row[] = [
  {
    name: '7B, 32',
    model: '7b',
    layout: { mode: 'sequential', gpus: 32 },
    fitted: true,
    step: 790.1,
    roll: 357.41,
    score: 107.71,
    update: 313.81,
  },
  {
    name: '7B, 64',
    model: '7b',
    layout: { mode: 'sequential', gpus: 64 },
    fitted: false,
    step: 365.28,
    roll: 150.72,
    score: 70.26,
    update: 133.41,
  },
  {
    name: '7B, 128',
    model: '7b',
    layout: { mode: 'sequential', gpus: 128 },
    fitted: true,
    step: 356.3,
    roll: 177.85,
    score: 53.92,
    update: 113.81,
  },
  {
    name: '7B, 16:16, staleness 0.5',
    model: '7b',
    layout: overlapped(16, 16, 0.5),
    fitted: true,
    step: 294.77,
    wait: 21.26,
    update: 269.8,
  },
  {
    name: '7B, 32:32, staleness 0.5',
    model: '7b',
    layout: overlapped(32, 32, 0.5),
    fitted: false,
    step: 189.26,
    wait: 28.46,
    update: 156.98,
  },
  {
    name: '7B, 64:64, staleness 0.5',
    model: '7b',
    layout: overlapped(64, 64, 0.5),
    fitted: true,
    step: 150.63,
    wait: 33.14,
    update: 113.16,
  },
  { name: '7B, 64:64, staleness 0', model: '7b', layout: overlapped(64, 64, 0), fitted: true, step: 231.34, wait: 128.47, update: 98.77 },
  {
    name: '7B, 64:64, staleness 0.1',
    model: '7b',
    layout: overlapped(64, 64, 0.1),
    fitted: false,
    step: 171.3,
    wait: 58.17,
    update: 109.12,
  },
  {
    name: '7B, 64:64, staleness 0.3',
    model: '7b',
    layout: overlapped(64, 64, 0.3),
    fitted: false,
    step: 146.11,
    wait: 38.88,
    update: 103.22,
  },
  // One row of the larger model says how fast its parts are, the other is predicted.
  {
    name: '30B-A3B, 128',
    model: '30b',
    layout: { mode: 'sequential', gpus: 128 },
    fitted: true,
    step: 497.89,
    roll: 348.05,
    score: 49.59,
    update: 86.27,
  },
  {
    name: '30B-A3B, 96:32, staleness 0.5',
    model: '30b',
    layout: overlapped(96, 32, 0.5),
    fitted: false,
    step: 282.75,
    wait: 22.06,
    update: 256.68,
  },
]
