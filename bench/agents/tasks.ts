/**
 * What the simulated models are asked for: apps that no spec can be, each with a page that is right, of some 60 to 200
 * lines. The pages differ in length and parts, so that their tokens do.
 */
import { read } from '../../src/base/language/read.ts'
import type { AppId } from '../../src/events.ts'
import type { Standing } from '../../src/studio/source.ts'
import { synthesise } from '../../src/studio/synthesise.ts'
import { write } from '../../src/studio/write.ts'

export const NOW = { date: '2026-11-24', time: '10:00', weekStart: 1 as const }
export type Task = {
  id: AppId
  request: string
  standing: Standing
  /** 0 to 1, as the studio tells the router. */
  difficulty: number
  /** The page that does what was asked. */
  page: string
}

const REQUESTS: [request: string, parts: number][] = [
  ['a chess board I can play on with my daughter, keeping who won', 4],
  ['make an app to practise guitar chords with a drawing of each', 3],
  ['a metronome with a beat that I can tap in, and my songs with their tempo', 2],
  ['a wheel to spin that picks who cooks, from the people I enter', 2],
  ['draw with my finger and keep the drawings with a name', 3],
  ['a memory game with pairs of cards made from my words', 3],
  ['a seating plan of our classroom where I can move the pupils', 4],
  ['a colour palette maker that shows contrast between two colours', 2],
  ['a typing trainer that uses the sentences I put in', 2],
  ['a floor plan of my garden beds with what grows where', 4],
  ['a pixel art editor 16 by 16 that keeps my pictures', 3],
  ['a piano keyboard to play simple tunes and keep them', 3],
  ['a bingo card maker for the family party from my own words', 2],
  ['a maze that is made new each time, with my best times', 4],
  ['a family tree drawn from the people I enter', 4],
  ['a sorting quiz where I put historical events in order', 3],
]

export function tasks(): Task[] {
  return REQUESTS.map(([request, parts], at) => {
    const id = `bench${String(at).padStart(3, '0')}` as AppId
    const reading = read(request, { now: NOW, language: 'en', currency: 'USD' })
    const { spec, evidence } = synthesise(reading, { now: NOW, locale: 'en-US', currency: 'USD', before: [] })
    const standing = { spec, files: write(spec, { id, requests: [request] }), published: false }
    const [first] = spec.collections
    return { id, request, standing, difficulty: 1 - evidence, page: pageOf(request, first!.id, first!.title, parts) }
  })
}

/** A page over one collection with as many small parts as the task has. */
function pageOf(request: string, collection: string, title: string, parts: number): string {
  const names = Array.from({ length: parts }, (_, at) => `Part${at + 1}`)
  return `import { useState } from 'react'
import { App, RecordForm, useCollection } from '@kit'

${names.map(partOf).join('\n')}
export default function Page() {
  const all = useCollection('${collection}')
  const [wanted, setWanted] = useState('')
  const shown = all.records.filter((one) => String(one.values.${title} ?? '').includes(wanted))
  return (
    <App>
      <h2>{${JSON.stringify(request)}}</h2>
      <RecordForm of="${collection}" />
      <label>Find <input value={wanted} onChange={(event) => setWanted(event.target.value)} /></label>
      <p>{shown.length} of {all.records.length}</p>
      <ul>{shown.map((one) => <li key={one.id}>{String(one.values.${title} ?? '')}</li>)}</ul>
${names.map((name) => `      <${name} count={all.records.length} />`).join('\n')}
    </App>
  )
}
`
}

const partOf = (name: string, at: number): string => `function ${name}({ count }: { count: number }) {
  const [marked, setMarked] = useState<number[]>([])
  const cells = Array.from({ length: ${8 + 4 * at} }, (_, n) => n)
  const toggle = (cell: number) =>
    setMarked((before) => (before.includes(cell) ? before.filter((one) => one !== cell) : [...before, cell]))
  const inRow = (row: number) => cells.filter((cell) => Math.floor(cell / 4) === row)
  return (
    <section aria-label="${name}">
      <h3>Board ${at + 1}</h3>
      <svg viewBox="0 0 100 25" role="img" aria-label="How full it is" width="100" height="25">
        <rect x="0" y="8" width={Math.min(100, marked.length * 5 + count)} height="8" fill="currentColor" />
      </svg>
      {[0, 1, 2, 3, 4].filter((row) => inRow(row).length > 0).map((row) => (
        <div key={row}>
          {inRow(row).map((cell) => (
            <button key={cell} type="button" aria-pressed={marked.includes(cell)} onClick={() => toggle(cell)}>
              {marked.includes(cell) ? '●' : '○'} {cell + 1}
            </button>
          ))}
        </div>
      ))}
      <p>{marked.length} of {cells.length}</p>
    </section>
  )
}
`
