/**
 * What each action would earn, told by a model that did not see the decision in question: the log is cut in two, and each half
 * is told by a regression fitted on the other (cross-fitting, Chernozhukov et al. 2018). One linear model an action, on the
 * features that policies decide by.
 */
import { components, type Features } from '../../policy/features.ts'
import { Regression } from '../regression.ts'

type Seen = { features: Features; action: string; reward: number }

/** For each decision, the reward expected of each action. */
export function expectations(log: readonly Seen[], actions: readonly string[]): Float64Array[] {
  const places = new Map<string, number>()
  for (const { features } of log) for (const [name] of components(features)) if (!places.has(name)) places.set(name, places.size)
  const rows = log.map(({ features }) => {
    const row = new Float64Array(places.size)
    for (const [name, value] of components(features)) row[places.get(name)!] = value
    return row
  })
  const halves = [0, 1].map((half) => fitted(log, rows, actions, places.size, half))
  return rows.map((row, i) => Float64Array.from(halves[1 - (i % 2)]!, (model) => model.predict(row)))
}

/** Models of the decisions whose number is even, or odd. */
function fitted(log: readonly Seen[], rows: readonly Float64Array[], actions: readonly string[], size: number, half: number): Regression[] {
  const models = actions.map(() => new Regression(size))
  for (const [i, { action, reward }] of log.entries()) {
    const at = actions.indexOf(action)
    if (i % 2 === half && at >= 0) models[at]!.add(rows[i]!, reward)
  }
  return models
}
