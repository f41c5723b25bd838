/**
 * Templates of the lexicon as patterns. `{}` takes the value, `{2}` a name beside it, `{other}` what is passed over;
 * `(a/b)` is a choice. Every slot is bounded and every pattern is anchored, so that matching a clause (itself bounded)
 * takes constant time.
 */
import type { Language } from '../../spec.ts'
import type { PredicateRow } from './lexicon/predicates.ts'
import { PREDICATES } from './lexicon/predicates.ts'
import { literally } from './lexicon/table.ts'

export type Template = {
  row: PredicateRow
  pattern: RegExp /** Letters that must be there: a cheap test before the pattern. */
  must: string /** Letters that are no slot: the more, the surer. */
  weight: number
}
export type Slots = {
  row: PredicateRow /** The whole predicate where the template has no slot. */
  value: string
  name: string | null
  other: string | null
}

const SLOT = /\{(2|other)?\}|\(([^)]*)\)|[^{(]+/g
const GROUPS = { 2: '(?<n>.{1,30}?)', other: '(?<o>.{1,40}?)' }

/** Particles that may take another's place, or be left out, in speech. */
const PARTICLES: Partial<Record<Language, [RegExp, string][]>> = {
  ja: [
    [/^が/, '(?:が|は|も|って|を)'],
    [/^を/, '(?:を|は|も|が)?'],
    [/^に(?!て)/, '(?:に|には|にも|へ)'],
    [/^で/, '(?:で|では)'],
  ],
}
const KOREAN_OBJECT = '(?:을|를|이|가|은|는|도|만)?'

function patternOf(template: string, language: Language): RegExp {
  let source = ''
  for (const [piece, slot, choice] of template.matchAll(SLOT)) {
    if (piece === '{}') source += '(?<v>.{1,80}?)'
    else if (slot) source += GROUPS[slot as keyof typeof GROUPS]
    else if (choice !== undefined) source += `(?:${choice.split('/').map(literally).join('|')})`
    else source += literal(piece, language)
  }
  const open = language === 'en' && !template.endsWith('}') ? '(?: .*)?' : ''
  return new RegExp(`^${source}${open}$`, 'iu')
}

function literal(text: string, language: Language): string {
  if (language === 'ko')
    return text
      .split('O')
      .map((part) => literally(part).replace(/ /g, ' ?'))
      .join(KOREAN_OBJECT)
  const particle = PARTICLES[language]?.find(([test]) => test.test(text))
  return particle ? particle[1] + literally(text.slice(1)) : literally(text)
}

/** Templates by what they are looked up with: the first word (English), the last predicate (Japanese, Korean), or one list. */
export function templatesBy(language: Language, keyOf: (template: string) => { key: string; rest: string }): Map<string, Template[]> {
  const map = new Map<string, Template[]>()
  for (const row of PREDICATES)
    for (const template of row.forms[language]) {
      const { key, rest } = keyOf(template)
      const list = map.get(key) ?? []
      list.push({
        row,
        pattern: patternOf(rest, language),
        must: language === 'en' ? '' : mustOf(rest),
        weight: template.replace(/\{[^}]*\}/g, '').length + (template.includes('{2}') ? 2 : 0),
      })
      map.set(key, list)
    }
  for (const list of map.values()) list.sort((a, b) => b.weight - a.weight)
  return map
}

/** The longest run of letters that no particle may replace. */
const mustOf = (rest: string): string =>
  rest
    .split(/\{[^}]*\}[がをにで]?|\([^)]*\)|[O ]/)
    .sort((a, b) => b.length - a.length)[0]
    ?.toLowerCase() ?? ''

/** Every template of the list that fits, the surest first. */
export function* matches(templates: readonly Template[] | undefined, text: string): Generator<Slots> {
  const low = text.toLowerCase()
  for (const { row, pattern, must } of templates ?? []) {
    if (must !== '' && !low.includes(must)) continue
    const match = pattern.exec(text)
    if (match) yield { row, value: match.groups?.v ?? text, name: match.groups?.n ?? null, other: match.groups?.o ?? null }
  }
}
