/**
 * Conversations of strangers, by hand: what each message wants, and what must come of it. Those of data/ only measure;
 * those of scripts/act/corpus are learned from.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ACTS, type Act } from '../../src/dialogue/act/acts.ts'
import { packageRoot } from '../../src/root.ts'
import type { Language } from '../../src/spec.ts'

/** `app`: the place of the app it is of among those built so far; null where it is of the open one, or of none. */
export type Line = { act: Act; app: number | null; text: string; expected: string | null }
export type Talk = { locale: string; language: Language; who: string; lines: Line[] }

const LINE = /^([a-z-]+)(?: (\d+))?: (.+?)(?:\s+=>\s*(.+))?$/

export const TAUGHT = join(packageRoot(), 'scripts', 'act', 'corpus')
export const MEASURING = join(packageRoot(), 'bench', 'talks', 'data')

/** Throws where a line has no known label: the corpus is ours. */
export function talks(language: Language, folder: string): Talk[] {
  const found: Talk[] = []
  for (const line of readFileSync(join(folder, `${language}.txt`), 'utf8').split('\n')) {
    if (!line.trim() || line.startsWith('# ')) continue
    if (line.startsWith('## ')) {
      const [locale = '', who = ''] = line.slice(3).split(/\s*\|\s*/)
      found.push({ locale: locale.trim(), language, who, lines: [] })
      continue
    }
    const [, act, app, text, expected] = LINE.exec(line.trim()) ?? []
    if (!ACTS.includes(act as Act) || !text || !found.length) throw new Error(`not a line of a talk: ${line}`)
    found.at(-1)!.lines.push({ act: act as Act, app: app ? Number(app) - 1 : null, text, expected: expected ?? null })
  }
  return found
}
