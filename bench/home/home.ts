/** A home as people have it: a dozen apps a language, and what is said of each while none is open. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { AppId, Event, EventOf } from '../../src/events.ts'
import type { Language } from '../../src/spec.ts'
import type { BenchHouse } from '../house.ts'

const Said = z.object({ say: z.string(), does: z.enum(['log', 'ask', 'edit']) })
/** `kinds`: families of the requests' bench that it is of. */
const Kept = z.object({ build: z.string(), kinds: z.array(z.string()), said: z.array(Said) })
export type Kept = z.infer<typeof Kept>

export const LOCALE: Record<Language, string> = { en: 'en-US', zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR' }

export function loadHome(language: Language): Kept[] {
  const file = join(process.env.MACARON_ROOT ?? process.cwd(), 'bench', 'home', 'data', `${language}.jsonl`)
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => Kept.parse(JSON.parse(line)))
}

/** Builds the home's apps; null where one was not published. */
export async function furnish(house: BenchHouse, language: Language): Promise<(AppId | null)[]> {
  const made: (AppId | null)[] = []
  for (const { build } of loadHome(language)) {
    const { events } = await house.say({ text: build, locale: LOCALE[language] })
    made.push(events.find((e): e is Event & EventOf<'app-published'> => e.type === 'app-published')?.app ?? null)
  }
  return made
}
