/**
 * Whole conversations of strangers: is each message taken for what it wants, in the app it is of, and does what it notes
 * or asks come out right? Nothing is reset where a turn went wrong: what follows is said to what then stands. Arguments:
 * languages; `taught` for the talks that are learned from; `N` for the first N of a language, `R/M` for each M-th from the
 * R-th; `shown` for what went wrong. The apps' checks in the browser are taken for passed.
 */
import type { AppId, Event } from '../../src/events.ts'
import { LANGUAGES } from '../../src/spec.ts'
import { benchHouse, uncheckedHouse } from '../house.ts'
import { percentile, table } from '../index.ts'
import { type Line, MEASURING, TAUGHT, type Talk, talks } from './corpus.ts'
import { type Done, doneIn, type Store, storeOf } from './done.ts'
import { answeredRight, heldShare } from './expected.ts'

type Outcome = {
  language: string
  line: Line
  did: Done
  /** It was taken for what it wants, in the app it is of. */
  right: boolean
  /** Of what an entry must hold, how much it does; null where nothing is said of it. */
  held: number | null
  /** Of the same, how much stands in a field by itself. */
  alone: number | null
  answered: boolean | null
  reply: string
  ms: number
}

export async function run(args: string[]) {
  const folder = args.includes('taught') ? TAUGHT : MEASURING
  const most = Number(args.find((arg) => /^\d+$/.test(arg)) ?? Number.POSITIVE_INFINITY)
  const [rest, every] = (args.find((arg) => /^\d+\/\d+$/.test(arg)) ?? '0/1').split('/').map(Number) as [number, number]
  const chosen = LANGUAGES.filter(
    (language) => !args.some((arg) => (LANGUAGES as readonly string[]).includes(arg)) || args.includes(language),
  )
  const outcomes: Outcome[] = []
  for (const language of chosen)
    for (const talk of talks(language, folder)
      .filter((_, i) => i % every === rest)
      .slice(0, most))
      outcomes.push(...(await held(talk)))
  if (args.includes('shown'))
    for (const one of outcomes) if (!one.right || one.answered === false || (one.held ?? 1) < 1) process.stderr.write(`${tell(one)}\n`)
  const acts = [...new Set(outcomes.map(({ line }) => line.act))]
  const share = (of: Outcome[], test: (one: Outcome) => boolean) => `${of.filter(test).length} of ${of.length}`
  const rowOf = (name: string, of: Outcome[]) => [
    name,
    share(of, ({ right }) => right),
    percent(of.flatMap(({ held }) => held ?? [])),
    percent(of.flatMap(({ alone }) => alone ?? [])),
    percent(of.flatMap(({ answered }) => (answered === null ? [] : Number(answered)))),
  ]
  const rows = [
    ...chosen.map((language) =>
      rowOf(
        language,
        outcomes.filter((one) => one.language === language),
      ),
    ),
    ...acts.map((act) =>
      rowOf(
        act,
        outcomes.filter(({ line }) => line.act === act),
      ),
    ),
    rowOf('all', outcomes),
  ]
  const times = outcomes.filter(({ did }) => did.act !== 'build' && did.act !== 'edit').map(({ ms }) => ms)
  return {
    value: {
      outcomes: outcomes.map(({ language, line, did, right, held, answered }) => ({
        language,
        ...line,
        did: did.act,
        right,
        held,
        answered,
      })),
    },
    table: `${table(['messages', 'taken for what they want', 'values held', 'each by itself', 'answered right'], rows)}\n\nA message that makes no app: p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms.`,
  }
}

const percent = (shares: number[]) =>
  shares.length ? `${Math.round((100 * shares.reduce((sum, each) => sum + each, 0)) / shares.length)} % of ${shares.length}` : ''
const tell = ({ line, did, reply }: Outcome) =>
  `${line.act}${line.app === null ? '' : ` ${line.app + 1}`} → ${did.act}${did.app === null ? '' : ` ${did.app + 1}`}: ${line.text}\n     ${reply.slice(0, 140).replaceAll('\n', ' ')}`

/** One conversation in a home of its own. */
async function held({ locale, language, lines }: Talk): Promise<Outcome[]> {
  const house = uncheckedHouse(await benchHouse())
  try {
    const made: AppId[] = []
    let open: AppId | undefined
    let conversation: string | undefined
    let before: Store = await storeOf(house, made)
    /** Where each app of the talk stands among those made; null where its wish made none. */
    const built: (AppId | null)[] = []
    const outcomes: Outcome[] = []
    for (const line of lines) {
      const { events, ms } = await house.say({ text: line.text, locale, ...(open && { open }), ...(conversation && { conversation }) })
      conversation ??= events[0]?.conversation
      const published = events.find((event): event is Extract<Event, { type: 'app-published' }> => event.type === 'app-published')?.app
      if (published && !made.includes(published)) {
        made.push(published)
        open = published
      }
      const after = await storeOf(house, made)
      const { did, app } = doneIn(events, before, after)
      if (line.act === 'build') built.push(did === 'build' && published ? published : null)
      if (did === 'open' && app) open = app
      const place = app ? built.indexOf(app) : -1
      const meant = line.app ?? (line.act === 'build' ? built.length - 1 : open ? built.lastIndexOf(open) : -1)
      const reply = events.find((event) => event.type === 'reply-end')
      const text = reply?.type === 'reply-end' ? reply.text : ''
      const right = IN_APP.has(line.act) ? did === line.act && place === meant : LIKE[line.act]?.includes(did) || did === line.act
      outcomes.push({
        language,
        line,
        did: { act: did, app: place < 0 ? null : place },
        right,
        held: line.act === 'log' && line.expected ? heldShare(line.expected, after, before) : null,
        alone: line.act === 'log' && line.expected ? heldShare(line.expected, after, before, true) : null,
        answered: line.act === 'ask' && line.expected ? answeredRight(line.expected, text) : null,
        reply: text,
        ms,
      })
      before = after
    }
    return outcomes
  } finally {
    await house.close()
  }
}

const IN_APP = new Set<Line['act']>(['log', 'fix', 'drop', 'ask', 'edit'])
/** What does as well: a fact told is kept like one that is to be, and a wish to be reminded makes what reminds. */
const LIKE: Partial<Record<Line['act'], Done['act'][]>> = {
  remember: ['talk'],
  remind: ['build', 'edit'],
  feedback: ['talk', 'undo'],
  talk: ['chat', 'feedback', 'remember'],
  chat: ['talk', 'feedback'],
  world: ['talk'],
}
