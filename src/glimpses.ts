/** The apps of a home as understanding sees them, kept until they change: most messages change none, or one. */
import type { Apps } from './apps/apps.ts'
import type { Now } from './base/language/types.ts'
import { happeningsOf, type Records } from './dialogue/related/events.ts'
import type { AppGlimpse } from './dialogue/understand/intent.ts'
import type { AppId } from './events.ts'
import type { AppSpec } from './spec.ts'

export type Glimpses = { all(now: Now): Promise<AppGlimpse[]> }

export function openGlimpses(apps: Apps): Glimpses {
  const kept = new Map<AppId, { stamp: string; glimpse: AppGlimpse }>()
  return {
    async all(now) {
      const found = await Promise.all(
        (await apps.list(now)).map(async ({ id, usedAt }) => {
          const app = await apps.get(id)
          if (!app.ok) return []
          const { spec, version, requests, seq, checkpoint } = app.value
          const stamp = `${version} ${seq} ${checkpoint} ${usedAt}`
          const known = kept.get(id)
          if (known?.stamp === stamp) return [known.glimpse]
          const entries = await recordsOf(apps, id, spec)
          const glimpse: AppGlimpse = {
            id,
            name: spec.name,
            icon: spec.icon,
            spec,
            usedAt,
            version,
            requests,
            known: entries,
            ...(happeningsOf(spec).length > 0 && { records: entries }),
          }
          kept.set(id, { stamp, glimpse })
          return [glimpse]
        }),
      )
      const glimpses = found.flat()
      for (const id of kept.keys()) if (!glimpses.some((each) => each.id === id)) kept.delete(id)
      return glimpses
    },
  }
}

async function recordsOf(apps: Apps, id: AppId, spec: AppSpec): Promise<Records> {
  const data = apps.data(id)
  const found = await Promise.all(spec.collections.map(async (one) => [one.id, await data.records(one.id)] as const))
  return Object.fromEntries(found.flatMap(([collection, records]) => (records.ok ? [[collection, records.value]] : [])))
}
