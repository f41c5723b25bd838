import { useWords } from '../words/index.ts'

/** Three sentences to begin with; a tap sends one. */
export function Examples({ onSay }: { onSay: (text: string) => void }) {
  const { talk } = useWords()
  return (
    <ul className="examples" aria-label={talk.tryOne}>
      {talk.examples.map((example) => (
        <li key={example}>
          <button type="button" onClick={() => onSay(example)}>
            {example}
          </button>
        </li>
      ))}
    </ul>
  )
}
