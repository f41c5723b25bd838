/**
 * The trainer: `macaron bench trainer [speed] [pipeline] [tasks] [scale] [serving] [preferences] [-- --seeds N --rounds N --only WORDS --fit --each]`. Without a part: speed and
 * pipeline. What is compared takes turns within one run, as the machine may be busy with other things; medians are shown.
 */
import { table } from '../index.ts'
import { pipeline } from './pipeline.ts'
import { preferences } from './preferences.ts'
import { eachLeftOut, scaleTable } from './scale.ts'
import { mixed, quality, speeds } from './serving.ts'
import { speed } from './speed.ts'
import { tasks } from './tasks.ts'

const rate = (perSecond: number) => Math.round(perSecond).toLocaleString('en')
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

async function speedTable(rounds: number): Promise<string> {
  const { training, threads, jax, decoding, product } = await speed(rounds)
  const ratio = (one: number) => (jax ? `${(one / jax).toFixed(1)} x` : '-')
  return table(
    ['reference GPT (2 layers, d 128, T 128, batch 16, vocabulary 512)', 'a second', 'against jax-js'],
    [
      ['training, one thread: tokens', rate(training), ratio(training)],
      ['training, two threads: tokens', rate(threads), ratio(threads)],
      ['training, jax-js 0.1.25 (wasm, one thread, no optimiser): tokens', jax ? rate(jax) : 'not installed', ratio(jax ?? 0)],
      ['decoding, batch 32, one thread: tokens', rate(decoding), '-'],
      ['product of 512 x 512 matrices, one thread: GFLOP', product.toFixed(1), '-'],
    ],
  )
}

async function pipelineTable(iterations: number): Promise<string> {
  const rows = []
  for await (const { mode, threads, step, tokens, idle, sent, full, reached, behind } of pipeline(iterations))
    rows.push([
      mode,
      threads,
      Math.round(step),
      rate(tokens),
      percent(idle),
      `${rate(sent)} (${percent(sent / full)})`,
      behind.toFixed(2),
      reached.toFixed(3),
    ])
  return table(
    [
      'mode',
      'threads',
      'ms a step',
      'tokens trained on a second',
      'threads idle',
      'bytes of weights sent to each, of all',
      'steps behind',
      'return',
    ],
    rows,
  )
}

async function servingTables(rounds: number): Promise<string> {
  const rows = [...speeds(rounds)].map(({ model, batch, whole, eight, bytes }) => [
    model,
    batch,
    rate(whole),
    rate(eight),
    `${(eight / whole).toFixed(1)} x`,
    `${(bytes[1] / 2 ** 20).toFixed(2)} of ${(bytes[0] / 2 ** 20).toFixed(2)}`,
  ])
  const speed = table(['model', 'batch', 'tokens a second, floats', 'eight bits', '', 'MiB of weights'], rows)
  const lost = []
  for (const [name, iterations] of [
    ['sort', 100],
    ['add', 160],
  ] as const) {
    const { task, whole, eight, changed, apart } = await quality(name, iterations)
    lost.push([task, whole.toFixed(4), eight.toFixed(4), percent(changed), apart.toFixed(4)])
  }
  const kept = table(['task', 'return, floats', 'eight bits', 'likeliest tokens that changed', 'log-chances apart, nats'], lost)
  const { rows: ways, right, of } = await mixed(100)
  const routed = table(
    [`adapters (router right ${right} times of ${of})`, 'return over three kinds', 'tokens a second'],
    ways.map(({ way, returns, tokens }) => [way, returns.toFixed(3), rate(tokens)]),
  )
  return [speed, kept, routed].join('\n\n')
}

function preferencesTable(seeds: number): string {
  const { rows, pairs, epochs } = preferences(seeds)
  return table(
    [
      `${Math.round(pairs)} choices, ${seeds} seeds, best epoch ${epochs.toFixed(0)}`,
      'truly better, people it learned of',
      'strangers',
      'what they chose',
    ],
    rows.map(({ way, known, strangers, choices }) => [way, percent(known), percent(strangers), percent(choices)]),
  )
}

async function tasksTable(seeds: number, only: string): Promise<string> {
  const rows = []
  for await (const { task, without, reached, least, half, length, rolled } of tasks(seeds, only)) {
    rows.push([task, without, percent(reached), percent(least), percent(half), length.toFixed(1), rolled.toFixed(0)])
    process.stderr.write(`${rows.at(-1)!.join('  ')}\n`)
  }
  return table(
    ['task', 'without', 'of the optimum', 'worst seed', 'after half', 'tokens a completion', 'completions rolled out, thousands'],
    rows.map((row) => (row[1] === 'all four' ? [row[0]!, '- (all four)', ...row.slice(2)] : row)),
  )
}

export async function run(args: string[]): Promise<{ table: string; value: Record<string, string> }> {
  const count = (name: string, otherwise: number) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise)
  const parts: Record<string, () => Promise<string>> = {
    speed: () => speedTable(count('--rounds', 9)),
    pipeline: () => pipelineTable(count('--rounds', 9)),
    tasks: () => tasksTable(count('--seeds', 3), args.includes('--only') ? args[args.indexOf('--only') + 1]! : ''),
    preferences: async () => preferencesTable(count('--seeds', 3)),
    serving: () => servingTables(count('--rounds', 7)),
    scale: async () => (args.includes('--each') ? eachLeftOut() : scaleTable(args.includes('--fit'))),
  }
  const named = Object.keys(parts).filter((name) => args.includes(name))
  const value: Record<string, string> = {}
  for (const name of named.length ? named : ['speed', 'pipeline']) value[name] = await parts[name]!()
  return { table: Object.values(value).join('\n\n'), value }
}
