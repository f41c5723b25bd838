/** Writes a retrieval set in the layout of bench/retrieval/sets.ts. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RetrievalSet } from '../../../bench/retrieval/sets.ts'

export function writeSet(folder: string, set: RetrievalSet): void {
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
