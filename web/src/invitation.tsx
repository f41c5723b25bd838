/** Where an invitation leads: choose a name and a password, and come in. What is after `#` never reaches the server's logs. */
import { type FormEvent, useState, useSyncExternalStore } from 'react'
import * as api from './api.ts'
import { hashChanged, invitationIn } from './route.ts'
import { Field } from './ui/field.tsx'
import { Waiting } from './ui/states.tsx'
import { useLoad } from './use-load.ts'
import { sayFailure, useWords } from './words/index.ts'

export const useInvitation = (): string | null => invitationIn(useSyncExternalStore(hashChanged, () => location.hash))

/** Nothing of whoever used this browser before is taken along. */
function start(): void {
  localStorage.clear()
  location.replace('/')
}

export function InvitationPage({ invitation }: { invitation: string }) {
  const words = useWords()
  const [load] = useLoad(() => api.lookAtInvitation(invitation))
  return (
    <main className="alone">
      {load.state === 'loading' && <Waiting lines={3} />}
      {load.state === 'failed' && (
        <div className="sign-in">
          <h1>Open Macaron</h1>
          <p role="alert">{sayFailure(words, load.failure)}</p>
          <a className="button" href="/">
            {words.invitation.start}
          </a>
        </div>
      )}
      {load.state === 'ready' && <Accept invitation={invitation} name={load.value.name} />}
    </main>
  )
}

/** `name`: of who is let in anew. */
function Accept({ invitation, name: known }: { invitation: string; name: string | null }) {
  const words = useWords()
  const { waysIn } = words
  const [name, setName] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const accept = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const accepted = await api.acceptInvitation(invitation, name, password)
    setBusy(false)
    if (accepted.ok) return start()
    setWrong(sayFailure(words, accepted.error))
  }
  return (
    <form className="sign-in" onSubmit={(event) => void accept(event)}>
      <img src="/icon.svg" alt="" width="56" height="56" />
      <h1>{known ? words.invitation.back(known) : words.invitation.title}</h1>
      <p>{known ? words.invitation.backLead : words.invitation.lead}</p>
      <Field
        label={waysIn.name}
        autoComplete="username"
        required
        maxLength={40}
        value={name}
        onChange={({ target: { value } }) => setName(value)}
      />
      <Field
        label={waysIn.password}
        hint={waysIn.nextHint}
        type="password"
        autoComplete="new-password"
        required
        value={password}
        onChange={({ target: { value } }) => setPassword(value)}
      />
      <p className="wrong" role="alert">
        {wrong}
      </p>
      <button type="submit" className="button primary" disabled={busy || !name.trim() || !password}>
        {words.invitation.enter}
      </button>
    </form>
  )
}
