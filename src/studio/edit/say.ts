/** What an edit changes, in a few words of the person's language. */
import { labelWithin } from '../../base/language/spoken.ts'
import type { Field, Language } from '../../spec.ts'

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
  linked: say(
    (a) => `Pictures cannot be kept here, only links to them: there is “${a}” for that`,
    (a) => `这里存不了图片，只能存图片的链接：可以填在“${a}”里`,
    (a) => `画像は保存できません。リンクなら「${a}」に残せます`,
    (a) => `사진은 저장할 수 없고 링크만 남길 수 있어요: “${a}” 항목에 적어 주세요`,
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

type Order = 'day' | 'due' | 'figure' | 'tick' | 'name'
const orderOf = ({ kind, ...field }: Field): Order => {
  if (kind === 'date' || kind === 'datetime') return field.default === undefined ? 'due' : 'day'
  if (kind === 'yesno') return 'tick'
  return ['number', 'money', 'quantity', 'duration', 'rating', 'computed'].includes(kind) ? 'figure' : 'name'
}
/** Which way, falling and rising. */
const WAYS: Record<Language, Record<Order, [falling: string, rising: string]>> = {
  en: {
    day: ['newest first', 'oldest first'],
    due: ['latest first', 'soonest first'],
    figure: ['highest first', 'lowest first'],
    tick: ['those with a yes first', 'those without first'],
    name: ['Z to A', 'A to Z'],
  },
  zh: {
    day: ['从新到旧', '从旧到新'],
    due: ['从晚到早', '从早到晚'],
    figure: ['从高到低', '从低到高'],
    tick: ['“是”在前', '“否”在前'],
    name: ['倒序', '顺序'],
  },
  ja: {
    day: ['の新しい順', 'の古い順'],
    due: ['の遅い順', 'の早い順'],
    figure: ['の大きい順', 'の小さい順'],
    tick: ['が「はい」のものから', 'が「いいえ」のものから'],
    name: ['の逆順', 'の順'],
  },
  ko: {
    day: ['최신순', '오래된 순'],
    due: ['늦은 순', '빠른 순'],
    figure: ['높은 순', '낮은 순'],
    tick: ['“예”가 먼저', '“아니요”가 먼저'],
    name: ['역순', '가나다순'],
  },
}

/** “Sorted by stars, highest first”: which way is said in words. */
export function saidSorted(language: Language, field: Field, descending: boolean): string {
  const way = WAYS[language][orderOf(field)][descending ? 0 : 1]
  const label = labelWithin(field.label, language)
  return {
    en: `Sorted by ${label}, ${way}`,
    zh: `已按“${label}”${way}排列`,
    ja: `${label}${way}に並べました`,
    ko: `“${label}” ${way}으로 정렬했어요`.replace('먼저으로', '먼저 오게'),
  }[language]
}

/** Clauses as one sentence. */
export function sentence(parts: string[], language: Language): string {
  const unique = [...new Set(parts)]
  if (language === 'en')
    return `${unique.map((part, i) => (i === 0 || part.startsWith('“') ? part : part.charAt(0).toLowerCase() + part.slice(1))).join(', ')}.`
  return language === 'ko' ? `${unique.join(', ').replace(/[.。]$/, '')}.` : `${unique.join(language === 'zh' ? '，' : '。')}。`
}
