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
  'model-gave-up': {
    en: 'The model stopped before the app worked.',
    zh: '模型在应用能用之前就停下了。',
    ja: 'アプリが動く前にモデルが止まりました。',
    ko: '앱이 작동하기 전에 모델이 멈췄어요.',
  },
  'model-declined': {
    en: 'The model says that this cannot be done in such an app.',
    zh: '模型认为这样的应用做不到这一点。',
    ja: 'モデルによると、このようなアプリではできないそうです。',
    ko: '모델에 따르면 이런 앱으로는 할 수 없다고 해요.',
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
  'model-none': {
    en: 'No model may be asked for this now.',
    zh: '目前没有可用的模型。',
    ja: 'いま使えるモデルがありません。',
    ko: '지금 쓸 수 있는 모델이 없어요.',
  },
  'agents-absent': {
    en: 'The Claude Agent SDK is not installed; models build in the loop that comes along. To install it: macaron agents install.',
    zh: '没有安装 Claude Agent SDK，模型使用自带的循环。安装：macaron agents install。',
    ja: 'Claude Agent SDK は入っていません。モデルは付属のループで作ります。入れるには: macaron agents install。',
    ko: 'Claude Agent SDK가 설치되어 있지 않아 모델은 기본 루프로 만들어요. 설치: macaron agents install.',
  },
  'agents-unprogrammed': {
    en: 'The Claude Agent SDK is there, but the program that it starts is missing; models build in the loop that comes along. Install it again: macaron agents install.',
    zh: 'Claude Agent SDK 已安装，但缺少它要启动的程序，模型使用自带的循环。请重新安装：macaron agents install。',
    ja: 'Claude Agent SDK はありますが、起動するプログラムがありません。モデルは付属のループで作ります。入れ直してください: macaron agents install。',
    ko: 'Claude Agent SDK는 있지만 실행할 프로그램이 없어서 모델은 기본 루프로 만들어요. 다시 설치해 주세요: macaron agents install.',
  },
  'agents-broken': {
    en: 'The Claude Agent SDK does not load ({problem}). Install it again: macaron agents install.',
    zh: 'Claude Agent SDK 无法加载（{problem}）。请重新安装：macaron agents install。',
    ja: 'Claude Agent SDK を読み込めません({problem})。入れ直してください: macaron agents install。',
    ko: 'Claude Agent SDK를 불러올 수 없어요({problem}). 다시 설치해 주세요: macaron agents install.',
  },
  'agents-not-installed': {
    en: 'npm could not install the Claude Agent SDK: {problem}',
    zh: 'npm 无法安装 Claude Agent SDK：{problem}',
    ja: 'npm で Claude Agent SDK を入れられませんでした: {problem}',
    ko: 'npm으로 Claude Agent SDK를 설치하지 못했어요: {problem}',
  },
  'agents-what': {
    en: 'Say “macaron agents” or “macaron agents install”.',
    zh: '请使用“macaron agents”或“macaron agents install”。',
    ja: '「macaron agents」か「macaron agents install」を使ってください。',
    ko: '“macaron agents” 또는 “macaron agents install”을 쓰세요.',
  },
  'app-moved': {
    en: '“{name}” was changed meanwhile, so this change was not made. Ask for it again.',
    zh: '“{name}”在此期间已被改动，所以没有做这次修改。请再说一次。',
    ja: 'その間に「{name}」が変更されたため、この変更はしていません。もう一度お伝えください。',
    ko: '그사이 “{name}”이(가) 바뀌어서 이 변경은 하지 않았어요. 다시 말해 주세요.',
  },
}
