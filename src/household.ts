/**
 * The house with everybody in it. Each person has a home of their own: the owner the house's, an invited one a folder of it under
 * `people/`, with their own database, indexes and pictures. A request is answered out of the home of whoever sends it and no other
 * is at hand, so what is another's is not there. Shared are the browser that checks, the builders and, where the owner lets somebody
 * use them, the models.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { clearUp, tryToFinish } from './backup.ts'
import { systemClock } from './base/clock.ts'
import { ids } from './base/ids.ts'
import { fail, ok, type Result } from './base/result.ts'
import { systemRng } from './base/rng.ts'
import { type EventBody, OWNER, type PersonId } from './events.ts'
import { type House, type HouseOptions, openHouse } from './house.ts'
import type { Cost } from './people/passwords.ts'
import { openPeople, type People } from './people/people.ts'

export type Household = {
  people: People
  /** The owner's. */
  house: House
  /** Somebody's own house; an invited person's is opened when they first come, and stays open. Fails with 'person-unknown', or as the store does. */
  houseOf(person: PersonId): Promise<Result<House>>
  /** What has changed of a person holds from their next request on: their house is closed, what they have open ends. */
  reopen(person: PersonId): Promise<void>
  /** Somebody, their ways in, and all that is theirs. Fails as `people.remove` does. */
  remove(person: PersonId): Promise<Result<void>>
  close(): Promise<void>
}

const FOLDER = 'people'
/** What a home is called that is being taken away. */
const ASIDE = '.removed-'

/** `cost`: of new passwords. */
export type HouseholdOptions = Omit<HouseOptions, 'person' | 'host'> & { cost?: Cost }

export async function openHousehold(options: HouseholdOptions): Promise<Result<Household>> {
  const { home, clock = systemClock, rng = systemRng, cost } = options
  const finished = tryToFinish(home)
  if (!finished.ok) return finished
  const opened = await openHouse(options)
  if (!opened.ok) return opened
  const house = opened.value
  /** Who was removed has no record any more; that they were is in the owner's. */
  async function tell(person: PersonId, events: readonly EventBody[]): Promise<void> {
    if (!people.get(person) || !events.length) return
    const own = await houseOf(person)
    const noted = own.ok ? await own.value.store.journal.appendAll(events, { person }) : own
    if (!noted.ok) house.complain(new Error(noted.error.message))
  }
  const found = await openPeople({
    home,
    owner: OWNER,
    clock,
    steady: house.steady,
    newId: ids(clock, rng),
    complain: (error) => house.complain(error),
    cost,
    key: house.vault?.key,
    tell,
  })
  if (!found.ok) {
    await house.close()
    return found
  }
  const people = found.value
  clearUp(home)
  const folderOf = (person: PersonId) => join(home, FOLDER, person)
  const asideOf = (person: PersonId) => join(home, FOLDER, `${ASIDE}${person}`)
  const houses = new Map<PersonId, Promise<Result<House>>>([[OWNER, Promise.resolve(opened)]])
  const shut = async (person: PersonId) => {
    const opening = houses.get(person)
    houses.delete(person)
    const open = await opening
    if (!open?.ok) return
    await open.value.turns.end()
    await open.value.close()
  }
  /** One after the other for each person: nobody opens a home that is being closed. */
  const busy = new Map<PersonId, Promise<unknown>>()
  const alone = <T>(person: PersonId, work: () => Promise<T>): Promise<T> => {
    const done = (busy.get(person) ?? Promise.resolve()).then(work, work)
    busy.set(person, done)
    void done.finally(() => busy.get(person) === done && busy.delete(person)).catch(() => undefined)
    return done
  }
  async function open(person: PersonId): Promise<Result<House>> {
    const resident = people.get(person)
    if (!resident) return fail('person-unknown', 'There is no such person here.')
    const { cost: _, ...shared } = options
    const own = await openHouse({ ...shared, home: folderOf(person), person, host: { house, models: resident.models } })
    if (own.ok) void own.value.apps.sweep().catch(house.complain)
    return own
  }
  async function houseOf(person: PersonId): Promise<Result<House>> {
    const there = houses.get(person)
    if (there && people.get(person)) return there
    return alone(person, async () => {
      const known = houses.get(person)
      if (known) return known
      const opening = open(person)
      houses.set(person, opening)
      // A full disk may have room again; who was removed in the meantime has no home.
      if (!(await opening).ok) houses.delete(person)
      return opening
    })
  }
  // The program ended between a removal's first step and its last. Only what was set aside for it is ever taken away: a home whose
  // person the accounts do not know (a file put back from an older copy) stays.
  for (const name of existsSync(join(home, FOLDER)) ? readdirSync(join(home, FOLDER)) : []) {
    if (!name.startsWith(ASIDE)) continue
    const person = name.slice(ASIDE.length) as PersonId
    if (people.get(person) && !existsSync(folderOf(person))) renameSync(asideOf(person), folderOf(person))
    else rmSync(asideOf(person), { recursive: true, force: true })
  }

  return ok({
    people,
    house,
    houseOf,
    reopen: (person) => alone(person, () => shut(person)),
    async remove(person) {
      if (people.get(person)?.role !== 'invited') return people.remove(person)
      return alone(person, async () => {
        await shut(person)
        try {
          if (existsSync(folderOf(person))) renameSync(folderOf(person), asideOf(person))
          const removed = await people.remove(person)
          if (removed.ok) rmSync(asideOf(person), { recursive: true, force: true })
          else if (existsSync(asideOf(person))) renameSync(asideOf(person), folderOf(person))
          return removed
        } catch (error) {
          return fail('disk-error', (error as Error).message)
        }
      })
    },
    async close() {
      for (const person of [...houses.keys()].reverse()) if (person !== OWNER) await alone(person, () => shut(person))
      await people.close()
      await house.close()
    },
  })
}
