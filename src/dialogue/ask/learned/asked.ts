/** The question that is likeliest asked, where the rules' reading is none of a kind that only they know. */
import type { Reading } from '../../../base/language/types.ts'
import { fold, visibleCollections } from '../../../base/resolve.ts'
import type { AppSpec, Query } from '../../../spec.ts'
import { partsOf } from '../parts.ts'
import type { AskContext } from '../when.ts'
import { likeliest } from './model.ts'

/** Asked of a limit, a balance, a change, a rate, what is linked, the period before: each has words of its own. */
const KNOWN: readonly (keyof Query)[] = ['left', 'less', 'change', 'per', 'linked', 'compare']
const LONGEST = 200
/** 谁没来, “who hasn't been wormed”. */
const NEGATED = /[没未]|n't\b|\bnt\b|(?:has|have|is|was|did)nt\b|\b(?:not|never|without)\b|ない|なかった|ません|へん|안\s|못\s|않|없/u
/** “by shop”: a figure for each of them. */
const EACH =
  /\b(?:by|per|each|every|split|break(?:down)?|broken down)\b|按|每|各|分别|分別|分(?:店|人|类|類)|別|ごと|それぞれ|별|마다|각각|각\s/u

const WHEN = /\bwhen\b|什么时候|什么时间|哪天|几号|いつ|何日|언제|며칠/u

export function askedOf(reading: Reading, spec: AppSpec, ctx: AskContext, rules: Query): Query {
  const own = visibleCollections(spec)
  if (own.length !== 1 || own[0]!.id !== rules.collection || reading.text.length > LONGEST || KNOWN.some((key) => rules[key] !== undefined))
    return rules
  if (rules.group && rules.limit === undefined && !rules.names && EACH.test(fold(reading.text))) return rules
  const found = likeliest(partsOf(reading, spec, ctx), rules)
  // “When was the last deposit?” asks for a day, and never for the largest.
  if (rules.limit === 1 && rules.group?.by === 'day' && found.group?.by !== 'day' && WHEN.test(fold(reading.text))) return rules
  // A yes or no that is heard in as many words is not turned round.
  const turned = found.filter.some(({ field, op, value }) =>
    rules.filter.some((one) => one.field === field && one.op === '=' && op === '=' && typeof value === 'boolean' && one.value === !value),
  )
  if (turned && !found.exists) return rules
  // Nor is it dropped for a field that is empty.
  const ticked = rules.filter.find(({ op, value }) => op === '=' && typeof value === 'boolean')
  if (ticked && found.filter.length && found.filter.every(({ field, op }) => op === 'empty' && field !== ticked.field)) return rules
  const [said, ...others] = found.filter.filter(({ op, value }) => op === '=' && typeof value === 'boolean')
  if (
    !found.exists &&
    said?.value === true &&
    !others.length &&
    NEGATED.test(fold(reading.text)) &&
    !rules.filter.some(({ field }) => field === said.field)
  )
    return { ...found, filter: found.filter.map((one) => (one === said ? { ...one, value: false } : one)) }
  // What nobody has ticked is as good as a no.
  const no = new Set(found.filter.flatMap(({ field, op, value }) => (op === '=' && value === false ? [field] : [])))
  return { ...found, filter: found.filter.filter(({ field, op }) => op !== 'filled' || !no.has(field)) }
}
