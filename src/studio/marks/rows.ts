/** The rows of a wish: what stands parted by commas and the like, and what opened it. What one of a row is, the others are. */
import { withoutJosa } from '../../base/language/korean.ts'
import { partNamed } from '../rules/parts.ts'

export type Row = {
  start: number
  end: number
  /** The stop or bracket that opened it; with the word before that, and with its own first word. */
  opener: string
  before: string
  lead: string
  /** Elements, at most 6; of which called as qualities are: '0' none, '-' fewer than half, '+', '=' all. */
  size: number
  known: string
  elements: { start: number; end: number }[]
}
/** Where a sentence, a bracket or what stands after a colon begins and ends. */
const OPENS = /[.。!！?？\n;；:：(（)）「」[\]]|\s[–—-]\s/gu
const BETWEEN =
  /\s*(?:[,，、/／|｜・·+]|\s(?:and|or|with)\s|(?<=\p{Script=Hangul})(?:이랑|랑|하고)\s|(?<=[\p{Script=Han}\p{Script=Katakana}])[和跟と])\s*/gu
export function rowsIn(text: string, language: string): Row[] {
  const bounds = [...text.matchAll(OPENS)].map(({ 0: said, index }) => ({ at: index, end: index + said.length, said: said.trim() }))
  const places = [{ at: 0, end: 0, said: '' }, ...bounds]
  return places.flatMap(({ at, end: start, said }, i): Row[] => {
    const end = places[i + 1]?.at ?? text.length
    const elements = partsOf(text, start, end)
    const known = elements.filter((one) => kindAt(text, one.start, language)).length
    const share = known === 0 ? '0' : known === elements.length ? '=' : known * 2 >= elements.length ? '+' : '-'
    const told = text.slice(places[i - 1]?.end ?? 0, at).trim()
    const last = /[\p{L}\p{N}]+$/u.exec(told)?.[0] ?? ''
    const lead = /[\p{L}\p{N}]+/u.exec(text.slice(start, end))?.[0] ?? ''
    const latin = /^[\x20-\x7e]*$/.test(last)
    return [
      {
        start,
        end,
        opener: said,
        before: `${said}${(latin ? last : last.slice(-2)).toLowerCase()}`,
        lead: `${said}${(latin ? lead : lead.slice(0, 2)).toLowerCase()}`,
        size: Math.min(elements.length, 6),
        known: share,
        elements,
      },
    ]
  })
}
function partsOf(text: string, start: number, end: number): { start: number; end: number }[] {
  const cuts = [...text.slice(start, end).matchAll(BETWEEN)].map(
    ({ 0: said, index }) => [start + index, start + index + said.length] as const,
  )
  const froms = [start, ...cuts.map(([, to]) => to)]
  const tos = [...cuts.map(([from]) => from), end]
  return froms.flatMap((from, i) => {
    const said = text.slice(from, tos[i])
    const bare = said.trim()
    return bare ? [{ start: from + said.indexOf(bare), end: from + said.indexOf(bare) + bare.length }] : []
  })
}

/** The kind of the field that the word from `start` names, '' where nobody knows it. */
export function kindAt(text: string, start: number, language: string): string {
  const word = /^[^\s,，、。.;；:：!！?？/()（）]+/u.exec(text.slice(start, start + 16))?.[0] ?? ''
  const bare = language === 'ko' ? withoutJosa(word) : word
  return (partNamed(bare) ?? partNamed(word))?.kind.split(/[:=+]/)[0] ?? ''
}
