/** What stops a training, in the person's language: why, and what to do; what was learned before stays. */
import type { Language } from '../spec.ts'

/** What stands in the picture of a run. */
export const CURVE_WORDS: Record<'title' | 'metric' | 'entropy' | 'length' | 'kept', Record<Language, string>> = {
  title: { en: 'Training', zh: '训练', ja: '学習', ko: '학습' },
  metric: { en: 'return', zh: '回报', ja: '収益', ko: '수익' },
  entropy: { en: 'entropy, nats a token', zh: '熵(每词元，nat)', ja: 'エントロピー(1 トークン、nat)', ko: '엔트로피(토큰당 nat)' },
  length: { en: 'tokens a completion', zh: '每个回答的词元数', ja: '応答のトークン数', ko: '답의 토큰 수' },
  kept: {
    en: 'share of prompts that taught something',
    zh: '有可学之处的提示比例',
    ja: '学びのあったプロンプトの割合',
    ko: '배울 것이 있던 프롬프트의 비율',
  },
}

export const TRAINING_ROWS: Record<string, Record<Language, string>> = {
  'adapter-empty': {
    en: 'This adapter changes no layer. Was the training stopped before its first checkpoint?',
    zh: '这个适配器没有改动任何层。训练是否在第一个检查点之前就停止了?',
    ja: 'このアダプターはどの層も変えません。最初のチェックポイントより前に学習が止まっていませんか。',
    ko: '이 어댑터는 바꾸는 층이 없어요. 첫 체크포인트 전에 학습이 멈추지 않았나요?',
  },
  'adapter-half': {
    en: 'Of {name} the adapter has only one half (lora_A or lora_B). Copy it from the cluster again.',
    zh: '适配器中 {name} 只有一半(lora_A 或 lora_B)。请从集群重新复制。',
    ja: 'アダプターの {name} は片方(lora_A か lora_B)しかありません。クラスターからもう一度コピーしてください。',
    ko: '어댑터에 {name}의 반쪽(lora_A나 lora_B)만 있어요. 클러스터에서 다시 복사하세요.',
  },
  'adapter-kind': {
    en: 'Only plain LoRA can be brought back, and this adapter has {what}. Train it without, or merge it where it was trained.',
    zh: '只能带回普通的 LoRA，而这个适配器带有 {what}。请去掉它重新训练，或在训练的地方合并。',
    ja: '取り込めるのは通常の LoRA だけで、このアダプターには {what} があります。それなしで学習するか、学習した場所で統合してください。',
    ko: '일반 LoRA만 가져올 수 있는데 이 어댑터에는 {what}이(가) 있어요. 그것 없이 학습하거나 학습한 곳에서 합치세요.',
  },
  'adapter-layer': {
    en: 'llama.cpp has no layer for {name} in a model of {architecture}. Is --architecture that of the base?',
    zh: 'llama.cpp 的 {architecture} 模型里没有对应 {name} 的层。--architecture 是基础模型的架构吗?',
    ja: 'llama.cpp の {architecture} モデルには {name} に当たる層がありません。--architecture は元のモデルのものですか。',
    ko: 'llama.cpp의 {architecture} 모델에는 {name}에 해당하는 층이 없어요. --architecture가 바탕 모델의 것인가요?',
  },
  'adapter-name': {
    en: 'This is no adapter as PEFT keeps them: it holds a tensor called {name}, or holds it twice.',
    zh: '这不是 PEFT 格式的适配器:其中有名为 {name} 的张量，或该张量出现了两次。',
    ja: 'PEFT 形式のアダプターではありません。{name} というテンソルがあるか、それが二重にあります。',
    ko: 'PEFT 형식의 어댑터가 아니에요. {name}(이)라는 텐서가 있거나 두 번 들어 있어요.',
  },
  'adapter-settings': {
    en: 'adapter_config.json does not tell the rank (r) and alpha (lora_alpha) of an adapter. Copy it from the cluster again.',
    zh: 'adapter_config.json 没有写明适配器的秩(r)和 alpha(lora_alpha)。请从集群重新复制。',
    ja: 'adapter_config.json にアダプターのランク(r)と alpha(lora_alpha)がありません。クラスターからもう一度コピーしてください。',
    ko: 'adapter_config.json에 어댑터의 랭크(r)와 알파(lora_alpha)가 없어요. 클러스터에서 다시 복사하세요.',
  },
  'adapter-shape': {
    en: '{name} has the shape ({shape}), and adapter_config.json says rank {rank}. The two files are not of one adapter.',
    zh: '{name} 的形状是 ({shape})，而 adapter_config.json 写的秩是 {rank}。两个文件不属于同一个适配器。',
    ja: '{name} の形は ({shape}) ですが、adapter_config.json のランクは {rank} です。二つのファイルは同じアダプターのものではありません。',
    ko: '{name}의 모양은 ({shape})인데 adapter_config.json의 랭크는 {rank}이에요. 두 파일이 한 어댑터의 것이 아니에요.',
  },
  'adapter-written': {
    en: 'Written to {file}: {layers} layers of rank {rank}. Serve it with: llama-server -m BASE.gguf --lora {file}',
    zh: '已写入 {file}:{layers} 层，秩 {rank}。启动方式:llama-server -m BASE.gguf --lora {file}',
    ja: '{file} に書きました: {layers} 層、ランク {rank}。起動するには: llama-server -m BASE.gguf --lora {file}',
    ko: '{file}에 썼어요: {layers}개 층, 랭크 {rank}. 이렇게 띄우세요: llama-server -m BASE.gguf --lora {file}',
  },
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
  'pairs-few': {
    en: '{count} pairs are too few to hold some out and learn from the rest. Gather more choices first.',
    zh: '{count} 对太少，无法留出一部分再从其余学习。请先收集更多选择。',
    ja: '{count} 組では、一部を検証に残して学ぶには足りません。先にもっと選択を集めてください。',
    ko: '{count}쌍은 일부를 검증용으로 남기고 배우기에 너무 적어요. 먼저 선택을 더 모으세요.',
  },
  'pairs-invalid': {
    en: 'Pair {which} cannot be read: each side has 1 to {time} tokens below {vocabulary}.',
    zh: '第 {which} 对无法读取:每一边应有 1 到 {time} 个小于 {vocabulary} 的词元。',
    ja: '{which} 番目の組を読めません。どちらの側も {vocabulary} 未満のトークン 1〜{time} 個です。',
    ko: '{which}번째 쌍을 읽을 수 없어요. 양쪽 모두 {vocabulary} 미만의 토큰 1~{time}개여야 해요.',
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
    en: 'These sizes do not go together: --steps a multiple of --fetches and no more than the prompts, no mean length above the most, at most {slots} completions of a prompt and 100,000 in all.',
    zh: '这些规模互相矛盾:步数应为份数的整数倍且不多于提示数，平均长度不能超过上限，每个提示最多 {slots} 个回答，总共最多 100,000 个。',
    ja: '指定が食い違っています。ステップ数は分割数の倍数でプロンプト数以下、平均の長さは上限以下、応答は 1 プロンプトにつき {slots} 個まで、全部で 100,000 個までです。',
    ko: '크기가 서로 맞지 않아요. 단계 수는 나눔 수의 배수이자 프롬프트 수 이하, 평균 길이는 상한 이하, 답은 프롬프트당 {slots}개, 모두 100,000개까지예요.',
  },
  'tensors-invalid': {
    en: 'This is no safetensors file that can be read: {why}.',
    zh: '这不是可读取的 safetensors 文件:{why}。',
    ja: '読み込める safetensors ファイルではありません: {why}。',
    ko: '읽을 수 있는 safetensors 파일이 아니에요: {why}.',
  },
  'tensors-kind': {
    en: '{name} is of numbers of the kind {kind}. F32, F64, F16 and BF16 can be read: write it in one of these.',
    zh: '{name} 的数值类型是 {kind}。只能读取 F32、F64、F16 和 BF16，请改用其中之一。',
    ja: '{name} の数値の型は {kind} です。読めるのは F32、F64、F16、BF16 なので、いずれかで書き出してください。',
    ko: '{name}의 수 형식은 {kind}이에요. 읽을 수 있는 것은 F32, F64, F16, BF16이니 그중 하나로 저장하세요.',
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
