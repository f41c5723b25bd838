/** How a person gets in: where they are signed in, tokens for programs, a password; and ending any of it. */
import { type FormEvent, useState } from 'react'
import type { ToldCredential } from '../../../src/doors/http/credentials.ts'
import type { Scope } from '../../../src/people/scopes.ts'
import * as api from '../api.ts'
import { formatDate, formatWhen } from '../format.ts'
import { addPasskey, canPasskey } from '../passkey.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Secret } from '../ui/secret.tsx'
import { Loaded } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { useDoing } from '../use-doing.ts'
import { useLoad } from '../use-load.ts'
import { sayFailure, useSpeaking, useWords } from '../words/index.ts'

const SCOPES: readonly Scope[] = ['read', 'talk', 'build', 'admin']

export function WaysIn({ me }: { me: api.Me }) {
  const { waysIn } = useWords()
  const [load, reload] = useLoad(api.credentials)
  const [asking, setAsking] = useState<'token' | 'password' | null>(null)
  const [name, setName] = useState(me.name)
  const doing = useDoing(reload)
  const close = () => setAsking(null)
  const add = async () => {
    const added = await addPasskey()
    if (added) await doing(Promise.resolve(added), waysIn.passkeyAdded)
  }
  return (
    <section className="card stack" aria-labelledby="ways-in-title">
      <h3 id="ways-in-title">{waysIn.title}</h3>
      <p className="quiet">{waysIn.lead}</p>
      <Loaded load={load} retry={() => void reload()} lines={2}>
        {({ credentials }) => (
          <>
            <ul className="rows">
              {credentials.map((one) => (
                <CredentialRow key={one.id} credential={one} reload={reload} />
              ))}
            </ul>
            <div className="card-actions">
              <button type="button" className="button" onClick={() => setAsking('token')}>
                {waysIn.token}
              </button>
              <button type="button" className="button" onClick={() => setAsking('password')}>
                {waysIn.password}
              </button>
              {canPasskey() && (
                <button type="button" className="button" onClick={() => void add()}>
                  {waysIn.passkey}
                </button>
              )}
              {credentials.some(({ current, kind }) => !current && kind !== 'passkey') && (
                <button type="button" className="button danger" onClick={() => void doing(api.endOtherCredentials(), waysIn.ended)}>
                  {waysIn.others}
                </button>
              )}
            </div>
          </>
        )}
      </Loaded>
      {asking === 'token' && <TokenDialog onMade={reload} onClose={close} />}
      {asking === 'password' && <PasswordDialog name={name} onKept={setName} onClose={close} />}
    </section>
  )
}

function CredentialRow({ credential, reload }: { credential: ToldCredential; reload: () => Promise<void> }) {
  const { words, locale } = useSpeaking()
  const { waysIn } = words
  const { id, kind, name, scopes, current, usedAt, until } = credential
  const doing = useDoing(reload)
  const called = name || waysIn.browser
  const facts = [
    ...(kind === 'passkey' ? [waysIn.aPasskey] : []),
    ...(current ? [waysIn.here] : []),
    ...(kind === 'token' ? scopes.map((scope) => waysIn.scopes[scope]) : []),
    waysIn.used(formatWhen(usedAt, locale)),
    ...(until ? [waysIn.until(formatDate(until, locale))] : []),
  ]
  const end = async () => {
    const done = await doing(api.endCredential(id), waysIn.ended)
    if (!done || !current) return
    // Nothing of theirs stays in this browser.
    localStorage.clear()
    location.replace('/')
  }
  return (
    <li className="row">
      <span className="row-title">
        <span>{called}</span>
        <span className="quiet">{facts.join(' · ')}</span>
      </span>
      <button type="button" className="button" aria-label={current ? waysIn.signOut : waysIn.endOf(called)} onClick={() => void end()}>
        {current ? waysIn.signOut : waysIn.end}
      </button>
    </li>
  )
}

function TokenDialog({ onMade, onClose }: { onMade: () => Promise<void>; onClose: () => void }) {
  const words = useWords()
  const { waysIn } = words
  const toast = useToast()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<ReadonlySet<Scope>>(new Set(['read']))
  const [days, setDays] = useState('90')
  const [secret, setSecret] = useState<string | null>(null)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    const made = await api.makeToken({ name, scopes: [...scopes], days: days ? Number(days) : null })
    if (!made.ok) return toast({ text: sayFailure(words, made.error) })
    setSecret(made.value.secret)
    await onMade()
  }
  const toggle = (scope: Scope) => setScopes(new Set(SCOPES.filter((one) => (one === scope ? !scopes.has(one) : scopes.has(one)))))
  if (secret)
    return (
      <Dialog key="made" title={waysIn.secret} onClose={onClose}>
        <p>{waysIn.secretLead}</p>
        <Secret label={waysIn.secret} value={secret} />
      </Dialog>
    )
  return (
    <Dialog title={waysIn.token} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void make(event)}>
        <Field label={waysIn.tokenFor} data-first maxLength={80} value={name} onChange={({ target: { value } }) => setName(value)} />
        <fieldset className="radios">
          <legend>{waysIn.tokenMay}</legend>
          {SCOPES.map((scope) => (
            <label key={scope}>
              <input type="checkbox" checked={scopes.has(scope)} onChange={() => toggle(scope)} />
              {waysIn.scopes[scope]}
            </label>
          ))}
        </fieldset>
        <Field label={waysIn.days} type="number" min={1} max={3650} value={days} onChange={({ target: { value } }) => setDays(value)} />
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {words.common.cancel}
          </button>
          <button type="submit" className="button primary" disabled={!name.trim() || !scopes.size}>
            {waysIn.make}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** `name`: null where there is no password yet. */
type PasswordProps = { name: string | null; onKept: (name: string) => void; onClose: () => void }

function PasswordDialog({ name, onKept, onClose }: PasswordProps) {
  const words = useWords()
  const { waysIn } = words
  const toast = useToast()
  const [given, setGiven] = useState({ name: name ?? '', current: '', password: '' })
  const [wrong, setWrong] = useState('')
  const set = (of: keyof typeof given) => (event: { target: { value: string } }) => setGiven({ ...given, [of]: event.target.value })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const kept = await api.setPassword(given)
    if (!kept.ok) return setWrong(sayFailure(words, kept.error))
    toast({ text: waysIn.kept })
    onKept(kept.value.name)
    onClose()
  }
  return (
    <Dialog title={waysIn.password} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <p>{waysIn.passwordLead}</p>
        <Field label={waysIn.name} data-first autoComplete="username" maxLength={40} value={given.name} onChange={set('name')} />
        {name !== null && (
          <Field label={waysIn.current} type="password" autoComplete="current-password" value={given.current} onChange={set('current')} />
        )}
        <Field
          label={waysIn.next}
          hint={waysIn.nextHint}
          type="password"
          autoComplete="new-password"
          value={given.password}
          onChange={set('password')}
        />
        <p className="wrong" role="alert">
          {wrong}
        </p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {words.common.cancel}
          </button>
          <button type="submit" className="button primary" disabled={!given.name.trim() || !given.password}>
            {words.common.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
