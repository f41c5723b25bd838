/** Whatever is collected or noted, known or unknown. */
import type { Family } from '../../../base/concepts/types.ts'
import type { Language } from '../../../spec.ts'
import { LENT } from '../../compose/adjust.ts'
import { fits } from '../../names.ts'
import type { Build } from '../build.ts'
import { isLedger } from '../derived.ts'
import { keep } from '../kept.ts'
import { isClause, nounPhrase } from '../nouns.ts'
import { asLabel, t } from '../words.ts'
import { type Rule, required } from './shared.ts'

const rated =
  (family: Family): Rule =>
  (b, role) => {
    const c = keep(b, family, role)
    const rating = b.find(c, 'rating')
    const scale = b.frame.scale
    if (rating?.kind === 'rating' && scale && scale[0] <= 1 && scale[1] >= 2)
      b.replace(c, b.shaped(rating, { label: rating.label, kind: 'rating', scale, start: 0 }))
  }

export const simple = rated

export const collection: Rule = (b, role) => {
  const { frame } = b
  const named = frame.asked.find((one) => NAMES.test(one.label) && /^text/.test(one.kind))
  const concept = frame.mentions.find((one) => one.concept.collection && one.score >= 0.9)?.concept
  const log = /\blog\b|track|record|journal|every time|each time|history|when i|记录|记下|記録|つけ|기록|일지/.test(frame.low)
  // A log of what happens has its days even where only other qualities were named.
  const happens =
    (LOG_HEAD.test(frame.phrases[0]?.text ?? '') ||
      isLedger(frame.asked.filter((one) => one.kind === 'money').map((one) => one.label)) ||
      frame.asked.some((one) => one.kind === 'time' || one.kind === 'mood' || HAPPENED[frame.language].test(one.label)) ||
      TOLD_EACH.test(frame.low)) &&
    !frame.asked.some((one) => /^date/.test(one.kind)) &&
    !/collect|catalog|收藏|收集|コレクション|컬렉션|수집/.test(frame.low)
  // "swims: laps and how long": what is only measured has a day and no name.
  const used = frame.bounds.some((bound) => bound.stock)
  const measured =
    !frame.record &&
    frame.asked.length >= 1 &&
    frame.asked.every((one) => MEASURES.test(one.kind)) &&
    frame.asked.some((one) => COUNTS.test(one.kind))
  // 走った距離、タイム、シューズ: a log in which a measure or a day stands first is called by its day.
  const opening = [...frame.asked].sort((one, other) => one.start - other.start)[0]
  const dated =
    (frame.language === 'zh' || frame.language === 'ja') &&
    !named &&
    !frame.beyond.length &&
    frame.asked.length >= 3 &&
    !frame.items.some((item) => item.thing) &&
    (log || happens || frame.asked.some((one) => /^date/.test(one.kind))) &&
    opening !== undefined &&
    /^(?:qty|num|int|duration|money|date=today|date$)/.test(opening.kind) &&
    frame.asked.some((one) => MEASURED.test(one.kind))
  const c = b.add(
    {
      id: 'items',
      label: t('Items / 条目 / 項目 / 항목'),
      one: t('Item / 条目 / 項目 / 항목'),
      icon: concept?.icon ?? '🗂️',
      fields:
        (measured && !frame.items.some((item) => item.thing)) || used || dated
          ? 'date! note'
          : happens
            ? 'name! date! note'
            : log
              ? 'name! date note'
              : named || frame.asked.length >= 4
                ? 'name! note'
                : 'name! rating note',
    },
    role,
  )
  const title = c.fields.find((field) => field.id === c.title)
  if (frame.record && title?.kind === 'text' && !frame.asked.some((one) => asLabel(one.label) === title.label))
    b.replace(c, { ...title, label: asLabel(frame.record) })
  const own = frame.topic ? nounOf(b) : ''
  const fitting = [own, frame.learned ?? ''].find((one) => fits(one, frame.language))
  const noun = asLabel(fitting ?? aboutIn(b), 40)
  if (noun) {
    c.label = noun
    c.one =
      frame.language === 'en'
        ? asLabel(
            noun
              .replace(/(?<=[a-z]{2})ies$/i, 'y')
              .replace(/(?<=(?:sh|ch|x))es$/i, '')
              .replace(/(?<=[a-z]{2}[^s])s$/i, ''),
            40,
          )
        : noun
  }
  if (named) {
    const title = c.fields.find((field) => field.label === asLabel(named.label))
    if (title && title.id !== c.title) {
      c.fields = [title, ...c.fields.filter((field) => field.id !== title.id && field.id !== c.title)]
      c.title = title.id
    }
  }
  required(c, c.title)
  b.list(c)
  const rating = b.find(c, 'rating')
  if (rating?.kind === 'rating' && frame.scale)
    b.replace(c, b.shaped(rating, { label: rating.label, kind: 'rating', scale: frame.scale, start: 0 }))
  const money = b.find(c, 'money')
  if (money)
    b.tiles([
      { label: t('How many / 数量 / 件数 / 개수'), query: { collection: c.id, filter: [], measure: { fn: 'count' } } },
      { label: money.label, query: { collection: c.id, filter: [], measure: { fn: 'sum', field: money.id } } },
    ])
  if (role === 'main') {
    b.icon = concept?.icon ?? '🗂️'
    b.accent = 'plum'
    b.first = log ? 'entry' : 'views'
    b.defaultName = noun
      ? { en: noun, zh: noun, ja: noun, ko: noun }
      : LENT.test(frame.low)
        ? t('Lending / 借用记录 / 貸し借り / 대여 기록')
        : log || happens || dated || measured
          ? t('Log / 记录 / 記録 / 기록')
          : t('Collection / 收藏 / コレクション / 컬렉션')
  }
}

const LOG_HEAD = /(?:\blog|logbook|diary|journal|记录|日志|日记|日記|記録|日誌|ログ|기록|일지|기록장|练习|練習|연습|practice)$/i

/** What somebody did, or what came of it: it has a day. */
const HAPPENED: Record<Language, RegExp> = {
  en: /\b(?:laid|came|went|won|drove|ate|drank|slept|ran|used|sold|took|fed|gave|made|hurt|felt|weighed|caught|saw|played|worked|charged|lasted|happened|reps|sets|laps)\b/i,
  zh: /[了咗]|组数|組數|次数|次數/,
  ja: /(?:た|だ)(?:か|人|もの|場所|時刻|時間|量)(?:どうか)?$|セット|回数/,
  ko: /[었았였했됐났갔왔봤줬썼샀]는지$|[었았했]나$|세트|횟수/,
}
/** Written down each time, as it comes. */
const TOLD_EACH =
  /\b(?:every|each) (?:time|day|night|morning|shift|session|visit|batch|game|lesson|walk|run)\b|\bwho (?:laid|came|won|drove|did)\b|每[次天晚趟]|毎[回日晩朝]|(?:할|갈|볼|올|넣을) ?때마다|매[일번회]/

const MEASURES = /^(?:num|int|qty|duration|money|rating|yesno|date|time|percent|choice)/
const MEASURED = /^(?:num|int|qty|duration|money|rating|yesno|person|choice)/
const COUNTS = /^(?:num|int|qty|duration)/

const NAMES = /(?:^|\b)(?:name|title)s?$|(?:名|名前|名称|标题|书名|銘柄|タイトル|작품명|제목|이름|명)$/i

/** "vinyl records" without "collection of": the things themselves. */
function nounOf(b: Build): string {
  const { language } = b.frame
  const topic = nounPhrase(b.frame)
  // A clause names nothing; what it is about may be known all the same.
  if (isClause(topic, language)) return aboutIn(b)
  if (language === 'en' && /^(?:what|which|how|who|that|where|when|spend)\b/i.test(topic)) return ''
  if (language === 'en')
    return (
      topic
        .replace(/^(?:things|stuff)\b.*$/i, '')
        .replace(
          /\b(?:collection|collecting|collect|catalogue|catalog|tracker|tracking|log|diary|journal|list|database|library|app|records? of|history|record book|logbook)\b(?: of| for)?/gi,
          ' ',
        )
        .replace(/'s\b/g, '')
        .replace(/\s+/g, ' ')
        .replace(/^(?:of|for|my|the|a|an|i|all)\s+/i, '')
        .trim() || topic
    )
  if (language === 'zh')
    return topic.replace(/^(?:我)?(?:收藏|收集|养)的?|的?(?:收藏|收集|记录|清单|列表|管理|日记|表|应用)$/g, '') || topic
  if (language === 'ja')
    return topic.replace(/(?:の)?(?:コレクション|記録|リスト|管理|一覧|手帳|ノート|メモ|帳|アプリ|ログ|データベース)$/, '') || topic
  return topic.replace(/\s?(?:컬렉션|기록장?|목록|관리|일지|노트|앱|모음|리스트)$/, '') || topic
}

const SOMEBODY = /^(?:family|parents?|grandparents?|children|kids?|friends?|baby|partner|siblings?|people|person|person\w+)$/

function aboutIn(b: Build): string {
  const things = b.frame.mentions.filter(
    ({ score, concept, text }) =>
      score >= 0.9 &&
      (text.length >= 2 || /\p{Script=Han}/u.test(text)) &&
      !concept.view &&
      !concept.behaviour &&
      !SOMEBODY.test(concept.id),
  )
  const about =
    things.find((one) => one.concept.collection) ?? things.find((one) => one.concept.topic) ?? things.find((one) => !one.concept.field)
  return about?.text ?? ''
}
