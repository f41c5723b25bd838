/** From an app's files to what the check says of them, with the picture kept. */
import type { AppId, Finding, Tried } from '../events.ts'
import type { AppFiles, AppSpec } from '../spec.ts'
import { bundle } from './bundle.ts'
import { type CheckTools, check, type Moment } from './check.ts'

export type Examined = { passed: boolean; tried: Tried[]; findings: Finding[]; picture?: string; ms: number }
export type Examiner = { checkTools: CheckTools; keepPicture(png: Uint8Array): Promise<string> }

export async function examine(
  { checkTools, keepPicture }: Examiner,
  { app, spec, files }: { app: AppId; spec: AppSpec; files: AppFiles },
  moment: Moment,
): Promise<Examined> {
  const bundled = await bundle(files)
  if (!bundled.ok) return { passed: false, tried: [], findings: [{ check: 'bundle', message: bundled.error.message }], ms: 0 }
  const { picture, ms, ...report } = await check({ app, spec, files, ...bundled.value }, { ...checkTools, ...moment })
  return { ...report, ...(picture && { picture: await keepPicture(picture) }), ms: Math.round(ms) }
}
