/** The home of apps. */
import { LayoutGrid, Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { AppSummary } from '../../../src/apps/types.ts'
import * as api from '../api.ts'
import { useApps } from '../apps-list.ts'
import { Examples } from '../ui/examples.tsx'
import { Empty, Loaded } from '../ui/states.tsx'
import { useLoad } from '../use-load.ts'
import { useSpeaking, useWords } from '../words/index.ts'
import { Tile } from './tile.tsx'

/** From this many apps on, searching is quicker than looking. */
const SEARCH_FROM = 5

export function Home({ onSay }: { onSay: (text: string) => void }) {
  const { home } = useWords()
  const { load, reload } = useApps()
  // The live lines follow what was entered in the apps meanwhile.
  useEffect(() => void reload(), [reload])
  return (
    <div className="page">
      <h2>{home.title}</h2>
      <Loaded load={load} retry={() => void reload()} lines={6}>
        {(apps) => (apps.length ? <Tiles apps={apps} /> : <NoApps onSay={onSay} />)}
      </Loaded>
      {load.state === 'ready' && <RemovedLately key={load.value.length} />}
    </div>
  )
}

function NoApps({ onSay }: { onSay: (text: string) => void }) {
  const { home } = useWords()
  return (
    <Empty icon={<LayoutGrid aria-hidden="true" />} title={home.empty}>
      <p>{home.emptyLead}</p>
      <Examples onSay={onSay} />
    </Empty>
  )
}

function Tiles({ apps }: { apps: AppSummary[] }) {
  const { words, locale } = useSpeaking()
  const [query, setQuery] = useState('')
  const fold = (text: string) => text.normalize('NFKC').toLocaleLowerCase(locale)
  const found = apps.filter(({ name, folder, line }) => fold(`${name} ${folder ?? ''} ${line}`).includes(fold(query.trim())))
  const folders = [...new Set(apps.flatMap(({ folder }) => folder ?? []))].sort((a, b) => a.localeCompare(b, locale))
  const groups = groupsOf(found, folders, words.home)
  return (
    <>
      {apps.length >= SEARCH_FROM && (
        <label className="search">
          <Search aria-hidden="true" />
          <span className="visually-hidden">{words.home.search}</span>
          <input type="search" value={query} placeholder={words.home.search} onChange={(event) => setQuery(event.target.value)} />
        </label>
      )}
      <p className="said-so" role="status">
        {found.length ? '' : words.common.nothingFits(query)}
      </p>
      {groups.map(({ title, apps }) => (
        <section key={title} aria-label={title}>
          <h3 className={groups.length > 1 ? '' : 'visually-hidden'}>{title}</h3>
          <ul className="tiles">
            {apps.map((app) => (
              <Tile key={app.id} app={app} folders={folders} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** Pinned ones first, then each folder, then the rest. */
function groupsOf(
  apps: AppSummary[],
  folders: string[],
  { pinned, others }: { pinned: string; others: string },
): { title: string; apps: AppSummary[] }[] {
  const loose = apps.filter((app) => !app.pinned)
  return [
    { title: pinned, apps: apps.filter((app) => app.pinned) },
    ...folders.map((folder) => ({ title: folder, apps: loose.filter((app) => app.folder === folder) })),
    { title: others, apps: loose.filter((app) => app.folder === null) },
  ].filter((group) => group.apps.length)
}

function RemovedLately() {
  const { home } = useWords()
  const { reload } = useApps()
  const [load] = useLoad(api.removedApps)
  if (load.state !== 'ready' || !load.value.apps.length) return null
  const bringBack = async (id: AppSummary['id']) => {
    await api.recoverApp(id)
    await reload()
  }
  return (
    <details className="removed">
      <summary>{home.removedLately}</summary>
      <ul className="rows">
        {load.value.apps.map(({ id, name, icon }) => (
          <li key={id} className="row">
            <span className="row-title">
              <span aria-hidden="true">{icon}</span> {name}
            </span>
            <button type="button" className="button" onClick={() => void bringBack(id)} aria-label={`${home.bringBack}: ${name}`}>
              {home.bringBack}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
