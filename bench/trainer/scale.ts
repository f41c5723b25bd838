/** The simulator of scale: fitted anew to the ends of the published rows, then asked for those between them. */
import { FITTED, START } from '../../src/training/scale/costs.ts'
import { fitTo, judge, meanError } from '../../src/training/scale/fit.ts'
import { ROWS } from '../../src/training/scale/rows.ts'
import { table } from '../index.ts'

/** Each row of the 7B told by a fit to all the others: minutes for each of them. */
export function eachLeftOut(): string {
  const rows = ROWS.filter((row) => row.model === '7b')
  const judged = rows.flatMap((row) => {
    const others = rows.filter((one) => one !== row)
    const [told] = judge(fitTo(others, START, { sweeps: 60 }), [row])
    process.stderr.write(`${row.name} ${told!.told.toFixed(0)}\n`)
    return [told!]
  })
  const cells = judged.map(({ name, measured, told, error }) => [name, Math.round(measured), Math.round(told), percent(error)])
  return table(
    ['published iteration, left out', 'seconds, measured', 'told', 'off by'],
    [...cells, ['mean', '', '', percent(meanError(judged))]],
  )
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`

/** `again`: the fit from its guess, a minute or two; without, the costs that are kept. */
export function scaleTable(again: boolean): string {
  const fitted = again
    ? fitTo(
        ROWS.filter((row) => row.fitted && row.model === '7b'),
        START,
        { sweeps: 60 },
      )
    : FITTED
  if (again) process.stderr.write(`${JSON.stringify(fitted)}\n`)
  const judged = judge(fitted)
  const rows = judged.map((row) => [
    row.name,
    row.fitted ? 'fitted' : 'held out',
    Math.round(row.measured),
    Math.round(row.told),
    percent(row.error),
  ])
  const mean = (of: boolean) => percent(meanError(judged.filter((row) => row.fitted === of)))
  rows.push(['mean of all', 'fitted', '', '', mean(true)], ['mean of all', 'held out', '', '', mean(false)])
  return table(['published iteration', '', 'seconds, measured', 'told', 'off by'], rows)
}
