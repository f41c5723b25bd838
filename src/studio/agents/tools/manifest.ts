/** Manifest: the app's description as a structure instead of as text. What does not fit is said at once and costs no check. */
import { z } from 'zod'
import { ok } from '../../../base/result.ts'
import type { Workspace } from '../workspace.ts'
import { type Tool, tool } from './tool.ts'

export const manifestTool = (workspace: Workspace): Tool =>
  tool({
    name: 'Manifest',
    description:
      'Writes app.json from a structure that is checked against the schema of manifests (KitDocs: manifest, field, view, behaviour). Where nobody wrote the page, it is written anew from it. Prefer this to writing app.json as text.',
    input: z.object({ manifest: z.record(z.string(), z.unknown()) }),
    async run({ manifest }) {
      const done = await workspace.describe(manifest)
      return done.ok ? ok(done.value.length ? `Written: ${done.value.join(', ')}.` : 'Nothing of it is new.') : done
    },
  })
