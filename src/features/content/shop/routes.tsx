import { newestOptions, newestProducts, topCollections } from '#features/catalogue/queries.ts'
import { allSettings } from '#features/settings/queries.ts'
import { draw, drawNotFound, openSite } from '#features/settings/page.tsx'
import { pageNumber } from '#lib/pages.ts'
import { router } from '#platform/http.ts'
import * as q from '../queries.ts'
import { pageOf, POSTS_PER_PAGE } from '../rules.ts'
import { EntryPage } from './entry-page.tsx'
import { HomePage } from './home-page.tsx'
import { JournalPage } from './journal-page.tsx'
import { PostPage } from './post-page.tsx'

export const contentRoutes = router()
  .get('/', async (c) => {
    const { db, now } = c.var.tools
    const [settings, pictures, newest, [lead], collections, feature, posts, options] =
      await db.batch([
        allSettings(db),
        q.homePictures(db),
        newestProducts(db, 5),
        q.homeLead(db),
        topCollections(db),
        q.homeFeature(db),
        q.newestPosts(db, now, 3),
        newestOptions(db),
      ])
    const rows = { pictures, newest, lead, collections, feature, posts, options }
    return draw(c, openSite(c, settings), <HomePage {...rows} />)
  })
  .get('/journal', async (c) => {
    const { db, now } = c.var.tools
    const page = pageNumber(c.req.query('page'))
    const [settings, found] = await db.batch([allSettings(db), q.journalPosts(db, now, page)])
    const site = openSite(c, settings)
    const { rows, more } = pageOf(found, POSTS_PER_PAGE)
    if (page > 1 && rows.length === 0) return drawNotFound(c, site)
    return draw(c, site, <JournalPage posts={rows} page={page} more={more} />)
  })
  .get('/journal/:slug', async (c) => {
    const { db, now } = c.var.tools
    const slug = c.req.param('slug')
    const [settings, [post], products, [before], [after]] = await db.batch([
      allSettings(db),
      q.entryBySlug(db, 'post', slug, now),
      q.productsMentioned(db, 'post', slug),
      q.postBefore(db, slug, now),
      q.postAfter(db, slug, now),
    ])
    const site = openSite(c, settings)
    if (!post) return drawNotFound(c, site)
    return draw(c, site, <PostPage post={post} products={products} before={before} after={after} />)
  })
  .get('/pages/:slug', async (c) => {
    const { db, now } = c.var.tools
    const slug = c.req.param('slug')
    const [settings, [entry], products] = await db.batch([
      allSettings(db),
      q.entryBySlug(db, 'page', slug, now),
      q.productsMentioned(db, 'page', slug),
    ])
    const site = openSite(c, settings)
    if (!entry) return drawNotFound(c, site)
    return draw(c, site, <EntryPage entry={entry} products={products} />)
  })
