/** The contract over the Claude Agent SDK, where it is installed: in MACARON_AGENTS, or beside the other packages. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { installed, loadSdk } from '../../../src/studio/agents/install.ts'
import { environment, sdkHarness } from '../../../src/studio/agents/sdk.ts'
import { harnessContract } from './harness.contract.ts'

const folder = process.env.MACARON_AGENTS ?? process.cwd()

describe('the child of the SDK', () => {
  it('knows nothing of the environment but where programs are', () => {
    process.env.ANTHROPIC_AUTH_TOKEN = 'key-of-the-person'
    const env = environment('/scratch', { url: 'http://127.0.0.1:1', token: 'session', model: 'm' })
    expect(JSON.stringify(env)).not.toContain('key-of-the-person')
    expect([env.HOME, env.CLAUDE_CONFIG_DIR, env.ANTHROPIC_API_KEY]).toEqual(['/scratch', '/scratch/config', 'session'])
  })
})

if (installed(folder))
  harnessContract(
    'sdk',
    async (home) => {
      const sdk = await loadSdk(folder)
      if (!sdk.ok) throw new Error(sdk.error.message)
      return sdkHarness(sdk.value, { scratch: join(home, 'scratch') })
    },
    { slow: 2 },
  )
else console.log('The contract over the Claude Agent SDK is skipped: it is not installed (macaron agents install).')
