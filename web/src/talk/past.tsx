import { MessageCircle } from 'lucide-react'
import * as api from '../api.ts'
import { formatWhen } from '../format.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Empty, Loaded } from '../ui/states.tsx'
import { useLoad } from '../use-load.ts'
import { useSpeaking } from '../words/index.ts'

export function PastConversations({ onClose, onChoose }: { onClose: () => void; onChoose: (conversation: string) => void }) {
  const { words, locale } = useSpeaking()
  const [load, reload] = useLoad(api.conversations)
  const choose = (id: string) => {
    onChoose(id)
    onClose()
  }
  return (
    <Dialog title={words.talk.past} onClose={onClose}>
      <Loaded load={load} retry={() => void reload()}>
        {({ conversations }) =>
          conversations.length === 0 ? (
            <Empty icon={<MessageCircle aria-hidden="true" />} title={words.talk.pastNone} />
          ) : (
            <ul className="rows">
              {conversations.map(({ id, title, lastAt }) => (
                <li key={id}>
                  <button type="button" className="row" onClick={() => choose(id)}>
                    <span className="row-title">{title || words.talk.untitled}</span>
                    <span className="quiet">{formatWhen(lastAt, locale)}</span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Dialog>
  )
}
