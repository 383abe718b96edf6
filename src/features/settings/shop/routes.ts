import { router } from '#platform/http.ts'
import { asset } from '#ui/assets.ts'
import { allSettings, readSettings } from '../queries.ts'

/** The style sheet of a shop with a look of its own: the built one, and the maker's variables after it. */
export const themeRoutes = router().get('/theme/:version{[a-z0-9]+\\.css}', async (c) => {
  const { theme } = readSettings(await allSettings(c.var.tools.db))
  const built = await c.env.ASSETS.fetch(new URL(asset('shop.css'), c.req.url))
  const own = Object.entries(theme).map(([name, value]) => `${name}:${value}`)
  return c.body(`${await built.text()}:root{${own.join(';')}}`, 200, {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  })
})
