/** Rewind: the folder as it was at a check of this work, as it began, or as a version was that people have used. */
import { z } from 'zod'
import { ok } from '../../../base/result.ts'
import type { Workspace } from '../workspace.ts'
import { type Tool, tool } from './tool.ts'

export const rewindTool = (workspace: Workspace): Tool =>
  tool({
    name: 'Rewind',
    description:
      'Goes back: makes the folder hold what it held at a check of this work ("check-2"), when the work began ("start"), or in a version that was published ("version-3"). Without "to" it lists them. Read a file again before you change it.',
    input: z.object({ to: z.string().max(40).optional() }),
    async run({ to }) {
      if (to === undefined) return ok((await workspace.states()).map(({ id, what }) => `${id}: ${what}`).join('\n'))
      const done = await workspace.rewind(to)
      return done.ok ? ok(done.value.length ? `Back at ${to}: ${done.value.join(', ')}.` : `${to} is what stands there.`) : done
    },
  })
