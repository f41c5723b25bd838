/**
 * "Mina borrowed Holes until Friday" as one record of what happened, linked by relation to who and what it is about:
 * those that are known, else new ones. A name that may mean several is asked about. "Mina brought Holes back" ends the
 * record that is open. Pure; null where the words tell of nothing that this app keeps.
 */
import type { Found, Reading } from '../../../base/language/types.ts'
import { fold, labelPlace, visibleFields } from '../../../base/resolve.ts'
import type { AppSpec, Collection, Field, Language, Value } from '../../../spec.ts'
import { fillChoices } from '../../log/fill/choices.ts'
import { fillNumbers } from '../../log/fill/numbers.ts'
import { kindFit } from '../../log/fit.ts'
import type { Entries, EntryContext, EntryOp } from '../../log/types.ts'
import { comesBack, type Happening, happeningsOf, isPeople, type Records, type Relation, relationsOf, targetOf } from '../events.ts'
import { called, type Known, knownOf, type Mention, mentionsOf } from '../names.ts'
import { type Told, tellingOf } from '../tellings.ts'
import { datesOf } from './dates.ts'
import { hasName, isBare, type Masked, mask } from './mask.ts'
import { type Phrases, phrasesOf } from './phrases.ts'

/** A name that may mean several: what to say instead for each of them. */
export type Unsure = { said: string; options: { label: string; say: string }[] }
/** `verb`: a verb of what happened was heard; `links`: a record that is known was named; `sure`: either. */
export type ToldOf = { entries: Entries; sure: boolean; verb: boolean; links: boolean } | { unsure: Unsure }

type Heard = { happening: Happening; told: Told | undefined; named: boolean }
type World = { spec: AppSpec; records: Records; knownIn: (field: Relation) => Known[] }

export function readTold(reading: Reading, spec: AppSpec, records: Records, ctx: EntryContext): ToldOf | null {
  if (reading.text.length > 200) return null
  const world = worldOf(spec, records)
  const heard = heardIn(reading, world)
  if (!heard) return null
  const masked = maskedFor(reading, heard.happening, world)
  const phrases = heard.told ? phrasesIn(masked, heard.told, heard.happening, reading) : besideLabel(masked, heard.happening, reading)
  if (!phrases) return null
  const parties = partiesOf(phrases, heard, masked, world)
  if (!parties) return null
  if ('unsure' in parties) return parties
  const ops = heard.told?.way === 'back' ? endings(parties, heard, world) : tellings(parties, heard, masked, reading, world, ctx)
  if (ops && 'unsure' in ops) return ops
  const verb = heard.told !== undefined
  const links = parties.parties.some(({ known }) => known)
  return ops && { entries: { ops, unsure: [] }, verb, links, sure: verb || links }
}

export function worldOf(spec: AppSpec, records: Records): World {
  const memo = new Map<string, Known[]>()
  const knownIn = (field: Relation) => {
    const had = memo.get(field.to)
    if (had) return had
    const made = knownOf(targetOf(field, spec), records[field.to] ?? [])
    memo.set(field.to, made)
    return made
  }
  return { spec, records, knownIn }
}

// ---- Which happening ---------------------------------------------------------------------------------------

/** The kind of happening whose verb or name is heard, of several the one that can hold the values said. */
function heardIn(reading: Reading, world: World): Heard | null {
  const low = fold(reading.text)
  const heard = happeningsOf(world.spec).map((happening): Heard & { score: number } => {
    const { collection } = happening
    const told = tellingOf(low, collection.concept ?? '', reading.language)
    const named = placeOf(low, reading, collection) !== undefined
    const mentioned = relationsOf(happening).filter((field) => mentionsIn(reading, field, world).length > 0).length
    const fit = fitOf(reading, happening)
    const lost = reading.values.some(({ read }) => read.kind === 'money') && fit < 1 ? 2.5 : 0
    const heard = told || named || (mentioned > 0 && fit >= 0.8)
    return { happening, told, named, score: heard ? (told ? 2 : 0) + (named ? 1.5 : 0) + mentioned * 0.5 + fit * 0.6 - lost : 0 }
  })
  const best = heard.reduce<(typeof heard)[number] | null>((top, each) => (top && top.score >= each.score ? top : each), null)
  return best && best.score > 0 ? best : null
}
/** Where a happening is called by its name, or by a part of it: 会費 of 会費の支払い. */
export function placeOf(low: string, reading: Reading, { one, label }: Collection): [number, number] | undefined {
  const parts = reading.language === 'en' ? [] : label.split(/[の\s]/u).filter((part) => part.length > 1)
  return [one, label, ...parts].map((name) => labelPlace(low, reading.tokens, name)).find((place) => place !== undefined)
}
const FIGURES = new Set(['money', 'number', 'quantity', 'duration', 'count'])
const fitOf = (reading: Reading, { collection }: Happening): number =>
  Math.max(
    0,
    ...reading.values
      .filter(({ read }) => FIGURES.has(read.kind))
      .map(({ read }) => Math.max(0, ...visibleFields(collection).map((field) => kindFit(read, field)))),
  )

const mentionsIn = (reading: Reading, field: Relation, { spec, knownIn }: World): Mention[] =>
  mentionsOf(reading.text, knownIn(field), isPeople(targetOf(field, spec)))

function maskedFor(reading: Reading, happening: Happening, world: World): Masked {
  const mentions: Mention[] = []
  for (const one of relationsOf(happening)
    .flatMap((field) => mentionsIn(reading, field, world))
    .sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!mentions.some((each) => one.start < each.end && one.end > each.start)) mentions.push(one)
  const fields = visibleFields(happening.collection)
  return mask(reading, mentions, (value) => holds(value, fields, reading))
}
/** A number that nothing here keeps may be the name of a book: 1984. “May borrowed Holes” is about May. */
function holds(value: Found, fields: Field[], reading: Reading): boolean {
  if (value.read.kind === 'period' || value.read.kind === 'date')
    return !(
      value.start === 0 &&
      /^[A-Z][a-z]+$/.test(value.text) &&
      /^ (?:\w+ed|took|paid|got|has|had|came|gave|brought)\b/.test(reading.text.slice(value.end))
    )
  if (value.read.kind === 'number' || value.read.kind === 'count') return fields.some((field) => kindFit(value.read, field) > 0)
  return true
}

// ---- Phrases -----------------------------------------------------------------------------------------------

function phrasesIn(masked: Masked, _: Told, happening: Happening, reading: Reading): Phrases | null {
  // The verb is sought again among the signs: a known name may hold one (“Gone Fishing”).
  const told = tellingOf(fold(masked.text), happening.collection.concept ?? '', reading.language)
  return told ? beside(phrasesOf(masked.text, told, reading.language), masked, happening) : besideLabel(masked, happening, reading)
}

/** 小明数学, 민수수학: two names that nothing parts, one of which is known by the whole of it. */
function beside(phrases: Phrases, masked: Masked, happening: Happening): Phrases {
  const { who, what } = phrases
  if (!who || what || relationsOf(happening).length < 2) return phrases
  const parts = /^(.*?)([\ue100-\ue7ff])(.*)$/u.exec(who)
  if (!parts || /[\p{Script=Latin}]/u.test(who)) return phrases
  const [, head = '', sign = '', tail = ''] = parts
  const whole = masked.mentions.some(({ known }) => known.some(({ title }) => fold(title) === fold(masked.raw(sign))))
  if (!whole || (!head && !tail)) return phrases
  return head ? { ...phrases, who: head, what: sign + tail } : { ...phrases, who: sign, what: tail }
}

const JOINS =
  /^(?:\s|\b(?:with|for|of|by|a|an|the|had|log|note|record|add|did|on|at|in|from|to|and|about|was|is)\b|[:：,，、。.!·の'’]|记录?|登记|添加|加|给|和|的|了|有|一[次个条笔]|を|に|は|が|も|で|と|記録|追加|した|して|しました|あり|からの|추가|기록|했어|함|의|랑|이랑|하고|와|과|은|는|이|가|을|를|에게|한테|해줘|있었어)+|(?:\s|\b(?:with|for|of|by|had|on|at|in|from|to|and|today|yesterday|was|is)\b|[:：,，、。.!·の'’]|记录?|了|的|を|に|は|が|も|で|と|した|しました|して|あり|했어|함|의|은|는|이|가|을|를)+$/giu
/** "lesson with Tom, 1 hour", タマの爪切り, "Rex vaccination 45 dollars": names, what is kept, and what is said of it. */
function besideLabel(masked: Masked, happening: Happening, reading: Reading): Phrases | null {
  const { collection } = happening
  const low = fold(masked.text)
  const at = placeOf(low, reading, collection)
  const rest = at && low.length === masked.text.length ? `${masked.text.slice(0, at[0])} ; ${masked.text.slice(at[1])}` : masked.text
  const names = [...rest].filter(hasName)
  const parts = rest
    .split(/[\ue100-\uefff;]|['’]s\b/u)
    .map((part) => tidy(part))
    .filter((part) => part !== '' && !isBare(part))
  if (names.length)
    return {
      ...Object.fromEntries(names.slice(0, 2).map((name, i) => [i === 0 ? 'who' : 'what', name])),
      ...(parts[0] && { about: parts.join(' ') }),
    }
  if (!at) return null
  const who =
    /\b(?:with|for|of|by|from)\s+((?:the )?[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)*)/u.exec(rest)?.[1] ??
    /^\s*(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)['’]s\b/u.exec(rest)?.[1]
  if (who) return { who: who.replace(/^the /, '') }
  const owner =
    /^\s*([^\s;、,，]{1,8}?(?:さん|くん|ちゃん|様|씨|님))/u.exec(rest)?.[1] ??
    /^\s*([^\s;、,，]{1,12}?)[の의的]\s*;?/u.exec(rest)?.[1] ??
    /^\s*([^\s;]{2,8})\s+;/u.exec(rest)?.[1]
  return owner && reading.language !== 'en' && reading.values.length > 0 ? { who: owner } : null
}
function tidy(text: string): string {
  let left = text
  for (let before = ''; before !== left; ) {
    before = left
    left = left.replace(JOINS, '').trim()
  }
  return left
}

// ---- Parties -----------------------------------------------------------------------------------------------

type Party = { field: Relation | { person: string }; said: string; known: Known | null }
type Parties = { parties: Party[]; about?: string }

/** Each phrase to the relation that it can be about. */
function partiesOf(phrases: Phrases, { happening, told }: Heard, masked: Masked, world: World): Parties | { unsure: Unsure } | null {
  const { people, things, person } = happening
  const way = told?.way
  const doer =
    way === 'give'
      ? (phrases.to ?? phrases.from)
      : (phrases.who ?? (way === 'back' || way === 'take' ? (phrases.from ?? undefined) : undefined))
  const objects = [phrases.what, way === 'give' ? phrases.who : undefined, phrases.for, phrases.to, phrases.from].filter(
    (one): one is string => one !== undefined && one !== doer,
  )
  const parties: Party[] = []
  let about = phrases.about
  const left = new Set(objects)
  const take = (field: Relation, phrase: string): Unsure | undefined => {
    for (const said of apart(masked.raw(phrase), field, world)) {
      const meant = resolve(said, field, world)
      if (meant.length > 1) return { said, options: meant.map(({ name }) => ({ label: name, say: masked.said.replace(said, name) })) }
      parties.push({ field, said: meant[0]?.title ?? said.replace(ARTICLE, ''), known: meant[0] ?? null })
    }
    left.delete(phrase)
    return undefined
  }
  const subject = people[0] ?? (person ? undefined : things.at(0))
  // An object that is known as one of the people is who it was done with: "給 Tom 上课".
  const isOne = (phrase: string, field: Relation) => resolve(masked.raw(phrase), field, world).length > 0
  const doing = doer && subject && things.length && !isOne(doer, subject) && things.some((field) => isOne(doer, field)) ? undefined : doer
  const swapped = doing === undefined && doer ? doer : undefined
  if (doing && subject) {
    const unsure = take(subject, doing)
    if (unsure) return { unsure }
  } else if (doing && person) parties.push({ field: { person: person.id }, said: masked.raw(doing), known: null })
  if (swapped) left.add(swapped)
  const open = (
    people.length ? [...things, ...people.slice(1)] : person ? things : things.filter((field) => field !== subject || !doing)
  ).slice()
  for (const field of open) {
    const phrase =
      [...left].find((one) => isOne(one, field)) ??
      (isPeople(targetOf(field, world.spec)) ? undefined : [...left].find((one) => one === phrases.what || one === swapped)) ??
      (told && phrases.what === undefined ? [...left].find((one) => one === phrases.for && !isBare(one)) : undefined)
    if (!phrase) continue
    const unsure = take(field, phrase)
    if (unsure) return { unsure }
  }
  // Only one thing is kept and it stands where the doer would: "the Civic got serviced", "watered the monstera".
  if (!parties.length) {
    const field = relationsOf(happening)[0]!
    const phrase = [...left][0]
    if (!phrase) return null
    const unsure = take(field, phrase)
    if (unsure) return { unsure }
  }
  about ??= [...left].map((one) => masked.raw(one)).find((one) => !isBare(one))
  return { parties, ...(about && { about: masked.raw(about) }) }
}

const ARTICLE = /^(?:the|a|an|my|our) (?=\S)/
const AND =
  /\s*(?:,|，|、|;)\s*(?:and\s+)?|\s+(?:and|&)\s+|(?<=[\p{Script=Han}\p{Script=Katakana}])(?:と|和|跟)(?=[\p{Script=Han}\p{Script=Katakana}])|(?:이랑|랑|하고|와|과)\s+/u
/** "Mina and Tom": two people. “Pride and Prejudice” is one book, unless its parts are known. */
function apart(said: string, field: Relation, world: World): string[] {
  const parts = said
    .split(AND)
    .map((part) => part.trim())
    .filter(Boolean)
  if (parts.length < 2 || parts.length > 12 || resolve(said, field, world).length) return [said]
  const people = isPeople(targetOf(field, world.spec))
  return people || parts.some((part) => resolve(part, field, world).length > 0) || /[,，、]/.test(said) ? parts : [said]
}

function resolve(said: string, field: Relation, { spec, knownIn }: World): Known[] {
  const target = targetOf(field, spec)
  const known = knownIn(field)
  const people = isPeople(target)
  const meant = called(said, known, people)
  if (meant.length) return meant
  // "the book Holes", 绿萝这盆: the name of the kind beside the name.
  const bare = withoutKind(said, target.one)
  return bare !== said ? called(bare, known, people) : []
}
const withoutKind = (said: string, one: string): string => {
  const at = fold(said).indexOf(fold(one))
  if (at < 0 || fold(said) === fold(one)) return said
  return `${said.slice(0, at)} ${said.slice(at + one.length)}`.replace(/[「」『』《》"“”]/g, ' ').trim()
}

// ---- What is written ---------------------------------------------------------------------------------------

/** The open record is over; where several are open, which one is asked. */
function endings({ parties }: Parties, { happening }: Heard, world: World): EntryOp[] | { unsure: Unsure } | null {
  const { collection, over } = happening
  if (!over || !comesBack(happening) || !parties.length) return null
  const open = (world.records[collection.id] ?? []).filter((record) => record.values[over.id] !== true)
  const byPerson = parties.filter(({ field }) => 'person' in field)
  const byField = new Map<string, Party[]>()
  for (const party of parties) if (!('person' in party.field)) byField.set(party.field.id, [...(byField.get(party.field.id) ?? []), party])
  // "Mina returned Holes and Matilda": each of them.
  const several = [...byField.values()].find((list) => list.length > 1) ?? [undefined]
  const ops: EntryOp[] = []
  for (const one of several) {
    const wanted = [...byField].flatMap(([id, list]) =>
      one && list.includes(one) ? [[id, one] as const] : list.length > 1 ? [] : [[id, list[0]!] as const],
    )
    const fitting = open.filter(
      (record) =>
        wanted.every(([id, { known }]) => known !== null && record.values[id] === known.id) &&
        byPerson.every(({ field, said }) => 'person' in field && fold(String(record.values[field.person] ?? '')).includes(fold(said))),
    )
    const other = relationsOf(happening).find((field) => !byField.has(field.id))
    const choices =
      other && fitting.length > 1
        ? fitting.flatMap((record) => world.knownIn(other).find(({ id }) => id === record.values[other.id]) ?? [])
        : []
    if (other && new Set(choices.map(({ id }) => id)).size > 1 && choices.length === fitting.length)
      return {
        unsure: {
          said: '',
          options: choices.map(({ name }) => ({
            label: name,
            say: returned(wanted[0]?.[1].known?.name, name, other, happening, world.spec.language),
          })),
        },
      }
    const filters = fitting[0]
      ? [
          ...wanted.map(([id, { known }]) => ({ field: id, op: '=' as const, value: known!.id })),
          ...byPerson.flatMap(({ field, said }) =>
            'person' in field ? [{ field: field.person, op: 'contains' as const, value: said }] : [],
          ),
          { field: over.id, op: '!=' as const, value: true },
        ]
      : [
          ...wanted.map(([id, { said }]) => ({ field: id, op: '=' as const, value: said })),
          { field: over.id, op: '!=' as const, value: true },
        ]
    ops.push({ do: 'update', collection: collection.id, match: { collection: collection.id, filters }, values: { [over.id]: true } })
  }
  return ops
}

/** The sentence that leaves no doubt which of the open records is over. */
function returned(named: string | undefined, chosen: string, other: Relation, { people }: Happening, language: Language): string {
  const isDoer = people.includes(other)
  const who = isDoer ? chosen : (named ?? '')
  const what = isDoer ? (named ?? '') : chosen
  if (!who) return { en: `${what} is back`, zh: `${what}还回来了`, ja: `「${what}」が返ってきた`, ko: `${what} 반납` }[language]
  return { en: `${who} returned ${what}`, zh: `${who}还了《${what}》`, ja: `${who}が「${what}」を返した`, ko: `${who} ${what} 반납` }[
    language
  ]
}

function tellings(
  { parties, about }: Parties,
  heard: Heard,
  masked: Masked,
  reading: Reading,
  world: World,
  ctx: EntryContext,
): EntryOp[] | null {
  const { happening, told } = heard
  const { collection, over } = happening
  const fields = visibleFields(collection).filter((field) => field.kind !== 'computed' && field.kind !== 'relation')
  const values: Record<string, Value> = {}
  const take = (field: Field, value: Value) => {
    values[field.id] = value
  }
  const open: Reading = { ...reading, values: masked.values }
  fillNumbers(open, fields, take)
  Object.assign(values, datesOf(open, happening, ctx))
  fillChoices(open, fields, take, false)
  if (over && !comesBack(happening)) values[over.id] = told?.way !== 'owe'
  const present = told?.way === 'miss' ? fields.find((field) => field.kind === 'yesno') : undefined
  if (present) values[present.id] = false
  const note =
    about &&
    !/^(?:new|another)$/i.test(about) &&
    /\p{L}/u.test(withoutFigures(about, reading)) &&
    !sameAs(withoutFigures(about, reading), [collection.label, collection.one, ...fields.map((field) => field.label)])
      ? homeFor(fields, values, heard)
      : undefined
  if (note) values[note.id] = about!
  else {
    // “for June”, 6月分: of which month it is, though it happened on another day.
    const month = masked.values.find(({ read }) => read.kind === 'period' && read.unit !== 'day')
    const home =
      month &&
      homeFor(
        fields.filter((field) => field.concept !== 'item'),
        values,
        heard,
      )
    if (month && home) values[home.id] = month.text
  }
  fillMissing(fields, values, ctx)
  const paid = paying(parties, heard, values, world)
  if (paid) return [paid]
  return crossed(parties).map((links) => ({ do: 'create' as const, collection: collection.id, values: { ...links, ...values } }))
}

/** What was owed is paid: the record that waits for it, not another. */
function paying(parties: Party[], { happening, told }: Heard, values: Record<string, Value>, world: World): EntryOp | null {
  const { collection, over } = happening
  if (!over || comesBack(happening) || told?.way !== 'take' || parties.length !== 1) return null
  const [party] = parties
  if (!party?.known || 'person' in party.field) return null
  const link = party.field.id
  const money = collection.fields.find((field) => field.kind === 'money')
  const amount = money && values[money.id]
  const waiting = (world.records[collection.id] ?? []).filter(
    (record) =>
      record.values[link] === party.known!.id &&
      record.values[over.id] === false &&
      (amount === undefined || record.values[money!.id] === amount),
  )
  if (waiting.length !== 1) return null
  const filters = [
    { field: link, op: '=' as const, value: party.known.id },
    { field: over.id, op: '=' as const, value: false },
    ...(money && amount !== undefined ? [{ field: money.id, op: '=' as const, value: amount }] : []),
  ]
  return { do: 'update', collection: collection.id, match: { collection: collection.id, filters }, values: { [over.id]: true } }
}

/** One record for each of several doers, and for each of several things. */
function crossed(parties: Party[]): Record<string, Value>[] {
  const byField = new Map<string, Value[]>()
  for (const { field, known, said } of parties) {
    const id = 'person' in field ? field.person : field.id
    byField.set(id, [...(byField.get(id) ?? []), known?.id ?? said])
  }
  let rows: Record<string, Value>[] = [{}]
  for (const [id, list] of byField) rows = rows.flatMap((row) => list.map((value) => ({ ...row, [id]: value })))
  return rows.slice(0, 24)
}

/** 800学费: the figure went to its field. */
const withoutFigures = (about: string, { values }: Reading): string =>
  values.reduce((left, { text }) => left.replace(text, ' '), about).trim()
const sameAs = (text: string, names: string[]): boolean =>
  names.some((name) => fold(name).includes(fold(text).trim()) || fold(text).trim() === fold(name))
/** What was done, where that is written, else a note. */
const homeFor = (fields: Field[], values: Record<string, Value>, { told }: Heard): Field | undefined =>
  (told?.way === 'take' || !told
    ? fields.find((field) => field.kind === 'text' && field.concept === 'item' && !(field.id in values))
    : undefined) ??
  fields.find((field) => (field.kind === 'note' || field.concept === 'note') && !(field.id in values)) ??
  fields.find((field) => field.kind === 'text' && !(field.id in values))

function fillMissing(fields: Field[], values: Record<string, Value>, { now }: EntryContext): void {
  for (const field of fields) {
    if (field.id in values) continue
    if (field.kind === 'datetime' && (field.default === 'now' || field.required)) values[field.id] = `${now.date}T${now.time}`
    else if (field.kind === 'time' && field.default === 'now') values[field.id] = now.time
    else if (field.default === 'today' || field.default === 'now') values[field.id] = now.date
    else if (field.default !== undefined) values[field.id] = field.default
  }
}
