import { PRIVACY_CLASSES, type PrivacyClass } from '../../../src/memory/types.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useWords } from '../words/index.ts'

type Props = { chosen: PrivacyClass; onChoose: (privacy: PrivacyClass) => void; onClose: () => void }

/** What kind of thing it is: that decides what may leave this machine. */
export function GuardDialog({ chosen, onChoose, onClose }: Props) {
  const { memory } = useWords()
  return (
    <Dialog title={memory.guard} onClose={onClose}>
      <fieldset className="radios">
        <legend className="visually-hidden">{memory.guard}</legend>
        {PRIVACY_CLASSES.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="class"
              data-first={each === chosen ? true : undefined}
              checked={each === chosen}
              onChange={() => {
                onChoose(each)
                onClose()
              }}
            />
            {memory.classes[each]}
          </label>
        ))}
      </fieldset>
      <p className="quiet">{memory.guardLead}</p>
    </Dialog>
  )
}
