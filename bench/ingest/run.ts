/**
 * Ingestion without a model, on messages with what they must give: precision and recall of findings, the share of
 * messages that should give nothing and gave something (junk), what a message said twice adds (duplicates), what was
 * retired wrongly in sequences of messages, and messages a second. Arguments: languages, sets (own, held), `--show`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '../../src/base/language/calendar.ts'
import type { MemoryId } from '../../src/events.ts'
import { extract, supersede } from '../../src/memory/ingest/index.ts'
import { subjectKey } from '../../src/memory/ingest/people.ts'
import { sameValue } from '../../src/memory/ingest/same.ts'
import type { Finding, Item } from '../../src/memory/types.ts'
import { LANGUAGES, type Language } from '../../src/spec.ts'
import { table } from '../index.ts'

type Wanted = { subject: string; attribute: string; value?: string; has?: string; from?: string; until?: true; privacy?: string }
type Message = { say: string; find: Wanted[] }
type Sequence = { says: string[]; stands: Wanted[]; gone: Wanted[] }

const DAY = '2026-11-25'
const at = (date: string) => ({ date, time: '12:00', weekStart: 1 as const })

const sharing = (a: string, b: string) => a === b || subjectKey(a) === subjectKey(b) || a.endsWith(b)
/** Whether a finding is the one that is wanted. */
const meets = (wanted: Wanted, found: Finding): boolean =>
  found.attribute === wanted.attribute &&
  sharing(found.subject, wanted.subject) &&
  (wanted.value === undefined || sameValue(found.value, wanted.value)) &&
  (wanted.has === undefined || (found.value ?? found.text).includes(wanted.has)) &&
  (wanted.from === undefined || found.from === wanted.from) &&
  (!wanted.until || found.until !== null) &&
  (wanted.privacy === undefined || found.privacy === wanted.privacy)

export type Counts = {
  wanted: number
  met: number
  found: number
  right: number
  quiet: number
  junk: number
  again: number
  twice: number
  items: number
  lost: number
  gone: number
  kept: number
}

const zero = (): Counts => ({
  wanted: 0,
  met: 0,
  found: 0,
  right: 0,
  quiet: 0,
  junk: 0,
  again: 0,
  twice: 0,
  items: 0,
  lost: 0,
  gone: 0,
  kept: 0,
})

export function load(folder: string, language: Language, set: 'own' | 'held'): { messages: Message[]; sequences: Sequence[] } {
  const name = readdirSync(folder).find((file) => file === `${set}-${language}.jsonl`)
  const rows = name
    ? readFileSync(join(folder, name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Message | Sequence)
    : []
  return { messages: rows.filter((row): row is Message => 'say' in row), sequences: rows.filter((row): row is Sequence => 'says' in row) }
}

/** Items after messages said a month apart, as an engine keeps them. */
export function remembered(says: readonly string[], language: Language): Item[] {
  let items: Item[] = []
  for (const [i, text] of says.entries()) {
    const date = addDays('2026-03-02', 30 * i)
    for (const finding of extract({ text, at: at(date), language })) items = applied(items, finding, date)
  }
  return items
}

export function applied(items: Item[], finding: Finding, date: string): Item[] {
  const decision = supersede(items, finding)
  const id = `m${items.length}` as MemoryId
  const next = items.map((item): Item => {
    if (decision.retires.includes(item.id)) return { ...item, retired: date, supersededBy: id }
    if (item.id === decision.of && finding.until && !item.until) return { ...item, until: finding.until }
    return item
  })
  if (decision.action === 'merge' || decision.action === 'ignore') return next
  return [
    ...next,
    {
      ...finding,
      id,
      learned: date,
      retired: null,
      supersededBy: null,
      source: null,
      conversation: null,
      provenance: 'said',
      pinned: false,
      usedAt: null,
      uses: 0,
    },
  ]
}

export function measure(language: Language, set: 'own' | 'held', folder: string, wrong: string[]): Counts {
  const counts = zero()
  const { messages, sequences } = load(folder, language, set)
  for (const { say, find } of messages) {
    const found = extract({ text: say, at: at(DAY), language })
    const missed = find.filter((wanted) => !found.some((finding) => meets(wanted, finding)))
    const extra = found.filter((finding) => !find.some((wanted) => meets(wanted, finding)))
    counts.wanted += find.length
    counts.met += find.length - missed.length
    counts.found += find.length > 0 ? found.length : 0
    counts.right += find.length > 0 ? found.length - extra.length : 0
    if (find.length === 0) {
      counts.quiet++
      if (found.length > 0) counts.junk++
    }
    let items: Item[] = []
    for (const finding of found) items = applied(items, finding, DAY)
    counts.again += items.length
    for (const finding of found) items = applied(items, finding, DAY)
    counts.twice += items.length
    if (missed.length + extra.length > 0)
      wrong.push(
        `${set} ${language} “${say}”${missed.map((m) => `\n   missed ${m.subject}.${m.attribute}=${m.value ?? m.has} ${m.from ?? ''} ${m.privacy ?? ''}`).join('')}${extra.map((f) => `\n   extra ${f.subject}.${f.attribute}=${f.value} ${f.from ?? ''} ${f.until ?? ''} ${f.privacy} ${f.confidence}`).join('')}`,
      )
  }
  for (const { says, stands, gone } of sequences) {
    const items = remembered(says, language)
    const present = items.filter((item) => item.retired === null && item.until === null)
    const lost = stands.filter((wanted) => items.some((item) => meets(wanted, item)) && !present.some((item) => meets(wanted, item)))
    const unfound = stands.filter((wanted) => !items.some((item) => meets(wanted, item)))
    const kept = gone.filter((wanted) => present.some((item) => meets(wanted, item)))
    counts.items += stands.length
    counts.lost += lost.length
    counts.gone += gone.length
    counts.kept += kept.length
    if (lost.length + unfound.length + kept.length)
      wrong.push(
        `${set} ${language} ${says.join(' || ')}${[...lost.map((w) => ['lost', w] as const), ...unfound.map((w) => ['never found', w] as const), ...kept.map((w) => ['still stands', w] as const)].map(([what, w]) => `\n   ${what} ${w.subject}.${w.attribute}=${w.value}`).join('')}`,
      )
  }
  return counts
}

const share = (a: number, b: number) => (b === 0 ? '-' : `${((100 * a) / b).toFixed(1)} %`)

export async function run(args: string[]) {
  const folder = join(process.env.MACARON_ROOT ?? process.cwd(), 'bench', 'memory', 'ingest')
  const languages = LANGUAGES.filter((language) => args.includes(language))
  const sets = (['own', 'held'] as const).filter((set) => args.includes(set))
  const wrong: string[] = []
  const rows: (string | number)[][] = []
  const value: Record<string, Counts> = {}
  for (const set of sets.length ? sets : (['own', 'held'] as const)) {
    const total = zero()
    for (const language of languages.length ? languages : LANGUAGES) {
      const counts = measure(language, set, folder, wrong)
      for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key]
      rows.push(rowOf(`${set} ${language}`, counts))
      value[`${set} ${language}`] = counts
    }
    rows.push(rowOf(`${set}, all`, total))
    value[set] = total
  }
  if (!args.includes('--quiet')) process.stderr.write(`${wrong.join('\n')}\n`)
  const speed = pace(folder)
  return {
    value: { sets: value, messagesPerSecond: speed },
    table: `${table(['set', 'findings wanted', 'precision', 'recall', 'junk', 'duplicates', 'falsely retired', 'rightly retired'], rows)}\n\n${Object.entries(
      speed,
    )
      .map(([language, rate]) => `${language}: ${Math.round(rate)} messages/s`)
      .join(', ')}`,
  }
}

const rowOf = (name: string, c: Counts) => [
  name,
  c.wanted,
  share(c.right, c.found),
  share(c.met, c.wanted),
  share(c.junk, c.quiet),
  share(c.twice - c.again, c.twice),
  share(c.lost, c.items),
  share(c.gone - c.kept, c.gone),
]

/** Every message of every set, over and over: messages a second of one core's time (not of the wall clock, since the machine may be shared). */
function pace(folder: string): Record<string, number> {
  return Object.fromEntries(
    LANGUAGES.map((language) => {
      const says = (['own', 'held'] as const).flatMap((set) => load(folder, language, set).messages.map(({ say }) => say))
      for (const text of says) extract({ text, at: at(DAY), language })
      const rounds = 8
      const from = process.cpuUsage()
      for (let round = 0; round < rounds; round++) for (const text of says) extract({ text, at: at(DAY), language })
      const { user, system } = process.cpuUsage(from)
      return [language, (rounds * says.length) / ((user + system) / 1e6)]
    }),
  )
}
