/** What is said back over a talk with an app: each reply tells what is so now, and remarks in between are only heard. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '../../src/house.ts'
import { value } from '../store/store.contract.ts'
import { newHome } from './residue.ts'
import { of, replyOf, tell } from './telling.ts'

let home: string
let house: House
let open: string
beforeAll(async () => {
  home = newHome()
  house = value(await openHouse({ home }))
  // What is looked at here comes before any check in the browser.
  house.browser.use = async () => ({ ok: true, value: { tried: [], findings: [] } }) as never
  const made = await tell(house, 'gym log. exercise, weight lbs, reps')
  expect(replyOf(made).text).toMatch(/It keeps exercise, date, reps and weight\./)
  open = of(made, 'app-published')[0]!.app
})
afterAll(async () => {
  await house.close()
  rmSync(home, { recursive: true, force: true })
})

it.each([
  ['squat 225 lbs 5 reps', /^Noted “squat”: 225 lb\.$/],
  ['nah squat was 235', /^Changed “squat”: weight 225 → 235 lb\.$/],
  ['undo', /^“squat”: weight is 225 lb again\.$/],
  ['delete the squat', /^Deleted “squat” \(225 lb\)\. You can undo this\.$/],
  ['undo that', /^“squat” \(225 lb\) is back in Gym log\.$/],
  ['undo', /^Took “squat” \(225 lb\) out of Gym log again\.$/],
  ['lol legs are dead', /^(?!Sorry)[^\n]{1,60}$/],
  ['sort by weight, highest first', /^Sorted by weight, highest first\.$/],
  ['undo', /^Taken back: sorted by weight, highest first\.$/],
])('%s', async (text, reply) => {
  expect(replyOf(await tell(house, text, { open: open as never })).text).toMatch(reply)
})

it('names the app where it does not stand open', async () => {
  expect(replyOf(await tell(house, 'Gym log: deadlift 315 lbs 3 reps')).text).toBe('Noted “deadlift” in Gym log: 315 lb.')
})

it('two remarks in a row are answered in other words', async () => {
  const [first, second] = [
    await tell(house, 'so tired today', { open: open as never }),
    await tell(house, 'so tired today', { open: open as never }),
  ]
  expect(replyOf(first!).text).not.toBe(replyOf(second!).text)
})
