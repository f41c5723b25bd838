// Runs every suite that holds a property with seeds that were never tried: `npm run fuzz [rounds]`, stopping at the first failure.
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const holding = readdirSync(join(root, 'test'), { recursive: true })
  .filter(
    (path) =>
      path.endsWith('.test.ts') && /from 'fast-check'|\.contract\.ts'|PROPERTY_SEED/.test(readFileSync(join(root, 'test', path), 'utf8')),
  )
  .map((path) => join('test', path))

const rounds = Number(process.argv[2] ?? 10)
for (let round = 1; round <= rounds; round++) {
  const seed = String(randomInt(2 ** 31))
  const ran = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=dot', ...holding], {
    cwd: root,
    env: { ...process.env, PROPERTY_SEED: seed },
    encoding: 'utf8',
  })
  console.log(`round ${round} of ${rounds}, seed ${seed}: ${ran.status === 0 ? 'holds' : 'fails'}`)
  if (ran.status !== 0) {
    console.log(`${ran.stdout}${ran.stderr}\nAgain: PROPERTY_SEED=${seed} npx vitest run ${holding.join(' ')}`)
    process.exit(1)
  }
}
