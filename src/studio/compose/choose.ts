/** Which family a request is for, and what goes beside it. */

import type { Family } from '../../base/concepts/types.ts'
import type { Frame } from '../frame/types.ts'
import { spansIn } from '../rules/spans.ts'
import { adjust, compares, cueIsAsked, listsThings } from './adjust.ts'
import { beats, COMBINES } from './families.ts'
import { nearestOf } from './nearest.ts'

/** A list for a journey is not yet a plan of it. */
const ITINERARY = /itinerary|plan|schedule|day by day|行程|日程|旅程|予定|プラン|しおり|일정|계획|코스/

export type Chosen = { primary: Family; beside: Family[]; sure: boolean }

export function choose(frame: Frame): Chosen {
  const low = frame.low
  if (frame.errand) return { primary: 'checklist', beside: [], sure: true }
  const candidates = frame.families.filter((one) => one.weight >= 0.25)
  if (frame.formulas.length && !isKeptFormula(frame)) return { primary: 'calculator', beside: [], sure: true }
  const strong = candidates.filter((one) => one.weight >= 0.55)
  const pool = strong.length ? strong : candidates
  const contest = new Map(pool.map((one) => [one.family, one.weight]))
  adjust(contest, frame)
  // What beats another that is here takes its place, however many words speak for the other.
  const alive = [...contest].filter(
    ([family]) => ![...contest].some(([other, weight]) => other !== family && beats.get(other)?.has(family) && weight >= 0.45),
  )
  const ranked = (alive.length ? alive : [...contest]).sort((a, b) => b[1] - a[1] || firstAt(frame, a[0]) - firstAt(frame, b[0]))
  let primary = ranked[0]?.[0]
  const sure = primary !== undefined && (ranked[0]?.[1] ?? 0) >= 0.5
  if (!primary || !sure) primary = fallback(frame, primary, ranked[0]?.[1] ?? 0)
  const joined = /\b(?:and|with|plus|also|including)\b|和|与|还|加上|以及|、|と|も|あわせ|랑|와|과|및|그리고|[,+&]/.test(low)
  const beside = joined
    ? (COMBINES[primary] ?? []).filter(
        (family) =>
          (frame.families.find((one) => one.family === family)?.weight ?? 0) >= 0.85 &&
          (!cueIsAsked(frame, family) || isPart(primary, family, frame) || standsApart(family, frame)) &&
          (family !== 'trip' || ITINERARY.test(low)),
      )
    : []
  return { primary, beside: beside.slice(0, 3), sure }
}

/** A formula of what is noted down again and again, not of a sum made once: "fuel log: …; total = litres * price", 거래 내역. */
export function isKeptFormula(frame: Frame): boolean {
  if (!frame.formulas.length || isCalculation(frame)) return false
  const named = new Set(frame.formulas.flatMap((one) => [one.label, ...one.names]).map((one) => one.toLowerCase()))
  const others = frame.asked.filter(
    (one) => ![...named].some((name) => name.includes(one.label.toLowerCase()) || one.label.toLowerCase().includes(name)),
  )
  return KEEPS.test(frame.low) || others.length >= 2
}
const CALCULATES = /calculat|calculator|work out|计算器|计算|算一?下|計算|电卓|電卓|계산기|계산/
/** What is asked for is a result, said so. */
export const isCalculation = ({ low }: Frame): boolean => CALCULATES.test(low)
const KEEPS =
  /\b(?:log|logbook|track|tracker|record|records|ledger|diary|journal|list|history|book|inventory|sheet)\b|记录|台账|清单|账本|明细|日志|記録|帳|台帳|一覧|リスト|ログ|日誌|기록|내역|장부|일지|목록|대장|관리/
/** 持ち物 beside a plan of days are a list of their own, not a quality of each day. */
const isPart = (primary: Family, family: Family, frame: Frame): boolean => {
  if (primary !== 'trip' || family !== 'packing') return false
  frame.asked = frame.asked.filter((one) => one.part?.id !== 'bring')
  return true
}
/** "…, and while at it my pocket money": said as a thing of its own. */
const ALSO =
  /顺便|顺带|另外|同时|还想?要?|ついでに|あと|それと|併せて|겸|그리고 또|하는 김에|\b(?:also|as well|while at it|on the side|at the same time)\b/
const standsApart = (family: Family, frame: Frame): boolean => {
  const cues = frame.cues.filter((cue) => cue.family === family)
  const phrase = frame.phrases.find((one) => cues.some((cue) => cue.start >= one.start && cue.end <= one.end))
  if (!phrase || phrase === frame.phrases[0] || !ALSO.test(phrase.text.toLowerCase())) return false
  frame.asked = frame.asked.filter((one) => one.start !== phrase.start)
  frame.items = frame.items.filter((one) => one.start !== phrase.start)
  return true
}

const firstAt = (frame: Frame, family: Family) => frame.cues.find((cue) => cue.family === family)?.start ?? 1e9

/** 遠征費, wedding costs: what is kept is what it costs. */
const COSTS = /(?:費|経費|费用|花费|花销|开销|비용|경비)$|\b(?:costs|spending|expenses)$/i
export const isOfCosts = ({ learned, topic }: Frame): boolean => COSTS.test(learned ?? topic)

/** Nothing known was named: bounds, rhythm and qualities say what kind of app is nearest. */
function fallback(frame: Frame, weak: Family | undefined, weight: number): Family {
  if (weak && weight >= 0.45) return weak
  if (frame.behaviours.has('timer') || stretches(frame)) return 'timer'
  if (frame.behaviours.has('split')) return 'split'
  if (frame.behaviours.has('repetition')) return 'flashcards'
  if (frame.behaviours.has('quiz')) return 'quiz'
  if (frame.behaviours.has('countdown') && frame.asked.length < 2) return 'countdown'
  if (frame.behaviours.has('pick')) return 'picker'
  if (frame.behaviours.has('streak')) return 'habit'
  if (frame.lists.criteria.length >= 2 && compares(frame) && !/记录|記録|기록|\blog\b/i.test(frame.phrases[0]?.text ?? ''))
    return 'decision'
  if (frame.views.has('board')) return 'board'
  if (listsThings(frame)) {
    frame.asked = frame.asked.filter((one) => !frame.items.some((item) => item.head !== undefined && item.start === one.start))
    return /\b(?:bag|suitcase|rucksack|backpack|kit|luggage|packing|holiday|camping)\b/.test(frame.phrases[0]?.text.toLowerCase() ?? '')
      ? 'packing'
      : 'checklist'
  }
  if (isOfCosts(frame) && !frame.asked.some(({ kind }) => /^date|^time/.test(kind))) return 'expenses'
  const near = nearestOf(frame)
  if (near) return 'family' in near ? near.family : 'collection'
  if (frame.bounds.some((bound) => bound.what === 'money' && bound.op !== 'least')) return 'expenses'
  const kinds = new Set(frame.asked.map((one) => one.part?.id))
  if (['amount', 'price'].some((id) => kinds.has(id)) && ['date', 'shop'].some((id) => kinds.has(id)) && frame.asked.length <= 5)
    return 'expenses'
  // To keep under something is no habit to tick.
  if (frame.bounds.some((bound) => bound.op === 'most' && bound.per)) return 'collection'
  if (frame.every && frame.asked.length === 0 && frame.items.length === 0) return 'habit'
  if (weak === 'habit' && frame.asked.length === 0) return 'habit'
  if (frame.views.has('calendar') && frame.asked.length === 0) return 'events'
  if (frame.things.length && !frame.asked.length) return 'checklist'
  return 'collection'
}

/** "Warm up 5 min, run 20, cool down 5": stretches of time with their names, and nothing to keep. */
const stretches = ({ reading, asked }: Frame): boolean => !asked.length && spansIn(reading).filter(({ label }) => label).length >= 3
