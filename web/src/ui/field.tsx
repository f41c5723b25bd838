import { type ComponentProps, useId } from 'react'

type Props = Omit<ComponentProps<'input'>, 'id'> & { label: string; hint?: string }

/** A labelled box, with what is said about it below. */
export function Field({ label, hint, ...input }: Props) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input id={id} spellCheck={false} {...(hint && { 'aria-describedby': `${id}-hint` })} {...input} />
      {hint && (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      )}
    </>
  )
}
