/** All tools of one run, by name. What is not offered is not there: Fetch without hosts, Bash without a sandbox. */
import type { EventBody } from '../../../events.ts'
import type { Recall } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { bashTool, bashWorks } from './bash.ts'
import { checkTool } from './check.ts'
import { fetchTool } from './fetch.ts'
import { fileTools } from './files.ts'
import { grepTool } from './grep.ts'
import { kitDocsTool } from './kitdocs.ts'
import { manifestTool } from './manifest.ts'
import { memoryTool } from './memory.ts'
import { rewindTool } from './rewind.ts'
import type { Tool } from './tool.ts'

/** `bash`: the person lets commands be run; `hosts`: what Fetch may read. */
export type Offered = {
  checks: number
  hosts: readonly string[]
  bash: boolean
  /** What is remembered, where whoever is asked may be told of it; `about`: what was asked for. */
  memory?: { recall: Recall; about: string; tell(event: EventBody): void } | undefined
}

export async function toolsOver(workspace: Workspace, { checks, hosts, bash, memory }: Offered): Promise<Map<string, Tool>> {
  const { folder } = workspace
  const tools = [
    ...fileTools(folder),
    grepTool(folder),
    kitDocsTool(),
    manifestTool(workspace),
    checkTool(workspace, checks),
    rewindTool(workspace),
    ...(memory ? [memoryTool(memory.recall, memory.about, memory.tell)] : []),
    ...(hosts.length ? [fetchTool(hosts)] : []),
    ...(bash && (await bashWorks()) ? [bashTool(folder)] : []),
  ]
  return new Map(tools.map((one) => [one.name, one]))
}
