/**
 * The same job for a model that no single machine holds: the data, the reward and the settings of a DAPO run for verl
 * (github.com/volcengine/verl), which changed its names between versions. A folder of files; nothing is started.
 *
 *   train.parquet, validation.parquet   rows of {data_source, prompt, ability, reward_model, extra_info}
 *   reward.py                           compute_score: metric as `acc`, by which groups are filtered, and the score
 *   run.sh                              the command, every setting in it
 *   Dockerfile, rayjob.json             the same on a cluster of containers: Ray on Kubernetes (KubeRay)
 *
 * Every key that is set is one of the version's generated configuration, or is added to it with `++` (scripts/verl.ts looks
 * each up in an unpacked verl; done for 0.6.1, 0.8.0 and 0.9.0). Not checked, as there were no GPUs and no cluster: that a
 * run ends, which of verl's images goes with which version, and the recipe beside 0.8.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ByteWriter, parquetWrite } from 'hyparquet-writer'
import { fail, ok, type Result } from '../base/result.ts'
import { type Rng, seeded } from '../base/rng.ts'
import type { LoraOptions } from './lora.ts'
import { seedOf } from './rollouts.ts'
import type { TrainOptions } from './train.ts'

export const VERL_VERSIONS = ['0.6', '0.8', '0.9'] as const
export type VerlVersion = (typeof VERL_VERSIONS)[number]

/** A task in words: what is asked, and the answer that stands on the last line of a right reply. */
export type Told = { name: string; draw(rng: Rng): { asked: string; answer: string } }

export type VerlJob = {
  version: VerlVersion
  /** Where the cluster finds the model. */
  model: string
  train: Pick<TrainOptions, 'seed' | 'prompts' | 'miniBatch' | 'samples' | 'clip' | 'overlong'> & {
    rate: number
    warmUp: number
    decay: number
  }
  lora?: LoraOptions
  /** Tokens. */
  longest: { prompt: number; completion: number }
  /** How many of each. */
  rows: { train: number; validation: number }
  cluster: { nodes: number; gpus: number }
  /** Times that all rows are gone through. */
  epochs: number
}

/** Writes the folder; fails where a name or a path would say something else to a shell. */
export function exportVerl(folder: string, task: Told, job: VerlJob): Result<{ files: string[] }> {
  for (const word of [task.name, job.model])
    if (!/^[\w./@-]+$/.test(word) || word.startsWith('-'))
      return fail('export-name', `A job for verl cannot be made of ${JSON.stringify(word)}: letters, digits and . _ / @ - only.`, {
        name: word,
      })
  if (!VERL_VERSIONS.includes(job.version))
    return fail('export-version', `There is no export for verl ${job.version}: ${VERL_VERSIONS.join(', ')}.`, { version: job.version })
  const files = {
    'train.parquet': rowsOf(task, 'train', job.rows.train, job.train.seed),
    'validation.parquet': rowsOf(task, 'validation', job.rows.validation, job.train.seed),
    'reward.py': REWARD,
    'run.sh': command(job, task.name),
    Dockerfile: dockerfile(job.version),
    '.dockerignore': 'checkpoints\n',
    'rayjob.json': rayJob(task.name, job),
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return ok({ files: Object.keys(files) })
}

const text = (name: string) => ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' }) as const
const group = (name: string, count: number) => ({ name, num_children: count, repetition_type: 'REQUIRED' }) as const
/** The rows of verl's data sets, nested as its reader wants them. */
const SCHEMA = [
  { name: 'root', num_children: 5 },
  text('data_source'),
  { name: 'prompt', repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  group('element', 2),
  text('role'),
  text('content'),
  text('ability'),
  group('reward_model', 2),
  text('style'),
  text('ground_truth'),
  group('extra_info', 2),
  text('split'),
  { name: 'index', type: 'INT32', repetition_type: 'REQUIRED' },
] as const

function rowsOf(task: Told, split: 'train' | 'validation', count: number, seed: number): Uint8Array {
  const indices = Array.from({ length: count }, (_, index) => index)
  // The two splits have seeds of their own.
  const drawn = indices.map((index) => task.draw(seeded(seedOf(seed, split === 'train' ? 1 : 2, index))))
  const writer = new ByteWriter()
  parquetWrite({
    writer,
    schema: [...SCHEMA],
    columnData: [
      { name: 'data_source', data: indices.map(() => task.name) },
      { name: 'prompt', data: drawn.map(({ asked }) => [{ role: 'user', content: asked }]) },
      { name: 'ability', data: indices.map(() => task.name) },
      { name: 'reward_model', data: drawn.map(({ answer }) => ({ style: 'rule', ground_truth: answer })) },
      { name: 'extra_info', data: indices.map((index) => ({ split, index })) },
    ],
  })
  return new Uint8Array(writer.getBuffer())
}

/** The settings, by the names that the version has for them. */
export function settings(job: VerlJob, name: string): Settings {
  const { train, lora, longest, cluster, model } = job
  const { buffer, factor } = train.overlong
  const actor = 'actor_rollout_ref.actor'
  return {
    'data.train_files': '$HERE/train.parquet',
    'data.val_files': '$HERE/validation.parquet',
    'data.train_batch_size': train.prompts,
    'data.max_prompt_length': longest.prompt,
    'data.max_response_length': longest.completion,
    'data.truncation': 'error',
    'algorithm.adv_estimator': 'grpo',
    'algorithm.use_kl_in_reward': false,
    'actor_rollout_ref.model.path': model,
    ...(lora && {
      'actor_rollout_ref.model.lora_rank': lora.rank,
      'actor_rollout_ref.model.lora_alpha': lora.alpha,
      'actor_rollout_ref.model.target_modules': 'all-linear',
      // The base is loaded whole, and adapters are handed over layer by layer.
      'actor_rollout_ref.rollout.load_format': 'safetensors',
      'actor_rollout_ref.rollout.layered_summon': true,
    }),
    [`${actor}.clip_ratio_low`]: train.clip.low,
    [`${actor}.clip_ratio_high`]: train.clip.high,
    [`${actor}.clip_ratio_c`]: train.clip.dual,
    [`${actor}.loss_agg_mode`]: 'token-mean',
    [`${actor}.use_kl_loss`]: false,
    [`${actor}.entropy_coeff`]: 0,
    [`${actor}.ppo_mini_batch_size`]: train.miniBatch,
    [`${actor}.optim.lr`]: train.rate,
    [`${actor}.optim.lr_warmup_steps`]: train.warmUp,
    [`${actor}.optim.weight_decay`]: train.decay,
    [`${actor}.grad_clip`]: 1,
    // As many sequences at once as fit: without this, or a fixed number of them, verl does not start.
    [`${actor}.use_dynamic_bsz`]: true,
    [`${actor}.ppo_max_token_len_per_gpu`]: Math.max(16_384, longest.prompt + longest.completion),
    'actor_rollout_ref.rollout.name': 'vllm',
    'actor_rollout_ref.rollout.n': train.samples,
    ...rewardSettings(job.version, { enable: buffer > 0, len: buffer, penalty_factor: factor, log: false }, longest.completion),
    'trainer.nnodes': cluster.nodes,
    'trainer.n_gpus_per_node': cluster.gpus,
    'trainer.total_epochs': job.epochs,
    // Left alone, verl keeps no checkpoint, and tells a service on the net how it goes.
    'trainer.save_freq': 20,
    'trainer.test_freq': 10,
    'trainer.logger': '[console]',
    'trainer.project_name': 'open-macaron',
    'trainer.experiment_name': name,
    'trainer.default_local_dir': '$CHECKPOINTS',
  }
}

type Settings = Record<string, string | number | boolean>

/** `++`: set whether the version's configuration names it (the recipe's does) or takes it as one more argument. */
function rewardSettings(version: VerlVersion, overlong: Settings, most: number): Settings {
  const under = (at: string, all: Settings): Settings =>
    Object.fromEntries(Object.entries(all).map(([name, one]) => [`${at}.${name}`, one]))
  const file = under('custom_reward_function', { path: '$HERE/reward.py', name: 'compute_score' })
  const filter = under('++algorithm.filter_groups', { enable: true, metric: 'acc' })
  if (version === '0.6')
    return { 'reward_model.reward_manager': 'dapo', ...under('++reward_model.overlong_buffer', overlong), ...file, ...filter }
  return {
    'reward.reward_manager.name': 'dapo',
    ...under('++reward.reward_kwargs', { ...under('overlong_buffer_cfg', overlong), max_resp_len: most }),
    ...under('reward', file),
    ...filter,
  }
}

/** Before 0.9 groups are filtered by a trainer of its own: in the source tree, then in a repository of recipes beside it. */
const ENTRY: Record<VerlVersion, string> = {
  '0.6': 'recipe.dapo.main_dapo',
  '0.8': 'recipe.dapo.main_dapo',
  '0.9': 'verl.trainer.main_ppo',
}

function command(job: VerlJob, name: string): string {
  const lines = Object.entries(settings(job, name)).map(([key, value]) => `  "${key}=${value}"`)
  const needs: Record<VerlVersion, string> = {
    '0.6': '# Run in a checkout of verl 0.6, where recipe/dapo is.',
    '0.8': '# Run where the recipes of verl are checked out as recipe/ beside verl 0.8.',
    '0.9': '# Needs verl 0.9, which filters groups by itself.',
  }
  return [
    '#!/bin/sh',
    needs[job.version],
    '# On a Ray cluster: ray job submit --working-dir . -- sh run.sh',
    'set -e',
    'HERE=$(cd "$(dirname "$0")" && pwd)',
    '[ -n "$CHECKPOINTS" ] || CHECKPOINTS=$HERE/checkpoints',
    '# Paths become settings, in which other signs would say something else.',
    'case "$HERE$CHECKPOINTS" in',
    '  *[!A-Za-z0-9_./-]*) echo "Move this folder, or CHECKPOINTS, to a path of letters, digits and . _ / - only." >&2; exit 2 ;;',
    'esac',
    `python3 -m ${ENTRY[job.version]} \\`,
    `${lines.join(' \\\n')} \\`,
    '  "$@"',
    '',
  ].join('\n')
}

/** Of verl's own images, those that were named beside these versions; another is chosen with --build-arg BASE=... */
const IMAGE: Record<VerlVersion, string> = {
  '0.6': 'verlai/verl:vllm011.latest',
  '0.8': 'verlai/verl:vllm017.latest',
  '0.9': 'verlai/verl:vllm020.dev1',
}
const RELEASE: Record<VerlVersion, string> = { '0.6': '0.6.1', '0.8': '0.8.0', '0.9': '0.9.0' }

function dockerfile(version: VerlVersion): string {
  const source = `git clone --depth 1 --branch v${RELEASE[version]} --recurse-submodules --shallow-submodules https://github.com/verl-project/verl /verl`
  const install =
    version === '0.9'
      ? [`RUN pip install --no-cache-dir --no-deps verl==${RELEASE[version]}`]
      : [
          '# The source as well: the trainer that filters groups is in its recipe/ folder.',
          `RUN ${source} && pip install --no-cache-dir --no-deps /verl`,
          'ENV PYTHONPATH=/verl',
        ]
  return [
    `# docker build -t macaron-verl . && docker run --gpus all --shm-size 32g -v "$PWD/checkpoints:/job/checkpoints" macaron-verl`,
    '# On Kubernetes with KubeRay: this image as macaron-verl where the cluster pulls from, a claim macaron-checkpoints that all',
    '# machines may write to, then kubectl apply -f rayjob.json.',
    `# Which of verl's images goes with ${RELEASE[version]} is not written down anywhere: look before a long run.`,
    `ARG BASE=${IMAGE[version]}`,
    'FROM $BASE',
    ...install,
    'COPY . /job',
    'WORKDIR /job',
    'CMD ["sh", "/job/run.sh"]',
    '',
  ].join('\n')
}

/** For `kubectl apply -f`. The folder is in the image, so that every machine has it at the same path. */
function rayJob(name: string, { cluster: { nodes, gpus } }: VerlJob): string {
  const mounts = { shm: '/dev/shm', checkpoints: '/checkpoints' }
  const container = (role: string) => ({
    name: `ray-${role}`,
    image: 'macaron-verl',
    env: [{ name: 'CHECKPOINTS', value: mounts.checkpoints }],
    resources: { limits: { 'nvidia.com/gpu': gpus } },
    volumeMounts: Object.entries(mounts).map(([name, mountPath]) => ({ name, mountPath })),
  })
  const volumes = [
    { name: 'shm', emptyDir: { medium: 'Memory' } },
    { name: 'checkpoints', persistentVolumeClaim: { claimName: 'macaron-checkpoints' } },
  ]
  const group = (role: string) => ({ rayStartParams: {}, template: { spec: { containers: [container(role)], volumes } } })
  const job = {
    apiVersion: 'ray.io/v1',
    kind: 'RayJob',
    metadata: { name: `macaron-${name.toLowerCase().replace(/[^a-z0-9]/g, '-')}` },
    spec: {
      entrypoint: 'sh /job/run.sh',
      shutdownAfterJobFinishes: true,
      rayClusterSpec: {
        headGroupSpec: group('head'),
        ...(nodes > 1 && { workerGroupSpecs: [{ groupName: 'workers', replicas: nodes - 1, ...group('worker') }] }),
      },
    },
  }
  return `${JSON.stringify(job, null, 2)}\n`
}

const REWARD = `"""The reward of this job: the last line of a reply against the answer. verl adds the overlong penalty to the score alone."""


def compute_score(data_source, solution_str, ground_truth, extra_info=None, **kwargs):
    lines = [line.strip() for line in str(solution_str).splitlines() if line.strip()]
    right = bool(lines) and lines[-1].split() == str(ground_truth).split()
    return {"score": 1.0 if right else 0.0, "acc": 1.0 if right else 0.0}
`
