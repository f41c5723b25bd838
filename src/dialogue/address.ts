/** “Reading list: Dune”: said to an app by its name, as one speaks to somebody in a room. */
import { fold } from '../base/resolve.ts'
import type { AppGlimpse } from './understand/intent.ts'

/** The app whose whole name stands before a colon, and what is said to it; the longest name, and of two alike the one used last. */
export function addressed(text: string, apps: readonly AppGlimpse[]): { app: AppGlimpse; text: string } | null {
  const said = text.trim()
  const low = fold(said)
  const found = apps.flatMap((app) => {
    const name = fold(app.name).trim()
    const rest = low.startsWith(name) ? /^\s*[:：]\s*(?=\S)/u.exec(said.slice(name.length)) : null
    return name && rest ? [{ app, text: said.slice(name.length + rest[0].length), length: name.length }] : []
  })
  const [best] = found.sort((a, b) => b.length - a.length || (a.app.usedAt < b.app.usedAt ? 1 : -1))
  return best ? { app: best.app, text: best.text } : null
}

/** So addressed, whatever the language. */
export const addressing = (app: AppGlimpse, text: string): string => `${app.name}: ${text}`
