/** Who may see what is held: the person themselves, others who live here, models, apps, services. Each with the way to change it. */
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Held } from '../../../src/held.ts'
import * as api from '../api.ts'
import { formatWhen } from '../format.ts'
import { hrefOf, type Part } from '../route.ts'
import { type Load, useLoad } from '../use-load.ts'
import { sayFailure, useSpeaking, useWords } from '../words/index.ts'

export function Seers({ me, held }: { me: api.Me; held: Held }) {
  const { privacy, models, people } = useWords()
  return (
    <section className="card stack" aria-labelledby="who-title">
      <h3 id="who-title">{privacy.who}</h3>
      <ul className="rows">
        <Seer who={privacy.you} part="ways-in">
          <WaysIn />
        </Seer>
        {me.role === 'owner' ? (
          <Seer who={people.title} part="people">
            <Others />
          </Seer>
        ) : (
          <li className="row">
            <span className="row-title">
              <span>{people.title}</span>
              <span className="quiet">{privacy.guest}</span>
            </span>
          </li>
        )}
        <Seer who={models.title} part="models">
          <Providers held={held} />
        </Seer>
      </ul>
      {held.embedder && <p>{privacy.embedder(held.embedder)}</p>}
    </section>
  )
}

/** `part`: of the settings, where it is changed. */
function Seer({ who, part, children }: { who: string; part: Part; children: ReactNode }) {
  const { privacy } = useWords()
  return (
    <li>
      <a className="row" href={hrefOf({ at: 'settings', part })}>
        <span className="row-title">
          <span>{who}</span>
          <span className="quiet">{children}</span>
        </span>
        <span className="quiet">{privacy.change}</span>
        <ChevronRight aria-hidden="true" />
      </a>
    </li>
  )
}

/** In a line of a link: nothing stands in it that could be pressed. */
function Fact<T>({ load, children }: { load: Load<T>; children: (value: T) => ReactNode }) {
  const words = useWords()
  if (load.state === 'loading') return `${words.common.loading}…`
  return load.state === 'failed' ? sayFailure(words, load.failure) : children(load.value)
}

function WaysIn() {
  const { privacy } = useWords()
  const [load] = useLoad(api.credentials)
  return (
    <Fact load={load}>
      {({ credentials }) => {
        const sessions = credentials.filter(({ kind }) => kind === 'session').length
        const tokens = credentials.filter(({ kind }) => kind === 'token').length
        return [privacy.browsers(sessions), ...(tokens ? [privacy.tokens(tokens)] : [])].join(' · ')
      }}
    </Fact>
  )
}

function Others() {
  const { privacy } = useWords()
  const [load] = useLoad(api.people)
  return <Fact load={load}>{({ people }) => (people.length === 1 ? privacy.alone : privacy.others(people.length - 1))}</Fact>
}

/** Those that are set up, and those that were sent something. */
function Providers({ held: { sent, asking } }: { held: Held }) {
  const { words, locale } = useSpeaking()
  const { privacy } = words
  const [load] = useLoad(api.models)
  return (
    <Fact load={load}>
      {({ providers }) => {
        const shown = providers.filter(
          ({ name, kind, ready }) => kind !== 'offline' && (ready || sent.some((one) => one.provider === name)),
        )
        const gone = sent.filter(({ provider }) => !shown.some(({ name }) => name === provider))
        const asked = (name: string) => {
          const found = sent.find(({ provider }) => provider === name)
          return found ? privacy.requests(found.requests, formatWhen(found.last, locale)) : privacy.noRequests
        }
        return (
          <>
            {shown.length + gone.length === 0 && privacy.noModel}
            {shown.map(({ name, consent }) => (
              <span key={name} className="line">
                {[words.common.pair(name, privacy.consents[consent]), ...(consent === 'here' ? [] : [asked(name)])].join(' · ')}
              </span>
            ))}
            {gone.map(({ provider }) => (
              <span key={provider} className="line">
                {words.common.pair(provider, asked(provider))}
              </span>
            ))}
            {asking > 0 && <span className="line">{privacy.asking(asking)}</span>}
          </>
        )
      }}
    </Fact>
  )
}
