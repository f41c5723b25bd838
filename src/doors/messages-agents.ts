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
}
