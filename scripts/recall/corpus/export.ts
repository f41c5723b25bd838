/**
 * Writes the dialogues that are never taught as retrieval sets, one folder a language, for `npm run bench -- retrieval
 * FOLDER`: `npx tsx scripts/recall/corpus/export.ts OUT`.
 */
import { join } from 'node:path'
import { writeSet } from '../told/write.ts'
import { corpusParts } from './parts.ts'

const out = process.argv[2]
if (!out) throw new Error('usage: scripts/recall/corpus/export.ts OUT')
for (const { name, validation } of corpusParts()) writeSet(join(out, name.replace(' ', '-')), validation)
