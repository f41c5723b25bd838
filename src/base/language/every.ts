/** How often: daily, every other day, every Monday and Thursday, 3 times a week, 每周三次, 毎週月木, 주 3회, "a month". */
import type { Candidate, Source } from './atoms.ts'
import { countOf, WEEKDAYS, WEEKDAYS_SHORT, weekdayOf } from './dates-en.ts'
import { ZH_NUMBER } from './dates-zh.ts'
import { koreanRhythms } from './every-ko.ts'
import { figure } from './numbers.ts'
import { findByRules, type Rule, weekdayOfChar } from './patterns.ts'
import { unitOf } from './periods.ts'
import { chineseDays, every, everyUnit, japaneseDays, onDate, onDays, through, WEEKEND, WORKDAYS } from './rhythm.ts'

export const findEvery = (source: Source): Candidate[] => findByRules(source, [...RULES, ...koreanRhythms])

const W = '(?<![a-z])'
const E = '(?![a-z])'
const DAY = `(?:${WEEKDAYS}|${WEEKDAYS_SHORT})s?`
const LIST = `${DAY}(?:(?:,? and |, ?| & |/| )${DAY}){0,6}`
const N = `(${ZH_NUMBER})`
const CJK_DAYS = '[一二三四五六日天]'
const englishDays = (list: string) => [...list.matchAll(new RegExp(`(?<![a-z])${DAY}(?![a-z])`, 'g'))].map((match) => weekdayOf(match[0]))
const TIMES = '(\\d{1,3}|once|twice|thrice|one|two|three|four|five|six|seven|eight|nine|ten)'
const timesOf = (word: string) => ({ once: 1, twice: 2, thrice: 3 })[word as 'once'] ?? countOf(word)

const RULES: Rule[] = [
  // English
  [
    new RegExp(
      `${W}(?:every(?: single)? ?day|each day|daily|everyday|day by day|every (?:night|evening|afternoon|morning)|each (?:night|evening|morning)|nightly)${E}`,
      'g',
    ),
    (m) => {
      const seen = every('day')
      return (
        seen && {
          ...seen,
          ...(/morning/.test(m[0]) ? { half: 'am' as const } : /night|evening|afternoon/.test(m[0]) ? { half: 'pm' as const } : {}),
        }
      )
    },
  ],
  [
    new RegExp(`${W}(?:every|each) (week|month|year)${E}|${W}(weekly|monthly|yearly|annually|annual)${E}`, 'g'),
    (m) => every(m[1] ? unitOf(m[1]) : m[2] === 'weekly' ? 'week' : m[2] === 'monthly' ? 'month' : 'year'),
  ],
  [new RegExp(`${W}(?:quarterly|every quarter|a quarter(?= limit| budget)|per quarter)${E}`, 'g'), () => every('month', 3)],
  [new RegExp(`${W}(?:biweekly|fortnightly|bi-weekly|every fortnight)${E}`, 'g'), () => every('week', 2)],
  [new RegExp(`${W}every (other|second|third) (day|week|month|year)${E}`, 'g'), (m) => every(unitOf(m[2]!), m[1] === 'third' ? 3 : 2)],
  [
    new RegExp(
      `${W}(?:once )?(?:every|each) (\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|couple of|few) (days?|weeks?|months?|years?)${E}`,
      'g',
    ),
    (m) => every(unitOf(m[2]!), m[1] === 'couple of' ? 2 : m[1] === 'few' ? 3 : countOf(m[1]!)),
  ],
  [
    new RegExp(
      `${W}(?:every|each) (?:(\\d{1,3}|two|three|four|six|eight|half an|half) )?(hours?|minutes?|mins?)${E}|${W}(hourly)${E}`,
      'g',
    ),
    (m) => {
      const size = m[3] || m[2]?.startsWith('h') ? 60 : 1
      return every('day', 1, { minutes: size * (m[1] ? (m[1].startsWith('half') ? 0.5 : countOf(m[1])) : 1) })
    },
  ],
  [
    new RegExp(
      `${W}(?:a|per|each|every|/) ?(day|night|week|month|year)${E}|(?<=[\\w%)] ?)/ ?(day|week|wk|month|mo|year|yr)${E}|${W}(?:an|per) (annum)${E}`,
      'g',
    ),
    (m, { low }) => {
      const word = m[1] ?? m[2] ?? 'year'
      // "what a day", "once a week" is longer, "a day trip", "a year ago", "in a week" and "for a month" speak of one of them.
      if (
        m[0].startsWith('a ') &&
        (/(?:in|for|within|after|what|such|half|quarter of|plan|is|about|over|take|takes|took|have|of|off|than|as) $/.test(
          low.slice(Math.max(0, m.index - 8), m.index),
        ) ||
          /^(?: (?:ago|later|from|before|after|trip|off|long|of|out|or|in)(?![a-z])|-)/.test(
            low.slice(m.index + m[0].length, m.index + m[0].length + 8),
          ))
      )
        return undefined
      return every(word.startsWith('w') ? 'week' : word.startsWith('m') ? 'month' : word.startsWith('y') ? 'year' : 'day', 1, {}, 1)
    },
  ],
  [
    new RegExp(`${W}(?:every|each|on) (?:(other|second|alternate) )?(${LIST})${E}`, 'g'),
    (m, { low }) => {
      const plain = /^on /.test(m[0])
      const days = englishDays(m[2]!)
      // "on Mondays" repeats; "on Monday" is a day.
      if (plain && !/(?:days|[a-z]s)(?![a-z])/.test(m[2]!.replace(/tues|thurs|wednes/g, ''))) return undefined
      if (/^ (?:second|trip)/.test(low.slice(m.index + m[0].length, m.index + m[0].length + 7))) return undefined
      const seen = onDays(days, m[1] ? 2 : 1)
      return seen && (plain ? { ...seen, start: m.index + 3 } : seen)
    },
  ],
  [
    new RegExp(`${W}(${WEEKDAYS})s(?:(?:,? and |, ?| & )(${WEEKDAYS})s)?${E}`, 'g'),
    (m) => onDays([weekdayOf(m[1]!), m[2] ? weekdayOf(m[2]) : undefined]),
  ],
  [new RegExp(`${W}(?:every )?(${DAY}) ?(?:-|to|through) ?(${DAY})${E}`, 'g'), (m) => onDays(through(weekdayOf(m[1]!), weekdayOf(m[2]!)))],
  [new RegExp(`${W}(${WEEKDAYS_SHORT})((?:(?:,? and |, ?| & |/)(?:${WEEKDAYS_SHORT})){1,6})${E}`, 'g'), (m) => onDays(englishDays(m[0]))],
  [
    new RegExp(
      `${W}(?:(?:on|every|each) )?(?:weekdays?|workdays?|work days?|business days?|school days)${E}(?! (?:column|name|chart))`,
      'g',
    ),
    (m) => (/days|every|each/.test(m[0]) ? onDays(WORKDAYS) : undefined),
  ],
  [new RegExp(`${W}(?:(?:on|every|each) )?weekends${E}|${W}(?:every|each) weekend${E}`, 'g'), () => onDays(WEEKEND)],
  [
    new RegExp(
      `${W}${TIMES}(?: times?| x|x)? ?(?:a|per|each|every|/) ?(day|week|month|year)${E}|${W}(once|twice)(?:[ -](weekly|daily|monthly))${E}`,
      'g',
    ),
    (m, { low }) => {
      if (m[3]) return every(m[4] === 'daily' ? 'day' : m[4] === 'weekly' ? 'week' : 'month', 1, { times: timesOf(m[3]) })
      if (!/^(?:once|twice|thrice)/.test(m[0]) && !/times?|x/.test(m[0])) return undefined
      if (/[.,]$/.test(low.slice(Math.max(0, m.index - 1), m.index)) && /^\d/.test(m[0])) return undefined
      return every(unitOf(m[2]!), 1, { times: timesOf(m[1]!) })
    },
  ],
  [
    new RegExp(
      `${W}(?:on )?(?:the )?(\\d{1,2})(?:st|nd|rd|th) (?:day )?(?:of )?(?:each|every|(?<=of )the) month${E}|${W}(?:every|each) (?:month on the )?(\\d{1,2})(?:st|nd|rd|th)${E}|${W}monthly on the (\\d{1,2})(?:st|nd|rd|th)${E}`,
      'g',
    ),
    (m) => onDate(Number(m[1] ?? m[2] ?? m[3])),
  ],
  // Chinese
  [
    /(?:每一?天|每日|每一日|天天|日均|每个?(早上|早晨|早|晚上|晚|夜|中午|下午|上午)|每天(早上|早晨|早|晚上|晚|中午|下午|上午)?)(?!读物|优鲜|向上)/g,
    (m, { low }) => {
      const part = m[1] ?? m[2]
      const seen = every('day')
      if (/^(?:气|使)/.test(low.slice(m.index + m[0].length, m.index + m[0].length + 1))) return undefined
      // The part of day goes with an hour that follows it.
      if (m[2] && /^的? ?[\d一二两三四五六七八九十]/.test(low.slice(m.index + m[0].length, m.index + m[0].length + 2)))
        return seen && { ...seen, end: m.index + m[0].length - m[2].length }
      return seen && { ...seen, ...(part ? { half: /[早上晨]/.test(part[0]!) ? ('am' as const) : ('pm' as const) } : {}) }
    },
  ],
  [
    /每(?:一)?(?:个|個)?(周|週|星期|礼拜|禮拜|月|年)(?:度)?(?![一二三四五六日天末]|[\d一二三四五六七八九十]{1,3}[号日號])/g,
    (m) => (/季/.test(m[1]!) ? every('month', 3) : every(unitOf(m[1]!))),
  ],
  // 每周三次: three times a week, not Wednesdays. The numeral belongs to what it counts.
  [
    /每(?:个|個)?(周|週|星期|礼拜|月|天|年)(?=[一二三四五六]个?(?:次|回|遍|小时|天|个|杯|本|顿|篇|千|百|万|十|公里))/g,
    (m) => every(unitOf(m[1]!)),
  ],
  [
    new RegExp(`每隔?${N}(?:个|個)?(天|日|周|週|星期|礼拜|月|年)(?:一次)?(?![前后])`, 'g'),
    (m) => {
      const n = figure(m[1]!)
      if (n === undefined || (m[2] === '月' && !/[个個]/.test(m[0]))) return undefined
      return every(unitOf(m[2]!), m[0].startsWith('每隔') && /[天日]/.test(m[2]!) && n < 2 ? n + 1 : n)
    },
  ],
  [
    new RegExp(`每隔?${N}(?:个)?(小时|分钟|钟头)`, 'g'),
    (m) => every('day', 1, { minutes: (figure(m[1]!) ?? 1) * (m[2] === '分钟' ? 1 : 60) }),
  ],
  [/每个?(?:小时|钟头)/g, () => every('day', 1, { minutes: 60 })],
  [/(?<!间)隔天|隔日/g, () => every('day', 2)],
  [/隔周|隔週/g, () => every('week', 2)],
  [/隔月/g, () => every('month', 2)],
  [
    /(?:每(?:个|個|逢)?|逢)(?:周|週|星期|礼拜)([一二三四五六日天](?:[、,和跟与及到至\-~]{0,1}(?:(?:每|逢)?(?:周|星期|礼拜))?[一二三四五六日天]){0,6})(?!个?次|回|遍|个|天(?!早|晚)|小时|百|千|万|十|杯|本)/g,
    (m, { low }) => {
      if (/^[次回遍个百千万十]/.test(low.slice(m.index + m[0].length, m.index + m[0].length + 1))) return undefined
      return onDays(chineseDays(m[1]!))
    },
  ],
  [
    new RegExp(`(?<![每下上这本])(?:周|星期|礼拜)(${CJK_DAYS})[到至\\-~](?:周|星期|礼拜)?(${CJK_DAYS})`, 'g'),
    (m) => onDays(through(weekdayOfChar(m[1]!) ?? 0, weekdayOfChar(m[2]!) ?? 0)),
  ],
  [/(?<![每下上这本])(?:周|星期)([一二三四五六]{2,5}日?)(?![次回遍个])/g, (m) => onDays(chineseDays(m[1]!))],
  [/每(?:个|個)?(?:周末|週末|星期末)|周末都/g, () => onDays(WEEKEND)],
  [/(?:每个)?工作日/g, () => onDays(WORKDAYS)],
  [
    new RegExp(
      `(每天|每日|每周|每週|每星期|每个?星期|每礼拜|每月|每个月|每年|一天|一日|一周|一週|一个星期|一星期|一个礼拜|一个月|一年|毎日|毎週|毎月|毎年|1日|1週間?|週|月|年|日)(?:に|内|要|至少|最多|吃|做|喝|去|来|跑|健身|运动)?${N}(?:次|回|遍|度)(?![数目])`,
      'g',
    ),
    (m, { low }) => {
      const times = figure(m[2]!)
      const bare = /^[週月年日]$/.test(m[1]!)
      if (times === undefined || (bare && /[\d一二三四五六七八九十毎每今先来个個上下本这か]/.test(low[m.index - 1] ?? ''))) return undefined
      const middle = m[0].slice(m[1]!.length).replace(/^(?:に|内|要)/, '')
      // "每天吃3次" keeps its verb outside the span only if the words are contiguous; 至少/最多 are bounds.
      if (/^(?:至少|最多)/.test(middle)) return undefined
      return every(everyUnit(m[1]!), 1, { times })
    },
  ],
  [
    /(一天|一日|一周|一週|一个星期|一星期|一个礼拜|一个月|一年)(?=(?:[^。,!?\n\d]{0,5}?)(?:[\d]|[一二两三四五六七八九十百]{1,3}[杯次本个块元瓶顿遍小分公千大]|不超过|最多|至少|预算|上限|限额))/g,
    (m, { low }) => {
      if (
        /[前后這这那第另某同有近去过每最]/.test(low[m.index - 1] ?? '') ||
        /^[之以前后内的]/.test(low.slice(m.index + m[0].length, m.index + m[0].length + 1))
      )
        return undefined
      return every(everyUnit(m[1]!), 1, {}, 5)
    },
  ],
  [new RegExp(`[每毎](?:个|個)?月の?${N}[号日號]`, 'g'), (m) => onDate(figure(m[1]!) ?? 0)],
  [/(?:每|毎)(?:个|個)?月の?(?:底|末)日?/g, () => onDate(31)],
  [/(?:每|毎)(?:个|個)?月初/g, () => onDate(1)],
  [
    new RegExp(`(?<![每第])${N}(?:个|個)?(天|日|周|週|星期|礼拜|月|年)(?:做|打|洗|换|浇)?[一1](?:次|回)`, 'g'),
    (m) =>
      m[2] === '月' && !/[个個]/.test(m[0]) ? undefined : every(unitOf(m[2]!), figure(m[1]!) ?? 0, figure(m[1]!) === 1 ? { times: 1 } : {}),
  ],
  [/(?<![\d一-龥])(?:1|一)日の(?=[^\d。、,!?\n]{1,8}\d)/g, () => every('day', 1, {}, 6)],
  [
    /(?<![前后近过这那第每])(一天|一周|一个星期|一个月|一年)(?=[^。,!?\n\d]{1,12}?(?:不超过|不能超过|不要超过|最多|至少|预算|上限|限额))/g,
    (m) => every(everyUnit(m[1]!), 1, {}, 5),
  ],
  [/每(?:一)?(?:个|個)?季度?/g, () => every('month', 3)],
  [/(?<![\d一-龥の])土日(?![一-龥])/g, () => onDays(WEEKEND)],
  [/每半年/g, () => every('month', 6)],
  [/每半(?:个|個)月/g, () => every('week', 2)],
  // The budget of a month: 月预算, 月の予算, 一ヶ月5万円
  [
    /(?<![\d一二三四五六七八九十本上下这這个個今先来毎每])(月|周|週|年|日|1日|一日)(?:度|間)?の?(?=预算|預算|予算|上限|限额|限度|目标|目標)/g,
    (m) => every(everyUnit(m[1]!), 1, {}, 5),
  ],
  [
    /(?<![\d一-龥])(?:1|一|ひと)(?:[かヶカヵケ]月|月|週間|年)(?:間)?(?= ?[\d一二三四五六七八九十百千万,]{1,9}(?:円|杯|回|冊|本|時間|km|キロ))/g,
    (m) => every(everyUnit(m[0]), 1, {}, 6),
  ],
  // Japanese
  [
    /毎(日|朝|晩|夜|夕|食後|食前|週|月|年|回)(?!曜|[月火水木金土]曜|[月火水木金土日](?![曜に間本])|[・])/g,
    (m, { low }) => {
      if (m[1] === '回' || m[1]!.startsWith('食')) return undefined
      const next = low[m.index + 2] ?? ''
      if (m[1] === '週' && /[月火水木金土日]/.test(next)) return undefined
      if (m[1] === '月' && /[\d末]/.test(next)) return undefined
      const seen = every(m[1] === '週' ? 'week' : m[1] === '月' ? 'month' : m[1] === '年' ? 'year' : 'day')
      return seen && { ...seen, ...(m[1] === '朝' ? { half: 'am' as const } : /[晩夜夕]/.test(m[1]!) ? { half: 'pm' as const } : {}) }
    },
  ],
  [
    /(隔週|毎週)の?([月火水木金土日](?:曜日?)?(?:[・、,とや]?(?:の)?[月火水木金土日](?:曜日?)?){0,6})(?![末に]?間)/g,
    (m) => onDays(japaneseDays(m[2]!), m[1] === '隔週' ? 2 : 1),
  ],
  [
    /(?<![毎今来先隔\d一二三四五六七八九十週の])([月火水木金土日](?:[・、]?[月火水木金土日]){1,6})(?:曜日?)(?![一二三])/g,
    (m) => onDays(japaneseDays(m[1]!)),
  ],
  [
    /(?<![毎今来先隔\d週の一-龥])([月火水木金土日](?:曜日?)?)(?:から|~|-)([月火水木金土日])曜日?(?:まで)?/g,
    (m) => onDays(through(weekdayOfChar(m[1]![0]!) ?? 0, weekdayOfChar(m[2]!) ?? 0)),
  ],
  [/(?<![\d一-龥])月水金(?![一-龥])/g, () => onDays([1, 3, 5])],
  [/(?<![\d一-龥])火木(?:土)?(?![一-龥])/g, (m) => onDays(japaneseDays(m[0]))],
  [/([月火水木金土日])曜(?:日)?(?:ごと|のたび|に毎回)/g, (m) => onDays([weekdayOfChar(m[1]!)])],
  [/毎週末|週末(?:ごと|は毎回)/g, () => onDays(WEEKEND)],
  [/(?<![水\d])平日(?!料金)/g, () => onDays(WORKDAYS)],
  [/一日おき|1日おき/g, () => every('day', 2)],
  [
    new RegExp(`${N}(日|週間?|[かヶカヵケ]月|年)(ごと|おき|毎|に(?:1|一)[回度])に?`, 'g'),
    (m) => {
      const n = figure(m[1]!)
      if (n === undefined) return undefined
      return every(unitOf(m[2]!.replace(/^[かヶカヵケ]/, '')), m[3] === 'おき' && m[2] === '日' ? n + 1 : n)
    },
  ],
  [
    new RegExp(`${N}(時間|分)(?:ごと|おき|毎)に?`, 'g'),
    (m) => every('day', 1, { minutes: (figure(m[1]!) ?? 1) * (m[2] === '分' ? 1 : 60) }),
  ],
  [
    /(?:1|一)?(日|週間?|[かヶカヵケ]月|ひと月|年)(?:に(?!1回|一回)|あたり)(?= ?[\d一二三四五六七八九十百千万]|最[大低高]|少なくとも|だいたい|約)/g,
    (m, { low }) => {
      const previous = low[m.index - 1] ?? ''
      if (/[\d一二三四五六七八九十今先来毎本曜前後翌両週日末同祝]/.test(previous)) return undefined
      return every(unitOf(m[1]!.replace(/^[かヶカヵケ]/, '').replace('ひと', '')), 1, {}, 5)
    },
  ],
  [
    /(?<![今先来毎\d一二三四五六七八九十ヶかカ])(月|週|年|ひと月|一か月|1か月|1ヶ月|一ヶ月|1カ月|一日|1日|一週間|1週間|一年|1年)(?:に|で|あたり(?:の)?)(?= ?[\d一二三四五六七八九十百千万¥]|最[大低高]|少なくとも|約|上限|予算)/g,
    (m) => every(everyUnit(m[1]!), 1, {}, 5),
  ],
  [
    /(?<![今先来毎\d一二三四五六七八九十ヶか一-龥])(月|週|年)(?=\d|[一二三四五六七八九十百千]{1,4}[万円時])(?!\d{1,2}日)/g,
    (m, { languageAt }) => (languageAt(m.index) === 'ja' ? every(everyUnit(m[1]!), 1, {}, 5) : undefined),
  ],
  [
    /(?<![\d一-龥])(?:1|一)日(?=\d|[一二三四五六七八九十]{1,2}[回杯本個])/g,
    (_m, { languageAt }) => (languageAt(_m.index) === 'ja' ? every('day', 1, {}, 6) : undefined),
  ],
]
