/** Scripts for child processes: bundled once, so that each start costs what Node's own start does. */
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const built = new Map<string, Promise<string>>()

/** Within the repository, so that a script finds the packages that it leaves out. */
const WITHIN = join(here, '..', '..', 'node_modules', '.cache', 'macaron-children')

/**
 * The path of test/store/children/`name`.ts as one plain script in `folder`; `whole`: of all of the program, with packages as they
 * are installed.
 */
export function childScript(name: string, folder: string, whole = false): Promise<string> {
  const key = `${folder}/${name}`
  const found = built.get(key)
  if (found) return found
  const made = whole ? makeWhole(name) : make(name, folder)
  built.set(key, made)
  return made
}

async function make(name: string, folder: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`)
  if (existsSync(outfile)) return outfile
  const libsql = fileURLToPath(import.meta.resolve('libsql'))
  await build({
    entryPoints: [join(here, 'children', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: "import { createRequire as requiring } from 'node:module'; const require = requiring(import.meta.url);" },
    plugins: [
      { name: 'native', setup: (it) => it.onResolve({ filter: /^libsql$/ }, () => ({ path: `file://${libsql}`, external: true })) },
    ],
  })
  return outfile
}

async function makeWhole(name: string): Promise<string> {
  const outfile = join(WITHIN, `${name}-${process.pid}.mjs`)
  await build({
    entryPoints: [join(here, 'children', `${name}.ts`)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  process.once('exit', () => rmSync(outfile, { force: true }))
  return outfile
}
