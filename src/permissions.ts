/** What the person lets leave this machine, by where it would go; kept in the settings. */
import { z } from 'zod'
import type { Result } from './base/result.ts'
import type { House } from './house.ts'
import { ANY_MODEL, ELSEWHERE, type Permissions } from './memory/privacy.ts'
import { PRIVACY_CLASSES } from './memory/types.ts'

const SETTING = 'permissions'

/** A secret goes nowhere, so it cannot be allowed. */
export const ALLOWABLE = PRIVACY_CLASSES.filter((one) => one !== 'secret')

/** A destination is a provider's name or its host. */
export const PermissionsShape = z.record(
  z.string().regex(/^[a-z0-9][a-z0-9.:-]{0,99}$/),
  z.array(z.enum(ALLOWABLE as ['open', ...typeof ALLOWABLE])).max(ALLOWABLE.length),
)

type Kept = Pick<House, 'store' | 'person'>

/** What holds where the person decided nothing is among them, as `any-model`. A setting that cannot be read allows nothing guarded. */
export async function permissionsOf({ store, person }: Kept): Promise<Permissions> {
  const kept = PermissionsShape.safeParse(parsed(await store.settings.get(person, SETTING)))
  return { [ANY_MODEL]: ELSEWHERE, ...(kept.success && kept.data) }
}

export const allow = ({ store, person }: Kept, permissions: Permissions): Promise<Result<void>> =>
  store.settings.set(person, SETTING, JSON.stringify(permissions))

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}')
  } catch {
    return {}
  }
}
