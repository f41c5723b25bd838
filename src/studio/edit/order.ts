/** Fields in another place, and fields brought back. */
import { is, type Rule } from './clause.ts'
import { SAY } from './say.ts'
import { hitsIn } from './targets.ts'
import { ADD, BACK } from './words.ts'

export const restoreField: Rule = (clause) => {
  if (!is(clause, BACK) && !is(clause, ADD)) return null
  const hit = hitsIn(clause, true)[0]
  if (!hit || hitsIn(clause).some((one) => one.start === hit.start)) return null
  return {
    edits: [{ do: 'restore-field', collection: hit.collection.id, field: hit.field.id }],
    said: SAY.back[clause.language](hit.field.label),
  }
}

const FIRST = /\b(?:first|to the top|at the top|beginning|before everything)\b|最前|第一|放在?最?前|一番上|先頭|最初|맨 앞|맨 위|처음|첫/
const LAST = /\b(?:last|to the bottom|at the bottom|to the end|at the end)\b|最后|末尾|最下|一番下|最後|맨 뒤|맨 아래|마지막|끝으로/
const MOVE = /\b(?:move|put|place|reorder)\b|移|放到?|排到|持ってきて|持って|動かして|置いて|옮겨|이동|배치/

export const moveField: Rule = (clause) => {
  if (!MOVE.test(clause.low)) return null
  // 放第二層 beside a day is where something is kept.
  if (clause.reading.values.length) return null
  const hits = [...hitsIn(clause)].sort((a, b) => a.start - b.start)
  const hit = hits[0]
  if (!hit) return null
  const fields = hit.collection.fields
  const other = hits.find((one) => one.field.id !== hit.field.id && one.collection.id === hit.collection.id)
  const at = other ? fields.findIndex((field) => field.id === other.field.id) : -1
  const to = other
    ? /\bafter\b|below|后面|之后|后|の後|の下|뒤|다음|아래/.test(clause.low)
      ? at + 1
      : at
    : FIRST.test(clause.low)
      ? 0
      : LAST.test(clause.low)
        ? fields.length - 1
        : undefined
  if (to === undefined) return null
  return {
    edits: [{ do: 'move-field', collection: hit.collection.id, field: hit.field.id, to: Math.max(0, Math.min(fields.length - 1, to)) }],
    said: SAY.moved[clause.language](hit.field.label),
  }
}
