/**
 * "add a rating, rename price to cost and show it by week" as edits of a spec. Each clause is decided by itself (edit/decide.ts);
 * the next one sees the app as changed so far. What is wished for and not understood is told.
 */
import type { Reading } from '../base/language/types.ts'
import { once } from '../base/once.ts'
import { fold, visibleCollections } from '../base/resolve.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { AppSpec, SpecEdit } from '../spec.ts'
import { clauseIn, clauseOf, type EditContext } from './edit/clause.ts'
import { clausesOf, wishes } from './edit/clauses.ts'
import { type Decision, decide } from './edit/decide.ts'
import { sentence } from './edit/say.ts'

export type { EditContext } from './edit/clause.ts'

/** `said` is one sentence; `missing` are the wishes that could not be done, in their own words; `sure` 0..1, of the least sure. */
export type Edits = { edits: SpecEdit[]; said: string; missing: string[]; sure: number }

const MOST = 2000
/** Pure and total. */
export function readEdits(reading: Reading, spec: AppSpec, ctx: EditContext): Result<Edits> {
  const text = reading.text.slice(0, MOST)
  const parts = clausesOf(text, reading.language)
  const plan = planOf(parts, reading, spec, ctx)
  // What makes sense as one is one: 改个名,叫老王煎饼.
  const whole = parts.length > 1 && text.length <= 200 ? planOf([text], reading, spec, ctx) : plan
  const { done, missing } = worth(whole) > worth(plan) ? whole : plan
  if (!done.length) return fail('edit-unclear', 'It is not clear what to change.', { said: reading.text.slice(0, 120) })
  return ok({
    edits: done.flatMap(({ edits }) => edits),
    said: sentence(
      done.map(({ said }) => said),
      reading.language,
    ),
    missing: [...missing, ...done.flatMap((one) => one.missing ?? [])],
    sure: Math.min(...done.map(({ sure }) => sure)) - (missing.length ? UNDONE : 0),
  })
}
/** So much less sure where a part of it was not understood. */
const UNDONE = 0.15

type Plan = { done: Decision[]; missing: string[] }
const worth = ({ done, missing }: Plan): number => done.reduce((sum, { sure }) => sum + sure, 0) - missing.length

function planOf(parts: string[], message: Reading, spec: AppSpec, ctx: EditContext): Plan {
  const done: Decision[] = []
  const undone: string[] = []
  let current = spec
  for (const part of parts) {
    const text = withoutApp(part, current)
    const { language } = message
    const clause = text === message.text ? clauseIn(message, current, ctx) : clauseOf(text, current, ctx, language)
    const decision = decide(clause)
    if (decision) {
      done.push(decision)
      current = decision.spec
    } else undone.push(text.trim().slice(0, 120))
  }
  // Beside what was done, what wishes for nothing is only said: 太生了,改成7分钟.
  return { done, missing: done.length ? undone.filter(wishes) : undone }
}

/** “… to my reading list”: the app that it is said to is none of what it says. */
function withoutApp(text: string, spec: AppSpec): string {
  const at = /\s(?:to|on|in|into|for) (?:my|the|our|this) ([^,.!?]{2,60}?)(?: app)?[.!]?$/i.exec(text)
  const lists = visibleCollections(spec).map(({ label }) => label)
  const names = [spec.name, ...(lists.length === 1 ? lists : [])].map(fold)
  return at && names.includes(fold(at[1]!)) ? text.slice(0, at.index) : text
}

/** How plainly a message asks for a change of an app, before anything is changed; null where it asks for none. */
export const changeIn = once(changeOf, (spec: AppSpec, { now, locale, currency }: EditContext) => [spec, now, locale, currency])
function changeOf(reading: Reading, spec: AppSpec, ctx: EditContext): { sure: number; adds: boolean } | null {
  if (reading.text.length > LONG) return null
  const read = readEdits(reading, spec, ctx)
  if (!read.ok) return null
  const { edits, sure } = read.value
  // What is there already is no entry either.
  return { sure: edits.length ? sure : Math.min(sure, 0.86), adds: edits.every((edit) => edit.do === 'add-field') }
}
/** Nobody asks for a change at such length. */
const LONG = 400
