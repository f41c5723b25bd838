/**
 * 두부는 냉동으로 옮겼어, "used one egg", 番茄浇了水: what is told of a thing that is kept already changes its entry. Things
 * have a state (plants, stock, books, cards); what happens day by day (a coffee, a run) is a new entry each time.
 */
import { foldHan } from '../../base/language/han.ts'
import { nativeKorean } from '../../base/language/numerals.ts'
import { tokenise } from '../../base/language/tokenise.ts'
import type { Reading } from '../../base/language/types.ts'
import { contentStems, fold, labelPlace, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Field, Value } from '../../spec.ts'
import type { Records } from '../related/events.ts'
import { fill } from './fill/fill.ts'
import { spelled, storeOf } from './stock.ts'
import type { EntryContext, EntryOp } from './types.ts'

const NAMED = new Set<Field['kind']>(['text', 'place', 'person'])

/** Collections of things: no day is filled in by itself. */
const thingsIn = (spec: AppSpec): Collection[] =>
  visibleCollections(spec).filter((one) => {
    const fields = visibleFields(one)
    const title = fields.find((field) => field.id === one.title)
    return title !== undefined && NAMED.has(title.kind) && !fields.some((field) => field.default === 'today' || field.default === 'now')
  })

type Named = { collection: Collection; name: string; at: [number, number] }
/** The longest name of an entry that stands in the text. */
function namedIn(reading: Reading, spec: AppSpec, known: Records): Named | undefined {
  const low = fold(reading.text)
  const found = thingsIn(spec).flatMap((collection) =>
    (known[collection.id] ?? []).flatMap(({ values }): Named[] => {
      const name = values[collection.title]
      if (typeof name !== 'string' || name.trim().length < (/[^\x20-\x7e]/.test(name) ? 1 : 2)) return []
      const at = labelPlace(low, reading.tokens, name)
      return at && isWhole(reading, at) ? [{ collection, name, at }] : []
    }),
  )
  return found.sort((a, b) => b.at[1] - b.at[0] - (a.at[1] - a.at[0]))[0]
}

/** 우유 is not in 우유식빵, "milk" not in "milk tea 3": the name ends a word and no other noun joins it. */
function isWhole({ text, tokens }: Reading, [start, end]: [number, number]): boolean {
  if (/[가-힣]/.test(text[start - 1] ?? '') && /[가-힣]/.test(text[start] ?? '')) return false
  const tail = text.slice(end)
  if (/[가-힣]$/.test(text.slice(0, end)) && /^[가-힣]/.test(tail))
    return /^(?:은|는|이|가|을|를|도|만|랑|이랑|하고|에|의|에게|한테)(?![가-힣])/.test(tail)
  return !tokens.some((token) => token.start < end && token.end > end)
}

/** What is left of a sentence that only says what became of the thing: verbs, particles and small words. */
const SAID: Record<Reading['language'], RegExp> = {
  en: /\b(?:i|we|i've|we've|just|have|has|had|is|are|was|were|got|gets?|went|goes|gone|moved?|put|placed|took|taken|turned|changed|now|already|finally|in|into|to|on|at|from|with|it|them|back|over|out|of|up|off|done|finished|started|the|my|our|a|an|and|some|today|again)\b/gi,
  zh: /(?:\p{Script=Han}{1,2}(?:[了过到在进完好成为]|回来|出去|起来)+|已经|现在|刚刚?|又|也|都|才|了|把|给|被|的|到|在|进|去|里|来|水|吧)/gu,
  ja: /\p{Script=Han}{0,2}[ぁ-んー]+|(?<!\p{Script=Han})[移動入置変替出戻送渡](?!\p{Script=Han})/gu,
  ko: /[가-힣]*[가-힣](?:요|다|음|어|아)?(?=[\s.!]|$)/gu,
}
/** 옮겼어, 줬다, 뒀음: a Korean word with the ㅆ of the past. */
const isPast = (word: string): boolean => word.normalize('NFD').includes('\u11bb')

function onlySaid(left: string, { language }: Reading, fields: readonly Field[]): boolean {
  const labels = new Set(fields.flatMap((field) => contentStems(field.label)))
  if (language === 'ko')
    return left
      .split(/\s+/)
      .filter(Boolean)
      .every((word) => isPast(word) || /^(?:으로|로|에|에다|에서|다|이제|지금|방금|벌써|물|을|를|은|는)$/.test(word) || labels.has(word))
  const rest = (language === 'zh' ? foldHan(left) : left).replace(SAID[language], ' ')
  return contentStems(rest).every((stem) => labels.has(stem) || [...labels].some((label) => shares(label, stem)))
}
/** "watered" of a field “Last watered”, 浇 of 上次浇水. */
const shares = (label: string, stem: string): boolean =>
  /[^\x20-\x7e]/.test(stem) ? label.includes(stem) : stem.length > 3 && (label.startsWith(stem) || stem.startsWith(label))

const ALL =
  /\b(?:all|finished|used up|ran out|run out|out of|no more|is gone|are gone)\b|(?:用|吃|喝|卖)(?:完|光|没)|没有?了|(?:使い|食べ|飲み)(?:切|き)っ|なくなっ|切らし|다 (?:썼|먹|마셨|떨어)|떨어졌|없어졌/
const LESS =
  /\b(?:used|ate|eaten|drank|drunk|sold|took|threw|binned|cooked|opened|gave)\b|(?:用|吃|喝|卖|扔|送|拿|开)(?:掉|了|出)|使った|食べた|飲んだ|売った|捨てた|썼|먹었|마셨|버렸|팔았|꺼냈/
const MORE =
  /\b(?:bought|got|restocked|added|picked up|received)\b|(?:买|进|补|收)(?:到|了|来)|買った|買い足|補充|もらった|追加した|샀|사왔|사 왔|채웠|받았/
/** How many, said with or without a counter: 2개, 하나, "one". */
function many(reading: Reading, [start, end]: [number, number]): number | undefined {
  const figure = reading.values.find(({ read }) => read.kind === 'count' || read.kind === 'number')?.read
  if (figure && 'value' in figure && typeof figure.value === 'number') return figure.value
  const words = fold(`${reading.text.slice(0, start)} ${reading.text.slice(end)}`).split(/\s+/)
  return words.map((word) => nativeKorean(word) ?? spelled(word)).find((n) => n !== undefined)
}

/** So many of it are gone or came; null where the sentence says neither. */
function stockOf(named: Named, reading: Reading, spec: AppSpec): Pick<Extract<EntryOp, { do: 'update' }>, 'values' | 'plus'> | null {
  const store = storeOf(spec)
  const low = fold(foldHan(reading.text))
  if (store?.collection.id !== named.collection.id) return null
  const n = many(reading, named.at)
  if (ALL.test(low) && n === undefined) return { values: { [store.quantity]: 0 } }
  if ((LESS.test(low) || ALL.test(low)) && n !== undefined) return { values: {}, plus: { [store.quantity]: -n } }
  if (MORE.test(low) && n !== undefined) return { values: {}, plus: { [store.quantity]: n } }
  return null
}

/** Null where no entry that is there is told of, or more is said than what its fields can hold. */
export function knownTold(reading: Reading, spec: AppSpec, ctx: EntryContext): EntryOp | null {
  const { text } = reading
  if (!ctx.known || text.length > 120 || /[?？]\s*$/.test(text)) return null
  const named = namedIn(reading, spec, ctx.known)
  if (!named) return null
  const { collection, name } = named
  const match = { collection: collection.id, filters: [{ field: collection.title, op: '=' as const, value: name }] }
  const moved = stockOf(named, reading, spec)
  if (moved) return { do: 'update', collection: collection.id, match, ...moved }
  const values = stateOf(named, reading, spec, ctx)
  // Half an hour with the daughter again: what is told of somebody is another entry, not another figure of the first.
  const title = collection.fields.find(({ id }) => id === collection.title)
  if (title?.kind === 'person' && Object.values(values ?? {}).some((value) => typeof value === 'number')) return null
  return values && { do: 'update', collection: collection.id, match, values }
}

/** The values that the rest of the sentence gives to the thing, if it says that something became of it. */
function stateOf({ collection, at }: Named, reading: Reading, spec: AppSpec, ctx: EntryContext): Record<string, Value> | null {
  const tail = reading.text.slice(at[1])
  if (!happened(reading, tail)) return null
  const blank = `${reading.text.slice(0, at[0])}${' '.repeat(at[1] - at[0])}${tail.replace(/^(?:은|는|이|가|을|를|は|を|が)(?=\s|[^가-힣])/, (particle) => ' '.repeat(particle.length))}`
  const fields = collection.fields.flatMap((field) =>
    field.id === collection.title ? [] : [{ ...field, default: undefined, required: false } as Field],
  )
  const rest: Reading = {
    ...reading,
    text: blank,
    tokens: tokenise(blank),
    values: reading.values.filter(({ start, end }) => end <= at[0] || start >= at[1]),
  }
  const entry = fill({ reading: rest, shared: [] }, { ...collection, fields, seeds: [] }, spec, ctx)
  const values = entry.values
  const told = dayOf(rest, fields, values, ctx.now.date)
  const kept = fields.filter((field) => field.id in told)
  const words = entry.dropped ?? ''
  const notes = kept.filter((field) => field.kind === 'note' || (field.kind === 'text' && entry.values[field.id] === words))
  return kept.length > notes.length && onlySaid(words, reading, kept) ? told : null
}

/** 浇了水, "watered": the day that is called by what was done is the one said, or today. */
function dayOf(rest: Reading, fields: readonly Field[], told: Record<string, Value>, today: string): Record<string, Value> {
  const stems = contentStems(rest.text)
  const acts = [...foldHan(rest.text).matchAll(/(\p{Script=Han})(?:[了过]|[ぁ-ん]{0,2}(?:た|だ|ました))/gu)].map((act) => act[1]!)
  const field = fields.find(
    ({ kind, label }) =>
      kind === 'date' && (contentStems(label).some((stem) => stems.includes(stem)) || acts.some((act) => foldHan(label).includes(act))),
  )
  if (!field) return told
  const said = fields.find(({ kind, id }) => kind === 'date' && id in told)
  const { [said?.id ?? '']: day = today, ...others } = told
  return { ...others, [field.id]: day }
}

/** Whether something is said to have come about. `tail`: what stands after what it happened to. */
export const happened = (reading: Reading, tail: string): boolean => {
  const low = fold(foldHan(reading.text)).trim()
  switch (reading.language) {
    case 'ko':
      return low.split(/\s+/).some((word) => isPast(word.replace(/[.!]$/, '')))
    case 'ja':
      return /(?:た|だ|ました|です|にした)[。!]*$/.test(low)
    case 'zh':
      return /[了过咗]|[到在进](?=\p{Script=Han})/u.test(fold(foldHan(tail)) || low)
    default:
      return /\b(?:is|are|was|were|went|put|took|gave|got|paid|sent|sold|lent|left|came|done|(?:has|have) [a-z]+|[a-z]{2,}ed)\b/.test(low)
  }
}
