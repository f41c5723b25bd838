/**
 * The rules' reading of a wish, judged and completed by the learned one: a quality that the marks deny is none, one
 * that only they see is added, and what is cut otherwise is cut as they say. What stands in other words than the
 * wish's own (the rules put some so) cannot be judged and stays.
 */
import { askedFor } from '../frame/kinds.ts'
import type { Asked, Frame, Item } from '../frame/types.ts'
import { fits } from '../names.ts'
import { nounPhrase } from '../rules/nouns.ts'
import { partNamed } from '../rules/parts.ts'
import { type Kind, kindOf } from './kinds.ts'
import { type Mark, type Marks, marksOf } from './marks.ts'
import { qualityOf } from './quality.ts'
import { placeOf, ruledIn } from './ruled.ts'

/**
 * Chances by which the marks have their way. Less likely than `denied` a quality of no known kind is none, than
 * `knownDenied` one of a known kind; likelier than `added`, `recut`, `ofKind` it is added, cut anew, of another kind;
 * from `sure` on it is taken for certain. The others: of a topic, of a thing to begin with, of an option.
 */
const LIMITS = {
  denied: 0.3,
  knownDenied: 0.002,
  added: 0.3,
  recut: 0.5,
  ofKind: 0.6,
  sure: 0.3,
  named: 0.75,
  guessed: 0.25,
  learned: 0.5,
  thing: 0.5,
  option: 0.5,
}
/** Longer labels are sentences. */
const MOST_LETTERS = 40

export function takeMarked(frame: Frame): void {
  if (!frame.reading.text.trim()) return
  const marks = marksOf(frame.reading, frame.mentions, ruledIn(frame))
  const low = frame.reading.text.toLowerCase()
  const place = (one: { label: string; start: number }) => placeOf(low, one.label, one.start)
  frame.asked = frame.asked.filter((one) => !isDenied(one, place(one), marks))
  takeOptions(frame, marks, place)
  for (const mark of marks.marks) if (mark.role === 'field' && mark.text.length <= MOST_LETTERS) takeField(frame, mark, marks, place)
  for (const one of frame.asked)
    if (marks.marks.some((mark) => mark.role === 'field' && mark.sure >= LIMITS.sure && overlaps(place(one), mark))) one.sure = true
  takeOptions(frame, marks, place)
  takeThings(frame, marks, place)
  takeTopic(frame, marks)
  frame.asked = frame.asked.map((one) => ofKind(one, place(one), frame)).sort((a, b) => a.start - b.start)
}

function isDenied(one: Asked, at: [number, number] | undefined, { marks, chance }: Marks): boolean {
  if (!at) return false
  const unknown = isUnknown(one)
  // The title is made of the qualities (開店時間と閉店時間のメモ).
  if (!unknown && marks.some((mark) => mark.role === 'topic' && overlaps(at, mark))) return false
  return chance('field', ...at) < (unknown ? LIMITS.denied : LIMITS.knownDenied) && chance('option', ...at) <= LIMITS.option
}

/** The options that stand after a quality, where the rules saw none or other ones; what was taken for a quality of its own is none. */
function takeOptions(frame: Frame, { marks }: Marks, place: Place): void {
  for (const field of marks) {
    if (field.role !== 'field') continue
    const options = optionsAfter(field, marks)
    const asked = options.length >= 2 ? frame.asked.find((one) => overlaps(place(one), field)) : undefined
    if (options.length < 2) continue
    const spans = marks.filter(({ role, start }) => role === 'option' && start >= field.end)
    // The rules ran over the next quality, or began before the first option.
    const amiss = (all: readonly string[] | undefined) => all?.length && all.some((one) => options.some((option) => one.includes(option)))
    if (amiss(frame.lists.stages)) frame.lists.stages = frame.views.has('board') ? options : []
    const status = frame.asked.find((one) => one !== asked && amiss(one.options) && (!place(one) || one.start === 0))
    if (status && !asked?.options) frame.asked = frame.asked.filter((one) => one !== status)
    if (!asked || (asked.options && asked.options.length > options.length && options.every((one) => asked.options!.includes(one)))) continue
    Object.assign(asked, { options, kind: 'choice', part: undefined })
    delete asked.scale
    const within = (one: { label: string; start: number }) =>
      options.some((option) => sameWords(option, one.label)) && spans.some((span) => overlaps(place(one), span))
    frame.asked = frame.asked.filter((one) => one === asked || !within(one))
    frame.items = frame.items.filter((one) => !within(one))
  }
}

/** Families whose things are people. */
const OF_PEOPLE = new Set(['split', 'score', 'chores', 'picker', 'duties'])

/** What is to begin with, where two or more were marked: what the rules saw none of is added, and is no quality. */
function takeThings(frame: Frame, { marks }: Marks, place: Place): void {
  const things = marks.filter(({ role, sure }) => role === 'item' && sure >= LIMITS.thing)
  if (things.length < 2 || frame.items.filter((item) => item.thing || (item.listed && item.head)).length >= 2) return
  const first = frame.families.filter(({ weight }) => weight >= 0.6).toSorted((a, b) => b.weight - a.weight)[0]
  const isPerson = ({ text }: Mark) => frame.people.some((one) => one === text)
  if (first && OF_PEOPLE.has(first.family) && frame.people.length && !things.some(({ text }) => partNamed(text))) {
    const others = things.filter((one) => !isPerson(one) && !frame.items.some((item) => item.listed && sameWords(item.label, one.text)))
    const beside = others.filter(
      ({ start, end }) =>
        PEOPLE_BESIDE.test(frame.reading.text.slice(Math.max(0, start - 2), start)) ||
        PEOPLE_BESIDE.test(frame.reading.text.slice(end, end + 2)),
    )
    if (things.some(isPerson) && !frame.items.some((item) => item.listed && item.head))
      frame.people = ordered([...frame.people, ...beside.map(({ text }) => text)], frame)
  }
  const added = things.filter(
    (one) =>
      !isPerson(one) &&
      !frame.people.includes(one.text) &&
      !frame.items.some((item) => item.listed && item.head && sameWords(item.label, one.text)),
  )
  const inAdded = (one: { label: string; start: number }) => added.some((thing) => overlaps(place(one), thing))
  const spared = frame.lists.options.length + frame.lists.criteria.length + frame.lists.categories.length + frame.lists.stages.length > 0
  if (spared || !added.length) return
  frame.asked = frame.asked.filter((one) => one.options !== undefined || one.sure || !inAdded(one))
  frame.items = [
    ...frame.items.filter((one) => !inAdded(one)),
    ...added.map(({ text, start }): Item => ({ label: text, start, listed: true, head: frame.topic || 'things', thing: true })),
  ]
}
const PEOPLE_BESIDE = /[,，、&]|と|和|랑|이랑/
/** In the order in which they were named, none within another. */
const ordered = (people: readonly string[], { reading }: Frame): string[] => {
  const once = [...new Set(people)].filter((one) => !people.some((other) => other !== one && other.includes(one)))
  return once.sort((a, b) => reading.text.indexOf(a) - reading.text.indexOf(b))
}

/** That it is an app says nothing of what it is about. */
const ONLY_APP =
  /^(?:点数|得点|점수|정산|日記|일기|제목|(?:kanban |simple |little )?(?:kanban|board|list|app|tracker|log|diary|planner|wheel|timer|thing|chart|sheet|cards?))$|^(?:看板|清单|列表|打卡|投票|记录|日记|卡片|リスト|ボード|記録|メモ|投票|カード|보드|목록|기록|투표|카드|표|정리)$/i
/** The words go on after these. */
const ENDLESS: Partial<Record<Frame['language'], RegExp>> = { ja: /(?:まで|から|[をはがにで])$/, ko: /(?:까지|부터|에서)$/ }
/** 课记录 of 舞蹈课记录: one character is all that it shares with the words that the rules took. */
const cutsWord = (text: string, start: number, { reading, topic }: Frame): boolean =>
  /^\p{Script=Han}/u.test(text) &&
  topic.length > 1 &&
  topic.endsWith(text[0]!) &&
  reading.text.slice(start + 1 - topic.length, start + 1) === topic
/** What it is about, in the words marked for it: where the rules' words are no name, or name a quality; or where the marks are surer. */
const SPENT = /\bspen[dt]|expense|花[了的费钱]|开销|開銷|支出|使った|出費|지출|쓴 |값/i
function takeTopic(frame: Frame, { marks, topics }: Marks): void {
  if (frame.name) return
  const phrase = nounPhrase(frame)
  const others = marks.filter(({ role, sure }) => role !== 'topic' && sure >= LIMITS.sure)
  const could = ({ text, start, end }: Mark): boolean =>
    text.length <= MOST_LETTERS &&
    !ONLY_APP.test(text) &&
    !frame.people.includes(text) &&
    !ENDLESS[frame.language]?.test(text) &&
    !cutsWord(text, start, frame) &&
    !others.some((one) => one.start < end && one.end > start) &&
    fits(nounPhrase({ ...frame, topic: text }), frame.language)
  const mark = topics.find((one) => one.sure >= LIMITS.guessed && could(one))
  if (!mark) return
  const said = nounPhrase({ ...frame, topic: mark.text })
  const isQuality = frame.asked.some(
    (one) =>
      one.sure && (sameWords(one.label, phrase) || (one.label.length >= 2 && phrase.includes(one.label) && !mark.text.includes(one.label))),
  )
  const stands = fits(phrase, frame.language) && !isQuality && !ONLY_APP.test(phrase)
  if (mark.sure >= LIMITS.learned) frame.learned = said
  // What money goes for is named by that.
  if (SPENT.test(frame.topic)) return
  if (stands && (mark.sure < LIMITS.named || (phrase.toLowerCase().includes(said.toLowerCase()) && phrase.length <= said.length * 2 + 4)))
    return
  frame.topic = mark.text
  frame.named = true
}

type Place = (one: { label: string; start: number }) => [number, number] | undefined
const overlaps = (at: [number, number] | undefined, { start, end }: Mark): boolean => at !== undefined && at[0] < end && at[1] > start

function takeField(frame: Frame, mark: Mark, { marks }: Marks, place: Place): void {
  // What the rules put in other words stands where it begins.
  const there = frame.asked.filter((one) => overlaps(place(one) ?? [one.start, one.start + 1], mark))
  // One of the things by its form is none of the qualities.
  if (frame.items.some((one) => one.thing && overlaps(place(one), mark))) return
  const item = frame.items.some((one) => overlaps(place(one), mark))
  if (there.some((one) => sameWords(one.label, mark.text)) || mark.sure < (there.length || item ? LIMITS.recut : LIMITS.added)) {
    if (!divided(there, mark, marks, place)) return
  } else if (!divided(there, mark, marks, place) && !joined(there, mark, place)) {
    // Said in other words by the rules, and a known quality: theirs is the better label.
    if (there.some((one) => one.part !== undefined || one.unit !== undefined || !place(one))) return
  }
  const options = frame.asked
    .filter((one) => !there.includes(one) || one.options?.length === 2)
    .map((one) => one.options ?? [])
    .concat([frame.lists.categories, frame.lists.stages])
  if (options.some((all) => all.length > 1 && all.every((option) => mark.text.toLowerCase().includes(option.toLowerCase())))) return
  if (options.some((all) => all.some((option) => sameWords(option, mark.text)))) return
  const of = there[0]
  const anew = divided(there, mark, marks, place) || joined(there, mark, place)
  // 가격 of 산 가격: what is known is cut no shorter.
  if (!anew && of && !isUnknown(of) && of.label.toLowerCase().includes(mark.text.toLowerCase())) return
  const named = askedFor(mark.text, mark.start, frame)
  // 몇 화까지 is a number, and so is 몇 화까지 봤는지.
  const made = !anew && of && !isUnknown(of) ? { ...named, kind: of.kind } : named
  if (frame.asked.some((one) => !there.includes(one) && made.part !== undefined && one.part?.id === made.part.id)) return
  const own = optionsAfter(mark, marks)
  frame.asked = frame.asked.filter((one) => !there.includes(one))
  frame.asked.push({ ...made, ...(own.length >= 2 && { options: own, kind: 'choice' }) })
  frame.items = frame.items.filter((item) => !overlaps(place(item), mark))
}

/** 매입가 판매가 팔렸는지: one quality of the rules in which the marks see two or more. */
function divided(there: readonly Asked[], mark: Mark, marks: readonly Mark[], place: Place): boolean {
  const [one] = there
  const at = one && there.length === 1 ? place(one) : undefined
  if (!at || one?.options || at[1] - at[0] <= mark.end - mark.start) return false
  return (
    marks.filter((other) => other.role === 'field' && other.sure >= LIMITS.added && other.start >= at[0] && other.end <= at[1]).length >= 2
  )
}

/** 几点开始: two qualities of the rules within one of the marks. */
const joined = (there: readonly Asked[], mark: Mark, place: Place): boolean =>
  there.length >= 2 &&
  there.some((one) => one.part === undefined) &&
  there.every((one) => {
    const at = place(one)
    return at !== undefined && !one.options && at[0] >= mark.start && at[1] <= mark.end
  })

const sameWords = (a: string, b: string): boolean => a.toLowerCase().replace(/\s+/g, '') === b.toLowerCase().replace(/\s+/g, '')

/** The options that were marked after a field, and before the next. */
function optionsAfter(field: Mark, marks: readonly Mark[]): string[] {
  const next = marks.find((one) => one.role === 'field' && one.start > field.start)
  return marks.filter((one) => one.role === 'option' && one.start >= field.end && (!next || one.end <= next.start)).map(({ text }) => text)
}

/** How fieldFor calls a kind; a choice without options, and a quantity without a unit, are none. */
const CALLED: Partial<Record<Kind, string>> = {
  money: 'money',
  number: 'num',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  duration: 'duration',
  rating: 'rating',
  yesno: 'yesno',
  note: 'note',
  person: 'person',
  place: 'place',
  link: 'link',
}
/** “once a week” answers it, and is no figure. */
const OFTEN = /多久.{0,6}一[次遍回]|\bhow often\b|頻度|何日(?:おき|ごと)|얼마나 자주|며칠(?:에|마다)/i

/** A kind that the rules took for want of a better one. */
const UNKNOWN = new Set(['text', 'text+'])
const isUnknown = ({ kind, part, options, unit }: Asked): boolean => UNKNOWN.has(kind) && !part && !options && !unit

function ofKind(asked: Asked, at: [number, number] | undefined, frame: Frame): Asked {
  // 每天的咖啡花费, cut after 每天.
  const one = frame.language === 'zh' && /^的./.test(asked.label) ? { ...asked, label: asked.label.slice(1) } : asked
  if (!isUnknown(one) || OFTEN.test(one.label)) return one
  const [start, end] = at ?? [one.start, one.start + one.label.length]
  const { kind, chance } = kindOf(qualityOf(one, start, end, frame))
  const called = CALLED[kind]
  return called && chance >= LIMITS.ofKind ? { ...one, kind: called } : one
}
