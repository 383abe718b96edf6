import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { writeSetting } from '#features/settings/queries.ts'
import { openDb } from '#platform/db.ts'
import { makeShop, productDocument } from '../support/make.ts'
import { shop } from '../support/worker.ts'

const collection = (slug: string, fr: string, parent?: string) => ({
  slug,
  title: { fr, en: fr },
  description: {},
  image: null,
  ...(parent ? { parent } : {}),
})

test('a piece is in its collection, in each one above it, and in the whole shop', async () => {
  const cup = productDocument({ collections: ['cups'], title: { fr: 'Tasse', en: 'Cup' } })
  await makeShop({
    collections: [collection('table', 'La table'), collection('cups', 'Tasses', 'table')],
    products: [cup],
  })
  for (const slug of ['cups', 'table', 'all']) {
    // oxlint-disable-next-line no-await-in-loop -- three pages of one shop
    const page = await shop().get(`/collections/${slug}`)
    expect(page.all('.cards h2, .cards h3').join(), slug).toContain('Tasse')
  }
  const above = await shop().get('/collections/table')
  const below = above.html.querySelectorAll('main a').map((a) => a.getAttribute('href'))
  expect(below).toContain('/collections/cups')
  expect((await shop().get('/collections/nothing')).status).toBe(404)
})

test('a shop changes its look by a handful of variables, in the one style sheet', async () => {
  await makeShop()
  await writeSetting(openDb(env.DB), 'theme', { '--accent': '#4A2440', '--radius': '1.75rem' })
  const page = await shop().get('/')
  const sheets = page.html.querySelectorAll('link[rel=stylesheet]')
  expect(sheets).toHaveLength(1)
  const sheet = await shop().ask(sheets[0]?.getAttribute('href') ?? '')
  expect(sheet.headers.get('content-type')).toContain('text/css')
  expect(await sheet.text()).toContain('--accent:#4A2440;--radius:1.75rem')
})
