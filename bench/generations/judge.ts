/**
 * One generated component against its test file, in the sandbox's browser. Covers: nothing of it runs on this machine
 * outside of a browser context of its own, without network; it is bundled from its own files and the libraries that
 * such tests use, nothing else. Does not cover: a component that reaches for the test runner, with which it shares a
 * page; module mocks and fake timers (the result says so).
 */
import { createRequire } from 'node:module'
import { join, posix } from 'node:path'
import { type BuildFailure, build, type Loader, type Plugin } from 'esbuild'
import { packageRoot } from '../../src/root.ts'
import type { BrowserPool } from '../../src/sandbox/browser.ts'
import { fileMeant, type Pair } from './files.ts'
import type { TestResult } from './page/runner.ts'

export type Judged = {
  name: string
  group: string
  passed: boolean
  tests: TestResult[]
  /** Why nothing was run: it does not bundle, does not load, or never ends. */
  problem: string | null
  ms: number
}

/** Milliseconds of one pair. */
const PATIENCE = 40_000
const ORIGIN = 'https://generations.invalid'
/** What test files and components may import besides their own files, and what it is here. */
const GIVEN: Record<string, string> = {
  react: 'react',
  'react/jsx-runtime': 'react/jsx-runtime',
  'react/jsx-dev-runtime': 'react/jsx-dev-runtime',
  'react-dom': 'react-dom',
  'react-dom/client': 'react-dom/client',
  'react-dom/test-utils': 'react-dom/test-utils',
  'react-router-dom': 'react-router-dom',
  'react-router': 'react-router-dom',
  '@testing-library/dom': '@testing-library/dom',
  '@testing-library/react': '@testing-library/react',
  '@testing-library/user-event': '@testing-library/user-event',
  '@testing-library/jest-dom': '@testing-library/jest-dom',
  '@testing-library/jest-dom/extend-expect': '@testing-library/jest-dom',
  'fetch-mock': './fetch-mock.ts',
  'fetch-mock-jest': './fetch-mock.ts',
  '@jest/globals': './runner.ts',
}
const FETCH_MOCK = ['fetch-mock', 'fetch-mock-jest']

let kept: Promise<string> | null = null
/** The libraries as one script, made once. React is its development build: only that one has `act`. */
export function libraries(): Promise<string> {
  kept ??= makeLibraries()
  return kept
}

async function makeLibraries(): Promise<string> {
  const root = join(packageRoot(), 'bench', 'generations', 'page')
  const names = [...new Set(Object.values(GIVEN))].filter((name) => !name.startsWith('.'))
  const { outputFiles } = await build({
    stdin: {
      // The runner first: the libraries look for its hooks when they are loaded.
      contents: [
        `import { runAll } from './runner.ts'`,
        `import { fetchMock } from './fetch-mock.ts'`,
        ...names.map((name, at) => `import * as given${at} from ${JSON.stringify(name)}`),
        `globalThis.runAll = runAll`,
        `globalThis.given = {${names.map((name, at) => `${JSON.stringify(name)}: given${at}`).join(', ')}, './fetch-mock.ts': fetchMock, './runner.ts': globalThis}`,
      ].join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    ...{ bundle: true, write: false, format: 'iife', platform: 'browser', target: 'es2022', logLevel: 'silent' },
    define: { 'process.env.NODE_ENV': '"test"', 'process.env': '{}', global: 'globalThis' },
  })
  return outputFiles![0]!.text
}

/** Never throws for what is in a pair. */
export async function judge(pair: Pair, browser: BrowserPool): Promise<Judged> {
  const from = performance.now()
  const ended = (tests: TestResult[], problem: string | null): Judged => {
    const passed = problem === null && tests.some((one) => !one.skipped) && tests.every(({ ok }) => ok)
    return { name: pair.name, group: pair.group, passed, tests, problem, ms: Math.round(performance.now() - from) }
  }
  const script = await bundled(pair)
  if ('problem' in script) return ended([], script.problem)
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>test</title></head><body></body></html>`
  const serve = ({ url }: { url: URL }) =>
    url.origin === ORIGIN && url.pathname === '/' ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html } : null
  try {
    const given = await libraries()
    const ran = await browser.use({ serve, locale: 'en-US', timeZone: 'UTC', width: 1280, height: 800 }, async (page) => {
      const thrown: string[] = []
      page.on('pageerror', (error) => thrown.push(error.message))
      const work = async () => {
        await page.goto(`${ORIGIN}/`)
        await page.addScriptTag({ content: given })
        await page.addScriptTag({ content: script.text })
        return page.evaluate(() => (globalThis as unknown as { runAll(): Promise<TestResult[]> }).runAll())
      }
      const tests = await within(work(), PATIENCE)
      return { tests, thrown }
    })
    if (!ran.ok) return ended([], ran.error.message)
    const { tests, thrown } = ran.value
    return ended(tests, tests.length ? null : (thrown[0] ?? 'There is no test in it.'))
  } catch (error) {
    return ended([], (error instanceof Error ? error.message : String(error)).slice(0, 400))
  }
}

async function bundled(pair: Pair): Promise<{ text: string } | { problem: string }> {
  try {
    const { outputFiles } = await build({
      stdin: { contents: `import ${JSON.stringify(`./${pair.test}`)}`, sourcefile: 'entry.js', loader: 'js' },
      ...{ bundle: true, write: false, outdir: '/', format: 'iife', platform: 'browser', target: 'es2022', logLevel: 'silent' },
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"test"', 'process.env': '{}', global: 'globalThis' },
      tsconfigRaw: { compilerOptions: {} },
      plugins: [onlyPair(pair)],
    })
    return { text: outputFiles!.find(({ path }) => path.endsWith('.js'))!.text }
  } catch (error) {
    const [first] = (error as Partial<BuildFailure>).errors ?? []
    return { problem: first ? `${first.location ? `${first.location.file}:${first.location.line}: ` : ''}${first.text}` : String(error) }
  }
}

const LOADERS: Record<string, Loader> = {
  ...{ '.js': 'jsx', '.jsx': 'jsx', '.ts': 'ts', '.tsx': 'tsx', '.json': 'json', '.css': 'empty' },
  ...{ '.svg': 'dataurl', '.png': 'empty' },
}

function onlyPair({ files }: Pair): Plugin {
  return {
    name: 'only-pair',
    setup(builder) {
      builder.onResolve({ filter: /.*/ }, ({ path, kind, namespace, importer }) => {
        if (kind === 'entry-point') return undefined
        if (Object.hasOwn(GIVEN, path)) return { path, namespace: 'given' }
        const own = path.startsWith('.') ? fileMeant(files, namespace === 'pair' ? posix.dirname(importer) : '.', path) : undefined
        if (own && posix.extname(own) in LOADERS) return { path: own, namespace: 'pair' }
        return {
          errors: [{ text: `${JSON.stringify(path.slice(0, 80))} is neither a file beside it nor among the libraries of such tests.` }],
        }
      })
      // As a module of its own kind, so that default and named imports both find what they mean.
      builder.onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) => {
        const it = `globalThis.given[${JSON.stringify(GIVEN[path])}]`
        const whole = FETCH_MOCK.includes(path)
          ? `Object.assign({ default: ${it} }, ${it}, { __esModule: true })`
          : `{ default: ${it}.default ?? ${it}, ...${it}, __esModule: true }`
        return { contents: `module.exports = ${path === '@jest/globals' ? it : whole}`, loader: 'js' }
      })
      builder.onLoad({ filter: /.*/, namespace: 'pair' }, ({ path }) => ({
        contents: files.read(path),
        loader: LOADERS[posix.extname(path)]!,
      }))
    },
  }
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${ms / 1000} s.`)), ms)
  })
  // Whichever loses is nobody's any more.
  work.catch(() => {})
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Whether the libraries are there: they come with a checkout, not with the program alone. */
export function available(): string | null {
  const { resolve } = createRequire(join(packageRoot(), 'package.json'))
  for (const name of ['@testing-library/react', '@testing-library/jest-dom', 'react-router-dom'])
    try {
      resolve(name)
    } catch {
      return name
    }
  return null
}
