/** The command that brings an adapter back from the cluster where it was trained: looked at, and written for a local server. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Option } from 'commander'
import type { Result } from '../base/result.ts'
import type { Language } from '../spec.ts'
import { readAdapter } from '../training/adapter.ts'
import { ARCHITECTURES, type Architecture, toGguf } from '../training/gguf.ts'
import { Failed, type NewCommand, type Out } from './cli-parts.ts'
import { sentence } from './messages.ts'

export function adapterCommand(command: NewCommand, out: Out, language: () => Language): void {
  const must = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Failed(sentence(result.error, language()))
    return result.value
  }
  command('adapter <folder>', 'bring back an adapter (LoRA) that was trained elsewhere, for a local llama.cpp server')
    .option('--to <file>', 'the file to write (adapter.gguf in that folder)')
    .addOption(new Option('--architecture <name>', 'of the base it was trained on').choices(ARCHITECTURES).default('qwen2'))
    .action((folder: string, { to, architecture }: { to?: string; architecture: Architecture }) => {
      const at = (name: string) => readAll(join(resolve(folder), name), must)
      const adapter = must(readAdapter(at('adapter_config.json').toString('utf8'), at('adapter_model.safetensors')))
      const bytes = must(toGguf(adapter, architecture))
      const file = resolve(to ?? join(folder, 'adapter.gguf'))
      write(file, bytes, must)
      const { rank, layers } = adapter
      out.done(
        { file, rank, layers: layers.size, bytes: bytes.length },
        must({
          ok: true,
          value: sentence({ code: 'adapter-written', message: file, values: { file, rank, layers: layers.size } }, language()),
        }),
      )
    })
}

type Must = <T>(result: Result<T>) => T
const unreadable = (code: string, file: string, must: Must): never => must({ ok: false, error: { code, message: file, values: { file } } })

function readAll(file: string, must: Must): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return unreadable('file-unreadable', file, must)
  }
}

/** Whole, or not at all. */
function write(file: string, bytes: Uint8Array, must: Must): void {
  const part = `${file}.part`
  try {
    const to = openSync(part, 'w', 0o600)
    for (let at = 0; at < bytes.length; ) at += writeSync(to, bytes, at)
    fsyncSync(to)
    closeSync(to)
    renameSync(part, file)
  } catch {
    rmSync(part, { force: true })
    unreadable('file-unwritable', file, must)
  }
}
