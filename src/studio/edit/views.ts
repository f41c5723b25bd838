/** Ways of seeing: switched to, added, hidden; sorting, grouping, splitting by time, kinds of chart. */
import { contentStems, fieldsNamed, fold, labelPlace, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Field, Language, PeriodUnit, Query, SpecEdit, View } from '../../spec.ts'
import { has, VIEW_CUES } from '../rules/cues.ts'
import { bounded } from '../rules/words.ts'
import { ADD, CHANGE, type Change, type Clause, dateOf, freeId, is, mainOf, REMOVE, type Rule, SHOW } from './clause.ts'
import { SAY } from './say.ts'

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
  ['table', ['表で', '表形式', '表'].map(fold)],
  ['cards', ['cards', '卡片', 'カード', '카드'].map(fold)],
  ['board', ['board', '看板'].map(fold)],
  ['calendar', ['日历', 'カレンダー', '달력'].map(fold)],
]

function kindIn(low: string): Kind | undefined {
  const found = VIEW_CUES.find(([, words]) => has(low, words))?.[0] ?? MORE_CUES.find(([, words]) => has(low, words))?.[0]
  return found
}
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

// ---- Show it as ------------------------------------------------------------------------------------------------

export const changeView: Rule = (clause) => {
  const kind = kindIn(clause.folded)
  // 店別にまとめて groups; a summary is what まとめ means by itself.
  // "table number", "board game": the word is part of a name.
  if (/\b(?:table|board|card|calendar|list)s? (?:number|name|size|no|id|game|price)s?\b/.test(clause.low)) return null
  if (!kind || (kind === 'summary' && /(?:別に|别に|ごとに)まとめ/.test(clause.text))) return null
  const existing = clause.spec.views.find(
    (view) => view.kind === viewKind(kind) || labelPlace(clause.folded, clause.reading.tokens, view.label),
  )
  if (is(clause, REMOVE)) {
    if (!existing || clause.spec.views.filter((view) => !view.hidden).length < 2) return null
    return { edits: [{ do: 'remove-view', view: existing.id }], said: SAY.removed[clause.language](existing.label) }
  }
  if (!is(clause, SHOW) && !is(clause, ADD) && !is(clause, CHANGE) && clause.reading.tokens.length > 6) return null
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

// ---- By week, newest first, grouped ------------------------------------------------------------------------------

const LIMIT_WORDS = /limit|budget|goal|target|remind|streak|上限|预算|目标|提醒|予算|目標|リマインド|한도|예산|목표|알림/

/** "show it by week", 按月看, 週ごとに見たい: an existing chart is regrouped, otherwise one is made. */
export const byPeriod: Rule = (clause) => {
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

const NEWEST =
  /newest|most recent|latest\b.*\b(?:first|top)|most recent first|recent first|descending|最新|新的在前|从新到旧|倒序|新しい順|降順|最近の順|최신순|최근순|내림차순|새로운 순|최신/
const OLDEST = /oldest|ascending|earliest|soonest|nearest|最早|旧的在前|从旧到新|正序|古い順|昇順|오래된|오름차순|예전 순/
const HIGH =
  /highest|\bmost \w|largest|biggest|longest|heaviest|strongest|fastest|hardest|tallest|priciest|dearest|high to low|best|\btop (?!$)|从高到低|从大到小|从多到少|从长到短|从重到轻|从贵到便宜|从晚到早|最贵|高い順|大きい順|多い順|長い順|重い順|遅い順|良い順|いい順|높은|비싼|큰 순|많은|긴 |무거운|늦은/
const LOW =
  /lowest|\bleast \w|cheapest|smallest|shortest|lightest|slowest|worst|easiest|low to high|从低到高|从小到大|从少到多|从短到长|从轻到重|从便宜到贵|从早到晚|最便宜|安い順|低い順|小さい順|少ない順|短い順|軽い順|早い順|近い順|悪い順|낮은|싼|작은 순|적은|짧은|가벼운|이른|빠른|가까운/
const RATED = /\b(?:best|worst|top)\b|\brated\b|评分|打分|评价|星|★|評価|평점|별점/
const SORT =
  /\bsort|\b(?:highest|lowest|cheapest|biggest|smallest|newest|oldest|best|worst)\b.*\bfirst\b|[가-힣] 순$|\border(?:ed)? by\b|first\b|(?:at the|on) top\b|up top\b|排序|排列|倒序|正序|在前|从[高低大小新旧早晚多少贵长短重轻便]宜?到|并べ|並べ|順|降順|昇順|按.{1,14}排(?:列|一下|好|吧)?$|先.{1,8}的?(?:排|放|显示)在?(?:最)?前面?|정렬|순으로|순서|최신순/

/** What an order is by, where no field is called so: by the money, the day, the stars. */
const ORDERED_BY: [RegExp, Field['kind'][]][] = [
  [/花费|花销|开销|费用|金额|金額|价|钱|值段|値段|料金|代金|いくら|贵|便宜|安い/, ['money']],
  [/到期|过期|截止|期限|缔切|締め?切|日期|日付|时间|時間|早い|遅い|近い|从早|从晚/, ['date', 'datetime']],
  [/分|星|★|点数|得点/, ['rating', 'computed', 'number']],
]
/** 締切 is meant for 出願締切: the noun a label ends with. */
function fieldMeant(low: string, collection: Collection): Field | undefined {
  const fields = visibleFields(collection)
  const ends = (label: string) => label.length > 2 && [4, 3, 2].some((n) => n < label.length && low.includes(fold(label.slice(-n))))
  const kinds = ORDERED_BY.find(([words]) => words.test(low))?.[1]
  return fields.find((one) => ends(one.label)) ?? kinds?.flatMap((kind) => fields.find((one) => one.kind === kind) ?? [])[0]
}

export const sortBy: Rule = (clause) => {
  const { low, spec } = clause
  if (!SORT.test(low) && !NEWEST.test(low) && !OLDEST.test(low)) return null
  const views = spec.views.filter(
    (view): view is Extract<View, { kind: 'list' | 'table' | 'cards' | 'board' }> =>
      view.kind === 'list' || view.kind === 'table' || view.kind === 'cards' || view.kind === 'board',
  )
  const bare = withoutLabels(low, spec)
  const down = NEWEST.test(bare) || HIGH.test(bare)
  const up = OLDEST.test(bare) || LOW.test(bare)
  const edits: SpecEdit[] = []
  let label = ''
  let falling = false
  const namedIn = (collection: Collection) =>
    fieldsNamed(clause.text, [collection], { kinds: true }).find((hit) => hit.field.kind !== 'note')?.field ??
    alike(clause.text, collection)
  // 返却日の早い順: what is named in one collection orders no other by something else.
  const shown = visibleCollections(spec)
  const meant = shown.filter((one) => fieldsNamed(clause.text, [one], { kinds: false }).some((hit) => hit.score >= 0.9))
  for (const view of views) {
    const collection = shown.find((one) => one.id === view.collection)
    if (!collection || (meant.length && !meant.includes(collection))) continue
    // "top scorer first" ranks by what is scored, though a player is named.
    const ranks = SCORER.test(low) ? (visibleFields(collection).find((one) => one.kind === 'number') ?? mainOf(collection)) : undefined
    const named = ranks ?? namedIn(collection)
    const field =
      NEWEST.test(bare) || OLDEST.test(bare)
        ? named && (named.kind === 'date' || named.kind === 'datetime')
          ? named
          : dateOf(collection)
        : (named ??
          fieldMeant(low, collection) ??
          (RATED.test(low) ? visibleFields(collection).find((one) => one.kind === 'rating') : undefined) ??
          (HIGH.test(low) || LOW.test(low) ? mainOf(collection) : undefined))
    if (!field) continue
    label = field.label
    const descending =
      down || (!up && (((field.kind === 'date' || field.kind === 'datetime') && field.default !== undefined) || field.kind === 'rating'))
    falling = descending
    edits.push({ do: 'change-view', view: { ...view, sort: { field: field.id, descending } } })
  }
  return edits.length ? { edits, said: SAY.sorted[clause.language](`${label} ${falling ? '↓' : '↑'}`) } : null
}

const SCORER = /\b(?:top|best|highest|leading|worst|lowest) (?:scorers?|performers?|players?|sellers?|earners?|payers?|runners?)\b/

/** "soonest best before at the top": the words of a label say nothing of the order. */
const withoutLabels = (low: string, spec: AppSpec): string =>
  visibleCollections(spec)
    .flatMap((one) => visibleFields(one).flatMap(({ label }) => [label, label.replace(/ date$/i, '')]))
    .filter((label) => label.includes(' '))
    .reduce((now, label) => now.replace(fold(label), ' '), low)

/** "soonest follow up": the one field whose name has the words that were said. */
function alike(text: string, collection: Collection): Field | undefined {
  const said = new Set(contentStems(text))
  const shared = visibleFields(collection)
    .map((field) => ({ field, n: contentStems(field.label).filter((stem) => said.has(stem)).length }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n)
  return shared.length === 1 || (shared[0] && shared[1] && shared[0].n > shared[1].n) ? shared[0]!.field : undefined
}

const GROUP =
  /\bgroup|\bsplit (?:it |them )?by\b|\bby\b|分组|分类显示|按.{1,20}?(?:分|看|显示|排|$)|別に|别に|ごとに|毎に|まとめて|별로|묶어|그룹/

export const groupBy: Rule = (clause) => {
  if (!GROUP.test(clause.low) || /sort|排序|並べ|정렬/.test(clause.low) || HIGH.test(clause.low) || LOW.test(clause.low)) return null
  const hit = fieldsNamed(clause.text, visibleCollections(clause.spec), { kinds: true }).find(({ field }) =>
    ['choice', 'person', 'place', 'relation', 'text', 'rating', 'yesno', 'date'].includes(field.kind),
  )
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
export const namedView: Rule = (clause) => {
  const view = clause.spec.views.find((one) => labelPlace(clause.folded, clause.reading.tokens, one.label))
  if (!view) return null
  if (is(clause, REMOVE))
    return shown(clause.spec) > 1 ? { edits: [{ do: 'remove-view', view: view.id }], said: SAY.removed[clause.language](view.label) } : null
  return is(clause, SHOW) || /first|先|最初|먼저|처음/.test(clause.low)
    ? { edits: [...unhidden(view), { do: 'first-view', view: view.id }], said: SAY.view[clause.language](view.label) }
    : null
}
const shown = (spec: AppSpec) => spec.views.filter((view) => !view.hidden).length
