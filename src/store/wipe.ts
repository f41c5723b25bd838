/** Files that are to be on the disk, and files of which nothing is to be left there. */
import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs'

/** A file, or the names in a folder, as they are now. */
export function synced(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const ZEROS = new Uint8Array(2 ** 16)
/** Overwritten, then gone; unless it is the same file as another by name. */
export function wipe(path: string): void {
  const { size, nlink } = statSync(path)
  if (nlink === 1) {
    const handle = openSync(path, 'r+')
    try {
      for (let at = 0; at < size; at += ZEROS.length) writeSync(handle, ZEROS, 0, Math.min(ZEROS.length, size - at), at)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  }
  rmSync(path)
}
