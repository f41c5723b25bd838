/** The job for verl: what is written is read back, the shell and Python take it, and no word of it can say more than it should. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, expect, it } from 'vitest'
import { seeded } from '../../src/base/rng.ts'
import { TASKS } from '../../src/training/task.ts'
import { TOLD } from '../../src/training/told.ts'
import { exportVerl, settings, type Told, VERL_VERSIONS, type VerlJob } from '../../src/training/verl.ts'

const root = mkdtempSync(join(tmpdir(), 'macaron-verl-'))
afterAll(() => rmSync(root, { recursive: true }))

const task: Told = {
  name: 'sums',
  draw: (rng) => {
    const [a, b] = [Math.floor(rng.next() * 100), Math.floor(rng.next() * 100)]
    return { asked: `${a} 더하기 ${b}? "答え" 'だけ'\n$HOME`, answer: String(a + b) }
  },
}
const job = (version: VerlJob['version'], more: Partial<VerlJob> = {}): VerlJob => ({
  version,
  model: 'Qwen/Qwen2.5-7B',
  train: {
    seed: 1,
    prompts: 64,
    miniBatch: 16,
    samples: 8,
    clip: { low: 0.2, high: 0.28, dual: 10 },
    overlong: { buffer: 512, factor: 1 },
    rate: 1e-5,
    warmUp: 10,
    decay: 0.1,
  },
  longest: { prompt: 256, completion: 2048 },
  rows: { train: 20, validation: 7 },
  cluster: { nodes: 1, gpus: 8 },
  epochs: 3,
  ...more,
})
const bytes = (file: string) => {
  const { buffer, byteOffset, byteLength } = readFileSync(file)
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
}

it('rows are read back as they were drawn, the two parts apart', async () => {
  expect(exportVerl(root, task, job('0.9')).ok).toBe(true)
  const train = await parquetReadObjects({ file: bytes(join(root, 'train.parquet')) })
  const validation = await parquetReadObjects({ file: bytes(join(root, 'validation.parquet')) })
  expect([train.length, validation.length]).toEqual([20, 7])
  for (const [index, row] of train.entries()) {
    const [{ role, content }] = row.prompt
    const [, a, b] = /(\d+) 더하기 (\d+)/.exec(content)!
    expect({ ...row, prompt: role }).toEqual({
      data_source: 'sums',
      prompt: 'user',
      ability: 'sums',
      reward_model: { style: 'rule', ground_truth: String(Number(a) + Number(b)) },
      extra_info: { split: 'train', index },
    })
  }
  expect(validation.map(({ prompt }) => prompt)).not.toEqual(train.slice(0, 7).map(({ prompt }) => prompt))
})

for (const version of VERL_VERSIONS)
  it(`verl ${version}: the command is one of a shell, each setting once`, () => {
    const folder = join(root, `a-folder.${version}`)
    expect(exportVerl(folder, task, job(version, { lora: { rank: 32, alpha: 32 } })).ok).toBe(true)
    // A python3 that says what it was given.
    const fake = join(root, 'python3')
    writeFileSync(fake, '#!/bin/sh\nprintf "%s\\n" "$@"\n', { mode: 0o700 })
    const said = execFileSync('sh', [join(folder, 'run.sh'), 'trainer.total_epochs=1'], {
      env: { PATH: `${root}:/usr/bin:/bin` },
      encoding: 'utf8',
    })
    const [flag, entry, ...rest] = said.trim().split('\n')
    expect([flag, entry]).toEqual(['-m', version === '0.9' ? 'verl.trainer.main_ppo' : 'recipe.dapo.main_dapo'])
    const pairs = Object.entries(settings(job(version, { lora: { rank: 32, alpha: 32 } }), 'sums'))
    expect(rest).toEqual([
      ...pairs.map(([key, value]) => `${key}=${String(value).replace('$HERE', folder).replace('$CHECKPOINTS', `${folder}/checkpoints`)}`),
      'trainer.total_epochs=1',
    ])
    expect(new Set(pairs.map(([key]) => key.replace(/^\++/, ''))).size).toBe(pairs.length)
  })

it('a path that a setting cannot hold is refused before anything is started', () => {
  const folder = join(root, "a folder's")
  expect(exportVerl(folder, task, job('0.9')).ok).toBe(true)
  const { status, stdout, stderr } = spawnSync('sh', [join(folder, 'run.sh')], { env: { PATH: `${root}:/usr/bin:/bin` }, encoding: 'utf8' })
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/Move this folder/)
})

it('nothing is sent anywhere, checkpoints are kept, and sequences are packed by their tokens', () => {
  const all = settings(job('0.9', { longest: { prompt: 4096, completion: 28_672 } }), 'sums')
  expect(all).toMatchObject({
    'trainer.logger': '[console]',
    'trainer.save_freq': 20,
    'actor_rollout_ref.actor.use_dynamic_bsz': true,
    'actor_rollout_ref.actor.ppo_max_token_len_per_gpu': 32_768,
  })
})

for (const [version, nodes] of [
  ['0.6', 1],
  ['0.8', 3],
  ['0.9', 2],
] as const)
  it(`verl ${version} on ${nodes}: an image that holds the folder, and a Ray job of it`, () => {
    const folder = join(root, `cluster-${version}`)
    expect(exportVerl(folder, { ...task, name: 'Sums.of_two' }, job(version, { cluster: { nodes, gpus: 4 } })).ok).toBe(true)
    const dockerfile = readFileSync(join(folder, 'Dockerfile'), 'utf8')
    expect(dockerfile.match(/^(?:ARG|FROM|RUN|ENV|COPY|WORKDIR|CMD) /gm)?.slice(0, 3)).toEqual(['ARG ', 'FROM ', 'RUN '])
    // Only the last has the trainer that filters groups in its package.
    expect(/recurse-submodules/.test(dockerfile)).toBe(version !== '0.9')
    expect(dockerfile).toMatch(/COPY \. \/job[\s\S]*"\/job\/run\.sh"/)
    const written = JSON.parse(readFileSync(join(folder, 'rayjob.json'), 'utf8'))
    const { headGroupSpec, workerGroupSpecs = [] } = written.spec.rayClusterSpec
    expect([written.kind, written.metadata.name, written.spec.entrypoint]).toEqual(['RayJob', 'macaron-sums-of-two', 'sh /job/run.sh'])
    const replicas = workerGroupSpecs.reduce((sum: number, one: { replicas: number }) => sum + one.replicas, 1)
    expect(replicas).toBe(nodes)
    for (const { template } of [headGroupSpec, ...workerGroupSpecs]) {
      const [container] = template.spec.containers
      expect(container.resources.limits['nvidia.com/gpu']).toBe(4)
      expect(container.volumeMounts.map(({ name }: { name: string }) => name)).toEqual(
        template.spec.volumes.map(({ name }: { name: string }) => name),
      )
    }
  })

it('the three versions differ in how the reward is named, and in nothing else', () => {
  const keys = (version: VerlJob['version']) => Object.keys(settings(job(version), 'sums'))
  const own = (version: VerlJob['version']) => keys(version).filter((key) => !/reward/.test(key))
  expect(own('0.6')).toEqual(own('0.9'))
  expect(keys('0.8')).toEqual(keys('0.9'))
  expect(keys('0.6')).toEqual(expect.arrayContaining(['reward_model.reward_manager', 'custom_reward_function.path']))
  expect(keys('0.9')).toEqual(expect.arrayContaining(['reward.reward_manager.name', 'reward.custom_reward_function.path']))
})

it('the tasks in words have the answers of the tasks', () => {
  for (let seed = 0; seed < 50; seed++) {
    const sum = TOLD.add!.draw(seeded(seed))
    const [a, b] = sum.asked.match(/\d+/g)!.map(Number)
    expect(Number(sum.answer)).toBe((a! + b!) % 997)
    const { asked, answer } = TOLD.sort!.draw(seeded(seed))
    const numbers = answer.split(' ').map(Number)
    expect(numbers).toEqual([...numbers].sort((x, y) => x - y))
    expect(
      asked
        .match(/\d+/g)!
        .map(Number)
        .sort((x, y) => x - y),
    ).toEqual(numbers)
  }
  expect(Object.keys(TOLD)).toEqual(Object.keys(TASKS))
})

it('what would say something else to a shell is refused', () => {
  for (const model of ['a; rm -rf /', '$(id)', '"x', '--flag', ''])
    expect(exportVerl(root, task, job('0.9', { model }))).toMatchObject({ ok: false, error: { code: 'export-name' } })
  expect(exportVerl(root, task, job('0.7' as '0.8'))).toMatchObject({ ok: false, error: { code: 'export-version' } })
})
