/** What the simulator of scale says: its words, and plainly what nobody can check. */
import type { Language } from '../spec.ts'

type Said = Record<Language, string>

export const SCALE_HEAD: Said[] = [
  { en: 'mode', zh: '方式', ja: '方式', ko: '방식' },
  { en: 'GPUs', zh: 'GPU', ja: 'GPU', ko: 'GPU' },
  { en: 'seconds a step', zh: '每步秒数', ja: '1 ステップの秒数', ko: '단계당 초' },
  { en: 'GPU-hours', zh: 'GPU 小时', ja: 'GPU 時間', ko: 'GPU 시간' },
  { en: 'idle, all', zh: '空闲(全部)', ja: '空き(全体)', ko: '유휴(전체)' },
  { en: 'rollout', zh: '生成', ja: '生成', ko: '생성' },
  { en: 'training', zh: '训练', ja: '学習', ko: '학습' },
]

export const SCALE_MODES: Record<'sequential' | 'all-sync' | 'stale', Said> = {
  sequential: { en: 'sequential', zh: '先后进行', ja: '順番に', ko: '차례로' },
  'all-sync': { en: 'all-sync', zh: '全同步', ja: '全同期', ko: '전체 동기' },
  stale: { en: 'staleness {staleness}', zh: '滞后 {staleness}', ja: '遅れ {staleness}', ko: '지연 {staleness}' },
}

export const SCALE_ERROR: Said = {
  en: 'Simulated, not measured. Of {count} published iterations that it was not fitted to, it is off by {mean} on average and by {most} at most ({name}).',
  zh: '这是模拟，不是实测。对 {count} 个未用于拟合的公开结果，平均误差 {mean}，最大 {most}({name})。',
  ja: '実測ではなくシミュレーションです。当てはめに使わなかった公開結果 {count} 件での誤差は平均 {mean}、最大 {most}({name})です。',
  ko: '실측이 아니라 시뮬레이션이에요. 맞추는 데 쓰지 않은 공개 결과 {count}개에서 평균 {mean}, 최대 {most}({name}) 어긋나요.',
}

export const SCALE_ROWS: Said = {
  en: 'Published (fitted ones with *), seconds a step: measured, told, off by',
  zh: '公开结果(* 为拟合所用)，每步秒数:实测、模拟、误差',
  ja: '公開結果(* は当てはめに使用)、1 ステップの秒数: 実測、計算、誤差',
  ko: '공개된 결과(*는 맞추는 데 쓴 것), 단계당 초: 실측, 계산, 오차',
}

export const SCALE_UNKNOWN: Said = {
  en: 'What cannot be checked from what is public:',
  zh: '根据公开资料无法核实的说法:',
  ja: '公開されている資料では確かめられないこと:',
  ko: '공개된 자료로는 확인할 수 없는 것:',
}

export const SCALE_CLAIMS: Said[] = [
  {
    en: '512 H800 brought down to 48, and 9 hours a step to 1.5: neither the model, the lengths, the batch nor the network of those runs is public.',
    zh: '从 512 张 H800 减到 48 张、每步从 9 小时降到 1.5 小时:这些运行的模型、长度、批量和网络都没有公开。',
    ja: 'H800 を 512 枚から 48 枚へ、1 ステップを 9 時間から 1.5 時間へ: モデル、長さ、バッチ、ネットワークのどれも公開されていません。',
    ko: 'H800 512장을 48장으로, 단계당 9시간을 1.5시간으로 줄였다는 것: 모델, 길이, 배치, 네트워크 모두 공개되지 않았어요.',
  },
  {
    en: 'How long the responses of verl’s runs were: only their most is public. The mean and spread used here are fitted, so the costs of one token are not those of the hardware.',
    zh: 'verl 各次运行的回答长度:只公开了上限。这里的均值和离散程度是拟合得到的，所以每个词元的成本并不是硬件的真实成本。',
    ja: 'verl の実行での応答の長さ: 公開されているのは上限だけです。平均とばらつきは当てはめた値なので、1 トークンの費用はハードウェアのものではありません。',
    ko: 'verl 실행의 응답 길이: 상한만 공개되어 있어요. 평균과 퍼짐은 맞춘 값이라 토큰 하나의 비용은 하드웨어의 것이 아니에요.',
  },
  {
    en: 'The rows for other numbers of prompts taken at once (203, 159 and 125 s): the lengths changed with them, as verl itself says. The last has the settings of the row with 151 s: two runs of one setting are 19 % apart, and no prediction is better than that.',
    zh: '一次取不同数量提示的几行(203、159、125 秒):verl 自己说明长度随之变化。最后一行与 151 秒那行设置相同:同一设置的两次运行相差 19 %，任何预测都不可能更准。',
    ja: '一度に取るプロンプトの数を変えた行(203、159、125 秒): 長さも変わったと verl 自身が書いています。最後の行は 151 秒の行と同じ設定です。同じ設定の 2 回が 19 % 違い、予測はこれより正確にはなりません。',
    ko: '한 번에 가져가는 프롬프트 수를 바꾼 행(203, 159, 125초): 길이도 달라졌다고 verl이 밝혔어요. 마지막 행은 151초 행과 설정이 같아요. 같은 설정의 두 실행이 19 % 다르니, 예측이 이보다 정확할 수는 없어요.',
  },
  {
    en: 'One-step-off runs (520 s for 749): their number of GPUs is given as two nodes of 16 and as 4 + 12.',
    zh: '滞后一步的运行(520 秒对 749 秒):其 GPU 数一处写两台各 16 张，另一处写 4 + 12 张。',
    ja: '1 ステップ遅れの実行(749 秒に対し 520 秒): GPU の数が 16 枚のノード 2 台とも 4 + 12 枚とも書かれています。',
    ko: '한 단계 늦은 실행(749초 대비 520초): GPU 수가 16장짜리 노드 2대로도, 4 + 12장으로도 적혀 있어요.',
  },
  {
    en: 'Adapters handed over 18.3 and 2.85 times as fast as whole weights (MinT): the networks are not public; handing over is a fixed time here.',
    zh: '只传适配器比传全部权重快 18.3 倍和 2.85 倍(MinT):网络情况没有公开；这里把传递算作固定时间。',
    ja: 'アダプターだけなら重み全体より 18.3 倍、2.85 倍速く渡せる(MinT): ネットワークが公開されていません。ここでは受け渡しを一定の時間としています。',
    ko: '어댑터만 넘기면 전체 가중치보다 18.3배, 2.85배 빠르다는 것(MinT): 네트워크가 공개되지 않았어요. 여기서는 넘기는 시간을 고정으로 두었어요.',
  },
]
