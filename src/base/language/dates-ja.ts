/** Days in Japanese. Months and days in figures (5月3日) are shared with Chinese. */
import type { Candidate } from './atoms.ts'
import { addDays, addMonths, comingDay, comingWeekday, day, daysIn, nearestDate, parts, weekdayIn } from './calendar.ts'
import { shifted, ZH_NUMBER } from './dates-zh.ts'
import { figure } from './numbers.ts'
import { date, type Rule, weekdayOfChar } from './patterns.ts'

const N = `(${ZH_NUMBER})`
const RELATIVE = new Map<string, [number, Candidate['half']?]>([
  ['一昨々日', [-3]],
  ['さきおととい', [-3]],
  ['一昨日', [-2]],
  ['おととい', [-2]],
  ['きのう', [-1]],
  ['昨夜', [-1, 'pm']],
  ['昨晩', [-1, 'pm']],
  ['ゆうべ', [-1, 'pm']],
  ['きょう', [0]],
  ['本日', [0]],
  ['今朝', [0, 'am']],
  ['けさ', [0, 'am']],
  ['今夜', [0, 'pm']],
  ['今夕', [0, 'pm']],
  ['今晩', [0, 'pm']],
  ['あした', [1]],
  ['あす', [1]],
  ['明朝', [1, 'am']],
  ['明晩', [1, 'pm']],
  ['明後日', [2]],
  ['あさって', [2]],
  ['明々後日', [3]],
  ['しあさって', [3]],
])
const WEEKS = new Map([
  ['先々週', -2],
  ['先週', -1],
  ['前の週', -1],
  ['今週', 0],
  ['こんしゅう', 0],
  ['来週', 1],
  ['次の週', 1],
  ['翌週', 1],
  ['再来週', 2],
])
const MONTHS = new Map([
  ['先々月', -2],
  ['先月', -1],
  ['今月', 0],
  ['来月', 1],
  ['再来月', 2],
])
const ERAS = new Map([
  ['令和', 2018],
  ['平成', 1988],
  ['昭和', 1925],
  ['r', 2018],
])

export const japaneseDates: Rule[] = [
  [
    /一昨々日|さきおととい|一昨日|おととい|(?<!と)きのう|昨夜|昨晩|ゆうべ|きょう(?![だい]い)|本日|今朝|けさ|今夜|今夕|今晩|あした|あす(?![かきくけこぱ])|明朝|明晩|明後日|しあさって|あさって|明々後日/g,
    (m, { ctx, low }) => {
      const entry = RELATIVE.get(m[0])
      const previous = low[m.index - 1] ?? ''
      // Kana words inside longer kana words are none: とうきょう, わたしあした.
      if (!entry || (/^[ぁ-ん]/.test(m[0]) && /[ぁ-ゖ]/.test(previous) && !/[はがをにのでとも]/.test(previous))) return undefined
      if (m[0] === 'きょう' && /^[りだう]/.test(low[m.index + 3] ?? '')) return undefined
      return { ...date(addDays(ctx.now.date, entry[0]))!, ...(entry[1] ? { half: entry[1] } : {}) }
    },
  ],
  [
    new RegExp(`(令和|平成|昭和|r(?=\\d))(元|${ZH_NUMBER})年(?:${N}月${N}日)?`, 'g'),
    (m) => {
      const year = (ERAS.get(m[1]!) ?? 0) + (m[2] === '元' ? 1 : (figure(m[2]!) ?? 0))
      if (m[3] && m[4]) return date(day(year, figure(m[3]) ?? 0, figure(m[4]) ?? 0))
      return { read: { kind: 'period', from: `${year}-01-01`, to: `${year + 1}-01-01` } }
    },
  ],
  [
    new RegExp(`(先々月|先月|今月|再来月|来月)の?${N}日(?![間前後以分])`, 'g'),
    (m, { ctx }) => {
      const { year, month } = parts(addMonths(`${ctx.now.date.slice(0, 7)}-01`, MONTHS.get(m[1]!) ?? 0))
      return date(day(year, month, figure(m[2]!) ?? 0))
    },
  ],
  [
    /(先々月|先月|今月|再来月|来月)?(?:の)?月?(末|初め|はじめ|下旬)(?![っ日期端尾])/g,
    (m, { ctx, low }) => {
      const bare = !m[1]
      if (bare && !(m[0].startsWith('月') && !/[\d一二三四五六七八九十毎先今来]/.test(low[m.index - 1] ?? ''))) return undefined
      const { year, month } = parts(addMonths(`${ctx.now.date.slice(0, 7)}-01`, MONTHS.get(m[1] ?? '') ?? 0))
      return date(day(year, month, m[2] === '末' || m[2] === '下旬' ? daysIn(year, month) : 1), bare ? { guessed: 'month' } : {})
    },
  ],
  [
    new RegExp(`${N}(日|週間|週|[かヶカヵケ]月|年)(?:の)?(前|後|まえ|あと|ご(?![ろと飯はは]))`, 'g'),
    (m, { ctx, low }) => {
      const n = figure(m[1]!)
      if (n === undefined || (m[2] === '年' && n > 200) || /^[半払]/.test(low.slice(m.index + m[0].length))) return undefined
      const back = m[3] === '前' || m[3] === 'まえ'
      return date(shifted(ctx.now.date, m[2]!.replace(/[かヶカヵケ]/, ''), back ? -n : n))
    },
  ],
  [
    /(先々週|先週|前の週|今週|再来週|来週|次の週|翌週)の?([月火水木金土日])(?:曜日?)?(?![ぁ-ん]{0,1}曜)/g,
    (m, { ctx, low }) => {
      const next = low[m.index + m[0].length] ?? ''
      if (!m[0].includes('曜') && /[々程常記本給付次度末間]/.test(next)) return undefined
      if (/^(?:月末|日程)/.test(low.slice(m.index + m[0].length - 1, m.index + m[0].length + 1))) return undefined
      return date(weekdayIn(WEEKS.get(m[1]!) ?? 0, weekdayOfChar(m[2]!) ?? 0, ctx.now))
    },
  ],
  [
    /(今度の?|次の|この前の|前の|この)?([月火水木金土日])曜日?(?!大工)/g,
    (m, { ctx, low }) => {
      if (
        /[毎月火水木金土日・、]/.test(low[m.index - 1] ?? '') &&
        /毎週[月火水木金土日曜・、と]{0,14}$/.test(low.slice(Math.max(0, m.index - 16), m.index))
      )
        return undefined
      const weekday = weekdayOfChar(m[2]!) ?? 0
      const coming = comingWeekday(weekday, ctx.now)
      if (/前/.test(m[1] ?? '')) return date(addDays(coming, coming === ctx.now.date ? -7 : -7))
      return date(m[1] && coming === ctx.now.date ? addDays(coming, 7) : coming, { guessed: 'week' })
    },
  ],
  [
    /(?<![\d月第.一二三四五六七八九十毎廿個ヶか年])(\d{1,2}|[二三四五六七八九十廿][一二三四五六七八九十]{0,2}|一(?=日(?:から|まで|に(?!\d))))日(?![間前後以分本程常記目曜課誌傘帰毎ご]|おき|ごと|あたり|に\d|たった|坊|連続|続|月(?!曜)|\d|後|何)/g,
    (m, { ctx, languageAt, low }) => {
      if (languageAt(m.index) === 'ko' || /(?:あと|残り)の?$/.test(low.slice(Math.max(0, m.index - 3), m.index))) return undefined
      return date(nearestDate(figure(m[1]!) ?? 0, ctx.now), { guessed: 'month' })
    },
  ],
  [/(?:今年の?)?年末(?!年始|調整)|年内/g, (_m, { ctx }) => date(`${ctx.now.date.slice(0, 4)}-12-31`)],
  [
    /クリスマスイブ|クリスマス(?!ツリー|カード|プレゼント)|元日|お正月|大晦日|バレンタイン(?:デー)?|ホワイトデー|ハロウィン/g,
    (m, { ctx }) => {
      const [month, d] = HOLIDAYS.get(m[0]) ?? (m[0].startsWith('バレ') ? [2, 14] : [0, 0])
      return month ? date(comingDay(month, d, ctx.now), { guessed: 'year' }) : undefined
    },
  ],
]
const HOLIDAYS = new Map<string, [number, number]>([
  ['クリスマスイブ', [12, 24]],
  ['クリスマス', [12, 25]],
  ['元日', [1, 1]],
  ['お正月', [1, 1]],
  ['大晦日', [12, 31]],
  ['ホワイトデー', [3, 14]],
  ['ハロウィン', [10, 31]],
])
