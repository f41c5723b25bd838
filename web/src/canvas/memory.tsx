import { Brain, Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Remembered } from '../../../src/memory/types.ts'
import * as api from '../api.ts'
import { formatDate } from '../format.ts'
import { Empty, Loaded } from '../ui/states.tsx'
import { useLoad } from '../use-load.ts'
import { useSpeaking } from '../words/index.ts'
import { ForgetDialog } from './forget-dialog.tsx'

/** Searching waits until typing pauses: milliseconds. */
const PAUSE = 250

export function Memory() {
  const { words } = useSpeaking()
  const [query, setQuery] = useState('')
  const about = usePaused(query.trim())
  const [load, reload] = useLoad(() => api.memories(about), about)
  const [asking, setAsking] = useState<Remembered | null>(null)
  return (
    <div className="page">
      <h2>{words.memory.title}</h2>
      <p className="quiet">{words.memory.lead}</p>
      <label className="search">
        <Search aria-hidden="true" />
        <span className="visually-hidden">{words.memory.search}</span>
        <input type="search" value={query} placeholder={words.memory.search} onChange={(event) => setQuery(event.target.value)} />
      </label>
      <Loaded load={load} retry={() => void reload()}>
        {({ memories }) =>
          memories.length ? (
            <ul className="rows cards">
              {memories.map((memory) => (
                <Row key={memory.id} memory={memory} onForget={() => setAsking(memory)} />
              ))}
            </ul>
          ) : about ? (
            <p role="status">{words.common.nothingFits(about)}</p>
          ) : (
            <Empty icon={<Brain aria-hidden="true" />} title={words.memory.empty}>
              <p>{words.memory.emptyLead}</p>
            </Empty>
          )
        }
      </Loaded>
      {asking && <ForgetDialog memory={asking} onClose={() => setAsking(null)} onForgotten={() => void reload()} />}
    </div>
  )
}

function Row({ memory: { text, at }, onForget }: { memory: Remembered; onForget: () => void }) {
  const { words, locale } = useSpeaking()
  return (
    <li className="row">
      <span className="row-title">
        {text}
        <span className="quiet">{words.memory.since(formatDate(at, locale))}</span>
      </span>
      <button type="button" className="button" onClick={onForget} aria-label={`${words.memory.forget}: ${text}`}>
        {words.memory.forget}
      </button>
    </li>
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
