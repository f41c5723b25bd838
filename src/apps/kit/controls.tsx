/** One control for each kind of field. What is typed stays text until it is saved; apps/values.ts makes it a value. */
import type { TargetedEvent } from 'preact'
import { useId, useMemo } from 'preact/hooks'
import { unitLabel, unitOf } from '../../base/language/units.ts'
import type { Collection, Field, FieldOf, Value } from '../../spec.ts'
import { collectionOf, useFormat, useShared } from './context.tsx'
import { minorDigits } from './tools/split.ts'

export type ControlProps<F extends Field = Field> = {
  field: F
  collection?: Collection | undefined
  value: Value
  id: string
  error: string | null
  onChange(value: Value): void
}

/** Label, control, hint and error of one field, tied together for who listens. */
export function FieldRow({ field, collection, value, error, onChange }: Omit<ControlProps, 'id'>) {
  const id = useId()
  const grouped = ['choice', 'choices', 'rating', 'yesno'].includes(field.kind) && !(field.kind === 'choice' && field.options.length > FEW)
  const control = <Control field={field} collection={collection} value={value} id={id} error={error} onChange={onChange} />
  const label = (
    <>
      {field.label}
      {field.required && <span class="required"> *</span>}
    </>
  )
  return (
    <div class={`field kind-${field.kind}`} data-field={field.id}>
      {field.kind === 'yesno' ? (
        control
      ) : grouped ? (
        <fieldset aria-describedby={error ? `${id}-error` : undefined}>
          <legend>{label}</legend>
          {control}
        </fieldset>
      ) : (
        <>
          <label for={id}>{label}</label>
          {control}
        </>
      )}
      {field.hint && (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

/** Options up to this many are chips; more are a list. */
const FEW = 7

function Control(props: ControlProps) {
  switch (props.field.kind) {
    case 'note':
      return <textarea {...common(props)} rows={3} value={asText(props.value)} onInput={(e) => props.onChange(e.currentTarget.value)} />
    case 'number':
      return <input {...common(props)} inputMode="decimal" value={asText(props.value)} onInput={typed(props)} />
    case 'money':
      return <Money {...(props as ControlProps<FieldOf<'money'>>)} />
    case 'quantity':
      return <Quantity {...(props as ControlProps<FieldOf<'quantity'>>)} />
    case 'duration':
      return <Duration {...(props as ControlProps<FieldOf<'duration'>>)} />
    case 'date':
      return <input {...common(props)} type="date" value={asText(props.value)} onInput={typed(props)} />
    case 'time':
      return <input {...common(props)} type="time" value={asText(props.value)} onInput={typed(props)} />
    case 'datetime':
      return <input {...common(props)} type="datetime-local" value={asText(props.value)} onInput={typed(props)} />
    case 'choice':
      return <Choice {...(props as ControlProps<FieldOf<'choice'>>)} />
    case 'choices':
      return <Choices {...(props as ControlProps<FieldOf<'choices'>>)} />
    case 'rating':
      return <Stars {...(props as ControlProps<FieldOf<'rating'>>)} />
    case 'yesno':
      return (
        <label class="check">
          <input type="checkbox" id={props.id} checked={props.value === true} onChange={(e) => props.onChange(e.currentTarget.checked)} />
          <span>{props.field.label}</span>
        </label>
      )
    case 'link':
      return <input {...common(props)} type="url" inputMode="url" value={asText(props.value)} onInput={typed(props)} />
    case 'relation':
      return <Relation {...(props as ControlProps<FieldOf<'relation'>>)} />
    default:
      return <Text {...props} />
  }
}

const asText = (value: Value): string => (value === null || value === undefined ? '' : String(value))
const typed = (props: ControlProps) => (event: TargetedEvent<HTMLInputElement>) => props.onChange(event.currentTarget.value)

const common = ({ field, id, error }: ControlProps) => ({
  id,
  required: field.required,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  autoComplete: 'off',
})

function Text(props: ControlProps) {
  const { records } = useShared()
  const { field, collection } = props
  const suggest = field.suggest || field.kind === 'person' || field.kind === 'place'
  const before = useMemo(() => {
    if (!suggest || !collection) return []
    const texts = (records[collection.id] ?? [])
      .map((r) => r.values[field.id])
      .filter((v): v is string => typeof v === 'string' && v !== '')
    return [...new Set(texts.reverse())].slice(0, 30)
  }, [records])
  return (
    <>
      <input {...common(props)} value={asText(props.value)} onInput={typed(props)} list={before.length ? `${props.id}-list` : undefined} />
      {before.length > 0 && (
        <datalist id={`${props.id}-list`}>
          {before.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </>
  )
}

function Money(props: ControlProps<FieldOf<'money'>>) {
  const { locale } = useShared()
  const symbol = useMemo(
    () =>
      new Intl.NumberFormat(locale, { style: 'currency', currency: props.field.currency, currencyDisplay: 'narrowSymbol' })
        .formatToParts(1)
        .find((p) => p.type === 'currency')?.value,
    [],
  )
  return (
    <div class="affix">
      <span aria-hidden="true">{symbol}</span>
      <input
        {...common(props)}
        inputMode={minorDigits(props.field.currency) ? 'decimal' : 'numeric'}
        value={asText(props.value)}
        onInput={typed(props)}
      />
    </div>
  )
}

function Quantity(props: ControlProps<FieldOf<'quantity'>>) {
  const { spec } = useShared()
  const unit = unitOf(props.field.unit)
  return (
    <div class="affix">
      <input {...common(props)} inputMode="decimal" value={asText(props.value)} onInput={typed(props)} />
      <span>{unit ? unitLabel(unit, spec.language) : props.field.unit}</span>
    </div>
  )
}

/** Hours and minutes; kept as minutes. */
function Duration(props: ControlProps<FieldOf<'duration'>>) {
  const { words } = useShared()
  const minutes = typeof props.value === 'number' ? props.value : null
  const [h, m] = minutes === null ? ['', ''] : [Math.floor(minutes / 60) || '', minutes % 60]
  const set = (hours: string, mins: string) => {
    if (hours === '' && mins === '') return props.onChange(null)
    const total = Number(hours.replace(',', '.') || 0) * 60 + Number(mins.replace(',', '.') || 0)
    props.onChange(Number.isFinite(total) ? total : hours || mins)
  }
  return (
    <div class="affix pair">
      <input
        {...common(props)}
        inputMode="numeric"
        data-part="hours"
        aria-label={`${props.field.label}, ${words.hours}`}
        value={String(h)}
        onInput={(e) => set(e.currentTarget.value, String(m))}
      />
      <span>{words.hours}</span>
      <input
        inputMode="numeric"
        data-part="minutes"
        aria-label={`${props.field.label}, ${words.minutes}`}
        value={String(m)}
        onInput={(e) => set(String(h), e.currentTarget.value)}
      />
      <span>{words.minutes}</span>
    </div>
  )
}

function Choice(props: ControlProps<FieldOf<'choice'>>) {
  const { words } = useShared()
  const { field, value, id, onChange } = props
  if (field.options.length > FEW)
    return (
      <select {...common(props)} value={asText(value)} onChange={(e) => onChange(e.currentTarget.value || null)}>
        <option value="">{words.choose}</option>
        {field.options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    )
  return (
    <div class="chips">
      {field.options.map((option) => (
        <label key={option.id} class="chip">
          <input
            type="radio"
            name={id}
            value={option.id}
            checked={value === option.id}
            // A second press takes the choice back, which radio buttons alone cannot.
            onClick={() => value === option.id && !field.required && onChange(null)}
            onChange={() => onChange(option.id)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}

function Choices({ field, value, onChange }: ControlProps<FieldOf<'choices'>>) {
  const chosen = Array.isArray(value) ? value : []
  return (
    <div class="chips">
      {field.options.map((option) => (
        <label key={option.id} class="chip">
          <input
            type="checkbox"
            value={option.id}
            checked={chosen.includes(option.id)}
            onChange={(e) => onChange(e.currentTarget.checked ? [...chosen, option.id] : chosen.filter((id) => id !== option.id))}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}

function Stars({ field, value, id, onChange }: ControlProps<FieldOf<'rating'>>) {
  const { words } = useShared()
  const at = typeof value === 'number' ? value : 0
  return (
    <div class={`stars ${field.icons ? 'icons' : ''} ${field.max > 6 ? 'many' : ''}`}>
      {Array.from({ length: field.max }, (_, i) => i + 1).map((n) => (
        <label key={n} class={n <= at ? 'on' : ''} data-chosen={n === at ? '' : undefined}>
          <input
            type="radio"
            name={id}
            value={n}
            checked={n === at}
            aria-label={words.stars(n, field.max)}
            onClick={() => n === at && !field.required && onChange(null)}
            onChange={() => onChange(n)}
          />
          <span aria-hidden="true">{field.icons?.[n - 1] ?? (field.max > 6 ? n : n <= at ? '★' : '☆')}</span>
        </label>
      ))}
    </div>
  )
}

function Relation(props: ControlProps<FieldOf<'relation'>>) {
  const { spec, records, words } = useShared()
  const format = useFormat()
  const { field, value, onChange } = props
  const target = collectionOf(spec, field.to)
  const options = (records[field.to] ?? []).map((record) => ({ id: record.id, label: format.title(record, target) || '–' }))
  if (field.many) {
    const chosen = Array.isArray(value) ? value : []
    return (
      <div class="chips" role="group" id={props.id} aria-label={field.label}>
        {options.map((option) => (
          <label key={option.id} class="chip">
            <input
              type="checkbox"
              value={option.id}
              checked={chosen.includes(option.id)}
              onChange={(e) => onChange(e.currentTarget.checked ? [...chosen, option.id] : chosen.filter((id) => id !== option.id))}
            />
            <span>{option.label}</span>
          </label>
        ))}
        {!options.length && <p class="hint">{words.empty(target.label)}</p>}
      </div>
    )
  }
  return (
    <select {...common(props)} value={asText(value)} onChange={(e) => onChange(e.currentTarget.value || null)}>
      <option value="">{words.choose}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
