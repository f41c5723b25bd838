/** What is lifted how often: 3x10, 185x8, 60kg×8×3, "3 sets of 8". Each figure has a part of its own: weight, repetitions, sets. */
import type { Reading } from '../../../base/language/types.ts'
import { unitOf } from '../../../base/language/units.ts'
import type { Field } from '../../../spec.ts'
import type { Take } from '../types.ts'
import { plain } from './numbers.ts'

export type Role = 'weight' | 'reps' | 'sets'

const SETS = /^sets?$|[组組]数?|セット|세트/i
const REPS = /^reps?$|repetitions|次[数數]|每[组組]|回数|レップ|횟수|회/i
const WEIGHT = /weight|load|重量|重さ|负重|負重|무게|중량/i

const TIMES = '\\s?[x×*✕]\\s?'
const REP_UNIT = '(?:\\s?(?:reps?\\b|[个個次回下]|회|개|번))?'
const SET_UNIT = '(?:\\s?(?:sets?\\b|[组組]|セット|세트))?'
/** 60kg×8×3; the unit stands with the first figure, if at all. */
const CHAIN = new RegExp(
  `(?<![\\d.,])(\\d{1,4}(?:\\.\\d{1,2})?)(?:\\s?(?:kgs?|lbs?|公斤|千克|磅|斤|キロ|ポンド|킬로|키로|파운드))?${REP_UNIT}${SET_UNIT}${TIMES}(\\d{1,3})${REP_UNIT}${SET_UNIT}(?:${TIMES}(\\d{1,4}))?(?![\\d.])${SET_UNIT}`,
  'i',
)
/** 3 sets of 8, 4組每組6下, 3セット10回. */
const SETS_OF =
  /(?<!\d)(\d{1,2})\s?(?:sets? of|[组組]\s?(?:[每各][组組]?)?|セット\s?の?|세트\s?에?)\s?(\d{1,3})(?![\d.])\s?(?:reps?\b|[个個次回下]|회|개|번)?/i
/** 10回3セット, 8개씩 3세트, 12下3组, 5 reps 3 sets: by what each counts. */
const REPS_SETS =
  /(?<![\d.])(\d{1,3})\s?(?:reps?\b|[个個次回下]|회|개|번)\s?(?:を|ずつ|씩|로|,|、|，|for|in)?\s?(\d{1,2})\s?(?:sets?\b|[组組]|セット|세트)/i
/** "315 for 3", "60kg for 8": a weight and how often. */
const LIFTED_FOR =
  /(?<![\d.,$£€])(\d{2,4}(?:\.\d{1,2})?)(?:\s?(?:kgs?|lbs?))? for (\d{1,2})(?![\d.,]|\s?(?:sets?|min|sec|hour|day|week|month|year|people|%))/i
/** Lifted by these is who does them. */
const BODY =
  /push-? ?ups?|pull-? ?ups?|chin-? ?ups?|sit-? ?ups?|press-? ?ups?|burpee|crunch|俯卧撑|俯臥撐|引体|引體|仰卧起坐|仰臥起坐|腕立て|懸垂|腹筋|팔굽혀|푸쉬업|푸시업|턱걸이|윗몸/i

/**
 * Which figure is which, as people write them: a weight first where a unit says so or the figure is one ("185x8"), sets by
 * repetitions ("3x10"), and the lesser for the sets where repetitions come first ("10x3", 60kg×8×3).
 */
export function rolesOf(figures: readonly number[], said: { unit: boolean; weighed: boolean; kept: ReadonlySet<Role> }): Role[] {
  const [first = 0, second = 0, third] = figures
  if (third !== undefined) {
    const heaviest = said.unit ? 0 : figures.indexOf(Math.max(...figures))
    const others = [0, 1, 2].filter((i) => i !== heaviest)
    const sets = figures[others[0]!]! <= figures[others[1]!]! ? others[0]! : others[1]!
    return figures.map((_, i) => (i === heaviest ? 'weight' : i === sets ? 'sets' : 'reps'))
  }
  const weight = said.kept.has('weight') && !said.weighed && (said.unit || first >= 20 || !said.kept.has('sets'))
  if (weight || said.unit) return ['weight', 'reps']
  return first > second && first >= 8 && second <= 6 ? ['reps', 'sets'] : ['sets', 'reps']
}

export function fillSets(reading: Reading, fields: readonly Field[], take: Take): void {
  const home = homesIn(fields)
  if (!home.reps) return
  const chain = CHAIN.exec(reading.text)
  const counted = chain ? null : SETS_OF.exec(reading.text)
  const lifted = chain || counted || !home.weight ? null : LIFTED_FOR.exec(reading.text)
  const said = chain ?? counted ?? lifted ?? REPS_SETS.exec(reading.text)
  if (!said) return
  const at: [number, number] = [said.index, said.index + said[0].length]
  const figures = said.slice(1).flatMap((one) => (one === undefined ? [] : [Number(one)]))
  const weights = reading.values.filter(({ read }) => read.kind === 'quantity' && read.dimension === 'mass')
  const weight = weights.find(({ start }) => start === at[0])
  const weighed = weights.length > 0 || BODY.test(reading.text)
  const roles: Role[] = chain
    ? rolesOf(figures, { unit: weight !== undefined, weighed, kept: new Set(Object.keys(home) as Role[]) })
    : counted
      ? ['sets', 'reps']
      : lifted
        ? ['weight', 'reps']
        : ['reps', 'sets']
  // One of two figures with no part of its own: what it is only the names can tell.
  if (roles.some((role) => !home[role]) && roles.length < 3) return
  roles.forEach((role, i) => {
    const field = home[role]
    const value = field && role === 'weight' && weight ? plain(weight.read, field) : figures[i]!
    if (field && value !== null) take(field, value, at)
  })
}

function homesIn(fields: readonly Field[]): { [R in Role]?: Field } {
  const named = (pattern: RegExp) => fields.find(({ kind, label, id }) => kind === 'number' && (pattern.test(label) || pattern.test(id)))
  const sets = named(SETS)
  const reps = named(REPS)
  const weight = fields.find((field) => field.kind === 'quantity' && unitOf(field.unit)?.dimension === 'mass') ?? named(WEIGHT)
  return { ...(sets && { sets }), ...(reps && { reps }), ...(weight && { weight }) }
}
