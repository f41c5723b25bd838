/** The ways to read one piece: its figures, place and person apart from its words, or some of them as words, or all of it. */

import { tokenise } from '../../../base/language/tokenise.ts'
import type { Found, Reading, Span } from '../../../base/language/types.ts'
import { contentStems, fold } from '../../../base/resolve.ts'
import { payerIn, placeIn } from '../../slots.ts'
import { storedIn } from '../fill/stored.ts'
import { answerIn } from './answers.ts'
import { figureHomes } from './figures.ts'
import type { Atom, Home, Piece, Sep, Way } from './types.ts'
import { W } from './weights.ts'
import { type Around, isIdle, nameIn, onlyTells, wordHomes } from './words.ts'

/** A stretch cut out of a piece: a figure, or words that a particle or verb marks as a place or a person. */
type Cut = { start: number; end: number; homes: Home[]; figure?: Found; text: string }
export type Taken = readonly (readonly [number, number])[]

export function waysOf(piece: Piece, figures: readonly Found[], taken: Taken, around: Around): Way[] {
  const inner = figures.filter(({ start, end }) => start >= piece.start && end <= piece.end)
  const counted = inner.flatMap(spread).map(
    (figure): Cut => ({
      start: figure.start,
      end: figure.end,
      homes: figureHomes(figure, around.reading, around.fields, around),
      figure,
      text: figure.text.trim(),
    }),
  )
  const marked = marksIn(piece, taken, around).filter((cut) => !counted.some((one) => one.start < cut.end && one.end > cut.start))
  const all = [...counted, ...marked]
  const ways = [wayOf(piece, all, counted, taken, around)]
  const add = (cuts: Cut[]) => ways.push(wayOf(piece, cuts, counted, taken, around))
  if (marked.length) add(counted)
  if (marked.length > 1) for (const one of marked) add(all.filter((cut) => cut !== one))
  if (counted.length) {
    add(marked)
    if (marked.length) add([])
    if (inner.length > 1 && inner.length <= 5)
      for (const one of inner) add(all.filter((cut) => cut.start >= one.end || cut.end <= one.start))
  }
  return [...ways, ...spacedWays(piece, all, taken, around)]
}

/** A range in a log is two figures ("128/82"); a bound is its value. */
function spread(value: Found): Found[] {
  const { read } = value
  if (read.kind === 'bound') return spread({ ...value, read: read.of })
  if (read.kind !== 'range') return [value]
  const parts = /^(\D*\d[\d.,]*)(\D+)(\d.*)$/u.exec(value.text)
  const at = parts ? value.start + parts[1]!.length : value.end
  const ends = read.down ? [read.high, read.low] : [read.low, read.high]
  return ends.map((n, i) => ({
    ...value,
    start: i && parts ? at + parts[2]!.length : value.start,
    end: i || !parts ? value.end : at,
    text: parts ? parts[i ? 3 : 1]! : value.text,
    read: { kind: 'number', value: n },
  }))
}

/** Where a particle or a verb says who or where: "at Blue Bottle", 小雨交了…, 소희가 … 냈고. */
function marksIn(piece: Piece, taken: Taken, around: Around): Cut[] {
  const { fields, collection, spec } = around
  const part = partOf(around.reading, piece, taken)
  const cuts: Cut[] = []
  const place = fields.find((field) => field.kind === 'place') ?? fields.find(isShop)
  const where = place && (placeIn(part) ?? within(storedIn(around.reading), piece))
  if (place && where)
    cuts.push({
      start: piece.start + where.start,
      end: piece.start + where.end,
      text: where.text,
      homes: wordHomes(where.text, where.text, around)
        .filter(({ field }) => field === place)
        .map((home) => ({ ...home, score: Math.max(home.score, 0.5) + W.local })),
    })
  const who =
    fields.find((field) => field.kind === 'person') ?? fields.find((field) => field.kind === 'relation' && isOfPeople(field, spec))
  const does = who && who.id !== collection.title ? (withWhom(part) ?? payerIn(part) ?? doerIn(part)) : undefined
  // 担当は中村さん: the name of a field has done nothing.
  const payer = does && !fields.some(({ label }) => fold(label).startsWith(fold(does.text))) ? does : undefined
  if (who && payer)
    cuts.push({
      start: piece.start + payer.start,
      end: piece.start + payer.end,
      text: payer.text,
      homes:
        who.kind === 'relation'
          ? [{ field: who, value: payer.text, score: W.personal + 1 }]
          : wordHomes(payer.text, payer.text, around)
              .filter(({ field }) => field === who)
              .map((home) => ({ ...home, score: Math.max(home.score, 0.6) + W.personal })),
    })
  for (const field of fields) {
    const answer = field.kind === 'yesno' ? answerIn(part.text, field) : undefined
    if (answer)
      cuts.push({
        start: piece.start + answer.start,
        end: piece.start + answer.end,
        text: part.text.slice(answer.start, answer.end),
        homes: [{ field, value: answer.yes, score: 1 + 2 * answer.sure }],
      })
  }
  return cuts.filter(({ start, end, homes }) => homes.length > 0 && !taken.some(([from, to]) => start < to && end > from))
}
const SHOP =
  /shop|store|cafe|place|where|room|storage|shelf|spot|venue|restaurant|location|merchant|店|地点|场所|位置|房间|場所|部屋|置き場|장소|위치|보관|가게|매장|식당|카페|구입처|商家/i
const isShop = (field: Around['fields'][number]) =>
  field.kind === 'text' && (SHOP.test(field.id) || SHOP.test(field.label) || SHOP.test(field.concept ?? ''))
const PEOPLE = /person|member|people|player|payer|who|friend|人|者|成员|成員|멤버|사람|낸|친구/i
const isOfPeople = (field: Around['fields'][number], spec: Around['spec']): boolean =>
  field.kind === 'relation' &&
  !field.many &&
  PEOPLE.test(`${field.to} ${field.id} ${field.label} ${spec.collections.find(({ id }) => id === field.to)?.label ?? ''}`)

const within = (span: Span | undefined, piece: Piece): Span | undefined =>
  span && span.start >= piece.start && span.end <= piece.end
    ? { ...span, start: span.start - piece.start, end: span.end - piece.start }
    : undefined

/** 和李娜搭班, ゆきさんと一緒に: with whom. */
const WITH_WHOM =
  /(?:和|跟|与|與)((?:[小老阿])?\p{Script=Han}{2,3}?)(?:一起|搭班|搭档|同行|去|吃|打|聊|见|练|跑|看|$|[\s,，。])|(?:^|[\s、,，])([^\s、,，\d]{1,8}?)と(?:一緒に?|(?=$|[\s、]))/u
function withWhom(part: Reading): { start: number; end: number; text: string } | undefined {
  const found = WITH_WHOM.exec(part.text)
  const text = found?.[1] ?? found?.[2]
  const free = found && !part.values.some(({ start, end }) => start < found.index + found[0].length && end > found.index)
  return found && text && free ? { text, start: found.index, end: found.index + found[0].length } : undefined
}

/** 小雨交了电费, 直子が…払った, 소희가 휴지: the subject of what was paid or done. */
const DOER: RegExp[] = [
  /^\s*(?:今天|昨天|刚才|刚刚)?([\p{Script=Han}]{1,4}?)(?:又|刚|帮忙|已经)*(?:交|付|缴|买|花|充|出|做|洗|拖|扫|带|遛|喂|打扫|倒|接|送|煮)(?:了|的|完|好|掉)|(?:^|\s)([\p{Script=Han}]{2,3})(?:付|垫付?|买单|请客)\s*$/u,
  /^\s*(\p{L}{1,10}?)(?:さん|くん|ちゃん)?(?:が|は)(?=.)/u,
  /(?:^|\s)([가-힣]{2,5}?)(?:이가|가|이)\s(?=.)/u,
]
const NOT_DOER = /^(?:今|今天|昨天|我们|一共|总共|今日|昨日|朝|夜|昼|値段|金額|오늘|어제|아침|저녁|점심|이거|그거|총)$/
function doerIn(part: Reading): { start: number; end: number; text: string } | undefined {
  const at = { zh: 0, ja: 1, ko: 2 }[part.language as 'zh' | 'ja' | 'ko']
  const found = at === undefined ? null : DOER[at]!.exec(part.text)
  const text = found?.[1] ?? found?.[2]
  if (!found || !text || NOT_DOER.test(text)) return undefined
  const start = part.text.indexOf(text, found.index)
  const particle =
    at === 0 ? 0 : (/^(?:さん|くん|ちゃん)?(?:が|は)|^(?:이가|가|이)/u.exec(part.text.slice(start + text.length))?.[0].length ?? 0)
  return { start, end: start + text.length + particle, text }
}

/** A piece for itself, what was taken out of it blanked. */
export function partOf(reading: Reading, { start, end }: { start: number; end: number }, taken: Taken): Reading {
  let text = reading.text.slice(start, end)
  for (const [from, to] of taken)
    if (from < end && to > start) {
      const [a, b] = [Math.max(0, from - start), Math.min(end, to) - start]
      text = text.slice(0, a) + ' '.repeat(b - a) + text.slice(b)
    }
  const values = reading.values
    .filter((value) => value.start >= start && value.end <= end)
    .map((value) => ({ ...value, start: value.start - start, end: value.end - start }))
  return { ...reading, text, tokens: tokenise(text), values }
}

function wayOf(piece: Piece, cuts: readonly Cut[], figures: readonly Cut[], taken: Taken, around: Around): Way {
  const sorted = [...cuts].sort((a, b) => a.start - b.start || a.end - b.end)
  const atoms: Atom[] = []
  let from = piece.start
  let sep: Sep = piece.sep
  let cost = 0
  const upTo = (to: number) => {
    const atom = wordsOf(from, to, sep, taken, around, from === piece.start && to === piece.end)
    if (!atom) return
    if (/\d/.test(atom.raw)) cost += buriedIn(atom, figures)
    atoms.push(atom)
    sep = 'space'
  }
  for (const cut of sorted) {
    upTo(beforeLabel(from, cut, around))
    const figure = cut.figure !== undefined
    atoms.push({
      ...cut,
      raw: cut.text,
      sep,
      lost: figure ? W.lostFigure : W.lostWords,
      joins: false,
    })
    sep = figure ? 'figure' : 'space'
    from = cut.end
  }
  upTo(piece.end)
  return { atoms, cost }
}

/** “Carla in flat 2”: the label that leads to a figure is no part of the name before it. */
function beforeLabel(from: number, { start, homes, figure }: Cut, { low }: Around): number {
  if (figure === undefined) return start
  const said = low.slice(from, start).trimEnd()
  const label = homes.map(({ field }) => fold(field.label)).find((name) => name.length > 1 && said.endsWith(` ${name}`))
  if (!label) return start
  const left = said.slice(0, -label.length - 1).replace(/ (?:in|at|on|with|of|for|by|and)$/, '')
  return from + left.length
}

/** A figure that a field could have is rarely meant as words; a number in an address or a name is. */
const buriedIn = ({ start, end }: Atom, wanted: readonly Cut[]): number =>
  wanted.filter(
    (cut) => cut.start >= start && cut.end <= end && cut.homes.some(({ value, score }) => typeof value === 'number' && score > 0.3),
  ).length * W.buried

function wordsOf(start: number, end: number, sep: Sep, taken: Taken, around: Around, whole: boolean): Atom | undefined {
  if (end <= start) return undefined
  const raw = partOf(around.reading, { start, end }, taken).text
  if (!/[\p{L}\p{N}]/u.test(raw)) return undefined
  const text = nameIn(raw, around)
  const first = !/[\p{L}\p{N}]/u.test(partOf(around.reading, { start: 0, end: start }, taken).text)
  const homes = wordHomes(raw, text, around, first, whole && !taken.some(([from, to]) => start < to && end > from))
  if (!text && !homes.some(({ field }) => field.kind === 'yesno')) return undefined
  const idle = isIdle(text, around) || (!whole && onlyTells(text, around.reading.language))
  const stems = contentStems(text).length
  const lost = idle ? -0.05 : W.lostWords + Math.min(4, stems) * W.lostWord
  return { start, end, raw, text, sep, homes: idle && !homes.some(isLabelled) ? homes.map(dimmed) : homes, lost, joins: true }
}
const isLabelled = ({ score }: Home) => score >= W.labelled
/** The words of a label beside its figure are no name; where nothing else is one they are. */
const dimmed = (home: Home): Home => (home.field.kind === 'yesno' ? home : { ...home, score: home.score - 1.5 })

/** 이하준 과학, "Petra canal": words that only spaces part, one by one; worth it where each is known or looks its part. */
function spacedWays(piece: Piece, cuts: readonly Cut[], taken: Taken, around: Around): Way[] {
  const worded = around.fields.filter(({ kind }) => kind === 'text' || kind === 'person' || kind === 'place').length
  if (worded < 2 || around.reading.text.length > 120) return []
  const whole = wayOf(piece, cuts, cuts, taken, around)
  const atoms = whole.atoms.flatMap((atom) => (atom.figure || !atom.joins ? [atom] : apart(atom, taken, around)))
  return atoms.length > whole.atoms.length && atoms.length <= 9 ? [{ atoms, cost: whole.cost }] : []
}
function apart(atom: Atom, taken: Taken, around: Around): Atom[] {
  const words = [...atom.raw.matchAll(/\S+/g)]
  if (words.length < 2 || words.length > 5) return [atom]
  const parts = words.flatMap((word, at) => {
    const start = atom.start + word.index
    return wordsOf(start, start + word[0].length, at ? 'space' : atom.sep, taken, around, false) ?? []
  })
  // A word that says nothing by itself (“some”) is part of a name; apart it would be lost.
  return parts.length === words.length ? parts : [atom]
}
