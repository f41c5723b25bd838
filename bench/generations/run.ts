/**
 * Scores a folder of generated React components against the test files that came with their tasks, in the layout of
 * WebApp1K. Nothing of the folder is brought along; whoever has such a folder names it.
 *
 *   npm run bench -- generations DIR
 */
import { existsSync } from 'node:fs'
import { openBrowser } from '../../src/sandbox/browser.ts'
import { percentile, table } from '../index.ts'
import { pairsIn } from './files.ts'
import { available, type Judged, judge } from './judge.ts'

/** Pairs at once: the pages wait more than they work. */
const TOGETHER = 2

export async function run([folder]: string[]) {
  if (!folder || !existsSync(folder)) throw new Error('Name a folder of generations: macaron bench generations DIR')
  const absent = available()
  if (absent) throw new Error(`${absent} is not installed. It comes with a checkout: npm ci`)
  const pairs = pairsIn(folder)
  if (!pairs.length) throw new Error(`There is no test file (such as App.test.js) below ${folder}.`)
  const browser = openBrowser()
  const judged: Judged[] = []
  try {
    const waiting = [...pairs]
    const one = async () => {
      for (let pair = waiting.shift(); pair; pair = waiting.shift()) judged.push(await judge(pair, browser))
    }
    await Promise.all(Array.from({ length: TOGETHER }, one))
  } finally {
    await browser.close()
  }
  judged.sort((a, b) => (a.name < b.name ? -1 : 1))
  const groups = [...new Set(judged.map(({ group }) => group))]
  const rows = groups.map((group) =>
    summary(
      group || 'all',
      judged.filter((one) => one.group === group),
    ),
  )
  if (groups.length > 1) rows.push(summary('all', judged))
  return {
    value: { groups: rows, pairs: judged },
    table: table(
      ['generations', 'passed', 'of', 'share', 'tests passed', 'of', 'not run', 'p50 ms'],
      rows.map((row) => [
        row.group,
        row.passed,
        row.of,
        `${((100 * row.passed) / row.of).toFixed(1)} %`,
        row.testsPassed,
        row.tests,
        row.notRun,
        row.ms,
      ]),
    ),
  }
}

function summary(group: string, judged: Judged[]) {
  const tests = judged.flatMap((one) => one.tests).filter((one) => !one.skipped)
  return {
    group,
    passed: judged.filter((one) => one.passed).length,
    of: judged.length,
    tests: tests.length,
    testsPassed: tests.filter(({ ok }) => ok).length,
    notRun: judged.filter(({ problem }) => problem !== null).length,
    ms: percentile(
      judged.map(({ ms }) => ms),
      0.5,
    ),
  }
}
