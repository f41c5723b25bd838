/** How a run went, from the lines that it left (curve.jsonl): a picture beside them, and a line for a terminal. */
import type { Report } from './train.ts'

/** What is drawn, one below the other, and whether it starts at 0. */
export const DRAWN = ['metric', 'entropy', 'length', 'kept'] as const
export type Drawn = (typeof DRAWN)[number]
export type Words = Record<Drawn | 'title', string>
export const WORDS: Words = {
  title: 'Training',
  metric: 'return',
  entropy: 'entropy, nats a token',
  length: 'tokens a completion',
  kept: 'share of prompts that taught something',
}

export type Point = Pick<Report, 'iteration' | Drawn>

/** The lines that can be read; what a sudden end left half-written cannot. */
export function pointsOf(lines: string): Point[] {
  return lines.split('\n').flatMap((line) => {
    try {
      const point = JSON.parse(line) as Point
      return [point.iteration, ...DRAWN.map((name) => point[name])].every(Number.isFinite) ? [point] : []
    } catch {
      return []
    }
  })
}

/** Means of at most `most` stretches of equal length. */
export function binned(values: readonly number[], most: number): number[] {
  const bins = Math.min(most, values.length)
  return Array.from({ length: bins }, (_, i) => {
    const part = values.slice(Math.floor((i * values.length) / bins), Math.floor(((i + 1) * values.length) / bins))
    return part.reduce((a, b) => a + b, 0) / part.length
  })
}

const BARS = '▁▂▃▄▅▆▇█'

/** Values as a row of bars, from the least to the most. */
export function sparkline(values: readonly number[], width = 40): string {
  const bins = binned(values, width)
  const [least, most] = [Math.min(...bins), Math.max(...bins)]
  return bins.map((value) => BARS[most > least ? Math.min(7, Math.floor((8 * (value - least)) / (most - least))) : 0]).join('')
}

const [WIDTH, HEIGHT, LEFT, TOP, GAP] = [640, 84, 56, 56, 42]

/** A picture of its own (SVG), readable on light and dark. `optimum`: of the return, drawn as a line. */
export function drawCurve(points: readonly Point[], optimum: number, words: Words = WORDS): string {
  const height = TOP + DRAWN.length * (HEIGHT + GAP) - GAP + 12
  const first = points[0]?.iteration ?? 0
  const last = points.at(-1)?.iteration ?? 0
  const panels = DRAWN.map((name, i) => {
    const values = points.map((point) => point[name])
    return panel(values, TOP + i * (HEIGHT + GAP), words[name], name === 'metric' ? optimum : undefined)
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`,
    `<title>${escaped(words.title)}: ${first + 1}–${last + 1}</title>`,
    '<style>svg{background:#fff;color:#222;font:12px system-ui,sans-serif}text{fill:currentColor}',
    '.line{fill:none;stroke:#0b6bcb;stroke-width:2;stroke-linejoin:round}.axis{stroke:currentColor;stroke-opacity:.3}',
    '.best{stroke:currentColor;stroke-dasharray:4 4;stroke-opacity:.6}',
    '@media(prefers-color-scheme:dark){svg{background:#191919;color:#eee}.line{stroke:#6db3f2}}</style>',
    `<text x="${LEFT}" y="20" font-weight="600">${escaped(words.title)} ${first + 1}–${last + 1}</text>`,
    ...panels,
    '</svg>',
    '',
  ].join('\n')
}

function panel(values: readonly number[], top: number, word: string, optimum?: number): string {
  const bins = binned(values, WIDTH - LEFT)
  const least = Math.min(0, ...bins)
  const most = Math.max(optimum ?? 0, ...bins) || 1
  const x = (i: number) => (LEFT + ((WIDTH - LEFT - 8) * i) / Math.max(1, bins.length - 1)).toFixed(1)
  const y = (value: number) => (top + HEIGHT - (HEIGHT * (value - least)) / (most - least)).toFixed(1)
  const across = (at: string, kind: string) => `<line class="${kind}" x1="${LEFT}" x2="${WIDTH - 8}" y1="${at}" y2="${at}"/>`
  const tick = (value: number) => `<text x="${LEFT - 6}" y="${Number(y(value)) + 4}" text-anchor="end">${figure(value)}</text>`
  return [
    `<g><text x="${LEFT}" y="${top - 8}">${escaped(word)}</text>`,
    `<text x="${WIDTH - 8}" y="${top - 8}" text-anchor="end">${bins.length ? figure(bins.at(-1)!) : ''}</text>`,
    across(y(least), 'axis'),
    tick(least),
    tick(most),
    optimum === undefined ? '' : across(y(optimum), 'best'),
    `<polyline class="line" points="${bins.map((value, i) => `${x(i)},${y(value)}`).join(' ')}"/></g>`,
  ].join('')
}

const figure = (value: number) => String(Number(value.toPrecision(3)))
const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`)
