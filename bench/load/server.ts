/** A server in a process of its own, over an empty home, and what the system says of it. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `complaints`: what it wrote to standard error. */
export type Served = { base: string; token: string; pid: number; complaints(): string; close(): Promise<void> }

export async function serveAlone(): Promise<Served> {
  const home = mkdtempSync(join(tmpdir(), 'macaron-load-'))
  const child = spawn(process.execPath, [join(process.env.MACARON_ROOT ?? process.cwd(), 'bin', 'macaron'), 'serve', '--port', '0'], {
    env: { ...process.env, MACARON_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.on('data', (text: Buffer) => {
    complaints += text
  })
  const address = await new Promise<URL>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const found = /ready: (\S+)/.exec(text.toString())?.[1]
      if (found) resolve(new URL(found))
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${complaints}`)))
  })
  return {
    base: address.origin,
    token: address.searchParams.get('token') ?? '',
    pid: child.pid!,
    complaints: () => complaints,
    async close() {
      if (child.exitCode === null) {
        child.kill()
        await new Promise((resolve) => child.once('exit', resolve))
      }
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** What a process holds. Linux only; NaN elsewhere. */
export type Held = { residentMb: number; files: number; cpuSeconds: number }

export function heldBy(pid: number): Held {
  try {
    const kb = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1]
    // After the name, which may hold anything: user and system time are the 12th and 13th, in hundredths of a second.
    const times = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return {
      residentMb: Math.round(Number(kb) / 1024),
      files: readdirSync(`/proc/${pid}/fd`).length,
      cpuSeconds: (Number(times[11]) + Number(times[12])) / 100,
    }
  } catch {
    return { residentMb: Number.NaN, files: Number.NaN, cpuSeconds: Number.NaN }
  }
}
