/** Tiles with one figure each, and how it stood before. */
import { formatNumber, formatValue } from '../../../base/language/format.ts'
import type { Query } from '../../../spec.ts'
import { collectionOf, fieldOf, useQuery, useShared, useView } from '../context.tsx'

export function SummaryView({ id }: { id: string }) {
  const view = useView(id, 'summary')
  return (
    <dl class="tiles">
      {view.tiles.map((tile, i) => (
        <Tile key={`${i}`} label={tile.label} query={tile.query} at={i} />
      ))}
    </dl>
  )
}

function Tile({ label, query, at }: { label: string; query: Query; at: number }) {
  const { words } = useShared()
  const shown = useShown(query)
  const { value, previous } = useQuery(query)
  return (
    <div class="tile" data-tile={String(at)}>
      <dt>{label}</dt>
      <dd data-total={String(at)}>{shown(value)}</dd>
      {previous !== undefined && previous !== null && <dd class="before">{words.before(shown(previous))}</dd>}
    </div>
  )
}

/** How the figure of a query is written: as its field is, or as a count. */
export function useShown(query: Pick<Query, 'collection' | 'measure'>): (value: number | null) => string {
  const { spec, locale } = useShared()
  const field = fieldOf(collectionOf(spec, query.collection), query.measure.field)
  return (value) => {
    if (value === null) return '–'
    const counted = query.measure.fn === 'count' || query.measure.fn === 'distinct' || !field
    if (counted) return formatNumber(value, locale)
    return field.kind === 'rating' ? formatNumber(Math.round(value * 10) / 10, locale) : formatValue(field, value, locale)
  }
}
