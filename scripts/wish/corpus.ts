/** Wishes with their marks (corpus/*.txt): what each line says, and which of its words are what. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../src/spec.ts'
import type { Role } from '../../src/studio/marks/labels.ts'

export type Marked = { start: number; end: number; role: Role; kind: string | null }
export type Wish = { language: Language; text: string; marks: Marked[] }

const ROLE: Record<string, Role> = { t: 'topic', f: 'field', o: 'option', i: 'item' }
const TAG = /<(\/?)([tfoi])(?:\s+([a-z]+))?>/g

/** Throws where a mark is not closed: the corpus is ours. */
export function wishOf(line: string, language: Language): Wish {
  const marks: Marked[] = []
  let text = ''
  let at = 0
  let open: { role: Role; kind: string | null; start: number } | null = null
  for (const { 0: tag, 1: closes, 2: letter, 3: kind, index } of line.matchAll(TAG)) {
    text += line.slice(at, index)
    at = index + tag.length
    const role = ROLE[letter!]!
    if (!closes && open) throw new Error(`a mark within a mark: ${line}`)
    if (!closes) open = { role, kind: kind ?? null, start: text.length }
    else if (open?.role !== role) throw new Error(`a mark that is not closed: ${line}`)
    else {
      marks.push(trimmed({ ...open, end: text.length }, text))
      open = null
    }
  }
  if (open) throw new Error(`a mark that is not closed: ${line}`)
  return { language, text: text + line.slice(at), marks }
}

/** Stops and quotes around a name are no part of it. */
function trimmed(mark: Marked, text: string): Marked {
  const said = text.slice(mark.start, mark.end)
  const lead = /^[\s"“”'‘「『]+/.exec(said)?.[0].length ?? 0
  const trail = /[\s"“”’」』?？!！.。…,，、]+$/.exec(said)?.[0].length ?? 0
  return lead + trail < said.length ? { ...mark, start: mark.start + lead, end: mark.end - trail } : mark
}

export function wishes(folder: string, language: Language, complain: (error: Error) => void = () => undefined): Wish[] {
  const lines = readFileSync(join(folder, `${language}.txt`), 'utf8').split('\n')
  return lines.flatMap((line) => {
    if (!line.trim()) return []
    try {
      return [wishOf(line.trim(), language)]
    } catch (error) {
      complain(error as Error)
      return []
    }
  })
}

/** Names of fields by their kind, in lines of `kind: name | name`. */
export function fieldNames(folder: string, language: Language): { kind: string; label: string }[] {
  const lines = readFileSync(join(folder, 'fields', `${language}.txt`), 'utf8').split('\n')
  return lines.flatMap((line) => {
    const [, kind, labels] = /^([a-z]+):\s*(.+)$/.exec(line.trim()) ?? []
    return kind && labels ? labels.split('|').map((label) => ({ kind, label: label.trim() })) : []
  })
}
