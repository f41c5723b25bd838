/** Questions of a shape of their own: when it was last, what is next, the newest few. */

import type { Reading } from '../../base/language/types.ts'
import { type FieldHit, has, placesOf, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Field, Query, When } from '../../spec.ts'
import { degreeOf } from './degree.ts'
import { dateOf } from './figures.ts'
import { filtersOf } from './filters.ts'
import type { Held } from './held.ts'
import { type AskContext, nextDay } from './when.ts'
import { BY_PERIOD, COUNT, FIRST, FN, NEXT, SUM, WHEN, w } from './words.ts'

/** "when did I last buy coffee?": the day of the newest (or next, or first) entry that fits. */
export function occasion(
  reading: Reading,
  low: string,
  collection: Collection,
  spec: AppSpec,
  hits: FieldHit[],
  ctx: AskContext,
  held: Held[] = [],
): Query | undefined {
  const date = dateOf(visibleFields(collection))
  if (!date || !has(low, WHEN) || BY_PERIOD[0]![1].some((word) => placesOf(low, word).length > 0)) return undefined
  if (has(low, SUM) || degreeOf(low) !== null || (has(low, COUNT) && !/since|没|ぶり|됐|지났/.test(low))) return undefined
  const kept = date.default === 'today' || date.default === 'now'
  const past = kept || has(low, w('did|was|last|上次|没|最後|した|前回|마지막|했|지났|됐'))
  const ahead = has(low, NEXT) || (!past && !has(low, w('birthday|生日|誕生日|생일')))
  const when: When | undefined =
    ahead && !kept ? { field: date.id, from: ctx.now.date } : past ? { field: date.id, to: nextDay(ctx.now.date) } : undefined
  const base = {
    collection: collection.id,
    filter: filtersOf(reading, low, collection, spec, hits, { field: date.id, by: 'day' }, false, held, ctx.known !== undefined),
    ...(when && { when }),
    measure: { fn: 'count' as const },
  }
  // 几点 of a moment: it is shown whole.
  if (date.kind === 'datetime' && CLOCK.test(low))
    return { ...base, order: { by: date.id, descending: past && !has(low, FIRST) }, limit: 1, names: true, show: date.id }
  // 最後に見たのは何?: the entry is asked for, and not its day.
  if (WHICH_ONE.test(low)) {
    // “what mood was she in last time?”: what stands in a field of it.
    const show = hits.find(({ field, score }) => score >= 0.7 && WORDED.has(field.kind) && field.id !== collection.title)?.field
    const one = { ...base, order: { by: date.id, descending: past && !has(low, FIRST) }, limit: 1 }
    return show ? { ...one, names: true, show: show.id } : one
  }
  return {
    ...base,
    group: { field: date.id, by: 'day' },
    order: { by: 'group', descending: past && !has(low, FIRST) && !(ahead && !kept) },
    limit: 1,
  }
}

const WORDED = new Set<Field['kind']>(['text', 'note', 'person', 'place', 'choice'])
const CLOCK = /几点|什么时间|\bwhat time\b|何時|몇 시/
const WHICH_ONE =
  /^(?:what|which|who)\b(?!'?s? (?:day|date|time))|(?:のは|って)(?:何(?!日|時|曜|月)|どれ|誰|谁|どの)|(?:是|了)(?:什么(?!时候)|哪[个本部张条首位]|谁)|[게건은는]\s?(?:뭐|무엇|누구|어느)/

/** "what renews next?": the first that is still to come. */
export function nextOne(low: string, collection: Collection, ctx: AskContext): Query | undefined {
  const date = visibleFields(collection).find(
    (field) => (field.kind === 'date' || field.kind === 'datetime') && field.default === undefined,
  )
  if (!date || !/^(?:what|which|who)\b.*\bnext\b|下一个(?:是|到期)|接下来是|次は(?:何|どれ|誰|谁)|다음은? ?(?:뭐|누구|어느)/.test(low))
    return undefined
  return {
    collection: collection.id,
    filter: [],
    when: { field: date.id, from: ctx.now.date },
    measure: { fn: 'count' },
    order: { by: date.id, descending: false },
    limit: 1,
  }
}

const NEWEST =
  /(?:last|latest|recent|newest|最近的?|最新的?|直近の?|最新の?|최근)\s?(?:的|の)?\s?(\d{1,2}|two|three|five|ten|两|三|五|十|세|다섯)\s?(?!days?|weeks?|months?|天|日|周|週|个月|か月|ヶ月|개월|일|주|달)/

const NEWEST_ONE =
  /\b(?:last|latest|most recent|newest) (?:thing|entry|item|purchase|record)\b|最后一[笔条个]是|最後の(?:記録|買い物|支出)は|마지막\s(?:기록|지출|항목)/

/** "show me the last 5 entries", 最近三笔. */
export function newest(reading: Reading, low: string, collection: Collection): Query | undefined {
  const found = NEWEST.exec(low) ?? NEWEST_ONE.exec(low)
  const date = dateOf(visibleFields(collection))
  if (!found || !date || has(low, SUM) || has(low, FN.mean) || reading.values.some((value) => value.read.kind === 'period'))
    return undefined
  const limit = Number(found[1]) || NUMBERS[found[1] ?? ''] || 1
  return { collection: collection.id, filter: [], measure: { fn: 'count' }, order: { by: date.id, descending: true }, limit }
}

const NUMBERS: Record<string, number> = { two: 2, three: 3, five: 5, ten: 10, 两: 2, 三: 3, 五: 5, 十: 10, 세: 3, 다섯: 5 }

/** How many are asked for: 最贵的三笔, 제일 비싼 거 세 개. */
export function many(reading: Reading): number | undefined {
  const counts = reading.values.flatMap(({ read: value }) =>
    (value.kind === 'count' || value.kind === 'number') && Number.isInteger(value.value) && value.value >= 1 && value.value <= 20
      ? [value.value]
      : [],
  )
  return counts.length === 1 ? counts[0] : undefined
}
