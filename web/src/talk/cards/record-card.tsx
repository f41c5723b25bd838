import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { Card } from '../../../../src/events.ts'
import * as api from '../../api.ts'
import { useApps } from '../../apps-list.ts'
import { go, hrefOfApp } from '../../route.ts'
import { useToast } from '../../ui/toast.tsx'
import { sayFailure, useWords } from '../../words/index.ts'

type Props = { card: Extract<Card, { card: 'record' }> }

export function RecordCard({ card: { app, name, title, shown, checkpoint } }: Props) {
  const words = useWords()
  const toast = useToast()
  const apps = useApps()
  // The title is one of the values; once is enough.
  const details = shown.filter(({ value }) => value !== title)
  const [state, setState] = useState<'there' | 'busy' | 'undone'>('there')

  /** Takes back this very change; where others came after it, the person chooses the version. */
  const undo = async () => {
    setState('busy')
    const listed = await api.checkpoints(app)
    const current = listed.ok ? listed.value.checkpoints.find((point) => point.current) : null
    if (listed.ok && current?.id !== checkpoint) {
      setState('there')
      toast({ text: words.cards.changedSince })
      return go({ at: 'app', app, versions: true })
    }
    const undone = listed.ok ? await api.undo(app) : listed
    setState(undone.ok ? 'undone' : 'there')
    toast({ text: undone.ok ? words.cards.undone : sayFailure(words, undone.error) })
    void apps.reload()
  }

  return (
    <div className="card" data-undone={state === 'undone'}>
      <p className="quiet">
        <a href={hrefOfApp(app)}>{words.cards.logged(name)}</a>
      </p>
      <p className="card-title">{title}</p>
      <dl className="pairs">
        {details.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="card-actions">
        {state === 'undone' ? (
          <span className="quiet">{words.cards.undone}</span>
        ) : (
          <button type="button" className="button" disabled={state === 'busy'} onClick={() => void undo()}>
            <Undo2 aria-hidden="true" />
            {words.common.undo}
          </button>
        )}
      </div>
    </div>
  )
}
