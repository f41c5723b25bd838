/**
 * From an app's files to the one script and style of its page. Covers: what the files may import (the kit, their
 * own logic and manifest, nothing else), and size. Does not cover: what the code does; that is for types, the frame's
 * policy and the check. The kit is bundled once and kept, so that an app costs some tens of milliseconds.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BuildFailure, build, type Loader, type Message, type Plugin, transform } from 'esbuild'
import { fail, ok, type Result } from '../base/result.ts'
import { packageRoot } from '../root.ts'
import type { AppFiles } from '../spec.ts'

export type Bundle = { script: string; style: string }

/** Browsers of the last three years. */
const TARGET = 'es2022'

export const kitRoot = (): string => join(packageRoot(), 'src', 'apps', 'kit')

type Kit = { script: string; style: string }
let kept: Promise<Kit> | null = null

/** Bundles the kit if that was not done yet. Rejects where its sources are missing: a broken installation. */
export function warmBundle(): Promise<Kit> {
  kept ??= makeKit()
  kept.catch(() => {
    kept = null
  })
  return kept
}

async function makeKit(): Promise<Kit> {
  const root = kitRoot()
  const [bundled, css] = await Promise.all([
    build({
      stdin: {
        contents: `export * from './index.tsx'\nexport { Fragment, jsx, jsxs } from 'preact/jsx-runtime'`,
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      target: TARGET,
      // Names stay, so that parts an app does not use can still be told apart and left out.
      minifySyntax: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      define: { 'process.env.NODE_ENV': '"production"' },
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
    }),
    readFile(join(root, 'theme.css'), 'utf8').then((text) =>
      transform(text, { loader: 'css', minify: true, target: TARGET, charset: 'utf8' }),
    ),
  ])
  return { script: bundled.outputFiles[0]!.text, style: css.code.trim() }
}

/** By the hash of the sources, the last ones used: what was checked is what is shown, and a check finds what the one before made. */
const bundles = new Map<string, Bundle>()
const MOST_BUNDLES = 40

/** Fails with 'bundle-failed' and the place in the app's own files. */
export async function bundle(files: AppFiles): Promise<Result<Bundle>> {
  const key = createHash('sha256').update(JSON.stringify(files)).digest('hex')
  const known = bundles.get(key)
  if (known) return ok(known)
  const made = await make(files)
  if (!made.ok) return made
  const [oldest] = bundles.keys()
  if (bundles.size >= MOST_BUNDLES && oldest) bundles.delete(oldest)
  bundles.set(key, made.value)
  return made
}

async function make(files: AppFiles): Promise<Result<Bundle>> {
  const kit = await warmBundle()
  const entry = `import App from './app.tsx'\nimport { start } from '@kit'\nstart(App)`
  const built = await buildApp(
    files,
    entry,
    new Map([
      ['@kit', kit.script],
      ['@kit/jsx-runtime', kit.script],
    ]),
  )
  return built.ok ? ok({ script: built.value, style: kit.style }) : built
}

/** `entry` with the app's files and the given kit modules, as one script. Also for logic tests (logic.ts). */
export async function buildApp(
  files: AppFiles,
  entry: string,
  kit: ReadonlyMap<string, string>,
  globalName?: string,
): Promise<Result<string>> {
  try {
    const { outputFiles } = await build({
      stdin: { contents: entry, sourcefile: 'entry.ts', loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
      ...(globalName && { globalName }),
      platform: 'browser',
      target: TARGET,
      minify: !globalName,
      treeShaking: true,
      jsx: 'automatic',
      jsxImportSource: '@kit',
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
      // Nothing of the folder the server runs in has a say.
      tsconfigRaw: { compilerOptions: {} },
      plugins: [onlyOwn(files, kit)],
    })
    return ok(outputFiles![0]!.text)
  } catch (error) {
    const messages = (error as Partial<BuildFailure>).errors ?? []
    return fail('bundle-failed', messages.length ? messages.slice(0, 5).map(said).join('\n') : String(error))
  }
}

const said = ({ text, location }: Message): string =>
  location ? `${location.file.replace(/^[a-z-]+:/, '')}:${location.line}: ${text}` : text

const LOADERS = new Map<string, Loader>([
  ['app.tsx', 'tsx'],
  ['logic.ts', 'ts'],
  ['logic.test.ts', 'ts'],
  ['app.json', 'json'],
])

/** Only the kit and the app's own files resolve. No path of this machine is ever looked at. */
function onlyOwn(files: AppFiles, kit: ReadonlyMap<string, string>): Plugin {
  const own = new Map<string, string>(
    [...LOADERS.keys()].flatMap((name) =>
      Object.hasOwn(files, name)
        ? ([
            [`./${name}`, name],
            [`./${name.replace(/\.tsx?$/, '')}`, name],
          ] as const)
        : [],
    ),
  )
  return {
    name: 'only-own-files',
    setup(builder) {
      builder.onResolve({ filter: /.*/ }, ({ path, kind }) => {
        if (kind === 'entry-point') return undefined
        if (kind === 'import-statement' && kit.has(path))
          return { path: '@kit', namespace: path === '@kit/test' ? 'kit-test' : 'kit', sideEffects: false }
        const file = own.get(path)
        if (kind === 'import-statement' && file) return { path: file, namespace: 'app' }
        return {
          errors: [
            { text: `An app may import only '@kit' and its own './logic' and './app.json', not ${JSON.stringify(path.slice(0, 80))}.` },
          ],
        }
      })
      builder.onLoad({ filter: /.*/, namespace: 'kit' }, () => ({ contents: kit.get('@kit')!, loader: 'js' }))
      builder.onLoad({ filter: /.*/, namespace: 'kit-test' }, () => ({ contents: kit.get('@kit/test')!, loader: 'js' }))
      builder.onLoad({ filter: /.*/, namespace: 'app' }, ({ path }) => ({ contents: files[path]!, loader: LOADERS.get(path)! }))
    },
  }
}
