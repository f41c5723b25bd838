/** Check: types, bundle, logic tests and the use of the app in a real browser, told as a short list of what to repair. */
import { z } from 'zod'
import { ok } from '../../../base/result.ts'
import type { Checked, Workspace } from '../workspace.ts'
import { type Tool, tool } from './tool.ts'

export function checkTool(workspace: Workspace, most: number): Tool {
  return tool({
    name: 'Check',
    description:
      'Checks the app as it stands: types, bundle, logic tests, and the use of it in a real browser (opens, entries can be added and are shown, no errors, accessible, a reload keeps everything). Answers with what to repair. The app is done when this passes.',
    input: z.object({}),
    async run() {
      const checked = await workspace.check(most)
      return checked.ok ? ok(reportOf(checked.value)) : checked
    },
  })
}

const MOST = 12

/** Findings, the ones that explain the others first: what does not compile is not tried. */
export function reportOf({ passed, findings, tried, settled }: Checked): string {
  const kind = settled.spec.code ? 'its source is yours' : 'its source is written from app.json'
  if (passed) return `Passed: ${tried.length} things were tried and all work (${kind}). You are done; say so in one sentence.`
  const order = ['bundle', 'types', 'logic', 'browser', 'console', 'accessibility']
  const sorted = [...findings].sort((a, b) => order.indexOf(a.check) - order.indexOf(b.check))
  const lines = sorted.slice(0, MOST).map(({ check, message, where }) => `- [${check}]${where ? ` ${where}:` : ''} ${message}`)
  const more = sorted.length > MOST ? [`- and ${sorted.length - MOST} more`] : []
  return [`Failed (${kind}). To repair:`, ...lines, ...more].join('\n')
}
