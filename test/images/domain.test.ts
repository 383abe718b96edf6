import { createExecutionContext } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { gateway } from '#app.tsx'
import { restoreShop } from '#features/backup/restore-shop.ts'
import { forgetStale } from '#features/freshness/forget-stale.ts'
import { acceptPicture } from '#features/images/accept-picture.ts'
import { showPicture } from '#features/images/change-pictures.ts'
import { makeRenditions } from '#features/images/make-renditions.ts'
import { keepImage } from '#features/images/queries.ts'
import { renditionFrom } from '#features/images/rules.ts'
import { storeImage } from '#features/images/store-image.ts'
import { allSettings, readSettings, writeSetting } from '#features/settings/queries.ts'
import { importShop } from '#features/transfer/import-shop.ts'
import { openDb } from '#platform/db.ts'
import { archive, loseEverything, opener } from '../backup/store.ts'
import { demoDocument } from '../demo/document.ts'
import { openWorkshop, pdfOf, sell } from '../documents/shop.ts'
import { ACTOR } from '../orders/desk.ts'
import { madeProduct } from '../support/make.ts'
import { meteredDb } from '../support/meter.ts'
import { picture } from '../support/pictures.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop, tick, tools } from '../support/worker.ts'

const AT = 'https://pictures.shop.test'
const { db } = tools()

/** The tools of a shop whose pictures have a domain. */
const away = (url = AT) => tools(Date.now(), { env: { ...env, PICTURES_URL: url } })

/** The domain of the bucket, as it answers everybody. */
async function domain(url: string): Promise<Response> {
  const kept = await env.RENDITIONS.head(new URL(url).pathname.slice(1))
  return new Response(null, { status: kept ? 200 : 404 })
}

const base = async () => readSettings(await allSettings(db)).pictures.base

const kept = async () => {
  const { objects } = await env.RENDITIONS.list()
  return objects.length
}

/** Caches forget what has changed, as they do after every minute. */
const forget = () => forgetStale(tools(), (tags) => exports.Pages.forget(tags), 'atOnce')

/** Lets the minutes pass until pictures are shown from a domain. */
async function minutes(most: number, from = AT): Promise<void> {
  for (let minute = 0; minute < most && (await base()) !== from; minute++) {
    // oxlint-disable-next-line no-await-in-loop
    await makeRenditions(away(from), domain)
  }
  await forget()
}

beforeAll(async () => {
  // Three that have renditions in several widths; a few small ones stand in for all the others.
  const sizes = [1900, 1000, 200]
  let n = 0
  await importShop(tools(), demoDocument(), () => {
    const at = n++
    return picture(`a demo picture ${at % 12}`, sizes[at] ?? 8, 10)
  })
})

test('a run makes a bounded number of renditions, and pages wait for the last', async () => {
  const before = await kept()
  await makeRenditions(away(), domain)
  await forget()
  const made = (await kept()) - before
  expect(made).toBeGreaterThanOrEqual(16)
  expect(made).toBeLessThan(16 + 17)
  expect(await base()).toBe('')
  expect((await shop().get('/')).text).not.toContain(AT)
})

test('once all are there, pages show pictures from their domain, and none is missing there', async () => {
  await minutes(30)
  expect(await base()).toBe(AT)
  const [wide] = await db.all<{ hash: string }>('select hash from image where width = 1900')
  await writeSetting(db, 'shop', {
    ...readSettings(await allSettings(db)).shop,
    logo: wide?.hash ?? null,
  })
  await forget()
  const visitor = shop()
  const mug = await madeProduct('mug-ressac')
  await visitor.post('/cart/lines', { variant: mug.variants[0]?.id ?? '', quantity: 1 })
  const owner = await atDesk(await makeStaff('owner'))
  const pages = await Promise.all([
    ...[
      '/',
      '/en',
      '/collections/all',
      '/products/mug-ressac',
      '/search?q=bol',
      '/journal',
      '/journal/comment-on-tourne-un-mug',
      '/cart',
      '/checkout',
    ].map((path) => visitor.get(path)),
    ...['/admin/pictures', `/admin/products/${mug.id}`].map((path) => owner.get(path)),
  ])
  const printed = new Set<string>()
  for (const { at, status, text } of pages) {
    expect([at, status]).toEqual([at, 200])
    const found = [...text.matchAll(/([\w:/.-]*)\/(images\/[0-9a-f]{24}\/\d+\.\w+)/g)]
    expect(found.length, at).toBeGreaterThan(0)
    expect(new Set(found.map(([, host]) => host)), at).toEqual(new Set([AT]))
    for (const [, , key = ''] of found) printed.add(key)
    if (!at.startsWith('/admin')) expect(text).toContain(`<link rel="preconnect" href="${AT}"/>`)
  }
  expect(printed.size).toBeGreaterThan(30)
  const there = await Promise.all(
    [...printed].map(async (key) => [key, (await env.RENDITIONS.head(key)) !== null]),
  )
  expect(there.filter(([, is]) => !is)).toEqual([])
})

test('a minute with nothing to make asks D1 once, for the settings and no more', async () => {
  const metered = meteredDb(env.DB)
  const there = await kept()
  await makeRenditions({ ...away(), db: openDb(metered.db) }, domain)
  expect(metered.read()).toMatchObject({ roundTrips: 1 })
  expect(metered.read().rowsRead).toBeLessThan(20)
  expect(await kept()).toBe(there)
})

test('a new picture is on the domain before a page can name it', async () => {
  const accepted = await acceptPicture(
    away(),
    new Blob([await picture('new at the domain', 500, 20)]),
  )
  if (!accepted.ok) throw new Error('Refused')
  const { id } = await madeProduct('bol-houle')
  await showPicture(tools(), ACTOR, { id, title: {} }, accepted.image.hash)
  await forget()
  expect(await base()).toBe(AT)
  const { text } = await shop().get('/products/bol-houle')
  const key = `images/${accepted.image.hash}/480.avif`
  expect(text).toContain(`${AT}/${key}`)
  expect(await env.RENDITIONS.head(key)).not.toBeNull()
})

test('a picture whose renditions could not be made brings all back to the shop, until they are', async () => {
  const input = () => {
    throw new Error('IMAGES_TRANSFORM_ERROR 9422')
  }
  const image = await storeImage(env, await picture('cannot be made'))
  const spent = { ...away(), log: () => {} }
  spent.env = { ...spent.env, IMAGES: { ...env.IMAGES, input } }
  const places = ['/', '/search/suggestions?q=bol']
  const texts = () => Promise.all(places.map(async (path) => (await shop().get(path)).text))
  for (const text of await texts()) expect(text).toContain(AT)
  await keepImage(db, image)
  await forget()
  expect(await base()).toBe('')
  for (const text of await texts()) expect(text).not.toContain(AT)
  await expect(makeRenditions(spent, domain)).rejects.toThrow('9422')
  expect(await base()).toBe('')
  await makeRenditions(away(), domain)
  expect(await base()).toBe(AT)
  // The same picture once more is no new one.
  await keepImage(db, image)
  expect(await base()).toBe(AT)
})

test('a domain that is not set up yet is never printed', async () => {
  await tick()
  expect(await base()).toBe('')
  const lines: unknown[] = []
  const early = { ...away(), log: (...line: unknown[]) => void lines.push(line) }
  for (let minute = 0; minute < 10; minute++) {
    // oxlint-disable-next-line no-await-in-loop
    await makeRenditions(early, async () => new Response(null, { status: 404 }))
  }
  expect(await base()).toBe('')
  expect(lines).toContainEqual(['pictures are not served', { at: AT, status: 404 }])
  await makeRenditions(away(), domain)
  expect(await base()).toBe(AT)
})

test('when the domain changes or goes, the shop shows its pictures itself, and makes none anew', async () => {
  const before = await kept()
  const other = 'https://autre.shop.test'
  await makeRenditions(away(other), domain)
  expect(await base()).toBe('')
  await minutes(10, other)
  expect(await base()).toBe(other)
  await tick()
  expect(await base()).toBe('')
  expect(await kept()).toBe(before)
})

test('pages may load pictures from the domain, and from nowhere else', async () => {
  const ask = async (PICTURES_URL?: string) => {
    const there = { ...env, ...(PICTURES_URL === undefined ? {} : { PICTURES_URL }) }
    const request = new Request(`${env.SHOP_URL}/healthz`)
    const answer = await gateway.fetch(request, there, createExecutionContext())
    return answer.headers.get('content-security-policy')
  }
  expect(await ask()).toContain("; img-src 'self';")
  expect(await ask(AT)).toContain(`; img-src 'self' ${AT};`)
  expect(await ask(`${AT}; script-src *`)).not.toContain('script-src *')
})

test('a restored shop shows its pictures itself until they are all made again', async () => {
  await minutes(10)
  expect(await base()).toBe(AT)
  const bytes = await archive()
  await loseEverything()
  await restoreShop(tools(), [opener(bytes)])
  expect(await base()).toBe('')
  expect(await db.all('select distinct complete from image')).toEqual([{ complete: 0 }])
})

test('nothing but renditions is ever in the bucket that a domain may serve', async () => {
  const mug = await madeProduct('mug-ressac')
  await openWorkshop({ regime: 'domestic' })
  const sold = await sell([{ variantId: mug.variants[0]?.id ?? '', quantity: 1 }])
  await pdfOf(sold.order.token, sold.invoice.number)
  const inside = await Promise.all(
    ['originals/', 'files/', 'documents/', 'images/'].map((prefix) =>
      env.PICTURES.list({ prefix, limit: 1 }),
    ),
  )
  expect(inside.map(({ objects }) => objects.length)).toEqual([1, 1, 1, 0])
  const strange: string[] = []
  for (let cursor: string | undefined, more = true; more;) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await env.RENDITIONS.list(cursor ? { cursor } : {})
    for (const { key } of page.objects) {
      const [, name = ''] = /^images\/[0-9a-f]{24}\/([^/]+)$/.exec(key) ?? []
      if (!renditionFrom(name)) strange.push(key)
    }
    more = page.truncated
    cursor = page.truncated ? page.cursor : undefined
  }
  expect(strange).toEqual([])
})
