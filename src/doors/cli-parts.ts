/** What the commands share. */
import { open } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Failure, Result } from '../base/result.ts'
import type { Client } from './client.ts'

/** A failure with its sentence: printed, exit status 1. */
export class Failed extends Error {}
/** Where the house does not open: a command that can do without says so itself. */
export class Shut extends Failed {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

export const must = <T>(result: Result<unknown>): T => {
  if (!result.ok) throw new Failed(result.error.message)
  return result.value as T
}

export type Out = {
  json(value: unknown): void
  line(text: string): void
  /** One or the other, as was asked for. */
  done(value: unknown, words: string): void
}

/** Runs a command over a client and shows its value: as JSON, or in words. */
export type Over = <T>(work: (client: Client) => Promise<T>, words: (value: T) => void) => Promise<void>

/** A new command with `--json`. */
export type NewCommand = (line: string, about: string) => Command

/** `flags`: 'wx' writes over no file that is there. */
export async function writeAll(file: string, body: ReadableStream<Uint8Array>, flags = 'w'): Promise<void> {
  const to = await open(file, flags, 0o600)
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) await to.write(chunk)
  } finally {
    await to.close()
  }
}
