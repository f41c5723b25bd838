/** The models: where anything may be sent, what may be spent and was, and which apps may ask. Never a key. */
import { type FormEvent, useId, useState } from 'react'
import type { Word } from '../../../src/models/consent.ts'
import type { Account, Cost } from '../../../src/models/ledger.ts'
import * as api from '../api.ts'
import { useApps } from '../apps-list.ts'
import { Loaded } from '../ui/states.tsx'
import { useDoing } from '../use-doing.ts'
import { useLoad } from '../use-load.ts'
import { useSpeaking, useWords } from '../words/index.ts'

/** Apps drawn in the table of costs. */
const MOST_APPS = 12
const BUDGETS = ['day', 'app', 'build'] as const
const WORDS: readonly Word[] = ['yes', 'later', 'never']

const money = (dollars: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: dollars && Math.abs(dollars) < 0.01 ? 6 : 2,
  }).format(dollars)

/** `owner`: what may be spent is theirs to set. */
export function Models({ owner }: { owner: boolean }) {
  const { models } = useWords()
  const [load, reload] = useLoad(api.models)
  return (
    <section className="card stack" aria-labelledby="models-title">
      <h3 id="models-title">{models.title}</h3>
      <p className="quiet">{models.lead}</p>
      <Loaded load={load} retry={() => void reload()} lines={4}>
        {(view) => (
          <>
            {view.problem && <p className="wrong">{view.problem.message}</p>}
            <Providers view={view} reload={reload} />
            {owner && <Budgets budgets={view.budgets} reload={reload} />}
          </>
        )}
      </Loaded>
      <Spent />
      <Grants />
    </section>
  )
}

function Providers({ view: { providers, models: all }, reload }: { view: api.ModelsView; reload: () => Promise<void> }) {
  const { models } = useWords()
  const doing = useDoing(reload)
  const ready = providers.filter((one) => one.ready && one.kind !== 'offline')
  const missing = providers.filter((one) => !one.ready)
  return (
    <>
      {ready.length === 0 && <p>{models.none}</p>}
      {ready.map(({ name, consent }) => (
        <fieldset key={name} className="radios">
          <legend>{models.provider(name)}</legend>
          <p className="quiet">
            {all
              .filter(({ provider }) => provider === name)
              .map(({ model }) => model)
              .join(' · ')}
          </p>
          {consent === 'here' ? (
            <p>{models.here}</p>
          ) : (
            WORDS.map((word) => (
              <label key={word}>
                <input
                  type="radio"
                  name={`consent-${name}`}
                  checked={consent === word}
                  onChange={() => void doing(api.setConsent(name, word))}
                />
                {models.consents[word]}
              </label>
            ))
          )}
          {consent === 'unasked' && <p className="quiet">{models.unasked}</p>}
        </fieldset>
      ))}
      {missing.length > 0 && (
        <details>
          <summary>{models.more}</summary>
          <ul className="plain-list">
            {missing.map(({ name, missing }) => (
              <li key={name}>{missing?.message}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Budgets({ budgets, reload }: { budgets: api.ModelsView['budgets']; reload: () => Promise<void> }) {
  const { models, common } = useWords()
  const doing = useDoing(reload)
  const id = useId()
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const next = Object.fromEntries(BUDGETS.map((of) => [of, Number(form.get(of))]))
    void doing(api.setBudgets(next), models.saved)
  }
  return (
    <form className="stack" onSubmit={save} key={JSON.stringify(budgets)}>
      <h4>{models.budgets}</h4>
      <div className="amounts">
        {BUDGETS.map((of) => (
          <label key={of} htmlFor={`${id}-${of}`}>
            {models.budget[of]}
            <input
              id={`${id}-${of}`}
              name={of}
              type="number"
              inputMode="decimal"
              min={0}
              max={100_000}
              step="any"
              required
              defaultValue={budgets[of]}
            />
          </label>
        ))}
      </div>
      <button type="submit" className="button">
        {common.save}
      </button>
    </form>
  )
}

function Spent() {
  const { models } = useWords()
  const [load, reload] = useLoad(api.modelCosts)
  return (
    <div className="stack">
      <h4>{models.spent}</h4>
      <Loaded load={load} retry={() => void reload()} lines={3}>
        {(account) => <Figures account={account} />}
      </Loaded>
    </div>
  )
}

function Figures({ account: { today, month, total, apps } }: { account: Account }) {
  const { words, locale } = useSpeaking()
  const { models } = words
  const { load } = useApps()
  const named = new Map(load.state === 'ready' ? load.value.map(({ id, icon, name }) => [id as string, `${icon} ${name}`]) : [])
  const rows = apps.filter(({ requests }) => requests > 0).slice(0, MOST_APPS)
  const nameOf = ({ key }: Cost) => named.get(key) ?? (key ? models.removedApp : models.noApp)
  return (
    <>
      <dl className="pairs">
        <div>
          <dt>{models.today}</dt>
          <dd>{models.ofBudget(money(today.dollars, locale), money(today.budget, locale))}</dd>
        </div>
        <div>
          <dt>{models.month}</dt>
          <dd>{money(month.dollars, locale)}</dd>
        </div>
        <div>
          <dt>{models.savedOverall}</dt>
          <dd>{money(total.saved, locale)}</dd>
        </div>
      </dl>
      {rows.length > 0 && (
        <table className="figures">
          <caption className="visually-hidden">{models.byApp}</caption>
          <thead>
            <tr>
              <th scope="col">{models.app}</th>
              <th scope="col">{models.requests}</th>
              <th scope="col">{models.cost}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{nameOf(row)}</th>
                <td>{row.requests.toLocaleString(locale)}</td>
                <td>{money(row.dollars, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Grants() {
  const words = useWords()
  const { models, activity } = words
  const [load, reload] = useLoad(api.grants)
  const doing = useDoing(reload)
  return (
    <div className="stack">
      <h4>{models.grants}</h4>
      <Loaded load={load} retry={() => void reload()} lines={2}>
        {({ apps }) =>
          apps.length ? (
            apps.map(({ app, name, icon, grants, cap }) => (
              <fieldset key={app} className="radios">
                <legend>
                  <span aria-hidden="true">{icon}</span> {name}
                </legend>
                {grants.map(({ capability, granted }) => (
                  <label key={capability}>
                    <input type="checkbox" checked={granted} onChange={() => void doing(api.setGrant(app, capability, !granted))} />
                    {activity.capabilities[capability]}
                  </label>
                ))}
                {cap && <CapForm cap={cap} save={(next) => void doing(api.setCap(app, next), models.saved)} />}
              </fieldset>
            ))
          ) : (
            <p className="quiet">{models.noGrants}</p>
          )
        }
      </Loaded>
    </div>
  )
}

function CapForm({ cap, save }: { cap: api.Cap; save: (cap: api.Cap) => void }) {
  const { models, common } = useWords()
  const id = useId()
  const [dollars, setDollars] = useState(String(cap.dollars))
  const [requests, setRequests] = useState(String(cap.requests))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save({ dollars: Number(dollars), requests: Math.round(Number(requests)) })
  }
  return (
    <form className="amounts" onSubmit={submit}>
      <label htmlFor={`${id}-dollars`}>
        {models.capDollars}
        <input
          id={`${id}-dollars`}
          type="number"
          inputMode="decimal"
          min={0}
          max={1000}
          step="any"
          required
          value={dollars}
          onChange={(event) => setDollars(event.target.value)}
        />
      </label>
      <label htmlFor={`${id}-requests`}>
        {models.capRequests}
        <input
          id={`${id}-requests`}
          type="number"
          inputMode="numeric"
          min={0}
          max={10_000}
          required
          value={requests}
          onChange={(event) => setRequests(event.target.value)}
        />
      </label>
      <button type="submit" className="button">
        {common.save}
      </button>
    </form>
  )
}
