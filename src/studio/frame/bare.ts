/** The words of a phrase without the values and names in it. */

import type { Language } from '../../spec.ts'
import { cleaned } from '../rules/clean.ts'
import { isQuality } from '../rules/guess.ts'
import { partNamed } from '../rules/parts.ts'
import { questionIn } from '../rules/questions.ts'
import type { Phrase } from '../rules/split.ts'
import type { Frame } from './types.ts'

/** "日付・金額・店名を記録": the request is the list itself; nothing before it says what it is about. */
export function isBareList(first: readonly Phrase[], frame: Frame): boolean {
  if (first.length < 2 || first[1]!.after === 'colon') return false
  const before = first.findIndex((phrase) => phrase.after === 'with' || phrase.after === 'colon')
  const list = first.slice(0, before < 0 ? undefined : before).map((phrase) => cleaned(withoutValues(phrase, frame), frame.language))
  const whole = list[0] ?? ''
  return list.length > 1 && partNamed(whole) !== undefined && list.slice(1).some((item) => partNamed(item) !== undefined || isQuality(item))
}

/** 巣箱、内検日、女王蜂がいたか: three and more, most of them qualities, after what they are of was told. */
export function listsQualities(first: readonly Phrase[], frame: Frame): boolean {
  const listed = first.filter((one, at) => one.head === undefined && (at === 0 || one.after === 'mark' || one.after === 'and'))
  const known = listed.filter((one) => {
    const word = cleaned(withoutValues(one, frame), frame.language)
    return partNamed(word) !== undefined || isQuality(word) || questionIn(word, frame.language) !== null
  })
  return listed.length >= 3 && known.length * 2 >= listed.length
}

/** 売上と材料費と来客数をつけて: the first of them is a quality itself, and no heading. */
export const opensQuality = ([first, second]: readonly Phrase[], frame: Frame): boolean =>
  (frame.language === 'zh' || frame.language === 'ja') &&
  first !== undefined &&
  (second?.after === 'and' || second?.after === 'mark') &&
  !/[の的]/.test(cleaned(withoutValues(first, frame), frame.language)) &&
  isQuality(cleaned(withoutValues(first, frame), frame.language))

export const withoutName = (text: string, frame: Frame): string => {
  if (!frame.name) return text
  const bare = text.replace(frame.name, '').trim()
  return /^(?:(?:and )?(?:call|name)(?:d)?(?: it| the app| this)?|["'“”「」『』《》]*|叫做?|名字叫?|取名叫?|就叫|名为|.{0,4}という(?:名前|アプリ)?.{0,4}|名前は.{0,6}|이름은.{0,6}|(?:이?라고|이?라는).*)["'“”「」\s]*$/i.test(
    bare,
  )
    ? ''
    : text.replace(frame.name, '')
}

/** 簿記2級の試験, 第3回: a bare number with signs on both its sides is part of the name. */
const isInName = (found: Frame['reading']['values'][number], phrase: Phrase, frame: Frame): boolean =>
  (frame.language === 'zh' || frame.language === 'ja') &&
  found.read.kind === 'number' &&
  found.start > phrase.start &&
  /[\p{Script=Han}\p{Script=Katakana}ー]$/u.test(frame.reading.text.slice(phrase.start, found.start)) &&
  /^[级級类類種种号號期季回版代部組组科段]/.test(frame.reading.text.slice(found.end, phrase.end))
const RACE = /^\s?(?:走|泳|跳|競|リレー|ハードル|短?跑|长跑|自由泳|蛙泳|仰卧)/
/** The phrase without the values in it ("budget 900 euros" -> "budget"). */
export function withoutValues(phrase: Phrase, frame: Frame): string {
  let text = ''
  let from = phrase.start
  for (const found of frame.reading.values) {
    if (found.end <= phrase.start || found.start >= phrase.end) continue
    if (found.read.kind === 'period' && /年$|월$/.test(found.text)) continue
    // "monthly fee" is the name of a quality.
    if (found.read.kind === 'every' && /ly$/i.test(found.text.trim()) && found.end < phrase.end && frame.phrases[0] !== phrase) continue
    if (isInName(found, phrase, frame)) continue
    // 50m走: a race is called by its length.
    if (found.read.kind === 'quantity' && RACE.test(frame.reading.text.slice(found.end, found.end + 3))) continue
    text += `${frame.reading.text.slice(from, Math.max(from, found.start))} `
    from = Math.min(phrase.end, Math.max(from, found.end))
  }
  return (text + frame.reading.text.slice(from, phrase.end)).replace(/\s+/g, ' ').trim()
}

/** Of a listed item only figures at its end are its value: "stretch 5 minutes", but "1st interview" is a name. */
export function withoutLastValues(phrase: Phrase, frame: Frame): string {
  let end = phrase.end
  for (const found of [...frame.reading.values].reverse())
    if (found.start > phrase.start && found.end <= end && /^[\s.,はをで)]*$/.test(frame.reading.text.slice(found.end, end)))
      end = found.start
  const bare = frame.reading.text.slice(phrase.start, end).trim()
  // "no phone after 10" is nothing without its hour.
  return frame.language === 'en' && / (?:after|before|by|at|until|till)$/i.test(bare) ? phrase.text : bare
}

export const valuesIn = (phrase: Phrase, frame: Frame) =>
  frame.reading.values.filter((found) => found.start >= phrase.start && found.end <= phrase.end)

/** What is left of particles where a value stood before them: "毎日の体温" without 毎日. */
export function tidy(text: string, language: Language): string {
  if (language === 'ja')
    return text
      .replace(/(?<=[にでとはを]) の(?=\S)/g, '')
      .replace(/\s+/g, /[a-z] [a-z]/i.test(text) ? ' ' : '')
      .replace(/^(?:まで|から|[のでにをがはと](?=[^い]))+(?=.)/, '')
  if (language === 'zh') return /[a-z] [a-z]/i.test(text) ? text : text.replace(/(?<=[^a-z0-9]) (?=[^a-z0-9])/gi, '')
  if (language === 'ko') return text.replace(/^(?:에|까지|부터|동안|마다|씩|의|로|으로)(?:\s+|$)/, '')
  return text
}
