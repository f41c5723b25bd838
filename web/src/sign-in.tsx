import { type FormEvent, useId, useState } from 'react'
import * as api from './api.ts'
import { sayFailure, useWords } from './words/index.ts'

export function SignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const words = useWords()
  const [token, setToken] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const field = useId()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const signedIn = await api.signIn(token.trim())
    setBusy(false)
    if (signedIn.ok) return onSignedIn()
    setWrong(signedIn.error.code === 'token-wrong' ? words.signIn.wrong : sayFailure(words, signedIn.error))
  }
  return (
    <main className="alone">
      <form className="sign-in" onSubmit={(event) => void submit(event)}>
        <img src="/icon.svg" alt="" width="56" height="56" />
        <h1>Open Macaron</h1>
        <p>{words.signIn.lead}</p>
        <label htmlFor={field}>{words.signIn.token}</label>
        <input
          id={field}
          type="password"
          autoComplete="current-password"
          spellCheck={false}
          value={token}
          onChange={(event) => setToken(event.target.value)}
          aria-invalid={wrong !== ''}
          aria-describedby={`${field}-where ${field}-wrong`}
        />
        <p id={`${field}-where`} className="quiet">
          {words.signIn.where}
        </p>
        <p id={`${field}-wrong`} className="wrong" role="alert">
          {wrong}
        </p>
        <button type="submit" className="button primary" disabled={busy || !token.trim()}>
          {words.signIn.submit}
        </button>
      </form>
    </main>
  )
}
