import { encode } from 'fast-png'

/** The bytes of a small PNG of one colour: another name, another colour, so another picture. */
export async function picture(name: string, width = 8, height = 10): Promise<Uint8Array> {
  const hash = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name)),
  ).subarray(0, 3)
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, i) => hash[i % 3] ?? 0)
  return encode({ width, height, data: pixels, channels: 3 })
}
