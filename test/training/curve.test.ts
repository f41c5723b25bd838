/** How a run went: what is drawn is what was measured, whatever was measured, and a browser can show it. */
import { expect, it } from 'vitest'
import { launchBrowser } from '../../src/sandbox/browser.ts'
import { binned, DRAWN, drawCurve, type Point, pointsOf, sparkline, WORDS } from '../../src/training/curve.ts'

const points = (count: number): Point[] =>
  Array.from({ length: count }, (_, iteration) => ({
    iteration,
    metric: iteration / count,
    entropy: 2 - iteration / count,
    length: 5,
    kept: 0.5,
  }))

it('lines are read but those that were cut off', () => {
  const lines = points(3).map((point) => JSON.stringify(point))
  expect(pointsOf(`${lines.join('\n')}\n{"iteration":3,"met`)).toEqual(points(3))
  expect(pointsOf('')).toEqual([])
  expect(pointsOf('null\n[]\n7\n{"iteration":1}')).toEqual([])
})

it('many are drawn as means of stretches, none lost', () => {
  expect(binned([1, 2, 3, 4, 5], 2)).toEqual([1.5, 4])
  expect(binned([1, 2], 9)).toEqual([1, 2])
  const many = Array.from({ length: 10_007 }, (_, i) => i)
  const bins = binned(many, 500)
  expect(bins).toHaveLength(500)
  expect(bins.reduce((a, b) => a + b, 0) / 500).toBeCloseTo(5003, -1)
})

it('a row of bars goes from the least to the most', () => {
  expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7])).toBe('▁▂▃▄▅▆▇█')
  expect(sparkline([3, 3, 3])).toBe('▁▁▁')
  expect(sparkline(Array.from({ length: 900 }, (_, i) => i))).toHaveLength(40)
})

for (const count of [0, 1, 2, 700])
  it(`a picture of ${count} iterations has no figure that is none`, () => {
    const picture = drawCurve(points(count), 1)
    expect(picture).not.toMatch(/NaN|Infinity|undefined/)
    expect(picture.match(/<polyline/g)).toHaveLength(DRAWN.length)
  })

it('a browser shows it, in words of any language, and each line ends where the last figure says', async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const words = { ...WORDS, title: '学習 <sort> & "x"', metric: '수익' }
    const picture = drawCurve(points(40), 1, words)
    await page.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`)
    const told = await page.evaluate(() => ({
      title: document.querySelector('title')?.textContent,
      words: [...document.querySelectorAll('text')].map((one) => one.textContent),
      lines: [...document.querySelectorAll('polyline')].map((one) => {
        const box = (one as SVGPolylineElement).getBBox()
        return [box.x >= 0, box.y >= 0, box.x + box.width <= 640, Math.round(box.height)]
      }),
    }))
    expect(told.title).toBe('学習 <sort> & "x": 1–40')
    expect(told.words).toEqual(expect.arrayContaining(['수익', '0.975']))
    // The return rises over nearly the whole height, what stays the same is level.
    expect(told.lines.map(([x, y, width]) => [x, y, width])).toEqual(DRAWN.map(() => [true, true, true]))
    expect(told.lines.map(([, , , height]) => height)).toEqual([82, 41, 0, 0])
  } finally {
    await browser.close()
  }
})
