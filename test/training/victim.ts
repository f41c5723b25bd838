/** A training in a process of its own, to be killed: `victim.ts FOLDER ITERATIONS`. Says each iteration it has done. */
import { preset, run } from '../../src/training/run.ts'
import { TASKS } from '../../src/training/task.ts'
import { smaller } from './smaller.ts'

const [folder, iterations] = process.argv.slice(2)
const told = ({ iteration }: { iteration: number }) => void process.stdout.write(`${iteration}\n`)
const ended = await run(folder!, smaller(preset('sort', 5)), TASKS.sort!(), { iterations: Number(iterations), every: 3, told })
process.exitCode = ended.ok ? 0 : 1
