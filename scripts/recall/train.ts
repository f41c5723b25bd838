/**
 * Trains the memory token from evidence labels: `npx tsx scripts/recall/train.ts DIR [--seed N] [--stop]` where DIR holds retrieval sets in
 * the layout of bench/retrieval/sets.ts. Writes src/memory/recall/weights/token.json with the command, the data and the
 * seed that made it. Trained on the train part only, the epoch chosen on the validation part:
 *
 *   locomo conv-26 | conv-30     beam-100k chats 1-3 | 4-5     memdaily-zh by a hash of the trajectory, 1/4 | 1/8
 *   dialogues of our own (corpus/parts.ts): those taught | those held
 *
 * `--stop` keeps the token and learns anew only when to stop.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../../src/base/rng.ts'
import { packageRoot } from '../../src/root.ts'
import { load, type Part } from './episodes.ts'
import { learnToken } from './learn.ts'
import { trainStop } from './train-stop.ts'

const seed = Number(flag('--seed') ?? 7)

function flag(name: string): string | undefined {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}
const folder = process.argv[2]
if (!folder) throw new Error('usage: scripts/recall/train.ts DIR [--seed N] [--stop]')
const out = join(packageRoot(), 'src', 'memory', 'recall', 'weights')
const told = (line: string) => void process.stdout.write(`${line}\n`)
const { train, validation } = await load(folder)
told(
  `train ${train.map(({ name, episodes }) => `${name} ${episodes.length}`)}, validation ${validation.map(({ name, episodes }) => `${name} ${episodes.length}`)}`,
)
const token = process.argv.includes('--stop') ? kept() : learnToken(train, validation, { seed, told })
// On what is written, so that `--stop` afterwards gives the same.
const stop = trainStop(Float64Array.from(rounded(token.weights)), others(train), others(validation), seeded(seed))
mkdirSync(out, { recursive: true })
writeFileSync(
  join(out, 'token.json'),
  `${JSON.stringify({
    made: {
      command: `npx tsx scripts/recall/train.ts DIR --seed ${seed}`,
      data: train.map(({ name, episodes }) => `${name}: ${episodes.length} questions`),
      seed,
      validation: token.figures,
      stop: stop.figures,
    },
    token: rounded(token.weights),
    stop: rounded(stop.weights),
    thresholds: stop.thresholds,
  })}\n`,
)

/** Without our own dialogues: what is hard to find in them made the stop spend more everywhere (docs/log.md). */
function others(parts: Part[]): Part[] {
  return parts.filter(({ name }) => !name.startsWith('dialogues'))
}

function kept(): { weights: Float64Array; figures: string } {
  const { token, made } = JSON.parse(readFileSync(join(out, 'token.json'), 'utf8'))
  return { weights: Float64Array.from(token), figures: made.validation }
}

function rounded(weights: Float64Array): number[] {
  return [...weights].map((w) => Number(w.toFixed(5)))
}
