/** What can stop a model that builds, in the person's language: what happened, and that what was there stays. */
import type { Language } from '../spec.ts'

export const AGENT_ROWS: Record<string, Record<Language, string>> = {
  'app-is-code': {
    en: 'The source of “{name}” was written by hand or by a model, and this change needs it to be written again. Nothing was changed; with a model set up I can do it.',
    zh: '“{name}”的源代码是手写或由模型编写的，这个改动需要重写它。目前没有改动；配置模型后我就能做。',
    ja: '「{name}」のソースは手書きかモデルが書いたもので、この変更には書き直しが必要です。何も変えていません。モデルを設定すれば変更できます。',
    ko: '“{name}”의 소스는 직접 쓰였거나 모델이 쓴 것이라 이 변경에는 다시 작성이 필요해요. 아무것도 바꾸지 않았어요. 모델을 설정하면 할 수 있어요.',
  },
  'checks-spent': {
    en: 'I tried {checks} times and it still did not pass its check.',
    zh: '试了 {checks} 次，仍然没有通过检查。',
    ja: '{checks} 回試しましたが、検査に通りませんでした。',
    ko: '{checks}번 시도했지만 검사를 통과하지 못했어요.',
  },
  'made-without-model': {
    en: '{problem} So this is the version I could make without it.',
    zh: '{problem} 所以这是不用模型做出的版本。',
    ja: '{problem} そのため、モデルなしで作れる範囲のものです。',
    ko: '{problem} 그래서 모델 없이 만들 수 있는 만큼 만들었어요.',
  },
  'kept-without-model': {
    en: '{problem} What was there stays as it is.',
    zh: '{problem} 原来的内容保持不变。',
    ja: '{problem} いまあるものはそのままです。',
    ko: '{problem} 지금 있는 것은 그대로예요.',
  },
  'model-unreachable': {
    en: 'The model could not be reached ({problem}).',
    zh: '连不上模型（{problem}）。',
    ja: 'モデルに接続できませんでした（{problem}）。',
    ko: '모델에 연결하지 못했어요({problem}).',
  },
  'model-key': {
    en: 'The model did not take its key; check it in the settings.',
    zh: '模型不接受这个密钥，请在设置里检查。',
    ja: 'モデルがキーを受け付けませんでした。設定を確かめてください。',
    ko: '모델이 키를 받지 않았어요. 설정에서 확인해 주세요.',
  },
  'model-unknown': {
    en: 'There is no model of that name ({problem}).',
    zh: '没有这个名称的模型（{problem}）。',
    ja: 'その名前のモデルはありません（{problem}）。',
    ko: '그런 이름의 모델이 없어요({problem}).',
  },
  'model-budget': {
    en: 'The budget for models is spent.',
    zh: '模型的预算已用完。',
    ja: 'モデルの予算を使い切りました。',
    ko: '모델 예산을 다 썼어요.',
  },
  'model-busy': {
    en: 'The model has too much to do just now.',
    zh: '模型现在太忙。',
    ja: 'モデルがいま混み合っています。',
    ko: '모델이 지금 너무 바빠요.',
  },
  'model-failed': {
    en: 'The model failed ({problem}).',
    zh: '模型出错了（{problem}）。',
    ja: 'モデルでエラーが起きました（{problem}）。',
    ko: '모델에서 오류가 났어요({problem}).',
  },
  'model-cut': {
    en: 'The model’s answer broke off.',
    zh: '模型的回答中断了。',
    ja: 'モデルの返答が途中で切れました。',
    ko: '모델의 답이 도중에 끊겼어요.',
  },
  'model-declined': {
    en: 'The model declined to build this.',
    zh: '模型拒绝编写这个应用。',
    ja: 'モデルがこの作成を断りました。',
    ko: '모델이 만들기를 거절했어요.',
  },
  'model-overlong': {
    en: 'The model’s answers were too long to be used.',
    zh: '模型的回答太长，无法使用。',
    ja: 'モデルの返答が長すぎて使えませんでした。',
    ko: '모델의 답이 너무 길어서 쓸 수 없었어요.',
  },
  'model-gave-up': {
    en: 'The model stopped before the app worked.',
    zh: '模型在应用能用之前就停下了。',
    ja: 'アプリが動く前にモデルが止まりました。',
    ko: '앱이 작동하기 전에 모델이 멈췄어요.',
  },
  'model-stuck': {
    en: 'The model went round in circles.',
    zh: '模型一直在原地打转。',
    ja: 'モデルが同じことを繰り返しました。',
    ko: '모델이 같은 일만 되풀이했어요.',
  },
  'model-late': {
    en: 'The model took too long.',
    zh: '模型用时太久。',
    ja: 'モデルに時間がかかりすぎました。',
    ko: '모델이 너무 오래 걸렸어요.',
  },
  'model-turns': {
    en: 'The model needed too many steps.',
    zh: '模型用了太多步骤。',
    ja: 'モデルの手順が多くなりすぎました。',
    ko: '모델의 단계가 너무 많아졌어요.',
  },
  'model-tokens': {
    en: 'The tokens for one build are spent.',
    zh: '一次构建的令牌用量已用完。',
    ja: '1 回分のトークンを使い切りました。',
    ko: '한 번에 쓸 토큰을 다 썼어요.',
  },
  'model-window': {
    en: 'The work became longer than the model can keep in mind.',
    zh: '内容超出了模型能记住的长度。',
    ja: '作業がモデルの扱える長さを超えました。',
    ko: '작업이 모델이 기억할 수 있는 길이를 넘었어요.',
  },
  'model-broken': {
    en: 'Building with the model broke ({problem}).',
    zh: '用模型构建时出错（{problem}）。',
    ja: 'モデルでの作成中に問題が起きました（{problem}）。',
    ko: '모델로 만드는 중에 문제가 생겼어요({problem}).',
  },
}
