/**
 * When to be reminded: one more hour, another hour for the one of the evening, an hour less, so many days ahead. What is
 * taken at that hour is one more of those to choose from: 中午12点半再加一个维生素D, 밤 10시에 눈약도.
 */
import { fold, labelPlace, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Behaviour, Language, SpecEdit } from '../../spec.ts'
import { BEHAVIOUR_LABELS } from '../rules/build.ts'
import { asLabel } from '../rules/words.ts'
import { type Change, type Clause, freeId, is, type Rule, SURE } from './clause.ts'
import { SAY } from './say.ts'
import { ADD, CHANGE, REMOVE } from './words.ts'

type Reminder = Extract<Behaviour, { kind: 'reminder' }>

export const REMINDS =
  /\b(?:remind|notify|nudge|poke|ping|buzz|prompt|prod|bug|beep|chase|nag) (?:me|us|him|her|them)\b|提醒我|リマインド|通知して|[時分]に(?:も|は)?教えて|日前に(?:知らせ|教え)|(?:시|분|반|매일|매주|전)(?:에도|에는|에|마다|도)?\s?알려|알림/i
const TOO = /\b(?:also|too|as well|another|one more)\b|也|还要?|再|にも|も(?:教|知|通|リ|お願)|にも$|에도|[시반분]도|추가|하나 더|한 번 더/
/** An hour in place of another. */
const MOVES =
  /\b(?:shift|move|push|delay|postpone|bring|earlier|later|instead|not \d)\b|挪|移|推迟|提前|改|换|ずらし|遅らせ|早め|変え|変更|미뤄|미루|당겨|당기|옮겨|옮기|바꿔|변경|말고|대신|[시분반]으?로(?:$|\s)/

/** Parts of the day, and the hours that each may mean. */
const DAYTIMES: [RegExp, number, number][] = [
  [/\bmorning\b|早上|早晨|早饭|朝|아침|오전/, 4, 12],
  [/\b(?:noon|lunch\w*|midday)\b|中午|午饭|昼|점심|낮/, 11, 15],
  [/\bafternoon\b|下午|午後|오후/, 12, 18],
  [/\b(?:evening|night|bedtime|tonight)\b|晚上|晚饭|晚|夜|晩|저녁|밤|자기 ?전/, 17, 24],
]
const hourOf = (time: string) => Number(time.slice(0, 2))
const minutesOf = (time: string) => hourOf(time) * 60 + Number(time.slice(3))

export const remind: Rule = (clause) => {
  const { spec } = clause
  const reminders = spec.behaviours.filter((one): one is Reminder => one.kind === 'reminder')
  const [reminder] = reminders
  const asked = REMINDS.test(clause.text)
  const said = timesIn(clause)
  if (is(clause, REMOVE)) return reminder ? silenced(reminder, said, asked, clause) : null
  if (!reminder) return asked ? begun(said, clause) : null
  const rhythm = asked ? rhythmIn(clause) : undefined
  if (rhythm) return inRhythm(reminder, rhythm, said, clause)
  if (!said.length) return asked ? ahead(reminder, clause) : null
  const part = DAYTIMES.find(([words]) => words.test(clause.low))
  const moves = MOVES.test(clause.low) || (is(clause, CHANGE) && !TOO.test(clause.low))
  if (moves && said.length === 1 && !asked0(clause)) {
    // Several reminders of one hour each are moved like one of several hours.
    const moved = reminders.map((one) => retimed(one, said[0]!, part, reminders.length > 1, clause)).find((change) => change !== null)
    if (moved) return moved
  }
  const further = TOO.test(clause.low) || is(clause, ADD)
  if (!asked && !further) return null
  const dose = further ? doseNamed(reminder, clause) : []
  if (!asked && !dose.length && !PLAIN_TIME.test(rest(clause))) return null
  const before = reminder.times ?? []
  const times = further ? [...new Set([...before, ...said])].toSorted().slice(0, 12) : said
  return {
    edits: [{ do: 'change-behaviour', behaviour: { ...reminder, times } }, ...dose],
    said: SAY.changed[clause.language](reminder.label, times.join(', ')),
    sure: asked || dose.length ? SURE.said : SURE.meant,
  }
}
/** "remind me at 9 instead of 8" moves; "remind me at 9" is of the ones asked for. */
const asked0 = (clause: Clause): boolean => /\bremind (?:me|us) (?:at|every)\b/.test(clause.low) && !/instead|not/.test(clause.low)
/** Nothing but asking is left beside the hour. */
const PLAIN_TIME = /^[\s\p{P}]*$/u

/** Of several hours the one of that part of the day; of one, that one. */
function retimed(
  reminder: Reminder,
  said: string,
  part: (typeof DAYTIMES)[number] | undefined,
  several: boolean,
  clause: Clause,
): Change | null {
  const all = reminder.times ?? []
  const old = part ? all.filter((time) => hourOf(time) >= part[1] && hourOf(time) < part[2]) : all.length === 1 && !several ? all : []
  if (!old.length) return null
  const hour = hourOf(said)
  const to = part && hour < part[1] && hour + 12 < part[2] + 1 && hour + 12 < 24 ? `${hour + 12}${said.slice(2)}` : said
  // Of several in that part of the day the nearest is moved.
  const [moved] = old.toSorted((a, b) => Math.abs(minutesOf(a) - minutesOf(to)) - Math.abs(minutesOf(b) - minutesOf(to)))
  const times = all.map((time) => (time === moved ? to : time)).toSorted()
  return {
    edits: [{ do: 'change-behaviour', behaviour: { ...reminder, times } }],
    said: SAY.changed[clause.language](reminder.label, times.join(', ')),
    sure: SURE.said,
  }
}

/** No reminding, or not at that hour. */
function silenced(reminder: Reminder, said: string[], asked: boolean, clause: Clause): Change | null {
  const part = DAYTIMES.find(([words]) => words.test(clause.low))
  const gone = (reminder.times ?? []).filter(
    (time) => said.includes(time) || (!said.length && part && hourOf(time) >= part[1] && hourOf(time) < part[2]),
  )
  const times = (reminder.times ?? []).filter((time) => !gone.includes(time))
  const meant = asked || NOTICE.test(clause.low)
  if (gone.length && times.length && (meant || said.length))
    return {
      edits: [{ do: 'change-behaviour', behaviour: { ...reminder, times } }],
      said: SAY.changed[clause.language](reminder.label, times.join(', ')),
      sure: SURE.said,
    }
  return meant
    ? { edits: [{ do: 'remove-behaviour', behaviour: reminder.id }], said: SAY.removed[clause.language](reminder.label), sure: SURE.said }
    : null
}
const NOTICE = /\bremind\w*|\bnag\w*|\bbeep\w*|\bping\w*|\bbuzz\w*|\bnotif\w*|\balerts?\b|提醒|通知|闹钟|リマイン|お知らせ|알림|알려/

type Rhythm = NonNullable<Reminder['every']>
/** "every 5 days", 每两周, 一週間おき: how often, where more than a day lies between. */
function rhythmIn({ reading }: Clause): Rhythm | undefined {
  const every = reading.values.map(({ read }) => read).find((one) => one.kind === 'every')
  if (every?.kind !== 'every' || every.minutes || every.weekdays?.length || every.monthdays?.length || (every.times ?? 1) > 1)
    return undefined
  return every.unit === 'day' && every.count < 2 ? undefined : { unit: every.unit, count: Math.min(366, every.count) }
}

/** Another rhythm, since the day it was last done; one that has no such day keeps its hours. */
function inRhythm(reminder: Reminder, every: Rhythm, times: string[], clause: Clause): Change | null {
  const { language, spec } = clause
  const since = reminder.date !== undefined ? {} : lastDoneIn(spec)
  if (!since) return null
  const behaviour: Reminder = { ...reminder, ...since, every, ...(times.length > 0 && { times }) }
  return {
    edits: [{ do: 'change-behaviour', behaviour }],
    said: SAY.changed[language](reminder.label, RHYTHM[language](every)),
    sure: SURE.said,
  }
}
function lastDoneIn(spec: AppSpec): { collection: string; date: string } | undefined {
  for (const one of visibleCollections(spec)) {
    const date = visibleFields(one).find(({ kind }) => kind === 'date' || kind === 'datetime')
    if (date) return { collection: one.id, date: date.id }
  }
  return undefined
}
const UNITS = {
  zh: { day: '天', week: '周', month: '个月', year: '年' },
  ja: { day: '日', week: '週間', month: 'か月', year: '年' },
  ko: { day: '일', week: '주', month: '개월', year: '년' },
} as const
const RHYTHM: Record<Language, (every: Rhythm) => string> = {
  en: ({ unit, count }) => (count === 1 ? `every ${unit}` : `every ${count} ${unit}s`),
  zh: ({ unit, count }) => `每${count}${UNITS.zh[unit]}`,
  ja: ({ unit, count }) => `${count}${UNITS.ja[unit]}ごと`,
  ko: ({ unit, count }) => `${count}${UNITS.ko[unit]}마다`,
}

function ahead(reminder: Reminder, clause: Clause): Change | null {
  const days = daysAhead(clause)
  if (!days) return { edits: [], said: SAY.there[clause.language](reminder.label), sure: SURE.perhaps }
  const behaviour: Reminder = reminder.date !== undefined ? { ...reminder, before: days } : { ...reminder, ...dueIn(clause), before: days }
  const shown = { en: `${days} ${days === 1 ? 'day' : 'days'} before`, zh: `提前 ${days} 天`, ja: `${days}日前`, ko: `${days}일 전` }
  return {
    edits: [{ do: 'change-behaviour', behaviour }],
    said: SAY.changed[clause.language](reminder.label, shown[clause.language]),
    sure: SURE.said,
  }
}

function begun(times: string[], clause: Clause): Change {
  const { spec, language } = clause
  const base = {
    id: freeId(
      'reminder',
      spec.behaviours.map((one) => one.id),
    ),
    label: BEHAVIOUR_LABELS.reminder[language],
    kind: 'reminder' as const,
  }
  const due = times.length && !daysAhead(clause) ? undefined : dueIn(clause)
  const behaviour: Reminder = due
    ? { ...base, ...due, ...(times.length > 0 && { times }), before: daysAhead(clause) ?? 1 }
    : { ...base, before: 0, times: times.length ? times : ['09:00'] }
  return { edits: [{ do: 'add-behaviour', behaviour }], said: SAY.added[language](base.label), sure: SURE.meant }
}

/** "at 8, 12, 16 and 20": bare hours in a row, where something is to be done by the clock. */
const HOURS = /\bat ((?:\d{1,2}(?::\d{2})?(?: ?[ap]m)?(?:, ?| and |, and | & )){1,11}\d{1,2}(?::\d{2})?(?: ?[ap]m)?)\b/i
function hoursIn(clause: Clause): string[] {
  const said = clause.language === 'en' ? HOURS.exec(clause.text)?.[1] : undefined
  if (!said || /[ap]m/i.test(said)) return []
  const times = said.split(/, ?(?:and )?| and | & /).map((one) => (one.includes(':') ? one : `${one}:00`).padStart(5, '0'))
  return times.every((time) => Number(time.slice(0, 2)) < 24 && Number(time.slice(3)) < 60) ? times : []
}

/** Hours of the clock; a bare figure after "to" is one where a part of the day is named: "shift the evening one to 10". */
export function timesIn(clause: Clause): string[] {
  const listed = hoursIn(clause)
  if (listed.length > 1) return listed.slice(0, 12)
  const part = DAYTIMES.some(([words]) => words.test(clause.low))
  const times = clause.reading.values.flatMap(({ read, start }) => {
    if (read.kind === 'time' || read.kind === 'datetime') return [read.time]
    if (read.kind === 'every') return read.at ?? []
    const bare = part && read.kind === 'number' && Number.isInteger(read.value) && read.value > 0 && read.value < 24
    return bare && /\b(?:to|at|till|until|for)\s*$/.test(clause.low.slice(0, start)) ? [`${String(read.value).padStart(2, '0')}:00`] : []
  })
  return [...new Set(times)].filter((time) => /^\d\d:\d\d$/.test(time)).slice(0, 12)
}

/** "a month before", 3日前に, 한 달 전에: whole days ahead, most 60; said as a span or as the day that it is from today. */
function daysAhead(clause: Clause): number | undefined {
  for (const { read } of clause.reading.values) {
    const days =
      read.kind === 'duration'
        ? Math.round(read.minutes / 1440)
        : read.kind === 'date' && read.date < clause.ctx.now.date
          ? Math.round((Date.parse(clause.ctx.now.date) - Date.parse(read.date)) / 86_400_000)
          : 0
    if (days >= 1) return Math.min(60, days)
  }
  return undefined
}

/** The date to be reminded before: the one that is named, else the first that is not the day of the entry. */
function dueIn(clause: Clause): { collection: string; date: string; done?: string } | undefined {
  const dates = visibleCollections(clause.spec).flatMap((one) =>
    visibleFields(one).flatMap((field) =>
      (field.kind === 'date' || field.kind === 'datetime') && field.default === undefined ? [{ one, field }] : [],
    ),
  )
  const due = dates.find(({ field }) => labelPlace(clause.folded, clause.reading.tokens, field.label)) ?? dates[0]
  const done = due && visibleFields(due.one).find((field) => field.kind === 'yesno' && DONE.test(`${field.concept} ${field.label}`))
  return due && { collection: due.one.id, date: due.field.id, ...(done && { done: done.id }) }
}
const DONE = /done|paid|returned|finish|complet|完|付|还|済|완료|납부|지불|반납|끝/i

/** What is left of a clause without its hours and the asking. */
function rest({ text, reading, low }: Clause): string {
  const spans = reading.values.filter(({ read }) => read.kind === 'time' || read.kind === 'datetime' || read.kind === 'every')
  let left = low.length === text.length ? text : low
  for (const { start, end } of spans.toSorted((a, b) => b.start - a.start)) left = `${left.slice(0, start)} ${left.slice(end)}`
  return left.replace(ASKING, ' ').replace(/\s+/g, ' ').trim()
}
const ASKING =
  /\b(?:also|too|as well|and|please|pls|at|remind(?:er)?|me|us|to|take|add|another|one|more|for|with|an?|the|again|in|morning|noon|lunch(?:time)?|afternoon|evening|night|bedtime|every|each|day|daily|notify|nudge|ping|set|put|once|then|need|needs?)\b|再|还要?|也|加上?一?个?|添加|增加|提醒(?:我)?|吃|要|中午|早上|晚上|下午|每天|一次|一?片|一?粒|一?颗|的时候?|毎日|にも?|も|を|は|朝|昼|夜|晩|追加(?:して)?|足して|入れて|飲む|リマインド|教えて|知らせて|お願い(?:します)?|して|ください|매일|아침|점심|저녁|밤|오전|오후|에도?|도(?=\s|$)|알려|알림|추가|넣어|먹어야|먹어|먹는|챙겨|해야|하나|더|한\s?번|줘요?|주세요|해(?=\s|$|줘)|(?:어|아)?야(?=\s|$)|돼요?(?=\s|$)|됩니다|합니다|해야|함(?=\s|$)|요(?=\s|$)/giu

/** 밤 10시에 눈약도: what is taken then is one more of those to choose from. */
function doseNamed(reminder: Reminder, clause: Clause): SpecEdit[] {
  const home = visibleCollections(clause.spec).find((one) => one.id === reminder.collection || reminder.collection === undefined)
  const field = home && visibleFields(home).find((one) => one.kind === 'choice')
  const name = asLabel(
    rest(clause)
      .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
      .replace(/(?<=[가-힣])[도을를]$/u, ''),
    40,
  )
  if (!home || field?.kind !== 'choice' || !/\p{L}/u.test(name) || name.split(/\s+/).length > 3) return []
  if (field.options.length >= 60 || field.options.some(({ label }) => fold(label) === fold(name))) return []
  const id = freeId(
    /^[\x20-\x7e]+$/.test(name) ? name : 'option',
    field.options.map((one) => one.id),
  )
  return [{ do: 'change-field', collection: home.id, field: { ...field, options: [...field.options, { id, label: name }] } }]
}
