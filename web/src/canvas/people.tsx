/** Who lives in the house, for its owner: inviting, lending models, signing out, removing. */
import { Ban, KeyRound, LogOut, Sparkles, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ToldPerson } from '../../../src/doors/http/people.ts'
import type { Invitation } from '../../../src/people/people.ts'
import * as api from '../api.ts'
import { formatDate, formatWhen } from '../format.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Menu } from '../ui/menu.tsx'
import { Secret } from '../ui/secret.tsx'
import { Loaded } from '../ui/states.tsx'
import { TextDialog } from '../ui/text-dialog.tsx'
import { useToast } from '../ui/toast.tsx'
import { useDoing } from '../use-doing.ts'
import { useLoad } from '../use-load.ts'
import { sayFailure, useSpeaking, useWords } from '../words/index.ts'

type Link = { url: string; until: string }

export function People() {
  const words = useWords()
  const { people } = words
  const [load, reload] = useLoad(api.people)
  const [asking, setAsking] = useState(false)
  const [link, setLink] = useState<Link | null>(null)
  const toast = useToast()
  const invite = async (wanted: Parameters<typeof api.invite>[0]) => {
    const made = await api.invite(wanted)
    if (!made.ok) return toast({ text: sayFailure(words, made.error) })
    setLink({ url: `${location.origin}${made.value.path}`, until: made.value.invitation.until })
    await reload()
  }
  return (
    <section className="card stack" aria-labelledby="people-title">
      <h3 id="people-title">{people.title}</h3>
      <p className="quiet">{people.lead}</p>
      <Loaded load={load} retry={() => void reload()} lines={2}>
        {({ people: all, invitations }) => (
          <ul className="rows">
            {all.map((person) => (
              <PersonRow key={person.id} person={person} reload={reload} onAgain={() => void invite({ label: '', person: person.id })} />
            ))}
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} reload={reload} />
            ))}
          </ul>
        )}
      </Loaded>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {people.invite}
      </button>
      {asking && (
        <TextDialog
          title={people.invite}
          label={people.whom}
          hint={people.whomHint}
          initial=""
          mayBeEmpty
          most={80}
          onSave={(label) => void invite({ label })}
          onClose={() => setAsking(false)}
        />
      )}
      {link && <LinkDialog link={link} onClose={() => setLink(null)} />}
    </section>
  )
}

function LinkDialog({ link: { url, until }, onClose }: { link: Link; onClose: () => void }) {
  const { words, locale } = useSpeaking()
  return (
    <Dialog title={words.people.link} onClose={onClose}>
      <p>{words.people.linkLead(formatDate(until, locale))}</p>
      <Secret label={words.people.link} value={url} />
    </Dialog>
  )
}

type RowProps = { person: ToldPerson; reload: () => Promise<void>; onAgain: () => void }

function PersonRow({ person: { id, role, name, usedAt, models }, reload, onAgain }: RowProps) {
  const { words, locale } = useSpeaking()
  const { people } = words
  const [removing, setRemoving] = useState(false)
  const doing = useDoing(reload)
  const called = name ?? people.you
  const seen = usedAt ? people.lastHere(formatWhen(usedAt, locale)) : people.notYet
  return (
    <li className="row">
      <span className="row-title">
        <span>{called}</span>
        <span className="quiet">
          {[role === 'owner' ? people.owner : seen, ...(role === 'invited' && models ? [people.lent] : [])].join(' · ')}
        </span>
      </span>
      {role === 'invited' && (
        <Menu
          label={people.more(called)}
          items={[
            {
              label: models ? people.keep : people.lend,
              icon: <Sparkles aria-hidden="true" />,
              choose: () => void doing(api.lendModels(id, !models)),
            },
            { label: people.again, icon: <KeyRound aria-hidden="true" />, choose: onAgain },
            {
              label: people.revoke,
              icon: <LogOut aria-hidden="true" />,
              choose: () => void doing(api.signOutPerson(id), people.revoked(called)),
            },
            { label: people.remove, icon: <Trash2 aria-hidden="true" />, choose: () => setRemoving(true), danger: true },
          ]}
        />
      )}
      {removing && (
        <Dialog title={people.removeAsk(called)} onClose={() => setRemoving(false)}>
          <p>{people.removeLead}</p>
          <div className="dialog-actions">
            <button type="button" className="button" onClick={() => setRemoving(false)}>
              {words.common.cancel}
            </button>
            <button type="button" className="button danger" onClick={() => void doing(api.removePerson(id), people.removed(called))}>
              {people.remove}
            </button>
          </div>
        </Dialog>
      )}
    </li>
  )
}

function InvitationRow({ invitation: { id, label, until }, reload }: { invitation: Invitation; reload: () => Promise<void> }) {
  const { words, locale } = useSpeaking()
  const { people } = words
  const doing = useDoing(reload)
  const called = label || people.somebody
  return (
    <li className="row">
      <span className="row-title">
        <span>{called}</span>
        <span className="quiet">{people.invited(formatDate(until, locale))}</span>
      </span>
      <button
        type="button"
        className="button"
        aria-label={words.common.pair(people.withdraw, called)}
        onClick={() => void doing(api.withdraw(id), people.withdrawn)}
      >
        <Ban aria-hidden="true" />
        {people.withdraw}
      </button>
    </li>
  )
}
