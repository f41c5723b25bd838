/** Spans a person asks about: this month, 上周, 先月, 지난주, named months and years, "the last 7 days", 直近1週間. */
import type { PeriodUnit } from '../../spec.ts'
import type { Candidate, Source } from './atoms.ts'
import { addDays, addMonths, daysBetween, firstOf, nearestMonth, parts, periodAt, startOf, weekdayIn } from './calendar.ts'
import { countOf, MONTHS, MONTHS_LONG, monthOf } from './dates-en.ts'
import { koreanFigure, offsetKo } from './dates-ko.ts'
import { yearOf, ZH_NUMBER } from './dates-zh.ts'
import { figure } from './numbers.ts'
import { findByRules, type Rule, type Seen } from './patterns.ts'
import type { Now } from './types.ts'

export const findPeriods = (source: Source): Candidate[] => findByRules(source, RULES)

const period = (unit: PeriodUnit, offset: number, now: Now): Seen => ({
  read: { kind: 'period', ...periodAt(unit, offset, now), unit, offset },
})

function quarter(offset: number, now: Now): Seen {
  const { year, month } = parts(now.date)
  const from = addMonths(firstOf(year, Math.floor((month - 1) / 3) * 3 + 1), offset * 3)
  return { read: { kind: 'period', from, to: addMonths(from, 3) } }
}
function namedQuarter(n: number, year: number | undefined, now: Now): Seen {
  if (n < 1 || n > 4) return undefined
  const from = firstOf(year ?? parts(now.date).year, (n - 1) * 3 + 1)
  return { read: { kind: 'period', from, to: addMonths(from, 3) } }
}

/** The last `n` days, weeks or months, today included; or the coming ones from today. */
function rolling(n: number, unit: string, now: Now, ahead = false): Seen {
  if (!(n > 0 && n < 20_000)) return undefined
  const size = unitOf(unit)
  if (ahead) {
    const to =
      size === 'day'
        ? addDays(now.date, n)
        : size === 'week'
          ? addDays(now.date, n * 7)
          : addMonths(now.date, size === 'month' ? n : n * 12)
    return { read: { kind: 'period', from: now.date, to } }
  }
  const to = addDays(now.date, 1)
  const from = size === 'day' ? addDays(to, -n) : size === 'week' ? addDays(to, -n * 7) : addMonths(to, size === 'month' ? -n : -n * 12)
  return { read: { kind: 'period', from, to, days: daysBetween(from, to) } }
}
export function unitOf(word: string): PeriodUnit {
  if (/^(?:we?e?k|周|週|星|礼|禮|주)|个星|个礼|個星/.test(word)) return 'week'
  if (/月|^mo?n?th|달|개월/.test(word)) return 'month'
  if (/^ye?a?r|年|년|해/.test(word)) return 'year'
  return 'day'
}

function month(m: number, year: number | undefined, now: Now): Seen {
  if (!(m >= 1 && m <= 12)) return undefined
  const from = year === undefined ? nearestMonth(m, now) : firstOf(year, m)
  const present = parts(now.date)
  const its = parts(from)
  return {
    read: {
      kind: 'period',
      from,
      to: addMonths(from, 1),
      unit: 'month',
      offset: (its.year - present.year) * 12 + its.month - present.month,
    },
  }
}
function year(y: number, now: Now): Seen {
  if (!(y >= 1900 && y <= 2200)) return undefined
  return { read: { kind: 'period', from: `${y}-01-01`, to: `${y + 1}-01-01`, unit: 'year', offset: y - parts(now.date).year } }
}
/** Saturday and Sunday; on a Sunday this weekend is the one that ends. */
function weekend(offset: number, now: Now): Seen {
  const saturday = addDays(weekdayIn(0, 1, { ...now, weekStart: 1 }), 5 + offset * 7)
  return { read: { kind: 'period', from: saturday, to: addDays(saturday, 2) } }
}

const W = '(?<![a-z])'
const E = '(?![a-z])'
const ZH_OFFSETS = new Map([
  ['上上', -2],
  ['上', -1],
  ['前', -1],
  ['这', 0],
  ['這', 0],
  ['本', 0],
  ['今', 0],
  ['当', 0],
  ['下', 1],
  ['下下', 2],
])
const JA_WORDS = new Map<string, [PeriodUnit, number]>([
  ['先々週', ['week', -2]],
  ['先週', ['week', -1]],
  ['今週', ['week', 0]],
  ['来週', ['week', 1]],
  ['再来週', ['week', 2]],
  ['先々月', ['month', -2]],
  ['先月', ['month', -1]],
  ['今月', ['month', 0]],
  ['来月', ['month', 1]],
  ['再来月', ['month', 2]],
  ['一昨年', ['year', -2]],
  ['おととし', ['year', -2]],
  ['去年', ['year', -1]],
  ['昨年', ['year', -1]],
  ['今年', ['year', 0]],
  ['本年', ['year', 0]],
  ['今年度', ['year', 0]],
  ['来年', ['year', 1]],
  ['再来年', ['year', 2]],
  ['前年', ['year', -2]],
  ['明年', ['year', 1]],
  ['后年', ['year', 2]],
  ['後年', ['year', 2]],
])
const KO_YEARS = new Map([
  ['재작년', -2],
  ['작년', -1],
  ['지난해', -1],
  ['올해', 0],
  ['금년', 0],
  ['올 한 해', 0],
  ['내년', 1],
  ['내후년', 2],
])

const RULES: Rule[] = [
  // English
  [
    new RegExp(
      `${W}(?:the )?(this|last|next|past|current|previous|coming) (week|wk|month|mth|year|yr|quarter|weekend|wkend)(?:'s)?${E}`,
      'g',
    ),
    (m, { ctx }) => {
      const offset = /last|past|previous/.test(m[1]!) ? -1 : /next|coming/.test(m[1]!) ? 1 : 0
      if (m[2] === 'quarter') return quarter(offset, ctx.now)
      if (m[2]!.endsWith('end')) return weekend(offset === 1 && m[1] === 'coming' ? 0 : offset, ctx.now)
      return period(unitOf(m[2]!), offset, ctx.now)
    },
  ],
  [new RegExp(`${W}(week|month|year) before last${E}`, 'g'), (m, { ctx }) => period(unitOf(m[1]!), -2, ctx.now)],
  [new RegExp(`${W}(week|month|year) after next${E}`, 'g'), (m, { ctx }) => period(unitOf(m[1]!), 2, ctx.now)],
  [
    new RegExp(`${W}(?:on|over|at|during) the (weekend)${E}`, 'g'),
    (m, { ctx }) => ({ ...weekend(0, ctx.now)!, start: m.index + m[0].length - 7 }),
  ],
  [
    new RegExp(
      `${W}(?:the |these |in the |over the )?(last|past|previous|next|coming|following) (\\d{1,4}|couple of|few|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|ninety)[ -](days?|weeks?|months?|years?)${E}`,
      'g',
    ),
    (m, { ctx }) =>
      rolling(/^(?:couple of)/.test(m[2]!) ? 2 : m[2] === 'few' ? 3 : countOf(m[2]!), m[3]!, ctx.now, /next|coming|following/.test(m[1]!)),
  ],
  [
    new RegExp(`${W}(?:year to date|ytd|so far this year)${E}`, 'g'),
    (_m, { ctx }) => ({ read: { kind: 'period', from: startOf('year', ctx.now.date, 1), to: addDays(ctx.now.date, 1) } }),
  ],
  [
    new RegExp(
      `${W}(?:(in|during|for|since|this|last|next|of|until|through|by) )?(${MONTHS_LONG}|${MONTHS})(?:'s)?\\.?,? (\\d{4})${E}(?![\\d:])`,
      'g',
    ),
    (m, { ctx }) => trim(month(monthOf(m[2]!), Number(m[3]), ctx.now), m),
  ],
  [
    new RegExp(`${W}(?:(in|during|for|since|this|last|next|of|until|through|by|every) )?(${MONTHS_LONG})(?:'s)?${E}(?! ?\\d)`, 'g'),
    (m, { ctx }) => {
      if (m[1] === 'every') return undefined
      // May and March are other words unless a preposition makes them months; the latter stand alone.
      const doubtful = m[2] === 'may' || m[2] === 'march'
      if (
        doubtful &&
        (!m[1] ||
          (m[1] === 'this' && m[2] === 'may') ||
          /^ (?:i|we|you|he|she|it|they|be|have|the)(?![a-z])/.test(m.input.slice(m.index + m[0].length, m.index + m[0].length + 6)))
      )
        return undefined
      const n = monthOf(m[2]!)
      const present = parts(ctx.now.date)
      if (m[1] === 'this') return trim(month(n, present.year, ctx.now), m, true)
      if (m[1] === 'by' || m[1] === 'until' || m[1] === 'through')
        return trim(month(n, n >= present.month ? present.year : present.year + 1, ctx.now), m)
      if (m[1] === 'since') return trim(month(n, n <= present.month ? present.year : present.year - 1, ctx.now), m)
      if (m[1] === 'last') return trim(month(n, n < present.month ? present.year : present.year - 1, ctx.now), m, true)
      if (m[1] === 'next') return trim(month(n, n > present.month ? present.year : present.year + 1, ctx.now), m, true)
      return trim(month(n, undefined, ctx.now), m)
    },
  ],
  [
    new RegExp(`${W}(in|during|since|for) (jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)${E}(?! ?\\d)`, 'g'),
    (m, { ctx }) => trim(month(monthOf(m[2]!), undefined, ctx.now), m),
  ],
  [
    new RegExp(
      `${W}(in|during|of|for|since|year) ((?:19|20)\\d\\d)(?![\\d:%.,-]|\\/| (?:yen|won|dollars|usd|steps|calories|kcal|words|people|ml))`,
      'g',
    ),
    (m, { ctx }) => trim(year(Number(m[2]), ctx.now), m),
  ],
  [
    new RegExp(
      `${W}(?:from )?(${MONTHS_LONG}|${MONTHS}) ?(?:to|through|until|-) ?(${MONTHS_LONG}|${MONTHS})(?: (\\d{4}))?${E}(?! ?\\d)`,
      'g',
    ),
    (m, { ctx }) => {
      // "march to may" needs its "from": the first is also a verb.
      if (!m[0].startsWith('from') && /^(?:may|march|mar|dec|sep|jan|jun)$/.test(m[1]!)) return undefined
      const from = m[3] ? firstOf(Number(m[3]), monthOf(m[1]!)) : nearestMonth(monthOf(m[1]!), ctx.now)
      return { read: { kind: 'period', from, to: addMonths(from, ((monthOf(m[2]!) - monthOf(m[1]!) + 12) % 12) + 1) } }
    },
  ],
  [
    new RegExp(`${W}q([1-4])(?: ((?:19|20)\\d\\d))?${E}`, 'g'),
    (m, { ctx }) => namedQuarter(Number(m[1]), m[2] ? Number(m[2]) : undefined, ctx.now),
  ],
  // Chinese
  [
    /(上上|下下|上|下|这|這|本|当)(?:一)?(?:个|個)?(周末|週末|周|週|星期|礼拜|禮拜|月|季度|季|年度|年)(?!(?<=[周週期拜])[一二三四五六日天])(?![底初末级纪轻龄货])/g,
    (m, { ctx, low }) => {
      const offset = ZH_OFFSETS.get(m[1]!) ?? 0
      if (/[以马]/.test(low[m.index - 1] ?? '')) return undefined
      if (/末$/.test(m[2]!)) return weekend(offset, ctx.now)
      if (/季/.test(m[2]!)) return quarter(offset, ctx.now)
      if (m[2] === '年' && (m[1] === '上' || m[1] === '下')) return undefined
      return period(unitOf(m[2]!), offset, ctx.now)
    },
  ],
  [
    /(?:(今年|去年|明年|来年|昨年|올해|작년|내년)[的の]? ?)?(上半年|下半年|上半期|下半期|상반기|하반기)/g,
    (m, { ctx }) => {
      const y = parts(ctx.now.date).year + (/去|昨|작/.test(m[1] ?? '') ? -1 : /明|来|내/.test(m[1] ?? '') ? 1 : 0)
      const from = firstOf(y, /^[上상]/.test(m[2]!) ? 1 : 7)
      return { read: { kind: 'period', from, to: addMonths(from, 6) } }
    },
  ],
  [/(?<![每上下这])周六日/g, (_m, { ctx }) => weekend(0, ctx.now)],
  // "下周一起": with 一起 after it, the week itself
  [/(上|下|这|本)周(?=一(?:起(?!床)|直|共|样|定|些|般|次|天|个))/g, (m, { ctx }) => period('week', ZH_OFFSETS.get(m[1]!) ?? 0, ctx.now)],
  [/(?<![每\d一二两三四五六七八九十个個上下这這本今来先])(?:周末|週末)/g, (_m, { ctx }) => weekend(0, ctx.now)],
  [
    new RegExp(
      `(最近|过去|過去|近|这|這|前|未来|未來|接下来|接下來|今后|往后)的?这?(${ZH_NUMBER}|几|半)(?:个|個)?(天|日|周|週|星期|礼拜|月|年)(?:内|间|以来|里|裡)?`,
      'g',
    ),
    (m, { ctx }) => {
      const ahead = /未|接|今后|往后/.test(m[1]!)
      if (m[2] === '半')
        return m[3] === '年' ? rolling(6, '月', ctx.now, ahead) : m[3] === '月' ? rolling(15, '天', ctx.now, ahead) : undefined
      const n = m[2] === '几' ? 3 : figure(m[2]!)
      if (n === undefined || (m[3] === '月' && !/[个個]/.test(m[0]))) return undefined
      return m[3] === '年' && n > 100 ? undefined : rolling(n, m[3]!, ctx.now, ahead)
    },
  ],
  [
    /(?:(今年|明年|后年|去年|前年|来年|昨年|\d{4}年) ?[的の]?)?(?<![\d/.])(\d{1,2}|十一|十二|[一二三四五六七八九十])月份?(?![\d一二三四五六七八九十]{1,3}[日号號]|[曜底末初亮饼球票经台租嫂光分間額])/g,
    (m, { ctx, low }) => {
      if (!m[1] && /[每毎第个個几半ヶか]/.test(low[m.index - 1] ?? '')) return undefined
      const words = new Map([
        ['来年', 1],
        ['昨年', -1],
      ])
      const offset = m[1] ? words.get(m[1]) : undefined
      const y = m[1] ? (offset === undefined ? yearOf(m[1], ctx.now.date) : parts(ctx.now.date).year + offset) : undefined
      return month(figure(m[2]!) ?? 0, y, ctx.now)
    },
  ],
  [
    /((?<!\d)(?:19|20)\d\d|(?<![\d一-龥])[二一][〇零九][〇零一二三四五六七八九]{2})年(?:度)?(?![代\d前后後])/g,
    (m, { ctx }) => year(figure(m[1]!) ?? 0, ctx.now),
  ],
  [/第([一二三四1-4])(?:季度|四半期)/g, (m, { ctx }) => namedQuarter(figure(m[1]!) ?? 0, undefined, ctx.now)],
  [/(今|前|先|来)四半期/g, (m, { ctx }) => quarter(m[1] === '今' ? 0 : m[1] === '来' ? 1 : -1, ctx.now)],
  // Japanese
  [
    /先々週|先週|今週|再来週|来週|先々月|先月|今月|再来月|来月|一昨年|おととし|去年|昨年|今年度?|本年|再来年|来年|前年|明年|[后後]年/g,
    (m, { ctx, low }) => {
      const [unit, offset] = JA_WORDS.get(m[0]) ?? ['day', 0]
      if (/^[后後前]年/.test(m[0]) && /[\d一二三四五六七八九十以]/.test(low[m.index - 1] ?? '')) return undefined
      return low.startsWith('末', m.index + m[0].length) ? undefined : period(unit, offset, ctx.now)
    },
  ],
  [
    /(先週|今週|来週|この|今度の|前の|次の)の?週?末/g,
    (m, { ctx }) => (/週/.test(m[0]) ? weekend(/先|前/.test(m[1]!) ? -1 : /来/.test(m[1]!) ? 1 : 0, ctx.now) : undefined),
  ],
  [/(先週|今週|来週)の土日/g, (m, { ctx }) => weekend(m[1] === '先週' ? -1 : m[1] === '来週' ? 1 : 0, ctx.now)],
  [
    new RegExp(
      `(直近|過去|ここ|最近|この|これまでの|今後|向こう|次の)の?(${ZH_NUMBER}|数)(日間?|週間|[かヶカヵケ]月間?|年間?)(?!前|後)`,
      'g',
    ),
    (m, { ctx }) => {
      const n = m[2] === '数' ? 3 : figure(m[2]!)
      return n === undefined || (/年/.test(m[3]!) && n > 100) ? undefined : rolling(n, m[3]!, ctx.now, /今後|向|次/.test(m[1]!))
    },
  ],
  // Korean
  [
    /(지지난|지난|저번|이번|요번|금|다다음|다음|담) ?(주말|주|달|분기)(?![가-힣]?[월화수목금토일]요일| ?[월화수목금토일](?:요일|욜)|간|제|식|민|문|스|력|러|[월화수목금토일](?![가-힣])|년)/g,
    (m, { ctx }) => {
      const offset = offsetKo(m[1]!)
      if (m[2] === '주말') return weekend(offset, ctx.now)
      if (m[2] === '분기') return quarter(offset, ctx.now)
      return period(m[2] === '주' ? 'week' : 'month', offset, ctx.now)
    },
  ],
  [/(?<![가-힣])(?:(?:이번|요번|금)월|이달(?!의)|이 ?달(?=에|까| ))/g, (_m, { ctx }) => period('month', 0, ctx.now)],
  [
    /(?<![가-힣])(재작년|작년|지난해|올해|금년|올 한 해|내후년|내년)(?! ?\d{1,2}월)/g,
    (m, { ctx }) => period('year', KO_YEARS.get(m[1]!) ?? 0, ctx.now),
  ],
  [/(?<![가-힣마다] ?|매주 )주말(?!마다)/g, (_m, { ctx }) => weekend(0, ctx.now)],
  [
    /(최근|지난|과거|요|앞으로|향후|다음) ?(\d{1,4}|[일이삼사오육칠팔구십]{1,3}|한|두|세|네|다섯|여섯) ?(일|주일?|개월|달|년)(?:간| ?동안)?(?! ?(?:전|뒤|후)|요일|차)/g,
    (m, { ctx }) => {
      const n = koreanFigure(m[2]!)
      return n === undefined ? undefined : rolling(n, m[3]!, ctx.now, /앞|향|다음/.test(m[1]!))
    },
  ],
  [/(최근|지난|앞으로) ?일주일(?:간| ?동안)?/g, (m, { ctx }) => rolling(1, '주', ctx.now, m[1] === '앞으로')],
  [
    /(?<![가-힣\d.])(?:(올해|내년|작년|\d{4}년) ?)?(\d{1,2}|십일|십이|[일이삼사오유칠팔구시](?=월(?:에|의|달|분|부터|까지|은|$)))월(?!요|화|수|급|세|경|드|간|말|초|별|회|정| ?\d{1,2}일| ?[일이삼사오육칠팔구십]{1,3}일)(?:달)?/g,
    (m, { ctx }) => {
      const names = new Map([
        ['유', 6],
        ['시', 10],
      ])
      const n = names.get(m[2]!) ?? koreanFigure(m[2]!)
      const offsets = new Map([
        ['올해', 0],
        ['내년', 1],
        ['작년', -1],
      ])
      const y = m[1] ? (offsets.has(m[1]) ? parts(ctx.now.date).year + offsets.get(m[1])! : Number(m[1].slice(0, 4))) : undefined
      return n === undefined ? undefined : month(n, y, ctx.now)
    },
  ],
  [/(?<!\d)((?:19|20)\d\d)년(?!도? ?\d{1,2}월|생|대|전|후)/g, (m, { ctx }) => year(Number(m[1]), ctx.now)],
  [/(\d)분기/g, (m, { ctx }) => namedQuarter(Number(m[1]), undefined, ctx.now)],
]

/** The preposition is not part of the span, but for "this May". */
function trim(seen: Seen, m: RegExpExecArray, whole = false): Seen {
  return seen && m[1] && !whole ? { ...seen, start: m.index + m[1].length + 1 } : seen
}
