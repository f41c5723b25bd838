/** What the library says of a situation. Pure: the rules that hold, without those that others stand in for, and what they do. */
import type { Effect, EthicsRule, Situation } from './rule.ts'
import { china } from './sets/china.ts'
import { general } from './sets/general.ts'
import { japan } from './sets/japan.ts'
import { korea } from './sets/korea.ts'

export const LIBRARY: readonly EthicsRule[] = [...general, ...japan, ...korea, ...china]

export function holds({ when }: EthicsRule, { act, region, age, domains, maker }: Situation): boolean {
  return (
    (!when.act || when.act.includes(act)) &&
    (!when.region || when.region.includes(region)) &&
    (!when.age || (age !== null && when.age.includes(age))) &&
    (!when.domain || when.domain.some((domain) => domains.includes(domain))) &&
    (!when.maker || when.maker.includes(maker))
  )
}

/** In the order of the library. */
export function holding(situation: Situation, library: readonly EthicsRule[] = LIBRARY): EthicsRule[] {
  const found = library.filter((rule) => holds(rule, situation))
  const replaced = new Set(found.map(({ instead }) => instead))
  return found.filter(({ id }) => !replaced.has(id))
}

export const doing = <D extends Effect['do']>(rules: readonly EthicsRule[], what: D) =>
  rules.filter((rule): rule is EthicsRule & { effect: Extract<Effect, { do: D }> } => rule.effect.do === what)

/** `Act 1 of 2020, Art. 3` */
export const sourceOf = ({ source }: EthicsRule): string => [source.name, source.where].filter(Boolean).join(', ')
