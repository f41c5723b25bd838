/** Dialogues of our own that recall is taught with and measured on: whole, answerable where they say so, the held ones apart. */
import { describe, expect, test } from 'vitest'
import type { RetrievalSet } from '../../bench/retrieval/sets.ts'
import { addDialogue, corpusSet, dialogues } from '../../scripts/recall/corpus/index.ts'
import { corpusParts, heldDialogues } from '../../scripts/recall/corpus/parts.ts'

const SCRIPT = { en: /^[A-Za-z]/, ja: /\p{Script=Hiragana}/u, ko: /\p{Script=Hangul}/u, zh: /^[^\p{Script=Hiragana}]*\p{Script=Han}/u }

const empty = (): RetrievalSet => ({ docs: new Map(), groups: new Map(), queries: [] })
const read = (text: string) => {
  const set = empty()
  addDialogue(set, 'g', text)
  return set
}
const TURNS =
  'A Ann\nB Bo\n== 2025-01-02 10:00\nA cat: I have a cat. [a photo of a cat]\nB: Nice!\n== 2025-02-03 11:00\nA dog: And a dog: Rex.'

describe('dialogues of our own', () => {
  test.each(dialogues())('%s is whole: evidence stands in its own dialogue, several turns where several are asked for', (name) => {
    const set = corpusSet([name])
    const turns = new Set(set.groups.get(name))
    expect(turns.size).toBeGreaterThan(90)
    expect(new Set([...set.docs.values()].map(({ speaker }) => speaker)).size).toBe(2)
    const times = [...set.docs.values()].map(({ time }) => time!)
    expect(times).toEqual([...times].sort())
    for (const { text, type, evidence } of set.queries) {
      expect(
        evidence.every((id) => turns.has(id)),
        text,
      ).toBe(true)
      expect(new Set(evidence).size, text).toBe(evidence.length)
      if (/^(?:multi|order|summary)$/.test(type)) expect(evidence.length, text).toBeGreaterThan(1)
    }
    expect(new Set(set.queries.map(({ text }) => text)).size).toBe(set.queries.length)
  })

  test('ask in the language of the dialogue', () => {
    const { queries } = corpusSet(dialogues())
    for (const { group, text } of queries) expect(text).toMatch(SCRIPT[group.slice(0, 2) as keyof typeof SCRIPT])
  })

  test('that are held are not taught', () => {
    const held = new Set(heldDialogues())
    for (const { train, validation } of corpusParts()) {
      expect([...train.groups.keys()].some((name) => held.has(name))).toBe(false)
      expect(validation.groups.size).toBeGreaterThan(0)
      expect([...validation.groups.keys()].every((name) => held.has(name))).toBe(true)
    }
  })

  test('are read by sittings, speakers, labels and pictures', () => {
    const { docs, queries } = read(`${TURNS}\n??\nmulti | What pets has Ann? | cat dog\nnone | How old is Bo? |\n`)
    expect([...docs.values()]).toEqual([
      { id: 'g/0', text: 'I have a cat.', speaker: 'Ann', session: 1, time: '2025-01-02 10:00', caption: 'a photo of a cat' },
      { id: 'g/1', text: 'Nice!', speaker: 'Bo', session: 1, time: '2025-01-02 10:00' },
      { id: 'g/2', text: 'And a dog: Rex.', speaker: 'Ann', session: 2, time: '2025-02-03 11:00' },
    ])
    expect(queries.map(({ evidence }) => evidence)).toEqual([['g/0', 'g/2'], []])
  })

  test.each([
    ['a label that no turn has', `${TURNS}\n??\nsingle | What? | cow`],
    ['a kind that there is none of', `${TURNS}\n??\nhard | What? | cat`],
    ['an answer that nobody gave', `${TURNS}\n??\nsingle | What? |`],
    ['a question of two parts', `${TURNS}\n??\nsingle | What?`],
    ['a speaker who is not told', `${TURNS}\nC: Hello.\n??\nsingle | What? | cat`],
    ['two turns of one label', `${TURNS}\nA cat: Another.\n??\nsingle | What? | cat`],
    ['no questions', TURNS],
  ])('are refused with %s', (_, text) => {
    expect(() => read(text)).toThrow(/^g: /)
  })
})
