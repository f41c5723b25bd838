/** What a conversation begins with: a greeting, a line for each thing that belongs to this moment, and why it is there. */
import { useState } from 'react'
import type { Opening as Begun } from '../api.ts'
import { Why } from '../canvas/why.tsx'
import { hrefOf, hrefOfApp } from '../route.ts'
import { useWords } from '../words/index.ts'

type Props = { opening: Begun; onChoose: (conversation: string) => void }

export function Opening({ opening: { id, greeting, lines }, onChoose }: Props) {
  const { talk } = useWords()
  const [why, setWhy] = useState(false)
  return (
    <section className="opening" aria-label={greeting}>
      <h2>{greeting}</h2>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line.text}>
              <Line line={line} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="quiet-button" onClick={() => setWhy(true)}>
        {talk.whyOpening}
      </button>
      {why && <Why event={id} onClose={() => setWhy(false)} />}
    </section>
  )
}

/** Leads to what it is about: the app, the conversation, the memory. */
function Line({ line: { text, app, conversation }, onChoose }: { line: Begun['lines'][number]; onChoose: Props['onChoose'] }) {
  if (conversation)
    return (
      <button type="button" onClick={() => onChoose(conversation)}>
        {text}
      </button>
    )
  return <a href={app ? hrefOfApp(app) : hrefOf({ at: 'memory' })}>{text}</a>
}
