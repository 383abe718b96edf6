import { expect, test } from 'vitest'
import { isAddress, retryAt, safeSubject, withoutAddresses } from '#features/mail/rules.ts'

test('a mail is tried again after 1, 5, 15 and 60 minutes, 3 hours, then every 6 hours, ten times in all', () => {
  const minutes = Array.from({ length: 10 }, (_, i) => {
    const at = retryAt(i + 1, 1000)
    return at === null ? null : (at - 1000) / 60_000
  })
  expect(minutes).toEqual([1, 5, 15, 60, 180, 360, 360, 360, 360, null])
})

test('an address is one plain address, and nothing can be added to it', () => {
  for (const good of ['anne@example.com', "o'neil+shop@sub.example.co.uk", 'a@b']) {
    expect(isAddress(good), good).toBe(true)
  }
  const bad = [
    '',
    'anne',
    'anne@',
    '@example.com',
    'a@b@example.com',
    'anne@example.com\r\nBcc: all@example.com',
    'anne@example.com\n',
    'anne@example.com, eve@example.com',
    'anne @example.com',
    '<anne@example.com>',
    'anne@example.com> SIZE=1',
    'anne\u0000@example.com',
    '"anne"@example.com',
    `${'a'.repeat(65)}@example.com`,
    `anne@${'a'.repeat(250)}.com`,
  ]
  for (const address of bad) expect(isAddress(address), JSON.stringify(address)).toBe(false)
})

test('a subject stays on one line and within 200 characters', () => {
  expect(safeSubject('Commande\r\nBcc: eve@example.com\u2028x\u0000')).toBe(
    'Commande Bcc: eve@example.com x',
  )
  expect(safeSubject('🏺'.repeat(300))).toBe('🏺'.repeat(200))
})

test('what a mail server says is noted without the addresses in it', () => {
  expect(withoutAddresses('550 <anne@example.com>: no such user, ask to:eve@example.com')).toBe(
    '550 <…>: no such user, ask to:…',
  )
})
