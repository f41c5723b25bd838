/**
 * Writes conversations of our own as retrieval sets, one folder a language, for `npm run bench -- retrieval FOLDER`:
 * `npx tsx scripts/recall/told/export.ts OUT`. Questions are about templates that training has not seen.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../../../src/base/rng.ts'
import { TOLD_LANGUAGES, toldSet } from './index.ts'

const SEED = 99
const MEMORIES = 40

const out = process.argv[2]
if (!out) throw new Error('usage: scripts/recall/told/export.ts OUT')
for (const language of TOLD_LANGUAGES) {
  const set = toldSet(language, MEMORIES, true, seeded(SEED))
  const folder = join(out, `told-${language}`)
  mkdirSync(folder, { recursive: true })
  const write = (name: string, rows: unknown[]) =>
    writeFileSync(join(folder, name), `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`)
  write('corpus.jsonl', [...set.docs.values()])
  write(
    'groups.jsonl',
    [...set.groups].map(([group, docs]) => ({ group, docs })),
  )
  write('queries.jsonl', set.queries)
}
