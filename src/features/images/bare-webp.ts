/** The chunks that draw: the head, the colours, the transparency, the picture itself. */
const KEPT = new Set(['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L'])
const HEAD = 12
/** In the head: where the camera's notes, the rights and the animation are announced. */
const ANNOUNCED = 0b0000_1110

/**
 * A WebP with nothing but its picture: no camera's notes, no place, no rights, nothing after its end. Null when the
 * bytes are not a WebP.
 */
export function bareWebp(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (word(bytes, 0) !== 'RIFF' || word(bytes, 8) !== 'WEBP') return null
  const end = Math.min(bytes.length, 8 + view.getUint32(4, true))
  const chunks: Uint8Array[] = []
  for (let at = HEAD; at + 8 <= end;) {
    const length = view.getUint32(at + 4, true)
    // Chunks are as long as an even number.
    const next = at + 8 + length + (length % 2)
    if (next > bytes.length) return null
    if (KEPT.has(word(bytes, at))) chunks.push(bytes.slice(at, next))
    at = next
  }
  return chunks.length > 0 ? joined(chunks) : null
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, HEAD)
  const bare = new Uint8Array(size)
  bare.set(new TextEncoder().encode('RIFF----WEBP'))
  new DataView(bare.buffer).setUint32(4, size - 8, true)
  let at = HEAD
  for (const chunk of chunks) {
    if (word(chunk, 0) === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~ANNOUNCED
    bare.set(chunk, at)
    at += chunk.length
  }
  return bare
}

function word(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
