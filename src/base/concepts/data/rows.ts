/** Every row of the ontology. */
import type { Concept } from '../types.ts'
import { DETAILS } from './details.ts'
import { FOOD } from './food.ts'
import { HOME } from './home.ts'
import { LEISURE } from './leisure.ts'
import { LIFE } from './life.ts'
import { PEOPLE } from './people.ts'
import { QUALITIES } from './qualities.ts'
import { WAYS } from './ways.ts'
import { WORK } from './work.ts'

export const ROWS: readonly Concept[] = [...QUALITIES, ...DETAILS, ...FOOD, ...HOME, ...LIFE, ...WORK, ...LEISURE, ...PEOPLE, ...WAYS]
