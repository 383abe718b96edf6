import { newestPosts } from '#features/content/queries.ts'
import { words } from '#features/content/words.ts'
import { shows } from '#features/freshness/rules.ts'
import { openSite } from '#features/settings/page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { say } from '#lib/i18n.ts'
import { inLanguage, makeLinks } from '#links.ts'
import { nextTurn } from '#features/settings/rules.ts'
import { router } from '#platform/http.ts'
import { answerPublic } from '#platform/public.ts'
import { collectionSlugs, entrySlugs, productSlugs } from '../queries.ts'
import { type Place, atomFeed, robots, sitemap } from '../rules.ts'

const FEED_POSTS = 20

/** What machines read once for all languages. */
export const feedRoutes = router()
  .get('/sitemap.xml', async (c) => {
    const { db, now } = c.var.tools
    const [settings, collections, products, entries] = await db.batch([
      allSettings(db),
      collectionSlugs(db),
      productSlugs(db),
      entrySlugs(db, now),
    ])
    const { languages } = readSettings(settings).shop
    const { origin } = new URL(c.env.SHOP_URL)
    const links = makeLinks(languages[0] ?? 'fr', languages)
    const place = (path: string, changed?: number): Place => ({
      addresses: Object.fromEntries(
        languages.map((lang) => [lang, origin + inLanguage(path, lang, languages)]),
      ),
      ...(changed !== undefined && { changed }),
    })
    const xml = sitemap([
      place(links.home()),
      ...collections.map(({ slug }) => place(links.collection(slug))),
      ...products.map(({ slug }) => place(links.product(slug))),
      place(links.journal()),
      ...entries.map(({ kind, slug, publishedAt }) =>
        place(kind === 'post' ? links.post(slug) : links.page(slug), publishedAt),
      ),
    ])
    return answerPublic(c, xml, {
      type: 'application/xml',
      tags: [shows.setting('shop'), shows.sitemap],
      until: nextTurn(readSettings(settings), now),
    })
  })
  .get('/robots.txt', async (c) => {
    const { db, now } = c.var.tools
    const settings = readSettings(await allSettings(db))
    const { languages } = settings.shop
    const prefixes = languages.map((lang, i) => (i === 0 ? '' : `/${lang}`))
    return answerPublic(c, robots(new URL(c.env.SHOP_URL).origin, prefixes), {
      type: 'text/plain',
      tags: [shows.setting('shop')],
      until: nextTurn(settings, now),
    })
  })

/** The journal for feed readers, in the language of its address. */
export const journalFeed = router().get('/journal.xml', async (c) => {
  const { db, now } = c.var.tools
  const [settings, posts] = await db.batch([allSettings(db), newestPosts(db, now, FEED_POSTS)])
  const { origin, path, link, lang, settings: shop } = openSite(c, settings)
  const title = `${say(words.journal, lang)} · ${shop.shop.name}`
  const xml = atomFeed(
    { address: origin + link.journal(), feed: origin + path, title, author: shop.shop.name, lang },
    posts.map((post) => ({ ...post, address: origin + link.post(post.slug) })),
  )
  return answerPublic(c, xml, {
    type: 'application/atom+xml',
    tags: [shows.setting('shop'), shows.journal],
    until: nextTurn(shop, now),
  })
})
