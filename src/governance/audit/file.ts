/**
 * The audit as a file that anybody can check with nothing but the file: one JSON document a line.
 *
 *   {"format":"open-macaron/audit-1","person":P}
 *   {"n","id","at","type","conversation","turn","prev","content","hash","salt","body"}      one a place of the chain, in order
 *   {"events":N,"head":HASH,"file":SHA256}                                                  of every line before, ends included
 *
 * `body` is the event as it was hashed; it and `salt` are null where it was forgotten. docs/security.md has the recipe in words.
 * Covers: any byte that is changed, a line taken out, put in, doubled or moved, a file that is cut. Does not cover: a file that
 * somebody made anew with all its hashes; whether its head is in the home is asked there (`macaron audit verify --witness FILE`).
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { fail, ok, type Result } from '../../base/result.ts'
import type { PersonId } from '../../events.ts'
import { canonical } from '../../store/canonical.ts'
import { type Link, openChain, type Verdict } from '../../store/chain.ts'
import type { Journal } from '../../store/journal.ts'

const FORMAT = 'open-macaron/audit-1'
const text = z.string()
const Header = z.strictObject({ format: z.literal(FORMAT), person: text })
const Line = z.strictObject({
  ...{ n: z.number().int(), id: text, at: text, type: text, conversation: text.nullable(), turn: text.nullable() },
  ...{ prev: text, content: text, hash: text, salt: text.nullable(), body: text.nullable() },
})
const Footer = z.strictObject({ events: z.number().int(), head: text, file: text })

/**
 * Every line, with its end. What is forgotten while it is read is in it or not; either way it verifies, since the record of the
 * forgetting comes later in the chain and is read too.
 */
export async function* linesOf(journal: Journal, person: PersonId): AsyncGenerator<string> {
  const digest = createHash('sha256')
  const line = (value: unknown) => {
    const written = `${canonical(value)}\n`
    digest.update(written)
    return written
  }
  yield line({ format: FORMAT, person })
  let [events, head] = [0, '0'.repeat(64)]
  for (let page = await journal.places(person, null); page.length; page = await journal.places(person, page.at(-1)!.id as never)) {
    for (const { person: _, ...place } of page) yield line(place)
    const last = page.at(-1)!
    ;[events, head] = [last.n, last.hash]
  }
  yield `${canonical({ events, head, file: digest.digest('hex') })}\n`
}

/** 'audit-unreadable' with the line that is none of ours, or 'journal-broken' as the journal itself says it. */
export async function verifyFile(chunks: AsyncIterable<Uint8Array>): Promise<Result<Verdict & { person: string }>> {
  const digest = createHash('sha256')
  const chain = openChain()
  let person: string | null = null
  let footer: z.infer<typeof Footer> | null = null
  let number = 0
  let rest = ''
  for await (const line of linesIn(chunks, (left) => (rest = left))) {
    number++
    const value = valueIn(line)
    if (value === undefined || footer) return unreadable(number)
    const end = Footer.safeParse(value)
    if (person === null) {
      const header = Header.safeParse(value)
      if (!header.success) return unreadable(number)
      person = header.data.person
    } else if (end.success) footer = end.data
    else {
      const place = Line.safeParse(value)
      if (!place.success) return unreadable(number)
      const fits = chain.take({ ...place.data, person } as Link)
      if (!fits.ok) return fits
    }
    if (!footer) digest.update(`${line}\n`)
  }
  if (!footer || person === null || rest) return unreadable(number + 1)
  const whole = chain.close({ n: footer.events, hash: footer.head })
  if (!whole.ok) return whole
  // What the chain does not hold: the first line.
  return digest.digest('hex') === footer.file ? ok({ ...whole.value, person }) : unreadable(1)
}

const unreadable = (line: number) =>
  fail('audit-unreadable', `Line ${line} is not as it was written, or the file ends before its end.`, { line })

/** A line that says the same otherwise written is not the line that was written. */
function valueIn(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line)
    return canonical(value) === line ? value : undefined
  } catch {
    return undefined
  }
}

/** Lines by their ends of ours, and no other; bytes that are no UTF-8 are read as what no line of ours has. */
async function* linesIn(chunks: AsyncIterable<Uint8Array>, left: (rest: string) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  left(rest + decoder.decode())
}
