/** Types of an app's files, checked by the compiler in its own process: started when first needed, gone when idle. */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Finding } from '../events.ts'
import { packageRoot } from '../root.ts'
import type { AppFiles, AppSpec } from '../spec.ts'
import { kitRoot } from './bundle.ts'
import type { Answer, Job } from './typecheck-worker.ts'
import { typeOf } from './write.ts'

/** Milliseconds one check may take, the start of the process included. */
const PATIENCE = 30_000

type Worker = { child: ChildProcess; waiting: Map<number, { resolve(answer: Answer): void; reject(error: Error): void }> }
let worker: Worker | null = null
let count = 0

/** Findings of the compiler; rejects where it could not be run at all. A code app is checked against `spec`, its manifest, too. */
export async function typecheck(files: AppFiles, spec?: AppSpec): Promise<Finding[]> {
  const { resolve } = createRequire(import.meta.url)
  const lib = dirname(resolve('typescript'))
  const kit = await readFile(join(kitRoot(), 'kit.d.ts'), 'utf8')
  const code = spec?.code ? { react: join(dirname(resolve('preact')), '..'), own: declared(spec) } : null
  const { problems } = await ask({ files, kit, lib, code })
  return problems.map(({ message, where }) => ({ check: 'types', message, ...(where && { where }) }))
}

/** The collections of a manifest as the kit's useCollection knows them: a collection or a field that is not there is an error. */
function declared({ collections }: AppSpec): string {
  const lines = collections.map((one) => {
    const fields = one.fields.filter((field) => field.kind !== 'computed').map((field) => `${field.id}: ${typeOf(field)} | null`)
    return `    ${one.id}: { ${fields.join('; ')} }`
  })
  return `import '@kit'\ndeclare module '@kit' {\n  interface OwnCollections {\n${lines.join('\n')}\n  }\n}\n`
}

/** Starts the process and lets it read its libraries, so that the first app does not wait for that. */
export function warmTypecheck(): void {
  typecheck({ 'app.tsx': `import { App } from '@kit'\nexport default function Page() {\n  return <App />\n}\n` }).catch(() => {})
}

export function closeTypecheck(): void {
  worker?.child.disconnect()
  worker = null
}

function ask(job: Omit<Job, 'id'>): Promise<Answer> {
  worker ??= start()
  const { child, waiting } = worker
  const id = ++count
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => {
      waiting.delete(id)
      child.kill()
      reject(new Error('The type check took too long.'))
    }, PATIENCE)
    const settled =
      <T>(done: (value: T) => void) =>
      (value: T) => {
        clearTimeout(timer)
        waiting.delete(id)
        done(value)
      }
    waiting.set(id, { resolve: settled(resolve), reject: settled(reject) })
    child.send({ id, ...job }, (error) => error && waiting.get(id)?.reject(error))
  })
}

function start(): Worker {
  const made: Worker = { child: fork(workerFile(), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] }), waiting: new Map() }
  const { child, waiting } = made
  child.on('message', (answer: Answer) => waiting.get(answer.id)?.resolve(answer))
  child.on('exit', () => {
    if (worker === made) worker = null
    for (const one of waiting.values()) one.reject(new Error('The type check ended before it answered.'))
  })
  child.on('error', () => {})
  // It must not keep a program alive that is otherwise done.
  child.unref()
  child.channel?.unref()
  return made
}

/** Built by the start of the server and before the tests. */
function workerFile(): string {
  const file = join(packageRoot(), 'dist', 'typecheck-worker.js')
  if (!existsSync(file)) throw new Error('The type check is not built. Run: npm run build')
  return file
}
