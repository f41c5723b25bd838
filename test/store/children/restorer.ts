/** Puts a backup in the place of a house. */
import { writeSync } from 'node:fs'
import { putBack } from '../../../src/backup.ts'

const [home, file] = process.argv.slice(2) as [string, string]
writeSync(1, 'begun\n')
const done = await putBack(home, file, true)
if (!done.ok) throw new Error(done.error.message)
writeSync(1, 'done\n')
