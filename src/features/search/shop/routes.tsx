import { newestProducts, topCollections } from '#features/catalogue/queries.ts'
import { shows } from '#features/freshness/rules.ts'
import { openSite, publish, publishPart } from '#features/settings/page.tsx'
import { shownSettings } from '#features/settings/queries.ts'
import { prefixOf } from '#links.ts'
import { router } from '#platform/http.ts'
import { postsMatching, productsMatching } from '../queries.ts'
import {
  MAX_RESULTS,
  MIN_SUGGESTION,
  NEIGHBOURS,
  NO_MATCH,
  matchExpression,
  nearExpression,
  searchTerm,
} from '../rules.ts'
import { NoResultPage } from './no-result-page.tsx'
import { ResultPage } from './result-page.tsx'
import { SearchPage } from './search-page.tsx'
import { Suggestions } from './suggestions.tsx'

const POSTS = 3
const SUGGESTIONS = 6

export const searchRoutes = router()
  .get('/search', async (c) => {
    const { db, now } = c.var.tools
    const term = searchTerm(c.req.query('q'))
    // Without one it is the shop's first, which the query knows.
    const lang = prefixOf(c.req.path)
    const exact = matchExpression(term) ?? NO_MATCH
    const [settings, products, posts, near, newest, collections] = await db.batch([
      shownSettings(db),
      productsMatching(db, exact, lang, MAX_RESULTS),
      postsMatching(db, exact, { lang, now, limit: POSTS }),
      productsMatching(db, nearExpression(term) ?? NO_MATCH, lang, NEIGHBOURS),
      newestProducts(db, { limit: NEIGHBOURS }),
      topCollections(db),
    ])
    const site = openSite(c, settings)
    const around = [shows.shelves, shows.newest, ...newest.map(({ id }) => shows.card(id))]
    if (!term) return publish(c, site, <SearchPage {...{ collections, newest }} />, around)
    if (products.length + posts.length === 0) {
      return publish(c, site, <NoResultPage {...{ term, near, newest, collections }} />, [
        shows.search,
        shows.searchPosts,
        ...around,
        ...near.map(({ id }) => shows.card(id)),
      ])
    }
    return publish(c, site, <ResultPage {...{ term, products, posts }} />, [
      shows.search,
      shows.searchPosts,
      ...found(products),
    ])
  })
  .get('/search/suggestions', async (c) => {
    const { db } = c.var.tools
    const term = searchTerm(c.req.query('q'))
    if (term.length < MIN_SUGGESTION) return c.html('')
    const expression = matchExpression(term) ?? NO_MATCH
    const [settings, products] = await db.batch([
      shownSettings(db),
      productsMatching(db, expression, prefixOf(c.req.path), SUGGESTIONS),
    ])
    return publishPart(c, openSite(c, settings), <Suggestions term={term} products={products} />, [
      shows.search,
      ...found(products),
    ])
  })

/** What a result shows of a piece: its card, and the picture of the choice that was asked for. */
function found(products: readonly { id: string }[]) {
  return products.flatMap(({ id }) => [shows.card(id), shows.pictures(id)])
}
