/** Where the program's own files are, whether it runs from src/ or from dist/. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Throws where the program was torn out of its folder: nothing works then. */
export function packageRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(at, 'package.json'))) {
    const up = dirname(at)
    if (up === at) throw new Error('Open Macaron runs from its own folder: package.json was not found above it.')
    at = up
  }
  return at
}
