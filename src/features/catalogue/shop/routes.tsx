import { deliveryMethods } from '#features/delivery/queries.ts'
import { shows } from '#features/freshness/rules.ts'
import { draw, drawNotFound, openSite, publish } from '#features/settings/page.tsx'
import { shownSettings } from '#features/settings/queries.ts'
import { nextChange, promiseHolds } from '#features/settings/rules.ts'
import { readPlace } from '#lib/pages.ts'
import type { Db } from '#platform/db.ts'
import { router } from '#platform/http.ts'
import { written } from '#platform/written.ts'
import { productByPreview } from '../desk-queries.ts'
import * as q from '../queries.ts'
import { chosenVariant, sortFrom, travels } from '../rules.ts'
import { filtersOf, shelfOf } from '../shelf-queries.ts'
import { askedFilters, chosenFilters, shelfPage, shelfQuery } from '../shelf-rules.ts'
import { CollectionPage } from './collection-page.tsx'
import { ProductPage } from './product-page.tsx'
import { RetiredPage } from './retired-page.tsx'

export const catalogueRoutes = router()
  .get('/collections/:slug', async (c) => {
    const { db } = c.var.tools
    const slug = c.req.param('slug')
    const sort = sortFrom(c.req.query('sort'))
    const after = readPlace(c.req.query('after'))
    const asked = { slug, narrowed: askedFilters(c.req.query()), sort, after }
    const [settings, [collection], [parent], inside, filters, found, [around], [moved]] =
      await db.batch([
        shownSettings(db),
        q.collectionBySlug(db, { slug }),
        q.parentCollection(db, { slug }),
        q.childCollections(db, { slug }),
        filtersOf(db, { slug, asked: JSON.stringify(asked.narrowed) }),
        ...shelfOf(db, asked),
        q.movedCollection(db, { slug }),
      ])
    const site = openSite(c, settings)
    if (!collection && moved) return c.redirect(site.link.collection(moved.slug), 301)
    if (!collection || !around) return drawNotFound(c, site)
    const chosen = chosenFilters(asked.narrowed, filters)
    const nowhere = after !== null && found.length === 0 && !around.end
    if (nowhere || chosen.length < asked.narrowed.length) {
      return c.redirect(site.link.collection(slug, shelfQuery({ chosen, sort })), 302)
    }
    const kept = chosen.length > 1 ? null : (chosen[0]?.count ?? collection.productCount)
    const shelf = { ...shelfPage({ asked, found, around, kept }), collection, parent, inside }
    return publish(c, site, <CollectionPage {...shelf} {...{ filters, chosen, sort, after }} />, [
      shows.collection(collection.id),
      ...(sort === 'newest' ? [] : [shows.prices(collection.id)]),
      shows.setting('dispatch'),
      ...(parent ? [shows.name(parent.id)] : []),
      ...shelf.products.map(({ id }) => shows.card(id)),
    ])
  })
  .get('/products/:slug', async (c) => {
    const { db, now } = c.var.tools
    const slug = c.req.param('slug')
    const { settings, product, variants, moved, ...rest } = await readPiece(db, slug, now)
    const site = openSite(c, settings)
    const variant = chosenVariant(variants, c.req.query('variant'))
    if (product?.state === 'archived') return draw(c, site, <RetiredPage product={product} />, 410)
    if (!product || !variant || product.state !== 'published') {
      if (moved && moved.slug !== slug) return c.redirect(site.link.product(moved.slug), 301)
      return drawNotFound(c, site)
    }
    const sent = travels(product.kind)
    const tags = [
      shows.product(product.id),
      shows.left(variant.id),
      shows.sold(product.id),
      shows.setting('dispatch'),
      shows.setting('tax'),
      ...(sent ? [shows.delivery] : []),
      ...rest.related.map(({ id }) => shows.card(id)),
      ...rest.collections.map(({ id }) => shows.name(id)),
      ...storyTags(product.story?.post, rest.post),
    ]
    const page = <ProductPage {...rest} {...{ product, variants, variant }} />
    const until = Math.min(
      nextChange(site.settings, now),
      sent ? promiseHolds(site.settings, now) : Infinity,
    )
    return publish(c, site, page, tags, until)
  })

/** What is not out yet, for whoever holds its link: private, and nothing to buy. */
export const previewRoutes = router().get('/preview/:token{[0-9a-z]{32}}', async (c) => {
  const { db, now } = c.var.tools
  const token = c.req.param('token')
  const [found] = await productByPreview(db, token)
  const { settings, product, variants, ...rest } = await readPiece(db, found?.slug ?? '', now)
  const site = openSite(c, settings)
  const variant = chosenVariant(variants, c.req.query('variant'))
  c.header('x-robots-tag', 'noindex')
  c.header('referrer-policy', 'same-origin')
  if (!product || !variant) return drawNotFound(c, site)
  if (product.state === 'published') return c.redirect(site.link.product(product.slug), 302)
  // Its choices are seen under the same link.
  const at = (slug: string, id?: string) =>
    slug === product.slug
      ? `${c.req.path}${id ? `?variant=${id}` : ''}`
      : site.link.product(slug, id)
  const inside = { ...site, link: { ...site.link, product: at } }
  return draw(c, inside, <ProductPage {...rest} {...{ product, variants, variant }} preview />)
})

/** A story whose post is not out yet awaits it; the address that its post had may be another post's one day. */
function storyTags(named: string | undefined, post: { id: string; slug: string } | undefined) {
  if (!named) return []
  return [...(post ? [shows.entry(post.id)] : []), ...(post?.slug === named ? [] : [shows.journal])]
}

const methodsNow = written([], deliveryMethods)

/** Everything that the page of a piece shows, in one batch. */
async function readPiece(db: Db, slug: string, now: number) {
  const [settings, [product], variants, images, related, collections, methods, [post], [moved]] =
    await db.batch([
      shownSettings(db),
      q.productBySlug(db, { slug }),
      q.variantsOf(db, { slug }),
      q.imagesOf(db, { slug }),
      q.relatedTo(db, { slug }),
      q.collectionsOf(db, { slug }),
      methodsNow(db),
      q.storyPost(db, { slug, now }),
      q.movedProduct(db, { slug }),
    ])
  return { settings, product, variants, images, related, collections, methods, post, moved }
}
