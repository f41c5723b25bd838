/** The browser-side scripts that a check needs, bundled once from their sources. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'
import { packageRoot } from '../root.ts'

export type Scripts = { host: string; inside: string; axe: string }

let bundled: Promise<Scripts> | null = null
/** Rejects where the package's own sources are missing: that is a broken installation. */
export function scripts(): Promise<Scripts> {
  bundled ??= make()
  bundled.catch(() => {
    bundled = null
  })
  return bundled
}

async function make(): Promise<Scripts> {
  const src = join(packageRoot(), 'src')
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  const [host, inside, axeSource] = await Promise.all([
    one(join(src, 'apps/host/host.ts')),
    one(join(src, 'simulation/inside.ts')),
    readFile(axe, 'utf8'),
  ])
  return { host, inside, axe: axeSource }
}

async function one(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    minify: true,
    logLevel: 'silent',
  })
  return outputFiles[0]!.text
}
