import { newestOptions, newestProducts, topCollections } from '#features/catalogue/queries.ts'
import { newestPosts } from '#features/content/queries.ts'
import { allSettings } from '#features/settings/queries.ts'
import { draw, openSite } from '#features/settings/page.tsx'
import { router } from '#platform/http.ts'
import * as q from '../queries.ts'
import { HomePage } from './home-page.tsx'

export const homeRoutes = router().get('/', async (c) => {
  const { db, now } = c.var.tools
  const [settings, pictures, newest, leads, collections, feature, pieces, shelves, posts, options] =
    await db.batch([
      allSettings(db),
      q.homePictures(db),
      newestProducts(db, 5),
      q.homeLeads(db),
      topCollections(db),
      q.homeFeature(db),
      q.homePieces(db),
      q.homeShelves(db),
      newestPosts(db, now, 3),
      newestOptions(db),
    ])
  const rows = { pictures, newest, leads, collections, feature, pieces, shelves, posts, options }
  return draw(c, openSite(c, settings), <HomePage {...rows} />)
})
