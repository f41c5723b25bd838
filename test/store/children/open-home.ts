/** Opens the home it is given and prints 'opened' or the code of the failure. */
import { systemClock } from '../../../src/base/clock.ts'
import { ids } from '../../../src/base/ids.ts'
import { systemRng } from '../../../src/base/rng.ts'
import { openStore } from '../../../src/store/sqlite.ts'

const opened = await openStore({ home: process.argv[2]!, clock: systemClock, newId: ids(systemClock, systemRng) })
console.log(opened.ok ? 'opened' : opened.error.code)
if (opened.ok) await opened.value.close()
