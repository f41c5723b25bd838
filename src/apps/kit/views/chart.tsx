/**
 * Lines, bars and shares in plain SVG, with the same figures as a table behind them. Sizes are in viewBox units; the
 * text keeps its size because the chart is drawn at the width it has.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { formatDate, formatNumber, formatValue } from '../../../base/language/format.ts'
import type { Field, Measure, Query, Rec, ViewOf } from '../../../spec.ts'
import { runQuery } from '../../query.ts'
import { collectionOf, fieldOf, useShared, useView } from '../context.tsx'
import { AddButton } from '../form.tsx'
import { Empty } from '../ui.tsx'

export type Series = { label: string; color: number; field: Field | undefined; points: { key: string; label: string; value: number }[] }

const HEIGHT = 240
const PAD = { top: 16, right: 12, bottom: 28, left: 52 }

export function ChartView({ id }: { id: string }) {
  const view = useView(id, 'chart')
  const { words } = useShared()
  const series = useSeries(view)
  const empty = series.every((one) => one.points.length === 0)
  if (empty)
    return (
      <Empty title={words.noFigures}>
        <AddButton to={view.query.collection} />
      </Empty>
    )
  return (
    <figure class="chart" data-chart={view.chart}>
      {view.chart === 'pie' ? (
        <Shares series={series[0]!} />
      ) : series.length > 1 && unlike(series) ? (
        series.map((one) => <Plot key={one.label} kind={view.chart === 'bar' ? 'bar' : 'line'} series={[one]} title={one.label} />)
      ) : (
        <Plot kind={view.chart === 'bar' ? 'bar' : 'line'} series={series} title={view.label} />
      )}
      {series.length > 1 && !unlike(series) && view.chart !== 'pie' && <Legend series={series} />}
      <Figures series={series} />
    </figure>
  )
}

/** Weight and mood do not share an axis; two amounts in yen do. */
const unlike = (series: Series[]): boolean =>
  new Set(series.map((one) => `${one.field?.kind} ${one.field && 'unit' in one.field ? one.field.unit : ''}`)).size > 1

function useSeries(view: ViewOf<'chart'>): Series[] {
  const { spec, records, now } = useShared()
  return useMemo(() => {
    const related = records as Record<string, Rec[]>
    const collection = collectionOf(spec, view.query.collection)
    const ask = (query: Query) => runQuery(query, records[query.collection] ?? [], spec, now, related).rows
    const nameOf = (measure: Measure) => fieldOf(collection, measure.field)?.label ?? collection.label
    const one = (query: Query, label: string, color: number): Series => ({
      label,
      color,
      field: query.measure.fn === 'count' || query.measure.fn === 'distinct' ? undefined : fieldOf(collection, query.measure.field),
      points: ask(query).map(({ key, label: shown, value }) => ({ key, label: shown, value })),
    })
    const by = fieldOf(collection, view.series)
    if (by && 'options' in by)
      return by.options
        .map((option, i) =>
          one({ ...view.query, filter: [...view.query.filter, { field: by.id, op: '=', value: option.id }] }, option.label, i),
        )
        .filter((s) => s.points.length)
    return [view.query.measure, ...(view.more ?? [])].map((measure, i) => one({ ...view.query, measure }, nameOf(measure), i))
  }, [records, now, view])
}

/** The width that the chart really has. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, set] = useState(640)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(() => set(Math.max(240, Math.round(element.clientWidth))))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}

/** Round steps: 1, 2 or 5 times a power of ten; about four of them. */
export function ticksOf(low: number, high: number): number[] {
  const span = high - low || Math.abs(high) || 1
  const raw = span / 4
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((n) => n * power).find((s) => s >= raw) ?? power * 10
  const first = Math.floor(low / step)
  const last = Math.ceil(high / step)
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

function Plot({ kind, series, title }: { kind: 'line' | 'bar'; series: Series[]; title: string }) {
  const { ref, width } = useWidth()
  const { locale } = useShared()
  const keys = [...new Map(series.flatMap((s) => s.points.map((p) => [p.key, p.label] as const)))].sort(([a], [b]) =>
    isDay(a) && isDay(b) ? (a < b ? -1 : 1) : 0,
  )
  const values = series.flatMap((s) => s.points.map((p) => p.value))
  // Bars are compared by their length and begin at zero; lines by their shape, and need not.
  const low = kind === 'bar' ? Math.min(0, ...values) : Math.min(...values)
  const high = kind === 'bar' ? Math.max(0, ...values) : Math.max(...values)
  const ticks = ticksOf(low, high)
  const [bottom = 0, top = 1] = [ticks[0], ticks.at(-1)]
  const inner = { w: width - PAD.left - PAD.right, h: HEIGHT - PAD.top - PAD.bottom }
  const y = (value: number) => PAD.top + inner.h * (1 - (value - bottom) / (top - bottom || 1))
  const band = inner.w / Math.max(1, keys.length)
  const x = (key: string) => {
    const at = keys.findIndex(([k]) => k === key)
    return PAD.left + (kind === 'bar' || keys.length === 1 ? band * (at + 0.5) : (inner.w * at) / (keys.length - 1))
  }
  const every = Math.max(1, Math.ceil(keys.length / Math.max(2, Math.floor(inner.w / 64))))
  const field = series[0]?.field
  const tickLabel = (value: number) =>
    field?.kind === 'rating' && field.icons
      ? (field.icons[value - 1] ?? '')
      : new Intl.NumberFormat(locale, { notation: Math.abs(top) >= 100_000 ? 'compact' : 'standard', maximumFractionDigits: 2 }).format(
          value,
        )
  return (
    <div ref={ref} class="plot">
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={title}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line class="grid" x1={PAD.left} x2={width - PAD.right} y1={y(tick)} y2={y(tick)} />
            <text class="axis" x={PAD.left - 8} y={y(tick) + 4} text-anchor="end">
              {tickLabel(tick)}
            </text>
          </g>
        ))}
        {keys.map(([key, label], i) =>
          i % every === 0 ? (
            <text
              key={key}
              class="axis"
              x={x(key)}
              y={HEIGHT - 8}
              text-anchor={
                i === 0 && kind === 'line' && keys.length > 1
                  ? 'start'
                  : i === keys.length - 1 && kind === 'line' && keys.length > 1
                    ? 'end'
                    : 'middle'
              }
            >
              {axisLabel(key, label, locale)}
            </text>
          ) : null,
        )}
        {series.map((one, at) => (
          <g key={one.label} class={`series c${one.color % 6}`}>
            {kind === 'line' ? (
              <>
                <polyline
                  points={sorted(one)
                    .map((p) => `${x(p.key)},${y(p.value)}`)
                    .join(' ')}
                />
                {sorted(one).map((p) => (
                  <circle key={p.key} cx={x(p.key)} cy={y(p.value)} r={keys.length > 60 ? 1.5 : 3.5}>
                    <title>{`${p.label}: ${shown(p.value, one, locale)}`}</title>
                  </circle>
                ))}
              </>
            ) : (
              one.points.map((p) => {
                const slot = Math.min(48, (band * 0.72) / series.length)
                const left = x(p.key) - (slot * series.length) / 2 + slot * at
                return (
                  <rect
                    key={p.key}
                    x={left}
                    width={Math.max(1, slot - 1)}
                    y={Math.min(y(p.value), y(0))}
                    height={Math.max(1, Math.abs(y(p.value) - y(0)))}
                    rx={3}
                  >
                    <title>{`${p.label}: ${shown(p.value, one, locale)}`}</title>
                  </rect>
                )
              })
            )}
          </g>
        ))}
      </svg>
      {series.length === 1 && title === series[0]?.label && <p class="plot-title">{title}</p>}
    </div>
  )
}

const isDay = (key: string) => /^\d{4}(-\d\d){0,2}$/.test(key)
const sorted = (one: Series) =>
  one.points.every((p) => isDay(p.key)) ? [...one.points].sort((a, b) => (a.key < b.key ? -1 : 1)) : one.points
const axisLabel = (key: string, label: string, locale: string) =>
  /^\d{4}-\d\d-\d\d$/.test(key)
    ? formatDate(key, locale, 'short').replace(/^\d{4}[-/年.]\s?/, '')
    : label.length > 12
      ? `${label.slice(0, 11)}…`
      : label

function shown(value: number, { field }: Series, locale: string): string {
  if (!field || field.kind === 'rating') return formatNumber(Math.round(value * 100) / 100, locale)
  return formatValue(field, value, locale)
}

/** A ring with its shares beside it, the largest first. */
function Shares({ series }: { series: Series }) {
  const { locale } = useShared()
  const points = [...series.points].filter((p) => p.value > 0).sort((a, b) => b.value - a.value)
  const total = points.reduce((sum, p) => sum + p.value, 0)
  const around = 2 * Math.PI * 60
  let turned = 0
  return (
    <div class="shares">
      <svg viewBox="0 0 160 160" width={160} height={160} role="img" aria-label={series.label}>
        {points.map((p, i) => {
          const length = (p.value / total) * around
          const offset = -turned
          turned += length
          return (
            <circle
              key={p.key}
              class={`share c${i % 6}`}
              cx={80}
              cy={80}
              r={60}
              stroke-dasharray={`${Math.max(0.5, length - 1.5)} ${around}`}
              stroke-dashoffset={offset}
              transform="rotate(-90 80 80)"
            >
              <title>{`${p.label}: ${shown(p.value, series, locale)}`}</title>
            </circle>
          )
        })}
        <text x={80} y={85} text-anchor="middle" class="ring-total">
          {shown(total, series, locale)}
        </text>
      </svg>
      <ul class="legend column">
        {points.map((p, i) => (
          <li key={p.key}>
            <span class={`swatch c${i % 6}`} />
            <span>{p.label}</span>
            <span class="figure">
              {shown(p.value, series, locale)} · {formatNumber(Math.round((p.value / total) * 100), locale)}%
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Legend = ({ series }: { series: Series[] }) => (
  <ul class="legend">
    {series.map((one) => (
      <li key={one.label}>
        <span class={`swatch c${one.color % 6}`} />
        {one.label}
      </li>
    ))}
  </ul>
)

/** The figures behind a chart, for who does not see it or wants them. */
function Figures({ series }: { series: Series[] }) {
  const { words, locale } = useShared()
  const keys = [...new Map(series.flatMap((s) => s.points.map((p) => [p.key, p.label] as const)))]
  return (
    <details class="figures">
      <summary>{words.table}</summary>
      <table>
        <thead>
          <tr>
            <td />
            {series.map((one) => (
              <th key={one.label} scope="col" class="figure">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map(([key, label]) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {series.map((one) => {
                const point = one.points.find((p) => p.key === key)
                return (
                  <td key={one.label} class="figure">
                    {point ? shown(point.value, one, locale) : ''}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
