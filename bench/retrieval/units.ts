/** A group of a retrieval set as the memory engine would hold it: turns of conversations where it has them. */
import { builtinEmbedder, type StaticEmbedder } from '../../src/memory/embed/builtin.ts'
import { NEAREST } from '../../src/memory/recall/recall.ts'
import { Units } from '../../src/memory/recall/units.ts'
import { type Doc, type RetrievalSet, timeOf } from './sets.ts'

const VOICES: Record<string, string> = { user: 'person', assistant: 'agent' }

export const speakerOf = ({ speaker }: Doc): string | null => (speaker ? (VOICES[speaker] ?? speaker) : null)

/** One conversation where sessions are named; else the days of what has speakers; else one stream of dated notes. */
export function sessionOf(doc: Doc, at: string | null): string | null {
  if (doc.session !== undefined) return String(doc.session)
  if (doc.speaker) return at?.slice(0, 10) ?? 'undated'
  return at ? 'notes' : null
}

export type Group = { units: Units; ids: string[]; vectors: Float32Array[] }

const opened = builtinEmbedder()
export const embedder = opened.ok ? opened.value : null
/** Documents are in many groups: each is embedded once. */
export function remembering(): StaticEmbedder | null {
  const known = new Map<string, Float32Array>()
  return (
    embedder && {
      ...embedder,
      embedText(text) {
        const vector = known.get(text) ?? embedder.embedText(text)
        known.set(text, vector)
        return vector
      },
    }
  )
}
const memoised = remembering()

/** Cosine of the slots nearest to a text. Groups here are small: every vector is looked at. */
export function nearest(vectors: readonly Float32Array[], text: string, most = NEAREST): Map<number, number> {
  if (!embedder) return new Map()
  const query = embedder.embedText(text)
  const scored = vectors.map((vector, slot) => [slot, dot(vector, query)] as const)
  return new Map(scored.sort((a, b) => b[1] - a[1]).slice(0, most))
}
function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

export function unitsOf(set: RetrievalSet, group: string): Group {
  const units = new Units()
  const vectors: Float32Array[] = []
  const ids = set.groups.get(group) ?? []
  let last: string | null = null
  ids.forEach((id, slot) => {
    const doc = set.docs.get(id)!
    if (memoised) vectors.push(memoised.embedText(doc.text))
    const at = timeOf(doc.time) ?? last
    last = at
    units.add(slot, {
      text: doc.text,
      kind: 'turn',
      speaker: speakerOf(doc),
      session: sessionOf(doc, at),
      at,
      ...(doc.caption || doc.place ? { note: [doc.caption, doc.place].filter(Boolean).join(' ') } : {}),
    })
  })
  return { units, ids, vectors }
}
