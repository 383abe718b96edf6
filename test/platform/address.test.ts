import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanAddress } from '#platform/address.ts'

const clean = (path: string) =>
  cleanAddress(`https://shop.test${path}`, 'https://shop.test').slice(17)

test('the marks of advertisers are no part of an address', () => {
  expect(clean('/?utm_source=x&fbclid=y&gclid=z')).toBe('/')
  expect(clean('/collections/bols?page=2&utm_medium=mail&sort=newest')).toBe(
    '/collections/bols?page=2&sort=newest',
  )
})

test('one page has one address, in whatever order its query comes', () => {
  expect(clean('/search?q=bol&page=2')).toBe(clean('/search?page=2&q=bol'))
  expect(clean('/search?q=bol&q=vase')).toBe('/search?q=bol')
  expect(clean('/search?q=a%20b')).toBe(clean('/search?q=a+b'))
})

test('cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const once = cleanAddress(address, 'https://shop.test')
      expect(cleanAddress(once, 'https://shop.test')).toBe(once)
    }),
  )
})
