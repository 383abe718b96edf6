/** Signs a text: HMAC-SHA256 in hexadecimal. */
export async function sign(secret: string, text: string): Promise<string> {
  const signed = await crypto.subtle.sign('HMAC', await keyOf(secret), bytesOf(text))
  return Array.from(new Uint8Array(signed), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether a signature is that of a text, compared in constant time. */
export async function isSignedBy(
  secret: string,
  text: string,
  signature: string,
): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/.test(signature)) return false
  const bytes = Uint8Array.from({ length: 32 }, (_, i) =>
    Number.parseInt(signature.slice(2 * i, 2 * i + 2), 16),
  )
  return crypto.subtle.verify('HMAC', await keyOf(secret), bytes, bytesOf(text))
}

function keyOf(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', bytesOf(secret), algorithm, false, ['sign', 'verify'])
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
