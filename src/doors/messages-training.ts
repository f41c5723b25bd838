/** What stops a training, in the person's language: why, and what to do; what was learned before stays. */
import type { Language } from '../spec.ts'

export const TRAINING_ROWS: Record<string, Record<Language, string>> = {
  'checkpoint-damaged': {
    en: 'No checkpoint in {folder} is whole ({files}). Remove them to begin anew.',
    zh: '{folder} 里没有完整的检查点({files})。删除它们即可重新开始。',
    ja: '{folder} に壊れていないチェックポイントがありません({files})。削除すると最初から始められます。',
    ko: '{folder}에 온전한 체크포인트가 없어요({files}). 지우면 처음부터 다시 시작할 수 있어요.',
  },
  'export-name': {
    en: 'A job for verl cannot be made of “{name}”: letters, digits and . _ / @ - only.',
    zh: '“{name}”不能用于 verl 任务:只能用字母、数字和 . _ / @ -。',
    ja: '「{name}」は verl のジョブに使えません。英数字と . _ / @ - だけにしてください。',
    ko: '“{name}”은(는) verl 작업에 쓸 수 없어요. 영문자, 숫자, . _ / @ - 만 쓰세요.',
  },
  'export-version': {
    en: 'There is no export for verl {version}.',
    zh: '不支持导出到 verl {version}。',
    ja: 'verl {version} への書き出しには対応していません。',
    ko: 'verl {version}(으)로는 내보낼 수 없어요.',
  },
  'reward-failed': {
    en: 'The reward could not be had for {failed} of {prompts} prompts: {why}',
    zh: '{prompts} 个提示中有 {failed} 个得不到奖励:{why}',
    ja: '{prompts} 件のプロンプトのうち {failed} 件で報酬を得られませんでした: {why}',
    ko: '프롬프트 {prompts}개 중 {failed}개의 보상을 얻지 못했어요: {why}',
  },
  'rewards-equal': {
    en: 'In {rounds} rounds no prompt had completions of different worth ({metric} on average): there is nothing to learn from. Shape the reward, or start from a better model.',
    zh: '{rounds} 轮中，没有一个提示的回答分出高下(平均 {metric})，无从学习。请细化奖励，或换一个更好的起点模型。',
    ja: '{rounds} 回試しても、評価に差のつくプロンプトがありませんでした(平均 {metric})。報酬を細かくするか、よりよいモデルから始めてください。',
    ko: '{rounds}번 돌려도 답의 가치가 갈리는 프롬프트가 없었어요(평균 {metric}). 보상을 더 세밀하게 하거나 더 나은 모델에서 시작하세요.',
  },
  'run-other': {
    en: 'The checkpoints in {folder} are of another run. Choose another folder, or go on with the settings it began with.',
    zh: '{folder} 里的检查点属于另一次训练。请换一个文件夹，或沿用它原来的设置。',
    ja: '{folder} のチェックポイントは別の学習のものです。別のフォルダーを選ぶか、始めたときの設定で続けてください。',
    ko: '{folder}의 체크포인트는 다른 학습의 것이에요. 다른 폴더를 고르거나 처음 설정 그대로 이어 가세요.',
  },
  'scale-division': {
    en: 'Of {gpus} GPUs at least {engine} have to roll out, and one has to train.',
    zh: '{gpus} 张 GPU 中至少要有 {engine} 张用于生成，一张用于训练。',
    ja: '{gpus} 枚の GPU のうち、少なくとも {engine} 枚を生成に、1 枚を学習に使ってください。',
    ko: 'GPU {gpus}장 가운데 적어도 {engine}장은 생성에, 한 장은 학습에 써야 해요.',
  },
  'scale-gpus': {
    en: 'A cluster has more than {engine} GPUs here, as so many decode as one. Give --gpus a larger number.',
    zh: '这里 {engine} 张 GPU 作为一组解码，集群必须更大。请把 --gpus 设大一些。',
    ja: '{engine} 枚の GPU が 1 組で生成するので、それより多く必要です。--gpus を大きくしてください。',
    ko: 'GPU {engine}장이 한 조로 생성하므로 그보다 많아야 해요. --gpus를 늘리세요.',
  },
  'scale-work': {
    en: 'These sizes do not go together: no more steps and parts than prompts, no mean length above the most, at most {slots} completions of a prompt and 100,000 in all.',
    zh: '这些规模互相矛盾:步数和份数不能多于提示数，平均长度不能超过上限，每个提示最多 {slots} 个回答，总共最多 100,000 个。',
    ja: '指定が食い違っています。ステップ数と分割数はプロンプト数以下、平均の長さは上限以下、応答は 1 プロンプトにつき {slots} 個まで、全部で 100,000 個までです。',
    ko: '크기가 서로 맞지 않아요. 단계와 나눔은 프롬프트 수 이하, 평균 길이는 상한 이하, 답은 프롬프트당 {slots}개, 모두 100,000개까지예요.',
  },
  'tensors-invalid': {
    en: 'This is no safetensors file that can be read: {why}.',
    zh: '这不是可读取的 safetensors 文件:{why}。',
    ja: '読み込める safetensors ファイルではありません: {why}。',
    ko: '읽을 수 있는 safetensors 파일이 아니에요: {why}.',
  },
  'training-diverged': {
    en: 'A gradient is no longer a number. The last checkpoint is whole: go on from it with a lower rate.',
    zh: '梯度已不是数值。最近的检查点完好，请用更低的学习率从它继续。',
    ja: '勾配が数値でなくなりました。直前のチェックポイントは無事です。学習率を下げて続けてください。',
    ko: '기울기가 더 이상 숫자가 아니에요. 마지막 체크포인트는 온전하니 학습률을 낮춰 이어 가세요.',
  },
  'training-memory': {
    en: 'Training needs more than its {mebibytes} MiB of memory: take a smaller batch or model.',
    zh: '训练需要超过 {mebibytes} MiB 的内存:请缩小批次或模型。',
    ja: '学習に {mebibytes} MiB を超えるメモリが必要です。バッチかモデルを小さくしてください。',
    ko: '학습에 {mebibytes} MiB보다 많은 메모리가 필요해요. 배치나 모델을 줄이세요.',
  },
  'training-solved': {
    en: 'Every completion reaches the best there is, {optimum}: nothing is left to learn.',
    zh: '所有回答都已达到最优值 {optimum}，没有可学的了。',
    ja: 'すべての回答が最良の {optimum} に達しました。もう学ぶことはありません。',
    ko: '모든 답이 최선인 {optimum}에 이르렀어요. 더 배울 것이 없어요.',
  },
  'weights-mismatch': {
    en: 'These weights are of another model ({name}).',
    zh: '这些权重属于另一个模型({name})。',
    ja: '別のモデルの重みです({name})。',
    ko: '다른 모델의 가중치예요({name}).',
  },
  'weights-not-finite': {
    en: 'The weights of {name} are not all numbers.',
    zh: '{name} 的权重并不都是数值。',
    ja: '{name} の重みに数値でないものがあります。',
    ko: '{name}의 가중치에 숫자가 아닌 것이 있어요.',
  },
  'worker-died': {
    en: 'A part of the training stopped ({why}). What was learned up to the last checkpoint is whole: run it again to go on.',
    zh: '训练的一部分停止了({why})。到最近检查点为止的成果完好，再次运行即可继续。',
    ja: '学習の一部が止まりました({why})。直前のチェックポイントまでの成果は無事です。もう一度実行すると続きから始まります。',
    ko: '학습의 일부가 멈췄어요({why}). 마지막 체크포인트까지는 온전하니 다시 실행하면 이어져요.',
  },
}
