/** What the checks of apps saw: named by content, so that the same picture is kept once and a name is never a path. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Vault } from './store/vault.ts'

export type Pictures = {
  /** Answers with its name. */
  keep(png: Uint8Array): string
  /** null: there is none of that name. */
  read(name: string): Buffer | null
  /** How many are not what they were kept as. */
  damaged(): number
}

/** The folder in a home. */
export const PICTURES = 'pictures'
const NAME = /^[0-9a-f]{32}\.png$/
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47])

export function openPictures(home: string, vault: Vault | null): Pictures {
  const folder = join(home, PICTURES)
  const write = (name: string, png: Uint8Array) => writeFileSync(join(folder, name), vault ? vault.seal(png) : png, { mode: 0o600 })
  // Those from before the home was sealed.
  if (vault && existsSync(folder))
    for (const name of readdirSync(folder).filter((one) => NAME.test(one))) {
      const bytes = readFileSync(join(folder, name))
      if (bytes.subarray(0, PNG.length).equals(PNG)) write(name, bytes)
    }
  const nameOf = (png: Uint8Array) => `${createHash('sha256').update(png).digest('hex').slice(0, 32)}.png`
  const pictures: Pictures = {
    keep(png) {
      const name = nameOf(png)
      mkdirSync(folder, { recursive: true })
      write(name, png)
      return name
    },
    read(name) {
      const file = join(folder, name)
      if (!NAME.test(name) || !existsSync(file)) return null
      const bytes = readFileSync(file)
      return vault ? vault.unseal(bytes) : bytes
    },
    damaged() {
      const names = existsSync(folder) ? readdirSync(folder).filter((one) => NAME.test(one)) : []
      return names.filter((name) => nameOf(pictures.read(name) ?? new Uint8Array()) !== name).length
    },
  }
  return pictures
}
