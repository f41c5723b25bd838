/** Source as it is written, for who watches. */
import type { AppId, EventBody } from '../events.ts'
import type { AppFiles } from '../spec.ts'

/** The files that differ, as a stream: what the page shows while it is being written. */
export function* writing(app: AppId, before: AppFiles, after: AppFiles): Generator<EventBody> {
  for (const [file, text] of Object.entries(after)) {
    if (before[file] === text) continue
    yield { type: 'code-start', app, file }
    yield { type: 'code-delta', app, file, text }
    yield {
      type: 'code-end',
      app,
      file,
      bytes: Buffer.byteLength(text),
      ...(before[file] !== undefined && { changedLines: changedLines(before[file], text) }),
    }
  }
}

/** Lines of `after` that are not in `before`: how small a change was. */
function changedLines(before: string, after: string): number {
  const had = new Map<string, number>()
  for (const line of before.split('\n')) had.set(line, (had.get(line) ?? 0) + 1)
  let changed = 0
  for (const line of after.split('\n')) {
    const left = had.get(line) ?? 0
    if (left) had.set(line, left - 1)
    else changed++
  }
  return changed
}
