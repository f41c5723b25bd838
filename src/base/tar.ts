/**
 * As much of tar (POSIX ustar) as a backup needs: regular files with short names, one after the other. What is read is any of it,
 * so that a file that was cut off or is something else is told from one that is whole. Does not cover: links, folders, long names.
 */
const BLOCK = 512
const ENDING = new Uint8Array(2 * BLOCK)

const octal = (n: number, digits: number) => `${n.toString(8).padStart(digits, '0')}\0`
const padding = (size: number) => new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK)

function headerOf(name: string, size: number): Uint8Array {
  const block = Buffer.alloc(BLOCK)
  if (Buffer.byteLength(name) > 100) throw new RangeError(`a name in a tar file has at most 100 bytes: ${name}`)
  block.write(name, 0)
  block.write(octal(0o600, 7), 100)
  for (const at of [108, 116]) block.write(octal(0, 7), at)
  block.write(octal(size, 11), 124)
  block.write(octal(0, 11), 136)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  block.write(`${octal(checksum(block), 6)} `, 148)
  return block
}

/** Of a header, with its own place taken for spaces. */
const checksum = (block: Buffer) => block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)

/** One file; `pieces` are `size` bytes in all. */
export async function* packed(name: string, size: number, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield headerOf(name, size)
  yield* pieces
  yield padding(size)
}
export const ending = (): Uint8Array => ENDING

/** A file as it comes: `take` is to be read to its end before the next one is asked for. */
export type Entry = { name: string; size: number; take: AsyncIterable<Uint8Array> }

/** Ends with 'whole' at the end mark; throws RangeError for what is no tar file, or is cut off. */
export async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Entry, 'whole'> {
  const reader = readerOver(source)
  for (;;) {
    const header = await reader.exactly(BLOCK)
    if (header.every((byte) => byte === 0)) return 'whole'
    const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '')
    const size = Number.parseInt(text(124, 136), 8)
    if (text(257, 262) !== 'ustar' || Number.parseInt(text(148, 156), 8) !== checksum(header) || !(size >= 0))
      throw new RangeError('no header where one belongs')
    let left = size
    async function* take() {
      while (left > 0) {
        const piece = await reader.some(left)
        left -= piece.length
        yield piece
      }
    }
    yield { name: text(0, 100), size, take: take() }
    if (left > 0) throw new RangeError('a file was not read to its end')
    await reader.exactly(padding(size).length)
  }
}

function readerOver(source: AsyncIterable<Uint8Array>) {
  const pieces = source[Symbol.asyncIterator]()
  let held = Buffer.alloc(0)
  /** At least one byte and at most so many. */
  async function some(most: number): Promise<Buffer> {
    while (!held.length) {
      const next = await pieces.next()
      if (next.done) throw new RangeError('it ends too early')
      held = Buffer.from(next.value)
    }
    const piece = held.subarray(0, most)
    held = held.subarray(most)
    return piece
  }
  async function exactly(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for (let left = length; left > 0; left -= parts.at(-1)!.length) parts.push(await some(left))
    return Buffer.concat(parts)
  }
  return { some, exactly }
}
