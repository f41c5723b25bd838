/** Views and behaviours that the fields cannot bear (the mean of a grade that is a letter) are left out of a proposal. Pure. */
import { problemsOfBehaviour, problemsOfView } from '../../apps/coherence.ts'
import type { AppSpec, View } from '../../spec.ts'

/** The same spec where all of it fits; where no view would be left, the views stay as they are. */
export function fitting(spec: AppSpec): AppSpec {
  const behaviours = spec.behaviours.filter((one) => problemsOfBehaviour(one, spec).length === 0)
  const known = { ...spec, behaviours }
  const views = spec.views.flatMap((view) => borne(view, known))
  return views.some((view) => !view.hidden) ? { ...known, views } : known
}

/** Of a summary only the tiles that fit. */
function borne(view: View, spec: AppSpec): View[] {
  const fits = (one: View) => problemsOfView(one, spec).length === 0
  if (fits(view)) return [view]
  if (view.kind !== 'summary') return []
  const tiles = view.tiles.filter((tile) => fits({ ...view, tiles: [tile] }))
  return tiles.length ? [{ ...view, tiles }] : []
}
