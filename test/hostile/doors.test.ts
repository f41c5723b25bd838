/**
 * Injections at every door that text comes in by but talk. Whatever stands in a memory, an entry, a CSV, an imported app or a name
 * is words: after it, ordinary messages do what they do without it, and nothing that only a person decides is decided. The check in
 * the browser is taken for passed; what runs in a frame is tried by test/sandbox.
 */
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/spec.ts'
import { plain } from '../apps/specs.ts'
import { CORPUS } from './corpus.ts'
import { app, door, unmoved } from './stage.ts'
import { holdingsOf } from './watch.ts'

describe.each(LANGUAGES)('%s', (language) => {
  const lines = CORPUS[language]

  it('remembered', async () => {
    await unmoved(language, async () => {
      const memories = lines.map((text) => ({ text, language }))
      const { status } = await door.ask('/api/import', { body: { format: 'open-macaron/1', apps: [], memories } })
      expect(status).toBe(200)
    })
  })

  it('entered into an app, and shown, counted and asked about', async () => {
    await unmoved(language, async () => {
      for (const what of lines)
        await door.ask(`/api/apps/${app}/collections/cups/records`, { body: { values: { what, price: 1, note: what } } })
      const { counts } = await holdingsOf(door.server.house)
      expect(counts[`${app}/cups`]).toBeGreaterThanOrEqual(lines.length)
    })
  })

  it('brought in as a CSV, as cells and as the names of columns', async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
    await unmoved(language, async () => {
      const csv = [['what', 'price', ...lines.slice(0, 3)], ...lines.map((text) => [text, '1', text, text, text])]
        .map((row) => row.map(cell).join(','))
        .join('\n')
      const { status } = await door.ask(`/api/apps/${app}/import`, { body: { collection: 'cups', csv, commit: true } })
      expect(status).toBeLessThan(500)
    })
  })

  it('as an app that is imported, in everything that it calls by a name', async () => {
    await unmoved(language, async () => {
      const statuses = []
      for (const text of lines.slice(0, 20)) {
        const spec = { ...plain(), name: text.slice(0, 60), purpose: text.slice(0, 80), language }
        const apps = [{ spec, files: { 'app.tsx': `// ${text}` }, requests: lines, data: {} }]
        statuses.push((await door.ask('/api/import', { body: { format: 'open-macaron/1', apps, memories: [] } })).status)
      }
      // What cannot be a name is refused as a whole.
      expect(statuses.filter((status) => status !== 200 && status !== 422 && status !== 400)).toEqual([])
      expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(10)
    })
  })

  it('as the name that an app is given', async () => {
    await unmoved(language, async () => {
      for (const name of lines) await door.ask(`/api/apps/${app}`, { method: 'PATCH', body: { name } })
    })
  })
})
