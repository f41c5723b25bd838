import { History } from 'lucide-react'
import { useState } from 'react'
import type { Checkpoint } from '../../../src/apps/types.ts'
import type { AppId } from '../../../src/events.ts'
import * as api from '../api.ts'
import { useApps } from '../apps-list.ts'
import { formatWhen } from '../format.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Empty, Loaded } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { useLoad } from '../use-load.ts'
import { sayFailure, useSpeaking } from '../words/index.ts'
import { useAppActions } from './app-actions.ts'

/** Drawn at once; older ones come on request. */
const SHOWN = 50

export function Versions({ app, name, onClose }: { app: AppId; name: string; onClose: () => void }) {
  const { words } = useSpeaking()
  const toast = useToast()
  const apps = useApps()
  const [load, reload] = useLoad(() => api.checkpoints(app), app)
  const [shown, setShown] = useState(SHOWN)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const { step } = useAppActions({ id: app, name })
  const restore = async ({ id }: Checkpoint) => {
    setBusy(true)
    const restored = await api.restore(app, id)
    setBusy(false)
    if (!restored.ok) return setWrong(sayFailure(words, restored.error))
    onClose()
    toast({ text: words.app.restored, action: { label: words.common.undo, run: () => step('undo') } })
    apps.reloadFrame(app)
    await apps.reload()
  }
  return (
    <Dialog title={words.app.versionsTitle(name)} onClose={onClose}>
      <p className="quiet">{words.app.versionsLead}</p>
      {wrong && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      <Loaded load={load} retry={() => void reload()}>
        {({ checkpoints }) =>
          checkpoints.length ? (
            <>
              <ol className="rows">
                {checkpoints.slice(0, shown).map((point) => (
                  <Row key={point.id} point={point} busy={busy} restore={() => void restore(point)} />
                ))}
              </ol>
              {checkpoints.length > shown && (
                <button type="button" className="button plain" onClick={() => setShown(shown + SHOWN)}>
                  {words.common.showMore}
                </button>
              )}
            </>
          ) : (
            <Empty icon={<History aria-hidden="true" />} title={words.app.noVersions} />
          )
        }
      </Loaded>
    </Dialog>
  )
}

function Row({ point, busy, restore }: { point: Checkpoint; busy: boolean; restore: () => void }) {
  const { words, locale } = useSpeaking()
  const { what, at, by, version, current } = point
  return (
    <li className="row" {...(current && { 'aria-current': 'true' as const })}>
      <span className="row-title">
        {what}
        <span className="quiet">
          {formatWhen(at, locale)} · {words.app.by[by]} · {words.app.version(version)}
        </span>
      </span>
      {current ? (
        <span className="badge">{words.app.current}</span>
      ) : (
        <button type="button" className="button" disabled={busy} onClick={restore} aria-label={`${words.app.restore}: ${what}`}>
          {words.app.restore}
        </button>
      )}
    </li>
  )
}
