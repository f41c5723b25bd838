/** What is remembered, by parts of the person's life: seen, searched, put right and forgotten. */
import { Brain, Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { DOMAINS, type Remembered } from '../../../src/memory/types.ts'
import * as api from '../api.ts'
import { Empty, Loaded } from '../ui/states.tsx'
import { useLoad } from '../use-load.ts'
import { useSpeaking } from '../words/index.ts'
import { ForgetAbout } from './forget-about.tsx'
import { MemoryRow } from './memory-row.tsx'

/** Searching waits until typing pauses: milliseconds. */
const PAUSE = 250
/** Lines drawn at once. */
const SHOWN = 100

export function Memory({ onOpen }: { onOpen: (conversation: string) => void }) {
  const { words } = useSpeaking()
  const [query, setQuery] = useState('')
  const [retired, setRetired] = useState(false)
  const [forgetting, setForgetting] = useState(false)
  const about = usePaused(query.trim())
  const [load, reload] = useLoad(() => api.memories(about, retired), `${retired} ${about}`)
  const again = () => void reload()
  return (
    <div className="page">
      <h2>{words.memory.title}</h2>
      <p className="quiet">{words.memory.lead}</p>
      <label className="search">
        <Search aria-hidden="true" />
        <span className="visually-hidden">{words.memory.search}</span>
        <input type="search" value={query} placeholder={words.memory.search} onChange={(event) => setQuery(event.target.value)} />
      </label>
      <div className="memory-tools">
        <label className="check">
          <input type="checkbox" checked={retired} onChange={(event) => setRetired(event.target.checked)} />
          {words.memory.showRetired}
        </label>
        {about && load.state === 'ready' && load.value.memories.length > 0 && (
          <button type="button" className="button danger" onClick={() => setForgetting(true)}>
            {words.memory.forgetAbout(about)}
          </button>
        )}
      </div>
      <Loaded load={load} retry={again}>
        {({ memories }) =>
          memories.length ? (
            <Parts memories={memories} onChanged={again} onOpen={onOpen} />
          ) : about ? (
            <p role="status">{words.common.nothingFits(about)}</p>
          ) : (
            <Empty icon={<Brain aria-hidden="true" />} title={words.memory.empty}>
              <p>{words.memory.emptyLead}</p>
            </Empty>
          )
        }
      </Loaded>
      {forgetting && <ForgetAbout about={about} onClose={() => setForgetting(false)} onForgotten={again} />}
    </div>
  )
}

type PartsProps = { memories: Remembered[]; onChanged: () => void; onOpen: (conversation: string) => void }

function Parts({ memories, ...more }: PartsProps) {
  const { words } = useSpeaking()
  const [shown, setShown] = useState(SHOWN)
  const parts = DOMAINS.map((domain) => ({ domain, of: memories.filter(({ item }) => (item?.domain ?? 'other') === domain) }))
  let left = shown
  return (
    <>
      {parts.map(({ domain, of }) => {
        const some = of.slice(0, left)
        left -= some.length
        return some.length ? (
          <section key={domain} aria-labelledby={`part-${domain}`}>
            <h3 id={`part-${domain}`}>{words.memory.domains[domain]}</h3>
            <ul className="rows cards memories">
              {some.map((memory) => (
                <MemoryRow key={memory.id} memory={memory} {...more} />
              ))}
            </ul>
          </section>
        ) : null
      })}
      {memories.length > shown && (
        <button type="button" className="button plain" onClick={() => setShown(shown + SHOWN)}>
          {words.common.showMore}
        </button>
      )}
    </>
  )
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
