/** The house as one file, and back. */
import { existsSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fail } from '../base/result.ts'
import type { Language } from '../spec.ts'
import { Failed, must, type NewCommand, type Out, type Over, writeAll } from './cli-parts.ts'
import { sentence } from './messages.ts'

export function backupCommands(command: NewCommand, over: Over, out: Out, homeOf: () => string, language: () => Language): void {
  const failed = (code: string, file: string) => new Failed(sentence(fail(code, code, { file }).error, language()))
  command('backup <file>', 'everybody’s home as one file, while the server goes on').action((name: string) => {
    const file = resolve(name)
    return over(
      async (client) => {
        if (existsSync(file)) throw failed('backup-exists', file)
        const body = must<ReadableStream<Uint8Array>>(await client.download('/api/backup'))
        try {
          await writeAll(file, body, 'wx')
        } catch {
          // What is cut off is no backup.
          rmSync(file, { force: true })
          throw failed('file-unwritable', file)
        }
        return { file, bytes: statSync(file).size }
      },
      ({ bytes }) =>
        out.line(`Written to ${file}: ${bytes} bytes. Keys of providers are not in it. To put it back: macaron restore ${name}`),
    )
  })
  command('restore <file>', 'put a backup in the place of MACARON_HOME; stop the server first')
    .option('--replace', 'what is there now goes for good')
    .action(async (name: string, { replace = false }: { replace?: boolean }) => {
      const { putBack } = await import('../backup.ts')
      const home = homeOf()
      const done = await putBack(home, resolve(name), replace)
      if (!done.ok) throw new Failed(sentence(done.error, language()))
      const { files, at } = done.value
      out.done({ home, files, at }, `${home} is as it was at ${at}: ${files} files.`)
    })
}
