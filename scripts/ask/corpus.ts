/** Questions to lists with entries in them, each with its right answer: those of corpus/*.txt, and of scripts/act/beside. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Language } from '../../src/spec.ts'
import { type Beside, besides, headed } from '../act/beside.ts'

export type Question = { text: string; expected: string }
export type Asked = { beside: Beside; questions: Question[] }

const here = dirname(fileURLToPath(import.meta.url))
const LINE = /^(.+\S)\s+=>\s*(\S.*)$/

/** Throws where a line is not of the form, or of an app that is not there: the corpus is ours. */
export function askedOf(language: Language): Asked[] {
  const found = besides(language).map(
    (beside): Asked => ({
      beside,
      questions: beside.lines.flatMap(({ act, text, expected }) => (act === 'ask' && expected ? [{ text, expected }] : [])),
    }),
  )
  let at: Asked | undefined
  for (const line of readFileSync(join(here, 'corpus', `${language}.txt`), 'utf8').split('\n')) {
    if (!line.trim()) continue
    if (line.startsWith('## ')) {
      at = headed(line, found, ({ beside }) => beside.app)
      continue
    }
    const [, text, expected] = LINE.exec(line) ?? []
    if (!text || !expected || !at) throw new Error(`not a question with its answer: ${line}`)
    at.questions.push({ text, expected })
  }
  return found
}

/** What kind of answer a question has, by how its right answer is written. */
export type Kind = 'yes or no' | 'none' | 'figure' | 'day or time' | 'names'
export const kindOf = (right: string): Kind =>
  /^(?:yes|no)$/i.test(right)
    ? 'yes or no'
    : /^none$/i.test(right)
      ? 'none'
      : /^\d{4}-\d{2}-\d{2}|^\d{1,2}:\d{2}$/.test(right)
        ? 'day or time'
        : /^[-$£€₹¥]?\d[\d,.]*(?:\s?[\p{L}%°/.]{0,8})?(?: \d+ ?\p{L}+)?$/u.test(right)
          ? 'figure'
          : 'names'
