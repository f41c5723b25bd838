/**
 * Many people at once: `npm run bench -- load [minutes] [people] [seconds]`. A server in a process of its own; each person is invited,
 * comes in by a link, makes a token, brings in an app, opens its stream and says or reads something so many seconds after the last
 * answer, on average. What is not answered, or not with what it should do, is an error and is printed; after
 * each minute the times and what the server holds.
 */
import { type Rng, seeded } from '../../src/base/rng.ts'
import type { EventType } from '../../src/events.ts'
import { percentile, table } from '../index.ts'
import { type Answer, ask, eventsOf, listen, type Stream } from './client.ts'
import { HOUSEHOLDS, type Household, TOLD } from './said.ts'
import { type Held, heldBy, type Served, serveAlone } from './server.ts'

type Guest = Household & { token: string; app: string; collection: string; stream: Stream; entered: number; told: number }
type Work = 'entry' | 'question' | 'memory' | 'read'
type Done = { work: Work; ms: number; at: number; wrong: string | null }

/** How often each is done. */
const SHARES: [Work, number][] = [
  ['entry', 0.4],
  ['question', 0.2],
  ['memory', 0.1],
  ['read', 0.3],
]
const MINUTE = 60_000
const ZONE = 'Asia/Tokyo'

export async function run(args: string[]) {
  const [minutes = 5, people = 200, seconds = 10] = args.map(Number)
  const server = await serveAlone()
  try {
    const guests = await settle(server, people)
    const { done, held } = await burden(server, guests, minutes, seconds)
    for (const guest of guests) if (guest.stream.ended()) done.push(broken('a stream ended'))
    // What was written is heard of within the second that the last turn is waited for.
    for (const guest of guests)
      if (guest.stream.changes() < guest.entered) done.push(broken(`${guest.entered} entries, ${guest.stream.changes()} heard of`))
    for (const guest of guests) guest.stream.close()
    return report(done, held, server.complaints(), { minutes, people, seconds })
  } finally {
    await server.close()
  }
}

const broken = (wrong: string): Done => ({ work: 'read', ms: 0, at: 0, wrong })

const must = <T>({ status, text }: Answer, what: string): T => {
  if (status !== 200) throw new Error(`${what}: ${status} ${text.slice(0, 300)}`)
  return JSON.parse(text) as T
}

type CarriedApp = { requests: string[] }

/** Everybody comes in as people do; each app is built once and brought in by the others. */
async function settle({ base, token }: Served, people: number): Promise<Guest[]> {
  for (const { build, locale } of HOUSEHOLDS) {
    const made = await ask(base, token, '/api/turns', { method: 'POST', body: { text: build, locale, timeZone: ZONE } })
    if (!eventsOf(made.text).some(({ type }) => type === 'app-published'))
      throw new Error(`“${build}” made no app: ${made.text.slice(0, 300)}`)
  }
  const { format, apps } = must<{ format: string; apps: CarriedApp[] }>(await ask(base, token, '/api/export'), 'export')
  const guests: Guest[] = []
  for (let i = 0; i < people; i++) {
    const household = HOUSEHOLDS[i % HOUSEHOLDS.length]!
    const own = await comeIn(base, token, i)
    const of = apps.filter(({ requests }) => requests.includes(household.build))
    must(await ask(base, own, '/api/import', { method: 'POST', body: { format, apps: of, memories: [] } }), 'import')
    const [app] = must<{ apps: { id: string }[] }>(await ask(base, own, '/api/apps'), 'apps').apps
    const { spec } = must<{ app: { spec: { collections: { id: string }[] } } }>(await ask(base, own, `/api/apps/${app!.id}`), 'app').app
    const stream = await listen(base, own, app!.id)
    guests.push({ ...household, token: own, app: app!.id, collection: spec.collections[0]!.id, stream, entered: 0, told: 0 })
  }
  return guests
}

/** By a link, with a name and a password; then a token, as a program of theirs would have. */
async function comeIn(base: string, owner: string, i: number): Promise<string> {
  const { secret } = must<{ secret: string }>(
    await ask(base, owner, '/api/people/invitations', { method: 'POST', body: { label: `Guest ${i}` } }),
    'invitation',
  )
  const body = { invitation: secret, name: `Guest ${i}`, password: `long enough ${i}` }
  const entered = await ask(base, null, '/api/invitations/accept', { method: 'POST', body })
  must(entered, 'coming in')
  const token = { name: 'load', scopes: ['read', 'talk', 'build', 'admin'] }
  const cookie = { cookie: entered.cookie ?? '' }
  return must<{ secret: string }>(await ask(base, null, '/api/credentials', { method: 'POST', body: token, headers: cookie }), 'token')
    .secret
}

/** Each is answered, waits a while (exponentially, `seconds` on average) and goes on, as somebody does who reads the answer. */
async function burden(server: Served, guests: Guest[], minutes: number, seconds: number) {
  const done: Done[] = []
  const held: Held[] = [heldBy(server.pid)]
  const begun = performance.now()
  const past = () => performance.now() - begun
  const watch = setInterval(() => past() < minutes * MINUTE && held.push(heldBy(server.pid)), MINUTE)
  const goingOn = async (guest: Guest, rng: Rng) => {
    for (;;) {
      await new Promise((next) => setTimeout(next, -Math.log(1 - rng.next()) * seconds * 1000))
      const at = past()
      if (at >= minutes * MINUTE) return
      const result = await doing(server.base, guest, kindOf(rng), rng, at)
      done.push(result)
      if (result.wrong) process.stderr.write(`${result.work}: ${result.wrong}\n`)
    }
  }
  await Promise.all(guests.map((guest, i) => goingOn(guest, seeded(7 + i))))
  clearInterval(watch)
  held.push(heldBy(server.pid))
  return { done, held }
}

function kindOf(rng: Rng): Work {
  let left = rng.next()
  for (const [work, share] of SHARES) {
    left -= share
    if (left < 0) return work
  }
  return 'read'
}

async function doing(base: string, guest: Guest, work: Work, rng: Rng, at: number): Promise<Done> {
  const from = performance.now()
  const wrong = await WORKS[work](base, guest, rng)
  return { work, at, ms: performance.now() - from, wrong }
}

const WORKS: Record<Work, (base: string, guest: Guest, rng: Rng) => Promise<string | null>> = {
  async entry(base, guest, rng) {
    const wrong = await say(base, guest, guest.entry(rng), 'record-logged')
    if (!wrong) guest.entered++
    return wrong
  },
  question: (base, guest, rng) => say(base, guest, guest.questions[Math.floor(rng.next() * guest.questions.length)]!, 'answer-found'),
  memory(base, guest) {
    const [tell, recall] = TOLD[guest.locale]!
    return say(base, guest, guest.told++ ? recall : tell, 'reply-end')
  },
  async read(base, { token, app, collection }) {
    for (const path of [`/api/apps/${app}`, `/api/apps/${app}/collections/${collection}/records`, `/apps/${app}/frame`]) {
      const { status, text } = await ask(base, token, path)
      if (status !== 200) return `${path}: ${status} ${text.slice(0, 200)}`
    }
    return null
  },
}

/** Null where the turn did what it should, else what it did. */
async function say(base: string, { token, app, locale }: Guest, text: string, does: EventType): Promise<string | null> {
  const body = { text, locale, timeZone: ZONE, open: app }
  const answer = await ask(base, token, '/api/turns', { method: 'POST', body })
  if (answer.status !== 200) return `“${text}”: ${answer.status} ${answer.text.slice(0, 200)}`
  const events = eventsOf(answer.text)
  if (events.some(({ type }) => type === does)) return null
  const end = events.at(-1)
  return `“${text}”: no ${does}, but ${end && 'text' in end ? end.text : JSON.stringify(end)}`
}

function report(done: Done[], held: Held[], complaints: string, asked: { minutes: number; people: number; seconds: number }) {
  const works = SHARES.map(([work]) => work)
  const errors = done.filter(({ wrong }) => wrong).length
  const times = (of: Done[]) => {
    const ms = of.filter(({ wrong }) => !wrong).map((one) => one.ms)
    return { n: of.length, p50: Math.round(percentile(ms, 0.5)), p95: Math.round(percentile(ms, 0.95)), most: Math.round(Math.max(...ms)) }
  }
  const byWork = Object.fromEntries(works.map((work) => [work, times(done.filter((one) => one.work === work))]))
  const byMinute = held.slice(1).map((now, i) => {
    const turns = done.filter(({ work, at }) => work !== 'read' && Math.floor(at / MINUTE) === i)
    return { ...now, cpuSeconds: Math.round(now.cpuSeconds - held[i]!.cpuSeconds), ...times(turns) }
  })
  const value = { ...asked, errors, complaints: complaints.split('\n').filter(Boolean).length, byWork, atStart: held[0], byMinute }
  const ofWork = table(
    ['what', 'n', 'p50 ms', 'p95 ms', 'longest ms'],
    Object.entries(byWork).map(([work, { n, p50, p95, most }]) => [work, n, p50, p95, most]),
  )
  const ofMinute = table(
    ['minute', 'turns', 'p50 ms', 'p95 ms', 'resident MB', 'open files', 'processor s'],
    [
      ['before', '', '', '', held[0]!.residentMb, held[0]!.files, ''],
      ...byMinute.map(({ n, p50, p95, residentMb, files, cpuSeconds }, i) => [i + 1, n, p50, p95, residentMb, files, cpuSeconds]),
    ],
  )
  const said = `${asked.people} people, each doing something ${asked.seconds} s after the last answer: ${errors} errors of ${done.length}.`
  return { value, table: [said, ofWork, ofMinute, complaints].filter(Boolean).join('\n\n') }
}
