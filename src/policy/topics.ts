/**
 * What is decided by taste: things of a new app that one person likes one way and the next another. Both actions of a topic are
 * safe, can be put right with a word, and what comes of them is seen; nothing else is decided so. What is done where nothing was
 * learned stands first.
 */
import type { Features } from './features.ts'
import type { LinearPolicy } from './linear.ts'

export const TOPICS = ['density', 'first', 'offers'] as const
export type TopicId = (typeof TOPICS)[number]
export const isTopic = (text: string): text is TopicId => (TOPICS as readonly string[]).includes(text)

export type Topic = {
  id: TopicId
  actions: readonly [shipped: string, other: string]
  /** A truth of the occasion that a policy may go by. */
  given: 'many' | 'several' | 'few'
  /** Occasions that have to be known before anything else is tried. */
  before: number
  /** Occasions that both are tried on before it is left as it was. */
  tries: number
  /** Days until nothing seen means nothing to be seen. */
  days: number
}

export const topics: Record<TopicId, Topic> = {
  /** How tight it is; `many`: there are more than five things to fill in. */
  density: { id: 'density', actions: ['roomy', 'compact'], given: 'many', before: 1, tries: 90, days: 3 },
  /** The form or what was noted; `several`: there are two ways to look at it, or more. */
  first: { id: 'first', actions: ['entry', 'views'], given: 'several', before: 1, tries: 90, days: 3 },
  /** What could come next, offered beside it; `few`: the person has few apps yet. */
  offers: { id: 'offers', actions: ['offer', 'quiet'], given: 'few', before: 6, tries: 150, days: 1 },
}

/** So far above the other that its chance is 1 to the last digit. */
const SURELY = 40

/** What one would do always, only where `given` holds, or only where it does not: small enough a family to be told in a sentence. */
export const WHERES = ['always', 'where', 'unless'] as const
export type Where = (typeof WHERES)[number]

/** Whether a candidate takes the other action there. */
export const takesOther = (where: Where, given: boolean): boolean => where === 'always' || (where === 'where') === given
export const isGiven = ({ given }: Topic, features: Features): boolean => features[given] === true

/** The shipped action, always. */
export const shippedPolicy = ({ id, actions }: Topic): LinearPolicy => ({
  ...{ id: `${id}/${actions[0]}`, actions, temperature: 1, exploration: 0 },
  weights: { [actions[0]]: { always: SURELY } },
})

/** The other action, always or as `where` says. */
export function candidate({ id, actions, given }: Topic, where: Where): LinearPolicy {
  const [, other] = actions
  const by = {
    always: { always: SURELY },
    where: { always: -SURELY, [given]: 2 * SURELY },
    unless: { always: SURELY, [given]: -2 * SURELY },
  }
  const name = { always: '', where: `/${given}`, unless: `/not-${given}` }
  return { id: `${id}/${other}${name[where]}`, actions, weights: { [other]: by[where] }, temperature: 1, exploration: 0 }
}

/** What a choice of this topic is journalled with. */
export const featuresOf = (topic: TopicId, given: boolean, risk: boolean): Features => ({
  [topics[topic].given]: given,
  ...(risk && { risk }),
})
