/** What a step opens to. */
import { Check, ChevronRight, X } from 'lucide-react'
import type { EventOf, Finding } from '../../../src/events.ts'
import { formatMs } from '../format.ts'
import { intentOf, type WrittenFile } from '../turn.ts'
import { useSpeaking, useWords } from '../words/index.ts'

export function Understood({ choice }: { choice: EventOf<'module-chosen'> }) {
  const { steps, intents } = useWords()
  const intent = intentOf(choice)
  const { confidence } = choice.features
  return (
    <>
      <p>{steps.understoodAs(intents[intent] ?? intent, steps.module[choice.module])}</p>
      {typeof confidence === 'number' && <p className="quiet">{steps.sure(Math.round(confidence * 100))}</p>}
    </>
  )
}

export function Recalled({ items }: { items: EventOf<'memory-recalled'>['items'] }) {
  return (
    <ul>
      {items.map(({ memory, text }) => (
        <li key={memory}>{text}</li>
      ))}
    </ul>
  )
}

export function Designed({ proposal: { spec, assumed, missing } }: { proposal: EventOf<'spec-proposed'> }) {
  const { steps } = useWords()
  return (
    <>
      <p>{spec.purpose}</p>
      {spec.collections.length > 0 && (
        <Listed
          title={steps.keeps}
          items={spec.collections
            .filter((collection) => !collection.hidden)
            .map(
              ({ label, fields }) =>
                `${label}: ${fields.flatMap((field) => (field.hidden || field.kind === 'schedule' ? [] : [field.label])).join(', ')}`,
            )}
        />
      )}
      <Listed title={steps.assumed} items={assumed} />
      <Listed title={steps.missing} items={missing} />
    </>
  )
}

function Listed({ title, items }: { title: string; items: string[] }) {
  if (!items.length) return null
  return (
    <>
      <p className="evidence-title">{title}</p>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  )
}

export function Written({ files }: { files: WrittenFile[] }) {
  const { steps } = useWords()
  return files.map(({ file, text, changedLines }) => (
    <details key={file} className="file">
      <summary>
        <code>{file}</code>
        {changedLines !== null && <span className="quiet">{steps.lines(changedLines)}</span>}
        <ChevronRight aria-hidden="true" className="chevron" />
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </details>
  ))
}

export function Checked({ check }: { check: EventOf<'check-finished'> }) {
  const { words, locale } = useSpeaking()
  const { attempt, tried, findings, picture, ms } = check
  return (
    <>
      <p className="quiet">
        {attempt > 1 && `${words.steps.attempt(attempt)} · `}
        {formatMs(ms, locale)}
      </p>
      <ul className="tried">
        {tried.map(({ what, ok, detail }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a finished check never changes
          <li key={i} data-ok={ok}>
            {ok ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
            <span>
              <span className="visually-hidden">{ok ? words.settings.good : words.settings.bad}: </span>
              {what}
              {detail && <span className="quiet"> {detail}</span>}
            </span>
          </li>
        ))}
      </ul>
      <Findings findings={findings} />
      {picture && <img className="picture" src={`/api/pictures/${encodeURIComponent(picture)}`} alt={words.steps.picture} loading="lazy" />}
    </>
  )
}

export function Withheld({ withheld: { findings, kept } }: { withheld: EventOf<'app-withheld'> }) {
  const { steps } = useWords()
  return (
    <>
      {kept !== undefined && <p>{steps.kept(kept)}</p>}
      <Findings findings={findings} />
    </>
  )
}

function Findings({ findings }: { findings: Finding[] }) {
  const { steps } = useWords()
  return <Listed title={steps.findings} items={findings.map(({ message, where }) => (where ? `${message} (${where})` : message))} />
}
