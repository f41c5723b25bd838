/** Several changes in one sentence: its parts, each with a verb of its own, in the words they were said in. */
import { fold, has } from '../../base/resolve.ts'
import type { Language } from '../../spec.ts'
import { SCALES } from './types.ts'
import { ADD, BACK, CHANGE, REMOVE, w } from './words.ts'

const BREAK =
  /\s*(?:[;；。\n]+|,\s*(?:and|then)?\s|[，、]|(?<=[^\x20-\x7e]),(?=[^\x20-\x7e])|[!?！？.]+\s|\s(?:and then|then|and also|and)\s|并且|然后(?!再)|而且|同时|そして|それから|それと|あと、|그리고|하고 나서|(?<=줘)\s?[,]|(?<=고)\s(?=[^\d]))\s*/gu
const VERBS = [...ADD, ...REMOVE, ...CHANGE, ...BACK, ...w('sort|group|show|按|排序|并べ|並べ|정렬|보여')].filter(
  (word) => word !== '用' && word !== 'make' && word !== 'set',
)

/** Commas within brackets and quotes belong to what stands there: "(cash, card)". */
const HELD = /[(（「『“"][^)）」』”"]{1,200}[)）」』”"]/gu
const held = (text: string): string => text.replace(HELD, (inside) => inside.replace(/[,，、;；。.!?]| (?=and )/g, '\ue000'))

/** “Sets” are no setting. */
const isVerbal = (text: string): boolean => has(fold(text), VERBS) || /\b(?:set|needs?|want)\b|画.{0,2}图|弄成|做成/i.test(text)

type Part = { start: number; end: number }

/** Parts with a verb of their own; nouns without one stay with the verb before them (after them in Japanese and Korean). */
export function clausesOf(text: string, language: Language): string[] {
  const parts = partsOf(text)
  if (parts.length < 2 || text.length > 600) return [text]
  const verbal = ({ start, end }: Part) => isVerbal(text.slice(start, end))
  const verbLast = language === 'ja' || language === 'ko'
  const out: (Part & { open?: boolean })[] = []
  for (const part of parts) {
    const last = out.at(-1)
    // A noun waits for the verb after it, or goes with the one before.
    const joins = last && (verbLast ? last.open : !verbal(part))
    if (joins) last.end = part.end
    else out.push({ ...part })
    const home = out.at(-1)!
    if (verbLast) home.open = !verbal(part)
  }
  const tail = out.at(-1)!
  if (tail.open && out.length > 1) {
    out.pop()
    out.at(-1)!.end = tail.end
  }
  return out.map(({ start, end }) => text.slice(start, end).trim()).filter(Boolean)
}

function partsOf(text: string): Part[] {
  const shown = held(text)
  const parts: Part[] = []
  let start = 0
  for (const { index, 0: cut } of shown.matchAll(BREAK)) {
    if (shown.slice(start, index).trim()) parts.push({ start, end: index })
    start = index + cut.length
  }
  if (shown.slice(start).trim()) parts.push({ start, end: text.length })
  return parts.reduce<Part[]>((all, part) => {
    const last = all.at(-1)
    if (last && isScale(text.slice(part.start, part.end))) last.end = part.end
    else all.push(part)
    return all
  }, [])
}
/** 加一个感受,1到5分: how a quality is told says nothing by itself. */
const isScale = (part: string): boolean => part.replace(SCALES, '').trim() === ''

/** A part in which something is wished for, and not only said beside it: "too much typing", 太生了. */
export const wishes = (text: string): boolean =>
  isVerbal(text) || /\b(?:want|need|should|please|can you)\b|想|要|たい|ほしい|して|싶|줘|해/.test(fold(text))
