import { Check, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { Failure } from '../../../src/base/result.ts'
import * as api from '../api.ts'
import type { Choices } from '../app.tsx'
import type { Theme } from '../prefs.ts'
import type { Part } from '../route.ts'
import { browserTongue, NAMES, sayFailure, TONGUES, useWords } from '../words/index.ts'
import { Circumstances } from './circumstances.tsx'
import { Models } from './models.tsx'
import { People } from './people.tsx'
import { WaysIn } from './ways-in.tsx'

/** After so long the sections above have what they load: milliseconds. */
const SETTLES = 3000
const THEMES: Theme[] = ['system', 'light', 'dark']

/** `part`: what somebody was led to. */
type Props = { choices: Choices; me: api.Me; part: Part | null }

export function Settings({ choices, me, part }: Props) {
  const { settings } = useWords()
  const page = useLedTo(part)
  return (
    <div className="page settings" ref={page}>
      <h2>{settings.title}</h2>
      <LanguageChoice choices={choices} />
      <ThemeChoice choices={choices} />
      <Doctor />
      <Circumstances />
      <Models owner={me.role === 'owner'} />
      {me.role === 'owner' && <People />}
      <WaysIn me={me} />
      <section className="card">
        <h3>{settings.keys}</h3>
        <dl className="pairs">
          {settings.keysList.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </section>
      <p className="quiet">Open Macaron {me.version}</p>
    </div>
  )
}

/** Brings a part into sight and the keyboard to it, once what is above it has its height. */
function useLedTo(part: Part | null) {
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const heading = part && page.current?.querySelector<HTMLElement>(`#${part}-title`)
    if (!heading) return
    const show = () => heading.scrollIntoView({ block: 'start' })
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    show()
    const grown = new ResizeObserver(show)
    for (const section of page.current!.children) grown.observe(section)
    const stop = () => grown.disconnect()
    const over = setTimeout(stop, SETTLES)
    page.current!.addEventListener('wheel', stop, { once: true, passive: true })
    page.current!.addEventListener('touchmove', stop, { once: true, passive: true })
    return () => {
      clearTimeout(over)
      stop()
    }
  }, [part])
  return page
}

function LanguageChoice({ choices: { language, setLanguage } }: { choices: Choices }) {
  const { settings } = useWords()
  const field = useId()
  return (
    <section className="card stack">
      <h3>
        <label htmlFor={field}>{settings.language}</label>
      </h3>
      <select
        id={field}
        value={language ?? ''}
        onChange={(event) => setLanguage(TONGUES.find((each) => each === event.target.value) ?? null)}
      >
        <option value="">{settings.languageAuto(NAMES[browserTongue()])}</option>
        {TONGUES.map((each) => (
          <option key={each} value={each} lang={each}>
            {NAMES[each]}
          </option>
        ))}
      </select>
    </section>
  )
}

function ThemeChoice({ choices: { theme, setTheme } }: { choices: Choices }) {
  const { settings } = useWords()
  return (
    <fieldset className="card radios">
      <legend>{settings.theme}</legend>
      {THEMES.map((each) => (
        <label key={each}>
          <input type="radio" name="theme" value={each} checked={theme === each} onChange={() => setTheme(each)} />
          {settings.themes[each]}
        </label>
      ))}
    </fieldset>
  )
}

type Examined = { state: 'idle' | 'busy' } | { state: 'failed'; failure: Failure } | { state: 'done'; health: api.Health }

function Doctor() {
  const words = useWords()
  const { settings } = words
  const [examined, setExamined] = useState<Examined>({ state: 'idle' })
  const examine = async () => {
    setExamined({ state: 'busy' })
    const health = await api.doctor()
    setExamined(health.ok ? { state: 'done', health: health.value } : { state: 'failed', failure: health.error })
  }
  const busy = examined.state === 'busy'
  return (
    <section className="card stack">
      <h3>{settings.doctor}</h3>
      <p className="quiet">{settings.doctorLead}</p>
      <div aria-live="polite">
        {examined.state === 'failed' && <p className="wrong">{sayFailure(words, examined.failure)}</p>}
        {examined.state === 'done' && (
          <>
            <p>
              <strong>{examined.health.healthy ? settings.healthy : settings.unhealthy}</strong>
            </p>
            <ul className="tried">
              {examined.health.checks.map(({ what, ok, detail }) => (
                <li key={what} data-ok={ok}>
                  {ok ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
                  <span>
                    <span className="visually-hidden">{ok ? settings.good : settings.bad}: </span>
                    {what}
                    <span className="quiet"> {detail}</span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <button type="button" className="button" disabled={busy} onClick={() => void examine()}>
        {busy ? `${settings.doctorRunning}…` : settings.doctorRun}
      </button>
    </section>
  )
}
