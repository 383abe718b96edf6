import { shownSettings } from '#features/settings/queries.ts'
import { shows } from '#features/freshness/rules.ts'
import { drawNotFound, openSite, publish } from '#features/settings/page.tsx'
import { pageOf, readPlace } from '#lib/pages.ts'
import { router } from '#platform/http.ts'
import * as q from '../queries.ts'
import { POSTS_PER_PAGE } from '../rules.ts'
import { EntryPage } from './entry-page.tsx'
import { JournalPage } from './journal-page.tsx'
import { PostPage } from './post-page.tsx'

export const contentRoutes = router()
  .get('/journal', async (c) => {
    const { db, now } = c.var.tools
    const after = readPlace(c.req.query('after'))
    const [settings, found, [above]] = await db.batch([
      shownSettings(db),
      q.journalPosts(db, now, after),
      q.pageAbove(db, now, after),
    ])
    const site = openSite(c, settings)
    const { rows: posts, more } = pageOf(found, POSTS_PER_PAGE)
    if (after && posts.length === 0) return c.redirect(site.link.journal(), 302)
    return publish(c, site, <JournalPage {...{ posts, after, above, more }} />, [shows.journal])
  })
  .get('/journal/:slug', async (c) => {
    const { db, now } = c.var.tools
    const slug = c.req.param('slug')
    const [settings, [post], products, [before], [after], [moved]] = await db.batch([
      shownSettings(db),
      q.entryBySlug(db, { kind: 'post', slug, now }),
      q.productsMentioned(db, { kind: 'post', slug }),
      q.postBefore(db, { slug, now }),
      q.postAfter(db, { slug, now }),
      q.entryThatWasAt(db, { kind: 'post', slug, now }),
    ])
    const site = openSite(c, settings)
    if (!post && moved) return c.redirect(site.link.post(moved.slug), 301)
    if (!post) return drawNotFound(c, site)
    const around = { products, before, after }
    return publish(c, site, <PostPage post={post} {...around} />, [
      shows.entry(post.id),
      shows.journal,
      ...products.map(({ id }) => shows.card(id)),
    ])
  })
  .get('/pages/:slug', async (c) => {
    const { db, now } = c.var.tools
    const slug = c.req.param('slug')
    const [settings, [entry], products, [moved]] = await db.batch([
      shownSettings(db),
      q.entryBySlug(db, { kind: 'page', slug, now }),
      q.productsMentioned(db, { kind: 'page', slug }),
      q.entryThatWasAt(db, { kind: 'page', slug, now }),
    ])
    const site = openSite(c, settings)
    if (!entry && moved) return c.redirect(site.link.page(moved.slug), 301)
    if (!entry) return drawNotFound(c, site)
    return publish(c, site, <EntryPage entry={entry} products={products} />, [
      shows.entry(entry.id),
      ...(entry.role === 'legal' ? [shows.setting('legal')] : []),
      ...products.map(({ id }) => shows.card(id)),
    ])
  })
