/** The privacy centre: what is held, who may see it, how long, and every way to change that, from one place. */
import * as api from '../api.ts'
import { Loaded } from '../ui/states.tsx'
import { useLoad } from '../use-load.ts'
import { useWords } from '../words/index.ts'
import { Data } from './data.tsx'
import { Erase } from './erase.tsx'
import { Forgetting } from './forgetting.tsx'
import { HeldList } from './held-list.tsx'
import { Leaving } from './leaving.tsx'
import { Seers } from './seers.tsx'

export function Privacy({ me, onIncognito }: { me: api.Me; onIncognito: () => void }) {
  const { privacy } = useWords()
  const [load, reload] = useLoad(api.held)
  const again = () => void reload()
  return (
    <div className="page settings">
      <h2>{privacy.title}</h2>
      <p className="quiet">{privacy.lead}</p>
      <Loaded load={load} retry={again} lines={8}>
        {(held) => (
          <>
            <section className="card stack" aria-labelledby="held-title">
              <h3 id="held-title">{privacy.held}</h3>
              <HeldList held={held} />
              <p>{held.sealed ? privacy.sealed : privacy.unsealed}</p>
              <p className="quiet folder">{privacy.folder(held.folder)}</p>
            </section>
            <Seers me={me} held={held} />
            <Leaving host={held.embedder} />
            <section className="card stack" aria-labelledby="long-title">
              <h3 id="long-title">{privacy.long}</h3>
              <ul className="points">
                <li>{privacy.memoriesLast}</li>
                {held.memories.ending > 0 && <li>{privacy.ending(held.memories.ending)}</li>}
                <li>{privacy.recordLasts}</li>
                <li>{privacy.incognitoLasts}</li>
                <li>{privacy.removedLast(held.apps.days)}</li>
                <li>{privacy.copiesLast}</li>
              </ul>
            </section>
          </>
        )}
      </Loaded>
      <Forgetting onIncognito={onIncognito} onForgotten={again} />
      <Data onChanged={again} />
      <Erase />
      <section className="card stack" aria-labelledby="telemetry-title">
        <h3 id="telemetry-title">{privacy.telemetry}</h3>
        <p>{privacy.telemetryLead}</p>
      </section>
    </div>
  )
}
