/** Times of day: 15:30, 3:30pm, noon, 下午3点半, 午後3時半, 오후 3시 반, 晚上八点. */
import type { Candidate, Source } from './atoms.ts'
import { koreanFigure } from './dates-ko.ts'
import { englishAt, parseHan } from './numerals.ts'
import { findByRules, type Rule, type Seen } from './patterns.ts'

export const findTimes = (source: Source): Candidate[] => findByRules(source, RULES)

/** Which half of the day a word puts the hour in. */
const AM =
  /^(?:凌晨|清晨|早上|早晨|上午|上[昼晝]|朝早|朝头早|朝頭早|今早|今朝|早|清早|午前|朝|早朝|明け方|오전|아침|새벽|am|a\.m\.?|in the morning|未明)$/
const MIDNIGHT = /^(?:半夜|深夜|夜里|夜中|한밤|밤)$/
const NOON = /^(?:中午|正午|晏[昼晝]|昼|お昼|낮|점심|at noon)$/

function moment(hour: number, minute: number, word: string | undefined, literal = false): Seen {
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60) || (hour === 24 && minute > 0)) return undefined
  const said = word?.trim()
  let h = hour % 24
  const open = said ? undefined : clock(h, minute)
  if (said) h = inHalf(h, said)
  // "at 3", 3点, 3時, 3시 mean the afternoon unless the dawn is named.
  else if (!literal && h >= 1 && h <= 5) h += 12
  return { read: { kind: 'time', time: clock(h, minute) }, rank: 5, ...(open ? { open } : {}) }
}
function inHalf(hour: number, word: string): number {
  if (AM.test(word)) return hour === 12 ? 0 : hour
  if (MIDNIGHT.test(word)) return hour === 12 ? 0 : hour < 6 ? hour : hour < 12 ? hour + 12 : hour
  if (NOON.test(word)) return hour < 10 && hour > 0 ? hour + 12 : hour
  return hour === 12 && /晚|夜|night|밤|저녁/.test(word) ? 0 : hour < 12 ? hour + 12 : hour
}
export const clock = (hour: number, minute: number) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

const ZH_PART =
  '凌晨|清晨|清早|早上|早晨|朝早|朝头早|朝頭早|上午|上昼|上晝|中午|正午|晏昼|晏晝|下午|下昼|下晝|午后|午後|傍晚|晚上|晚间|晚間|夜晚|夜里|夜裡|夜晚黑|半夜|深夜|早|晚'
const JA_PART = '午前|午後|早朝|未明|明け方|夕方|夕刻|深夜|夜中|お昼|正午|朝|昼|夜|晩'
const KO_PART = '오전|오후|아침|점심|저녁|새벽|한밤|낮|밤'
const H = '(\\d{1,2}|[零〇一二两兩三四五六七八九十]{1,3})'
const M = '(\\d{1,2}|[零〇一二三四五六七八九十]{1,3})'
const W = '(?<![a-z\\d])'
const E = '(?![a-z])'
/** What stands before a time of the clock. */
const BY = 'at|by|about|around|until|till|til|before|after|since'
const MINUTES = 'five|ten|twenty|twenty[- ]five|[1-5]?[05]'
const DAY_PART = '(?: ?(am|pm|in the morning|in the afternoon|in the evening|at night))?'
const HOUR_ENDS =
  '$|\\n|[.!?;,)]|(?: (?:on|every|and|to|in|from|until|till|for|with|the|each|tomorrow|tonight|today|yesterday|this|please|sharp|or|then|ish|at|it|i|we|he|she|they|but|so|because|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?![a-z]))'
/** The reading begins after the word that leads to it. */
const from = (m: RegExpExecArray, seen: Seen): Seen => seen && { ...seen, start: m.index + (m[1] ? m[1].trimEnd().length + 1 : 0) }
/** "ten to six": so many minutes before the hour, on the half of the day that the hour is in. */
const before = (hour: number, minutes: number, word: string | undefined): Seen =>
  moment(hour === 1 ? 12 : hour - 1, (60 - minutes) % 60, word)
const han = (word: string) => (/^\d/.test(word) ? Number(word) : (parseHan(word) ?? -1))

const RULES: Rule[] = [
  [
    new RegExp(
      `(?:(?<![每毎今昨明])(${ZH_PART}|${JA_PART}|${KO_PART})[の的]? ?)?(?<![\\d:.])(\\d{1,2}):(\\d{2})(?::\\d{2})?(?![\\d:])(?: ?(a\\.m\\.?|p\\.m\\.?|am|pm)${E})?`,
      'g',
    ),
    (m) => moment(Number(m[2]), Number(m[3]), m[4] ?? m[1], true),
  ],
  [
    new RegExp(`${W}(\\d{1,2})(?:[.:](\\d{2}))? ?(a\\.m\\.?|p\\.m\\.?|am|pm)${E}`, 'g'),
    (m) => (Number(m[1]) <= 12 ? moment(Number(m[1]), Number(m[2] ?? 0), m[3]) : undefined),
  ],
  [
    new RegExp(`${W}(am|pm) ?(\\d{1,2})(?::(\\d{2}))?(?![\\d:a-z]|時間)時?`, 'g'),
    (m) => (Number(m[2]) <= 12 ? moment(Number(m[2]), Number(m[3] ?? 0), m[1]) : undefined),
  ],
  [
    new RegExp(`${W}(\\d{1,2}|[a-z]{3,6}) (?:o'?clock ?)?(in the morning|in the afternoon|in the evening|at night)${E}`, 'g'),
    (m) => {
      const hour = hourWord(m[1]!)
      return hour && hour <= 12 ? moment(hour, 0, m[2]) : undefined
    },
  ],
  [
    new RegExp(`${W}(\\d{1,2}|[a-z]{3,6}) ?o'?clock${E}`, 'g'),
    (m) => (hourWord(m[1]!) ? moment(hourWord(m[1]!) ?? 0, 0, undefined) : undefined),
  ],
  [
    /(?<![a-z])at (\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=$|\n|[.!?;,)](?!\d)| (?:on|every|and|to|in|from|until|for|with|the|each|tomorrow|today|tonight|please|sharp|or|then|-)(?![a-z]))/g,
    (m, { low }) => {
      if (
        /^ (?:for|to|and|or) [$¥€£\d]/.test(low.slice(m.index + m[0].length, m.index + m[0].length + 8)) ||
        /(?:cap|limit|budget|set|stay|keep it|warn me|target|capped|start|price|priced) $/.test(
          low.slice(Math.max(0, m.index - 10), m.index),
        )
      )
        return undefined
      const seen = moment(hourWord(m[1]!) ?? -1, 0, undefined)
      return seen && { ...seen, start: m.index + 3 }
    },
  ],
  [
    new RegExp(
      `${W}(half past|(?:a )?quarter (?:past|after|to|of)) (\\d{1,2}|[a-z]{3,6})(?: ?(am|pm|in the morning|in the evening))?${E}`,
      'g',
    ),
    (m) => {
      const hour = hourWord(m[2]!)
      if (!hour || hour > 12) return undefined
      return m[1]!.endsWith('past') || m[1]!.endsWith('after') ? moment(hour, m[1] === 'half past' ? 30 : 15, m[3]) : before(hour, 15, m[3])
    },
  ],
  // Half nine is half past nine where the half is British; half three apples are none.
  [
    new RegExp(`${W}(${BY} )?half (\\d{1,2}|[a-z]{3,6})(?![a-z\\d])${DAY_PART}(?=${HOUR_ENDS})`, 'g'),
    (m) => {
      const hour = hourWord(m[2]!)
      if (!hour || hour > 12 || (!m[1] && hour < 3)) return undefined
      return from(m, moment(hour, 30, m[3]))
    },
  ],
  // twenty past four, at ten to six, at five minutes to 8
  [
    new RegExp(
      `${W}(?:(${BY}) )?(${MINUTES})(?: minutes?)? (past|after|to|til|till|before) (\\d{1,2}|[a-z]{3,6})(?![a-z\\d:])${DAY_PART}(?=${HOUR_ENDS})`,
      'g',
    ),
    (m) => {
      const hour = hourWord(m[4]!)
      const minute = /^\d/.test(m[2]!) ? Number(m[2]) : (englishAt(m[2]!, 0)?.value ?? 0)
      // "ten to six" alone are hours from one to the other; of twenty there are none.
      const told = m[3] === 'past' || m[1] !== undefined || (minute >= 20 && !/^\d/.test(m[2]!))
      if (!hour || hour > 12 || !told) return undefined
      return from(m, m[3] === 'past' || m[3] === 'after' ? moment(hour, minute, m[5]) : before(hour, minute, m[5]))
    },
  ],
  // at six thirty, by seven fifteen
  [
    new RegExp(`${W}(${BY}) ([a-z]{3,6}) (fifteen|twenty|thirty|forty|forty[- ]five|fifty|oh five|o five)${E}${DAY_PART}`, 'g'),
    (m) => {
      const hour = hourWord(m[2]!)
      return hour ? from(m, moment(hour, englishAt(m[3]!.replace(/^oh? /, ''), 0)?.value ?? 0, m[4])) : undefined
    },
  ],
  [
    new RegExp(`${W}(?:12 )?(noon|midday|midnight)${E}`, 'g'),
    (m) => ({ read: { kind: 'time', time: m[1] === 'midnight' ? '00:00' : '12:00' } }),
  ],
  [/正午(?![\d一-龥])|(?<![가-힣])정오(?![가-힣]{2})/g, () => ({ read: { kind: 'time', time: '12:00' } })],
  [/零点(?!\d)|零時|(?<![가-힣])자정(?![가-힣]{2})/g, () => ({ read: { kind: 'time', time: '00:00' } })],
  [
    new RegExp(
      `(?:(?<![每今昨明])(${ZH_PART})的? ?)?(?<![\\d第.])${H}[点點](?:[钟鐘]|整)?(?:(半)|(一刻|三刻)|(?:过)?${M}分?(?![\\d天个次年月岁元块人%]))?`,
      'g',
    ),
    (m, { languageAt, low }) => chineseTime(m, languageAt(m.index) === 'ja', low),
  ],
  [
    new RegExp(
      `(?:(?<![毎今昨明])(${JA_PART})の?)?(?<![\\d第])${H}時(?!間|[的期代空制差点給々速折計])(?:(半)|${M}分(?!間)|([0-5]\\d)(?=$|[\\s、。,にごまかで]))?(?:ちょうど|ごろ|頃)?`,
      'g',
    ),
    (m, { low }) => {
      if (!m[1] && m[2] === '一' && !m[3] && !m[4] && !/^[にかまごち、。]/.test(low.slice(m.index + 2, m.index + 3))) return undefined
      return moment(han(m[2]!), m[3] ? 30 : m[4] ? han(m[4]) : Number(m[5] ?? 0), m[1])
    },
  ],
  [
    new RegExp(
      `(?:(${KO_PART})에? ?|(?<![가-힣\\d]))(\\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열두|열한|열|이?십[일이삼사오육칠팔구]?) ?시(?:정각|쯤)?(?: ?(반)(?![가-힣]{2}찬)| ?(\\d{1,2}|[일이삼사오육칠팔구십]{1,3}) ?분(?!간| ?(?:동안|짜리|씩|정도|쯤|운동|걸))| ?([0-5]\\d)(?=$|[ ,.에]))?(?=$|[\\s,.!?~)-]|에|부터|까지|마다|로|이전|이후|전|후|쯤|정각|이|은|의|랑|와|하고|경)`,
      'g',
    ),
    (m) => moment(koreanFigure(m[2]!) ?? -1, m[3] ? 30 : m[4] ? (koreanFigure(m[4]) ?? 0) : Number(m[5] ?? 0), m[1]),
  ],
]

/** 3点 is an hour, 三点建议 three points, 一点 a little. */
function chineseTime(m: RegExpExecArray, japanese: boolean, low: string): Seen {
  const [, part, hour = '', halfPast, quarter, minute] = m
  const rest = low.slice(m.index + m[0].length, m.index + m[0].length + 2)
  const marked = Boolean((part && part.length > 1) || halfPast || quarter || /[钟鐘整]/.test(m[0]))
  if (japanese && !part) return undefined
  if (hour === '一' && !marked && !(minute && /分$/.test(m[0]))) return undefined
  if (!marked && /^(?:建议|要求|意见|原因|内容|注意|五|\d|心|评|赞|击|菜|餐|数|儿|多|滴|点|五)/.test(rest)) return undefined
  if (!marked && minute && !/分$/.test(m[0]) && minute.length < 2) return undefined
  if (part === '早' || part === '晚') if (hour === '一' || hour === '两') return undefined
  return moment(han(hour), halfPast ? 30 : quarter ? (quarter === '一刻' ? 15 : 45) : minute ? han(minute) : 0, part)
}

const hourWord = (word: string): number | undefined => {
  if (/^\d/.test(word)) return Number(word)
  const numeral = englishAt(word, 0)
  return numeral && numeral.end === word.length && numeral.value >= 1 && numeral.value <= 12 ? numeral.value : undefined
}
