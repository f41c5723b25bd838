/** People come and go in a house until it is killed; says each thing only once it was acknowledged. */
import { writeSync } from 'node:fs'
import { openHousehold } from '../../../src/household.ts'

const [home] = process.argv.slice(2) as [string]
const opened = await openHousehold({ home, env: {}, cost: { N: 2 ** 8, r: 8, p: 1 } })
if (!opened.ok) throw new Error(opened.error.message)
const { people, houseOf, remove } = opened.value
for (let i = 0; ; i++) {
  const invited = await people.invite({ label: '', lasts: 1e9 })
  if (!invited.ok) continue
  const name = `P${process.pid} ${i}`
  const joined = await people.accept(invited.value.secret, { name, password: 'a long enough password' })
  if (!joined.ok) continue
  const { id } = joined.value
  writeSync(1, `joined ${id}\n`)
  const home = await houseOf(id)
  if (home.ok && (await home.value.store.settings.set(id, 'word', name)).ok) writeSync(1, `kept ${id}\n`)
  if (i % 2 === 1 && (await remove(id)).ok) writeSync(1, `removed ${id}\n`)
}
