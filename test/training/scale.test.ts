/** The simulator of scale: by hand where a hand can follow, against what it was not fitted to, and as a command. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { FITTED } from '../../src/training/scale/costs.ts'
import { type Costs, play, type Work } from '../../src/training/scale/events.ts'
import { calibrate, fitTo, judge, loss, meanError, workOf } from '../../src/training/scale/fit.ts'
import { ROWS } from '../../src/training/scale/rows.ts'

const COSTS: Costs = {
  engine: 2,
  span: 2,
  slots: 8,
  latency: 0.01,
  load: 0.001,
  train: 0.004,
  score: 0.001,
  step: 3,
  pass: 5,
  shared: 1.5,
  between: { sequential: 7, overlapped: 2 },
}
/** All completions of 100 tokens. */
const even: Work = { prompts: 8, samples: 2, steps: 2, fetches: 2, lengths: { mean: 100, deviation: 0, most: 1000 } }
const tailed: Work = { prompts: 64, samples: 8, steps: 4, fetches: 4, lengths: { mean: 300, deviation: 1, most: 4000 } }

it('one after the other, even lengths: each part is what a hand works out', () => {
  // Two engines with eight sequences each; two steps of 800 tokens on four GPUs.
  const { roll, score, update, step, idle } = play(even, { mode: 'sequential', gpus: 4 }, COSTS)
  expect(roll).toBeCloseTo(100 * (0.01 + 8 * 0.001), 9)
  expect(score).toBeCloseTo((1600 / 4) * 0.001 + 5, 9)
  expect(update).toBeCloseTo(1.5 * 2 * ((800 / 4) * 0.004 + 3), 9)
  expect(step).toBeCloseTo(roll + score + update + 7, 9)
  expect(idle.all).toBeCloseTo(7 / step, 9)
})

it('more sequences than slots: as many rounds as it takes', () => {
  const { roll } = play({ ...even, prompts: 16 }, { mode: 'sequential', gpus: 4 }, COSTS)
  expect(roll).toBeCloseTo(2 * 100 * (0.01 + 8 * 0.001), 9)
})

it('all-sync, even lengths: all are done at once, then each part is trained on', () => {
  const { step, wait, update } = play(even, { mode: 'overlapped', rollout: 4, train: 2, staleness: 0 }, COSTS)
  expect(wait).toBeCloseTo(1.8, 9)
  expect(update).toBeCloseTo(2 * ((800 / 2) * 0.004 + 3), 9)
  expect(step).toBeCloseTo(1.8 + update + 2, 9)
})

it('a sequence is shared by no more GPUs than its span', () => {
  const one: Work = { prompts: 1, samples: 1, steps: 1, fetches: 1, lengths: { mean: 100, deviation: 0, most: 100 } }
  expect(play(one, { mode: 'sequential', gpus: 64 }, COSTS).update).toBeCloseTo(1.5 * ((100 / 2) * 0.004 + 3), 9)
})

it('rolling out ahead never takes longer, and what waits for the longest gets less', () => {
  const steps = [0, 0.25, 0.5, 1].map((staleness) => play(tailed, { mode: 'overlapped', rollout: 8, train: 8, staleness }, COSTS, 1, 8))
  for (const [i, one] of steps.entries()) {
    if (i) expect(one.step).toBeLessThan(steps[i - 1]!.step * 1.03)
    for (const share of Object.values(one.idle)) expect(share >= -1e-9 && share < 1).toBe(true)
    expect(one.step).toBeGreaterThan(one.update)
  }
  expect(steps[3]!.idle.all).toBeLessThan(steps[0]!.idle.all)
})

it('costs that made rows are found from them, and one step of another machine sets the rest', () => {
  const layouts = ROWS.filter((row) => row.fitted && row.model === '7b')
  const small = { prompts: 24, samples: 4, steps: 4, fetches: 4, most: 28 * 1024 }
  const works = { '7b': small, '30b': small }
  const made = layouts.map((row) => {
    const { step, roll, score, update } = play(workOf('7b', FITTED, works), row.layout, FITTED.costs, 1, 2)
    return { ...row, step, update, ...(row.roll && { roll, score }) }
  })
  const off = { ...FITTED, costs: { ...FITTED.costs, latency: FITTED.costs.latency * 1.5, step: FITTED.costs.step / 1.6 } }
  expect(loss(made, FITTED, works)).toBeLessThan(1e-9)
  expect(loss(made, fitTo(made, off, { sweeps: 10, works }), works)).toBeLessThan(loss(made, off, works) / 3)
  const twice = play(tailed, { mode: 'sequential', gpus: 64 }, FITTED.costs)
  const measured = { gpus: 64, roll: 2 * twice.roll, score: 3 * twice.score, update: twice.update / 2 }
  const told = play(tailed, { mode: 'sequential', gpus: 64 }, calibrate({ ...FITTED }, tailed, measured))
  for (const part of ['roll', 'score', 'update'] as const) expect(Math.abs(told[part] / measured[part] - 1)).toBeLessThan(0.02)
})

it('the published rows that it was not fitted to: 15 % off on average, or less', () => {
  const held = judge(FITTED).filter(({ fitted }) => !fitted)
  expect(held).toHaveLength(5)
  expect(meanError(held)).toBeLessThan(0.15)
})

it('the costs that are kept are those that the fitted rows ask for', () => {
  const rows = ROWS.filter((row) => row.fitted && row.model === '7b')
  const least = loss(rows, FITTED)
  for (const name of ['latency', 'train', 'step'] as const)
    for (const factor of [1.2, 1 / 1.2])
      expect([name, loss(rows, { ...FITTED, costs: { ...FITTED.costs, [name]: FITTED.costs[name] * factor } }) > least]).toEqual([
        name,
        true,
      ])
})

const PROGRAM = fileURLToPath(new URL('../../dist/macaron.js', import.meta.url))
const RUN = ['-e', `import(${JSON.stringify(PROGRAM)}).then(async (m) => { process.exitCode = await m.main(process.argv.slice(1)) })`, '--']
const macaron = (locale: string, ...args: string[]) =>
  spawnSync(process.execPath, [...RUN, 'scale', ...args], { encoding: 'utf8', env: { ...process.env, LC_ALL: locale }, timeout: 30_000 })

describe.skipIf(!existsSync(PROGRAM))('macaron scale', () => {
  it('tells the three ways of a described cluster, its own error, and what cannot be checked', () => {
    const { status, stdout } = macaron(
      'en_US.UTF-8',
      '--gpus',
      '64',
      '--json',
      '--measured',
      '64:700,60,200',
      '--prompts',
      '128',
      '--steps',
      '4',
    )
    expect(status).toBe(0)
    const { modes, error, unverifiable } = JSON.parse(stdout)
    expect(modes.map(({ mode }: { mode: string }) => mode)).toEqual(['sequential', 'all-sync', 'stale'])
    expect(modes[0].step).toBeGreaterThan(900)
    expect(modes[0].hours).toBeCloseTo((modes[0].step * 64 * 400) / 3600, 6)
    for (const { layout } of modes.slice(1)) expect(layout.rollout + layout.train).toBe(64)
    expect(error.mean).toBeLessThan(0.15)
    expect(unverifiable.join()).toMatch(/512 H800/)
  })

  it.each([
    ['ja_JP.UTF-8', 'シミュレーション', /ページ|少なくとも 4 枚/],
    ['ko_KR.UTF-8', '시뮬레이션', /적어도 4장/],
    ['zh_CN.UTF-8', '模拟', /至少要有 4 张/],
  ])('in %s', (locale, word, refusal) => {
    const { stdout } = macaron(locale, '--gpus', '32', '--rollout', '16', '--check', '--prompts', '32')
    expect(stdout).toContain(word)
    expect(stdout).toContain('16:16')
    const { status, stderr } = macaron(locale, '--gpus', '32', '--rollout', '32')
    expect(status).toBe(1)
    expect(stderr).toMatch(refusal)
  })

  it.each([
    [['--gpus', '4'], 1],
    [['--length', '9000', '--most', '100'], 1],
    [['--prompts', '90000'], 1],
    [['--steps', '6'], 1],
    [['--gpus', '20000'], 2],
    [['--measured', '64:1,2'], 2],
    [['--staleness', 'NaN'], 2],
    [['--gpus', '-1'], 2],
  ])('refuses %s', (args, status) => {
    const said = macaron('en_US.UTF-8', ...args)
    expect([said.status, said.stderr.trim().split('\n').length]).toEqual([status, expect.any(Number)])
    expect(said.stderr).not.toMatch(/\n\s+at |Error:/)
  })
})
