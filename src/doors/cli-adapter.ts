/** The command that brings an adapter back from the cluster where it was trained: looked at, and written for a local server. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Option } from 'commander'
import type { Failure, Result } from '../base/result.ts'
import type { Language } from '../spec.ts'
import { readAdapter } from '../training/adapter.ts'
import { ARCHITECTURES, type Architecture, toGguf } from '../training/gguf.ts'
import { Failed, type NewCommand, type Out } from './cli-parts.ts'
import { sentence } from './messages.ts'

export function adapterCommand(command: NewCommand, out: Out, language: () => Language): void {
  const said = (code: string, values: Failure['values']) => sentence({ code, message: code, ...(values && { values }) }, language())
  const must = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Failed(sentence(result.error, language()))
    return result.value
  }
  command('adapter <folder>', 'bring back an adapter (LoRA) that was trained elsewhere, for a local llama.cpp server')
    .option('--to <file>', 'the file to write (adapter.gguf in that folder)')
    .addOption(new Option('--architecture <name>', 'of the base it was trained on').choices(ARCHITECTURES).default('qwen2'))
    .action((folder: string, { to, architecture }: { to?: string; architecture: Architecture }) => {
      const read = (name: string) => {
        const file = join(resolve(folder), name)
        try {
          return readFileSync(file)
        } catch {
          throw new Failed(said('file-unreadable', { file }))
        }
      }
      const adapter = must(readAdapter(read('adapter_config.json').toString('utf8'), read('adapter_model.safetensors')))
      const bytes = must(toGguf(adapter, architecture))
      const file = resolve(to ?? join(folder, 'adapter.gguf'))
      if (!written(file, bytes)) throw new Failed(said('file-unwritable', { file }))
      const { rank, layers } = adapter
      out.done({ file, rank, layers: layers.size, bytes: bytes.length }, said('adapter-written', { file, rank, layers: layers.size }))
    })
}

/** Whole, or not at all. */
function written(file: string, bytes: Uint8Array): boolean {
  const part = `${file}.part`
  try {
    const to = openSync(part, 'w', 0o600)
    for (let at = 0; at < bytes.length; ) at += writeSync(to, bytes, at)
    fsyncSync(to)
    closeSync(to)
    renameSync(part, file)
    return true
  } catch {
    rmSync(part, { force: true })
    return false
  }
}
