/** kill -9 at any moment: sixty times while apps are written, a few of everything else; `npx tsx scripts/kills.ts` does more. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { killResidents, killRestores, killSealing, killWrites } from './kills.ts'

const root = mkdtempSync(join(tmpdir(), 'macaron-kill-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const TIMES = 60
/** Homes that are killed at the same time: most of a round is the start of a process. */
const LANES = 4

describe('kill -9 loses nothing acknowledged and leaves nothing half', () => {
  it(`of what is written, published and restored, ${TIMES} times`, async () => {
    const lanes = await Promise.all(Array.from({ length: LANES }, (_, lane) => killWrites(root, TIMES / LANES, lane)))
    // Killed so early each time that nothing was ever written would prove nothing.
    expect(lanes.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(TIMES)
  }, 120_000)

  it.each([
    ['people who come and go', killResidents],
    ['a house that is being sealed', killSealing],
    ['a backup that is being put back', killRestores],
  ])('of %s, twice', async (_, kill) => expect(await kill(root, 2)).toMatchObject({ kills: 2 }), 60_000)
})
