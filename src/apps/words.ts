/** What a checkpoint says of itself, in the language of the app. */

import type { AppSpec, Capability, Language, Writer } from '../spec.ts'
import { writtenFor, writtenThrough } from '../traditional.ts'

type Words = {
  seeded: string
  added: (title: string, collection: string) => string
  changed: (title: string, collection: string) => string
  deleted: (title: string, collection: string) => string
  wrote: (count: number, collection: string) => string
  removedMany: (count: number, collection: string) => string
  imported: (count: number, collection: string) => string
  mixed: (count: number) => string
  /** What is so again once a step was undone. */
  back: (title: string) => string
  gone: (title: string) => string
  asBefore: (title: string) => string
  backMany: (count: number) => string
  undid: (what: string) => string
  redid: (what: string) => string
  wentBack: (what: string) => string
  allowed: (capability: string) => string
  denied: (capability: string) => string
  modelNeeded: string
  capabilities: Record<Capability, string>
  records: (count: string, collection: string) => string
  of: (value: string, most: string) => string
  over: (value: string, most: string) => string
  inARow: (count: string, every: 'day' | 'week' | 'month' | 'year') => string
  toReview: (count: string) => string
  period: Record<'day' | 'week' | 'month' | 'year', string>
}

/** A sentence that becomes part of another. */
const unended = (what: string): string => what.replace(/[.。]$/, '')
const within = (what: string): string => unended(what.charAt(0).toLowerCase() + what.slice(1))

const WORDS: Record<Language, Words> = {
  en: {
    seeded: 'Started the app',
    added: (title, collection) => `Added ${title || 'an entry'}${collection && ` to ${collection}`}`,
    changed: (title, collection) => `Changed ${title || 'an entry'}${collection && ` in ${collection}`}`,
    deleted: (title, collection) => `Deleted ${title || 'an entry'}${collection && ` from ${collection}`}`,
    wrote: (count, collection) => `Wrote ${count} entries${collection && ` to ${collection}`}`,
    removedMany: (count, collection) => `Deleted ${count} entries${collection && ` from ${collection}`}`,
    imported: (count, collection) => `Imported ${count} ${count === 1 ? 'entry' : 'entries'}${collection && ` into ${collection}`}`,
    mixed: (count) => `Made ${count} changes`,
    back: (title) => `Brought back ${title || 'an entry'}`,
    gone: (title) => `Took out ${title || 'an entry'} again`,
    asBefore: (title) => `Put ${title || 'an entry'} back as it was`,
    backMany: (count) => `Took back ${count} changes`,
    undid: (what) => `Taken back: ${within(what)}`,
    redid: (what) => `Done again: ${within(what)}`,
    wentBack: (what) => `Went back to: ${within(what)}`,
    allowed: (capability) => `Allowed ${capability}`,
    denied: (capability) => `Took back ${capability}`,
    modelNeeded: 'This part asks a model, and none is set up. Everything else works without one.',
    capabilities: { notifications: 'notifications', clipboard: 'the clipboard', download: 'downloads', ai: 'asking a model' },
    records: (count, collection) => `${collection}: ${count}`,
    of: (value, most) => `${value} of ${most}`,
    over: (value, most) => `${value} of ${most}, over the limit`,
    inARow: (count, every) => `${count} ${every}${count === '1' ? '' : 's'} in a row`,
    toReview: (count) => (count === '0' ? 'All reviewed' : `${count} to review`),
    period: { day: 'today', week: 'this week', month: 'this month', year: 'this year' },
  },
  zh: {
    seeded: '应用已准备好',
    added: (title, collection) => `${collection && `在${collection}中`}添加了${title || '一条记录'}`,
    changed: (title, collection) => `修改了${collection && `${collection}中的`}${title || '一条记录'}`,
    deleted: (title, collection) => `${collection && `从${collection}中`}删除了${title || '一条记录'}`,
    wrote: (count, collection) => `${collection && `在${collection}中`}写入了 ${count} 条记录`,
    removedMany: (count, collection) => `${collection && `从${collection}中`}删除了 ${count} 条记录`,
    imported: (count, collection) => `${collection && `向${collection}`}导入了 ${count} 条记录`,
    mixed: (count) => `做了 ${count} 处修改`,
    back: (title) => `恢复了${title || '一条记录'}`,
    gone: (title) => `去掉了${title || '一条记录'}`,
    asBefore: (title) => `${title || '一条记录'}恢复了原样`,
    backMany: (count) => `撤回了 ${count} 处修改`,
    undid: (what) => `已撤销：${unended(what)}`,
    redid: (what) => `已重做：${unended(what)}`,
    wentBack: (what) => `回到：${unended(what)}`,
    allowed: (capability) => `允许了${capability}`,
    denied: (capability) => `收回了${capability}`,
    modelNeeded: '这部分需要模型，目前还没有设置。其他功能不需要模型也能用。',
    capabilities: { notifications: '通知', clipboard: '剪贴板', download: '下载', ai: '询问模型' },
    records: (count, collection) => `${collection}：${count}`,
    of: (value, most) => `${value} / ${most}`,
    over: (value, most) => `${value} / ${most}，已超出`,
    inARow: (count, every) => `连续 ${count} ${{ day: '天', week: '周', month: '个月', year: '年' }[every]}`,
    toReview: (count) => (count === '0' ? '都复习完了' : `待复习 ${count}`),
    period: { day: '今天', week: '本周', month: '本月', year: '今年' },
  },
  ja: {
    seeded: 'アプリを用意しました',
    added: (title, collection) => `${collection && `${collection}に`}${title || '項目'}を追加`,
    changed: (title, collection) => `${collection && `${collection}の`}${title || '項目'}を変更`,
    deleted: (title, collection) => `${collection && `${collection}から`}${title || '項目'}を削除`,
    wrote: (count, collection) => `${collection && `${collection}に`} ${count} 件を記入`.trim(),
    removedMany: (count, collection) => `${collection && `${collection}から`} ${count} 件を削除`.trim(),
    imported: (count, collection) => `${collection && `${collection}に`} ${count} 件を取り込み`.trim(),
    mixed: (count) => `${count} 件の変更`,
    back: (title) => `${title || '項目'}を戻しました`,
    gone: (title) => `${title || '項目'}を取り除きました`,
    asBefore: (title) => `${title || '項目'}を前の内容に戻しました`,
    backMany: (count) => `${count} 件の変更を取り消しました`,
    undid: (what) => `取り消しました：${unended(what)}`,
    redid: (what) => `やり直し：${unended(what)}`,
    wentBack: (what) => `この時点に戻しました：${unended(what)}`,
    allowed: (capability) => `${capability}を許可`,
    denied: (capability) => `${capability}の許可を取り消し`,
    modelNeeded: 'ここはモデルに質問する部分ですが、モデルがまだ設定されていません。ほかの機能はそのまま使えます。',
    capabilities: { notifications: '通知', clipboard: 'クリップボード', download: 'ダウンロード', ai: 'モデルへの質問' },
    records: (count, collection) => `${collection}: ${count}`,
    of: (value, most) => `${value} / ${most}`,
    over: (value, most) => `${value} / ${most}(上限超え)`,
    inARow: (count, every) => `${count}${{ day: '日', week: '週', month: 'か月', year: '年' }[every]}連続`,
    toReview: (count) => (count === '0' ? '復習は完了' : `復習 ${count} 件`),
    period: { day: '今日', week: '今週', month: '今月', year: '今年' },
  },
  ko: {
    seeded: '앱을 준비했어요',
    added: (title, collection) => `${collection && `${collection}에 `}${title || '항목'} 추가`,
    changed: (title, collection) => `${collection && `${collection}의 `}${title || '항목'} 변경`,
    deleted: (title, collection) => `${collection && `${collection}에서 `}${title || '항목'} 삭제`,
    wrote: (count, collection) => `${collection && `${collection}에 `}${count}건 기록`,
    removedMany: (count, collection) => `${collection && `${collection}에서 `}${count}건 삭제`,
    imported: (count, collection) => `${collection && `${collection}에 `}${count}건 가져옴`,
    mixed: (count) => `${count}건 변경`,
    back: (title) => `${title || '항목'} 다시 넣음`,
    gone: (title) => `${title || '항목'} 다시 뺌`,
    asBefore: (title) => `${title || '항목'} 이전 내용으로 되돌림`,
    backMany: (count) => `변경 ${count}건 되돌림`,
    undid: (what) => `되돌렸어요: ${unended(what)}`,
    redid: (what) => `다시 했어요: ${unended(what)}`,
    wentBack: (what) => `이 시점으로 되돌림: ${unended(what)}`,
    allowed: (capability) => `${capability} 허용`,
    denied: (capability) => `${capability} 허용 취소`,
    modelNeeded: '이 부분은 모델에게 물어보는데, 아직 설정된 모델이 없어요. 다른 기능은 모델 없이도 쓸 수 있어요.',
    capabilities: { notifications: '알림', clipboard: '클립보드', download: '다운로드', ai: '모델에게 묻기' },
    records: (count, collection) => `${collection}: ${count}`,
    of: (value, most) => `${value} / ${most}`,
    over: (value, most) => `${value} / ${most}, 한도 초과`,
    inARow: (count, every) => `${count}${{ day: '일', week: '주', month: '개월', year: '년' }[every]} 연속`,
    toReview: (count) => (count === '0' ? '복습 완료' : `복습 ${count}개`),
    period: { day: '오늘', week: '이번 주', month: '이번 달', year: '올해' },
  },
}

/** Whom an app speaks to. */
export type Spoken = Pick<AppSpec, 'language' | 'locale'>

/** The words of an app's language, in the characters of its locale. */
export function wordsFor({ language, locale }: Spoken): Words {
  return writtenThrough(WORDS[language], writtenFor(locale))
}

const QUOTES: Record<Language, [string, string]> = { en: ['“', '”'], zh: ['“', '”'], ja: ['「', '」'], ko: ['“', '”'] }

/** A title as quoted in a sentence, cut to a readable length; '' stays ''. */
export function quoted(title: string, language: Language): string {
  const characters = [...title.replace(/\s+/g, ' ').trim()]
  if (characters.length === 0) return ''
  const [open, close] = QUOTES[language]
  return open + (characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('')) + close
}

export type Done = { do: 'create' | 'update' | 'delete'; collection: string; title: string }

/** One line for entries that an undo moved: “Brought back “Latte””. `do`: what the undo did to each. */
export function whatWentBack(done: readonly Pick<Done, 'do' | 'title'>[], spoken: Spoken): string {
  const words = wordsFor(spoken)
  const [first] = done
  if (!first || done.length > 1) return words.backMany(done.length)
  return words[{ create: 'back', delete: 'gone', update: 'asBefore' }[first.do] as 'back'](quoted(first.title, spoken.language))
}

/** One line for a batch of writes: “Added “Latte” to Cups”. An app of one collection is not told by its name. */
export function whatWasWritten(done: readonly Done[], by: Writer, spoken: Spoken): string {
  const { language } = spoken
  const words = wordsFor(spoken)
  const [first] = done
  if (!first) return words.mixed(0)
  const collections = new Set(done.map((one) => one.collection))
  const kinds = new Set(done.map((one) => one.do))
  if (by === 'app' && kinds.size === 1 && first.do === 'create' && done.length > 1) return words.seeded
  if (collections.size > 1) return words.mixed(done.length)
  if (by === 'import' && kinds.size === 1 && first.do === 'create') return words.imported(done.length, first.collection)
  if (done.length > 1)
    return kinds.size === 1 && first.do === 'delete'
      ? words.removedMany(done.length, first.collection)
      : words.wrote(done.length, first.collection)
  const title = quoted(first.title, language)
  return first.do === 'create'
    ? words.added(title, first.collection)
    : first.do === 'update'
      ? words.changed(title, first.collection)
      : words.deleted(title, first.collection)
}
