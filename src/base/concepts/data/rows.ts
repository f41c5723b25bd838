/** Every row of the ontology. */
import type { Concept } from '../types.ts'
import { DETAILS } from './details.ts'
import { FOOD } from './food.ts'
import { HOME } from './home.ts'
import { QUALITIES } from './qualities.ts'
import { WAYS } from './ways.ts'

export const ROWS: readonly Concept[] = [...QUALITIES, ...DETAILS, ...FOOD, ...HOME, ...WAYS]
