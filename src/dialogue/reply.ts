/** What the agent says: every outcome as a sentence in the person's language. Pure functions of plain data. */

import { bucketOf } from '../base/hashed.ts'
import { daysBetween } from '../base/language/calendar.ts'
import { currencyOf } from '../base/language/currency.ts'
import { formatDate, formatNumber, formatPeriod, languageOf } from '../base/language/format.ts'
import { labelWithin, spokenDay, spokenMoment, spokenMoney, spokenValue } from '../base/language/spoken.ts'
import { shownFirst } from '../base/resolve.ts'
import type { Failure } from '../base/result.ts'
import type { Answer } from '../events.ts'
import type { AppSpec, Behaviour, Collection, Field, Language, PeriodUnit, Query, When } from '../spec.ts'
import type { Around, EntrySaid } from './entry.ts'
import type { EntryOp } from './log/types.ts'
import { moodOf } from './mood.ts'
import type { Understanding } from './understand/intent.ts'
import { en } from './words/en.ts'
import { ja } from './words/ja.ts'
import { ko } from './words/ko.ts'
import type { Answered, Fn, Remaining, Standing, Words } from './words/types.ts'
import { zh } from './words/zh.ts'

const WORDS: Record<Language, Words> = { en, zh, ja, ko }

/** Where people of a region go for a week. */
const PLACES: Record<string, string> = {
  ...{ US: 'Hawaii', CA: 'Banff', GB: 'Scotland', IE: 'Kerry', AU: 'Tasmania', NZ: 'Queenstown', IN: 'Goa', SG: 'Bali' },
  ...{ CN: '云南', TW: '花莲', HK: '台北', MO: '台北', JP: '沖縄', KR: '제주' },
}
const PLACE: Record<Language, string> = { en: 'Italy', zh: '云南', ja: '沖縄', ko: '제주' }
/** What coffee costs in a month, where that is not some tens. */
const COFFEE: Record<string, number> = { JPY: 5000, KRW: 50_000, CNY: 300, TWD: 1500, HKD: 500, INR: 2000, PHP: 2000, THB: 1500, MXN: 800 }

/** Three things a person could say, in the money and of the places of where they are. */
export function examplesFor(language: Language, locale: string): [string, string, string] {
  const currency = currencyOf(locale)
  const region = attempt(() => new Intl.Locale(locale).maximize().region) ?? ''
  return WORDS[language].examples({ most: spokenMoney(COFFEE[currency] ?? 40, currency, locale), place: PLACES[region] ?? PLACE[language] })
}
function attempt<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

// ---- Apps ------------------------------------------------------------------------------------------------------

/** Of a list what each entry says; of anything else what it is for. */
export function built(language: Language, { spec, assumed, missing }: { spec: AppSpec; assumed: string[]; missing: string[] }): string {
  const { name, purpose } = spec
  const labels = (shownFirst(spec)?.fields ?? [])
    .filter(({ hidden, kind }) => !hidden && kind !== 'schedule')
    .map(({ label }) => labelWithin(label, language))
  const keeps = labels.slice(0, MOST_FIELDS)
  return WORDS[language].built({ name, purpose, keeps, more: labels.length - keeps.length, assumed, missing })
}
const MOST_FIELDS = 8

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

/** What is so now: entries that are there again, gone again or read otherwise; else what the step itself says. */
export function wentBack(
  language: Language,
  { way, name, what, entries }: { way: 'undo' | 'redo' | 'restore'; name: string; what: string; entries: Moves },
): string {
  const words = WORDS[language]
  if (way === 'restore') return words.restored({ app: name, when: what })
  if (entries.back.length + entries.gone.length + entries.changed.length) return words.wentBack({ app: name, ...entries })
  return way === 'undo' ? words.undone({ what }) : words.redone({ what })
}
export type Moves = { back: EntrySaid[]; gone: EntrySaid[]; changed: EntrySaid[] }

// ---- Data ------------------------------------------------------------------------------------------------------

type Bound = Extract<Behaviour, { kind: 'limit' | 'goal' }>
export type LoggedSaid = {
  /** Empty where the app stands open. */
  app: string
  done: { did: EntryOp['do']; said: EntrySaid; collection: Collection }[]
  unsure?: string[]
  standing?: { behaviour: Bound; value: number | null } | null
}

export function logged(language: Language, { app, done, unsure = [], standing }: LoggedSaid, around: Around): string {
  const reached = standing
    ? standingOf(language, standing, done.find(({ collection }) => collection.id === standing.behaviour.collection)?.collection, around)
    : undefined
  // A stop of a plan and what it costs are called alike.
  const entries = [...new Map(done.map(({ said }) => [said.name || JSON.stringify(said), said])).values()]
  const alike = done.every(({ did }) => did !== 'create')
  return WORDS[language].logged({
    app,
    entries: alike ? done.map(({ said }) => said) : entries,
    did: done[0]?.did ?? 'create',
    unsure,
    ...(reached && { standing: reached }),
  })
}

function standingOf(
  language: Language,
  { behaviour, value }: NonNullable<LoggedSaid['standing']>,
  collection: Collection | undefined,
  around: Around,
): Standing | undefined {
  if (value === null) return undefined
  const most = behaviour.kind === 'limit' ? behaviour.most : behaviour.target
  const field = collection?.fields.find((one) => one.id === behaviour.measure.field)
  const show = (figure: number) => figureSaid(figure, behaviour.measure.fn, field, around)
  const share =
    behaviour.kind === 'goal' && behaviour.direction === 'reach-down' ? (value <= most ? 1 : 0.5) : most === 0 ? 1 : value / most
  const period = behaviour.period ? THIS[language][behaviour.period] : ''
  return { kind: behaviour.kind, value: show(value), of: show(most), period, share }
}

/** A figure of a field as it is said; of a count and of no field the bare number. */
function figureSaid(value: number, fn: Query['measure']['fn'], field: Field | undefined, around: Around, decimals?: number): string {
  // Stars that are added up are no rating.
  if (!field || fn === 'count' || fn === 'distinct' || (field.kind === 'rating' && fn === 'sum')) return formatNumber(value, around.locale)
  return spokenValue(field, value, { locale: around.locale, today: around.now.date, decimals })
}

const THIS: Record<Language, Record<PeriodUnit, string>> = {
  en: { day: 'today', week: 'this week', month: 'this month', year: 'this year' },
  zh: { day: '今天', week: '本周', month: '本月', year: '今年' },
  ja: { day: '今日', week: '今週', month: '今月', year: '今年' },
  ko: { day: '오늘', week: '이번 주', month: '이번 달', year: '올해' },
}

/** `question`: as it was asked, for how a name in it is written. */
export type AnsweredSaid = { spec: AppSpec; answer: Answer; question: string }

export function answered(language: Language, { spec, answer, question }: AnsweredSaid, around: Around): string {
  const words = WORDS[language]
  const { previous, value, query } = answer
  const about = asWritten(aboutOf(answer, spec), question)
  const period = periodOf(query.when, language, around)
  const left = leftOf(language, spec, answer, around)
  if (left) return words.remaining(left)
  const collection = spec.collections.find(({ id }) => id === query.collection)
  const { field, fn } = measuredField(query, collection)
  const show = (figure: number) => figureSaid(figure, fn, field, around, answer.decimals)
  // What is called by its day is told by it: “today”, “23 Nov”.
  const dated = isDay(collection?.fields.find(({ id }) => id === (query.show ?? collection.title)))
  const titled: Titled = ({ title, at }) => (dated && at ? spokenMoment(at, around.now.date, around.locale) : title)
  const day = query.limit === 1 && query.group?.by === 'day' ? answer.rows[0]?.key : undefined
  if (day) {
    const figure = query.measure.fn === 'count' ? '' : show(answer.rows[0]!.value)
    return words.occasion({ about, day: whenSaid(day, around), days: daysTo(day, around), figure })
  }
  if (query.names)
    return words.named({
      about,
      period: periodOf(query.linked?.when ?? query.when, language, around),
      ...namesOf(answer, titled, language),
    })
  const entries = titlesOf(answer, titled).map((title) => within(title, language))
  if (query.exists) return words.exists({ some: (value ?? 0) > 0, about, period, names: entries.slice(0, 3) })
  const chosen = chosenOf(answer, collection, about, around)
  // "which shop most?": the figure is of the first group, not of all of them.
  const figure = chosen && query.group && answer.rows[0] ? answer.rows[0].value : value
  const bare = chosen !== undefined && !query.group && fn === 'count'
  const nothing = value === null || (value === 0 && !answer.rows.length && (query.measure.fn === 'count' || answer.records?.length === 0))
  const change =
    previous &&
    (previous.value === null || value === null ? 'unknown' : value > previous.value ? 'more' : value < previous.value ? 'less' : 'same')
  return words.answered({
    about,
    period,
    // A bare number is told with what it counts.
    figure:
      nothing || bare || figure === null
        ? ''
        : chosen && field?.kind === 'number' && !query.group
          ? `${labelWithin(field.label, language)} ${show(figure)}`
          : show(figure),
    measure: howOf(query),
    of: chosen ? '' : ofOf(language, collection, query),
    nouns: nounsOf(collection, language),
    rows:
      answer.rows.length > 1 && !chosen ? answer.rows.slice(0, MOST_ROWS).map(({ label, value }) => ({ label, figure: show(value) })) : [],
    ...(chosen && !nothing && { chosen }),
    entries: query.measure.fn === 'count' || query.limit !== undefined ? timesOf(entries, about).slice(0, MOST_ROWS) : [],
    ...(previous && change && { previous: { figure: previous.value === null ? '' : show(previous.value), change } }),
  })
}
const MOST_ROWS = 8

/** Of several fields at once: what is left of one after another, a share, a rate. */
const howOf = ({ measure, less, change, per }: Query): Fn => (less || change || per ? 'reckoned' : measure.fn)

/** The field whose figure the answer is: the one that entries were put in order by, where the first of them was asked for. */
function measuredField(
  { measure, limit, group, order }: Query,
  collection: Collection | undefined,
): { field?: Field; fn: Query['measure']['fn'] } {
  const ordered = limit === 1 && !group && measure.fn === 'count' && order && isFigure(order.by, collection)
  const field = collection?.fields.find(({ id }) => id === (ordered ? order.by : measure.field))
  return { ...(field && { field }), fn: ordered ? 'max' : measure.fn }
}

type Titled = (record: NonNullable<Answer['records']>[number]) => string
const isDay = (field: Field | undefined): boolean => field?.kind === 'date' || field?.kind === 'datetime'

/** The one entry or group that was asked for: “which cost the most?”, “the last one”. */
function chosenOf(
  { query, rows, records = [] }: Answer,
  collection: Collection | undefined,
  about: string,
  around: Around,
): Answered['chosen'] {
  if (query.limit === 1 && query.group && rows[0]) return { name: rows[0].label, besides: [], day: '' }
  const [only] = records
  if (query.limit === undefined || query.group || records.length !== 1 || !only) return undefined
  const dated = isDay(collection?.fields.find(({ id }) => id === (query.show ?? collection.title)))
  const [first = '', ...besides] = dated || only.title === '–' ? [] : only.title.split(' · ')
  const name = same(first, about) ? '' : first
  return name || besides.length || only.at ? { name, besides, day: only.at ? whenSaid(only.at, around) : '' } : undefined
}
const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

const titlesOf = ({ records = [] }: Answer, titled: Titled) => [
  ...new Set(records.map(titled).filter((title) => title !== '' && title !== '–')),
]
/** What is called as it was asked for needs no list of its name. */
const timesOf = (titles: string[], about: string): string[] => (titles.length === 1 && about && same(titles[0]!, about) ? [] : titles)

/** A name as it stands in the question: what is looked for is folded. */
function asWritten(about: string, question: string): string {
  const at = about ? question.toLowerCase().indexOf(about.toLowerCase()) : -1
  return at < 0 ? about : question.slice(at, at + about.length)
}

/** Where another figure of the same unit is kept too, the one that was measured is named: nobody need guess what was answered. */
function ofOf(language: Language, collection: Collection | undefined, query: Query): string {
  const fields = collection?.fields.filter((field) => !field.hidden) ?? []
  const field = fields.find((one) => one.id === query.measure.field)
  const per = fields.find((one) => one.id === query.per)
  if (!field || (query.measure.fn === 'count' && howOf(query) === 'count')) return ''
  const label = labelWithin(field.label, language)
  if (howOf(query) === 'reckoned') return [label, ...(per ? [labelWithin(per.label, language)] : [])].join(' / ')
  const alike = fields.filter((one) => FIGURES.has(one.kind) && unitOf(one) === unitOf(field)).length > 1
  return alike || query.measure.fn === 'distinct' ? label : ''
}
const unitOf = (field: Field) => ('unit' in field ? field.unit : 'currency' in field ? field.currency : field.kind)

/** “books”, “entry”: what entries are called in English; the other languages count them by a word of their own. */
const nounsOf = (collection: Collection | undefined, language: Language) => ({
  one: labelWithin(collection?.one ?? 'entry', language),
  many: labelWithin(collection?.label ?? 'entries', language),
})

const isFigure = (id: string, collection: Collection | undefined): boolean =>
  collection?.fields.some((field) => field.id === id && FIGURES.has(field.kind)) ?? false
const FIGURES = new Set(['money', 'number', 'quantity', 'duration', 'rating', 'computed'])

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
/** The groups where it is grouped, else the records themselves; who stands there more than once is told with how often. */
function namesOf({ query, rows, records = [], value }: Answer, titled: Titled, language: Language): { names: string[]; more: number } {
  const all = query.group ? rows.filter(({ key }) => key !== '').map(({ label }) => label) : records.map(titled)
  const times = new Map<string, number>()
  for (const name of all.filter(Boolean)) times.set(name, (times.get(name) ?? 0) + 1)
  const names = [...times].slice(0, MOST_NAMES)
  const shown = names.reduce((sum, [, n]) => sum + n, 0)
  return {
    names: names.map(([name, n]) => `${within(name, language)}${n > 1 ? ` ×${n}` : ''}`),
    more: Math.max(0, (query.group ? all.length : (value ?? all.length)) - shown),
  }
}

/** The parts of a title as a sentence lists them. */
const within = (title: string, language: Language): string => title.replaceAll(' · ', language === 'zh' || language === 'ja' ? '、' : ', ')

/** What remains of a limit or is missing to a goal. */
function leftOf(language: Language, spec: AppSpec, { query, value }: Answer, around: Around): Remaining | undefined {
  const { left, measure, when } = query
  if (!left || value === null) return undefined
  const field = spec.collections.find((one) => one.id === query.collection)?.fields.find((one) => one.id === measure.field)
  const shown = (n: number) => figureSaid(n, measure.fn, field, around)
  return {
    kind: left.kind,
    left: shown(Math.round(Math.abs(value) * 1000) / 1000),
    of: shown(left.of),
    over: value < 0,
    period: periodOf(when, language, around),
  }
}

/** When something was or is: “today”, “yesterday (23 Nov)”, “20 Nov”. */
function whenSaid(day: string, around: Around): string {
  const near = spokenMoment(day, around.now.date, around.locale)
  if (Math.abs(daysTo(day, around)) !== 1 || day.includes('T')) return near
  const date = formatDate(day, around.locale, 'short')
  return { en: `${near} (${date})`, zh: `${near}，${date}`, ja: `${near}、${date}`, ko: `${near} ${date}` }[languageOf(around.locale)]
}
const daysTo = (day: string, { now }: Around): number => daysBetween(now.date, day.slice(0, 10))

function periodOf(when: When | undefined, language: Language, { locale, now }: Around): string {
  if (!when) return ''
  if ('unit' in when && when.offset === 0) return THIS[language][when.unit]
  if ('unit' in when) return formatPeriod({ unit: when.unit, offset: when.offset }, locale)
  if ('days' in when) return formatPeriod({ days: when.days }, locale)
  if (!when.from || !when.to) return ''
  return daysBetween(when.from.slice(0, 10), when.to.slice(0, 10)) === 1
    ? spokenDay(when.from, now.date, locale)
    : formatPeriod({ from: when.from, to: when.to }, locale)
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

/** Something of one's day, with nothing to be done: heard, in its tone, and never twice in a row in the same words. */
export function heard(language: Language, text: string, before: string | null): string {
  const ways = WORDS[language].heard[moodOf(text)].filter((way) => way !== before)
  return ways[bucketOf(text, 1 << 10) % ways.length]!
}

/** What was meant to be done and is not understood, with what would be; `app` is the one at hand. */
export const unclear = (language: Language, said: { app: string; examples: string[] }): string => WORDS[language].unclear(said)

/** What could be said to an app. */
export const saysOf = (language: Language): Words['ask'] => WORDS[language].ask

/** Greetings, help, thanks, feedback, plans, and what was not understood. */
export function talked(
  language: Language,
  understood: Understanding,
  { locale, time, name }: { locale: string; time?: string; name?: string },
): Spoken {
  const words = WORDS[language]
  const examples = examplesFor(language, locale)
  switch (understood.intent) {
    case 'greeting':
      return { text: words.greeting({ part: partOf(time), ...(name && { name }), examples }), chips: [...examples] }
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
      return { text: unclear(language, { app: '', examples }), chips: [...examples] }
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
