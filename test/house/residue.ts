/** A house that is searched for what should be gone from it: every table and every file of its home. */
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConversationId, Event } from '../../src/events.ts'
import type { House } from '../../src/house.ts'

export const newHome = () => mkdtempSync(join(tmpdir(), 'macaron-forget-'))

export async function say(house: House, text: string, locale = 'en-US', conversation: ConversationId | null = null): Promise<Event[]> {
  const { events } = house.turns.start({ text, locale, timeZone: 'UTC', conversation, open: null })
  const all: Event[] = []
  for await (const event of events()) all.push(event)
  await house.turns.idle()
  return all
}

function* files(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* files(path)
    else yield path
  }
}

/** Files of the home that hold a word, in any of the ways SQLite keeps text. */
export const holding = (home: string, word: string) =>
  [...files(home)].filter((path) => {
    const bytes = readFileSync(path)
    return bytes.includes(Buffer.from(word, 'utf8')) || bytes.includes(Buffer.from(word, 'utf16le'))
  })
