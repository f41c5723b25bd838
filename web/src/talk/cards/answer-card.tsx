import type { Card } from '../../../../src/events.ts'
import { hrefOfApp } from '../../route.ts'
import { useWords } from '../../words/index.ts'

type AnswerOf = Extract<Card, { card: 'answer' }>
type Rows = AnswerOf['answer']['rows']

/** Rows drawn; the app shows the rest. */
const MOST_ROWS = 8

export function AnswerCard({ card: { app, name, answer } }: { card: AnswerOf }) {
  const { cards, common } = useWords()
  const { value, shown, previous, rows, records } = answer
  return (
    <div className="card">
      <p className="quiet">{cards.answer(name)}</p>
      <p className="figure">{value === null && !shown ? cards.nothingMeasured : shown}</p>
      {previous && <p className="quiet">{cards.previous(previous.shown)}</p>}
      {rows.length > 1 && <Bars rows={rows.slice(0, MOST_ROWS)} />}
      {rows.length < 2 && records && records.length > 0 && (
        <ul className="records" aria-label={cards.records}>
          {records.slice(0, MOST_ROWS).map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      )}
      <div className="card-actions">
        <a className="button" href={hrefOfApp(app)} aria-label={cards.openApp(name)}>
          {common.open}
        </a>
      </div>
    </div>
  )
}

/** A bar chart that is a table: who cannot see the bars reads the figures. */
function Bars({ rows }: { rows: Rows }) {
  const { cards } = useWords()
  const most = Math.max(...rows.map((row) => Math.abs(row.value)), Number.EPSILON)
  return (
    <table className="bars">
      <caption className="visually-hidden">{cards.table}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{cards.item}</th>
          <th scope="col">{cards.amount}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, value, shown }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>
              <span className="bar-track" aria-hidden="true">
                <span className={value < 0 ? 'bar-fill below' : 'bar-fill'} style={{ width: `${(Math.abs(value) / most) * 100}%` }} />
              </span>
              <span className="bar-shown">{shown}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
