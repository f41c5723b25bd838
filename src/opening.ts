/**
 * How a conversation is opened: the portrait as far as it fits this moment, and what the apps have for this day, in a greeting and
 * at most three lines. Nothing where there is nothing worth saying, and nothing in an incognito conversation. It stands on a screen unasked, so
 * nothing guarded (health, money, places) is in it unless the person allowed that, and a secret never.
 */
import { dueOf } from './apps/due.ts'
import { wallClock } from './base/clock.ts'
import type { Now } from './base/language/types.ts'
import { ok, type Result } from './base/result.ts'
import { type Opener, openerFor } from './dialogue/opening.ts'
import type { ConversationId, Event, EventBody, EventOf, MemoryId } from './events.ts'
import type { House } from './house.ts'
import { mayBeShown } from './memory/guarded.ts'
import { type Audience, unasked } from './memory/privacy.ts'
import type { PrivacyClass } from './memory/types.ts'
import { permissionsOf } from './permissions.ts'
import type { Risk } from './spec.ts'
import { writtenFor } from './traditional.ts'

export type Opened = Event & EventOf<'conversation-opened'>
type Line = Opened['lines'][number]

/** Hours of silence after which a conversation is begun anew. */
export const PAUSE = 8
const HOUR = 3_600_000
const MOST_LINES = 3
/** Characters of what was said last. */
const MOST_SAID = 120
/** Of what waits since days, this much. */
const MOST_WAITING = 1

/** What an app of a risk holds is as guarded as what was told of it. */
const GUARDED: Record<Risk, readonly PrivacyClass[]> = { health: ['health'], money: ['money'], law: ['money', 'health'] }

export type Asking = {
  conversation: ConversationId
  locale: string
  timeZone: string
  /** Only where nothing was said for a while in any conversation: for who begins one with every sentence. */
  calm?: boolean
}

/** The same answer for as long as the conversation goes on; null where it does already, or there is nothing to say. */
export async function openConversation(
  house: House,
  { conversation, locale, timeZone, calm = false }: Asking,
): Promise<Result<Opened | null>> {
  const { store, person, incognito } = house
  if (incognito.has(conversation)) return ok(null)
  const last = (await store.journal.byConversation(person, conversation, LOOKED_AT)).findLast(isSpoken)
  if (last && !isLongAgo(last, house)) return ok(last.type === 'conversation-opened' ? last : null)
  const [spoken] = calm ? await store.journal.byType(person, SPOKEN, 1) : []
  if (spoken && !isLongAgo(spoken, house)) return ok(null)
  const body = await compose(house, { conversation, locale, timeZone })
  if (!body) return ok(null)
  return store.journal.append(body, { person, conversation }) as Promise<Result<Opened>>
}

/** Whether this message is the first of its conversation, or of it after a long pause. */
export async function opens({ store, person }: Pick<House, 'store' | 'person'>, message: Event | null): Promise<boolean> {
  if (message?.type !== 'message-received' || !message.conversation) return false
  const said = (await store.journal.byConversation(person, message.conversation, LOOKED_AT)).filter(
    ({ type }) => type === 'message-received',
  )
  const before = said[said.findIndex(({ id }) => id === message.id) - 1]
  return !before || Date.parse(message.at) - Date.parse(before.at) > PAUSE * HOUR
}

/** Events at the end of a conversation, among which the last message is. */
const LOOKED_AT = 400
const SPOKEN = ['message-received', 'conversation-opened'] as const
const isSpoken = (event: Event) => SPOKEN.some((type) => type === event.type)
const isLongAgo = ({ at }: Event, { clock }: House) => clock.now() - Date.parse(at) > PAUSE * HOUR

async function compose(
  house: House,
  { conversation, locale, timeZone }: Pick<Asking, 'conversation' | 'locale' | 'timeZone'>,
): Promise<Extract<EventBody, { type: 'conversation-opened' }> | null> {
  const now = house.now(timeZone, locale)
  const opener = openerFor(locale, writtenFor(locale))
  const calendar = (instant: string): Now => ({ ...wallClock(Date.parse(instant), timeZone), weekStart: now.weekStart })
  const audience = unasked(await permissionsOf(house))
  const { called, moments, lately } = await house.memory.opening(null, { now, audience })
  const dayOf = (days: number) => new Date(Date.parse(`${now.date}T00:00:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10)
  const told = moments.map(({ memory, text, learned, ...when }) => ({
    ...when,
    line: {
      ...lineOf(opener, text, { ...when, on: dayOf(when.in) }),
      because: opener.because('Told', { what: text, date: calendar(learned).date }),
      memory,
    },
  }))
  const due = (await dueInApps(house, audience, now, calendar)).map(({ app, name, title, ...when }) => ({
    ...when,
    line: {
      ...lineOf(opener, title, { ...when, on: dayOf(when.in) }),
      because: opener.because('App', { what: title, app: name, date: dayOf(when.in) }),
      app,
    },
  }))
  const coming = [...due.filter((one) => one.in >= 0), ...told].sort((a, b) => a.in - b.in || (a.time ?? '').localeCompare(b.time ?? ''))
  const waiting = due.filter((one) => one.in < 0).slice(0, MOST_WAITING)
  const lines: Line[] = [...coming, ...waiting].slice(0, MOST_LINES).map(({ line }) => line)
  const last = lately.find((one) => one.conversation !== conversation && calendar(one.from).date < now.date)
  const words = last?.says.at(-1)
  if (last && words && lines.length < MOST_LINES)
    lines.push({
      text: opener.lately(shortened(words.text), calendar(last.from).date),
      because: opener.because('Lately', { what: '', date: calendar(last.from).date }),
      memory: words.turn as string as MemoryId,
      conversation: last.conversation,
    })
  if (!lines.length && !called) return null
  return {
    type: 'conversation-opened',
    greeting: opener.greeting(now.time, called?.name ?? null),
    lines,
    ...(called && {
      name: { memory: called.memory, because: opener.because('Name', { what: called.text, date: calendar(called.learned).date }) },
    }),
  }
}

const lineOf = (opener: Opener, what: string, when: { in: number; time: string | null; on: string }) => ({ text: opener.due(what, when) })

async function dueInApps({ glimpses }: House, { classes }: Audience, now: Now, calendar: (instant: string) => Now) {
  const open = (await glimpses.all(now)).filter(({ spec }) => spec.risks.every((risk) => GUARDED[risk].every((one) => classes.has(one))))
  return open.flatMap(({ id, name, spec, known = {} }) =>
    dueOf(spec, known, now, calendar)
      .filter(({ title }) => mayBeShown(title, classes))
      .map((due) => ({ ...due, app: id, name })),
  )
}

const shortened = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  return letters.length > MOST_SAID ? `${letters.slice(0, MOST_SAID).join('')}…` : line
}
