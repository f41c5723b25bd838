/**
 * Bash in a sandbox of the operating system (bubblewrap). Covers: no network, no process or user of the host, reads of
 * nothing but the app's folder and the system's programs and libraries, writes to the app's folder alone, no environment,
 * time, memory and output. Does not cover: a hole in the kernel. Without bubblewrap, or where it may not be used, there
 * is no such tool.
 */
import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { fail, ok, type Result } from '../../../base/result.ts'
import type { Folder } from '../folder.ts'
import { type Tool, tool } from './tool.ts'

/** Milliseconds, bytes of output, and KiB of memory and of one file of one command. */
const PATIENCE = 20_000
const MOST_OUTPUT = 100_000
const MEMORY = 1_000_000
const FILE = 10_000

const SYSTEM = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64']

/** What bubblewrap is told; `there` says which of the system's folders there are. */
export function sandboxArguments(root: string, command: string, there: (path: string) => boolean = existsSync): string[] {
  return [
    '--unshare-all',
    '--die-with-parent',
    '--new-session',
    '--clearenv',
    ...['--setenv', 'PATH', '/usr/bin:/bin', '--setenv', 'HOME', '/app', '--setenv', 'LANG', 'C.UTF-8'],
    ...['--cap-drop', 'ALL'],
    ...SYSTEM.filter(there).flatMap((path) => ['--ro-bind', path, path]),
    ...['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp'],
    ...['--bind', root, '/app', '--chdir', '/app'],
    '/bin/bash',
    '--noprofile',
    '--norc',
    '-c',
    `ulimit -v ${MEMORY} -f ${FILE} -u 64 2>/dev/null; ${command}`,
  ]
}

let works: Promise<boolean> | null = null
/** Whether a command can be run here at all; found out once. */
export function bashWorks(): Promise<boolean> {
  works ??= new Promise((resolve) => {
    const args = sandboxArguments(process.cwd(), 'true')
    execFile('bwrap', args, { timeout: 3000, env: { PATH: process.env.PATH } }, (error) => resolve(error === null))
  })
  return works
}

export function bashTool(folder: Folder): Tool {
  return tool({
    name: 'Bash',
    description:
      'Runs a shell command in the app’s folder, with the system’s own programs and no network. For looking and counting; files are written with Write and Edit.',
    input: z.object({
      command: z.string().min(1).max(4000),
      timeout: z.number().int().min(1).max(PATIENCE).optional(),
      description: z.string().optional(),
    }),
    run: ({ command, timeout = PATIENCE }, signal) => ran(folder.root, command, timeout, signal),
  })
}

function ran(root: string, command: string, timeout: number, signal: AbortSignal): Promise<Result<string>> {
  return new Promise((resolve) => {
    const child = spawn('bwrap', sandboxArguments(root, command), { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH } })
    let output = ''
    let late = false
    const stop = () => void child.kill('SIGKILL')
    const timer = setTimeout(() => {
      late = true
      stop()
    }, timeout)
    signal.addEventListener('abort', stop, { once: true })
    const hear = (chunk: Buffer) => {
      output += chunk.toString('utf8')
      if (output.length > MOST_OUTPUT) stop()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const end = (result: Result<string>) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      resolve(result)
    }
    child.on('error', (error) => end(fail('command-failed', error.message)))
    child.on('close', (code) => {
      const text = output.slice(0, MOST_OUTPUT).trim()
      if (code === 0) end(ok(text || 'Done; it printed nothing.'))
      else end(fail('command-failed', `${text}\n${late ? `Stopped after ${timeout} ms.` : `It ended with ${code ?? 'a signal'}.`}`.trim()))
    })
  })
}
