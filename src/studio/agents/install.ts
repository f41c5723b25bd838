/**
 * The Claude Agent SDK in a folder of the person's own: some 400 MB under its maker's terms, so it is no dependency of
 * ours, and is there only where somebody asked for it. Exactly one version: it changes from week to week.
 */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fail, ok, type Result } from '../../base/result.ts'
import type { Sdk } from './sdk.ts'

export const SDK = '@anthropic-ai/claude-agent-sdk'
export const SDK_VERSION = '0.3.330'
/** Milliseconds for the whole of it. */
const PATIENCE = 600_000

/** The folder of the SDK below `folder`, where it is there in this version. */
export function installed(folder: string): string | null {
  const at = join(folder, 'node_modules', SDK)
  try {
    const { version } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as { version: string }
    return version === SDK_VERSION ? at : null
  } catch {
    return null
  }
}

/** Platforms that the SDK has a program of its own for carry it in a package beside it. */
const PROGRAMS = ['linux', 'darwin', 'win32']

/** Whether the program that the SDK starts is there: a download that was cut, or other packages left out, leaves it missing. */
export function hasProgram(folder: string): boolean {
  if (!PROGRAMS.includes(process.platform)) return true
  const beside = [process.arch, `${process.arch}-musl`].map((arch) => join(folder, 'node_modules', `${SDK}-${process.platform}-${arch}`))
  const program = process.platform === 'win32' ? 'claude.exe' : 'claude'
  return beside.some((at) => existsSync(join(at, program)))
}

/** 'agents-absent', 'agents-unprogrammed' where its program is missing, or 'agents-broken' where it is there and does not load. */
export async function loadSdk(folder: string): Promise<Result<Sdk>> {
  const at = installed(folder)
  if (!at) return fail('agents-absent', 'The Claude Agent SDK is not installed. To install it: macaron agents install.')
  if (!hasProgram(folder))
    return fail('agents-unprogrammed', 'The program of the Claude Agent SDK is missing. Install it again: macaron agents install.')
  try {
    return ok((await import(pathToFileURL(join(at, 'sdk.mjs')).href)) as Sdk)
  } catch (error) {
    const problem = error instanceof Error ? error.message.slice(0, 200) : String(error)
    return fail('agents-broken', `The Claude Agent SDK does not load: ${problem}. Install it again: macaron agents install.`, { problem })
  }
}

/** By npm, of that version, without running any script of a package. */
export async function install(folder: string): Promise<Result<{ folder: string; version: string }>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(join(folder, 'package.json'))) await writeFile(join(folder, 'package.json'), '{ "private": true }\n')
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', `${SDK}@${SDK_VERSION}`]
  const ran = await new Promise<string | null>((resolve) =>
    execFile('npm', args, { cwd: folder, timeout: PATIENCE }, (error, _out, said) =>
      resolve(error ? said.trim().slice(-300) || error.message : null),
    ),
  )
  if (ran !== null || !installed(folder))
    return fail('agents-not-installed', `npm could not install it: ${ran ?? 'it is not where it should be'}`, { problem: ran ?? '' })
  return ok({ folder, version: SDK_VERSION })
}
