/** A run that was killed, damaged or stopped goes on to the same bits; what is of another run is refused. */
import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { seeded } from '../../src/base/rng.ts'
import { packageRoot } from '../../src/root.ts'
import { checkpoints } from '../../src/training/checkpoint.ts'
import { preset, type RunOptions, run } from '../../src/training/run.ts'
import { TASKS } from '../../src/training/task.ts'
import { smaller } from './smaller.ts'

const root = mkdtempSync(join(tmpdir(), 'macaron-training-'))
afterAll(() => rmSync(root, { recursive: true }))
let folders = 0
const fresh = () => join(root, String(folders++))
const options = smaller(preset('sort', 5))
const train = (folder: string, iterations: number, of: RunOptions = options) => run(folder, of, TASKS.sort!(), { iterations, every: 3 })
const newest = (folder: string) => readFileSync(join(folder, checkpoints(folder)[0]!))
const curve = (folder: string) => readFileSync(join(folder, 'curve.jsonl'), 'utf8')

const whole = fresh()
it('two runs with one seed are the same to the bit, and no more than two checkpoints stay', async () => {
  expect((await train(whole, 20)).ok).toBe(true)
  const again = fresh()
  await train(again, 20)
  expect(newest(again).equals(newest(whole))).toBe(true)
  expect(readdirSync(whole).sort()).toEqual([
    'checkpoint-00000018.safetensors',
    'checkpoint-00000020.safetensors',
    'curve.jsonl',
    'curve.svg',
  ])
})

/** Runs it in a process of its own and kills that, once `after` iterations were said. */
const killed = (folder: string, after: number) =>
  new Promise<string | null>((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(packageRoot(), 'test/training/victim.ts'), folder, '20'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = 0
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString().split('\n').length - 1
      if (said >= after) child.kill('SIGKILL')
    })
    child.on('close', (_, signal) => done(signal))
  })

it('killed three times in its midst, it ends with the same bits and the same curve', async () => {
  const rng = seeded(17)
  const folder = fresh()
  const signals = []
  for (let i = 0; i < 3; i++) signals.push(await killed(folder, 2 + Math.floor(rng.next() * 4)))
  expect(signals).toContain('SIGKILL')
  await train(folder, 20)
  expect(newest(folder).equals(newest(whole))).toBe(true)
  expect(curve(folder)).toBe(curve(whole))
  expect(readFileSync(join(folder, 'curve.svg'), 'utf8')).toBe(readFileSync(join(whole, 'curve.svg'), 'utf8'))
})

it('stopped while the next iteration was rolled out already, it goes on with that', async () => {
  const stale = { ...options, train: { ...options.train, mode: 'stale' as const } }
  const [straight, broken] = [fresh(), fresh()]
  await train(straight, 9, stale)
  await train(broken, 4, stale)
  expect((await train(broken, 9, stale)).ok).toBe(true)
  expect(newest(broken).equals(newest(straight))).toBe(true)
})

it('a damaged checkpoint gives way to the one before, and is told', async () => {
  const folder = fresh()
  await train(folder, 8)
  const [last] = checkpoints(folder)
  const bytes = newest(folder)
  bytes[bytes.length - 5]! ^= 1
  writeFileSync(join(folder, last!), bytes)
  expect(await train(folder, 20)).toMatchObject({ ok: true, value: { damaged: [last] } })
  expect(newest(folder).equals(newest(whole))).toBe(true)
})

it('where none is whole it says so and touches nothing', async () => {
  const folder = fresh()
  await train(folder, 4)
  for (const name of checkpoints(folder)) writeFileSync(join(folder, name), 'torn')
  expect(await train(folder, 8)).toMatchObject({ ok: false, error: { code: 'checkpoint-damaged' } })
  expect(newest(folder).toString()).toBe('torn')
})

it('a part that was being written when the power went is no checkpoint', async () => {
  const folder = fresh()
  await train(folder, 4)
  appendFileSync(join(folder, 'checkpoint.part'), 'half a che')
  expect((await train(folder, 20)).ok).toBe(true)
  expect(newest(folder).equals(newest(whole))).toBe(true)
})

it('settings of another run are refused', async () => {
  const folder = fresh()
  await train(folder, 2)
  const before = newest(folder)
  const other = { ...options, train: { ...options.train, seed: 6 } }
  expect(await train(folder, 4, other)).toMatchObject({ ok: false, error: { code: 'run-other' } })
  expect(newest(folder).equals(before)).toBe(true)
})

it('an adapter and its base go on together', async () => {
  const adapted: RunOptions = { ...options, lora: { rank: 4, alpha: 8 } }
  const [one, two] = [fresh(), fresh()]
  await train(one, 7, adapted)
  await train(two, 4, adapted)
  await train(two, 7, adapted)
  expect(newest(two).equals(newest(one))).toBe(true)
})
