/**
 * What is settled once every quality is known: a day and an hour that are one moment, the scale that stands at the end of
 * a quality or right after it, what a question is answered with, and the columns of a board. Pure.
 */
import { sameWords } from '../marks/places.ts'
import { ofKind } from '../marks/retype.ts'
import { placeOf } from '../marks/ruled.ts'
import { answerOf } from '../rules/answers.ts'
import { partOf } from '../rules/parts.ts'
import { isBareQuestion, type Wording, wordingOf } from '../rules/wording.ts'
import { IS_LEFT } from './bounds.ts'
import { askedFor } from './kinds.ts'
import type { Asked, Frame } from './types.ts'

export function settle(frame: Frame): void {
  takeMoment(frame)
  // What is left of so many is worked out, and not typed in.
  if (frame.bounds.some(({ stock }) => stock)) frame.asked = frame.asked.filter(({ label }) => !IS_LEFT.test(label.toLowerCase()))
  frame.asked = frame.asked.map((one) => meant(one, frame))
  const asked = frame.asked.map((one) => worded(answered(graded(scaled(one, frame), frame), frame), frame))
  const isSaid = (one: Asked) => asked.some((other) => other !== one && other.sure && !one.sure && sameWords(other.label, one.label))
  frame.asked = headed(
    asked.filter((one) => !isSaid(one)),
    frame,
  )
}

/** 付款方式 微信还是支付宝, "payment, cash or card": what it can be stands right after its name. */
function headed(asked: readonly Asked[], { reading }: Frame): Asked[] {
  const low = reading.text.toLowerCase()
  const all = asked.toSorted((a, b) => a.start - b.start)
  return all.flatMap((one, n): Asked[] => {
    const [before, next] = [all[n - 1], all[n + 1]]
    // 수확량은 몇 kg인지: the figure of what stands before it.
    if (before && amountOf(before, one, reading.text)) return []
    const amount = next && amountOf(one, next, reading.text)
    if (amount?.kind) return [{ ...one, kind: amount.kind, part: undefined, ...(amount.unit && { unit: amount.unit }) }]
    if (before && isAlternatives(one) && follows(before, one, low)) return []
    return next && isAlternatives(next) && follows(one, next, low)
      ? [{ ...one, kind: 'choice', part: undefined, options: next.options! }]
      : [one]
  })
}
/** 몇 kg인지 right after a noun and its particle. */
function amountOf(one: Asked, next: Asked, text: string): Wording | undefined {
  if (!/^몇\s?/.test(next.label) || one.question || one.options || one.unit || !/^(?:text|num|int|qty|yesno)/.test(one.kind))
    return undefined
  const between = text.slice(text.indexOf(one.label) + one.label.length, text.indexOf(next.label))
  return /^[은는]\s$/.test(between) ? (wordingOf(`${one.label} ${next.label}`, 'ko') ?? undefined) : undefined
}
const isAlternatives = ({ label, options }: Asked): boolean => options !== undefined && options.length > 1 && label === options.join('/')
const NAMELESS = /^(?:text|choice|note)/
function follows(one: Asked, next: Asked, low: string): boolean {
  if (one.options || one.unit || one.scale || !NAMELESS.test(one.kind)) return false
  const at = placeOf(low, one.label, one.start)
  const to = placeOf(low, next.options![0]!, next.start)
  return at !== undefined && to !== undefined && to[0] >= at[1] && /^[\s(（:：是]{1,3}(?:either )?$/.test(low.slice(at[1], to[0]))
}

/** 単位 beside a quantity is what it is counted in; 時間 of a day's work how long it took. A sign of one's mood is no name. */
function meant(one: Asked, { asked, low }: Frame): Asked {
  const label = one.label.replace(
    /(?<=[\p{L}\p{N})）])[\s~〜]*\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\s|\u200d|\ufe0f)*$/u,
    '',
  )
  if (/^(?:units?|単位|单位|單位|단위)$/i.test(label) && asked.some((other) => other !== one && AMOUNT.test(other.label)))
    return { ...one, label, kind: 'text', part: undefined }
  const isSpan = asked.some((other) => other !== one && /開始|終了|始業|終業|开始|结束|시작|종료|\b(?:start|end|finish)/i.test(other.label))
  if (one.kind === 'time' && one.part?.id === 'time' && WORKED.test(low) && !isSpan) {
    const part = partOf('duration')
    return { ...one, label, kind: 'duration', part }
  }
  return label === one.label ? one : { ...one, label }
}
const AMOUNT = /\b(?:quantity|qty|amount|how many|stock|number)\b|数量|個数|数|數量|件数|库存|在庫|수량|개수/i
/** What somebody did that day is told with how long it took. */
const WORKED =
  /日報|日报|作業|工数|施工|勤務|労働|work (?:log|report|diary)|job sheet|timesheet|工时|工時|做工|干活|打工|作业日志|일보|작업 ?일지|근무|업무 ?일지/i

/** As one would write it over a column, unless another is called so. */
function worded(one: Asked, frame: Frame): Asked {
  if (one.options || one.given !== undefined) return one
  const wording = one.part ? null : (whetherBefore(one, frame) ?? wordingOf(one.label, frame.language))
  const low = frame.reading.text.toLowerCase()
  const at = placeOf(low, one.label, one.start)
  const within = (other: Asked) => {
    const there = placeOf(low, other.label, other.start)
    return at !== undefined && there !== undefined && there[0] >= at[0] && there[1] <= at[1]
  }
  const isTaken = wording && frame.asked.some((other) => other !== one && sameWords(other.label, wording.label) && !within(other))
  if (!wording || isTaken) {
    if (!isBareQuestion(one.label, frame.language)) return one
    // 언제 심었고: the question alone does not go on.
    return {
      ...one,
      label: frame.language === 'ko' ? one.label.replace(/(?<=[었았였했됐났갔왔봤줬썼샀])고$/, '는지') : one.label,
      question: true,
    }
  }
  const { label, options, unit } = wording
  for (const item of frame.items) if ((item.asked ?? item.label) === one.label) item.asked = label
  if (options) return { ...one, label, kind: 'choice', options, part: undefined }
  const named = askedFor(label, one.start, frame)
  if (wording.kind)
    return { ...one, ...(named.part?.kind === wording.kind && { part: named.part }), label, kind: wording.kind, ...(unit && { unit }) }
  if (one.scale) return { ...one, label }
  // Which of them: a word, whatever its letters look like.
  if (wording.which && !/^(?:text|person|place|choice)/.test(named.kind)) return { ...one, label, kind: 'text', part: undefined }
  if (wording.which && named.part) return { ...named, ...(one.sure && { sure: true }) }
  const learned = ofKind(named, placeOf(low, label, one.start), frame)
  const kind = wording.which && !/^(?:text|person|place)/.test(learned.kind) ? { kind: 'text' } : {}
  return { ...learned, ...kind, ...(one.sure && { sure: true }) }
}

/** “whether the” of “whether the egg was cracked”, before words that were marked without it. */
function whetherBefore({ label, start }: Asked, { reading, language }: Frame): Wording | null {
  const at = language === 'en' ? placeOf(reading.text.toLowerCase(), label, start) : undefined
  const said = at && WHETHER.exec(reading.text.slice(0, at[0]))?.[0]
  return said ? wordingOf(`${said}${label}`, language) : null
}
const WHETHER = /\b(?:whether|if) (?:[\w']+ ){0,3}$/i

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
const DEGREES = /^(?:text|rating|num|int|mood|yesno|choice)/

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
export const gradesIn = (text: string): { options: string[]; start: number } | undefined => {
  const found = GRADES.exec(text)
  return found ? { options: found.slice(1).filter(Boolean) as string[], start: found.index } : undefined
}
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
