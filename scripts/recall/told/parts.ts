/** Sets of our own conversations as the memory token's training reads them: one import, one part a language. */
import type { RetrievalSet } from '../../../bench/retrieval/sets.ts'
import { seeded } from '../../../src/base/rng.ts'
import { TOLD_LANGUAGES, toldSet } from './index.ts'

const SEED = 21
const [TRAIN, HELD] = [12, 12]

export type ToldPart = { name: string; train: RetrievalSet; validation: RetrievalSet; weight: number; k: number }

/** The validation part asks about templates that the train part has none of. */
export const toldParts = (): ToldPart[] =>
  TOLD_LANGUAGES.map((language) => ({
    name: `told ${language}`,
    train: toldSet(language, TRAIN, false, seeded(SEED)),
    validation: toldSet(language, HELD, true, seeded(SEED + 1)),
    weight: 0.5,
    k: 5,
  }))
