/** The saved index: what it gives is what would have been made anew, whatever befell the file or the store meanwhile. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sentence } from '../../../bench/memory/sentences.ts'
import { seeded } from '../../../src/base/rng.ts'
import { builtinEmbedder } from '../../../src/memory/embed/builtin.ts'
import { keptIndex } from '../../../src/memory/index/kept.ts'
import { openingRecall, openRecall, type Recall, type Turn } from '../../../src/memory/recall/recall.ts'
import { recallWeights } from '../../../src/memory/recall/weights.ts'
import { PRIVACY_CLASSES } from '../../../src/memory/types.ts'
import { value } from '../../store/store.contract.ts'
import { resealed } from './vector.contract.ts'

const ALL = {
  now: { date: '2026-11-27', time: '12:00', weekStart: 1 as const },
  language: 'en' as const,
  classes: new Set(PRIVACY_CLASSES),
  most: 10,
}
const embedder = value(builtinEmbedder())
const weights = recallWeights()
const LANGUAGES = ['en', 'zh', 'ja', 'ko'] as const

const turns = (count: number, seed: number): Turn[] => {
  const rng = seeded(seed)
  return Array.from({ length: count }, (_, i) => ({
    id: `t${i}`,
    text: sentence(LANGUAGES[i % 4]!, rng),
    conversation: `c${Math.floor(i / 7)}`,
    at: `2026-0${1 + (i % 9)}-01T00:00`,
  }))
}
function filled(list: readonly Turn[], saved: Uint8Array | null = null): Recall {
  const recall = openRecall(weights, embedder, saved)
  for (const turn of list) recall.addTurn(turn)
  recall.complete()
  return recall
}
const answers = (recall: Recall, list: readonly Turn[]) =>
  list
    .filter((_, i) => i % (list.length >> 5 || 1) === 0)
    .map(({ text }) => recall.search(text, ALL).found.map(({ id, score }) => [id, score.toFixed(3)]))
const bytesOf = (recall: Recall) => recall.save()!

describe.each([300, 5600])('an index of %i', (count) => {
  const list = turns(count, 7)
  const made = filled(list)
  const bytes = bytesOf(made)

  it('comes back whole, and answers as the one that was saved', () => {
    const back = filled(list, bytes)
    expect(back.changes).toBe(0)
    expect(back.size).toBe(count)
    expect(answers(back, list)).toEqual(answers(made, list))
    expect(Buffer.compare(bytesOf(back), bytes)).toBe(0)
  })

  it('is read in steps, none of which does much of it', () => {
    const reading = openingRecall(weights, embedder, bytes)
    let steps = 0
    while (!reading.next().done) steps++
    expect(steps).toBeGreaterThan(count / 100)
  })

  it('takes from the store what it did not know, and leaves what the store no longer has', () => {
    const rng = seeded(3)
    const now = list
      .filter((_, i) => i % 5 !== 0)
      .map((turn, i) => (i % 6 ? turn : { ...turn, text: `${sentence('en', rng)} anew${i}` }))
      .concat(turns(20, 99).map((turn) => ({ ...turn, id: `new-${turn.id}`, conversation: `new-${turn.conversation}` })))
    const back = filled(now, bytes)
    expect(back.size).toBe(now.length)
    const texts = new Map(now.map(({ id, text }) => [id, text]))
    for (const { id, text } of now.filter((_, i) => i % (now.length >> 4) === 0)) {
      const { found } = back.search(text, { ...ALL, most: 30 })
      expect(found.map((one) => one.id)).toContain(id)
      for (const one of found) expect(texts.get(one.id)).toBe(one.text)
    }
    const again = filled(now, bytesOf(back))
    expect(again.changes).toBe(0)
  })
})

it('what is cut short, damaged, of another version or embedder is made anew, without a word lost', () => {
  const list = turns(60, 5)
  const asked = list.slice(0, 3)
  const bytes = bytesOf(filled(list))
  const whole = answers(filled(list), asked)
  const same = (saved: Uint8Array) => {
    const back = filled(list, saved)
    expect(back.changes).toBe(60)
    expect(answers(back, asked)).toEqual(whole)
  }
  for (let length = 0; length < bytes.length; length += 4999) same(bytes.slice(0, length))
  for (let at = 0; at < bytes.length; at += 5737) same(bytes.map((byte, i) => (i === at ? byte ^ 4 : byte)))
  same(resealed(bytes, (file) => file.set([9], 6)))
  const other = openRecall(weights, { ...embedder, id: 'another' }, bytes)
  for (const turn of list) other.addTurn(turn)
  expect(other.changes).toBe(60)
  expect(openRecall(weights, null, bytes).size).toBe(0)
})

it('never throws or tells of what is not there over a forged file with the right checksum', () => {
  const list = turns(40, 8)
  const bytes = bytesOf(filled(list))
  const rng = seeded(21)
  const values = [0, 1, 0x7f, 0x7fffffff, 0x80000000, 0xffffffff, 0x7fc00000]
  for (let run = 0; run < 120; run++) {
    const forged = resealed(bytes, (file) => {
      const at = Math.floor(rng.next() * (run % 2 ? 400 : bytes.length - 40))
      new DataView(file.buffer).setUint32(at, values[run % values.length]!, true)
    })
    const back = filled(list, forged)
    expect(back.size).toBe(40)
    const known = new Set(list.map(({ id }) => id))
    for (const { text } of list.slice(0, 3)) for (const { id } of back.search(text, ALL).found) expect(known.has(id)).toBe(true)
    for (const { id } of list) back.remove(id)
    expect(back.size).toBe(0)
  }
})

describe('the file', () => {
  let home: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'macaron-index-'))
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))
  const path = () => join(home, 'index', 'person.idx')

  it('is read as it was written, for nobody else, and leaves nothing where it was dropped', async () => {
    const kept = keptIndex(path())
    expect(await kept.read()).toBeNull()
    expect(kept.drop()).toEqual({ ok: true })
    value(kept.write(new TextEncoder().encode('zyxomel')))
    expect(Buffer.from((await kept.read())!).toString()).toBe('zyxomel')
    if (process.platform !== 'win32') expect(statSync(path()).mode & 0o077).toBe(0)
    // What a process that was killed while writing leaves.
    writeFileSync(`${path()}.999-1.part`, 'zyxomel, half')
    value(kept.drop())
    expect(readdirSync(join(home, 'index'))).toEqual([])
    expect(await kept.read()).toBeNull()
  })

  it('says what is wrong where it cannot be written', async () => {
    writeFileSync(join(home, 'index'), 'a file, no folder')
    expect(keptIndex(path()).write(new Uint8Array(3))).toMatchObject({ ok: false, error: { code: 'disk-error' } })
    expect(await keptIndex(path()).read()).toBeNull()
  })

  it('is whole at every moment while two processes write it and are killed', async () => {
    const kept = keptIndex(path())
    const module = join(import.meta.dirname, '../../../src/memory/index/kept.ts')
    const script = (mark: number) =>
      `import(${JSON.stringify(module)}).then(({ keptIndex }) => { const k = keptIndex(${JSON.stringify(path())}); for (;;) k.write(new Uint8Array(300000).fill(${mark})) })`
    const children = [1, 2].map((mark) => spawn(process.execPath, ['--import', 'tsx', '-e', script(mark)], { stdio: 'ignore' }))
    const ended = children.map((child) => new Promise((resolve) => child.once('exit', resolve)))
    const seen = new Set<number>()
    const until = Date.now() + 12_000
    for (let reads = 0; (reads < 150 || seen.size < 2) && Date.now() < until; ) {
      const bytes = await kept.read()
      if (bytes) {
        reads++
        seen.add(bytes[0]!)
        expect(bytes.length).toBe(300_000)
        expect(bytes.every((byte) => byte === bytes[0])).toBe(true)
      }
      await new Promise((next) => setTimeout(next, 5))
    }
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(ended)
    expect(seen).toEqual(new Set([1, 2]))
    expect((await kept.read())!.length).toBe(300_000)
    value(kept.drop())
    expect(existsSync(path()) || readdirSync(join(home, 'index')).length > 0).toBe(false)
    expect(() => readFileSync(path())).toThrow()
  }, 20_000)
})
