/** Who is here and how they are spoken to; then either the door or the house. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Failure } from '../../src/base/result.ts'
import * as api from './api.ts'
import { InvitationPage, useInvitation } from './invitation.tsx'
import { keep, kept, type Theme } from './prefs.ts'
import { Shell } from './shell.tsx'
import { SignIn } from './sign-in.tsx'
import { Problem, Waiting } from './ui/states.tsx'
import { Toasts } from './ui/toast.tsx'
import { browserTongue, fetchWords, languageOf, localeOf, Speaking, TONGUES, type Tongue, wordsOf } from './words/index.ts'

export type Choices = {
  /** null: as the browser says. */
  language: Tongue | null
  theme: Theme
  setLanguage(language: Tongue | null): void
  setTheme(theme: Theme): void
}

type Session = { state: 'loading' } | { state: 'signed-out' } | { state: 'failed'; failure: Failure } | { state: 'signed-in'; me: api.Me }

const keptLanguage = (): Tongue | null => TONGUES.find((tongue) => tongue === kept('language')) ?? null
/** Fetched before the first frame. */
export const fetchOwnWords = () => fetchWords(keptLanguage() ?? browserTongue())
const keptTheme = (): Theme => (['light', 'dark'] as const).find((theme) => theme === kept('theme')) ?? 'system'
// Before the first frame, so that nothing flashes.
api.speak(keptLanguage())
document.documentElement.dataset.theme = keptTheme()

export function App() {
  const [session, enter] = useSession()
  const choices = useChoices()
  const tongue = choices.language ?? browserTongue()
  const speaking = useMemo(() => ({ language: languageOf(tongue), locale: localeOf(tongue), words: wordsOf(tongue) }), [tongue])
  useEffect(() => {
    document.documentElement.lang = tongue
  }, [tongue])
  const invitation = useInvitation()
  if (invitation)
    return (
      <Speaking value={speaking}>
        <InvitationPage key={invitation} invitation={invitation} />
      </Speaking>
    )
  return (
    <Speaking value={speaking}>
      <Toasts>
        {session.state === 'loading' && (
          <main className="alone">
            <Waiting lines={3} />
          </main>
        )}
        {session.state === 'failed' && (
          <main className="alone">
            <Problem failure={session.failure} retry={enter} />
          </main>
        )}
        {session.state === 'signed-out' && <SignIn onSignedIn={enter} />}
        {session.state === 'signed-in' && <Shell me={session.me} choices={choices} />}
      </Toasts>
    </Speaking>
  )
}

function useSession(): [Session, enter: () => void] {
  const [session, setSession] = useState<Session>({ state: 'loading' })
  const enter = useCallback(async () => {
    const me = await api.me()
    if (me.ok) setSession({ state: 'signed-in', me: me.value })
    else setSession((before) => (before.state === 'signed-out' ? before : { state: 'failed', failure: me.error }))
  }, [])
  useEffect(() => {
    api.onSignedOut(() => setSession({ state: 'signed-out' }))
    void enter()
  }, [enter])
  return [session, () => void enter()]
}

function useChoices(): Choices {
  const [language, setLanguage] = useState(keptLanguage)
  const [theme, setTheme] = useState(keptTheme)
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  return {
    language,
    theme,
    setLanguage(chosen) {
      keep('language', chosen)
      api.speak(chosen)
      // Where they cannot be fetched (no network), the language is that of before.
      void fetchWords(chosen ?? browserTongue()).then(
        () => setLanguage(chosen),
        () => undefined,
      )
    },
    setTheme(chosen) {
      keep('theme', chosen === 'system' ? null : chosen)
      setTheme(chosen)
    },
  }
}
