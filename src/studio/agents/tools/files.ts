/** Read, Write, Edit and Glob over an app's folder. */
import { z } from 'zod'
import { fail, ok, type Result } from '../../../base/result.ts'
import type { Folder } from '../folder.ts'
import { replaced } from '../policy.ts'
import { fits } from './glob.ts'
import { type Tool, tool } from './tool.ts'

const file_path = z.string().max(400).describe('Name of the file in the app’s folder, such as app.tsx or parts/row.tsx')
const MOST_LINES = 1000

export function fileTools(folder: Folder): Tool[] {
  /** What was read or written here, as it was: nobody overwrites what they have not seen. */
  const seen = new Map<string, string>()

  /** The file as it is, where it is what was seen last. */
  async function known(path: string): Promise<Result<{ name: string; text: string | null }>> {
    const name = folder.nameOf(path)
    if (!name.ok) return name
    const text = await folder.read(name.value)
    if (!text.ok) return text.error.code === 'file-missing' ? ok({ name: name.value, text: null }) : text
    if (seen.get(name.value) === text.value) return ok({ name: name.value, text: text.value })
    return fail('file-unread', `Read ${name.value} first: it is there, and what stands in it has not been seen.`)
  }
  async function put(name: string, text: string): Promise<Result<void>> {
    const written = await folder.write(name, text)
    if (written.ok) seen.set(name, text)
    return written
  }

  return [
    tool({
      name: 'Read',
      description: 'Reads a file of the app, with the number of each line before it.',
      input: z.object({ file_path, offset: z.number().int().min(1).optional(), limit: z.number().int().min(1).max(MOST_LINES).optional() }),
      async run({ file_path, offset = 1, limit = MOST_LINES }) {
        const name = folder.nameOf(file_path)
        if (!name.ok) return name
        const text = await folder.read(name.value)
        if (!text.ok) return text
        seen.set(name.value, text.value)
        const lines = text.value.split('\n')
        const shown = lines.slice(offset - 1, offset - 1 + limit).map((line, at) => `${String(offset + at).padStart(5)}\t${line}`)
        return ok(shown.join('\n') || 'The file is empty.')
      },
    }),
    tool({
      name: 'Write',
      description: 'Writes a whole file. For a change of part of a file, Edit is shorter.',
      input: z.object({ file_path, content: z.string() }),
      async run({ file_path, content }) {
        const found = await known(file_path)
        if (!found.ok) return found
        const { name, text } = found.value
        const written = await put(name, content)
        return written.ok ? ok(`${text === null ? 'Made' : 'Wrote'} ${name}, ${content.split('\n').length} lines.`) : written
      },
    }),
    tool({
      name: 'Edit',
      description: 'Replaces a piece of a file. old_string stands in it exactly once, unless replace_all is true.',
      input: z.object({ file_path, old_string: z.string().min(1), new_string: z.string(), replace_all: z.boolean().optional() }),
      async run({ file_path, ...edit }) {
        const found = await known(file_path)
        if (!found.ok) return found
        const { name, text } = found.value
        if (text === null) return fail('file-missing', `There is no file ${name}.`)
        const times = text.split(edit.old_string).length - 1
        if (times === 0)
          return fail(
            'edit-not-found',
            `old_string does not stand in ${name}. Read the file, and copy it exactly, without the line numbers.`,
          )
        if (times > 1 && !edit.replace_all)
          return fail('edit-ambiguous', `old_string stands in ${name} ${times} times. Take more of what is around it.`)
        const written = await put(name, replaced(text, edit))
        return written.ok ? ok(`Changed ${name}.`) : written
      },
    }),
    tool({
      name: 'Glob',
      description: 'Lists the files of the app whose name fits a pattern, such as **/*.tsx.',
      input: z.object({ pattern: z.string().min(1).max(200), path: z.string().max(400).optional() }),
      async run({ pattern, path }) {
        const files = await folder.files()
        if (!files.ok) return files
        const under = path ? path.replace(folder.root, '').replace(/^[./]+|\/+$/g, '') : ''
        const names = Object.keys(files.value).filter(
          (name) => name.startsWith(under) && fits(name, pattern.replace(`${folder.root}/`, '')),
        )
        return ok(names.join('\n') || 'No file fits.')
      },
    }),
  ]
}
