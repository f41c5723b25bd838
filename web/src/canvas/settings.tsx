import { Check, X } from 'lucide-react'
import { useId, useState } from 'react'
import type { Failure } from '../../../src/base/result.ts'
import * as api from '../api.ts'
import type { Choices } from '../app.tsx'
import { useApps } from '../apps-list.ts'
import type { Theme } from '../prefs.ts'
import { FileButton } from '../ui/file-button.tsx'
import { useToast } from '../ui/toast.tsx'
import { browserTongue, NAMES, sayFailure, TONGUES, useWords } from '../words/index.ts'
import { Circumstances } from './circumstances.tsx'
import { Models } from './models.tsx'
import { People } from './people.tsx'
import { Erase, Leaving } from './privacy.tsx'
import { WaysIn } from './ways-in.tsx'

const THEMES: Theme[] = ['system', 'light', 'dark']

export function Settings({ choices, me }: { choices: Choices; me: api.Me }) {
  const { settings } = useWords()
  return (
    <div className="page settings">
      <h2>{settings.title}</h2>
      <LanguageChoice choices={choices} />
      <ThemeChoice choices={choices} />
      <Doctor />
      <Leaving />
      <Circumstances />
      <Models owner={me.role === 'owner'} />
      {me.role === 'owner' && <People />}
      <WaysIn me={me} />
      <Data />
      <Erase />
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

function Data() {
  const words = useWords()
  const { settings } = words
  const toast = useToast()
  const { reload } = useApps()
  const [busy, setBusy] = useState(false)
  const bringIn = async (file: File) => {
    setBusy(true)
    const brought = await importFile(file)
    setBusy(false)
    if (brought === null) return toast({ text: settings.notExport })
    toast({ text: brought.ok ? settings.imported(brought.value.apps, brought.value.memories) : sayFailure(words, brought.error) })
    await reload()
  }
  return (
    <section className="card stack">
      <h3>{settings.data}</h3>
      <p className="quiet">{settings.dataLead}</p>
      <a className="button" href={api.EXPORT_URL} download="open-macaron.json">
        {settings.exportAll}
      </a>
      <FileButton
        label={busy ? `${settings.importing}…` : settings.importAll}
        accept=".json,application/json"
        disabled={busy}
        onPick={(file) => void bringIn(file)}
      />
    </section>
  )
}

/** null where the file is not even JSON. */
async function importFile(file: File): Promise<Awaited<ReturnType<typeof api.importAll>> | null> {
  try {
    return await api.importAll(JSON.parse(await file.text()))
  } catch {
    return null
  }
}
