import { describe, expect, it } from 'vitest'
import { HAND } from '../../../bench/embedder/hand.ts'
import { Contrast, type Encoded } from '../../../scripts/embedder/contrast.ts'
import { agree, meanings } from '../../../scripts/embedder/corpus/index.ts'
import { LANGUAGES } from '../../../scripts/embedder/corpus/slots.ts'
import { seeded } from '../../../src/base/rng.ts'

describe('sentences of our own', () => {
  const corpus = meanings(8_000, seeded(7))

  it('are many, in four languages, with no blank left', () => {
    for (const language of LANGUAGES) {
      const sentences = new Set(corpus.flatMap(({ said }) => said[language]))
      expect(sentences.size, language).toBeGreaterThan(8_000)
      expect([...sentences].filter((sentence) => /[{}[\]|]|undefined|^$/.test(sentence))).toEqual([])
    }
  })

  it('are written in the script of their language', () => {
    const scripts = { en: /[a-z]/i, zh: /[\u4e00-\u9fff]/, ja: /[\u3040-\u30ff\u4e00-\u9fff]/, ko: /[가-힣]/ }
    for (const language of LANGUAGES)
      expect(corpus.flatMap(({ said }) => said[language]).filter((text) => !scripts[language].test(text))).toEqual([])
  })

  it('share nothing with the sentences that measure', () => {
    const known = new Set(corpus.flatMap(({ said }) => LANGUAGES.flatMap((language) => said[language])))
    const measuring = HAND.flatMap((entry) => LANGUAGES.flatMap((language) => entry[language]))
    expect(measuring.filter((text) => known.has(text))).toEqual([])
  })

  it('take the particle that fits', () => {
    expect(agree('사과[을,를]')).toBe('사과를')
    expect(agree('수박[을,를]')).toBe('수박을')
    expect(agree('Anna[이,가]')).toBe('Anna가')
  })
})

describe('contrast', () => {
  const encoded = (...rows: number[]): Encoded => ({ rows: Uint32Array.from(rows), weights: new Float32Array(rows.length).fill(1) })

  it('draws what means the same together and the rest apart', () => {
    const model = new Contrast(20, { dimension: 8, temperature: 0.06, dropout: 0 }, seeded(3))
    const left = Array.from({ length: 10 }, (_, i) => encoded(i))
    const right = Array.from({ length: 10 }, (_, i) => encoded(10 + i))
    const meaning = left.map((_, i) => i)
    const before = model.step(left, right, meaning, 0.5)
    let after = before
    for (let i = 0; i < 60; i++) after = model.step(left, right, meaning, 0.5)
    expect(after).toBeLessThan(before / 20)
  })

  it('follows the slope of its loss', () => {
    // One step with a tiny rate against the change in loss that finite differences predict, row by row.
    const settings = { dimension: 6, temperature: 0.5, dropout: 0 }
    const left = [encoded(0, 1), encoded(2), encoded(1, 3)]
    const right = [encoded(4), encoded(5, 1), encoded(3, 5)]
    const lossNear = (at: number, change: number) => {
      const model = new Contrast(6, settings, seeded(5))
      model.table[at]! += change
      return model.step(left, right, [0, 1, 2], 1e-9)
    }
    const start = new Contrast(6, settings, seeded(5)).table
    for (let row = 0; row < 6; row++) {
      const slopes = Array.from({ length: 6 }, (_, j) => {
        const h = 1e-2
        const at = row * 6 + j
        return (lossNear(at, h) - lossNear(at, -h)) / (2 * h)
      })
      const model = new Contrast(6, settings, seeded(5))
      model.step(left, right, [0, 1, 2], 0.01)
      const moved = slopes.map((_, j) => start[row * 6 + j]! - model.table[row * 6 + j]!)
      const cosine = moved.reduce((sum, value, j) => sum + value * slopes[j]!, 0) / (Math.hypot(...moved) * Math.hypot(...slopes))
      expect(cosine, `row ${row}`).toBeGreaterThan(0.999)
    }
  })
})
