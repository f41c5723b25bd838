/** Apps and memories as they travel from one home to another (everything.ts has all that is held). Apps come in as new ones; what is known already is not doubled. */
import { z } from 'zod'
import { fail, ok, type Result } from './base/result.ts'
import type { AppId } from './events.ts'
import type { House } from './house.ts'
import { type Item, PRIVACY_CLASSES } from './memory/types.ts'
import { AppFileName, AppSpec, FILE_LIMITS, Label, Language, Rec } from './spec.ts'

/** Characters of one file of an app. */
const MOST_FILE = 400_000

export const FORMAT = 'open-macaron/1'

/** A memory as it travels: its words, what was decided of it, without ids of this home. What was made of the words is made anew. */
const Memory = z.object({
  text: z.string().min(1).max(4000),
  language: Language.optional(),
  at: z.string().max(40).optional(),
  retired: z.boolean().optional(),
  pinned: z.boolean().optional(),
  privacy: z.enum(PRIVACY_CLASSES).optional(),
  expires: z.string().max(40).nullable().optional(),
})
export const carriedOf = ({ text, language, learned, retired, pinned, privacy, expires, ...item }: Item) => ({
  ...{ text, language, at: learned, retired: retired !== null, pinned, privacy, expires },
  // To be read; an import makes them anew.
  ...{ kind: item.kind, about: item.subject, domain: item.domain, from: item.from, until: item.until },
  ...{ provenance: item.provenance, confidence: item.confidence, importance: item.importance, uses: item.uses, usedAt: item.usedAt },
})

const Carried = z.object({
  format: z.literal(FORMAT),
  apps: z.array(
    z.object({
      spec: AppSpec,
      files: z
        .record(AppFileName, z.string().max(MOST_FILE))
        .refine((files) => Object.keys(files).length <= FILE_LIMITS.files, 'an app has at most 40 files'),
      requests: z.array(z.string()),
      data: z.record(z.string(), z.array(Rec)),
      /** Where the person put it. */
      name: Label.optional(),
      pinned: z.boolean().optional(),
      folder: z.string().max(120).nullable().optional(),
    }),
  ),
  memories: z.array(Memory),
})
export type Carried = z.infer<typeof Carried>

/** One app as it travels; null where it is not there any more. */
export async function carriedApp(house: House, id: AppId): Promise<Carried['apps'][number] | null> {
  const app = await house.apps.get(id)
  if (!app.ok) return null
  const { spec, files, requests } = app.value
  const data: Record<string, Rec[]> = {}
  for (const collection of spec.collections) {
    const records = await house.apps.data(id).records(collection.id)
    if (records.ok) data[collection.id] = records.value
  }
  return { spec, files, requests, data }
}

/** What of an export an import takes: the rest of it may be larger than what is taken at once. */
export function importable(all: object): object {
  const { format, apps, memories } = all as Record<string, unknown>
  return { format, apps, memories }
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
  for (const { spec, files, requests, data, name, pinned, folder } of parsed.data.apps) {
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
    const place = { ...(pinned && { pinned }), ...(folder && { folder }), ...(name && name !== spec.name && { name }) }
    if (Object.keys(place).length) await house.apps.patch(made.value, place)
  }
  for (const memory of parsed.data.memories) {
    if (memory.retired) continue
    const from = { source: null, conversation: null, now: house.now(), language: memory.language ?? 'en', provenance: 'import' as const }
    const kept = await house.memory.remember(memory.text, from)
    if (!kept.ok) return kept
    const { id, text } = kept.value
    const { pinned, privacy, expires } = memory
    const decided = {
      ...(pinned && { pinned }),
      ...(privacy && privacy !== kept.value.privacy && { privacy }),
      ...(expires && { expires }),
    }
    if (Object.keys(decided).length) await house.memory.correct(id, decided)
    const pin = { type: 'memory-changed', memory: id, change: 'pinned' } as const
    const noted = await house.store.journal.appendAll([{ type: 'memory-stored', memory: id, text }, ...(memory.pinned ? [pin] : [])], {
      person: house.person,
    })
    if (!noted.ok) return noted
  }
  return ok({ apps: parsed.data.apps.length, memories: parsed.data.memories.length })
}
