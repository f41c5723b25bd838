/** Whether something is to be noted, changed or struck out in an app, and in which. */

import type { Reading } from '../../../base/language/types.ts'
import { fold, optionNamed, visibleCollections, visibleFields } from '../../../base/resolve.ts'
import type { AppId } from '../../../events.ts'
import type { AppSpec, Field } from '../../../spec.ts'
import { addedWeight } from '../../added.ts'
import { changeNamed, fieldSaid } from '../../change.ts'
import { contactFields, contactSpans } from '../../contact.ts'
import { checkedIn } from '../../log/checkin.ts'
import { debtTold } from '../../log/debts.ts'
import { SHOP } from '../../log/fill/links.ts'
import { storedIn } from '../../log/fill/stored.ts'
import { knownTold } from '../../log/known.ts'
import { memberNamed } from '../../log/members.ts'
import { readEntry } from '../../log/read.ts'
import type { Entries } from '../../log/types.ts'
import { isAgain, MISTAKE, verbOf } from '../../log/verb.ts'
import { offerToBuild } from '../../offers.ts'
import { isQuality } from '../../qualities.ts'
import { hasSpan } from '../../shapes.ts'
import { leftover } from '../../slots.ts'
import { meantIn } from '../../target.ts'
import type { AppGlimpse } from '../intent.ts'
import { type Guess, REMIND, type Signals, wishesAnew } from '../signals.ts'

/** These leave a part out of what is asked for; no entry goes. */
export const LEFT_OUT = /\bwithout\b|抜きで|없이/
const AIM = /\b(?:goal|target|limit|at most|no more than)\b|目标|目標|上限|限额|不超过|목표|한도|이하로|넘지 않/

export function log(s: Signals): Guess {
  const { reading, has, figures, question, target, ranked, low } = s
  if ((question && !/买了|했어|した|했다/.test(reading.text)) || (s.bounds > 0 && figures === 0))
    return question || s.rhythms > 0 || figures + s.bounds === 0 ? null : logInto(s, 0.5)
  if (headsQualities(reading)) return null
  const said = has('did') || has('record')
  // “Delete all my apps” is about no entry.
  const removing =
    has('remove') &&
    !LEFT_OUT.test(s.low) &&
    !(has('app') && has('all')) &&
    (has('last') || s.dates > 0 || (target?.open ?? false) || (target?.last ?? false))
  const wrong = MISTAKE.test(s.low) && figures > 0 && (target?.open || target?.last)
  const fixing = wrong || ((has('correct') || has('change')) && figures > 0 && !has('setting'))
  let score = 0
  if (figures > 0) score = 0.6 + (said ? 0.15 : 0) + (target && target.fit >= 1.2 ? 0.12 : 0) + (has('artefact') && !said ? -0.15 : 0)
  else if (said && target && (target.relevance >= 0.8 || target.open || target.last))
    score = 0.6 + (target.relevance >= 1.5 ? 0.15 : 0) + (has('add') && target.open ? 0.1 : 0)
  else if (target && (target.open || target.last) && target.relevance >= 1.5 && s.words <= 8) score = 0.5
  else if (target?.open && s.words <= 6 && isList(target.app.spec) && !has('build') && !has('add')) score = 0.45
  if (has('add') && target?.open && (isList(target.app.spec) || isDrawn(target.app.spec))) score = Math.max(score, 0.7)
  if (has('add') && target?.open && addedWeight(reading, target.app.spec) < 0) score = Math.max(score, 0.75)
  if (removing) score = Math.max(score, has('last') ? 0.85 : 0.72)
  if (fixing) score = Math.max(score, wrong || has('last') || s.dates > 0 || has('correct') ? 0.87 : 0.7)
  const near = target && (target.open || target.last || target.named)
  if (near && debtTold(reading, target.app.spec)) score = Math.max(score, 0.92)
  // “Tom owes me 40” is of the ledger, whatever else is kept in money; a name and a figure may be anything.
  const ledger = ranked.find(({ app }) => debtTold(reading, app.spec, false))
  if (ledger && s.ctx.open === null) return logInto({ ...s, ranked: [ledger] }, 0.92)
  if (has('add') && target?.named && TO_A_LIST.test(low) && !addsQuality(reading, target.app))
    return logInto({ ...s, reading: withoutHome(reading, target.app.name), ranked: [target, ...ranked] }, 0.88)
  if (near && target.app.known && knownTold(reading, target.app.spec, { ...s.ctx, known: target.app.known })) score = Math.max(score, 0.9)
  if (near && memberNamed(reading, target.app.spec)) score = Math.max(score, 0.89)
  if (
    near &&
    hasSpan(reading.text) &&
    target.app.spec.collections.some(
      (one) => one.fields.some((field) => field.kind === 'duration') || one.fields.filter((field) => field.kind === 'time').length >= 2,
    )
  )
    score = Math.max(score, 0.62)
  // A card is said in the shape of one: the open app takes it, whatever its words name elsewhere.
  const open = s.ranked.find((one) => one.open)
  const carded = open && isCard(reading, open.app.spec) ? open : undefined
  if (carded || (near && isCard(reading, target.app.spec))) score = Math.max(score, 0.88)
  if (near && keepsContact(s, target.app.spec)) score = Math.max(score, 0.62)
  if (near && (changeNamed(reading, target.app.spec, s.ctx) ?? fieldSaid(reading, target.app.spec, s.ctx))) score = Math.max(score, 0.9)
  if (
    near &&
    score < 0.6 &&
    s.dates > 0 &&
    s.words <= (timed(reading) ? 16 : reading.language === 'zh' || reading.language === 'ja' ? 14 : 9) &&
    target.app.spec.collections.some((one) =>
      one.fields.some((field) => field.kind === 'date' && (field.default === undefined || one.concept === 'events') && !field.hidden),
    ) &&
    !has('change') &&
    !has('remove') &&
    !has('build') &&
    !REMIND.test(s.low) &&
    !/^(?:i|we|it|my)\b|^我|^私|^나는|^오늘|^今天|^今日/.test(s.low) &&
    !reading.values.some((value) => value.read.kind === 'date' && value.read.date === s.ctx.now.date)
  )
    score = 0.6
  if (near && score < 0.6 && isSorted(s, target.app.spec)) score = 0.6
  if (near && target.open && score < 0.6 && isDoneHere(s, target.app.spec)) score = 0.64
  if (open && score < 0.62 && isRow(s, open.app)) return logInto({ ...s, ranked: [open, ...s.ranked] }, 0.62)
  if (near && score < 0.6 && isShift(s, target.app.spec)) score = 0.66
  const keeper = REMIND.test(s.low) ? undefined : keeperOf(s)
  if (keeper) return logInto({ ...s, ranked: [keeper, ...s.ranked] }, 1.2)
  if (near && isAgain(reading)) score = Math.max(score, 0.8)
  // “Reading list: Middlemarch”: who says an app's name and no wish of it gives it an entry.
  if (s.ctx.addressed) score = Math.max(score, 0.6)
  if (!score) return null
  // “a reading log, the goal is 20 books” sets something up; nothing was done yet.
  if (AIM.test(s.low) && has('record') && !has('did') && !fixing && !removing) score -= 0.6
  // “weight log” is a thing to make; the verb stands first or a figure is said.
  if (figures === 0 && has('artefact') && !has('did') && s.words <= 4 && !has('add')) score -= 0.2
  // “Spotify 9.99 monthly” is an entry of what is paid every month.
  const paid = s.rhythms > 0 && near && figures > 0 && (target?.fit ?? 0) >= 0.8 && !has('track') && !has('build')
  if ((s.rhythms > 0 && !paid) || (has('track') && !said)) score -= 0.3
  if (has('build') && !said) score -= 0.25
  if (wishesAnew(s)) score -= 0.3
  return logInto(carded ? { ...s, ranked: [carded, ...s.ranked] } : s, score)
}

/** 植物养护记录:名字、位置、多久浇一次水: a heading and the names of qualities set something up; nothing is noted by them. */
function headsQualities({ text }: Reading): boolean {
  const [, listed] = /^[^:：\n\d]{2,30}[:：]\s*([^:：\n]{4,200})$/u.exec(text.trim()) ?? []
  const parts = listed?.split(/\s*[,，、;；·]\s*/u).filter(Boolean) ?? []
  const qualities = parts.filter((part) => !/\d/.test(part) && isQuality(fold(part)))
  return parts.length >= 3 && qualities.length >= 2 && qualities.length * 2 >= parts.length && !parts.some((part) => /\d/.test(part))
}

/** “add Dune to my reading list”: where it goes. */
const TO_A_LIST = /\b(?:to|on|onto|in|into) (?:my|the|our) |(?:到|进).{1,10}$|に(?:も)?(?:追加|入れ|足|加え)|에(?:도)?\s?(?:추가|넣|더)/

/** “add a genre to the reading list”: one more quality of each entry, and no entry called Genre. */
const addsQuality = (reading: Reading, app: AppGlimpse): boolean => addedWeight(withoutHome(reading, app.name), app.spec) > 0

/** The words that say where it goes are no part of its name. */
function withoutHome(reading: Reading, name: string): Reading {
  const low = fold(reading.text)
  const found = [...low.matchAll(/ (?:to|on|onto|in|into) (?:my|the|our) /g)].find(({ index, 0: words }) =>
    low.startsWith(fold(name), index + words.length),
  )
  if (!found) return reading
  const end = found.index + found[0].length + name.length
  const text = reading.text.slice(0, found.index) + ' '.repeat(end - found.index) + reading.text.slice(end)
  return { ...reading, text, tokens: reading.tokens.filter((token) => token.end <= found.index || token.start >= end) }
}

/** A day and an hour: so told, it is something that takes place. */
const timed = ({ values }: Reading): boolean => values.some(({ read }) => read.kind === 'time' || read.kind === 'datetime')

/** The app whose habit was kept: the open one, the last one, or the only one that counts days. */
function keeperOf({ ranked, reading, ctx }: Signals) {
  const fits = ranked.filter((one) => checkedIn(reading, one.app.spec, ctx.now.date))
  return (
    fits.find((one) => one.open) ??
    fits.find((one) => one.named) ??
    fits.find((one) => one.last) ??
    (fits.length === 1 ? fits[0] : undefined)
  )
}

/** "Mum 415-555-0123" where numbers are kept to be dialled. */
const keepsContact = ({ reading, words }: Signals, spec: AppSpec): boolean =>
  words <= 16 &&
  contactSpans(reading.text).length > 0 &&
  visibleCollections(spec).some((one) => contactFields(reading, visibleFields(one)).length > 0)

/** "patience는 인내", 「忍耐」は patience, hablar means to speak: a word in quotes or of another script, and what it says. */
const DEFINED =
  /^["“‘「『《][^"”’」』》]{1,100}["”’」』》]\s*(?:는|은|이란|란|は|是|的意思是|is\b|means\b)\s*[^?？]+$|^[\p{Script=Latin}' -]{1,60}(?:는|은|이란|란|は|是|的意思是)\s*[^?？\p{Script=Latin}]+$|^[^?？\p{Script=Latin}\s]{1,20}(?:는|은|이란|란|は|是|的意思是)\s*[\p{Script=Latin}' -]+$|^[\p{L}' -]{1,60}\s+means\s+[^?？]+$/u

/** "casa - house" where cards are kept. */
export const isCard = (reading: Reading, spec: AppSpec): boolean =>
  spec.behaviours.some((one) => one.kind === 'repetition' || one.kind === 'quiz') &&
  (/\S\s?(?:[=＝→]|\s[-–—]|:|：)\s?\S/.test(reading.text) ||
    DEFINED.test(reading.text) ||
    /^[\p{Script=Latin}' -]+\s+[^\p{Script=Latin}\s\d?？]+$|^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]+\s+[\p{Script=Latin}' -]+$/u.test(
      reading.text,
    ) ||
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,12}\s+[\p{Script=Hangul} ]{1,20}$|^\p{Script=Hangul}{1,12}\s+[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,12}$/u.test(
      reading.text,
    )) &&
  !/选项|\boptions?\b|選択肢|옵션|선택지|字段|\bfield\b|項目|항목/.test(reading.text) &&
  !/https?:/.test(reading.text) &&
  !/(?:바꿔|변경|추가해|빼 ?줘|해 ?줘|して|变成|改成|吗|呢)[.。!]?$/u.test(reading.text) &&
  reading.text.length <= 300

/** 牛奶 冷藏, "fern, bedroom": a thing and where it is, or one of the options, and nothing that asks for more. */
function isSorted({ reading, words, has }: Signals, spec: AppSpec): boolean {
  if (words > 6 || (['add', 'change', 'remove', 'build', 'setting', 'view', 'show', 'ask'] as const).some(has)) return false
  return visibleCollections(spec).some((one) => {
    const fields = visibleFields(one)
    const title = fields.find((field) => field.id === one.title)
    const option = fields.map((field) => (field.kind === 'choice' ? optionNamed(reading.text, field.options) : undefined)).find(Boolean)
    const place = fields.some((field) => field.kind === 'place' || SHOP.test(`${field.id} ${field.label}`)) ? storedIn(reading) : undefined
    const at = option ?? place
    const left = at && leftover(reading, [[at.start, at.end]])
    return title?.kind === 'text' && at !== undefined && at.start > 0 && left !== undefined && /\p{L}/u.test(left)
  })
}

const PRONOUN =
  /^(?:i|we|my|our|it|he|she|they|this|that|there|you)\b|^(?:我|你|他|她|它|咱|这|那)|^(?:私|僕|俺|これ|それ)|^(?:나는|난|저는|내가|제가|내|제|이거|그거)\s/
const WISHED = /(?:줘요?|주세요|싶어요?|해라|하자|して|ください|下さい|たい|ほしい|吧|please)[.。!！]?$/i
/** Parts of a sentence of one's own, and no names. */
const MOOD =
  /心情|感觉|觉得|好累|不错|开心|难过|天气|很\p{Script=Han}|太\p{Script=Han}+了|[啊呢吧呀]$|(?:です|ます|でした|ました|だった|かった|しい)$|(?:했다|했어|었다|았다|하다|었어|았어|어요|아요|네요|[ㅋㅎㅠㅜ]+)$/u
const APART = /\s*[,，、;；]\s*/u
/** 三体,刘慈欣 said to an open list of books: as one fills in its form, part by part, each with a field of its own. */
function isRow({ reading, question, low, has, ctx }: Signals, app: AppGlimpse): boolean {
  if (question || (['change', 'remove', 'build', 'setting', 'ask', 'undo'] as const).some(has)) return false
  if (reading.text.length > 160 || PRONOUN.test(low) || WISHED.test(reading.text.trim())) return false
  const spaced = /^[^\x20-\x7e]+(?: [^\x20-\x7e\s]{1,12}){1,4}$/u.test(reading.text.trim())
  const parts = reading.text.trim().split(APART.test(reading.text) ? APART : spaced ? /\s+/ : /$/u)
  if (parts.length < 2 || parts.some((part) => !part || part.length > 40 || MOOD.test(part))) return false
  if (parts.length < 3 && (has('view') || has('show'))) return false
  const entries = readEntry(reading, app.spec, ctx)
  if (!entries.ok || entries.value.foreign || entries.value.ops.some(({ do: act }) => act !== 'create')) return false
  const homes = entries.value.ops.flatMap((op) => {
    const fields = op.do === 'create' ? (app.spec.collections.find(({ id }) => id === op.collection)?.fields ?? []) : []
    return op.do === 'create' ? fields.filter((field) => field.id in op.values && isSaid(field, reading.text)) : []
  })
  // What is left over at the end is a note.
  const named = homes.filter(({ kind }) => kind !== 'note').length
  return named >= parts.length || (named >= 2 && named < homes.length)
}

/** Not merely filled in because nothing else was said. */
const isSaid = (field: Field, text: string): boolean =>
  field.default === undefined || (field.kind === 'choice' && optionNamed(text, field.options) !== undefined)

/** 12月3日 深夜, 明天大夜 和李娜搭班: a day and what it is, where each day is one of some kinds. */
function isShift({ reading, words, dates, has, question }: Signals, spec: AppSpec): boolean {
  if (question || dates !== 1 || words > 14 || (['add', 'change', 'remove', 'build', 'setting', 'view', 'show', 'ask'] as const).some(has))
    return false
  return visibleCollections(spec).some((one) => {
    const fields = visibleFields(one)
    return (
      fields.some((field) => field.kind === 'date') &&
      fields.some((field) => field.kind === 'choice' && optionNamed(reading.text, field.options))
    )
  })
}

/** 高橋さんがフルートを借りた: what was done is in the name of a day or a person of the open app. */
function isDoneHere({ reading, words, question, has }: Signals, spec: AppSpec): boolean {
  if (question || words > 20 || (['change', 'remove', 'build', 'setting', 'view'] as const).some(has)) return false
  const verb =
    /(\p{Script=Han})[ぁ-ん]{0,2}(?:た|だ|ました)[。!！]?$/u.exec(reading.text.trim())?.[1] ??
    /(\p{Script=Han})(?:了|走了|好了)(?:\p{Script=Han}{0,6})[。!！]?$/u.exec(reading.text.trim())?.[1]
  return (
    verb !== undefined &&
    /[がはを]|\p{Script=Han}{2}/u.test(reading.text) &&
    visibleCollections(spec).some((one) =>
      visibleFields(one).some((field) => ['date', 'person', 'yesno'].includes(field.kind) && field.label.includes(verb)),
    )
  )
}

const isList = (spec: AppSpec) =>
  spec.views[0]?.kind === 'board' ||
  visibleCollections(spec).some(
    (one) => visibleFields(one).some((field) => field.kind === 'yesno') && !visibleFields(one).some((field) => field.kind === 'money'),
  )

/** What is drawn from has names and nothing to tell of them. */
const isDrawn = (spec: AppSpec) =>
  spec.behaviours.some((one) => one.kind === 'pick') && visibleCollections(spec).some((one) => visibleFields(one).length === 1)

/** The app that is meant keeps another currency: better to say so than to write the amount somewhere else. */
const refuses = (s: Signals, first: { app: AppId; entries: Entries } | undefined): boolean =>
  first?.entries.foreign !== undefined && s.ranked.some((one) => one.app.id === first.app && (one.open || one.named))

/** The first app, by fit, that these words can be noted in; where none fits, an offer to make one. */
function logInto(s: Signals, score: number): Guess {
  const { reading, ctx } = s
  const fitting = s.ranked.filter((one) => one.fit >= 0.8 || one.relevance >= 1 || one.open || (one.last && one.fit > 0))
  // What is deleted or changed is in the app that is meant, never in the next one that has something alike.
  const tried = verbOf(reading) === 'create' && !meantIn(ctx) ? 4 : 1
  const read = fitting.slice(0, tried).flatMap((one) => {
    const entries = readEntry(reading, one.app.spec, { ...ctx, ...(one.app.known && { known: one.app.known }) })
    return entries.ok ? [{ app: one.app.id, entries: entries.value }] : []
  })
  // Where every figure has a home before where one would be lost; a price is never dropped.
  const kept = read.filter((one) => !one.entries.foreign)
  const best = (kept.length && !refuses(s, read[0]) ? kept : read).reduce<(typeof read)[number] | null>(
    (top, each) => (top && (top.entries.lost ?? 0) <= (each.entries.lost ?? 0) ? top : each),
    null,
  )
  if (best?.entries.foreign) return { is: { intent: 'log', ...best }, confidence: Math.min(0.97, score) }
  const dropped =
    best?.entries.lost !== undefined && best.entries.lost >= s.figures && reading.values.some((value) => value.read.kind === 'money')
  if (best && !dropped) return { is: { intent: 'log', ...best }, confidence: Math.min(0.97, score) }
  if (
    s.figures === 0 ||
    s.has('change') ||
    s.has('remove') ||
    s.has('correct') ||
    s.has('build') ||
    s.has('track') ||
    s.rhythms > 0 ||
    s.has('artefact')
  )
    return null
  const words = leftover(
    reading,
    reading.values.map((value) => [value.start, value.end] as const),
  )
  return words && words.length <= 40 && score >= 0.55 ? { is: offerToBuild(words, reading), confidence: score - 0.05 } : null
}
