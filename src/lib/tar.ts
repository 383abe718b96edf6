const BLOCK = 512
const NAME_BYTES = 100

/**
 * The header of one file in a tar archive (ustar). Its bytes follow, then `padding`. Throws for a name of more than 100
 * bytes. `at` is in milliseconds.
 */
export function tarHeader(name: string, size: number, at: number): Uint8Array {
  const block = new Uint8Array(BLOCK)
  const write = (text: string, from: number) => block.set(new TextEncoder().encode(text), from)
  if (new TextEncoder().encode(name).length > NAME_BYTES)
    throw new Error(`Too long a name: ${name}`)
  write(name, 0)
  write('0000600\0', 100)
  write('0000000\0', 108)
  write('0000000\0', 116)
  write(`${octal(size, 11)}\0`, 124)
  write(`${octal(Math.floor(at / 1000), 11)}\0`, 136)
  write('        0', 148)
  write('ustar\u000000', 257)
  // The sum of the block while its own eight places are spaces.
  const sum = block.reduce((total, byte) => total + byte, 0)
  write(`${octal(sum, 6)}\0 `, 148)
  return block
}

/** The zeros after a file of so many bytes, up to the next block. */
export function tarPadding(size: number): Uint8Array {
  return new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK)
}

/** What an archive ends with. */
export const TAR_END_BYTES = 2 * BLOCK

const octal = (value: number, places: number) => value.toString(8).padStart(places, '0')
