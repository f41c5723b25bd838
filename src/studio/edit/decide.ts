/**
 * Which change a clause asks for. Every idea says what it would make of it and how sure it is (`SURE`): by the operation, by
 * what it is done to, by the value, each by its words or by its meaning. The surest that fits the app is taken.
 */
import { incoherences } from '../../apps/coherence.ts'
import { applyEdits } from '../../apps/migrate.ts'
import { AppSpec, type SpecEdit } from '../../spec.ts'
import { addField, addPicture, addYesNo, wishedField } from './adding.ts'
import { changeBehaviour, runsLow } from './behaviours.ts'
import { changeBound } from './bounds.ts'
import { type Change, type Clause, type Rule, SURE } from './clause.ts'
import { setDefault } from './defaults.ts'
import { filterView } from './filter.ts'
import { addFormula } from './formula.ts'
import { addCollection, removeCollection } from './lists.ts'
import { setIcon, setLook } from './look.ts'
import { rename } from './names.ts'
import { addOption, removeOption } from './options.ts'
import { moveField, restoreField } from './order.ts'
import { changePhase } from './phases.ts'
import { remind } from './reminders.ts'
import { removeField } from './removing.ts'
import { sortBy } from './sorting.ts'
import { setCurrency, setLanguage } from './speech.ts'
import { retypeField, setUnit } from './types.ts'
import { byPeriod, changeView, groupBy, namedView } from './views.ts'
import { within } from './within.ts'

/** `sure`: of a change that does not say how sure it is. `whole`: of the whole app, never of one collection. */
type Idea = { of: Rule; sure: number; whole?: true }
/** Of two that are as sure the one above is taken: it needs more of the words. */
const IDEAS: Idea[] = [
  { of: addFormula, sure: SURE.said },
  { of: addPicture, sure: SURE.said },
  { of: addYesNo, sure: SURE.said },
  { of: rename, sure: SURE.said },
  { of: setIcon, sure: SURE.said, whole: true },
  { of: runsLow, sure: SURE.said },
  { of: remind, sure: SURE.said },
  { of: setLanguage, sure: SURE.said, whole: true },
  { of: changePhase, sure: SURE.said },
  { of: changeBound, sure: SURE.said },
  { of: setDefault, sure: SURE.said },
  { of: setCurrency, sure: SURE.meant, whole: true },
  { of: wishedField, sure: SURE.said },
  { of: addCollection, sure: SURE.said, whole: true },
  { of: restoreField, sure: SURE.said },
  { of: addOption, sure: SURE.said },
  { of: removeOption, sure: SURE.said },
  { of: filterView, sure: SURE.meant },
  { of: moveField, sure: SURE.said },
  { of: sortBy, sure: SURE.meant },
  { of: retypeField, sure: SURE.said },
  { of: setUnit, sure: SURE.meant },
  { of: removeCollection, sure: SURE.said, whole: true },
  { of: byPeriod, sure: SURE.meant },
  { of: changeView, sure: SURE.implied },
  { of: removeField, sure: SURE.said },
  { of: changeBehaviour, sure: SURE.implied },
  { of: groupBy, sure: SURE.meant },
  { of: namedView, sure: SURE.implied },
  { of: setLook, sure: SURE.implied, whole: true },
  { of: addField, sure: SURE.perhaps },
]

/** `spec`: the app as it is then. */
export type Decision = Change & { spec: AppSpec; sure: number }

/** Within the collection that is named, else anywhere; null where no idea fits. */
export function decide(clause: Clause): Decision | null {
  const part = within(clause)
  const inPart = part && best(part, clause.spec, (idea) => !idea.whole)
  if (inPart && inPart.sure >= SURE.perhaps && !inPart.edits.some((edit) => edit.do === 'rename-app')) return inPart
  return best(clause, clause.spec, () => true) ?? inPart
}

/** `spec` is the whole app, where the clause sees a part of it. */
function best(clause: Clause, spec: AppSpec, wanted: (idea: Idea) => boolean): Decision | null {
  const changes = IDEAS.filter(wanted).flatMap(({ of, sure }) => {
    const change = of(clause)
    return change && !takesUnsaid(change, change.sure ?? sure) ? [{ ...change, sure: change.sure ?? sure }] : []
  })
  if (!changes.length) return null
  const before = new Set(incoherences(spec))
  for (const change of changes.toSorted((a, b) => b.sure - a.sure)) {
    const after = applied(spec, change.edits, before)
    if (after) return { ...change, spec: after }
  }
  return null
}

const TAKES = new Set<SpecEdit['do']>(['remove-field', 'remove-view', 'remove-behaviour', 'remove-collection'])
/** What takes something away is never a guess. */
const takesUnsaid = ({ edits }: Change, sure: number): boolean => sure < SURE.perhaps && edits.some((edit) => TAKES.has(edit.do))

/** The app with the edits, if it still holds together. */
function applied(spec: AppSpec, edits: SpecEdit[], before: ReadonlySet<string>): AppSpec | null {
  if (!edits.length) return spec
  const result = applyEdits(spec, edits)
  if (!result.ok || !AppSpec.safeParse(result.value.spec).success) return null
  return incoherences(result.value.spec).some((wrong) => !before.has(wrong)) ? null : result.value.spec
}
