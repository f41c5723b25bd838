/**
 * From an app's files to the one script and style of its page. Covers: what the files may import (the kit, React, each
 * other, nothing else), and size. Does not cover: what the code does; that is for types, the frame's policy and the
 * check. The kit is bundled once and kept, so that an app costs some tens of milliseconds.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, posix } from 'node:path'
import { type BuildFailure, build, type Loader, type Message, type Plugin, transform } from 'esbuild'
import { fail, ok, type Result } from '../base/result.ts'
import { packageRoot } from '../root.ts'
import { AppFileName, type AppFiles } from '../spec.ts'
import { type Written, writtenFor } from '../traditional.ts'

export type Bundle = { script: string; style: string }

/** Browsers of the last three years. */
const TARGET = 'es2022'

/** What React's names are made of; only they may import it, apps say 'react'. */
const PREACT = ['preact', 'preact/hooks']

export const kitRoot = (): string => join(packageRoot(), 'src', 'apps', 'kit')

/** `react` is React's own names over the kit's preact, so that both draw with one. */
type Kit = { script: string; react: string; style: string }
/** By how its words are written: the kit's own Chinese stands in its source in simplified characters. */
const kept = new Map<Written, Promise<Kit>>()

/** Bundles the kit if that was not done yet. Rejects where its sources are missing: a broken installation. */
export function warmBundle(locale = 'en'): Promise<Kit> {
  const written = writtenFor(locale)
  const made = kept.get(written) ?? makeKit(written)
  kept.set(written, made)
  made.catch(() => kept.delete(written))
  return made
}

async function makeKit(written: Written): Promise<Kit> {
  const root = kitRoot()
  const [bundled, react, css] = await Promise.all([
    build({
      stdin: {
        contents: `export * from './index.tsx'\nexport { Fragment, jsx, jsxs } from 'preact/jsx-runtime'\nexport * from 'preact'\nexport * from 'preact/hooks'`,
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
    readFile(createRequire(import.meta.url).resolve('preact/compat'), 'utf8'),
    readFile(join(root, 'theme.css'), 'utf8').then((text) =>
      transform(text, { loader: 'css', minify: true, target: TARGET, charset: 'utf8' }),
    ),
  ])
  return { script: written(bundled.outputFiles[0]!.text), react, style: css.code.trim() }
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
  const kit = await warmBundle(localeIn(files))
  const entry = `import App from './app.tsx'\nimport { start } from '@kit'\nstart(App)`
  const built = await buildApp(
    files,
    entry,
    new Map([
      ['@kit', kit.script],
      ['@kit/jsx-runtime', kit.script],
      ['react', kit.react],
      ['react-dom', kit.react],
    ]),
  )
  if (!built.ok) return built
  const { script, style } = built.value
  return ok({ script, style: style ? `${kit.style}\n${style}` : kit.style })
}

/** Of the person an app was made for, as its manifest says; none where that is not readable. */
function localeIn(files: AppFiles): string | undefined {
  try {
    const { locale } = JSON.parse(files['app.json'] ?? '{}') as { locale?: unknown }
    return typeof locale === 'string' ? locale : undefined
  } catch {
    return undefined
  }
}

/** `entry` with the app's files and the given kit modules, as one script and the style its files import. Also for logic tests. */
export async function buildApp(
  files: AppFiles,
  entry: string,
  kit: ReadonlyMap<string, string>,
  globalName?: string,
): Promise<Result<Bundle>> {
  try {
    const { outputFiles } = await build({
      stdin: { contents: entry, sourcefile: 'entry.ts', loader: 'ts' },
      bundle: true,
      write: false,
      outdir: '/',
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
    const textOf = (ending: string) => outputFiles!.find((file) => file.path.endsWith(ending))?.text ?? ''
    return ok({ script: textOf('.js'), style: textOf('.css').trim() })
  } catch (error) {
    const messages = (error as Partial<BuildFailure>).errors ?? []
    return fail('bundle-failed', messages.length ? messages.slice(0, 5).map(said).join('\n') : String(error))
  }
}

const said = ({ text, location }: Message): string =>
  location ? `${location.file.replace(/^[a-z-]+:/, '')}:${location.line}: ${text}` : text

const LOADERS = new Map<string, Loader>([
  ['.tsx', 'tsx'],
  ['.ts', 'ts'],
  ['.json', 'json'],
  ['.css', 'css'],
])
const loaderOf = (name: string): Loader | undefined => LOADERS.get(posix.extname(name))

/** The file that `path` means in one that stands in `folder`, as TypeScript would look for it. */
function ownFile(files: AppFiles, folder: string, path: string): string | undefined {
  if (!path.startsWith('./') && !path.startsWith('../')) return undefined
  const name = posix.join(folder, path)
  const tried = [name, `${name}.tsx`, `${name}.ts`, `${name}/index.tsx`, `${name}/index.ts`]
  return tried.find((one) => Object.hasOwn(files, one) && AppFileName.safeParse(one).success && loaderOf(one))
}

/** Only the kit and the app's own files resolve. No path of this machine is ever looked at. */
function onlyOwn(files: AppFiles, kit: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'only-own-files',
    setup(builder) {
      builder.onResolve({ filter: /.*/ }, ({ path, kind, namespace, importer }) => {
        if (kind === 'entry-point') return undefined
        const imports = kind === 'import-statement' || kind === 'import-rule'
        if (namespace === 'react' && PREACT.includes(path)) return { path: '@kit', namespace: 'kit', sideEffects: false }
        // React's names change how events are heard; that must not be left out.
        if (kind === 'import-statement' && kit.has(path) && path.startsWith('react')) return { path: 'react', namespace: 'react' }
        if (kind === 'import-statement' && kit.has(path))
          return { path: '@kit', namespace: path === '@kit/test' ? 'kit-test' : 'kit', sideEffects: false }
        const file = imports ? ownFile(files, namespace === 'app' ? posix.dirname(importer) : '.', path) : undefined
        if (file) return { path: file, namespace: 'app' }
        if (kind === 'url-token' && /^(?:data:|#)/i.test(path)) return { path, external: true }
        return {
          errors: [{ text: `An app may import only '@kit', 'react' and its own files, not ${JSON.stringify(path.slice(0, 80))}.` }],
        }
      })
      const given = (name: string) => () => ({ contents: kit.get(name)!, loader: 'js' as const })
      builder.onLoad({ filter: /.*/, namespace: 'kit' }, given('@kit'))
      builder.onLoad({ filter: /.*/, namespace: 'kit-test' }, given('@kit/test'))
      builder.onLoad({ filter: /.*/, namespace: 'react' }, given('react'))
      builder.onLoad({ filter: /.*/, namespace: 'app' }, ({ path }) => ({ contents: files[path]!, loader: loaderOf(path)! }))
    },
  }
}
