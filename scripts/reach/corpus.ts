/** Sentences with their language, and whether they ask for more than a spec can be. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/root.ts'
import type { Language } from '../../src/spec.ts'

export type Said = { language: Language; text: string; beyond: boolean }

/** A language, a tab, a sentence. */
export const saidIn = (file: string, beyond: boolean): Said[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [language, text] = line.split('\t') as [Language, string]
      return { language, text, beyond }
    })

/** Requests of bench/requests that are built as they are said; `wanted` chooses by the set's name ('own', 'held', 'blind', ...). */
export function requestsOf(wanted: (set: string) => boolean): Said[] {
  const folder = join(packageRoot(), 'bench', 'requests', 'data')
  return readdirSync(folder).flatMap((file) => {
    const [, set = 'own', language] = /^(?:(\w+)-)?(en|zh|ja|ko)\.jsonl$/.exec(file) ?? []
    if (!language || !wanted(set)) return []
    const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n').filter(Boolean)
    const asked = lines.map((line) => JSON.parse(line) as { family: string; say: string; missing?: boolean })
    return asked
      .filter(({ family, missing }) => family !== 'beyond' && !missing)
      .map(({ say }) => ({ language: language as Language, text: say, beyond: false }))
  })
}
