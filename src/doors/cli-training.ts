/** The command that trains: begun, or gone on with where it was stopped, killed or ran out of power. */
import { join, resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import type { Language } from '../spec.ts'
import { sparkline, type Words } from '../training/curve.ts'
import { type Ended, preset, run } from '../training/run.ts'
import { TASKS } from '../training/task.ts'
import { TOLD, verlJob } from '../training/told.ts'
import { MODES, type Mode, type Report } from '../training/train.ts'
import { exportVerl, VERL_VERSIONS, type VerlVersion } from '../training/verl.ts'
import { Failed, type NewCommand, type Out } from './cli-parts.ts'
import { sentence } from './messages.ts'
import { CURVE_WORDS } from './messages-training.ts'

type Options = {
  folder?: string
  iterations: number
  seed: number
  threads: number
  mode: Mode
  verl?: string
  nodes: number
  model: string
  json?: boolean
}

export function trainingCommand(command: NewCommand, out: Out, home: () => string, language: () => Language): void {
  command('train <task>', `train a small transformer by reinforcement (DAPO): ${Object.keys(TASKS).join(', ')}`)
    .option('--folder <path>', 'where its checkpoints and its curve are kept (its own in the data folder)')
    .option('--iterations <n>', 'how many in all', whole, 400)
    .option('--seed <n>', 'everything random follows from it', whole, 1)
    .option('--threads <n>', 'with one, a run can be repeated to the bit', whole, 1)
    .addOption(
      new Option('--mode <mode>', 'rolled out then trained, both at once, or the next rolled out meanwhile')
        .choices(MODES)
        .default('sequential'),
    )
    .option('--verl <version>', `train nothing: write the same job for a cluster with verl (${VERL_VERSIONS.join(', ')})`)
    .option('--nodes <n>', 'machines with eight GPUs for that job', whole, 1)
    .option('--model <path>', 'the language model of that job', 'Qwen/Qwen2.5-7B-Instruct')
    .action(async (name: string, { folder, iterations, seed, threads, mode, verl, nodes, model, json }: Options) => {
      const make = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined
      if (!make) throw new Failed(`There is no task ${name}. There are: ${Object.keys(TASKS).join(', ')}.`)
      const at = resolve(folder ?? join(home(), 'training', verl === undefined ? `${name}-${seed}` : `${name}-verl-${verl}`))
      if (verl !== undefined) {
        const written = exportVerl(at, TOLD[name]!, verlJob(verl as VerlVersion, model, seed, nodes))
        if (!written.ok) throw new Failed(sentence(written.error, language()))
        return out.done(
          { folder: at, ...written.value },
          `Written to ${at}: ${written.value.files.join(', ')}. Start it there with: sh run.sh`,
        )
      }
      const told = json ? () => {} : progress(iterations, () => performance.now())
      const words = curveWords(name, language())
      const ended = await run(at, preset(name, seed, mode), make(), { iterations, threads, told, words })
      if (!ended.ok) throw new Failed(sentence(ended.error, language()))
      out.done(ended.value, summary(ended.value, language()))
    })
}

/** A line of progress, written over where somebody watches; on standard error, so that the result stays apart. */
function progress(iterations: number, now: () => number): (report: Report) => void {
  const start = now()
  let first: number | undefined
  const { isTTY } = process.stderr
  return (report) => {
    const done = report.iteration + 1
    first ??= report.iteration
    const left = ((now() - start) / (done - first)) * (iterations - done)
    const share = done / iterations
    const bar = '#'.repeat(Math.round(share * 20)).padEnd(20, '.')
    const line = `[${bar}] ${done}/${iterations}  metric ${report.metric.toFixed(3)}  entropy ${report.entropy.toFixed(2)}  ${clock(left)} left`
    if (isTTY) process.stderr.write(`\r${line}\x1b[K${done === iterations ? '\n' : ''}`)
    else if (done % 10 === 0 || done === iterations) process.stderr.write(`${line}\n`)
  }
}

/** Milliseconds as minutes and seconds. */
function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const curveWords = (task: string, language: Language): Words => ({
  ...(Object.fromEntries(Object.entries(CURVE_WORDS).map(([key, said]) => [key, said[language]])) as Words),
  title: `${CURVE_WORDS.title[language]} ${task}`,
})

function summary({ iteration, metric, optimum, solved, damaged, checkpoint, picture, returns }: Ended, language: Language): string {
  return [
    ...damaged.map((name) => `${name} was damaged; went on from the one before.`),
    `${iteration} iterations${solved ? ', until every completion was as good as can be' : ''}: ${metric.toFixed(3)} of at most ${optimum} on prompts of its own.`,
    ...(returns.length > 1
      ? [`${CURVE_WORDS.metric[language]} ${returns[0]!.toFixed(3)} ${sparkline(returns)} ${returns.at(-1)!.toFixed(3)}`]
      : []),
    picture,
    checkpoint,
  ].join('\n')
}

function whole(text: string): number {
  const n = Number(text)
  if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError('a whole number from 1')
  return n
}
