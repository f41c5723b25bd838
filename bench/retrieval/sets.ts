/** Retrieval sets on disk: corpus.jsonl, groups.jsonl, queries.jsonl in one folder. Read here, never kept. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Doc = z.object({
  id: z.string(),
  text: z.string(),
  speaker: z.string().optional(),
  caption: z.string().optional(),
  session: z.union([z.string(), z.number()]).optional(),
  time: z.string().optional(),
  place: z.string().optional(),
})
const Group = z.object({ group: z.string(), docs: z.array(z.string()) })
const Query = z.object({ id: z.string(), group: z.string(), text: z.string(), type: z.string(), evidence: z.array(z.string()) })
export type Doc = z.infer<typeof Doc>
export type Query = z.infer<typeof Query>
export type RetrievalSet = { docs: Map<string, Doc>; groups: Map<string, string[]>; queries: Query[] }

const lines = <T>(folder: string, name: string, shape: z.ZodType<T>): T[] =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => shape.parse(JSON.parse(line)))

/** Throws where a file is missing or not of the layout. */
export function loadSet(folder: string): RetrievalSet {
  return {
    docs: new Map(lines(folder, 'corpus.jsonl', Doc).map((doc) => [doc.id, doc])),
    groups: new Map(lines(folder, 'groups.jsonl', Group).map(({ group, docs }) => [group, docs])),
    queries: lines(folder, 'queries.jsonl', Query),
  }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The time of a document as ISO 8601 without a zone ("2023-05-08T13:56"); null where it cannot be read. */
export function timeOf(text: string | undefined): string | null {
  if (!text) return null
  const cjk = /(\d{4})\s*[年-]\s*(\d{1,2})\s*[月-]\s*(\d{1,2})/.exec(text)
  const dayFirst = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*,?\s+(\d{4})/.exec(text)
  const monthFirst = /([A-Za-z]{3})[a-z]*[-\s]+(\d{1,2}),?[-\s]+(\d{4})/.exec(text)
  const [year, month, day] = cjk
    ? [cjk[1], Number(cjk[2]), cjk[3]]
    : dayFirst
      ? [dayFirst[3], MONTHS.indexOf(dayFirst[2]!.toLowerCase()) + 1, dayFirst[1]]
      : monthFirst
        ? [monthFirst[3], MONTHS.indexOf(monthFirst[1]!.toLowerCase()) + 1, monthFirst[2]]
        : [undefined, 0, undefined]
  if (!year || !day || month < 1) return null
  const clock = /(\d{1,2}):(\d\d)\s*([ap]m)?/i.exec(text)
  const hour = clock ? (Number(clock[1]) % (clock[3] ? 12 : 24)) + (clock[3]?.toLowerCase() === 'pm' ? 12 : 0) : 0
  const two = (n: number | string) => String(n).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${clock?.[2] ?? '00'}`
}
