/**
 * A 7B model on H20 GPUs, as `macaron bench trainer scale -- --fit` fits it, from START, to the ends of the published rows (rows.ts). `engine`,
 * `span` and `slots` are from the scripts that those runs were started with; what lies between the parts is what the rows
 * leave over (10.7 to 11.0 s, 3.7 to 4.3 s).
 */
import type { Fitted } from './fit.ts'

export const FITTED: Fitted = {
  lengths: { mean: 1532, deviation: 1.287 },
  costs: {
    engine: 4,
    span: 4,
    slots: 256,
    latency: 0.0045,
    load: 7.935e-5,
    train: 3.566e-4,
    score: 1.9395e-4,
    step: 2.086,
    pass: 34.76,
    shared: 1.821,
    between: { sequential: 10.9, overlapped: 4 },
  },
}

/** Where the fit begins: what one would guess of such machines. */
export const START: Fitted = {
  lengths: { mean: 1500, deviation: 1 },
  costs: { ...FITTED.costs, latency: 0.0045, load: 1e-4, train: 2e-4, score: 1e-4, step: 2, pass: 30, shared: 1.4 },
}
