/** One thing asked to be changed: its words, its values, and the app as it is by then. */
import { ADD_KO, CHANGE_KO, proposed, REMOVE_KO } from '../../base/language/proposed-ko.ts'
import { read } from '../../base/language/read.ts'
import type { Found, Now, Read, Reading } from '../../base/language/types.ts'
import { lower } from '../../base/language/words.ts'
import { fold, has, placesOf, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Field, Language, SpecEdit } from '../../spec.ts'

export type EditContext = { now: Now; locale: string; currency: string }
export type Clause = {
  reading: Reading
  text: string /** In lower case, Japanese characters as written: for patterns. */
  low: string /** Folded: for words and labels. */
  folded: string
  language: Language
  spec: AppSpec
  ctx: EditContext
  collection: Collection | undefined
}
/** What a clause becomes. `said`: what changes, as a clause without a full stop. */
export type Change = { edits: SpecEdit[]; said: string; missing?: string[] }
export type Rule = (clause: Clause) => Change | null

const w = (list: string) => list.split('|').map(fold)
export const ADD = [
  ...w(
    'add|also keep|also track|also note|also want|also|include|put in|insert|append|with a|need a|need an|needs|should have|should also have|should be a column|should be a field|should be its own|i want|i also want|plus|attach|加一个|加个|加上|添加|增加|再加|加入|还要|还想|也要|新增|补充|加|追加|足して|足す|加える|付ける|加えて|つけて|付けて|入れたい|入れて|も記録|もほしい|も欲しい|ほしい|欲しい|記録したい|추가|넣어|더해|붙여|도 기록|달아|포함|도 있으면|있으면 좋겠|필요해|도 적게|도 쓰게|도 남기게|도 기록하게|칸 만들|칸도 만들|항목 만들|항목도 만들|수 있게|수 있으면|수 있음|있음 좋|있었으면|있어야|껴줘|끼워',
  ),
  ...proposed(ADD_KO).map(fold),
]
export const REMOVE = [
  ...w(
    "remove|delete|drop|ditch|scrap|bin the|chuck out|do away with|take off|get shot of|lose the|axe the|leave out|get rid of|take out|take away|hide|without|i don't need|don't need|no more|no longer|don't want|turn off|disable|删除|删掉|删了|去掉|移除|不要|取消|隐藏|关掉|关闭|消して|消す|削除|なくして|外して|取り除|いらない|不要|除いて|隠して|やめて|オフ|지워|삭제|없애|빼줘|빼 줘|빼고|빼|제거|필요 없|숨겨|꺼줘|끄",
  ),
  ...proposed(REMOVE_KO).map(fold),
]
export const CHANGE = [
  ...w(
    'change|make it|make the|make|set|rename|call|name it|update|edit|switch|turn|convert|increase|decrease|raise|lower|adjust|should be|move|use|reduce|bump|bring|cut|改成|改为|改到|改名|改|换成|换|变成|设为|设成|设置|调整|调到|更改|修改|提高|降低|叫|移到|用|変えて|変更|にして|直して|名前|呼んで|上げて|下げて|設定|移動|変え|바꿔|바꾸|변경|수정|고쳐|설정|올려|내려|으로 해|로 해|옮겨|늘려|줄여|이름',
  ),
  ...proposed(CHANGE_KO).map(fold),
]
export const SHOW = w('show|display|view|see|as a|switch to|显示|看|查看|展示|表示|見せて|見たい|見る|で見|보여|보고|보기|표시')
export const BACK = w(
  'bring back|restore|put back|show again|unhide|恢复|找回|重新显示|放回来|戻して|復活|もう一度表示|되살려|복원|다시 보여|다시 넣어|다시 추가',
)

export const is = (clause: Clause, words: readonly string[]): boolean =>
  has(clause.folded, words) || (words === REMOVE && /^(?:please )?stop\b/.test(clause.folded))

export function clauseOf(text: string, spec: AppSpec, ctx: EditContext, language: Language): Clause {
  const reading = read(text, { now: ctx.now, language, currency: ctx.currency, hints: { previous: language, locale: ctx.locale } })
  return {
    reading,
    text: reading.text,
    low: language === 'zh' ? fold(reading.text) : lower(reading.text),
    folded: fold(reading.text),
    language,
    spec,
    ctx,
    collection: visibleCollections(spec)[0],
  }
}

// ---- Several edits in one sentence ---------------------------------------------------------------------------

const BREAK =
  /\s*(?:[;；。\n]+|,\s*(?:and|then)?\s|[，、]|\s(?:and then|then|and also|and)\s|并且|然后|而且|同时|そして|それから|それと|あと、|그리고|하고 나서|(?<=줘)\s?[,]|(?<=고)\s(?=[^\d]))\s*/u
const VERBS = [...ADD, ...REMOVE, ...CHANGE, ...BACK, ...w('sort|group|show|按|排序|并べ|並べ|정렬|보여')].filter(
  (word) => word !== fold('用') && word !== fold('make'),
)

/** Commas within brackets and quotes belong to what stands there: "(cash, card)". */
const HELD: [string, string][] = [
  [',', '\ue000'],
  ['，', '\ue001'],
  ['、', '\ue002'],
  [' and ', '\ue003'],
  ['・', '\ue004'],
]
const unbracketed = (text: string): string =>
  text.replace(/[(（「『“"][^)）」』”"]{1,200}[)）」』”"]/gu, (inside) =>
    HELD.reduce((held, [sign, stand]) => held.replaceAll(sign, stand), inside),
  )
const bracketed = (text: string): string => HELD.reduce((plain, [sign, stand]) => plain.replaceAll(stand, sign), text)

/** Parts with a verb of their own; nouns without one stay with the verb before them (after them in Japanese and Korean). */
export function clausesOf(text: string, language: Language): string[] {
  const parts = unbracketed(text)
    .split(BREAK)
    .map(bracketed)
    .filter((part) => part.trim() !== '')
  if (parts.length < 2 || text.length > 600) return [text]
  const verbal = parts.map((part) => has(fold(part), VERBS))
  const out: string[] = []
  let held = ''
  const join = language === 'en' ? ', ' : language === 'ko' ? ', ' : '、'
  const verbLast = language === 'ja' || language === 'ko'
  parts.forEach((part, i) => {
    if (verbLast) {
      held = held ? held + join + part : part
      if (verbal[i]) {
        out.push(held)
        held = ''
      }
    } else if (verbal[i] || !out.length) out.push(part)
    else out[out.length - 1] += join + part
  })
  if (held) {
    if (out.length) out[out.length - 1] += join + held
    else out.push(held)
  }
  return out
}

// ---- Values ----------------------------------------------------------------------------------------------------

export type Amount = { value: number; unit?: string; currency?: string; found: Found; per?: string; op?: 'most' | 'least' | 'about' }

/** The last figure of a clause, out of its bound. */
export function amountIn(reading: Reading): Amount | undefined {
  const figures = reading.values.flatMap((found) => {
    const amount = amountOf(found.read, found)
    return amount ? [amount] : []
  })
  return figures.at(-1)
}

function amountOf(value: Read, found: Found): Amount | undefined {
  switch (value.kind) {
    case 'bound': {
      const inner = amountOf(value.of, found)
      return inner && { ...inner, op: value.op, ...(value.per && { per: value.per }) }
    }
    case 'money':
      return { value: value.amount, currency: value.currency, found }
    case 'quantity':
      return { value: value.value, unit: value.unit, found }
    case 'duration':
      return { value: value.minutes, unit: 'min', found }
    case 'number':
    case 'count':
    case 'percent':
      return { value: value.value, found }
    default:
      return undefined
  }
}

// ---- Fields ----------------------------------------------------------------------------------------------------

export const dateOf = (collection: Collection) =>
  visibleFields(collection).find((field) => field.kind === 'date' || field.kind === 'datetime')
export const numeric = (field: Field): boolean =>
  field.kind === 'money' ||
  field.kind === 'number' ||
  field.kind === 'quantity' ||
  field.kind === 'duration' ||
  field.kind === 'rating' ||
  (field.kind === 'computed' && (field.shows.kind === 'number' || field.shows.kind === 'money'))
const MAIN: Field['kind'][] = ['money', 'quantity', 'duration', 'number', 'computed', 'rating']
/** What a collection mostly measures. */
export const mainOf = (collection: Collection): Field | undefined =>
  MAIN.map((kind) => visibleFields(collection).find((field) => field.kind === kind && numeric(field))).find((field) => field !== undefined)

/** An id nobody has yet. */
export function freeId(wanted: string, taken: readonly string[]): string {
  const ascii = wanted
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9 ]+/g, ' ')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word, i) => (i === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
    .slice(0, 30)
  const base = /^[a-z]/i.test(ascii) && !(ascii in Object.prototype) ? ascii : 'extra'
  const used = new Set(taken.map((id) => id.toLowerCase()))
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}${n}`
    if (!used.has(id.toLowerCase())) return id
  }
}

export const quoted = (text: string): string | undefined => /[“"「『'‘《]([^”"」』'’》]{1,80})[”"」』'’》]/.exec(text)?.[1]?.trim()
export const placed = (low: string, words: readonly string[]) => words.flatMap((word) => placesOf(low, word)).sort((a, b) => a[0] - b[0])[0]
