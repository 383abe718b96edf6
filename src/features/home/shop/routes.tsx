import { newestOptions, newestProducts, topCollections } from '#features/catalogue/queries.ts'
import { newestPosts } from '#features/content/queries.ts'
import { allSettings } from '#features/settings/queries.ts'
import { shows } from '#features/freshness/rules.ts'
import { openSite, publish } from '#features/settings/page.tsx'
import { router } from '#platform/http.ts'
import * as q from '../queries.ts'
import { HomePage } from './home-page.tsx'

export const homeRoutes = router().get('/', async (c) => {
  const { db, now } = c.var.tools
  const [settings, pictures, newest, leads, collections, feature, pieces, shelves, posts, options] =
    await db.batch([
      allSettings(db),
      q.homePictures(db),
      newestProducts(db, { limit: 5 }),
      q.homeLeads(db),
      topCollections(db),
      q.homeFeature(db),
      q.homePieces(db),
      q.homeShelves(db),
      newestPosts(db, { now, limit: 3 }),
      newestOptions(db),
    ])
  const rows = { pictures, newest, leads, collections, feature, pieces, shelves, posts, options }
  return publish(c, openSite(c, settings), <HomePage {...rows} />, [
    shows.setting('home'),
    shows.home,
    shows.newest,
    shows.shelves,
    shows.journal,
    ...[...newest, ...leads, ...pieces, ...shelves].map(({ id }) => shows.card(id)),
    ...feature.flatMap(({ id, productId }) => [shows.product(productId), shows.left(id)]),
    ...shelves.map(({ shelfId }) => shows.collection(shelfId)),
  ])
})
