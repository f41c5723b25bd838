/** What works something out: calculators by formulas, converters of units, the shopping list of a meal plan. */
import { useState } from 'preact/hooks'
import { formatNumber, formatValue } from '../../../base/language/format.ts'
import { convert, unitLabel, unitOf } from '../../../base/language/units.ts'
import type { Field, Rec, Value } from '../../../spec.ts'
import { fieldValue } from '../../query.ts'
import { parseValue, toNumber } from '../../values.ts'
import { useBehaviour, useCollection, useFormat, useShared } from '../context.tsx'
import { FieldRow } from '../controls.tsx'
import { problem, useDefaults } from '../form.tsx'
import { shoppingList } from '../tools/shopping.ts'
import { Button } from '../ui.tsx'

export function Calculator({ id }: { id: string }) {
  const { inputs, outputs, label } = useBehaviour(id, 'calculator')
  const { words, locale, now } = useShared()
  const defaultOf = useDefaults()
  const [typed, setTyped] = useState<Record<string, Value>>(() => Object.fromEntries(inputs.map((field) => [field.id, defaultOf(field)])))
  const parsed = inputs.map((field) => [field, parseValue({ ...field, required: false }, typed[field.id] ?? null)] as const)
  const values = Object.fromEntries(parsed.flatMap(([field, result]) => (result.ok ? [[field.id, result.value]] : [])))
  const errors = Object.fromEntries(
    parsed.flatMap(([field, result]) => (result.ok ? [] : [[field.id, problem(result.error, field, words, locale)]])),
  )
  const record: Rec = { id: '', values, seq: 0, createdAt: '', at: '', by: 'app' }
  const fields = [...inputs, ...outputs]
  return (
    <div class="tool calculator" data-tool={id}>
      <form aria-label={label} onSubmit={(event) => event.preventDefault()} noValidate>
        <div class="fields">
          {inputs.map((field) => (
            <FieldRow
              key={field.id}
              field={field}
              value={typed[field.id] ?? null}
              error={errors[field.id] ?? null}
              onChange={(value) => setTyped((before) => ({ ...before, [field.id]: value }))}
            />
          ))}
        </div>
      </form>
      <dl class="results" aria-live="polite" aria-label={words.result}>
        {outputs.map((output) => (
          <div key={output.id} data-output={output.id}>
            <dt>{output.label}</dt>
            <dd>{shown(output, fieldValue(record, output, fields, now.date), locale)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
const shown = (field: Field, value: Value, locale: string): string => (value === null ? '–' : formatValue(field, value, locale))

export function Converter({ id }: { id: string }) {
  const converter = useBehaviour(id, 'converter')
  const { words, locale, spec } = useShared()
  const [from, setFrom] = useState(converter.from)
  const [to, setTo] = useState(converter.to)
  const [text, setText] = useState('1')
  const value = toNumber(text)
  const result = value === null ? null : convert(value, from, to)
  const swap = () => {
    setFrom(to)
    setTo(from)
  }
  const name = (unit: string) => {
    const known = unitOf(unit)
    return known ? unitLabel(known, spec.language) : unit
  }
  const select = (label: string, chosen: string, set: (unit: string) => void) => (
    <label class="field">
      <span>{label}</span>
      <select value={chosen} onChange={(e) => set(e.currentTarget.value)}>
        {converter.units.map((unit) => (
          <option key={unit} value={unit}>
            {name(unit)}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <div class="tool converter" data-tool={id}>
      <label class="field">
        <span>{converter.label}</span>
        <input
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={value === null ? true : undefined}
          onInput={(e) => setText(e.currentTarget.value)}
        />
      </label>
      <div class="pair">
        {select(words.from, from, setFrom)}
        <Button action="swap" onClick={swap} aria-label={words.swap}>
          ⇄
        </Button>
        {select(words.to, to, setTo)}
      </div>
      <output class="big" aria-live="polite">
        {result === null ? '–' : `${formatNumber(Number(result.toPrecision(8)), locale, { decimals: 6 })} ${name(to)}`}
      </output>
    </div>
  )
}

export function Shopping({ id }: { id: string }) {
  const shopping = useBehaviour(id, 'shopping')
  const { spec, words, write, say, now } = useShared()
  const format = useFormat()
  const { records: planned } = useCollection(shopping.plan)
  const { records: ingredients, collection } = useCollection(shopping.ingredients)
  const { records: listed, collection: list } = useCollection(shopping.list)
  const text = (record: Rec, field: string | undefined) => {
    const found = collection.fields.find((one) => one.id === field)
    return found ? format.value(found, record, collection) : ''
  }
  const recipeOf = (record: Rec) => [record.values[shopping.recipe]].flat().filter((one): one is string => typeof one === 'string')
  // What was cooked before today needs no shopping.
  const ahead = planned.filter((r) => String(r.values[shopping.date] ?? '9999') >= now.date)
  const items = shoppingList(
    ahead.flatMap(recipeOf),
    ingredients.flatMap((r) =>
      [r.values[shopping.of]]
        .flat()
        .filter((one): one is string => typeof one === 'string')
        .map((recipe) => ({ recipe, name: text(r, shopping.name), amount: text(r, shopping.amount) })),
    ),
  )
  const onList = new Set(listed.map((r) => String(r.values[shopping.item] ?? '')))
  const fresh = items.filter((item) => !onList.has(item.name))
  const put = async () => {
    const failed = await write(
      fresh.map(({ name, amount }) => ({
        do: 'create' as const,
        collection: list.id,
        values: { [shopping.item]: name, ...(shopping.listAmount && amount && { [shopping.listAmount]: amount }) },
      })),
    )
    if (!failed) say({ text: `${list.label}: +${fresh.length}` })
  }
  return (
    <div class="tool" data-tool={id}>
      <ul class="list">
        {items.map((item) => (
          <li key={item.name} class={onList.has(item.name) ? 'row done' : 'row'}>
            <span class="row-main">{item.name}</span>
            <span class="row-figures">{item.amount}</span>
          </li>
        ))}
        {!items.length && <li class="row quiet">{words.empty(spec.collections.find((c) => c.id === shopping.plan)?.label ?? '')}</li>}
      </ul>
      <div class="actions centre">
        <Button action="to-list" kind="primary" disabled={!fresh.length} onClick={() => void put()}>
          {words.toList}
        </Button>
      </div>
    </div>
  )
}
