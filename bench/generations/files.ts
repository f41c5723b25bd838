/**
 * Pairs of a component and its test file in a folder of generations, in the layout of WebApp1K: `App.js` beside
 * `App.test.js`, which imports it. Reads plain files of the folder alone, bounded; no link is followed.
 */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, posix, relative, sep } from 'node:path'

export type Files = { has(name: string): boolean; read(name: string): string }
export type Pair = {
  /** The test file, as it is called in the folder. */
  name: string
  /** The first folder on the way to it: a model's, or a suite's. */
  group: string
  /** The test file among `files`. */
  test: string
  files: Files
}

const TEST = /\.(?:test|spec)\.[jt]sx?$/
const ENDINGS = ['', '.js', '.jsx', '.tsx', '.ts', '/index.js', '/index.jsx', '/index.tsx', '/index.ts']
/** Characters of one file. */
const MOST = 400_000
const APART = new Set(['__tests__', 'tests', 'test'])

/** All pairs below a folder, by name. */
export function pairsIn(root: string): Pair[] {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEST.test(entry.name) && !entry.parentPath.split(sep).includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
  return names.sort().map((path) => {
    const folder = dirname(path)
    const base = APART.has(basename(folder)) && folder !== root ? dirname(folder) : folder
    const name = relative(root, path).split(sep).join('/')
    return {
      name,
      group: name.includes('/') ? name.split('/')[0]! : '',
      test: relative(base, path).split(sep).join('/'),
      files: filesAt(base),
    }
  })
}

function filesAt(root: string): Files {
  const at = (name: string) => join(root, ...name.split('/'))
  /** No part of the way is a link. */
  const plain = (name: string) => {
    const parts = name.split('/')
    return parts.every((part, n) => part !== '..' && !lstatSync(at(parts.slice(0, n + 1).join('/'))).isSymbolicLink())
  }
  return {
    has: (name) => !name.startsWith('..') && existsSync(at(name)) && plain(name) && lstatSync(at(name)).isFile(),
    read(name) {
      const text = readFileSync(at(name), 'utf8')
      if (text.length > MOST) throw new Error(`${name} is longer than ${MOST} characters`)
      return text
    },
  }
}

/** The file that `path` means in one that stands in `folder`; undefined where there is none. */
export function fileMeant(files: Files, folder: string, path: string): string | undefined {
  const name = posix.join(folder, path)
  if (name.startsWith('..')) return undefined
  return ENDINGS.map((ending) => `${name}${ending}`).find((one) => /\.\w+$/.test(one) && files.has(one))
}
