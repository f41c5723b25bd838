/** Putting right, forgetting a part, and saying what is not to be kept at all. */
import { EyeOff, Pencil } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { ForgetAbout } from '../canvas/forget-about.tsx'
import { hrefOf } from '../route.ts'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/index.ts'

export function Forgetting({ onIncognito, onForgotten }: { onIncognito: () => void; onForgotten: () => void }) {
  const { privacy } = useWords()
  const [about, setAbout] = useState('')
  const [asking, setAsking] = useState(false)
  const look = (event: FormEvent) => {
    event.preventDefault()
    setAsking(true)
  }
  return (
    <section className="card stack" aria-labelledby="yours-title">
      <h3 id="yours-title">{privacy.yours}</h3>
      <div className="card-actions">
        <a className="button" href={hrefOf({ at: 'memory' })}>
          <Pencil aria-hidden="true" />
          {privacy.correct}
        </a>
        <button type="button" className="button" onClick={onIncognito}>
          <EyeOff aria-hidden="true" />
          {privacy.incognito}
        </button>
      </div>
      <form className="stack" onSubmit={look}>
        <Field
          label={privacy.forgetAbout}
          maxLength={200}
          autoComplete="off"
          value={about}
          onChange={({ target: { value } }) => setAbout(value)}
        />
        <button type="submit" className="button" disabled={!about.trim()}>
          {privacy.look}
        </button>
      </form>
      {asking && <ForgetAbout about={about.trim()} onClose={() => setAsking(false)} onForgotten={onForgotten} />}
    </section>
  )
}
