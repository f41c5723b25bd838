/** The command that tells what a training would take on a cluster that is not there. Nothing is started. */
import { InvalidArgumentError } from 'commander'
import { fail, ok, type Result } from '../base/result.ts'
import type { Language } from '../spec.ts'
import { FITTED } from '../training/scale/costs.ts'
import type { Costs, Layout, Played, Work } from '../training/scale/events.ts'
import { play } from '../training/scale/events.ts'
import { calibrate, judge, type Measured, meanError, workOf } from '../training/scale/fit.ts'
import { Failed, type NewCommand, type Out } from './cli-parts.ts'
import { sentence } from './messages.ts'
import { SCALE_CLAIMS, SCALE_ERROR, SCALE_HEAD, SCALE_MODES, SCALE_ROWS, SCALE_UNKNOWN } from './messages-scale.ts'

type Options = {
  gpus: number
  rollout?: number
  staleness: number
  measured?: Measured
  prompts: number
  samples: number
  steps: number
  fetches: number
  length: number
  most: number
  iterations: number
  check?: boolean
}
/** `layout`: which GPUs do what. */
type Mode = { mode: keyof typeof SCALE_MODES; layout: Layout; hours: number } & Played

const DEFAULT = workOf('7b', FITTED)

export function scaleCommand(command: NewCommand, out: Out, language: () => Language): void {
  command('scale', 'simulate training on a cluster: seconds a step, GPU-hours, how much of it is idle; nothing is started')
    .option('--gpus <n>', 'of the cluster', gpusOf, 128)
    .option('--rollout <n>', 'how many of them roll out where both go on at once (the best division)', whole)
    .option('--staleness <share>', 'of an iteration that may be rolled out ahead', share, 0.5)
    .option('--measured <gpus:roll,score,update>', 'one sequential step of your own, in seconds (a 7B model on H20)', measured)
    .option('--prompts <n>', 'an iteration', whole, DEFAULT.prompts)
    .option('--samples <n>', 'of a prompt', whole, DEFAULT.samples)
    .option('--steps <n>', 'of the optimiser an iteration', whole, DEFAULT.steps)
    .option('--fetches <n>', 'parts in which the trainer takes the prompts where both go on at once', whole, DEFAULT.fetches)
    .option('--length <tokens>', 'of a completion, on average', whole, Math.round(DEFAULT.lengths.mean))
    .option('--most <tokens>', 'of a completion', whole, DEFAULT.lengths.most)
    .option('--iterations <n>', 'that the GPU-hours are of', whole, 400)
    .option('--check', 'the published rows as well, one by one')
    .action((options: Options) => {
      const work = described(options)
      if (!work.ok) throw new Failed(sentence(work.error, language()))
      const costs = options.measured ? calibrate(FITTED, work.value, options.measured) : FITTED.costs
      const modes = simulate(work.value, costs, options)
      const rows = judge(FITTED)
      const held = rows.filter(({ fitted }) => !fitted)
      const worst = held.reduce((a, b) => (Math.abs(b.error) > Math.abs(a.error) ? b : a))
      const value = {
        modes,
        error: { held: held.length, mean: meanError(held), most: Math.abs(worst.error), name: worst.name },
        rows,
        unverifiable: SCALE_CLAIMS.map(({ en }) => en),
      }
      const said = language()
      out.done(
        value,
        [
          ...tableOf(modes, said),
          '',
          filled(SCALE_ERROR[said], {
            count: held.length,
            mean: percent(meanError(held)),
            most: percent(Math.abs(worst.error)),
            name: worst.name,
          }),
          ...(options.check ? ['', SCALE_ROWS[said], ...rows.map(rowOf)] : []),
          '',
          SCALE_UNKNOWN[said],
          ...SCALE_CLAIMS.map((claim) => `- ${claim[said]}`),
        ].join('\n'),
      )
    })
}

/** What is asked for, where it can be. */
function described({ gpus, rollout, prompts, samples, steps, fetches, length, most }: Options): Result<Work> {
  const { engine } = FITTED.costs
  if (rollout !== undefined && (rollout < engine || rollout >= gpus))
    return fail('scale-division', `Of ${gpus} GPUs at least ${engine} have to roll out, and one has to train.`, { gpus, engine })
  if (gpus <= engine) return fail('scale-gpus', `A cluster has more than ${engine} GPUs here: so many decode as one.`, { engine })
  if (length > most || samples > FITTED.costs.slots || steps % fetches || steps > prompts || prompts * samples > 100_000)
    return fail(
      'scale-work',
      `These sizes do not go together: steps a multiple of the parts and no more than prompts, no mean above the most, ${FITTED.costs.slots} completions a prompt and 100,000 in all.`,
      { slots: FITTED.costs.slots },
    )
  return ok({ prompts, samples, steps, fetches, lengths: { ...FITTED.lengths, mean: length, most } })
}

function simulate(work: Work, costs: Costs, { gpus, rollout, staleness, iterations }: Options): Mode[] {
  const of = (mode: Mode['mode'], layout: Layout): Mode => {
    const played = play(work, layout, costs)
    return { mode, layout, hours: (played.step * gpus * iterations) / 3600, ...played }
  }
  // Looked for with two iterations, told with four.
  const step = (layout: Layout) => play(work, layout, costs, 1, 2).step
  const divided = (mode: Mode['mode'], ahead: number) =>
    of(
      mode,
      divisions(gpus, costs.engine, rollout)
        .map((part): Layout => ({ mode: 'overlapped', rollout: part, train: gpus - part, staleness: ahead }))
        .map((layout) => ({ layout, step: step(layout) }))
        .reduce((best, one) => (one.step < best.step ? one : best)).layout,
    )
  return [of('sequential', { mode: 'sequential', gpus }), divided('all-sync', 0), ...(staleness > 0 ? [divided('stale', staleness)] : [])]
}

/** How many roll out: about a dozen of the ways there are, in whole engines. */
function divisions(gpus: number, engine: number, rollout?: number): number[] {
  if (rollout !== undefined) return [rollout]
  const engines = Math.floor((gpus - 1) / engine)
  const every = Math.max(1, Math.floor(engines / 12))
  return Array.from({ length: Math.ceil(engines / every) }, (_, i) => (1 + i * every) * engine)
}

/** Nothing is `-0.0 %`. */
const percent = (one: number) => `${(100 * one).toFixed(1).replace(/^-0\.0$/, '0.0')} %`
const filled = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w{1,20})\}/g, (_, name: string) => String(values[name]))

function tableOf(modes: Mode[], language: Language): string[] {
  const lines = modes.map(({ mode, layout, step, hours, idle }) => [
    filled(SCALE_MODES[mode][language], { staleness: layout.mode === 'overlapped' ? layout.staleness : 0 }),
    layout.mode === 'overlapped' ? `${layout.rollout}:${layout.train}` : String(layout.gpus),
    step.toFixed(0),
    hours.toFixed(0),
    percent(idle.all),
    percent(idle.rollout),
    percent(idle.train),
  ])
  return [SCALE_HEAD.map((head) => head[language]), ...lines].map((line) => line.join('\t'))
}

const rowOf = ({ name, fitted, measured, told, error }: ReturnType<typeof judge>[number]) =>
  `${fitted ? '*' : ' '} ${name}\t${measured.toFixed(0)}\t${told.toFixed(0)}\t${percent(error)}`

function whole(text: string): number {
  const n = Number(text)
  if (!Number.isInteger(n) || n < 1 || n > 1_000_000) throw new InvalidArgumentError('a whole number from 1 to a million')
  return n
}

function gpusOf(text: string): number {
  const n = whole(text)
  if (n > 16_384) throw new InvalidArgumentError('16384 at most')
  return n
}

function share(text: string): number {
  const n = Number(text)
  if (text.trim() === '' || !(n >= 0 && n <= 4)) throw new InvalidArgumentError('a number from 0 to 4')
  return n
}

function measured(text: string): Measured {
  const [gpus, roll, score, update, ...more] = text.split(/[:,]/).map((one) => (one.trim() === '' ? Number.NaN : Number(one)))
  const figures = { gpus: gpus!, roll: roll!, score: score!, update: update! }
  const good = Number.isInteger(gpus) && gpus! > FITTED.costs.engine && roll! > 0 && score! >= 0 && update! > 0
  if (!good || more.length || !Object.values(figures).every(Number.isFinite))
    throw new InvalidArgumentError('GPUs and three times in seconds, as 128:348,29,86')
  return figures
}
