/** Everything of a person's as one document, and back. Apps come in as new ones; what is known already is not doubled. */
import { z } from 'zod'
import { fail, ok, type Result } from './base/result.ts'
import type { AppId } from './events.ts'
import type { House } from './house.ts'
import type { Item } from './memory/types.ts'
import { AppFileName, AppSpec, FILE_LIMITS, Language, Rec } from './spec.ts'

/** Characters of one file of an app. */
const MOST_FILE = 400_000

/** A memory as it travels: its words and what was made of them, without ids of this home. */
const Memory = z.object({
  text: z.string().min(1).max(4000),
  language: Language.optional(),
  at: z.string().max(40).optional(),
  retired: z.boolean().optional(),
  pinned: z.boolean().optional(),
})
const carriedOf = ({ text, language, learned, retired, pinned }: Item) => ({
  text,
  language,
  at: learned,
  retired: retired !== null,
  pinned,
})

const Carried = z.object({
  format: z.literal('open-macaron/1'),
  apps: z.array(
    z.object({
      spec: AppSpec,
      files: z
        .record(AppFileName, z.string().max(MOST_FILE))
        .refine((files) => Object.keys(files).length <= FILE_LIMITS.files, 'an app has at most 40 files'),
      requests: z.array(z.string()),
      data: z.record(z.string(), z.array(Rec)),
    }),
  ),
  memories: z.array(Memory),
})
export type Carried = z.infer<typeof Carried>

export async function exportAll(house: House): Promise<Carried> {
  const apps: Carried['apps'] = []
  for (const { id } of await house.apps.list(house.now())) {
    const app = await house.apps.get(id)
    if (!app.ok) continue
    const { spec, files, requests } = app.value
    const data: Record<string, Rec[]> = {}
    for (const collection of spec.collections) {
      const records = await house.apps.data(id).records(collection.id)
      if (records.ok) data[collection.id] = records.value
    }
    apps.push({ spec, files, requests, data })
  }
  return { format: 'open-macaron/1', apps, memories: (await house.memory.list({ retired: true })).map(carriedOf) }
}

export async function importAll(house: House, raw: unknown): Promise<Result<{ apps: number; memories: number }>> {
  const parsed = Carried.safeParse(raw)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return fail('request-invalid', 'This is not an export of Open Macaron.', {
      problem: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
    })
  }
  const brought: AppId[] = []
  for (const { spec, files, requests, data } of parsed.data.apps) {
    const stray = Object.keys(data).find((id) => !spec.collections.some((collection) => collection.id === id))
    const made =
      stray === undefined
        ? await house.apps.bringIn({ spec, files, requests, data })
        : fail('collection-unknown', 'An app has data of a part it does not have.', { collection: stray.slice(0, 60) })
    if (!made.ok) {
      // All or nothing: what came in before it goes again.
      for (const app of brought) await house.apps.remove(app)
      return made
    }
    brought.push(made.value)
  }
  for (const memory of parsed.data.memories) {
    if (memory.retired) continue
    const from = { source: null, conversation: null, now: house.now(), language: memory.language ?? 'en', provenance: 'import' as const }
    const kept = await house.memory.remember(memory.text, from)
    if (!kept.ok) return kept
    const { id, text } = kept.value
    if (memory.pinned) await house.memory.correct(id, { pinned: true })
    const pinned = { type: 'memory-changed', memory: id, change: 'pinned' } as const
    const noted = await house.store.journal.appendAll([{ type: 'memory-stored', memory: id, text }, ...(memory.pinned ? [pinned] : [])], {
      person: house.person,
    })
    if (!noted.ok) return noted
  }
  return ok({ apps: parsed.data.apps.length, memories: parsed.data.memories.length })
}
