/**
 * What a decision was made on, by name. The same record is journalled, explained to the person and learned from, so there is
 * no second place where a feature could mean something else.
 */
export type Features = Readonly<Record<string, number | string | boolean>>

/** Present in every state: an action's liking before anything is known. */
export const BIAS = 'always'

/**
 * Name and value of each component: a number is itself, a truth is 1 where it holds, a word is one component a word
 * (`language=ja`). A number that is none (NaN, infinite) counts for nothing. Linear in the number of features.
 */
export function components(features: Features): [name: string, value: number][] {
  const found: [string, number][] = [[BIAS, 1]]
  for (const [name, value] of Object.entries(features)) {
    if (typeof value === 'string') found.push([`${name}=${value}`, 1])
    else if (typeof value === 'boolean') value && found.push([name, 1])
    else if (Number.isFinite(value) && value !== 0) found.push([name, value])
  }
  return found
}
