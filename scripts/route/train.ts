/**
 * Trains which app of a home a message is of (src/dialogue/route): `npx tsx scripts/route/train.ts [--seed N] [--rounds N]`.
 *
 * Homes of up to sixteen apps are drawn from requests of one language. What is said in them are the things told, asked and
 * changed of those apps (one of them is meant), requests whose own app is not there, and what is of no app at all (none is
 * meant). bench/home is never seen here. The weights are those of the greatest likelihood with a penalty on their squares,
 * by Adam (Kingma & Ba, 2015); a fifth of the apps is held out to say how well it does.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { seeded } from '../../src/base/rng.ts'
import { OF_APP, OF_NONE } from '../../src/dialogue/route/features.ts'
import { packageRoot } from '../../src/root.ts'
import { examplesOf } from './homes.ts'
import { learn, report } from './learn.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '7' }, rounds: { type: 'string', default: '1' } } })
const from = performance.now()
const elapsed = () => `${Math.round((performance.now() - from) / 1000)} s`
const examples = [...examplesOf(Number(values.rounds), seeded(Number(values.seed)))]
console.log(`${examples.length} examples, ${elapsed()}`)
const held = examples.filter((one) => one.held)
const tried = learn(
  examples.filter((one) => !one.held),
  seeded(1),
)
console.log(
  `trained on: ${report(
    examples.filter((one) => !one.held),
    tried,
  )}`,
)
const heldOut = report(held, tried)
console.log(`held out: ${heldOut}, ${elapsed()}`)
const weights = learn(examples, seeded(1))
const table = (names: readonly string[], of: Float32Array) =>
  Object.fromEntries(names.map((name, i) => [name, Math.round(of[i]! * 1000) / 1000]))
writeFileSync(
  join(packageRoot(), 'src', 'dialogue', 'route', 'weights.json'),
  `${JSON.stringify(
    {
      made: `npx tsx scripts/route/train.ts --seed ${values.seed} --rounds ${values.rounds}`,
      data: 'scripts/route/corpus, bench/requests/data, scripts/embedder/corpus',
      examples: examples.length,
      heldOut,
      app: table(OF_APP, weights.app),
      none: table(OF_NONE, weights.none),
    },
    null,
    2,
  )}\n`,
)
