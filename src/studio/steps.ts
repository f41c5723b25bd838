/** What will happen, said before it does. */
import type { Language } from '../spec.ts'

const STEPS: Record<'build' | 'change', Record<Language, string[]>> = {
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
}

export const stepsOf = (what: 'build' | 'change', language: Language): string[] => STEPS[what][language]
