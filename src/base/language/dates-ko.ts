/** Days in Korean. */
import type { Candidate } from './atoms.ts'
import { addDays, addMonths, comingDay, comingWeekday, day, daysIn, nearestDate, nearestDay, parts, weekdayIn } from './calendar.ts'
import { shifted } from './dates-zh.ts'
import { nativeKoreanAt, parseSino } from './numerals.ts'
import { date, type Rule, weekdayOfChar } from './patterns.ts'

const N = '(\\d{1,4}|[일이삼사오육칠팔구십]{1,3})'
export const koreanFigure = (word: string): number | undefined => {
  if (/^\d+$/.test(word)) return Number(word)
  return nativeKoreanAt(word, 0)?.value ?? parseSino(word)
}

const RELATIVE: [string, number, Candidate['half']?][] = [
  ['그끄저께', -3],
  ['그저께', -2],
  ['그제', -2],
  ['엊그제', -2],
  ['어제저녁', -1, 'pm'],
  ['어젯밤', -1, 'pm'],
  ['어제', -1],
  ['오늘', 0],
  ['내일', 1],
  ['낼', 1],
  ['내일모레', 2],
  ['낼모레', 2],
  ['모레', 2],
  ['글피', 3],
]
const NATIVE_DAYS = new Map([
  ['하루', 1],
  ['이틀', 2],
  ['사흘', 3],
  ['나흘', 4],
  ['닷새', 5],
  ['엿새', 6],
  ['이레', 7],
  ['여드레', 8],
  ['아흐레', 9],
  ['열흘', 10],
  ['보름', 15],
])
export const WEEKS_KO: [RegExp, number][] = [
  [/^(?:지지난|저저번)/, -2],
  [/^(?:다다음)/, 2],
  [/^(?:지난|저번|전)/, -1],
  [/^(?:이번|요번|금|이)/, 0],
  [/^(?:다음|담|차)/, 1],
]
export const offsetKo = (word: string) => WEEKS_KO.find(([pattern]) => pattern.test(word))?.[1] ?? 0
const MONTH = new Map(
  [...Array(12).keys()].map((i) => [`${['일', '이', '삼', '사', '오', '유', '칠', '팔', '구', '시', '십일', '십이'][i]}월`, i + 1]),
)
const monthOf = (word: string) => (/^\d/.test(word) ? Number(word) : (MONTH.get(`${word}월`) ?? parseSino(word)))
const M = '(\\d{1,2}|십일|십이|[일이삼사오유육칠팔구시])'
const before = (low: string, i: number) => low[i - 1] ?? ''
const hangul = /[가-힣]/

export const koreanDates: Rule[] = [
  [
    /그끄저께|엊?그저께|엊그제|그제(?!야|서|껏)|어제저녁|어젯밤|어제|오늘(?!의집)|내일모레|낼모레|내일|(?<![을를돈비금세] )낼(?=$|[,.!?~]| (?!거|것|게|수|돈|사람|때|예정|생각|일|회비|차례)| ?(?:아침|점심|저녁|밤|새벽|오전|오후|까지|부터)|은 |도 )|모레(?![가-힣]{0,1}시계)|글피/g,
    (m, { ctx, low }) => {
      if (hangul.test(before(low, m.index)) && m[0] !== '오늘') return undefined
      const entry = RELATIVE.find(([word]) => word === m[0]) ?? RELATIVE.find(([word]) => m[0].endsWith(word))
      return entry && { ...date(addDays(ctx.now.date, entry[1]))!, ...(entry[2] ? { half: entry[2] } : {}) }
    },
  ],
  [
    new RegExp(`(?<![가-힣\\d])(?:(올해|내년|작년|\\d{4}년) ?)?${M}월 ?${N}일(?: ?(?:부터|~|-|에서) ?(?:${M}월 ?)?${N}일(?:까지)?)?`, 'g'),
    (m, { ctx }) => {
      const month = monthOf(m[2]!) ?? 0
      const start = koreanDay(m[1], month, koreanFigure(m[3]!) ?? 0, ctx.now)
      if (!start) return undefined
      if (!m[5]) return date(start, m[1] ? {} : { guessed: 'year' })
      const endMonth = m[4] ? (monthOf(m[4]) ?? 0) : month
      const { year } = parts(start)
      const end = day(endMonth < month ? year + 1 : year, endMonth, koreanFigure(m[5]) ?? 0)
      return end && end >= start ? date(start, { to: addDays(end, 1), ...(m[1] ? {} : { guessed: 'year' }) }) : date(start)
    },
  ],
  [
    new RegExp(`(지지난|지난|저번|이번|요번|다다음|다음|담) ?달 ?${N}일`, 'g'),
    (m, { ctx }) => {
      const { year, month } = parts(addMonths(`${ctx.now.date.slice(0, 7)}-01`, offsetKo(m[1]!)))
      return date(day(year, month, koreanFigure(m[2]!) ?? 0))
    },
  ],
  [
    /(지지난|지난|저번|이번|요번|다다음|다음|담) ?주 ?([월화수목금토일])(?:요일|욜)?(?![가-힣])|(지지난|지난|저번|이번|요번|다다음|다음|담) ?주 ?([월화수목금토일])(?:요일|욜)/g,
    (m, { ctx }) => date(weekdayIn(offsetKo(m[1] ?? m[3]!), weekdayOfChar(m[2] ?? m[4]!) ?? 0, ctx.now)),
  ],
  [
    /(?:(지난|저번|이번|요번|다음|담|오는) ?)?([월화수목금토일])(?:요일|욜)(?!마다)/g,
    (m, { ctx, low }) => {
      if (
        hangul.test(before(low, m.index)) ||
        /(?:매주|격주) ?(?:[월화수목금토일](?:요일|욜)?[,·・와과 ]*){0,6}$/.test(low.slice(Math.max(0, m.index - 24), m.index))
      )
        return undefined
      const weekday = weekdayOfChar(m[2]!) ?? 0
      const coming = comingWeekday(weekday, ctx.now)
      if (m[1] === '지난' || m[1] === '저번') return date(addDays(coming, -7))
      if (m[1] === '다음' || m[1] === '담') return date(weekdayIn(1, weekday, ctx.now))
      return date(coming, { guessed: 'week' })
    },
  ],
  [
    /(?<![가-힣\d.])(\d{1,4}|[일이삼사오육칠팔구십]{1,3}|한|두|세|네|다섯|여섯) ?(일|주일?|개월|달|년) ?(전|뒤|후)(?![가-힣]{2}|화|식|망|문|체|보)/g,
    (m, { ctx }) => {
      const n = koreanFigure(m[1]!)
      return n === undefined ? undefined : date(shifted(ctx.now.date, m[2]!, m[3] === '전' ? -n : n))
    },
  ],
  [
    /(?<![가-힣])(하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름) ?(전|뒤|후|있다가)/g,
    (m, { ctx }) => date(addDays(ctx.now.date, (NATIVE_DAYS.get(m[1]!) ?? 0) * (m[2] === '전' ? -1 : 1))),
  ],
  [/(?<![가-힣])일주일 ?(전|뒤|후)/g, (m, { ctx }) => date(addDays(ctx.now.date, m[1] === '전' ? -7 : 7))],
  // 고사리 3일에, 아니 12일이었어: after a word it is a day only with an ending that no number of days has.
  [
    /(?<=[가-힣] )(?<!(?:매달|매월|최근|지난|앞으로) )(\d{1,2})일(?=에(?! ?(?:\d|한|두|세|네|만))(?![가-힣])|자(?![가-힣]))|(?<=(?:^|[ ,.])(?:아니(?:야|다)?|아|사실|실은|정확히는?)[ ,.] ?)(\d{1,2})일(?=이|임|인|입|에|$)/g,
    (m, { ctx }) => date(nearestDate(Number(m[1] ?? m[2]), ctx.now), { guessed: 'month' }),
  ],
  [
    /(?<![가-힣\d월.] ?|매달 |매월 |최근 |지난 |앞으로 )(\d{1,2})일(?! ?(?:전|뒤|후|간|동안|이상|이하|이내|마다|연속|치|짜리|챌린지|만에|밖에|내내|에 \d|에 한|에 두|에 세)|[가-힣]{0,1}차|째|에\d)/g,
    (m, { ctx }) => date(nearestDate(Number(m[1]), ctx.now), { guessed: 'month' }),
  ],
  [
    /(?:(지난|이번|요번|다음|담) ?달 ?|(?<![가-힣]))(?:월)?(말일|말|초)(?:까지|에|부터)/g,
    (m, { ctx, low }) => {
      const named = m[1] !== undefined || low.slice(m.index, m.index + 1) === '월'
      if (!named) return undefined
      const { year, month } = parts(addMonths(`${ctx.now.date.slice(0, 7)}-01`, offsetKo(m[1] ?? '이번')))
      return {
        ...date(day(year, month, m[2] === '초' ? 1 : daysIn(year, month)))!,
        end: m.index + m[0].replace(/까지$|에$|부터$/, '').length,
      }
    },
  ],
  [/(?<![가-힣])(?:올해 ?)?연말(?!정산)/g, (_m, { ctx }) => date(`${ctx.now.date.slice(0, 4)}-12-31`)],
  [
    /크리스마스 ?이브|크리스마스(?! ?(?:트리|카드|선물))|성탄절|신정|새해 첫날|발렌타인데이|밸런타인데이|화이트데이|할로윈|핼러윈|어린이날|한글날|광복절/g,
    (m, { ctx }) => {
      const [month, d] = HOLIDAYS.find(([pattern]) => pattern.test(m[0]))?.[1] ?? [0, 0]
      return month ? date(comingDay(month, d, ctx.now), { guessed: 'year' }) : undefined
    },
  ],
]
const HOLIDAYS: [RegExp, [number, number]][] = [
  [/이브$/, [12, 24]],
  [/^(?:크리|성탄)/, [12, 25]],
  [/^(?:신정|새해)/, [1, 1]],
  [/^[발밸]/, [2, 14]],
  [/^화이트/, [3, 14]],
  [/^[할핼]/, [10, 31]],
  [/^어린이/, [5, 5]],
  [/^한글/, [10, 9]],
  [/^광복/, [8, 15]],
]

function koreanDay(year: string | undefined, month: number, d: number, now: Parameters<typeof nearestDay>[2]): string | undefined {
  if (!year) return nearestDay(month, d, now)
  const offset = new Map([
    ['올해', 0],
    ['내년', 1],
    ['작년', -1],
  ]).get(year)
  return day(offset === undefined ? Number(year.slice(0, 4)) : parts(now.date).year + offset, month, d)
}
