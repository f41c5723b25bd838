import { useState } from 'react'
import type { Card } from '../../../../src/events.ts'
import * as api from '../../api.ts'
import { formatDate } from '../../format.ts'
import { hrefOfApp } from '../../route.ts'
import { useLoad } from '../../use-load.ts'
import { useSpeaking, useWords } from '../../words/index.ts'
import type { Say } from '../turn-view.tsx'
import { AmendForm } from './amend-form.tsx'

type Props = { card: Extract<Card, { card: 'approval' }>; say: Say }
type Decide = (choice: api.Waiting['choices'][number], revision: number) => void
type Shown = Pick<api.Waiting, 'id' | 'kind' | 'app' | 'what' | 'lines' | 'until' | 'choices' | 'state' | 'changes' | 'fields' | 'revision'>

/** Something waits: what a yes does, and the choices. What became of it stands here however it was answered. */
export function ApprovalCard({ card, say }: Props) {
  const [load, reload] = useLoad(api.approvals, card.approval)
  const { approval: id, app = null, changes = [], revision = 1 } = card
  const known = load.state === 'ready' ? load.value.approvals.find((one) => one.id === id) : undefined
  const gone = load.state === 'ready' && !known
  const waiting: Shown = known ?? { ...card, id, app, changes, revision, fields: [], state: gone ? 'expired' : 'waiting' }
  return (
    <Waits
      waiting={{ ...waiting, choices: card.choices }}
      loading={load.state === 'loading'}
      reload={reload}
      decide={({ label, decision }, revision) => say(label, { approval: id, decision, revision })}
    />
  )
}

/** Everything that waits, where no conversation asked it: answered from here as well. */
export function AllThatWaits() {
  const { cards } = useWords()
  const [load, reload] = useLoad(api.approvals)
  const [said, tell] = useState('')
  const waiting = load.state === 'ready' ? load.value.approvals.filter(({ state }) => state === 'waiting') : []
  if (!waiting.length && !said) return null
  return (
    <section className="stack" aria-labelledby="waits-title">
      <h3 id="waits-title">{cards.waitingTitle}</h3>
      {said && <p role="status">{said}</p>}
      {waiting.map((one) => (
        <Waits
          key={`${one.id}${one.revision}`}
          waiting={one}
          loading={false}
          reload={reload}
          decide={async ({ decision }, revision) => {
            const done = await api.answer(one.id, decision, revision)
            tell(done.ok ? done.value.text : done.error.message)
            await reload()
          }}
        />
      ))}
    </section>
  )
}

type WaitsProps = { waiting: Shown; loading: boolean; reload: () => Promise<void>; decide: Decide }

function Waits({ waiting, loading, reload, decide }: WaitsProps) {
  const { words, locale } = useSpeaking()
  const { cards, activity } = words
  const { id, kind, app, what, lines, until, choices, state, changes, fields, revision } = waiting
  const [pressed, press] = useState(false)
  const [editing, edit] = useState(false)
  const over = state !== 'waiting'
  return (
    <section className="card" aria-label={what}>
      <p className="quiet">{over ? activity.decisions[state] : cards.waits(formatDate(until, locale))}</p>
      <p className="card-title">{what}</p>
      {revision > 1 && !over && <p role="status">{cards.edited}</p>}
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Changes changes={changes} />
      {kind === 'publish' && !over && <Source id={id} revision={revision} />}
      {kind === 'publish' && app && !over && (
        <p>
          <a href={hrefOfApp(app)}>{cards.look}</a>
        </p>
      )}
      {!over && editing && (
        <AmendForm
          waiting={waiting}
          done={async (changed) => {
            if (changed) await reload()
            edit(false)
          }}
        />
      )}
      {!over && !editing && (
        <fieldset className="card-actions" disabled={pressed || loading}>
          <legend className="visually-hidden">{what}</legend>
          {choices.map((choice) => (
            <button
              key={choice.decision}
              type="button"
              className={choice.decision === 'approve' ? 'button primary' : 'button'}
              onClick={() => {
                press(choice.decision !== 'later')
                decide(choice, revision)
              }}
            >
              {choice.label}
            </button>
          ))}
          {fields.length > 0 && (
            <button type="button" className="button" onClick={() => edit(true)}>
              {cards.edit}
            </button>
          )}
        </fieldset>
      )}
    </section>
  )
}

/** Each thing as it is and as it would be: read in order, and side by side where there is room. */
function Changes({ changes }: Pick<Shown, 'changes'>) {
  const { cards } = useWords()
  if (!changes.length) return null
  return (
    <dl className="changes">
      {changes.map(({ what, before, after }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two things may be called the same, and none changes place
        <div key={at}>
          <dt>{what}</dt>
          <dd>
            <span className="visually-hidden">{cards.before}: </span>
            <del>{before ?? cards.none}</del>
          </dd>
          <dd>
            <span className="visually-hidden">{cards.after}: </span>
            <ins>{after ?? cards.gone}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** For who reads source: asked for when it is opened. */
function Source({ id, revision }: Pick<Shown, 'id' | 'revision'>) {
  const { cards } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{cards.source}</summary>
      {open && <Lines key={revision} id={id} />}
    </details>
  )
}

function Lines({ id }: Pick<Shown, 'id'>) {
  const [load] = useLoad(() => api.sourceOf(id))
  if (load.state !== 'ready') return null
  return load.value.files.map(({ file, lines }) => (
    <figure key={file} className="diff">
      <figcaption>{file}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre tabIndex={0}>{lines.join('\n')}</pre>
    </figure>
  ))
}
