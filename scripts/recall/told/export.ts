/**
 * Writes conversations of our own as retrieval sets, one folder a language, for `npm run bench -- retrieval FOLDER`:
 * `npx tsx scripts/recall/told/export.ts OUT`. Questions are about templates that training has not seen.
 */
import { join } from 'node:path'
import { seeded } from '../../../src/base/rng.ts'
import { TOLD_LANGUAGES, toldSet } from './index.ts'
import { writeSet } from './write.ts'

const SEED = 99
const MEMORIES = 40

const out = process.argv[2]
if (!out) throw new Error('usage: scripts/recall/told/export.ts OUT')
for (const language of TOLD_LANGUAGES) writeSet(join(out, `told-${language}`), toldSet(language, MEMORIES, true, seeded(SEED)))
