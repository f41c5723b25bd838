/**
 * The phases of a timer: each length that is said belongs to the phase named beside it, to the rest where resting is spoken
 * of, else to the next one in their order. "work 40 break 8", 改成7分钟, 30분 치고 7분 쉬게, 煮完再泡3分钟冰水.
 */
import { formatQuantity } from '../../base/language/format.ts'
import { fold, placesOf } from '../../base/resolve.ts'
import type { Behaviour } from '../../spec.ts'
import { asLabel } from '../rules/words.ts'
import { type Change, type Clause, is, type Rule, SURE } from './clause.ts'
import { SAY } from './say.ts'
import { ADD, CHANGE, REMOVE } from './words.ts'

type Timer = Extract<Behaviour, { kind: 'timer' }>
type Phase = Timer['phases'][number]
type Length = { minutes: number; start: number; end: number }

const REST = /\b(?:breaks?|rest(?:ing)?|pause|breather|off)\b|休息|休憩|休み|歇|휴식|쉬(?:는|게|고|자|기|면)|쉴|쉼/g
const WORK = /\b(?:work|focus|session|study|practi[cs]e|on)\b|专注|工作|学习|集中|作業|勉強|練習|집중|공부|작업|일하|연습|치고|치는/g
/** What comes after the others. */
const AFTER =
  /\b(?:then|after (?:that|it|which)|afterwards|at the end|followed by|plus)\b|(?:完|好|后|了)(?:之?后)?再|然后|接着|最后|(?:の)?(?:あと|後)に|それから|最後に|다음에|그\s?다음|끝나(?:고|면)|후에|마지막에|(?:고)\s?나서/
const ROUNDS =
  /\b(\d{1,2}) ?(?:rounds?|times|sets|cycles)\b|\bx ?(\d{1,2})\b|(\d{1,2})\s?(?:轮|輪|遍|组|セット|回(?!目)|ラウンド|세트|라운드|번|회)(?!分)/
/** It is done, and no wish: "I did 25 minutes". */
const DID =
  /\b(?:did|done|finished|completed|i (?:just )?(?:worked|studied|practi[cs]ed))\b|做了|学了|练了|完成了|(?:やった|した|しました|できた)(?:よ|ね)?$|[했었]어|했음|했다/

export const changePhase: Rule = (clause) => {
  const timer = clause.spec.behaviours.find((one): one is Timer => one.kind === 'timer')
  if (!timer || DID.test(clause.low)) return null
  if (is(clause, REMOVE)) return withoutPhase(timer, clause)
  const lengths = lengthsIn(clause, timer)
  const rounds = ROUNDS.exec(clause.low)
  if (!lengths.length) return rounds && TIMED.test(clause.low) ? repeated(timer, rounds, clause) : null
  const added =
    AFTER.test(clause.low) || (is(clause, ADD) && !named(clause.folded, timer).length) ? furtherPhase(timer, lengths, clause) : null
  return added ?? relengthened(timer, lengths, clause)
}
const TIMED = /\brounds?\b|\bx ?\d|\b(?:times|sets|cycles)\b|轮|组|セット|ラウンド|세트|라운드|번만|회/

/** Durations; in a clause that speaks of phases bare figures are minutes too. */
function lengthsIn(clause: Clause, timer: Timer): Length[] {
  const speaks =
    named(clause.folded, timer).length > 0 || new RegExp(REST.source).test(clause.low) || new RegExp(WORK.source).test(clause.low)
  return clause.reading.values.flatMap(({ read, start, end }) => {
    const minutes = read.kind === 'duration' ? read.minutes : speaks && read.kind === 'number' ? read.value : 0
    return minutes > 0 && minutes <= 1440 ? [{ minutes, start, end }] : []
  })
}

type Place = { start: number; end: number; phase: Phase }
/** Where phases are spoken of, by their labels or by what they are. */
function named(low: string, timer: Timer): Place[] {
  const at = timer.phases.flatMap((phase) => placesOf(low, fold(phase.label)).map(([start, end]) => ({ start, end, phase })))
  return at.sort((a, b) => a.start - b.start)
}
function spoken(clause: Clause, timer: Timer): Place[] {
  const { folded, low } = clause
  const byLabel = named(folded, timer)
  // The longer rest after several rounds stays as it is.
  const short = timer.phases.filter(({ rest }) => rest).toSorted((a, b) => a.minutes - b.minutes)
  const rest = /\blong\b|长|長い|긴/.test(low) ? short.at(-1) : short[0]
  const work = timer.phases.find((phase) => !phase.rest)
  const by = (words: RegExp, phase: Phase | undefined) =>
    phase ? [...low.matchAll(words)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length, phase })) : []
  const others = [...by(REST, rest), ...by(WORK, timer.phases.length <= 3 ? work : undefined)]
  return [...byLabel, ...others.filter((one) => !byLabel.some((label) => label.start < one.end && one.start < label.end))].sort(
    (a, b) => a.start - b.start,
  )
}

function relengthened(timer: Timer, lengths: Length[], clause: Clause): Change | null {
  const places = spoken(clause, timer)
  const wishes = is(clause, CHANGE) || WISH.test(clause.low) || clause.reading.tokens.length <= 6
  if (!places.length && !wishes) return null
  const to = new Map<Phase, number>()
  const order = timer.phases.filter((phase, i) => timer.phases.findIndex((one) => one.label === phase.label) === i)
  for (const length of lengths) {
    const phase =
      phaseOf(length, places, lengths) ??
      order.find((one) => !to.has(one) && !one.rest === !(to.size % 2)) ??
      order.find((one) => !to.has(one))
    if (phase && !to.has(phase)) to.set(phase, length.minutes)
  }
  if (!to.size) return null
  const labelled = new Map([...to].map(([phase, minutes]) => [`${phase.label} ${phase.minutes}`, minutes]))
  const phases = timer.phases.map((phase) => ({ ...phase, minutes: labelled.get(`${phase.label} ${phase.minutes}`) ?? phase.minutes }))
  const shown = [...to].map(([phase, minutes]) =>
    SAY.changed[clause.language](phase.label, formatQuantity(minutes, 'min', clause.spec.locale)),
  )
  return {
    edits: [{ do: 'change-behaviour', behaviour: { ...timer, phases } }],
    said: shown.join(', '),
    sure: places.length ? SURE.said : wishes ? SURE.meant : SURE.perhaps,
  }
}
const WISH =
  /\b(?:is|would be) (?:plenty|enough|better|fine)\b|\bi(?:'d)? (?:want|need|like)\b|\bmore like\b|(?:に|で)(?:して|お願い|いい|やって)|がいい|(?:分|時間)(?:で|に)|吧|就行|就够|够了|(?:으로|로)\s?(?:바꿔|해|하자|할래|줄여|늘려)|게\s?(?:해|하)|면\s?(?:돼|충분)/

/** The phase that is named nearest to a length, with no other length between. */
function phaseOf(length: Length, places: Place[], lengths: Length[]): Phase | undefined {
  const apart = ({ start, end }: Place) => (end <= length.start ? length.start - end : start - length.end)
  const free = places.filter((place) => {
    const [from, to] = place.end <= length.start ? [place.end, length.start] : [length.end, place.start]
    return !lengths.some((other) => other !== length && other.start >= from && other.end <= to)
  })
  const before = free.filter(({ end }) => end <= length.start)
  const after = free.filter(({ start }) => start >= length.end)
  // “work 40 break 8” names first; “30분 치고 7분 쉬게” and “45 min of work” after.
  const first = places.length > 0 && places[0]!.end <= lengths[0]!.start
  const side = first ? (before.length ? before : after) : after.length ? after : before
  return side.toSorted((a, b) => apart(a) - apart(b))[0]?.phase
}

/** 煮完再泡3分钟冰水, "then 10 minutes of stretching": one phase more. */
function furtherPhase(timer: Timer, lengths: Length[], clause: Clause): Change | null {
  const [length] = lengths
  if (!length || lengths.length > 1 || timer.phases.length >= 20) return null
  const around = `${clause.text.slice(0, length.start)} ${clause.text.slice(length.end)}`
  const said = asLabel(
    around
      .replace(AROUND, ' ')
      .replace(/\s+/g, clause.language === 'en' || clause.language === 'ko' ? ' ' : '')
      .trim(),
    40,
  )
  if (!/\p{L}/u.test(said) || timer.phases.some(({ label }) => fold(label) === fold(said))) return null
  const rest = new RegExp(REST.source).test(clause.low)
  return {
    edits: [
      {
        do: 'change-behaviour',
        behaviour: { ...timer, phases: [...timer.phases, { label: said, minutes: length.minutes, ...(rest && { rest }) }] },
      },
    ],
    said: SAY.added[clause.language](`${said} ${formatQuantity(length.minutes, 'min', clause.spec.locale)}`),
    sure: SURE.meant,
  }
}
const AROUND =
  /^.{0,8}?(?:完|好|了)(?:之?后)?再|然后再?|接着|最后|^(?:.{0,12}?)(?:の)?(?:あと|後)に(?:は|も)?|それから|最後に|^(?:.{0,10}?)(?:다음에|끝나고|끝나면|후에|고 나서)|마지막에|그\s?다음(?:에)?|\b(?:please|and|then|after (?:that|it|which)|afterwards|at the end|followed by|plus|add|another|an?|the|of|for|with|put|in|phase|i want|we want|minutes?|min)\b|再?加上?一?个?|添加|追加(?:して)?|足して|入れて|を|も|추가(?:해\s?줘)?|넣어\s?줘?|도(?=\s|$)|(?:해|하게)\s?줘|[,，、。.!！]/giu

/** "no break please": a phase that is done without. */
function withoutPhase(timer: Timer, clause: Clause): Change | null {
  const places = spoken(clause, timer)
  const gone = new Set(places.map(({ phase }) => phase.label))
  const phases = timer.phases.filter(({ label }) => !gone.has(label))
  if (!gone.size || !phases.length) return null
  return {
    edits: [{ do: 'change-behaviour', behaviour: { ...timer, phases } }],
    said: [...gone].map((label) => SAY.removed[clause.language](label)).join(', '),
    sure: SURE.said,
  }
}

function repeated(timer: Timer, [said, ...groups]: RegExpExecArray, clause: Clause): Change | null {
  const rounds = Number(groups.find(Boolean))
  return rounds >= 1 && rounds <= 50
    ? {
        edits: [{ do: 'change-behaviour', behaviour: { ...timer, rounds } }],
        said: SAY.changed[clause.language](timer.label, said.trim()),
        sure: SURE.said,
      }
    : null
}
