/** How a run ended, the same for every harness. */
import { type Failure, fail } from '../../base/result.ts'
import type { Brief, Job, Outcome } from './types.ts'

/** What stands there passes already; more than that was asked. */
const asksForMore = ({ kind, missing }: Brief): boolean => kind === 'change' || missing.length > 0

/**
 * What was written last may be good although there was no time to say so: it is checked. A model that leaves an app as
 * it is has said that it cannot be done, in whatever words.
 */
export async function outcomeOf(
  { workspace, budget, brief, signal }: Job,
  { failure, said, turns, tokens }: { failure: Failure | null; said: string; turns: number; tokens: number },
): Promise<Outcome> {
  if (failure && !signal.aborted && workspace.unchecked) await workspace.check(budget.checks)
  const left = !workspace.touched && asksForMore(brief)
  const { last } = workspace
  const declined = () => fail('model-declined', 'The model says that it cannot be done in such an app.').error
  return {
    candidate: left ? null : workspace.good,
    ...(last && !last.passed && { left: last }),
    stopped: failure ?? (left ? declined() : null),
    said: said.slice(0, 2000),
    spent: { turns, tokens, checks: workspace.checks },
  }
}
