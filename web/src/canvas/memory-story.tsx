import type { Remembered } from '../../../src/memory/types.ts'
import * as api from '../api.ts'
import { formatWhen } from '../format.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Loaded } from '../ui/states.tsx'
import { useLoad } from '../use-load.ts'
import { useSpeaking } from '../words/index.ts'

type Props = { memory: Remembered; onClose: () => void; onOpen: (conversation: string) => void }

/** Where a memory came from, what took its place, and what brought it up. */
export function MemoryStory({ memory: { id, text, item }, onClose, onOpen }: Props) {
  const { words, locale } = useSpeaking()
  const { memory } = words
  const [load, reload] = useLoad(() => api.memory(id), id)
  return (
    <Dialog title={memory.story} onClose={onClose}>
      <blockquote>{text}</blockquote>
      <Loaded load={load} retry={() => void reload()} lines={3}>
        {({ source, supersededBy, supersedes, recalls }) => (
          <div className="stack">
            <p>{memory.provenances[item?.provenance ?? 'said']}</p>
            {source && source.text !== text && <p className="quiet">{memory.youSaid(source.text)}</p>}
            {source?.conversation && (
              <button type="button" className="button" onClick={() => onOpen(source.conversation!)}>
                {memory.openConversation}
              </button>
            )}
            {supersededBy && <p>{memory.supersededBy(supersededBy.text)}</p>}
            {supersedes.map((old) => (
              <p key={old.id}>{memory.supersedes(old.text)}</p>
            ))}
            <h3>{memory.recalls}</h3>
            {recalls.length ? (
              <ul className="rows">
                {recalls.map(({ event, at, question, worth }) => (
                  <li key={event} className="row">
                    <span className="row-title">{question ?? memory.questionGone}</span>
                    <span className="quiet">
                      {worth !== null && `${memory.worth(Math.round(worth * 100))} · `}
                      {formatWhen(at, locale)}
                    </span>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="quiet">{memory.noRecalls}</p>
            )}
          </div>
        )}
      </Loaded>
    </Dialog>
  )
}
