/** Calendar days: shared figures (2026-12-01, 12/1), and the grammars of the four languages. */
import type { Candidate, Source } from './atoms.ts'
import { day, nearestDay } from './calendar.ts'
import { englishDates } from './dates-en.ts'
import { fallbackDates } from './dates-fallback.ts'
import { japaneseDates } from './dates-ja.ts'
import { koreanDates } from './dates-ko.ts'
import { chineseDates } from './dates-zh.ts'
import { date, findByRules, type Rule } from './patterns.ts'

const FIGURES: Rule[] = [
  [/(?<![\d.\-/])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d\-/]|\.\d)/g, (m) => date(day(Number(m[1]), Number(m[3]), Number(m[4])))],
  // Month first, as in East Asia and America; day first where it can only be that.
  [
    /(?<![\d.\-/])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/]|\.\d|%)/g,
    (m, { ctx, low }) => {
      const [a, b] = [Number(m[1]), Number(m[2])]
      if (m[0] === '24/7' || m[0] === '50/50') return undefined
      const [month, dayOfMonth] = a > 12 ? [b, a] : [a, b]
      // "4/5 stars", "1/2 cup", "8/10": shares, not days, unless something says so.
      if (
        !m[3] &&
        a < b &&
        /^ ?(?:cup|tsp|tbsp|of|star|point|marks|杯|カップ|컵|分|점)/.test(low.slice(m.index + m[0].length, m.index + m[0].length + 6))
      )
        return undefined
      if (m[3]) return date(day(m[3].length === 2 ? 2000 + Number(m[3]) : Number(m[3]), month, dayOfMonth))
      return date(nearestDay(month, dayOfMonth, ctx.now), { guessed: 'year' })
    },
  ],
]

export function findDates(source: Source): Candidate[] {
  const found = findByRules(source, [...FIGURES, ...chineseDates, ...japaneseDates, ...koreanDates, ...englishDates])
  return [...found, ...fallbackDates(source, found)]
}
