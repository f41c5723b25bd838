/** Homes of the people in a house: taken away with their person, and never otherwise. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { type Household, openHousehold } from '../../src/household.ts'
import { PEOPLE_FILE } from '../../src/people/people.ts'
import { value } from '../store/store.contract.ts'

const home = mkdtempSync(join(tmpdir(), 'macaron-household-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const open = async () => value(await openHousehold({ home, env: {}, cost: { N: 2 ** 8, r: 8, p: 1 }, complain: () => {} }))
async function resident({ people, houseOf }: Household, name: string) {
  const { secret } = value(await people.invite({ label: name, lasts: 60_000 }))
  const { id } = value(await people.accept(secret, { name, password: 'a long enough password' }))
  value(await houseOf(id))
  return id
}

it('only a removal takes a home away: not one that was cut off, nor accounts that are lost', async () => {
  const household = await open()
  const [ann, ben, cat] = [await resident(household, 'Ann'), await resident(household, 'Ben'), await resident(household, 'Cat')]
  const folder = (id: string) => join(home, 'people', id)
  expect(value(await household.remove(ann))).toBeUndefined()
  expect(existsSync(folder(ann))).toBe(false)
  await household.close()

  // Cut off before its accounts knew, and after.
  renameSync(folder(ben), join(home, 'people', `.removed-${ben}`))
  mkdirSync(join(home, 'people', `.removed-${ann}`))
  const again = await open()
  expect(existsSync(join(folder(ben), 'macaron.db'))).toBe(true)
  expect(existsSync(join(home, 'people', `.removed-${ann}`))).toBe(false)
  await again.close()

  for (const suffix of ['', '-wal', '-shm']) rmSync(join(home, `${PEOPLE_FILE}${suffix}`), { force: true })
  const without = await open()
  expect(without.people.get(cat)).toBeNull()
  expect(existsSync(join(folder(cat), 'macaron.db'))).toBe(true)
  await without.close()
})
