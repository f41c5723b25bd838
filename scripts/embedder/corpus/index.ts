/**
 * Everyday sentences in four languages, composed from templates and tables of our own: what the built-in embedder learns
 * most from. `meanings(n)` composes n; each carries several ways of saying one thing in each language.
 */
import type { Rng } from '../../../src/base/rng.ts'
import { numbering, pick, weighted } from '../draw.ts'
import { LIFE } from './life.ts'
import { REQUESTS } from './requests.ts'
import { LANGUAGES, type Language, MADE, rows, type Said, TABLES } from './slots.ts'

/** One thing said; `number` is the same for the same thing. */
export type Meaning = { domain: string; said: Said; number: number }
type Template = { domain: string; said: Said; slots: string[] }

/** "alarm:" begins a domain; other lines are templates. Throws where a slot is unknown or a language lacks one it needs. */
function parse(text: string): Template[] {
  let domain = ''
  const templates: Template[] = []
  for (const line of text.split('\n').filter((line) => line.trim() !== '')) {
    const head = /^([a-z]+):$/.exec(line)
    if (head) domain = head[1]!
    else {
      const said = rows(line)[0]!
      const slots = [...new Set([...line.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot!))]
      for (const slot of slots) if (!valuesOf(slot)) throw new Error(`no slot is called ${slot}: ${line}`)
      templates.push({ domain, said, slots })
    }
  }
  return templates
}

/** "place2" is another place than "place". */
function valuesOf(slot: string): ((rng: Rng) => Said) | undefined {
  const name = slot.replace(/\d$/, '')
  const list = TABLES[name]
  return list ? (rng) => pick(list, rng) : MADE[name]
}

const TEMPLATES = [...parse(REQUESTS), ...parse(LIFE)]

/** Templates with more blanks have more to say: they are drawn more often. */
const shareOf = ({ slots }: Template) => 1 + Math.min(3, slots.length)

/** How many ways of saying one thing are composed for each language. */
const WAYS = 4

export function meanings(count: number, rng: Rng): Meaning[] {
  const number = numbering()
  return Array.from({ length: count }, () => compose(weighted(TEMPLATES, shareOf, rng), rng, number))
}

function compose(template: Template, rng: Rng, number: (key: string) => number): Meaning {
  const values = new Map<string, Said>()
  // A filler may hold a blank of its own: "call {person}".
  for (const slot of template.slots) values.set(slot, valuesOf(slot)!(rng))
  for (const slot of ['person']) if (!values.has(slot)) values.set(slot, valuesOf(slot)!(rng))
  // Ways stand in about the same order in each language, so the same share of the line says about the same.
  const shares = Array.from({ length: WAYS }, () => rng.next())
  const said = Object.fromEntries(
    LANGUAGES.map((language) => {
      const ways = template.said[language]
      return [language, shares.map((share) => fill(ways[Math.floor(share * ways.length)]!, language, values, rng))]
    }),
  ) as Said
  const key = [template.said.en[0], ...[...values.values()].map(({ en }) => en[0])].join('|')
  return { domain: template.domain, said, number: number(key) }
}

function fill(pattern: string, language: Language, values: Map<string, Said>, rng: Rng): string {
  let text = pattern
  for (let depth = 0; depth < 2; depth++) text = text.replace(/\{(\w+)\}/g, (_, slot: string) => pick(values.get(slot)![language], rng))
  return language === 'ko' ? agree(text) : text
}

/** Particles after a blank: "[을,를]" is 을 after a final consonant, 를 after none. Letters of other scripts count as none. */
export function agree(text: string): string {
  return text.replace(/(.)\[([가-힣]+),([가-힣]+)\]/g, (_, before: string, closed: string, open: string) => {
    const code = before.charCodeAt(0) - 0xac00
    return before + (code >= 0 && code < 11172 && code % 28 !== 0 ? closed : open)
  })
}
