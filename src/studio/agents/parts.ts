/**
 * The parts of an app that are worked on side by side, each in a context and with a model of its own. A part writes its own
 * files and no other, so that two of them never write the same one; the whole is checked by who handed them out.
 */
import { z } from 'zod'
import { PARTS, type Part } from './types.ts'

type About = { description: string; only: string; owns: RegExp }
export const ABOUT: Record<Part, About> = {
  interface: {
    description: 'Writes the page of the app: app.tsx, its parts and styles.',
    only: 'the page: app.tsx, further .tsx files and .css files',
    owns: /^(?!integrations\b).*\.(?:tsx|css)$/,
  },
  logic: {
    description: 'Writes the data and the logic of the app: app.json and logic.ts.',
    only: 'app.json (with Manifest) and logic.ts',
    owns: /^(?:app\.json|logic\.ts)$/,
  },
  integrations: {
    description: 'Writes what connects the app: notices, the clipboard, files to save, questions to a model.',
    only: 'integrations.ts and integrations.tsx, which the page imports',
    owns: /^integrations\.tsx?$/,
  },
  tests: { description: 'Writes logic.test.ts for what the app works out.', only: 'logic.test.ts', owns: /^logic\.test\.ts$/ },
}

/** The arguments of the tool that hands out a part, as models know it. */
export const AgentInput = z.object({
  subagent_type: z.enum(PARTS),
  description: z.string().max(200).optional(),
  prompt: z.string().min(1).max(8_000),
})

export const AGENT = `Hands one part of the work to a model of its own, which sees the brief and the folder and what you write in "prompt", and nothing else. Several in one answer work side by side. Parts: ${PARTS.map((part) => `${part} (${ABOUT[part].description})`).join(' ')}`

/** Why a part may not write this file; null where it may. */
export function notItsOwn(part: Part, tool: string, file: string | null): string | null {
  const name = tool === 'Manifest' ? 'app.json' : file
  if (tool === 'Rewind' || tool === 'Agent' || tool === 'Task') return 'Only who handed out this part does that.'
  if (!['Write', 'Edit', 'Manifest'].includes(tool) || name === null) return null
  return ABOUT[part].owns.test(name) ? null : `Your part is ${ABOUT[part].only}; ${name} is of another part.`
}
