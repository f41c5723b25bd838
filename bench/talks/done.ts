/** What a turn did, by what is there after it and by the step it was given to. */

import type { Act } from '../../src/dialogue/act/acts.ts'
import type { AppId, Event } from '../../src/events.ts'
import type { AppSpec, Rec, Value } from '../../src/spec.ts'
import type { BenchHouse } from '../house.ts'

export type Done = { act: Act | 'asked' | 'failed'; app: number | null }
/** The entries of each app that is there. */
export type Store = Map<AppId, Map<string, Rec>>

export async function storeOf(house: BenchHouse, apps: readonly AppId[]): Promise<Store> {
  const store: Store = new Map()
  for (const id of apps) {
    const app = await house.app(id)
    if (!app) continue
    const records = await house.records(app)
    store.set(id, new Map(records.map((record) => [record.id, { ...record, values: asShown(record, records, app.spec) }])))
  }
  return store
}

/** An option by its label and a linked entry by its title, as whoever looks at the entry sees them. */
function asShown({ values }: Rec, records: readonly Rec[], spec: AppSpec): Rec['values'] {
  const fields = spec.collections.flatMap((collection) => collection.fields)
  const titles = new Set(spec.collections.map(({ title }) => title))
  const shown = (id: string, value: string): string => {
    const option = fields.flatMap((field) => (field.id === id && 'options' in field ? field.options : [])).find((one) => one.id === value)
    if (option) return option.label
    if (!fields.some((field) => field.id === id && field.kind === 'relation')) return value
    const linked = records.find((record) => record.id === value)?.values ?? {}
    return String(Object.entries(linked).find(([name]) => titles.has(name))?.[1] ?? value)
  }
  const each = (id: string, value: Value): Value =>
    Array.isArray(value) ? value.map((one) => shown(id, one)) : typeof value === 'string' ? shown(id, value) : value
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, each(id, value)]))
}

const STEPS: Record<string, Done['act']> = {
  build: 'build',
  plan: 'build',
  edit: 'edit',
  undo: 'undo',
  restore: 'undo',
  redo: 'redo',
  query: 'ask',
  open: 'open',
  'list-apps': 'open',
  'remove-app': 'delete-app',
  remember: 'remember',
  recall: 'recall',
  forget: 'forget',
  feedback: 'feedback',
  greeting: 'chat',
  thanks: 'chat',
  farewell: 'chat',
  help: 'chat',
  outside: 'world',
  tell: 'talk',
  unclear: 'talk',
  calculate: 'ask',
}

export function doneIn(events: readonly Event[], before: Store, after: Store): { did: Done['act']; app: AppId | null } {
  const choice = events.find((event) => event.type === 'module-chosen')
  const intent = choice?.type === 'module-chosen' ? String(choice.features.intent) : ''
  if (!events.some((event) => event.type === 'reply-end')) return { did: 'failed', app: null }
  for (const [app, records] of after) {
    const old = before.get(app)
    if (!old || intent !== 'log') continue
    if ([...records.keys()].some((id) => !old.has(id))) return { did: 'log', app }
    if ([...old.keys()].some((id) => !records.has(id))) return { did: 'drop', app }
    if ([...records].some(([id, record]) => JSON.stringify(record.values) !== JSON.stringify(old.get(id)?.values)))
      return { did: 'fix', app }
  }
  if (intent === 'log') return { did: 'failed', app: null }
  const reply = events.find((event) => event.type === 'reply-end')
  const card = reply?.type === 'reply-end' ? reply.cards[0] : undefined
  if (intent === 'choose')
    return {
      did: card?.card === 'choice' && card.options.some(({ say }) => /[“「"].+[”」"]/.test(say)) ? 'delete-app' : 'asked',
      app: null,
    }
  const about = events.find((event) => 'app' in event && event.app !== undefined)
  const app = about && 'app' in about ? (about.app as AppId) : card && 'app' in card ? (card.app as AppId) : null
  return { did: STEPS[intent] ?? 'failed', app }
}
