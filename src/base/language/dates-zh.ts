/** Days in Chinese, simplified and traditional. */

import type { Candidate } from './atoms.ts'
import { addDays, addMonths, comingDay, comingWeekday, day, daysIn, nearestDate, nearestDay, parts, weekdayIn } from './calendar.ts'
import { figure } from './numbers.ts'
import { date, type Rule, weekdayOfChar } from './patterns.ts'

export const ZH_NUMBER = '(?:\\d{1,4}|[〇零一二两兩三四五六七八九十廿]{1,4})'
const N = `(${ZH_NUMBER})`
const YEAR = `(?:(今年|明年|来年|后年|後年|去年|昨年|前年|\\d{4}年|[〇零一二三四五六七八九]{4}年) ?[的の]?)?`

const RELATIVE = new Map<string, number>(
  '大前天:-3 前天:-2 昨天:-1 昨日:-1 昨晚:-1 昨夜:-1 今天:0 今日:0 今晚:0 今夜:0 今早:0 今晨:0 明天:1 明日:1 明早:1 明晚:1 明晨:1 后天:2 後天:2 大后天:3 大後天:3 后晚:2 前晚:-2'
    .split(' ')
    .map((pair) => [pair.split(':')[0]!, Number(pair.split(':')[1])]),
)
const half = (word: string): Candidate['half'] =>
  /[晚夜]上?$|下[昼晝]$/.test(word) ? 'pm' : /[早晨朝]上?$|上[昼晝]$/.test(word) ? 'am' : undefined
/** 昨儿个, 今个儿 and Cantonese 琴日, 聽晚: the day by its first sign. */
const DAY_SIGNS = new Map(Object.entries({ 前: -2, 昨: -1, 琴: -1, 寻: -1, 尋: -1, 噚: -1, 今: 0, 明: 1, 听: 1, 聽: 1, 后: 2, 後: 2 }))

const YEARS = new Map([
  ['前年', -2],
  ['去年', -1],
  ['今年', 0],
  ['明年', 1],
  ['来年', 1],
  ['昨年', -1],
  ['后年', 2],
  ['後年', 2],
])
export function yearOf(word: string, now: string): number | undefined {
  const offset = YEARS.get(word)
  if (offset !== undefined) return parts(now).year + offset
  return figure(word.replace(/年$/, ''))
}

const WEEK_OFFSETS = new Map([
  ['上上', -2],
  ['上', -1],
  ['这', 0],
  ['這', 0],
  ['本', 0],
  ['今', 0],
  ['下', 1],
  ['下下', 2],
])
const BACK = /[前]$/

export const chineseDates: Rule[] = [
  [
    /([前昨今明后後])(?:[儿兒][个個]?|个[儿兒]|個[儿兒])(?![子女童媳歌科])|(?![听聽]日[本语語文剧劇报報系韩韓])([琴寻尋噚听聽])(?:日(?:[朝晚]|[上下][昼晝])?|[朝晚](?![会會鲜鮮间間]))|([前后後])日(?![元谈談本])/gu,
    (m, { ctx, languageAt }) => {
      // 前日 and 後日 are other words in Japanese.
      if (m[3] && (languageAt(m.index) !== 'zh' || ctx.language !== 'zh')) return undefined
      const h = half(m[0])
      return { ...date(addDays(ctx.now.date, DAY_SIGNS.get((m[1] ?? m[2] ?? m[3])!) ?? 0))!, ...(h ? { half: h } : {}) }
    },
  ],
  [
    /大前天|前天|昨(?:天|日|晚上?|夜)|今(?:天|日|晚上?|夜|早上?|晨)|明(?:天|日|早上?|晚上?|晨)|大?[后後]天|[后前]晚/g,
    (m, { ctx, low }) => {
      const word = m[0].replace(/(?<=[早晚])上$/, '')
      const previous = low[m.index - 1] ?? ''
      if (word === '明天' && /[光透鲜]/.test(previous)) return undefined
      if (/^[后後]天/.test(word) && /[前今以]/.test(previous)) return undefined
      if (word === '前晚' || word === '后晚') if (/[\d一二三四五六七八九十以之]/.test(previous)) return undefined
      if (/^今日$/.test(word) && /^头条/.test(low.slice(m.index + 2, m.index + 4))) return undefined
      const h = half(word)
      return { ...date(addDays(ctx.now.date, RELATIVE.get(word) ?? 0))!, ...(h ? { half: h } : {}) }
    },
  ],
  // 5月3号到5号, 2026年12月1日至12月3日
  [
    new RegExp(`${YEAR}${N}月(?:份)?${N}(?:日|号|號)?(?: ?(?:到|至|-|~|から) ?(?:${N}月)?${N}(日|号|號)(?:まで|之间)?)`, 'g'),
    (m, { ctx }) => {
      const start = monthDay(m[1], m[2]!, m[3]!, ctx.now)
      if (!start) return undefined
      const { year, month } = parts(start)
      const endMonth = m[4] ? figure(m[4]) : month
      const end = endMonth === undefined ? undefined : day(endMonth < month ? year + 1 : year, endMonth, figure(m[5]!) ?? 0)
      return end && end >= start ? date(start, { to: addDays(end, 1), ...(m[1] ? {} : { guessed: 'year' }) }) : undefined
    },
  ],
  [
    new RegExp(`${YEAR}${N}月(?:份)?${N}(?:日|号|號)`, 'g'),
    (m, { ctx }) => date(monthDay(m[1], m[2]!, m[3]!, ctx.now), m[1] ? {} : { guessed: 'year' }),
  ],
  [
    new RegExp(`(上上|下下|上|下|这|這|本|当|今|来|先)个?個?月 ?的?${N}(?:日|号|號)(?!线|楼|店)`, 'g'),
    (m, { ctx }) => {
      const offset =
        new Map([
          ['来', 1],
          ['先', -1],
          ['当', 0],
        ]).get(m[1]!) ??
        WEEK_OFFSETS.get(m[1]!) ??
        0
      const { year, month } = parts(addMonths(`${ctx.now.date.slice(0, 7)}-01`, offset))
      return date(day(year, month, figure(m[2]!) ?? 0))
    },
  ],
  [
    /(?<![\d月第.一二三四五六七八九十每])(\d{1,2}|[一二三四五六七八九十廿]{1,3})[号號](?!线|楼|店|机|码|称|球|位)/g,
    (m, { ctx }) => date(nearestDate(figure(m[1]!) ?? 0, ctx.now), { guessed: 'month' }),
  ],
  [
    new RegExp(`${N}(?:个|個)?(天|日|周|週|星期|礼拜|禮拜|月|年)(?:之|以)?([前后後])(?![天面])`, 'g'),
    (m, { ctx, low }) => {
      const n = figure(m[1]!)
      if (n === undefined || (m[2] === '月' && !/[个個]/.test(m[0])) || (m[2] === '年' && n > 200)) return undefined
      if (/[最近过去每隔]$/.test(low.slice(Math.max(0, m.index - 1), m.index)) && BACK.test(m[0]) === false && low[m.index - 1] !== '过')
        return undefined
      return date(shifted(ctx.now.date, m[2]!, BACK.test(m[0]) ? -n : n))
    },
  ],
  [/半年(?:之|以)?([前后後])/g, (m, { ctx }) => date(addMonths(ctx.now.date, m[1] === '前' ? -6 : 6))],
  [/半个月(?:之|以)?([前后後])/g, (m, { ctx }) => date(addDays(ctx.now.date, m[1] === '前' ? -15 : 15))],
  // 周一起 is "from Monday" or the end of 下周 and "together"; 周一次 counts times.
  [
    /(?<!每)(上上|下下|上|下|这|這|本)?(?:个|個)?(?:周|星期|礼拜|禮拜|週)([一二三四五六日天])(?![直般共样些定次])/g,
    (m, { ctx, low }) => {
      const weekday = weekdayOfChar(m[2]!)
      const rest = low.slice(m.index + m[0].length, m.index + m[0].length + 2)
      if (weekday === undefined) return undefined
      if (m[2] === '一' && /^(?:起(?!床)|天|周|个|遍|回|下)/.test(rest)) return undefined
      if (/^[二三四五六]$/.test(m[2]!) && /^(?:次|回|遍|天|个|小时)/.test(rest)) return undefined
      if (m[2] === '日' && /^(?:程|常|志|记|报|历|元|本)/.test(rest)) return undefined
      if (!m[1] && /[一二两三四五六七八九十\d每个個半]/.test(low[m.index - 1] ?? '')) return undefined
      if (!m[1]) return date(comingWeekday(weekday, ctx.now), { guessed: 'week' })
      return date(weekdayIn(WEEK_OFFSETS.get(m[1]) ?? 0, weekday, ctx.now))
    },
  ],
  [
    /(上个?|下个?|这个?|本)?月(底|末|初)/g,
    (m, { ctx, low }) => {
      if (!m[1] && /[\d一二三四五六七八九十每个]/.test(low[m.index - 1] ?? '')) return undefined
      const { year, month } = parts(
        addMonths(`${ctx.now.date.slice(0, 7)}-01`, m[1]?.startsWith('上') ? -1 : m[1]?.startsWith('下') ? 1 : 0),
      )
      return date(day(year, month, m[2] === '初' ? 1 : daysIn(year, month)), m[1] ? {} : { guessed: 'month' })
    },
  ],
  [/(?:今年)?年底|(?<!每)年末/g, (_m, { ctx }) => date(`${ctx.now.date.slice(0, 4)}-12-31`)],
  [
    /圣诞节|聖誕節|圣诞(?!树|礼|老|帽|卡)|平安夜|元旦|跨年夜?|情人节|情人節|国庆节?|國慶節?|劳动节|勞動節|五一(?!路)|儿童节|妇女节|万圣节|萬聖節/g,
    (m, { ctx }) => {
      const [month, d] = HOLIDAYS.find(([words]) => words.test(m[0]))?.[1] ?? [0, 0]
      return month ? date(comingDay(month, d, ctx.now), { guessed: 'year' }) : undefined
    },
  ],
]

const HOLIDAYS: [RegExp, [number, number]][] = [
  [/^[圣聖]/, [12, 25]],
  [/^平安/, [12, 24]],
  [/^元旦/, [1, 1]],
  [/^跨年/, [12, 31]],
  [/^情人/, [2, 14]],
  [/^[国國]/, [10, 1]],
  [/^(?:劳|勞|五一)/, [5, 1]],
  [/^儿童/, [6, 1]],
  [/^妇女/, [3, 8]],
  [/^[万萬]/, [10, 31]],
]

/** A unit's character says how far to go. */
export function shifted(today: string, unit: string, n: number): string {
  if (/[周週礼禮星주]/.test(unit)) return addDays(today, n * 7)
  if (/[天日일]/.test(unit)) return addDays(today, n)
  return addMonths(today, /[年년]/.test(unit) ? n * 12 : n)
}

export function monthDay(
  year: string | undefined,
  month: string,
  dayOfMonth: string,
  now: Parameters<typeof nearestDay>[2],
): string | undefined {
  const m = figure(month)
  const d = figure(dayOfMonth)
  if (m === undefined || d === undefined) return undefined
  if (!year) return nearestDay(m, d, now)
  const y = yearOf(year, now.date)
  return y === undefined ? undefined : day(y, m, d)
}
