/** The audit: everything that happened, newest first. */
import { History } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Result } from '../../../src/base/result.ts'
import type { Event, EventId } from '../../../src/events.ts'
import { detailOf, isTold, namesOf, type ToldEvent } from '../activity.ts'
import * as api from '../api.ts'
import { formatWhen } from '../format.ts'
import { AllThatWaits } from '../talk/cards/approval-card.tsx'
import { Empty, Loaded } from '../ui/states.tsx'
import { useLoad } from '../use-load.ts'
import { useSpeaking } from '../words/index.ts'
import { Why } from './why.tsx'

/** Lines drawn at once, and the most that are kept here. */
const SHOWN = 100
const MOST = 5_000

export function Activity() {
  const { words } = useSpeaking()
  const [load, reload] = useLoad(everything)
  return (
    <div className="page">
      <h2>{words.activity.title}</h2>
      <p className="quiet">{words.activity.lead}</p>
      <AllThatWaits />
      <Loaded load={load} retry={() => void reload()} lines={8}>
        {(events) =>
          events.length ? (
            <Lines events={events} />
          ) : (
            <Empty icon={<History aria-hidden="true" />} title={words.activity.empty}>
              <p>{words.activity.emptyLead}</p>
            </Empty>
          )
        }
      </Loaded>
    </div>
  )
}

function Lines({ events }: { events: Event[] }) {
  const { words } = useSpeaking()
  const [shown, setShown] = useState(SHOWN)
  const [why, setWhy] = useState<EventId | null>(null)
  const told = useMemo(() => events.filter(isTold).reverse(), [events])
  const names = useMemo(() => namesOf(events), [events])
  return (
    <>
      <ol className="lines">
        {told.slice(0, shown).map((event) => (
          <Line key={event.id} event={event} nameOf={(app) => names.get(app) ?? ''} onWhy={() => setWhy(event.id)} />
        ))}
      </ol>
      {told.length > shown && (
        <button type="button" className="button plain" onClick={() => setShown(shown + SHOWN)}>
          {words.common.showMore}
        </button>
      )}
      {events.length >= MOST && <p className="quiet">{words.activity.cut(MOST)}</p>}
      {why && <Why event={why} onClose={() => setWhy(null)} />}
    </>
  )
}

function Line({ event, nameOf, onWhy }: { event: ToldEvent; nameOf: (app: string) => string; onWhy: () => void }) {
  const { words, locale } = useSpeaking()
  const detail = detailOf(event, nameOf, words)
  const told = words.activity.told[event.type]
  return (
    <li className="row">
      <span className="row-title">
        <span>
          <strong>{told}</strong>
          {detail && <span className="line-detail"> {detail}</span>}
        </span>
        <time className="quiet" dateTime={event.at}>
          {formatWhen(event.at, locale)}
        </time>
      </span>
      <button type="button" className="button plain" onClick={onWhy} aria-label={`${words.activity.why} ${told} ${detail}`.slice(0, 120)}>
        {words.activity.why}
      </button>
    </li>
  )
}

/** The record is read from its start, a page at a time; the last events are kept. */
async function everything(): Promise<Result<Event[]>> {
  let events: Event[] = []
  let after: EventId | null = null
  do {
    const page: Awaited<ReturnType<typeof api.audit>> = await api.audit(after)
    if (!page.ok) return page
    events = [...events, ...page.value.events].slice(-MOST)
    after = page.value.next
  } while (after)
  return { ok: true, value: events }
}
