/**
 * What each mechanism of recall earns: `macaron bench ablations DIR [SEEDS]`, DIR with retrieval sets. The memory token is
 * learned anew without it, on one part of every set and judged on the other, both ways round, so that each question is
 * judged by a network that never saw its conversation; the last epoch counts, so nothing is chosen on what is judged.
 *
 * A cell is the mean recall and, from the second row on, the difference to the first row with its standard error over
 * the questions (paired): a difference of less than two of those cannot be told from noise.
 */

import { type Episode, idle, load, type Part } from '../../scripts/recall/episodes.ts'
import { IDLE } from '../../scripts/recall/idle.ts'
import { learnToken } from '../../scripts/recall/learn.ts'
import { seeded } from '../../src/base/rng.ts'
import { choose, LOOKED_AT, tokensOf } from '../../src/memory/recall/stop.ts'
import { point } from '../../src/memory/recall/token.ts'
import { recallWeights } from '../../src/memory/recall/weights.ts'
import { table } from '../index.ts'
import { frozenBy, MECHANISMS, type Without } from './mechanisms.ts'

type Share = { part: string; type: string; share: number }
type Column = { name: string; of: (one: Share) => boolean }

const COLUMNS: Column[] = [
  { name: 'LoCoMo @10', of: ({ part }) => part === 'locomo' },
  { name: 'multi-hop', of: ({ part, type }) => part === 'locomo' && type === 'multi-hop' },
  { name: 'BEAM @10', of: ({ part }) => part === 'beam' },
  { name: 'contradiction, update', of: ({ part, type }) => part === 'beam' && /contradiction|update/.test(type) },
  { name: 'MemDaily, noise @5', of: ({ part }) => part === 'notes with noise' },
  { name: 'own ja, ko, zh @5', of: ({ part }) => part.startsWith('told') },
  { name: 'xSID @1', of: ({ part }) => part === 'across languages' },
  { name: 'paragraphs @1', of: ({ part }) => part.startsWith('paragraphs') },
]

/** Fewer than what is shipped learns in: seven runs of two folds take ten minutes. */
const EPOCHS = 8

export async function run(args: string[]) {
  const [folder, seeds = '1'] = args.filter((arg) => !arg.startsWith('--'))
  if (!folder) throw new Error('usage: macaron bench ablations DIR [SEEDS]')
  const parts = await load(folder)
  const judged = (without: Without) =>
    Array.from({ length: Number(seeds) }, (_, i) => crossed(parts.train, parts.validation, without, i + 1)).flat()
  const whole = judged({})
  const value = Object.entries(MECHANISMS).map(([name, without]) => {
    const shares = judged(without)
    const row = { name, cells: COLUMNS.map((column) => compared(column, whole, shares)) }
    process.stderr.write(`${row.name}: ${row.cells.map(({ mean }) => (100 * mean).toFixed(1)).join(' ')}\n`)
    return row
  })
  const first = ['nothing', ...COLUMNS.map(({ of }) => percent(mean(whole.filter(of).map(({ share }) => share))))]
  const rows = value.map(({ name, cells }) => [name, ...cells.map(shown)])
  const stop = stopping(parts.validation)
  return {
    value: { mechanisms: value, stop },
    table: `${table(['left out', ...COLUMNS.map(({ name }) => name)], [first, ...rows])}\n\n${table(
      ['the stop', 'evidence injected, %', 'tokens', 'idle talk left alone, %'],
      stop.map(({ name, share, tokens, silent }) => [name, percent(share), Math.round(tokens), percent(silent)]),
    )}`,
  }
}

/** Shares of evidence found, in the same order for each mechanism. */
function crossed(train: Part[], validation: Part[], without: Without, seed: number): Share[] {
  const folds = [
    [train, validation],
    [validation, train],
  ] as const
  return folds.flatMap(([learned, judged]) => {
    const { weights } = learnToken(learned, [], { seed, frozen: frozenBy(without), epochs: EPOCHS })
    return judged.flatMap(({ name, episodes, k }) =>
      episodes.map((one): Share => {
        const found = one.order(weights, k).filter((slot) => one.evidence.has(slot)).length
        return { part: name, type: one.type, share: found / one.wanted }
      }),
    )
  })
}

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
const percent = (share: number) => (100 * share).toFixed(1)

type Cell = { mean: number; difference: number; error: number }
function compared({ of }: Column, whole: Share[], without: Share[]): Cell {
  const differences = whole.flatMap((one, i) => (of(one) ? [without[i]!.share - one.share] : []))
  const difference = mean(differences)
  const variance = mean(differences.map((each) => (each - difference) ** 2))
  return {
    mean: mean(without.filter(of).map(({ share }) => share)),
    difference,
    error: Math.sqrt(variance / Math.max(1, differences.length)),
  }
}
const shown = ({ mean: share, difference, error }: Cell) =>
  `${percent(share)} (${difference < 0 ? '' : '+'}${percent(difference)} ± ${percent(error)})`

/** What is injected with the stop as it is shipped and with ten units whatever is asked, on the validation part. */
function stopping(validation: Part[]) {
  const weights = recallWeights()
  const asked = validation.flatMap(({ episodes }) => episodes)
  const talk = idle(IDLE.validation, asked, seeded(1))
  const pointed = (one: Episode) => point(weights.token, one.field, one.units, one.asked, LOOKED_AT)
  const ways: [string, (one: Episode) => number[]][] = [
    [
      'as shipped',
      (one) => {
        const all = pointed(one)
        const tokens = (slot: number) => tokensOf(one.units.get(slot)!.text)
        return choose(weights.stop, one.field.setting, all, tokens, weights.thresholds, LOOKED_AT).map(({ step }) => all[step]!.slot)
      },
    ],
    [
      'left out: ten units',
      (one) =>
        pointed(one)
          .slice(0, 10)
          .map(({ slot }) => slot),
    ],
  ]
  return ways.map(([name, injected]) => {
    const all = asked.map((one) => ({ one, slots: injected(one) }))
    return {
      name,
      share: mean(all.map(({ one, slots }) => slots.filter((slot) => one.evidence.has(slot)).length / one.wanted)),
      tokens: mean(all.map(({ one, slots }) => slots.reduce((sum, slot) => sum + tokensOf(one.units.get(slot)!.text), 0))),
      silent: mean(talk.map((one) => Number(injected(one).length === 0))),
    }
  })
}
