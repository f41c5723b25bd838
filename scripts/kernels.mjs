// Compiles kernels/*.ts to the .wasm files beside them, which are committed: who installs needs no compiler. A test
// compiles again and compares.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** File to compiler flags: the same source, for engines with and without relaxed SIMD. */
export const BINARIES = {
  'vectors.wasm': ['vectors.ts', '--enable', 'simd'],
  'vectors-relaxed.wasm': ['vectors.ts', '--enable', 'simd', '--enable', 'relaxed-simd'],
  // The memory is the caller's.
  'tensor.wasm': ['tensor.ts', '--enable', 'simd', '--importMemory', '--initialMemory', '1'],
}

/** The bytes of one of BINARIES. Throws with the compiler's words. */
export async function compile(name) {
  const { default: asc } = await import('assemblyscript/asc')
  const [source, ...flags] = BINARIES[name]
  let bytes
  const { error, stderr } = await asc.main(
    [source, '--baseDir', join(root, 'kernels'), '--outFile', name, '-O3', '--runtime', 'stub', '--noAssert', '--converge', ...flags],
    {
      writeFile(_, contents) {
        bytes = contents
      },
    },
  )
  if (error || !bytes) throw new Error(`${name}: ${stderr.toString()}`)
  return bytes
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const name of Object.keys(BINARIES)) {
    const bytes = await compile(name)
    writeFileSync(join(root, 'kernels', name), bytes)
    console.log(`kernels/${name}: ${bytes.length} bytes`)
  }
