/**
 * "add a phone number to the students", 貸出のメモを消して: a clause that names one of several related collections is
 * about that one and no other. It is read again without the name, in an app of which only that collection is seen.
 */
import { fold, visibleCollections } from '../../base/resolve.ts'
import type { AppSpec, Collection, Language } from '../../spec.ts'
import { type Clause, clauseOf } from './clause.ts'

/** Things and what happens with them: a collection whose records are called by those they point at. */
export const isRelated = (spec: AppSpec): boolean =>
  visibleCollections(spec).length > 1 &&
  visibleCollections(spec).some(({ fields, title }) => fields.some((field) => field.id === title && field.kind === 'relation'))

/** Where the name stands as a place and not as what is changed; `NAME` is one of its names. */
const PLACES: Record<Language, string[]> = {
  en: [
    '\\s+(?:to|in|into|on|from|of|for|under)\\s+(?:(?:the|my|our|each|every|all|any)\\s+)*NAME(?:\\s+(?:list|table|records?|collection))?(?=$|[\\s,.!])(?!\\s+(?:name|date)\\b)',
    "\\b(?:the\\s+|my\\s+)?NAME(?:'s|')\\s+",
    '(?<=\\b(?:sort|order|group|arrange)\\s)(?:the\\s+|my\\s+|all\\s+)*NAME(?:\\s+list)?\\s+(?=by\\b)',
    '(?<=\\b(?:show|display|view|see)\\s)(?:the\\s+|my\\s+|all\\s+)*NAME\\s+(?=(?:as|in)\\b)',
    '^(?:the\\s+|each\\s+|every\\s+|all\\s+|my\\s+)*NAME\\s+(?=(?:also\\s+)?(?:should|needs?|must|have to|could)\\b)',
  ],
  zh: [
    '(?:给|在|往|从|为)(?:每[个位本条笔次名只辆]|所有)?NAME(?:列表|表格|表|信息|记录)?(?:里面|里|中|上)?(?:都)?',
    '(?:把)?NAME(?:列表|表格|表)?(?:里面的?|里的?|中的|的)',
    '(?:把)?NAME(?:列表|表)?(?=按)',
    '^NAME(?=(?:也|还|再)?(?:加|添加|增加|要|需要))',
  ],
  ja: [
    '(?:各|それぞれの)?NAME(?:の?(?:一覧|リスト|表|記録))?(?:には|にも|に|の中の|から|の)',
    'NAME(?:の?(?:一覧|リスト))?[をは](?=.{1,20}(?:順|並べ|並び|ソート))',
  ],
  ko: [
    '(?:각|모든)?\\s?NAME(?:들)?(?:\\s?(?:목록|기록|정보))?(?:에게도|에게|에서|에는|에도|에다|에|마다|의|한테)\\s?',
    'NAME(?:들)?(?:\\s?목록)?[을를은는]\\s?(?=.{1,20}(?:순|정렬))',
  ],
}
/** What each of them should have is added to them. */
const NEEDS = /^(?:also )?(?:should|needs?|must|have to|could)(?: to)?(?: also)?(?: have| keep| show)? (?=an?\s|their\s|the\s)/i
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export function within(clause: Clause): Clause | null {
  const { spec, language, text, ctx } = clause
  if (!isRelated(spec)) return null
  const found = visibleCollections(spec).flatMap((collection) => placesIn(text, collection, language).map((at) => ({ collection, at })))
  const best = found.sort((a, b) => b.at.name - a.at.name)[0]
  if (!best) return null
  const { start, end } = best.at
  const rest = `${text.slice(0, start)} ${text.slice(end)}`
    .replace(/\s+/g, language === 'en' || language === 'ko' ? ' ' : '')
    .trim()
    .replace(NEEDS, 'add ')
  return rest ? clauseOf(rest, seenAs(spec, best.collection), ctx, language) : null
}

function placesIn(text: string, { label, one }: Collection, language: Language): { start: number; end: number; name: number }[] {
  const low = fold(text)
  return [...new Set([fold(label), fold(one)])].flatMap((name) =>
    PLACES[language].flatMap((pattern) => {
      const match = new RegExp(fold(pattern.replaceAll('NAME', '\u0000')).replaceAll('\u0000', escaped(name)), 'u').exec(low)
      return match ? [{ start: match.index, end: match.index + match[0].length, name: name.length }] : []
    }),
  )
}

/** The app with nothing else in sight; ids stay taken. */
const seenAs = (spec: AppSpec, only: Collection): AppSpec => ({
  ...spec,
  collections: spec.collections.map((one) => (one.id === only.id || one.hidden ? one : { ...one, hidden: true })),
  views: spec.views.map((view) => {
    const over = 'collection' in view ? view.collection : view.kind === 'chart' ? view.query.collection : undefined
    return over === only.id || view.hidden ? view : { ...view, hidden: true }
  }),
  behaviours: spec.behaviours.filter((one) => !('collection' in one) || one.collection === only.id),
})
