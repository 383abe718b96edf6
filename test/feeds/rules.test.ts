import { expect, test } from 'vitest'
import { atomFeed, robots, sitemap } from '#features/feeds/rules.ts'

test('the sitemap names each page in every language, and each names the others', () => {
  const xml = sitemap([
    { addresses: { fr: 'https://x.test/a', en: 'https://x.test/en/a' }, changed: 0 },
  ])
  expect(xml.match(/<url>/g)).toHaveLength(2)
  expect(xml.match(/hreflang="en" href="https:\/\/x.test\/en\/a"/g)).toHaveLength(2)
  expect(xml).toContain('<lastmod>1970-01-01</lastmod>')
})

test('a shop of one language names no other', () => {
  expect(sitemap([{ addresses: { fr: 'https://x.test/' } }])).not.toContain('hreflang')
})

test('an address is escaped', () => {
  expect(sitemap([{ addresses: { fr: 'https://x.test/?a=1&b=<' } }])).toContain('?a=1&amp;b=&lt;')
})

test('search engines are kept out of carts and orders in every language', () => {
  const text = robots('https://x.test', ['', '/en'])
  for (const path of ['/cart', '/en/checkout', '/en/orders']) {
    expect(text).toContain(`Disallow: ${path}\n`)
  }
  expect(text).toContain('Sitemap: https://x.test/sitemap.xml')
})

test('the feed escapes what a maker writes, and drops what XML does not know', () => {
  const xml = atomFeed(
    { address: 'https://x.test/journal', feed: 'f', title: 'J', author: 'A & B', lang: 'fr' },
    [{ address: 'p', title: { fr: '<Été>\u0001' }, excerpt: {}, publishedAt: 0 }],
  )
  expect(xml).toContain('<title>&lt;Été&gt;</title>')
  expect(xml).toContain('<name>A &amp; B</name>')
})
