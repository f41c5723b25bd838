/** Requests, and what is told, asked and changed of the apps they make; and what is of no app: corpus/*.txt, by hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load, SETS } from '../../bench/requests/facets.ts'
import { packageRoot } from '../../src/root.ts'
import type { Language } from '../../src/spec.ts'

export type Step = { say: string; does: 'log' | 'ask' | 'edit' }
/** A request, the kind of app where one is noted, and what is said of the app later. */
export type Asked = { request: string; family: string | null; said: Step[] }

const MARKS: Record<string, Step['does']> = { '-': 'log', '?': 'ask', '!': 'edit' }

export function written(language: Language): { asked: Asked[]; none: string[] } {
  const text = readFileSync(join(packageRoot(), 'scripts', 'route', 'corpus', `${language}.txt`), 'utf8')
  const asked: Asked[] = []
  const none: string[] = []
  for (const block of text.split(/\n\s*\n/)) {
    const [head = '', ...lines] = block.trim().split('\n')
    if (!head.startsWith('#')) continue
    if (head.startsWith('#none')) none.push(...lines.map((line) => line.slice(1).trim()).filter(Boolean))
    else {
      const said = lines.flatMap((line): Step[] => {
        const does = MARKS[line[0] ?? '']
        return does ? [{ does, say: line.slice(1).trim() }] : []
      })
      asked.push({ request: head.slice(1).trim(), family: null, said })
    }
  }
  return { asked, none }
}

/** The requests of the bench, with their follow-ups. */
export function benched(language: Language): Asked[] {
  const folder = join(packageRoot(), 'bench', 'requests', 'data')
  return SETS.flatMap((set) => load(folder, language, set)).map(({ say, family, then }) => ({
    request: say,
    family,
    said: then
      .filter((step) => !step.another)
      .map((step): Step => ({ say: step.say, does: step.log || step.logtext ? 'log' : step.answer !== undefined ? 'ask' : 'edit' })),
  }))
}
