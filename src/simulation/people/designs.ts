/**
 * The designs of an app that a policy may choose among, and what of them a person can like: numbers, alone and with the
 * situation they are met in. What is likeable is known; how much whom pleases what is hidden in the people.
 */
export const DENSITIES = ['airy', 'dense'] as const
export const FIRSTS = ['entry', 'table', 'chart'] as const
export const GUIDANCES = [0, 1, 3] as const

export type Design = {
  density: (typeof DENSITIES)[number]
  /** What stands at the top. */
  first: (typeof FIRSTS)[number]
  /** Lines of guidance. */
  guidance: (typeof GUIDANCES)[number]
}
export const DESIGNS: readonly Design[] = DENSITIES.flatMap((density) =>
  FIRSTS.flatMap((first) => GUIDANCES.map((guidance) => ({ density, first, guidance }))),
)
/** What is made where nothing was learned. */
export const FIXED: Design = { density: 'airy', first: 'entry', guidance: 1 }

export type Situation = {
  phone: boolean
  /** Many entries are there already. */
  full: boolean
  /** The person's first apps. */
  early: boolean
}

/** Each trait alone, and with each part of the situation: (TRAITS). */
export function traitsOf({ density, first, guidance }: Design, { phone, full, early }: Situation): Float64Array {
  const alone = [density === 'dense' ? 1 : 0, first === 'table' ? 1 : 0, first === 'chart' ? 1 : 0, guidance / 3]
  const parts = [phone, full, early].flatMap((holds) => alone.map((value) => (holds ? value : 0)))
  return Float64Array.from([1, ...alone, ...parts])
}
export const TRAITS = 17
