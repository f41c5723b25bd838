/**
 * An app's files in a folder of their own, where a model works on them. Covers: names (spec.ts, AppFileName), links of
 * any kind, sizes, and that nothing outside the folder is read or written. Does not cover: what the files say.
 */
import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, realpath, rm } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { fail, ok, type Result } from '../../base/result.ts'
import { AppFileName, type AppFiles, FILE_LIMITS } from '../../spec.ts'

export type Folder = {
  readonly root: string
  /** The file that a path means, as its name in the app; 'path-outside' or 'name-invalid'. */
  nameOf(path: string): Result<string>
  /** 'file-missing', 'file-too-large', 'path-outside' */
  read(name: string): Promise<Result<string>>
  write(name: string, text: string): Promise<Result<void>>
  /** All files; fails with the first thing in the folder that is no file of an app. */
  files(): Promise<Result<AppFiles>>
  /** Makes the folder hold these files and no other. */
  put(files: AppFiles): Promise<Result<void>>
  close(): Promise<void>
}

/** `root` is made if it is not there, for its owner only. */
export async function openFolder(root: string): Promise<Folder> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  const real = await realpath(root)
  const at = (name: string) => join(real, ...name.split('/'))

  /** No part of the way to a file is a link. */
  async function straight(name: string): Promise<boolean> {
    let path = real
    for (const part of name.split('/')) {
      path = join(path, part)
      const found = await lstat(path).catch(() => null)
      if (found?.isSymbolicLink()) return false
      if (!found) return true
    }
    return true
  }

  const folder: Folder = {
    root: real,
    nameOf(path) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to refuse them
      if (path.length > 400 || /[\u0000-\u001f\\]/.test(path)) return outside(path)
      const inside = [real, root].find((one) => path.startsWith(`${one}/`))
      if (isAbsolute(path) && !inside) return outside(path)
      const name = inside ? relative(inside, path) : path.replace(/^(?:\.\/)+/, '')
      if (name.split('/').includes('..')) return outside(path)
      const parsed = AppFileName.safeParse(name)
      return parsed.success ? ok(name) : fail('name-invalid', `${quoted(path)}: ${parsed.error.issues[0]?.message ?? 'no file of an app'}.`)
    },
    async read(name) {
      if (!(await straight(name))) return outside(name)
      try {
        const file = await open(at(name), constants.O_RDONLY | constants.O_NOFOLLOW)
        try {
          const { size } = await file.stat()
          if (size > FILE_LIMITS.one * 3) return tooLarge(name)
          return ok(await file.readFile('utf8'))
        } finally {
          await file.close()
        }
      } catch {
        return fail('file-missing', `There is no file ${quoted(name)}.`)
      }
    },
    async write(name, text) {
      if (text.length > FILE_LIMITS.one) return tooLarge(name)
      if (!(await straight(name))) return outside(name)
      try {
        await mkdir(dirname(at(name)), { recursive: true, mode: 0o700 })
        const file = await open(at(name), constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW, 0o600)
        try {
          await file.writeFile(text)
        } finally {
          await file.close()
        }
        return ok(undefined)
      } catch (error) {
        const full = (error as NodeJS.ErrnoException).code === 'ENOSPC'
        return full
          ? fail('disk-full', 'The disk is full; nothing more can be written.')
          : fail('file-unwritable', `${quoted(name)} could not be written.`, { file: name })
      }
    },
    async files() {
      const files: AppFiles = {}
      const names = await namesIn(real)
      if (!names.ok) return names
      if (names.value.length > FILE_LIMITS.files) return fail('files-too-many', `An app has at most ${FILE_LIMITS.files} files.`)
      let all = 0
      for (const name of names.value) {
        const text = await folder.read(name)
        if (!text.ok) return text
        all += text.value.length
        if (text.value.length > FILE_LIMITS.one || all > FILE_LIMITS.all) return tooLarge(name)
        files[name] = text.value
      }
      return ok(files)
    },
    async put(files) {
      for (const entry of await readdir(real)) await rm(join(real, entry), { recursive: true, force: true })
      for (const [name, text] of Object.entries(files)) {
        const written = await folder.write(name, text)
        if (!written.ok) return written
      }
      return ok(undefined)
    },
    close: () => rm(real, { recursive: true, force: true }),
  }
  return folder
}

/** Names of all files, sorted; a link, a device or a name that no file of an app has is a failure. */
async function namesIn(root: string): Promise<Result<string[]>> {
  const names: string[] = []
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue
    const name = relative(root, join(entry.parentPath, entry.name))
    if (!entry.isFile()) return fail('path-outside', `${quoted(name)} is no plain file. Delete it.`)
    const parsed = AppFileName.safeParse(name)
    if (!parsed.success) return fail('name-invalid', `${quoted(name)}: ${parsed.error.issues[0]?.message}. Delete it.`)
    names.push(name)
  }
  return ok(names.sort())
}

const quoted = (path: string) => JSON.stringify(path.slice(0, 120))
const outside = (path: string) =>
  fail('path-outside', `${quoted(path)} is outside the app's folder. Name files as they are in it, such as app.tsx.`)
const tooLarge = (name: string) =>
  fail('file-too-large', `${quoted(name)} is too large: ${FILE_LIMITS.one} characters a file and ${FILE_LIMITS.all} in all are the most.`)
