/** Opens a house with a master key, which seals what is in the clear. */
import { writeSync } from 'node:fs'
import { openHousehold } from '../../../src/household.ts'

writeSync(1, 'begun\n')
const opened = await openHousehold({ home: process.argv[2]!, env: { MACARON_KEY: process.argv[3]! } })
if (!opened.ok) throw new Error(opened.error.message)
writeSync(1, 'done\n')
await opened.value.close()
