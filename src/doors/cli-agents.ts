/** The command of the harness: which one models build in, and how to install the Claude Agent SDK for it. */
import { join } from 'node:path'
import type { Language } from '../spec.ts'
import { hasProgram, install, installed, SDK, SDK_VERSION } from '../studio/agents/install.ts'
import { Failed, type NewCommand, type Out } from './cli-parts.ts'
import { sentence } from './messages.ts'

/** Where it is installed, below the home. */
export const AGENTS = 'agents'

export function agentCommands(command: NewCommand, out: Out, home: () => string, language: () => Language): void {
  command(
    'agents [what]',
    'the harness that models build in; “agents install” fetches the Claude Agent SDK (some 400 MB, under its own terms)',
  ).action(async (what?: string) => {
    const folder = join(home(), AGENTS)
    if (what === 'install') {
      const made = await install(folder)
      if (!made.ok) throw new Failed(sentence(made.error, language()))
      return out.done({ harness: 'sdk', ...made.value }, `${SDK} ${SDK_VERSION} is installed in ${folder}. Models build in it from now on.`)
    }
    if (what !== undefined) throw new Failed(sentence({ code: 'agents-what', message: 'agents, or agents install' }, language()))
    if (installed(folder) && !hasProgram(folder))
      throw new Failed(sentence({ code: 'agents-unprogrammed', message: 'Its program is missing.' }, language()))
    const harness = installed(folder) ? 'sdk' : 'loop'
    const words = {
      sdk: `Models build in the Claude Agent SDK ${SDK_VERSION}.`,
      loop: sentence({ code: 'agents-absent', message: 'It is not installed.' }, language()),
    }
    out.done({ harness, version: harness === 'sdk' ? SDK_VERSION : null }, words[harness])
  })
}
