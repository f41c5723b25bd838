/** Which kinds of what is remembered may leave this machine, by where they would go. */
import { useState } from 'react'
import { ANY_MODEL, ELSEWHERE, OPENING } from '../../../src/memory/privacy.ts'
import * as api from '../api.ts'
import { Loaded } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { useLoad } from '../use-load.ts'
import { sayFailure, useWords } from '../words/index.ts'

/** `host`: of a service that is in use. */
export function Leaving({ host }: { host: string | null }) {
  const words = useWords()
  const { settings, memory } = words
  const toast = useToast()
  const [load, reload] = useLoad(api.privacy)
  /** What was just chosen, until the server has it. */
  const [chosen, setChosen] = useState<api.Privacy['permissions'] | null>(null)
  const allow = async (permissions: api.Privacy['permissions']) => {
    setChosen(permissions)
    const kept = await api.setPrivacy(permissions)
    if (!kept.ok) toast({ text: sayFailure(words, kept.error) })
    await reload()
    setChosen(null)
  }
  return (
    <section className="card stack">
      <h3>{settings.leaving}</h3>
      <p className="quiet">{settings.leavingLead}</p>
      <Loaded load={load} retry={() => void reload()} lines={2}>
        {({ classes, permissions }) =>
          destinations(chosen ?? permissions, host).map(([destination, allowed]) => (
            <fieldset key={destination} className="radios">
              <legend>{destination === ANY_MODEL ? settings.anyModel : destination === OPENING ? settings.opening : destination}</legend>
              {destination === OPENING && <p className="quiet">{settings.openingLead}</p>}
              {classes.map((each) => (
                <label key={each}>
                  <input
                    type="checkbox"
                    checked={allowed.includes(each)}
                    onChange={({ target: { checked } }) =>
                      void allow({
                        ...(chosen ?? permissions),
                        [destination]: classes.filter((one) => (one === each ? checked : allowed.includes(one))),
                      })
                    }
                  />
                  {memory.classes[each]}
                </label>
              ))}
            </fieldset>
          ))
        }
      </Loaded>
    </section>
  )
}

/** What leaves first; what is shown on the person's own screen unasked comes last. */
function destinations(permissions: api.Privacy['permissions'], host: string | null) {
  const { [OPENING]: opening = ELSEWHERE, ...leaving } = permissions
  return [...Object.entries(withHost(leaving, host)), [OPENING, opening] as const]
}

/** What is in use has switches of its own; until one is turned, it goes by what holds for any. */
function withHost(permissions: api.Privacy['permissions'], host: string | null): api.Privacy['permissions'] {
  return host && !Object.hasOwn(permissions, host) ? { ...permissions, [host]: permissions[ANY_MODEL] ?? [] } : permissions
}
