// Builds what `npm start` serves: the server and CLI, the app host page's script, the workers of the
// typechecker and of training, and the page. Skipped where nothing changed since the last build, so that a start is quick.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')
const stamp = join(dist, '.stamp')

function* walk(path) {
  if (!existsSync(path)) return
  if (statSync(path).isFile()) return void (yield path)
  for (const entry of readdirSync(path).sort()) if (!entry.startsWith('.')) yield* walk(join(path, entry))
}

/** Sizes and times of all sources: cheap, and changes whenever an editor saves. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const part of ['src', 'bench', 'web', 'package-lock.json', 'scripts/build.mjs'])
    for (const file of walk(join(root, part))) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`)
    }
  return hash.digest('hex')
}

export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
}

/** Loaded from where they are installed: they bring programs, or are found by their path. The rest is one file to read. */
const APART = [
  'libsql',
  '@simplewebauthn/server',
  'esbuild',
  'typescript',
  'playwright-core',
  '@sparticuz/chromium',
  'axe-core',
  'quickjs-emscripten',
  'vite',
  '@jax-js/jax',
]

/** Throws with the bundler's own message if a source does not build. */
export async function build({ page = true } = {}) {
  const before = fingerprint()
  rmSync(stamp, { force: true })
  mkdirSync(dist, { recursive: true })
  const esbuild = await import('esbuild')
  const entry = (file) => join(root, 'src', file)
  await Promise.all([
    esbuild.build({
      entryPoints: {
        macaron: entry('doors/cli.ts'),
        'typecheck-worker': entry('studio/typecheck-worker.ts'),
        'training-worker': entry('training/worker.ts'),
      },
      outdir: dist,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      external: APART,
      // What was written for require finds it.
      banner: { js: "import { createRequire as requiring } from 'node:module'; const require = requiring(import.meta.url);" },
      splitting: true,
      sourcemap: true,
      chunkNames: 'chunks/[name]-[hash]',
      logLevel: 'warning',
    }),
    esbuild.build({
      entryPoints: { host: entry('apps/host/host.ts') },
      outdir: dist,
      bundle: true,
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
      minify: true,
      logLevel: 'warning',
    }),
  ])
  if (page) {
    const vite = await import('vite')
    await vite.build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' })
  }
  if (page) writeFileSync(stamp, before)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!isBuilt() || process.argv.includes('--force')) await build()
}
