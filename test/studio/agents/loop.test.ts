import { ownLoop } from '../../../src/studio/agents/loop.ts'
import { harnessContract } from './harness.contract.ts'

harnessContract('loop', async () => ownLoop())
