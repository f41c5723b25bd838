/** The door: the start-up token or, where somebody has one, a name and a password. */
import { KeyRound } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import * as api from './api.ts'
import { canPasskey, signInByPasskey } from './passkey.ts'
import { Field } from './ui/field.tsx'
import { useLoad } from './use-load.ts'
import { sayFailure, useWords } from './words/index.ts'

type Way = 'token' | 'password'

export function SignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const [load] = useLoad(api.waysIn)
  const [chosen, setChosen] = useState<Way | null>(null)
  if (load.state === 'loading') return <main className="alone" />
  const both = load.state === 'ready' && load.value.passwords
  const passkeys = load.state === 'ready' && load.value.passkeys && canPasskey()
  const way = chosen ?? (both ? 'password' : 'token')
  return (
    <SignInForm
      key={way}
      way={way}
      passkeys={passkeys}
      onSignedIn={onSignedIn}
      {...(both && { onOther: () => setChosen(way === 'token' ? 'password' : 'token') })}
    />
  )
}

type FormProps = { way: Way; passkeys: boolean; onSignedIn: () => void; onOther?: () => void }

function SignInForm({ way, passkeys, onSignedIn, onOther }: FormProps) {
  const words = useWords()
  const { signIn, waysIn } = words
  const [given, setGiven] = useState({ token: '', name: '', password: '' })
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const wrongId = useId()
  const set = (of: keyof typeof given) => (event: { target: { value: string } }) => setGiven({ ...given, [of]: event.target.value })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const { token, name, password } = given
    const signedIn = await api.signIn(way === 'token' ? { token: token.trim() } : { name, password })
    setBusy(false)
    if (signedIn.ok) return onSignedIn()
    setWrong(signedIn.error.code === 'token-wrong' ? signIn.wrong : sayFailure(words, signedIn.error))
  }
  const byPasskey = async () => {
    const signedIn = await signInByPasskey()
    if (signedIn?.ok) return onSignedIn()
    if (signedIn) setWrong(sayFailure(words, signedIn.error))
  }
  const ready = way === 'token' ? given.token.trim() : given.name.trim() && given.password
  const said = { 'aria-invalid': wrong !== '', 'aria-errormessage': wrongId }
  return (
    <main className="alone">
      <form className="sign-in" onSubmit={(event) => void submit(event)}>
        <img src="/icon.svg" alt="" width="56" height="56" />
        <h1>Open Macaron</h1>
        {way === 'token' ? (
          <>
            <p>{signIn.lead}</p>
            <Field
              label={signIn.token}
              hint={signIn.where}
              type="password"
              autoComplete="current-password"
              value={given.token}
              onChange={set('token')}
              {...said}
            />
          </>
        ) : (
          <>
            <p>{signIn.passwordLead}</p>
            <Field label={waysIn.name} autoComplete="username" value={given.name} onChange={set('name')} {...said} />
            <Field
              label={waysIn.password}
              type="password"
              autoComplete="current-password"
              value={given.password}
              onChange={set('password')}
              {...said}
            />
          </>
        )}
        <p id={wrongId} className="wrong" role="alert">
          {wrong}
        </p>
        <button type="submit" className="button primary" disabled={busy || !ready}>
          {signIn.submit}
        </button>
        {passkeys && (
          <button type="button" className="button" onClick={() => void byPasskey()}>
            <KeyRound aria-hidden="true" />
            {signIn.byPasskey}
          </button>
        )}
        {onOther && (
          <button type="button" className="button plain" onClick={onOther}>
            {way === 'token' ? signIn.byPassword : signIn.byToken}
          </button>
        )}
      </form>
    </main>
  )
}
