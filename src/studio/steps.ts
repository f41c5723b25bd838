/** What will happen, said before it does. */
import type { Language } from '../spec.ts'

type Work = 'build' | 'change' | 'model'

const STEPS: Record<Work, Record<Language, string[]>> = {
  build: {
    en: ['Write the app', 'Show a first version', 'Try it in a browser', 'Publish it'],
    zh: ['编写应用', '先给你看初版', '在浏览器里试用', '发布'],
    ja: ['アプリを書く', 'まず見せる', 'ブラウザーで試す', '公開する'],
    ko: ['앱 작성', '첫 화면 보여 주기', '브라우저에서 시험', '공개'],
  },
  change: {
    en: ['Make the change', 'Try it in a browser', 'Publish it; your data stays'],
    zh: ['修改', '在浏览器里试用', '发布,数据保留'],
    ja: ['変更する', 'ブラウザーで試す', '公開する(データはそのまま)'],
    ko: ['변경', '브라우저에서 시험', '공개 (데이터는 그대로)'],
  },
  model: {
    en: ['Let a model build on', 'Try it in a browser', 'Repair what was found', 'Publish it'],
    zh: ['由模型继续编写', '在浏览器里试用', '修复发现的问题', '发布'],
    ja: ['モデルが続きを作る', 'ブラウザーで試す', '見つかった問題を直す', '公開する'],
    ko: ['모델이 이어서 작성', '브라우저에서 시험', '발견한 문제 수정', '공개'],
  },
}

export const stepsOf = (what: Work, language: Language): string[] => STEPS[what][language]
