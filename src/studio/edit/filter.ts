/**
 * Some of the records only: "only show the ones in interview", 只看未完成的, 未読だけ表示, 민준만 보여줘; and all of them again.
 * A filter is a view of its own beside the one that shows everything, so that no record seems lost.
 */
import { contentStems, fieldsNamed, fold, optionNamed, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { Collection, Field, Filter, Language, View } from '../../spec.ts'
import { asLabel } from '../rules/words.ts'
import { type Clause, freeId, mainOf, quoted, type Rule } from './clause.ts'
import { SAY } from './say.ts'

/** What is to be shown, as a group of the match. */
const ONLY: RegExp[] = [
  /^(?:which|what|who)(?: of (?:them|these|those))?(?: (?:ones|entries|records|things|people))? (.+?)\?\s*(?:please |can you )?(?:only|just) (?:show|list|display|keep)(?: me)? (?:those|them|these)\b.*$/i,
  /^(?:哪些|哪几[个条])(?:是)?(.+?)[?？]\s*(?:只|仅)(?:看|显示|要)这些.*$/u,
  /^(.+?)(?:は|のは|って)?(?:どれ|何)[^?？]{0,6}[?？]\s*(?:それ|それら|その分)だけ.*$/u,
  /^(.+?)\s?(?:게|건|것은|거)\s?(?:뭐|어떤|무엇)[^?？]{0,6}[?？]\s*(?:그것|그거)만.*$/u,
  /^(?:please |can you |could you |i )*(?:only|just) (?:want to )?(?:show|see|list|display|view)(?: me)? (.+)$/i,
  /^(?:please |can you |could you |i )*(?:want to )?(?:show|see|list|display|view)(?: me)? (?:only|just) (.+)$/i,
  /^(?:please |can you |could you )*(?:show|list|display)(?: me)? (.+?) only$/i,
  /^(?:please |can you |could you |now )*(?:only|just) ((?:the|those|my|our) [\w' -]{2,40})$/i,
  /^(?:please |can you |could you |now )*(?:only|just) (?!show|see|list|display|view|the |those |my |our |add|one)([a-z][\w' -]{1,30})$/i,
  /^(?:please |can you |could you )*filter (?:it |them |the list )?(?:by|for|to|on) (.+)$/i,
  /(?:只|仅|光)(?:显示|看|想看|要看|要|列出|展示|留)(.+)$/u,
  /^(.+?)(?:だけ|のみ)(?:を|に)?(?:表示|見|出し|絞|し(?:て|ぼ)|にして|でいい).*$/u,
  /^(.+?)\s?한?\s?(?:것|거|사람|곳)들?만[.!]?$/u,
  /^(.+?)만\s?(?:따로\s?)?(?:보여|보고|보기|보이|표시|볼|나오|골라|필터|띄워|남겨).*$/u,
]
/** 喪中の人を除いて見たい, 不看已还的: all but these. */
const EXCEPT: RegExp[] = [
  /^(.+?)(?:の?(?:人|もの|やつ|分))?(?:を|は)(?:除い|のぞい|抜い)て.{0,3}(?:見|表示|出).*$/u,
  /^(.+?)(?:以外|じゃないの)(?:を|だけ|のみ)*(?:見|表示|出).*$/u,
  /^(?:不看|不显示|别显示|排除|除了)(.+?)(?:的)?(?:以外|之外)?(?:的)?(?:都?(?:看|显示|列出).*)?$/u,
]
const EXCEPTED: Partial<Record<Language, (words: string) => string>> = { ja: (words) => `${words}以外`, zh: (words) => `除${words}外` }
const opposite = (filter: Filter): Filter => ({ ...filter, op: filter.op === '=' ? '!=' : filter.op === '!=' ? '=' : filter.op })
const ALL =
  /\b(?:show|see|list|display)(?: me)? (?:all|everything)(?: again)?\b|\b(?:clear|remove|drop|reset) (?:the |all )?filters?\b|(?:显示|看|展示)(?:全部|所有)|全部(?:显示|都?看)|取消筛选|(?:すべて|全て|全部)(?:を)?(?:表示|見せ|見た)|絞り込みを?(?:解除|やめ|外)|(?:전부|모두|전체|다)\s?(?:다시\s?)?(?:보여|표시)|필터\s?(?:해제|지워|없애|풀어)/i
/** What stands around the word itself. */
const AROUND =
  /^(?:the |those |all |my |any )*(?:(?:ones|entries|records|items|things|people) )?(?:(?:that|which|who) (?:are|is|were|i|have) |(?:that|which) )?(?:in|with|from|for|by|of|where|at|marked)? ?(?:the |my )?|\s(?:ones|entries|records|items|things)$|(?:的|那些|记录|条目)+[。.!！]?$|(?:の(?:もの|やつ|記録|分)?|もの|やつ)$|\s?(?:것들?|거|건|곳|기록|항목|사람)$/giu

const NOT =
  /^(?:un|not |in)|\b(?:not|isn't|aren't|haven't|unfinished|undone|open|remaining|left|unpaid|unread)\b|未|没|还没|ない|していない|まだ|^미|안 |않|못|아직|남은/
const DONE =
  /\b(?:done|finished|completed?|checked|ticked|unfinished|undone|open|remaining|left|incomplete)\b|完成|做完|打勾|完了|済|終わ|완료|끝난|다 한|한 것|남은|안 한|못 한/

export const filterView: Rule = (clause) => {
  if (ALL.test(clause.low)) return everything(clause)
  const except = EXCEPT.map((pattern) => pattern.exec(clause.text.replace(/[.。!！]+$/u, ''))?.[1]).find((found) => found)
  const raw = except ?? ONLY.map((pattern) => pattern.exec(clause.text.replace(/[.。!！]+$/u, ''))?.[1]).find((found) => found)
  if (!raw) return null
  const words = (quoted(raw) ?? raw.replace(AROUND, '').trim()) || raw.trim()
  if (!words || words.length > 60) return null
  const found = partIn(words, clause)
  if (!found) return null
  const { collection } = found
  // Of words in a name there is no opposite.
  if (except && found.filter.op === 'contains') return null
  const filter = except ? opposite(found.filter) : found.filter
  const base = clause.spec.views.find(
    (view): view is Extract<View, { kind: 'list' | 'table' | 'cards' }> =>
      !view.hidden && (view.kind === 'list' || view.kind === 'table' || view.kind === 'cards') && view.collection === collection.id,
  )
  const label = asLabel(except ? (EXCEPTED[clause.language]?.(words) ?? words) : words, 40)
  const id = freeId(
    'only',
    clause.spec.views.map((view) => view.id),
  )
  const view: View = { ...(base ?? { kind: 'list', collection: collection.id }), id, label, filter: [filter] }
  return clause.spec.views.length < 16 ? { edits: [{ do: 'add-view', view, first: true }], said: SAY.view[clause.language](label) } : null
}

function everything(clause: Clause) {
  const filtered = clause.spec.views.filter((view) => !view.hidden && 'filter' in view && view.filter?.length)
  const left = clause.spec.views.find((view) => !view.hidden && !filtered.includes(view))
  if (!filtered.length || !left) return null
  return { edits: filtered.map((view) => ({ do: 'remove-view' as const, view: view.id })), said: SAY.view[clause.language](left.label) }
}

type Found = { collection: Collection; filter: Filter }

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
  return (
    each((field, collection) => {
      if (field.kind !== 'choice' && field.kind !== 'choices') return null
      const hit = optionNamed(words, field.options)
      return hit ? { collection, filter: { field: field.id, op: field.kind === 'choice' ? '=' : 'contains', value: hit.option.id } } : null
    }) ??
    each((field, collection) => {
      if (field.kind !== 'yesno' || !(sharesStem(words, field.label) || DONE.test(fold(words)))) return null
      return { collection, filter: { field: field.id, op: NOT.test(fold(words)) ? '!=' : '=', value: true } }
    }) ??
    figure(words, clause, shown) ??
    each((field, collection) => {
      const title = collection.fields.find((one) => one.id === collection.title)
      const named = fieldsNamed(words, [collection], { kinds: false }).find((hit) => hit.field.id === field.id && hit.score >= 0.9)
      const value = named ? `${words.slice(0, named.start)} ${words.slice(named.end)}`.replace(/\b(?:is|of|the)\b/gi, ' ').trim() : words
      if (!TEXTUAL.has(field.kind) || !value || !(named || field.id === title?.id || !title || !TEXTUAL.has(title.kind))) return null
      return { collection, filter: { field: field.id, op: 'contains', value } }
    })
  )
}
const TEXTUAL = new Set<Field['kind']>(['text', 'person', 'place', 'note'])

/** "over 100", 4점 이상: a figure of the field that is named, else of the one that is measured. */
function figure(words: string, clause: Clause, shown: Collection[]): Found | null {
  const bound = clause.reading.values.find((value) => value.read.kind === 'bound')?.read
  const amount =
    bound?.kind === 'bound' ? ('value' in bound.of ? bound.of.value : 'amount' in bound.of ? bound.of.amount : undefined) : undefined
  if (bound?.kind !== 'bound' || typeof amount !== 'number') return null
  for (const collection of shown) {
    const field =
      fieldsNamed(words, [collection], { kinds: true }).find((hit) => MEASURED.has(hit.field.kind))?.field ??
      visibleFields(collection).find((one) => one.kind === 'rating') ??
      mainOf(collection)
    if (field && MEASURED.has(field.kind))
      return { collection, filter: { field: field.id, op: bound.op === 'most' ? '<=' : '>=', value: amount } }
  }
  return null
}
const MEASURED = new Set<Field['kind']>(['money', 'number', 'quantity', 'duration', 'rating', 'computed'])

/** 가본 of 가봤는지: in Korean the same verb, whatever its ending; elsewhere a stem that both have. */
function sharesStem(words: string, label: string): boolean {
  const about = core(label)
  const said = fold(words).replace(NEGATED, '').trim()
  if (about.length > 1 && said.length > 1 && (said.includes(about) || about.includes(said))) return true
  const stems = new Set(contentStems(label))
  if (contentStems(words).some((stem) => stem.length > 1 && stems.has(stem))) return true
  const first = /[가-힣]{2}/.exec(words)?.[0]
  const of = /[가-힣]{2}/.exec(label)?.[0]
  return Boolean(first && of && first[0] === of[0] && initial(first[1]!) === initial(of[1]!))
}
/** A yes/no label without what makes it a question: 付没付钱 and 是否付钱 are about 付钱, 入金済みかどうか about 入金. */
const core = (label: string): string =>
  fold(label)
    .replace(/ or not$|\?$/, '')
    .replace(/(.)(?:没|不)\1/gu, '$1')
    .replace(/^(?:是否|有没有|是不是|已)|(?:了没有?|了吗|没有?|与否|済みかどうか|かどうか|済み|したか|たか|の有无)$/g, '')
    .replace(/(?:済み?|여부|했는지|인지|는지)$/g, '')
    .trim()
const NEGATED = /^(?:还没有?|没有?|沒有?|未|不|まだ|미)|(?:て|で)?(?:い)?ない$/
/** The consonant that a Hangul syllable begins with, and its vowel up to what 았 does to it. */
const initial = (syllable: string) => Math.floor((syllable.charCodeAt(0) - 0xac00) / 588)
