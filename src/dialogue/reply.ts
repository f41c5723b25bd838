/** What the agent says: every outcome as a sentence in the person's language. Pure functions of plain data. */

import { bucketOf } from '../base/hashed.ts'
import { formatDate, formatNumber, formatPeriod, formatValue } from '../base/language/format.ts'
import type { Failure } from '../base/result.ts'
import type { Answer } from '../events.ts'
import type { AppSpec, Behaviour, Collection, Language, PeriodUnit, When } from '../spec.ts'
import type { EntryOp } from './log/types.ts'
import { moodOf } from './mood.ts'
import type { Understanding } from './understand/intent.ts'
import { en } from './words/en.ts'
import { ja } from './words/ja.ts'
import { ko } from './words/ko.ts'
import type { Remaining, Standing, Words } from './words/types.ts'
import { zh } from './words/zh.ts'

const WORDS: Record<Language, Words> = { en, zh, ja, ko }
const LOCALE: Record<Language, string> = { en: 'en-US', zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR' }

/** Three things a person could say, by language: shown on the first day, with help, and where nothing was understood. */
export const EXAMPLES: Record<Language, [string, string, string]> = { en: en.examples, zh: zh.examples, ja: ja.examples, ko: ko.examples }

// ---- Apps ------------------------------------------------------------------------------------------------------

export const built = (
  language: Language,
  data: { name: string; icon?: string; purpose: string; assumed: string[]; missing: string[] },
): string => WORDS[language].built(data)
export const edited = (language: Language, { name, said, missing }: { name: string; said: string; missing: string[] }): string =>
  WORDS[language].edited({ app: name, said, missing })

/** `kept`: there is a version before, and it stays. */
export const withheld = (
  language: Language,
  { name, failed, kept = false }: { name: string; failed: string | null; kept?: boolean },
): string => WORDS[language].withheld({ app: name, kept, ...(failed && { finding: failed }) })

export const opened = (language: Language, { name }: { name: string }): string => WORDS[language].opened({ app: name })
export const removed = (language: Language, { name }: { name: string }): string => WORDS[language].removed({ app: name })
export const listed = (language: Language, data: { apps: { name: string; icon: string }[] }): string =>
  WORDS[language].apps({ names: data.apps.map(({ name, icon }) => `${icon} ${name}`) })
export const cannot = (language: Language, data: { missing: string[] }): string => WORDS[language].cannot(data)

export function wentBack(
  language: Language,
  { way, name, what }: { way: 'undo' | 'redo' | 'restore'; name: string; what: string },
): string {
  const words = WORDS[language]
  if (way === 'undo') return words.undone({ what, app: name })
  return way === 'redo' ? words.redone({ what, app: name }) : words.restored({ app: name, when: what ? `“${what}”` : '' })
}

// ---- Data ------------------------------------------------------------------------------------------------------

type Bound = Extract<Behaviour, { kind: 'limit' | 'goal' }>
export type LoggedSaid = {
  name: string
  done: { did: EntryOp['do']; title: string; collection?: Collection }[]
  unsure?: string[]
  standing?: { behaviour: Bound; value: number | null; shown: string } | null
}

export function logged(language: Language, { name, done, unsure = [], standing }: LoggedSaid): string {
  const reached = standing
    ? standingOf(language, standing, done.find(({ collection }) => collection?.id === standing.behaviour.collection)?.collection)
    : undefined
  return WORDS[language].logged({
    app: name,
    // A stop of a plan and what it costs are called alike.
    titles: [...new Set(done.map(({ title, collection }) => calledOf(title, collection) || collection?.one || '…'))],
    did: done[0]?.did ?? 'create',
    unsure,
    ...(reached && { standing: reached }),
  })
}

/** A bare “yes” is the name of its field: “done”. */
function calledOf(title: string, collection: Collection | undefined): string {
  const field = collection?.fields.find((one) => one.kind === 'yesno' && !one.hidden)
  const bare = /^(yes|no|是|否|はい|いいえ|예|아니요)(?= ·|$)/i.exec(title)
  if (!field || !bare) return title
  return /^(?:yes|是|はい|예)$/i.test(bare[1]!) ? title.replace(bare[0], field.label) : title.replace(bare[0], `${field.label} ✗`)
}

function standingOf(
  language: Language,
  { behaviour, value, shown }: NonNullable<LoggedSaid['standing']>,
  collection: Collection | undefined,
): Standing | undefined {
  if (value === null) return undefined
  const most = behaviour.kind === 'limit' ? behaviour.most : behaviour.target
  const field = collection?.fields.find((one) => one.id === behaviour.measure.field)
  const counted = behaviour.measure.fn === 'count' || behaviour.measure.fn === 'distinct' || !field
  const of = counted ? formatNumber(most, LOCALE[language]) : formatValue(field, most, LOCALE[language])
  const share =
    behaviour.kind === 'goal' && behaviour.direction === 'reach-down' ? (value <= most ? 1 : 0.5) : most === 0 ? 1 : value / most
  const period = behaviour.period ? thisPeriod(behaviour.period, language) : ''
  return { kind: behaviour.kind, value: shown, of, period, share }
}

const THIS: Record<Language, Record<PeriodUnit, string>> = {
  en: { day: 'today', week: 'this week', month: 'this month', year: 'this year' },
  zh: { day: '今天', week: '本周', month: '本月', year: '今年' },
  ja: { day: '今日', week: '今週', month: '今月', year: '今年' },
  ko: { day: '오늘', week: '이번 주', month: '이번 달', year: '올해' },
}
const thisPeriod = (unit: PeriodUnit, language: Language) => THIS[language][unit]

export function answered(language: Language, { name, spec, answer }: { name: string; spec: AppSpec; answer: Answer }): string {
  const words = WORDS[language]
  const about = aboutOf(answer, spec)
  const left = leftOf(language, spec, answer)
  if (left) return words.remaining(left)
  const day = answer.query.limit === 1 && answer.query.group?.by === 'day' ? answer.rows[0]?.key : undefined
  if (day) return words.occasion({ about, day: dayOf(day, answer, LOCALE[language]), ...daysFrom(day, answer.query.when) })
  if (answer.query.names)
    return words.named({ about, period: periodOf(answer.query.linked?.when ?? answer.query.when, language), ...namesOf(answer) })
  if (answer.query.exists) {
    const names = [...new Set((answer.records ?? []).map(({ title }) => title).filter((title) => title !== '' && title !== '–'))]
    return words.exists({ some: (answer.value ?? 0) > 0, about, period: periodOf(answer.query.when, language), names: names.slice(0, 3) })
  }
  const { previous, value, query } = answer
  const change = previous
    ? previous.value === null || value === null
      ? 'unknown'
      : value > previous.value
        ? 'more'
        : value < previous.value
          ? 'less'
          : 'same'
    : undefined
  return words.answered({
    app: name,
    about,
    // "which shop most?": the figure is of the first group, not of all of them.
    shown: query.limit === 1 && query.group && answer.rows[0] ? answer.rows[0].shown : answer.shown,
    value,
    ...measuredOf(language, spec, answer),
    rows: answer.rows.map(({ label, shown }) => ({ label, shown })),
    ...(previous && change && { previous: { shown: previous.shown, change } as const }),
    records: (answer.records ?? []).map((record) => record.title).filter((title) => title !== '' && title !== '–'),
    listed: query.limit !== undefined && !query.group,
    plain: query.measure.fn === 'count' && !(query.order && isFigure(query.order.by, query.collection, spec)),
    measure: query.measure.fn,
  })
}

/** The day, and where it was the highest or lowest of something what it came to. */
function dayOf(day: string, { query, rows }: Answer, locale: string): string {
  const said = formatDate(day, locale)
  return query.measure.fn === 'count' || !rows[0] ? said : `${said} (${rows[0].shown})`
}

/** Where another figure is kept too, the one that was measured is named, and over which time: nobody need guess what was answered. */
function measuredOf(language: Language, spec: AppSpec, { query }: Answer): { what: string; period: string } {
  const words = WORDS[language]
  const fields = spec.collections.find((one) => one.id === query.collection)?.fields.filter((field) => !field.hidden) ?? []
  const field = fields.find((one) => one.id === query.measure.field)
  const several = fields.filter((one) => FIGURES.has(one.kind)).length > 1
  const per = fields.find((one) => one.id === query.per)
  const plain = query.less || query.change || per
  const what =
    field && (several || plain)
      ? plain
        ? [field.label, ...(per ? [per.label] : [])].join(' / ')
        : words.measured(query.measure.fn, field.label)
      : ''
  const dated = fields.some(({ kind }) => kind === 'date' || kind === 'datetime')
  const period = periodOf(query.when, language)
  return { what, period: !query.when && what && dated && OVER_TIME.has(query.measure.fn) ? words.allTime : period }
}
const isFigure = (id: string, collection: string, spec: AppSpec): boolean =>
  spec.collections.some((one) => one.id === collection && one.fields.some((field) => field.id === id && FIGURES.has(field.kind)))
const FIGURES = new Set(['money', 'number', 'quantity', 'duration', 'rating', 'computed'])
const OVER_TIME = new Set(['sum', 'mean', 'count'])

/** The name that the answer was narrowed to: said, so that “nothing” is true. */
const aboutOf = ({ query }: Answer, spec: AppSpec): string => {
  const fields = spec.collections.find((one) => one.id === query.collection)?.fields ?? []
  const isLink = (id: string) => fields.some((field) => field.id === id && field.kind === 'relation')
  // A record of several that are called alike is asked for by its id, which nobody has seen.
  const named = query.filter.find(
    (one) =>
      typeof one.value === 'string' &&
      ((one.op === 'contains' && !/^option\d*$/.test(one.value)) ||
        (one.op === '=' && isLink(one.field) && !/^[a-z0-9]{16,}$/.test(one.value))),
  )
  return typeof named?.value === 'string' ? named.value : ''
}

const MOST_NAMES = 10
/** The groups where it is grouped, else the records themselves. */
function namesOf({ query, rows, records = [], value }: Answer): { names: string[]; more: number } {
  const all = (query.group ? rows.filter(({ key }) => key !== '').map(({ label }) => label) : records.map(({ title }) => title)).filter(
    Boolean,
  )
  const names = all.slice(0, MOST_NAMES)
  return { names, more: Math.max(0, (query.group ? all.length : (value ?? all.length)) - names.length) }
}

/** What remains of a limit or is missing to a goal. */
function leftOf(language: Language, spec: AppSpec, { query, value }: Answer): Remaining | undefined {
  const { left, measure, when } = query
  if (!left || value === null) return undefined
  const field = spec.collections.find((one) => one.id === query.collection)?.fields.find((one) => one.id === measure.field)
  const shown = (n: number) =>
    field && measure.fn !== 'count' && measure.fn !== 'distinct'
      ? formatValue(field, n, LOCALE[language])
      : formatNumber(n, LOCALE[language])
  return {
    kind: left.kind,
    left: shown(Math.round(Math.abs(value) * 1000) / 1000),
    of: shown(left.of),
    over: value < 0,
    period: periodOf(when, language),
  }
}

/** Days from the person's today, which bounds the question: before it for what was, after it for what comes. */
function daysFrom(day: string, when: When | undefined): { days?: number } {
  const today =
    when && 'from' in when && when.from
      ? Date.parse(`${when.from}T00:00:00Z`)
      : when && 'to' in when && when.to
        ? Date.parse(`${when.to}T00:00:00Z`) - 86_400_000
        : Number.NaN
  const days = Math.round((Date.parse(`${day}T00:00:00Z`) - today) / 86_400_000)
  return Number.isFinite(days) ? { days } : {}
}

function periodOf(when: When | undefined, language: Language): string {
  if (!when) return ''
  if ('unit' in when && when.offset === 0) return THIS[language][when.unit]
  if ('unit' in when) return formatPeriod({ unit: when.unit, offset: when.offset }, LOCALE[language])
  if ('days' in when) return formatPeriod({ days: when.days }, LOCALE[language])
  return when.from && when.to ? formatPeriod({ from: when.from, to: when.to }, LOCALE[language]) : ''
}

export const calculated = (language: Language, { expression, shown }: { expression: string; shown: string }): string =>
  WORDS[language].calculated({ expression, shown })

// ---- Memory ----------------------------------------------------------------------------------------------------

export const remembered = (language: Language, data: { text: string }): string => WORDS[language].remembered(data)
export const recalled = (language: Language, data: { items: string[]; about: string }): string => WORDS[language].recalled(data)
export const forgotten = (language: Language, { text, count }: { text: string; count: number }): string =>
  WORDS[language].forgotten({ count, about: text })
export const nothingToForget = (language: Language, data: { about: string }): string =>
  WORDS[language].forgotten({ count: 0, about: data.about })

// ---- Talk ------------------------------------------------------------------------------------------------------

export type Spoken = { text: string; chips?: string[] }

/** Something of one's day, with nothing to be done: heard, in its tone. The same words are answered alike. */
export function heard(language: Language, text: string): string {
  const ways = WORDS[language].heard[moodOf(text)]
  return ways[bucketOf(text, 1 << 10) % ways.length]!
}

/** Greetings, help, thanks, feedback, plans, and what was not understood. */
export function talked(language: Language, understood: Understanding, about: { apps: string[]; time?: string; name?: string }): Spoken {
  const words = WORDS[language]
  const examples = EXAMPLES[language]
  switch (understood.intent) {
    case 'greeting':
      return { text: words.greeting({ part: partOf(about.time), ...(about.name && { name: about.name }), examples }), chips: [...examples] }
    case 'help':
      return { text: words.help({ examples }), chips: [...examples] }
    case 'farewell':
      return { text: words.farewell() }
    case 'thanks':
      return { text: words.thanks() }
    case 'feedback':
      return { text: words.feedback({ value: understood.value }), ...(understood.value < 0 && { chips: [words.undo] }) }
    case 'outside':
      return { text: words.outside[understood.what] }
    case 'plan':
      return { text: words.plan({ text: understood.text }) }
    case 'forget':
    case 'recall':
      return { text: words.recalled({ items: [], about: understood.about }) }
    default:
      return { text: words.unclear({ examples }), chips: [...examples] }
  }
}

/** `time` HH:MM, the person's wall clock; without it the greeting fits any hour. */
const partOf = (time: string | undefined) =>
  time === undefined || (time >= '11:00' && time < '18:00') ? 'day' : time >= '04:00' && time < '11:00' ? 'morning' : 'evening'

/** A failure by its code; doors/messages.ts has the rest. */
export const failed = (language: Language, failure: Failure): string =>
  failure.code === 'nothing-to-undo'
    ? WORDS[language].nothingToUndo()
    : failure.code === 'nothing-to-redo'
      ? WORDS[language].nothingToRedo()
      : WORDS[language].failed(failure)

/** The chip that takes the last thing back. */
export const undoChip = (language: Language): string => WORDS[language].undo
