/** What the commands share. */
import type { Command } from 'commander'
import type { Result } from '../base/result.ts'
import type { Client } from './client.ts'

/** A failure with its sentence: printed, exit status 1. */
export class Failed extends Error {}

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
