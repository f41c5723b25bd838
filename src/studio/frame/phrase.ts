/** A phrase after the first: a quality, a thing, or no noun at all. */

import { foldHan } from '../../base/language/han.ts'
import type { Reading } from '../../base/language/types.ts'
import { findUnit } from '../../base/language/units.ts'
import type { Language } from '../../spec.ts'
import { cleaned, thingIn } from '../rules/clean.ts'
import { partNamed } from '../rules/parts.ts'
import { type Question, questionIn } from '../rules/questions.ts'
import type { Phrase } from '../rules/split.ts'
import { bounded } from '../rules/words.ts'
import { tidy, valuesIn, withoutLastValues, withoutValues } from './bare.ts'
import { askedFor, conceptFor } from './kinds.ts'
import type { Asked, Frame, Item } from './types.ts'
import { APPS_BESIDE, BEHAVIOUR_ONLY, COMPANIONS, MUST_BE_SHORT, VIEW_ONLY } from './words.ts'

export function takePhrase(phrase: Phrase, text: string, frame: Frame, inHead: boolean): void {
  const { language } = frame
  if (VIEW_ONLY.test(text) && VIEW_ONLY.test(cleaned(text, language, false))) return
  const values = valuesIn(phrase, frame)
  if (inBrackets(phrase, frame) && scaled(values, phrase, frame)) return
  const colon = phrase.head !== undefined
  const bare = colon ? withoutLastValues(phrase, frame) : withoutValues(phrase, frame)
  if (!colon && isTalk(phrase, bare, frame)) return
  const question = questionIn(language === 'zh' ? bare.replace(/^的/, '') : bare, language)
  const last = phrase === frame.phrases.at(-1)
  const label = bounded(
    (question?.label ?? questionLabel(tidy(cleaned(bare, language), language), language)) || (colon ? thingIn(bare, language, last) : ''),
    60,
  )
  const amount = amountOf(values)
  const isBound = frame.bounds.some(
    (bound) => bound.start >= phrase.start && bound.start < phrase.end && (bound.explicit || bound.op !== 'about'),
  )
  if (label === '' || /^[\p{P}\p{S}\d\s]+$/u.test(label)) return
  if (isBound && (!colon || inBrackets(phrase, frame))) return
  const listed = colon || phrase.after === 'with'
  // What stands in a list after a colon keeps its verb: "make bed" is a task, "recording" a stage.
  const thing = colon && !question ? bounded(thingIn(bare, language, last), 60) || label : label
  const item: Item = {
    label: thing,
    ...(thing === label ? {} : { asked: label }),
    start: phrase.start,
    listed,
    ...(phrase.head !== undefined ? { head: phrase.head } : {}),
    ...(phrase.bracketed ? { bracketed: true } : {}),
    ...amount,
  }
  if (label.length > MUST_BE_SHORT[language] || (phrase.after === 'start' && !colon)) {
    // A sentence of its own: only a short noun phrase is something asked for.
    if (phrase.after !== 'start' || !looksListed(phrase, frame) || label.length > MUST_BE_SHORT[language]) {
      if (colon) frame.items.push({ ...item, label: bounded(cleaned(bare, language, false), 80) })
      return
    }
  }
  if (!colon && isBehaviourOnly(label, text)) return
  if (phrase.after === 'with' && COMPANIONS.test(label)) return
  if (!colon && namesAnApp(label, phrase, frame)) return
  if (
    !colon &&
    frame.people.some((person) => label === person || label.replace(/^(?:with|と|和|跟)/, '') === person || label.startsWith(`${person} `))
  )
    return
  frame.items.push(item)
  const unknown = inHead && !partNamed(label) && !conceptFor(label, frame)
  if (unknown && language === 'en') return
  if (item.minutes !== undefined && !partNamed(label)) return
  const pairs = measuredPairs(bare, phrase.start, frame)
  if (pairs.length) {
    frame.items.pop()
    frame.asked.push(...pairs)
    return
  }
  const asked = choiceOf(label, phrase.start) ?? askedFor(label, phrase.start, frame)
  if (asked.kind === 'choice' && asked.label === label && inBrackets(phrase, frame)) {
    // "temper (calm/nervous/angry)": what is in brackets is what the noun before them can be.
    const before = frame.asked.at(-1)
    if (before && before.options === undefined && endsAt(before, phrase, frame)) {
      frame.asked.pop()
      Object.assign(asked, { label: before.label, start: before.start }, before.part && { part: before.part })
      frame.items = frame.items.filter((one) => one !== item && one.start !== before.start)
    }
  }
  const counted = COUNTED.test(bare) && asked.kind === 'text+'
  if (counted) Object.assign(asked, { kind: 'num' })
  const range = values.find(({ read }) => read.kind === 'range')?.read
  if (range?.kind === 'range' && range.low <= 1 && range.high <= 10 && range.high >= 3 && /^(?:text|num|int|rating)/.test(asked.kind))
    Object.assign(asked, { kind: 'rating', scale: [range.low, range.high], part: undefined })
  // "client, amount, paid?": the mark asks whether.
  if (frame.reading.text[phrase.end] === '?' && phrase.after !== 'start') Object.assign(asked, { kind: 'yesno', part: undefined })
  frame.asked.push({ ...asked, ...(question ? plain(question) : {}), ...(unknown && asked.kind === 'text+' ? { joined: true } : {}) })
}

/** What happened, or a figure with a verb around it, is told and not asked for: 宝宝发烧了, 上一节销一节, 毎朝使う. */
const TOLD: Partial<Record<Language, RegExp>> = {
  zh: /了$|^(?:我是|我们是|我在|因为|所以|其实|慢慢|经常|总是|老是|容易)/,
  ja: /^(?:使|や|見|つけ|続け|頑張|がんば)(?:う|る|り)$|(?:ので|から|けど|んだけど|みたい|がち)$/,
  ko: /(?:거든|는데|니까|어서|아서|해서|려고|더라고)요?$|[은는]? ?(?:날|것|거)?도? ?(?:보이|나오|알아보)게(?:끔)?$/,
}
/** Only 管一管, 記す: the wish itself. */
const WISH = /^(?:想|要)?(?:(.)一?\1|记一下|管理一下|控制一下|看一下)$|^(?:顺便|顺带)?(?:看看|看一?下?|知道|了解)(?=.*(?:最|多少|还剩|剩))/u
function isTalk(phrase: Phrase, bare: string, frame: Frame): boolean {
  const { language } = frame
  const said = phrase.text.trim()
  if (partNamed(cleaned(bare, language))) return false
  if (language === 'zh' && WISH.test(said)) return true
  if (TOLD[language]?.test(said) && !questionIn(said, language) && !/[什几哪谁多]|有没|是否|吗/.test(said)) return true
  const values = valuesIn(phrase, frame)
  // "36 in all", "one a visit": a number that something was said of.
  return language !== 'en' && values.length > 1 && bare.replace(/\s/g, '').length <= 3
}

/** "status listed/sold": what it can be stands beside it. */
function choiceOf(label: string, start: number): Asked | undefined {
  const either =
    /^([\p{L}-]{3,14}) (?:or|또는) (?!not$)([\p{L}-]{2,14})$/iu.exec(label) ??
    /^(\p{L}{1,6})(?:或者?|かまたは|または)(\p{L}{1,6})$/u.exec(label)
  if (either) return { label: `${either[1]}/${either[2]}`, kind: 'choice', options: [either[1]!, either[2]!], start }
  const said = /^(?:(.{2,24}?)[ :]\(?)?((?:[\p{L}-]{2,14}|\p{Script=Han})(?:\/(?:[\p{L}-]{2,14}|\p{Script=Han}))+)\)?$/u.exec(label)
  if (!said || /^(?:and\/or|y\/n|n\/a|yes\/no)$/i.test(said[2]!)) return undefined
  return { label: said[1] ?? said[2]!, kind: 'choice', options: said[2]!.split('/'), start }
}

/** "number of frames", "how many laps", 몇 그램: a number, whatever is counted. */
const COUNTED = /^(?:the )?(?:number|count|amount) of |^how many |(?:的)?(?:数量|个数|次数)$|の(?:数|回数)$|(?:갯수|개수|횟수|수량)$/i

const inBrackets = (phrase: Phrase, frame: Frame): boolean => /[(（]\s*$/.test(frame.reading.text.slice(0, phrase.start))
/** "how vivid (1-5)", "(by March 1)": a scale for what stands before, or a day, and no thing of its own. */
function scaled(values: Reading['values'], phrase: Phrase, frame: Frame): boolean {
  const [only] = values
  if (values.length !== 1 || !only || only.end - only.start < phrase.end - phrase.start - 4) return false
  const before = frame.asked.at(-1)
  if (only.read.kind === 'range' && before && before.options === undefined && only.read.low <= 1 && only.read.high <= 10)
    Object.assign(before, { kind: 'rating', scale: [only.read.low, only.read.high], part: undefined })
  return only.read.kind === 'range' || only.read.kind === 'date'
}
const endsAt = (asked: Asked, phrase: Phrase, frame: Frame): boolean => {
  const before = frame.phrases[frame.phrases.indexOf(phrase) - 1]
  return before !== undefined && before.start === asked.start
}

/** "flour grams water grams", 물 ml 가루 g: names with their units one after the other, with nothing between. */
function measuredPairs(bare: string, start: number, frame: Frame): Asked[] {
  const words = bare.split(/\s+/)
  if (words.length < 4 || words.length > 12 || frame.language === 'zh' || frame.language === 'ja') return []
  const found: Asked[] = []
  let name: string[] = []
  for (const word of words) {
    const unit = name.length ? findUnit(word, frame.language) : undefined
    if (!unit || unit.dimension === 'time') {
      name.push(word)
      continue
    }
    found.push({ label: name.join(' '), kind: `qty:${unit.id}`, unit: unit.id, start })
    name = []
  }
  return found.length >= 2 && !name.length ? found : []
}

/** A question's answer decides the kind; a quality of ours that is of that kind stays itself. */
function plain({ label, kind }: Question): Partial<Asked> {
  const part = partNamed(label)
  return part && part.kind.split(/[:=]/)[0] === kind ? {} : { kind, part: undefined }
}

const looksListed = (phrase: Phrase, frame: Frame) => {
  const after = frame.phrases[frame.phrases.indexOf(phrase) + 1]
  return (
    after !== undefined &&
    after.sentence === phrase.sentence &&
    (after.after === 'mark' || after.after === 'comma' || after.after === 'and')
  )
}

/** "with a shopping list": a part of the app with a rule of its own, not a quality. */
function namesAnApp(label: string, phrase: Phrase, frame: Frame): boolean {
  if (partNamed(label) || frame.cues.some((cue) => cue.family === 'habit')) return false
  const low = foldHan(label.toLowerCase())
  return frame.cues.some(
    (cue) =>
      cue.start >= phrase.start &&
      cue.end <= phrase.end &&
      cue.weight > 0.8 &&
      (cue.end - cue.start >= low.length * 0.5 || (frame.language !== 'en' && cue.end === phrase.end && cue.family === 'split')) &&
      (phrase.after !== 'mark' || frame.language === 'ja') &&
      APPS_BESIDE.has(cue.family),
  )
}

function isBehaviourOnly(label: string, text: string): boolean {
  if (partNamed(label)) return false
  if (/^(?:when i|what i|how i|where i|who i|whether|when|if it|if i)\b/i.test(label))
    return /^(?:when|if) .*(?:remind|warn|tell|about to|over|low)/i.test(text)
  return BEHAVIOUR_ONLY.test(label)
}

/** "how much the kids liked it" keeps its words, "what I paid" is "Paid". */
function questionLabel(label: string, language: Language): string {
  if (language === 'en') {
    return label
      .replace(/^(?:the )?(?:day|date) (?:i|we) (\w+)(?: it| them)?$/i, 'day $1')
      .replace(/^what (?:i|we) (paid|spent)(?: for it| on it)?$/i, '$1')
      .replace(/^how much (?:i|we) (paid|spent)(?: for it| on it)?$/i, '$1')
      .replace(/^how much money (?:i|we) (?:have )?(saved|spent|earned|made|lost)\b.*$/i, 'money $1')
      .replace(/^how many (\w+).*$/i, '$1')
      .replace(/^who (?:works?|does|is (?:on|working|doing))(?: (?:what|when|it|which))*$/i, 'who')
      .replace(/^number of /i, '')
  }
  if (language === 'zh') return label.replace(/^(?:花了|用了)?多少钱$/, '金额').replace(/^多少([^钱]{1,6})$/, '$1')
  return label
}

function amountOf(values: Reading['values']): Pick<Item, 'minutes' | 'amount' | 'number'> {
  for (const { read } of values) {
    const of = read.kind === 'bound' ? read.of : read
    if (of.kind === 'duration') return { minutes: of.minutes }
    if (of.kind === 'money') return { amount: of.amount }
    if (of.kind === 'number' || of.kind === 'count' || of.kind === 'quantity') return { number: of.value }
  }
  return {}
}
