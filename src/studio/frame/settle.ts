/**
 * What is settled once every quality is known: a day and an hour that are one moment, the scale that stands at the end of
 * a quality or right after it, what a question is answered with, and the columns of a board. Pure.
 */
import { placeOf } from '../marks/ruled.ts'
import { answerOf } from '../rules/answers.ts'
import { partOf } from '../rules/parts.ts'
import { IS_LEFT } from './bounds.ts'
import type { Asked, Frame } from './types.ts'

export function settle(frame: Frame): void {
  takeMoment(frame)
  // What is left of so many is worked out, and not typed in.
  if (frame.bounds.some(({ stock }) => stock)) frame.asked = frame.asked.filter(({ label }) => !IS_LEFT.test(label.toLowerCase()))
  frame.asked = frame.asked.map((one) => answered(graded(scaled(one, frame), frame), frame))
}

/** "date and time", 日期和时间, 日付と時間, 날짜랑 시간: one moment, said with both its words. */
const MOMENT =
  /\b(?:date|day) ?(?:and|&|\+|plus) ?(?:the )?time\b(?! (?:spent|taken|it took|on))|日期[和跟与及]?[时時][间間]|[日月]付[けとや・]?と?(?:時間|時刻)|日にちと(?:時間|時刻)|날짜 ?(?:와|과|랑|이랑|하고|및|&) ?(?:시간|시각)/iu
function takeMoment(frame: Frame): void {
  const found = MOMENT.exec(frame.reading.text)
  if (!found) return
  const [start, end] = [found.index, found.index + found[0].length]
  const low = frame.reading.text.toLowerCase()
  const within = (one: { label: string; start: number }) => {
    const at = placeOf(low, one.label, start)
    return at !== undefined && at[0] >= start && at[1] <= end
  }
  const halves = frame.asked.filter((one) => within(one) && !one.options)
  if (!halves.length) return
  frame.asked = frame.asked.filter((one) => !halves.includes(one))
  frame.items = frame.items.filter((one) => !within(one))
  const part = partOf('moment')
  frame.asked.push({ label: found[0], kind: 'datetime', ...(part ? { part } : {}), start })
  frame.asked.sort((a, b) => a.start - b.start)
}

const FIGURES: Record<string, number> = { five: 5, ten: 10, 五: 5, 十: 10, 다섯: 5, 열: 10, three: 3, 三: 3, 세: 3 }
const STEPS = '(\\d{1,2}|five|ten|three|五|十|三|다섯|열|세)'
/** How many steps: "out of ten", "1-10", (1到10), 10段階, 5点満点, 打10分, 10점 만점, 별 다섯 개, "five stars". */
const SCALES = [
  `(?:out of|of|/)\\s?${STEPS}(?! ?[\\p{L}%])`,
  `[01]\\s?(?:-|–|~|〜|to|到|至|から|에서)\\s?${STEPS}(?!\\d)`,
  `${STEPS}\\s?段(?:階|阶)(?:評価|评价)?`,
  `${STEPS}\\s?点満点`,
  `(?:打|满分|滿分|按|最高)\\s?${STEPS}\\s?分(?:制)?`,
  `${STEPS}\\s?分(?:制|满分|滿分)`,
  `${STEPS}\\s?점(?: ?만점)?`,
  `(?:별|星|stars?)\\s?${STEPS}\\s?(?:개|つ|颗|顆|个)?`,
  `${STEPS}[- ]?(?:stars?|星|つ星)`,
]
const AT_END = SCALES.map((scale) => new RegExp(`\\s?[(（]?${scale}[)）]?$`, 'iu'))
const RIGHT_AFTER = SCALES.map((scale) => new RegExp(`^\\s?(?:[(（,:は을를은는이가]|で|,? ?rated)?\\s?${scale}`, 'iu'))
/** What can have degrees: words of no known kind, and figures. */
const DEGREES = /^(?:text|rating|num|int|mood|yesno)/

const stepsIn = (text: string, patterns: readonly RegExp[]): { steps: number; said: string } | undefined => {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    const steps = found?.[1] ? (FIGURES[found[1].toLowerCase()] ?? Number(found[1])) : 0
    if (found && steps >= 3 && steps <= 10) return { steps, said: found[0] }
  }
  return undefined
}

function scaled(one: Asked, { reading }: Frame): Asked {
  if (one.options || one.unit || !DEGREES.test(one.kind)) return one
  const own = stepsIn(one.label, AT_END)
  if (own && own.said.length < one.label.length)
    return { ...one, label: one.label.slice(0, -own.said.length).trim(), kind: 'rating', part: undefined, scale: [1, own.steps] }
  const at = placeOf(reading.text.toLowerCase(), one.label, one.start)
  const next = at && stepsIn(reading.text.slice(at[1], at[1] + 16), RIGHT_AFTER)
  return next ? { ...one, kind: 'rating', part: undefined, scale: [1, next.steps] } : one
}

/** "how sure I feel low medium high", 集中度 高中低, 집중도 상중하: three steps of one quality. */
const GRADES =
  /[\s:(（,/、]*(?:(low)[\s,/]+(?:or )?(med(?:ium)?|mid(?:dle)?)[\s,/]+(?:or |and )?(high)|(high)[\s,/]+(?:or )?(med(?:ium)?|mid(?:dle)?)[\s,/]+(?:or |and )?(low)|(高)[/・、]?(中)[/・、]?(低)|(低)[/・、]?(中)[/・、]?(高)|(상)[/·,]? ?(중)[/·,]? ?(하)|(하)[/·,]? ?(중)[/·,]? ?(상)|(强|強)[/・、]?(中)[/・、]?(弱)|(大)[/・、]?(中)[/・、]?(小))\)?/iu
function graded(one: Asked, { reading }: Frame): Asked {
  if (one.options || one.unit || !DEGREES.test(one.kind)) return one
  const own = GRADES.exec(one.label)
  const at = placeOf(reading.text.toLowerCase(), one.label, one.start)
  const next = at ? GRADES.exec(reading.text.slice(at[1], at[1] + 24)) : null
  const found = own && own.index > 0 ? own : next?.index === 0 ? next : null
  if (!found) return one
  const label = found === own ? one.label.slice(0, found.index).trim() : one.label
  const { scale: _, part: __, ...rest } = one
  return { ...rest, label, kind: 'choice', options: found.slice(1).filter(Boolean) as string[] }
}

/** A question asks for an answer of a kind, whatever it is about. */
function answered(one: Asked, frame: Frame): Asked {
  if (one.options || one.unit || one.scale || one.part || !/^(?:text|yesno|num|money|rating)/.test(one.kind)) return one
  const kind = answerOf(one.label, frame.language)
  // Words are the answer only where yes or no was taken for it; the figure the rules saw stands.
  if (!kind || (kind === 'text' && one.kind !== 'yesno')) return one
  return { ...one, kind }
}
