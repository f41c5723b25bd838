/** Ways of seeing: switched to, added, hidden; sorting, grouping, splitting by time, kinds of chart. */
import { tokenise } from '../../base/language/tokenise.ts'
import { fieldsNamed, fold, labelPlace, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Field, Language, PeriodUnit, Query, SpecEdit, View } from '../../spec.ts'
import { has, VIEW_CUES } from '../rules/cues.ts'
import { bounded } from '../rules/words.ts'
import { type Change, type Clause, dateOf, freeId, is, mainOf, type Rule, SURE } from './clause.ts'
import { SAY } from './say.ts'
import { ADD, CHANGE, REMOVE, SHOW } from './words.ts'

type Kind = View['kind'] | 'line' | 'bar' | 'pie'

const NAMES: Record<string, Record<Language, string>> = {
  list: { en: 'List', zh: '列表', ja: 'リスト', ko: '목록' },
  table: { en: 'Table', zh: '表格', ja: '表', ko: '표' },
  cards: { en: 'Cards', zh: '卡片', ja: 'カード', ko: '카드' },
  board: { en: 'Board', zh: '看板', ja: 'ボード', ko: '보드' },
  calendar: { en: 'Calendar', zh: '日历', ja: 'カレンダー', ko: '달력' },
  timeline: { en: 'Timeline', zh: '时间线', ja: 'タイムライン', ko: '타임라인' },
  chart: { en: 'Chart', zh: '图表', ja: 'グラフ', ko: '그래프' },
  summary: { en: 'Summary', zh: '汇总', ja: 'まとめ', ko: '요약' },
}
const BY: Record<PeriodUnit, Record<Language, string>> = {
  day: { en: 'By day', zh: '按天', ja: '日ごと', ko: '일별' },
  week: { en: 'By week', zh: '按周', ja: '週ごと', ko: '주별' },
  month: { en: 'By month', zh: '按月', ja: '月ごと', ko: '월별' },
  year: { en: 'By year', zh: '按年', ja: '年ごと', ko: '연도별' },
}
const PERIODS: [PeriodUnit, RegExp][] = [
  ['day', /\b(?:by|per|each) day\b|\bdaily\b|按天|按日(?!期)|每天|日ごと|日別|毎日|일별|날짜별|매일/],
  ['week', /\b(?:by|per|each) week\b|\bweekly\b|按周|按週|按星期|每周|每週|周ごと|週ごと|週別|毎週|每週|周别|주별|주간|주 단위|매주/],
  ['month', /\b(?:by|per|each) month\b|\bmonthly\b|按月|每月|月ごと|月別|月别|毎月|월별|달별|월간|매월|매달/],
  ['year', /\b(?:by|per|each) year\b|\byearly\b|按年|每年|年ごと|年別|年别|毎年|연도별|년별|매년/],
]
const MORE_CUES: [Kind, string[]][] = [
  ['list', ['list', 'list view', '列表', 'リスト', '목록', '리스트'].map(fold)],
  ['chart', ['画个图', '画图', '画成图', '画张图', '做个图'].map(fold)],
  ['table', ['表で', '表形式', '表'].map(fold)],
  ['cards', ['cards', '卡片', 'カード', '카드'].map(fold)],
  ['board', ['board', '看板'].map(fold)],
  ['calendar', ['日历', 'カレンダー', '달력'].map(fold)],
]

function kindIn(low: string): Kind | undefined {
  const found = VIEW_CUES.find(([, words]) => has(low, words))?.[0] ?? MORE_CUES.find(([, words]) => has(low, words))?.[0]
  return found
}
const INSTEAD = /\b(?:instead of|rather than) .*$|而不是.*$|^.*(?:じゃなくて|ではなく|말고|대신)/u
const isChart = (kind: Kind): kind is 'chart' | 'line' | 'bar' | 'pie' =>
  kind === 'chart' || kind === 'line' || kind === 'bar' || kind === 'pie'
const viewKind = (kind: Kind): View['kind'] => (isChart(kind) ? 'chart' : kind)

/** The collection a view should be over: named, or the first that has what the view needs. */
function homeFor(clause: Clause, needs: (collection: Collection) => boolean): Collection | undefined {
  const shown = visibleCollections(clause.spec)
  const named = shown.find(
    (one) => labelPlace(clause.folded, clause.reading.tokens, one.label) ?? labelPlace(clause.folded, clause.reading.tokens, one.one),
  )
  return named && needs(named) ? named : shown.find(needs)
}

/** What a view is asked for with; a figure or a question beside its name is an entry or asks for an answer. */
const seen = (clause: Clause, change: Change | null): Change | null => change && { ...change, sure: seenSurely(clause) }
function seenSurely(clause: Clause): number {
  const { low, reading } = clause
  if (reading.values.some(({ read }) => ENTERED.has(read.kind)) || ASKED.test(low)) return SURE.guessed
  if (is(clause, REMOVE) || WAYS.test(low) || reading.tokens.length <= 4) return SURE.meant
  return is(clause, SHOW) || is(clause, CHANGE) || reading.tokens.length <= 5 ? SURE.implied : SURE.guessed
}
const ENTERED = new Set(['money', 'number', 'count', 'quantity', 'duration', 'date', 'datetime', 'time', 'period'])
const ASKED =
  /\bhow (?:much|many)\b|\b(?:total|average|sum)\b|多少|几[个次]|合计|合計|总共|一共|平均|いくら|何[回個人]|합계|총 |평균|얼마|몇|알려|教えて|告诉|[はが은는][?？]?$/
/** Seeing is spoken of, or the way of it. */
const WAYS =
  /\b(?:group|split|break|show|display|view|see|look at|switch|turn|make|draw|plot)\b.*\b(?:as|by|in|into|on|to|per)\b|^(?:by|per) \w+$|^(?:daily|weekly|monthly|yearly)(?: view| please)?$|分组|分开|归类|按.{1,10}(?:看|显示|分|排|放|摆)|用.{1,6}(?:看|显示|展示)|弄成|做成|画成|(?:で|に)(?:見|表示|して|まとめ|分け|並べ)|画.{0,3}图|\binstead of\b|(?:ごと|別)に|(?:으로|로)\s?(?:보|표시|바꿔|나눠|묶)|별로|묶어|나눠|그룹/

// ---- Show it as ------------------------------------------------------------------------------------------------

export const changeView: Rule = (clause) => seen(clause, viewChanged(clause))

function viewChanged(clause: Clause): Change | null {
  // "a list instead of the board": what it is no longer to be says nothing of what it is to be.
  const wanted = clause.folded.replace(INSTEAD, (gone) => ' '.repeat(gone.length))
  const kind = kindIn(wanted)
  // 店別にまとめて groups; a summary is what まとめ means by itself.
  // "table number", "board game": the word is part of a name.
  if (/\b(?:table|board|card|calendar|list)s? (?:number|name|size|no|id|game|price)s?\b/.test(clause.low)) return null
  if (!kind || (kind === 'summary' && /(?:別に|别に|ごとに)まとめ/.test(clause.text))) return null
  const named = (view: View) => labelPlace(wanted, tokenise(wanted), view.label) !== undefined
  const ofKind = clause.spec.views.filter((view) => view.kind === viewKind(kind))
  // カテゴリ別にグラフで: the chart by that field, and no other.
  const by = isChart(kind) && GROUP.test(clause.low) ? groupNamed(clause)?.field.id : undefined
  const existing =
    by === undefined
      ? (ofKind.find(named) ?? ofKind[0] ?? clause.spec.views.find(named))
      : ofKind.find((view) => view.kind === 'chart' && view.query.group?.field === by)
  if (is(clause, REMOVE)) {
    if (!existing || clause.spec.views.filter((view) => !view.hidden).length < 2) return null
    return { edits: [{ do: 'remove-view', view: existing.id }], said: SAY.removed[clause.language](existing.label) }
  }
  if (!is(clause, SHOW) && !is(clause, ADD) && !is(clause, CHANGE) && clause.reading.tokens.length > 8) return null
  const adding = is(clause, ADD) && !is(clause, SHOW)
  if (existing?.kind === 'chart' && (kind === 'line' || kind === 'bar' || kind === 'pie')) return recharted(existing, kind, clause)
  if (existing && !adding)
    return { edits: [...unhidden(existing), { do: 'first-view', view: existing.id }], said: SAY.view[clause.language](existing.label) }
  const view = newView(kind, clause)
  if (!view) return null
  return {
    edits: [{ do: 'add-view', view, ...(!adding && { first: true }) }],
    said: (adding ? SAY.viewAdded : SAY.view)[clause.language](view.label),
  }
}

const unhidden = (view: View): SpecEdit[] => (view.hidden ? [{ do: 'change-view', view: { ...view, hidden: false } }] : [])

function recharted(view: Extract<View, { kind: 'chart' }>, chart: 'line' | 'bar' | 'pie', clause: Clause): Change {
  const collection = clause.spec.collections.find((one) => one.id === view.query.collection)
  const category = collection && categoryOf(collection)
  // A pie needs parts of a whole; days are none.
  const query: Query =
    chart === 'pie' && view.query.group?.by && category
      ? { ...view.query, group: { field: category.id }, order: { by: 'value', descending: true } }
      : view.query
  const { series, ...rest } = view
  return {
    edits: [
      { do: 'change-view', view: { ...rest, ...(series && chart !== 'pie' && { series }), chart, query, hidden: false } },
      { do: 'first-view', view: view.id },
    ],
    said: SAY.view[clause.language](view.label),
  }
}

const categoryOf = (collection: Collection): Field | undefined =>
  ['choice', 'person', 'place', 'relation', 'text']
    .map((kind) =>
      visibleFields(collection).find((field) => field.kind === kind && (kind !== 'text' || field.suggest || field.id === collection.title)),
    )
    .find((field) => field !== undefined)

function newView(kind: Kind, clause: Clause): View | undefined {
  const { spec, language } = clause
  const label = NAMES[viewKind(kind)]?.[language] ?? viewKind(kind)
  const id = freeId(
    viewKind(kind),
    spec.views.map((view) => view.id),
  )
  if (isChart(kind)) return chartView(id, kind === 'chart' ? undefined : kind, clause)
  if (kind === 'calendar' || kind === 'timeline') {
    const collection = homeFor(clause, (one) => dateOf(one) !== undefined)
    const date = collection && dateOf(collection)
    if (!collection || !date) return undefined
    const time = visibleFields(collection).find((field) => field.kind === 'time')
    return kind === 'calendar'
      ? { kind, id, label, collection: collection.id, date: date.id }
      : { kind, id, label, collection: collection.id, date: date.id, ...(time && { time: time.id }) }
  }
  if (kind === 'board') {
    const collection = homeFor(clause, (one) => visibleFields(one).some((field) => field.kind === 'choice'))
    const group = collection && visibleFields(collection).find((field) => field.kind === 'choice')
    return collection && group ? { kind, id, label, collection: collection.id, group: group.id } : undefined
  }
  if (kind === 'summary') return summaryView(id, label, clause)
  const collection = homeFor(clause, () => true)
  return collection && (kind === 'list' || kind === 'table' || kind === 'cards')
    ? { kind, id, label, collection: collection.id }
    : undefined
}

function summaryView(id: string, label: string, clause: Clause): View | undefined {
  const collection = homeFor(clause, () => true)
  if (!collection) return undefined
  const main = mainOf(collection)
  const date = dateOf(collection)
  const measure: Query['measure'] = main ? { fn: main.kind === 'rating' ? 'mean' : 'sum', field: main.id } : { fn: 'count' }
  const query: Query = { collection: collection.id, filter: [], measure }
  const tiles = [{ label: bounded(main?.label ?? collection.label, 60), query }]
  if (date) tiles.push({ label: BY.month[clause.language], query: { ...query, when: { field: date.id, unit: 'month', offset: 0 } } })
  return { kind: 'summary', id, label, tiles }
}

function chartView(id: string, chart: 'line' | 'bar' | 'pie' | undefined, clause: Clause, by?: PeriodUnit): View | undefined {
  const collection = homeFor(clause, (one) => dateOf(one) !== undefined || categoryOf(one) !== undefined)
  if (!collection) return undefined
  const date = dateOf(collection)
  const main = mainOf(collection)
  const named = fieldsNamed(clause.text, [collection], { kinds: false }).filter((hit) => hit.score >= 0.7)
  const measured =
    named.find(
      (hit) =>
        hit.field.kind === 'money' ||
        hit.field.kind === 'number' ||
        hit.field.kind === 'quantity' ||
        hit.field.kind === 'duration' ||
        hit.field.kind === 'rating',
    )?.field ?? main
  const group = named.find(
    (hit) =>
      hit.field.kind === 'choice' ||
      hit.field.kind === 'place' ||
      hit.field.kind === 'text' ||
      hit.field.kind === 'person' ||
      hit.field.kind === 'relation',
  )?.field
  const category = group ?? categoryOf(collection)
  const state = measured && STATE.test(`${measured.id} ${measured.label}`)
  const measure: Query['measure'] = measured
    ? { fn: measured.kind === 'rating' || state ? 'mean' : 'sum', field: measured.id }
    : { fn: 'count' }
  const overTime = date && !group && (chart !== 'pie' || !category)
  if (!overTime && !category) return undefined
  const query: Query = overTime
    ? {
        collection: collection.id,
        filter: [],
        measure,
        group: { field: date.id, by: by ?? (state ? 'day' : 'month') },
        order: { by: 'group', descending: false },
      }
    : { collection: collection.id, filter: [], measure, group: { field: category!.id }, order: { by: 'value', descending: true } }
  const label = by ? BY[by][clause.language] : (NAMES.chart?.[clause.language] ?? 'Chart')
  return { kind: 'chart', id, label, chart: chart ?? (overTime && (state || !by) ? 'line' : 'bar'), query }
}
const STATE = /weight|体重|체중|몸무게|mood|心情|気分|기분|pressure|血压|血圧|혈압|temperature|体温|체온|heart|pulse/i

// ---- By week, grouped --------------------------------------------------------------------------------------------

const LIMIT_WORDS = /limit|budget|goal|target|remind|streak|上限|预算|目标|提醒|予算|目標|リマインド|한도|예산|목표|알림/

/** "show it by week", 按月看, 週ごとに見たい: an existing chart is regrouped, otherwise one is made. */
export const byPeriod: Rule = (clause) => seen(clause, periodChanged(clause))

function periodChanged(clause: Clause): Change | null {
  const unit = PERIODS.find(([, pattern]) => pattern.test(clause.low))?.[0]
  if (!unit || LIMIT_WORDS.test(clause.low) || is(clause, REMOVE) || namesField(clause)) return null
  const chart = clause.spec.views.find(
    (view): view is Extract<View, { kind: 'chart' }> => view.kind === 'chart' && view.query.group?.by !== undefined,
  )
  if (chart?.query.group) {
    const view = {
      ...chart,
      label: BY[unit][clause.language],
      query: { ...chart.query, group: { ...chart.query.group, by: unit } },
      hidden: false,
    }
    return {
      edits: [
        { do: 'change-view', view },
        { do: 'first-view', view: chart.id },
      ],
      said: SAY.view[clause.language](view.label),
    }
  }
  const view = chartView(
    freeId(
      'chart',
      clause.spec.views.map((one) => one.id),
    ),
    undefined,
    clause,
    unit,
  )
  return view ? { edits: [{ do: 'add-view', view, first: true }], said: SAY.view[clause.language](view.label) } : null
}

/** 学年ごとに: the period's sign is the end of a field's name. */
const namesField = (clause: Clause): boolean =>
  fieldsNamed(clause.text, visibleCollections(clause.spec), { kinds: false }).some(
    (hit) => hit.score >= 0.9 && hit.end - hit.start >= 2 && /[日週周月年]$/.test(hit.text) && !/^date/.test(hit.field.kind),
  )

const GROUP =
  /\bgroup|\bsplit (?:it |them )?by\b|\bby\b|分组|分类显示|按.{1,20}?(?:分|看|显示|排|画|做|$)|[別别][にの]|ごと[にの]|毎[にの]|まとめて|별로|별 ?(?:그래프|차트|통계|합계)|묶어|그룹/

const groupNamed = (clause: Clause) =>
  fieldsNamed(clause.text, visibleCollections(clause.spec), { kinds: true }).find(({ field }) =>
    ['choice', 'person', 'place', 'relation', 'text', 'rating', 'yesno', 'date'].includes(field.kind),
  )

export const groupBy: Rule = (clause) => seen(clause, grouped(clause))

function grouped(clause: Clause): Change | null {
  if (!GROUP.test(clause.low) || /\bsort|排序|排列|先后|並べ|정렬|순으로|[顺順](?:に|で|$)/.test(clause.low)) return null
  const hit = groupNamed(clause)
  if (!hit) return null
  const list = clause.spec.views.find(
    (view): view is Extract<View, { kind: 'list' }> => view.kind === 'list' && view.collection === hit.collection.id,
  )
  const by = hit.field.kind === 'date' ? { by: 'day' as const } : {}
  if (list)
    return {
      edits: [{ do: 'change-view', view: { ...list, group: { field: hit.field.id, ...by } } }, ...(list.hidden ? [] : [])],
      said: SAY.grouped[clause.language](hit.field.label),
    }
  const view: View = {
    kind: 'list',
    id: freeId(
      'list',
      clause.spec.views.map((one) => one.id),
    ),
    label: bounded(hit.collection.label, 60),
    collection: hit.collection.id,
    group: { field: hit.field.id, ...by },
  }
  return clause.spec.views.length < 16
    ? { edits: [{ do: 'add-view', view, first: true }], said: SAY.grouped[clause.language](hit.field.label) }
    : null
}

/** A view by its own name: "hide the calendar", "show the totals first". */
export const namedView: Rule = (clause) => seen(clause, named(clause))

function named(clause: Clause): Change | null {
  const view = clause.spec.views.find((one) => labelPlace(clause.folded, clause.reading.tokens, one.label))
  if (!view) return null
  if (is(clause, REMOVE))
    return shown(clause.spec) > 1 ? { edits: [{ do: 'remove-view', view: view.id }], said: SAY.removed[clause.language](view.label) } : null
  return is(clause, SHOW) || /first|先|最初|먼저|처음/.test(clause.low)
    ? { edits: [...unhidden(view), { do: 'first-view', view: view.id }], said: SAY.view[clause.language](view.label) }
    : null
}
const shown = (spec: AppSpec) => spec.views.filter((view) => !view.hidden).length
