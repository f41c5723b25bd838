/** Fields of the app that a clause names. */
import { type FieldHit, fieldsNamed } from '../../base/resolve.ts'
import type { Clause } from './clause.ts'

export const hitsIn = (clause: Clause, hidden = false): FieldHit[] =>
  fieldsNamed(
    clause.text,
    clause.spec.collections.filter((one) => !one.hidden),
    { kinds: false, hidden },
  ).filter((hit) => hit.score >= 0.7)
