/**
 * What a person's words point at in an app: collections, fields and options, found by their labels, by what such
 * fields are usually called, and by the concepts they came from. Logging, asking and editing share this resolver.
 */
import type { AppSpec, Collection, Field, FieldKind, Option } from '../spec.ts'
import { conceptForms } from './forms.ts'
import { foldHan } from './language/han.ts'
import { stemOf } from './language/stem.ts'
import { tokenise } from './language/tokenise.ts'
import type { Reading, Span } from './language/types.ts'
import { lower } from './language/words.ts'

/** Lower case and simplified Han, without changing the length: offsets stay true. */
export const fold = (text: string): string => {
  const low = lower(text)
  const folded = foldHan(low)
  return folded.length === low.length ? folded : low
}

const LATIN = /^[\p{Script=Latin}\d '&/.()%+-]+$/u

/** Where `word` (folded) stands in `low` (folded): Latin words only whole, a plural s may follow; others anywhere. */
export function placesOf(low: string, word: string): [start: number, end: number][] {
  const places: [number, number][] = []
  if (!word) return places
  const latin = LATIN.test(word)
  for (let at = low.indexOf(word); at >= 0 && places.length < 20; at = low.indexOf(word, at + 1)) {
    let end = at + word.length
    if (latin) {
      if (at > 0 && /[a-z0-9]/.test(low[at - 1]!) && /^[a-z0-9]/.test(word)) continue
      if (low[end] === 's' && !/[a-z0-9]/.test(low[end + 1] ?? ' ')) end++
      if (/[a-z0-9]$/.test(word) && /[a-z0-9]/.test(low[end] ?? ' ')) continue
    }
    places.push([at, end])
  }
  return places
}

export const has = (low: string, words: readonly string[]): boolean => words.some((word) => placesOf(low, word).length > 0)
export const firstOf = (low: string, words: readonly string[]): [number, number] | undefined =>
  words.flatMap((word) => placesOf(low, word)).sort((a, b) => a[0] - b[0] || b[1] - a[1])[0]

/** What fields of a kind are called when nobody cares about their label. */
const KIND_WORDS: Partial<Record<FieldKind, string>> = {
  money:
    'price|cost|amount|money|spending|spend|spent|paid|expense|价格|金额|花费|费用|价钱|花了|花|钱|多少钱|値段|金額|費用|料金|価格|いくら|使った|代金|가격|금액|비용|요금|값|쓴 돈|썼|지출',
  date: 'date|day|when|日期|时间|日子|天|日付|日|日にち|날짜|일자|날',
  datetime: 'date|time|day|when|日期|时间|日付|日時|날짜|시간',
  time: 'time|时间|几点|時間|時刻|시간',
  duration: 'time|duration|minutes|hours|how long|时长|时间|多久|時間|所要時間|どれくらい|시간|기간',
  rating: 'rating|stars|score|评分|打分|星级|評価|星|点数|평점|별점|점수|평가',
  place: 'place|shop|store|where|location|cafe|restaurant|店|商店|地点|地方|店铺|哪家|場所|お店|店舗|どこ|장소|가게|매장|상점|곳',
  person: 'person|who|people|人|谁|人物|誰|사람|누구',
  note: 'note|notes|memo|comment|备注|笔记|メモ|備考|메모|노트|비고',
  yesno: 'done|finished|完成|済み|完了|完료|완료',
  choice: 'category|type|kind|status|分类|类别|类型|状态|カテゴリー|カテゴリ|種類|分類|ステータス|分野|분류|카테고리|종류|상태',
  link: 'link|url|链接|网址|リンク|링크|주소',
}
/** Words that mean a field whatever its kind, by the id it is likely to have. */
const ID_WORDS: [RegExp, string][] = [
  [/shop|store|cafe|where|place|restaurant|venue/i, KIND_WORDS.place!],
  [/rating|stars|score/i, KIND_WORDS.rating!],
  [/weight/i, 'weight|体重|重量|重さ|体重|몸무게|체중|무게'],
  [/note|memo|comment/i, KIND_WORDS.note!],
  [/quantity|amount|count|qty/i, 'quantity|amount|how many|数量|多少|個数|量|수량|개수|양'],
  [/categor|type|kind/i, KIND_WORDS.choice!],
  [/distance/i, 'distance|how far|距离|多远|距離|거리'],
  [/mood|feeling/i, 'mood|feeling|心情|情绪|気分|기분|감정'],
  [/due|deadline/i, 'due|deadline|due date|截止|到期|期限|締め切り|締切|마감|기한'],
  [/^(?:points|score|scored)$/i, 'points|score|scores|分数|得分|点数|得点|スコア|점수|득점'],
  [/item|name|title/i, 'name|item|title|名称|名字|品目|名前|품목|이름|제목'],
]
const kindWords = new Map(Object.entries(KIND_WORDS).map(([kind, words]) => [kind, words.split('|').map(fold)]))
const idWords = ID_WORDS.map(([pattern, words]) => [pattern, words.split('|').map(fold)] as const)

export type FieldHit = Span & {
  collection: Collection
  field: Field /** 1 by its label, less by what such fields are called */
  score: number
}

/** Fields of `collections` that the text names, best first; hidden ones only if asked for. */
export function fieldsNamed(
  text: string,
  collections: readonly Collection[],
  options: { hidden?: boolean; kinds?: boolean } = {},
): FieldHit[] {
  const low = fold(text)
  const stems = tokenise(text)
  const hits: FieldHit[] = []
  for (const collection of collections)
    for (const field of collection.fields) {
      if (field.kind === 'schedule' || Boolean(field.hidden) !== Boolean(options.hidden)) continue
      const hit = fieldIn(low, text, stems, field, options.kinds !== false)
      if (hit) hits.push({ ...hit, collection, field })
    }
  return hits.sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start))
}

function fieldIn(
  low: string,
  text: string,
  tokens: Reading['tokens'],
  field: Field,
  kinds: boolean,
): (Span & { score: number }) | undefined {
  const label = labelPlace(low, tokens, field.label)
  // As written before by its stem: “done” is the field “Done” rather than “Doing”.
  if (label)
    return { ...span(text, label), score: field.label.length === 1 ? 0.8 : placesOf(low, fold(field.label).trim()).length ? 1 : 0.95 }
  // 実の数 is meant by 実, 苹果数量 by 苹果.
  const counted = /^(.{1,12}?)(?:の数|の個数|的?数量|的?个数)$/u.exec(field.label)?.[1]
  const of = counted && longest(low, [fold(counted)])
  if (of) return { ...span(text, of), score: 0.75 }
  const concept = longest(low, conceptForms(field.concept ?? field.id))
  if (concept) return { ...span(text, concept), score: 0.9 }
  const named = idWords.find(([pattern]) => pattern.test(field.concept ?? '') || pattern.test(field.id))
  const byId = named && longest(low, named[1])
  if (byId) return { ...span(text, byId), score: 0.7 }
  const byKind = kinds ? longest(low, kindWords.get(field.kind) ?? []) : undefined
  return byKind && { ...span(text, byKind), score: 0.4 }
}

const span = (text: string, [start, end]: [number, number]): Span => ({ start, end, text: text.slice(start, end) })
const longest = (low: string, words: readonly string[]) =>
  words.flatMap((word) => placesOf(low, word)).sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]

/** A label in a text: as written, or its words by stem and in order ("shops" for “Shop”). */
export function labelPlace(low: string, tokens: Reading['tokens'], label: string): [number, number] | undefined {
  const wanted = fold(label).trim()
  const exact = placesOf(low, wanted)[0]
  if (exact) return exact
  const parts = tokenise(label).filter((token) => token.kind !== 'punct')
  if (!parts.length) return undefined
  for (let i = 0; i + parts.length <= tokens.length; i++) {
    if (parts.every((part, j) => part.stem.length > 1 && tokens[i + j]!.stem === part.stem))
      return [tokens[i]!.start, tokens[i + parts.length - 1]!.end]
  }
  return undefined
}

/** The option of a choice that the text names: one as written before one by its stem (“read” is not “Reading”). */
export function optionNamed(text: string, options: readonly Option[]): (Span & { option: Option }) | undefined {
  const low = fold(text)
  const tokens = tokenise(text)
  const hits = options.flatMap((option) => {
    const written = placesOf(low, fold(option.label).trim())[0]
    const place =
      written ?? labelPlace(low, tokens, option.label) ?? costPlace(low, fold(option.label)) ?? longest(low, conceptForms(option.id))
    return place ? [{ ...span(text, place), option, written: written !== undefined }] : []
  })
  const best = hits.sort((a, b) => Number(b.written) - Number(a.written) || b.end - b.start - (a.end - a.start))[0]
  return best && { start: best.start, end: best.end, text: best.text, option: best.option }
}

/** 병원비만, 사료값은: what an option costs names it. */
function costPlace(low: string, label: string): [number, number] | undefined {
  const at = /^[가-힣]{2,}$/.test(label) ? low.indexOf(label) : -1
  if (at < 0 || /[가-힣]/.test(low[at - 1] ?? '')) return undefined
  const cost = /^(?:비용|비|값|료)(?=(?:만|은|는|이|가|에|로|도|을|를|랑|에만)?(?:[^가-힣]|$))/.exec(low.slice(at + label.length))
  return cost ? [at, at + label.length + cost[0].length] : undefined
}

/** Words of a name that say nothing of what it is about. */
const GENERIC = new Set(
  'app tracker track log list book diary planner plan journal record manager my the a of and to for in on with 应用 记录 清单 列表 本 管理 计划 我 的 アプリ 帳 表 リスト 記録 管理 私 の 앱 기록 목록 관리 나 내 계획'
    .split(' ')
    .map((word) => stemOf(word)),
)
/** The words of a name or label that carry its meaning, as stems. */
export const contentStems = (text: string): string[] =>
  tokenise(text)
    .filter((token) => token.kind === 'word' && !GENERIC.has(token.stem) && (token.script !== 'kana' || token.text.length > 1))
    .map((token) => token.stem)

export const visibleCollections = (spec: AppSpec): Collection[] => spec.collections.filter((collection) => !collection.hidden)
export const visibleFields = (collection: Collection): Field[] =>
  collection.fields.filter((field) => !field.hidden && field.kind !== 'schedule')

/** The collection that the text names, or the first, which is what an app is mostly about. */
export function collectionNamed(text: string, spec: AppSpec): { collection: Collection; named: boolean } | undefined {
  const low = fold(text)
  const tokens = tokenise(text)
  const shown = visibleCollections(spec)
  const named = shown.find(
    (one) => labelPlace(low, tokens, one.label) ?? labelPlace(low, tokens, one.one) ?? longest(low, conceptForms(one.concept ?? one.id)),
  )
  const collection = named ?? shown[0]
  return collection && { collection, named: named !== undefined }
}

/** The collection that the first view is about, else the first that is shown at all. */
export function shownFirst({ collections, views, behaviours }: AppSpec): Collection | undefined {
  const view = views.find(({ hidden }) => !hidden)
  const behaviour = view?.kind === 'tool' ? behaviours.find(({ id }) => id === view.behaviour) : undefined
  const about = [view, behaviour].flatMap((one) => (one && 'collection' in one ? [one.collection] : []))[0]
  return collections.find(({ id }) => id === about) ?? collections.find(({ hidden }) => !hidden)
}
