/**
 * Trains which dialogue act a message is (src/dialogue/act): `npx tsx scripts/act/train.ts [--judge [--wrong] | --without SIXTHS]`.
 * `--judge` learns of five sixths of the talks, six times, and says how well the sixth that was left out is told; without
 * it all are learned and the weights written. The wishes of scripts/wish are learned from as well, and what is said beside lists
 * that have entries (beside.ts). `--without 0,5` leaves
 * those sixths out of the weights that are written, so that `npm run bench -- talks taught 5/6` measures what was not learned.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LOCALE } from '../../bench/home/home.ts'
import { TAUGHT, talks } from '../../bench/talks/corpus.ts'
import { chancesOf, packed } from '../../src/base/hashed.ts'
import { seeded } from '../../src/base/rng.ts'
import { ACTS, type Act, actOf } from '../../src/dialogue/act/acts.ts'
import { BUCKETS, featuresOf } from '../../src/dialogue/act/features.ts'
import { meaningOf, shown, WEIGHTS_PATH } from '../../src/dialogue/act/model.ts'
import { clipped, look } from '../../src/dialogue/understand/signals.ts'
import { guessesOf } from '../../src/dialogue/understand/weigh.ts'
import { packageRoot } from '../../src/root.ts'
import { LANGUAGES } from '../../src/spec.ts'
import { type Taught, train } from '../hashed.ts'
import { wishes } from '../wish/corpus.ts'
import { scenesBeside } from './beside.ts'
import { type Scene, scenesOf } from './scenes.ts'

const { values } = parseArgs({
  options: {
    judge: { type: 'boolean' },
    wrong: { type: 'boolean' },
    without: { type: 'string', default: '' },
  },
})
const RATES = { epochs: 12, rate: 0.1, decay: 0.003 }
const SEED = 5
const FOLDS = 6
const WISHED = 0.3
const WISHES = join(packageRoot(), 'scripts', 'wish', 'corpus')

type Example = Taught & { scene: Scene; fold: number; ruled: Act }
function exampleOf(scene: Scene, fold: number): Example {
  const signals = look(clipped(scene.reading), scene.context)
  const guesses = guessesOf(signals)
  const said = shown(signals, guesses)
  const features = featuresOf(said)
  const ruled = ruledIn(guesses)
  const dense = meaningOf(said)
  return { features, dense, class: ACTS.indexOf(scene.line.act), weight: 1, scene, fold, ruled }
}
function ruledIn(guesses: ReturnType<typeof guessesOf>): Act {
  const best = guesses.reduce<(typeof guesses)[number] | null>((top, each) => (top && top.confidence >= each.confidence ? top : each), null)
  return !best || best.confidence < 0.3 ? 'talk' : (actOf(best.is) ?? 'ask')
}
const rng = seeded(SEED)
const examples: Example[] = LANGUAGES.flatMap((language) =>
  talks(language, TAUGHT).flatMap((talk, i) => scenesOf(talk, rng).map((scene) => exampleOf(scene, i % FOLDS))),
)
/** Wishes, said first of all and in a home of other apps with none of them open. */
const wished: Example[] = LANGUAGES.flatMap((language) => {
  const all = wishes(WISHES, language).map(({ text }) => text)
  const line = (text: string) => ({ act: 'build' as const, app: null, text, expected: null })
  return all.flatMap((text, i) => {
    const others = i % 2 ? [all[(i * 7) % all.length]!, all[(i * 11) % all.length]!].slice(0, 1 + (i % 3 ? 1 : 0)) : []
    const lines = [...others, text].map(line)
    const scene = scenesOf({ locale: LOCALE[language], language, who: '', lines }, rng, 1).at(-1)!
    return [{ ...exampleOf(scene, 0), weight: WISHED }]
  })
})
/** What is said beside a list that has entries, and corrections of it. */
const BESIDE = 0.5
const MENDED = 0.2
const beside: Example[] = scenesBeside(rng).map(({ scene, app, mend }) => ({
  ...exampleOf(scene, app % FOLDS),
  weight: mend ? MENDED : BESIDE,
}))
const elapsed = () => `${Math.round(performance.now() / 1000)} s`
console.log(`${examples.length} lines of talks, ${elapsed()}`)

const learned = (of: readonly Taught[]) => train(of, BUCKETS, ACTS.length, RATES, seeded(SEED))
const share = (n: number, all: number) => `${((100 * n) / Math.max(1, all)).toFixed(1)}`

function judge() {
  const told = Array.from({ length: FOLDS }, (_, fold) => {
    const model = {
      classes: ACTS.length,
      scale: 1,
      weights: learned([...[...examples, ...beside].filter((one) => one.fold !== fold), ...wished]),
    }
    return [...examples, ...beside]
      .filter((one) => one.fold === fold)
      .map((one) => {
        const chances = chancesOf(model, one.features, one.dense)
        const at = chances.indexOf(Math.max(...chances))
        return { one, act: ACTS[at]!, chance: chances[at]!, wanted: one.scene.line.act }
      })
  }).flat()
  const all = (of: typeof told) =>
    `${share(of.filter(({ act, wanted }) => act === wanted).length, of.length)} % of ${of.length}, the rules ${share(of.filter(({ one, wanted }) => one.ruled === wanted).length, of.length)}`
  for (const [name, of] of [
    ['talks', examples],
    ['beside', beside],
  ] as const)
    console.log(`${name}: ${all(told.filter(({ one }) => of.includes(one)))}`)
  for (const language of LANGUAGES) console.log(`${language}: ${all(told.filter(({ one }) => one.scene.reading.language === language))}`)
  console.log(`all: ${all(told)}`)
  for (const act of ACTS) {
    const there = told.filter(({ wanted }) => wanted === act)
    const said = told.filter((each) => each.act === act)
    const hit = said.filter(({ wanted }) => wanted === act).length
    const ruled = told.filter(({ one }) => one.ruled === act)
    const hitByRules = ruled.filter(({ wanted }) => wanted === act).length
    console.log(
      `  ${act.padEnd(11)} P ${share(hit, said.length)} R ${share(hit, there.length)} (${there.length}); rules P ${share(hitByRules, ruled.length)} R ${share(hitByRules, there.length)}`,
    )
  }
  if (values.wrong)
    for (const { one, act, chance, wanted } of told.filter((each) => each.act !== each.wanted))
      console.log(`${wanted} taken for ${act} ${chance.toFixed(2)} (rules ${one.ruled}): ${one.scene.line.text}`)
}

if (values.judge) judge()
else {
  const out = new Set(values.without.split(',').filter(Boolean).map(Number))
  const kept = [...examples, ...beside].filter(({ fold }) => !out.has(fold))
  writeFileSync(join(packageRoot(), WEIGHTS_PATH), packed(learned([...kept, ...wished])))
}
console.log(elapsed())
