/**
 * A correction or completion of what is kept: "the dentist one was 60", 电费那笔写错了应该是216, 肉じゃが、やっぱり5点,
 * 아까 미시 50분 아니고 40분이었어. Which record: which.ts; which of two values: said.ts; which field: by kind, by the value that was
 * wrong, by its name. Null where nothing kept is corrected; a failure where something is and none of the records fits.
 * `corrects`: it is known to be a correction, whatever its words.
 */

import { lastOf } from '../../../base/language/calendar.ts'
import { tokenise } from '../../../base/language/tokenise.ts'
import type { Found, Guessed, Reading } from '../../../base/language/types.ts'
import { contentStems, fieldsNamed, fold, optionNamed, placesOf, visibleCollections, visibleFields } from '../../../base/resolve.ts'
import { fail, ok, type Result } from '../../../base/result.ts'
import type { AppSpec, Collection, Field, Rec, Value } from '../../../spec.ts'
import { contactFields } from '../../contact.ts'
import { plain } from '../fill/numbers.ts'
import { kindFit, nearness } from '../fit.ts'
import { answerIn } from '../homes/answers.ts'
import { slotted } from '../homes/figures.ts'
import { personLike } from '../homes/look.ts'
import { asTold, labelledIn } from '../homes/words.ts'
import { dayNear } from '../settle.ts'
import type { Entries, EntryContext } from '../types.ts'
import { tellsAnew } from '../verb.ts'
import { becameSo, figureWithin, partNamed } from './parts.ts'
import { type Mended, mendedBy, sidesOf, WORDS } from './said.ts'
import { swapped } from './swap.ts'
import { filtersFor, type Meant, recordsMeant } from './which.ts'

type Values = Record<string, Value>
export function mended(reading: Reading, spec: AppSpec, ctx: EntryContext, corrects = false): Result<Entries> | null {
  const how = reading.text.length <= 160 ? (mendedBy(reading.text) ?? (corrects ? 'told' : undefined)) : undefined
  const known = ctx.known
  const collections = visibleCollections(spec).filter(({ id }) => known?.[id]?.length)
  if (!known || !collections.length) return null
  const { right, wrong } = sidesOf(reading)
  const swap = how === 'sure' || corrects ? swapped(reading.text, reading.language, collections, known) : null
  // abandon 뜻을 '포기하다'로 바꿔줘: a part that is named changes, and not the name before it.
  const part = swap && partNamed(reading, visibleFields(swap.collection), swap.collection.title)
  if (swap && part && swap.field.id === swap.collection.title) return ok(changing(swap, part))
  if (swap && !wrong.length) return ok(changing(swap, { [swap.field.id]: swap.value }))
  const days = reading.values.flatMap(({ read }) => (read.kind === 'date' ? [read.date] : []))
  const all = recordsMeant(reading, wrong, days, collections, known, spec)
  const best = corrects ? (all.slice(0, LIKELY).find((one) => one.named >= 1 && fits(one, reading, right, wrong, ctx)) ?? all[0]) : all[0]
  if (!best) return null
  const left = unsaid(reading, best)
  const label = labelFirst(reading, best.collection)
  if (!how && !label && best.named < 2.4) return null
  if (!corrects && best.named < 1 && tellsAnew(reading)) return null
  const told = valuesFor(best, reading, right, wrong, left, how, ctx)
  const parts = corrects && same(told, best.record) ? partsOf(reading, best, right, wrong) : null
  const values = parts ?? told
  if (swap && same(values, best.record)) return ok(changing(swap, { [swap.field.id]: swap.value }))
  const sure = how === 'sure' || how === 'more' || label || corrects
  if (!Object.keys(values).length || same(values, best.record)) return how === 'sure' && best.named > 0 && right.length ? unknown() : null
  // Words that name nothing kept: another entry is told of, or one that is not here.
  const strangers = best.named < 1 && !corrects && strange(left, values)
  if (strangers) return null
  if (!sure && (best.named < 1.2 || !isBare(left, reading, how, best, values))) return null
  return ok(changing(best, values))
}

const changing = (meant: Pick<Meant, 'collection' | 'record'>, values: Values): Entries => ({
  ops: [
    {
      do: 'update',
      collection: meant.collection.id,
      match: { collection: meant.collection.id, filters: filtersFor(meant), record: meant.record.id },
      values,
    },
  ],
  unsure: [],
})

/** So many of those that may be meant are looked at for one that the words would change. */
const LIKELY = 4
function fits(meant: Meant, reading: Reading, right: readonly Found[], wrong: readonly Found[], ctx: EntryContext): boolean {
  const values = valuesFor(meant, reading, right, wrong, unsaid(reading, meant), 'told', ctx)
  return !same(values, meant.record) || partsOf(reading, meant, right, wrong) !== null
}

function partsOf(
  reading: Reading,
  { collection, record, named, spans }: Meant,
  right: readonly Found[],
  wrong: readonly Found[],
): Values | null {
  const fields = visibleFields(collection)
  const figures = right.filter(({ start, end }) => !spans.some(([from, to]) => start < to && end > from))
  return (
    partNamed(reading, fields, collection.title) ??
    (named >= 1 || wrong.length ? figureWithin(figures[0], wrong[0], fields, record) : null) ??
    (named >= 1 ? becameSo(reading, fields, record) : null)
  )
}

/** How plainly an entry that is kept is named (0 not at all), and whether the words would change it. */
export function mendable(reading: Reading, spec: AppSpec, ctx: EntryContext): { named: number; changes: boolean } {
  const { known } = ctx
  const collections = visibleCollections(spec).filter(({ id }) => known?.[id]?.length)
  if (!known || !collections.length) return { named: 0, changes: false }
  const days = reading.values.flatMap(({ read }) => (read.kind === 'date' ? [read.date] : []))
  const [best] = recordsMeant(reading, sidesOf(reading).wrong, days, collections, known, spec)
  return { named: best?.named ?? 0, changes: mended(reading, spec, ctx, true)?.ok === true }
}

/** So plainly must an entry be named to be taken out by its name. */
const NAMED = 1
/** The last one, said by no name: "scratch that", 刚才那条不算, さっきのなしで, 방금 거 빼줘. */
const LAST =
  /\b(?:that|it|this|last|latest|previous|just)\b|刚才|剛才|刚刚|剛剛|上一|最后|最後|那条|那條|那笔|那筆|这条|这笔|さっき|今の|直前|前の|それ|これ|방금|아까|마지막|그거|그건|이거|저거/u

export const pointsAtLast = (low: string): boolean => LAST.test(low)

/** "delete milk, eggs and bread": two entries or more by their whole names, and each word between them is one. */
export function droppedAll(reading: Reading, spec: AppSpec, ctx: EntryContext): Entries | null {
  for (const collection of visibleCollections(spec)) {
    const kept = new Map(
      (ctx.known?.[collection.id] ?? []).map((record) => [fold(String(record.values[collection.title] ?? '')).trim(), record]),
    )
    const parts = reading.text.split(BETWEEN).map((part) => fold(part))
    if (parts.length < 2 || parts.length > 12 || kept.size < 2) continue
    const found = parts.map((part) => {
      const names = [...kept.keys()].filter((name) => name.length > 1 || /[^\x20-\x7e]/.test(name))
      const name = names.filter((each) => placesOf(part, each).length > 0).sort((a, b) => b.length - a.length)[0]
      return name !== undefined && !part.replace(name, '').replace(TAKEN_OUT, '').trim() ? kept.get(name) : undefined
    })
    const records = found.flatMap((record) => record ?? [])
    if (records.length === parts.length && new Set(records).size === records.length)
      return {
        ops: records.map((record) => ({
          do: 'delete',
          match: { collection: collection.id, filters: filtersFor({ collection, record }), record: record.id },
        })),
        unsure: [],
      }
  }
  return null
}
const BETWEEN =
  /\s*[,，、]\s*(?:and\s+)?|\s+(?:and|&)\s+|(?<=\p{Script=Han})[和跟](?=\p{Script=Han})|(?<=[\p{Script=Han}ぁ-んァ-ヶー])と(?=[\p{Script=Han}ァ-ヶ])|(?:이랑|랑|하고)\s|(?<=[가-힣])[와과]\s/u
const TAKEN_OUT =
  /\b(?:please|can you|could you|delete|remove|drop|erase|scrap|take|off|out|the|both|all|from|list)\b|请|帮我|把|都|删掉?|删除|去掉|移除|不要了?|了|を|は|も|消して|消す|削除(?:して)?|いらない|外して|ください|삭제(?:해)?|지워|빼|줘요?|주세요|[을를은는도]|다|모두|[\s\p{P}]/gu

/** What is taken out: the entry that the words name, else the last one where they point at it. Null where they do neither. */
export function dropped(reading: Reading, spec: AppSpec, ctx: EntryContext): Entries | null {
  const { known } = ctx
  const collections = visibleCollections(spec).filter(({ id }) => known?.[id]?.length)
  if (!known || !collections.length) return null
  const days = reading.values.flatMap(({ read }) => (read.kind === 'date' ? [read.date] : []))
  const all = droppedAll(reading, spec, ctx)
  if (all) return all
  const [best] = recordsMeant(reading, reading.values, days, collections, known, spec)
  if (!best || (best.named < NAMED && !pointsAtLast(fold(reading.text)))) return null
  const match = { collection: best.collection.id, filters: filtersFor(best), record: best.record.id }
  return { ops: [{ do: 'delete', match }], unsure: [] }
}

const unknown = () => fail('record-unknown', 'It is not clear which entry is meant.')
const same = (values: Values, { values: kept }: Rec): boolean => Object.entries(values).every(([id, value]) => kept[id] === value)

/** 备注写…, "pain was 5", 심박수 165였음: a field is named before anything else, and none of it names a record. */
const labelFirst = (reading: Reading, collection: Collection): boolean => {
  const title = collection.title
  const hit = fieldsNamed(reading.text, [collection], { kinds: false }).find(
    ({ field, start, score }) => field.id !== title && start <= 2 && score >= 0.95,
  )
  return hit !== undefined && !/[,，、;；]\s*\S/.test(reading.text.slice(hit.end))
}

/** The words that are no value, no name of the record and no words of correcting. */
function unsaid(reading: Reading, { spans }: Meant): string {
  let text = reading.text
  for (const [from, to] of [...spans, ...reading.values.map(({ start, end }) => [start, end] as const)])
    text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)
  return text.replace(WORDS, (word) => ' '.repeat(word.length))
}

function valuesFor(
  { collection, record, spans }: Meant,
  reading: Reading,
  right: readonly Found[],
  wrong: readonly Found[],
  left: string,
  how: Mended | undefined,
  ctx: EntryContext,
): Values {
  const fields = visibleFields(collection).filter(({ kind }) => kind !== 'computed')
  const values: Values = {}
  const [dialled] = contactFields(reading, fields)
  if (dialled) return { [dialled.field.id]: dialled.text }
  const labelled = labelledIn(reading.text.replace(/^(?:oh,? )?(?:and|also)\s+/i, ''), fields, collection)
  if (labelled) return { [labelled.field.id]: labelled.value }
  const figures = right.filter(
    ({ read, start, end }) => read.kind !== 'date' && read.kind !== 'period' && !spans.some(([from, to]) => start < to && end > from),
  )
  for (const figure of figures.slice(0, 3)) {
    const field = fieldFor(
      figure,
      reading,
      fields.filter(({ id }) => !(id in values)),
      record,
      wrong,
    )
    const value = field && (field.kind === 'time' ? (figure.read.kind === 'time' ? figure.read.time : null) : plain(figure.read, field))
    if (field && value !== null && value !== undefined) values[field.id] = value
  }
  for (const field of fields) {
    if (field.id in values) continue
    if (field.kind === 'yesno') {
      const answer = answerIn(reading.text, field)
      if (answer && answer.sure >= 0.7) values[field.id] = answer.yes
    } else if (field.kind === 'choice') {
      const option = optionNamed(left, field.options)
      if (option) values[field.id] = option.option.id
    }
  }
  if (Object.keys(values).length) return values
  const date = right.find(({ read }) => read.kind === 'date')?.read
  const day =
    fields.find(({ kind, label }) => kind === 'date' && fold(reading.text).includes(fold(label))) ??
    fields.find(({ kind }) => kind === 'date')
  if (date?.kind === 'date' && day) return { [day.id]: dayNear(past(date, day, ctx), record.values[day.id], reading, ctx.now.date) }
  const part = how === 'sure' || how === 'told' ? partNamed(reading, fields, collection.title) : null
  return part ?? wordsFor(reading, fields, collection, record, spans, left, how)
}
const past = ({ date, guessed }: { date: string; guessed?: Guessed }, day: Field, ctx: EntryContext): string =>
  guessed && day.default === 'today' && date > ctx.now.date ? lastOf(date, guessed) : date

/** The field that holds what was wrong, or that is named beside the figure, or whose kind and size fit. */
function fieldFor(figure: Found, reading: Reading, fields: readonly Field[], record: Rec, wrong: readonly Found[]): Field | undefined {
  const low = fold(reading.text)
  const scored = fields.flatMap((field) => {
    if (field.kind === 'time' && figure.read.kind === 'time') return [{ field, score: 3 }]
    const fit = kindFit(figure.read, field)
    const value = fit > 0 ? plain(figure.read, field) : null
    if (typeof value !== 'number' || (field.kind === 'rating' && (value < 1 || value > field.max))) return []
    const kept = record.values[field.id]
    const was = typeof kept === 'number' && wrong.some((one) => kindFit(one.read, field) > 0 && plain(one.read, field) === kept) ? 3 : 0
    const far = typeof kept === 'number' && kept > 0 && value > 0 ? Math.abs(Math.log(value / kept)) : 0.7
    return [{ field, score: fit + was + Math.max(nearness(low, reading, figure, field), slotted(low, figure, field)) - Math.min(3, far) }]
  })
  const best = scored.sort((a, b) => b.score - a.score)[0]
  return best && best.score > 0 ? best.field : undefined
}

const DOER = /(?:是|にしたのは|は)\s*([^\s,，、是的]{1,8}?)(?:さん)?(?:交|付|缴|买|做|出|が払|が買|が出)/u
/** What words put right: who it was, what it was ("the peas were sweetcorn"), or one more remark about the last. */
function wordsFor(
  reading: Reading,
  fields: readonly Field[],
  collection: Collection,
  record: Rec,
  spans: readonly [number, number][],
  left: string,
  how: Mended | undefined,
): Values {
  const who = fields.find(({ kind }) => kind === 'person')
  const doer =
    DOER.exec(reading.text)?.[1] ??
    /(?:은|는|가|이)?\s*([가-힣]{2,4})(?:이|가)\s(?:냈|샀|했)/.exec(reading.text)?.[1] ??
    /は(.{1,6}?)が(?:払|買|出)/u.exec(reading.text)?.[1]
  if (who && doer && record.values[who.id] !== doer && personLike(doer, reading.language) > 0) return { [who.id]: doer }
  const note = fields.find(({ kind, id }) => kind === 'note' && id !== collection.title)
  const words = asTold(left)
  if (how === 'more' && note && words) {
    const more = asTold(
      reading.text.replace(/^(?:oh,? )?(?:and|also|plus|btw)\s+|^(?:对了|还有|补充|あと|それと|追記|아 ?참|그리고|추가로)[,，、\s]*/iu, ''),
    )
    const kept = record.values[note.id]
    return { [note.id]: typeof kept === 'string' && kept ? `${kept}. ${more}`.slice(0, 500) : more }
  }
  const title = fields.find(({ id, kind }) => id === collection.title && kind === 'text')
  const named =
    title && spans.some(([from, to]) => fold(String(record.values[title.id] ?? '')).includes(fold(reading.text.slice(from, to))))
  const [name] = words
    .split(/\s{2,}|[.,，。、]\s*/)
    .filter((part) => part.trim())
    .slice(-1)
  return how === 'sure' && title && named && name && contentStems(name).length <= 3 ? { [title.id]: name.trim() } : {}
}

/** Words are left that name no record: what is told is something else. */
const strange = (left: string, values: Values): boolean => {
  const told = Object.values(values).flatMap((value) => (typeof value === 'string' ? tokenise(value).map(({ stem }) => stem) : []))
  return contentStems(left).filter((stem) => !told.includes(stem)).length > 2
}

/** A name and a value and hardly a word more, and not all that an entry of its own would tell. */
function isBare(left: string, reading: Reading, how: Mended | undefined, { collection, record, named }: Meant, values: Values): boolean {
  const labels = new Set(
    contentStems(
      visibleFields(collection)
        .map(({ label }) => label)
        .join(' '),
    ),
  )
  const words = contentStems(left).filter(
    (stem) => !labels.has(stem) && ![...labels].some((one) => one.includes(stem) || stem.includes(one)),
  )
  const pieces = reading.text.split(/[,，、;；]/).filter((part) => part.trim()).length
  const entries = Object.entries(values)
  if (pieces > 2 || entries.length > 1 || words.length > 1) return false
  const [id, value] = entries[0]!
  const kept = record.values[id]
  if (how === 'told') return named >= 1.2
  // 锦绣苑1101收到了, 火花は星4: what was still open of something that is kept.
  const open = kept === undefined || kept === null || kept === false
  const field = collection.fields.find((one) => one.id === id)!
  const called =
    typeof value === 'boolean' ||
    (field.kind === 'rating' && /[★⭐星별]|stars?\b/i.test(reading.text)) ||
    fold(reading.text).includes(fold(field.label))
  return named >= 2.4 && open && called
}
