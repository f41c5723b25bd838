import { useState } from 'react'
import type { Card } from '../../../../src/events.ts'
import * as api from '../../api.ts'
import { ForgetDialog } from '../../canvas/forget-dialog.tsx'
import { formatDate } from '../../format.ts'
import { TextDialog } from '../../ui/text-dialog.tsx'
import { useSpeaking } from '../../words/index.ts'

type Props = { card: Extract<Card, { card: 'memory' }>; say: (text: string) => void }

export function MemoryCard({ card: { memory, text, at }, say }: Props) {
  const { words, locale } = useSpeaking()
  const [doing, setDoing] = useState<'forget' | 'correct' | null>(null)
  const [forgotten, setForgotten] = useState(false)
  const close = () => setDoing(null)
  /** The corrected words are said first, so that nothing is lost if the rest fails. */
  const correct = async (corrected: string) => {
    if (corrected === text) return
    say(words.cards.rememberThat(corrected))
    const gone = await api.forgetMemory(memory)
    setForgotten(gone.ok)
  }
  return (
    <div className="card" data-undone={forgotten}>
      <p className="quiet">{words.cards.memory(formatDate(at, locale))}</p>
      <p className="card-title">{forgotten ? words.memory.forgotten : text}</p>
      {!forgotten && (
        <div className="card-actions">
          <button type="button" className="button" onClick={() => setDoing('correct')}>
            {words.cards.correct}
          </button>
          <button type="button" className="button" onClick={() => setDoing('forget')}>
            {words.cards.forget}
          </button>
        </div>
      )}
      {doing === 'forget' && <ForgetDialog memory={{ id: memory, text }} onClose={close} onForgotten={() => setForgotten(true)} />}
      {doing === 'correct' && (
        <TextDialog
          title={words.cards.correct}
          label={words.cards.memory(formatDate(at, locale))}
          initial={text}
          most={2000}
          onSave={(next) => void correct(next)}
          onClose={close}
        />
      )}
    </div>
  )
}
