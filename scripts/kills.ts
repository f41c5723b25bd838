/**
 * kill -9 while a house is written to, people come and go, it is being sealed and a backup is being put back:
 * `npx tsx scripts/kills.ts [times] [seed]`, 200 if not said. Stops at the first thing that was acknowledged and is lost, or is half.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Killed, killResidents, killRestores, killSealing, killWrites } from '../test/store/kills.ts'

const KINDS: [string, number, (root: string, times: number, seed: number) => Promise<Killed>][] = [
  ['writes, publishes, restores of apps', 0.4, killWrites],
  ['people: accepted, removed', 0.2, killResidents],
  ['sealing', 0.2, killSealing],
  ['backups put back', 0.2, killRestores],
]

async function main(): Promise<void> {
  const times = Number(process.argv[2] ?? 200)
  const seed = Number(process.argv[3] ?? 1)
  const root = mkdtempSync(join(tmpdir(), 'macaron-kills-'))
  try {
    for (const [what, share, kill] of KINDS) {
      const { kills, acknowledged } = await kill(root, Math.round(times * share), seed)
      console.log(`${what}: ${kills} kills, ${acknowledged} acknowledged, 0 lost, 0 half`)
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

await main()
