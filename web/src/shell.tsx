/** The house: conversation and canvas side by side, or one at a time with a bar below. */
import { Brain, Ellipsis, History, LayoutGrid, MessageCircle, Settings2, ShieldCheck, Sprout } from 'lucide-react'
import { type ComponentType, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AppId, Event } from '../../src/events.ts'
import * as api from './api.ts'
import type { Choices } from './app.tsx'
import { Apps, type AppsList } from './apps-list.ts'
import { Activity } from './canvas/activity.tsx'
import { AppView } from './canvas/app-view.tsx'
import { Home } from './canvas/home.tsx'
import { Memory } from './canvas/memory.tsx'
import { More } from './canvas/more.tsx'
import { Settings } from './canvas/settings.tsx'
import { Insights } from './insights/insights.tsx'
import { keep } from './prefs.ts'
import { Privacy } from './privacy/privacy.tsx'
import { go, hrefOf, parseRoute, type Route, useRoute } from './route.ts'
import { focusComposer } from './talk/composer.tsx'
import { Talk } from './talk/talk.tsx'
import { intentOf } from './turn.ts'
import { type Conversation, useConversation } from './use-conversation.ts'
import { useLoad } from './use-load.ts'
import { isWide, useOnline, useTurnedTo } from './use-media.ts'
import { useWords } from './words/index.ts'

type Place = 'talk' | 'home' | 'memory' | 'activity' | 'insights' | 'privacy' | 'settings' | 'more'

export function Shell({ me, choices }: { me: api.Me; choices: Choices }) {
  const words = useWords()
  const route = useRoute()
  const [shown, putBehind] = useCanvasRoute(route)
  const open = shown.at === 'app' ? shown.app : null
  const apps = useAppsList()
  const conversation = useConversation(useReactions(apps, open, putBehind))
  const online = useOnline()
  useComingBack(online, apps.reload)
  useTurnedTo(() => void apps.reload())
  const [pendingCsv, setPendingCsv] = useState<{ app: AppId; file: File } | null>(null)
  useFirstPlace(me.fresh)
  useKeys()
  useTitle(shown, apps)
  const name = apps.load.state === 'ready' ? apps.load.value.find((app) => app.id === open)?.name : undefined
  return (
    <Apps value={apps}>
      <div className="shell" data-pane={route.at === 'talk' ? 'talk' : 'canvas'} data-app={open !== null}>
        <header>
          <h1 className="visually-hidden">Open Macaron</h1>
          <button type="button" className="skip" onClick={goTalk}>
            {words.nav.skip}
          </button>
          <p className="banner" role="status">
            {online ? '' : words.common.offlineHint}
          </p>
        </header>
        <main className="panes">
          <Talk
            conversation={conversation}
            open={open}
            openName={name ?? null}
            onCsv={(file) => open && setPendingCsv({ app: open, file })}
          />
          <section className="canvas" aria-label={words.nav.canvas}>
            <Bar className="top-bar" places={['home', 'memory', 'activity', 'insights', 'privacy', 'settings']} route={shown} />
            <Canvas
              route={shown}
              choices={choices}
              me={me}
              conversation={conversation}
              csv={pendingCsv}
              onCsvDone={() => setPendingCsv(null)}
            />
          </section>
        </main>
        <Bar className="bottom-bar" places={['talk', 'home', 'memory', 'more']} route={route} />
      </div>
    </Apps>
  )
}

type CanvasProps = {
  route: Route
  choices: Choices
  me: api.Me
  conversation: Conversation
  csv: { app: AppId; file: File } | null
  onCsvDone: () => void
}

function Canvas({ route, choices, me, conversation, csv, onCsvDone }: CanvasProps) {
  const say = (text: string) => {
    goTalk()
    conversation.say(text, null)
  }
  switch (route.at) {
    case 'app':
      return (
        <AppView
          key={route.app}
          app={route.app}
          versions={route.versions}
          csv={csv?.app === route.app ? csv.file : null}
          onCsvDone={onCsvDone}
        />
      )
    case 'memory':
      return (
        <Memory
          onOpen={(past) => {
            conversation.choose(past)
            goTalk()
          }}
        />
      )
    case 'activity':
      return <Activity />
    case 'insights':
      return <Insights />
    case 'privacy':
      return (
        <Privacy
          me={me}
          onIncognito={() => {
            conversation.startNew(true)
            goTalk()
          }}
        />
      )
    case 'settings':
      return <Settings choices={choices} me={me} part={route.part ?? null} />
    case 'more':
      return <More />
    default:
      return <Home onSay={say} />
  }
}

const ICONS: Record<Place, ComponentType<{ 'aria-hidden': 'true' }>> = {
  talk: MessageCircle,
  home: LayoutGrid,
  memory: Brain,
  activity: History,
  insights: Sprout,
  privacy: ShieldCheck,
  settings: Settings2,
  more: Ellipsis,
}

/** On a phone. */
const BEHIND_MORE = ['activity', 'insights', 'privacy', 'settings'] as const

function Bar({ className, places, route }: { className: string; places: Place[]; route: Route }) {
  const { nav } = useWords()
  const names: Record<Place, string> = {
    talk: nav.talk,
    home: nav.apps,
    memory: nav.memory,
    activity: nav.activity,
    insights: nav.insights,
    privacy: nav.privacy,
    settings: nav.settings,
    more: nav.more,
  }
  const here = (place: Place) => {
    if (place === 'more' && BEHIND_MORE.some((at) => at === route.at)) return true
    return place === route.at || (place === 'home' && route.at === 'app')
  }
  return (
    <nav className={className} aria-label={nav.main}>
      {places.map((place) => {
        const Icon = ICONS[place]
        return (
          <a key={place} href={hrefOf({ at: place })} {...(here(place) && { 'aria-current': 'page' as const })}>
            <Icon aria-hidden="true" />
            <span>{names[place]}</span>
          </a>
        )
      })}
    </nav>
  )
}

function goTalk(): void {
  if (!isWide()) go({ at: 'talk' })
  focusComposer()
}

/** While somebody talks, the canvas keeps what it showed. */
function useCanvasRoute(route: Route): [shown: Route, putBehind: (route: Route) => void] {
  const [last, setLast] = useState<Route>(route.at === 'talk' ? { at: 'home' } : route)
  if (route.at !== 'talk' && hrefOf(route) !== hrefOf(last)) setLast(route)
  return [route.at === 'talk' ? last : route, setLast]
}

function useAppsList(): AppsList {
  const [load, reload] = useLoad(async () => {
    const found = await api.apps()
    return found.ok ? { ok: true, value: found.value.apps } : found
  })
  const [frames, setFrames] = useState<Partial<Record<AppId, number>>>({})
  return {
    load,
    reload,
    frameOf: (app) => frames[app] ?? 0,
    reloadFrame: useCallback((app: AppId) => setFrames((before) => ({ ...before, [app]: (before[app] ?? 0) + 1 })), []),
  }
}

/** What the canvas does as a turn goes on. */
function useReactions(apps: AppsList, open: AppId | null, putBehind: (route: Route) => void): (event: Event) => void {
  const intent = useRef('')
  const drafted = useRef<AppId | null>(null)
  const show = (app: AppId) => go({ at: 'app', app, versions: false })
  /** A first draft goes with the turn that did not finish it; then there is nothing to look at any more. */
  const leaveDraft = () => {
    const version = apps.load.state === 'ready' ? (apps.load.value.find(({ id }) => id === open)?.version ?? 0) : 0
    if (open && open === drafted.current && version === 0) {
      if (parseRoute(location.hash).at === 'talk') putBehind({ at: 'home' })
      else go({ at: 'home' }, true)
    }
    drafted.current = null
  }
  return (event) => {
    switch (event.type) {
      case 'module-chosen':
        intent.current = intentOf(event)
        return
      case 'frame-ready':
        drafted.current = event.app
        void apps.reload()
        // On a phone the conversation stays in sight, and what is said next is of this app; the turn shows the way to it.
        if (isWide()) show(event.app)
        else putBehind({ at: 'app', app: event.app, versions: false })
        return
      case 'app-published':
        keep('buildMs', String(event.ms))
        drafted.current = null
        return apps.reloadFrame(event.app)
      case 'app-removed':
        if (event.app === open) go({ at: 'home' })
        return
      case 'app-withheld':
        return leaveDraft()
      case 'turn-failed':
        leaveDraft()
        return void apps.reload()
      case 'reply-end': {
        void apps.reload()
        const card = event.cards[0]
        if (intent.current === 'open' && card?.card === 'app') show(card.app)
        return
      }
    }
  }
}

/** What may be out of date is looked at again once the connection is back. */
function useComingBack(online: boolean, reload: () => Promise<void>) {
  const away = useRef(false)
  useEffect(() => {
    if (online && away.current) void reload()
    away.current = !online
  }, [online, reload])
}

/** Somebody new begins by talking; on a phone that is a place of its own. */
function useFirstPlace(fresh: boolean) {
  useEffect(() => {
    if (fresh && !isWide() && location.hash.length < 2) go({ at: 'talk' }, true)
  }, [fresh])
}

function useKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      goTalk()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function useTitle(route: Route, { load }: AppsList) {
  const { nav } = useWords()
  const title = useMemo(() => {
    if (route.at === 'app') return load.state === 'ready' ? load.value.find((app) => app.id === route.app)?.name : undefined
    return route.at === 'home' || route.at === 'talk' ? nav.apps : nav[route.at]
  }, [route, load, nav])
  useEffect(() => {
    document.title = title ? `${title} · Open Macaron` : 'Open Macaron'
  }, [title])
}
