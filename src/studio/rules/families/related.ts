/** Several collections that belong together: things first, then what happens with them, each related to what it is about. */
import type { Collection, Field } from '../../../spec.ts'
import type { Member, Related } from '../../frame/related.ts'
import type { Build } from '../build.ts'
import { t, type Words } from '../words.ts'
import type { B } from './shared.ts'

type Made = { member: Member; collection: Collection; parents: Made[] }

export function composeRelated(b: Build, related: Related): void {
  const made: Made[] = []
  const { things, events } = related
  const asked = b.frame.asked
  for (const member of parentsFirst(things, related)) made.push(build(b, member, parentsOf(member, related, made)))
  for (const member of events) made.push(build(b, member, subjectsOf(member, related, made)))
  const happened = made.filter((one) => one.member.row.role === 'event')
  const main = happened[0] ?? made.at(-1)!
  b.frame.asked = []
  for (const one of asked) b.used.add(one.label)
  b.main = main.collection
  b.icon = main.member.row.icon
  b.defaultName = nameOf(made)
  b.first = 'views'
  for (const one of happened) show(b, one, one === main)
  for (const one of made) if (one.member.row.role === 'thing') b.list(one.collection)
  for (const one of happened) totals(b, one)
}

/** Who has comes before what they have. */
const parentsFirst = (things: Member[], related: Related): Member[] =>
  [...things].sort((a, b) => Number(isChild(a, b, related)) - Number(isChild(b, a, related)))

const isChild = (child: Member, parent: Member, { pairs }: Related): boolean =>
  pairs.some(([has, had]) => has === parent && had === child) ||
  (child.row.of.includes(parent.row.id) && !pairs.some(([has, had]) => has === child && had === parent))

const parentsOf = (member: Member, related: Related, made: Made[]): Made[] => made.filter((one) => isChild(member, one.member, related))

/** What an event is about: what it was said to be of, else every thing that is not reached through another of them. */
function subjectsOf(member: Member, { pairs }: Related, made: Made[]): Made[] {
  const things = made.filter((one) => one.member.row.role === 'thing')
  const said = things.filter((one) => pairs.some(([has, had]) => has === one.member && had === member))
  const leaves = things.filter((one) => !things.some((other) => other.parents.includes(one)))
  // "clients' pets and visits": of whom it is said counts only where nothing stands between.
  const direct = said.filter((one) => leaves.includes(one))
  return direct.length === 1 && leaves.length > 1 && member.row.id !== 'loan' ? direct : leaves
}

function build(b: Build, member: Member, parents: Made[]): Made {
  const { row } = member
  const same = (text: string): Words => ({ en: text, zh: text, ja: text, ko: text })
  b.frame.asked = member.asked
  const alone = row.id === 'loan' && !parents.some((one) => one.member.row.people)
  const fields = alone ? `person!~Borrowed by / 借书人 / 借りた人 / 빌린 사람; ${row.fields}` : row.fields
  const collection = b.add({ id: `${row.id}s`, label: same(member.label), one: same(member.one), icon: row.icon, fields }, 'main')
  collection.concept = row.id
  const relations = parents
    .map((parent) => b.relation(collection, parent.member.row.id, same(parent.member.one), parent.collection))
    .reverse()
  if (row.role === 'event' && relations.length) {
    // A record of what happened is called by what it happened with.
    const first = collection.fields.find((field) => field.kind === 'relation')!
    collection.fields = [...relationsOf(collection), ...collection.fields.filter((field) => field.kind !== 'relation')]
    collection.title = first.id
    collection.fields = collection.fields.map((field) => (field.id === first.id ? ({ ...field, required: true } as Field) : field))
    logged(collection)
  }
  return { member, collection, parents }
}

const relationsOf = (collection: Collection): Field[] => collection.fields.filter((field) => field.kind === 'relation')

/** What is paid or done when it is noted; what is lent is not yet back. The first day is today's. */
function logged(collection: Collection): void {
  const day = collection.fields.find((field) => field.kind === 'date')
  collection.fields = collection.fields.map((field) => {
    if (field.id === day?.id && field.kind === 'date' && field.concept === 'date') return { ...field, default: 'today' }
    if (field.kind === 'yesno' && field.concept === 'paid') return { ...field, default: true }
    if (field.kind === 'yesno' && field.concept === 'done') return { ...field, default: true }
    return field
  })
}

function nameOf(made: Made[]): Words {
  const labels = made.map((one) => one.collection.label).slice(0, 3)
  const en = labels.map((label, at) => (at ? label.toLowerCase() : label))
  return {
    en: en.length > 2 ? `${en.slice(0, -1).join(', ')} and ${en.at(-1)}` : en.join(' and '),
    zh: labels.length > 2 ? `${labels.slice(0, -1).join('、')}和${labels.at(-1)}` : labels.join('和'),
    ja: labels.join('と'),
    ko: labels.join('·'),
  }
}

/** What is open first where things come back, days on a calendar, then all of it. */
function show(b: Build, { collection }: Made, first: boolean): void {
  const returned = b.by(collection, 'returned')
  const due = b.by(collection, 'due')
  if (returned && due) {
    const view = b.list(collection, {
      check: returned.id,
      label: t('Still out / 未归还 / 貸出中 / 대출 중'),
      filter: [{ field: returned.id, op: '!=', value: true }],
    })
    if (view.kind === 'list') view.sort = { field: due.id, descending: false }
    b.does<B<'reminder'>>({ kind: 'reminder', collection: collection.id, date: due.id, before: 0, done: returned.id })
  } else if (returned) b.list(collection, { check: returned.id })
  else b.list(collection)
  const day = due ?? b.dateOf(collection)
  if (day && first)
    b.put({
      id: `${collection.id}Calendar`,
      kind: 'calendar',
      label: b.say(t('Calendar / 日历 / カレンダー / 달력')),
      collection: collection.id,
      date: day.id,
    } as never)
}

/** How much of it by what it is about: money and time add up, grades are averaged, the rest is counted. */
function totals(b: Build, { collection }: Made): void {
  const value = b.find(collection, 'money', 'duration') ?? b.by(collection, 'grade')
  const fn = !value ? 'count' : value.kind === 'money' || value.kind === 'duration' ? 'sum' : 'mean'
  for (const relation of relationsOf(collection).slice(0, 2)) b.chart(collection, 'bar', fn, value, relation)
}
