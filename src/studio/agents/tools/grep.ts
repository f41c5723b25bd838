/** Grep over an app's folder. The pattern is the model's: it runs in a thread of its own that is ended when it takes too long. */
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { fail, ok, type Result } from '../../../base/result.ts'
import type { AppFiles } from '../../../spec.ts'
import type { Folder } from '../folder.ts'
import { fits } from './glob.ts'
import { type Tool, tool } from './tool.ts'

/** Milliseconds for one search. */
const PATIENCE = 1000
const MOST_HITS = 200

export function grepTool(folder: Folder): Tool {
  return tool({
    name: 'Grep',
    description: 'Finds lines by a JavaScript regular expression in the files of the app.',
    input: z.object({
      pattern: z.string().min(1).max(500),
      path: z.string().max(400).optional(),
      glob: z.string().max(200).optional(),
      '-i': z.boolean().optional(),
      output_mode: z.enum(['content', 'files_with_matches', 'count']).optional(),
    }),
    async run({ pattern, path, glob, '-i': anyCase, output_mode = 'content' }) {
      const files = await folder.files()
      if (!files.ok) return files
      const under = path ? path.replace(folder.root, '').replace(/^[./]+|\/+$/g, '') : ''
      const some = Object.fromEntries(Object.entries(files.value).filter(([name]) => name.startsWith(under) && (!glob || fits(name, glob))))
      const hits = await search(some, pattern, anyCase ? 'i' : '')
      if (!hits.ok) return hits
      const named = [...new Set(hits.value.map(({ name }) => name))]
      if (output_mode === 'files_with_matches') return ok(named.join('\n') || 'Nothing found.')
      if (output_mode === 'count')
        return ok(named.map((name) => `${name}:${hits.value.filter((hit) => hit.name === name).length}`).join('\n') || 'Nothing found.')
      return ok(hits.value.map(({ name, line, text }) => `${name}:${line}: ${text}`).join('\n') || 'Nothing found.')
    },
  })
}

type Hit = { name: string; line: number; text: string }

/** In plain JavaScript, for a thread that loads nothing. */
const SEARCHER = `
const { parentPort, workerData: { files, pattern, flags, most } } = require('node:worker_threads')
const hits = []
try {
  const wanted = new RegExp(pattern, flags)
  for (const [name, text] of Object.entries(files))
    text.split('\\n').forEach((line, at) => { if (hits.length < most && wanted.test(line)) hits.push({ name, line: at + 1, text: line.slice(0, 300) }) })
  parentPort.postMessage({ hits })
} catch (error) { parentPort.postMessage({ error: String(error.message).slice(0, 200) }) }
`

function search(files: AppFiles, pattern: string, flags: string): Promise<Result<Hit[]>> {
  return new Promise((resolve) => {
    const worker = new Worker(SEARCHER, {
      eval: true,
      workerData: { files, pattern, flags, most: MOST_HITS },
      resourceLimits: { maxOldGenerationSizeMb: 64 },
      env: {},
    })
    const end = (result: Result<Hit[]>) => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => end(fail('search-slow', 'That pattern takes too long. Search for something simpler.')), PATIENCE)
    worker.once('message', ({ hits, error }: { hits?: Hit[]; error?: string }) =>
      end(hits ? ok(hits) : fail('pattern-invalid', `That is no regular expression: ${error}`)),
    )
    worker.once('error', (error) => end(fail('search-failed', error.message.slice(0, 200))))
  })
}
