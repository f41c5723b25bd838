/**
 * Dialogues of our own, written by hand: two people, or a person and the agent, over several sittings and months, in four
 * languages, each with questions and the turns that answer them. They teach the memory token what 32 labelled questions
 * could not: evidence that stands in several sittings. One file a dialogue:
 *
 *   P Priya                          who speaks, by what their lines begin with
 *   == 2025-01-11 20:10              a sitting and when it was
 *   P clay: I signed up ... [a photo of ...]      a turn; its label, if a question names it; what its picture shows
 *   ??                               the questions follow
 *   multi | What does ...? | clay choir           kind, question, labels of the turns that answer it
 *
 *   single, multi, temporal    one turn, several, one that tells when     update, contradiction   the old and the new
 *   order, summary             what came after what, and all of it        preference              how it was asked to be
 *   mistaken                   asked of the wrong one: the turn that sets it right       none     nobody told it
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Doc, RetrievalSet } from '../../../bench/retrieval/sets.ts'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const KINDS = ['single', 'multi', 'temporal', 'update', 'contradiction', 'order', 'summary', 'preference', 'mistaken', 'none']

const TURN = /^(\S+)(?: (\w+))?: (.+)$/u
const PICTURE = / ?\[([^\]]+)\]$/u

/** "en-1", in the order of the names. */
export const dialogues = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.replace('.txt', ''))
    .sort()

/** A set with a group for each of the dialogues. Throws where a line cannot be read. */
export function corpusSet(names: readonly string[]): RetrievalSet {
  const set: RetrievalSet = { docs: new Map(), groups: new Map(), queries: [] }
  for (const name of names) addDialogue(set, name, readFileSync(`${FOLDER}${name}.txt`, 'utf8'))
  return set
}

/** Adds what one file holds; for tests too. */
export function addDialogue(set: RetrievalSet, group: string, text: string): void {
  const [told, asked, ...rest] = text.split('\n??\n')
  if (!told || !asked || rest.length) throw new Error(`${group}: turns, then ??, then questions`)
  const labels = addTurns(set, group, told)
  const lines = asked.split('\n').filter(Boolean)
  lines.forEach((line, i) => {
    const [kind, question, names, ...more] = line.split('|').map((part) => part.trim())
    if (!kind || !question || names === undefined || more.length || !KINDS.includes(kind)) throw new Error(`${group}: no question: ${line}`)
    const evidence = names
      .split(' ')
      .filter(Boolean)
      .map((label) => {
        const id = labels.get(label)
        if (!id) throw new Error(`${group}: no turn is called ${label}: ${line}`)
        return id
      })
    if ((kind === 'none') !== (evidence.length === 0)) throw new Error(`${group}: what answers it? ${line}`)
    set.queries.push({ id: `${group}/q${i}`, group, text: question, type: kind, evidence })
  })
}

/** Answers the document of each label. */
function addTurns(set: RetrievalSet, group: string, told: string): Map<string, string> {
  const speakers = new Map<string, string>()
  const labels = new Map<string, string>()
  const docs: string[] = []
  let session = 0
  let time = ''
  for (const line of told.split('\n').filter(Boolean)) {
    if (line.startsWith('== ')) {
      session++
      time = line.slice(3)
      continue
    }
    const [, who = '', label, said] = TURN.exec(line) ?? []
    if (session === 0) speakers.set(line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1))
    else if (!said || !speakers.has(who)) throw new Error(`${group}: no turn: ${line}`)
    else {
      const id = `${group}/${docs.length}`
      const caption = PICTURE.exec(said)?.[1]
      set.docs.set(id, {
        id,
        text: said.replace(PICTURE, ''),
        speaker: speakers.get(who)!,
        session,
        time,
        ...(caption && { caption }),
      } satisfies Doc)
      docs.push(id)
      if (label && labels.has(label)) throw new Error(`${group}: two turns are called ${label}`)
      if (label) labels.set(label, id)
    }
  }
  set.groups.set(group, docs)
  return labels
}
