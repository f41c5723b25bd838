/**
 * "who has Holes?", "who has not paid in June?", "total by student" as a Query of what happened, narrowed to the known
 * records that are named. Who or what is asked for is answered with names. Null where nothing of this kind is asked.
 */
import type { Reading } from '../../../base/language/types.ts'
import { fieldsNamed, fold, has, labelPlace, visibleFields } from '../../../base/resolve.ts'
import type { AppSpec, Collection, Filter, Query, When } from '../../../spec.ts'
import { degreeOf } from '../../ask/degree.ts'
import { groupOf, limitOf, orderOf } from '../../ask/group.ts'
import { measureOf } from '../../ask/measure.ts'
import { wantsOf } from '../../ask/wants.ts'
import { type AskContext, nextDay, whenOf } from '../../ask/when.ts'
import { COUNT, FN, LEAST, LISTS, MONEY, MOST, SUM, WHEN, withoutTimes } from '../../ask/words.ts'
import { comesBack, type Happening, happeningsOf, isPeople, type Records, type Relation, relationsOf, targetOf } from '../events.ts'
import { type Known, type Mention, mentionsOf } from '../names.ts'
import { asksOf, tellingOf } from '../tellings.ts'
import { placeOf, type Unsure, worldOf } from '../told/read.ts'
import { EACH, FREE, HAS, LAST, LATE, NOT, OUT, SHOWN, WHAT, WHERE, WHO } from './cues.ts'

export type AskedOf = { query: Query; links: boolean } | { unsure: Unsure }
type Named = { field: Relation; mention: Mention | null; value: string }
type Asked = {
  reading: Reading
  low: string
  spec: AppSpec
  ctx: AskContext
  happening: Happening
  named: Named[]
  /** It is spoken of by its verb or its name. */
  spoken: boolean
  /** Relations whose records are spoken of as a kind: "which students", 生徒別. */
  kinds: Relation[]
}

export function readAsked(reading: Reading, spec: AppSpec, records: Records, ctx: AskContext, question: boolean): AskedOf | null {
  const low = fold(reading.text)
  if (reading.text.length > 160) return null
  const plain =
    has(low, SUM) ||
    has(low, COUNT) ||
    EACH.test(low) ||
    has(low, LISTS) ||
    LATE.test(low) ||
    SHOWN.test(low) ||
    WHO.test(low) ||
    OUT.test(low)
  if (!question && !plain) return null
  const world = worldOf(spec, records)
  let unsure: Unsure | undefined
  const scored = happeningsOf(spec).map((happening) => {
    const named: Named[] = []
    for (const field of relationsOf(happening))
      for (const mention of mentionsOf(reading.text, world.knownIn(field), isPeople(targetOf(field, spec)))) {
        if (mention.known.length > 1) unsure ??= unsureOf(mention, reading)
        else named.push({ field, mention, value: idOrTitle(mention.known[0]!) })
      }
    const { collection } = happening
    const spoken = asksOf(low, collection.concept ?? '', reading.language) || placeOf(low, reading, collection) !== undefined
    const kinds = relationsOf(happening).filter((field) => kindPlace(low, reading, targetOf(field, spec)) !== undefined)
    const money = has(low, MONEY) && collection.fields.some((field) => field.kind === 'money' && !field.hidden)
    const fields = fieldsNamed(reading.text, [collection], { kinds: false }).filter(
      ({ field, score }) => score >= 0.9 && field.kind !== 'relation',
    ).length
    const back = comesBack(happening) && (LATE.test(low) || OUT.test(low) || (HAS.test(low) && (named.length > 0 || WHO.test(low))))
    // A total is one of money where nothing else is said.
    const parted = kinds.length > 0 && EACH.test(low) ? 0.6 : 0
    const summed = has(low, SUM) && collection.fields.some((field) => field.kind === 'money' && !field.hidden) ? 0.5 : 0
    const score =
      parted +
      summed +
      (placeOf(low, reading, collection) ? 0.7 : 0) +
      (spoken ? 3 : 0) +
      (back ? 1.5 : 0) +
      Math.min(2, named.length) * 0.6 +
      (money ? 1.2 : 0) +
      Math.min(1, fields) * 0.8 +
      kinds.length * 0.4
    return { score, asked: { reading, low, spec, ctx, happening, named, spoken, kinds } satisfies Asked }
  })
  const best = scored.reduce<(typeof scored)[number] | null>((top, each) => (top && top.score >= each.score ? top : each), null)
  if (!best || best.score < 0.6) return null
  const query =
    lacking(best.asked) ?? held(best.asked) ?? occasion(best.asked) ?? measured(best.asked) ?? doers(best.asked) ?? listed(best.asked)
  if (!query) return null
  return unsure ? { unsure } : { query, links: best.asked.named.length > 0 }
}

const idOrTitle = ({ id, name, title }: Known): string => (name === title ? title : id)
const unsureOf = ({ start, end, known }: Mention, { text }: Reading): Unsure => ({
  said: text.slice(start, end),
  options: known.map(({ name }) => ({ label: name, say: text.slice(0, start) + name + text.slice(end) })),
})
const kindPlace = (low: string, reading: Reading, { one, label }: Collection) =>
  labelPlace(low, reading.tokens, one) ?? labelPlace(low, reading.tokens, label)

// ---- Parts -------------------------------------------------------------------------------------------------

const only = (named: Named[], except?: Relation): Filter[] => {
  const filters: Filter[] = []
  for (const { field, value } of named)
    if (field.id !== except?.id && !filters.some((one) => one.field === field.id)) filters.push({ field: field.id, op: '=', value })
  return filters
}
const notOver = ({ over }: Happening): Filter[] => (over ? [{ field: over.id, op: '!=', value: true }] : [])

function timeOf(asked: Asked): When | undefined {
  const when = spanOf(asked)
  const month = asked.reading.values.find(({ read }) => read.kind === 'period' && read.unit === 'month')?.read
  // June is called June, not “5 months ago”.
  const named = when && 'unit' in when && when.unit === 'month' && when.offset < -1 && month?.kind === 'period'
  return named ? { field: when.field, from: month.from, to: month.to } : when
}
function spanOf({ reading, low, happening, ctx }: Asked): When | undefined {
  const { day, due, collection } = happening
  if (!day) return whenOf(reading, low, collection, false, ctx)
  // What is asked of a month happened in it; the day it was due is another matter.
  const fields = visibleFields(collection).filter((field) => field !== due)
  return whenOf(reading, low, { ...collection, fields }, false, ctx)
}
const doerOf = ({ people, person, things }: Happening) => people[0] ?? person ?? things[0]
const dueBy = (asked: Asked): Filter[] =>
  asked.happening.due ? [{ field: asked.happening.due.id, op: '<', value: asked.ctx.now.date }] : []

// ---- Kinds of questions ------------------------------------------------------------------------------------

/** Those of a kind that nothing of it happened with: who has not paid in June, which plants were not watered. */
function lacking(asked: Asked): Query | null {
  const { low, happening, spec, spoken, kinds, named, reading } = asked
  const told = tellingOf(low, happening.collection.concept ?? '', reading.language)
  if (!spoken || !(NOT.test(low) || told?.way === 'owe')) return null
  if (comesBack(happening) && (told?.way === 'back' || OUT.test(low))) return null
  const field =
    (WHO.test(low) ? happening.people[0] : undefined) ??
    kinds[0] ??
    (WHAT.test(low) ? (happening.things[0] ?? happening.people[0]) : undefined)
  if (!field || named.some((one) => one.field.id === field.id)) return null
  const { collection, over } = happening
  const done =
    over && !comesBack(happening) ? over : collection.fields.find((one) => one.kind === 'yesno' && !one.hidden && one.concept === 'done')
  const when = timeOf(asked)
  return {
    collection: targetOf(field, spec).id,
    filter: [],
    linked: {
      ...monthOf(asked),
      collection: collection.id,
      field: field.id,
      filter: [...only(named, field), ...(done ? [{ field: done.id, op: '=' as const, value: true }] : [])],
      ...(when && { when }),
      none: true,
    },
    measure: { fn: 'count' },
    names: true,
  }
}

/** A payment in July “for June” is one of June: the month may be written and not dated. */
function monthOf({ reading, happening: { collection } }: Asked): Pick<NonNullable<Query['linked']>, 'or'> {
  const note = collection.fields.find((field) => (field.kind === 'note' || field.kind === 'text') && !field.hidden)
  const month = reading.values.find(({ read }) => read.kind === 'period' && read.unit === 'month')?.read
  if (!note || month?.kind !== 'period') return {}
  const at = new Date(`${month.from.slice(0, 10)}T00:00:00Z`)
  const name = new Intl.DateTimeFormat(reading.language, { month: 'long', timeZone: 'UTC' }).format(at)
  return { or: [{ field: note.id, op: 'contains', value: name }] }
}

/** Of what comes back: who has it, what somebody has, what is late, what is out. */
function held(asked: Asked): Query | null {
  const { low, happening, named, reading, spec, kinds, spoken } = asked
  if (!comesBack(happening)) return null
  const { collection, due, things } = happening
  const doer = doerOf(happening)
  const when = timeOf(asked)
  const isDoer = ({ field }: Named) => field.id === doer?.id
  const base = { collection: collection.id, measure: { fn: 'count' as const } }
  const late = LATE.test(low) && due !== undefined
  const open = when && !late ? [] : notOver(happening)
  const span = when && !late ? { when } : {}
  const counting = has(low, COUNT)
  if (has(low, WHEN) || (EACH.test(low) && !late)) return null
  if (late) {
    const filter = [...only(named), ...open, ...dueBy(asked)]
    if (WHO.test(low) && doer) return { ...base, filter, group: { field: doer.id }, names: true }
    return { ...base, filter, order: { by: due.id, descending: false }, ...(!counting && { names: true as const }) }
  }
  const superlative = has(low, MOST) || has(low, LEAST)
  if (superlative) return null
  const unknown = named.length ? undefined : nameAsked(reading, spec)
  const thing =
    named.find((one) => !isDoer(one)) ??
    (unknown && things[0] && !WHAT.test(low) ? { field: things[0], mention: null, value: unknown } : undefined)
  if (
    thing &&
    doer &&
    (WHO.test(low) || WHERE.test(low) || FREE.test(low)) &&
    (HAS.test(low) || spoken || WHERE.test(low) || FREE.test(low))
  )
    return { ...base, filter: [...only([thing]), ...open], ...span, group: { field: doer.id }, names: true }
  const person = named.find(isDoer)
  if (person && things[0] && (HAS.test(low) || spoken) && (WHAT.test(low) || counting || SHOWN.test(low) || has(low, LISTS)))
    return {
      ...base,
      filter: [...only(named), ...open],
      ...span,
      ...(counting ? {} : { group: { field: things[0].id }, names: true as const }),
    }
  const back = tellingOf(low, collection.concept ?? '', reading.language)?.way === 'back'
  if (WHO.test(low) && doer && (HAS.test(low) || spoken || OUT.test(low)) && !(back && !NOT.test(low)))
    return { ...base, filter: [...only(named), ...open], ...span, group: { field: doer.id }, names: true }
  if (OUT.test(low) && (WHAT.test(low) || kinds.length || counting || has(low, LISTS) || /[?？]$/.test(low)))
    return {
      ...base,
      filter: [...only(named), ...open],
      ...span,
      ...(due && { order: { by: due.id, descending: false } }),
      ...(counting ? {} : { names: true as const }),
    }
  return null
}

/** “who has Matilda?”: a name that no record has yet; the answer is that there is none. */
function nameAsked({ text, language }: Reading, spec: AppSpec): string | undefined {
  const quoted = /[「『《“"](.{1,60}?)[」』》”"]/u.exec(text)?.[1]
  const found =
    quoted ??
    (language === 'en'
      ? /^(?:who|where)(?:'s| is| has| have| had| borrowed| took| got| currently)*\s+(?:borrowed |taken |got |the |my )*(\p{Lu}[\p{L}\d' -]{0,50}?)(?: now| right now| at the moment| out)?\s*\?*$/u
      : language === 'zh'
        ? /^(?:谁|現在)(?:借(?:走)?了?|有|拿着)(.{2,20}?)[?？]?$|^(.{2,20}?)(?:在谁|被谁|谁借)/u
        : language === 'ja'
          ? /^(?:誰が|だれが)(.{2,20}?)を|^(.{2,20}?)(?:は|って)(?:誰|だれ|どこ)/u
          : /^(?:누가|누구한테)\s(.{2,20}?)(?:을|를)?\s?(?:빌|가지|갖|있)|^(.{2,20}?)(?:은|는)?\s(?:누가|누구|어디)/u
    )
      .exec(text)
      ?.slice(1)
      .find((one) => one !== undefined)
  const name = found?.trim()
  const kinds = spec.collections.flatMap((one) => [one.label, one.one]).map(fold)
  return name && !kinds.includes(fold(name)) ? name : undefined
}

/** "when did Tom last pay?": the day of the newest that fits. */
function occasion(asked: Asked): Query | null {
  const { low, happening, named, spoken } = asked
  const { collection, day, due } = happening
  if (!has(low, WHEN) || has(low, COUNT) || !(spoken || named.length)) return null
  const ahead = due && /\bdue\b|\bback\b|还|返|반납|期限|기한/.test(low) && !LAST.test(low)
  const date = ahead ? due : day
  if (!date) return null
  return {
    collection: collection.id,
    filter: [...only(named), ...(ahead ? notOver(happening) : [])],
    ...(!ahead && { when: { field: date.id, to: nextDay(asked.ctx.now.date) } }),
    measure: { fn: 'count' },
    group: { field: date.id, by: 'day' },
    order: { by: 'group', descending: !ahead },
    limit: 1,
  }
}

/** How many, how much, on average, by whom. */
function measured(asked: Asked): Query | null {
  const { reading, low, happening, named, kinds, spec, spoken } = asked
  const { collection } = happening
  const bare = withoutTimes(reading, low)
  const ranked = has(low, MOST) || has(low, LEAST)
  const averaged = has(bare, FN.mean)
  const counting = has(low, COUNT)
  const summing = has(low, SUM) || has(low, MONEY)
  const by = groupFor(asked, ranked)
  if (!counting && !averaged && !(summing && !WHO.test(low)) && !by && !degreeOf(bare)) return null
  if (!spoken && !named.length && !by) return null
  const when = timeOf(asked)
  // "how many students paid in June": each once; "how many students do I have" is not about what happened.
  const counted =
    counting && !by
      ? kinds.find((field) => !named.some((one) => one.field.id === field.id) && countedRight(low, reading, targetOf(field, spec)))
      : undefined
  if (counted && !spoken) return null
  const filter = [...only(named, by && 'to' in by ? (by as Relation) : undefined), ...paidOnly(asked)]
  if (counted) return { collection: collection.id, filter, ...(when && { when }), measure: { fn: 'distinct', field: counted.id } }
  const hits = fieldsNamed(reading.text, [collection], { kinds: true })
  const timed =
    counting &&
    !hits.some(({ field, score }) => score >= 0.9 && ['duration', 'quantity', 'number'].includes(field.kind)) &&
    !/\b(?:hours?|minutes?|km|miles?|lit(?:er|re)s?)\b|时间|小时|時間|시간/.test(low)
  const most =
    ranked &&
    by !== undefined &&
    !summing &&
    !averaged &&
    !counting &&
    !hits.some(({ field, score }) => score >= 0.9 && field.kind !== 'relation' && field.kind !== 'date')
  const wants = wantsOf(reading, visibleFields(collection))
  const { measure: field } = measureOf({
    // “who borrowed most?”: the most of those by whom it is grouped.
    wants: by ? { ...wants, ...(averaged ? { fn: 'mean' as const } : { fn: undefined }), degree: null } : wants,
    collection,
    spec,
    hits,
    group: by && { field: by.id },
  })
  const measure: Query['measure'] = timed || most ? { fn: 'count' } : averaged && field.field ? { ...field, fn: 'mean' } : field
  const group = by
    ? { field: by.id }
    : groupOf(
        reading,
        low,
        collection,
        hits.filter((hit) => hit.field.kind !== 'relation'),
      )
  const superlative = ranked && by !== undefined
  const limit = limitOf(reading, low, superlative)
  return {
    collection: collection.id,
    filter,
    ...(when && { when }),
    ...(group && { group }),
    measure,
    ...orderOf(group, superlative, has(low, LEAST) && !has(low, MOST), false, undefined),
    ...(limit && { limit }),
  }
}
/** What is owed is not what was paid. */
const paidOnly = ({ happening: { over }, low, happening, reading }: Asked): Filter[] =>
  over && !comesBack(happening)
    ? [
        {
          field: over.id,
          op: '=',
          value: !(
            tellingOf(low, happening.collection.concept ?? '', reading.language)?.way === 'owe' ||
            /\bunpaid\b|\bowed?\b|\bowing\b/.test(low)
          ),
        },
      ]
    : []

/** The kind stands right where the count is asked: "how many students", 何人の生徒, 几个学生, 학생 몇 명. */
function countedRight(low: string, reading: Reading, target: Collection): boolean {
  const at = kindPlace(low, reading, target)
  return (
    at !== undefined &&
    (/(?:how many|number of|几[个位名本只]?|多少[个位名本只]?|何人の|何[冊匹台]の)\s?$/.test(low.slice(0, at[0])) ||
      /^s?(?:들)?(?:은|는|이|가|は|が)?\s?(?:몇|何人|何[冊匹台])/.test(low.slice(at[1])))
  )
}

/** By whom or what it is parted: "by student", 生徒別, "which book most", "who paid the most". */
function groupFor({ low, happening, kinds, reading, spec }: Asked, ranked: boolean): Relation | undefined {
  const parted = kinds.find((field) => {
    const at = kindPlace(low, reading, targetOf(field, spec))!
    return (
      /(?:\b(?:by|per|each|every|for each)\s+|按照?|各个?|每[个位名只辆本]?)$/.test(low.slice(0, at[0])) ||
      /^s?(?:들)?(?:别|別|ごと|毎|별|마다|\s별)/.test(low.slice(at[1]))
    )
  })
  if (parted) return parted
  if (!ranked) return undefined
  if (WHO.test(low)) return happening.people[0]
  return kinds.find((field) => isAsked(low, kindPlace(low, reading, targetOf(field, spec))!))
}
const isAsked = (low: string, at: [number, number]): boolean =>
  WHAT.test(low.slice(0, at[0])) || /\b(?:most|least)\b|最|一番|가장|제일/.test(low.slice(0, at[0])) || WHAT.test(low.slice(at[1]))

/** "who paid in June?", "which plants were watered today?": those it happened with. */
function doers(asked: Asked): Query | null {
  const { low, happening, named, kinds, spoken } = asked
  if (!spoken) return null
  const doer = doerOf(happening)
  const by = WHO.test(low) ? doer : WHAT.test(low) ? (kinds[0] ?? undefined) : undefined
  if (!by) return null
  const when = timeOf(asked)
  return {
    collection: happening.collection.id,
    filter: [...only(named), ...paidOnly(asked)],
    ...(when && { when }),
    group: { field: by.id },
    measure: { fn: 'count' },
    names: true,
  }
}

/** "show Tom's lessons", タマの来院記録: what happened with one that is named, the newest first. */
function listed(asked: Asked): Query | null {
  const { low, happening, named, spoken } = asked
  if (
    !named.length ||
    !(spoken || SHOWN.test(low)) ||
    !(SHOWN.test(low) || WHAT.test(low) || has(low, LISTS) || LAST.test(low) || /[?？]$/.test(low))
  )
    return null
  const when = timeOf(asked)
  const { day } = happening
  return {
    collection: happening.collection.id,
    filter: only(named),
    ...(when && { when }),
    measure: { fn: 'count' },
    ...(day && { order: { by: day.id, descending: true } }),
    ...(LAST.test(low) && { limit: 1 }),
    names: true,
  }
}
