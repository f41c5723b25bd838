/** Shapes of saying a figure or a name that only some apps keep: nine to half past twelve, “Dune by Frank Herbert”. */
import type { Reading } from '../base/language/types.ts'
import type { Field } from '../spec.ts'
import type { Take } from './log/types.ts'

const CLOCK = '(\\d{1,2})(?:[:：](\\d{2})|\\s?(?:時|点|시)(?:\\s?(\\d{1,2})\\s?(?:分|분)|\\s?(半|반))?)?\\s?(am|pm|a\\.m\\.|p\\.m\\.)?'
const SPAN = new RegExp(
  `(?:from |(?<![\\d.]))${CLOCK}\\s?(?:to|until|till|-|–|—|~|〜|から|到|至|부터|에서)\\s?${CLOCK}\\s?(?:まで|까지)?(?![\\d.]|\\s?(?:km|kg|sets?|reps?))`,
  'i',
)
export function hasSpan(text: string): boolean {
  const found = SPAN.exec(text)
  if (!found) return false
  // “worked from 9 to 5” needs no o'clock; “from 3 to 5 stars” is none.
  const alone = /^\s*(?:$|[,.;!]|(?:today|yesterday|on|at|with|for|in|this|last)\b)/i.test(text.slice(found.index + found[0].length))
  return /[:：時点시]|am|pm/i.test(found[0]) || (/^from/i.test(found[0]) && alone)
}
/** "9 to 12:30", 9시부터 12시 반까지: the time between, and its ends where they are kept. */
export function fillSpan(reading: Reading, fields: Field[], take: Take): void {
  const duration = fields.find((field) => field.kind === 'duration')
  const times = fields.filter((field) => field.kind === 'time')
  if (!duration && times.length < 2) return
  const said = SPAN.exec(reading.text)
  if (!said || !/[:：時点시]|am|pm/i.test(said[0])) return
  const until = clock(said.slice(6, 11))
  let from = clock(said.slice(1, 6))
  if (from === null || until === null) return
  // "1 to 5 pm": the second half of the day is said once.
  if (/p/i.test(said[10] ?? '') && !said[5] && from < 720 && from + 720 < until) from += 720
  const minutes = until > from ? until - from : until + 720 > from && until < 720 ? until + 720 - from : 0
  if (minutes <= 0 || minutes > 960) return
  const at: [number, number] = [said.index, said.index + said[0].length]
  // 내일 14시부터: the day that was read with the first hour.
  const day = reading.values.find(({ read, start, end }) => read.kind === 'datetime' && start < at[1] && end > at[0])?.read
  const date = fields.find((field) => field.kind === 'date')
  if (date && day?.kind === 'datetime') take(date, day.date)
  if (duration) take(duration, minutes, at)
  if (times.length >= 2) {
    take(times[0]!, shown(from), at)
    take(times[1]!, shown(until > from ? until : until + 720), at)
  }
}
function clock([hour, colon, spoken, half, noon]: (string | undefined)[]): number | null {
  const hours = Number(hour)
  const minutes = Number(colon ?? spoken ?? (half ? 30 : 0))
  if (!(hours <= 24 && minutes < 60)) return null
  return (/p/i.test(noon ?? '') && hours < 12 ? hours + 12 : /a/i.test(noon ?? '') && hours === 12 ? 0 : hours) * 60 + minutes
}
const shown = (minutes: number) => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const AUTHOR =
  /author|writer|artist|director|composer|band|singer|作者|作家|导演|歌手|艺术家|著者|監督|アーティスト|작가|저자|지은이|감독|가수|아티스트/i
const BY: RegExp[] = [
  /\bby\s+(\p{Lu}[\p{L}.'-]*(?:\s+(?:de|van|von|der|la|le|\p{Lu}[\p{L}.'-]*)){0,4})/u,
  /作者(?:是|:|：)?\s?([^\s,，。、的]{2,12})|([^\s,，。、《》的]{2,10})(?:写的|著|导演的)/u,
  /著者(?:は|:|：)?\s?([^\s,、。はがを]{2,12})|([^\s,、。「」『』]{2,12}?)(?:さん)?(?:著|の作品|監督)/u,
  /(?:작가|저자|지은이|감독)(?:는|은|:)?\s?([^\s,]{2,12})|([^\s,]{2,12})\s?(?:지음|저|작가의)/u,
]
const QUOTED = /[《「『“"]([^》」』”"]{1,80})[》」』”"]/u

/** Who made it, and a title in quotes: 《三体》 刘慈欣, 「こころ」夏目漱石. */
export function fillMaker(reading: Reading, fields: Field[], title: Field | undefined, take: Take): void {
  const author = fields.find(
    (field) => (field.kind === 'text' || field.kind === 'person') && (AUTHOR.test(field.id) || AUTHOR.test(field.label)),
  )
  const quoted = QUOTED.exec(reading.text)
  if (quoted && title?.kind === 'text') take(title, quoted[1]!.trim(), [quoted.index, quoted.index + quoted[0].length])
  if (!author) return
  for (const pattern of BY) {
    const found = pattern.exec(reading.text)
    const name = found?.slice(1).find((part) => part !== undefined)
    if (!found || !name || reading.values.some((value) => found.index < value.end && found.index + found[0].length > value.start)) continue
    take(author, name, [found.index, found.index + found[0].length])
    return
  }
}

/** 星5つ, 별 4개, 5星, 4 stars: a rating said in stars. */
export function fillScore(reading: Reading, fields: Field[], take: Take): void {
  const field = fields.find((one) => one.kind === 'rating')
  if (field?.kind !== 'rating') return
  const said =
    /(?:星|별|评分|評価|별점)\s?(\d{1,2}(?:\.\d)?)(?:つ|個|개|点|점|分)?|(\d{1,2}(?:\.\d)?)\s?(?:つ星|颗星|顆星|星|stars?\b)/i.exec(
      reading.text,
    )
  // "7/10" is no day where ratings go up to ten.
  const of = new RegExp(`(?<![\\d/.])(\\d{1,2}(?:\\.\\d)?)\\s?(?:/|／|out of)\\s?${field.max}(?![\\d/])`, 'i').exec(reading.text)
  if (of && Number(of[1]) >= 1 && Number(of[1]) <= field.max) {
    take(field, Math.round(Number(of[1])), [of.index, of.index + of[0].length])
    return
  }
  const n = Number(said?.[1] ?? said?.[2])
  if (said && n >= 1 && n <= field.max) take(field, Math.round(n), [said.index, said.index + said[0].length])
}
