import type { Context } from 'hono'
import { newestPosts } from '#features/content/queries.ts'
import { words } from '#features/content/words.ts'
import { shows } from '#features/freshness/rules.ts'
import { drawNotFound, openSite } from '#features/settings/page.tsx'
import { readSettings, shownSettings } from '#features/settings/queries.ts'
import { say } from '#lib/i18n.ts'
import { nextChange } from '#features/settings/rules.ts'
import { type App, router } from '#platform/http.ts'
import { answerPublic } from '#platform/public.ts'
import { piecePlaces, shopPlaces } from '../places.ts'
import { collectionSlugs, entrySlugs, partStarts, productSlugs } from '../queries.ts'
import { atomFeed, robots, sitemap, sitemapIndex } from '../rules.ts'

const FEED_POSTS = 20

/** What machines read once for all languages. */
export const feedRoutes = router()
  .get('/sitemap.xml', async (c) => {
    const { db, now } = c.var.tools
    const [settings, parts, collections, products, entries] = await db.batch([
      shownSettings(db),
      partStarts(db),
      collectionSlugs(db),
      productSlugs(db),
      entrySlugs(db, now),
    ])
    const where = whereOf(c, settings)
    const pages = [...shopPlaces(where, collections, entries), ...piecePlaces(where, products)]
    const names = ['shop', ...parts.map(({ id }) => id)]
    const addresses = names.map((name) => `${where.origin}/sitemap/${name}.xml`)
    return publishMap(c, settings, parts.length > 1 ? sitemapIndex(addresses) : sitemap(pages))
  })
  .get('/sitemap/shop.xml', async (c) => {
    const { db, now } = c.var.tools
    const [settings, collections, entries] = await db.batch([
      shownSettings(db),
      collectionSlugs(db),
      entrySlugs(db, now),
    ])
    const where = whereOf(c, settings)
    return publishMap(c, settings, sitemap(shopPlaces(where, collections, entries)))
  })
  .get('/sitemap/:part{[\\w-]+\\.xml}', async (c) => {
    const { db } = c.var.tools
    const from = c.req.param('part').slice(0, -'.xml'.length)
    const [settings, products] = await db.batch([shownSettings(db), productSlugs(db, from)])
    if (products.length === 0) return drawNotFound(c, openSite(c, settings))
    return publishMap(c, settings, sitemap(piecePlaces(whereOf(c, settings), products)))
  })
  .get('/robots.txt', async (c) => {
    const { db, now } = c.var.tools
    const [rows] = await db.batch([shownSettings(db)])
    const settings = readSettings(rows)
    const { languages } = settings.shop
    const prefixes = languages.map((lang, i) => (i === 0 ? '' : `/${lang}`))
    return answerPublic(c, robots(new URL(c.env.SHOP_URL).origin, prefixes), {
      type: 'text/plain',
      tags: [shows.setting('shop')],
      until: nextChange(settings, now),
    })
  })

/** The journal for feed readers, in the language of its address. */
export const journalFeed = router().get('/journal.xml', async (c) => {
  const { db, now } = c.var.tools
  const [settings, posts] = await db.batch([
    shownSettings(db),
    newestPosts(db, { now, limit: FEED_POSTS }),
  ])
  const { origin, path, link, lang, settings: shop } = openSite(c, settings)
  const title = `${say(words.journal, lang)} · ${shop.shop.name}`
  const xml = atomFeed(
    { address: origin + link.journal(), feed: origin + path, title, author: shop.shop.name, lang },
    posts.map((post) => ({ ...post, address: origin + link.post(post.slug) })),
  )
  return answerPublic(c, xml, {
    type: 'application/atom+xml',
    tags: [shows.setting('shop'), shows.journal],
    until: nextChange(shop, now),
  })
})

type Rows = Parameters<typeof readSettings>[0]

function whereOf(c: Context<App>, rows: Rows) {
  const { languages } = readSettings(rows).shop
  return { origin: new URL(c.env.SHOP_URL).origin, languages }
}

function publishMap(c: Context<App>, rows: Rows, xml: string) {
  return answerPublic(c, xml, {
    type: 'application/xml',
    tags: [shows.setting('shop'), shows.sitemap],
    until: nextChange(readSettings(rows), c.var.tools.now),
  })
}
