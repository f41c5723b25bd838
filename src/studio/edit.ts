/**
 * "add a rating, rename price to cost and show it by week" as edits of a spec. Each clause goes through the rules in
 * order until one knows it; the next clause sees the app as changed so far, and what would not fit is left out.
 */
import { incoherences } from '../apps/coherence.ts'
import { applyEdits } from '../apps/migrate.ts'
import type { Reading } from '../base/language/types.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { AppSpec, type SpecEdit } from '../spec.ts'
import { changeBehaviour, changeBound, changePhase, remind, retime } from './edit/behaviours.ts'
import { ADD, CHANGE, type Change, type Clause, clauseOf, clausesOf, type EditContext, is, REMOVE, type Rule, SHOW } from './edit/clause.ts'
import { renameCollection } from './edit/collections.ts'
import {
  addChoice,
  addField,
  addFormula,
  addOption,
  addStage,
  addYesNo,
  giveEach,
  moveField,
  relabelField,
  removeField,
  removeOption,
  renameField,
  restoreField,
  retypeField,
  setUnit,
  YES_NO,
} from './edit/fields.ts'
import { filterView } from './edit/filter.ts'
import { sentence } from './edit/say.ts'
import { byPeriod, changeView, groupBy, namedView, sortBy } from './edit/views.ts'
import { addCollection, removeCollection, renameApp, setCurrency, setIcon, setLanguage, setLook } from './edit/whole.ts'
import { within } from './edit/within.ts'
import { partNamed } from './rules/parts.ts'

export type { EditContext } from './edit/clause.ts'

const ALSO = /^(?:also|and|with|plus)\b|\b(?:yes\/no|y\/n)(?: too)?$|\btoo$|也要|还要|も(?:ほしい|欲しい|$)|도(?:\s|$)/
/** "it costs 1100 now, change the goal": the figure stands in the reason, so that both are one request. */
const REASONED =
  /\d.*[,;.] ?(?:so |please |then |can you )*(?:change|update|raise|lower|adjust|set|move|increase|decrease) (?:the |my |our )?(?:goal|target|limit|budget|cap)[.!]?$/i
/** Only where the clause says to add; a bare quality (“price”, 评分) counts as such where nothing else fits. */
const adds: Rule = (clause) => {
  if (is(clause, ADD)) return addField(clause)
  const bare = !is(clause, REMOVE) && !is(clause, CHANGE) && !is(clause, SHOW) && clause.reading.tokens.length <= 6
  return bare &&
    (ALSO.test(clause.low) || /[가-힣] ?(?:칸|항목)$|(?:栏|列|字段|欄)$/.test(clause.text) || partNamed(clause.text) !== undefined)
    ? addField(clause)
    : null
}

/** Order matters where words are shared: what is most specific comes first. */
const RULES: Rule[] = [
  renameCollection,
  addYesNo,
  renameField,
  renameApp,
  setIcon,
  retime,
  remind,
  setLanguage,
  changePhase,
  changeBound,
  giveEach,
  setCurrency,
  addCollection,
  restoreField,
  addOption,
  addStage,
  addChoice,
  removeOption,
  filterView,
  moveField,
  sortBy,
  retypeField,
  setUnit,
  relabelField,
  removeCollection,
  removeField,
  byPeriod,
  changeBehaviour,
  changeView,
  groupBy,
  namedView,
  setLook,
  adds,
]

/** What is of the whole app is never of one collection. */
const WHOLE = new Set<Rule>([renameCollection, renameApp, setIcon, setLanguage, setCurrency, addCollection, removeCollection, setLook])
const PART_RULES = RULES.filter((rule) => !WHOLE.has(rule))

/** Pure and total. `said` is one sentence; `missing` are the parts of the request that could not be done, in its own words. */
export function readEdits(
  reading: Reading,
  spec: AppSpec,
  ctx: EditContext,
): Result<{ edits: SpecEdit[]; said: string; missing: string[] }> {
  const edits: SpecEdit[] = []
  const said: string[] = []
  const missing: string[] = []
  let current = spec
  const worked =
    reading.text.length <= 200 && reading.text.includes('=')
      ? changeBy([addFormula], clauseOf(reading.text, spec, ctx, reading.language))
      : null
  if (worked) return ok({ edits: worked.edits, said: sentence([worked.said], reading.language), missing })
  const asked = YES_NO.test(reading.text) || REASONED.test(reading.text) ? [reading.text] : null
  for (const text of asked ?? clausesOf(reading.text.slice(0, 2000), reading.language)) {
    const change = changeOf(clauseOf(text, current, ctx, reading.language))
    if (!change) {
      missing.push(text.trim().slice(0, 120))
      continue
    }
    if (change.edits.length) {
      current = change.spec
      edits.push(...change.edits)
    }
    said.push(change.said)
    missing.push(...(change.missing ?? []))
  }
  if (!said.length) return fail('edit-unclear', 'It is not clear what to change.', { said: reading.text.slice(0, 120) })
  return ok({ edits, said: sentence(said, reading.language), missing })
}

/** The first rule whose change fits the app: within the collection that is named, else anywhere. */
function changeOf(clause: Clause) {
  const part = within(clause)
  return (part && changeBy(PART_RULES, part, clause.spec)) ?? changeBy(RULES, clause)
}
/** `spec`: the whole app, where the clause sees a part of it. */
function changeBy(rules: readonly Rule[], clause: Clause, spec: AppSpec = clause.spec): (Change & { spec: AppSpec }) | null {
  const before = new Set(incoherences(spec))
  for (const rule of rules) {
    const change = rule(clause)
    if (!change) continue
    if (!change.edits.length) return { ...change, spec }
    const applied = applyEdits(spec, change.edits)
    if (!applied.ok || !AppSpec.safeParse(applied.value.spec).success) continue
    if (incoherences(applied.value.spec).some((wrong) => !before.has(wrong))) continue
    return { ...change, spec: applied.value.spec }
  }
  return null
}
