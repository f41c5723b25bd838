/** Setting the budgets: into models.json, where they are read from, with everything else in it as it was. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import { MODELS_FILE, readConfig } from './config.ts'

/** Dollars; what is not named stays. */
export const Budgets = z.strictObject({
  day: z.number().min(0).max(100_000).optional(),
  app: z.number().min(0).max(100_000).optional(),
  build: z.number().min(0).max(100_000).optional(),
})
export type Budgets = z.infer<typeof Budgets>

/** Fails with 'models-file-invalid' where the file cannot be read as it is: it is not written over. */
export function keepBudgets(home: string, env: NodeJS.ProcessEnv, budgets: Budgets): Result<void> {
  const read = readConfig(home, env)
  if (!read.ok) return read
  const file = join(home, MODELS_FILE)
  try {
    const before = contentOf(file)
    const named = Object.fromEntries(Object.entries(budgets).filter(([, value]) => value !== undefined))
    const next = { ...before, budgets: { ...(before.budgets as object | undefined), ...named } }
    // Written beside and then moved: a reader finds the one or the other.
    writeFileSync(`${file}.new`, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return ok(undefined)
  } catch (error) {
    return fail('disk-error', (error as Error).message)
  }
}

/** What was read above is an object, or the file is not there. */
function contentOf(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  } catch {
    return {}
  }
}
