/** Adding and changing a record: one form for both, errors beside the control, nothing lost until it is saved. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useRef, useState } from 'preact/hooks'
import { formatNumber } from '../../base/language/format.ts'
import type { Failure } from '../../base/result.ts'
import type { Collection, Field, Rec, Value } from '../../spec.ts'
import { parseValue } from '../values.ts'
import { collectionOf, EntryContext, shownFields, useCollection, useShared } from './context.tsx'
import { FieldRow } from './controls.tsx'
import { Button, Empty, Sheet } from './ui.tsx'
import type { Words } from './words.ts'

type Values = Record<string, Value>

/** Fields that are typed: computed ones are worked out. */
const typedFields = (collection: Collection): Field[] => shownFields(collection).filter((f) => f.kind !== 'computed')

export function useDefaults(): (field: Field) => Value {
  const { now } = useShared()
  return (field) => {
    if (field.default === 'today') return now.date
    if (field.default === 'now') return field.kind === 'time' ? now.time : `${now.date}T${now.time}`
    return field.default ?? (field.kind === 'yesno' ? false : null)
  }
}

/** What is wrong with a value, said beside its control. */
export function problem(failure: Failure, field: Field, words: Words, locale: string): string {
  const figure = (key: string) => formatNumber(Number(failure.values?.[key] ?? 0), locale)
  switch (failure.code) {
    case 'value-missing':
      return words.needed(field.label)
    case 'value-too-small':
      return words.tooSmall(figure('min'))
    case 'value-too-large':
      return words.tooLarge(figure('max'))
    case 'value-too-long':
      return words.tooLong
    default:
      return words.notValid(field.label)
  }
}

/** Only what the person changed: what came into the others while the form was open stays. */
const changed = (record: Rec, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(record.values[field] ?? null)),
  )

export function RecordForm({
  of,
  record,
  preset,
  onDone,
  only,
}: {
  of: string
  record?: Rec | undefined
  preset?: Values | undefined
  onDone?: (() => void) | undefined
  only?: string[]
}) {
  const { words, locale } = useShared()
  const { collection, add, update, remove } = useCollection(of)
  const defaultOf = useDefaults()
  const fields = typedFields(collection).filter((f) => !only || only.includes(f.id))
  const fresh = (): Values =>
    Object.fromEntries(fields.map((f) => [f.id, record ? (record.values[f.id] ?? null) : (preset?.[f.id] ?? defaultOf(f))]))
  const [values, setValues] = useState<Values>(fresh)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // What was typed last counts, drawn already or not: autofill and fast hands send a form before its next frame.
  const typed = useRef(values)
  const put = (next: Values) => {
    typed.current = next
    setValues(next)
  }

  /** What was wrong with a value is not wrong with the next one. */
  const change = (field: string, value: Value) => {
    put({ ...typed.current, [field]: value })
    if (field in errors) setErrors(({ [field]: _, ...rest }) => rest)
  }

  const save = async (event: Event) => {
    event.preventDefault()
    const parsed = fields.map((field) => [field, parseValue(field, typed.current[field.id] ?? null)] as const)
    const wrong = Object.fromEntries(
      parsed.flatMap(([field, result]) => (result.ok ? [] : [[field.id, problem(result.error, field, words, locale)]])),
    )
    setErrors(wrong)
    const first = fields.find((f) => f.id in wrong)
    if (first) {
      form.current?.querySelector<HTMLElement>(`[data-field="${first.id}"] :is(input, select, textarea)`)?.focus()
      return
    }
    setBusy(true)
    const clean = Object.fromEntries(parsed.map(([field, result]) => [field.id, result.ok ? result.value : null]))
    const failed = record ? await update(record.id, changed(record, clean)) : await add({ ...preset, ...clean })
    setBusy(false)
    if (failed) return setErrors({ [fields[0]?.id ?? '']: failed })
    if (!record) put(fresh())
    onDone?.()
    if (!onDone) form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }

  return (
    <form ref={form} class="entry" data-entry={of} onSubmit={save} noValidate>
      <div class="fields">
        {fields.map((field) => (
          <FieldRow
            key={field.id}
            field={field}
            collection={collection}
            value={values[field.id] ?? null}
            error={errors[field.id] ?? null}
            onChange={(value) => change(field.id, value)}
          />
        ))}
      </div>
      <div class="actions">
        {record && (
          <Button
            action="delete"
            kind="danger"
            onClick={() => {
              onDone?.()
              void remove(record)
            }}
          >
            {words.delete}
          </Button>
        )}
        {onDone && (
          <Button action="cancel" kind="quiet" onClick={onDone}>
            {words.cancel}
          </Button>
        )}
        <button type="submit" class="button primary" data-action="save" disabled={busy}>
          {record ? words.save : words.add(collection.one)}
        </button>
      </div>
    </form>
  )
}

/** What the form over the page is for: a new record, or one that is there. */
type Opened = { of: string; record?: Rec; preset?: Values | undefined }
const FormContext = createContext<((opened: Opened) => void) | null>(null)

/** Opens the form over the page. */
function useForm(): (opened: Opened) => void {
  const open = useContext(FormContext)
  if (!open) throw new Error('Forms open inside <Forms>.')
  return open
}

/** The one form over the page. It stands outside of what opened it: a record that arrives meanwhile may take that away. */
export function Forms({ children }: { children: ComponentChildren }) {
  const { spec, words } = useShared()
  const [opened, open] = useState<Opened | null>(null)
  const close = () => open(null)
  const one = opened && collectionOf(spec, opened.of).one
  return (
    <FormContext.Provider value={open}>
      {children}
      {opened && one && (
        <div data-accent={spec.look.accent}>
          <Sheet title={opened.record ? words.edit(one) : words.add(one)} onClose={close}>
            <RecordForm {...opened} onDone={close} />
          </Sheet>
        </div>
      )}
    </FormContext.Provider>
  )
}

/** The button that opens the form. */
export function AddButton({ to, preset }: { to: string; preset?: Values }) {
  const open = useForm()
  const { words } = useShared()
  const { collection } = useCollection(to)
  if (useContext(EntryContext) === to && !preset) return null
  return (
    <Button action="add" kind="primary" data-collection={to} onClick={() => open({ of: to, preset })}>
      <span aria-hidden="true">+</span> {words.add(collection.one)}
    </Button>
  )
}

/** Opens a record for editing, from wherever it is shown. */
export function useEditing(of: string): (record: Rec) => void {
  const open = useForm()
  return (record) => open({ of, record })
}

/** A collection with nothing in it, and the way to the first. */
export function NothingYet({ of }: { of: string }) {
  const { words, spec } = useShared()
  return (
    <Empty title={words.empty(collectionOf(spec, of).label)} hint={words.emptyHint}>
      <AddButton to={of} />
    </Empty>
  )
}
