/** An open app: its page, and a bar with what can be done to it. */
import { SearchX } from 'lucide-react'
import { useState } from 'react'
import type { AppState } from '../../../src/apps/types.ts'
import type { AppId } from '../../../src/events.ts'
import * as api from '../api.ts'
import { useApps } from '../apps-list.ts'
import { go, hrefOf } from '../route.ts'
import { Empty, Problem } from '../ui/states.tsx'
import { useLoad } from '../use-load.ts'
import { useWords } from '../words/index.ts'
import { AppBar } from './app-bar.tsx'
import { Frame } from './frame.tsx'
import { ImportCsv } from './import-csv.tsx'
import { Versions } from './versions.tsx'

type Props = { app: AppId; versions: boolean; csv: File | null; onCsvDone: () => void }

export function AppView({ app, versions, csv, onCsvDone }: Props) {
  const { frameOf, load: list } = useApps()
  const round = frameOf(app)
  const summary = list.state === 'ready' ? list.value.find((each) => each.id === app) : undefined
  // A new version, name or state of the app: its spec may have changed with it.
  const [load, reload] = useLoad<{ app: AppState }>(() => api.app(app), `${app} ${round} ${summary?.version} ${summary?.name}`)
  const [importing, setImporting] = useState(false)
  if (load.state === 'failed')
    return load.failure.code.endsWith('-unknown') ? <Gone /> : <Problem failure={load.failure} retry={() => void reload()} />
  const state = load.state === 'ready' ? load.value.app : null
  const name = summary?.name ?? state?.spec.name ?? ''
  const icon = summary?.icon ?? state?.spec.icon ?? ''
  const closeImport = () => {
    setImporting(false)
    onCsvDone()
  }
  return (
    <div className="app-view" data-accent={summary?.accent}>
      <AppBar app={{ id: app, name, icon }} pinned={summary?.pinned ?? false} state={state} onImport={() => setImporting(true)} />
      <Frame app={app} name={name} round={round} />
      {versions && <Versions app={app} name={name} onClose={() => go({ at: 'app', app, versions: false })} />}
      {state && (importing || csv) && <ImportCsv app={app} name={name} spec={state.spec} file={csv} onClose={closeImport} />}
    </div>
  )
}

function Gone() {
  const { app, common } = useWords()
  return (
    <Empty icon={<SearchX aria-hidden="true" />} title={app.gone}>
      <p>{app.goneLead}</p>
      <a className="button" href={hrefOf({ at: 'home' })}>
        {common.back}
      </a>
    </Empty>
  )
}
