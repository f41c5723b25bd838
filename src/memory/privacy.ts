/**
 * Who may be told what. Every recall names its audience; what the audience may not see is left out before anything is
 * scored, so that it can neither be returned nor change what is.
 */
import { PRIVACY_CLASSES, type PrivacyClass } from './types.ts'

export type Purpose = 'answer' | 'build' | 'suggest' | 'train'
/** 'person' is the person themselves, on their own page; anything else is where a prompt would be sent. */
export type Audience = { destination: string; purpose: Purpose; classes: ReadonlySet<PrivacyClass> }

export const FOR_THE_PERSON: Audience = { destination: 'person', purpose: 'answer', classes: new Set(PRIVACY_CLASSES) }

/** What leaves this machine unless the person says otherwise: nothing guarded. */
export const ELSEWHERE: readonly PrivacyClass[] = ['open', 'personal']

/** Stands for every destination that the person decided nothing of its own for. */
export const ANY_MODEL = 'any-model'

/** Classes a person has allowed, by destination; kept in the settings as JSON. */
export type Permissions = Readonly<Record<string, readonly PrivacyClass[]>>

/** What is shown to the person unasked, when a conversation begins: somebody may look over their shoulder. */
export const OPENING = 'opening'

/** What may be shown so: nothing guarded, unless the person allowed it by this name. */
export function unasked(permissions: Permissions): Audience {
  const allowed = Object.hasOwn(permissions, OPENING) ? permissions[OPENING]! : ELSEWHERE
  return { destination: 'person', purpose: 'suggest', classes: new Set(allowed.filter((one) => one !== 'secret')) }
}

export function audienceFor(destination: string, purpose: Purpose, permissions: Permissions): Audience {
  if (destination === 'person') return { ...FOR_THE_PERSON, purpose }
  const allowed = [destination, ANY_MODEL].find((name) => Object.hasOwn(permissions, name))
  // A secret goes nowhere, whatever a setting says.
  return { destination, purpose, classes: new Set((allowed ? permissions[allowed]! : ELSEWHERE).filter((one) => one !== 'secret')) }
}
