import type { EventId } from '../../../src/events.ts'
import * as api from '../api.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Loaded } from '../ui/states.tsx'
import { useLoad } from '../use-load.ts'
import { useSpeaking } from '../words/index.ts'

/** Why something was done, from what was recorded when it was. */
export function Why({ event, onClose }: { event: EventId; onClose: () => void }) {
  const { words, locale } = useSpeaking()
  const [load, reload] = useLoad(() => api.why(event), event)
  const shown = (value: number | string | boolean) =>
    typeof value === 'number' ? value.toLocaleString(locale, { maximumFractionDigits: 3 }) : String(value)
  return (
    <Dialog title={words.activity.whyTitle} onClose={onClose}>
      <Loaded load={load} retry={() => void reload()} lines={3}>
        {({ because, features, consequence, duty, character, closest }) => (
          <>
            <p className="lines">{because}</p>
            {[consequence, duty, character, closest?.told].map((told) => told && <p key={told}>{told}</p>)}
            {Object.keys(features).length > 0 && (
              <details>
                <summary>{words.activity.basis}</summary>
                <dl className="pairs">
                  {Object.entries(features).map(([name, value]) => (
                    <div key={name}>
                      <dt>{name}</dt>
                      <dd>{shown(value)}</dd>
                    </div>
                  ))}
                </dl>
              </details>
            )}
          </>
        )}
      </Loaded>
    </Dialog>
  )
}
