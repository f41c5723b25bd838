/** A table from a file: first what would happen, then, if the person wants it, it happens. */
import { useEffect, useId, useState } from 'react'
import type { Failure } from '../../../src/base/result.ts'
import type { AppId } from '../../../src/events.ts'
import type { AppSpec, Collection, Value } from '../../../src/spec.ts'
import * as api from '../api.ts'
import { useApps } from '../apps-list.ts'
import { decodeText } from '../read-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FileButton } from '../ui/file-button.tsx'
import { useToast } from '../ui/toast.tsx'
import { sayFailure, useSpeaking } from '../words/index.ts'

const SAMPLE = 5
const PROBLEMS = 20

type Props = { app: AppId; name: string; spec: AppSpec; file: File | null; onClose: () => void }
type Reading =
  | { state: 'none' | 'reading' | 'committing' }
  | { state: 'failed'; failure: Failure }
  | { state: 'read'; preview: api.CsvPreview }

export function ImportCsv({ app, name, spec, file, onClose }: Props) {
  const { words, language } = useSpeaking()
  const collections = spec.collections.filter((collection) => !collection.hidden)
  const [into, setInto] = useState(collections[0]?.id ?? '')
  const [csv, setCsv] = useState<string | null>(null)
  const [picked, setPicked] = useState<File | null>(null)
  const source = picked ?? file
  const [reading, setReading] = useState<Reading>({ state: 'none' })
  const commit = useCommit(app, onClose)
  const field = useId()

  useEffect(() => {
    if (source) void source.arrayBuffer().then((buffer) => setCsv(decodeText(new Uint8Array(buffer), language)))
  }, [source, language])
  useEffect(() => {
    if (csv === null || !into) return
    let left = false
    setReading({ state: 'reading' })
    void api.previewCsv(app, into, csv).then((read) => {
      if (!left) setReading(read.ok ? { state: 'read', preview: read.value } : { state: 'failed', failure: read.error })
    })
    return () => {
      left = true
    }
  }, [app, into, csv])

  const write = async () => {
    setReading({ state: 'committing' })
    const failure = await commit(into, csv ?? '')
    if (failure) setReading({ state: 'failed', failure })
  }
  return (
    <Dialog title={words.csv.title(name)} onClose={onClose} wide>
      {collections.length === 0 ? (
        <p>{words.csv.noCollections}</p>
      ) : (
        <div className="stack">
          {collections.length > 1 && (
            <>
              <label htmlFor={`${field}-into`}>{words.csv.into}</label>
              <select id={`${field}-into`} value={into} onChange={(event) => setInto(event.target.value)}>
                {collections.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            </>
          )}
          <FileButton label={words.csv.choose} accept=".csv,.tsv,text/csv" onPick={setPicked} />
          {source?.name && <p>{source.name}</p>}
          <p className="quiet">{words.csv.chooseHint}</p>
          {reading.state === 'reading' && <p role="status">{words.csv.reading}…</p>}
          {reading.state === 'committing' && <p role="status">{words.csv.committing}…</p>}
          {reading.state === 'failed' && (
            <p className="wrong" role="alert">
              {sayFailure(words, reading.failure)}
            </p>
          )}
          {reading.state === 'read' && <Preview preview={reading.preview} collection={collections.find(({ id }) => id === into)} />}
          {reading.state === 'read' && (
            <div className="dialog-actions">
              <button type="button" className="button" onClick={onClose}>
                {words.common.cancel}
              </button>
              <button type="button" className="button primary" disabled={!reading.preview.rows.length} onClick={() => void write()}>
                {words.csv.commit(reading.preview.rows.length)}
              </button>
            </div>
          )}
        </div>
      )}
    </Dialog>
  )
}

/** Writes; closes if it went well, and answers with what went wrong if not. */
function useCommit(app: AppId, onClose: () => void) {
  const { words } = useSpeaking()
  const toast = useToast()
  const { reload } = useApps()
  return async (collection: string, csv: string): Promise<Failure | null> => {
    const done = await api.commitCsv(app, collection, csv)
    if (!done.ok) return done.error
    const undo = async () => {
      const undone = await api.undo(app)
      toast({ text: undone.ok ? words.cards.undone : sayFailure(words, undone.error) })
      await reload()
    }
    toast({ text: words.csv.done(done.value.added), action: { label: words.common.undo, run: () => void undo() } })
    void reload()
    onClose()
    return null
  }
}

function Preview({
  preview: { columns, rows, errors, total },
  collection,
}: {
  preview: api.CsvPreview
  collection: Collection | undefined
}) {
  const { words, locale } = useSpeaking()
  const labelOf = (field: string | null) => collection?.fields.find(({ id }) => id === field)?.label ?? null
  const used = columns.filter((column) => column.field !== null)
  return (
    <>
      <p role="status">
        <strong>{rows.length ? words.csv.fits(rows.length, total) : words.csv.none}</strong>
      </p>
      <p className="evidence-title">{words.csv.columns}</p>
      <ul className="columns">
        {columns.map(({ header, field }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
          <li key={i}>
            {header} → {labelOf(field) ?? <span className="quiet">{words.csv.notUsed}</span>}
          </li>
        ))}
      </ul>
      {rows.length > 0 && used.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className="sheet" tabIndex={0} aria-label={words.csv.sample}>
          <table>
            <caption>{words.csv.sample}</caption>
            <thead>
              <tr>
                {used.map(({ header, field }) => (
                  <th key={field} scope="col">
                    {labelOf(field) ?? header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, SAMPLE).map(({ row, values }) => (
                <tr key={row}>
                  {used.map(({ field }) => (
                    <td key={field}>{shownValue(values[field ?? ''], collection, field, locale)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {errors.length > 0 && (
        <details>
          <summary>{words.csv.problems(errors.length)}</summary>
          <ul>
            {errors.slice(0, PROBLEMS).map(({ row, field, message }) => (
              <li key={`${row} ${field}`}>
                {words.csv.row(row)}: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function shownValue(value: Value | undefined, collection: Collection | undefined, field: string | null, locale: string): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return value.toLocaleString(locale)
  if (typeof value === 'boolean') return value ? '✓' : '–'
  const known = collection?.fields.find(({ id }) => id === field)
  const options = known?.kind === 'choice' || known?.kind === 'choices' ? known.options : []
  return [value]
    .flat()
    .map((one) => options.find(({ id }) => id === one)?.label ?? one)
    .join(', ')
}
