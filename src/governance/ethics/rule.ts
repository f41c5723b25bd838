/**
 * What a rule of the ethics library is. Rules are data: a condition, whom it holds for, what it does, the law or norm it stands on,
 * and its own cases. Every key of `when` must hold; a key that is left out holds always. What a rule says to a person stands under
 * its id in four languages (src/doors/messages-ethics.ts).
 */
import { z } from 'zod'

/** Where the person lives; `other` is anywhere that has no set of its own. */
export const Region = z.enum(['JP', 'KR', 'CN', 'other'])
export type Region = z.infer<typeof Region>
/** Told by the person; null where they did not say. */
export const Age = z.enum(['under-14', 'under-18', 'adult'])
export type Age = z.infer<typeof Age>
/** `people`: decides about other people (who is hired, admitted, lent to). `covert`: watches somebody who is not to know. */
export const Domain = z.enum(['health', 'money', 'law', 'people', 'covert'])
export type Domain = z.infer<typeof Domain>
/** What is about to happen: an app is published anew or changed, something is to be sent to a model elsewhere, a taste is tried. */
export const Act = z.enum(['build', 'change', 'send', 'taste'])
export type Act = z.infer<typeof Act>
/** Who made it: the rules of this program, or a model. */
export const Maker = z.enum(['rules', 'model'])

export const Situation = z.strictObject({
  act: Act,
  region: Region,
  age: Age.nullable(),
  domains: z.array(Domain),
  maker: Maker,
})
export type Situation = z.infer<typeof Situation>

export const Effect = z.discriminatedUnion('do', [
  /** It does not happen. */
  z.strictObject({ do: z.literal('block') }),
  /** A policy may not try these; `topic` of policy/topics.ts, null for every one. */
  z.strictObject({ do: z.literal('mask'), topic: z.string().nullable() }),
  /** What an action earns is less by so much, on the scale of rewards (-1 to 1). */
  z.strictObject({ do: z.literal('cost'), topic: z.string(), action: z.string(), amount: z.number().min(0).max(2) }),
  /** A person says yes first. */
  z.strictObject({ do: z.literal('approve') }),
  /** Is said with it; with `label` the app itself says, for as long as it is there, that a model made it. */
  z.strictObject({ do: z.literal('notice'), label: z.literal(true).optional() }),
])
export type Effect = z.infer<typeof Effect>

export const EthicsRule = z.strictObject({
  id: z.string().regex(/^(?:general|japan|korea|china)-[a-z-]+$/),
  /** Raised with every change of what it holds for or does. */
  version: z.number().int().min(1),
  when: z.strictObject({
    act: z.array(Act).optional(),
    region: z.array(Region).optional(),
    age: z.array(Age).optional(),
    domain: z.array(Domain).optional(),
    maker: z.array(Maker).optional(),
  }),
  effect: Effect,
  /** A rule that this one stands in for, where both hold: what a region says is said instead of what is said everywhere. */
  instead: z.string().optional(),
  source: z.strictObject({ kind: z.enum(['law', 'norm']), name: z.string(), where: z.string().optional() }),
  /** Why, for who reads the library. */
  because: z.string(),
  /** A situation of an adult elsewhere who builds with the rules, but for what is given; and whether the rule holds in it. */
  cases: z.array(z.strictObject({ given: Situation.partial(), holds: z.boolean() })).min(2),
})
export type EthicsRule = z.infer<typeof EthicsRule>

export const ORDINARY: Situation = { act: 'build', region: 'other', age: 'adult', domains: [], maker: 'rules' }
