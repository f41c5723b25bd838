/**
 * Costs from measured rows: how far off parts and whole are is made least, one cost at a time. Distances of logs, not their
 * squares, as a published row may be far from the others (64 GPUs are said to take 365 s where 32 take 790 and 128 356).
 */
import { type Costs, type Layout, type Lengths, type Played, play, type Work } from './events.ts'
import { ROWS, type Row, WORK } from './rows.ts'

/** What a row does not tell and the fit has to say. */
export type Fitted = { costs: Costs; lengths: Pick<Lengths, 'mean' | 'deviation'> }

type Works = typeof WORK

export const workOf = (model: Row['model'], { lengths }: Pick<Fitted, 'lengths'>, works: Works = WORK): Work => {
  const { most, ...work } = works[model]
  return { ...work, lengths: { ...lengths, most } }
}

/** Each part that a row tells, as played and as measured, and what it weighs: the whole as much as all its parts. */
function* parts(row: Row, played: Played): Generator<[number, number, number]> {
  yield [played.step, row.step, 3]
  yield [played.update, row.update, 1]
  if (row.roll) yield [played.roll, row.roll, 1]
  if (row.score) yield [played.score, row.score, 1]
}

/** A distance that is smooth where it is small (pseudo-Huber). */
const SMOOTH = 0.05
const distance = (apart: number) => Math.sqrt(apart ** 2 + SMOOTH ** 2) - SMOOTH

export function loss(rows: Row[], fitted: Fitted, works: Works = WORK): number {
  let total = 0
  for (const row of rows) {
    const played = play(workOf(row.model, fitted, works), row.layout, fitted.costs, 1, 2)
    for (const [told, measured, weight] of parts(row, played)) total += weight * distance(Math.log(told / measured))
  }
  return total
}

/** What is varied: all that the rows do not say. */
const VARIED: ((fitted: Fitted, factor: number) => Fitted)[] = [
  ...(['latency', 'load', 'train', 'score', 'step', 'pass'] as const).map((name) => (fitted: Fitted, factor: number) => ({
    ...fitted,
    costs: { ...fitted.costs, [name]: fitted.costs[name] * factor },
  })),
  // A slowing that is none, or less, would be a gain.
  (fitted, factor) => ({ ...fitted, costs: { ...fitted.costs, shared: Math.max(1, fitted.costs.shared * factor) } }),
  ...(['mean', 'deviation'] as const).map((name) => ({ costs, lengths }: Fitted, factor: number) => ({
    costs,
    lengths: { ...lengths, [name]: lengths[name] * factor },
  })),
]

/** One cost after the other up or down by a factor that shrinks where nothing gets better (pattern search: Hooke and Jeeves, 1961). */
export function fitTo(rows: Row[], start: Fitted, { sweeps = 30, first = 1.4, last = 1.01, works = WORK } = {}): Fitted {
  let [best, least, factor] = [start, loss(rows, start, works), first]
  for (let sweep = 0; sweep < sweeps && factor > last; sweep++) {
    let better = false
    for (const vary of VARIED)
      for (const by of [factor, 1 / factor]) {
        const next = vary(best, by)
        const much = loss(rows, next, works)
        if (much >= least) continue
        ;[best, least, better] = [next, much, true]
        break
      }
    if (!better) factor = Math.sqrt(factor)
  }
  return best
}

/** The parts of one sequential iteration, in seconds, as somebody measured them on their cluster. */
export type Measured = { gpus: number; roll: number; score: number; update: number }

/** Costs of another model or machine from one sequential iteration of it; how the parts grow with GPUs stays as it was. */
export function calibrate(fitted: Fitted, work: Work, { gpus, roll, score, update }: Measured): Costs {
  const played = play(work, { mode: 'sequential', gpus }, fitted.costs)
  const { costs } = fitted
  const [decode, scored, trained] = [roll / played.roll, score ? score / played.score : 1, update / played.update]
  return {
    ...costs,
    latency: costs.latency * decode,
    load: costs.load * decode,
    score: costs.score * scored,
    pass: costs.pass * scored,
    train: costs.train * trained,
    step: costs.step * trained,
  }
}

export type Judged = { name: string; fitted: boolean; measured: number; told: number; error: number }

/** Each row as it was measured and as it is told; the larger model's costs from its one fitted row. */
export function judge(fitted: Fitted, rows = ROWS): Judged[] {
  const measured30 = rows.find((row) => row.model === '30b' && row.layout.mode === 'sequential')
  const costsOf = (model: Row['model']) =>
    model === '30b' && measured30 ? calibrate(fitted, workOf('30b', fitted), measuredOf(measured30)) : fitted.costs
  return rows.map((row) => {
    const told = play(workOf(row.model, fitted), row.layout, costsOf(row.model)).step
    return { name: row.name, fitted: row.fitted, measured: row.step, told, error: told / row.step - 1 }
  })
}

const measuredOf = ({ layout, roll = 0, score = 0, update }: Row): Measured => ({
  gpus: (layout as Extract<Layout, { mode: 'sequential' }>).gpus,
  roll,
  score,
  update,
})

/** The mean of errors, whichever way they go. */
export const meanError = (judged: Judged[]): number => judged.reduce((sum, { error }) => sum + Math.abs(error), 0) / judged.length
