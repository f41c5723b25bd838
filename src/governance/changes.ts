/**
 * What a yes would change, before and after, in the person's words: of an app's description and source here, of a grant and
 * of entries in src/approvals.ts. Pure.
 */
import { formatNumber } from '../base/language/format.ts'
import type { Changed } from '../events.ts'
import type { AppFiles, AppSpec, Behaviour, Collection, Field, Language, Option } from '../spec.ts'

export type { Changed }

/** Something of a proposal that a person may change before the yes. `least` and `most` are of an amount. */
export type Editable =
  | { id: string; label: string; kind: 'text'; value: string }
  | { id: string; label: string; kind: 'amount'; value: number; least?: number; most?: number; whole?: true }
  | { id: string; label: string; kind: 'switch'; value: boolean }
export type Edits = Readonly<Record<string, string | number | boolean>>

type Words = {
  name: string
  purpose: string
  icon: string
  list: string
  field: (collection: string) => string
  view: string
  does: string
  may: string
  notes: string
  language: string
  lines: (fresh: number, gone: number) => string
  whole: (lines: number) => string
  keep: (field: string) => string
  called: (field: string) => string
  capability: Record<AppSpec['capabilities'][number], string>
  risk: Record<AppSpec['risks'][number], string>
  kind: Record<Field['kind'], string>
}
export const CHANGE_WORDS: Record<Language, Words> = {
  en: {
    ...{ name: 'Name', purpose: 'What it is for', icon: 'Icon', list: 'List', view: 'View', does: 'What it does', may: 'May do' },
    ...{ notes: 'Notes on', language: 'Language' },
    field: (collection) => `Field of ${collection}`,
    lines: (fresh, gone) => `${fresh} lines new, ${gone} gone`,
    whole: (lines) => `${lines} lines`,
    keep: (field) => `Include “${field}”`,
    called: (field) => `Call “${field}”`,
    capability: { notifications: 'notifications', clipboard: 'the clipboard', download: 'downloads', ai: 'asking a model' },
    risk: { money: 'money', health: 'health', law: 'law' },
    kind: {
      ...{ text: 'text', note: 'long text', number: 'number', money: 'money', date: 'date', time: 'time' },
      ...{ datetime: 'date and time', duration: 'duration', quantity: 'quantity', choice: 'choice', choices: 'choices', rating: 'rating' },
      ...{ yesno: 'yes or no', person: 'person', place: 'place', link: 'link', relation: 'link to another list', computed: 'worked out' },
      ...{ schedule: 'schedule' },
    },
  },
  zh: {
    ...{ name: '名称', purpose: '用途', icon: '图标', list: '列表', view: '视图', does: '功能', may: '可以使用' },
    ...{ notes: '涉及', language: '语言' },
    field: (collection) => `${collection}的字段`,
    lines: (fresh, gone) => `新增 ${fresh} 行，删去 ${gone} 行`,
    whole: (lines) => `${lines} 行`,
    keep: (field) => `包含“${field}”`,
    called: (field) => `“${field}”的名称`,
    capability: { notifications: '通知', clipboard: '剪贴板', download: '下载', ai: '询问模型' },
    risk: { money: '金钱', health: '健康', law: '法律' },
    kind: {
      ...{ text: '文字', note: '长文字', number: '数字', money: '金额', date: '日期', time: '时间' },
      ...{ datetime: '日期和时间', duration: '时长', quantity: '数量', choice: '选项', choices: '多选', rating: '评分' },
      ...{ yesno: '是或否', person: '人', place: '地点', link: '链接', relation: '关联', computed: '计算' },
      ...{ schedule: '日程' },
    },
  },
  ja: {
    ...{ name: '名前', purpose: '目的', icon: 'アイコン', list: '一覧', view: '表示', does: '機能', may: '使えるもの' },
    ...{ notes: '関わること', language: '言語' },
    field: (collection) => `${collection}の項目`,
    lines: (fresh, gone) => `${fresh} 行追加、${gone} 行削除`,
    whole: (lines) => `${lines} 行`,
    keep: (field) => `「${field}」を入れる`,
    called: (field) => `「${field}」の名前`,
    capability: { notifications: '通知', clipboard: 'クリップボード', download: 'ダウンロード', ai: 'モデルへの質問' },
    risk: { money: 'お金', health: '健康', law: '法律' },
    kind: {
      ...{ text: '文字', note: '長い文字', number: '数', money: '金額', date: '日付', time: '時刻' },
      ...{ datetime: '日時', duration: '時間の長さ', quantity: '量', choice: '選択', choices: '複数選択', rating: '評価' },
      ...{ yesno: 'はい・いいえ', person: '人', place: '場所', link: 'リンク', relation: '関連', computed: '計算' },
      ...{ schedule: '予定' },
    },
  },
  ko: {
    ...{ name: '이름', purpose: '용도', icon: '아이콘', list: '목록', view: '보기', does: '기능', may: '쓸 수 있는 것' },
    ...{ notes: '관련된 것', language: '언어' },
    field: (collection) => `${collection} 항목`,
    lines: (fresh, gone) => `${fresh}줄 추가, ${gone}줄 삭제`,
    whole: (lines) => `${lines}줄`,
    keep: (field) => `“${field}” 넣기`,
    called: (field) => `“${field}” 이름`,
    capability: { notifications: '알림', clipboard: '클립보드', download: '다운로드', ai: '모델에 묻기' },
    risk: { money: '돈', health: '건강', law: '법률' },
    kind: {
      ...{ text: '글', note: '긴 글', number: '숫자', money: '금액', date: '날짜', time: '시각' },
      ...{ datetime: '날짜와 시각', duration: '시간 길이', quantity: '양', choice: '선택', choices: '여러 선택', rating: '평점' },
      ...{ yesno: '예/아니요', person: '사람', place: '장소', link: '링크', relation: '연결', computed: '계산' },
      ...{ schedule: '일정' },
    },
  },
}

const COMMA: Record<Language, string> = { en: ', ', zh: '、', ja: '、', ko: ', ' }
const shown = <T extends { hidden?: boolean | undefined }>(all: readonly T[]) => all.filter(({ hidden }) => !hidden)
const named = <T extends { id: string }>(all: readonly T[], id: string) => all.find((one) => one.id === id)

/** `before` null: a new app. */
export function appChanges(before: { spec: AppSpec; files: AppFiles } | null, after: { spec: AppSpec; files: AppFiles }): Changed[] {
  const { language } = after.spec
  const was = before?.spec ?? null
  const words = CHANGE_WORDS[language]
  const row = (what: string, from: string | null, to: string | null): Changed[] =>
    from === to ? [] : [{ what, before: from || null, after: to || null }]
  const listed = (of: readonly string[] | undefined, say: (one: string) => string) => (of ?? []).map(say).join(COMMA[language])
  const risk = (one: string) => words.risk[one as AppSpec['risks'][number]]
  const may = (one: string) => words.capability[one as AppSpec['capabilities'][number]]
  return [
    ...row(words.name, was?.name ?? null, after.spec.name),
    ...row(words.purpose, was?.purpose ?? null, after.spec.purpose),
    ...(was ? row(words.icon, was.icon, after.spec.icon) : []),
    ...(was ? row(words.language, was.locale, after.spec.locale) : []),
    ...collectionChanges(was, after.spec),
    ...partChanges(words.view, shown(was?.views ?? []), shown(after.spec.views), (one) => one.label, was !== null),
    ...partChanges(words.does, was?.behaviours ?? [], after.spec.behaviours, (one) => behaviourSaid(one, after.spec.locale), true),
    ...row(words.notes, listed(was?.risks, risk), listed(after.spec.risks, risk)),
    ...row(words.may, listed(was?.capabilities, may), listed(after.spec.capabilities, may)),
    ...sourceChanges(before?.files ?? {}, after, words),
  ]
}

function collectionChanges(before: AppSpec | null, after: AppSpec): Changed[] {
  const words = CHANGE_WORDS[after.language]
  const fields = (of: Collection) =>
    shown(of.fields)
      .map((field) => field.label)
      .join(COMMA[after.language])
  const old = shown(before?.collections ?? [])
  const now = shown(after.collections)
  const gone = old.filter(({ id }) => !named(now, id)).map((one) => ({ what: words.list, before: one.label, after: null }))
  return [
    ...gone,
    ...now.flatMap((collection): Changed[] => {
      const was = named(old, collection.id)
      if (!was) return [{ what: collection.label, before: null, after: fields(collection) }]
      const renamed = was.label === collection.label ? [] : [{ what: words.list, before: was.label, after: collection.label }]
      const say = (field: Field) => fieldSaid(field, words, COMMA[after.language])
      return [...renamed, ...partChanges(words.field(collection.label), shown(was.fields), shown(collection.fields), say, true)]
    }),
  ]
}

const fieldSaid = (field: Field, words: Words, comma: string): string => {
  const options = 'options' in field ? (field.options as Option[]).map(({ label }) => label).join(comma) : ''
  return `${field.label} (${options || (words.kind[field.kind] ?? field.kind)})`
}

/** By its label, and the figures it goes by. */
const behaviourSaid = (one: Behaviour, locale: string): string => {
  const figures = Object.entries(one).flatMap(([key, value]) =>
    typeof value === 'number' && key !== 'warnAt' ? [formatNumber(value, locale)] : [],
  )
  return [one.label, ...figures].join(': ')
}

function partChanges<T extends { id: string }>(
  what: string,
  before: readonly T[],
  after: readonly T[],
  say: (one: T) => string,
  all: boolean,
): Changed[] {
  if (!all) return []
  const gone = before.filter(({ id }) => !named(after, id)).map((one) => ({ what, before: say(one), after: null }))
  const rest = after.flatMap((one): Changed[] => {
    const was = named(before, one.id)
    const [from, to] = [was ? say(was) : null, say(one)]
    return from === to ? [] : [{ what, before: from, after: to }]
  })
  return [...gone, ...rest]
}

/** Source that somebody wrote, by its lines; what is written from the description is told by that. */
function sourceChanges(before: AppFiles, { spec, files }: { spec: AppSpec; files: AppFiles }, words: Words): Changed[] {
  if (!spec.code) return []
  const names = [...new Set([...Object.keys(before), ...Object.keys(files)])].filter((name) => /\.(?:tsx?|css)$/.test(name)).sort()
  return names.flatMap((what): Changed[] => {
    const [from, to] = [before[what], files[what]]
    if (from === to) return []
    const count = (text: string) => words.whole(text.split('\n').length)
    if (from === undefined) return [{ what, before: null, after: count(to!) }]
    if (to === undefined) return [{ what, before: count(from), after: null }]
    const lines = lineDiff(from, to)
    const of = (sign: '+' | '-') => lines.filter((line) => line.startsWith(sign)).length
    return [{ what, before: count(from), after: words.lines(of('+'), of('-')) }]
  })
}

/** Lines around a change that are shown with it. */
const AROUND = 2
/** Lines beyond which two files are told as one gone and one new. */
const MOST = 3_000

/** What differs, as in a patch: `+`, `-` and two lines around; `…` where lines are left out. */
export function lineDiff(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end))
  const all = [...a.slice(0, start).map(same), ...middle, ...a.slice(a.length - end).map(same)]
  const near = all.map((_, at) => all.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((line) => !line.startsWith(' ')))
  return all.flatMap((line, at) => (near[at] ? [line] : near[at - 1] ? ['…'] : []))
}
const same = (line: string) => ` ${line}`

/** The longest common subsequence of lines. */
function between(a: readonly string[], b: readonly string[]): string[] {
  if (a.length * b.length > MOST * MOST) return [...a.map((line) => `-${line}`), ...b.map((line) => `+${line}`)]
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j] ? longest[(i + 1) * width + j + 1]! + 1 : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
  const lines: string[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(same(a[i++]!))
      j++
    } else if (j >= b.length || (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)) lines.push(`-${a[i++]}`)
    else lines.push(`+${b[j++]}`)
  }
  return lines
}
