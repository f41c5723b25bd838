/** Where the person lives and how old they are, as far as they say: which rules hold goes by it. */
import { useId } from 'react'
import * as api from '../api.ts'
import { Loaded } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { useLoad } from '../use-load.ts'
import { sayFailure, useWords } from '../words/index.ts'

const REGIONS = ['JP', 'KR', 'CN', 'other'] as const
const AGES = ['under-14', 'under-18', 'adult'] as const

export function Circumstances() {
  const words = useWords()
  const { settings } = words
  const toast = useToast()
  const [load, reload] = useLoad(api.circumstances)
  const tell = async (told: api.Circumstances) => {
    const kept = await api.setCircumstances(told)
    if (!kept.ok) toast({ text: sayFailure(words, kept.error) })
    await reload()
  }
  return (
    <section className="card stack">
      <h3>{settings.circumstances}</h3>
      <p className="quiet">{settings.circumstancesLead}</p>
      <Loaded load={load} retry={() => void reload()} lines={2}>
        {(told) => (
          <>
            <Choice
              label={settings.region}
              options={REGIONS}
              names={settings.regions}
              chosen={told.region}
              onChoose={(region) => tell({ ...told, region })}
            />
            <Choice
              label={settings.age}
              options={AGES}
              names={settings.ages}
              chosen={told.age}
              onChoose={(age) => tell({ ...told, age })}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}

type ChoiceProps<T extends string> = {
  label: string
  options: readonly T[]
  names: Record<T, string>
  chosen: T | null
  onChoose: (next: T | null) => Promise<void>
}
function Choice<T extends string>({ label, options, names, chosen, onChoose }: ChoiceProps<T>) {
  const { settings } = useWords()
  const field = useId()
  return (
    <>
      <label htmlFor={field}>{label}</label>
      <select
        id={field}
        value={chosen ?? ''}
        onChange={({ target: { value } }) => void onChoose(options.find((one) => one === value) ?? null)}
      >
        <option value="">{settings.unsaid}</option>
        {options.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </>
  )
}
