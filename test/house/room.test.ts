/** More memories than fit: said in a sentence before they are read, and nothing is lost. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getHeapStatistics } from 'node:v8'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sentence } from '../../src/doors/messages.ts'
import { type House, openHouse } from '../../src/house.ts'
import { roomFor, turnsFor } from '../../src/memory/room.ts'
import { LANGUAGES } from '../../src/spec.ts'
import { value } from '../store/store.contract.ts'
import { of, tell } from './telling.ts'

const home = mkdtempSync(join(tmpdir(), 'macaron-room-'))
let house: House
beforeAll(async () => {
  house = value(await openHouse({ home, complain: () => {} }))
})
afterAll(async () => {
  await house.close()
  rmSync(home, { recursive: true, force: true })
})

it('fits what a person has into the smallest process, and a million into what Node takes by itself on such a machine', () => {
  expect(roomFor(0, 16e6)).toBeNull()
  expect(roomFor(20_000, 128e6)).toBeNull()
  expect(roomFor(1_000_000, 4e9)).toBeNull()
  const short = roomFor(1_000_000, 1e9)!
  expect(roomFor(1_000_000, Number(short.values!.megabytes) * 1e6)).toBeNull()
  for (const language of LANGUAGES) expect(sentence(short, language)).toMatch(/1000000[\s\S]*max-old-space-size=\d+/)
})

it('recalls as many turns in their own words as there is room for beside the rest', () => {
  // Two hundred thousand were the most, whatever the room.
  expect(turnsFor(5000, 4e9)).toBeGreaterThan(400_000)
  expect(turnsFor(5000, 5e8)).toBeLessThan(60_000)
  for (const items of [0, 400_000, 1_000_000]) {
    const turns = turnsFor(items, 4e9)
    expect(roomFor(items + turns, 4e9)).toBeNull()
    expect(turns).toBeGreaterThanOrEqual(turnsFor(items + 1000, 4e9))
  }
  expect(turnsFor(2_000_000, 4e9)).toBeGreaterThan(0)
})

it('a question is answered with what to do, the rest goes on, and the doctor says it', async () => {
  const all = house.store.memories.count
  house.store.memories.count = async () => Math.ceil(getHeapStatistics().heap_size_limit / 100)
  const failed = of(await tell(house, 'what do you know about me?'), 'turn-failed')
  expect(failed).toMatchObject([{ code: 'memory-too-large', message: expect.stringContaining('NODE_OPTIONS=--max-old-space-size=') }])
  expect((await house.doctor()).checks.filter(({ what }) => what === 'what is remembered')).toMatchObject([{ ok: false }])
  house.store.memories.count = all
  expect(of(await tell(house, 'what do you know about me?'), 'turn-failed')).toEqual([])
  expect((await house.doctor()).checks.some(({ what }) => what === 'what is remembered')).toBe(false)
})
