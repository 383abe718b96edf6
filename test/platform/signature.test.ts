import { expect, test } from 'vitest'
import { isSignedBy, sign } from '#platform/signature.ts'

test('a signature holds for its own secret and text only', async () => {
  const signature = await sign('secret', 'line.1')
  expect(signature).toMatch(/^[0-9a-f]{64}$/)
  expect(await isSignedBy('secret', 'line.1', signature)).toBe(true)
  expect(await isSignedBy('secret', 'line.2', signature)).toBe(false)
  expect(await isSignedBy('other', 'line.1', signature)).toBe(false)
})

test.each(['', 'abc', 'Z'.repeat(64), `${'0'.repeat(64)}0`])(
  '"%s" is no signature',
  async (text) => {
    expect(await isSignedBy('secret', 'line.1', text)).toBe(false)
  },
)
