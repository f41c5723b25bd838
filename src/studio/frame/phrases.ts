/** Each phrase of a request goes to the topic, to what is asked for, or to what is left out. */

import type { Language } from '../../spec.ts'
import { isAddress, withoutAddress } from '../rules/address.ts'
import type { Clauses } from '../rules/clauses.ts'
import { cleaned } from '../rules/clean.ts'
import type { Phrase } from '../rules/split.ts'
import { bounded } from '../rules/words.ts'
import { isBareList, listsQualities, opensQuality, tidy, withoutName, withoutValues } from './bare.ts'
import { takeEnglish } from './english.ts'
import { askedFor } from './kinds.ts'
import { tidyLabels } from './labels.ts'
import { markLists, markOptions, markThings, takeEnumerated, uniqueBy } from './lists.ts'
import { takePhrase } from './phrase.ts'
import { takeMembers, takeRecords } from './records.ts'
import { type Frame, MOST_READ } from './types.ts'
import { BEHAVIOUR_ONLY, MUST_BE_SHORT, negatedIn, VIEW_ONLY, WITHOUT_EN } from './words.ts'

export function sortPhrases(frame: Frame, { phrases, setting, choices, things, told }: Clauses): void {
  for (const match of frame.reading.text.slice(0, MOST_READ).matchAll(WITHOUT_EN)) frame.dropped.push(match[1]!.trim())
  const first = phrases.filter((phrase) => phrase.sentence === 0)
  const headless = isBareList(first, frame) || ((told || opensQuality(first, frame)) && listsQualities(first, frame))
  const records = new Set([...takeRecords(frame, phrases), ...takeMembers(frame, phrases)])
  let headTaken = false
  phrases.forEach((phrase) => {
    const text = withoutName(phrase.text, frame)
    if (text === '' || (!headTaken && isAddress(text, frame.language))) return
    if (records.has(phrase)) return
    // "no sugar streak" is what it is about; only later phrases leave something out.
    const leads = frame.language === 'en' && !headTaken && /^no \w/i.test(text)
    const kept = phrase.head !== undefined && frame.families[0]?.family === 'habit' && frame.families[0].weight > 0.8
    const negated = phrase.bracketed || leads || kept ? null : negatedIn(text)
    if (negated && !frame.cues.some((cue) => cue.family === 'habit' && cue.weight > 0.8)) {
      frame.dropped.push(negated)
      return
    }
    if (!headless && !headTaken && phrase.sentence <= 3) {
      headTaken = true
      takeHead(phrase, text, frame)
      return
    }
    const inHead =
      phrase.sentence === 0 && first.indexOf(phrase) > 0 && first.slice(1, first.indexOf(phrase) + 1).every((one) => one.after === 'and')
    takePhrase(phrase, text, frame, inHead)
  })
  if (setting && (frame.topic === '' || EACH_OF.test(frame.topic))) frame.topic = setting
  takeEnumerated(frame, choices, things)
  markThings(frame)
  shareNoun(frame)
  markOptions(frame)
  takeEnglish(frame)
  markLists(frame)
  tidyLabels(frame)
  dropHeads(frame)
  frame.asked = uniqueBy(frame.asked, (one) => one.label.toLowerCase()).slice(0, 24)
  frame.items = uniqueBy(frame.items, (one) => one.label.toLowerCase()).slice(0, 60)
}

/** "for me: slippers, socks; for the baby: hats": whom a part of the list is for is nothing on it. */
function dropHeads(frame: Frame): void {
  if (frame.language !== 'en') return
  const heads = new Set(frame.items.map((item) => item.head))
  const isHead = (start: number) => frame.phrases.some((one) => one.start === start && one !== frame.phrases[0] && heads.has(one.text))
  const gone = frame.items.filter((item) => isHead(item.start) && /^(?:for|in|from|at) /i.test(item.label) && item.head !== item.label)
  frame.items = frame.items.filter((item) => !gone.includes(item))
  frame.asked = frame.asked.filter((one) => !gone.some((item) => item.start === one.start))
}
/** 每箱 of 想记每箱的情况: of which each is told, and no name. */
const EACH_OF = /^每.{1,2}$/

/** Said of one noun by turns: "min and max players", "start and end weight". */
const BY_TURNS =
  /^(?:min(?:imum)?|max(?:imum)?|start(?:ing)?|end(?:ing)?|first|last|opening|closing|buying|selling|planned|actual|estimated|expected|gross|net|left|right|inner|outer|front|back|upper|lower|home|away|best|worst|old|new|summer|winter|morning|evening)$/i
function shareNoun(frame: Frame): void {
  if (frame.language !== 'en') return
  for (const item of frame.items.filter((one) => BY_TURNS.test(one.label))) {
    const at = frame.phrases.findIndex((phrase) => phrase.start === item.start)
    const next = frame.phrases[at + 1]
    const [turn = '', ...noun] = next?.text.split(' ') ?? []
    if (next?.after !== 'and' || !noun.length || !BY_TURNS.test(turn)) continue
    const asked = askedFor(`${item.label} ${noun.join(' ')}`.toLowerCase(), item.start, frame)
    frame.asked = [...frame.asked.filter((one) => one.start !== item.start), asked].toSorted((a, b) => a.start - b.start)
    item.label = asked.label
  }
}

function takeHead(phrase: Phrase, text: string, frame: Frame): void {
  const bare = text === phrase.text ? withoutValues(phrase, frame) : text
  frame.topic = bounded(tidy(cleaned(withoutAddress(bare, frame.language), frame.language, true), frame.language), 60)
  takeDue(phrase, frame)
  if (frame.bounds.some((bound) => bound.stock)) frame.topic = frame.topic.replace(BOUGHT, '').trim() || frame.topic
  const next = frame.phrases[frame.phrases.indexOf(phrase) + 1]
  // The first of a list: "habit tracker for meditation, reading and stretching".
  const bounding = next && frame.bounds.some((bound) => bound.start >= next.start && bound.start < next.end)
  const talk = next && (VIEW_ONLY.test(next.text) || BEHAVIOUR_ONLY.test(next.text) || negatedIn(next.text) !== null)
  if (
    next &&
    !bounding &&
    !talk &&
    next.sentence === phrase.sentence &&
    (next.after === 'comma' || next.after === 'and' || next.after === 'mark')
  ) {
    const item = lastNounOf(frame.topic, frame.language)
    if (item) frame.items.push({ label: item, start: phrase.start, listed: false, head: '' })
    if (frame.language !== 'en' && next.after === 'and') frame.topic = joined(phrase, next, frame) || frame.topic
    if (frame.language === 'en' && item !== frame.topic && frame.topic.endsWith(item))
      frame.topic =
        frame.topic
          .slice(0, Math.max(0, frame.topic.length - item.length))
          .replace(/\s+(?:for|by|between|on|of|like|about|with|based on)(?: my| the| our| a)?\s*$/i, '')
          .trim() || frame.topic
  }
}

/** "thesis due 30 June": the day it is due is waited for, beside whatever is kept of it. */
const DUE = /\s+(?:is |are |was )?(?:due|ending|ends|deadline|starting|starts|happening|coming)(?: (?:on|by|in))?$/i
function takeDue(phrase: Phrase, frame: Frame): void {
  const day = frame.reading.values.find((one) => one.start >= phrase.start && one.start < phrase.end && one.read.kind === 'date')
  if (frame.language !== 'en' || day?.read.kind !== 'date' || day.read.date <= frame.now.date || !DUE.test(frame.topic)) return
  frame.behaviours.add('countdown')
  frame.topic = frame.topic.replace(DUE, '')
}

/** That it was bought is no part of its name: ヨガの回数券を買った. */
const BOUGHT =
  /(?:一共|总共)?(?:办|买|充|购买|报)了(?:一?[张个份])?|(?:を)?(?:全部で|合計)?(?:分)?(?:を)?(?:買った|購入した?|買いました)$|(?:을|를)?\s?(?:끊었|샀|구매했|등록했).*$|^(?:i |we )?(?:bought|got|have) (?:a |an |the )?/i

/** 家族と友達の誕生日リスト: the last of what is joined bears the head noun, so both are the topic. */
function joined(first: Phrase, next: Phrase, frame: Frame): string {
  const { language } = frame
  const after = frame.phrases[frame.phrases.indexOf(next) + 1]
  if (after && after.after !== 'start' && after.sentence === next.sentence) return ''
  const topic = cleaned(withoutValues({ ...first, end: next.end }, frame), language)
  return topic.length <= MUST_BE_SHORT[language] + 4 ? bounded(tidy(topic, language), 60) : ''
}

/** "tracker for meditation" -> "meditation": what an app of a list is for. */
function lastNounOf(topic: string, language: Language): string {
  if (language !== 'en') return topic
  const last = / (?:for|by|between|like|based on|of|on) (?!.* (?:for|by|between|like|based on|of|on) )(.+)$/i.exec(topic)?.[1] ?? topic
  return cleaned(last, language)
}
