/** The contract over the Claude Agent SDK, where it is installed: in MACARON_AGENTS, or beside the other packages. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { installed, loadSdk } from '../../../src/studio/agents/install.ts'
import { sdkHarness } from '../../../src/studio/agents/sdk.ts'
import { environment, WINDOW } from '../../../src/studio/agents/sdk-options.ts'
import type { Harness } from '../../../src/studio/agents/types.ts'
import { harnessContract } from './harness.contract.ts'

const folder = process.env.MACARON_AGENTS ?? process.cwd()

describe('the child of the SDK', () => {
  it('knows nothing of the environment but where programs are', () => {
    process.env.ANTHROPIC_AUTH_TOKEN = 'key-of-the-person'
    const env = environment('/scratch', { url: 'http://127.0.0.1:1', token: 'session' })
    expect(JSON.stringify(env)).not.toContain('key-of-the-person')
    expect([env.HOME, env.CLAUDE_CONFIG_DIR, env.ANTHROPIC_API_KEY]).toEqual(['/scratch', '/scratch/config', 'session'])
  })
})

async function opened(home: string): Promise<Harness> {
  const sdk = await loadSdk(folder)
  if (!sdk.ok) throw new Error(sdk.error.message)
  return sdkHarness(sdk.value, { scratch: join(home, 'scratch') })
}

if (installed(folder)) {
  harnessContract('sdk', opened, { slow: 2 })
  harnessContract(
    'sdk, in a process that waited',
    async (home) => {
      const harness = await opened(home)
      return {
        ...harness,
        place() {
          harness.warm?.()
          return harness.place!()
        },
        async *run(job) {
          // What the model keeps in mind is told to a process when it starts.
          return yield* harness.run({ ...job, endpoint: { ...job.endpoint, window: WINDOW } })
        },
      }
    },
    { slow: 2 },
  )
} else console.log('The contract over the Claude Agent SDK is skipped: it is not installed (macaron agents install).')
