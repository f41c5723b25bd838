/** A group of a retrieval set as the memory engine would hold it: turns of conversations where it has them. */
import { Units } from '../../src/memory/recall/units.ts'
import { type Doc, type RetrievalSet, timeOf } from './sets.ts'

const VOICES: Record<string, string> = { user: 'person', assistant: 'agent' }

/** One conversation where sessions are named; else the days of what has speakers; else one stream of dated notes. */
function sessionOf(doc: Doc, at: string | null): string | null {
  if (doc.session !== undefined) return String(doc.session)
  if (doc.speaker) return at?.slice(0, 10) ?? 'undated'
  return at ? 'notes' : null
}

export function unitsOf(set: RetrievalSet, group: string): { units: Units; ids: string[] } {
  const units = new Units()
  const ids = set.groups.get(group) ?? []
  let last: string | null = null
  ids.forEach((id, slot) => {
    const doc = set.docs.get(id)!
    const at = timeOf(doc.time) ?? last
    last = at
    units.add(slot, {
      text: doc.text,
      kind: 'turn',
      speaker: doc.speaker ? (VOICES[doc.speaker] ?? doc.speaker) : null,
      session: sessionOf(doc, at),
      at,
      ...(doc.caption || doc.place ? { note: [doc.caption, doc.place].filter(Boolean).join(' ') } : {}),
    })
  })
  return { units, ids }
}
