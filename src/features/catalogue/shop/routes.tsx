import { deliveryMethods } from '#features/delivery/queries.ts'
import { draw, drawNotFound, openSite } from '#features/settings/page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { pageCount, pageNumber } from '#lib/pages.ts'
import { router } from '#platform/http.ts'
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
    const [settings, [collection], [parent], inside, products] = await db.batch([
      allSettings(db),
      q.collectionBySlug(db, slug),
      q.parentCollection(db, slug),
      q.childCollections(db, slug),
      q.collectionProducts(db, slug, sort, page),
    ])
    const site = openSite(c, settings)
    if (!collection || page > pageCount(collection.productCount, PER_PAGE)) {
      return drawNotFound(c, site)
    }
    const shelf = { collection, parent, inside, products, sort, page }
    return draw(c, site, <CollectionPage {...shelf} />)
  })
  .get('/products/:slug', async (c) => {
    const { db } = c.var.tools
    const slug = c.req.param('slug')
    const [settings, [product], variants, images, related, collections, methods, [post]] =
      await db.batch([
        allSettings(db),
        q.productBySlug(db, slug),
        q.variantsOf(db, slug),
        q.imagesOf(db, slug),
        q.relatedTo(db, slug),
        q.collectionsOf(db, slug),
        deliveryMethods(db),
        q.storyPost(db, slug),
      ])
    const site = openSite(c, settings)
    const variant = chosenVariant(variants, c.req.query('variant'))
    if (!product || !variant || product.state === 'draft') return drawNotFound(c, site)
    if (product.state === 'archived') return draw(c, site, <RetiredPage product={product} />, 410)
    const piece = { product, variants, variant, images, related, collections, methods, post }
    return draw(c, site, <ProductPage {...piece} />)
  })
