/** Which fields a figure could fill: by kind and unit, by its name or counter beside it, by how large such a figure usually is. */
import type { Found, Read, Reading } from '../../../base/language/types.ts'
import { unitOf } from '../../../base/language/units.ts'
import { fold } from '../../../base/resolve.ts'
import type { Field } from '../../../spec.ts'
import { plain } from '../fill/numbers.ts'
import { kindFit, nearness } from '../fit.ts'
import type { Home } from './types.ts'
import { likeness, textsOf } from './usual.ts'
import { W } from './weights.ts'
import type { Around } from './words.ts'

const FIGURES = new Set<Read['kind']>(['money', 'number', 'quantity', 'count', 'duration', 'percent', 'bound', 'range'])
export const isFigure = ({ read }: Found): boolean => FIGURES.has(read.kind)
const NOT_FIGURED = new Set<Field['kind']>([
  'date',
  'datetime',
  'time',
  'text',
  'note',
  'place',
  'person',
  'choice',
  'choices',
  'yesno',
  'relation',
  'link',
])

export function figureHomes(figure: Found, reading: Reading, fields: readonly Field[], around: Around): Home[] {
  const low = around.low
  const sized = figure.read.kind === 'number' && SIZED.test(low.slice(Math.max(0, figure.start - 8), figure.start))
  return fields.flatMap((field): Home[] => {
    // "size 8" is no price and no count.
    if (sized && !SIZE.test(field.label)) return []
    if (WORDED.has(field.kind)) return field.id === around.collection.title ? [] : wordedHome(figure, field, around)
    const fit = NOT_FIGURED.has(field.kind) ? 0 : kindFit(figure.read, field)
    const slot = slotted(low, figure, field)
    if (fit <= 0 && !slot) return []
    const value = plain(figure.read, field)
    if (typeof value !== 'number' || !within(figure.read, field)) return []
    const beside = Math.max(nearness(low, reading, figure, field), slot, abbreviated(low, figure, field))
    const score = Math.max(fit, slot ? 0.8 : 0) * W.kind + beside * W.beside + likeness(value, field, around.usual) + cents(figure, field)
    const unasked = around.usual.asked && !field.required && !around.usual.order.has(field.id)
    return [{ field, value, score: score + (unasked ? W.unasked : 0) + (field.required ? W.required : 0) }]
  })
}

const WORDED = new Set<Field['kind']>(['text', 'note'])

/** A rating above its most, a number over its bounds: not of this field. */
export function within(read: Read, field: Field): boolean {
  const n = 'value' in read && typeof read.value === 'number' ? read.value : null
  if (n === null) return true
  if (field.kind === 'rating') return n >= 1 && n <= field.max
  if (field.kind === 'number' || field.kind === 'quantity') return (field.min ?? -Infinity) <= n && n <= (field.max ?? Infinity)
  return true
}

/** 68.40: two places after the point are money's. */
const cents = (figure: Found, field: Field): number =>
  field.kind === 'money' && figure.read.kind === 'number' && /\d\.\d\d$/.test(figure.text.trim()) ? 0.5 : 0

/** 错了3题 for 错了几题, 駅から9分 for 駅から何分: the figure stands where the name asks for one. */
export function slotted(low: string, figure: Found, field: Field): number {
  const parts = /^(.*?)(?:几|多少|何|몇)(.*)$/u.exec(fold(field.label))
  if (!parts) return 0
  const [before, after] = [parts[1]!.trim(), parts[2]!.trim()]
  const ahead = before && low.slice(0, figure.start).trimEnd().endsWith(before)
  const behind = after && (low.slice(figure.end).trimStart().startsWith(after) || low.slice(figure.start, figure.end).endsWith(after))
  return ahead ? 3 : behind && !before ? 2 : behind ? 1 : 0
}

/** "odo 80214", 脈60, 심박 158: the word right before it begins the name of the field, or is the end of it. */
function abbreviated(low: string, figure: Found, field: Field): number {
  const word = /([a-z]{3,}|[\p{Script=Han}\p{Script=Katakana}ー]{1,4}|[가-힣]{2,4})\s?[:：=]?\s?$/u.exec(low.slice(0, figure.start))?.[1]
  if (!word) return 0
  const names = [fold(field.label), ...(/^[a-z]{4,}$/i.test(field.id) ? [fold(field.id)] : [])]
  return names.some(
    (name) => name !== word && (name.startsWith(word) || (word.length > 1 && /[^\x20-\x7e]/.test(word) && name.endsWith(word))),
  )
    ? 1.6
    : 0
}

const SIZED = /(?:\bsize|尺码|尺碼|码数|碼數|サイズ|사이즈) ?[:は은는]? ?$/
const SIZE = /\bsizes?\b|dimension|area|大小|尺寸|尺码|尺碼|面积|大きさ|サイズ|長さ|크기|사이즈|길이|면적/i
const DOSE = /dose|dosage|strength|剂量|用量|规格|用量|容量|용량|복용량|함량/i
const FLOOR = /floor|楼层|階|층/i
const PHONE = /phone|\btel\b|mobile|contact no|电话|手机|電話|携帯|전화|연락처|휴대폰/i
const RESULT = /score|result|比分|スコア|結果|점수|결과/i
/** “52 m2” where a size is kept in words: a figure with its unit, as said. */
function wordedHome(figure: Found, field: Field, around: Around): Home[] {
  const { read } = figure
  const label = `${field.label} ${field.concept ?? ''}`
  // 45 is nobody's telephone.
  if (PHONE.test(label) && figure.text.replace(/\D/g, '').length < 5) return []
  const kept = textsOf(field, around.usual, around.collection)
  const figured = kept.length > 0 && kept.filter((one) => /\d/.test(one)).length * 2 > kept.length
  const dimension = read.kind === 'quantity' ? (unitOf(read.unit)?.dimension ?? read.dimension) : read.kind === 'count' ? 'count' : ''
  const measured =
    (SIZE.test(label) && /length|area|mass|volume/.test(dimension)) ||
    (DOSE.test(label) && /mass|volume|count/.test(dimension)) ||
    (FLOOR.test(label) && /^\s?(?:楼|层|階|층|f\b|th floor|st floor|nd floor|rd floor)/i.test(around.low.slice(figure.end))) ||
    (RESULT.test(label) && read.kind === 'range')
  const score = measured ? W.measure + 0.6 : figured ? W.measure : field.kind === 'note' ? W.worded + 0.7 : W.worded
  const tail = measured && FLOOR.test(label) ? (/^\s?(?:楼|层|階|층|f\b|\w\w floor)/i.exec(around.low.slice(figure.end))?.[0] ?? '') : ''
  return [{ field, value: `${figure.text.trim()}${tail}`, score }]
}
