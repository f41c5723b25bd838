/**
 * What a request asks for, before any app is chosen: topic, families with their evidence, qualities, options, items,
 * people, bounds, rhythm, views and behaviours. Pure; linear in the (bounded) length of the request.
 */

import type { Family } from '../../base/concepts/types.ts'
import { foldHan } from '../../base/language/han.ts'
import { poundsAsMoney } from '../../base/language/pounds.ts'
import type { Reading } from '../../base/language/types.ts'
import { type Marker, marksOf } from '../marks/marks.ts'
import { takeMarked } from '../marks/take.ts'
import { beyondIn } from '../rules/beyond.ts'
import { clausesOf } from '../rules/clauses.ts'
import { BEHAVIOUR_CUES, familyCues, has, VIEW_CUES } from '../rules/cues.ts'
import { datedIn } from '../rules/dated.ts'
import { dosesIn } from '../rules/doses.ts'
import { listsIn } from '../rules/lists.ts'
import { labelOfPart, partOf } from '../rules/parts.ts'
import { peopleIn } from '../rules/people.ts'
import { phrasesOf } from '../rules/split.ts'
import { boundsOf, contradicts } from './bounds.ts'
import { familiesOf } from './families.ts'
import { sortPhrases } from './phrases.ts'
import { settle } from './settle.ts'
import { type Frame, type FrameContext, MOST_READ } from './types.ts'
import { currencyOf, daysIn, everyIn, flat, formulasIn, groupsOf, headcountIn, nameIn, scaleIn, unitsIn } from './values.ts'
import { STARRED } from './words.ts'

/** Played, and no board of tasks. */
const BOARD_GAME = /board ?games?|보드 ?게임|ボードゲーム/g

/** Said of anything: nobody runs a race who runs out of money. */
const IDIOMS =
  /\b(?:r[ua]n(?:s|ning)? (?:out|low|late|short|our|my|an?|the (?:shop|house|business|club|cafe|household|show))|in the (?:long|short) run|get(?:s|ting)? on top of|look(?:s|ing)? after|on the cards|keep (?:my|our) head above water|piece of cake|time flies|call it a day)\b/g

const blank = (found: string) => ' '.repeat(found.length)

const REMIND_OF =
  /^(?:hi|hey|please|can you|could you|would you|i need you to|,|\s)*(?:remind me|don't let me forget|help me remember|make sure i (?:don't forget|remember)) (?:to|that i (?:have|need|must) to|i (?:have|need) to|about) (.{3,80}?)[.!?]*$/i
/** What one is to be reminded of once, without its day and hour. */
function errandIn(reading: Reading): string | undefined {
  const said = REMIND_OF.exec(reading.text)?.[1]
  if (!said || /[,:;]|\b(?:app|list|tracker|every|each|when|before|whenever|and (?:log|track|note))\b/i.test(said)) return undefined
  const from = reading.text.indexOf(said)
  const words = reading.values
    .filter((one) => one.start >= from && ['date', 'datetime', 'time', 'period'].includes(one.read.kind))
    .reduce((text, one) => text.replace(one.text, ' '), said)
  return (
    words
      .replace(/\s+/g, ' ')
      .replace(/\s(?:on|at|by|in|this|next)$/i, '')
      .trim() || undefined
  )
}

/** "I have 650 pounds a month" to spend: no weight, where money is spoken of and nothing is weighed. */
const SPENDS =
  /\b(?:spend\w*|spent|costs?|prices?|pa(?:y|id|ys)|rent|budget|money|sav(?:e|ing)s?|fees?|bills?|owe\w*|income|wages?|expenses?|tops)\b|£/
const WEIGHS = /\b(?:weigh\w*|weights?|lbs?|lose|lost|gain\w*|kilos?|kg|stones?|lift\w*|grams?|ounces?)\b/
function poundsSpent(reading: Reading): Reading {
  const low = reading.text.slice(0, MOST_READ).toLowerCase()
  return reading.language === 'en' && SPENDS.test(low) && !WEIGHS.test(low) ? poundsAsMoney(reading) : reading
}

/** `mark`: what judges the rules' reading, the learned marks unless told; they are trained without any (null). */
export function frameOf(whole: Reading, ctx: FrameContext, mark: Marker | null = marksOf): Frame {
  const reading = poundsSpent(whole)
  const { language } = reading
  const text = reading.text.slice(0, MOST_READ)
  const low = foldHan(text.toLowerCase())
  const clauses = clausesOf(reading, phrasesOf(reading, MOST_READ))
  const { phrases, gone, things } = clauses
  const name = nameIn(text)
  // The words of its name do not say what it is.
  const unnamed = name ? low.replaceAll(foldHan(name.toLowerCase()), blank) : low
  const plain = unnamed.replace(STARRED, blank).replace(BOARD_GAME, blank).replace(IDIOMS, blank)
  const idioms = [...low.matchAll(IDIOMS)].map(({ index, 0: said }) => [index, index + said.length] as const)
  const meant = ctx.mentions.filter((one) => !idioms.some(([start, end]) => one.start < end && one.end > start))
  // What is merely on the list says nothing of the app: 英単語 beside 数学ワーク.
  const cues = familyCues(things.reduce((left, { label }) => left.replaceAll(foldHan(label.toLowerCase()), blank), plain))
  const values = flat(reading)
  const bounds = boundsOf(reading, low).filter(({ start }) => !gone.some((span) => start >= span.start && start < span.end))
  const frame: Frame = {
    reading,
    low,
    language,
    currency: currencyOf(reading) ?? ctx.currency,
    now: ctx.now,
    cues,
    families: familiesOf(low, cues, meant, bounds),
    mentions: meant,
    topic: '',
    name,
    doses: dosesIn(reading),
    dated: [],
    asked: [],
    items: [],
    things: [],
    groups: groupsOf(text, language),
    lists: listsIn(text, language),
    dropped: [],
    people: peopleIn(text, language, ctx.people),
    headcount: headcountIn(low),
    bounds,
    every: everyIn(values, low),
    times: [
      ...new Set(
        values.flatMap((one) => (one.kind === 'time' || one.kind === 'datetime' ? [one.time] : one.kind === 'every' ? (one.at ?? []) : [])),
      ),
    ].sort(),
    scale: scaleIn(low, reading),
    days: daysIn(low),
    dates: values.flatMap((one) =>
      one.kind === 'date' ? [{ date: one.date, ...(one.to ? { to: one.to } : {}) }] : one.kind === 'datetime' ? [{ date: one.date }] : [],
    ),
    minutes: values.flatMap((one) => (one.kind === 'duration' ? [one.minutes] : [])),
    percents: values.flatMap((one) => (one.kind === 'percent' ? [one.value] : [])),
    moneys: values.flatMap((one) => (one.kind === 'money' ? [one.amount] : [])),
    numbers: values.flatMap((one) => (one.kind === 'number' ? [one.value] : one.kind === 'count' ? [one.value] : [])),
    units: unitsIn(text, low, language),
    views: new Set(VIEW_CUES.filter(([, words]) => has(low.replace(BOARD_GAME, blank), words)).map(([view]) => view)),
    behaviours: new Set(BEHAVIOUR_CUES.filter(([, words]) => has(low.replace(STARRED, blank), words)).map(([behaviour]) => behaviour)),
    formulas: formulasIn(text),
    beyond: beyondIn(low, text, language),
    contradiction: false,
    phrases,
  }
  const games = [...low.matchAll(BOARD_GAME)].map(({ index }) => index)
  for (const mention of meant) {
    if (mention.concept.view && mention.score >= 0.9 && !games.some((at) => at <= mention.start && mention.start < at + 12))
      frame.views.add(mention.concept.view)
  }
  sortPhrases(frame, clauses)
  if (mark) takeMarked(frame, mark)
  settle(frame)
  takeNextDay(frame)
  // A quality's name ("camera, battery, price") asks for no camera.
  const listed = new Set(phrases.filter((one) => one.after !== 'start' && one.after !== 'and').map((one) => one.start))
  const named = frame.items
    .filter((item) => item.label.length <= 8 && listed.has(item.start))
    .map((item) => foldHan(item.label.toLowerCase()))
  if (frame.beyond.length)
    frame.beyond = beyondIn(
      named.reduce((text, label) => text.replaceAll(label, ' '), low),
      text,
      language,
    )
  frame.contradiction = contradicts(bounds)
  const errand = language === 'en' && !frame.every && !frame.doses.length ? errandIn(reading) : undefined
  if (errand) Object.assign(frame, { errand, topic: '', asked: [], items: [], families: [{ family: 'checklist', weight: 1 }] })
  if (frame.doses.length) Object.assign(frame, { topic: '', families: [{ family: 'intake', weight: 1 }], ...withoutDoses(frame) })
  takeDated(frame)
  return frame
}

/** Families whose entries are not what is told of one journey, loan or plan with two ends. */
const ENDED: ReadonlySet<Family> = new Set<Family>([
  'trip',
  'loan',
  'savings',
  'budget',
  'timesheet',
  'sleep',
  'calculator',
  'converter',
  'split',
  'expenses',
])
/** Days with names of their own are what is kept, and no qualities of one. */
function takeDated(frame: Frame): void {
  const dated = datedIn(frame.reading)
  const first = frame.families.filter(({ weight }) => weight >= 0.6).sort((a, b) => b.weight - a.weight)[0]?.family
  if (dated.length < 2 || (first && ENDED.has(first))) return
  const without = <T extends { start: number }>(all: T[]) =>
    all.filter(({ start }) => !dated.some((one) => start >= one.start && start <= one.end))
  Object.assign(frame, { dated, asked: without(frame.asked), items: without(frame.items) })
  const due = partOf('date')
  if (due && (!first || first === 'collection') && !frame.asked.some(({ kind }) => kind === 'date'))
    frame.asked.push({ label: labelOfPart(due, frame.language), kind: 'date', part: due, start: dated[0]!.start })
  if (frame.behaviours.has('countdown') || frame.cues.some(({ family }) => family === 'countdown'))
    Object.assign(frame, { families: [{ family: 'countdown', weight: 1 }], topic: '' })
}

/** The words of a schedule of doses are no qualities and no things. */
const withoutDoses = ({ asked, items, doses }: Frame): Pick<Frame, 'asked' | 'items'> => {
  const about = ({ label }: { label: string }) =>
    !TIME_OF_DAY.test(label) && !doses.some(({ name }) => name && (label.includes(name) || name.includes(label)))
  return { asked: asked.filter((one) => about(one) && (one.part || one.kind !== 'text')), items: items.filter(about) }
}
const TIME_OF_DAY = /\b(?:morning|noon|evening|night|bed|breakfast|lunch|dinner)\b|[早晚朝夜昼晩]|아침|점심|저녁|밤|먹었는지|飲んだか/i

/** 下次打之前一周提醒我, 次回の3日前に教えて: then the day of the next time is kept. */
const NEXT_DAY = /(?:下次|下一次).{0,6}(?:之?前|的时候).{0,10}(?:提醒|通知|告诉)|次回.{0,8}前に.{0,4}(?:知らせ|教え|通知|リマインド)/
function takeNextDay(frame: Frame): void {
  const part = partOf('due')
  if (!part || !NEXT_DAY.test(frame.low) || frame.asked.some((one) => one.part?.id === 'due' || /^(?:下次|次回)/.test(one.label))) return
  frame.asked.push({ label: frame.language === 'ja' ? '次回の日' : '下次日期', kind: 'date', part, start: frame.low.search(NEXT_DAY) })
}
