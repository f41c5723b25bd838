/** How much of each kind is held, where it came from, and the way to it. */
import { ChevronRight } from 'lucide-react'
import type { Held } from '../../../src/held.ts'
import type { Provenance } from '../../../src/memory/types.ts'
import { formatBytes, formatDate } from '../format.ts'
import { hrefOf, type Route } from '../route.ts'
import { useSpeaking, type Words } from '../words/index.ts'

type Kind = keyof Words['privacy']['kinds']
type Line = { kind: Kind; count: number; facts: string[]; to: Route | null }

export function HeldList({ held }: { held: Held }) {
  const { words, locale } = useSpeaking()
  const { privacy } = words
  return (
    <ul className="rows">
      {linesOf(held, privacy, locale).map(({ kind, count, facts, to }) => {
        const shown = (
          <>
            <span className="row-title">
              <span>{privacy.kinds[kind]}</span>
              <span className="quiet">{facts.join(' · ')}</span>
            </span>
            <span className="amount">{count.toLocaleString(locale)}</span>
            <ChevronRight aria-hidden="true" {...(!to && { visibility: 'hidden' })} />
          </>
        )
        return (
          <li key={kind}>
            {to ? (
              <a className="row" href={hrefOf(to)}>
                {shown}
              </a>
            ) : (
              <div className="row">{shown}</div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function linesOf({ memories, conversations, apps, journal, pictures, tastes, settings }: Held, words: Words['privacy'], locale: string) {
  const since = (at: string | null) => (at ? [words.since(formatDate(at, locale))] : [])
  const some = (n: number, say: (n: number) => string) => (n ? [say(n)] : [])
  const from = Object.entries(memories.from).sort(([, a], [, b]) => b - a)
  const lines: Line[] = [
    {
      kind: 'memories',
      count: memories.count,
      facts: [
        ...from.map(([provenance, n]) => words.from[provenance as Provenance](n)),
        ...some(memories.retired, words.retired),
        ...since(memories.since),
      ],
      to: { at: 'memory' },
    },
    {
      kind: 'conversations',
      count: conversations.count,
      facts: [words.messages(conversations.messages), ...since(conversations.since)],
      to: null,
    },
    {
      kind: 'apps',
      count: apps.count,
      facts: [words.entries(apps.entries), ...some(apps.drafts, words.drafts), ...some(apps.removed, words.removed)],
      to: { at: 'home' },
    },
    {
      kind: 'journal',
      count: journal.events,
      facts: [words.steps, ...some(journal.forgotten, words.forgotten), ...since(journal.since)],
      to: { at: 'activity' },
    },
    { kind: 'pictures', count: pictures.count, facts: [words.seen(formatBytes(pictures.bytes, locale))], to: null },
    {
      kind: 'tastes',
      count: tastes.learned,
      facts: [tastes.on ? words.occasions(tastes.occasions) : words.notLearning],
      to: { at: 'insights' },
    },
    { kind: 'settings', count: settings, facts: [words.chosen], to: { at: 'settings' } },
  ]
  return lines
}
