/** Whom words name: relations, the speaker, people by name. */
import { fold } from '../../base/concepts/fold.ts'
import type { Language } from '../../spec.ts'
import { LANGUAGES } from '../../spec.ts'
import { RELATIONS, type Relation } from './lexicon/people.ts'

const byForm = new Map<string, Relation>()
for (const relation of RELATIONS)
  for (const language of LANGUAGES)
    for (const form of relation.forms[language]) if (!byForm.has(fold(form))) byForm.set(fold(form), relation)

export const relationOf = (word: string): Relation | undefined => byForm.get(fold(word)) ?? byForm.get(fold(word).replace(/s$/, ''))

export const relationForms = (language: Language): string[] => RELATIONS.flatMap((relation) => relation.forms[language])

const HONORIFICS = /(?:さん|ちゃん|くん|君|様|先生|님|씨|께서|先生|女士|小姐)$/
/** "Yuki-san", 由紀さん and Yuki are one. */
export const bareName = (name: string) => {
  const bare = name
    .trim()
    .replace(/^(?:mr|mrs|ms|dr)\.? /i, '')
    .replace(/-?(?:san|chan|kun|sama)$/i, '')
    .replace(HONORIFICS, '')
  return bare === '' ? name.trim() : bare
}

/** What two ways of naming one subject have in common: 'me', a relation's id, or the folded name. */
export function subjectKey(subject: string): string {
  const relation = relationOf(subject)
  if (relation) return relation.id
  return fold(bareName(subject)).replace(/\s+/g, ' ')
}
