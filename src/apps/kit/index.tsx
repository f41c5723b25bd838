/** The kit: everything an app's source may import. Parts find their view or behaviour by its id in the app's spec. */
import { type ComponentChildren, type ComponentType, render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type Client, connect } from './client.ts'
import { EntryContext, Provider, useShared } from './context.tsx'
import { Forms, RecordForm } from './form.tsx'
import { Button, Empty, Guarded, Toasts } from './ui.tsx'
import type { Words } from './words.ts'

export { useBehaviour, useCollection, useNow, useQuery, useSpec, useView, useWords } from './context.tsx'
export { AddButton, RecordForm } from './form.tsx'
export * from './logic.ts'
export { Countdown, Goal, Limit, Progress, Recurrence, Reminder, Stock, Streak } from './notices.tsx'
export { Ask, useAsk } from './panels/ask.tsx'
export { Quiz, Review } from './panels/cards.tsx'
export { Calculator, Converter, Shopping } from './panels/figures.tsx'
export { Decision, Pick, Score, Split } from './panels/people.tsx'
export { Routine, Timer } from './panels/timer.tsx'
export { Button, Tabs } from './ui.tsx'
export { BoardView } from './views/board.tsx'
export { CalendarView } from './views/calendar.tsx'
export { CardsView } from './views/cards.tsx'
export { ChartView } from './views/chart.tsx'
export { ListView } from './views/list.tsx'
export { SummaryView } from './views/summary.tsx'
export { TableView } from './views/table.tsx'
export { TimelineView } from './views/timeline.tsx'

/** The page of an app. `entry` is the collection whose form stands open at the top. */
export function App({ entry, children }: { entry?: string; children: ComponentChildren }) {
  const { spec, words, client } = useShared()
  return (
    <EntryContext.Provider value={entry ?? null}>
      <div class={`app ${spec.look.density}`} data-accent={spec.look.accent}>
        <header class={client.hello.embed ? 'hidden' : ''}>
          <h1>
            <span class="icon" aria-hidden="true">
              {spec.icon}
            </span>{' '}
            {spec.name}
          </h1>
        </header>
        <main>
          {entry && (
            <section class="entry-card" aria-label={words.add(spec.collections.find((one) => one.id === entry)?.one ?? '')}>
              <RecordForm of={entry} />
            </section>
          )}
          {children}
          {spec.risks.map((risk) => (
            <p key={risk} class="advice" role="note">
              {words.notAdvice[risk]}
            </p>
          ))}
          {spec.generated && (
            <p class="advice" role="note">
              {words.generated}
            </p>
          )}
        </main>
        <Toasts />
        <Ready />
      </div>
    </EntryContext.Provider>
  )
}

/** Notices side by side where there is room. */
export const Notices = ({ children }: { children: ComponentChildren }) => <div class="notices">{children}</div>

/** Told to who waits for the page: it is drawn and its data is there. */
function Ready() {
  useEffect(() => {
    document.documentElement.dataset.ready = ''
  }, [])
  return null
}

/** Connects to the host and draws the app. Called once, by the page. */
export async function start(Root: ComponentType): Promise<void> {
  const root = document.getElementById('app')
  if (!root) throw new Error('The page has no place for the app.')
  render(<Loading />, root)
  const client = await connect()
  render(<Started client={client} Root={Root} />, root)
}

/** Where the data will be; seen only if it takes a moment. */
const Loading = () => (
  <div class="loading" aria-busy="true">
    <i />
    <i />
    <i />
  </div>
)

const NotRead = ({ retry, words }: { retry: () => void; words: Words }) => (
  <div class="app" role="alert">
    <Empty title={words.notRead} hint={words.notReadHint}>
      <Button action="retry" kind="primary" onClick={retry}>
        {words.retry}
      </Button>
    </Empty>
  </div>
)

function Started({ client, Root }: { client: Client; Root: ComponentType }) {
  const [theme, setTheme] = useState(client.hello.theme)
  useEffect(() => client.onTheme(setTheme), [])
  document.documentElement.dataset.theme = theme
  return (
    <Provider client={client} waiting={(retry, words) => (retry ? <NotRead retry={retry} words={words} /> : <Loading />)}>
      <Guarded>
        <Forms>
          <Root />
        </Forms>
      </Guarded>
    </Provider>
  )
}
