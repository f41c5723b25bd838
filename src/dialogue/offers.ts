/** Questions back to the person, each answer being something they could have said themselves. */
import type { Reading } from '../base/language/types.ts'
import type { Language } from '../spec.ts'
import { addressing } from './address.ts'
import type { AppGlimpse, Intent } from './understand/intent.ts'

type Choose = Extract<Intent, { intent: 'choose' }>

/** What says no to an offer, as its cards say it. */
const LEFT: Record<Language, { removal: string; forgetting: string }> = {
  en: { removal: 'Keep it', forgetting: 'None of them' },
  zh: { removal: '保留', forgetting: '都不是' },
  ja: { removal: '残す', forgetting: 'どれでもない' },
  ko: { removal: '그대로 두기', forgetting: '모두 아니에요' },
}
const DECLINED = new Set(Object.values(LEFT).flatMap((each) => Object.values(each)))
/** An offer that is declined is no wish for anything else. */
export const declines = (text: string): boolean => DECLINED.has(text.trim())

const REMOVAL: Record<Language, (name: string, keep: string) => Omit<Choose, 'about'>> = {
  en: (name, keep) => choose(`Delete “${name}” and everything in it?`, [`Delete “${name}”`, `Yes, delete the app “${name}”`], [keep, keep]),
  zh: (name, keep) => choose(`要删除“${name}”和里面的全部数据吗？`, [`删除“${name}”`, `确定，删除应用“${name}”`], [keep, keep]),
  ja: (name, keep) =>
    choose(`「${name}」を中のデータごと削除しますか？`, [`「${name}」を削除`, `はい、アプリ「${name}」を削除して`], [keep, keep]),
  ko: (name, keep) =>
    choose(`“${name}” 앱과 안에 있는 데이터를 모두 지울까요?`, [`“${name}” 삭제`, `네, “${name}” 앱을 삭제해 줘`], [keep, keep]),
}

export const confirmRemoval = (app: AppGlimpse, language: Language): Choose => ({
  ...REMOVAL[language](app.name, LEFT[language].removal),
  about: 'removal',
})

const OFFER: Record<Language, (what: string, said: string, money: boolean) => Omit<Choose, 'about'>> = {
  en: (what, said, money) =>
    choose(
      `No app keeps this yet. Shall I make one and note “${said}” in it?`,
      [
        money ? `Make an app for spending` : `Make an app for ${what}`,
        money ? `Make an app to track my spending` : `Make an app to track ${what}`,
      ],
      ['Just remember it', `Remember that ${said}`],
    ),
  zh: (what, said, money) =>
    choose(
      `还没有记这个的应用。要做一个吗？`,
      [money ? '做一个记账应用' : `做一个记录${what}的应用`, money ? '做一个记账应用' : `做一个记录${what}的应用`],
      ['只要记住', `记住${said}`],
    ),
  ja: (what, said, money) =>
    choose(
      `これを記録するアプリがまだありません。作りますか？`,
      [money ? '家計簿アプリを作る' : `${what}のアプリを作る`, money ? '支出を記録するアプリを作って' : `${what}を記録するアプリを作って`],
      ['覚えるだけ', `${said}を覚えておいて`],
    ),
  ko: (what, said, money) =>
    choose(
      `이걸 기록할 앱이 아직 없어요. 하나 만들까요?`,
      [money ? '가계부 만들기' : `${what} 앱 만들기`, money ? '지출을 기록하는 앱 만들어줘' : `${what} 기록하는 앱 만들어줘`],
      ['기억만 하기', `${said} 기억해줘`],
    ),
}

/** "500 yen latte" where no app would take it. */
export function offerToBuild(what: string, reading: Reading): Choose {
  const money = reading.values.some((value) => value.read.kind === 'money')
  return { ...OFFER[reading.language](what.slice(0, 40), reading.text.slice(0, 80), money), about: 'new app' }
}

const WHICH: Record<Language, { question: string; anew: string; make: (said: string) => string }> = {
  en: { question: 'Which app is this for?', anew: 'A new app', make: (said) => `Make an app: ${said}` },
  zh: { question: '这是哪个应用的？', anew: '做一个新应用', make: (said) => `做一个应用：${said}` },
  ja: { question: 'どのアプリのことですか？', anew: '新しいアプリを作る', make: (said) => `アプリを作って：${said}` },
  ko: { question: '어느 앱에 대한 건가요?', anew: '새 앱 만들기', make: (said) => `앱 만들어줘: ${said}` },
}

/** Said in a home of apps, and of none more plainly than of the others. `apps` likeliest first. */
export function askWhich(apps: readonly AppGlimpse[], reading: Reading): Choose {
  const { question, anew, make } = WHICH[reading.language]
  const said = reading.text
  return {
    ...choose(question, ...apps.map((app): [string, string] => [`${app.icon} ${app.name}`, addressing(app, said)]), [anew, make(said)]),
    about: 'which app',
  }
}

const FORGETTING: Record<Language, { question: string; forget: (text: string) => string }> = {
  en: {
    question: 'Nothing I know is quite that. Which of these shall I forget?',
    forget: (text) => `Forget that ${text}`,
  },
  zh: { question: '没有正好是这个的。要忘掉哪一条？', forget: (text) => `忘掉${text}` },
  ja: { question: 'ちょうど当てはまるものがありません。どれを忘れますか？', forget: (text) => `${text}を忘れて` },
  ko: { question: '꼭 맞는 기억이 없어요. 어느 것을 잊을까요?', forget: (text) => `${text} 잊어줘` },
}

/** What fits a wish to forget only in part; `texts` likeliest first. What is forgotten does not come back. */
export function askForgetting(texts: readonly string[], language: Language): Choose {
  const { question, forget } = FORGETTING[language]
  const { forgetting: keep } = LEFT[language]
  return { ...choose(question, ...texts.map((text): [string, string] => [text, forget(text)]), [keep, keep]), about: 'what to forget' }
}

const choose = (question: string, ...options: [label: string, say: string][]): Omit<Choose, 'about'> => ({
  intent: 'choose',
  question,
  options: options.map(([label, say]) => ({ label, say })),
})
