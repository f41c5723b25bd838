/** One entry from one stretch of words: each kind of field takes its part, what is left over is its title. */

import { doneEnding } from '../../../base/language/nominal-ko.ts'
import { trailingSigns } from '../../../base/language/signs.ts'
import type { Read, Reading } from '../../../base/language/types.ts'
import { visibleFields } from '../../../base/resolve.ts'
import type { AppSpec, Collection, Field, Value } from '../../../spec.ts'
import { fillContacts, withoutContacts } from '../../contact.ts'
import { fillMaker, fillScore, fillSpan } from '../../shapes.ts'
import { leftover } from '../../slots.ts'
import { withoutDays } from '../fit.ts'
import { answerIn } from '../homes/answers.ts'
import { assign } from '../homes/assign.ts'
import type { Entry, EntryContext, Segment } from '../types.ts'
import { fillChoices, fillStars, fillYes } from './choices.ts'
import { fillDates, fillDay, isAhead } from './dates.ts'
import { fillOwn, fillRelations } from './links.ts'
import { fillNothing } from './nothing.ts'
import { fillYears } from './numbers.ts'
import { fillWhich } from './pieces.ts'
import { fillPressure } from './pressure.ts'
import { cardSaid, fillSides } from './rest.ts'
import { fillSets } from './sets.ts'
import { fillAnswers, fillClocked, fillMadeOf, fillNumbered, fillOften, fillPassed, fillSpelled } from './told.ts'

export function fill(segment: Segment, collection: Collection, spec: AppSpec, ctx: EntryContext): Entry {
  const reading = withoutDays(withoutContacts(segment.reading), spec)
  const entry: Entry = { values: {}, linked: false, unsure: [], said: 0, title: '' }
  const fields = visibleFields(collection).filter((field) => field.kind !== 'computed')
  const card = cardSaid(reading.text, collection, spec)
  if (card) return cardOf(card, fields, ctx, entry)
  const used = byForm(segment, reading, fields, collection, spec, ctx, entry)
  entry.figures ??= !reading.values.some(
    ({ read: value }) => value.kind === 'money' || value.kind === 'quantity' || value.kind === 'duration' || value.kind === 'time',
  )
  const sides = fillSides(leftover(reading, used), collection, spec, entry)
  if (!sides) fillHomes(reading, used, fields, collection, spec, ctx, entry)
  fillYes(reading, fields, collection, entry, ctx)
  fillTitle(reading, fields, collection, entry)
  fillDefaults(fields, ctx, entry)
  return entry
}

/** What its form alone tells: telephone numbers, “3x10”, days, options, stars, linked records. Gives the stretches it was read from. */
function byForm(
  segment: Segment,
  reading: Reading,
  fields: Field[],
  collection: Collection,
  spec: AppSpec,
  ctx: EntryContext,
  entry: Entry,
): [number, number][] {
  const used: [number, number][] = [...(segment.others ?? [])]
  const take = (field: Field, value: Value, at?: [number, number]) => {
    entry.values[field.id] = value
    entry.said++
    if (at) used.push(at)
  }
  const unsaid = () => fields.filter((field) => !(field.id in entry.values))
  fillContacts(reading, fields, take)
  fillNumbered(reading, fields, take)
  fillPassed(reading, fields, collection, entry, take)
  fillWhich(reading, fields, take, (id) => id in entry.values)
  const open = unsaid()
  fillAnswers(reading, open, take)
  fillClocked(reading, open, take)
  fillOften(reading, open, take)
  fillMadeOf(reading, open, take)
  fillSpelled(reading, open, take)
  fillNothing(reading, open, take)
  fillYears(reading, fields, take)
  fillSets(reading, fields, take)
  // A pressure measures, with or without its unit.
  if (fillPressure(reading, unsaid(), take)) entry.figures = false
  fillSpan(reading, fields, take)
  fillScore(reading, fields, take)
  fillMaker(
    reading,
    fields,
    fields.find((field) => field.id === collection.title),
    take,
  )
  const values = reading.values.filter((value) => !used.some(([start, end]) => value.start < end && value.end > start))
  fillDay(reading, fields, collection, spec, take)
  fillDates([...values, ...segment.shared], fields, { ...reading, values }, ctx, take, (id) => id in entry.values)
  fillChoices(reading, unsaid(), take, isAhead(reading, ctx))
  fillRelations(segment, fields, spec, entry, used)
  fillStars(reading, fields, entry, take)
  for (const value of reading.values) {
    const of = FIGURES.has(value.read.kind) ? OF_THEM.exec(reading.text.slice(value.end)) : null
    if (of) used.push([value.end, value.end + of[0].length])
    if (WHEN.has(value.read.kind)) used.push([value.start, value.end])
  }
  // A mood may have been told by its sign; what is left of the signs is no part of a name.
  const signs = trailingSigns(reading.text, reading.language)
  if (signs) used.push(signs)
  const done = /[가-힣]/.test(reading.text) ? doneEnding(reading.text) : null
  // 챙김 of a field of that name is an answer, and not only the end of a sentence.
  const answered = done && fields.some((field) => field.kind === 'yesno' && (answerIn(reading.text, field)?.end ?? 0) > done[0])
  const counted = done && reading.values.some((value) => value.start < done[1] && value.end > done[0])
  if (done && !answered && !counted) used.push(done)
  return used
}

/** What is left goes where it fits best (homes/). */
function fillHomes(
  reading: Reading,
  used: [number, number][],
  fields: Field[],
  collection: Collection,
  spec: AppSpec,
  ctx: EntryContext,
  entry: Entry,
): void {
  const task = addedTask(reading, collection, entry)
  const title = fields.find((field) => field.id === collection.title)
  if (task && title) {
    entry.values[title.id] = entry.title = task
    entry.said++
    return
  }
  const onlyDone = entry.linked && isDoing(leftover(reading, used))
  const open = fields.filter((field) => !(field.id in entry.values) && !(onlyDone && WORDED.has(field.kind)))
  const found = assign(reading, used, open, collection, spec, ctx)
  for (const { field, value } of found.placed) {
    entry.values[field.id] = value
    entry.said++
    if (field.kind === 'relation') entry.linked = true
    if (field.id === collection.title && typeof value === 'string') entry.title = value
  }
  entry.dropped = found.dropped.map(({ text }) => text).join(' ')
  entry.lost = found.lost.filter(({ figure }) => figure && FIGURES.has(figure.read.kind)).length
  entry.homeless =
    !entry.linked &&
    found.dropped.some(({ lost }) => lost < -0.1) &&
    entry.said > 0 &&
    entry.figures === true &&
    // “151 over 92, pulse 78, I'd had a row”: two figures that have their places are an entry, whatever is said with them.
    Object.values(entry.values).filter((value) => typeof value === 'number').length < 2 &&
    !fields.some((field) => ['text', 'note', 'place'].includes(field.kind))
  fillDue(fields, collection, entry)
  fillOwn(reading, fields, spec, entry)
}

/** 食費 1200円: an amount told to a part by its name is the amount that every entry must have, and the part says what for. */
function fillDue(fields: readonly Field[], collection: Collection, { values }: Entry): void {
  const due = fields.find((field) => field.kind === 'money' && field.required && !(field.id in values))
  const [told, ...others] = fields.filter((field) => field.kind === 'money' && field.id in values)
  if (!due || !told || others.length) return
  values[due.id] = values[told.id]!
  delete values[told.id]
  values[collection.title] ??= told.label
}
const WORDED = new Set<Field['kind']>(['text', 'note', 'place', 'person', 'relation'])
const WHEN = new Set<Read['kind']>(['date', 'datetime', 'time', 'period', 'every'])

const TASK =
  /^(?:please |can you |could you )*add (?:(?:an?|another|the) (?:task|card|to-?do|job|chore)(?: to|:)? |to )?(?!an? |the |some |another )([a-z][^,]*?)(?: to (?:the|my) (?:list|board))?(?:,? please)?[.!]?$/i

/** "add take out the bins": in a list of tasks the verb belongs to the name. */
function addedTask(reading: Reading, collection: Collection, entry: Entry): string | undefined {
  if (entry.said > 0) return undefined
  if (collection.title === 'task') return TASK.exec(reading.text)?.[1]
  if (!collection.seeds.length || !collection.fields.some((field) => field.kind === 'yesno')) return undefined
  return /^(?:please |can you |could you )*add (?!an? |the |some |another )(\w+ (?:the|a|an|my|our|all|up|out|off) .+?)(?: to (?:the|my) (?:check)?list)?(?:,? please)?[.!]?$/i.exec(
    reading.text,
  )?.[1]
}

/** "950 rent, me": where every word found its field, the record is called by what was chosen. */
function fillTitle(reading: Reading, fields: Field[], collection: Collection, entry: Entry): void {
  const title = fields.find((field) => field.id === collection.title)
  if (!title?.required || title.kind !== 'text' || title.id in entry.values || title.default !== undefined || entry.said === 0) return
  const chosen = fields.find((field) => field.kind === 'choice' && typeof entry.values[field.id] === 'string')
  const option = chosen?.kind === 'choice' ? chosen.options.find((one) => one.id === entry.values[chosen.id])?.label : undefined
  const named = fields.find((field) => ['text', 'place', 'person'].includes(field.kind) && typeof entry.values[field.id] === 'string')
  const words = option ?? (named ? String(entry.values[named.id]) : reading.text.trim())
  entry.values[title.id] = words.slice(0, 120)
  entry.title = words
}

/** "24 of them", "0.85 each": no part of a name. */
const OF_THEM = /^ ?(?:of (?:them|those|these|it)|each|apiece|a (?:piece|pop|go)|altogether|in (?:all|total|stock))\b/i
const FIGURES = new Set<Read['kind']>(['money', 'quantity', 'duration', 'number'])

/** Words that only say that it was done or not. */
const isDoing = (rest: string): boolean =>
  /^(?:[\s\p{P}]|\b(?:skipped|missed|no|not|didn't|did|do|done|both|too|also|and|plus|with|my|the|for|all)\b|[没沒都也还又未做]|完成|坚持|打卡|了|できなかった|できた|サボった|さぼった|しなかった|やらなかった|しました|しましたよ|した|やった|やりました|も|と|ない|못|안|도|다|했|빼먹었?|이랑|랑|어|해|함|요)*$/iu.test(
    rest,
  )

/** Both sides of a card and nothing else: its words are no values and no options. */
function cardOf(card: NonNullable<ReturnType<typeof cardSaid>>, fields: Field[], ctx: EntryContext, entry: Entry): Entry {
  entry.values = { [card.front]: card.sides[0], [card.back]: card.sides[1] }
  entry.title = card.sides[0]
  entry.said = 2
  fillDefaults(fields, ctx, entry)
  return entry
}

function fillDefaults(fields: Field[], ctx: EntryContext, entry: Entry): void {
  for (const field of fields) {
    if (field.id in entry.values) continue
    if (field.default === 'today' || (field.kind === 'date' && field.required && field.default === undefined))
      entry.values[field.id] = ctx.now.date
    else if (field.default === 'now')
      entry.values[field.id] =
        field.kind === 'time' ? ctx.now.time : field.kind === 'datetime' ? `${ctx.now.date}T${ctx.now.time}` : ctx.now.date
    else if (field.kind === 'datetime' && field.required) entry.values[field.id] = `${ctx.now.date}T${ctx.now.time}`
    else if (field.default !== undefined) entry.values[field.id] = field.default
    else if (field.required) entry.unsure.push(field.label)
  }
}
