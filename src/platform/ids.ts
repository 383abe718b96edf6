const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** An id of 80 random bits, such as `ord_7k2m…`: enough never to meet another, not enough to grant anything. */
export function newId(prefix: string): string {
  return `${prefix}_${random(16)}`
}

/** A token of 160 random bits: whoever holds it is let in. */
export function newToken(): string {
  return random(32)
}

function random(letters: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(letters))
  return Array.from(bytes, (byte) => LETTERS[byte & 31]).join('')
}

/** The SHA-256 of bytes or text, in hexadecimal. */
export async function sha256(value: string | Uint8Array): Promise<string> {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
