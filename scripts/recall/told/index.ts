/**
 * Conversations of our own in Japanese, Korean and Chinese, with questions and the turns that answer them: no labelled set
 * of that kind exists for the first two. Composed from templates (ja.ts, ko.ts, zh.ts): facts told over several sessions,
 * some changed later, others told of somebody else in the same words, small talk between them, an agent that answers.
 * Every fourth template is held: only questions about those validate.
 *
 *   single    the turn that told it       update   that and the turn that changed it
 *   both      two facts in one question   none     on the topic, and never told: no evidence
 */
import type { Doc, Query, RetrievalSet } from '../../../bench/retrieval/sets.ts'
import type { Rng } from '../../../src/base/rng.ts'
import { agree } from '../../embedder/corpus/index.ts'
import { pick } from '../../embedder/draw.ts'
import * as ja from './ja.ts'
import * as ko from './ko.ts'
import * as zh from './zh.ts'

const LANGUAGES = { ja, ko, zh }
export type ToldLanguage = keyof typeof LANGUAGES
export const TOLD_LANGUAGES = Object.keys(LANGUAGES) as ToldLanguage[]

type Fact = { told: string[]; asked: string[]; changed: string[]; never: string[]; held: boolean }

/** Throws where a line is not of four parts. */
export function factsOf(language: ToldLanguage): Fact[] {
  return LANGUAGES[language].FACTS.trim()
    .split('\n')
    .map((line, i) => {
      const parts = line.split('|').map((part) => part.split(' / ').map((way) => way.trim()))
      if (parts.length !== 4 || parts.flat().includes('')) throw new Error(`four parts are wanted: ${line}`)
      const [told, asked, changed, never] = parts as [string[], string[], string[], string[]]
      return { told, asked, changed, never, held: i % 4 === 3 }
    })
}

const valuesOf = (language: ToldLanguage, slot: string): string[] => {
  const list = (LANGUAGES[language].LISTS as Record<string, string>)[slot]
  if (!list) throw new Error(`no list is called ${slot}`)
  return list.split(' ').map((value) => value.replaceAll('_', ' '))
}

/** "friend2" is another than "friend". */
function fill(pattern: string, language: ToldLanguage, values: Map<string, string>, rng: Rng): string {
  const text = pattern.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const known = values.get(slot)
    if (known) return known
    const list = valuesOf(language, slot.replace(/\d$/, ''))
    const free = list.filter((value) => ![...values.values()].includes(value))
    const value = pick(free.length ? free : list, rng)
    values.set(slot, value)
    return value
  })
  return agree(text)
}

const SESSIONS = 10
const FACTS_TOLD = 14

/** `count` memories of one language; with `held`, questions about held templates only, else about the others only. */
export function toldSet(language: ToldLanguage, count: number, held: boolean, rng: Rng): RetrievalSet {
  const set: RetrievalSet = { docs: new Map(), groups: new Map(), queries: [] }
  for (let i = 0; i < count; i++) addMemory(set, `${language}-${held ? 'held' : 'train'}-${i}`, language, held, rng)
  return set
}

type Saying = { session: number; text: string; key: string }

function addMemory(set: RetrievalSet, group: string, language: ToldLanguage, held: boolean, rng: Rng): void {
  const facts = factsOf(language).filter((fact) => held || !fact.held)
  const sayings: Saying[] = []
  const queries: (Omit<Query, 'evidence' | 'id' | 'group'> & { keys: string[] })[] = []
  const chosen = [...facts].sort(() => rng.next() - 0.5).slice(0, FACTS_TOLD)
  chosen.forEach((fact, n) => {
    const values = new Map<string, string>()
    const session = Math.floor(rng.next() * SESSIONS)
    const say = (key: string, pattern: string, at: number) =>
      sayings.push({ session: at, text: fill(pattern, language, values, rng), key: `${n}${key}` })
    say('told', pick(fact.told, rng), session)
    const changed = rng.next() < 0.35 && session < SESSIONS - 1
    if (changed) say('changed', pick(fact.changed, rng), session + 1 + Math.floor(rng.next() * (SESSIONS - 1 - session)))
    // The same told of somebody or something else.
    if (/\{(?:friend|thing)\}/.test(fact.asked.join()) && rng.next() < 0.5)
      sayings.push({
        session: Math.floor(rng.next() * SESSIONS),
        text: fill(pick(fact.told, rng), language, others(values, language, rng), rng),
        key: `${n}other`,
      })
    if (held && !fact.held) return
    const keys = [`${n}told`, ...(changed ? [`${n}changed`] : [])]
    // A question may name only what was told: a way that does not is left out.
    const ways = fact.asked.filter((way) => [...way.matchAll(/\{(\w+)\}/g)].every(([, slot]) => values.has(slot!)))
    if (ways.length) queries.push({ text: fill(pick(ways, rng), language, values, rng), type: changed ? 'update' : 'single', keys })
    if (rng.next() < 0.3) queries.push({ text: fill(pick(fact.never, rng), language, values, rng), type: 'none', keys: [] })
  })
  for (let i = 1; i < queries.length; i += 4) {
    const [one, other] = [queries[i - 1]!, queries[i]!]
    if (one.keys.length && other.keys.length)
      queries.push({ text: `${one.text} ${other.text}`, type: 'both', keys: [...one.keys, ...other.keys] })
  }
  const ids = write(set, group, language, sayings, rng)
  queries.forEach(({ text, type, keys }, i) => {
    set.queries.push({ id: `${group}/q${i}`, group, text, type, evidence: keys.map((key) => ids.get(key)!) })
  })
}

/** The same kinds of things, each another. */
function others(values: Map<string, string>, language: ToldLanguage, rng: Rng): Map<string, string> {
  return new Map(
    [...values].map(([slot, value]) => [
      slot,
      pick(
        valuesOf(language, slot.replace(/\d$/, '')).filter((other) => other !== value),
        rng,
      ),
    ]),
  )
}

/** The sessions in order, small talk and replies between what is told; gives the document of each key. */
function write(set: RetrievalSet, group: string, language: ToldLanguage, sayings: Saying[], rng: Rng): Map<string, string> {
  const { TALK, REPLIES } = LANGUAGES[language]
  const [talk, replies] = [TALK.split('|'), REPLIES.split('|')]
  const ids = new Map<string, string>()
  const docs: string[] = []
  for (let session = 0; session < SESSIONS; session++) {
    const time = `2025-${String(1 + session).padStart(2, '0')}-${String(1 + Math.floor(rng.next() * 28)).padStart(2, '0')} 19:30`
    const add = (text: string, speaker: string): string => {
      const id = `${group}/${docs.length}`
      set.docs.set(id, { id, text, speaker, session, time } satisfies Doc)
      docs.push(id)
      return id
    }
    const told = sayings.filter((one) => one.session === session)
    const small = Array.from({ length: 2 + Math.floor(rng.next() * 4) }, () => ({ text: pick(talk, rng), key: '' }))
    for (const { text, key } of [...told, ...small].sort(() => rng.next() - 0.5)) {
      const id = add(text, 'user')
      if (key) ids.set(key, id)
      if (rng.next() < 0.7) add(pick(replies, rng), 'assistant')
    }
  }
  set.groups.set(group, docs)
  return ids
}
