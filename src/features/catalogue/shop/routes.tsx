import { deliveryMethods } from '#features/delivery/queries.ts'
import { shows } from '#features/freshness/rules.ts'
import { draw, drawNotFound, openSite, publish } from '#features/settings/page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { pageCount, pageNumber } from '#lib/pages.ts'
import type { Db } from '#platform/db.ts'
import { router } from '#platform/http.ts'
import { askedFilters, filtersOf, narrowedList, narrowedProducts } from '../narrow-collection.ts'
import { newAddress, productByPreview } from '../desk-queries.ts'
import * as q from '../queries.ts'
import { chosenVariant, PER_PAGE, sortFrom } from '../rules.ts'
import { CollectionPage } from './collection-page.tsx'
import { ProductPage } from './product-page.tsx'
import { RetiredPage } from './retired-page.tsx'

export const catalogueRoutes = router()
  .get('/collections/:slug', async (c) => {
    const { db } = c.var.tools
    const slug = c.req.param('slug')
    const sort = sortFrom(c.req.query('sort'))
    const page = pageNumber(c.req.query('page'))
    const asked = askedFilters(c.req.query())
    const [settings, [collection], [parent], inside, plain, filters, narrowed] = await db.batch([
      allSettings(db),
      q.collectionBySlug(db, slug),
      q.parentCollection(db, slug),
      q.childCollections(db, slug),
      q.collectionProducts(db, slug, sort, page),
      filtersOf(db, slug),
      narrowedProducts(db, { slug, asked, sort, page }),
    ])
    const site = openSite(c, settings)
    if (!collection) {
      const [now] = await newAddress(db, 'collection', slug)
      if (now && now.slug !== slug) return c.redirect(site.link.collection(now.slug), 301)
    }
    const all = collection?.productCount ?? 0
    const list = narrowedList({ asked, filters, plain, narrowed, count: all })
    if (!collection || page > pageCount(list.count, PER_PAGE)) return drawNotFound(c, site)
    const shelf = { ...list, collection, parent, inside, filters, sort, page }
    return publish(c, site, <CollectionPage {...shelf} />, [
      shows.collection(collection.id),
      shows.setting('dispatch'),
      ...(parent ? [shows.name(parent.id)] : []),
      ...list.products.map(({ id }) => shows.card(id)),
    ])
  })
  .get('/products/:slug', async (c) => {
    const { db, now } = c.var.tools
    const slug = c.req.param('slug')
    const { settings, product, variants, ...rest } = await readPiece(db, slug, now)
    const site = openSite(c, settings)
    const variant = chosenVariant(variants, c.req.query('variant'))
    if (product?.state === 'archived') return draw(c, site, <RetiredPage product={product} />, 410)
    if (!product || !variant || product.state !== 'published') {
      const [now] = await newAddress(db, 'product', slug)
      if (now && now.slug !== slug) return c.redirect(site.link.product(now.slug), 301)
      return drawNotFound(c, site)
    }
    return publish(c, site, <ProductPage {...rest} {...{ product, variants, variant }} />, [
      shows.product(product.id),
      shows.setting('dispatch'),
      shows.setting('tax'),
      shows.delivery,
      ...rest.related.map(({ id }) => shows.card(id)),
      ...rest.collections.map(({ id }) => shows.name(id)),
      // A story whose post is not out yet awaits it.
      ...(product.story?.post ? [rest.post ? shows.entry(rest.post.id) : shows.journal] : []),
    ])
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

/** Everything that the page of a piece shows, in one batch. */
async function readPiece(db: Db, slug: string, now: number) {
  const [settings, [product], variants, images, related, collections, methods, [post]] =
    await db.batch([
      allSettings(db),
      q.productBySlug(db, slug),
      q.variantsOf(db, slug),
      q.imagesOf(db, slug),
      q.relatedTo(db, slug),
      q.collectionsOf(db, slug),
      deliveryMethods(db),
      q.storyPost(db, slug, now),
    ])
  return { settings, product, variants, images, related, collections, methods, post }
}
