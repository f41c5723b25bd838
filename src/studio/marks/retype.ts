/** Of another kind than the rules guessed, where the learned kinds are surer than a guess is (kinds.ts). */
import type { Language } from '../../spec.ts'
import type { Asked, Frame } from '../frame/types.ts'
import { nounsAsked } from '../rules/asking.ts'
import { isBareQuestion } from '../rules/wording.ts'
import { type Kind, kindOf } from './kinds.ts'
import { LIMITS } from './limits.ts'
import { qualityOf } from './quality.ts'

/** How fieldFor calls a kind: what is measured in a unit that nobody named is a figure; a choice without options is none. */
const CALLED: Partial<Record<Kind, string>> = {
  money: 'money',
  number: 'num',
  quantity: 'num',
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
  text: 'text',
  choice: 'text',
}
/** Kinds of which one stands for the other well enough. */
const ALIKE: readonly RegExp[] = [/^(?:text|note|person|place|link|choice)/, /^(?:num|int|year|percent|qty|rating|mood)/, /^date/]
const areAlike = (a: string, b: string): boolean =>
  a.split(/[:=+]/)[0] === b.split(/[:=+]/)[0] || ALIKE.some((one) => one.test(a) && one.test(b))
/** “once a week” answers it, and is no figure. */
const OFTEN =
  /多久.{0,6}一[次遍回]|\bhow often\b|頻度|何日(?:おき|ごと|後|前)|(?:几|多少)天[后前]|며칠 ?(?:뒤|후)|얼마나 자주|며칠(?:에|마다)/i

/** So likely is a kind that is as good as known. */
const KNOWS = 0.9
/** A kind that the rules took for want of a better one. */
const UNKNOWN = new Set(['text', 'text+'])
export const isUnknown = ({ kind, part, options, unit }: Asked): boolean => UNKNOWN.has(kind) && !part && !options && !unit

type Around = Pick<Frame, 'language' | 'reading' | 'mentions'>
export const ofKind = (asked: Asked, at: [number, number] | undefined, frame: Around): Asked =>
  answered(retyped(asked, at, frame), frame.language)

/** 何羽いたか, どんな夢だったか, “which bus”: what asks in a word of asking is never answered by yes or no. */
function answered(one: Asked, language: Language): Asked {
  if (one.kind !== 'yesno' || one.part || !(isBareQuestion(one.label, language) || HOW.test(one.label)) || ANYTHING.test(one.label))
    return one
  const nouns = nounsAsked(one.label, language)
  const noun = nouns?.length === 1 ? nouns[0] : undefined
  return { ...one, label: noun?.label ?? one.label, kind: noun?.kind ?? (COUNTED.test(one.label) ? 'num' : 'text') }
}
const HOW = /どんな|どういう|怎[么麼]样|怎樣|什[么麼]样/
/** Whether there was anything, and not what. */
const ANYTHING = /何か|誰か|だれか|どこか|いつか|何も|什么都|什麼都|뭔가|누군가|어딘가/
const COUNTED = /何[^かをがにでとのも]|いくつ|[几幾](?!乎)|多少|몇|\bhow many\b/i

function retyped(asked: Asked, at: [number, number] | undefined, frame: Around): Asked {
  // 每天的咖啡花费, cut after 每天.
  const one = frame.language === 'zh' && /^的./.test(asked.label) ? { ...asked, label: asked.label.slice(1) } : asked
  if (
    one.options ||
    one.unit ||
    one.scale ||
    one.given !== undefined ||
    OFTEN.test(one.label) ||
    (frame.language === 'ja' && /分数$/.test(one.label))
  )
    return one
  const [start, end] = at ?? [one.start, one.start + one.label.length]
  const { kind, chance } = kindOf(qualityOf(one, start, end, frame))
  const called = CALLED[kind]
  if (!called) return one
  // Words hold a yes or no as well, and more.
  const least = kind === 'yesno' ? LIMITS.ofGuessed : LIMITS.ofKind
  if (isUnknown(one)) return called !== 'text' && chance >= least ? { ...one, kind: called, ...(chance < KNOWS && { unsure: true }) } : one
  // A choice of which nobody named the options says nothing against a kind that is known, nor a count against who it is.
  if (
    kind === 'choice' ||
    // A figure that is known by its name is no words.
    (one.part && called === 'text') ||
    (one.kind === 'person' && called === 'num') ||
    areAlike(called, one.kind) ||
    chance < (one.part ? LIMITS.ofKnown : LIMITS.ofGuessed)
  )
    return one
  return { ...one, kind: called, part: undefined }
}
