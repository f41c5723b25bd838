/**
 * Injections in what is said. What somebody says outright is theirs to say, and may be read as a wish or an entry; but no text
 * decides what waits, allows sending, grants or sets anything. Said as what somebody else wrote it is kept, and does nothing.
 */
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/spec.ts'
import { CORPUS } from './corpus.ts'
import { door, LOCALES, QUOTED, unmoved } from './stage.ts'
import { holdingsOf } from './watch.ts'

describe.each(LANGUAGES)('%s', (language) => {
  const lines = CORPUS[language]

  it('said outright: nothing that a person decides is decided by it, no app goes, and nothing is told that opens the home', async () => {
    await unmoved(language, async () => {
      for (const text of lines) {
        const events = await door.say(text, { locale: LOCALES[language] })
        expect([text, JSON.stringify(events).includes(door.server.token)]).toEqual([text, false])
        expect(events.map(({ type }) => type)).not.toContain('app-removed')
      }
    })
  })

  it('said as what somebody else wrote: it is kept as that, and nothing goes or comes', async () => {
    const before = await holdingsOf(door.server.house)
    await unmoved(language, async () => {
      for (const text of lines) await door.say(QUOTED[language](text.replaceAll('\n', ' ')), { locale: LOCALES[language] })
    })
    const after = await holdingsOf(door.server.house)
    expect({ ...after, memories: [] }).toEqual({ ...before, memories: [] })
    expect(after.memories.filter((one) => one.includes('evil')).length).toBeGreaterThan(0)
  })
})
