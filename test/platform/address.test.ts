import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanAddress } from '#platform/address.ts'

const clean = (path: string) =>
  cleanAddress(`https://shop.test${path}`, 'https://shop.test').slice(17)

test('the marks of advertisers are no part of an address', () => {
  expect(clean('/?utm_source=x&fbclid=y&gclid=z')).toBe('/')
  expect(clean('/collections/bols?utm_medium=mail&sort=newest&after=k7.prd_1')).toBe(
    '/collections/bols?after=k7.prd_1&sort=newest',
  )
})

test('one page has one address, in whatever order its query comes', () => {
  expect(clean('/search?q=bol&sort=newest')).toBe(clean('/search?sort=newest&q=bol'))
  expect(clean('/search?q=bol&q=vase')).toBe('/search?q=bol')
  expect(clean('/search?q=a%20b')).toBe(clean('/search?q=a+b'))
})

test('what is no place in a list, and a page by number, lead to the first page', () => {
  for (const asked of ['after=', 'after=2', 'after=k7.%27', 'after=0k7.prd_1', 'page=2']) {
    expect(clean(`/journal?${asked}`), asked).toBe('/journal')
  }
})

test('cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const once = cleanAddress(address, 'https://shop.test')
      expect(cleanAddress(once, 'https://shop.test')).toBe(once)
    }),
  )
})
