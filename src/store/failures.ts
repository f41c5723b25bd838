/** Errors of the operating system and of SQLite as failures that say what to do. */
import { type Failure, fail } from '../base/result.ts'
import { StoreError } from './types.ts'

const about = (error: unknown): { code: string; message: string } => {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : String(error) }
}

/** The failure an error of the database stands for; null if it is none of those, that is, a mistake of ours. */
export function failureOf(error: unknown, home: string): Failure | null {
  if (error instanceof StoreError) return error.failure
  const { code, message } = about(error)
  const known = KINDS.find((kind) => kind.codes.test(code) || kind.messages?.test(message))
  return known ? fail(known.code, known.say(home), { home }).error : null
}

type Kind = { code: string; codes: RegExp; messages?: RegExp; say: (home: string) => string }
const KINDS: Kind[] = [
  {
    code: 'disk-full',
    codes: /^(?:SQLITE_FULL|ENOSPC|EDQUOT)$/,
    say: (home) => `The disk with ${home} is full: nothing was changed. Free some space and try again.`,
  },
  {
    code: 'database-corrupt',
    codes: /^SQLITE_(?:CORRUPT|NOTADB)/,
    say: (home) =>
      `The database in ${home} is damaged. Stop the program, keep a copy of the folder, and put a backup of macaron.db in its place.`,
  },
  {
    code: 'disk-read-only',
    codes: /^(?:SQLITE_READONLY|EROFS)/,
    say: (home) => `${home} can only be read. Make it writable, or choose another folder with MACARON_HOME.`,
  },
  {
    code: 'home-in-use',
    codes: /^SQLITE_(?:BUSY|LOCKED)/,
    say: (home) => `Another Open Macaron is running with ${home}. Use that one, stop it, or choose another folder with MACARON_HOME.`,
  },
  {
    code: 'home-unwritable',
    codes: /^(?:SQLITE_(?:CANTOPEN|PERM|AUTH)|EACCES|EPERM|ENOTDIR|EEXIST|ENOENT|ELOOP|ENAMETOOLONG|EINVAL|EISDIR)/,
    messages: /Unable to open connection/,
    say: (home) => `${home} cannot be written to. Check that it is a folder of yours, or choose another with MACARON_HOME.`,
  },
  {
    code: 'disk-error',
    codes: /^(?:SQLITE_(?:IOERR|NOMEM|PROTOCOL|INTERRUPT)|EIO|EMFILE|ENFILE)/,
    say: (home) => `The disk with ${home} did not answer as it should: nothing was changed. Check the disk and try again.`,
  },
]
