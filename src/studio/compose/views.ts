/** Views that were asked for. */

import type { Collection, View } from '../../spec.ts'
import type { Build } from '../rules/build.ts'
import { t } from '../rules/words.ts'

export function applyViews(b: Build, main: Collection): void {
  const { views } = b.frame
  const have = (kind: View['kind'], chart?: string) =>
    b.views.some((view) => view.kind === kind && (!chart || (view.kind === 'chart' && view.chart === chart)))
  const date = () => {
    const found = b.dateOf(main)
    if (found) return found
    const made = b.field('date', main.fields)
    main.fields.splice(1, 0, made)
    return made
  }
  const words: Record<string, ReturnType<typeof t>> = {
    calendar: t('Calendar / 日历 / カレンダー / 달력'),
    table: t('Table / 表格 / 表 / 표'),
    cards: t('Cards / 卡片 / カード / 카드'),
    board: t('Board / 看板 / ボード / 보드'),
    timeline: t('Timeline / 时间线 / タイムライン / 타임라인'),
  }
  const put = (kind: 'calendar' | 'table' | 'cards' | 'board' | 'timeline', more: object) =>
    b.put({ id: `${main.id}${kind}`, kind, label: b.say(words[kind]!), collection: main.id, ...more } as never)
  if (views.has('calendar') && !have('calendar')) put('calendar', { date: date().id })
  if (views.has('timeline') && !have('timeline') && b.dateOf(main)) put('timeline', { date: b.dateOf(main)!.id })
  if (views.has('table') && !have('table')) put('table', {})
  if (views.has('cards') && !have('cards') && main.concept !== 'cards') put('cards', {})
  if (views.has('board') && !have('board')) {
    let choice = b.find(main, 'choice')
    if (!choice) {
      choice = b.field('status', main.fields)
      main.fields.push(choice)
    }
    put('board', { group: choice.id })
  }
  for (const chart of ['line', 'bar', 'pie'] as const) if (views.has(chart) && !have('chart', chart)) putChart(b, main, chart)
  if (views.has('chart') && !have('chart')) putChart(b, main, b.find(main, 'money') ? 'bar' : 'line')
  if (views.has('summary') && !have('summary')) {
    const number = b.find(main, 'money', 'duration', 'quantity', 'number')
    const day = b.dateOf(main)
    const month = day ? { when: { field: day.id, unit: 'month' as const, offset: 0 } } : {}
    b.tiles([
      { label: t('How many / 次数 / 件数 / 개수'), query: { collection: main.id, filter: [], measure: { fn: 'count' }, ...month } },
      ...(number
        ? [
            {
              label: number.label,
              query: {
                collection: main.id,
                filter: [],
                measure: {
                  fn: number.kind === 'money' || number.kind === 'duration' ? ('sum' as const) : ('mean' as const),
                  field: number.id,
                },
                ...month,
              },
            },
          ]
        : []),
    ])
  }
  moveAskedFirst(b)
}

function putChart(b: Build, main: Collection, chart: 'line' | 'bar' | 'pie'): void {
  const date = b.dateOf(main)
  const value = b.find(main, 'money', 'quantity', 'rating', 'duration', 'number') ?? main.fields.find((field) => field.kind === 'computed')
  const fn = !value ? 'count' : value.kind === 'money' || value.kind === 'duration' ? 'sum' : 'mean'
  const choice =
    b.find(main, 'choice') ?? main.fields.find((field) => field.kind === 'relation' || (field.kind === 'text' && field.suggest))
  if (chart === 'pie' || !date) {
    const group = choice ?? date ?? main.fields.find((field) => field.id === main.title)!
    b.chart(main, chart === 'line' && !date ? 'bar' : chart, fn, value, group, group === date ? 'month' : undefined)
  } else b.chart(main, chart, fn, value, date, fn === 'sum' ? (b.frame.low.match(/week|周|週|주별/) ? 'week' : 'month') : 'day')
}

/** "show it on a calendar": what was asked to be seen comes first. */
function moveAskedFirst(b: Build): void {
  for (const kind of ['calendar', 'board', 'timeline', 'table'] as const) {
    if (!b.frame.views.has(kind)) continue
    const at = b.views.findIndex((view) => view.kind === kind)
    if (at > 0) b.views.unshift(...b.views.splice(at, 1))
    return
  }
}
