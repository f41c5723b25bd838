/** What an edit changes, in a few words of the person's language. */
import type { Language } from '../../spec.ts'

type Say = Record<Language, (a: string, b?: string) => string>
const say = (
  en: (a: string, b: string) => string,
  zh: (a: string, b: string) => string,
  ja: (a: string, b: string) => string,
  ko: (a: string, b: string) => string,
): Say => {
  const of =
    (f: (a: string, b: string) => string) =>
    (a: string, b = '') =>
      f(a, b)
  return { en: of(en), zh: of(zh), ja: of(ja), ko: of(ko) }
}

/** “…”로 after a vowel or ㄹ, “…”으로 after another consonant; other letters are left to the reader's ear as a vowel. */
function ro(word: string): string {
  const last = word.at(-1) ?? ''
  const final = last >= '가' && last <= '힣' ? (last.charCodeAt(0) - 0xac00) % 28 : 0
  return `“${word}”${final && final !== 8 ? '으로' : '로'}`
}

export const SAY = {
  added: say(
    (a) => `Added “${a}”`,
    (a) => `添加了“${a}”`,
    (a) => `「${a}」を追加しました`,
    (a) => `“${a}” 항목을 추가했어요`,
  ),
  removed: say(
    (a) => `Removed “${a}”`,
    (a) => `去掉了“${a}”`,
    (a) => `「${a}」を外しました`,
    (a) => `“${a}” 항목을 뺐어요`,
  ),
  back: say(
    (a) => `Brought back “${a}”`,
    (a) => `恢复了“${a}”`,
    (a) => `「${a}」を戻しました`,
    (a) => `“${a}” 항목을 되살렸어요`,
  ),
  there: say(
    (a) => `“${a}” is already there`,
    (a) => `“${a}”已经有了`,
    (a) => `「${a}」はもうあります`,
    (a) => `“${a}” 항목은 이미 있어요`,
  ),
  renamed: say(
    (a, b) => `Renamed “${a}” to “${b}”`,
    (a, b) => `把“${a}”改名为“${b}”`,
    (a, b) => `「${a}」の名前を「${b}」に変えました`,
    (a, b) => `“${a}” 이름을 ${ro(b)} 바꿨어요`,
  ),
  changed: say(
    (a, b) => `Changed “${a}” to ${b}`,
    (a, b) => `把“${a}”改成了${b}`,
    (a, b) => `「${a}」を${b}に変えました`,
    (a, b) => `“${a}” 항목을 바꿨어요: ${b}`,
  ),
  option: say(
    (a, b) => `Added “${b}” to “${a}”`,
    (a, b) => `在“${a}”里加了“${b}”`,
    (a, b) => `「${a}」に「${b}」を加えました`,
    (a, b) => `“${a}”에 “${b}” 추가했어요`,
  ),
  moved: say(
    (a) => `Moved “${a}”`,
    (a) => `移动了“${a}”`,
    (a) => `「${a}」を移動しました`,
    (a) => `“${a}” 위치를 옮겼어요`,
  ),
  limit: say(
    (a) => `The limit is now ${a}`,
    (a) => `上限改为 ${a}`,
    (a) => `上限を${a}にしました`,
    (a) => `한도: ${a}`,
  ),
  goal: say(
    (a) => `The goal is now ${a}`,
    (a) => `目标改为 ${a}`,
    (a) => `目標を${a}にしました`,
    (a) => `목표: ${a}`,
  ),
  icon: say(
    (a) => `The icon is now ${a}`,
    (a) => `图标换成了 ${a}`,
    (a) => `アイコンを ${a} にしました`,
    (a) => `아이콘을 바꿨어요: ${a}`,
  ),
  view: say(
    (a) => `It now shows “${a}” first`,
    (a) => `现在先显示“${a}”`,
    (a) => `「${a}」を最初に表示します`,
    (a) => `“${a}” 보기가 먼저 나와요`,
  ),
  viewAdded: say(
    (a) => `Added the view “${a}”`,
    (a) => `添加了视图“${a}”`,
    (a) => `表示「${a}」を追加しました`,
    (a) => `“${a}” 보기를 추가했어요`,
  ),
  sorted: say(
    (a) => `Sorted: ${a}`,
    (a) => `排序：${a}`,
    (a) => `並べ替えました：${a}`,
    (a) => `정렬: ${a}`,
  ),
  grouped: say(
    (a) => `Grouped by “${a}”`,
    (a) => `按“${a}”分组`,
    (a) => `「${a}」ごとにまとめました`,
    (a) => `“${a}”별로 묶었어요`,
  ),
  look: say(
    (a) => `Changed the look: ${a}`,
    (a) => `外观改为${a}`,
    (a) => `見た目を${a}に変えました`,
    (a) => `모양을 바꿨어요: ${a}`,
  ),
  language: say(
    (a) => `The app now speaks ${a}`,
    (a) => `应用改用${a}`,
    (a) => `アプリの言語を${a}にしました`,
    (a) => `앱 언어: ${a}`,
  ),
} as const

/** Clauses as one sentence. */
export function sentence(parts: string[], language: Language): string {
  const unique = [...new Set(parts)]
  if (language === 'en')
    return `${unique.map((part, i) => (i === 0 || part.startsWith('“') ? part : part.charAt(0).toLowerCase() + part.slice(1))).join(', ')}.`
  return language === 'ko' ? `${unique.join(', ').replace(/[.。]$/, '')}.` : `${unique.join(language === 'zh' ? ',' : '。')}。`
}
