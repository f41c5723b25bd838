/** One entry from one stretch of words: each kind of field takes its part, what is left over is its title. */

import type { Found, Read, Reading } from '../../../base/language/types.ts'
import { fold, labelPlace, visibleFields } from '../../../base/resolve.ts'
import type { AppSpec, Collection, Field, Value } from '../../../spec.ts'
import { fillContacts, withoutContacts } from '../../contact.ts'
import { fillMaker, fillScore, fillSets, fillSpan } from '../../shapes.ts'
import { leftover } from '../../slots.ts'
import { withoutDays } from '../fit.ts'
import type { Entry, EntryContext, Segment } from '../types.ts'
import { fillChoices, fillStars, fillYes } from './choices.ts'
import { fillDates, fillDay, isAhead } from './dates.ts'
import { fillPerson, fillPlace, fillRelations } from './links.ts'
import { fillNumbers, fillYears } from './numbers.ts'
import { fillWhich, type Placed, wordsAround } from './pieces.ts'
import { cardSaid, fillRest } from './rest.ts'
import { fillAnswers, fillClocked, fillMadeOf, fillNumbered, fillOften, fillPassed, fillSpelled } from './told.ts'

export function fill(segment: Segment, collection: Collection, spec: AppSpec, ctx: EntryContext): Entry {
  const reading = withoutDays(withoutContacts(segment.reading), spec)
  const entry: Entry = { values: {}, linked: false, unsure: [], said: 0, title: '' }
  const used: [number, number][] = [...(segment.others ?? [])]
  const fields = visibleFields(collection).filter((field) => field.kind !== 'computed')
  const placed: Placed[] = []
  const take = (field: Field, value: Value, at?: [number, number]) => {
    entry.values[field.id] = value
    entry.said++
    if (!at) return
    used.push(at)
    if (FIGURED.has(field.kind)) placed.push({ field, at })
  }
  const card = cardSaid(reading.text, collection, spec)
  if (card) return cardOf(card, fields, ctx, entry)
  fillContacts(reading, fields, take)
  fillNumbered(reading, fields, take)
  fillPassed(reading, fields, collection, entry, take)
  fillWhich(reading, fields, take, (id) => id in entry.values)
  const unsaid = fields.filter((field) => !(field.id in entry.values))
  fillAnswers(reading, unsaid, take)
  fillClocked(reading, unsaid, take)
  fillOften(reading, unsaid, take)
  fillMadeOf(reading, unsaid, take)
  fillSpelled(reading, unsaid, take)
  fillYears(reading, fields, take)
  fillSets(reading, fields, take)
  fillSpan(reading, fields, take)
  fillScore(reading, fields, take)
  fillMaker(
    reading,
    fields,
    fields.find((field) => field.id === collection.title),
    take,
  )
  const open: Reading = {
    ...reading,
    values: reading.values.filter((value) => !used.some(([start, end]) => value.start < end && value.end > start)),
  }
  fillNumbers(
    open,
    fields.filter((field) => !(field.id in entry.values)),
    take,
  )
  fillDay(reading, fields, collection, spec, take)
  fillDates([...open.values, ...segment.shared], fields, open, ctx, take, (id) => id in entry.values)
  fillChoices(reading, fields, take, isAhead(reading, ctx))
  fillRelations(segment, fields, spec, entry, used)
  fillStars(reading, fields, entry, take)
  fillPlace(reading, fields, entry, take)
  fillPerson(reading, fields, spec, entry, used)
  fillYes(reading, fields, collection, entry, ctx, take)
  for (const value of reading.values) {
    const of = FIGURES.has(value.read.kind) ? OF_THEM.exec(reading.text.slice(value.end)) : null
    if (of) used.push([value.start, value.end + of[0].length])
  }
  entry.lost = reading.values.filter(
    (value) => FIGURES.has(value.read.kind) && !used.some(([start, end]) => value.start < end && value.end > start),
  ).length
  // 3장 연구방법, 7병동: a count that found no field is part of the name.
  for (const value of reading.values)
    if (
      !isNamed(value, reading) &&
      ((value.read.kind !== 'number' && !(value.read.kind === 'count' && reading.language === 'ko')) ||
        !used.length ||
        used.some(([start]) => start === value.start))
    )
      used.push([value.start, value.end])
  const rest =
    addedTask(reading, collection, entry) ??
    leftover(reading, [...used, ...labelsBeside(reading, fields, entry), ...wordsAround(reading, placed)])
  entry.figures = !reading.values.some(
    ({ read: value }) => value.kind === 'money' || value.kind === 'quantity' || value.kind === 'duration' || value.kind === 'time',
  )
  if (!(entry.linked && isDoing(rest))) fillRest(rest, fields, collection, spec, entry)
  fillTitle(reading, fields, collection, entry)
  fillDefaults(fields, ctx, entry)
  return entry
}

const FIGURED = new Set<Field['kind']>(['money', 'quantity', 'number', 'duration', 'date', 'rating'])

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

/** 七人の侍, 一个人的朝圣: so many of something, in its own name. */
const isNamed = ({ read, end }: Found, { text }: Reading): boolean => read.kind === 'count' && /^[の的]\p{L}/u.test(text.slice(end))

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

/** Names of fields that got a value are no part of what is left over. */
function labelsBeside(reading: Reading, fields: Field[], entry: Entry): [number, number][] {
  const low = fold(reading.text)
  return fields.flatMap((field) => {
    if (!(field.id in entry.values)) return []
    const at = labelPlace(low, reading.tokens, field.label)
    return at && field.kind !== 'choice' ? [at] : []
  })
}

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
