/**
 * Some of the records only: "only show the ones in interview", 只看未完成的, 未読だけ表示, 이긴 판만 보자; and all of them again.
 * A filter is a view of its own beside the one that shows everything, so that no record seems lost.
 */
import { contentStems, fieldsNamed, fold, optionNamed, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { Collection, Field, Filter, Language, Option, View } from '../../spec.ts'
import { asLabel } from '../rules/words.ts'
import { type Change, type Clause, freeId, mainOf, quoted, type Rule, SURE } from './clause.ts'
import { SAY } from './say.ts'
import { senseShared } from './senses.ts'

/** What is to be shown, as a group of the match. */
const ONLY: RegExp[] = [
  /^(?:which|what|who)(?: of (?:them|these|those))?(?: (?:ones|entries|records|things|people))? (.+?)\?\s*(?:please |can you )?(?:only|just) (?:show|list|display|keep)(?: me)? (?:those|them|these)\b.*$/i,
  /^(?:哪些|哪几[个条])(?:是)?(.+?)[?？]\s*(?:只|仅)(?:看|显示|要)这些.*$/u,
  /^(.+?)(?:は|のは|って)?(?:どれ|何)[^?？]{0,6}[?？]\s*(?:それ|それら|その分)だけ.*$/u,
  /^(.+?)\s?(?:게|건|것은|거)\s?(?:뭐|어떤|무엇)[^?？]{0,6}[?？]\s*(?:그것|그거)만.*$/u,
  /^(?:please |can you |could you |can i |i )*(?:only|just) (?:want to )?(?:show|see|list|display|view)(?: me)? (.+)$/i,
  /^(?:please |can you |could you |can i |i |we )*(?:want to )?(?:show|see|list|display|view)(?: me| us)? (?:only|just|nothing but) (.+)$/i,
  /^(?:please |can you |could you |can i |could i |i want to |let me )*(?:show|list|display|see|view)(?: me)? (.+?) only(?: please| pls)?$/i,
  /^(?:please |can you |could you |now )*(?:only|just) ((?:the|those|my|our) [\w' -]{2,40}?)(?: please| pls)?$/i,
  /^(?:please |can you |could you |now )*(?:only|just) (?!show|see|list|display|view|the |those |my |our |add|one|make|a |an )([a-z][\w' -]{1,30}?)(?: please| pls)?$/i,
  /^(?:please |can you |could you )*filter (?:it |them |the list )?(?:by|for|to|on) (.+)$/i,
  /(?:只|仅|光|就)(?:显示|看|想看|要看|要|列出|展示|留)(.+)$/u,
  /^(?:把)?(.+?)(?:的)?(?:单独|单拎|另外|都)?(?:列|筛|拎|挑|找)(?:出来|一下|出)(?:看看|给我)?$/u,
  /^(?:把)?(.+?)的(?:单独|另外|集中|(?:排|放|列)?(?:在|到)?一(?:块儿?|起|处))(?:看|显示|列|放|展示)?(?:看|一下)?$/u,
  /^(.+?)(?:だけ|のみ)(?:を|に|が|で)?(?:表示|見|出し|絞|し(?:て|ぼ)|にして|いい|お願い|ほしい|欲しい|OK|大丈夫).*$/u,
  /^(.+?)\s?한?\s?(?:것|거|사람|곳)들?만[.!]?$/u,
  /^(.+?)만\s?(?:따로\s?|좀\s?|모아\s?)?(?:보여|보고|보기|보이|보자|볼|봐|표시|나오|골라|필터|띄워|남겨|추려|뽑아|모아|묶어).*$/u,
]
/** 喪中の人を除いて見たい, 不看已还的, 사고차는 빼고 보여줘: all but these. */
const EXCEPT: RegExp[] = [
  /^(.+?)(?:の?(?:人|もの|やつ|分))?(?:を|は)(?:除い|のぞい|抜い)て.{0,3}(?:見|表示|出).*$/u,
  /^(.+?)(?:以外|じゃないの)(?:を|だけ|のみ)*(?:見|表示|出).*$/u,
  /^(?:不看|不显示|别显示|排除|除了|不要显示)(.+?)(?:的)?(?:以外|之外)?(?:的)?(?:都?(?:看|显示|列出).*)?$/u,
  /^(.+?)的?(?:别|不要|不用|先别)(?:给我)?(?:看|显示|列)(?:了|出来)?$/u,
  /^(.+?)(?:은|는|을|를|인 (?:건|거))?\s?(?:빼고|제외하고|말고|없이)\s?(?:나머지(?:만|를)?\s?|다\s?)?(?:보여|보고|보자|볼래|볼|표시|나오게).*$/u,
  /^(?:please |can you |could you )*(?:hide|leave out|skip|don'?t show|stop showing)(?: me)? (?:all )?((?:the |those )?.+? (?:ones|entries|records|things)|(?:everything|anything|all|those|the ones) (?:that|which) .+)$/i,
  /^(?:please |can you |could you )*(?:show|list|display|see)(?: me)? (?:everything|all|them all) (?:but|except|without) (.+)$/i,
]
const EXCEPTED: Partial<Record<Language, (words: string) => string>> = {
  ja: (words) => `${words}以外`,
  zh: (words) => `除${words}外`,
  en: (words) => `Not ${words}`,
  ko: (words) => `${words} 제외`,
}
const opposite = (filter: Filter): Filter => ({ ...filter, op: filter.op === '=' ? '!=' : filter.op === '!=' ? '=' : filter.op })
const ALL =
  /\b(?:show|see|list|display)(?: me)? (?:all|everything)(?: again)?$|\b(?:clear|remove|drop|reset) (?:the |all )?filters?\b|(?:显示|看|展示)(?:全部|所有)|全部(?:显示|都?看)|取消筛选|(?:すべて|全て|全部)(?:を)?(?:表示|見せ|見た)|絞り込みを?(?:解除|やめ|外)|(?:전부|모두|전체|다)\s?(?:다시\s?)?(?:보여|표시)|필터\s?(?:해제|지워|없애|풀어)/i
/** What stands around the word itself. */
const AROUND =
  /^(?:the |those |all |my |any |everything |anything )*(?:(?:ones|entries|records|items|things|people) )?(?:(?:that|which|who|what) (?:are|is|were|i|have) |(?:that|which) |what'?s )?(?:in|with|from|for|by|of|where|at|marked)? ?(?:the |my )?|\s(?:ones|entries|records|items|things)$|(?:的|那些|记录|条目)+[。.!！]?$|(?:の(?:もの|やつ|記録|分|人)?|もの|やつ|人)$|\s?(?:것들?|거|건|곳|기록|항목|사람)$|\s(?:please|pls)$/giu

const NOT =
  /^(?:un|not |in)|^不|\b(?:not|isn't|aren't|haven't|hasn't|unfinished|undone|open|remaining|left|unpaid|unread)\b|未|没|还没|ない|していない|まだ|てない|^미|안 |않|못|아직|남은/
const DONE =
  /\b(?:done|finished|completed?|checked|ticked|unfinished|undone|open|remaining|left|incomplete)\b|完成|做完|打勾|完了|済|終わ|완료|끝난|다 한|한 것|남은|안 한|못 한/

export const filterView: Rule = (clause) => {
  const text = clause.text.replace(/[.。!！~]+$/u, '').trim()
  const except = EXCEPT.map((pattern) => pattern.exec(text)?.[1]).find((found) => found)
  if (!except && ALL.test(clause.low)) return everything(clause)
  const raw = except ?? ONLY.map((pattern) => pattern.exec(text)?.[1]).find((found) => found)
  if (!raw) return null
  const words = wordsIn(raw, clause)
  if (!words || words.length > 60) return null
  const found = partIn(words, clause)
  // Of words in a name there is no opposite.
  if (!found || (except && found.filter.op === 'contains')) return null
  const filter = except ? opposite(found.filter) : found.filter
  const label = asLabel(except ? (EXCEPTED[clause.language]?.(words) ?? words) : words, 40)
  return shownFirst({ ...found, filter }, label, clause)
}

/** Without what stands around it, and without the noun for the entries: “秋” of 秋の句, “이긴” of 이긴 판. */
function wordsIn(raw: string, clause: Clause): string {
  const bare = (quoted(raw) ?? raw.replace(AROUND, '').trim()) || raw.trim()
  const owned = /^(.{2,20}?)(?:'s|’s)(?: .+)?$/.exec(bare)?.[1]
  if (owned && personIn(clause)) return owned
  const nouns = visibleCollections(clause.spec).flatMap(({ label, one }) => [label, one])
  for (const noun of nouns) {
    const low = fold(bare)
    if (!low.endsWith(fold(noun)) || low.length <= noun.length) continue
    const rest = bare
      .slice(0, bare.length - noun.length)
      .replace(/(?:の|的|\s)+$/u, '')
      .trim()
    if (rest) return rest
  }
  return bare
}

const personIn = ({ spec }: Clause): boolean =>
  visibleCollections(spec).some((one) => visibleFields(one).some(({ kind }) => kind === 'person'))

function shownFirst({ collection, filter, sure }: Found, label: string, { spec, language }: Clause): Change | null {
  const base = spec.views.find(
    (view): view is Extract<View, { kind: 'list' | 'table' | 'cards' }> =>
      !view.hidden && (view.kind === 'list' || view.kind === 'table' || view.kind === 'cards') && view.collection === collection.id,
  )
  const id = freeId(
    'only',
    spec.views.map((view) => view.id),
  )
  const view: View = { ...(base ?? { kind: 'list', collection: collection.id }), id, label, filter: [filter] }
  return spec.views.length < 16 ? { edits: [{ do: 'add-view', view, first: true }], said: SAY.view[language](label), sure } : null
}

function everything(clause: Clause): Change | null {
  const filtered = clause.spec.views.filter((view) => !view.hidden && 'filter' in view && view.filter?.length)
  const left = clause.spec.views.find((view) => !view.hidden && !filtered.includes(view))
  if (!filtered.length || !left) return null
  return {
    edits: filtered.map((view) => ({ do: 'remove-view' as const, view: view.id })),
    said: SAY.view[clause.language](left.label),
    sure: SURE.said,
  }
}

type Found = { collection: Collection; filter: Filter; sure: number }

/** An option before a yes or no, these before a figure, and words of a name last. */
function partIn(words: string, clause: Clause): Found | null {
  const shown = visibleCollections(clause.spec)
  const each = <T>(of: (field: Field, collection: Collection) => T | null): T | null => {
    for (const collection of shown)
      for (const field of visibleFields(collection)) {
        const got = of(field, collection)
        if (got) return got
      }
    return null
  }
  const ofOption = (collection: Collection, field: Field, option: Option): Found => ({
    collection,
    filter: { field: field.id, op: field.kind === 'choice' ? '=' : 'contains', value: option.id },
    sure: SURE.said,
  })
  return (
    each((field, collection) => {
      if (field.kind !== 'choice' && field.kind !== 'choices') return null
      const hit = optionNamed(words, field.options)?.option ?? field.options.find(({ label }) => senseShared(words, label))
      return hit ? ofOption(collection, field, hit) : null
    }) ??
    each((field, collection) => {
      if (field.kind !== 'yesno' || !(sharesStem(words, field.label) || DONE.test(fold(words)) || senseShared(words, field.label)))
        return null
      return { collection, filter: { field: field.id, op: NOT.test(fold(words)) ? '!=' : '=', value: true }, sure: SURE.said }
    }) ??
    figure(words, clause, shown) ??
    each((field, collection) => (field.kind === 'person' ? textual(words, field, collection, clause.text) : null)) ??
    each((field, collection) => textual(words, field, collection, clause.text))
  )
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const TEXTUAL = new Set<Field['kind']>(['text', 'person', 'place', 'note'])
function textual(words: string, field: Field, collection: Collection, text: string): Found | null {
  if (!TEXTUAL.has(field.kind)) return null
  const title = collection.fields.find((one) => one.id === collection.title)
  const named = fieldsNamed(words, [collection], { kinds: false }).find((hit) => hit.field.id === field.id && hit.score >= 0.9)
  // 我妈遛的 beside 谁遛的: who it is.
  const tail = /^(?:谁|哪[家个里]?|誰が|누가\s?)(.{1,6}?)(?:的|か|지|는지)?$/u.exec(field.label)?.[1]
  const asked =
    tail && words.length > tail.length && words.replace(/的$/, '').endsWith(tail)
      ? words.replace(/的$/, '').slice(0, -tail.length)
      : undefined
  const rest = named
    ? `${words.slice(0, named.start)} ${words.slice(named.end)}`.replace(/\b(?:is|of|the|by|from)\b/gi, ' ').trim()
    : undefined
  const value = (asked ?? rest ?? words).replace(/^[がはをの]|[がはの]$/gu, '').trim()
  const owns = field.kind === 'person' && new RegExp(`${escaped(words)}['’]s`).test(text)
  const home = named !== undefined || asked !== undefined || owns || field.id === title?.id || !title || !TEXTUAL.has(title.kind)
  if (!value || !home) return null
  return { collection, filter: { field: field.id, op: 'contains', value }, sure: named || asked || owns ? SURE.meant : SURE.implied }
}

/** "over 100", 4점 이상, "5 stars": a figure of the field that is named, else of the one that is measured. */
function figure(words: string, clause: Clause, shown: Collection[]): Found | null {
  const values = clause.reading.values.map(({ read }) => (read.kind === 'bound' ? { ...read.of, op: read.op } : { ...read, op: undefined }))
  const found = values.find((one) => 'amount' in one || ('value' in one && typeof one.value === 'number'))
  const amount = found && ('amount' in found ? found.amount : 'value' in found ? found.value : undefined)
  if (!found || typeof amount !== 'number') return null
  for (const collection of shown) {
    const named = fieldsNamed(words, [collection], { kinds: true }).find((hit) => MEASURED.has(hit.field.kind))?.field
    const field = named ?? visibleFields(collection).find((one) => one.kind === 'rating') ?? (found.op ? mainOf(collection) : undefined)
    if (!field || !MEASURED.has(field.kind)) continue
    const op = found.op === 'most' ? '<=' : found.op || (field.kind === 'rating' && field.max === amount) ? '>=' : '='
    return { collection, filter: { field: field.id, op, value: amount }, sure: SURE.said }
  }
  return null
}
const MEASURED = new Set<Field['kind']>(['money', 'number', 'quantity', 'duration', 'rating', 'computed'])

/** 가본 of 가봤는지, 払ってない of 支払い済み, 사고차 of 사고 유무: what both words are about. */
function sharesStem(words: string, label: string): boolean {
  const about = core(label)
  const said = fold(words).replace(NEGATED, '').trim()
  if (about.length > 1 && said.length > 1 && (said.includes(about) || about.includes(said))) return true
  const stems = new Set(contentStems(label))
  if (contentStems(words).some((stem) => stem.length > 1 && stems.has(stem))) return true
  const han = [...said].filter((sign) => /\p{Script=Han}/u.test(sign) && !EMPTY.includes(sign))
  if (han.some((sign) => fold(label).includes(sign))) return true
  const first = /[가-힣]{2}/.exec(words.replace(/^(?:안|못|아직|다)\s/, ''))?.[0]
  const of = /[가-힣]{2}/.exec(label)?.[0]
  return Boolean(first && of && first[0] === of[0] && initial(first[1]!) === initial(of[1]!))
}
/** Signs that say nothing of what is done. */
const EMPTY = '没有无不未已过了的人者中后前还是否想要能会可款个'
/** A yes/no label without what makes it a question: 付没付钱 and 是否付钱 are about 付钱, 入金済みかどうか about 入金. */
const core = (label: string): string =>
  fold(label)
    .replace(/ or not$|\?$/, '')
    .replace(/(.)(?:没|不)\1/gu, '$1')
    .replace(/^(?:是否|有没有|是不是|已)|(?:了没有?|了吗|没有?|与否|済みかどうか|かどうか|済み|したか|たか|の有无)$/g, '')
    .replace(/(?:済み?|여부|유무|했는지|인지|는지)$/g, '')
    .trim()
const NEGATED = /^(?:还没有?|没有?|沒有?|未|不|まだ|미)|(?:て|で)?(?:い)?ない$/
/** The consonant that a Hangul syllable begins with, and its vowel up to what 았 does to it. */
const initial = (syllable: string) => Math.floor((syllable.charCodeAt(0) - 0xac00) / 588)
